import json
import re
from collections.abc import Iterator
from datetime import timedelta
from hashlib import sha256

import pytest
from sqlalchemy import text
from tests.ledger.writing import NOON, norway

from tenu.ledger import Ledger
from tenu.ledger.address import address_of
from tenu.ledger.engine import engine_of, writing
from tenu.ledger.history import BEFORE_ALL, sealed
from tenu.ledger.judging import Decision, Judgement
from tenu.ledger.linking import Asked
from tenu.ledger.matching.kinds import LinkKind

LATER = NOON + timedelta(hours=1)


@pytest.fixture
def full(address: str) -> Iterator[Ledger]:
    """Give a ledger in which something of everything was done."""
    with Ledger.open(address) as ledger:
        ledger.keep(*norway(), who="tenu", when=NOON)
        ledger.keep(*norway(source="b.txt"), who="tenu", when=NOON)
        claims = [claim.id for claim in ledger.claims().entries]
        ledger.judge(claims[0], Judgement(Decision.ACCEPT), seen=0, who="Ana", when=LATER)
        ledger.judge(claims[1], Judgement(Decision.REJECT, reason="no"), seen=0, who="Ben", when=LATER)
        ledger.link(Asked(LinkKind.SAME, claims[0], claims[3]), who="Ana", when=LATER)
        ledger.suggest_links(who="Ana", when=LATER)
        ledger.keep(*norway(before="Mise à jour. "), who="tenu", when=LATER)
        ledger.keep(*norway(source="b.txt", before="Plus rien. "), who="tenu", when=LATER)
        yield ledger


def test_a_ledger_that_was_only_written_by_tenu_is_sound(full: Ledger) -> None:
    verified = full.verify()

    assert verified.faults == ()
    assert verified.sound
    assert verified.entries > 5


@pytest.mark.parametrize(
    ("done", "told"),
    [
        ("UPDATE history SET who = 'Zoe' WHERE number = 2", "entry 2 .* was changed"),
        ("DELETE FROM history WHERE number = 3", "entry 3 is missing"),
        ("UPDATE claims SET data = replace(data, 'trois', 'cinq')", "its claims were changed"),
        ("UPDATE pages SET data = replace(data, 'trois', 'cinq')", "its text was changed"),
        ("UPDATE contents SET bytes = 'x'", "its bytes were changed"),
        ("UPDATE verdicts SET reason = 'yes' WHERE reason = 'no'", "verdict 1 was changed"),
        ("UPDATE verdicts SET by = 'Zoe' WHERE by = 'Ben' AND decision = 'reject'", "verdict 1 was changed"),
        ("UPDATE links SET stands = 0", "judgement 1 was changed"),
        ("UPDATE links SET kind = 'updates'", "judgement 1 is missing"),
        ("DELETE FROM links", "there are 0 links"),
        ("UPDATE claims SET state = 'accepted' WHERE state = 'open'", "otherwise than its verdicts say"),
        ("UPDATE claims SET known_until = NULL", "ended otherwise"),
        ("UPDATE readings SET kept_by = 'Zoe'", "its reading's row was changed"),
    ],
)
def test_whatever_is_changed_behind_its_back_is_named(full: Ledger, address: str, done: str, told: str) -> None:
    engine = engine_of(address_of(address))
    with writing(engine) as connection:
        connection.execute(
            text(done.replace("= 'x'", "= CAST('x' AS BLOB)" if "sqlite" in str(engine.url) else "= 'x'"))
        )
    engine.dispose()

    verified = full.verify()

    assert not verified.sound
    assert any(re.search(told, fault) for fault in verified.faults), verified.faults


def test_an_index_that_went_astray_is_named_and_filled_anew(full: Ledger, address: str) -> None:
    engine = engine_of(address_of(address))
    with writing(engine) as connection:
        connection.execute(text("DELETE FROM claim_words"))
    engine.dispose()

    assert any("full-text index" in fault for fault in full.verify().faults)
    full.index_anew(who="Ana", when=LATER)
    assert full.verify().sound
    assert len(full.find("ambulance").entries) == 2


@pytest.mark.parametrize("name", ["Éloïse", 'a "b" \\ /', "\x00\x1f\x7f\u2028", "💧", "half a letter: \ud800"])
def test_a_seal_is_that_of_the_entry_as_a_json_list_whatever_letters_it_holds(name: str) -> None:
    entry = [BEFORE_ALL, 1, "2022-10-12T12:00:00.000000Z", name, "keep", name, '{"number":1}']

    seal = sealed(*entry)  # type: ignore[arg-type]

    written = json.dumps(entry, ensure_ascii=False, separators=(",", ":"))
    assert seal == sha256(written.encode("utf-8", "surrogatepass")).hexdigest()
