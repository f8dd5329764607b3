"""What an answer leaves out, and why: said beside every answer, so that nobody takes it for the whole."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from tenu.ledger import KeptClaim
from tenu.questions.scope import Scope


class Reason(StrEnum):
    """Why something is not part of an answer."""

    REJECTED = "rejected by a person"
    UNJUDGED = "not judged by a person yet"
    KEPT = "wholly delivered"
    WITHDRAWN = "withdrawn, cancelled or denied"
    NO_DEADLINE = "no deadline is told"
    LATER = "falls due later"
    PAST = "lies before the day asked for"
    UNDATED = "no day is told"
    UNSETTLED = "the claims differ, and nobody has linked the later as an update"
    UNCOUNTED = "no number and no amount is told"
    NO_RATE = "no exchange rate for its currency and day"
    NO_NEED = "no need names the same item"
    NOT_DONE = "not done yet when it was told"
    NOT_LINKED = "looks like it belongs to a promise, but nobody has judged the link"
    NO_PAIR = "names fewer than two parties"
    TWICE = "counted, but looks like another one told again; nobody has judged the link"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Claims (by their ids) that an answer leaves out for one reason."""

    reason: Reason
    claims: tuple[str, ...]


class Leaving:
    """Collects what is left out while an answer is worked out."""

    def __init__(self) -> None:
        self._by_reason: dict[Reason, dict[str, None]] = {}

    def leave(self, reason: Reason, claims: Iterable[str]) -> None:
        """Note claims that are left out for a reason."""
        self._by_reason.setdefault(reason, {}).update(dict.fromkeys(claims))

    def counting(self, claims: Iterable[KeptClaim], scope: Scope) -> list[KeptClaim]:
        """Give the claims that count, and note the others."""
        found = []
        for claim in claims:
            if scope.counts(claim):
                found.append(claim)
            else:
                self.leave(Reason.REJECTED if claim.state == "rejected" else Reason.UNJUDGED, [claim.id])
        return found

    def told(self, among: Collection[str] | None = None) -> tuple[LeftOut, ...]:
        """Give what was left out in the order of the reasons; with `among`, of these claims alone."""
        found = []
        for reason in Reason:
            claims = tuple(claim for claim in self._by_reason.get(reason, ()) if among is None or claim in among)
            if claims:
                found.append(LeftOut(reason, claims))
        return tuple(found)
