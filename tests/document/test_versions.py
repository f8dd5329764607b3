"""Two versions of a document: words found again, and what changed."""

from tenu.document import open_document
from tenu.document.anchors import find_again
from tenu.document.changes import ChangeKind, changes_between
from tenu.record import Document

FIRST = """Meridia pledges aid

4 March 2025

Last updated: 4 March 2025 10:00

Meridia will give 2.0 billion marks to Kestria. The first part comes in March.

The council thanked the crews of the ferries.

The next meeting is on 1 April.
"""
SECOND = """Meridia pledges aid

4 March 2025

Last updated: 6 March 2025 09:30

Meridia will give 1.8 billion marks to Kestria. The first part comes in June.

The next meeting is on 1 April.

Contributions are open to all.
"""


def version(text: str) -> Document:
    return open_document(text.encode(), "page.txt")


def test_what_changed_is_told_block_by_block_and_word_by_word() -> None:
    changes = changes_between(version(FIRST), version(SECOND))

    assert [change.kind for change in changes] == [
        ChangeKind.DATE,
        ChangeKind.CHANGED,
        ChangeKind.REMOVED,
        ChangeKind.ADDED,
    ]
    assert changes[1].words == (("2.0", "1.8"), ("March", "June"))
    assert changes[2].before is not None
    assert changes[2].before.text == "The council thanked the crews of the ferries."


def test_the_same_text_has_no_changes() -> None:
    assert changes_between(version(FIRST), version(FIRST.replace("\n", "\r\n"))) == ()


def test_words_are_found_again_where_they_moved() -> None:
    words = "The next meeting is on 1 April."
    start = FIRST.index(words)

    span = find_again(FIRST, start, start + len(words), SECOND)

    assert span is not None
    assert SECOND[span.start : span.end] == words


def test_words_that_stand_twice_are_told_by_what_stands_around_them() -> None:
    old = "Norway gave ten trucks. Greece gave ten trucks."
    new = "Summary. Norway gave ten trucks. Today Greece gave ten trucks."
    start = old.rindex("gave ten trucks")

    span = find_again(old, start, start + 15, new)

    assert span is not None
    assert span.start == new.rindex("gave ten trucks")


def test_words_that_changed_or_fit_in_two_places_are_orphans() -> None:
    assert find_again(FIRST, FIRST.index("2.0"), FIRST.index("Kestria"), SECOND) is None
    assert find_again("ten trucks", 0, 10, "ten trucks, ten trucks") is None
