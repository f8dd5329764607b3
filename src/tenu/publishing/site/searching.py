"""The index that the search page looks into: folded words, each with the entries that hold it."""

import json
from collections import defaultdict
from collections.abc import Iterable

from tenu.ledger.words.fold import plain, words_in
from tenu.publishing.site.chain import Step

LEAST = 2
"""Letters of a word that is indexed."""


def index_script(steps: Iterable[Step]) -> str:
    """Give a script of data alone: pages opened from a folder may load a script, but may not fetch a file."""
    entries: list[list[str]] = []
    words: dict[str, list[int]] = defaultdict(list)
    for number, step in enumerate(steps):
        day = step.day.isoformat() if step.day else ""
        entries.append([step.matter, step.kind.value, day, step.who, step.words.text])
        told = " ".join((step.words.text, step.who, step.to, step.what, step.words.title or ""))
        for word in {plain(one) for one in words_in(told)}:
            if len(word) >= LEAST:
                words[word].append(number)
    told = json.dumps({"entries": entries, "words": dict(sorted(words.items()))}, ensure_ascii=True)
    return f"const tenuIndex = {told};\n"
