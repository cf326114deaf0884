"""A style: which fields a briefing has, and the templates that ask for and show them.

A style is a folder with a style.yaml; templates that it does not bring are taken from prompts/base. The folder is
looked for in the project's own prompts/, then among the built-in ones.
"""

import hashlib
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Literal, Self

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from briefing.errors import ManifestError
from briefing.model import FieldKind, FieldSpec

BASE = "base"
_PACKAGE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Style:
    name: str
    label: str
    guide: str  # what kind of text this is, for the prompt
    section: tuple[FieldSpec, ...]
    overview: tuple[FieldSpec, ...]
    folders: tuple[str, ...]  # where its templates are looked for, in this order
    digest: str  # of everything in its folders that a writer sees

    def first(self, name: str) -> Path:
        """The template or asset of this name, the style's own before the base's."""
        for folder in self.folders:
            if (path := Path(folder, name)).is_file():
                return path
        raise ManifestError(f"style {self.name!r} has no template {name!r}", where=self.folders[0])


class _FieldDoor(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    key: str = Field(pattern=r"^[a-z][a-z0-9-]*$")
    kind: FieldKind
    label: str
    guide: str = ""
    most: int = Field(default=3, ge=1, le=50)
    role: str = ""

    def spec(self) -> FieldSpec:
        return FieldSpec(self.key, self.kind, self.label, " ".join(self.guide.split()), self.most, self.role)


class _StyleDoor(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    label: str
    guide: str
    section: list[_FieldDoor]
    overview: list[_FieldDoor]

    @classmethod
    def load(cls, path: Path) -> Self:
        try:
            return cls.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
        except yaml.YAMLError as error:
            raise ManifestError("the style file is not YAML", where=str(path), hint=str(error)) from error
        except ValidationError as error:
            first = error.errors()[0]
            place = ".".join(map(str, first["loc"]))
            raise ManifestError(f"{place}: {first['msg']}", where=str(path), hint="See docs/styles.md.") from error


def roots(project: str) -> tuple[Path, ...]:
    """The folders in which styles are looked for: the project's, the one in the wheel, the one of a checkout."""
    candidates = (Path(project, "prompts"), _PACKAGE / "prompts", _PACKAGE.parents[1] / "prompts")
    return tuple(dict.fromkeys(path for path in candidates if path.is_dir()))


@cache
def load_style(name: str, project: str) -> Style:
    """Raises ManifestError where there is no such style, or its file is not as it must be."""
    found = roots(project)
    home = next((root / name for root in found if (root / name / "style.yaml").is_file()), None)
    if home is None or name == BASE:
        known = sorted({path.parent.name for root in found for path in root.glob("*/style.yaml")})
        near = get_close_matches(name, known, 1)
        hint = f"Did you mean {near[0]!r}?" if near else f"Known styles: {', '.join(known)}."
        raise ManifestError(f"there is no style {name!r}", where="style", hint=hint)
    folders = (home, *(root / BASE for root in found if (root / BASE).is_dir()))
    door = _StyleDoor.load(home / "style.yaml")
    return Style(
        name=name,
        label=door.label,
        guide=" ".join(door.guide.split()),
        section=tuple(field.spec() for field in door.section),
        overview=tuple(field.spec() for field in door.overview),
        folders=tuple(map(str, folders)),
        digest=_digest(home / "style.yaml", folders),
    )


PROMPTS: tuple[Literal["system.j2", "section.j2", "overview.j2", "mend.j2"], ...] = (
    "system.j2",
    "section.j2",
    "overview.j2",
    "mend.j2",
)


def _digest(style: Path, folders: tuple[Path, ...]) -> str:
    total = hashlib.sha256(style.read_bytes().replace(b"\r\n", b"\n"))
    for name in PROMPTS:
        path = next((folder / name for folder in folders if (folder / name).is_file()), None)
        total.update(name.encode() + b"\0" + (path.read_bytes().replace(b"\r\n", b"\n") if path else b""))
    return total.hexdigest()
