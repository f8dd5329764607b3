"""From a document to its claims: the steps in order, each in its own room."""

from tenu.reading import names, quotations
from tenu.reading.claims.draft import Draft
from tenu.reading.claims.finishing import claim_of, statement_of
from tenu.reading.claims.following import follow
from tenu.reading.claims.merging import merge
from tenu.reading.claims.occasion import date_by_meeting
from tenu.reading.claims.rosters import rosters
from tenu.reading.claims.sentence import Sentence, dress
from tenu.reading.claims.sharing import share
from tenu.reading.claims.signing import name_signers
from tenu.reading.claims.speakers import Speakers
from tenu.reading.claims.weighing import Weighing
from tenu.reading.claims.who import Who
from tenu.reading.language import language
from tenu.reading.publisher import country_of
from tenu.record import Claim, Document
from tenu.resting import collector_resting


@collector_resting()
def read(document: Document) -> list[Claim]:
    """Give the claims that a document makes, in the order of its text.

    Each claim's evidence stands in the text to the letter; offsets are code points of `document.text`. A document in a
    language that tenu does not read is refused with `UncoveredLanguageError`.
    """
    sentences, known = prepare(document)
    who = judge(sentences, known)
    weighing = Weighing(who, len(sentences), document.published)
    drafts: list[Draft] = []
    for sentence in sentences:
        drafts.extend(weighing.weigh(sentence, language(sentence.analysis.language)).drafts)
    drafts.extend(rosters(document, sentences))
    statements = quotations.find(document.text, [sentence.analysis for sentence in sentences], Speakers(known))
    told = merge(drafts)
    follow(told, language(document.language).lexicon.nouns["place"])
    date_by_meeting(told)
    share(told)
    name_signers(told, language(document.language).lexicon.nouns.get("deed", frozenset()))
    claims = [claim_of(draft, document) for draft in told]
    claims += [statement_of(statement, document) for statement in statements]
    return sorted(claims, key=lambda claim: (claim.evidence.start, claim.evidence.end, claim.kind))


def prepare(document: Document) -> tuple[list[Sentence], names.Names]:
    """Give a document's sentences, analysed, with their times and amounts, and the names of the whole."""
    own = language(document.language)
    country = country_of(document.url, None, document.text)
    sentences = dress(document, own, country)
    analyses = [sentence.analysis for sentence in sentences]
    mentions = names.find(analyses, own.code, country=country)
    return sentences, names.resolve(mentions, analyses, own.code, country)


def judge(sentences: list[Sentence], known: names.Names) -> Who:
    """Give whoever tells the frames what a noun phrase of the document stands for."""
    people = {code: language(code).lexicon.nouns["people"] for code in {s.analysis.language for s in sentences}}
    amounts = [amount for sentence in sentences for amount in sentence.amounts]
    return Who(known, people, amounts, [time for sentence in sentences for time in sentence.times])
