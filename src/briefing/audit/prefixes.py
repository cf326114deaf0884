"""Denials in one letter or three. In: the sentence, and what is near it in the sources. Out: "constitutional", where
the source has "unconstitutional", or the other way round."""

import re
from collections.abc import Iterator

from briefing.audit.flaw import Flaw
from briefing.audit.sentence import HEARD, Judged
from briefing.checks.negation import DENIES
from briefing.cldr import primary

_WORD = re.compile(r"(?<![\w-])[^\W\d_]{5,}(?![\w-])")
_PREFIXES = {
    "en": re.compile(
        r"(?:un(?!der|til|ion|it[ey]?|iq|if|iv)|dis|non-?|(?:in|im|il|ir)"
        r"(?=\w{3,}(?:able|ible|al|ant|ent|ive|ate|ect|ous|ary|ular|ete)$))(?P<plain>\w{5,})"
    ),
    "de": re.compile(r"un(?!ter|gef|gew|ser|iver)(?P<plain>\w{5,})"),
    "fr": re.compile(r"(?:in|im|il|ir)(?=\w{3,}(?:able|ible|el|elle|ant|ent|if|ive|al|ale)s?$)(?P<plain>\w{5,})"),
}
_NONE = frozenset(  # no denial of the rest
    "cover covered play played count tribute tributed cuss cussed close closed miss missed solve solved ease eases "
    "patch patched pose posed rupt rupted turb turbed trict tinct tinction valuable flammable different herent tense "
    "cident dependable formation".split()
)


def prefixes(judged: Judged) -> Iterator[Flaw]:
    """At most one, as the number of a sentence and what is wrong; of a sentence that denies nothing else."""
    language = primary(judged.language)
    pattern = _PREFIXES.get(language)
    if pattern is None or not judged.statement.same_language or DENIES[language].search(judged.text):
        return
    mine = _words(judged.text)
    for number in judged.near[:2]:
        source = judged.said(number)
        if source not in judged.sharing(HEARD) or DENIES[language].search(source):
            continue
        theirs = _words(source)
        pairs = [*_turned(mine, theirs, pattern), *((b, a) for a, b in _turned(theirs, mine, pattern))]
        if pairs:
            message = f"The source has “{pairs[0][1]}” here, not “{pairs[0][0]}”."
            yield Flaw("negation", "contradicted", "error", message, number)
        return


def _words(text: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in _WORD.findall(text))


def _turned(plain: frozenset[str], denied: frozenset[str], pattern: re.Pattern[str]) -> list[tuple[str, str]]:
    """Words of which the others have only the denial."""
    found = ((word, pattern.fullmatch(word)) for word in sorted(denied - plain))
    cut = [(match["plain"], word) for word, match in found if match]
    return [(each, word) for each, word in cut if each in plain and each not in denied and each not in _NONE]
