"""The words of the page itself, by language. In: labels.yaml of a style and of the base. Out: Labels.

A language that a catalogue lacks, and a label that a language lacks, are English.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from pydantic import Field

from briefing.door import Door, Lines, load_yaml, near, refusal
from briefing.style import Style
from briefing.tongue import tag as declared

FILE = "labels.yaml"
DEFAULT = "en"
_RIGHT_TO_LEFT = frozenset(["ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"])
_HINT = "prompts/base/labels.yaml of briefing shows all; below `fields` stand the labels of the style.yaml beside it."
_TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


class Labels(Door):
    """The labels of one language. {braces} are filled in."""

    contents: str = Field(default="", description="Heading of the table of contents.")
    sources: str = Field(default="", description="Heading of the list of sources.")
    evidence: str = Field(default="", description="Heading of the passages that a section rests on.")
    findings: str = Field(default="", description="Heading of what a reader should know.")
    by_month: str = Field(default="", description="How the briefing is divided.")
    by_quarter: str = ""
    by_week: str = ""
    by_heading: str = ""
    promise_page: str = Field(default="", description="How citations work on the page.")
    promise_file: str = Field(default="", description="How citations work in the Markdown file.")
    extractive: str = Field(default="", description="Said where no model wrote.")
    model: str = Field(default="", description="Said where a model wrote: {model}.")
    fallback: str = Field(default="", description="Mark of a source read from its fallback.")
    snapshot: str = Field(default="", description="Mark of a source read from the copy of an earlier run.")
    analysis: str = Field(default="", description="Mark of what the writer says without a source.")
    missing: str = Field(default="", description="Stands for what the source does not give.")
    unverified: str = Field(default="", description="Stands for what a writer gave, and what did not stand.")
    left_out: str = Field(default="", description="What takes a model, and is left out without one: {fields}.")
    uncited: str = Field(default="", description="Mark of a sentence without a citation.")
    passage: str = Field(default="", description="Name of a citation: {number}.")
    open: str = Field(default="", description="The link to the sentence in its source.")
    close: str = ""
    skip: str = Field(default="", description="The link past the head of the page.")
    rests: str = Field(default="", description="How much of a source is cited: {passages}, {characters}.")
    spread: str = Field(default="", description="In how many sections: {sections} of {all}.")
    share: str = Field(default="", description="How much of what was read is cited: {share}, in percent.")
    section: str = Field(default="", description="Heads the sections in a table.")
    said: str = Field(default="", description="All characters that a section read in a source.")
    cited: str = Field(default="", description="Those of them that it cites.")
    quoted: str = Field(default="", description="Those of them that it quotes word for word.")
    legend: str = Field(default="", description="What the bars beside the sources show; said, cited and quoted follow.")
    info: str = ""
    warning: str = ""
    error: str = ""
    fields: dict[str, str] = Field(
        default={}, description="Labels of a style's fields, and of the style, by the English."
    )

    def field(self, label: str) -> str:
        return self.fields.get(label, label)


class Spoken(Labels):
    """The labels for a page, and the language that they are in: English where no catalogue has the page's."""

    language: str = DEFAULT


class Catalogue(Door):
    """A labels.yaml: language tags, and their labels."""

    languages: dict[str, Labels]


def language_of(tag: str) -> str:
    """A language tag that can stand in the page; English where there is none."""
    return tag.lower() if _TAG.fullmatch(tag) else DEFAULT


def foreign(tag: str, language: str) -> str:
    """A language tag that can stand in the page, where it is another than the page's; else ""."""
    return "" if language_of(tag) == language_of(language) or not _TAG.fullmatch(tag) else language_of(tag)


def direction_of(language: str) -> str:
    return "rtl" if language.split("-")[0] in _RIGHT_TO_LEFT else "ltr"


def load_labels(style: Style, language: str) -> Spoken:
    """The labels of a style for a language. Raises ManifestError."""
    templates = any(Path(style.folders[0]).glob("*.*.j2"))  # of its own, which may ask for labels of their own
    return _labels(style.folders, frozenset() if templates else style.labels, language)


@cache
def _labels(folders: tuple[str, ...], known: frozenset[str], language: str) -> Spoken:
    """known: the labels of the style, the only ones that its own catalogue, which is in the first folder, can have."""
    files = [path for folder in folders if (path := Path(folder, FILE)).is_file()]
    catalogues = [_read(path, known if str(path.parent) == folders[0] else frozenset()) for path in files]
    merged: dict[str, str] = {}
    fields: dict[str, str] = {}
    spoken = DEFAULT
    for tag in dict.fromkeys((DEFAULT, language.split("-")[0], language)):
        for catalogue in reversed(catalogues):
            if labels := catalogue.get(tag):
                spoken = tag
                given = labels.model_dump(exclude_unset=True)
                fields |= given.pop("fields", {})
                merged |= given
    return Spoken(**merged, fields=fields, language=spoken)


def _read(path: Path, known: frozenset[str]) -> dict[str, Labels]:
    """Labels by language tags in lower case."""
    found, lines = load_yaml(path, Catalogue, noun="a catalogue of labels", hint=_HINT)
    if mistakes := set(_mistakes(found, lines, known)):
        raise refusal(path, mistakes, _HINT)
    return {declared(tag): labels for tag, labels in found.languages.items()}


def _mistakes(found: Catalogue, lines: Lines, known: frozenset[str]) -> Iterator[tuple[int, str]]:
    """What would be of no effect, and not be missed."""
    for tag, labels in found.languages.items():
        if not declared(tag):
            yield lines["languages", tag], f"{tag!r} is no language tag, such as de or pt-br"
        for label in labels.fields:
            if known and label not in known:
                what = f"the style has no label {label!r}{near(label, sorted(known))}"
                yield lines["languages", tag, "fields", label], what
