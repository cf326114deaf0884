"""Words that point one way, and those that point the other way: two of one row, on either side, turn a claim round.

In: a language. Out: its pairs of poles, as patterns of whole words.
"""

import re
from collections.abc import Mapping
from functools import cache, cached_property

_ROWS: Mapping[str, str] = {
    "en": r"""
+ increas\w*|rises?|rose|rising|risen|grows?|grew|grown|climb(?:s|ed)?|gain(?:s|ed)|up(?! to)
+ rais(?:es?|ed|ing)|boost\w*
- decreas\w*|falls?|fell|fallen|declin\w*|shr[ai]nks?|shrunk|drop(?:s|ped)?|reduc\w*|lost|down|dwindl\w*
- lower(?:s|ed|ing)|slash\w*
+ more|most
- less|fewer|least
+ greater|higher|larger|bigger
- lower|smaller
+ above|exceed\w*|over(?= \d)
- below|under(?= \d)
+ at least|minimum|min
- at most|up to|maximum|max|no more than
+ better|best|improv\w*|superior|strong(?:er|est)?
- worse|worst|worsen\w*|inferior|weak(?:er|est)?|degrad\w*
+ faster|fastest|fast|quick(?:er|est|ly)?|rapid(?:ly)?|swift(?:ly)?|speeds? up|accelerat\w*|hasten(?:s|ed)?|sped up
- slower|slowest|slow|slowly|slows? down|slow(?:s|ed)|decelerat\w*
+ cheap(?:er|est)?|inexpensive
- expensive|costl(?:y|ier|iest)|dear(?:er|est)?|pric(?:y|ier|iest)
+ right|correct|true
- wrong|incorrect|false
+ sav(?:es?|ed|ing)
- wast(?:es?|ed|ing)
+ (?<!than |week |year |onth | day |ight )before|(?<!than )before(?= [a-z\d])|earlier|prior to|preced\w*
- after|later|following|follow(?:s|ed)
+ first|earliest
- last(?! (?:week|month|year|decade|summer|winter|spring|autumn|night|\w+ed\b))|latest|final
+ longer|longest
- shorter|shortest
+ highest|largest|greatest|biggest
- lowest|smallest|least
+ wins?|won|victory|succe\w+
- los(?:es?|t)|defeat|fail\w*
+ accept(?:s|ed)?|adopt(?:s|ed)?|approv\w*|allow\w*|permit\w*
- reject(?:s|ed)?|refus\w*|turn(?:s|ed|ing)? down|forbid\w*|bann?(?:s|ed)?|prohibit\w*
+ opens?|opened|starts?|started|begins?|began|launch\w*
- clos(?:es?|ed)|ends?|ended|stops?|stopped
+ buys?|bought|acquir\w*|imports?
- sells?|sold|exports?
+ adds?|added
- remov(?:es?|ed)|delet\w*
+ (?:switch|turn)(?:s|ed)? on|on by default|enabled?s?|activat(?:es?|ed)
- (?:switch|turn)(?:s|ed)? off|off by default|disabled?s?|deactivat(?:es?|ed)
+ high
- low
+ all of|all the|entirely|every one of
- only a (?:fraction|part|few|handful|small \w+)|a fraction of|none of
+ eas(?:y|ier|iest|ily)
- hard(?:er|est)|difficult
+ positive\w*
- negative\w*
+ younger|newer|youngest|newest
- older|oldest
+ majority
- minority
+ full-time
- part-time
+ double[sd]?|doubling|twice
- halv(?:es?|ed|ing)|half
""",
    "de": r"""
+ steig\w*|stieg\w*|wächst|wuchs\w*|wachsen|zunahm|nimmt zu|erhöh\w*|gestiegen
- sink\w*|sank\w*|fäll\w*|fiel\w*|schrumpf\w*|abnahm|nimmt ab|senk\w*|gesunken|gefallen
+ mehr|höher\w*|größer\w*|über
- weniger|niedriger\w*|geringer\w*|kleiner\w*|unter
+ mindestens
- höchstens|bis zu
+ besser\w*|verbesser\w*
- schlechter\w*|verschlechter\w*
+ schneller\w*
- langsamer\w*
+ billiger\w*|günstiger\w*
- teurer\w*
+ vor|vorher|früher
- nach|nachher|später
+ erste\w*
- letzte\w*
+ gewann|gewinnt|siegt\w*
- verlor|verliert|unterl\w*
+ verdoppel\w*|doppelt\w*
- halbier\w*|halb
""",
    "fr": r"""
+ augment\w*|hausse|cro[iî]t\w*|progress\w*|monte\w*
- diminu\w*|baiss\w*|recul\w*|chut\w*|rédui\w*
+ plus|supérieure?s?
- moins|inférieure?s?
+ au moins
- au plus|jusqu['’]à
+ meilleure?s?|mieux|amélior\w*
- pires?|dégrad\w*
+ avant
- après
+ premi(?:er|ère)s?
- derni(?:er|ère)s?
+ doubl\w*
- moitié
+ gagn\w*
- perd\w*
""",
    "es": r"""
+ aument\w*|sub(?:e|ió|en|ieron)|crec\w*
- disminu\w*|baj(?:a|ó|an|aron)|cay\w*|redu\w*|cae
+ más|mayor(?:es)?
- menos|menor(?:es)?
+ al menos
- como máximo|hasta
+ mejor\w*
- peor\w*|empeor\w*
+ antes
- después
+ primer[oa]?s?
- últim[oa]s?
+ dobl\w*|duplic\w*
- mitad
+ gan[aó]\w*
- pierd\w*|perd\w*
""",
    "it": r"""
+ aument\w*|cresc\w*|sal(?:e|ito|ita|gono)
- diminu\w*|cal(?:a|ato|ata|ano|o)|scend\w*|scese|ridu\w*
+ più|maggior\w*|superior\w*
- meno|minor\w*|inferior\w*
+ almeno
- al massimo|fino a
+ miglior\w*|meglio
- peggio\w*
+ prima
- dopo
+ prim[oi]
- ultim[oaie]
+ doppi\w*|raddoppi\w*
- metà|dimezz\w*
""",
    "pt": r"""
+ aument\w*|sub(?:iu|iram|e)|cresc\w*
- diminu\w*|ca(?:iu|i|íram)|redu\w*|baix(?:ou|aram)
+ mais|maior(?:es)?
- menos|menor(?:es)?
+ pelo menos
- no máximo|até
+ melhor\w*
- pior\w*
+ antes
- depois
+ primeir[oa]s?
- últim[oa]s?
+ dobr\w*|duplic\w*
- metade
""",
    "nl": r"""
+ stijg\w*|steeg|stegen|groei\w*|toegenomen|gestegen
- da(?:al|len|alt|alde|alden)|gedaald|krimp\w*|kromp|afgenomen
+ meer|hoger\w*|groter\w*
- minder|lager\w*|kleiner\w*
+ minstens
- hoogstens
+ beter\w*|verbeter\w*
- slechter\w*|verslechter\w*
+ voor|eerder
- na|later
+ eerste
- laatste
+ sneller\w*
- langzamer\w*|trager\w*
+ verdubbel\w*|dubbel\w*
- halveer\w*|half|helft
""",
    "ko": r"""
+ 증가|늘었|늘어|상승|높아|올랐
- 감소|줄었|줄어|하락|낮아|내렸
+ 최대
- 최소
+ 이전|전에
- 이후|후에
+ 이상|초과
- 이하|미만
+ 빠르|빨라
- 느리|느려
""",
    "ja": r"""
+ 増加|増え|上昇|高く
- 減少|減っ|低下|下落|低く
+ 最大
- 最小
+ 以前
- 以後|以降
+ 以上
- 以下|未満
+ 速い|速く
- 遅い|遅く
""",
    "zh": r"""
+ 增加|增长|上升|提高
- 减少|下降|降低
+ 最大|最高|最多
- 最小|最低|最少|至少
+ 之前
- 之后
+ 以上|超过
- 以下|不到
+ 更快
- 更慢
""",
}

