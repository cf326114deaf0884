"""Whether a number is one of a line of a table by itself, or of two lines, or of a change. In: a sentence, and a number
or a name of it."""

import re

from briefing.audit.measures import Measure
from briefing.cldr import primary

_CLAUSE = re.compile(r"[;:()–—]|,(?!\d)")
# What makes a number one of two lines, or of a change.
_RELATIVE = re.compile(
    r"\b(?:more|fewer|less|greater|higher|lower|better|worse|faster|slower|ahead|behind|adrift|short|clear|lead(?:s|ing)?"
    r"|led|margin|gap|differ\w*|between|apart|gain\w*|improv\w*|increas\w*|ris(?:e|es|en|ing)|rose|grew|grow\w*|up|down"
    r"|drop\w*|f[ae]ll\w*|declin\w*|los(?:e|es|t|ing)|boost\w*|together|combined|both|averag\w+|half|twice|double|than|add(?:s|ed)?|suman|sumaron|somaram|sommano"
    r"|instead|would|could|might|if|unless|needs?|target|goal|until|expected|aims?"
    r"|mehr|weniger|höher|niedriger|besser|schlechter|vor|hinter|Vorsprung|Rückstand|Unterschied|Abstand|zusammen|beiden?"
    r"|als|stieg|sank|wuchs|fiel|verlor|gewann dazu|hätte|würde|wäre|wenn|Schnitt|Durchschnitt"
    r"|plus|moins|devant|derrière|différence|écart|avance|retard|ensemble|augment\w*|hausse|baisse|perd\w*|mieux|moyenne"
    r"|más|menos|delante|detrás|diferencia|ventaja|margen|junt[oa]s|amb[oa]s|aument\w*|crec\w*|cay\w*|mejor\w*|media"
    r"|più|meno|davanti|dietro|differenza|vantaggio|distacco|insieme|entramb\w*|cresc\w*|migli\w*"
    r"|mais|frente|atrás|diferença|vantagem|margem|somad[oa]s|caiu|melhor\w*|média"
    r"|meer|minder|achter|verschil|voorsprong|achterstand|samen|beide|gemiddeld)\b",
    re.IGNORECASE,
)
_BOUND = re.compile(r"\b(?:more|fewer|less|mehr|weniger|plus|moins|más|menos|più|meno|mais)\s(?:than|als|de|di|que)\s$")
# What makes a named line one that another is held against.
_BESIDE = re.compile(
    r"\b(?:behind|ahead of|after|before|than|besides?|except|unlike|followed by|beat(?:s|en|ing)?|over|against|versus"
    r"|vs\.?|without|from|to|hinter|vor|nach|als|außer|ohne|gegen|derrière|devant|après|avant|que|sauf|sans|contre"
    r"|detrás de|delante de|tras|salvo|sin|contra|dietro(?: a)?|davanti a|dopo|tranne|senza|contro|di|atrás d[eao]"
    r"|frente d[eao]|depois d[eao]|exceto|sem|do que|achter|voor|na|dan|zonder|tegen)"
    r"\s(?:the\s|der\s|den\s|dem\s|le\s|la\s|o\s|a\s)?$",
    re.IGNORECASE,
)


# What says that something is not so, or only may be.
_DOUBT = {
    language: re.compile(rf"\b(?:{words})\b|n['’]t\b", re.IGNORECASE)
    for language, words in {
        "en": "not|never|cannot|no|nor|neither|without|would|could|might|(?-i:may)|should|if|unless|almost|nearly"
        "|expected|predicted|hoped|wanted|aimed|projected|forecast",
        "de": r"nicht|nie|niemals|kein\w*|ohne|fast|beinahe|hätten?|würden?|wären?|könnten?|sollten?|wenn|falls",
        "fr": "pas|jamais|aucune?|ni|sans|presque|serait|aurait|pourrait|devait|si",
        "es": r"no|nunca|ningun[oa]?|ningún|ni|sin|casi|sería|habría|podría|si",
        "it": "non|mai|nessun[oa]?|senza|né|quasi|sarebbe|avrebbe|potrebbe|se",
        "pt": "não|nunca|nenhuma?|nem|sem|quase|seria|teria|poderia|se",
        "nl": "niet|nooit|geen|zonder|bijna|zou|zouden|als",
    }.items()
}


def is_doubtful(text: str, language: str) -> bool:
    """Also in a language of which that is not known."""
    pattern = _DOUBT.get(primary(language))
    return pattern is None or pattern.search(text) is not None


def clause(text: str, start: int, end: int) -> tuple[int, int]:
    """From where to where the clause goes that a slice stands in."""
    return start - len(_ahead(text, start)), end + len(_behind(text, end))


def is_relative(text: str, given: Measure) -> bool:
    """Whether its clause compares: "5 points behind"."""
    behind = _behind(text, given.start + len(given.text))
    return _RELATIVE.search(f"{_BOUND.sub('', _ahead(text, given.start))} {behind}") is not None


def compares(text: str) -> bool:
    return _RELATIVE.search(text) is not None


def is_beside(text: str, start: int) -> bool:
    """Whether what begins here is only what something else is held against."""
    return _BESIDE.search(text, 0, start) is not None


def _ahead(text: str, start: int) -> str:
    """Of a clause, what stands before a place."""
    return text[max((match.end() for match in _CLAUSE.finditer(text, 0, start)), default=0) : start]


def _behind(text: str, end: int) -> str:
    after = _CLAUSE.search(text, end)
    return text[end : after.start() if after else len(text)]
