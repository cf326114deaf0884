"""Forms of English verbs that no ending tells. In: a word. Out: the stem that all forms of it share."""

from functools import lru_cache

from briefing.checks.words import STOP, stem

_IRREGULAR = """
bear bore borne|beat beat beaten|become became|begin began begun|bend bent|bid|bind bound|bite bit bitten
blow blew blown|break broke broken|bring brought|build built|burn burnt|burst|buy bought|catch caught
choose chose chosen|come came
cost|cut|deal dealt|dig dug|draw drew drawn|dream dreamt|drink drank drunk|drive drove driven|eat ate eaten
fall fell fallen|feed fed|feel felt|fight fought|find found|fly flew flown|forbid forbade forbidden
forget forgot forgotten|freeze froze frozen|get got gotten|give gave given|go went gone|grow grew grown|hang hung
hear heard|hide hid hidden|hit|hold held|hurt|keep kept|know knew known|lay laid|lead led|learn learnt|leave left
lend lent|let|lie lay lain|light lit|lose lost|mean meant|meet met
oversee oversaw overseen|overtake overtook overtaken|pay paid
prove proven|put|read|ride rode ridden|ring rang rung|rise rose risen|run ran|see saw seen|seek sought|sell sold
send sent|set|shake shook shaken|shine shone|shoot shot|show shown|shrink shrank shrunk|shut|sing sang sung
sink sank sunk|sit sat|sleep slept|speak spoke spoken|spend spent|spin spun|split|spread|stand stood|steal stole stolen
stick stuck|strike struck|swear swore sworn|sweep swept|swim swam swum|take took taken|teach taught|tear tore torn
tell told|think thought|throw threw thrown|undergo underwent undergone|understand understood|wake woke woken
wear wore worn|win won|withdraw withdrew withdrawn|write wrote written
"""
_FORMS = [row.split() for line in _IRREGULAR.strip().splitlines() for row in line.split("|")]
_ROOTS = {stem(form): stem(forms[0]) for forms in _FORMS for form in forms}
_PAST = frozenset(form for forms in _FORMS for form in forms[1:] or forms)
_PREFIXES = ("re", "over", "out", "under", "mis")
_MEANT = frozenset("use uses used make makes made say says said".split())  # verbs, though they tell little
AUXILIARY = frozenset(
    "is are was were be been being has have had do does did will would can could may might must shall should".split()
)
BEING = frozenset("is are was were be been being gets got".split())


@lru_cache(maxsize=16_384)
def root(word: str) -> str:
    """The stem of a verb, whatever its form: "wrote" and "writing" share theirs, "planned" and "plans" too."""
    found = _plain(stem(word))
    return found[:-1] if len(found) > 3 and found[-1] == found[-2] else found


def _plain(found: str) -> str:
    prefix = next((prefix for prefix in _PREFIXES if found.startswith(prefix) and found[len(prefix) :] in _ROOTS), "")
    return _ROOTS.get(found) or prefix + _ROOTS.get(found[len(prefix) :], found[len(prefix) :])


def is_past(word: str) -> bool:
    """Whether it may be a past form, or a participle."""
    small = word.casefold()
    bare = next((small.removeprefix(prefix) for prefix in _PREFIXES if small.startswith(prefix)), small)
    return small in _PAST or bare in _PAST or (small.endswith("ed") and len(small) > 3)


def is_verb(word: str) -> bool:
    """Whether it may be the verb of somebody named before it, as far as its letters tell."""
    small = word.casefold()
    if small in AUXILIARY or small in _MEANT or is_past(small):
        return True
    return len(small) > 3 and small.endswith("s") and not small.endswith(("ss", "us", "is")) and small not in STOP


def tells(word: str) -> bool:
    """Whether it says what is done, or to what: no auxiliary, no preposition, no article."""
    small = word.casefold()
    return small in _MEANT or (small not in STOP and small not in AUXILIARY and len(word) > 1)
