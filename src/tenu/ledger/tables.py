"""The ledger's tables. Rows are added; the few columns that change are worked out from rows and checked by `verify`."""

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, LargeBinary, MetaData, String, Table, Text
from sqlalchemy import UniqueConstraint as Unique

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

Number = BigInteger().with_variant(Integer(), "sqlite")  # in SQLite only INTEGER makes the key the row's own number
Moment = String(27)
Digest = String(64)

counters = Table(
    "counters",
    metadata,
    Column("name", String(32), primary_key=True),
    Column("value", Number, nullable=False),
)

documents = Table(
    "documents",
    metadata,
    Column("id", Number, primary_key=True, autoincrement=False),
    Column("key", String(32), nullable=False, unique=True),
    Column("source", Text, nullable=False, unique=True),
    Column("page_id", Number, nullable=False),  # the page of the current reading: worked out
)

contents = Table(
    "contents",
    metadata,
    Column("sha256", Digest, primary_key=True),
    Column("bytes", LargeBinary, nullable=False),
)

versions = Table(
    "versions",
    metadata,
    Column("id", Number, primary_key=True, autoincrement=False),
    Column("document_id", Number, ForeignKey("documents.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("sha256", Digest, ForeignKey("contents.sha256"), nullable=False),
    Column("kept_at", Moment, nullable=False),
    Column("kept_by", Text, nullable=False),
    Column("found_at", Moment, nullable=False),  # when the bytes were found there; kept_at never runs backward
    Unique("document_id", "number"),
)

# A page is the text with its blocks that one or several readings made from a version's bytes.
pages = Table(
    "pages",
    metadata,
    Column("id", Number, primary_key=True, autoincrement=False),  # in the order of lists, see order.py
    Column("document_id", Number, ForeignKey("documents.id"), nullable=False),
    Column("version_id", Number, ForeignKey("versions.id"), nullable=False),
    Column("digest", Digest, nullable=False),
    Column("data", Text, nullable=False),  # record.Document as JSON
    Column("title", Text),
    Column("language", String(35), nullable=False),
    Column("published", String(32)),
    Column("known_from", Moment, nullable=False),
    Column("known_until", Moment),  # since when another page is the current one: worked out
    Index(None, "document_id"),
    Index(None, "known_from", "id"),
)

readings = Table(
    "readings",
    metadata,
    Column("id", Number, primary_key=True, autoincrement=False),
    Column("version_id", Number, ForeignKey("versions.id"), nullable=False),
    Column("page_id", Number, ForeignKey("pages.id"), nullable=False),
    Column("digest", Digest, nullable=False),
    Column("readers", Text, nullable=False),
    Column("claims", Integer, nullable=False),
    Column("kept_at", Moment, nullable=False),
    Column("kept_by", Text, nullable=False),
    Index(None, "version_id"),
)

claims = Table(
    "claims",
    metadata,
    Column("id", Number, primary_key=True, autoincrement=False),  # in the order of lists, see order.py
    Column("key", String(64), nullable=False, unique=True),
    Column("page_id", Number, ForeignKey("pages.id"), nullable=False),
    Column("reading_id", Number, ForeignKey("readings.id")),  # none where a person added the claim
    Column("kind", String(16), nullable=False),
    Column("status", String(16)),
    Column("when_from", String(10)),
    Column("when_to", String(10)),
    Column("continues", Number),  # the claim of an earlier reading that says the same in the same words
    Column("data", Text, nullable=False),  # record.Claim as JSON
    Column("known_from", Moment, nullable=False),
    Column("known_until", Moment),  # since when a later reading took its place: worked out
    Column("gone_from", Moment),  # since when the page no longer says what a person accepted: worked out
    Column("state", String(16), nullable=False),  # worked out from the verdicts
    Column("seen", Integer, nullable=False),  # the number of verdicts: worked out
    Column("amended", Text),  # the claim as amended, where it is: worked out
    Column("terms", Text),  # record.Terms as JSON, where a person gave them: worked out
    Index(None, "page_id"),
)
CONTINUES = "CREATE INDEX ix_claims_continues ON claims (continues) WHERE continues IS NOT NULL"
"""An index of few rows, in words that both databases know: SQLAlchemy would load PostgreSQL's part for its `WHERE`."""

# `state`, `standing` and `standing_terms` say how the claim stood once the verdict was given.
verdicts = Table(
    "verdicts",
    metadata,
    Column("id", Number, primary_key=True, autoincrement=False),
    Column("claim_id", Number, ForeignKey("claims.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("decision", String(16), nullable=False),
    Column("amended", Text),
    Column("terms", Text),
    Column("reason", Text),
    Column("by", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("client_id", String(64), unique=True),
    Column("state", String(16), nullable=False),
    Column("standing", Text),
    Column("standing_terms", Text),
    Column("until", Moment),  # since when another verdict undid it: worked out
    Unique("claim_id", "number"),
    Index(None, "at"),
    Index(None, "by"),
)

# One row each time a link is made, refused or taken back; the last row of a pair and kind says how it stands.
links = Table(
    "links",
    metadata,
    Column("id", Number, primary_key=True, autoincrement=False),
    Column("kind", String(16), nullable=False),
    Column("from_id", Number, ForeignKey("claims.id"), nullable=False),
    Column("to_id", Number, ForeignKey("claims.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("stands", Integer, nullable=False),  # 1 linked, 0 refused or taken back
    Column("score", Integer),  # thousandths, where it was suggested
    Column("reasons", Text),
    Column("reason", Text),
    Column("by", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("until", Moment),  # since when a later row says otherwise: worked out
    Column("client_id", String(64), unique=True),
    Unique("kind", "from_id", "to_id", "number"),
    Index(None, "from_id"),
    Index(None, "to_id"),
)

suggestions = Table(
    "suggestions",
    metadata,
    Column("kind", String(16), primary_key=True),
    Column("from_id", Number, ForeignKey("claims.id"), primary_key=True, autoincrement=False),
    Column("to_id", Number, ForeignKey("claims.id"), primary_key=True, autoincrement=False),
    Column("score", Integer, nullable=False),  # thousandths
    Column("reasons", Text, nullable=False),
    Index(None, "score"),
    Index(None, "to_id"),
)

# What a watcher remembers of publishers' lists and of the addresses they named; see watching.py.
outlets = Table(
    "outlets",
    metadata,
    Column("url", Text, primary_key=True),
    Column("source", String(64), nullable=False),
    Column("etag", Text),
    Column("last_modified", Text),
    Column("asked_at", Moment),
    Column("well_at", Moment),
    Column("failures", Integer, nullable=False),  # in a row
    Column("problem", Text),
)

listings = Table(
    "listings",
    metadata,
    Column("url", Text, primary_key=True),
    Column("outlet", Text, ForeignKey("outlets.url"), nullable=False),
    Column("title", Text),
    Column("published", String(32)),
    Column("place", Integer, nullable=False),  # in the list that last named it
    Column("first_at", Moment, nullable=False),
    Column("listed_at", Moment, nullable=False),
    Column("etag", Text),
    Column("last_modified", Text),
    Column("asked_at", Moment),
    Column("gone_at", Moment),
    Column("failures", Integer, nullable=False),  # in a row
    Column("problem", Text),
    Index(None, "outlet", "listed_at"),
)

history = Table(
    "history",
    metadata,
    Column("number", Number, primary_key=True, autoincrement=False),
    Column("at", Moment, nullable=False),
    Column("who", Text, nullable=False),
    Column("action", String(32), nullable=False),
    Column("subject", String(64), nullable=False),
    Column("data", Text, nullable=False),
    Column("hash", Digest, nullable=False),
    Index(None, "subject"),
)
