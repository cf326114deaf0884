"""Direction: more stays more, before stays before, and who beats whom stays so.

A clause is held against the clause that it follows. What turns it round: a word of the other pole, the two sides of a
relation exchanged, a denial. Two of these together leave the claim as it was: "B is slower than A" from "A is faster
than B", "it did not rise" from "it fell".
"""

import re
from collections.abc import Iterator, Sequence

from briefing.checks.base import Compared, Fact, Statement
from briefing.checks.follow import beside, matter, pairs
from briefing.checks.negation import DENIES
from briefing.checks.opposites import Opposite, opposites
from briefing.checks.poles import ORDERED, rows
from briefing.cldr import primary

_NAME = re.compile(
    r"\b[A-Z][\w.-]*\w|\b[A-Z]\b|\b[a-z][\w-]*\d\w*"
)  # where both sides have names, these tell them apart
_CAPITALISED_NOUNS = ("de",)
_COMPARED = re.compile(r"\b(?:than|als|que|dan)\b")
_STANDARD = re.compile(r"(?:\s\w+)??\s(?:than|als|que|dan)\s((?:\w+\s){0,2}\w+)")
_SPAN = re.compile(  # by how much one is before the other, and none of the two
    r"\b[\w-]+\s(?:years?|months?|weeks?|days?|hours?|minutes?|decades?|Jahre?|Monate?|Wochen?|Tage?|Stunden?|ans?|années?"
    r"|mois|semaines?|jours?|heures?|años?|meses|días?|horas?)\s$"
)
_MARK = re.compile(r"[,;:()—–]\s")
_PASSIVE = re.compile(r"^\W*(?:\w+ed |beaten )?(?:by|von|par|por|da|door)\b", re.IGNORECASE)
# "Lost only once" says of the rest what "won eight of nine" says of the most.
_BUT_FOR = {
    "en": r"\b(?:only|just (?:one|two|once|\d+)|once|all but|but (?:one|two)|except\w*|other than|apart from|save for"
    r"|the rest|(?:the|every|any|all|no) others?|remaining)\b",
    "de": r"\b(?:nur|bloß|außer|bis auf|übrigen?|restlichen?)\b",
    "fr": r"\b(?:seulement|sauf|hormis|une seule fois|le reste|les autres)\b",
}
_OF_A_NUMBER = re.compile(r"\b(?:million|billion|trillion|thousand|hundred|percent|dollar|euro)s?\b", re.IGNORECASE)
_COUNT = re.compile(r"(?<![\d.,])\d{1,9}(?![\d.,]*\d)")
_BOTH = re.compile(
    r"(?:accept|adopt|approv|allow|permit|reject|refus|forbid|turn|prohibit|bann?)\w*(?: down)?", re.IGNORECASE
)
_RELATION = re.compile(
    r"beat(?:s|en)?|defeat(?:s|ed)?|los(?:t|es?) to|bought|buys?|sold|sells?|acquir\w+", re.IGNORECASE
)
_ENDS = {  # what a number stands after where something begins, and where it ends
    "en": ("from", "to"), "de": ("von", "auf|bis"), "fr": ("de", "à"), "es": ("de", "a"), "it": ("da", "a"),
    "nl": ("van", "naar|tot"),
}  # fmt: skip


class Direction(Compared):
    name = "direction"
    explains = "turns round what it cites"
    hint = "Keep the direction of the cited sentence: which is more, which comes first, and who does it to whom."

    def changed(self, statement: Statement, passages: Sequence[str]) -> Iterator[Fact]:
        language = primary(statement.language)
        mine, theirs = _courses(statement.text, language), _courses(" ".join(passages), language)
        yield from (Fact(f"{a} … {b}") for a, b in mine if (b, a) in theirs and (a, b) not in theirs)
        stems = matter(statement.text, language)
        nearest = max(passages, key=lambda passage: len(stems & matter(passage, language)), default="")
        found = [
            _turned(statement.text, *pair, nearest, language) for pair in pairs(statement.text, passages, language)
        ]
        found = found if any(found) else [_contrary(statement.text, each, nearest, language) for each in passages]
        yield from (Fact(word) for word in found if word)


def _stands(word: Opposite, nearest: str, language: str) -> bool:
    """Whether the passage that says most of the same has a contrary beside the same words, too: another passage, that
    has the other one, speaks of something else."""
    return word.contrary and any(
        (word.row, word.side) == (other.row, other.side) and _near(word.match, language) & _near(other.match, language)
        for other in opposites(nearest, language)
    )


def _refused_once(whole: str, clause: str, word: Opposite, nearest: str, language: str) -> bool:
    """Whether the passage tells of both, and the statement of more than the one clause that it follows: "accepted it,
    after it had turned down two", of whoever "refused it twice"."""
    if not _both_sides(nearest, word, language) or not _BOTH.fullmatch(word.match.group()):
        return False
    return bool(matter(whole, language) - matter(clause, language) - matter(word.match.group(), language))


