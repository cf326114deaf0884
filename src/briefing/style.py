"""A style: which fields a briefing has, and the templates that ask for and show them.

A style is a folder with a style.yaml; templates that it does not bring are taken from prompts/base. The folder is
looked for in the project's own prompts/, then among the built-in ones.
"""

import hashlib
import os
import re
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from msgspec import Struct
from pydantic import Discriminator, Field, Tag

from briefing.door import Door, load_yaml, refusal
from briefing.errors import ManifestError
from briefing.model import FieldGroup, FieldKind, FieldSpec, Manifest, Role

BASE = "base"
NAME = r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}"
_PACKAGE = Path(__file__).parent
Place = Literal["", "opening", "closing"]
Template = Literal["section.j2", "overview.j2"]  # of the prompts that a style may bring


class Style(Struct, frozen=True):
    name: str
    label: str
    guide: str  # what kind of text this is, for the prompt
    section: tuple[FieldSpec, ...]
    overview: tuple[FieldSpec, ...]
    folders: tuple[str, ...]  # where its templates are looked for, in this order
    digest: str  # of the guide and the prompts: what a writer sees beside the fields

    @property
    def labels(self) -> frozenset[str]:
        """What readers see of it, in the words of its style.yaml."""
        specs = (*self.section, *self.overview)
        return frozenset([self.label, *(s.label for s in specs), *(s.group.label for s in specs if s.group)])

    @property
    def own(self) -> bool:
        """Whether some of it is the project's, and not all what briefing brings."""
        return len({Path(folder).parent for folder in self.folders}) > 1

    def first(self, name: str) -> Path:
        """The template or asset of this name, the style's own before the base's."""
        for folder in self.folders:
            if (path := Path(folder, name)).is_file():
                return path
        raise ManifestError(f"style {self.name!r} has no template {name!r}", where=self.folders[0])

    def text(self, name: str) -> str:
        """What stands in that file. Raises ManifestError."""
        return _utf8(self.first(name))


class FieldDoor(Door):
    """A field that the style asks a writer for."""

    key: str = Field(pattern=r"^[a-z][a-z0-9-]*$", examples=["idea"], description="Its name in briefing.json.")
    kind: FieldKind = Field(description="What it may hold.")
    label: str = Field(min_length=1, description="What readers see above it.")
    guide: str = Field(default="", description="What belongs into it, in words for the writer.")
    most: int = Field(default=3, ge=1, le=50, description="Sentences, references or tags at the most.")
    role: Role = Field(default="", description="What it is for, where the program has to know.")
    woven: bool = Field(default=False, description="Prose: words of the source may stand in it, in quotation marks.")
    missing: bool = Field(default=False, description="Where it is empty, say that the source does not give it.")
    bare: bool = Field(default=False, description="Show it without its label.")
    address: bool = Field(default=False, description="References: show where they lead, too.")
    place: Place = Field(default="", description="In the overview: before the sections, or after them.")

    def specs(self, group: FieldGroup | None = None, place: Place = "") -> list[FieldSpec]:
        key = f"{group.key}-{self.key}" if group and group.of > 1 else self.key
        guide = " ".join(self.guide.split())
        look = (self.woven, self.missing, self.bare, self.address, self.place or place)
        return [FieldSpec(key, self.kind, self.label, guide, self.most, self.role, *look, group)]


class GroupDoor(Door):
    """Fields that are shown together, once or several times."""

    group: str = Field(pattern=r"^[a-z][a-z0-9-]*$", examples=["theme"], description="Its name.")
    label: str = Field(min_length=1, description="What readers see above it, where none of its fields is its heading.")
    guide: str = Field(default="", description="What belongs together, in words for the writer.")
    most: int = Field(default=1, ge=1, le=20, description="How many such groups at the most.")
    folded: bool = Field(default=False, description="On the page, folded away until it is opened.")
    place: Place = Field(default="", description="In the overview: before the sections, or after them.")
    fields: list[FieldDoor] = Field(min_length=1, description="Its fields.")

    def specs(self) -> list[FieldSpec]:
        """The fields of each group: where there can be several, each has its number in their keys."""
        guide = " ".join(self.guide.split())
        groups = (
            FieldGroup(
                f"{self.group}-{n}" if self.most > 1 else self.group,
                self.group,
                self.label,
                guide,
                self.folded,
                n,
                self.most,
            )
            for n in range(1, self.most + 1)
        )
        return [spec for group in groups for field in self.fields for spec in field.specs(group, self.place)]


