from collections import Counter
from datetime import timedelta

from tests.ledger.processes import Doing
from tests.ledger.writing import NOON, norway

from tenu.ledger import Ledger
from tenu.ledger.address import address_of
from tenu.ledger.engine import engine_of, writing
from tenu.ledger.judging import Decision, Judgement, OvertakenError

WRITERS = 10
EACH = 4


def test_ten_writers_at_once_keep_everything_once(address: str) -> None:
    with Ledger.open(address):
        pass

    def write(writer: int) -> None:
        with Ledger.open(address) as ledger:
            for number in range(EACH):
                ledger.keep(*norway(source=f"own-{writer}-{number}.txt"), who=f"writer {writer}", when=NOON)
                ledger.keep(*norway(source=f"shared-{number}.txt"), who=f"writer {writer}", when=NOON)

    running = [Doing(lambda writer=writer: write(writer)) for writer in range(WRITERS)]  # type: ignore[misc]
    ended = [one.end() for one in running]

    assert {one.code for one in ended} == {0}, ended
    with Ledger.open(address) as ledger:
        assert ledger.count() == (WRITERS * EACH + EACH, 3 * (WRITERS * EACH + EACH))
        assert ledger.verify().faults == ()


def test_ten_reviewers_at_once_lose_no_verdict(address: str) -> None:
    with Ledger.open(address) as ledger:
        ledger.keep(*norway(), who="tenu", when=NOON)
        claims = [claim.id for claim in ledger.claims().entries]

    def review(reviewer: int) -> None:
        with Ledger.open(address) as ledger:
            for number in range(EACH):
                claim = claims[number % 3]
                judgement = Judgement(Decision.REJECT, reason=f"{reviewer} {number}")
                while True:
                    try:
                        seen = ledger.claim(claim).seen
                        ledger.judge(claim, judgement, seen=seen, who=f"r{reviewer}", when=NOON + timedelta(hours=1))
                    except OvertakenError:
                        continue
                    break

    running = [Doing(lambda reviewer=reviewer: review(reviewer)) for reviewer in range(WRITERS)]  # type: ignore[misc]
    ended = [one.end() for one in running]

    assert {one.code for one in ended} == {0}, ended
    with Ledger.open(address) as ledger:
        kept = Counter(verdict.judgement.reason for claim in claims for verdict in ledger.verdicts(claim))
        assert kept == Counter(f"{reviewer} {number}" for reviewer in range(WRITERS) for number in range(EACH))
        assert ledger.verify().faults == ()


def test_readers_are_not_blocked_by_a_writer(address: str) -> None:
    with Ledger.open(address) as ledger:
        ledger.keep(*norway(), who="tenu", when=NOON)
        engine = engine_of(address_of(address))
        with writing(engine) as connection:
            connection.exec_driver_sql("UPDATE claims SET state = 'rejected'")
            during = {claim.state.value for claim in ledger.claims().entries}
            connection.exec_driver_sql("UPDATE claims SET state = 'open'")
        engine.dispose()

    assert during == {"open"}
