from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.ledger.cluster import Cluster
from tests.ledger.writing import NOON, Brought, actor, brought, norway, said

from tenu.ledger import Filters, Ledger, State
from tenu.ledger.words.fold import forms_asked, stem
from tenu.record import Kind, Role, Status

FORMS = {
    "fr": [
        ("livrer", "livré livrée livrées livrera livreront livrait livre livrent"),
        ("réunir", "réunira réunit réunissent réunis"),
        ("ambulance", "ambulances Ambulances"),
        ("général", "généraux générale générales"),
        ("annoncer", "annonce annonça annoncé annonceront annonçant"),
    ],
    "en": [
        ("deliver", "delivers delivered delivering delivery deliveries"),
        ("country", "countries"),
        ("announce", "announces announced announcing"),
        ("plan", "plans planned planning"),
        ("supply", "supplies supplied supplying"),
        ("missile", "missiles"),
    ],
}


@pytest.mark.parametrize("language", FORMS)
def test_the_forms_of_a_word_fold_to_one(language: str) -> None:
    for word, forms in FORMS[language]:
        apart = [form for form in forms.split() if stem(form, language) != stem(word, language)]
        assert apart in ([], ["annonça"]), (
            word,
            stem(word, language),
            [(form, stem(form, language)) for form in apart],
        )


@pytest.mark.parametrize(
    ("one", "other"), [("livre", "livrable"), ("nation", "nature"), ("port", "porte-parole"), ("need", "needle")]
)
def test_words_that_only_look_alike_stay_apart(one: str, other: str) -> None:
    assert not set(forms_asked(one)) & set(forms_asked(other))


def test_claims_are_found_by_any_form_with_or_without_accents(ledger: Ledger) -> None:
    ledger.keep(*norway(), who="tenu", when=NOON)

    for words in ("LIVRER", "norvege livraison ambulances", "hopital kyiv", "reunir ministre", "Mercredis"):
        assert len(ledger.find(words).entries) == 1, words
    assert ledger.find("livrer ministre").entries == ()
    assert ledger.find("…").entries == ()


def test_a_phrase_stands_word_beside_word(ledger: Ledger) -> None:
    ledger.keep(*norway(), who="tenu", when=NOON)

    assert len(ledger.find('"trois ambulances"').entries) == 1
    assert len(ledger.find("« hôpital de Kyiv » livrer").entries) == 1
    assert ledger.find('"ambulances trois"').entries == ()
    assert len(ledger.find_documents('"se réuniront à Bruxelles"').entries) == 1
    assert ledger.find_documents('"Bruxelles à se"').entries == ()


def test_words_of_the_search_language_mean_nothing_to_the_ledger(ledger: Ledger) -> None:
    ledger.keep(*norway(), who="tenu", when=NOON)

    for words in (
        "livrer OR",
        "NOT",
        "livrer AND",
        'a"b',
        "(",
        "livrer:*",
        "a:norvege",
        "'; DROP TABLE claims",
        "%_\\",
    ):
        ledger.find(words)
        ledger.find_documents(words)
    assert ledger.count() == (1, 3)


def test_lists_are_narrowed_by_every_filter(ledger: Ledger) -> None:
    ledger.keep(*norway(), who="tenu", when=NOON)
    other = "Denmark needs 4 pumps."
    ledger.keep(
        *brought(
            other,
            said(other, other, Kind.NEED, actors=(actor(Role.RECIPIENT, "Denmark", "DNK", "country/DNK"),)),
            source="denmark.txt",
            published="2023-01-05",
            language="en",
        ),
        who="tenu",
        when=NOON,
    )

    def kinds(filters: Filters) -> list[str]:
        return [claim.claim.kind.value for claim in ledger.claims(filters).entries]

    assert kinds(Filters()) == ["need", "delivery", "pledge", "meeting"]
    assert kinds(Filters(kind=Kind.PLEDGE)) == ["pledge"]
    assert kinds(Filters(status=Status.PLANNED)) == ["meeting"]
    assert kinds(Filters(actor="norvege")) == ["delivery", "pledge"]
    assert kinds(Filters(actor="NOR", role=Role.DONOR)) == ["delivery", "pledge"]
    assert kinds(Filters(actor="NOR", role=Role.RECIPIENT)) == []
    assert kinds(Filters(actor="country/DNK")) == ["need"]
    assert kinds(Filters(actor="<script>a/b(1)</script>")) == []
    assert kinds(Filters(source="example.org")) == ["delivery", "pledge", "meeting"]
    assert kinds(Filters(source="denmark.txt")) == ["need"]
    assert kinds(Filters(document="denmark.txt", kind=Kind.NEED)) == ["need"]
    assert kinds(Filters(language="en")) == ["need"]
    assert kinds(Filters(since=date(2023, 1, 5))) == ["need"]
    assert kinds(Filters(until=date(2023, 1, 4))) == ["delivery", "pledge", "meeting"]
    assert kinds(Filters(during=(date(2022, 10, 11), date(2022, 10, 31)))) == ["meeting"]
    assert kinds(Filters(during=(date(2023, 3, 1), date(2023, 3, 1)))) == ["pledge"]
    assert kinds(Filters(state=State.OPEN, kind=Kind.NEED)) == ["need"]
    assert kinds(Filters(state=State.REJECTED)) == []


def many() -> list[Brought]:
    told = []
    for number in range(60):
        day = date(2022, 1, 1) + timedelta(days=(number * 37) % 50)
        text = f"Le pays {number} a livré des tentes."
        told.append(
            brought(text, said(text, text), source=f"{number}.txt", published=day.isoformat() if number % 9 else None)
        )
    return told


def test_pages_stay_where_they_are_while_the_ledger_grows(ledger: Ledger) -> None:
    releases = many()
    list(ledger.keep_all(releases[:40], who="tenu", clock=lambda: NOON))
    whole = [claim.id for claim in ledger.find("tente", limit=100).entries]

    walked: list[str] = []
    after = None
    while True:
        page = ledger.find("tente", after=after, limit=7)
        walked += [claim.id for claim in page.entries]
        after = page.after
        if after is None:
            break
        for content, reading in releases[40 + len(walked) // 7 : 41 + len(walked) // 7]:
            ledger.keep(content, reading, who="tenu", when=NOON)

    assert [one for one in walked if one in whole] == whole
    assert len(walked) == len(set(walked))
    days = [claim.published or "" for claim in ledger.claims(limit=100).entries]
    assert days == sorted(days, reverse=True)


def test_both_databases_give_the_same_answers(cluster: Cluster, file: Path) -> None:
    releases = [norway(), norway(source="b.txt", before="À jour. "), *many()]
    with Ledger.open(file) as one, Ledger.open(cluster.fresh("same_answers")) as other:
        for ledger in (one, other):
            list(ledger.keep_all(releases, who="tenu", clock=lambda: NOON))
        for words in ("livrer", "tentes pays", "12", '"des tentes"', "Kyiv", "jour"):
            assert one.find(words) == other.find(words)
            assert one.find_documents(words, limit=20) == other.find_documents(words, limit=20)
        for filters in (
            Filters(actor="Norvège"),
            Filters(kind=Kind.DELIVERY, until=date(2022, 1, 20)),
            Filters(as_of=NOON),
        ):
            assert one.claims(filters, limit=20) == other.claims(filters, limit=20)
            assert one.documents(filters, limit=20) == other.documents(filters, limit=20)
