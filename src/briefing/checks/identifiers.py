"""Identifiers: acronyms, model and product names, versions, file names, arXiv numbers and DOIs, to the letter."""

import re
from collections.abc import Iterator
from functools import lru_cache

from briefing.checks.base import Fact, Statement

_TOKEN = re.compile(r"[@#]?[^\W_](?:[\w.:/+@#&’'-]*[\w+#])?", re.UNICODE)
HYPHENS = str.maketrans("‐‑", "--")  # also the one that does not break: character by character
_PLAIN_NUMBER = re.compile(r"[\d.,:/’'-]+(?:st|nd|rd|th|er|e|[kKMBTx%]|bn|mn)?")
_NUMBER_WORD = re.compile(r"\d[\d.,]*(?:-[a-z]+)+")
_RANGE = re.compile(r"\d[\d.,]*-(?:to|and|bis|à|a)-\d[\d.,]*")  # "12-to-17", of "12 to 17"
_PART_OF_A_YEAR = re.compile(r"(?:mid|early|late|pre|post|Mid|Early|Late|Pre|Post)-\d{2,4}s?")
_PART_OF_DECADE = re.compile(r"(?:mid|early|late)-\d{4}s", re.IGNORECASE)
_WITH_UNIT = re.compile(r"(\d[\d.,]*)([^\W\d_]{1,4})")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")
_ROMANCE_ARTICLES = r"(?:le|la|les|du|de la|des|au|aux|el|los|las|del|al|il|della|dal|dalla|o|a|do|da|ao)\s+|l['’]\s?"
_ROMANCE_LINKS = r"(?:de la|de|du|des|pour|et|y|del|di|e|da|do|per|para)\s+|[ld]['’]"


class Identifiers:
    name = "identifiers"
    explains = "is an identifier that what it cites does not carry"
    hint = "Spell it as the cited sentence does, cite the sentence that has it, or leave it out."
    whole = False
    byline = True
    elsewhere = True

    def facts(self, statement: Statement) -> Iterator[Fact]:
        for token in _tokens(statement.text):
            if is_identifier(token):
                yield Fact(token, _fold(token))
            elif _PART_OF_DECADE.fullmatch(token):
                yield Fact(token, _fold(token.partition("-")[2]))

    def carries(self, passage: str, fact: Fact) -> bool:
        if fact.key in _known(passage) or _initials(passage, fact.key):
            return True
        if _RANGE.fullmatch(fact.key):
            words = re.escape(fact.key.replace("-", " "))
            return re.search(rf"(?<![\w.,]){words}(?![\w]|[.,]\d)", passage) is not None
        unit = _WITH_UNIT.fullmatch(fact.key)  # "30ms" and "30 ms" are one
        return (
            unit is not None
            and re.search(rf"(?<![\w.,]){re.escape(unit[1])} {re.escape(unit[2])}(?!\w)", passage) is not None
        )


def _initials(passage: str, acronym: str) -> bool:
    """ "EU" stands for a name whose initials it is: the European Union."""
    if not re.fullmatch(r"[A-Z]{2,6}", acronym):
        return False
    name = r"[\s-]+(?:(?:of|the|for|and|de|du|des|la|der|für|und|di|da|do)\s+){0,2}".join(
        rf"{letter}[^\W\d_A-Z]+" for letter in acronym
    )
    return re.search(rf"(?<!\w){name}(?!\w)", passage) is not None or _initials_of_romance(passage, acronym)


def _initials_of_romance(passage: str, acronym: str) -> bool:
    """ "PS" stands for "le Parti socialiste": with a capital for its first word alone."""
    small = "".join(rf"\s+(?:{_ROMANCE_LINKS}){{0,2}}{letter.lower()}[^\W\d_A-Z]{{2,}}" for letter in acronym[1:])
    name = rf"(?:{_ROMANCE_ARTICLES}){acronym[0]}[^\W\d_A-Z]+{small}"
    return re.search(rf"(?<!\w){name}(?!\w)", passage) is not None


def _tokens(text: str) -> Iterator[str]:
    for match in _TOKEN.finditer(text.translate(HYPHENS)):
        token = re.sub(r"['’]s?$", "", match.group()).rstrip(".:/'’-")
        parts = [token] if _one_name(token) else re.split(r"/", token)
        yield from filter(None, (piece for part in parts for piece in _CJK.split(part)))


def _one_name(token: str) -> bool:
    """An address, a path or a DOI stays whole; "PPO/DPO" is two names."""
    return token.startswith(("10.", "http", "@", "#")) or "." in token or token.count("/") > 1


def is_identifier(token: str) -> bool:
    """Whether a token is a name that only its exact letters make: it has digits beside letters, or capitals inside."""
    bare = token.lstrip("@#")
    if token != bare or "_" in token or re.match(r"10\.\d{4}", token):
        return True
    if re.fullmatch(r"\d+(?:\.\d+){2,}", bare):
        return True  # a version, to the letter
    if _PLAIN_NUMBER.fullmatch(bare) or _PART_OF_A_YEAR.fullmatch(bare) or _NUMBER_WORD.fullmatch(bare):
        return False
    has_letter = any(c.isalpha() for c in bare)
    if any(c.isdigit() for c in bare) and has_letter:
        return True
    if re.search(r"\w\.\w{2,}$", bare) and not bare[0].isupper():
        return True  # a file or a host
    return any(sum(c.isupper() for c in part[1:]) > 0 for part in re.split(r"[-'’&/.]", bare))


def _fold(token: str) -> str:
    """The plural of an acronym is the acronym; apostrophes and hyphens of any kind are one."""
    token = token.replace("’", "'").replace("‑", "-").replace("–", "-")
    return token[:-1] if re.fullmatch(r".*[A-Z0-9]s", token) else token


@lru_cache(maxsize=16_384)
def _known(passage: str) -> frozenset[str]:
    """All tokens of a passage, whole and in their parts: "DPO-trained" carries DPO, and "(MoE)" carries MoE."""
    found: set[str] = set()
    for token in _tokens(passage):
        whole = _fold(token)
        found.add(whole)
        found.update(_fold(part) for part in re.split(r"[-/:+&]", whole) if part)
        if unit := _WITH_UNIT.fullmatch(whole):
            found.add(unit[2])
    return frozenset(found)
