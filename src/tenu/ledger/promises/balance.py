"""The open balance of a promise: promised less delivered, by item and by money, with the claims that make it.

The rules are the aid trackers' (OECD DAC, IATI, Ukraine Support Tracker): the stages of one promise do not add up, so
what was promised is the widest stage told (pledge, else commitment, else allocation); claims of one matter tell one
thing, so their figures must agree and are not added; deliveries are things of their own and are added; values that are
stated, converted and estimated are never mixed.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tenu.ledger.kept import KeptClaim, State
from tenu.ledger.linking import Link
from tenu.ledger.matching.kinds import LinkKind
from tenu.ledger.promises.figures import Figure, Measure, figures_of, stage_of
from tenu.record import Number, Share, Stage, Status

Figures = Mapping[str, Sequence[Figure]]
"""The figures of claims by their ids."""

PROMISING = (Stage.PLEDGE, Stage.COMMITMENT, Stage.ALLOCATION)


@dataclass(frozen=True, slots=True)
class Sum:
    """A figure with the ids of the claims that make it; None, with the reason, where they do not agree."""

    number: Number | None
    claims: tuple[str, ...]
    unsettled: str | None = None


_NOTHING = Sum(0, ())


@dataclass(frozen=True, slots=True)
class Line:
    """One measure of a promise: each stage as told, and promised, delivered and open (None where it is not settled).

    `open` below zero says that more came than was promised.
    """

    name: str
    measure: Measure
    stages: dict[Stage, Sum]
    promised: Sum | None
    delivered: Sum
    open: Number | None


@dataclass(frozen=True, slots=True)
class Balance:
    """What of a promise is still open, with its conditions, its joint donors' shares, and whether it was withdrawn."""

    lines: tuple[Line, ...]
    withdrawn: bool = False
    conditions: tuple[str, ...] = ()
    shares: tuple[Share, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """The claims of one matter and the links between them."""

    claims: Sequence[KeptClaim]
    links: Sequence[Link] = ()


def balance(promise: Told, deliveries: Iterable[Told], tranches: Iterable[Balance] = ()) -> Balance:
    """Work out a promise's balance from its own claims, the matters that deliver it, and its tranches' balances."""
    deliveries, tranches = tuple(deliveries), tuple(tranches)
    if not tranches and (alone := _alone(promise, deliveries)) is not None:
        return alone
    return worked_out(promise, deliveries, tranches)


def worked_out(promise: Told, deliveries: Sequence[Told], tranches: Sequence[Balance]) -> Balance:
    """Work out a balance the long way, which knows every case."""
    standing = _standing(promise)
    figures = {claim.id: figures_of(claim) for one in (promise, *deliveries) for claim in one.claims}
    names = _names(standing, promise.links, figures)
    by_stage: dict[Measure, dict[Stage, Sum]] = {}
    for stage, told in _by_stage(standing).items():
        for measure, figure in _agreed(told, names, figures).items():
            by_stage.setdefault(measure, {})[stage] = figure
    came = [_agreed(_delivered(one), names, figures) for one in deliveries]
    withdrawn = _withdrawn(promise, standing)
    parts = {line.measure for tranche in tranches for line in tranche.lines}
    measures = sorted({*by_stage, *(measure for one in came for measure in one), *parts})
    shown = _shown_names((promise, *deliveries), tranches, names, figures)
    lines = [
        _line(shown.get(measure, measure.item or measure.unit), measure, by_stage.get(measure, {}), came, tranches)
        for measure in measures
    ]
    if withdrawn:
        lines = [Line(line.name, line.measure, line.stages, line.promised, line.delivered, 0) for line in lines]
    terms = [claim.terms for claim in standing if claim.terms is not None]
    return Balance(
        tuple(lines),
        withdrawn,
        tuple(dict.fromkeys(condition for one in terms for condition in one.conditions)),
        tuple(dict.fromkeys(share for one in terms for share in one.shares)),
    )


def _alone(promise: Told, deliveries: Sequence[Told]) -> Balance | None:
    """Give the balance that a single claim makes, the short way: most promises of a large ledger are told once.

    None where several claims tell of it, or links say something of the one, or its figures share a measure.
    """
    if len(promise.claims) == 1 and not promise.links and not deliveries:
        (claim,), delivers = promise.claims, False
    elif len(deliveries) == 1 and len(deliveries[0].claims) == 1 and not deliveries[0].links and not promise.claims:
        (claim,), delivers = deliveries[0].claims, True
    else:
        return None
    stage = stage_of(claim)
    if claim.terms is not None or stage is None or (delivers and stage is not Stage.DELIVERY):
        return None
    if claim.state is State.REJECTED or claim.claim.status is Status.DENIED or not _counts(claim, stage):
        return Balance(())
    figures = figures_of(claim)
    if len(figures) > 1:
        if len({figure.measure for figure in figures}) < len(figures):
            return None
        figures.sort(key=lambda figure: figure.measure)
    return Balance(tuple(_line_alone(figure, stage, delivers) for figure in figures))


def _line_alone(figure: Figure, stage: Stage, delivers: bool) -> Line:
    own = Sum(figure.number, (figure.claim,))
    stages = {} if delivers else {stage: own}
    if stage is Stage.DELIVERY:
        return Line(figure.name, figure.measure, stages, None, Sum(0 + figure.number, own.claims), None)
    return Line(figure.name, figure.measure, stages, own, _NOTHING, figure.number - 0)


def _line(
    name: str,
    measure: Measure,
    stages: dict[Stage, Sum],
    came: Sequence[dict[Measure, Sum]],
    tranches: Sequence[Balance],
) -> Line:
    of_tranches = [line for tranche in tranches for line in tranche.lines if line.measure == measure]
    promised = next((stages[stage] for stage in PROMISING if stage in stages), None)
    if promised is None:
        promised = _added([line.promised for line in of_tranches if line.promised is not None])
    arrived = [one[measure] for one in came if measure in one]
    arrived += [stages[Stage.DELIVERY]] if Stage.DELIVERY in stages else []
    arrived += [line.delivered for line in of_tranches]
    delivered = _added(arrived) or Sum(0, ())
    rest = None
    if promised is not None and promised.number is not None and delivered.number is not None:
        rest = promised.number - delivered.number
    return Line(name, measure, stages, promised, delivered, rest)


def _by_stage(standing: Sequence[KeptClaim]) -> dict[Stage, list[KeptClaim]]:
    """Sort claims by their stages, in the order of these; a claim that tells none, or does not count, is left out."""
    found: dict[Stage, list[KeptClaim]] = {}
    for claim in standing:
        stage = stage_of(claim)
        if stage is not None and _counts(claim, stage):
            found.setdefault(stage, []).append(claim)
    return {stage: found[stage] for stage in Stage if stage in found} if len(found) > 1 else found


def _standing(promise: Told) -> list[KeptClaim]:
    """Give the claims that count: not rejected, not denied, not cancelled, not updated at their own stage."""
    by_id = {claim.id: claim for claim in promise.claims}
    over = set()
    for link in promise.links:
        later, earlier = by_id.get(link.from_claim), by_id.get(link.to_claim)
        if later is None or earlier is None or later.state is State.REJECTED:
            continue
        if link.kind is LinkKind.CANCELS:
            over.add(earlier.id)
        if link.kind is LinkKind.UPDATES and stage_of(later) is stage_of(earlier):
            over.add(earlier.id)
    return [
        claim
        for claim in promise.claims
        if claim.id not in over and claim.state is not State.REJECTED and claim.claim.status is not Status.DENIED
    ]


def _withdrawn(promise: Told, standing: Sequence[KeptClaim]) -> bool:
    if any(claim.terms is not None and claim.terms.withdrawn for claim in standing):
        return True
    promised = [claim for claim in promise.claims if stage_of(claim) in PROMISING]
    left = [claim for claim in standing if stage_of(claim) in PROMISING]
    return bool(promised) and not left and any(link.kind is LinkKind.CANCELS for link in promise.links)


def _counts(claim: KeptClaim, stage: Stage) -> bool:
    """Tell whether a claim's figures count at its stage: a delivery only once it is done."""
    return stage is not Stage.DELIVERY or claim.claim.status in (Status.DONE, None)


def _delivered(one: Told) -> list[KeptClaim]:
    return [claim for claim in _standing(one) if stage_of(claim) is Stage.DELIVERY and _counts(claim, Stage.DELIVERY)]


def _agreed(claims: Sequence[KeptClaim], names: dict[str, str], figures_by: Figures) -> dict[Measure, Sum]:
    """Give one figure a measure from claims that tell one thing; where they differ none is chosen."""
    told: dict[Measure, list[Figure]] = {}
    for claim in claims:
        for figure in figures_by[claim.id]:
            told.setdefault(_measure(figure, names), []).append(figure)
    agreed = {}
    for measure, figures in told.items():
        numbers = sorted({figure.number for figure in figures})
        ids = tuple(figure.claim for figure in figures)
        if len(numbers) == 1:
            agreed[measure] = Sum(numbers[0], ids)
        else:
            listed = ", ".join(str(number) for number in numbers)
            agreed[measure] = Sum(None, ids, f"the claims differ ({listed}); link the later as an update")
    return agreed


def _added(sums: Sequence[Sum]) -> Sum | None:
    if not sums:
        return None
    ids = tuple(dict.fromkeys(claim for one in sums for claim in one.claims))
    unsettled = next((one.unsettled for one in sums if one.number is None), None)
    if unsettled is not None:
        return Sum(None, ids, unsettled)
    return Sum(sum(one.number for one in sums if one.number is not None), ids)


def _names(claims: Sequence[KeptClaim], links: Sequence[Link], figures_by: Figures) -> dict[str, str]:
    """Find items that linked claims name in different words: on each side the only ones of their number and unit."""
    by_id = {claim.id: claim for claim in claims}
    names: dict[str, str] = {}
    for link in links:
        one, other = by_id.get(link.from_claim), by_id.get(link.to_claim)
        if link.kind is not LinkKind.SAME or one is None or other is None:
            continue
        mine, theirs = _single_figures(figures_by[one.id]), _single_figures(figures_by[other.id])
        for counted, item in mine.items():
            if counted in theirs and theirs[counted] != item:
                first, second = sorted((item, theirs[counted]))
                names[second] = first
    return names


def _single_figures(figures: Sequence[Figure]) -> dict[tuple[Number, str], str]:
    counted: dict[tuple[Number, str], list[str]] = {}
    for figure in figures:
        if figure.measure.item:
            counted.setdefault((figure.number, figure.measure.unit), []).append(figure.measure.item)
    return {key: items[0] for key, items in counted.items() if len(items) == 1}


def _measure(figure: Figure, names: dict[str, str]) -> Measure:
    measure = figure.measure
    if measure.item not in names:
        return measure
    return Measure(names[measure.item], measure.unit, measure.basis)


def _shown_names(
    told: Sequence[Told], tranches: Sequence[Balance], names: dict[str, str], figures_by: Figures
) -> dict[Measure, str]:
    shown = {line.measure: line.name for tranche in tranches for line in tranche.lines}
    for one in reversed(told):
        for claim in reversed(one.claims):
            shown |= {_measure(figure, names): figure.name for figure in figures_by[claim.id]}
    return shown
