"""A small ledger of promises, on SQLite: written in a few words, judged and linked like a real one."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tenu.ledger import Asked, Decision, Judgement, Ledger, LinkKind
from tenu.questions.scope import Scope
from tenu.record import Claim, Item, Kind, Role, Status, Terms
from tests.ledger.writing import actor, brought, item, said

__all__ = ["Desk", "actor", "item"]
MORNING = datetime(2024, 1, 1, 8, tzinfo=UTC)


class Desk:
    """Keeps claims one a document, and judges and links them, an hour after the other."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.now = MORNING
        self.kept = 0

    def keep(
        self,
        kind: Kind,
        *items: Item,
        text: str | None = None,
        before: str = "",
        published: str = "2024-01-10",
        language: str = "en",
        source: str | None = None,
        **more: Any,
    ) -> str:
        """Keep a document of one claim; give the claim's id."""
        self.kept += 1
        self.now += timedelta(hours=1)
        words = text or f"Sentence {self.kept} tells of a {kind}."
        claim = _claim(before + words, words, kind, items=items, **more)
        source = source or f"{self.kept}.txt"
        one = brought(before + words, claim, source=source, language=language, published=published)
        return self.ledger.keep(*one, who="tenu", when=self.now).claims[0]

    def keep_together(self, source: str, *told: tuple[Kind, dict[str, Any]]) -> tuple[str, ...]:
        """Keep one document of several claims; give their ids."""
        self.now += timedelta(hours=1)
        sentences = [f"Sentence {place} of {source} tells of a {kind}." for place, (kind, _) in enumerate(told)]
        text = " ".join(sentences)
        claims = [_claim(text, words, kind, **more) for words, (kind, more) in zip(sentences, told, strict=True)]
        one = brought(text, *claims, source=source, language="en", published="2024-01-28")
        return self.ledger.keep(*one, who="tenu", when=self.now).claims

    def link(self, kind: LinkKind, one: str, other: str) -> None:
        self.now += timedelta(hours=1)
        self.ledger.link(Asked(kind, one, other), who="Ana", when=self.now)

    def accept(self, claim: str) -> None:
        self._judge(claim, Judgement(Decision.ACCEPT))

    def reject(self, claim: str) -> None:
        self._judge(claim, Judgement(Decision.REJECT, reason="of another river"))

    def note(self, claim: str, **terms: object) -> None:
        self._judge(claim, Judgement(Decision.AMEND, terms=Terms(**terms)))  # type: ignore[arg-type]

    def amend(self, claim: str, amended: Claim) -> None:
        self._judge(claim, Judgement(Decision.AMEND, amended))

    def _judge(self, claim: str, judgement: Judgement) -> None:
        self.now += timedelta(hours=1)
        self.ledger.judge(claim, judgement, seen=self.ledger.claim(claim).seen, who="Ana", when=self.now)


def _claim(
    text: str,
    words: str,
    kind: Kind,
    *,
    donor: str | None = None,
    to: str | None = None,
    who: tuple[str, ...] = (),
    role: Role = Role.PARTICIPANT,
    status: Status | None = Status.DONE,
    **more: Any,
) -> Claim:
    actors = [actor(Role.DONOR, donor)] if donor else []
    actors += [actor(Role.RECIPIENT, to)] if to else []
    actors += [actor(role, name) for name in who]
    return said(text, words, kind, status=status, actors=tuple(actors), **more)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Ledger.open(tmp_path / "tenu.db") as ledger:
        yield Desk(ledger)


@pytest.fixture
def scope() -> Scope:
    return Scope(date(2024, 6, 1))
