"""The door for YAML that people write: manifests and styles.

In: a file from anybody, and the pydantic model that it must fit. Out: the model, or one ManifestError that lists every
problem with its file, its line and the nearest known key.
"""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar, get_args

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic.fields import FieldInfo

from briefing.errors import ManifestError
from briefing.model import SCHEMES

_MAX_BYTES = 5_000_000
_DEEPEST = 50  # of values in values
_BEGINNINGS = " or ".join(f"{scheme}://" for scheme in SCHEMES)
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # in C where PyYAML was built with it: five times as fast

Place = tuple[str | int, ...]
Lines = dict[Place, int]


class Door(BaseModel):
    """Base of the models at the doors: unknown keys and wrong types are refused. A model is built when a file is read,
    and those in it with it: each by itself, while it is imported, takes 15 ms of every command."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, defer_build=True)


D = TypeVar("D", bound=Door)


def load_yaml(path: Path, model: type[D], *, noun: str, hint: str) -> tuple[D, Lines]:
    """Read a file into a model. noun: what the file is, for messages; hint: where its keys are described. Returns the
    model, and the line of each place in it."""
    text = _read(path)
    loader, tree = _compose(path, text)
    if not isinstance(tree, yaml.MappingNode):
        raise ManifestError(f"{noun} is a mapping of keys to values", where=str(path), hint=hint)
    _refuse_doubled_keys(tree, path)
    lines = dict(_lines(tree))
    with _refusing(path):
        value = loader.construct_document(tree)
    try:
        return model.model_validate(value), lines
    except ValidationError as error:
        raise _explain(error, path, lines, model, hint) from error


def _read(path: Path) -> str:
    try:
        if path.exists() and not path.is_file():
            raise ManifestError("is no file", where=str(path), hint="Name a file.")
        if path.stat().st_size > _MAX_BYTES:
            raise ManifestError("is larger than 5 MB, and not read", where=str(path), hint="Split it.")
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        hint = "Check the path and its permissions."
        raise ManifestError(f"cannot be read ({error.strerror})", where=str(path), hint=hint) from error
    except UnicodeDecodeError as error:
        raise ManifestError("is not UTF-8 text", where=str(path), hint="Save it as UTF-8.") from error


def _compose(path: Path, text: str) -> tuple[Any, yaml.Node | None]:
    """The file as a tree that knows its lines, and what makes plain values of such a tree."""
    depth = 0
    with _refusing(path):
        for event in yaml.parse(text, Loader=_LOADER):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > _DEEPEST:
                where = f"{path}:{_line(event.start_mark)}"
                raise ManifestError("nests its values deeper than is read", where=where, hint="Flatten it.")
            if isinstance(event, yaml.AliasEvent):  # a few of them, nested, make a document of any size
                where = f"{path}:{_line(event.start_mark)}"
                raise ManifestError("YAML aliases (*name) are not read here", where=where, hint="Write the value out.")
        loader = _LOADER(text)
        return loader, loader.get_single_node()


@contextmanager
def _refusing(path: Path) -> Iterator[None]:
    """Raises ManifestError for what is not YAML."""
    try:
        yield
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
    return refusal(path, problems, hint)


def refusal(path: Path, problems: Iterable[tuple[int, str]], hint: str) -> ManifestError:
    """One error for problems (at least one) of a file, each with its line."""
    (line, first), *rest = sorted(problems)
    more = "".join(f"\n{path}:{line}: {message}" for line, message in rest)
    return ManifestError(first + more, where=f"{path}:{line}", hint=hint)


def _place(loc: tuple[str | int, ...]) -> Place:
    """Where it stands in the file: pydantic also names the models and validators that it went through."""
    return tuple(p for p in loc if isinstance(p, int) or (p != "str" and not p[:1].isupper() and "[" not in p))


def _message(item: Any, place: Place, model: type[Door]) -> str:
    name, dotted = str(place[-1]) if place else "file", ".".join(map(str, place))
    known = _model_at(model, item["loc"][:-1]).model_fields
    example = _example(known.get(name))
    match item["type"]:
        case "extra_forbidden":
            return f"unknown key {name!r}" + (near(name, known) or f" (known: {', '.join(known)})")
        case "missing":
            return f"{dotted!r} is missing" + (f": write {name}: {example}" if example else "")
        case "string_type" if "str" in item["loc"]:
            return ""  # the other half of «a string or a mapping»
        case "string_pattern_mismatch" if name == "url":
            return f"{item['input']!r:.80} is no address: it must begin with {_BEGINNINGS}"
        case "value_error":
            return str(item["ctx"]["error"])
        case _:
            return f"{dotted}: expected {_expected(item, example)}, not {_shown(item['input'])}"


# What is expected, in plain words, by pydantic's name of the error; what is not named here keeps its message.
_EXPECTED = {
    "string_type": "a text (a number, a date, yes and no: in quotes)",
    "string_too_short": "some text",
    "string_pattern_mismatch": "something",
    "int_type": "a whole number without quotes",
    "float_type": "a number without quotes",
    "float_parsing": "a number without quotes",
    "list_type": "a list",
    "too_short": "at least one entry",
    "model_type": "a mapping of keys to values",
    "dict_type": "a mapping of keys to values",
    "literal_error": "{expected}",
    "greater_than": "more than {gt:g}",
    "greater_than_equal": "{ge:g} or more",
    "less_than_equal": "{le:g} or less",
}


def _expected(item: Any, example: str) -> str:
    kind, given, context = item["type"], item["input"], item.get("ctx", {})
    words = _EXPECTED.get(kind, f"what fits ({item['msg']})").format_map(context)
    if kind == "literal_error":
        return words + near(str(given), re.findall(r"'([^']+)'", words))
    if kind == "list_type" and isinstance(given, str):
        return f"{words}: write [{given:.60}]"
    return words + (f" like {example}" if example else "")


def _example(field: FieldInfo | None) -> str:
    """The examples that the model gives of a field, as YAML."""
    return " or ".join(
        f"[{', '.join(example)}]" if isinstance(example, list) else str(example)
        for example in (field.examples if field and field.examples else ())
    )


def near(name: str, known: Iterable[str]) -> str:
    """ " (did you mean …?)", or nothing where nothing is like it."""
    found = get_close_matches(name, list(known), 1, 0.5)
    return f" (did you mean {found[0]!r}?)" if found else ""


def _shown(value: object) -> str:
    """A value as YAML calls it."""
    return "nothing" if value is None else str(value).lower() if isinstance(value, bool) else f"{value!r:.60}"


def _model_at(model: type[BaseModel], place: Place) -> type[BaseModel]:
    """The model that stands at this place; of several that can stand there, the one that pydantic names in it."""
    candidates: list[type[BaseModel]] = []
    for part in place:
        named = [each for each in candidates if each.__name__ == part]
        if named:
            model = named[0]
        elif isinstance(part, str) and part in model.model_fields:
            candidates = list(_models(model.model_fields[part].annotation))
            model = next(iter(candidates), model)
    return model


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _models(argument)
