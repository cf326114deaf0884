"""Findings in the language of a page. In: the findings of a briefing, in English, and a catalogue, findings.yaml.
Out: FindingViews; what the catalogue does not have all of stays English, and is marked so.

A message is known by its English with {braces} for what differs: so briefing.json, and whoever makes findings, know of
no language but one.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from msgspec import Struct

from briefing.cldr import in_a_row, primary
from briefing.door import Door, load_yaml, refusal
from briefing.model import Briefing, FieldSpec
from briefing.renderers.labels import DEFAULT, Spoken
from briefing.renderers.view import FindingView
from briefing.style import Style

FILE = "findings.yaml"
_PLACE = re.compile(r"\{(\w+)\}")
_CLAUSES = re.compile(r"; (?=“|it )")  # several things wrong with one statement
_JOINT = "; "  # between them


class Catalogue(Door):
    """A findings.yaml: messages in English, and by language tag in others."""

    messages: dict[str, dict[str, str]]


class Saying(Struct, frozen=True):
    """A message. english: what matches it, with a group for each of its {braces}; shown: in another language."""

    english: re.Pattern[str]
    shown: str

    def filled(self, values: Mapping[str, str]) -> str:
        return _PLACE.sub(lambda place: values[place[1]], self.shown)


def tell(briefing: Briefing, style: Style, labels: Spoken, anchors: Mapping[str, str]) -> tuple[FindingView, ...]:
    """The findings, in the order of the briefing. anchors: where a section stands on the page, by its id."""
    known = load_sayings(style.folders, labels.language) if labels.language != DEFAULT else ()
    english = "" if primary(briefing.language) in ("", DEFAULT) else DEFAULT

    def said(text: str) -> tuple[str, str]:
        shown = translated(text, known, labels.language)
        return shown or text, "" if shown or not text else english

    views = []
    for finding in briefing.findings:
        (message, language), (hint, hint_language) = said(finding.message), said(finding.hint)
        place = _place(finding.where, briefing, style, labels)
        anchor = anchors.get(finding.where.partition("/")[0], "")
        views.append(
            FindingView(finding.where, finding.severity, message, hint, language, hint_language, place, anchor)
        )
    return tuple(views)


def _place(where: str, briefing: Briefing, style: Style, labels: Spoken) -> tuple[str, ...]:
    """What a finding is about, by the names that its reader knows; nothing for the whole."""
    part, _, key = where.partition("/")
    if part == "sources":
        return tuple(record.title or record.id for record in briefing.sources if record.id == key)
    if where == "overview":
        return (briefing.title.strip() or briefing.name,)
    titles = [section.title.strip() or part for section in briefing.sections if section.id == part]
    specs = style.section if titles else style.overview
    spec = next((spec for spec in specs if spec.key == key), None)
    return (*titles, *_names(spec, labels)) if spec else tuple(titles)


def _names(spec: FieldSpec, labels: Spoken) -> tuple[str, ...]:
    """A field; after its group, which has a number where there can be several."""
    label = labels.field(spec.label)
    if not spec.group:
        return (label,)
    group = labels.field(spec.group.label)
    return (f"{group} {spec.group.number}" if spec.group.of > 1 else group, label)


@cache
def load_sayings(folders: tuple[str, ...], language: str) -> tuple[Saying, ...]:
    """What is known of a language, out of the folders of a style, the first folder first. Raises ManifestError."""
    found: dict[str, str] = {}
    for path in (Path(folder, FILE) for folder in folders):
        if path.is_file():
            messages = _read(path).messages
            found = {key: each[language] for key, each in messages.items() if language in each} | found
    return tuple(Saying(_pattern(english), shown) for english, shown in found.items())


def _read(path: Path) -> Catalogue:
    hint = "prompts/base/findings.yaml of briefing shows all."
    catalogue, lines = load_yaml(path, Catalogue, noun="a catalogue of findings", hint=hint)
    if mistakes := {(lines[place], what) for place, what in _mistakes(catalogue)}:
        raise refusal(path, mistakes, hint)
    return catalogue


def _mistakes(catalogue: Catalogue) -> Iterator[tuple[tuple[str, ...], str]]:
    """What cannot be filled from its English, and where it stands."""
    for english, shown in catalogue.messages.items():
        names = _PLACE.findall(english)
        if not _PLACE.sub("", english) or len(set(names)) < len(names):
            yield ("messages", english), f"“{english}” has words around its braces, and no name in them twice"
        for language, text in shown.items():
            if strange := set(_PLACE.findall(text)) - set(names):
                yield ("messages", english, language), f"“{english}” has no {{{min(strange)}}}"


def _pattern(english: str) -> re.Pattern[str]:
    words = _PLACE.split(english)  # text and names in turn
    parts = [f"(?P<{word}>.+?)" if place % 2 else re.escape(word) for place, word in enumerate(words)]
    return re.compile("".join(parts), re.DOTALL)


def translated(message: str, known: Sequence[Saying], language: str) -> str:
    """The message in a language, with its own values in it; "" where it, or a part of it, is not known."""
    for saying in known:
        if found := saying.english.fullmatch(message):
            values = {name: _value(name, text, known, language) for name, text in found.groupdict().items()}
            if all(values.values()):
                return saying.filled(values)
    return ""


def _value(name: str, text: str, known: Sequence[Saying], language: str) -> str:
    """What stands for {braces}: what is a message itself is translated, all else is as it is."""
    if name == "predicate":
        return translated(text, known, language)
    if name not in ("what", "rules"):
        return text
    pieces = _CLAUSES.split(text) if name == "what" else text.split(", ")
    words = [translated(piece, known, language) for piece in pieces]
    if not all(words):
        return ""
    return in_a_row(words, language) if name == "rules" else (translated(_JOINT, known, language) or _JOINT).join(words)
