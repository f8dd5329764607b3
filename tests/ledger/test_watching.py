"""The watcher's memory, on both databases."""

import datetime

from tests.ledger.writing import NOON, brought

from tenu.ledger import Ledger, WatchedAddress, WatchedOutlet

FEED = "https://meridie.example/feed"


def listed(*names: str) -> list[WatchedAddress]:
    return [WatchedAddress(f"https://meridie.example/{name}", FEED, published="2022-10-01") for name in names]


def asked(ledger: Ledger, address: WatchedAddress, minutes: int, *, gone: bool = False) -> None:
    at = NOON + datetime.timedelta(minutes=minutes)
    seen = WatchedAddress(address.url, FEED, etag='"1"', asked_at=at, gone_at=at if gone else None)
    ledger.watching.asked(seen, "meridie", who="Ana", when=at)


def test_what_a_list_answered_is_remembered(ledger: Ledger) -> None:
    seen = WatchedOutlet(FEED, "meridie", '"a"', "Tue, 04 Mar 2025 09:00:00 GMT", NOON, NOON)

    ledger.watching.looked(seen, listed("1", "2"), who="Ana", when=NOON)

    assert ledger.watching.outlets() == (seen,)
    assert ledger.watching.outlet("https://other.example/", "other").asked_at is None
    assert ledger.watching.waiting(FEED) == 2


def test_new_addresses_come_first_then_those_asked_longest_ago(ledger: Ledger) -> None:
    one, two, three = listed("1", "2", "3")
    ledger.watching.looked(WatchedOutlet(FEED, "meridie"), [one, two], who="Ana", when=NOON)
    asked(ledger, two, 1)
    asked(ledger, one, 2)
    ledger.watching.looked(WatchedOutlet(FEED, "meridie"), [three, one, two], who="Ana", when=NOON)

    assert [address.url[-1] for address in ledger.watching.to_ask(FEED, 10)] == ["3", "2", "1"]
    assert [address.url[-1] for address in ledger.watching.to_ask(FEED, 2)] == ["3", "2"]


def test_what_is_gone_or_no_longer_listed_is_not_asked_again(ledger: Ledger) -> None:
    one, two, three = listed("1", "2", "3")
    ledger.watching.looked(WatchedOutlet(FEED, "meridie"), [one, two, three], who="Ana", when=NOON)
    asked(ledger, one, 1, gone=True)
    later = NOON + datetime.timedelta(hours=1)
    ledger.watching.looked(WatchedOutlet(FEED, "meridie"), [one, two], who="Ana", when=later)

    assert [address.url[-1] for address in ledger.watching.to_ask(FEED, 10)] == ["2"]


def test_a_list_that_begins_to_fail_and_is_well_again_and_a_page_that_goes_stand_in_the_history(ledger: Ledger) -> None:
    for problem in (None, "It is shut.", "It is shut.", None):
        ledger.watching.looked(WatchedOutlet(FEED, "meridie", problem=problem), listed("1"), who="Ana", when=NOON)
    for _ in range(2):
        asked(ledger, listed("1")[0], 1, gone=True)

    entries = [line for line in ledger.export() if line.startswith(b'["history"')]

    assert len(entries) == 3
    assert ledger.verify().sound


def test_the_days_of_a_source_are_those_of_its_documents_else_of_its_list(ledger: Ledger) -> None:
    ledger.keep(*brought("Un texte.", source="https://meridie.example/1", published="2022-10-11"), who="Ana", when=NOON)
    ledger.watching.looked(WatchedOutlet(FEED, "meridie"), listed("1", "2"), who="Ana", when=NOON)

    assert ledger.watching.days([FEED]) == ("2022-10-01", "2022-10-11")
