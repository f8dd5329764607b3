"""How English text is cut into words, after the conventions of the English Web Treebank in Universal Dependencies."""

import re

from tenu.reading.en.headlines import lower_verbs

APOSTROPHE = "['’ʼ]"
ABBREVIATIONS = (
    r"Mr|Mrs|Ms|Dr|Drs|Prof|St|Ft|vs|etc|Inc|Co|Corp|Ltd|Jr|Sr|"
    r"Lt|Gen|Col|Maj|Capt|Cpl|Sgt|Adm|Gov|Sen|Reps?|Sens|Rev|Hon|Amb|No|Nos|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|"
    r"Mon|Tues?|Wed|Thurs?|Thur|Fri|Sat|Sun|Vol|pp|al|approx|est|Ave|Blvd|Dept|a\.m|p\.m|"
    r"i\.e|e\.g|ca|Art|Sec|Pres|ex|esp|incl|Mt|Messrs|Ph\.D|M\.D|Bros"
)
PREFIXES = (
    r"e|co|pre|non|mid|anti|semi|re|ex|pro|post|multi|sub|un|vice|counter|inter|intra|"
    r"micro|mini|neo|over|under|trans|ultra|bi|de|"
    r"psycho|socio|cyber|pan|quasi|extra|infra|mega|proto|pseudo|tri|uni|x"
)
CONTRACTION = rf"{APOSTROPHE}(?:s|re|ve|ll|d|m)(?!\w)"
NOT = rf"n{APOSTROPHE}t(?!\w)"

TOKEN = re.compile(
    rf"""
    (?:https?://|www\.)[^\s<>"”)]*[^\s<>"”).,;:!?]
  | [\w.+-]+@[\w-]+(?:\.[\w-]+)+
  | (?<!\w)(?:[A-Za-z]\.){{2,}}(?:[A-Z](?!\w))?
  | (?<!\w)(?:{ABBREVIATIONS})\.(?!\w)
  | (?<!\w)[A-Z]\.(?=\s|[A-Z])
  | (?<![\w-])\d+(?:-\d+){(2,)}(?!\w)
  | (?<![\w)])[+]?\d++(?:[.,:/]\d+)*+(?:(?:st|nd|rd|th|s|{APOSTROPHE}s)(?!\w))?
  | (?i:{NOT})
  | {CONTRACTION}
  | (?i:(?<!\w)(?:can(?=not(?!\w))|(?<=can)not(?!\w)|gon(?=na(?!\w))|wan(?=na(?!\w))|got(?=ta(?!\w))))
  | (?<=[Cc]an)not(?!\w)
  | (?<=[Gg]on)na(?!\w)|(?<=[Ww]an)na(?!\w)|(?<=[Gg]ot)ta(?!\w)
  | (?<![\w-])(?i:{PREFIXES})-\w+
  | (?<!\w)[A-Z]{{1,3}}&[A-Z]{{1,3}}(?!\w)
  | (?<!\w)(?:O|[Dd]|Qa|Sha|Shi|Ba){APOSTROPHE}[A-Za-z]\w+
  | \w(?:(?!(?i:{NOT}))(?:\w|\.(?=[a-z]{{2,3}}\b)|{APOSTROPHE}(?=\w)(?!(?:s|re|ve|ll|d|m|t)(?!\w))))*
  | [:;]-?[()](?!\w)|''|‘’|’’|``
  | (?P<run>[.\-=*_!?<>])(?P=run)+
  | \S
    """,
    re.VERBOSE,
)

# What is typeset in several ways is one thing to the model; each character stands for one, so offsets stay.
NORMAL = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
                        "‑": "-", "–": "-", "—": "-",
                        "\u00a0": " ", "\u202f": " ", "\u2009": " "})  # fmt: skip


def mend(words: list[str]) -> None:
    """Give the verbs of a headline their small letters back."""
    lower_verbs(words)
