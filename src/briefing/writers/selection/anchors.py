"""Whether the words of a link are a name, or a piece of the sentence around them. In: a link, and the words of its
language. Out: yes or no: an editor prints "Kiln Atlas", and not "the widely used Kiln Atlas in December".

A link that stands for itself (in a heading, at the beginning of an item, between quotation marks) is what its author
printed as a title, whatever its words.
"""

import re
import unicodedata

from briefing.cldr import fold, month_names
from briefing.model import LinkChoice
from briefing.writers.selection.lexicon import Lexicon
from briefing.writers.selection.terms import tokens

_BRACKETS = {")": "(", "]": "[", "}": "{", "）": "（", "」": "「", "』": "『", "》": "《", "】": "【"}
_MARKS = "\"'“”„‟‘’‚«»‹›「」『』《》"
_YEAR = re.compile(r"(?:19|20|21)\d\d")
_LISTED = " .-–—•*)0123456789"  # before the text of an item


def is_name(choice: LinkChoice, words: Lexicon) -> bool:
    """False where the words cannot be printed by themselves; what speaks for a name is weighed elsewhere."""
    anchor = choice.text.strip()
    if not _is_closed(anchor):
        return False
    return _stands_apart(choice) or not (_is_phrase(anchor, words) or _is_clause(anchor, words))


def _is_closed(anchor: str) -> bool:
    """Whether each bracket in it has its other half."""
    open_: list[str] = []
    for character in anchor:
        if character in _BRACKETS.values():
            open_.append(character)
        elif character in _BRACKETS and (not open_ or open_.pop() != _BRACKETS[character]):
            return False
    return not open_


def _stands_apart(choice: LinkChoice) -> bool:
    block, link = choice.located.block, choice.link
    before, after = block.text[: link.start].rstrip(), block.text[link.end :].lstrip()
    if block.kind == "heading" or not (before.strip(_LISTED) or after.strip(" .")):
        return True
    quoted = before[-1:] in _MARKS and after[:1] in _MARKS and bool(before and after)
    return quoted or _is_quoted(choice.text.strip()) or (block.kind == "item" and not before.strip(_LISTED))


def _is_quoted(anchor: str) -> bool:
    return len(anchor) > 2 and anchor[0] in _MARKS and anchor[-1] in _MARKS


def _is_phrase(anchor: str, words: Lexicon) -> bool:
    """Whether it opens in small letters as no name does: "by Okafor", "a new Atlas", or at the end says when."""
    said = tokens(anchor)
    articled = anchor[:1].islower() and words.opens("article", anchor)  # "l’Atlas", too
    if not said or not (said[0].islower() or articled) or " " not in anchor:
        return False
    if _says_when(said, words):
        return True
    if articled:
        bare = tuple(tokens(words.without("article", anchor)))
        first = next((token for token in bare if token.casefold() not in words.function_words), "")
        return not first or first.islower() or _is_noun(bare, words)
    return said[0] in words.function_words


def _is_noun(bare: tuple[str, ...], words: Lexicon) -> bool:
    """Whether one word is left that any noun may be, in a language that writes all nouns in capitals."""
    return words.language == "de" and len(bare) == 1 and bare[0].isalpha() and bare[0].istitle()


def _says_when(said: tuple[str, ...], words: Lexicon) -> bool:
    """Whether it ends with a month, or a year that something happened in ("in 2024", "of June 2024")."""
    *rest, last = said
    year = bool(_YEAR.fullmatch(last))
    if year and rest and rest[-1] in words.function_words:
        return True
    month = rest[-1] if year and rest else last
    small = words.capitalises_titles and month.islower()  # "may", "march"
    return not small and fold(month) in month_names(words.language)


def _is_clause(anchor: str, words: Lexicon) -> bool:
    """Whether something is said in it, by words that are in small letters where those of a title would not be."""
    if not words.writes_small("clause", anchor):
        return False
    said = [token for token in tokens(anchor) if token.isalpha() and token.casefold() not in words.function_words]
    return not said or any(unicodedata.category(token[0]) in ("Ll", "Lo") for token in said)
