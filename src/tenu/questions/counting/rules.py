"""The rules there are, by their names."""

from tenu.errors import UsageError
from tenu.questions.counting import fts_funding, iati_outgoing, kiel_allocation, kiel_commitment
from tenu.questions.counting.rule import Rule

RULES: dict[str, Rule] = {
    one.RULE.name: one.RULE for one in (kiel_commitment, kiel_allocation, fts_funding, iati_outgoing)
}


def rule_named(name: str) -> Rule:
    """Give a rule by its name, with or without its version."""
    plain, _, version = name.lower().partition("/")
    rule = RULES.get(plain)
    if rule is None or (version and version != str(rule.version)):
        known = ", ".join(one.title for one in RULES.values())
        raise UsageError(f"there is no counting rule {name!r}; there are {known}.")
    return rule
