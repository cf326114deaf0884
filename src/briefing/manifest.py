"""The manifest. In: a YAML file from anybody. Out: a Manifest, or a ManifestError that names file, line and key.

The models here are the reference of the format: docs/manifest.schema.json is generated from them.
"""

import re
from collections import Counter
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path
from shlex import quote
from typing import Annotated, Any, Literal, Self, get_args, get_origin
from urllib.parse import urlsplit

from pydantic import BeforeValidator, Field, model_validator

from briefing.door import Door, Lines, load_yaml
from briefing.errors import ManifestError
from briefing.model import SCHEMES, Budget, Manifest, ModelOptions, Period, Severity, Source

SUFFIXES = (".yaml", ".yml")
_ID = r"^[A-Za-z0-9][A-Za-z0-9._-]*$"
_ADDRESS = rf"^(?:{'|'.join(SCHEMES)})://"
_LANGUAGE = r"^[A-Za-z]{2,3}(-[A-Za-z0-9]+)*$"


class SourceDoor(Door):
    """One source: an address, a file or a feed."""

    id: str | None = Field(
        default=None,
        pattern=_ID,
        examples=["part-1"],
        description="Its name in citations; made from the address if absent.",
    )
    url: str | None = Field(default=None, pattern=_ADDRESS, description="A page, PDF or feed on the web.")
    path: str | None = Field(default=None, min_length=1, description="A file, relative to the manifest.")
    feed: str | None = Field(default=None, min_length=1, description="An RSS or Atom feed: an address or a file.")
    fallback: str | None = Field(
        default=None, min_length=1, description="A file to read when the address cannot be; the output says so."
    )
    language: str | None = Field(
        default=None,
        pattern=_LANGUAGE,
        examples=["en", "pt-BR"],
        description="BCP 47; what it says of itself if absent.",
    )

    @model_validator(mode="after")
    def _one_place(self) -> Self:
        if sum(place is not None for place in (self.url, self.path, self.feed)) != 1:
            raise ValueError("a source has exactly one of url, path and feed")
        if self.fallback and self.path:
            raise ValueError("a fallback belongs to a url or a feed, not to a path")
        return self

    @property
    def place(self) -> str:
        return self.url or self.path or self.feed or ""


def _bare(value: object) -> object:
    """`sources: [https://…, notes.md]`: a bare address or path stands for a whole entry."""
    if isinstance(value, str):
        return {"url" if "://" in value else "path": value}
    return value


class PeriodDoor(Door):
    """What a section covers."""

    by: Literal["month", "quarter", "week", "heading"] = Field(
        default="month", description="One section for each of these."
    )
    year: int | None = Field(default=None, ge=1000, le=9999, description="The year, where the sources do not say it.")


class BudgetDoor(Door):
    """What a run may cost at the most; it stops before the call that would pass it."""

    tokens: int | None = Field(default=None, gt=0, description="Prompt and reply tokens, together.")
    usd: float | None = Field(default=None, gt=0, strict=False, description="US dollars.")


class ModelDoor(Door):
    """The model that writes, where one does."""

    name: str | None = Field(
        default=None, min_length=1, description="As the server calls it; --model takes precedence."
    )
    temperature: float = Field(default=0.0, ge=0, le=2, strict=False, description="0: the likeliest words.")
    max_tokens: int = Field(default=4096, gt=0, description="The longest reply, in tokens.")
    window: int = Field(default=128_000, gt=1000, description="Tokens that prompt and reply may take together.")
    budget: BudgetDoor = BudgetDoor.model_construct()


class CheckDoor(Door):
    """What `briefing check` lets pass."""

    allow: Severity = Field(default="warning", description="The worst finding with which a check passes.")


class VerifyDoor(Door):
    """How a draft is verified, beside the rules, which always hold."""

    judge: bool = Field(default=False, description="Ask the model of each sentence whether what it cites carries it.")


