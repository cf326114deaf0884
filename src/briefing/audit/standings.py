"""The places of a table of places. In: a sentence that gives one to a row of it ("Roy came fourth"), or puts one row
ahead of another. Out: what the table has otherwise, with the row."""

import re
from collections.abc import Iterable, Iterator

from briefing.audit.flaw import Flaw
from briefing.audit.lines_named import Named
from briefing.audit.reads import Read, read_in
from briefing.audit.relative import clause, is_beside, is_doubtful
from briefing.audit.sentence import Judged
from briefing.audit.spoken_of import prose_near
from briefing.audit.terms import terms

_ORDINALS = (
    "first|erster?n?|premi(?:er|ère)|primer[oa]?|primo|prima|primeir[oa]|eerste",
    "second|zweiter?n?|deuxième|seconde|segund[oa]|second[oa]|tweede",
    "third|dritter?n?|troisième|tercer[oa]?|terz[oa]|terceir[oa]|derde",
    "fourth|vierter?n?|quatrième|cuart[oa]|quart[oa]|vierde",
    "fifth|fünfter?n?|cinquième|quint[oa]|vijfde",
    "sixth|sechster?n?|sixième|sext[oa]|sest[oa]|zesde",
    "seventh|siebter?n?|septième|séptim[oa]|settim[oa]|sétim[oa]|zevende",
    "eighth|achter?n?|huitième|octav[oa]|ottav[oa]|oitav[oa]|achtste",
    "ninth|neunter?n?|neuvième|noven[oa]|non[oa]|negende",
    "tenth|zehnter?n?|dixième|décim[oa]|decim[oa]|tiende",
    "eleventh|elfter?n?|onzième|elfde",
    "twelfth|zwölfter?n?|douzième|twaalfde",
)
_ORDINAL = rf"(?:(?P<digits>\d{{1,3}})(?:st|nd|rd|th|º|ª|°|ème|ère|er|de|ste|e|\.)|(?P<word>{'|'.join(_ORDINALS)}))"
_PLACE = "(?:place|position|spot|lugar|posição|posición|colocação|puesto|rang|Platz|Stelle|posto|posizione|plaats|plek)"
_CAME = (
    "(?:finish(?:e[sd]|ing)?|came|comes|end(?:s|ed)(?: up)?|rank(?:s|ed)|placed|ficou|termin(?:ou|a)|acabou|chegou"
    "|terminó|quedó|acabó|finì|ha chiuso|classificat[oa]|arrivat[oa]|a terminé|termine|finit|a fini|classée?|wurde"
    r"|landete|werd|eindigde)(?:\s(?:the|die|la|le|o|a|el|il|het)\s\w+)?"
    r"(?:\s(?:in|em|como|na|no|als|auf|al|à la|en|de|der|den|die|the)){0,2}"
)
_DONE = r"(?=\s*(?:[.,;:!?)]|$)|\s(?:with|behind|and|com|con|mit|avec|met|e|y|und|et|en|atrás|hinter|derrière)\b)"
_PLACES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<!in the )\b{_ORDINAL}[\s-]{_PLACE}\b",
        rf"\b{_CAME}\s{_ORDINAL}{_DONE}",
        rf"\b(?:{_PLACE}|ranked|ranks|rank)\s(?:number |no\. ?|nº ?)?(?P<digits>\d{{1,3}})\b(?![.,%]\d|\s?%)(?P<word>)",
    )
)
_WORDS = tuple(re.compile(pattern, re.IGNORECASE) for pattern in _ORDINALS)
# Of what else a place may be, than of the table.
_SCOPE = re.compile(
    r"\s(?:in|by|for|on|among|of|under|em|entre|de|d[aeo]s?|n[ao]s?|en|nach|bei|unter|von|par|parmi|pour|per|tra|di"
    r"|op|onder|van|im|beim|del|della|nella|sur)\s(?!(?:(?:the|o|a|la|le|der|die|dem|el|il|het)\s)?(?:final\s|overall\s)?"
    r"(?:standings?|table|rank\w*|championship|season|end|classifica\w*|tabela|campeonato|temporada|Tabelle|Wertung"
    r"|Gesamtwertung|Endstand|classement|général|clasificación|tabla|classifica|eindstand|\d{4})\b)",
    re.IGNORECASE,
)
_ORDER = re.compile(
    r"\b(?:(?P<ahead>ahead of|above|in front of|(?:à|na) frente d[eoa]|acima d[eoa]|(?:por )?delante de|devant"
    r"|davanti a)"
    r"|(?P<behind>behind|below|atrás d[eoa]|abaixo d[eoa]|(?:por )?detrás de|derrière|dietro(?: a)?))\s",
    re.IGNORECASE,
)
_FIRST = re.compile(r"\d{1,3}")
_POSSESSIVE = re.compile(r"[’']s?\b")


