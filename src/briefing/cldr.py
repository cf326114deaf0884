"""What Unicode CLDR knows of months and quarters, and of lists, in every language that it has.

In: language tags. Out: names with their numbers, the order of days and months, words in a row. All from Babel, whose
import costs some milliseconds: it is paid only where a date is looked for, or a list shown. The names are read from
Babel's locale files as they are: read through babel.Locale, the forms of one language leak into the next (an alias that
was resolved once stays in the root data that all share), and it takes 20 ms to begin.
"""

import pickle
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

_LETTERS = re.compile(r"[^\W\d_]")
_PRIMARY = re.compile(r"[A-Za-z]+")
_SHORT_NAMES = "\u0590", "\uffff"  # scripts from Hebrew on, where a name may have two letters

_Names = Mapping[str, int]
WIDTHS = ("abbreviated", "wide")


@cache
def month_names(language: str, widths: tuple[str, ...] = WIDTHS) -> _Names:
    """Every name of a month in a language, wide and short, in every form and region, folded: {"sept": 9, ...}."""
    return _all_names(language, "months", widths)


@cache
def quarter_names(language: str) -> _Names:
    """As month_names, for quarters: {"q1": 1, "1st quarter": 1, ...}."""
    return _all_names(language, "quarters", WIDTHS)


def _all_names(language: str, kind: str, widths: tuple[str, ...]) -> _Names:
    return {
        name: number for tag in _regions(language) for width in widths for name, number in _folded(tag, kind, width)
    }


def primary(language: str) -> str:
    """ "pt" of "pt-br"; "" of what is no tag of a language."""
    found = _PRIMARY.match(language)
    return found[0].lower() if found else ""


def fold(text: str) -> str:
    """For looking up names: case (the dotted capital I included), end points and the kind of space do not matter."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().replace("\u0307", "").rstrip(".").split())


def likely_languages(texts: Iterable[str], besides: Iterable[str]) -> tuple[str, ...]:
    """Languages, the likeliest first, whose month names stand in at least two of these short texts.

    For pages that do not say their language, or say a wrong one. Only names in full count: an abbreviation of one
    language is a word of another.
    """
    known = _everywhere()
    votes: Counter[str] = Counter()
    for text in texts:
        words = fold(text.replace(",", " ").replace(":", " ")).split()
        grams = {" ".join(words[i : i + n]) for n in (1, 2, 3) for i in range(len(words) - n + 1)}
        votes.update({language for gram in grams for language in known.get(gram, ())})
    skip = {primary(language) for language in besides}
    found = sorted((-count, language) for language, count in votes.items() if count > 1 and language not in skip)
    return tuple(language for _, language in found[:3])


@cache
def _everywhere() -> Mapping[str, frozenset[str]]:
    """Folded full names of months, and the languages that have them. Reads 300 files: 0.3 s, once, and seldom."""
    from babel.localedata import locale_identifiers

    found: dict[str, set[str]] = {}
    for tag in locale_identifiers():
        if "_" not in tag:
            for name, _ in _folded(tag, "months", "wide"):
                found.setdefault(name, set()).add(tag)
    return {name: frozenset(tags) for name, tags in found.items()}


def _regions(language: str) -> list[str]:
    """The language last, its regional forms before: British English has "Sept", Austrian German "Jänner"."""
    from babel.localedata import locale_identifiers

    base = locale_of(language).language
    tags = {tag for tag in locale_identifiers() if tag.split("_")[0] == base}
    return sorted(tags, key=lambda tag: (-len(tag), tag))


def _folded(tag: str, kind: str, width: str) -> Iterator[tuple[str, int]]:
    for context in ("format", "stand-alone"):
        for number, name in names_of(tag, kind, context, width).items():
            if _is_name(folded := fold(name)):
                yield folded, number


def names_of(tag: str, kind: str, context: str, width: str) -> Mapping[int, str]:
    """The names that the locale, or the language it is a form of, has for itself; {} where it has none."""
    from babel.core import get_global

    table = _file(tag).get(kind, {}).get(context, {}) if width not in WIDTHS or _has_names(tag) else None
    names = table.get(width) if isinstance(table, dict) else None
    if isinstance(names, dict):
        return {number: name for number, name in names.items() if isinstance(name, str)}
    parent = get_global("parent_exceptions").get(tag)
    return names_of(parent, kind, context, width) if parent and "_" not in parent else {}


@cache
def _file(tag: str) -> Mapping[str, Any]:
    """What is in Babel's own file of this locale, without what it inherits; of the kinds that are asked for here."""
    data = _Reader(BytesIO(_bytes(tag))).load()
    return {kind: data[kind] for kind in ("months", "quarters", "datetime_skeletons", "list_patterns") if kind in data}


