"""What a source denies, and a sentence affirms in other words, or the other way round. In: the sentence, and what is
near it in the sources. Out: the denial that the two do not share.

A denial is a claim: who it is about, the word that is denied, and what follows it. It is held against a sentence that
has that word about the same, wherever it stands there. English alone: denials that are lost or added within the same
words are told in every language, by opposed.py.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from briefing.audit.gainsaid import gainsaid
from briefing.audit.mentions import Mention
from briefing.audit.sentence import ALIKE, Judged
from briefing.audit.terms import terms
from briefing.audit.verbs import root, tells
from briefing.checks.negation import DENIES, LIMITS
from briefing.cldr import primary

_CUE = re.compile(
    r"\b(?:(?:does|do|did|is|are|was|were|has|have|had|can|could|will)(?:\snot|n['’]t)|cannot|never|no\slonger"
    r"|(?:has|have|had|is|are|was|were|needs?|needed|requires?|required|gets?)\sno)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+(?:['’./-][^\W_]+)*")
_STRONG = re.compile(  # where a clause begins: an aside between commas belongs to it
    r"[;:.!?]\s|\s[—–]\s|\b(?:and|but|because|although|though|while|whereas|since|so|when|if|where)\s", re.IGNORECASE
)
_CONDITION = re.compile(r"\b(when|if|where)\s$", re.IGNORECASE)
_ANY = re.compile(  # where what is denied ends
    r"[,;:()—–]|[.!?](?=\s|$)|\s(?:and|but|or|nor|because|although|though|while|whereas|since|which|who|that"
    r"|unless|if"
    r"|when|where|as|so|until|before)\s",
    re.IGNORECASE,
)
_LIMITED = re.compile(  # denied in part, for a time, or under a condition
    r"\b(?:until|till|unless|without|only|all|every|always|necessarily|much|many|entirely|completely|fully|just"
    r"|merely"
    r"|simply|everyone|everything|if|whether|why|when|at first|initially|enough|so|as|exactly|really|quite)\b|\?",
    re.IGNORECASE,
)
UNREAL = re.compile(
    r"\b(?:would|could|may|might|should|must|if|whether|unless|until|hardly|no|to be|yet to|lest|claim\w*|expect\w*"
    r"|hop\w+|want\w*|plan\w*|like)\b",
    re.IGNORECASE,
)
_JOINED = ("un", "dis")  # of unrelated, untested, disapproved
_PREFIXED = re.compile(
    r"\b(?P<prefix>un)(?P<word>related|tested|available|published|proven|successful|safe|stable|affected"
    r"|changed|common|known"
    r"|likely|reliable|necessary|usual|supported|documented|limited|biased|supervised|popular|damaged|harmed|finished"
    r"|intended|licensed)\b"
    r"|\b(?P<dis>dis)(?P<dissed>(?:approv|agree|allow|connect|continu|engag|lik|obey|own|qualif|satisf"
    r"|trust)\w*|loyal|honest)\b"
)
_LIGHT = frozenset(
    map(root, "come go take get make do put give keep let set have want try work help happen say think know".split())
)
_SPOKEN_OF = 0.4  # of what a sentence tells, for a denial of a source to be about it
_INHERITED = 2  # words of a subject that was told in the clause before
_SOON = 3  # words after a denial or a verb


class Denied(Struct, frozen=True):
    """subject, about: roots of what stands before and after the denied word, in its clause."""

    cue: str
    word: str
    subject: frozenset[str]
    about: frozenset[str]
    limited: bool
    condition: str  # "when" or "if", before its clause
    before: str  # what stands before it in its clause
    inherits: bool  # whether its clause has no subject, and takes that of the clause before

    def __str__(self) -> str:
        return f"{self.cue} {self.word}" if self.cue not in _JOINED else f"{self.cue}{self.word}"

    @property
    def verb(self) -> str:
        return root(self.word)

    def is_of(self, subject: frozenset[str], clause: frozenset[str]) -> bool:
        """Whether a clause with that subject is about the same."""
        if not self.about and self.inherits:
            return len(self.subject & subject) >= _INHERITED
        if not self.about:
            return bool(self.subject) and self.subject <= subject
        shared = len(self.about & clause)
        return 2 * shared >= len(self.about) and (not self.subject or bool(self.subject & clause) or shared > 1)


@lru_cache(maxsize=4096)
def denied(text: str) -> tuple[Denied, ...]:
    return tuple(_denied(text))


def _denied(text: str) -> Iterator[Denied]:
    for match in _PREFIXED.finditer(text):
        begin, _ = _clause(text, match.start(), match.end())
        border = _ANY.search(text, match.end())
        before, after = text[begin : match.start()], text[match.end() : border.start() if border else len(text)]
        limited = DENIES["en"].search(before) is not None
        condition = _condition(text, begin)
        cue, word = match["prefix"] or match["dis"], match["word"] or match["dissed"]
        yield Denied(cue, word, _roots(before), _roots(after), limited, condition, before, inherits=False)
    for cue in _CUE.finditer(text):
        words = list(_WORD.finditer(text, cue.end()))[: 2 * _SOON]
        said = next((word for word in words if tells(word.group()) and not word.group().endswith("ly")), None)
        border = _ANY.search(text, cue.end())
        if said is None or root(said.group()) in _LIGHT or (border and border.start() < said.start()):
            continue
        begin, end = _clause(text, cue.start(), said.end())
        before, between = text[begin : cue.start()], text[cue.end() : said.start()]
        inherits = begin > 0 and not before.strip()
        before = text[_clause(text, max(0, begin - 6), begin)[0] : begin] if inherits else before
        after = text[said.end() : border.start() if border else len(text)]
        limited = _LIMITED.search(text, begin, end) is not None or text.rstrip().endswith("?")
        about = _roots(f"{between} {after}")
        condition = _condition(text, begin)
        yield Denied(cue.group(), said.group(), _roots(before), about, limited, condition, before, inherits)


def limits_of(text: str) -> list[str]:
    """What limits a denial anywhere in a text: "until", "all", "much"."""
    return [match.group().casefold() for match in _LIMITED.finditer(text)]


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the clause begins and ends that a slice stands in."""
    begin = max((match.end() for match in _STRONG.finditer(text, 0, start)), default=0)
    border = _STRONG.search(text, end)
    return begin, border.start() if border else len(text)


