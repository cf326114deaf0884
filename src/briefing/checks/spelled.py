"""Number words. In: a language. Out: a pattern that finds them, and their values: "vierundzwanzig" is 24, "十四" is 14.

Of Western languages all words from 0 to 99, and what hundreds and thousands make of them; of Korean both rows of
numbers; of Chinese and Japanese the characters.
"""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache

from briefing.checks.caseless import caseless

_ONES = {
    "en": "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen",
    "de": "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn "
    "siebzehn achtzehn neunzehn",
    "fr": "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept "
    "dix-huit dix-neuf",
    "es": "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis "
    "diecisiete dieciocho diecinueve",
    "it": "zero uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici "
    "diciassette diciotto diciannove",
    "pt": "zero um dois três quatro cinco seis sete oito nove dez onze doze treze quatorze quinze dezesseis dezessete "
    "dezoito dezenove",
    "nl": "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien "
    "zeventien achttien negentien",
}
_TENS = {
    "en": "twenty thirty forty fifty sixty seventy eighty ninety",
    "de": "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig",
    "fr": "vingt trente quarante cinquante soixante",
    "es": "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
    "it": "venti trenta quaranta cinquanta sessanta settanta ottanta novanta",
    "pt": "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa",
    "nl": "twintig dertig veertig vijftig zestig zeventig tachtig negentig",
}
_MORE = {
    "en": "hundred 100 thousand 1000 dozen 12 nought 0",
    "de": "eins 1 zwo 2 dreissig 30 hundert 100 tausend 1000 dutzend 12",
    "fr": "une 1 soixante-dix 70 soixante-et-onze 71 quatre-vingt 80 quatre-vingts 80 septante 70 huitante 80 "
    "nonante 90 cent 100 cents 100 mille 1000 douzaine 12",
    "es": "una 1 un 1 cien 100 ciento 100 doscientos 200 doscientas 200 trescientos 300 trescientas 300 "
    "cuatrocientos 400 quinientos 500 quinientas 500 seiscientos 600 setecientos 700 "
    "ochocientos 800 novecientos 900 mil 1000 docena 12",
    "it": "un 1 una 1 cento 100 mille 1000 mila 1000 dozzina 12",
    "pt": "uma 1 duas 2 catorze 14 dezasseis 16 dezassete 17 dezanove 19 cem 100 cento 100 duzentos 200 duzentas 200 "
    "trezentos 300 quatrocentos 400 quinhentos 500 seiscentos 600 setecentos 700 oitocentos 800 novecentos 900 "
    "mil 1000 dúzia 12",
    "nl": "één 1 honderd 100 duizend 1000 dozijn 12",
}
_JOINS = {
    "en": " and |[ -]",
    "de": "(?:und)?",
    "fr": " et |[ -]",
    "es": " y | ",
    "it": " e | |",
    "pt": " e | ",
    "nl": "(?:en)?",
}
_JOINED = ("de", "nl", "it")  # languages that write them as one word
_PART, _FEW = re.compile(r"[^\W_]+"), 2  # letters, of the shortest
_HAN = {c: n for n, row in enumerate("〇零 一壹 二两兩贰 三叁 四 五 六 七 八 九".split()) for c in row}
_HAN_POWERS = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "億": 10**8, "亿": 10**8, "兆": 10**12}
_HAN_COUNTED = "个個人年月日次倍種种类類篇件社国國台つ本割点點位家名回岁歳天周週层層款项項支張张座部条條组組"
_SINO = {c: n for n, c in enumerate("영일이삼사오육칠팔구")}
_SINO_POWERS = {"십": 10, "백": 100, "천": 1000, "만": 10**4, "억": 10**8, "조": 10**12}
_NATIVE = {
    word: n
    for n, row in enumerate("한/하나 두/둘 세/셋 네/넷 다섯 여섯 일곱 여덟 아홉".split(), 1)
    for word in row.split("/")
}
_NATIVE_TENS = {w: 10 * n for n, w in enumerate("열 스물/스무 서른 마흔 쉰 예순 일흔 여든 아흔".split(), 1)}
_NATIVE_TENS = {word: n for words, n in _NATIVE_TENS.items() for word in words.split("/")}
_KO_COUNTED = (
    "개|명|번|배|가지|건|편|곳|차례|팀|대|장|권|살|달|시간|시|종|마리|쌍|년|월|일|퍼센트|위|점|단계|주|사람|나라"
)
_ALONE = frozenset(
    "one zero ein eine un une uno una um uma een één neuf sei null zero zéro cero nul 一 한 하나".split()
)


def asked(word: str) -> bool:
    """Whether a number word by itself is a figure: "one" is far more often a pronoun, and "neuf" is new."""
    return word.casefold() not in _ALONE