def _bytes(tag: str) -> bytes:
    from babel.localedata import resolve_locale_filename

    return Path(resolve_locale_filename(tag)).read_bytes()


@cache
def _has_names(tag: str) -> bool:
    """Whether the locale has a name of its own at all: what is in its file stands there by its key. Of the 124 files
    of English, 7 have; to read the others took half of what looking for dates takes in a short run."""
    raw = _bytes(tag)
    return any(width.encode() in raw for width in WIDTHS)


class _Reader(pickle.Unpickler):  # a file of the installed package
    """Reads a file without Babel's classes for patterns and rules, whose modules would be imported for each of them."""

    def find_class(self, module: str, name: str) -> type[Any]:
        return _Pattern


class _Pattern:
    """What stands for an object of those classes: of a date's pattern, its text."""

    pattern = ""

    def __setstate__(self, state: object) -> None:
        if isinstance(state, dict):
            self.pattern = state.get("pattern", "")


def _is_name(name: str) -> bool:
    """Not a bare number, nor so short that it is a word of its own: "ag", "m"."""
    letters, (first, last) = len(_LETTERS.findall(name)), _SHORT_NAMES
    short = any(first <= c <= last for c in name) or (letters > 0 and any(c.isdigit() for c in name))
    return letters > 2 or short


def locale_of(language: str) -> Any:
    """The locale of a language tag; of its language alone, or English, where CLDR does not have it."""
    from babel import Locale, UnknownLocaleError

    for tag in (language.replace("-", "_"), primary(language)):
        try:
            return Locale.parse(tag)
        except (ValueError, UnknownLocaleError):
            continue
    return Locale("en")


# ── Quotation marks ─────────────────────────────────────────────────────────────────────────────────────────────

# CLDR 46, delimiters: quotationStart and quotationEnd, where they are not “ and ”. Babel leaves them out of its files.
_MARKS = {
    **dict.fromkeys(["de", "cs", "sk", "sl", "is", "et", "lt", "bg", "ka"], "„“"),
    **dict.fromkeys(["pl", "ro", "hr", "hu", "sr", "bs", "mk"], "„”"),
    **dict.fromkeys(
        ["es", "it", "pt-pt", "ru", "uk", "be", "el", "ca", "eu", "gl", "fa", "ar", "no", "nb", "nn"], "«»"
    ),
    **dict.fromkeys(["fr", "hy", "fr-ca"], ("«\u00a0", "\u00a0»")),
    **dict.fromkeys(["sv", "fi", "he"], "””"),
    "ja": "「」",
    "zh-hant": "「」",
    "zh-tw": "「」",
}


def quotation_marks(language: str) -> tuple[str, str]:
    """What stands before and after a quotation in a language."""
    tag = language.replace("_", "-").lower()
    first, last = _MARKS.get(tag) or _MARKS.get(primary(tag), "“”")
    return first, last


# ── Order of days and months in figures ─────────────────────────────────────────────────────────────────────────


@cache
def month_first(language: str) -> bool | None:
    """Whether 3/5/2003 is the fifth of March (True) or the third of May; None where the language is not known."""
    if not language:
        return None
    pattern = str(locale_of(language).date_formats["short"].pattern)
    return pattern.find("M") < pattern.find("d")


def month_pattern(language: str) -> str:
    """How a language writes a month of a year, in CLDR's letters: "MMMM y", "y年M月", "MMMM 'de' y"."""
    locale = locale_of(language)
    own = _file(str(locale)).get("datetime_skeletons", {}).get("yMMMM")
    return str((own or locale.datetime_skeletons["yMMMM"]).pattern)


@cache
def dotted_day(language: str) -> bool:
    """Whether a day is written with a point: "5. März"."""
    return bool(language) and "d." in str(locale_of(language).date_formats["long"].pattern)


# ── Lists ───────────────────────────────────────────────────────────────────────────────────────────────────────


def in_a_row(words: Sequence[str], language: str) -> str:
    """Several words as a language sets them in a row: "a, b und c", "a、b、c"."""
    if len(words) < 2:
        return "".join(words)
    locale = locale_of(language)
    own = _file(str(locale)).get("list_patterns", {}).get("standard", {})
    pattern = own if {"2", "start", "middle", "end"} <= own.keys() else locale.list_patterns["standard"]
    if len(words) == 2:
        return str(pattern["2"].format(*words))
    row = pattern["start"].format(*words[:2])
    for word in words[2:-1]:
        row = pattern["middle"].format(row, word)
    return str(pattern["end"].format(row, words[-1]))
