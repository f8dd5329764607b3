"""Write `territories.tsv` and `currencies.tsv` from Babel's CLDR: `python -m tenu.reading.cldr.generate`.

CLDR is the Unicode Consortium's, under the Unicode licence. The tables are committed, so that reading a text does not
load Babel.
"""

from pathlib import Path

from babel import Locale
from babel import __version__ as babel_version
from babel.core import get_global
from babel.numbers import get_currency_name

HERE = Path(__file__).parent
LANGUAGES = ("fr", "en")
NO_COUNTRY = {"EU", "EZ", "UN", "QO", "ZZ", "XA", "XB"}
KOSOVO = "XKX"
"""ISO 3166-1 leaves Kosovo out; XKX is the user-assigned code in common use (European Commission, World Bank)."""


def alpha3_codes() -> dict[str, str]:
    """Give ISO 3166-1 alpha-3 by alpha-2, from CLDR's aliases of overlong codes."""
    codes = {
        targets[0]: alias
        for alias, targets in get_global("territory_aliases").items()
        if len(alias) == 3 and alias.isalpha() and len(targets) == 1
    }
    # CLDR lists retired codes too; these are the ones in force where one territory has several.
    in_force = {"CD": "COD", "DE": "DEU", "FR": "FRA", "MM": "MMR", "RO": "ROU", "RS": "SRB", "RU": "RUS", "TL": "TLS"}
    return (
        codes | in_force | {"YE": "YEM", "BY": "BLR", "BF": "BFA", "BJ": "BEN", "VU": "VUT", "ZW": "ZWE", "XK": KOSOVO}
    )


def currency_of(alpha2: str) -> str:
    """Give the ISO 4217 code of the currency in force in a territory, or nothing."""
    in_force = [c for c, _, until, tender in get_global("territory_currencies").get(alpha2, ()) if tender and not until]
    return in_force[0] if in_force else ""


def territories() -> list[str]:
    """Give one line a territory: alpha-3, alpha-2, currency, French name, English name."""
    names = [Locale(language).territories for language in LANGUAGES]
    codes = alpha3_codes()
    return [
        "\t".join([codes[alpha2], alpha2, currency_of(alpha2), *(table[alpha2] for table in names)])
        for alpha2 in sorted(names[0])
        if alpha2 in codes and alpha2 not in NO_COUNTRY
    ]


def tenders() -> dict[str, list[str]]:
    """Give, for every currency in force, the territories (alpha-3) where it is."""
    codes, found = alpha3_codes(), dict[str, list[str]]()
    for alpha2, rows in sorted(get_global("territory_currencies").items()):
        for currency, _, until, tender in rows:
            if tender and not until and alpha2 in codes:
                found.setdefault(currency, []).append(codes[alpha2])
    return found


def names_of(currency: str, language: str) -> str:
    """Give a currency's names in one and in several pieces, between bars."""
    forms = {get_currency_name(currency, count, language) for count in (1, 2)}
    return "|".join(sorted({form.replace("\xa0", " ") for form in forms}))


def currencies() -> list[str]:
    """Give one line a currency in force: code, territories, French names, English names."""
    return [
        "\t".join([currency, ",".join(where), *(names_of(currency, language) for language in LANGUAGES)])
        for currency, where in sorted(tenders().items())
    ]


def write() -> None:
    """Write both tables beside this file, with Babel's version in their first line."""
    for name, lines in (("territories.tsv", territories()), ("currencies.tsv", currencies())):
        text = "\n".join([f"# Unicode CLDR, as in Babel {babel_version}; made by generate.py", *lines]) + "\n"
        (HERE / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write()
