"""What a text marks as its matter. In: material. Out: the strings in its headings, link anchors, quotation marks, code.

Where words have no capitals, or a language gives them to all nouns, this is what tells a term from any other word.
"""

import re
from collections.abc import Iterator

from briefing.writers.selection.lexicon import Lexicon
from briefing.writers.selection.material import Material, Statement
from briefing.writers.selection.terms import is_paired, tokens

_QUOTED = re.compile(r"[“„«「『《〈‘`\"]([^“”„«»「」『』《》〈〉’`\"]{2,60})[”“»」』》〉’`\"]")
_HIRAGANA = re.compile(r"[\u3040-\u309f]+")
_HANGUL = re.compile(r"[\uac00-\ud7af]")
_THAI = re.compile(r"[\u0e00-\u0e7f]")
_PARTICLE = re.compile(r"(?<=..)(?:은|는|을|를|의|에|에서|와|과|도|로|으로|까지|부터)$")
_SUBJECT = re.compile(r"(?<=..)[이가]$")  # a particle, or the end of a noun: both forms are looked for
_PREDICATE = re.compile(r"(?:다|요|고|며|면|게|지|서|한|할|된|될|던|운|했\w*|었\w*|였\w*|있\w*|없\w*)$")


def is_unmarked_script(text: str) -> bool:
    """Whether its script shows neither capitals nor, mostly, where a word ends."""
    return is_paired(text) or bool(_THAI.match(text))


def is_hangul(text: str) -> bool:
    return bool(_HANGUL.match(text))


def marked_texts(material: Material) -> Iterator[tuple[str, Lexicon]]:
    """Headings, anchors, and what stands between quotation marks, each with the lexicon of its source."""
    for _, passage in material.headings:
        yield passage.text, material.lexicons[passage.located.source]
    for statement in material.statements:
        yield from ((text, statement.words) for text in _marked_in(statement))


def anchors(statement: Statement) -> list[str]:
    """The anchors of its block."""
    block = statement.passage.located.block
    return [block.text[link.start : link.end] for link in block.links]


def _marked_in(statement: Statement) -> Iterator[str]:
    yield statement.heading
    yield from anchors(statement)
    yield from _QUOTED.findall(statement.text)


def marked_words(text: str, words: Lexicon) -> Iterator[str]:
    """The words of a marked text, folded. Of scripts that write no spaces, the pieces between what cannot be in one."""
    for token in tokens(text):
        if not is_paired(token):
            yield token.casefold()
        elif is_hangul(token):
            stem = _PARTICLE.sub("", token)
            yield from (
                form
                for form in dict.fromkeys((stem, _SUBJECT.sub("", stem)))
                if len(form) > 1 and not _PREDICATE.search(form)
            )
        else:
            yield from _pieces(token, words)


def _pieces(token: str, words: Lexicon) -> Iterator[str]:
    """Runs of Han or Katakana, cut where a word stands that means nothing by itself."""
    for run in _HIRAGANA.split(token):
        cut = re.split("|".join(sorted(words.function_words, key=len, reverse=True)) or "(?!)", run)
        yield from (piece for piece in cut if len(piece) > 1 and len(set(piece)) > 1)
