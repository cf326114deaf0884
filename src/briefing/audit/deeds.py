"""Who does what, as far as English word order tells. In: a sentence, and the names in it. Out: of each name what it
stands to: the verb that it does, or has done to it, or the word before its preposition.

"Holm drew the plans", "the plans were drawn by Holm" and "Holm, who lives abroad, has drawn" give the same deed: Holm
draws. Nothing is parsed: what stands between a name and its verb is an apposition or an adverb, or it is no deed.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from briefing.audit.mentions import Mention
from briefing.audit.verbs import BEING, is_past, is_verb, root, tells

_WORD = re.compile(r"[^\W_]+(?:['’./-][^\W_]+)*")
_BORDER = re.compile(r"[,;:()—–]|\.(?=\s)")
_ASIDE = re.compile(  # between a name and its verb
    r"\s*(?:,\s(?:who|which|whose|where|the|an?|and|formerly|then|now|unlike|like|with|in|on|at|of|from|its|his|her)\b"
    r"[^,;:()]*,|\([^()]*\)|\s(?:of|from|at)\s(?:the\s)?[A-Z][\w-]*(?:\s[A-Z][\w-]*)*)"
)
_CITED = re.compile(r"(?:,?\set\sal\.?)?,?(?:\s\(?(?:19|20)\d\d[a-z]?\)?)?\)?")  # after the name of an author
_RELATIVE = re.compile(r",\s(?:who|which)(?=\s)")
_PHRASE = r"the\s(?P<phrase>(?:[a-z][\w-]*\s){0,2}[a-z][\w-]*)"
_IS_AFTER = re.compile(rf"\s*,\s{_PHRASE}(?=\s(?:of|at|in|for|who|whose)\b|[.,;:)]|$)")
_IS_BEFORE = re.compile(rf"(?:^|[\s(]){_PHRASE},\s$", re.IGNORECASE)
_OF = re.compile(r"\b(?:of|at|in|for|on|with|to|by|from|and|or|than|as|that|who|which|because)\b")
_BEFORE = frozenset(
    "by of from to in at on for with against above below under behind near between into onto over after before than as "
    "through via toward towards".split()
)
_DETERMINERS = frozenset(
    "the a an its his her their our your my this that new own young old former captain engineer".split()
)
_HEADS = frozenset(
    "team yard group lab labs company crew office staff project colleagues researchers engineers".split()
)
_PRONOUN = re.compile(
    r"(?:^|[,;:]\s|\b(?:and|but|because|since|that|while|then|so)\s)(?P<who>[Hh]e|[Ss]he|[Ii]t)\s", re.ASCII
)
_MODAL = frozenset("to will would can could may might must shall should".split())  # before a verb
_SKIPPED = frozenset("not never also then now still already just once soon later first therefore even only".split())
_LOOK = 8  # words after a name, among which its verb is looked for, and before "by", its participle
_CALLED = 3  # words between an owner and a name
_BESIDE = 3  # words between "was" and its participle


class Deed(Struct, frozen=True):
    """role: "does", "undergoes", "is", "of" or another preposition. anchor: the root of the verb, or of the word before
    the preposition. who: None for a pronoun, which then is "he", "she" or "it"."""

    who: Mention | None
    role: str
    anchor: str
    pronoun: str = ""

    def is_like(self, other: "Deed") -> bool:
        """Whether they are one, whoever does it."""
        return (self.role, self.anchor) == (other.role, other.anchor)


def deeds(text: str, mentions: Sequence[Mention]) -> list[Deed]:
    found: list[Deed] = []
    mentions = [each for each in mentions if not each.is_adjective]
    for place, each in enumerate(mentions):
        end = _end(text, each)
        if phrase := _IS_AFTER.match(text, each.end) or _IS_BEFORE.search(text[: each.start]):
            found.append(Deed(each, "is", root(phrase["phrase"].split()[-1])))
        if (relative := _RELATIVE.match(text, end)) and (verb := _verb(text, relative.end())):
            found.append(Deed(each, *verb))
        if deed := _deed(text, each):
            found.append(deed)
            continue
        if place and _joined(text, mentions[place - 1], each):
            found += [Deed(each, deed.role, deed.anchor) for deed in found if deed.who is mentions[place - 1]][-1:]
        later = mentions[place + 1] if place + 1 < len(mentions) else None
        if later and _joined(text, each, later) and (deed := _deed(text, later)) and deed.role in ("does", "undergoes"):
            found.append(Deed(each, deed.role, deed.anchor))
    return [*found, *_of_pronouns(text)]


def _end(text: str, each: Mention) -> int:
    """Where a name ends, with the year of what it wrote, or the bracket that it stands in."""
    cited = _CITED.match(text, each.end)
    return cited.end() if cited and cited.group() not in (",", "") else each.end


def _joined(text: str, one: Mention, other: Mention) -> bool:
    """Whether two names are told in one breath: "Aas and Holm"."""
    return re.fullmatch(r",?\s(?:and|or|&)\s(?:the\s)?|,\s", text[one.end : other.start]) is not None


def _deed(text: str, each: Mention) -> Deed | None:
    before = _WORD.findall(text[: each.start])
    while before and before[-1].casefold() in _DETERMINERS:
        before = before[:-1]
    before = before[: _owner(before)]
    last = before[-1].casefold() if before else ""
    bordered = bool(last) and _bordered(text[: each.start], last)
    if text[each.end : each.end + 2] in ("'s", "’s"):
        following = _WORD.findall(text[each.end + 2 :])[:2]
        owned = next(filter(tells, following), "")
        return Deed(each, "of", root(owned)) if owned else None
    if last in _BEFORE and not bordered:
        return _after_preposition(each, before)
    if verb := _verb(text, _end(text, each), aside=text[: each.start].endswith(", ")):
        return Deed(each, *verb)
    if not before or bordered or not tells(before[-1]):
        return None
    meant = is_verb(before[-1]) or (len(before) > 1 and before[-2].casefold() in _MODAL)
    return Deed(each, "undergoes", root(before[-1])) if meant else None


def _owner(before: Sequence[str]) -> int:
    """Where the owner begins whose a name is called right before it: "to Lund's old teacher Holm" is to Holm."""
    for place in range(len(before) - 1, max(-1, len(before) - 2 - _CALLED), -1):
        if before[place].endswith(("'s", "’s")) and all(map(str.islower, before[place + 1 :])):
            while place and before[place - 1][0].isupper():
                place -= 1
            return place
    return len(before)


def _after_preposition(each: Mention, before: Sequence[str]) -> Deed | None:
    last, head = before[-1].casefold(), next(filter(tells, reversed(before[:-1])), "")
    if last == "by" and (done := _done(before)):
        return Deed(each, "does", root(done))
    return Deed(each, last, root(head)) if head else None


def _done(before: Sequence[str]) -> str:
    """The participle of a passive whose doer follows: "was converted to batteries by"; "" where there is none."""
    last = len(before) - 2
    for place in range(last, max(-1, last - _LOOK), -1):
        if is_past(before[place]) and tells(before[place]):
            near = (word.casefold() for word in before[max(0, place - _BESIDE) : place])
            return before[place] if place == last or any(word in BEING for word in near) else ""
    return ""


def _verb(text: str, end: int, *, aside: bool = False) -> tuple[str, str] | None:
    """What is done by whom a name that ends there names, or to whom: its role, and the first verb after it. aside:
    whether a comma stands before the name: "their own model, Tidal, has …"."""
    if between := _ASIDE.match(text, end):
        end = between.end()
    elif aside and text.startswith(",", end):
        end += 1
    border = _BORDER.search(text, end)
    following = _WORD.findall(text[end : border.start()] if border else text[end:])
    while following and following[0].casefold() in _HEADS:
        following = following[1:]
    if not following or not (is_verb(following[0]) or _is_adverb(following[0])):
        return None
    passive = False
    for word in following[:_LOOK]:
        if word.casefold() in BEING:
            passive = True
        elif tells(word) and not _is_adverb(word):
            if passive and not is_past(word):
                return "is", root(_last_of(text, end, word))
            return "undergoes" if passive else "does", root(word)
    return None


def _last_of(text: str, end: int, first: str) -> str:
    """The last word of the phrase that one begins: "librarian", of "the head librarian of the town"."""
    start = text.find(first, end)
    stops = [match.start() for pattern in (_OF, _BORDER) if (match := pattern.search(text, start))]
    words = [word for word in _WORD.findall(text[start : min(stops, default=len(text))]) if tells(word)]
    return words[-1] if words else first


def _is_adverb(word: str) -> bool:
    return word.casefold() in _SKIPPED or word.endswith("ly")


def _of_pronouns(text: str) -> Iterator[Deed]:
    for match in _PRONOUN.finditer(text):
        if verb := _verb(text, match.end("who")):
            yield Deed(None, *verb, match["who"].casefold())


def _bordered(text: str, word: str) -> bool:
    """Whether a mark stands after the last occurrence of a word."""
    return _BORDER.search(text, text.casefold().rfind(word)) is not None
