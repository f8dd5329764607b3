"""What tenu refuses, in sentences for the person at the screen: what happened, and what to do."""


class TenuError(Exception):
    """The root of everything that tenu refuses; its text is a sentence to show as it stands."""


class UnreadableSourceError(TenuError):
    """A source that cannot be brought or turned into a text: empty, binary, too large, of an unknown encoding."""


class UncoveredLanguageError(TenuError):
    """A text in a language for which tenu has no reader."""


class LedgerError(TenuError):
    """A ledger that cannot be opened, read or written."""


class UnknownRecordError(LedgerError):
    """No record in the ledger answers to the id that was asked for."""


class UsageError(TenuError):
    """A command or request whose words do not fit; nothing was done."""


class ConflictError(LedgerError):
    """Somebody else decided in between; nothing was overwritten, and both decisions are at hand."""
