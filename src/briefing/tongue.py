"""Languages by their BCP 47 tags. In: tags. Out: whether a reader of one reads the other."""


def same(one: str, other: str) -> bool:
    """Whether two tags name one language, in one script where both say it: as en and en-us, not zh-hans and zh-hant."""
    first, second = _parts(one), _parts(other)
    return first[0] == second[0] and (first[1] == second[1] or not (first[1] and second[1]))


def _parts(tag: str) -> tuple[str, str]:
    """The primary language, and the script, which is the one subtag of four letters (RFC 5646, 2.2.3)."""
    primary, *rest = tag.lower().replace("_", "-").split("-")
    return primary, next((part for part in rest if len(part) == 4 and part.isalpha()), "")