def _both_sides(text: str, word: Opposite, language: str) -> bool:
    return len({each.side for each in opposites(text, language) if each.row == word.row}) > 1


def _turned(whole: str, piece: str, clause: str, nearest: str, language: str) -> str:
    """The word by which a piece of a statement turns round the clause that it follows; "" where none does. nearest: the
    passage that says most of the same as the statement."""
    crossed, flipped = _crossed(piece, clause, language), _flipped(piece, clause, language)
    if (
        flipped
        and not crossed
        and (_converse(*flipped, language) or _of_other(whole, piece, clause, flipped[0], language))
    ):
        return ""
    if flipped and (_fronted(whole, piece, flipped, language) or _stands(flipped[0], nearest, language)):
        return ""
    if flipped and all(_both_sides(text, flipped[0], language) for text in (whole, nearest)):
        return ""  # which of them is of what, other rules ask
    if flipped and _refused_once(whole, clause, flipped[0], nearest, language):
        return ""
    mine, theirs = (each.match.group() for each in flipped) if flipped else ("", "")
    denied = bool(_denied(piece, language, mine)) != bool(_denied(clause, language, theirs))
    if bool(crossed) == bool(flipped) or denied or (flipped and _of_the_rest(*flipped, language)):
        return ""
    return crossed or (flipped[0].match.group() if flipped else "")


def _contrary(text: str, passage: str, nearest: str, language: str) -> str:
    """The word of a whole statement that stands beside the same words as its contrary in a passage that says much the
    same: where a clause ends, cannot always be told. Also "more than that", for "less than that"."""
    stems = matter(text, language)
    found = _flipped(text, passage, language)
    if not found or 2 * len(stems & matter(passage, language)) < len(stems):
        return ""
    if not (found[0].contrary or _same_standard(*found, language)) or _stands(found[0], nearest, language):
        return ""
    if any(_denied(_clause(each.match), language, each.match.group()) for each in found):
        return ""
    if _converse(*found, language) or _of_other(text, text, passage, found[0], language):
        return ""
    if _of_the_rest(*found, language):
        return ""
    return found[0].match.group()


def _same_standard(mine: Opposite, theirs: Opposite, language: str) -> bool:
    standards = [_STANDARD.match(each.match.string, each.match.end()) for each in (mine, theirs)]
    words = [matter(each[1], language) for each in standards if each]
    return len(words) == len(standards) and bool(words[0] & words[1])


def _clause(match: re.Match[str]) -> str:
    """What stands around a word, up to the next marks."""
    start = max((each.end() for each in _MARK.finditer(match.string, 0, match.start())), default=0)
    end = _MARK.search(match.string, match.end())
    return match.string[start : end.start() if end else len(match.string)]


def _courses(text: str, language: str) -> list[tuple[str, str]]:
    """The two numbers of each "from … to …", as they are written."""
    if language not in _ENDS:
        return []
    start, end = _ENDS[language]
    number = r"[^\w\s]?(\d[\d.,]*\d|\d)"
    return re.findall(rf"\b{start} {number}(?: ?[^\s,;:]+)?? (?:{end}) {number}", text)


def _denied(text: str, language: str, pole: str = "") -> re.Match[str] | None:
    """pole: words that point one way, and may do so by a denial of their own: "no longer", of "still"."""
    return DENIES[language].search(text.replace(pole, " ") if pole else text) if language in DENIES else None


def _flipped(piece: str, clause: str, language: str) -> tuple[Opposite, Opposite] | None:
    """The word of the piece that points the other way, and the one of the clause; None where there is none, or one of
    the two has both."""
    mine, theirs = opposites(piece, language), opposites(clause, language)
    for one, other in ((one, other) for one in mine for other in theirs if one.faces(other)):
        if any(map(one.faces, mine)) or any(map(other.faces, theirs)):
            continue
        if not one.contrary or _near(one.match, language) & _near(other.match, language):
            return one, other
    return None


def _near(match: re.Match[str], language: str) -> frozenset[str]:
    return beside(match.string, match.start(), match.end(), language)


def _converse(mine: Opposite, theirs: Opposite, language: str) -> bool:
    """Whether the names on either side of a word stand on the other sides of the other one: "B bought it from A" for
    "A sold it to B", "the poles are wetter than the equator" for "the equator is drier than the poles"."""
    if _turned_about(mine, theirs, language):
        return True
    left, right, before, after = (_named(side) for each in (mine, theirs) for side in _beside(each.match))
    if _RELATION.fullmatch(mine.match.group()) and not left & (
        before | after
    ):  # "they lost to Holm", of "Holm beat us"
        return bool(right & before) and not right & after
    return bool(left & after and right & before) and not left & before


