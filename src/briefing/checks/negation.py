"""Negation: a statement that denies something has to rest on a passage that denies, excludes or limits something."""

import re
from collections.abc import Iterable, Iterator, Sequence

from briefing.checks.base import Fact, Statement
from briefing.checks.follow import clauses, followed, pairs
from briefing.cldr import primary

_AN = r"(?<![가-힣])안(?=[하한할합해했되된될됩돼됐])"  # 안한다, written in one word

# What denies something, by language; a language without an entry is not asked.
DENIES = {
    "en": re.compile(
        r"\b(?:not|never|no|none|nobody|nothing|cannot|neither|nor|\w+n['’]t|without|fail(?:s|ed)? to|unable"
        r"|hardly|(?:false|untrue|wrong|incorrect|an? (?:myth|hoax|lie|false \w+)) that"
        r"|den(?:y|ies|ied) (?:that|having|being)"
        r"|(?:doubt|dispute)(?:s|ed)? that)\b",
        re.I,
    ),
    "de": re.compile(r"\b(?:nicht|nichts|nie|niemals|niemand|kein\w*|weder|ohne)\b", re.I),
    "fr": re.compile(r"\b(?:ne|n['’]\w+|jamais|aucune?|sans|ni)\b", re.I),
    "es": re.compile(r"\b(?:no|nunca|jamás|ningun[oa]?|nada|nadie|sin|ni)\b", re.I),
    "it": re.compile(r"\b(?:non|mai|nessun\w*|niente|nulla|senza|né)\b", re.I),
    "pt": re.compile(r"\b(?:não|nunca|jamais|nenhum\w*|nada|ninguém|sem|nem)\b", re.I),
    "nl": re.compile(r"\b(?:niet|nooit|geen|niemand|niets|zonder|noch)\b", re.I),
    "ko": re.compile(rf"지 (?:않|못)|없(?!애)|아니(?!라)|{_AN}"),
    "ja": re.compile(r"(?:しな|でな|れな|きな|えな|わな|らな|(?<!違)いな)(?:い|かった|く)|ません|なしで?|ではな"),
    "zh": re.compile(r"不(?!同|断|仅|只|过|少|久|到)|没有|未(?!来)|无(?!论|数)|从未"),
}
# What a denial may rest on: denials, and what excludes, limits or falls short.
LIMITS = {
    "en": re.compile(
        r"\b(?:no|not|never|none|nobody|nothing|cannot|\w+n['’]t|neither|nor|without|lack\w*|fail\w*|less|fewer"
        r"|rather"
        r"|instead|only|hardly|barely|rarely|seldom|few|little|unlike|avoid\w*|prevent\w*|exclud\w*|except\w*|beyond"
        r"|absent|limit\w*|refus\w*|reject\w*|remov\w*|drop(?:s|ped)?|stop(?:s|ped)?|omit\w*|miss(?:es|ed|ing)|yet to"
        r"|un(?!der|til|less|ion|it|iv|iq|if|ear|anim|veil|fold)[a-z]{4,}|il(?:legal|legitimate|logical)\w*|ir(?:regular"
        r"|responsible|reversible)\w*"
        r"|in(?:visible|dependent|valid|accurate|adequate|consistent|sufficient|ferior|correct|complete"
        r"|feasible|ability|capable|significant)|im(?:possible|practical)"
        r"|irrelevant|vanish\w*"
        r"|superfluous|free of|skip\w*|eliminat\w*|dispens\w*|zero|neither|[a-z]+-free|ruled? out|den(?:y|ies"
        r"|ied)|false\w*|untrue|wrong\w*|myths?|hoax\w*|doubt\w*|disput\w*|retract\w*|refut\w*|debunk\w*"
        r"|including (?=\d)|than (?:(?:what|was|is|had been|are|were) )*(?:predicted|expected|thought|assumed"
        r"|believed|planned)"
        r"|denounc\w*|condemn\w*|oppos(?:e|es|ed|ing)|disagre\w*|disapprov\w*|declin(?:e|es|ed|ing) (?:to"
        r"|comment)|silen\w+|mum|halt\w*|away with|instead|too \w+ to|stayed"
        r"|remains?|away from|g[ai]v(?:e|es|en|ing) up"
        r"|abandon\w*|quit|(?:switch|turn|shut)\w* off|off by default|disabled?s?"
        r"|deactivat\w*)\b",
        re.I,
    ),
    "de": re.compile(
        r"\b(?:nicht\w*|nie|niemals|niemand|kein\w*|weder|ohne|kaum|nur|wenig\w*|statt|fehl\w*|ablehn\w*"
        r"|lehnt\w*|un\w{4,}|fern(?:ble?ie?b\w*|zubleiben)|aus(?:ble?ie?b\w*|geblieben|zubleiben)|ferngeblieben"
        r"|(?:ver)?schw(?:ie|ei)g\w*|bleib(?:t|en) aus|blieb(?:en)? aus"
        r"|verzicht\w*|verhinder\w*|vermeid\w*|vermied\w*|scheiter\w*|gescheitert"
        r"|(?:ver)?weiger\w*|steht noch aus|stehen noch aus|zu spät)\b",
        re.I,
    ),
    "fr": re.compile(
        r"\b(?:ne|n['’]\w+|jamais|aucune?|sans|ni|peu|moins|seulement|échou\w*|refus\w*|manqu\w*"
        r"|sous silence|tai(?:t|sent|re)|évit\w*|empêch\w*|renonc\w*|exclu\w*|impossibles?|reste(?:nt)? à)\b",
        re.I,
    ),
    "es": re.compile(
        r"\b(?:no|nunca|jamás|ningun\w*|nada|nadie|sin|ni|poco\w*|menos|solo|sólo|falt\w*|rechaz\w*"
        r"|evit\w*|impid\w*|impedi\w*|renunci\w*|exclu\w*|imposibles?|quedan? por)\b",
        re.I,
    ),
    "it": re.compile(
        r"\b(?:non|mai|nessun\w*|niente|nulla|senza|né|poc\w*|meno|solo|soltanto|manca\w*|rifiut\w*|evit\w*"
        r"|imped\w*|rinunc\w*|esclu\w*|impossibil\w*|resta(?:no)? da|in(?:suff|cap)\w+)\b",
        re.I,
    ),
    "pt": re.compile(
        r"\b(?:não|nunca|jamais|nenhum\w*|nada|ninguém|sem|nem|pouc\w*|menos|só|apenas|falt\w*|recus\w*|evit\w*"
        r"|imped\w*|renunci\w*|exclu\w*|impossíve\w*|restam? por)\b",
        re.I,
    ),
    "nl": re.compile(
        r"\b(?:niet|nooit|geen|niemand|niets|zonder|noch|weinig|minder|alleen|slechts|ontbre\w*|weiger\w*"
        r"|vermijd\w*|vermeed|voorkom\w*|uitgesloten|mislukt\w*|onmogelijk\w*|blijft uit"
        r"|on\w{5,})\b",
        re.I,
    ),
    "ko": re.compile(rf"않|못|없|아니|안 |{_AN}|불|미(?:흡|달)|부족|거부|실패|만(?= )"),
    "ja": re.compile(r"ない|なく|なかった|ません|なし|ず(?=に|、)|不|未|無|だけ|のみ|失敗|拒"),
    "zh": re.compile(r"不|没|未|无|非|缺|拒|失败|只|仅|少"),
}