# The tags begin with a capital, as the names of models do: see door.py.
Entry = Annotated[
    Annotated[FieldDoor, Tag("FieldDoor")] | Annotated[GroupDoor, Tag("GroupDoor")],
    Discriminator(lambda entry: "GroupDoor" if isinstance(entry, dict) and "group" in entry else "FieldDoor"),
]


class StyleDoor(Door):
    """A style.yaml."""

    label: str = Field(min_length=1, description="What readers see as the kind of text.")
    guide: str = Field(description="What kind of text this is, in words for the writer.")
    section: list[Entry] = Field(min_length=1, description="The fields of each section.")
    overview: list[Entry] = Field(description="The fields of the whole.")


_OF_THE_WHOLE = ("introduction", "lead", "conclusions", "outlook", "overall", "excerpts")
# What only fields of some kinds have.
_ONLY: dict[str, tuple[tuple[object, ...], tuple[FieldKind, ...]]] = {
    "woven": ((True,), ("prose",)),
    "address": ((True,), ("reference", "references")),
    "role": (("date", "names"), ("words",)),
}
Spot = tuple[str | int, ...]  # in a style.yaml: ("section", 0, "key")


def _mistakes(door: StyleDoor) -> Iterator[tuple[Spot, str]]:
    """What no entry tells by itself, or not with its line: where it is, and what is wrong."""
    for part, entries in (("section", door.section), ("overview", door.overview)):
        seen: set[str] = set()
        for number, entry in enumerate(entries):
            for spot, each in _spots((part, number), entry):
                if part == "section":
                    yield from _misplaced(spot, each)
                if isinstance(each, FieldDoor):
                    yield from _misfits(spot, each)
            for spot, key in _keys((part, number), entry):
                if key in seen:
                    yield (*spot, "key"), f"the field {key!r} stands twice"
                seen.add(key)


def _spots(spot: Spot, entry: FieldDoor | GroupDoor) -> list[tuple[Spot, FieldDoor | GroupDoor]]:
    """An entry, and the fields of a group, with where they are."""
    inner = entry.fields if isinstance(entry, GroupDoor) else []
    return [(spot, entry), *(((*spot, "fields", n), field) for n, field in enumerate(inner))]


def _keys(spot: Spot, entry: FieldDoor | GroupDoor) -> list[tuple[Spot, str]]:
    """The keys that an entry stands for, with where its fields are: those of a group of several, several times."""
    fields = [at for at, _ in _spots(spot, entry)][isinstance(entry, GroupDoor) :]
    return [(fields[nth % len(fields)], spec.key) for nth, spec in enumerate(entry.specs())]


def _misplaced(spot: Spot, entry: FieldDoor | GroupDoor) -> Iterator[tuple[Spot, str]]:
    if entry.place:
        yield (*spot, "place"), "'place' is for the overview: the fields of a section stand as in the file"
    if isinstance(entry, FieldDoor) and entry.role in _OF_THE_WHOLE:
        yield (*spot, "role"), f"the role {entry.role!r} is for the overview, and {entry.key!r} is of a section"


def _misfits(spot: Spot, field: FieldDoor) -> Iterator[tuple[Spot, str]]:
    for key, (values, kinds) in _ONLY.items():
        if (given := getattr(field, key)) in values and field.kind not in kinds:
            what = f"the role {given!r}" if key == "role" else repr(key)
            yield (
                (*spot, key),
                f"{what} is for fields of the kind {' or '.join(kinds)}, and {field.key!r} is {field.kind}",
            )


_KEYS = (
    f"A style.yaml has {', '.join(StyleDoor.model_fields)}; a field of it {', '.join(FieldDoor.model_fields)}; a group "
    f"of fields {', '.join(GroupDoor.model_fields)}: "
    "docs/styles.md of briefing tells what each is for."
)


