"""Pages that go back to earlier bytes, claims that a person added, and verdicts that were undone."""

import sqlalchemy as sa
from alembic import op

from tenu.ledger.judging import Decision, undone_by

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Let bytes come back as a version of their own, claims come without a reading, and verdicts end."""
    with op.batch_alter_table("versions") as versions:
        versions.add_column(sa.Column("found_at", sa.String(length=27), nullable=True))
        versions.drop_constraint("uq_versions_document_id_sha256", type_="unique")
    op.execute("UPDATE versions SET found_at = kept_at")
    with op.batch_alter_table("versions") as versions:
        versions.alter_column("found_at", existing_type=sa.String(length=27), nullable=False)
    with op.batch_alter_table("claims") as claims:
        claims.alter_column("reading_id", existing_type=sa.BigInteger(), nullable=True)
    op.add_column("verdicts", sa.Column("until", sa.String(length=27), nullable=True))
    op.create_index(op.f("ix_verdicts_by"), "verdicts", ["by"], unique=False)
    _end_what_was_undone(op.get_bind())


def _end_what_was_undone(connection: sa.Connection) -> None:
    rows = connection.execute(sa.text("SELECT id, claim_id, decision, at FROM verdicts ORDER BY claim_id, number"))
    of_claims: dict[int, list[sa.Row[tuple[object, ...]]]] = {}
    for row in rows:
        of_claims.setdefault(row.claim_id, []).append(row)
    for verdicts in of_claims.values():
        for place, by in undone_by([Decision(row.decision) for row in verdicts]).items():
            ended = {"until": verdicts[by].at, "id": verdicts[place].id}
            connection.execute(sa.text("UPDATE verdicts SET until = :until WHERE id = :id"), ended)
