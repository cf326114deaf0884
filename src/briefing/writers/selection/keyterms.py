"""The key terms of a text, as it writes them. In: material. Out: terms, the weightiest first.

Strings of words that recur, weighed by the C-value: how often a term stands by itself rather than within a longer one,
times the logarithm of its length (Frantzi, Ananiadou and Mima, Automatic recognition of multi-word terms, 2000; one is
added to the length, so that single words count as well). What is no name has to be marked: to stand in a heading, an
anchor or quotation marks; or to be a string of words that comes again and again. In scripts without capitals and
spaces, only what is marked is a term.
"""

import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator

from msgspec import Struct

from briefing.cldr import fold, month_names
from briefing.writers.selection.lexicon import Cue, Lexicon
from briefing.writers.selection.marked import anchors, is_hangul, is_unmarked_script, marked_texts, marked_words
from briefing.writers.selection.material import Material, Statement
from briefing.writers.selection.standing import Standing
from briefing.writers.selection.terms import terms, tokens

_WORDS = range(1, 4)
_OFTEN = 3  # times that a string of words like any other has to come, and a marked word
_LONGEST = 12  # characters of a word in a script without spaces
_BREAK = re.compile(r"[.,;:!?()\[\]{}\"“”„«»|/\n—–…、。，；：！？（）「」『』《》]+")
_CITED = re.compile(r"[\w’'-]+(?:,? (?:&|and|und|et|y|e) [\w’'-]+)?,? et al\.?")  # people, not the matter
_ELIDED = re.compile(r"\b[^\W\d_]{1,4}['’](?=\w{3})")  # "l’architecture"
_POSSESSIVE = re.compile(r"['’]s\b")
_FIRST = re.compile(r"^\W*(?:\d+[.)]\s+)?\W*\w*")
_SAYING: tuple[Cue, ...] = ("tells", "judges", "matters", "covers", "picks", "ahead", "whole", "weighs")
_POINTING: tuple[Cue, ...] = ("nameless", "joins")  # no word of a cue is a name, but a name may begin like one


_Term = tuple[str, ...]


class _Text(Struct, frozen=True):
    """What is known of the words of a text."""

    names: frozenset[str]  # with a capital that they do not owe to the beginning of a sentence or to a title
    marked: frozenset[str]  # folded words


def key_terms(material: Material, most: int) -> list[str]:
    """Terms that the text has at least twice. Fewer than `most` where there are no more."""
    told = [statement for statement in material.statements if statement.standing > Standing.BARRED]
    text = _Text(_names(told), frozenset(word for pair in marked_texts(material) for word in marked_words(*pair)))
    written: defaultdict[_Term, Counter[str]] = defaultdict(Counter)
    for statement in told:
        for term in _found(statement.text, statement.words, text.marked):
            form = " ".join(term)
            if _is_term(form, statement.words):
                written[tuple(map(str.casefold, term))][form] += 1
    counts = {term: forms.total() for term, forms in written.items() if _recurs(forms, text)}
    weights = _c_values(counts)
    ranked = sorted(weights, key=lambda term: (-weights[term], term))
    return _distinct((written[term].most_common(1)[0][0] for term in ranked if weights[term] > 0), most)


def _names(told: Collection[Statement]) -> frozenset[str]:
    """The words with a capital that they owe neither to a title nor to the beginning of a sentence, and acronyms."""
    titles = sorted({title for statement in told for title in anchors(statement) if " " in title}, key=len)
    inner: set[str] = set()
    for statement in (statement for statement in told if statement.standing > Standing.NAMES):
        text = statement.text
        for title in reversed(titles):
            text = text.replace(title, ",")
        inner |= {*tokens(_FIRST.sub("", text, count=1))}
    plain = {word for word in inner if word.islower()}
    return frozenset(word for word in inner if not word.islower() and word.casefold() not in plain)


