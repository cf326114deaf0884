"""Names: every capitalised word of a statement has to stand in what it cites.

The first word of a statement is capitalised whatever it is: there a word counts as a name unless it is an ordinary
one. German writes all nouns with a capital: there, and in scripts without case, the other rules have to do.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from briefing.checks.base import Fact, Statement
from briefing.checks.identifiers import HYPHENS, is_identifier
from briefing.checks.words import STOP, WORD, stem, words
from briefing.cldr import month_names

_CAPITALISED_NOUNS = frozenset({"de", "lb", "nds"})
_GERMAN_OPENERS = frozenset(
    "aber alle allein als am an auch auf aus bei beide beim besonders bis da dabei damit danach dann darum das "
    "dass dazu dem den denn der des die dies diese dieser dieses doch dort durch ein eine einem einen einer eines "
    "einige er erst es etwa für gegen gegenüber hier ihr ihre im in ins insgesamt ist jede jeder jedes jedoch "
    "kein keine laut mehr mit nach neben neue nicht noch nun nur ob ohne schon sein seine seit sie sind so solche "
    "sondern statt trotz um und unter viele vom von vor was weil weitere wenige wenn wer wie wir wird wo während "
    "zu zudem zum zur zwar zwischen über".split()
)
# Nouns that stand beside another one, and make no name with it: "laut dem Beitrag Jahr für Jahr".
_GERMAN_NOUNS = frozenset(
    "anfang artikel autor autorin autoren beitrag bericht ende jahr jahre jahren jahres meinung mitte monat monate "
    "monaten prozent quelle studie tag tage tagen text uhr woche wochen".split()
)
_OPENING = re.compile(r"^[\W_]*$")
_VERBLIKE = re.compile(
    r"(?:is|was|are|were|has|had|have|will|would|can|could|may|might|must|shall|should|and|or|et|of|in|at|on|then|also|now"
    r"|built|bought|sold|won|lost|made|said|gave|took|came|began|grew|fell|rose|ran|set|put|cut|led|left|held|kept|found"
    r"|wrote|beat|broke|chose|drew|knew|saw|sent|spent|told|thought|[a-z]+(?:s|ed))$"
)
_ORDINARY_ENDINGS = ("ing", "ly", "tion", "tions", "ment", "ments", "ness", "ity", "ism", "ance", "ence")

# Words that open a sentence of a briefing and are no names; only asked of a statement's first word.
_OPENERS = frozenset(
    "against along amid among around behind beneath beside besides except inside near regarding somebody someone "
    "throughout toward towards underneath versus whichever whoever "
    "adding addresses adds adoption adopts advances aims allows analyses analysis answers applies approaches "
    "argues article asks attention authors baselines because benchmarks better beyond bigger boosts both brings "
    "builders builds calls changes choosing claims code coding combines combining common compared compares "
    "comparing comparison compute concludes consequently contrast conversely costs covers creates current data "
    "datasets decouples defines delivers demonstrates depends describes despite details developers different "
    "direct discusses drops early effective efficient empirical enables engineers entire especially essentially "
    "evaluates evaluations even eventually everything evidence examines examples experiments explains explores "
    "exposes extends extra fewer finally findings finds first five fixes focuses formalizes found four frames "
    "full fully further future gains generally given gives good hence high highlights holds human hypothesizes "
    "improvements improves includes including increases indeed initially instead interest interestingly "
    "introduces investigates keeps key known large larger later latest leads learning less limits little local "
    "long low lower main maintainers makes many mathematics meanwhile measures memory merges methods model models "
    "more moreover most moves much names neither nevertheless new newer next nobody none notable notes nothing number "
    "offers often old older online open opens others outside overall overview paper papers partly people "
    "performance performs picks points popular practical practice practitioners presents previous previously "
    "prices primarily problems produces programs projects proposes provides puts quality questions raises ranks "
    "rather readers reading reasons recent recently reduces refers releases relevance relies remains replaces "
    "replacing reports requires research researchers resources results reuses reveals reviews safety samples says "
    "scale scales scaling second section sees separate series sets several shifts shows similarly simple since "
    "six small smaller so software some soon source sources special standard starts states steps still strong "
    "studies study subsequent suggests summaries summarizes support supports surveys systems take takes tasks "
    "teams technical techniques tells test tests text theoretical third three today together tokens tools traces "
    "traditional traditionally training trains treats trends twice two typical typically unlike users uses using "
    "usually value various version versions view warns weights whatever whenever whereas work works writers year "
    "years yet young zero".split()
)


_POSSESSIVE = re.compile(r"['’]s?$")
_SEVERAL = re.compile(
    r"(?:\b(?:[2-9]|\d\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty|hundred|dozen|these"
    r"|those|all|both|many|some|several|most|few|fewer|other|more|new|its|their)(?:\s[\w-]*\d[\w-]*)?\s)$",
    re.IGNORECASE,
)
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")  # of languages that inflect their names
_ROOT = 3  # letters that forms of a name share at least
_CASE = re.compile(r"(?:ами|ями|ом|ем|ём|ым|им|ах|ях)$|[аеёиоуыэюяйьіїє]+$")  # an ending of Russian, or of its kin
_LONG, _ENDING, _LONGER = 6, 2, 5  # letters: of a long name, of its ending, and that an adjective of it has besides
_PARTICIPLES = ("ed", "en", "ing")
_OPENS = "^"  # before the key of a statement's first word


class Names:
    name = "names"
    explains = "is a name that what it cites does not carry"
    hint = "Use the names of the cited sentences. If it is no name, begin the sentence with another word."
    whole = False
    byline = True
    elsewhere = True

    def facts(self, statement: Statement) -> Iterator[Fact]:
        language = statement.language.split("-")[0]
        found = list(WORD.finditer(statement.text.translate(HYPHENS)))
        for number, match in enumerate(found):
            word = match.group().rstrip(".'’")
            if not word[:1].isupper() or is_identifier(word) or word.casefold() in STOP:
                continue
            if word.casefold() in month_names(language, ("wide",)):
                continue  # the rule for dates knows its other forms
            opening = bool(_OPENING.search(statement.text[: match.start()]))
            following = found[number + 1].group() if number + 1 < len(found) else ""
            if language in _CAPITALISED_NOUNS and not _full_name(word, statement.text[match.end() :], following):
                continue
            if opening and _ordinary(word, following, statement):
                continue
            name = _POSSESSIVE.sub("", word)
            if _SEVERAL.search(statement.text, 0, match.start()):
                name = name.removesuffix("s")  # "thirty Dreamliners" are of those that each is a Dreamliner
            yield Fact(word, (_OPENS if opening else "") + name)

    def carries(self, passage: str, fact: Fact) -> bool:
        key, opening = fact.key.removeprefix(_OPENS), fact.key.startswith(_OPENS)
        if (stem(key) if opening else key.casefold()) in _forms(passage, stems=opening):
            return True
        return _apart(key, passage) or (_CYRILLIC.match(key) is not None and _inflected(key, passage))


def _apart(key: str, passage: str) -> bool:
    """ "Zaire-strain", where the passage has "the Zaire strain"."""
    if "-" not in key:
        return False
    *_, last = parts = key.split("-")
    if (
        last.islower()
        and last.endswith(_PARTICIPLES)
        and all(part.casefold() in _forms(passage, stems=False) for part in parts)
    ):
        return True  # "Holm-sponsored", of what is sponsored by Holm
    words = r"\W{1,2}".join(map(re.escape, parts))
    return re.search(rf"(?<!\w){words}(?!\w)", passage, re.IGNORECASE) is not None


def _inflected(key: str, passage: str) -> bool:
    """Whether the passage has the name in another case, or, of a long one, a word that begins as it does: "Олегу", of
    "Олег", and "Москве", of "московское"; and not "Олеся"."""
    name, forms = key.casefold(), _forms(passage, stems=False)
    start = name[:-_ENDING]
    if len(name) >= _LONG and any(form.startswith(start) and len(form) <= len(name) + _LONGER for form in forms):
        return True
    root = _CASE.sub("", name)
    return len(root) >= _ROOT and any(_CASE.sub("", form) == root for form in forms)


def _full_name(word: str, rest: str, following: str) -> bool:
    """Two capitalised words side by side: where all nouns have a capital, that is what tells a name."""
    side_by_side = following[:1].isupper() and rest[:1] == " " and not is_identifier(following)
    pair = word.casefold(), following.casefold()
    return side_by_side and pair[0] not in _GERMAN_OPENERS and _GERMAN_NOUNS.isdisjoint(pair)


def _ordinary(word: str, following: str, statement: Statement) -> bool:
    """Whether the first word of a sentence is an ordinary word, as far as its letters and its neighbour tell."""
    small = word.casefold()
    if following[:1].isupper() and not is_identifier(following) and small not in _OPENERS:
        return False  # "Ada Lovelace"
    if small in _OPENERS or not statement.same_language:
        return True
    if statement.language.split("-")[0] != "en":
        return not following[:1].isupper()  # no table of openers but the English one
    if small.endswith("ing") and following.endswith("s") and following not in ("is", "was", "has"):
        return True  # "Competing methods are …"
    if _POSSESSIVE.search(word) or _VERBLIKE.match(following):
        return False  # "Smith's", "Hinton argues", "Boeing built"
    return small.endswith(_ORDINARY_ENDINGS) or small.endswith("s")


@lru_cache(maxsize=16_384)
def _forms(passage: str, *, stems: bool) -> frozenset[str]:
    """The words of a passage, whole and in their parts. A name is carried by itself, its possessive and its plural, and
    not by its stem: Adams is not Adam. The first word of a statement may be any form of a word."""
    found: set[str] = set()
    for word in words(passage.translate(HYPHENS)):
        for part in (word, *re.split(r"[-/.&+]", word)):
            bare = _POSSESSIVE.sub("", part.casefold())
            found |= {stem(part)} if stems else {bare, bare.removesuffix("s")}
    return frozenset(found - {""})
