"""What a text file says of itself at its top. In: the text of a file. Out: its metadata, and where the text begins.

Read are YAML between "---", TOML between "+++", and plain "Key: value" lines. What cannot be parsed is read line by
line, and noted: a mistake there is no reason not to read the file.
"""

import html
import re
from collections.abc import Iterable, Mapping
from datetime import date

import yaml
from msgspec import Struct

from briefing.readers.address import web_address
from briefing.text import canonical
from briefing.tongue import tag

_FENCES = {"---": ("---", "..."), "+++": ("+++",)}
_LONGEST = 500  # lines
_PAIR = re.compile(r"([A-Za-z][\w .-]{0,40}?)\s*:(?:\s+(.*)|$)")
_WIKI = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]]*)\]\]")
_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?(?!\d)")

_TITLE = ("title",)
_AUTHOR = ("author", "authors", "by", "creator")
_SOURCE = ("source", "url", "link", "canonical_url", "canonicalurl", "original_url", "permalink")
_PUBLISHED = ("published", "date", "pubdate", "publishdate", "publish_date", "date_published", "datepublished")
_LANGUAGE = ("lang", "language", "locale")
_SITE = ("site", "site_name", "sitename", "publisher")
_KNOWN = frozenset((*_TITLE, *_AUTHOR, *_SOURCE, *_PUBLISHED, *_LANGUAGE, *_SITE))


class FrontMatter(Struct, frozen=True):
    lines: int = 0  # how many lines of the file it takes
    title: str = ""
    author: str = ""
    source: str = ""  # the address of the original
    published: str = ""  # ISO 8601 date, or as much of it as is given
    language: str = ""
    site: str = ""
    notes: tuple[str, ...] = ()


def front_matter(text: str) -> FrontMatter:
    lines = text.split("\n", _LONGEST)[:_LONGEST]
    fence = lines[0].rstrip()
    if fence in _FENCES:
        end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() in _FENCES[fence]), 0)
        return _fenced(fence, lines[1:end], end + 1) if end else FrontMatter()
    return _headers(lines)


def _fenced(fence: str, inner: list[str], taken: int) -> FrontMatter:
    try:
        values = _toml("\n".join(inner)) if fence == "+++" else _yaml("\n".join(inner))
    except (yaml.YAMLError, RecursionError, ValueError):  # among the last, what tomllib raises
        pairs = [found for line in inner if (found := _PAIR.match(line))]
        if len(pairs) * 2 < len([line for line in inner if line.strip()]):
            return FrontMatter()  # two rules drawn around some text
        kind = "TOML" if fence == "+++" else "YAML"
        note = f"the front matter is not {kind} as it should be, and was read line by line"
        return _made({found[1]: [found[2] or ""] for found in pairs}, taken, note)
    return FrontMatter() if values is None else _made(values, taken)


def _headers(lines: list[str]) -> FrontMatter:
    pairs: dict[str, list[str]] = {}
    for number, line in enumerate(lines):
        if not line.strip():
            first = next(iter(pairs), "").lower()
            if first in _KNOWN and (len(pairs) > 1 or first == "title"):
                return _made(pairs, number)
            break
        if not (found := _PAIR.match(line)):
            break
        pairs[found[1]] = [found[2] or ""]
    return FrontMatter()


def _yaml(text: str) -> dict[str, list[str]] | None:
    """Scalars and lists of scalars as they are written; None where this is no mapping. Aliases are not followed."""
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    if root is None:
        return {}
    if not isinstance(root, yaml.MappingNode):
        return None
    return {str(key.value): _scalars(value) for key, value in root.value if isinstance(key, yaml.ScalarNode)}


def _scalars(node: yaml.Node) -> list[str]:
    if isinstance(node, yaml.ScalarNode):
        return [] if node.tag == "tag:yaml.org,2002:null" else [node.value]
    if isinstance(node, yaml.SequenceNode):
        return [name for part in node.value for name in _name(part)]
    return _name(node)


def _name(node: yaml.Node) -> list[str]:
    """A scalar; the name in a mapping such as `{name: Ada, email: …}`; what is in a list, and `[[Ada]]` is one."""
    if isinstance(node, yaml.ScalarNode):
        return [node.value]
    if isinstance(node, yaml.SequenceNode):
        return [part.value for part in node.value if isinstance(part, yaml.ScalarNode)]
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    return [value.value for key, value in pairs if key.value == "name" and isinstance(value, yaml.ScalarNode)]


def _toml(text: str) -> dict[str, list[str]]:
    import tomllib  # costs 3 ms, for the few files that have TOML

    found: dict[str, list[str]] = {}
    for key, value in tomllib.loads(text).items():
        parts = value if isinstance(value, list) else [value]
        found[key] = [str(part) for part in parts if isinstance(part, (str, int, float, date))]
    return found


def _made(values: Mapping[str, Iterable[str]], taken: int, *notes: str) -> FrontMatter:
    plain = {key.strip().lower(): list(map(_plain, parts)) for key, parts in values.items()}
    found = {key: list(filter(None, parts)) for key, parts in plain.items()}

    def first(names: Iterable[str]) -> str:
        return next((found[name][0] for name in names if found.get(name)), "")

    addresses = (web_address(html.unescape(part)) for name in _SOURCE for part in found.get(name, ()))
    authors = next((found[name] for name in _AUTHOR if found.get(name)), [])
    days = (_DATE.match(part) for name in _PUBLISHED for part in found.get(name, ()))
    return FrontMatter(
        lines=taken,
        title=first(_TITLE),
        author=", ".join(authors),
        source=next(filter(None, addresses), ""),
        published=next((day[0] for day in days if day), ""),
        language=tag(first(_LANGUAGE)),
        site=first(_SITE),
        notes=notes,
    )


def _plain(value: str) -> str:
    """Without the quotation marks of a line that was not parsed, and without the brackets of wiki links."""
    value = canonical(value)
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        value = value[1:-1]
    return _WIKI.sub(r"\1", value).strip()
