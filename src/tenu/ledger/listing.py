"""Lists of claims: newest document first, in pages that stay where they are while the ledger grows."""

from sqlalchemy import Connection, text

from tenu.errors import LedgerError
from tenu.ledger.filters import Filters
from tenu.ledger.kept import KeptClaim, Paged
from tenu.ledger.moments import written
from tenu.ledger.narrowing import Narrowed, fits, narrowed
from tenu.ledger.order import UNDATED, first_of_rank, rank_in
from tenu.ledger.showing import claims_by_number
from tenu.ledger.words import index
from tenu.ledger.words.asked import Asked, stand_together

MOST = 1_000
"""The longest page that is given at once."""

_BEYOND = first_of_rank(UNDATED + 1)


def list_claims(
    connection: Connection, filters: Filters, words: Asked | None, after: str | None, limit: int
) -> Paged[KeptClaim]:
    """Give one page of the claims that meet the filters and hold the words."""
    limit = min(max(limit, 1), MOST)
    wanted = narrowed(connection, filters, words)
    wanted.first = max(wanted.first, begin_of(after), _earliest(connection, filters))
    found: list[KeptClaim] = []
    while len(found) <= limit:
        numbers = _numbers(connection, wanted, limit + 1)
        claims = claims_by_number(connection, numbers, filters.as_of)
        shown = [claims[number] for number in numbers]
        found += [claim for claim in shown if _holds(words, claim) and _stays(wanted, filters, claim)]
        if len(numbers) <= limit:
            break
        wanted.first = numbers[-1] + 1
    return Paged(tuple(found[:limit]), _cursor(connection, found, limit))


def begin_of(after: str | None) -> int:
    """Give the number at which the page behind a cursor begins."""
    if after is None:
        return 0
    try:
        number = int(after, 36)
    except ValueError:
        number = -1
    if not 0 <= number < _BEYOND:
        raise LedgerError(f"“{after}” is no place in a list; take the one that came with the page before")
    return number + 1


def cursor_of(number: int) -> str:
    """Write the number of a page's last entry as the cursor of the next."""
    digits = ""
    while number:
        number, digit = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
    return digits or "0"


def _cursor(connection: Connection, found: list[KeptClaim], limit: int) -> str | None:
    if len(found) <= limit:
        return None
    number = connection.execute(text("SELECT id FROM claims WHERE key = :key"), {"key": found[limit - 1].id})
    return cursor_of(int(number.scalar_one()))


def _numbers(connection: Connection, wanted: Narrowed, limit: int) -> list[int]:
    statement, values = picking(connection, wanted)
    return list(connection.execute(text(f"{statement} LIMIT :limit"), values | {"limit": limit}).scalars())


def picking(connection: Connection, wanted: Narrowed) -> tuple[str, dict[str, object]]:
    """Write the statement that picks claims' numbers in order, along the index where words or marks are asked for."""
    values = wanted.values | {"first": wanted.first, "end": wanted.end}
    column, source, conditions = "claims.id", "claims", list(wanted.conditions)
    if wanted.tokens:
        column, matches = index.match(connection, index.CLAIMS)
        values["asked"] = index.question(connection, wanted.tokens)
        source = index.CLAIMS
        if conditions:
            join = "CROSS JOIN" if connection.dialect.name == "sqlite" else "JOIN"
            source += f" {join} claims ON claims.id = {column}"
        conditions.insert(0, matches)
    told = " AND ".join([*conditions, f"{column} >= :first", f"{column} < :end"])
    return f"SELECT {column} FROM {source} WHERE {told} ORDER BY {column}", values


def _earliest(connection: Connection, filters: Filters) -> int:
    """Give where the claims known at a moment begin: no page known then stands before it."""
    if filters.as_of is None:
        return 0
    statement = text("SELECT min(id) FROM pages WHERE known_from <= :as_of")
    first = connection.execute(statement, {"as_of": written(filters.as_of)}).scalar()
    return first_of_rank(rank_in(first)) if first is not None else 0


def _stays(wanted: Narrowed, filters: Filters, claim: KeptClaim) -> bool:
    judged = claim.seen > 0 or filters.as_of is not None
    return not judged or fits(wanted, filters, claim.claim, claim.language)


def _holds(words: Asked | None, claim: KeptClaim) -> bool:
    if words is None or not words.phrases:
        return True
    told = [claim.claim.evidence.text, claim.proposed.evidence.text, claim.claim.quote or ""]
    told += [passage.text for passage in claim.claim.also]
    told += [actor.name for actor in claim.claim.actors]
    told += [item.name for item in claim.claim.items]
    told += [place.name for place in claim.claim.where]
    return all(any(stand_together(phrase, part) for part in told) for phrase in words.phrases)
