"""Omissions: a denial, a "may", a "suggests", an "up to" that stands before what a statement repeats is not left out.

Asked only of a clause that the statement follows closely, and only where it repeats the very word (or number) that the
denial or the reservation is about. Any denial or reservation of the statement's own will do: it may be put
in other words.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from briefing.checks.base import Fact, Statement
from briefing.checks.follow import matter, pairs
from briefing.checks.negation import DENIES, LIMITS
from briefing.cldr import primary

_N = r"(?=\s?[$€£]?\d)"  # only before a number: "about 40", and not "about kilns"
_RESERVES: Mapping[str, str] = {
    "en": r"\bmay\b|(?i:\b(?:might|could(?! not\b)|possibly|perhaps|probably|likely|suggest(?:s|ed|ing)?(?: that)?"
    r"|appears? to|seems? to"
    r"|appeared to|seemed to|(?:is|are|was|were) expected to|hopes? to|plans? to|aims? to|potentially"
    r"|reportedly|allegedly"
    rf"|claims? (?:that|to)|(?:up to|at least|at most|more than|less than|fewer than|over|under|about|around|roughly"
    rf"|approximately|nearly|almost|some){_N})\b|~{_N})",
    "de": r"(?i:\b(?:könnten?|dürften?|möglicherweise|vielleicht|wahrscheinlich|vermutlich|offenbar|angeblich"
    r"|soll|sollen|scheint"
    rf"|plant|hofft|deutet|deuten|(?:bis zu|mindestens|höchstens|mehr als|weniger als|über|unter|rund|etwa"
    rf"|ungefähr|fast|knapp|circa){_N})\b)",
    "fr": r"(?i:\b(?:pourraient|pourrait|peut-être|probablement|semblent?|suggèrent?|prévoit|espère|apparemment"
    r"|éventuellement"
    rf"|(?:jusqu['’]à|au moins|au plus|plus de|moins de|environ|près de|presque){_N})(?!\w))",
    "es": r"(?i:\b(?:podrían?|quizás?|tal vez|probablemente|posiblemente|parecen?|sugieren?|planea|espera"
    r"|presuntamente"
    rf"|(?:hasta|al menos|como máximo|más de|menos de|unos|unas|casi|cerca de|aproximadamente){_N})\b)",
    "it": r"(?i:\b(?:potrebbe(?:ro)?|forse|probabilmente|sembra(?:no)?|suggeris\w+|prevede|spera|presumibilmente"
    rf"|(?:fino a|fino al|almeno|al massimo|più di|più del|meno di|meno del|circa|quasi){_N})\b)",
    "pt": r"(?i:\b(?:poderiam?|pode|podem|talvez|provavelmente|possivelmente|parecem?|sugerem?|planeja|espera"
    rf"|(?:até|pelo menos|no máximo|mais de|menos de|cerca de|quase|aproximadamente){_N})\b)",
    "nl": r"(?i:\b(?:kan|kunnen|zou|zouden|misschien|wellicht|waarschijnlijk|lijkt|lijken|suggere\w+|hoopt|mogelijk"
    rf"|(?:tot wel|minstens|hoogstens|meer dan|minder dan|ongeveer|bijna|circa|zo'n){_N})\b)",
    "ko": r"수(?:도)? 있|것으로 보|듯하|것 같|가능성|추정|예정|약(?=\s?\d)|최대(?=\s?\d)|최소(?=\s?\d)|거의(?=\s?\d)",
    "ja": r"かもしれな|可能性|と思われ|ようだ|らしい|だろう|でしょう|予定|約(?=\d)|最大(?=\d)|少なくとも|およそ"
    r"|ほぼ(?=\d)",
    "zh": r"可能|或许|也许|似乎|大概|据称|预计|计划|约(?=\d)|大约|至少|最多|超过(?=\d)|不到(?=\d)|近(?=\d)|将近",
}
_MEANT: Mapping[str, str] = {  # what else a reservation may be put as
    "en": r"(?i:\b(?:can|would|should|if|argu\w+|believ\w+|thinks?|according to|reports?|hypothesi\w+|propos\w+"
    r"|intend\w*|wants?"
    r"|hint\w*"
    r"|indicat\w*|chances?|possib\w+|risks?|estimat\w+|expect\w*|plan(?:s|ned)?|hop(?:es?|ed|ing)"
    r"|aim(?:s|ed|ing)?|claim\w*"
    r"|maximum|minimum|maximal\w*|minimal\w*|suggest\w*|seem\w*|appear\w*|potential\w*|perhaps|unsure|uncertain"
    r"|about|around|nearly"
    r"|roughly|almost|approximately|over|under|above|below|beyond|exceed\w*|or more|or less|no more than"
    r"|close to|well|upwards? of|in excess of|north of"
    r"|seeks?|may|guess\w*|tentativ\w*|future|next|will|to come|goals?)\b)",
    "de": r"(?i:\b(?:kann|können|würden?|sollten?|wohl|laut|meint|glaubt|gilt|erwartet\w*|geplant\w*|maximal"
    r"|minimal|mutmaßlich\w*|circa|gut|nahezu|annähernd|ca|wird|will|hinweise?)\b)",
    "fr": r"(?i:\b(?:peu(?:t|vent)|selon|croit|pense|possible|prévu\w*|maximum|minimum|quelque|indique\w*|plus"
    r"|moins)\b)",
    "es": r"(?i:\b(?:puede|pueden|según|cree|piensa|posible|prevé|máximo|mínimo|alrededor|indica\w*)\b)",
    "it": r"(?i:\b(?:può|possono|secondo|crede|pensa|possibile|massimo|minimo|oltre|indica\w*|circa)\b)",
    "pt": r"(?i:\b(?:segundo|acredita|pensa|possível|máximo|mínimo|indica\w*)\b)",
    "nl": r"(?i:\b(?:volgens|gelooft|denkt|maximaal|minimaal|kon|ruim|wil|zal)\b)",
    "ko": r"수도|아마|보인|이상|이하|미만|초과|대략|정도|계획",
    "ja": r"おそらく|以上|以下|未満|程度|計画|見込|思わ",
    "zh": r"以上|以下|左右|希望|打算|有望|或",
}
_NOT_ONLY = re.compile(
    r"\bnot (?:only|just|merely|simply|least)\b|\b(?:or|if|why) not\b|\bno (?:doubt|wonder)\b|\bnicht (?:nur|zuletzt)\b"
    r"|\bnon seulement\b|\bno s[oó]lo\b"
    r"|\bnon solo\b|\bnão só\b|\bniet alleen\b|뿐만 아니라|だけでなく|不仅|不只",
    re.IGNORECASE,
)
_BEFORE = frozenset({"ko", "ja"})  # the verb comes before its denial
_EITHER = frozenset({"de", "nl"})
_SAME = 5  # letters that two forms of a word share
_NUMBER = re.compile(r"\s?[$€£]?(\d[\d.,]*\d|\d)")


class Omissions:
    name = "omissions"
    explains = "is a denial or a reservation of what it cites, and it is left out"
    hint = "Keep the “not”, the “may” or the “up to” of the cited sentence."
    whole = True
    byline = False
    elsewhere = False

    def facts(self, statement: Statement) -> Iterable[Fact]:
        return ()  # what is left out does not stand in the statement

    def carries(self, passage: str, fact: Fact) -> bool:
        return fact.text in passage

    def changed(self, statement: Statement, passages: Sequence[str]) -> Iterator[Fact]:
        language = primary(statement.language)
        found = pairs(statement.text, passages, language)
        if language in DENIES:
            silent = [(piece, clause) for piece, clause in found if not _denies(statement.text, clause, language)]
            yield from _left_out(DENIES[language], silent, language)
        if language in _RESERVES and not re.search(f"{_RESERVES[language]}|{_MEANT[language]}", statement.text):
            yield from _left_out(re.compile(_RESERVES[language]), found, language)


def _denies(text: str, clause: str, language: str) -> bool:
    """Whether it denies or limits by itself: by a denial, or by a word of the kind that the clause does not have. To
    prevent cracks is no denial of what does not prevent cracks."""
    if DENIES[language].search(text):
        return True
    theirs = {_beginning(match) for match in LIMITS[language].finditer(clause)}
    return any(_beginning(match) not in theirs for match in LIMITS[language].finditer(text))


def _beginning(match: re.Match[str]) -> str:
    return match.group().casefold()[:_SAME]


def _left_out(cue: re.Pattern[str], found: Iterable[tuple[str, str]], language: str) -> Iterator[Fact]:
    for piece, clause in found:
        for match in cue.finditer(_NOT_ONLY.sub(lambda m: " " * len(m.group()), clause)):
            if _repeats(piece, clause, match, language):
                yield Fact(match.group().strip())


def _repeats(piece: str, clause: str, match: re.Match[str], language: str) -> bool:
    """Whether the piece has what the denial or reservation is about: the number, or the word next to it."""
    if number := _NUMBER.match(clause, match.end()):
        return re.search(rf"(?<![\d.,]){re.escape(number[1])}(?![\d]|[.,]\d)", piece) is not None
    stems = matter(piece, language)
    after, before = _first(clause[match.end() :], language), _first(clause[: match.start()], language, last=True)
    if language in _EITHER:
        return bool((after | before) & stems)
    return bool((before or after if language in _BEFORE else after or before) & stems)


def _first(text: str, language: str, *, last: bool = False) -> frozenset[str]:
    """The stems of the first content word of a text, or of the last; of scripts without spaces, of a few characters."""
    words = text.split() if language not in ("ja", "zh") else [text[-4:] if last else text[:4]]
    return next(
        (stems for word in (reversed(words) if last else words) if (stems := matter(word, language))), frozenset()
    )