class ManifestDoor(Door):
    """A briefing: what it is made from, and how."""

    title: str | None = Field(default=None, min_length=1, description="Taken from the first source if absent.")
    period: PeriodDoor = PeriodDoor.model_construct()
    style: str = Field(default="briefing", pattern=_ID, examples=["briefing"], description="A folder of prompts/.")
    language: str | None = Field(
        default=None, pattern=_LANGUAGE, examples=["en", "pt-BR"], description="BCP 47; that of the sources if absent."
    )
    sources: list[Annotated[str | SourceDoor, BeforeValidator(_bare)]] = Field(
        min_length=1,
        examples=[["https://example.org/page", "notes.md"]],
        description="Addresses, files, or mappings with more keys.",
    )
    model: ModelDoor = ModelDoor.model_construct()
    check: CheckDoor = CheckDoor.model_construct()
    verify: VerifyDoor = VerifyDoor.model_construct()


def load_manifest(path: Path) -> Manifest:
    """Read a manifest. Raises ManifestError: one message that lists every problem with its line."""
    _refuse_what_is_none(path)
    keys = ", ".join(ManifestDoor.model_fields)
    hint = f"A manifest has {keys}: `briefing init --help` says what each is for."
    door, lines = load_yaml(path, ManifestDoor, noun="a manifest", hint=hint)
    root, name = identity(path)
    _refuse_twins(path, root, name)
    return Manifest(
        name=name,
        path=str(path.absolute()),
        root=str(root),
        title=door.title or "",
        period=Period(door.period.by, door.period.year),
        style=door.style,
        language=door.language or "",
        sources=_sources([s for s in door.sources if isinstance(s, SourceDoor)], path, lines),
        model=_model(door.model),
        allow=door.check.allow,
        judge=door.verify.judge,
        style_at=f"{path}:{lines[('style',)]}" if ("style",) in lines else "",
    )


def _refuse_what_is_none(path: Path) -> None:
    """Raises ManifestError for an address, a folder, another kind of file, or none, and says what to name instead."""
    if address := re.fullmatch(r"(https?):/+(.*)", str(path)):  # a Path has one slash where an address has two
        place = f"{address[1]}://{address[2]}"
        raise ManifestError("is an address, and no manifest", where=place, hint=f"Make one: briefing init {place}")
    if path.is_dir():
        raise ManifestError("is a folder, and no manifest", where=str(path), hint=instead(path))
    if not path.exists():
        raise ManifestError("cannot be read (there is no such file)", where=str(path), hint=instead(path))
    if path.suffix.lower() not in SUFFIXES:
        hint = _made_from(path) or f"Make a manifest that names it: briefing init {path}"
        raise ManifestError("is no manifest: their names end in .yaml", where=str(path), hint=hint)


def instead(path: Path) -> str:
    """What to name in place of a path at which no manifest is."""
    if made := _made_from(path):
        return made
    folders = dict.fromkeys((path, path.parent / "sources", path.parent))
    files = (file for folder in folders for file in sorted(folder.glob("*.y*ml")))
    found = [file for file in files if file.suffix in SUFFIXES and file.is_file() and _may_be_one(file)]
    if near := get_close_matches(path.stem, [file.stem for file in found], 1):
        return f"Did you mean {next(shown(file) for file in found if file.stem == near[0])}?"
    homes = (path, path.parent / "sources")
    known = [shown(file) for file in found if file.parent in homes or file.parent.name == "sources"]
    listed = ", ".join(known[:5]) + (", …" if len(known) > 5 else "")
    return f"Manifests here: {listed}. " * bool(known) + "Make one with `briefing init URL...`, or with names of files."


def _may_be_one(file: Path) -> bool:
    """Whether it stands among manifests, or names sources: a workflow or a hook of another tool does neither."""
    return file.parent.name == "sources" or bool(re.search(rb"^sources[ \t]*:", file.read_bytes(), re.MULTILINE))


def _made_from(path: Path) -> str:
    """The manifest of something in outputs/, in a sentence; "" where it is not from there."""
    for folder in path.absolute().parents:
        if folder.name == "outputs":
            base = folder.with_name("sources") / path.absolute().relative_to(folder)
            for place in (base, *base.parents):
                for file in (place.with_name(place.name + suffix) for suffix in SUFFIXES):
                    if file.is_file():
                        return f"Name the manifest that it is made from: {shown(file)}"
    return ""


