"""A writer's turn: one transaction, by one person, at one moment, with the numbers and history entries it makes."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from sqlalchemy import Connection, Engine, select

from tenu.errors import LedgerError
from tenu.ledger.engine import writing
from tenu.ledger.history import Chain
from tenu.ledger.moments import written
from tenu.ledger.tables import counters


class Turn:
    """What a writer holds: the connection, who writes, and when: as given, and `at`, never before the last entry."""

    def __init__(self, connection: Connection, who: str, when: datetime) -> None:
        if not who.strip():
            raise LedgerError("the ledger keeps who wrote what; give a name")
        self.connection = connection
        self.who = who
        self.chain = Chain(connection)
        self.given = written(when)
        self.at = max(self.given, self.chain.at)
        self._serial = connection.execute(select(counters.c.value).where(counters.c.name == "serial")).scalar_one()
        self._taken = self._serial

    def serial(self) -> int:
        """Give the next number that no record has yet."""
        self._taken += 1
        return int(self._taken)

    def serials(self, many: int) -> range:
        """Give the next numbers, as many as are asked for."""
        first = int(self._taken) + 1
        self._taken += many
        return range(first, first + many)

    def note(self, action: str, subject: str, **data: object) -> None:
        """Enter into the history what was done to which record."""
        self.chain.add(self.at, self.who, action, subject, data)

    def end(self) -> None:
        """Write down the history's new entries and how far the numbers have come."""
        self.chain.write()
        if self._taken != self._serial:
            self.connection.execute(counters.update().where(counters.c.name == "serial"), {"value": self._taken})
            self._serial = self._taken


@contextmanager
def turn(engine: Engine, who: str, when: datetime) -> Iterator[Turn]:
    """Give a turn; all it wrote is kept together when it ends, or nothing where it fails."""
    with writing(engine) as connection:
        taken = Turn(connection, who, when)
        yield taken
        taken.end()
