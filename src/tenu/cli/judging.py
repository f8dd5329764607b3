"""`tenu accept`, `reject`, `amend`, `undo`, `add`: a person's decisions, each told in a line."""

import sys
from collections.abc import Callable, Iterable
from datetime import UTC, datetime

from tenu.cli.fields import Fields
from tenu.cli.table import who_and_what
from tenu.errors import LedgerError, TenuError
from tenu.ledger import Decision, Judgement, KeptClaim, Ledger, OvertakenError, Verdict
from tenu.record import Claim, Document, Kind, Passage, ReadBy
from tenu.settings import Settings

_SHORT = 10
_DONE = {
    Decision.ACCEPT: "accepted",
    Decision.AMEND: "amended",
    Decision.REJECT: "rejected",
    Decision.UNDO: "taken back",
}

Decide = Callable[[KeptClaim, Document], Judgement]


def accept_claims(settings: Settings, claims: list[str], seen: int | None) -> int:
    """Accept each claim; give the exit status."""
    return _judge(settings, claims, lambda _claim, _text: Judgement(Decision.ACCEPT), seen)


def reject_claims(settings: Settings, claims: list[str], reason: str, seen: int | None) -> int:
    """Reject each claim; give the exit status."""
    return _judge(settings, claims, lambda _claim, _text: Judgement(Decision.REJECT, reason=reason), seen)


def undo_verdicts(settings: Settings, claims: list[str], seen: int | None) -> int:
    """Take the last verdict on each claim back; give the exit status."""
    return _judge(settings, claims, lambda _claim, _text: Judgement(Decision.UNDO), seen)


def amend_claim(settings: Settings, claim: str, fields: Fields, reason: str | None, seen: int | None) -> int:
    """Amend a claim by the fields given; give the exit status."""

    def decide(kept: KeptClaim, document: Document) -> Judgement:
        amended = fields.on(kept.claim, document.text)
        terms = fields.terms(kept.terms)
        if amended == kept.claim and terms == kept.terms:
            raise LedgerError("that changes nothing; name a field, such as --status done")
        stays = amended == kept.proposed
        return Judgement(Decision.AMEND, amended=None if stays and terms else amended, terms=terms, reason=reason)

    return _judge(settings, [claim], decide, seen)


def add_claim(settings: Settings, document: str, words: str, fields: Fields) -> int:
    """Add a person's claim on a document's words; give the exit status."""
    with Ledger.open(settings.ledger) as ledger:
        text = _text(ledger, document)
        claim = Claim("", Kind.STATEMENT, _select(words, text), _NOBODY)
        written = fields.on(claim, text.text)
        added = ledger.add(document, written, terms=fields.terms(None), who=settings.who, when=datetime.now(UTC))
    _say("added", added)
    return 0


_NOBODY = ReadBy("", "", "")


def _select(words: str, document: Document) -> Passage:
    """Find the words in the text; they must stand there once, for nobody can say which is meant."""
    many = document.text.count(words)
    if many != 1:
        told = f"stand {many} times in" if many else "do not stand in"
        more = "give more of them" if many else "give them as they stand there"
        raise LedgerError(f"the words “{words}” {told} {document.source}; {more}")
    start = document.text.index(words)
    return Passage(words, start, start + len(words))


def _judge(settings: Settings, claims: Iterable[str], decide: Decide, seen: int | None) -> int:
    """Decide on one claim after the other; what is refused is told and does not stop the rest."""
    failed = False
    with Ledger.open(settings.ledger) as ledger:
        for name in claims:
            try:
                claim = ledger.claim(name)
                judgement = decide(claim, _text(ledger, claim.document, claim.version))
                _decide(ledger, claim, judgement, settings.who, seen)
                _say(_DONE[judgement.decision], ledger.claim(claim.id))
            except TenuError as refused:
                failed = True
                print(f"tenu: {refused}", file=sys.stderr)  # noqa: T201 — the door speaks
    return 1 if failed else 0


def _decide(ledger: Ledger, claim: KeptClaim, judgement: Judgement, who: str, seen: int | None) -> None:
    """Add a verdict; on what others have judged only where the person tells what he saw."""
    told = ledger.verdicts(claim.id)
    if seen is None and any(verdict.by != who for verdict in told):
        raise LedgerError(_both(claim, judgement, who, [one for one in told if one.by != who]))
    try:
        ledger.judge(claim.id, judgement, seen=claim.seen if seen is None else seen, who=who, when=datetime.now(UTC))
    except OvertakenError as overtaken:
        raise LedgerError(_both(overtaken.claim, judgement, who, overtaken.theirs)) from None


def _both(claim: KeptClaim, yours: Judgement, who: str, theirs: Iterable[Verdict]) -> str:
    """Tell both decisions, and how to decide all the same."""
    lines = [f"the claim {claim.id[:_SHORT]} was judged by somebody else; nothing was kept of your decision."]
    lines += [f"  {_told(verdict.judgement, verdict.by)}, {verdict.at:%Y-%m-%d %H:%M}" for verdict in theirs]
    lines += [
        f"  {_told(yours, who)}, now: not kept",
        f"`tenu show {claim.id[:_SHORT]}` shows how it stands; decide all the same with --seen {claim.seen}.",
    ]
    return "\n".join(lines)


def _told(judgement: Judgement, by: str) -> str:
    reason = f": {judgement.reason}" if judgement.reason else ""
    return f"{judgement.decision} by {by}{reason}"


def _text(ledger: Ledger, document: str, version: int | None = None) -> Document:
    return ledger.version(document, version).document


def _say(done: str, claim: KeptClaim) -> None:
    told = who_and_what(claim.claim) or " ".join(claim.claim.evidence.text.split())
    how = f", {claim.state}" if claim.state.value != done else ""
    print(f"{claim.id[:_SHORT]} {done}{how}: {claim.claim.kind} · {told[:100]}")  # noqa: T201 — the door speaks
