"""The door for YAML that people write: manifests and styles.

In: a file from anybody, and the pydantic model that it must fit. Out: the model, or one ManifestError that lists every
problem with its file, its line and the nearest known key.
"""

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar, get_args

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from briefing.errors import ManifestError

_MAX_BYTES = 5_000_000
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # in C where PyYAML was built with it: five times as fast

Place = tuple[str | int, ...]
Lines = dict[Place, int]


class Door(BaseModel):
    """Base of the models at the doors: unknown keys and wrong types are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


D = TypeVar("D", bound=Door)


def load_yaml(path: Path, model: type[D], *, noun: str, hint: str, missing: str = "") -> tuple[D, Lines]:
    """Read a file into a model. noun: what the file is, for messages; hint: where its keys are described; missing: what
    to do when there is no such file. Returns the model, and the line of each place in it."""
    text = _read(path, missing)
    tree, value = _compose(path, text)
    if not isinstance(tree, yaml.MappingNode):
        raise ManifestError(f"{noun} is a mapping of keys to values", where=str(path), hint=hint)
    _refuse_doubled_keys(tree, path)
    lines = dict(_lines(tree))
    try:
        return model.model_validate(value), lines
    except ValidationError as error:
        raise _explain(error, path, lines, model, hint) from error


def _read(path: Path, missing: str) -> str:
    try:
        if path.exists() and not path.is_file():
            raise ManifestError("is no file", where=str(path))
        if path.stat().st_size > _MAX_BYTES:
            raise ManifestError("is larger than 5 MB, and not read", where=str(path), hint="Split it.")
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        hint = missing if isinstance(error, FileNotFoundError) else ""
        raise ManifestError(f"cannot be read ({error.strerror})", where=str(path), hint=hint) from error
    except UnicodeDecodeError as error:
        raise ManifestError("is not UTF-8 text", where=str(path), hint="Save it as UTF-8.") from error


def _compose(path: Path, text: str) -> tuple[yaml.Node | None, Any]:
    """The file as a tree that knows its lines, and as plain values."""
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            if isinstance(event, yaml.AliasEvent):  # a few of them, nested, make a document of any size
                where = f"{path}:{_line(event.start_mark)}"
                raise ManifestError("YAML aliases (*name) are not read here", where=where, hint="Write the value out.")
        return yaml.compose(text, Loader=_LOADER), yaml.load(text, Loader=_LOADER)  # noqa: S506 - a safe loader
    except yaml.MarkedYAMLError as error:
        where = f"{path}:{_line(error.problem_mark)}"
        hint = "Mind the indentation, and put values with a colon or a # in quotes."
        raise ManifestError(f"is not YAML: {error.problem}", where=where, hint=hint) from error
    except (yaml.YAMLError, RecursionError, ValueError) as error:  # ValueError: a date such as 2024-13-45
        raise ManifestError("is not YAML that can be read", where=str(path), hint=str(error).split("\n")[0]) from error


def _line(mark: Any) -> int:
    return int(mark.line) + 1 if mark else 1


def _lines(node: yaml.Node, place: Place = ()) -> Iterator[tuple[Place, int]]:
    yield place, _line(node.start_mark)
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _lines(value, (*place, str(key.value)))
            yield (*place, str(key.value)), _line(key.start_mark)
    elif isinstance(node, yaml.SequenceNode):
        for number, value in enumerate(node.value):
            yield from _lines(value, (*place, number))


def _refuse_doubled_keys(node: yaml.Node, path: Path) -> None:
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if str(key.value) in seen:
                where = f"{path}:{_line(key.start_mark)}"
                raise ManifestError(f"the key {key.value!r} stands twice", where=where, hint="Keep one of them.")
            seen.add(str(key.value))
            _refuse_doubled_keys(value, path)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            _refuse_doubled_keys(value, path)


def _explain(error: ValidationError, path: Path, lines: Lines, model: type[Door], hint: str) -> ManifestError:
    problems: set[tuple[int, str]] = set()
    for item in error.errors():
        place = _place(item["loc"])
        line = next((lines[place[:n]] for n in range(len(place), -1, -1) if place[:n] in lines), 1)
        if message := _message(item, place, model):
            problems.add((line, message))
    (line, first), *rest = sorted(problems)
    more = "".join(f"\n{path}:{line}: {message}" for line, message in rest)
    return ManifestError(first + more, where=f"{path}:{line}", hint=hint)


def _place(loc: tuple[str | int, ...]) -> Place:
    """Where it stands in the file: pydantic also names the models and validators that it went through."""
    return tuple(p for p in loc if isinstance(p, int) or (p != "str" and not p[:1].isupper() and "[" not in p))


def _message(item: Any, place: Place, model: type[Door]) -> str:
    name, dotted = str(place[-1]) if place else "file", ".".join(map(str, place))
    match item["type"]:
        case "extra_forbidden":
            known = _known(model, place[:-1])
            near = get_close_matches(name, known, 1, 0.5)
            return f"unknown key {name!r} " + (
                f"(did you mean {near[0]!r}?)" if near else f"(known: {', '.join(known)})"
            )
        case "missing":
            return f"{dotted!r} is missing"
        case "string_type" if "str" in item["loc"]:
            return ""  # the other half of «a string or a mapping»
        case "model_type":
            return f"{dotted}: expected a mapping, not {item['input']!r:.60}"
        case "string_pattern_mismatch" if name == "url":
            return f"{item['input']!r:.80} is no address: it must begin with http:// or https://"
        case "value_error":
            return str(item["ctx"]["error"])
        case _:
            return f"{dotted}: {item['msg'][0].lower()}{item['msg'][1:]}, not {item['input']!r:.60}"


def _known(model: type[BaseModel], place: Place) -> list[str]:
    """The keys of the model that stands at this place."""
    for part in place:
        if isinstance(part, str) and part in model.model_fields:
            model = next(_models(model.model_fields[part].annotation), model)
    return list(model.model_fields)


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _models(argument)
