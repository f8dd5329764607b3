"""Find the amounts of a text: one pass over its numbers, each read with the words around it."""

import itertools
import re
from dataclasses import replace
from decimal import Decimal

from tenu.reading.amounts.amount import Amount, Bound, Measure
from tenu.reading.amounts.currency import Money, money_after, money_before
from tenu.reading.amounts.lexicon import Lexicon, behind, fold, lexicon
from tenu.reading.amounts.numeral import UnclearNumeralError, read_digits, read_words, tidy

TELEPHONE = re.compile(
    r"(?:0\d{1,3}|\d{3})(?:[ \u00a0\u202f./-]\d{2,4}){2,5}(?!\d)(?<!000)(?=\D|$)|\(?0\)?\d{2}[ \u00a0]\d{3}"
)
DATE_IN_FIGURES = re.compile(r"(?:[-–/.:h]\d+)*")
NOUN = re.compile(r"[ \u00a0\u202f](?:(?:de |d['’]|of )(?=\w))?(?=[^\W\d_])|(?<=[ ’'])(?=[^\W\d_])")


def find(text: str, language: str, offset: int = 0, country: str | None = None) -> list[Amount]:
    """Give the money, counts, percentages and numbered names of a text, in order.

    `offset` is added to all places. `country` (ISO 3166-1 alpha-3) is the publisher's: it settles “dollars”, “francs”
    and the like, which stay without a currency where it is not told. Years, dates, hours, durations and telephone
    numbers are no amounts. `UncoveredLanguageError` for a language other than `fr` and `en`.
    """
    words = lexicon(language)
    found = _with_shared_currency(_with_next_currency(text, words, _scan(text, words, country)))
    return [_moved(amount, offset) for amount in found]


def _moved(amount: Amount, offset: int) -> Amount:
    if not offset:
        return amount
    noun = None if amount.noun_start is None else amount.noun_start + offset
    return replace(amount, start=amount.start + offset, end=amount.end + offset, noun_start=noun)


def _scan(text: str, words: Lexicon, country: str | None) -> list[Amount]:
    found: list[Amount] = []
    position = 0
    while (match := words.start.search(text, position)) is not None:
        amounts, position = _Reader(text, words, country, position).read(match)
        found.extend(amounts)
    return found


def _with_next_currency(text: str, words: Lexicon, found: list[Amount]) -> list[Amount]:
    """Give “from 700 to 550 francs” its currency at both numbers."""
    result = list(found)
    for index, (first, second) in enumerate(itertools.pairwise(found)):
        joined = words.middle.fullmatch(text[first.end : second.start]) is not None
        opened = words.opening_before.match(behind(text, first.start)) is not None
        if joined and opened and first.kind is Measure.COUNT and second.kind is Measure.MONEY and first.unit is None:
            result[index] = replace(
                first, kind=Measure.MONEY, currency=second.currency, noun_start=None, inherited=True
            )
    return result


def _with_shared_currency(found: list[Amount]) -> list[Amount]:
    """Give “(103.2 mn)” the currency of the text's other amounts, where they all have the same one."""
    named = {a.currency for a in found if a.kind is Measure.MONEY and a.currency}
    if len(named) != 1:
        return found
    currency = named.pop()
    return [
        replace(a, currency=currency, inherited=True, reason=None)
        if a.kind is Measure.MONEY and a.reason == NO_CURRENCY
        else a
        for a in found
    ]


NO_CURRENCY = "no currency stands beside the number"


