from datetime import date

import pytest

from tenu.record import edtf


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2022-10-12", date(2022, 10, 12), date(2022, 10, 12)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-12", date(2024, 12, 1), date(2024, 12, 31)),
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2022-W42", date(2022, 10, 17), date(2022, 10, 23)),
        ("2022-10-12/2022-10-13", date(2022, 10, 12), date(2022, 10, 13)),
        ("2022/2023", date(2022, 1, 1), date(2023, 12, 31)),
        ("2022-21", date(2022, 3, 1), date(2022, 6, 21)),
        ("2022-24", date(2022, 12, 1), date(2023, 3, 20)),
        ("2025-35", date(2025, 7, 1), date(2025, 9, 30)),
        ("2025-41", date(2025, 7, 1), date(2025, 12, 31)),
        ("199X", date(1990, 1, 1), date(1999, 12, 31)),
        ("19XX", date(1900, 1, 1), date(1999, 12, 31)),
        ("2022-05/..", date(2022, 5, 1), None),
        ("../2022-05", None, date(2022, 5, 31)),
        ("9999-12", date(9999, 12, 1), date(9999, 12, 31)),
    ],
)
def test_a_time_has_a_first_and_a_last_day(text: str, first: date | None, last: date | None) -> None:
    read = edtf.read(text)

    assert (read.earliest, read.latest) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "..",
        "../..",
        "2022-13",
        "2022-02-30",
        "2022-W54",
        "12.10.2022",
        "2022-10-13/2022-10-12",
        "199X-05",
        "2022-10-12T18:00",
        "0000",
        "２０２２",
    ],
)
def test_what_is_no_time_is_refused_with_a_reason(text: str) -> None:
    with pytest.raises(edtf.UnreadableTimeError, match=r"“.*”"):
        edtf.read(text)


def test_valid_tells_without_an_error() -> None:
    assert edtf.valid("2022-10")
    assert not edtf.valid("soon")