def _condition(text: str, begin: int) -> str:
    found = _CONDITION.search(text, max(0, begin - len("where ") - 1), begin)
    return found[1].casefold() if found else ""


def _roots(text: str) -> frozenset[str]:
    return frozenset(map(root, terms(text)))


def denials(judged: Judged) -> Iterator[tuple[int, str]]:
    """The number of the sentence of a source that says otherwise, and what is wrong."""
    if primary(judged.language) == "en" and judged.statement.same_language:
        for number in judged.near[:3]:
            yield from ((number, f"The source denies it: it has “{one}”.") for one in _affirms(judged, number))
            yield from ((number, f"“{one}” denies what the source says.") for one in _denies(judged, number))


def _affirms(judged: Judged, number: int) -> Iterator[Denied]:
    """What the sentence says, a source denies, and says nowhere near."""
    if _share(judged, list(judged.neighbours(number))) >= _SPOKEN_OF:
        near = [text for other in judged.near for text in judged.neighbours(other)]
        for one in denied(judged.said(number)):
            if one.limited or not (said := _affirmed(judged.text, one)) or any(_affirmed(text, one) for text in near):
                continue
            if not _others(judged.judge.mentions(said), judged.judge.mentions(one.before)):
                yield one


def _denies(judged: Judged, number: int) -> Iterator[Denied]:
    """What the sentence denies, a source says, and denies nowhere near."""
    told = judged.said(number)
    for one in denied(judged.text):
        if one.limited or not one.word.islower() or not _affirmed(told, one) or _share(judged, [told]) < ALIKE:
            continue
        if not gainsaid(judged.text, one.cue, told, "en"):
            continue
        if not any(each.verb == one.verb for text in judged.around for each in denied(text)):
            yield one


def _others(mine: Sequence[Mention], theirs: Sequence[Mention]) -> bool:
    """Whether both name somebody, and none of them is the same."""
    return bool(mine and theirs) and not any(one.is_also(other) for one in mine for other in theirs)


def _affirmed(text: str, one: Denied) -> str:
    """What stands up to the word where a text says of the same what is denied; "" where it does not."""
    for word in _WORD.finditer(text):
        if root(word.group()) != one.verb or text.rstrip().endswith("?"):
            continue
        begin, end = _clause(text, word.start(), word.end())
        before, soon = text[begin : word.start()], " ".join(text[word.end() : end].split()[:_SOON])
        if _condition(text, begin) != one.condition:
            continue
        unreal = UNREAL.search(before) and not UNREAL.search(one.before)
        turned = LIMITS["en"].search(before) or unreal or DENIES["en"].search(soon)
        if not turned and one.is_of(_roots(before), _roots(text[begin:end]) - {one.verb}):
            return text[begin : word.end()]
    return ""


def _share(judged: Judged, texts: Sequence[str]) -> float:
    """Of what its words tell, how much one of the texts has, in whatever form."""
    mine = set(terms(judged.text))
    held = [_roots(text) for text in texts]
    total = judged.corpus.weight(mine) or 1
    return max(judged.corpus.weight(term for term in mine if root(term) in each) for each in held) / total
