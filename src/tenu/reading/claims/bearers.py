"""Who bears an office: *la secrétaire générale de l’Alliance des vallées,* Hélène Doravic."""

from tenu.reading.frames.phrases import bounds, members
from tenu.reading.names import Entity, MentionKind, Names


def bearer(names: Names, sentence: int, head: int, office: Entity) -> Entity | None:
    """Give the person in apposition to a phrase that names none itself; `head` is the phrase's, in that sentence."""
    if office.named and office.kind is not MentionKind.OFFICE:
        return None
    analysis = names.analyses[sentence]
    for child in analysis.children(head):
        if child > head and analysis.tokens[child].deprel in {"appos", "flat", "nmod"}:
            start, end = bounds(analysis, members(analysis, child))
            person = names.describe(sentence, start, end)
            if person.named and person.kind is MentionKind.PERSON and analysis.tokens[child].upos == "PROPN":
                return person
    return None