def roots(project: str) -> tuple[Path, ...]:
    """The folders in which styles are looked for: the project's, the one in the wheel, the one of a checkout."""
    candidates = (Path(project, "prompts"), _PACKAGE / "prompts", _PACKAGE.parents[1] / "prompts")
    return tuple(dict.fromkeys(path for path in candidates if path.is_dir()))


def style_of(manifest: Manifest) -> Style:
    """The style that a manifest asks for. Raises ManifestError, for one that there is not at the place that asks."""
    try:
        return load_style(manifest.style, manifest.root)
    except ManifestError as error:
        raise ManifestError(error.what, where=error.where or manifest.style_at, hint=error.hint) from error


@cache
def load_style(name: str, project: str) -> Style:
    """Raises ManifestError where there is no such style, or its file is not as it must be."""
    found = roots(project) if re.fullmatch(NAME, name) else ()
    home = next((root / name for root in found if (root / name).is_dir()), None)
    if home is None or name == BASE:
        known = sorted({path.parent.name for root in roots(project) for path in root.glob("*/style.yaml")})
        near = get_close_matches(name, known, 1)
        hint = f"Did you mean {near[0]!r}?" if near else f"Known styles: {', '.join(known)}."
        raise ManifestError(f"there is no style {name!r:.100}", hint=hint)
    if not (home / "style.yaml").is_file():
        hint = f"Write one, or rename the folder. {_KEYS}"
        raise ManifestError("this folder of a style has no style.yaml", where=str(home), hint=hint)
    folders = (home, *(root / BASE for root in found if (root / BASE).is_dir()))
    for folder in folders:
        _refuse_links_outside(folder)
    for folder in folders[:-1]:  # the last is the built-in base
        _refuse_broken_templates(folder)
    door, lines = load_yaml(home / "style.yaml", StyleDoor, noun="a style", hint=_KEYS)
    if mistakes := {(lines[spot], what) for spot, what in _mistakes(door)}:
        raise refusal(home / "style.yaml", mistakes, _KEYS)
    return Style(
        name=name,
        label=door.label,
        guide=" ".join(door.guide.split()),
        section=tuple(spec for entry in door.section for spec in entry.specs()),
        overview=tuple(spec for entry in door.overview for spec in entry.specs()),
        folders=tuple(map(str, folders)),
        digest=_digest(" ".join(door.guide.split()), folders),
    )


def _refuse_links_outside(folder: Path) -> None:
    """A style may come from a stranger: a symbolic link in it would show any file of this machine on the page."""
    root = os.path.realpath(folder.parent)
    for path in (folder, *folder.rglob("*")):  # realpath() bears links in a circle, which Path.resolve() does not
        if not Path(os.path.realpath(path)).is_relative_to(root):
            hint = "Put a copy of the file there instead."
            raise ManifestError(
                "a style's files stay inside of prompts/, and this one does not", where=str(path), hint=hint
            )


def _refuse_broken_templates(folder: Path) -> None:
    """A template that is none is told before anything is waited for, or paid for."""
    paths = sorted(folder.glob("*.j2"))
    if not paths:
        return
    from jinja2 import Environment, TemplateSyntaxError  # 40 ms, only where a style brings templates

    for path in paths:
        try:
            Environment(autoescape=True).compile(_utf8(path), path.name, str(path))
        except TemplateSyntaxError as error:
            hint = "docs/styles.md of briefing says what a template may use."
            what = f"is no template: {error.message}"
            raise ManifestError(what, where=f"{path}:{error.lineno}", hint=hint) from error


def _utf8(path: Path) -> str:
    """What stands in a file. Raises ManifestError."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise ManifestError("is not UTF-8 text", where=str(path), hint="Save it as UTF-8.") from error


PROMPTS = ("system.j2", "section.j2", "overview.j2", "mend.j2")


def _digest(guide: str, folders: tuple[Path, ...]) -> str:
    """Of what a writer sees beside the fields: a comment in a style.yaml makes nothing stale."""
    total = hashlib.sha256(guide.encode())
    for name in PROMPTS:
        path = next((folder / name for folder in folders if (folder / name).is_file()), None)
        total.update(name.encode() + b"\0" + (path.read_bytes().replace(b"\r\n", b"\n") if path else b""))
    return total.hexdigest()
