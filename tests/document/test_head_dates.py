"""The dates of a page's head."""

import pytest

from tenu.document.dates import DateKind, HeadDate, day_in, head_dates, is_kicker


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("4 mars 2024", "2024-03-04"),
        ("1er mars 2024", "2024-03-01"),
        ("11 Oct. 2022 -", "2022-10-11"),
        ("mercredi 05 juin 2024", "2024-06-05"),
        ("Paris, le 25 septembre 2020", "2020-09-25"),
        ("Publié le 8 février 2021", "2021-02-08"),
        ("February 14, 2023", "2023-02-14"),
        ("March 1st, 2023", "2023-03-01"),
        ("Published 12 December 2022", "2022-12-12"),
        ("Tuesday, 12 December 2022", "2022-12-12"),
        ("Berne, 21.06.2024 - Communiqué de presse", "2024-06-21"),
        ("21/06/2024", "2024-06-21"),
        ("2024-06-21", "2024-06-21"),
        ("19-10-2022 - 13:14", "2022-10-19"),
        ("New York, 24 février 2023", "2023-02-24"),
        ("27. Januar 2022", "2022-01-27"),
        ("12 de marzo de 2021", "2021-03-12"),
        ("Le 1er mars 2023 – Ottawa (Ontario) – Affaires mondiales Canada", "2023-03-01"),
    ],
)
def test_a_date_line_tells_the_day_of_publication(line: str, day: str) -> None:
    (date,) = head_dates(line)

    assert date.kind is DateKind.PUBLISHED
    assert date.when[:10] == day


@pytest.mark.parametrize(
    ("line", "when"),
    [
        ("Mis à jour le: 13 Oct. 2022 10:54", "2022-10-13T10:54"),
        ("Last updated: 24 Feb. 2023 15:10", "2023-02-24T15:10"),
        ("Dernière modification le 3 mai 2021", "2021-05-03"),
        ("Updated on March 3, 2021 at 5:30 p.m.", "2021-03-03T17:30"),
        ("Mise à jour : 3 mai 2021 à 17h30", "2021-05-03T17:30"),
    ],
)
def test_an_update_is_told_from_a_publication(line: str, when: str) -> None:
    assert head_dates(line) == (HeadDate(DateKind.UPDATED, when),)


def test_one_line_may_tell_both() -> None:
    dates = head_dates("Publié le 3 mai 2021 | Mis à jour le 4 mai 2021")

    assert [date.kind for date in dates] == [DateKind.PUBLISHED, DateKind.UPDATED]


@pytest.mark.parametrize(
    "line",
    [
        "Conseil des ministres du 2 octobre 2024",
        "The council met on 4 March 2024.",
        "Maturity: 27.06.2032",
        "4 mars 2024 – Le conseil rencontre la ministre de l’intérieur de Kestrie.",
        "31 février 2024",
        "mars 2024",
        "Tel. +41 31 322 20 24",
    ],
)
def test_a_line_that_says_more_is_no_date_line(line: str) -> None:
    assert head_dates(line) == ()


def test_a_day_that_could_be_two_is_none() -> None:
    assert day_in("05/06/2024", "en") is None
    assert day_in("05/06/2024", "fr") == "2024-06-05"


@pytest.mark.parametrize(
    "line", ["Communiqué de presse", "PRESS RELEASE (2022) 110", "Communiqué de presse n° 12", "News:"]
)
def test_a_kind_of_release_is_known(line: str) -> None:
    assert is_kicker(line)
    assert not is_kicker("Switzerland sends aid")
