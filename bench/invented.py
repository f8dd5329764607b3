"""Invented releases in any number, for measuring: texts of about 300 words with ten claims each, always the same."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from hashlib import sha256

from tenu.record import Actor, Block, BlockKind, Claim, Document, Item, Kind, Passage, ReadBy, Reading, Role, Status

COUNTRIES = {
    "Norvège": "NOR", "Danemark": "DNK", "Canada": "CAN", "Suisse": "CHE", "Sénégal": "SEN", "Japon": "JPN",
    "France": "FRA", "Pologne": "POL", "Italie": "ITA", "Ukraine": "UKR", "Liban": "LBN", "Soudan": "SDN",
    "Irlande": "IRL", "Estonie": "EST", "Grèce": "GRC", "Maroc": "MAR", "Kenya": "KEN", "Brésil": "BRA",
}  # fmt: skip
GOODS = (
    "ambulances", "générateurs", "tentes", "couvertures", "véhicules blindés", "obus d’artillerie", "radars",
    "systèmes de défense aérienne", "transformateurs", "médicaments", "rations alimentaires", "pompes", "drones",
    "hôpitaux de campagne", "ponts flottants", "engins de déminage", "camions-citernes", "vaccins", "semences",
)  # fmt: skip
SENTENCES = {
    Kind.DELIVERY: "{donor} a livré {count} {good} à {recipient} le {day}, selon son ministère de la {word}.",
    Kind.PLEDGE: "{donor} s’engage à fournir {amount} millions d’euros et {count} {good} à {recipient} ({word}).",
    Kind.MEETING: "Les ministres de {donor} et de {recipient} se réuniront à {word} le {day} pour parler de {good}.",
    Kind.NEED: "{recipient} a besoin de {count} {good} avant l’hiver, a indiqué le gouverneur de {word}.",
}
FILLER = (
    "Le conseil a examiné la situation de la région de {word} et rappelé que la {other} reste au cœur de ses travaux, "
    "avec l’appui des partenaires, des organisations et des services de {word} {other}."
)
_SYLLABLES = [first + then for first in "bcdfglmnprstv" for then in ("a", "e", "i", "o", "u", "ar", "or", "in", "ou")]


def words(chance: random.Random, many: int) -> list[str]:
    """Make a vocabulary of invented words."""
    return ["".join(chance.choices(_SYLLABLES, k=chance.randint(2, 4))) for _ in range(many)]


def releases(many: int, *, first: int = 0, claims: int = 10) -> Iterator[tuple[bytes, Reading]]:
    """Give invented releases from the numbered one on, each with its bytes and its reading."""
    vocabulary = words(random.Random(1), 20_000)  # noqa: S311 — likewise
    weights = [1 / (rank + 1) for rank in range(len(vocabulary))]
    total = [0.0]
    for weight in weights:
        total.append(total[-1] + weight)
    for number in range(first, first + many):
        chance = random.Random(number)  # noqa: S311 — invented texts, not secrets
        drawn = chance.choices(vocabulary, cum_weights=total[1:], k=120)
        yield _release(number, chance, drawn, claims)


def _release(number: int, chance: random.Random, drawn: list[str], claims: int) -> tuple[bytes, Reading]:
    published = date(2016, 1, 1) + timedelta(days=chance.randrange(3650))
    text = f"Communiqué {number} de {drawn[0]}."
    told: list[Claim] = []
    for at in range(claims):
        kind = chance.choice(list(SENTENCES))
        (donor, donor_iso), (recipient, iso) = chance.sample(list(COUNTRIES.items()), 2)
        good, count, amount = chance.choice(GOODS), chance.randint(2, 400), chance.randint(1, 500)
        day = published + timedelta(days=chance.randint(-10, 20))
        sentence = SENTENCES[kind].format(
            donor=donor, recipient=recipient, good=good, count=count, amount=amount, day=day, word=drawn[at]
        )
        text += " " + FILLER.format(word=drawn[20 + at], other=drawn[60 + at])
        start = len(text) + 1
        text += " " + sentence
        told.append(
            Claim(
                id=sha256(f"{number} {at}".encode()).hexdigest()[:16],
                kind=kind,
                evidence=Passage(sentence, start, start + len(sentence)),
                read_by=ReadBy("bench", "1", "bench"),
                status=chance.choice([Status.DONE, Status.PLANNED]),
                when=day.isoformat(),
                actors=(
                    Actor(Role.DONOR, donor, donor, start, start + len(donor), iso=donor_iso),
                    Actor(Role.RECIPIENT, recipient, recipient, start, start + 5, iso=iso),
                ),
                items=(
                    Item(good, start, start + 5, quantity=count),
                    Item("euros", start, start + 5, amount=Decimal(amount) * 1_000_000, currency="EUR"),
                ),
            )
        )
    content = text.encode()
    document = Document(
        source=f"https://www.{drawn[1][:4]}.example.org/communiques/{number}",
        title=text.split(".")[0],
        language="fr",
        published=published.isoformat(),
        updated=None,
        url=None,
        sha256=sha256(content).hexdigest(),
        text=text,
        blocks=(Block(BlockKind.PARAGRAPH, "fr", 0, len(text)),),
    )
    return content, Reading(document, tuple(told))
