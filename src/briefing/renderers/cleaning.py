"""Text and addresses of strangers, made harmless for any output.

In: text as a source or a model has it, and addresses as the briefing records them. Out: text without characters that
a reader cannot see but a screen obeys, and addresses that are safe to link, or "".
"""

import re
from urllib.parse import quote, urlsplit

from briefing.model import SCHEMES

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_LINKED = (*SCHEMES, "mailto")
_PLACE = re.compile(r"(?P<path>[^\x00-\x1f\\]+?)(?P<place>#(?:L\d+|page=\d+|:~:text=[\w.~%,&=-]+))?")
_RENDERED = (".md", ".markdown")  # a code host shows these rendered, without lines, unless it is asked not to
_URL_SAFE = "%/:?#[]@!$&'()*+,;=-._~"

_HIDDEN = {
    **dict.fromkeys([*range(0x20), *range(0x7F, 0xA0)], "\ufffd"),  # controls
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),  # halves of surrogate pairs, which UTF-8 cannot hold
    **dict.fromkeys([0x202D, 0x202E], "\ufffd"),  # overrides of direction: they show letters in another order
    **dict.fromkeys(
        [0x202A, 0x202B, 0x202C, *range(0x2066, 0x206A)], ""
    ),  # embeddings and isolates, which may stay open
    0x09: " ",
    0x0A: "\n",
    0x0D: "",
    0xFFFE: "\ufffd",
    0xFFFF: "\ufffd",
}


def clean(text: str) -> str:
    """Text that shows all it does: no controls but line ends, no change of direction that outlives it."""
    return text.translate(_HIDDEN)


def link(url: str, base: str, *, hosted: bool) -> str:
    """An address that can be linked, percent-encoded; "" for what is neither http, https, mailto nor a project file.

    url: absolute, or a path relative to the project root with "#L12", "#page=3" or "#:~:text=a". base: leads to the
    project root. hosted: the output is read on a code host, whose rendered pages have no lines.
    """
    if _SCHEME.match(url) or url.startswith("//"):
        return _absolute(url)
    found = _PLACE.fullmatch(url)
    if not found or found["path"].startswith("/") or ".." in found["path"].split("/"):
        return ""
    path, place = found["path"], found["place"] or ""
    shown = "?plain=1" if hosted and place and path.lower().endswith(_RENDERED) else ""
    return f"{base.rstrip('/')}/{quote(path, errors='replace')}{shown}{place}"


def _absolute(url: str) -> str:
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    if parts.scheme not in _LINKED or not (parts.hostname or parts.scheme == "mailto"):
        return ""
    return quote(url.strip(), safe=_URL_SAFE, errors="replace")
