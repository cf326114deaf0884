"""Quotations: words between quotation marks are words of the source, to the letter."""

import re
from collections.abc import Iterator

from briefing.checks.base import Fact, Statement

# Marks of other shapes, as those that they look like; a prime after a figure is feet or inches.
_SHAPES = str.maketrans("❝❞〝〞〟‶‛❛❜＇`´⟪⟫⟨⟩﹁﹂﹃﹄｢｣", "“”“”””‘‘’'''«»‹›「」『』「」")
_PRIMES = re.compile(r"(?<!\d)″")
# Pairs of marks in both directions: “en”, „de“, »de«, «fr», ”sv”, ‚de‘, ‘en’, 「ja」, 《zh》, "plain", 'plain'.
_QUOTED = re.compile(
    r"[“”„‟«»](?!\s?$)\s?([^“”„‟«»]+?)\s?(?:[“”‟«»]|$)|[\"＂]([^\"＂]+)(?:[\"＂]|$)|``(.+?)''|[「『《〈]([^」』》〉]+)[」』》〉]"
    r"|(?<!\w)[‘‚‹›]((?:[^‘’‚‹›]|’(?=\w))+)[’‘‹›](?!\w)|(?<!\w)'((?:[^']|'(?=\w))+)'(?!\w)"
    r"|(?<!\w)[‘‚](?!\d|em\b|n\b|[Tt]is\b)([^‘’‚]{12,})$"
)


class Quotations:
    name = "quotations"
    explains = "stands between quotation marks, but not in what it cites"
    hint = "Quote by choosing sentence numbers; in your own words, leave the quotation marks out."
    whole = False
    byline = False
    elsewhere = True

    def facts(self, statement: Statement) -> Iterator[Fact]:
        for match in _QUOTED.finditer(_PRIMES.sub('"', statement.text).translate(_SHAPES)):
            quoted = next(filter(None, match.groups())).strip()
            yield Fact(quoted, quoted.rstrip(".,;!?"))

    def carries(self, passage: str, fact: Fact) -> bool:
        return re.search(rf"(?<![^\W_]){re.escape(fact.key)}(?![^\W_])", passage) is not None or (
            not fact.key.isascii() and fact.key in passage
        )
