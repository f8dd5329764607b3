"""How French text is cut into words, after the conventions of the French Universal Dependencies treebanks."""

import re

APOSTROPHE = "['’ʼ‘]"
SPACE = "[ \u00a0\u202f\u2009]"
ABBREVIATIONS = (
    r"MM|Mmes?|Mlles?|Drs?|Prof|Pr|Mgr|Me|St|Ste|Cie|Sté|etc|cf|Cf|ex|"
    r"vol|Vol|art|Art|al|chap|env|hab|no|No|nos|pp|p|av|apr|réf|tél|Tél|"
    r"janv|févr|avr|juil|sept|oct|nov|déc|fig|Fig|"
    r"max|min|millions?(?=\.\s[a-zé])|mio|Mio|mia|Mrd|mrd|resp|p\.\s?ex|ch|let|al"
)
WHOLE = (
    rf"aujourd{APOSTROPHE}hui|d{APOSTROPHE}ores{SPACE}et{SPACE}déjà|quelqu{APOSTROPHE}une?|c{APOSTROPHE}est-à-dire|"
    rf"presqu{APOSTROPHE}[îi]les?|main-d{APOSTROPHE}œuvre|"
    rf"prud{APOSTROPHE}hom\w+|entr{APOSTROPHE}\w+|grand{APOSTROPHE}\w+|O{APOSTROPHE}[A-Z]\w+|"
    r"rendez-vous|chez-nous|quant-à-soi|peut-être|là-bas|\w+-de-ce"
)
CLITIC = r"-t-(?:ils?|elles?|on|en|y)|-(?:ils?|elles?|on|je|tu|nous|vous|ce|moi|toi|lui|leur|les?|la|en|y)"
# The hyphen of “a-t-il” may be typeset as U+2011; a clitic ends its word: “Saint-Germain-en-Laye” has none.
CLITIC_END = r"(?![\w-])"

TOKEN = re.compile(
    rf"""
    (?:https?://|www\.)[^\s<>«»"”)]*[^\s<>«»"”).,;:!?]
  | [\w.+-]+@[\w-]+(?:\.[\w-]+)+
  | (?<![\w-])(?i:{WHOLE})(?!\w)
  | (?<!\w)(?:[A-ZÉÈ]\.(?:-?[A-ZÉÈ]\.)+)
  | (?<!\w)(?:{ABBREVIATIONS})\.(?!\w)
  | (?<!\w)[A-ZÉÈ](?:[hr])?\.(?=-?[\sA-Z])
  | (?<![\w.,])\d{{1,3}}(?:{SPACE}\d{{3}})+(?![\d])(?:,\d+)?
  | (?<![\w)])[-–−+]?\d++(?:[.,:/’'-]\d+)*+(?:(?:ers?|[èe]res?|res?|e|è|[èe]mes?|nde?s?|es|s|th)(?!\w))?
  | (?<=\d)(?:h|H|km|m|kg|g|min|s)(?=\d|\b)
  | [nN][°º]s?(?![^\W\d])|°[CF](?!\w)|\w+\([es]\)(?!\w)|km/h
  | (?i:(?<!\w)(?:[ldcjmnstyç]|qu|jusqu|lorsqu|puisqu|quoiqu|quelqu|presqu){APOSTROPHE})(?=[\w«"“(])
  | (?i:{CLITIC}){CLITIC_END}
  | \w(?:(?!(?i:{CLITIC}){CLITIC_END})(?:\w|[-‑&](?=\w)|{APOSTROPHE}(?=\w)|\.(?=[a-z]{{2,3}}\b)))*
  | (?P<run>[.\-=*_!?])(?P=run)+
  | \S
    """,
    re.VERBOSE,
)

# What is typeset in several ways is one thing to the model; each character stands for one, so offsets stay.
NORMAL = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "“": "«", "”": "»", "„": "«",
                        "‑": "-", "–": "-", "—": "-", "−": "-",
                        "\u00a0": " ", "\u202f": " ", "\u2009": " "})  # fmt: skip

# Capitals that are typeset without their accent, as the model knows them.
ACCENTED = {
    "Etat": "État", "Etats": "États", "Etats-Unis": "États-Unis", "Ecole": "École", "Ecoles": "Écoles",
    "Etude": "Étude", "Etudes": "Études", "Egypte": "Égypte", "Ethiopie": "Éthiopie", "Eglise": "Église",
    "Egalité": "Égalité", "Evolution": "Évolution", "Energie": "Énergie", "Education": "Éducation",
    "Economie": "Économie", "Etant": "Étant", "Elu": "Élu", "Emirats": "Émirats", "Erythrée": "Érythrée",
    "Equateur": "Équateur",
}  # fmt: skip


def mend(words: list[str]) -> None:
    """Give capitals their accent back: “Etats”, and the “A” that opens a sentence unless it is a verb (“A-t-il …”)."""
    if words[:1] == ["A"] and len(words) > 1 and words[1][0].isalpha():
        words[0] = "À"
    for i, word in enumerate(words):
        if word[0] == "E" and word in ACCENTED:
            words[i] = ACCENTED[word]
        elif word in ("d'ores et déjà", "D'ores et déjà"):  # one adverb, which treebanks cut into four
            words[i] = "déjà"
