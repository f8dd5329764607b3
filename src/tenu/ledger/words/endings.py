"""Read a language's list of endings: passes of rules, each `ending replacement least-letters-before`."""

from importlib import resources

Rule = tuple[str, str, int]
Passes = tuple[dict[str, list[Rule]], ...]


def endings_of(language: str) -> Passes:
    """Give the passes of a language's list, each keyed by an ending's last letter, longest endings first."""
    listed = resources.files("tenu.ledger.words").joinpath(f"{language}.txt").read_text(encoding="utf-8")
    passes: list[dict[str, list[Rule]]] = []
    for line in listed.splitlines():
        line = line.partition("#")[0].strip()
        if line.startswith("["):
            passes.append({})
        elif line:
            ending, instead, least = line.split()
            rule = (ending, "" if instead == "-" else instead, int(least))
            passes[-1].setdefault(ending[-1], []).append(rule)
    for rules in passes:
        for same_letter in rules.values():
            same_letter.sort(key=lambda rule: -len(rule[0]))
    return tuple(passes)
