"""The ledger's first tables."""

import sqlalchemy as sa
from alembic import op

from tenu.ledger.words import index

revision = "0001"
down_revision = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Create every table of the first release, and the full-text index."""
    op.create_table(
        "contents",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("bytes", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_contents")),
    )
    op.create_table(
        "counters",
        sa.Column("name", sa.String(length=32), nullable=False),
        sa.Column("value", NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_counters")),
    )
    op.create_table(
        "documents",
        sa.Column("id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("key", sa.String(length=32), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("page_id", NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_documents")),
        sa.UniqueConstraint("key", name=op.f("uq_documents_key")),
        sa.UniqueConstraint("source", name=op.f("uq_documents_source")),
    )
    op.create_table(
        "history",
        sa.Column("number", NUMBER, autoincrement=False, nullable=False),
        sa.Column("at", sa.String(length=27), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("action", sa.String(length=32), nullable=False),
        sa.Column("subject", sa.String(length=64), nullable=False),
        sa.Column("data", sa.Text(), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_history")),
    )
    op.create_index(op.f("ix_history_subject"), "history", ["subject"], unique=False)
    op.create_table(
        "versions",
        sa.Column("id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("document_id", NUMBER, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("kept_at", sa.String(length=27), nullable=False),
        sa.Column("kept_by", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name=op.f("fk_versions_document_id")),
        sa.ForeignKeyConstraint(["sha256"], ["contents.sha256"], name=op.f("fk_versions_sha256")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_versions")),
        sa.UniqueConstraint("document_id", "number", name=op.f("uq_versions_document_id_number")),
        sa.UniqueConstraint("document_id", "sha256", name=op.f("uq_versions_document_id_sha256")),
    )
    op.create_table(
        "pages",
        sa.Column("id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("document_id", NUMBER, nullable=False),
        sa.Column("version_id", NUMBER, nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("data", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("language", sa.String(length=35), nullable=False),
        sa.Column("published", sa.String(length=32), nullable=True),
        sa.Column("known_from", sa.String(length=27), nullable=False),
        sa.Column("known_until", sa.String(length=27), nullable=True),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name=op.f("fk_pages_document_id")),
        sa.ForeignKeyConstraint(["version_id"], ["versions.id"], name=op.f("fk_pages_version_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pages")),
    )
    op.create_index(op.f("ix_pages_document_id"), "pages", ["document_id"], unique=False)
    op.create_index(op.f("ix_pages_known_from_id"), "pages", ["known_from", "id"], unique=False)
    op.create_table(
        "readings",
        sa.Column("id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("version_id", NUMBER, nullable=False),
        sa.Column("page_id", NUMBER, nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("readers", sa.Text(), nullable=False),
        sa.Column("claims", sa.Integer(), nullable=False),
        sa.Column("kept_at", sa.String(length=27), nullable=False),
        sa.Column("kept_by", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["page_id"], ["pages.id"], name=op.f("fk_readings_page_id")),
        sa.ForeignKeyConstraint(["version_id"], ["versions.id"], name=op.f("fk_readings_version_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_readings")),
    )
    op.create_index(op.f("ix_readings_version_id"), "readings", ["version_id"], unique=False)
    op.create_table(
        "claims",
        sa.Column("id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("page_id", NUMBER, nullable=False),
        sa.Column("reading_id", NUMBER, nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("status", sa.String(length=16), nullable=True),
        sa.Column("when_from", sa.String(length=10), nullable=True),
        sa.Column("when_to", sa.String(length=10), nullable=True),
        sa.Column("continues", NUMBER, nullable=True),
        sa.Column("data", sa.Text(), nullable=False),
        sa.Column("known_from", sa.String(length=27), nullable=False),
        sa.Column("known_until", sa.String(length=27), nullable=True),
        sa.Column("gone_from", sa.String(length=27), nullable=True),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("seen", sa.Integer(), nullable=False),
        sa.Column("amended", sa.Text(), nullable=True),
        sa.Column("terms", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["page_id"], ["pages.id"], name=op.f("fk_claims_page_id")),
        sa.ForeignKeyConstraint(["reading_id"], ["readings.id"], name=op.f("fk_claims_reading_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claims")),
        sa.UniqueConstraint("key", name=op.f("uq_claims_key")),
    )
    op.create_index(
        "ix_claims_continues",
        "claims",
        ["continues"],
        unique=False,
        sqlite_where=sa.text("continues IS NOT NULL"),
        postgresql_where=sa.text("continues IS NOT NULL"),
    )
    op.create_index(op.f("ix_claims_page_id"), "claims", ["page_id"], unique=False)
    op.create_table(
        "links",
        sa.Column("id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("from_id", NUMBER, nullable=False),
        sa.Column("to_id", NUMBER, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("stands", sa.Integer(), nullable=False),
        sa.Column("score", sa.Integer(), nullable=True),
        sa.Column("reasons", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", sa.String(length=27), nullable=False),
        sa.Column("until", sa.String(length=27), nullable=True),
        sa.Column("client_id", sa.String(length=64), nullable=True),
        sa.ForeignKeyConstraint(["from_id"], ["claims.id"], name=op.f("fk_links_from_id")),
        sa.ForeignKeyConstraint(["to_id"], ["claims.id"], name=op.f("fk_links_to_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_links")),
        sa.UniqueConstraint("client_id", name=op.f("uq_links_client_id")),
        sa.UniqueConstraint("kind", "from_id", "to_id", "number", name=op.f("uq_links_kind_from_id_to_id_number")),
    )
    op.create_index(op.f("ix_links_from_id"), "links", ["from_id"], unique=False)
    op.create_index(op.f("ix_links_to_id"), "links", ["to_id"], unique=False)
    op.create_table(
        "suggestions",
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("from_id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("to_id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("score", sa.Integer(), nullable=False),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["from_id"], ["claims.id"], name=op.f("fk_suggestions_from_id")),
        sa.ForeignKeyConstraint(["to_id"], ["claims.id"], name=op.f("fk_suggestions_to_id")),
        sa.PrimaryKeyConstraint("kind", "from_id", "to_id", name=op.f("pk_suggestions")),
    )
    op.create_index(op.f("ix_suggestions_score"), "suggestions", ["score"], unique=False)
    op.create_index(op.f("ix_suggestions_to_id"), "suggestions", ["to_id"], unique=False)
    op.create_table(
        "verdicts",
        sa.Column("id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("claim_id", NUMBER, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("decision", sa.String(length=16), nullable=False),
        sa.Column("amended", sa.Text(), nullable=True),
        sa.Column("terms", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", sa.String(length=27), nullable=False),
        sa.Column("client_id", sa.String(length=64), nullable=True),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("standing", sa.Text(), nullable=True),
        sa.Column("standing_terms", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["claim_id"], ["claims.id"], name=op.f("fk_verdicts_claim_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_verdicts")),
        sa.UniqueConstraint("claim_id", "number", name=op.f("uq_verdicts_claim_id_number")),
        sa.UniqueConstraint("client_id", name=op.f("uq_verdicts_client_id")),
    )
    op.create_index(op.f("ix_verdicts_at"), "verdicts", ["at"], unique=False)
    op.get_bind().exec_driver_sql("INSERT INTO counters (name, value) VALUES ('serial', 0), ('folding', 1)")
    index.make(op.get_bind())
