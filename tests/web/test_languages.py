"""The interface speaks French to the last sentence, and its catalogues are what the generator writes."""

import pytest
from babel.messages.catalog import Message

from tenu.web.locale import generate

LANGUAGES = generate.LANGUAGES


def _untranslated(message: Message) -> bool:
    told = message.string if isinstance(message.string, (tuple, list)) else (message.string,)
    return bool(message.id) and not all(told)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_of_the_interface_is_translated(language: str) -> None:
    catalog = generate.updated(language, generate.gathered())

    assert [message.id for message in catalog if _untranslated(message)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_fills_in_the_same_values_as_the_sentence(language: str) -> None:
    catalog = generate.updated(language, generate.gathered())

    faults = {str(message.id): [str(fault) for fault in message.check(catalog)] for message in catalog if message.id}
    assert {sentence: found for sentence, found in faults.items() if found} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_catalogues_are_what_the_generator_writes(language: str) -> None:
    folder = generate.HERE / language / "LC_MESSAGES"

    po, mo = generate.written(generate.updated(language, generate.gathered()))

    assert (folder / "tenu.po").read_bytes() == po
    assert (folder / "tenu.mo").read_bytes() == mo
