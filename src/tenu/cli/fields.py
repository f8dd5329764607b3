"""A claim's fields as a person gives them on the command line, laid over a claim that is there."""

import json
import re
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from tenu.errors import UsageError
from tenu.record import Actor, Claim, Item, Kind, Number, Role, Stage, Status, Terms

_ITEM = re.compile(
    r"(?:(?P<currency>[A-Z]{3}) (?P<amount>\d+(?:\.\d+)?)\b ?|(?P<quantity>\d+(?:\.\d+)?) )?(?P<name>.*)"
)
E = TypeVar("E", Kind, Status, Role, Stage)
_KEPT = ("id", "read_by")


@dataclass(frozen=True, slots=True)
class Fields:
    """What was given: words for a claim's fields and a promise's terms, and a file with more of them."""

    kind: str | None
    status: str | None
    when: str | None
    by: str | None
    where: list[str] | None
    actors: list[str] | None
    items: list[str] | None
    file: Path | None
    stage: str | None
    conditions: list[str] | None
    tranche_of: str | None
    withdrawn: bool

    def on(self, claim: Claim, text: str) -> Claim:
        """Give the claim with these fields; `UsageError` names the one that does not fit."""
        given: dict[str, Any] = _from_file(self.file) if self.file else {}
        given |= {name: word for name in ("kind", "status", "when", "by") if (word := getattr(self, name)) is not None}
        if self.where is not None:
            given["where"] = [{"name": name} for name in self.where]
        changed = _converted(msgspec.to_builtins(claim) | given)
        if self.actors is not None:
            actors = [_actor(told, claim, text) for told in self.actors]
            roles = {actor.role for actor in actors}
            changed = replace(changed, actors=(*(one for one in changed.actors if one.role not in roles), *actors))
        if self.items is not None:
            changed = replace(changed, items=tuple(_item(told, claim, text) for told in self.items))
        return changed

    def terms(self, before: Terms | None) -> Terms | None:
        """Give a promise's terms with these; None where there are none at all."""
        terms = before or Terms()
        if self.stage is not None:
            terms = replace(terms, stage=_one_of(Stage, self.stage, "--stage"))
        if self.conditions is not None:
            terms = replace(terms, conditions=tuple(self.conditions))
        if self.tranche_of is not None:
            terms = replace(terms, tranche_of=self.tranche_of)
        if self.withdrawn:
            terms = replace(terms, withdrawn=True)
        return terms if terms != Terms() else None


def _from_file(file: Path) -> dict[str, Any]:
    """Take fields from a JSON object; a claim as `tenu show` prints it, alone or in a list, is taken by its `claim`."""
    try:
        told = json.loads(file.read_text(encoding="utf-8"), parse_float=Decimal)
    except (OSError, ValueError) as error:
        raise UsageError(f"{file} is not a JSON object that can be read ({error}).") from None
    if isinstance(told, list) and len(told) == 1:
        told = told[0]
    if isinstance(told, dict) and isinstance(told.get("claim"), dict):
        told = told["claim"]
    if not isinstance(told, dict):
        raise UsageError(f'{file} holds no claim; give one JSON object, such as {{"status": "done"}}.')
    unknown = set(told) - set(Claim.__dataclass_fields__)
    if unknown:
        raise UsageError(f"{file} has fields that no claim has: {', '.join(sorted(unknown))}.")
    return {name: value for name, value in told.items() if name not in _KEPT}


def _converted(told: dict[str, Any]) -> Claim:
    told["kind"] = _one_of(Kind, str(told["kind"]), "--kind").value
    if told["status"] is not None:
        told["status"] = _one_of(Status, str(told["status"]), "--status").value
    try:
        return msgspec.convert(told, type=Claim)
    except msgspec.ValidationError as error:
        raise UsageError(f"these fields make no claim: {error}.") from None


def _actor(told: str, claim: Claim, text: str) -> Actor:
    role, equals, name = told.partition("=")
    if not equals or not name.strip():
        raise UsageError(f"--actor takes ROLE=NAME, such as donor=Norway, not {told!r}.")
    name = name.strip()
    start, end = _place(name, claim, text)
    return Actor(_one_of(Role, role.strip(), "--actor"), name, text[start:end], start, end)


def _item(told: str, claim: Claim, text: str) -> Item:
    found = _ITEM.fullmatch(told.strip())
    if found is None or not told.strip():
        raise UsageError(f"--item takes what is given, such as “12 ambulances” or “EUR 5000000”, not {told!r}.")
    currency, amount, quantity, name = found.group("currency", "amount", "quantity", "name")
    start, end = _place(name or told, claim, text)
    return Item(name or currency, start, end, _number(quantity), None, _number(amount), currency)


def _place(name: str, claim: Claim, text: str) -> tuple[int, int]:
    """Give where a name stands: in the claim's words, else anywhere in the text, else nowhere (0, 0)."""
    start = text.find(name, claim.evidence.start, claim.evidence.end)
    start = start if start >= 0 else text.find(name)
    return (start, start + len(name)) if start >= 0 else (0, 0)


def _number(told: str | None) -> Number | None:
    if told is None:
        return None
    return Decimal(told) if "." in told else int(told)


def _one_of(closed: type[E], word: str, option: str) -> E:
    try:
        return closed(word.lower())
    except ValueError:
        raise UsageError(f"{option} takes {', '.join(closed)}; not {word!r}.") from None