def standings(judged: Judged) -> Iterator[Flaw]:
    """At most one."""
    reads = [each for each in read_in(judged) if each.grid.ranks]
    if reads and not is_doubtful(judged.text, judged.language):
        found = [flaw for read in reads for flaw in (*_placed(judged, read), *_ordered(judged, read))]
        yield from found if found and not _told_in_prose(judged, reads) else ()


def _placed(judged: Judged, read: Read) -> Iterator[Flaw]:
    """A place, of the one row that is named before it in its clause, or in the sentence."""
    told = list(_told(judged.text))
    for start, end, place in told:
        first, last = clause(judged.text, start, end)
        near = [each for each in read.named if first <= each.start < last] or list(read.named)
        others = [each for each in told if first <= each[0] < last]
        if len(near) != 1 or len(others) > 1 or not _is_of(judged.text, near[0], start):
            continue
        scoped = _SCOPE.match(judged.text, end)
        known = [rank for line in near[0].lines if (rank := _rank(read, line))]
        if not scoped and len(known) == len(near[0].lines) and place not in known:
            line = near[0].lines[0]
            row = read.grid.names[line].text
            message = f"The source has “{known[0]}” here, as the place of the row “{row}”, not “{place}”."
            yield Flaw("number", "contradicted", "error", message, read.first + read.grid.row(line, 0))


def _is_of(text: str, named: Named, start: int) -> bool:
    return named.end <= start and not is_beside(text, named.start) and not _POSSESSIVE.match(text, named.end)


def _told(text: str) -> Iterator[tuple[int, int, int]]:
    """From where to where a place is told, and which."""
    for pattern in _PLACES:
        for match in pattern.finditer(text):
            word = match["word"]
            place = next((n for n, each in enumerate(_WORDS, 1) if word and each.fullmatch(word)), 0)
            yield match.start(), match.end(), place or int(match["digits"])


def _rank(read: Read, line: int) -> int:
    """0 for none."""
    found = _FIRST.search(read.grid.ranks[line])
    return int(found.group()) if found else 0


def _ordered(judged: Judged, read: Read) -> Iterator[Flaw]:
    """One row ahead of another, or behind it, in nothing else that the table has."""
    if len(read.named) < 2 or read.heads:
        return
    one, other = read.named[:2]
    found = next((each for each in _ORDER.finditer(judged.text, one.end) if each.end() == other.start), None)
    if not found or len(one.lines) > 1 or len(other.lines) > 1:
        return
    ranks = _rank(read, one.lines[0]), _rank(read, other.lines[0])
    if all(ranks) and (ranks[0] > ranks[1] if found["ahead"] else ranks[0] < ranks[1]):
        names = [read.grid.names[each.lines[0]].text for each in (one, other)]
        message = f"In the source “{names[0]}” has place {ranks[0]}, and “{names[1]}” place {ranks[1]}."
        yield Flaw("statement", "contradicted", "error", message, read.first + read.grid.row(one.lines[0], 0))


def _told_in_prose(judged: Judged, reads: list[Read]) -> bool:
    """Whether the prose of a source speaks of places, or of who was ahead, where it speaks of one of the rows."""
    places = [place for _, _, place in _told(judged.text)]
    rows = {key for read in reads for line in read.lines for key in terms(read.grid.names[line].text)}
    for number, spoken in prose_near(judged, rows):
        text = judged.said(number)
        if not rows.isdisjoint(spoken) and (any(_told(text)) or _ORDER.search(text) or _has(text, places)):
            return True
    return False


def _has(text: str, places: Iterable[int]) -> bool:
    """Whether a place stands in a text in any form."""
    forms = (rf"{place}|{_ORDINALS[place - 1] if place <= len(_ORDINALS) else place}" for place in places)
    return any(re.search(rf"(?<!\w)(?:{form})(?:st|nd|rd|th|º|ª|e)?(?!\w)", text, re.IGNORECASE) for form in forms)