class _Reader:
    """Reads one number, or one range, and the words around it."""

    def __init__(self, text: str, words: Lexicon, country: str | None, floor: int) -> None:
        self.text, self.words, self.country, self.floor = text, words, country, floor
        self.reason: str | None = None

    def read(self, match: re.Match[str]) -> tuple[list[Amount], int]:
        """Give the amounts that begin at a match (one, or two for “from 700 to 550 francs”) and where to go on."""
        if match["vague"]:
            return self._vague(match)
        low, low_scale, end = self._number(match)
        before = money_before(self.text, match.start(), self.floor, self.words, self.country)
        if before and not low_scale and (short := self.words.short_scale.match(self.text, end)):
            low_scale, end = self.words.short_scales[short[1]], short.end()
        if match["digits"] and before is None and (telephone := TELEPHONE.match(self.text, match.start())):
            return [], telephone.end()
        if match["digits"] and before is None and self._is_no_amount(match, end, low_scale):
            return [], max(match.end(), end) if not match["digits"] else self._past_date(match)
        if low is None and self.reason is None:
            return [], match.end()
        high, high_scale, range_end = self._range(match, end, low_scale, before)
        if high is not None:
            end = range_end
            low_scale = low_scale or high_scale
        after = None if before else money_after(self.text, end, self.words, self.country, scaled=bool(low_scale))
        low_value = None if low is None else low * 10**low_scale
        high_value = None if high is None else high * 10**high_scale
        start = before.start if before else match.start()
        money = before or after
        if after:
            end = after.end
        if money is None and (short := self.words.short_scale.match(self.text, end)) and not low_scale and high is None:
            return self._elliptic(match, low, short, end)
        if money is not None:
            return self._money(start, end, low_value, high_value, money)
        return self._plain(match, start, end, low_value, high_value, bool(low_scale))

    def _number(self, match: re.Match[str]) -> tuple[Decimal | None, int, int]:
        """Give a number without its scale, the scale as a power of ten, and where both end."""
        end = match.end()
        if match["half"]:
            value: Decimal | None = Decimal("0.5")
        elif match["article"]:
            value = Decimal(1)
        elif match["collective"]:
            value = Decimal(self.words.collective[fold(match["collective"])])
        elif match["word"]:
            read = read_words(match["word"], self.words)
            value = None if read is None else Decimal(read)
        else:
            value, end = self._digits(match["digits"], match.start())
        scale = self.words.scale.match(self.text, end)
        if scale:
            return value, self.words.scales[scale[1].casefold()], scale.end()
        return value, 0, end

    def _digits(self, written: str, start: int) -> tuple[Decimal | None, int]:
        written = written.rstrip(".,")
        end = start + len(written)
        scaled = self.words.scale.match(self.text, end) or self.words.short_scale.match(self.text, end)
        try:
            return read_digits(written, self.words, scaled is not None), end
        except UnclearNumeralError as unclear:
            self.reason = str(unclear)
            return None, end

    def _is_no_amount(self, match: re.Match[str], end: int, scale: int) -> bool:
        """Tell whether digits are part of a date, an hour, a year, a duration, a code or a telephone number."""
        written, start, text, words = match["digits"], match.start(), self.text, self.words
        around = (text[start - 1 : start], text[match.end() : match.end() + 2])
        if around[0] in ("-", "–", "/", ":", "+", "_", "#") and not text[start - 2 : start - 1].isspace():
            return True
        if scale:
            return False
        if re.match(r"[/:]\d|h\d|h\b|[-–]\w|[^\W\d]", text[match.end() : match.end() + 3]) and not self._abbreviated(
            end
        ):
            return not re.match(r"[-–]\d", text[match.end() : match.end() + 2]) or self._yearlike(written, match.end())
        if written.count(".") > 1 and not re.fullmatch(r"\d{1,3}(?:\.\d{3})+", written):
            return True
        if words.month_after.match(text, match.end()) or words.month_before.match(behind(text, start)):
            return len(written) <= 4
        return bool(words.duration.match(text, end)) or self._yearlike(written, end)

    def _abbreviated(self, end: int) -> bool:
        return bool(
            self.words.short_scale.match(self.text, end)
            or self.words.unit.match(self.text, end)
            or self.words.percent.match(self.text, end)
        )

    def _yearlike(self, written: str, end: int) -> bool:
        if not (len(written) == 4 and written.isdigit() and 1800 <= int(written) <= 2100):
            return False
        if self.words.unit.match(self.text, end) or money_after(self.text, end, self.words, self.country, scaled=False):
            return False
        following = re.match(r"\W?([^\W\d]+)", self.text[end : end + 30])
        return not (following and following[1].casefold() in self.words.surely_counted)

    def _past_date(self, match: re.Match[str]) -> int:
        following = DATE_IN_FIGURES.match(self.text, match.end())
        return following.end() if following else match.end()

    def _range(
        self, match: re.Match[str], end: int, scale: int, before: Money | None
    ) -> tuple[Decimal | None, int, int]:
        """Give the upper end of a range, its scale, and where it ends."""
        none = (None, 0, end)
        opening = self.words.opening_before.match(behind(self.text, before.start if before else match.start()))
        joint = (self.words.middle.match(self.text, end) if opening else None) or self.words.to.match(self.text, end)
        if joint is None:
            return none
        position = joint.end()
        sign = self.words.sign.match(self.text, position)
        if sign:
            position = sign.end()
        second = self.words.start.match(self.text, position)
        if second is None or second["vague"] or bool(second["digits"]) != bool(match["digits"]):
            return none
        high, high_scale, high_end = self._number(second)
        low = self._number(match)[0]
        if high is None or low is None or self._yearlike(second.group(), high_end):
            return none
        if (low * 10 ** (scale or high_scale)) >= high * 10**high_scale:
            return none
        return high, high_scale, high_end

    def _bounds(self, start: int, end: int) -> tuple[Bound, int, int]:
        if before := self.words.bound_before.match(behind(self.text, start, self.floor)):
            return self.words.bounds[fold(before[1][::-1])], start - len(before.group()), end
        if after := self.words.bound_after.match(self.text, end):
            return self.words.bounds_after[fold(after[1])], start, after.end()
        return Bound.EXACTLY, start, end

    def _opened(self, start: int, is_range: bool) -> int:
        opening = self.words.opening_before.match(behind(self.text, start, self.floor)) if is_range else None
        return start - len(opening.group()) if opening else start

    def _money(
        self, start: int, end: int, low: Decimal | None, high: Decimal | None, money: Money
    ) -> tuple[list[Amount], int]:
        start = self._opened(start, high is not None)
        bound, start, end = self._bounds(start, end)
        reason = self.reason or (None if money.code else money.reason)
        return [
            self._amount(start, end, Measure.MONEY, low, high, currency=money.code, bound=bound, reason=reason)
        ], end

    def _elliptic(
        self, match: re.Match[str], low: Decimal | None, short: re.Match[str], end: int
    ) -> tuple[list[Amount], int]:
        """Read “103.2 mn”: money whose currency stands elsewhere; single letters (“5 m”) are left alone."""
        if len(short[1]) == 1 or low is None:
            after = money_after(self.text, short.end(), self.words, self.country, scaled=True)
            if after is None or low is None:
                return self._plain(match, match.start(), end, low, None, scaled=False)
        after = money_after(self.text, short.end(), self.words, self.country, scaled=True)
        value = low * 10 ** self.words.short_scales[short[1]]
        bound, start, end = self._bounds(match.start(), after.end if after else short.end())
        code = after.code if after else None
        reason = None if code else after.reason if after else NO_CURRENCY
        return [self._amount(start, end, Measure.MONEY, value, None, currency=code, bound=bound, reason=reason)], end

    def _plain(
        self, match: re.Match[str], start: int, end: int, low: Decimal | None, high: Decimal | None, scaled: bool
    ) -> tuple[list[Amount], int]:
        if percent := self.words.percent.match(self.text, end):
            bound, start, end = self._bounds(self._opened(start, high is not None), percent.end())
            return [self._amount(start, end, Measure.PERCENT, low, high, bound=bound, reason=self.reason)], end
        if not scaled and high is None and self.words.label_before.match(behind(self.text, start)):
            return ([self._amount(start, end, Measure.ORDINAL, low, None)] if low is not None else []), end
        if self.words.duration.match(self.text, end) or self._not_counting(match, end, scaled):
            return [], end
        return self._count(match, start, end, low, high)

    def _not_counting(self, match: re.Match[str], end: int, scaled: bool) -> bool:
        if self.words.bound_after.match(self.text, end):
            return False
        if self.words.no_count.match(self.text, end) and not match["digits"]:
            return not (scaled or match["collective"])
        if re.match(r"[-–—]\w", self.text[end : end + 2]) and not re.match(r"[-–]\d", self.text[end : end + 2]):
            return not scaled  # "two-day", "15-member"
        return False

    def _count(
        self, match: re.Match[str], start: int, end: int, low: Decimal | None, high: Decimal | None
    ) -> tuple[list[Amount], int]:
        bound, start, end = self._bounds(self._opened(start, high is not None), end)
        unit, noun = None, self._noun(end)
        if measured := self.words.unit.match(self.text, end):
            linked = self.words.noun_link.match(self.text, measured.end())
            if linked or measured[1] not in self.words.countable_units:
                unit, end = measured[1], measured.end()
                noun = linked.end() if linked else None
        lone = match["word"] is not None and match["word"].casefold() in self.words.alone
        if lone and noun is None:
            return [], match.end()
        amount = self._amount(
            start,
            end,
            Measure.COUNT,
            low,
            high,
            unit=unit,
            bound=bound,
            noun_start=noun,
            plain=not lone,
            reason=self.reason,
        )
        return [amount], max(end, match.end())

    def _noun(self, end: int) -> int | None:
        following = NOUN.match(self.text, end)
        return following.end() if following else None

    def _vague(self, match: re.Match[str]) -> tuple[list[Amount], int]:
        """Keep “several million francs” with its words: it names no number."""
        money = money_after(self.text, match.end(), self.words, self.country, scaled=True)
        reason = f"“{match.group()}” names no number"
        if money:
            amount = self._amount(
                match.start(), money.end, Measure.MONEY, None, None, currency=money.code, reason=reason
            )
            return [amount], money.end
        amount = self._amount(
            match.start(), match.end(), Measure.COUNT, None, None, noun_start=self._noun(match.end()), reason=reason
        )
        return [amount], match.end()

    def _amount(
        self,
        start: int,
        end: int,
        kind: Measure,
        low: Decimal | None,
        high: Decimal | None,
        *,
        currency: str | None = None,
        unit: str | None = None,
        bound: Bound = Bound.EXACTLY,
        noun_start: int | None = None,
        plain: bool = True,
        reason: str | None = None,
    ) -> Amount:
        return Amount(
            start,
            end,
            self.text[start:end],
            kind,
            None if low is None else tidy(low),
            None if high is None else tidy(high),
            currency,
            unit,
            bound,
            noun_start,
            plain,
            False,
            reason,
        )
