"""Sums by donor, recipient, month or item; what nobody told apart stays together and is said to be."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tenu.ledger import KeptClaim
from tenu.questions.counting.count import NOT_TOLD, UNDATED, By, LeftOut, Sum
from tenu.questions.counting.rule import Money
from tenu.questions.counting.union import group_of
from tenu.questions.counting.valuing import day_of, month_of, part_of
from tenu.questions.party import party_of
from tenu.record import Actor, Basis, Number, Role, Share

WHOLE = "not told apart by item"


@dataclass(frozen=True, slots=True)
class Portion:
    """An amount that counts, with the claim that tells it."""

    kept: KeptClaim
    money: Money


@dataclass(frozen=True, slots=True)
class _Part:
    """What a portion gives to one key."""

    key: str
    name: str
    amount: Number
    group: str | None = None


def summed(portions: Sequence[Portion], by: By | None, left_out: list[LeftOut]) -> tuple[Sum, ...]:
    """Add portions up by what is asked for (None: all together), the largest sum first, each currency by itself."""
    sums: dict[tuple[str, str], Sum] = {}
    for portion in portions:
        for part in _parts(portion, by, left_out):
            there = (part.key, portion.money.currency)
            before = sums.get(there) or Sum(part.name, portion.money.currency, 0, (), group=part.group)
            sums[there] = _added(before, part, portion)
    if by is By.MONTH:
        return tuple(sorted(sums.values(), key=lambda one: (one.currency, one.key)))
    return tuple(sorted(sums.values(), key=lambda one: (one.currency, -one.amount, one.key)))


def _added(before: Sum, part: _Part, portion: Portion) -> Sum:
    basis, claim = portion.money.basis, portion.kept.id
    return replace(
        before,
        amount=before.amount + part.amount,
        claims=before.claims if before.claims[-1:] == (claim,) else (*before.claims, claim),
        converted=before.converted + (part.amount if basis is Basis.CONVERTED else 0),
        estimated=before.estimated + (part.amount if basis is Basis.ESTIMATED else 0),
    )


def _parts(portion: Portion, by: By | None, left_out: list[LeftOut]) -> Iterator[_Part]:
    amount = portion.money.amount
    if by is None:
        yield _Part("", "", amount)
    elif by is By.DONOR:
        yield from _by_donor(portion, left_out)
    elif by is By.RECIPIENT:
        yield _joint(portion, Role.RECIPIENT)
    elif by is By.MONTH:
        month = month_of(portion.kept) or UNDATED
        yield _Part(month, month, amount)
    else:
        item = portion.money.item or _only_item(portion.kept) or WHOLE
        yield _Part(item.casefold(), item, amount)


def _by_donor(portion: Portion, left_out: list[LeftOut]) -> Iterator[_Part]:
    """Give joint donors what each bears, as far as it is told; the rest stays with all of them together."""
    kept, money = portion.kept, portion.money
    shares = kept.terms.shares if kept.terms is not None else ()
    rest = money.amount
    for share in shares:
        borne = _borne(share, money)
        if borne is not None:
            rest -= borne
            actor = next((one for one in kept.claim.actors if one.name == share.donor), None)
            yield _donor(share.donor, actor, borne, kept)
    if rest or not shares:
        if shares:
            left_out.append(
                LeftOut(kept.id, f"{money.currency} {rest} of it are nobody’s told share; they stand together")
            )
        yield replace(_joint(portion, Role.DONOR), amount=rest)


def _borne(share: Share, money: Money) -> Number | None:
    if share.amount is not None and share.currency in (None, money.currency):
        return share.amount
    return part_of(money.amount, share.part) if share.part is not None else None


def _donor(name: str, actor: Actor | None, amount: Number, kept: KeptClaim) -> _Part:
    if actor is None:
        return _Part(name.casefold(), name, amount, None)
    return _Part(party_of(actor, kept.language).key, actor.name, amount, group_of(actor, day_of(kept)))


def _joint(portion: Portion, role: Role) -> _Part:
    """Give the amount to all in a role together."""
    kept = portion.kept
    actors = [actor for actor in kept.claim.actors if actor.role is role]
    if not actors:
        return _Part(NOT_TOLD, NOT_TOLD, portion.money.amount)
    keys = sorted({party_of(actor, kept.language).key for actor in actors})
    names = " and ".join(dict.fromkeys(actor.name for actor in actors))
    groups = {group_of(actor, day_of(kept)) for actor in actors} if role is Role.DONOR else set()
    name = f"{names} (together)" if len(keys) > 1 else actors[0].name
    return _Part(" ".join(keys), name, portion.money.amount, groups.pop() if len(groups) == 1 else None)


def _only_item(kept: KeptClaim) -> str | None:
    return kept.claim.items[0].name if len(kept.claim.items) == 1 else None
