import random

from hypothesis import given
from hypothesis import strategies as st
from tests.ledger.writing import actor, item, said

from tenu.ledger.matching.blocking import pairs
from tenu.ledger.matching.matters import joined
from tenu.ledger.matching.scoring import likeness
from tenu.ledger.matching.traits import Traits, traits_of
from tenu.record import Claim, Kind, Role

PAIRS = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=15)


@given(PAIRS, st.randoms(use_true_random=False))
def test_matters_do_not_depend_on_the_order_of_links(links: list[tuple[int, int]], chance: random.Random) -> None:
    shuffled = [(second, first) for first, second in links]
    chance.shuffle(shuffled)

    assert joined(links) == joined(shuffled)


@given(PAIRS, st.tuples(st.integers(0, 12), st.integers(0, 12)))
def test_a_link_made_and_taken_back_gives_back_the_matters_before(
    links: list[tuple[int, int]], link: tuple[int, int]
) -> None:
    before = joined(links)

    joined([*links, link])

    assert joined(links) == before
    assert sum(map(len, before)) == len({end for pair in links for end in pair})


def pledge(number: int, text: str, donor: str, count: int, kind: Kind = Kind.PLEDGE) -> Traits:
    claim: Claim = said(text, text, kind, actors=(actor(Role.DONOR, donor),), items=(item("ambulances", count),))
    return traits_of(number, number, claim, "en", "2022-10-11")


def test_what_agrees_speaks_for_one_thing_and_what_differs_against_it() -> None:
    one = pledge(1, "Norway will give 12 ambulances.", "Norway", 12)
    same = pledge(2, "12 ambulances are to be given by Norway.", "Norway", 12)
    fewer = pledge(3, "Norway will give 3 ambulances.", "Norway", 3)

    assert likeness(one, same).score > 0.9
    assert likeness(one, same) == likeness(same, one)
    assert likeness(one, fewer).score < likeness(one, same).score
    assert "another quantity of the same" in likeness(one, fewer).reasons


def test_gifts_of_different_donors_are_not_even_compared() -> None:
    one = pledge(1, "Norway will give 12 ambulances.", "Norway", 12)
    other = pledge(2, "Denmark will give 12 ambulances.", "Denmark", 12)
    same = pledge(3, "12 ambulances are to be given by Norway.", "Norway", 12)

    compared = [{first.number, second.number} for first, second in pairs([one, other, same])]

    assert compared == [{1, 3}]