@cache
def pattern(language: str) -> re.Pattern[str]:
    """Finds the number words of a language; group "number"."""
    if language in ("zh", "ja"):
        digits = "".join([*_HAN, *_HAN_POWERS])
        return re.compile(rf"(?P<number>[{digits}]{{2,}}|[{digits}](?=[{_HAN_COUNTED}]))")
    if language == "ko":
        native, tens = "|".join(_NATIVE), "|".join(_NATIVE_TENS)
        sino = "".join([*_SINO, *_SINO_POWERS])
        return re.compile(
            rf"(?<!\w)(?P<number>(?:{tens})(?:{native})|(?:{tens}|{native})(?=\s?(?:{_KO_COUNTED}))"
            rf"|[{sino}]+(?=\s?(?:{_KO_COUNTED})(?!\w*[가-힣]{{3}})))"
        )
    atoms = _any(_atoms(language))
    return re.compile(
        rf"(?<![\w-])(?P<number>{atoms}(?:(?:{_JOINS[language]}){atoms})*)(?![^\W_])(?!['’]\w)", re.IGNORECASE
    )


def may_stand(text: str, language: str) -> bool:
    """Whether a text may have number words, of a language that is known: most have none, and to see that takes less."""
    if language not in _ONES:
        return True
    starts, whole = _starts(language)
    told = _PART.findall(caseless(text))
    return not starts.isdisjoint(told if whole else [word[:_FEW] for word in told])


@cache
def _starts(language: str) -> tuple[frozenset[str], bool]:
    """The first words of all number words, and whether they stand by themselves; else their first letters."""
    firsts = [_PART.findall(atom)[0] for atom in _atoms(language)]
    whole = language not in _JOINED
    return frozenset(firsts if whole else [word[:_FEW] for word in firsts]), whole


def known(language: str) -> bool:
    return language in _ONES or language in ("ko", "ja", "zh")


def value(words: str, language: str) -> Decimal:
    if language in ("zh", "ja"):
        return _composed(words, _HAN, _HAN_POWERS)
    if language == "ko":
        return _korean(words)
    total = current = 0
    atoms = _atoms(language)
    for match in re.finditer(_any(atoms), words.casefold()):
        number = atoms[match.group()]
        if number == 1000:
            total, current = total + (current or 1) * 1000, 0
        else:
            # "twelve hundred" and "four dozen", but no "twenty dozen"
            many = current < (100 if number == 100 else 12)
            current = (current or 1) * number if number in (100, 12) and many else current + number
    return Decimal(total + current)


def _any(atoms: Mapping[str, int]) -> str:
    return f"(?:{'|'.join(sorted(map(re.escape, atoms), key=lambda atom: (-len(atom), atom)))})"


@cache
def _atoms(language: str) -> Mapping[str, int]:
    more = iter(_MORE[language].split())
    ones = {word: n for n, word in enumerate(_ONES[language].split())}
    tens = {word: 10 * n for n, word in enumerate(_TENS[language].split(), 2)}
    return ones | tens | dict(_between(language, ones, tens)) | {word: int(next(more)) for word in more}


def _between(language: str, ones: Mapping[str, int], tens: Mapping[str, int]) -> Iterator[tuple[str, int]]:
    """21, 22 … where they are one word, or French."""
    for ten, base in tens.items():
        for one, n in ones.items():
            if language in ("de", "nl") and 0 < n < 10:
                yield f"{one}{'und' if language == 'de' else 'ën' if one.endswith('e') else 'en'}{ten}", base + n
            if language == "it" and 0 < n < 10:
                yield f"{ten[:-1] if one[0] in 'uo' else ten}{'tré' if n == 3 else one}", base + n
            if language == "es" and base == 20 and 0 < n < 10:
                yield f"veinti{ {2: 'dós', 3: 'trés', 6: 'séis'}.get(n, one) }", 20 + n
    if language == "fr":
        for base, stem in ((60, "soixante"), (80, "quatre-vingt")):
            yield from ((f"{stem}-{one}", base + n) for one, n in ones.items() if 0 < n < 20)


def _composed(text: str, digits: Mapping[str, int], powers: Mapping[str, int]) -> Decimal:
    """Characters with their places: 三百二十 is 320, 二〇二四 is 2024."""
    if not any(c in powers for c in text):
        return Decimal("".join(str(digits[c]) for c in text))
    total = group = digit = 0
    for c in text:
        if c in digits:
            digit = digits[c]
        elif powers[c] >= 10_000:
            total, group, digit = total + (group + digit or 1) * powers[c], 0, 0
        else:
            group, digit = group + (digit or 1) * powers[c], 0
    return Decimal(total + group + digit)


def _korean(words: str) -> Decimal:
    if all(c in _SINO or c in _SINO_POWERS for c in words):
        return _composed(words, _SINO, _SINO_POWERS)
    tens = next((word for word in _NATIVE_TENS if words.startswith(word)), "")
    return Decimal(_NATIVE_TENS.get(tens, 0) + _NATIVE.get(words.removeprefix(tens), 0))