# A relation between what stands before it and what stands after it; the named ones put their object first by "by".
ORDERED: Mapping[str, str] = {
    "en": r"\b(?:than|before|after|beats?|outperform(?:s|ed)?|surpass(?:es|ed)?|exceed(?:s|ed)?|overt(?:akes?"
    r"|ook)|defeat(?:s|ed)"
    r"|replac(?:es|ed)|acquir(?:es|ed)|bought|sued|preced(?:es|ed)|follow(?:s|ed)|trail(?:s|ed)|causes?|caused"
    r"|owns|loses? to|lost to"
    r"|contains?|criticiz?s?(?:es|ed)|invested in|joined|hired|beaten|surpassed|superior to|inferior to)\b",
    "de": r"\b(?:als|vor|nach|übertrifft|übertraf|schlägt|schlug|überholt\w*|ersetzt\w*|kauft\w*|verklagt\w*)\b",
    "fr": r"\b(?:que|avant|après|bat|dépasse|surpasse|remplace|rachète|a racheté|a battu|a dépassé)\b",
    "es": r"\b(?:que|antes de|después de|supera|superó|vence|venció|reemplaza|compra|compró)\b",
    "it": r"\b(?:batte|supera|ha superato|ha battuto|sostituisce|prima di|dopo)\b",
    "pt": r"\b(?:que|supera|superou|vence|venceu|substitui|comprou|antes de|depois de)\b",
    "nl": r"\b(?:dan|voor|na|verslaat|versloeg|overtreft|vervangt|kocht)\b",
    "ko": r"보다", "ja": r"より", "zh": r"比|超过|超越|击败|优于|收购",
}  # fmt: skip


