"""Abbreviations. In: an abbreviation, or a name of several words. Out: whether a text has the one for the other: "PEFT"
where it has "parameter-efficient fine-tuning", "Jet Propulsion Laboratory" where it has "JPL".
"""

import re
from functools import lru_cache

_SHORT = re.compile(r"[A-Z][A-Za-z]?[A-Z]{1,5}s?|[A-Z]{2,7}s?")
_SMALL = r"(?:(?:of|and|the|for|in|on|to|a|de|des|du|la|le|les|et|der|die|das|und|für|von)\s)*"
_LONG = 4  # letters
_SURE = 3  # letters of an abbreviation
_PARTS = re.compile(r"[\s/-]+")


def spelled_out(short: str, text: str, sure: int = 4) -> bool:
    """Whether a text has words in a row whose initials an abbreviation is made of. sure: letters, for words without
    capitals to be no chance."""
    letters = short.rstrip("s")
    if not _SHORT.fullmatch(short):
        return False
    found = [match.group() for match in _words(letters.casefold()).finditer(text)]
    return any(_is_title(words) or (len(letters) >= sure and _are_long(words)) for words in found)


def _are_long(words: str) -> bool:
    """Whether no small word is among them, which is in many a row."""
    return all(len(word) >= _LONG for word in _PARTS.split(words))


def _is_title(words: str) -> bool:
    """Whether all words have a capital, but for the small ones between them."""
    return all(word[:1].isupper() for word in _PARTS.split(words) if not re.fullmatch(_SMALL, f"{word} "))


@lru_cache(maxsize=256)
def _words(letters: str) -> re.Pattern[str]:
    one = [rf"{re.escape(letter)}[\w’']*" for letter in letters]
    between = rf"[\s/-]+{_SMALL}"
    return re.compile(rf"(?<![\w-])(?:{between.join(one)})", re.IGNORECASE)


def abbreviations(name: str, word: str) -> list[str]:
    """The initials of three words and more in a row of a name of several, among which a word is: ESA, and NESA, of
    "NASA and the European Space Agency"."""
    parts = [part for part in _PARTS.split(name) if part[:1].isupper()]
    rows = (parts[start:end] for start in range(len(parts)) for end in range(start + _SURE, len(parts) + 1))
    return list(dict.fromkeys("".join(part[0] for part in row) for row in rows if word in row))


def shortened(name: str, text: str) -> bool:
    """Whether a text has the initials of a name of several words, as one word."""
    parts = [part for part in _PARTS.split(name) if part[:1].isupper()]
    initials = "".join(part[0] for part in parts)
    return len(parts) > 1 and re.search(rf"(?<!\w){re.escape(initials)}s?(?!\w)", text) is not None
