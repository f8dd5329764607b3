"""The interface's names for the words of the record, to be translated where they are shown."""

from enum import StrEnum

from tenu.document.changes import ChangeKind
from tenu.ledger.judging import Decision
from tenu.ledger.kept import State
from tenu.ledger.matching.kinds import LinkKind
from tenu.pairing.differences import Slot
from tenu.questions.balance import By
from tenu.questions.doubts import Doubt
from tenu.questions.leaving import Reason
from tenu.questions.promise import Fate
from tenu.record import Kind, Manner, Role, Stage, Status


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

PARTICULAR: dict[type[StrEnum], dict[StrEnum, str]] = {
    Reason: {
        Reason.REJECTED: N_("rejected by a person"),
        Reason.UNJUDGED: N_("not judged by a person yet"),
        Reason.KEPT: N_("wholly delivered"),
        Reason.WITHDRAWN: N_("withdrawn, cancelled or denied"),
        Reason.NO_DEADLINE: N_("no deadline is told"),
        Reason.LATER: N_("falls due later"),
        Reason.PAST: N_("lies before the day asked for"),
        Reason.UNDATED: N_("no day is told"),
        Reason.UNSETTLED: N_("the claims differ, and nobody has linked the later as an update"),
        Reason.UNCOUNTED: N_("no number and no amount is told"),
        Reason.NO_RATE: N_("no exchange rate for its currency and day"),
        Reason.NO_NEED: N_("no need names the same item"),
        Reason.NOT_DONE: N_("not done yet when it was told"),
        Reason.NOT_LINKED: N_("looks like it belongs to a promise, but nobody has judged the link"),
        Reason.NO_PAIR: N_("names fewer than two parties"),
        Reason.TWICE: N_("counted, but looks like another one told again; nobody has judged the link"),
    },
    Fate: {
        Fate.NOTHING: N_("nothing came"),
        Fate.PARTLY: N_("part of it came"),
        Fate.WHOLLY: N_("all of it came"),
        Fate.UNCOUNTED: N_("something came, how much is not told"),
        Fate.UNSETTLED: N_("the figures differ"),
        Fate.WITHDRAWN: N_("withdrawn"),
    },
    By: {
        By.DONOR: N_("by donor"),
        By.RECIPIENT: N_("by recipient"),
        By.ITEM: N_("by item"),
        By.MONTH: N_("by month"),
    },
    Stage: {
        Stage.PLEDGE: N_("pledged"),
        Stage.COMMITMENT: N_("committed"),
        Stage.ALLOCATION: N_("set aside"),
        Stage.DELIVERY: N_("delivered"),
    },
    ChangeKind: {
        ChangeKind.ADDED: N_("added"),
        ChangeKind.REMOVED: N_("removed"),
        ChangeKind.CHANGED: N_("changed"),
        ChangeKind.DATE: N_("only the date line"),
    },
    Slot: {
        Slot.KIND: N_("kind"),
        Slot.AMOUNT: N_("amount"),
        Slot.COUNT: N_("count"),
        Slot.DATE: N_("date"),
        Slot.DEADLINE: N_("deadline"),
        Slot.SPEAKER: N_("speaker"),
        Slot.ACTOR: N_("actor"),
        Slot.PLACE: N_("place"),
        Slot.STATUS: N_("status"),
    },
}
"""Names of words that mean something else in one list than in another: to be given *by donor* is not to be one."""