def _recurs(forms: Counter[str], text: _Text) -> bool:
    """Twice is enough for a name, and for what a script without capitals marks. Any other word has to be marked, and to
    come more often; a string of such words, either. What has capitals in titles only is a piece of one."""
    form = forms.most_common(1)[0][0]
    pieces = tokens(form)
    if is_unmarked_script(form) or any(piece in text.names for piece in pieces):
        return forms.total() > 1
    is_marked = all(piece.casefold() in text.marked for piece in pieces)
    return forms.total() >= _OFTEN and not any(map(str.istitle, pieces)) and (is_marked or " " in form)


def _is_term(form: str, words: Lexicon) -> bool:
    """No number is one, no month, no formula, and no word by itself that says what any text says ("model")."""
    pieces = form.split()
    return not (
        any(len(piece) < 2 or not piece[0].isalpha() or "'" in piece or "’" in piece for piece in pieces)
        or any(_is_formula(character) for character in form)
        or any(fold(piece) in month_names(words.language) for piece in pieces)
        or (len(pieces) == 1 and form[1:] == form[1:].lower() and _says_no_matter(form, words))
    )


def _says_no_matter(word: str, words: Lexicon) -> bool:
    """Whether it, or what it is the plural of, is a word by which any text tells of its matter ("models", "better")."""
    cues = _SAYING if word.istitle() else (*_SAYING, *_POINTING)
    return any(words.is_all(cue, form) for form in (word, word.removesuffix("s")) for cue in cues)


def _is_formula(character: str) -> bool:
    """Signs of mathematics and of its markup, Greek letters among them where they stand for quantities."""
    return character in "\\^_$" or (unicodedata.category(character) == "Sm" and character != "+")


def _found(text: str, words: Lexicon, marked: Collection[str]) -> Iterator[_Term]:
    """Strings of words that mean something, and the marked words of a script without capitals."""
    for part in _BREAK.split(_ELIDED.sub(", ", _POSSESSIVE.sub("", _CITED.sub(", ", text)))):
        run: list[str] = []
        for token in (*part.split(), ""):
            plain = token.strip("'’*`-")
            if plain and not _is_light(plain, words) and not _is_mixed(plain):
                run.append(plain)
                continue
            yield from _parts(tuple(run), _WORDS)
            run = []
            yield from (
                (word,) for piece in tokens(plain) if is_unmarked_script(piece) for word in _within(piece, marked)
            )


def _is_light(word: str, words: Lexicon) -> bool:
    plain = word.casefold()
    return word.isdigit() or plain in words.function_words or plain in words.light_words


def _is_mixed(token: str) -> bool:
    return any(is_unmarked_script(piece) for piece in tokens(token))


def _within(piece: str, marked: Collection[str]) -> Iterator[str]:
    """The longest marked words that a piece of a script without spaces has; of a Korean word, those that begin it."""
    at = 0
    while at < len(piece):
        sizes = range(min(_LONGEST, len(piece) - at), 1, -1)
        size = next((size for size in sizes if piece[at : at + size] in marked), 0)
        if size:
            yield piece[at : at + size]
        elif is_hangul(piece):
            return
        at += size or 1


def _parts(run: _Term, sizes: range) -> Iterator[_Term]:
    for size in sizes:
        yield from (run[start : start + size] for start in range(len(run) - size + 1))


def _c_values(counts: dict[_Term, int]) -> dict[_Term, float]:
    around: defaultdict[_Term, list[int]] = defaultdict(list)
    for term, count in counts.items():
        for part in {part for part in _parts(term, range(1, len(term))) if part in counts}:
            around[part].append(count)
    return {
        term: math.log2(1 + len(term)) * (count - (sum(around[term]) / len(around[term]) if term in around else 0))
        for term, count in counts.items()
    }


def _distinct(ranked: Iterable[str], most: int) -> list[str]:
    """Without those that say what a better one says, in another number or in more words."""
    kept: list[str] = []
    for term in ranked:
        plain = term.casefold()
        known = any(plain in (o := other.casefold()) or o in plain or terms(plain) == terms(o) for other in kept)
        if len(kept) < most and not known:
            kept.append(term)
    return kept
