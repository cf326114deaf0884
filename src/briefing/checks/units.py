"""Units and currencies: a number of a statement has in what it cites the unit that it has here.

"5 km" and "5 kilometres" are one, "$5" and "5 dollars" too; 5 miles, 5 MB for 5 GB, and 5 euros are others. A number
that stands in the passage without any unit takes one that stands elsewhere in the passage; a passage without the
number carries no unit of it.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from briefing.checks.base import Fact, Statement
from briefing.checks.numbers import located, numbers
from briefing.checks.spelled import asked as figure
from briefing.cldr import primary

# One unit a line: as it is written in any of the languages that the rules know; case counts in symbols alone.
_WORDS = """
km kilomet(?:er|re)s? kilomètres? kilómetros? quilômetros? chilometr[oi] kilometern 킬로미터 キロメートル キロ 公里 千米
mi miles? meilen? milles? millas? miglia milhas? mijl(?:en)? 마일 マイル 英里
cm centimet(?:er|re)s? zentimeter[ns]? centimètres? centímetros? centimetr[oi] 센티미터 センチ 厘米
mm millimet(?:er|re)s? millimetern? millimètres? milímetros? millimetr[oi] 밀리미터 ミリ 毫米
m met(?:er|re)s? metern mètres? metros? metr[oi] 미터 メートル 米
ft feet foot fuß pieds? pies piedi voet 피트 フィート 英尺
inch inch(?:es)? zoll pouces? pulgadas? pollic[ei] polegadas? 인치 インチ 英寸
kg kilos? kilogram(?:s|me|mes|m)? kilogramos? quilos? quilogramas? chilogramm[oi] chil[oi] 킬로그램 キログラム 公斤 千克
g grams? gramm gramos? gramas? grammes? gramm[oi] 그램 グラム 克
mg milligram(?:s|m|me|mes)? miligram[oa]s? 밀리그램 ミリグラム 毫克
t metric\\stons? tonn?es? tonnen tons toneladas? tonnellat[ae] ton 톤 トン 吨
lb lbs pounds? pfund livres? libras? libbr[ae] 파운드 ポンド 磅
ms milliseconds? millisekunden? millisecondes? milisegundos? millisecond[oi] 밀리초 ミリ秒 毫秒
µs μs microseconds? mikrosekunden? microsecondes? microsegundos? 마이크로초 マイクロ秒 微秒
s secs? seconds? sekunden? secondes? segundos? second[oi] seconden 초 秒
min mins minutes? minuten? minutos? minut[oi] minuut 분 分 分钟
h hrs? hours? stunden? heures? horas? or[ea] u(?:ur|ren) 시간 時間 小时
day days? tag(?:en?)? jours? días? giorn[oi] dias? dag(?:en)? 일간 日間 天
week weeks? wochen? semaines? semanas? settiman[ae] we(?:ek|ken) 주 週間 周
month months? monate?n? mois mes(?:es)? mes[ei] mês maand(?:en)? 개월 か月 ヶ月 个月
year years? jahre?n? ans années? años? ann[oi] anos? jaar jaren 年間
decade decades? jahrzehnte?n? décennies? décadas? decenni[o]? decennia
century centur(?:y|ies) jahrhunderte?n? siècles? siglos? secol[oi] séculos? eeuw(?:en)? 세기 世紀 世纪
km² km2 square\\skilomet(?:er|re)s? quadratkilometern? kilomètres?\\scarrés? 제곱킬로미터 平方公里
m² m2 sqm square\\smet(?:er|re)s? quadratmetern? mètres?\\scarrés? metros?\\scuadrados? 제곱미터 平方メートル 平方米
ha hectares? hektar hectáreas? ettar[oi] 헥타르 ヘクタール 公顷
acre acres
ft² sq\\sft square\\sf(?:ee|oo)t
KB kilobytes? kilooctets? 킬로바이트 キロバイト 千字节
MB megabytes? mégaoctets? 메가바이트 メガバイト 兆字节
GB gigabytes? gigaoctets? 기가바이트 ギガバイト 吉字节
TB terabytes? téraoctets? 테라바이트 テラバイト 太字节
PB petabytes? pétaoctets? 페타바이트 ペタバイト
KiB kibibytes?
MiB mebibytes?
GiB gibibytes?
bit bits
byte bytes octets? 바이트 バイト 字节
Mbps Mbit/s megabits?
Gbps Gbit/s gigabits?
Hz hertz 헤르츠 ヘルツ 赫兹
kHz kilohertz
MHz megahertz
GHz gigahertz
W watts? vatios?
kW kilowatts?
MW megawatts?
GW gigawatts?
Wh watt-hours? wattstunden?
kWh kilowatt-hours? kilowattstunden?
MWh megawatt-hours? megawattstunden?
GWh gigawatt-hours? gigawattstunden?
TWh terawatt-hours? terawattstunden?
°C (?:degrees?|grad|degrés|grados|gradi|graus|graden)\\s(?:celsius|centigrade) ℃
°F (?:degrees?|grad|degrés|grados|gradi|graus|graden)\\sfahrenheit ℉
km/h kph
mph
l lit(?:er|re)s? litern litros? litr[oi] 리터 リットル 升
ml millilit(?:er|re)s? mililitros?
gal gallons? galones gallonen 갤런 ガロン 加仑
dozen dozens? dutzend douzaines? docenas? dozzin[ae] dúzias? dozijn
$ dollars? dólar(?:es)? dollar[io]? usd us\\$ 달러 ドル 美元
€ euros? eur 유로 ユーロ 欧元
£ gbp sterling
¥ yen jpy 엔 円 日元
₩ krw 원 ウォン 韩元
元 yuan rmb cny 위안 人民币
CHF francs? franken
₹ rupees? inr 루피
"""
_BEFORE = re.compile(r"(US\$|[$€£¥₩₹]|\b(?:USD|EUR|GBP|CHF|JPY)\b)\s?$")
_SYMBOL_LENGTH = len("USD ")  # what _BEFORE finds, at most: a text is not gone through anew for each of its numbers
_NAMES = {
    row.split()[0]: [alias.replace("\\s", " ") if "(" not in alias else alias for alias in row.split()[1:]]
    for row in _WORDS.strip().split("\n")
}
_OCTETS = {"Ko": "KB", "Mo": "MB", "Go": "GB", "To": "TB"}
_SYMBOL = "|".join(sorted(map(re.escape, [*_NAMES, *_OCTETS]), key=len, reverse=True))
_ALIAS = [(re.compile(alias, re.IGNORECASE), unit) for unit, aliases in _NAMES.items() for alias in aliases]
_ANY = "|".join(alias for aliases in _NAMES.values() for alias in aliases)
_BEFORE_EAST = r"(?<=[A-Za-z])(?=[\u3040-\u9fff\uac00-\ud7af])"  # "1PBの": no space parts them
_UNIT = re.compile(
    rf"\.?[ \u00a0\u202f-]?(?:(?P<symbol>{_SYMBOL})(?:(?![^\W_]|[²³])|{_BEFORE_EAST})"
    rf"|(?i:(?P<word>{_ANY}))(?![a-zà-ÿ]))"
    r"(?:(?:/|\sper\s|\spro\s)(?P<per>s|sec|second|h|hour|min|minute|day|month|year)\b)?"
)
_TO = re.compile(r"\s?(?:[-–—~〜～]|to|and|or|bis|und|oder|à|et|ou|a|y|o|e|tot|en|から|부터|에서|至|到)\s?[$€£]?")
_MIXED = {"pound": ("lb", "£"), "pounds": ("lb", "£"), "libras": ("lb", "£"), "livres": ("lb", "£")}


class Units:
    name = "units"
    explains = "is a number whose unit or currency what it cites does not carry"
    hint = "Copy the number with its unit from the cited sentence."
    whole = False
    byline = False
    elsewhere = True

    def facts(self, statement: Statement) -> Iterator[Fact]:
        own, source = primary(statement.language), primary(statement.source_language)
        asked = {key.rstrip("%p") for shown, key in numbers(statement.text, own, inside_names=True) if figure(shown)}
        for shown, value, units in measures(statement.text, own):
            if units and value in asked:
                yield Fact(shown, "\t".join((value, "|".join(units), own, source)))

    def carries(self, passage: str, fact: Fact) -> bool:
        value, units, own, source = fact.key.split("\t")
        wanted = set(units.split("|"))
        found = [*measures(passage, source), *(measures(passage, own) if own != source else ())]
        same = [set(others) for _, number, others in found if number == value]
        if any(wanted & others for others in same):
            return True
        return any(not others for others in same) and bool(wanted & _units(passage))


@lru_cache(maxsize=16_384)
def measures(text: str, language: str) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """Each number as written, its value, and the units that it may have: none, or two for a pound. In "5 to 10 km" the
    first number has the unit of the last."""
    found: list[tuple[str, str, tuple[str, ...]]] = []
    later: tuple[int, tuple[str, ...]] = (-1, ())
    for start, shown, key in reversed(located(text, language, inside_names=True)):
        end = start + len(shown)
        units, unit_end = _unit_at(text, start, end)
        if not units and later[0] >= end and _TO.fullmatch(text, end, later[0]):
            units = later[1]
        later = (start, units)
        found.append((text[start:unit_end], key.rstrip("%p"), units))
    return tuple(reversed(found))


def _unit_at(text: str, start: int, end: int) -> tuple[tuple[str, ...], int]:
    """The units of a number, and where the last of them ends."""
    if before := _BEFORE.search(text, max(0, start - _SYMBOL_LENGTH), start):
        return (_unit(before[1]),), end
    match = _UNIT.match(text, end)
    if match is None or (match.group() == "s" and text[end - 1] == "0"):  # "the 1990s"
        return (), end
    return _named(match), match.end()


def _named(match: re.Match[str]) -> tuple[str, ...]:
    word = match["symbol"] or match["word"]
    per = f"/{match['per'][0]}" if match["per"] else ""
    if both := _MIXED.get(word.casefold()):
        return both
    return (_unit(word) + per,)


def _unit(word: str) -> str:
    if word in _NAMES or word in _OCTETS:
        return _OCTETS.get(word, word)
    return next((unit for alias, unit in _ALIAS if alias.fullmatch(word)), word)


def _units(text: str) -> set[str]:
    """All units that stand in a text, wherever."""
    found = {unit for match in re.finditer(r"[^\W\d_]+|[$€£¥₩₹]", text) for unit in [_unit(match.group())]}
    return found & set(_NAMES)
