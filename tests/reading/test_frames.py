"""Each frame reads the sentences that it says it reads, and leaves alone those that it says it leaves."""

import pytest

from tenu.reading.explanation import candidates_of
from tenu.reading.frames.frame import Frame, FrameError, Slot, load
from tenu.reading.language import COVERED, load_frames
from tenu.record import Kind, Role

FRAMES = [(code, frame) for code in COVERED for frame in load_frames(code)]
CASES = [
    pytest.param(code, frame, sentence, wanted, id=f"{code}: {frame.name}: {sentence}")
    for code, frame in FRAMES
    for sentences, wanted in ((frame.reads, True), (frame.leaves, False))
    for sentence in sentences
]


@pytest.mark.parametrize(("code", "frame", "sentence", "wanted"), CASES)
def test_a_frame_keeps_to_its_examples(code: str, frame: Frame, sentence: str, wanted: bool) -> None:
    fired = {candidate.frame.name for candidate in candidates_of(sentence, code)}

    assert (frame.name in fired) is wanted, f"fired: {sorted(fired)}"


@pytest.mark.parametrize("frame", [pytest.param(f, id=f"{c}: {f.name}") for c, f in FRAMES])
def test_every_frame_has_a_sentence_that_it_reads_and_one_that_it_leaves(frame: Frame) -> None:
    assert frame.reads
    assert frame.leaves


@pytest.mark.parametrize("code", COVERED)
def test_every_kind_but_statements_has_frames_in_each_language(code: str) -> None:
    kinds = {kind for frame in load_frames(code) for kind in frame.kinds.values()}

    assert kinds == set(Kind) - {Kind.STATEMENT}


@pytest.mark.parametrize("code", COVERED)
def test_no_two_frames_of_a_language_have_the_same_name(code: str) -> None:
    names = [frame.name for frame in load_frames(code)]

    assert len(names) == len(set(names))


def test_a_slot_says_its_role_its_lists_and_whether_it_is_needed() -> None:
    slot = Slot.parse("donor! @person")

    assert slot == Slot(role=Role.DONOR, lists=("person",), required=True)


def test_a_frame_with_an_unknown_key_is_refused_with_its_name(tmp_path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "meeting.toml"
    path.write_text('[[frame]]\nname = "x meets"\nkind = "meeting"\nverbs = ["meet"]\nsubjct = "participant"\n')

    with pytest.raises(FrameError, match=r"x meets.*subjct"):
        load([path])
