"""What was changed in a quotation. In: the slice of the source, and the words that the document gives for it. Out: the
changes, by kind, and word by word."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct

from briefing.audit.fold import fold
from briefing.checks.base import Statement
from briefing.checks.negation import Negation
from briefing.checks.numbers import Numbers
from briefing.model import Severity
from briefing.reports.words import Run, word_diff

ChangeKind = Literal[
    "number", "sign", "negation", "letters", "stitched", "replaced", "left out", "added", "case", "marks"
]
_NUMBERS, _NEGATION = Numbers(), Negation()
_SEVERITY: dict[ChangeKind, Severity] = {"case": "warning", "marks": "info"}
_LONG_GAP = 14  # words: who leaves out as many has put together two passages
_NUMBERING = re.compile(r"[.!?:;]\s*\d{1,2}[.)]?")  # of the next item of a list, where two were quoted as one
_FORMULA = re.compile(r"[<>=≤≥±%‰$€£+]")


class Change(Struct, frozen=True):
    kind: ChangeKind
    before: str = ""
    after: str = ""

    @property
    def severity(self) -> Severity:
        return _SEVERITY.get(self.kind, "error")

    def __str__(self) -> str:
        match self.kind:
            case "replaced":
                return f"“{self.after}” for “{self.before}”"
            case "number" | "letters" | "case":
                return f"{_NOUN[self.kind]}, “{self.after}” for “{self.before}”"
            case "sign":
                return "the minus is lost" if self.before else "a minus is added"
            case "negation":
                return f"“{self.before}” is lost" if self.before else f"“{self.after}” is added"
            case "left out":
                return f"left out without an ellipsis: “{self.before}”"
            case "added":
                return f"added: “{self.after}”"
            case "stitched":
                return "two passages are put together into one"
            case _:
                return "punctuation differs"


_NOUN = {
    "number": "another number",
    "letters": "letters that only look alike",
    "case": "another case",
}


def changes(source: str, given: str, language: str) -> tuple[list[Change], tuple[Run, ...]]:
    """From a slice of the source to what is given for it; typography is no change."""
    runs = word_diff(fold(source).text, fold(given).text)
    return list(_changes(runs, language)), runs


def _changes(runs: Sequence[Run], language: str) -> Iterator[Change]:
    position = 0
    while position < len(runs):
        run = runs[position]
        following = runs[position + 1] if position + 1 < len(runs) else Run("same", "")
        if _is_sign(runs, position):
            yield Change("sign", "-" if run.kind == "removed" else "", "" if run.kind == "removed" else "-")
        elif run.kind == "removed" and following.kind == "added":
            yield _change(run.text.strip(), following.text.strip(), language)
            position += 1
        elif run.kind == "removed":
            yield _change(run.text.strip(), "", language)
        elif run.kind == "added":
            yield _change("", run.text.strip(), language)
        position += 1


def _is_sign(runs: Sequence[Run], position: int) -> bool:
    """Whether a lone minus before a digit came or went."""
    run, following = runs[position], runs[position + 1 : position + 2]
    before = runs[position - 1].text[-1:] if position else ""
    return (
        run.kind != "same"
        and run.text.strip() == "-"
        and not before.isalnum()
        and bool(following)
        and following[0].kind == "same"
        and following[0].text[:1].isdigit()
    )


def _change(before: str, after: str, language: str) -> Change:
    return Change(_kind(before, after, language), before, after)


def _kind(before: str, after: str, language: str) -> ChangeKind:
    """The gravest that it can be."""
    if not any(map(_tells, before + after)):
        return "marks"
    if before and before.casefold() == after.casefold():
        return "case"
    if before and after and len(before) == len(after) and _skeleton(before) == _skeleton(after):
        return "letters"
    if _NUMBERING.fullmatch(before) and not any(map(_tells, after)):
        return "marks"
    if before and after and _figures(before, language) != _figures(after, language):
        return "number"
    if _denies(before, language) != _denies(after, language) and len((before + after).split()) <= 4:
        return "negation"
    if not after:
        return "stitched" if len(before.split()) > _LONG_GAP else "left out"
    return "replaced" if before else "added"


def _tells(character: str) -> bool:
    return character.isalnum() or bool(_FORMULA.match(character))


def _figures(text: str, language: str) -> list[str]:
    return sorted(fact.key.split(" ")[0] for fact in _NUMBERS.facts(Statement(text, language, language)))


def _denies(text: str, language: str) -> bool:
    return any(True for _ in _NEGATION.facts(Statement(text, language, language)))


# Letters of Cyrillic and Greek that look like Latin ones. Source: Unicode UTS 39, confusables, those of one letter.
_LOOK_ALIKE = str.maketrans(
    "аеорсухіјѕԁһԛԝАВЕКМНОРСТХІЈЅΑΒΕΖΗΙΚΜΝΟΡΤΥΧονрυ", "aeopcyxijsdhqwABEKMHOPCTXIJSABEZHIKMNOPTYXovpu"
)


def _skeleton(text: str) -> str:
    return unicodedata.normalize("NFKC", text).translate(_LOOK_ALIKE)
