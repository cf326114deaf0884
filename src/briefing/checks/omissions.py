"""Omissions: a denial, a "may", a "suggests", an "up to" that stands before what a statement repeats is not left out.

Asked only of a clause that the statement follows closely, and only where it repeats the very word (or number) that the
denial or the reservation is about. Any denial or reservation of the statement's own will do: it may be put
in other words.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from briefing.checks.base import Compared, Fact, Statement
from briefing.checks.follow import clauses, matter, pairs
from briefing.checks.negation import DENIES, LIMITS
from briefing.cldr import primary

_N = r"(?=\s?[$€£¥]?\d)"  # only before a number: "about 40", and not "about kilns"
_EN_PLANS = (
    r"(?:is|are|was|were) (?:expected|set|due|scheduled|slated|supposed|meant|intended|hoping|planning|trying"
    r"|preparing) to"
    r"|(?:hop|plan|aim|intend|attempt|want|wish|seek|propose|vow|threaten|promise)(?:e?s|n?ed)? to|tr(?:y|ies|ied) to"
    r"|(?:is|are|was|were) considering"
)
_EN_SAID = (
    r"whether|reportedly|allegedly|alleged|purported(?:ly)?|supposed(?:ly)?|rumou?red to|claims? (?:that|to)"
    r"|(?:is|are|was|were) (?:said|believed|thought|accused|suspected|alleged|rumou?red"
    r"|estimated)(?: to(?: have)?| of)"
)
_RESERVES: Mapping[str, str] = {  # what says that something may be so, or that somebody says so
    "en": r"\bmay\b|(?i:\b(?:might|could(?! not\b)|possibly|perhaps|maybe|probably|likely|presumably"
    r"|suggest(?:s|ed|ing)?(?: that)?|appear(?:s|ed)? to|seem(?:s|ed)? to|potentially|believe[sd]? that"
    r"|suspect(?:s|ed)? that)\b)",
    "en plans": rf"(?i:\b(?:{_EN_PLANS})\b)",
    "en said": rf"(?i:\b(?:{_EN_SAID})\b)",
    "de": r"(?i:\b(?:könnten?|dürften?|möglicherweise|womöglich|eventuell|vielleicht|wahrscheinlich|vermutlich"
    r"|mutmaßlich\w*|offenbar|angeblich|scheint|scheinen|deutet|deuten)\b)",
    "de plans": r"(?i:\b(?:soll|sollen|plant|planen|hofft|hoffen|erwägt|erwägen|will|wollen)\b)",
    "fr": r"(?i:\b(?:pourraient|pourrait|peut-être|probablement|sans doute|semblent?|suggèrent?|prévoit|espère"
    r"|apparemment"
    r"|éventuellement|envisage|aurait|auraient|serait|seraient|veut|veulent)(?!\w))",
    "es": r"(?i:\b(?:podrían?|quizás?|tal vez|probablemente|posiblemente|parecen?|sugieren?|planea|espera"
    r"|presuntamente)\b)",
    "it": r"(?i:\b(?:potrebbe(?:ro)?|forse|probabilmente|sembra(?:no)?|suggeris\w+|prevede|spera|presumibilmente)\b)",
    "pt": r"(?i:\b(?:poderiam?|pode|podem|talvez|provavelmente|possivelmente|parecem?|sugerem?|planeja|espera)\b)",
    "nl": r"(?i:\b(?:kan|kunnen|zou|zouden|misschien|wellicht|waarschijnlijk|lijkt|lijken|suggere\w+|hoopt"
    r"|mogelijk)\b)",
    "ko": r"수(?:도)? 있|것으로 보|듯하|것 같|가능성|추정|예정",
    "ja": r"かもしれな|可能性|と思われ|ようだ|らしい|だろう|でしょう|予定",
    "zh": r"可能|或许|也许|似乎|大概|据称|预计|计划",
}
_AMOUNTS: Mapping[str, str] = {  # what says that a number is not exact
    "en": r"(?i:\b(?:up to|at least|at most|more than|less than|fewer than|over|under|about|around|roughly"
    r"|approximately"
    rf"|nearly|almost|some){_N}|~{_N})",
    "de": rf"(?i:\b(?:bis zu|mindestens|höchstens|mehr als|weniger als|über|unter|rund|etwa|ungefähr|fast|knapp"
    rf"|circa){_N})",
    "fr": rf"(?i:\b(?:jusqu['’]à|au moins|au plus|plus de|moins de|environ|près de|presque){_N})",
    "es": rf"(?i:\b(?:hasta|al menos|como máximo|más de|menos de|unos|unas|casi|cerca de|aproximadamente){_N})",
    "it": rf"(?i:\b(?:fino a|fino al|almeno|al massimo|più di|più del|meno di|meno del|circa|quasi){_N})",
    "pt": rf"(?i:\b(?:até|pelo menos|no máximo|mais de|menos de|cerca de|quase|aproximadamente){_N})",
    "nl": rf"(?i:\b(?:tot wel|minstens|hoogstens|meer dan|minder dan|ongeveer|bijna|circa|zo'n){_N})",
    "ko": r"약(?=\s?\d)|최대(?=\s?\d)|최소(?=\s?\d)|거의(?=\s?\d)",
    "ja": r"約(?=\d)|最大(?=\d)|少なくとも|およそ|ほぼ(?=\d)",
    "zh": r"约(?=\d)|大约|至少|最多|超过(?=\d)|不到(?=\d)|近(?=\d)|将近",
}
_MEANT: Mapping[str, str] = {  # what else a reservation may be put as
    "en": r"(?i:\b(?:can|would|should|if|may|argu\w+|believ\w+|thinks?|thought|according to|reports?|reported"
    r"|hypothesi\w+"
    r"|hint\w*|indicat\w*|chances?|possib\w+|risks?|estimat\w+|expect\w*|suggest\w*|seem\w*|appear\w*|potential\w*"
    r"|perhaps|unsure|uncertain|unclear|guess\w*|tentativ\w*|suspect\w*|assum\w+|presum\w+|likel\w+|predict\w*"
    r"|forecast\w*"
    r"|fear\w*|warn\w*|threat\w*|danger|prone|speculat\w*|conjectur\w*|apparent\w*|rumou?r\w*|alleg\w*|claim\w*"
    r"|proposal|propos\w+|plan(?:s|ned)?|hop(?:es?|ed|ing)|aim(?:s|ed|ing)?|intend\w*)\b)",
    "en plans": r"(?i:\b(?:will|want(?:s|ed|ing)?|seeks?|sought|future|next|to come|goals?|about to|on track|due"
    r"|scheduled|set to"
    r"|slated|target\w*|ambition\w*|attempt\w*|tr(?:y|ies|ied|ying)|effort\w*|promis\w*|vow\w*|wish\w*"
    r"|prepar\w+|consider\w*"
    r"|mull\w*|weigh(?:s|ed|ing)|would-be|prospective|unsuccessful\w*|in vain|fail\w*|intention\w*|intent|hopeful\w*"
    r"|upcoming|soon"
    r"|supposed|meant|purpose|so that|in order to|ask\w*|propos\w+|offer\w*|bid|bids|call\w* for|push\w*"
    r"|demand\w*)\b)",
    "en said": r"(?i:\b(?:question\w*|scrutin\w+|investigat\w+|examin\w+|prob(?:e|es|ed|ing)|look\w* into"
    r"|ask\w*|sa(?:y|ys|id|ying)|tells?|told|accus\w+|charg\w+|denie[sd]|deny|quot\w+|sources?"
    r"|testi\w+|cit(?:es|ed|ing)"
    r"|called|suppos\w+|purport\w*|view\w*|consider\w*|regard\w*|known as|described)\b)",
    "de": r"(?i:\b(?:kann|können|würden?|sollten?|wohl|laut|meint|glaubt|gilt|erwartet\w*|zufolge|angaben|hinweise?"
    r"|möglich\w*|nach \w+ von|heißt|sei|seien|habe|hätten|verdacht\w*|vorwurf|vorwürfe|gerücht\w*|spekul\w+|maximal"
    r"|minimal|soll|sollen)\b)",
    "de plans": r"(?i:\b(?:wird|werden|will|geplant\w*|vorgesehen\w*|absicht\w*|plan\w*|möchte\w*|künftig\w*|bald"
    r"|demnächst|ziel\w*|versuch\w*|bemüh\w*)\b)",
    "fr": r"(?i:\b(?:peu(?:t|vent)|selon|croit|pense|possible\w*|prévu\w*|indique\w*|devrai\w+|projet\w*"
    r"|affirme\w*|compte\w*"
    r"|souhait\w*|entend\w*)\b)",
    "es": r"(?i:\b(?:puede|pueden|según|cree|piensa|posible|prevé|indica\w*)\b)",
    "it": r"(?i:\b(?:può|possono|secondo|crede|pensa|possibile|indica\w*)\b)",
    "pt": r"(?i:\b(?:segundo|acredita|pensa|possível|indica\w*)\b)",
    "nl": r"(?i:\b(?:volgens|gelooft|denkt|kon|wil|zal)\b)",
    "ko": r"수도|아마|보인|계획",
    "ja": r"おそらく|計画|見込|思わ",
    "zh": r"希望|打算|有望|或",
}
_ABOUT: Mapping[str, str] = {  # and what else a number that is not exact
    "en": r"(?i:\b(?:about|around|nearly|roughly|almost|approximately|over|under|above|below|beyond|exceed\w*|or more"
    r"|or less|no more than|close to|well|upwards? of|in excess of|north of|maximum|minimum|maximal\w*"
    r"|minimal\w*|as (?:many|much"
    r"|few|little) as|some|top\w*|reach\w*|surpass\w*|short of|more than half|most|majority|minority|limit\w*"
    r"|cap\w*)\b)",
    "de": r"(?i:\b(?:maximal|minimal|circa|gut|nahezu|annähernd|ca|übersteig\w*|überschr\w+)\b)",
    "fr": r"(?i:\b(?:maximum|minimum|quelque|plus|moins)\b)",
    "es": r"(?i:\b(?:máximo|mínimo|alrededor)\b)",
    "it": r"(?i:\b(?:massimo|minimo|oltre|circa)\b)",
    "pt": r"(?i:\b(?:máximo|mínimo)\b)",
    "nl": r"(?i:\b(?:maximaal|minimaal|ruim)\b)",
    "ko": r"이상|이하|미만|초과|대략|정도",
    "ja": r"以上|以下|未満|程度",
    "zh": r"以上|以下|左右",
}
_NOT_ONLY = re.compile(
    r"\bnot (?:only|just|merely|simply|least)\b|\b(?:whether or|or|if|why) not\b|\bno (?:doubt|wonder)\b|\bnicht (?:nur"
    r"|zuletzt)\b"
    r"|\bnon seulement\b|\bno s[oó]lo\b"
    r"|\bnon solo\b|\bnão só\b|\bniet alleen\b|뿐만 아니라|だけでなく|不仅|不只",
    re.IGNORECASE,
)
_BEFORE = frozenset({"ko", "ja"})  # the verb comes before its denial
_EITHER = frozenset({"de", "nl"})
_SAME = 5  # letters that two forms of a word share
_WHILE = re.compile(r"\s(?:when|while|after|before|since|als|während|nachdem|bevor|quand|lorsqu\w+)\s", re.IGNORECASE)
_NUMBER = re.compile(r"\s?[$€£]?(\d[\d.,]*\d|\d)")


class Omissions(Compared):
    name = "omissions"
    explains = "is a denial or a reservation of what it cites, and it is left out"
    hint = "Keep the “not”, the “may” or the “up to” of the cited sentence."

    def changed(self, statement: Statement, passages: Sequence[str]) -> Iterator[Fact]:
        language = primary(statement.language)
        found = pairs(statement.text, passages, language)
        if language in DENIES:
            silent = [(piece, clause) for piece, clause in found if not _denies(statement.text, clause, language)]
            yield from _left_out(DENIES[language], _closest(silent, passages, DENIES[language], language), language)
        if language in _RESERVES:
            for cue, excuse in _reservations(language):
                silent = [] if excuse.search(statement.text) else _closest(found, passages, cue, language)
                yield from _left_out(cue, silent, language)


@cache
def _reservations(language: str) -> list[tuple[re.Pattern[str], re.Pattern[str]]]:
    """Each kind of reservation, with what a statement that has any of it keeps it by: of a possibility another word for
    one, of a plan "will" too, of what somebody says "said", and of a number whatever reserves anything."""
    kinds = [kind for kind in (language, f"{language} plans", f"{language} said") if kind in _RESERVES]
    plain = f"{_RESERVES[language]}|{_MEANT[language]}"
    own = {kind: plain if kind == language else f"{plain}|{_RESERVES[kind]}|{_MEANT[kind]}" for kind in kinds}
    found = [(re.compile(_RESERVES[kind]), re.compile(own[kind])) for kind in kinds]
    every = "|".join([*own.values(), _AMOUNTS[language], _ABOUT[language]])
    return [*found, (re.compile(_AMOUNTS[language]), re.compile(every))]


def _denies(text: str, clause: str, language: str) -> bool:
    """Whether it denies or limits by itself: by a denial, or by a word of the kind that the clause does not have. To
    prevent cracks is no denial of what does not prevent cracks."""
    if DENIES[language].search(text):
        return True
    theirs = {_beginning(match) for match in LIMITS[language].finditer(clause)}
    return any(_beginning(match) not in theirs for match in LIMITS[language].finditer(text))


def _closest(
    found: Iterable[tuple[str, str]], passages: Sequence[str], cue: re.Pattern[str], language: str
) -> list[tuple[str, str]]:
    """Those of which no other clause, without any such word, has as much of what the piece speaks of."""
    told = [
        (clause, matter(clause, language)) for text in passages for clause in clauses(text) if not cue.search(clause)
    ]
    return [
        (piece, clause)
        for piece, clause in found
        if not any(
            other != clause
            and len(words & matter(piece, language)) >= len(matter(clause, language) & matter(piece, language))
            for other, words in told
        )
    ]


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
    if _WHILE.match(clause, match.end()):
        return False  # of "claims that when he flew, he was shot at", the flight is no claim
    stems = matter(piece, language)
    after, before = _first(clause[match.end() :], language), _first(clause[: match.start()], language, last=True)
    if language in _EITHER:
        return bool((after | before) & stems)
    return bool((before or after if language in _BEFORE else after or before) & stems)


def _first(text: str, language: str, *, last: bool = False) -> frozenset[str]:
    """The stems of the first content word of a text, or of the last; of scripts without spaces, of a few "
    "characters."""
    words = text.split() if language not in ("ja", "zh") else [text[-4:] if last else text[:4]]
    return next(
        (stems for word in (reversed(words) if last else words) if (stems := matter(word, language))), frozenset()
    )
