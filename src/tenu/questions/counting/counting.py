"""Count promises by a rule: each matter once, each amount to its whole, and every claim that does not count named."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tenu.ledger import Gathered, KeptClaim, LinkKind, Matter, State
from tenu.ledger.promises.figures import stage_of
from tenu.questions.counting.count import By, Count, LeftOut
from tenu.questions.counting.rule import Money, Rule
from tenu.questions.counting.summing import Portion, summed
from tenu.questions.counting.valuing import Valuing
from tenu.questions.rates.table import RateTable
from tenu.record import Kind, Stage, Status

KINDS = (Kind.PLEDGE, Kind.DELIVERY)
_JUDGED = (State.ACCEPTED, State.AMENDED)
_IMPORTED = "tenu-import"


@dataclass(frozen=True, slots=True)
class Chosen:
    """A claim that counts for its matter, with its amounts."""

    kept: KeptClaim
    money: tuple[Money, ...]


def count(
    gathered: Gathered, rule: Rule, by: By | None = None, rates: RateTable | None = None, *, with_open: bool = False
) -> Count:
    """Count what the rule counts; with `with_open` also what nobody has judged yet."""
    left_out: list[LeftOut] = []
    chosen = [
        (matter, one) for matter in gathered.matters for one in _of_matter(matter, rule, left_out, with_open=with_open)
    ]
    standing = list(_without_doubles(chosen, gathered, left_out))
    valuing = Valuing(rule, rates, left_out)
    portions = [Portion(one.kept, money) for _, one in standing for money in valuing.valued(one.kept, one.money)]
    sums = summed(portions, by, left_out) if by is not None else ()
    return Count(rule, by, sums, summed(portions, None, []), tuple(left_out), valuing.used)


def _of_matter(matter: Matter, rule: Rule, left_out: list[LeftOut], *, with_open: bool) -> Iterator[Chosen]:
    """Give the claims of a matter that count: of the first stage that is told, each amount once."""
    cancelled = _overtaken(matter)
    told: dict[Stage, list[Chosen]] = {}
    for kept in matter.claims:
        stage = stage_of(kept)
        reason = _why_not(kept, stage, rule, cancelled, with_open=with_open)
        if reason is not None:
            left_out.append(LeftOut(kept.id, reason))
        elif stage is not None:
            told.setdefault(stage, []).append(Chosen(kept, tuple(rule.money(kept, rule.currency))))
    wanted = [stage for stage in rule.stages if any(one.money for one in told.get(stage, ()))]
    for stage, claims in told.items():
        with_money = [one for one in claims if one.money]
        left_out += [
            LeftOut(one.kept.id, "it tells no amount that this rule counts") for one in claims if not one.money
        ]
        if stage is not (wanted[0] if wanted else None):
            left_out += [LeftOut(one.kept.id, f"part of the {wanted[0]} that its matter tells") for one in with_money]
            continue
        yield from _once(with_money, left_out)


def _once(claims: Sequence[Chosen], left_out: list[LeftOut]) -> Iterator[Chosen]:
    """Give one claim for all that tell the same; where they differ none counts."""
    if len(claims) < 2:
        yield from claims
        return
    told = {_sums(one.money) for one in claims}
    if len(told) > 1:
        left_out += [
            LeftOut(one.kept.id, "the claims of its matter tell different amounts; link the later as an update")
            for one in claims
        ]
        return
    yield claims[0]
    left_out += [LeftOut(one.kept.id, f"tells again what {claims[0].kept.id} tells") for one in claims[1:]]


def _sums(money: Iterable[Money]) -> tuple[tuple[str, object], ...]:
    sums: dict[str, object] = {}
    for one in money:
        sums[one.currency] = sums.get(one.currency, 0) + one.amount  # type: ignore[operator]
    return tuple(sorted(sums.items()))


def _why_not(
    kept: KeptClaim, stage: Stage | None, rule: Rule, overtaken: dict[str, str], *, with_open: bool
) -> str | None:
    """Give why a claim does not count by the rule; None where it does."""
    if kept.state is State.REJECTED:
        return "rejected"
    if kept.state not in _JUDGED and not with_open:
        return "nobody has judged it yet"
    if kept.gone_from is not None and kept.claim.read_by.reader == _IMPORTED:
        return "its table no longer says so"
    if kept.claim.status is Status.DENIED:
        return "denied or cancelled"
    if kept.terms is not None and kept.terms.withdrawn:
        return "withdrawn"
    if kept.id in overtaken:
        return overtaken[kept.id]
    if stage not in rule.stages:
        return f"told as {stage}, which this rule does not count" if stage else "no promise and no delivery"
    if stage is Stage.DELIVERY and kept.claim.status not in (Status.DONE, None):
        return "not delivered yet"
    return None


def _overtaken(matter: Matter) -> dict[str, str]:
    """Give the claims that another one of their matter cancels, or tells anew at the same stage."""
    by_id = {kept.id: kept for kept in matter.claims}
    found = {}
    for link in matter.links:
        later, earlier = by_id.get(link.from_claim), by_id.get(link.to_claim)
        if later is None or earlier is None or later.state is State.REJECTED:
            continue
        if link.kind is LinkKind.CANCELS:
            found[earlier.id] = f"cancelled by {later.id}"
        if link.kind is LinkKind.UPDATES and stage_of(later) is stage_of(earlier):
            found[earlier.id] = f"updated by {later.id}"
    return found


def _without_doubles(
    chosen: Sequence[tuple[Matter, Chosen]], gathered: Gathered, left_out: list[LeftOut]
) -> Iterator[tuple[Matter, Chosen]]:
    """Leave out parts whose whole counts: tranches of a promise, and deliveries of one."""
    counted = {matter.id for matter, _ in chosen}
    for matter, one in chosen:
        whole = _whole_of(matter, one.kept, gathered)
        if whole is not None and whole != matter.id and whole in counted:
            left_out.append(LeftOut(one.kept.id, f"part of {whole}, which counts whole"))
        else:
            yield matter, one


def _whole_of(matter: Matter, kept: KeptClaim, gathered: Gathered) -> str | None:
    """Give the matter of which a claim tells a part: the parent of a tranche, the promise that a delivery keeps."""
    parent = kept.terms.tranche_of if kept.terms is not None else None
    if parent is None and kept.claim.kind is Kind.DELIVERY:
        kept_promises = [one.to_claim for one in matter.related if one.kind is LinkKind.DELIVERS and one.stands]
        parent = kept_promises[0] if kept_promises else None
    home = gathered.home.get(parent) if parent is not None else None
    if home is None and parent is not None:
        home = next((one for one in gathered.matters if any(claim.id == parent for claim in one.claims)), None)
    return home.id if home is not None else None
