"""A claim in one line, for calendars, feeds and titles: what it is, who acts, on what, for whom."""

from tenu.publishing.columns import plain
from tenu.record import Claim, Item, Role

_LONGEST = 160


def headline(claim: Claim) -> str:
    """Give the line: `Pledge: Norvelle · EUR 12000000 → Sarvenia`."""
    acting = ", ".join(actor.name for actor in claim.actors if actor.role is not Role.RECIPIENT)
    told = ", ".join(_item(item) for item in claim.items)
    to = ", ".join(actor.name for actor in claim.actors if actor.role is Role.RECIPIENT)
    parts = [part for part in (acting, told or claim.quote or "", f"→ {to}" if to else "") if part]
    line = f"{claim.kind.value.capitalize()}: {' · '.join(parts) or claim.evidence.text}"
    line = " ".join(line.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


def _item(item: Item) -> str:
    if item.amount is not None:
        worth = f"{item.currency or ''} {plain(item.amount)}".strip()
        return worth if not any(letter.isalpha() for letter in item.name) else f"{item.name} ({worth})"
    counted = [plain(item.quantity)] if item.quantity is not None else []
    unit = [item.unit] if item.unit and item.unit not in item.name else []
    return " ".join([*counted, *unit, item.name])
