"""`tenu count` and `tenu rates`: sums by a named rule, and what amounts are worth in another currency."""

import json
import sys
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path

import msgspec
from rich.console import Console
from rich.table import Table
from rich.text import Text

from tenu.cli.options import ScoreFormat
from tenu.errors import UsageError
from tenu.ledger import Ledger
from tenu.questions.counting.count import By, Count, Sum
from tenu.questions.counting.counting import KINDS, count
from tenu.questions.counting.rules import rule_named
from tenu.questions.rates.kept import rates_of
from tenu.questions.rates.table import Converted, RateTable
from tenu.record import Number
from tenu.settings import Settings

_SHORT = 10
_CLAIMS = 3
"""Claims that are named behind a sum; `--format json` names all."""


def count_claims(settings: Settings, name: str, by: str | None, form: ScoreFormat, *, with_open: bool) -> int:
    """Print a count; give the exit status."""
    rule, told_by = rule_named(name), _by(by)
    with Ledger.open(settings.ledger) as ledger:
        found = count(ledger.gather(KINDS), rule, told_by, rates_of(ledger), with_open=with_open)
    if form is ScoreFormat.JSON:
        _print_json(found)
    else:
        _print_table(found)
    return 0


def _print_json(found: Count) -> None:
    rule = found.rule
    told = {
        "rule": {"name": rule.title, "words": rule.words, "source": rule.source},
        "by": found.by,
        **{name: getattr(found, name) for name in ("totals", "sums", "left_out", "rates")},
    }
    written = json.loads(msgspec.json.encode(told))
    sys.stdout.write(json.dumps(written, ensure_ascii=False, indent=1) + "\n")


def _print_table(found: Count) -> None:
    console = Console(width=None if sys.stdout.isatty() else 120, highlight=False)
    console.print(Text(found.rule.title, style="bold"))
    console.print(Text(found.rule.words))
    console.print(Text(f"After: {found.rule.source}\n", style="dim"))
    if not found.totals:
        console.print("Nothing in the ledger counts by this rule.")
    for total in found.totals:
        of = f"{len(total.claims):,} claim{'' if len(total.claims) == 1 else 's'}"
        console.print(Text(f"{total.currency} {_shown(total.amount)} from {of}{_how(total)}", style="bold"))
    if found.sums:
        console.print(_table(found.sums))
        _print_groups(console, found.sums)
    reasons = Counter(one.reason for one in found.left_out)
    first = {one.reason: one.claim for one in reversed(found.left_out)}
    if reasons:
        console.print(Text("\nLeft out:", style="bold"))
    for reason, many in reasons.most_common():
        console.print(Text(f"{many:>7,}  {reason} ({first[reason][:_SHORT]}{' …' if many > 1 else ''})"))
    for rate in found.rates:
        console.print(Text(f"1 {rate.currency} = {rate.number:f} {rate.into}, {rate.day} ({rate.source})", style="dim"))


def _table(sums: Sequence[Sum]) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim", pad_edge=False)
    table.add_column("")
    table.add_column("sum", justify="right", no_wrap=True)
    table.add_column("claims", justify="right")
    table.add_column("of it")
    for one in sums:
        claims = ", ".join(claim[:_SHORT] for claim in one.claims[:_CLAIMS])
        more = " …" if len(one.claims) > _CLAIMS else ""
        told = f"{claims}{more}{_how(one)}"
        table.add_row(
            Text(one.key), f"{one.currency} {_shown(one.amount)}", f"{len(one.claims):,}", Text(told, style="dim")
        )
    return table


def _print_groups(console: Console, sums: Sequence[Sum]) -> None:
    """Print the institutions of the European Union apart from its members, where any donor is one or the other."""
    groups: dict[tuple[str, str], Number] = {}
    for one in sums:
        if one.group is not None:
            groups[one.group, one.currency] = groups.get((one.group, one.currency), 0) + one.amount
    if len({group for group, _ in groups}) > 1:
        console.print()
        for (group, currency), amount in sorted(groups.items()):
            console.print(Text(f"{group}: {currency} {_shown(amount)}"))


def _how(one: Sum) -> str:
    told = [
        f"{_shown(amount)} {how}"
        for amount, how in ((one.converted, "converted"), (one.estimated, "estimated"))
        if amount
    ]
    return f" ({', '.join(told)})" if told else ""


def _shown(number: Number) -> str:
    return f"{number:,f}" if isinstance(number, Decimal) else f"{number:,}"


def _by(by: str | None) -> By | None:
    if by is None:
        return None
    try:
        return By(by.lower())
    except ValueError:
        raise UsageError(f"--by takes {', '.join(By)}; not {by!r}.") from None


def tell_rates(settings: Settings, words: Sequence[str], *, sample: bool) -> int:
    """Bring rates in (`import FILE`), convert (`AMOUNT FROM TO DAY`), or show what is there."""
    console = Console(highlight=False)
    if sample or words[:1] == ["import"]:
        return _import_rates(settings, words[1:], console, sample=sample)
    with Ledger.open(settings.ledger) as ledger:
        rates = rates_of(ledger)
    if rates is None:
        console.print("The ledger has no rates; bring the ECB’s file in: tenu rates import eurofxref-hist.zip")
        return 1
    if words:
        return _convert(rates, words, console)
    _show(rates, console)
    return 0


def _import_rates(settings: Settings, files: Sequence[str], console: Console, *, sample: bool) -> int:
    from tenu.publishing.imports.rates import SAMPLE, take_in_rates

    if sample == bool(files) or len(files) > 1:
        raise UsageError("name one file: tenu rates import eurofxref-hist.csv (or the zip), or --sample alone.")
    path = SAMPLE if sample else Path(files[0])
    with Ledger.open(settings.ledger) as ledger:
        rates, kept = take_in_rates(path, ledger, settings.who, datetime.now(UTC))
    console.print(f"{kept.outcome.value.capitalize()}, version {kept.version}.")
    _show(rates, console)
    return 0


def _show(rates: RateTable, console: Console) -> None:
    first, last = rates.days
    console.print(f"{rates.source}: {first} to {last}, {len(rates.series)} currencies to one euro.")
    for code, series in sorted(rates.series.items()):
        console.print(
            f"  {code}  {series.days[0]} to {series.days[-1]}, {len(series.days):,} days, last {series.rates[-1]:f}"
        )


def _convert(rates: RateTable, words: Sequence[str], console: Console) -> int:
    try:
        amount, currency, into, day = words
        told = rates.convert(Decimal(amount), currency.upper(), into.upper(), date.fromisoformat(day))
    except (ValueError, InvalidOperation):
        raise UsageError("write an amount, two currencies and a day: tenu rates 9000000 CHF EUR 2026-02-25") from None
    if isinstance(told, Converted):
        rate = told.rate
        worth = f"{rate.into} {_shown(told.value)}"
        at = f"{rate.number:f} {rate.into} to one {rate.currency} on {rate.day} ({rate.source})"
        console.print(f"{worth}, converted at {at}.")
        return 0
    console.print(f"Not converted: {told.reason}.")
    return 1
