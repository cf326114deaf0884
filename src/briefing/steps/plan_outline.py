"""The outline of a document: its headings, which of them are its title, which close it, and what stands above a block.

In: a Document. Out: positions in document.blocks, and blocks with their place (Located).
"""

import re
from collections.abc import Sequence

from msgspec import Struct

from briefing.model import Document, Located
from briefing.steps.period_grammar import numbering
from briefing.steps.period_hits import plain

# What a heading at the end of a document is called when it closes the whole, in the languages that we could check.
_CLOSING = (
    "conclusions?|conclusions? and .*|concluding (?:remarks|thoughts)|final (?:thoughts|remarks|words|notes?)"
    "|(?:closing|parting) (?:thoughts|remarks|words|notes?)|in closing|outlook|summary|in summary|wrap(?:ping)?[ -]?up"
    "|looking (?:ahead|forward|back)|what(?:'s| is)(?: coming)? next|next steps|the (?:road|year) ahead|the future"
    "|future work|epilogue|afterword|references|bibliography|further reading|acknowledge?ments?|appendix|appendices"
    "|footnotes|citation|limitations?|external links|see also|comments|see you (?:next|again|in|soon).*"
    "|fazit|ausblick|zusammenfassung|schluss(?:wort|folgerung(?:en)?|bemerkung(?:en)?)?|rückblick|literatur(?:verzeichnis)?"
    "|quellen|danksagung|anhang"
    "|perspectives|résumé|en résumé|bilan|pour conclure|références|bibliographie|remerciements|annexes?"
    "|conclusión|conclusiones|perspectivas|resumen|en resumen|referencias|bibliografía|agradecimientos"
    "|conclusão|conclusões|resumo|referências|bibliografia|agradecimentos"
    "|conclusion[ei]|prospettive|riepilogo|riferimenti|ringraziamenti"
    "|conclusie|slot|vooruitblik|samenvatting|slutsats(?:er)?|sammanfattning|konklu[sz]jon|konklusion|oppsummering"
    "|yhteenveto|lopuksi|podsumowanie|wnioski|závěr|shrnutí|összefoglalás|concluzi[ei]|sonuç|özet|kesimpulan|kết luận"
    "|заключение|выводы|итоги|литература|висновки|підсумки|заключення|συμπεράσματα|خاتمة|الخلاصة|סיכום|निष्कर्ष"
    "|まとめ|おわりに|終わりに|さいごに|最後に|結論|参考文献|あとがき|今後の展望"
    "|总结|總結|小结|結語|结语|结论|結論|展望|后记|後記|尾声|参考文献|參考文獻|参考资料|致谢"
    "|마무리|마치며|맺음말|결론|끝으로|참고문헌|참고 문헌|마지막으로"
)
_CLOSES = re.compile(
    rf"(?:the |my |some |our )?(?:{_CLOSING})(?:\s*$|\s*[:;,.!?&+/()~–-]|\s+(?:and|und|et|y|e|en|och|og|i|и|ve|및)\s)",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s+[|–—·»-]\s+|\s*[|»]\s*")


class Heading(Struct, frozen=True):
    position: int
    level: int
    text: str
    number: tuple[int, ...] = ()


def headings(document: Document) -> tuple[Heading, ...]:
    return tuple(
        Heading(position, block.level, block.text, numbering(block.text)[0])
        for position, block in enumerate(document.blocks)
        if block.kind == "heading"
    )


def same(text: str) -> str:
    """What two headings have in common that differ only in marks, spaces and case."""
    return "".join(filter(str.isalnum, plain(text).casefold()))


def closes(text: str) -> bool:
    """Whether a heading is called as one that closes the whole: "Conclusion", "8. Wrapping up", "参考文献"."""
    return bool(_CLOSES.match(plain(text)[words_at(text) :]))


def words_at(text: str) -> int:
    """Where the words of a heading begin, after "2.3" and after a bare "8" as in "8 Conclusion"."""
    body = numbering(text)[1]
    bare = re.match(r"\W*\d{1,3}\s+(?=\S)", plain(text)) if not body else None
    return bare.end() if bare else body


def titles(document: Document) -> frozenset[int]:
    """The positions of the headings that name the document as a whole.

    Those that say what document.title says, with or without the name of the site; and a first heading that stands
    above all others.
    """
    found = headings(document)
    if not found:
        return frozenset()
    names = _title_forms(document.title)
    named = {heading.position for heading in found if same(heading.text) in names}
    first, others = found[0], found[1:]
    top = min((heading.level for heading in others), default=first.level if first.level > 1 else 2)
    return frozenset(named | {first.position} if first.level < top else named)


def _title_forms(title: str) -> frozenset[str]:
    """The title whole, and without the parts after or before a separator: "2022 in review | My site"."""
    parts = _PARTS.split(title)
    heads = ("".join(parts[:n]) for n in range(1, len(parts) + 1))
    tails = ("".join(parts[n:]) for n in range(1, len(parts)))
    return frozenset(filter(None, map(same, (*heads, *tails))))


Paths = tuple[tuple[int, ...], ...]


def paths(document: Document) -> Paths:
    """For each block the positions of the headings above it, outermost first; a heading is not above itself."""
    open_headings: list[int] = []
    found: list[tuple[int, ...]] = []
    for position, block in enumerate(document.blocks):
        if block.kind == "heading":
            while open_headings and document.blocks[open_headings[-1]].level >= block.level:
                open_headings.pop()
        found.append(tuple(open_headings))
        if block.kind == "heading":
            open_headings.append(position)
    return tuple(found)


def locate(document: Document) -> tuple[Located, ...]:
    """Every block with its position and the headings above it by level, outermost first."""
    return tuple(_located(document, position, path) for position, path in enumerate(paths(document)))


def locate_under(
    document: Document, by_level: Paths, start: int, end: int, own: int, above: Sequence[int]
) -> tuple[Located, ...]:
    """document.blocks[start:end] of a section that block `own` heads (-1: none), and the headings `above` that one.

    Its heading stands in the path of each of them, also where level alone would not put it there: January before
    "1.1" of the same level. by_level: what `paths` says of the document.
    """
    return tuple(_located(document, p, _path(by_level[p], p, own, above)) for p in range(start, end))


def _path(by_level: Sequence[int], position: int, own: int, above: Sequence[int]) -> tuple[int, ...]:
    if own < 0 or position <= own:
        return tuple(above) if position == own else tuple(by_level)
    return (*above, own, *(heading for heading in by_level if heading > own))


def _located(document: Document, position: int, path: Sequence[int]) -> Located:
    return Located(document.source, position, document.blocks[position], tuple(document.blocks[p].text for p in path))
