"""Known French words and forms, settled after the model and before the parse is believed."""

from functools import cache

from tenu.reading.fr.verbs import future, infinitive, verbs
from tenu.reading.parsing.draft import Draft
from tenu.reading.parsing.inversion import Speech, settle_inversion
from tenu.reading.parsing.lemmas import lemma_table
from tenu.reading.parsing.weekdays import settle_weekdays

DAYS = frozenset("lundi mardi mercredi jeudi vendredi samedi dimanche".split())
SPEECH = Speech(
    verbs=frozenset(
        """dire déclarer affirmer annoncer ajouter indiquer souligner préciser expliquer rappeler estimer assurer noter relever
        conclure poursuivre insister répondre demander commenter confirmer promettre prévenir avertir regretter saluer observer
        constater reconnaître admettre confier répéter juger plaider marteler lancer résumer argumenter soutenir prédire nuancer
        écrire renchérir reprendre signaler interroger menacer exhorter espérer prétendre avancer révéler dénoncer accuser
        réagir témoigner raconter rétorquer répliquer objecter exiger protester réaffirmer évoquer remarquer considérer penser
        détailler développer tempérer enchaîner appeler exposer proclamer""".split()
    ),
    speakers=frozenset(
        """ministre ministres président présidente premier première secrétaire chef cheffe porte-parole directeur directrice
        gouvernement conseil commission conseiller conseillère ambassadeur ambassadrice général générale chancelier chancelière
        député députée sénateur sénatrice maire roi reine pape responsable dirigeant dirigeante délégué déléguée rapporteur
        rapporteuse représentant représentante commissaire coordinateur coordinatrice coordonnateur coordonnatrice haut haute
        département ministère organisation ong alliance communiqué présidence secrétariat parlement vice-président
        vice-présidente médiateur envoyé envoyée officiel source sources autorités expert experte analyste patron patronne
        préfet diplomate intéressé intéressée agence comité union banque fonds office coalition elle il ils elles on""".split()
    ),
    indefinite=frozenset("un une des du de plusieurs certains certaines que qu' y en".split()),
    lead_in=frozenset("comme que qu' comment ainsi".split()),
)
CLITICS = {"il", "elle", "ils", "elles", "on", "je", "tu", "nous", "vous", "ce"}


def settle(draft: Draft) -> None:
    """Futures, lemmas, inverted subjects and bare days, in this order: each stands on the one before."""
    forms = [form.lower() for form in draft.forms]
    settle_futures(draft, forms)
    draft.lemmas = [lemma(*word) for word in zip(forms, draft.forms, draft.upos, strict=True)]
    settle_clitics(draft, forms)
    settle_inversion(draft, SPEECH)
    settle_weekdays(draft, DAYS)


def settle_futures(draft: Draft, forms: list[str]) -> None:
    """A known verb's future or conditional form is one, whatever the model made of it; a capitalised name stays a name."""
    for i, form in enumerate(forms):
        known = future(form) if len(form) > 3 or form == "ira" else None
        if known is None or (draft.upos[i] == "PROPN" and i and draft.forms[i][0].isupper()):
            continue
        draft.feats[i] = known[1]
        if draft.upos[i] not in ("VERB", "AUX"):
            draft.upos[i] = "VERB"


def settle_clitics(draft: Draft, forms: list[str]) -> None:
    """“-t-il”, “-elle” right after a verb is its subject, and hangs on the verb that the auxiliary belongs to."""
    for i in range(1, len(forms)):
        bare = forms[i].removeprefix("-t").removeprefix("-")
        if forms[i][0] != "-" or bare not in CLITICS or draft.upos[i - 1] not in ("VERB", "AUX"):
            continue
        draft.upos[i] = "PRON"
        if not draft.deprels[i].startswith(("nsubj", "expl")) or draft.heads[i] == i:
            before = i - 1
            head = draft.heads[before] if draft.deprels[before].startswith(("aux", "cop")) else before
            draft.hang(i, head, "nsubj")


@cache
def lemma(form: str, written: str, upos: str) -> str:
    """The dictionary form of a lower-case form; `written` is how the page has it, which is a name's lemma."""
    if upos in ("PROPN", "X", "SYM", "NUM", "PUNCT"):
        return written
    if upos in ("VERB", "AUX"):
        ahead = future(form)
        if ahead:
            return ahead[0]
    known = lemma_table("fr").get((form, upos))
    if known:
        return known
    if upos in ("VERB", "AUX"):
        return infinitive(form) or form
    if upos == "ADJ":
        return adjective(form)
    return noun(form) if upos == "NOUN" else form


def noun(form: str) -> str:
    """A noun's singular: a known one, or without its -s."""
    table = lemma_table("fr")
    for end, singular in (("aux", "al"), ("aux", "ail"), ("x", ""), ("s", "")):
        if form.endswith(end) and (form[: -len(end)] + singular, "NOUN") in table:
            return form[: -len(end)] + singular
    if form.endswith("eaux"):
        return form[:-1]
    return form[:-1] if form.endswith("s") and len(form) > 3 and not form.endswith(("ss", "us", "is", "as", "os")) else form


def adjective(form: str) -> str:
    """An adjective's masculine singular, by known ones and by endings."""
    table = lemma_table("fr")
    one = form[:-1] if form.endswith("s") and len(form) > 3 and not form.endswith(("ss", "ais", "ois", "eux")) else form
    if form.endswith("aux"):
        one = form[:-3] + "al"
    if one in verbs().known:
        return one
    for end, masculine in (
        ("euse", "eux"), ("ive", "if"), ("elle", "el"), ("ienne", "ien"), ("enne", "en"), ("onne", "on"), ("ière", "ier"), ("ère", "er"),
        ("trice", "teur"), ("ée", "é"), ("ale", "al"), ("aine", "ain"), ("aise", "ais"), ("oise", "ois"), ("ante", "ant"),
        ("ente", "ent"), ("ue", "u"), ("ite", "it"), ("ie", "i"), ("ure", "ur"), ("ande", "and"), ("rte", "rt"), ("ine", "in"),
    ):  # fmt: skip
        if one.endswith(end):
            candidate = one[: -len(end)] + masculine
            if (candidate, "ADJ") in table or (one, "ADJ") not in table and end in SURE:
                return candidate
    return table.get((one, "ADJ"), one)


SURE = {"euse", "ive", "elle", "ienne", "ée", "ale", "aise", "oise", "ante", "ente"}
