"""What a quotation was cut off from. In: a text, and the slice of it that was quoted. Out: the words behind the slice
that turn it round or put it in doubt, or "".

Where the verb stands last, its denial and its "perhaps" stand behind it: who quotes 「釉薬になる」 of
「釉薬になるかもしれない」 has every character right, and the source wrong. Only what follows at once counts, and only
behind a whole predicate.
"""

import re

_LEAST = 5  # characters of a quotation that says something
# What Japanese and Korean have behind a verb, and the verb's ending before it.
_JAPANESE = re.compile(
    r"(?:の)?(?:かもしれ(?:ない|ません)|かも知れ(?:ない|ません)|だろう|でしょう|らしい|ようだ|ようです|そうだ|そうです"
    r"|とは限(?:らない|りません)|とは[い言]えない|とは思(?:わない|えない)|わけでは(?:ない|ありません)|わけがない"
    r"|はず[がは]ない|ことは(?:ない|ありません)|では(?:ない|ありません))"
)
_JAPANESE_END = re.compile(r"[うくぐすつぬぶむるただい]$")
# Behind a noun that they make a verb of: 否定 of 否定できない.
_OF_NOUNS = re.compile(
    r"(?<=[一-鿿])(?:でき(?:ない|ません|なかった)|し(?:ない|ません|なかった|ていない)|され(?:ない|なかった|ていない))"
    r"|(?<=[가-힣])(?:할|될) 수(?:는|도)? 없[가-힣]*|(?<=[가-힣])(?:하|되)지(?:는|도)? ?(?:않|못)[가-힣]*"
)
_KOREAN = re.compile(
    r"(?:고(?:는)? (?:볼|할|말할|단정할|확신할) 수(?:는)? 없|고(?:는)? (?:생각|보)하?지 않|고 (?:보|하)기(?:는)? 어렵"
    r"|는 (?:것|뜻|말|의미)[은는이]? 아니|는 (?:보장|근거|증거)[은는이가]? 없|기보다)[가-힣]*"
)
_KOREAN_END = re.compile(r"[다요까죠]$")
# German has its denial last, too; a clause is whole from its first word.
_GERMAN = re.compile(r" (?:nicht|nie|niemals|keineswegs|noch nicht|gar nicht|nicht mehr|wohl kaum)(?=[.,;:!?]|$)")
_STARTS = re.compile(r"(?:^|[.!?:;]\s)\W*$")


def turned_by(text: str, start: int, end: int) -> str:
    quoted = text[start:end].rstrip(" .,;:!?。、")
    end = start + len(quoted)
    if len(quoted) < _LEAST:
        return ""
    if _JAPANESE_END.search(quoted) and (found := _JAPANESE.match(text, end)):
        return found.group()
    if _KOREAN_END.search(quoted) and (found := _KOREAN.match(text, end)):
        return found.group()
    if found := _OF_NOUNS.match(text, end):
        return found.group()
    whole = _STARTS.search(text[max(0, start - 4) : start]) is not None
    found = _GERMAN.match(text, end) if whole else None
    return found.group().strip() if found else ""
