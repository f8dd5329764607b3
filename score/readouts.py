"""Who met whom: the host and the counterpart that a readout's title names, both in one meeting that tenu finds.

A readout counts as right where one meeting has the host and the counterpart among its participants, host and chair, as
two actors, by the rule for names of `tenu score`; of a counterpart of several persons, one is enough, and a short given
name is the long one (the titles say Joe where the texts say Joseph).
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from score.releases import claims_of, rows

from tenu.pairing.wording import same_name
from tenu.reading.names.lexicon import lexicon
from tenu.record import Claim, Kind

WORDS = ("of", "right", "share")


def score(folder: Path, every: int) -> tuple[dict[str, float], dict[str, str]]:
    """Read each so-manieth readout; give the figures, and by the readout's id what stands for it in lists."""
    releases = {row["id"]: row for row in rows(folder / "wh_readouts.jsonl.gz")}
    titles = list(rows(folder / "readout_titles.jsonl.gz"))[::every]
    right = {title["id"]: title["title"] for title in titles if both_met(title, claims_of(releases[title["id"]]))}
    return {"of": len(titles), "right": len(right), "share": round(len(right) / len(titles), 3)}, right


def both_met(title: dict[str, Any], claims: Iterable[Claim]) -> bool:
    """Tell whether one meeting has both host and counterpart, each as an actor of its own."""
    return any(
        any(host != other for host in places(title["host"], claim) for other in places(title["counterpart"], claim))
        for claim in claims
        if claim.kind is Kind.MEETING
    )


def places(name: str, claim: Claim) -> list[int]:
    """Give the places of the actors in a claim who bear a name."""
    wanted = long_form(name)
    names = [(long_form(actor.name), long_form(actor.mention)) for actor in claim.actors]
    return [at for at, known in enumerate(names) if same_name(wanted, None, known, None)]


def long_form(name: str) -> str:
    """Give a name with each short given name in full."""
    full = lexicon("en").nicknames
    return " ".join(full.get(word.casefold(), word) for word in name.split())