def _turned_about(mine: Opposite, theirs: Opposite, language: str) -> bool:
    """Whether each of two comparisons has as its standard what the other compares with it."""
    standards = [_STANDARD.match(each.match.string, each.match.end()) for each in (mine, theirs)]
    if not all(standards):
        return False
    one, other = (matter(found[1], language) for found in standards if found)
    left, before = (matter(_beside(each.match)[0], language) for each in (mine, theirs))
    shared = left & before
    return bool((left - shared) & other and (before - shared) & one) and not (one - shared) & (other - shared)


def _of_the_rest(mine: Opposite, theirs: Opposite, language: str) -> bool:
    """Whether one of two clauses alone speaks of a few, and so the other of the rest: "lost only once", of "won eight".
    Two numbers that make up the third say the same: "12 of the 40 refused", of "28 accepted"."""
    clauses = [_clause(each.match).replace(each.match.group(), " ") for each in (mine, theirs)]
    limits = _BUT_FOR.get(language)
    if limits and len({bool(re.search(limits, each, re.IGNORECASE)) for each in clauses}) > 1:
        return True
    here, there = ({int(found) for found in _COUNT.findall(each)} for each in clauses)
    return any(one + other in here | there for one in here - there for other in there - here)


def _fronted(whole: str, piece: str, flipped: tuple[Opposite, Opposite], language: str) -> bool:
    """Whether the sides stand exchanged, since the word opens the sentence: "before the vote, they heard her", of "the
    vote was taken after they heard her"."""
    mine, theirs = (each.match for each in flipped)
    if language not in ORDERED or mine.start() or not re.fullmatch(ORDERED[language], mine.group(), re.IGNORECASE):
        return False
    if not whole.startswith(piece):
        return False
    first, _, rest = whole.partition(",")
    before, after = (matter(side, language) for side in _beside(theirs))
    return bool(matter(first[mine.end() :], language) & before and matter(rest, language) & after)


def _beside(match: re.Match[str]) -> tuple[str, str]:
    return match.string[: match.start()], match.string[match.end() :]


def _of_other(whole: str, piece: str, clause: str, word: Opposite, language: str) -> bool:
    """Whether a piece shares no more than names with the clause, and not beside the word; or the clause compares
    somebody with the one of whom the statement speaks: what is more there may be less here."""
    if language in _CAPITALISED_NOUNS:
        return False
    shared = (matter(piece, language) & matter(clause, language)) - _matter_of_names(piece.partition(" ")[2], language)
    if not shared and not word.contrary:
        return True
    than = _COMPARED.search(clause)
    if than is None:
        return False
    of_whom = matter(_OF_A_NUMBER.sub("", piece[: word.match.start()]), language)
    standard, subject = matter(clause[than.end() :], language), matter(clause[: than.start()], language)
    return bool(_named(clause[than.end() :]) & frozenset(_NAME.findall(whole)[:1])) or (
        bool(of_whom & standard) and not of_whom & subject
    )


def _matter_of_names(text: str, language: str) -> frozenset[str]:
    return frozenset(word for name in _NAME.findall(text) for word in matter(name, language))


def _named(text: str) -> frozenset[str]:
    return frozenset(_NAME.findall(text))


def _crossed(piece: str, clause: str, language: str) -> str:
    """The word of the piece whose two sides stand the other way round in the clause."""
    if language not in ORDERED:
        return ""
    mine, theirs = _sides(piece, language), _sides(clause, language)
    if not mine or not theirs:
        return ""
    word, sides = mine[0], [*mine[1:], *theirs[1:]]
    named = [frozenset(_NAME.findall(side)) for side in sides]
    told = named if all(named) else [matter(side, language) for side in sides]
    left, right, before, after = told
    shared = before & after | left & right
    left, right, before, after = left - shared, right - shared, before - shared, after - shared
    straight = len(left & before) + len(right & after)
    crossed = len(left & after) + len(right & before)
    compared = _COMPARED.fullmatch(word) is not None  # what is compared stands before it, in either order
    exchanged = left & after and right & before and (crossed > straight or (compared and 2 * crossed >= straight))
    return word if exchanged and (not compared or _same_scale(piece, clause, language)) else ""


def _same_scale(piece: str, clause: str, language: str) -> bool:
    """Whether two comparisons compare the same: faster and slower, and not faster and fewer errors."""
    if (matter(piece, language) & matter(clause, language)) - _matter_of_names(piece, language):
        return True
    return any(
        pole.words.search(piece) and any(each.words.search(clause) for each in row)
        for row in rows(language)
        for pole in row
    )


def _sides(text: str, language: str) -> tuple[str, str, str] | None:
    """A relation of a text, what stands before it, and what after it; the doer of a passive before it."""
    match = re.search(ORDERED[language], text)
    if match is None:
        return None
    left, right = _SPAN.sub("", text[: match.start()]), text[match.end() :]
    if language in ("ko", "ja"):  # the standard stands right before its particle
        *rest, standard = re.split(r"\s|(?<=[はが、])", left.strip())
        left, right = " ".join((*rest, right)), standard
    return (match.group(), right, left) if _PASSIVE.search(right) else (match.group(), left, right)
