"""The interface's names for the words of the record, to be translated where they are shown."""

from enum import StrEnum

from tenu.ledger.judging import Decision
from tenu.ledger.kept import State
from tenu.ledger.matching.kinds import LinkKind
from tenu.questions.doubts import Doubt
from tenu.record import Kind, Manner, Role, Status


def N_(message: str) -> str:  # noqa: N802 - the mark by which the catalogue finds a sentence
    """Mark a sentence for the catalogue; it is translated where it is shown."""
    return message


NAMES: dict[StrEnum, str] = {
    Kind.MEETING: N_("Meeting"),
    Kind.STATEMENT: N_("Statement"),
    Kind.NEED: N_("Need"),
    Kind.PLEDGE: N_("Pledge"),
    Kind.DELIVERY: N_("Delivery"),
    Kind.DECISION: N_("Decision"),
    Kind.AGREEMENT: N_("Agreement"),
    Kind.ACTIVITY: N_("Activity"),
    Status.PLANNED: N_("planned"),
    Status.ONGOING: N_("ongoing"),
    Status.DONE: N_("done"),
    Status.EXPECTED: N_("expected"),
    Status.DENIED: N_("denied"),
    Role.PARTICIPANT: N_("participant"),
    Role.HOST: N_("host"),
    Role.CHAIR: N_("chair"),
    Role.RECIPIENT: N_("recipient"),
    Role.ASKER: N_("asker"),
    Role.DONOR: N_("donor"),
    Role.DECIDER: N_("decider"),
    Role.PARTY: N_("party"),
    Role.ORGANISER: N_("organiser"),
    Role.SPEAKER: N_("speaker"),
    Manner.DIRECT: N_("word for word"),
    Manner.MIXED: N_("partly word for word"),
    Manner.INDIRECT: N_("reported"),
    State.OPEN: N_("to judge"),
    State.ACCEPTED: N_("accepted"),
    State.AMENDED: N_("amended"),
    State.REJECTED: N_("rejected"),
    Decision.ACCEPT: N_("accept"),
    Decision.AMEND: N_("amend"),
    Decision.REJECT: N_("reject"),
    Decision.UNDO: N_("undo"),
    Decision.CARRY: N_("carried over"),
    Doubt.GONE: N_("no longer on the page"),
    Doubt.UNREAD: N_("words not read"),
    Doubt.NOBODY: N_("nobody acts"),
    Doubt.NOBODY_GIVEN: N_("for whom?"),
    Doubt.NOTHING: N_("of what?"),
    Doubt.NO_TIME: N_("when?"),
    Doubt.NO_STATUS: N_("how far?"),
    LinkKind.SAME: N_("tells of the same thing as"),
    LinkKind.UPDATES: N_("updates"),
    LinkKind.CONTRADICTS: N_("contradicts"),
    LinkKind.CANCELS: N_("cancels"),
    LinkKind.DELIVERS: N_("delivers what was promised in"),
    LinkKind.ANSWERS: N_("answers the need in"),
    LinkKind.DECIDED_AT: N_("was decided at"),
}