# "No tower is higher" is what the highest tower is, and "none before" the first.
_OUTDONE = {
    "en": re.compile(
        r"\b(?:no|nobody|nothing|none|never)\b[^.;]*\b(?:\w{2,}er|more|less|better|worse|before)\b", re.IGNORECASE
    ),
    "de": re.compile(
        r"\b(?:kein\w*|nie\w*|nichts)\b[^.;]*\b(?:\w{3,}er(?:e[nrs]?)?|mehr|weniger|zuvor|bisher)\b", re.IGNORECASE
    ),
    "fr": re.compile(r"\b(?:aucune?|jamais|rien|personne)\b[^.;]*\b(?:plus|moins|meilleure?s?|pire)\b", re.IGNORECASE),
}
_MOST = {
    "en": re.compile(
        r"\b(?!(?:(?:inter|for|r|requ|cont|prot|conqu|arr|inv)est|honest|modest|request|digest|suggest)\b)"
        r"(?:\w{3,}est|most|least|best|worst|first|record|top)\b",
        re.IGNORECASE,
    ),
    "de": re.compile(r"\b(?:\w{3,}ste[nmrs]?|meisten|Rekord\w*)\b", re.IGNORECASE),
    "fr": re.compile(r"\b(?:l[ae]s? (?:plus|moins)|meilleure?s?|premi[eè]re?s?|record)\b", re.IGNORECASE),
}


def outdone(text: str, passages: Iterable[str], language: str) -> bool:
    """Whether a text denies that anything is more so, and a passage has what is most so."""
    denies, most = _OUTDONE.get(language), _MOST.get(language)
    return bool(denies and most and denies.search(text) and any(map(most.search, passages)))


def denial(text: str, language: str) -> re.Match[str] | None:
    """The last word of a text that denies something; None also in a language without an entry."""
    pattern = DENIES.get(language.split("-")[0])
    return next(reversed(list(pattern.finditer(text))), None) if pattern else None


def knows(language: str) -> bool:
    """Whether denials of this language can be told."""
    return language.split("-")[0] in DENIES


_OR_MOST = "+"


class Negation:
    name = "negation"
    explains = "denies something that what it cites does not deny"
    hint = "Say what the cited sentence says, in its direction."
    whole = True
    byline = False
    elsewhere = False

    def facts(self, statement: Statement) -> Iterator[Fact]:
        language = statement.language.split("-")[0]
        denies = DENIES.get(language)
        if denies and statement.same_language and (match := denies.search(statement.text)):
            superlative = language in _OUTDONE and _OUTDONE[language].search(statement.text)
            yield Fact(match.group(), language + (_OR_MOST if superlative else ""))

    def carries(self, passage: str, fact: Fact) -> bool:
        language = fact.key.removesuffix(_OR_MOST)
        if fact.key != language and _MOST[language].search(passage):
            return True
        return bool(LIMITS[language].search(passage))

    def changed(self, statement: Statement, passages: Sequence[str]) -> Iterator[Fact]:
        """A denial in a clause that follows one without, though another clause of the passage may have one."""
        language = primary(statement.language)
        if language not in DENIES or outdone(statement.text, passages, language):
            return
        limits = LIMITS[language]
        denying = [clause for passage in passages for clause in clauses(passage) if limits.search(clause)]
        for piece, clause in (
            pairs(statement.text, passages, language) if denying else ()
        ):  # else it is a fact, as above
            match = DENIES[language].search(piece)
            if match and not limits.search(clause) and not followed(piece, denying, language):
                yield Fact(match.group(), language)
