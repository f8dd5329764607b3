from datetime import timedelta

import pytest
from tests.ledger.writing import NOON, actor, brought, item, norway, said

from tenu.errors import LedgerError
from tenu.ledger import Ledger
from tenu.ledger.linking import Asked, LinkOvertakenError
from tenu.ledger.matching.kinds import LinkKind
from tenu.record import Kind, Reading, Role, Status

LATER = NOON + timedelta(hours=1)


@pytest.fixture
def pledges(ledger: Ledger) -> list[str]:
    """Keep four claims of the same kind in four documents, and give their ids in the order in which they were kept."""
    ids: list[str] = []
    for number in range(4):
        text = f"La Norvège promet {number + 2} ambulances."
        content, reading = brought(text, said(text, text, Kind.PLEDGE), source=f"{number}.txt")
        ids += ledger.keep(content, reading, who="tenu", when=NOON).claims
    return ids


def matters(ledger: Ledger, pledges: list[str]) -> list[set[str]]:
    return [{claim.id for claim in ledger.matter(pledge).claims} for pledge in pledges]


def test_linked_claims_make_one_matter(ledger: Ledger, pledges: list[str]) -> None:
    a, b, c, d = pledges

    ledger.link(Asked(LinkKind.SAME, a, b), who="Ana", when=LATER)
    ledger.link(Asked(LinkKind.UPDATES, c, b), who="Ana", when=LATER)

    assert matters(ledger, pledges) == [{a, b, c}, {a, b, c}, {a, b, c}, {d}]
    matter = ledger.matter(c)
    assert matter.id == f"m{a}"
    assert ledger.matter(matter.id) == matter
    assert [link.kind for link in matter.links] == [LinkKind.SAME, LinkKind.UPDATES]
    assert ledger.matters().entries == (matter,)


def test_splitting_and_merging_give_back_exactly_what_was_before(ledger: Ledger, pledges: list[str]) -> None:
    a, b, c, d = pledges
    ledger.link(Asked(LinkKind.SAME, a, b), who="Ana", when=LATER)
    ledger.link(Asked(LinkKind.SAME, c, d), who="Ana", when=LATER)
    before = [ledger.matter(pledge) for pledge in pledges]
    ledger.link(Asked(LinkKind.SAME, b, c), who="Ben", when=LATER + timedelta(hours=1))
    merged = [ledger.matter(pledge) for pledge in pledges]

    ledger.link(Asked(LinkKind.SAME, b, c, stands=False), seen=1, who="Ben", when=LATER + timedelta(hours=2))

    assert matters(ledger, [a]) == [{a, b}]
    assert [ledger.matter(pledge) for pledge in pledges] == before
    assert [ledger.matter(pledge, as_of=LATER + timedelta(hours=1)) for pledge in pledges] == merged
    assert [ledger.matter(pledge, as_of=NOON).links for pledge in pledges] == [()] * 4
    told = ledger.link_history(LinkKind.SAME, c, b)
    assert [link.stands for link in told] == [True, False]


def test_a_link_is_judged_by_one_person_after_the_other(ledger: Ledger, pledges: list[str]) -> None:
    a, b, *_ = pledges
    ledger.link(Asked(LinkKind.SAME, a, b), who="Ana", when=LATER)

    with pytest.raises(LinkOvertakenError, match="Ana") as refused:
        ledger.link(Asked(LinkKind.SAME, b, a, stands=False), who="Ben", when=LATER)

    assert refused.value.theirs.stands
    assert len(ledger.links(a)) == 1


def test_a_link_sent_twice_counts_once(ledger: Ledger, pledges: list[str]) -> None:
    a, b, *_ = pledges

    sent = ledger.link(Asked(LinkKind.SAME, a, b), who="Ana", when=LATER, client_id="x")
    again = ledger.link(Asked(LinkKind.SAME, a, b), who="Ana", when=LATER, client_id="x")

    assert sent == again
    with pytest.raises(LedgerError, match="another decision"):
        ledger.link(Asked(LinkKind.UPDATES, a, b), who="Ana", when=LATER, client_id="x")