def shown(path: Path) -> str:
    """A path as people here would type it."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)


def run_command(path: Path, store: str = "") -> str:
    """What makes the briefing of a manifest, in the project or in a store."""
    return f"briefing run {shown(path)}" + (f" --store {quote(store)}" if store else "")


def identity(path: Path) -> tuple[Path, str]:
    """The project of a manifest, and its name there: the outputs of two that have both in common are the same files.
    Raises ManifestError where the name cannot be one."""
    root = project_root(path)
    return root, _name(path, root)


def _refuse_twins(path: Path, root: Path, name: str) -> None:
    """Raises ManifestError where another manifest has the same outputs."""
    for base in (path.with_suffix(""), root / "sources" / name):
        for twin in (base.with_name(base.name + suffix) for suffix in SUFFIXES):
            if twin.is_file() and not twin.samefile(path):
                what = f"has the same name as {shown(twin.absolute())}, and so the same outputs"
                raise ManifestError(what, where=str(path), hint="Rename one of them, or move it away.")


def _model(door: ModelDoor) -> ModelOptions:
    budget = Budget(door.budget.tokens, door.budget.usd)
    return ModelOptions(door.name or "", door.temperature, door.max_tokens, door.window, budget)


def project_root(path: Path) -> Path:
    """The folder that holds sources/ and outputs/: the parent of the nearest `sources` above the manifest, else the
    nearest folder with a .git, else the manifest's own folder. Never a folder above the one with the .git."""
    folder = path.absolute().parent
    for above in (folder, *folder.parents):
        if (above / ".git").exists():
            return above
        if above.name == "sources":
            return above.parent
    return folder


def _name(path: Path, root: Path) -> str:
    file, home = path.absolute().with_suffix(""), root / "sources"
    name = file.relative_to(home).as_posix() if file.is_relative_to(home) else file.name
    if not all(re.fullmatch(r"[^\W_][\w .+-]{0,99}", part) for part in name.split("/")):
        hint = "Name it in letters, digits, spaces and . + - _: its outputs get the same name."
        raise ManifestError("the name of the file cannot be that of a briefing", where=f"{str(path)!r}", hint=hint)
    return name


def _sources(doors: list[SourceDoor], path: Path, lines: Lines) -> tuple[Source, ...]:
    short = [door.id or derive_id(door.place) for door in doors]
    doubled = {name for name, times in Counter(short).items() if times > 1}
    first: dict[str, int] = {}
    out: list[Source] = []
    for number, (door, name) in enumerate(zip(doors, short, strict=True)):
        if name in doubled and not door.id:
            name = derive_id(door.place, whole=True)
        line = lines.get(("sources", number), 1)
        if name in first:
            what = f"the source id {name!r} stands twice, first on line {first[name]}"
            raise ManifestError(what, where=f"{path}:{line}", hint="Give each source an `id:` of its own.")
        first[name] = line
        places = (door.url or "", door.path or "", door.feed or "", door.fallback or "")
        out.append(Source(name, *places, language=door.language or "", line=line))
    return tuple(out)


def derive_id(place: str, *, whole: bool = False) -> str:
    """A source id from an address or a path: its last part, or all of it where that is needed to tell two apart."""
    try:
        parts = urlsplit(place)
    except ValueError as error:  # http://[::1
        raise ManifestError(f"{place!r:.80} is no address", where="sources", hint=f"{error}.") from error
    path = re.sub(r"\.(html?|md|markdown|txt|pdf|xml|rss|atom)$", "", parts.path.strip("/"), flags=re.I)
    text = f"{parts.netloc}/{path}/{parts.query}" if whole else (path.rsplit("/", 1)[-1] or parts.netloc)
    return re.sub(r"[^A-Za-z0-9._-]+", "-", text).strip("-._")[:80] or "source"


def described_keys() -> Iterator[tuple[str, str]]:
    """Each key that a manifest may have, with its place, and what it is for."""
    for prefix, model in (("", ManifestDoor), ("sources[].", SourceDoor)):
        yield from _described(model, prefix)


def _described(model: type[Door], prefix: str) -> Iterator[tuple[str, str]]:
    for name, field in model.model_fields.items():
        if isinstance(field.annotation, type) and issubclass(field.annotation, Door):
            yield from _described(field.annotation, f"{prefix}{name}.")
        else:
            choices = ", ".join(get_args(field.annotation)) if get_origin(field.annotation) is Literal else ""
            yield prefix + name, " ".join(filter(None, (choices and f"{choices}:", field.description)))


def json_schema() -> dict[str, Any]:
    """The manifest's JSON Schema (draft 2020-12), for editors."""
    schema = ManifestDoor.model_json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": "briefing manifest"}
