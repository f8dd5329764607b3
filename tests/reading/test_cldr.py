"""The tables made from Unicode CLDR."""

from pathlib import Path

import babel
import pytest

from tenu.reading import cldr
from tenu.reading.cldr import generate


@pytest.mark.parametrize("name", ["territories.tsv", "currencies.tsv"])
def test_a_table_is_what_its_generator_writes(name: str) -> None:
    first, *lines = (Path(cldr.__file__).parent / name).read_text(encoding="utf-8").splitlines()
    if f"Babel {babel.__version__};" not in first:
        pytest.skip(f"made with another Babel than {babel.__version__}: {first}")

    made = generate.territories() if name.startswith("territories") else generate.currencies()

    assert lines == made


def test_kosovo_has_the_code_in_common_use() -> None:
    assert cldr.territories()["XKX"].fr == "Kosovo"


def test_every_member_of_the_united_nations_that_the_record_needs_is_there() -> None:
    codes = cldr.territories()

    assert {"CHE", "FRA", "UKR", "COD", "DEU", "MMR", "ROU", "SRB", "TLS", "YEM", "PSE", "TWN"} <= set(codes)
    assert codes["CHE"].currency == "CHF"
