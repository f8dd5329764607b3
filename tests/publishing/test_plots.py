"""Charts: each with its title, unit, source and day, in both languages and themes, and with its rows as a table."""

import re
from dataclasses import dataclass
from datetime import date
from xml.etree import ElementTree

import pytest

from tenu.ledger import LinkKind
from tenu.publishing.phrases import Language, _phrases
from tenu.publishing.plots.drawing import Chart, Drawable, page, png, svg
from tenu.publishing.plots.look import PALETTES, Theme
from tenu.questions.balance import By, balance
from tenu.questions.coverage import coverage
from tenu.questions.due import due
from tenu.questions.meetings import met
from tenu.questions.scope import Scope
from tenu.questions.timeline import timeline
from tenu.record import Kind
from tests.questions.conftest import Desk, desk, item, scope

__all__ = ["desk", "scope"]


@dataclass
class Answers:
    """The answers that are drawn."""

    drawn: dict[str, Drawable]


@pytest.fixture
def answers(desk: Desk, scope: Scope) -> Answers:
    pledge = desk.keep(Kind.PLEDGE, item("generators", 60), donor="<Norvelle> & Co", to="Sarvène", by="2024-03-01")
    desk.link(LinkKind.DELIVERS, desk.keep(Kind.DELIVERY, item("generators", 45), donor="Norvelle"), pledge)
    desk.keep(Kind.NEED, item("generators", 120), to="Sarvène", status=None)
    desk.keep(Kind.MEETING, who=("Maren Oxbury", "Silvan Dorange"), when="2024-01-09")
    ledger = desk.ledger
    return Answers(
        {
            "due": due(ledger, scope),
            "balance": balance(ledger, scope),
            "by month": balance(ledger, scope, By.MONTH),
            "coverage": coverage(ledger, scope),
            "timeline": timeline(ledger, scope),
            "met": met(ledger, scope),
        }
    )


def words(picture: str) -> str:
    return " ".join(text for text in ElementTree.fromstring(picture).itertext() if text.strip())  # noqa: S314


@pytest.mark.parametrize(("language", "day"), [(Language.EN, "1 June 2024"), (Language.FR, "1 juin 2024")])
def test_every_chart_has_its_title_its_unit_its_source_and_its_day(
    answers: Answers, language: Language, day: str
) -> None:
    for answer in answers.drawn.values():
        drawn = Chart(answer, language, Theme.DARK)
        told = words(svg(drawn))

        title = drawn.spec()["title"]
        assert title["text"] in told
        assert title["subtitle"] in told
        assert f"{day}." in told


def test_a_chart_says_what_it_shows_to_those_who_cannot_see_it(answers: Answers) -> None:
    assert re.search(r'<svg[^>]*role="img" aria-label="Promised and delivered', svg(Chart(answers.drawn["balance"])))


def test_the_figures_stand_beside_the_marks(answers: Answers) -> None:
    assert "45 of 60" in words(svg(Chart(answers.drawn["balance"])))
    assert "45 came, 60 pledged, 120 needed" in words(svg(Chart(answers.drawn["coverage"])))
    assert "45" in words(svg(Chart(answers.drawn["balance"], gifts=True)))


def test_the_page_of_a_chart_holds_its_rows_asks_for_nothing_and_runs_nothing(answers: Answers) -> None:
    whole = page(Chart(answers.drawn["due"], Language.FR))

    assert "<script" not in whole
    assert not re.search(r'(?:src|href)="(?!#)', whole)
    assert "&lt;Norvelle&gt; &amp; Co" in whole
    assert '<td class="figure">60</td>' in whole
    assert '<time datetime="2024-03-01">1 mars 2024</time>' in whole


def test_a_png_is_one(answers: Answers) -> None:
    assert png(Chart(answers.drawn["met"])).startswith(b"\x89PNG")


def test_an_empty_record_gives_a_sentence_not_a_blank(desk: Desk, scope: Scope) -> None:
    assert "holds nothing that fits" in words(svg(Chart(due(desk.ledger, scope))))


@pytest.mark.parametrize("theme", Theme)
def test_the_colours_stand_in_one_order_of_lightness_far_enough_apart_for_grey(theme: Theme) -> None:
    palette = PALETTES[theme]
    steps = [lightness(colour) for colour in (palette.page, palette.faint, palette.middle, palette.strong)]

    assert steps in (sorted(steps), sorted(steps, reverse=True))
    assert contrast(palette.strong, palette.on_strong) >= 4.5
    assert contrast(palette.quiet, palette.page) >= 4.5
    assert contrast(palette.middle, palette.strong) >= 3
    assert min(contrast(palette.ink, one) for one in (palette.faint, palette.middle)) >= 4.5


def test_every_phrase_is_there_in_both_languages() -> None:
    assert {key for key, told in _phrases().items() if set(told) != {"en", "fr"}} == set()


def lightness(colour: str) -> float:
    """Give the relative luminance of WCAG 2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Give the contrast ratio of WCAG 2."""
    low, high = sorted((lightness(one), lightness(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_day_of_a_chart_is_that_of_the_answer(answers: Answers) -> None:
    assert answers.drawn["due"].today == date(2024, 6, 1)
