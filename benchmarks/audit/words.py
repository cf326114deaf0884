"""What the mutations know of each language: units, negations, hedges, leads and so on, most of it from words.yaml."""

import re
from collections.abc import Sequence
from pathlib import Path

import yaml

Pair = tuple[str, str]

_READ = yaml.safe_load((Path(__file__).parent / "words.yaml").read_text(encoding="utf-8"))


def _pairs(name: str) -> dict[str, tuple[Pair, ...]]:
    return {
        language: tuple((pattern, instead) for pattern, instead in pairs) for language, pairs in _READ[name].items()
    }


UNITS, PERCENT, NEGATIONS, HEDGES = (_pairs(name) for name in ("units", "percent", "negations", "hedges"))
SIGN: tuple[Pair, ...] = ((r"(?<![\w.,])(?<!, )[−–-](?=\d)", ""), (r"(?<= )영하", "영상"))
ADDED: dict[str, Sequence[str]] = _READ["added"]
LEADS: dict[str, str] = _READ["leads"]
LABELS: dict[str, str] = _READ["labels"]
IN_SOURCE: dict[str, str] = _READ["in_source"]
STYLES = _pairs("styles")  # the quotation marks that people who write the language use
MADE_UP_NAMES: dict[str, Sequence[str]] = _READ["made_up_names"]
MONTHS = {
    "en": "January February March April May June July August September October November December".split(),
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(),
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(),
    "ja": [f"{n}月" for n in range(1, 13)],
    "ko": [f"{n}월" for n in range(1, 13)],
}
MONTH = {
    language: re.compile(rf"\b(?:{'|'.join(names)})\b" if names[0].isalpha() else rf"(?<!\d)\d{{1,2}}{names[0][-1]}")
    for language, names in MONTHS.items()
}
CYRILLIC = dict(zip("aceopxyACEHKMOPTX", "асеорхуАСЕНКМОРТХ", strict=True))