class Pole:
    """One side of a row. A pattern when it is first asked: there are hundreds, and a text has few of them."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern

    @cached_property
    def words(self) -> re.Pattern[str]:
        return re.compile(self.pattern, re.IGNORECASE)


Row = tuple[Pole, Pole]
_VERB = re.compile(r"(?P<verb>[a-z]{2,})(?P<mark>~~?)")
_CONSONANT_Y = re.compile(r"[^aeiou]y$")
_HISSING = re.compile(r"(?:s|x|z|ch|sh)$")


@cache
def rows(language: str) -> tuple[Row, ...]:
    """The poles of a language."""
    return read(_ROWS.get(language, ""), language)


def read(told: str, language: str) -> tuple[Row, ...]:
    """Rows as they are written above: what points one way after a +, what points the other way after a -; a ~ after a
    verb stands for the endings of its forms, ~~ where its last letter is doubled before them."""
    spaced = language not in ("ko", "ja", "zh")
    found: list[tuple[str, list[str]]] = []
    for line in _VERB.sub(_forms, told).strip().split("\n"):
        sign, _, words = line.partition(" ")
        if found and found[-1][0] == sign:
            found[-1][1].append(words)
        elif words:
            found.append((sign, [words]))
    poles = [_whole("|".join(words), spaced=spaced) for _, words in found]
    return tuple(zip(poles[::2], poles[1::2], strict=True))


def _forms(match: re.Match[str]) -> str:
    verb, last = match["verb"], match["verb"][-1]
    if match["mark"] == "~~":
        return f"{verb}(?:s|{last}ed|{last}ing)?"
    if last == "e":
        return f"{verb[:-1]}(?:es?|ed|ing)"
    if _CONSONANT_Y.search(verb):
        return f"{verb[:-1]}(?:y|ies|ied|ying)"
    return f"{verb}(?:{'e' if _HISSING.search(verb) else ''}s|ed|ing)?"


def _whole(words: str, *, spaced: bool) -> Pole:
    return Pole(rf"(?<![^\W_])(?:{words})(?![^\W_])" if spaced else f"(?:{words})")
