"""What a document says of itself: who made it, when, for whom, and how long it takes to read. In: a document. Out: the
blocks that say so. No source has to know of it, and so it is held against none.

"Author: …" in the middle of a document is of a paper that it speaks of, and is held against the sources.
"""

import re
from collections.abc import Iterator

from briefing.model import Document

_HEAD, _FOOT = 8, 3  # blocks at the beginning and at the end that may be about the document
_SHORT = 100  # characters of such a line
_ANYWHERE = re.compile(
    r"\W*(?:(?:estimated |approx\.? )?reading time|lesezeit|temps de lecture|tiempo de lectura)\b"
    r"|\W*(?:読了時間|読む時間|읽는 시간|阅读时间|وقت القراءة)",
    re.IGNORECASE,
)
_AT_AN_EDGE = re.compile(
    r"\W*(?:prepared (?:for|by|on)|(?:generated|created|compiled|written|produced) (?:by|with|on|using|for)"
    r"|last (?:updated|modified|edited|reviewed)|erstellt (?:von|am|mit|für)|zuletzt (?:aktualisiert|geändert)"
    r"|(?:rédigé|généré|préparé) (?:par|avec|le|pour)|dernière mise à jour"
    r"|(?:elaborado|generado|preparado) (?:por|con|el|para)|última actualización)\b"
    r"|\W*(?:作成者|作成日|更新日|작성자|작성일|최종 수정|撰写人|编写|生成日期|أعده|تاريخ الإعداد)",
    re.IGNORECASE,
)
_AT_THE_TOP = re.compile(
    r"\W*(?:authors?|by|date|from|to|cc|subject|re|version|status|classification|distribution|department|team|source"
    r"|autor(?:in|en)?|verfasser(?:in)?|datum|stand|von|an|betreff|auteurs?|date|de|à|objet|fecha|para|asunto)\s*[:：]\s*\S"
    r"|\W*(?:著者|作者|日付|日期|件名|宛先|저자|날짜|제목|수신|المؤلف|التاريخ)\s*[:：]\s*\S",
    re.IGNORECASE,
)


def imprint(document: Document) -> Iterator[int]:
    """The numbers of these blocks."""
    headings, last = 0, len(document.blocks) - _FOOT
    for number, block in enumerate(document.blocks):
        headings += block.kind == "heading"
        top = number < _HEAD and headings <= 1
        if block.kind in ("paragraph", "item", "term") and len(block.text) <= _SHORT:
            forms = (_ANYWHERE, *((_AT_AN_EDGE,) if top or number >= last else ()), *((_AT_THE_TOP,) if top else ()))
            if any(form.match(block.text) for form in forms):
                yield number
