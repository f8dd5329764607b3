"""`tenu matters`, `tenu matter`: what several claims tell of, from need to delivery."""

from collections.abc import Sequence
from datetime import datetime

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from tenu.cli.table import console_of, evidence, who_and_what
from tenu.ledger import KeptClaim, Ledger, Matter, MatterBalance, State
from tenu.ledger.promises.balance import Line, Sum
from tenu.questions.chain import Chain, chains
from tenu.record import Basis

_SHORT = 10


def list_matters(address: str, as_of: datetime | None, limit: int) -> None:
    """Print the matters that links join, the first begun first."""
    with Ledger.open(address) as ledger:
        page = ledger.matters(as_of=as_of, limit=limit)
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim", pad_edge=False)
    for column in ("id", "claims", "from", "to", "what"):
        table.add_column(column, no_wrap=column != "what")
    for matter in page.entries:
        days = sorted(claim.published[:10] for claim in matter.claims if claim.published)
        first = matter.claims[0].claim
        what = f"{first.kind} · {who_and_what(first)}" if matter.claims else ""
        table.add_row(
            matter.id[: _SHORT + 1], str(len(matter.claims)), days[0] if days else "", days[-1] if days else "", what
        )
    shown = console_of()
    shown.print(table if page.entries else Text("No links join claims yet; tenu suggest proposes some.", "dim"))
    if page.after:
        shown.print(Text("There are more; --limit shows them.", "dim"))


def show_matter(address: str, record: str) -> None:
    """Print the chain of a matter, each step with its words, and the balance of its promise."""
    with Ledger.open(address) as ledger:
        found = chains(ledger, record)
    shown = console_of()
    for chain in found:
        _show(shown, chain)


def _show(shown: Console, chain: Chain) -> None:
    for need in chain.needs:
        _step(shown, "need", need)
    if chain.alone is not None:
        _step(shown, "matter", chain.alone)
    if chain.promise is None:
        return
    _step(shown, "promise", chain.promise.matter)
    for tranche in chain.promise.tranches:
        _step(shown, "part of it", tranche.matter)
    for delivery in chain.promise.deliveries:
        _step(shown, "delivery", delivery)
    if not chain.promise.deliveries:
        shown.print(Text("delivery", "bold"), Text("none is linked\n", "dim"))
    _balance(shown, chain.promise)


def _step(shown: Console, name: str, matter: Matter) -> None:
    links = {link.from_claim: f"{link.kind} {link.to_claim[:_SHORT]}" for link in reversed(matter.links)}
    shown.print(Text(name, "bold"), Text(matter.id[: _SHORT + 1], "dim"))
    for claim in matter.claims:
        shown.print(Padding(_claim(claim, links.get(claim.id)), (0, 0, 0, 2)))
        shown.print(Padding(evidence(claim.claim.evidence, claim.claim.also, claim.claim.quote), (0, 0, 0, 4)))
    shown.print()


def _claim(kept: KeptClaim, link: str | None) -> Text:
    status = f" {kept.claim.status}" if kept.claim.status else ""
    told = Text(f"{kept.id[:_SHORT]}  {kept.published or 'no date'}  ", "dim")
    told.append(f"{kept.claim.kind}{status} · {who_and_what(kept.claim)}".rstrip(" ·"), "not dim")
    marks = [link] if link else []
    marks += [kept.state.value] if kept.state is not State.OPEN else []
    marks += ["gone from its page"] if kept.gone_from else []
    told.append(f"  ({', '.join(marks)})" if marks else "")
    return told


def _balance(shown: Console, told: MatterBalance) -> None:
    balance = told.balance
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim", pad_edge=False)
    for column in ("", "promised", "delivered", "open"):
        table.add_column(column, justify="left" if not column else "right")
    for line in balance.lines:
        table.add_row(_name(line), _sum(line.promised), _sum(line.delivered), _open(line))
    shown.print(table if balance.lines else Text("No figures are told, so that nothing can be counted.", "dim"))
    for note in _notes(told):
        shown.print(Text(note, "dim"))


def _notes(told: MatterBalance) -> Sequence[str]:
    balance = told.balance
    notes = ["The promise was withdrawn."] if balance.withdrawn else []
    notes += [f"Condition: {condition}" for condition in balance.conditions]
    notes += [
        f"Share of {share.donor}" + (f": {share.part}" if share.part is not None else "") for share in balance.shares
    ]
    sums = [one for line in balance.lines for one in (line.promised, line.delivered) if one and one.unsettled]
    notes += [f"Not settled: {one.unsettled}." for one in sums]
    notes += [
        f"The delivery {claim[:_SHORT]} keeps another promise as well, and counts in both." for claim in told.shared
    ]
    return notes


def _name(line: Line) -> str:
    basis = f" ({line.measure.basis})" if line.measure.basis is not Basis.STATED else ""
    unit = "" if line.measure.unit in ("pieces", line.name) else f" [{line.measure.unit}]"
    return f"{line.name}{unit}{basis}"


def _sum(told: Sum | None) -> str:
    if told is None:
        return "–"
    return f"{told.number:,}" if told.number is not None else "?"


def _open(line: Line) -> str:
    return f"{line.open:,}" if line.open is not None else "?"