def test_a_delivery_keeps_a_pledge_and_nothing_else(ledger: Ledger) -> None:
    ledger.keep(*norway(), who="tenu", when=NOON)
    delivery, pledge, meeting = (claim.id for claim in ledger.claims().entries)

    ledger.link(Asked(LinkKind.DELIVERS, delivery, pledge), who="Ana", when=LATER)

    matter = ledger.matter(pledge)
    assert [claim.id for claim in matter.claims] == [pledge]
    assert [link.from_claim for link in matter.related] == [delivery]
    with pytest.raises(LedgerError, match="from a delivery to a pledge"):
        ledger.link(Asked(LinkKind.DELIVERS, pledge, meeting), who="Ana", when=LATER)
    with pytest.raises(LedgerError, match="one and the same"):
        ledger.link(Asked(LinkKind.SAME, pledge, pledge), who="Ana", when=LATER)


def test_a_matter_goes_on_when_the_page_changes_around_its_claims(ledger: Ledger) -> None:
    ledger.keep(*norway(), who="tenu", when=NOON)
    ledger.keep(*norway(source="b.txt"), who="tenu", when=NOON)
    one, other = (claim for claim in ledger.claims().entries if claim.claim.kind is Kind.PLEDGE)
    ledger.link(Asked(LinkKind.SAME, one.id, other.id), who="Ana", when=LATER)
    name = ledger.matter(one.id).id

    ledger.keep(*norway(before="Mise à jour. "), who="tenu", when=LATER + timedelta(days=1))

    matter = ledger.matter(other.id)
    assert matter.id == name
    assert sorted(claim.version for claim in matter.claims) == [1, 2]
    assert all(claim.known_until is None for claim in matter.claims)


def two_languages() -> list[tuple[bytes, Reading]]:
    french = "La Norvège fournira 12 ambulances à l’Ukraine d’ici au 15 décembre."
    english = "Norway will provide 12 ambulances to Ukraine by 15 December."
    parties = {"iso": "NOR"}, {"iso": "UKR"}
    told = []
    for text, donor, recipient, source, language in (
        (french, "Norvège", "Ukraine", "a.fr.txt", "fr"),
        (english, "Norway", "Ukraine", "a.en.txt", "en"),
    ):
        claim = said(
            text, text, Kind.PLEDGE, status=Status.DONE, when="2022-12-15",
            actors=(actor(Role.DONOR, donor, **parties[0]), actor(Role.RECIPIENT, recipient, **parties[1])),
            items=(item("ambulances", 12),),
        )  # fmt: skip
        told.append(brought(text, claim, source=source, language=language))
    return told


def test_the_same_promise_in_two_languages_is_suggested_with_its_reasons(ledger: Ledger) -> None:
    for one in (*two_languages(), norway()):
        ledger.keep(*one, who="tenu", when=NOON)

    suggested, linked = ledger.suggest_links(who="tenu", when=LATER)

    assert (suggested, linked) == (1, 0)
    best = ledger.suggestions().entries[0]
    assert {best.from_claim.source, best.to_claim.source} == {"a.fr.txt", "a.en.txt"}
    assert best.kind is LinkKind.SAME
    assert best.score > 0.9
    assert "same donor: NOR" in best.reasons
    assert ledger.matters().entries == ()


def test_links_are_made_by_themselves_only_from_a_threshold_on(ledger: Ledger) -> None:
    for one in two_languages():
        ledger.keep(*one, who="tenu", when=NOON)

    assert ledger.suggest_links(who="tenu", when=LATER, threshold=0.999999) == (1, 0)
    assert ledger.suggest_links(who="tenu", when=LATER, threshold=0.9) == (1, 1)
    assert len(ledger.matters().entries) == 1


def test_what_a_person_refused_is_not_suggested_again(ledger: Ledger) -> None:
    for one in two_languages():
        ledger.keep(*one, who="tenu", when=NOON)
    ledger.suggest_links(who="tenu", when=LATER)
    best = ledger.suggestions().entries[0]

    ledger.link(
        Asked(best.kind, best.from_claim.id, best.to_claim.id, stands=False, reason="two gifts"), who="Ana", when=LATER
    )

    assert ledger.suggestions().entries == ()
    assert ledger.suggest_links(who="tenu", when=LATER, threshold=0.1) == (0, 0)
    assert ledger.matters().entries == ()
