"""The key terms of a text, as it writes them. In: material. Out: terms, the weightiest first.

Strings of words (in Han, Kana and Hangul: of characters) that recur, weighed by the C-value: how often a term stands by
itself rather than within a longer one, times the logarithm of its length (Frantzi, Ananiadou and Mima, Automatic
recognition of multi-word terms, 2000; one is added to the length, so that single words count as well).
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator

from briefing.writers.selection.lexicon import Lexicon
from briefing.writers.selection.material import Material
from briefing.writers.selection.standing import Standing
from briefing.writers.selection.terms import is_paired, tokens

_WORDS = range(1, 4)
_CHARACTERS = range(2, 7)
_BREAK = re.compile(r"[.,;:!?()\[\]{}\"“”„«»|/\n—–…、。，；：！？（）「」]+")

_FIRST = re.compile(r"^\W*(?:\d+[.)]\s+)?\W*\w*")
_HANGUL = re.compile(r"[\uac00-\ud7af]")

_Term = tuple[str, ...]  # words, or characters of a paired script


def key_terms(material: Material, most: int) -> list[str]:
    """Terms that the text has at least twice. Fewer than `most` where there are no more."""
    written: defaultdict[_Term, Counter[str]] = defaultdict(Counter)
    names: set[str] = set()
    for statement in (s for s in material.statements if s.standing > Standing.BARRED):
        names |= _names(statement.text)
        for run, glue, sizes in _runs(statement.text, statement.words):
            for term in _starts(run, sizes) if _HANGUL.match("".join(run)) else _parts(run, sizes):
                if _is_term(form := glue.join(term), statement.words):
                    written[tuple(map(str.casefold, term))][form] += 1
    counts = {term: forms.total() for term, forms in written.items() if _recurs(forms, names)}
    weights = _c_values(counts)
    ranked = sorted(weights, key=lambda term: (-weights[term], term))
    return _distinct((written[term].most_common(1)[0][0] for term in ranked if weights[term] > 0), most)


def _names(text: str) -> set[str]:
    """The words with a capital that do not owe it to the beginning of a sentence."""
    return {word for word in tokens(_FIRST.sub("", text, count=1)) if not word.islower()}


def _recurs(forms: Counter[str], names: Collection[str]) -> bool:
    """Twice is enough for a name or a string of words; a word like any other may come twice by chance."""
    form = forms.most_common(1)[0][0]
    is_common = form.isalpha() and (form.islower() or (form.istitle() and form not in names))
    return forms.total() > (2 if is_common else 1)


def _is_term(form: str, words: Lexicon) -> bool:
    """A number is none ("5%", "24-page"), nor is a word by itself that says nothing of the matter ("things")."""
    plain = form.casefold()
    return (
        len(form) > 1 and not form[0].isdigit() and plain not in words.function_words and plain not in words.light_words
    )


def _runs(text: str, words: Lexicon) -> Iterator[tuple[_Term, str, range]]:
    """Unbroken runs of words that mean something, and of characters of paired scripts."""
    for part in _BREAK.split(text):
        run: list[str] = []
        for token in (*part.split(), ""):
            plain = token.strip("'’*_`-")
            if plain and plain.casefold() not in words.function_words and not _is_unspaced(plain):
                run.append(plain)
                continue
            yield tuple(run), " ", _WORDS
            run = []
            yield from ((tuple(piece), "", _CHARACTERS) for piece in tokens(plain) if is_paired(piece))


def _is_unspaced(token: str) -> bool:
    return token.isdigit() or any(is_paired(piece) for piece in tokens(token))


def _starts(run: _Term, sizes: range) -> Iterator[_Term]:
    """Of a Korean word, whose particles follow it."""
    yield from (run[:size] for size in sizes if size <= len(run))


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
    """Without those that say what a better one says."""
    kept: list[str] = []
    for term in ranked:
        plain = term.casefold()
        if len(kept) < most and not any(plain in other.casefold() or other.casefold() in plain for other in kept):
            kept.append(term)
    return kept
