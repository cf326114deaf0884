"""Languages by their BCP 47 tags: the tag that a document means, and whether a reader of one tag reads another."""

import re

_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")


def tag(said: str) -> str:
    """The tag that a document declares, in lower case; "" where that is none, as `English`."""
    found = _TAG.fullmatch(said.strip().replace("_", "-"))
    return found[0].lower() if found else ""


def same(one: str, other: str) -> bool:
    """Whether two tags name one language, in one script where both say it: as en and en-us, not zh-hans and zh-hant."""
    first, second = _parts(one), _parts(other)
    return first[0] == second[0] and (first[1] == second[1] or not (first[1] and second[1]))


def _parts(tag: str) -> tuple[str, str]:
    """The primary language, and the script, which is the one subtag of four letters (RFC 5646, 2.2.3)."""
    primary, *rest = tag.lower().replace("_", "-").split("-")
    return primary, next((part for part in rest if len(part) == 4 and part.isalpha()), "")
