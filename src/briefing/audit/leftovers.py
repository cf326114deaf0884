"""Traces of how a document was made. In: a block. Out: what was to be filled in or taken out, and was not.

What it looks like stands in leftover_forms.py and leftover_talk.py. A sentence that speaks of such things, and
names one between quotation marks, has none; what an article has itself, audit.py knows.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from briefing.audit.leftover_forms import FORMS
from briefing.audit.leftover_talk import TALK
from briefing.audit.quotes import Quoted, quotations
from briefing.model import Block

# Words of a sentence that speaks of fillers, and so may show one.
_ABOUT = re.compile(
    r"\b(?:placeholders?|boilerplate|fillers?|templates?|template syntax|give-?aways?|tell-?tale|leftovers?"
    r"|stock phrases?|catchphrases?|phrases?|wording|syntax|delimiters?|tags|disclaimers?"
    r"|platzhalter\w*|vorlagen?|floskeln?|gabarits?|espaces? réservés?|formules?|marcadores?|plantillas?|muletillas?)\b"
    r"|プレースホルダー|テンプレート|決まり文句|자리 ?표시자|템플릿"
    r"|상투|占位符|模板|套话|عنصر نائب|قالب|عبارة",
    re.IGNORECASE,
)
# The same, beside quotation marks: the words that stand between them are spoken of, and not filled in.
_SPOKEN_OF = re.compile(
    r"\b(?:words?|text|lines?|reads?|contain\w*|print\w*|still|left|leav\w+|remain\w*|marked|pages?|found|forgot\w*"
    r"|writes?|written|typed?|such as|like|so-called|schreib\w*|steht|écri\w+|escrib\w+)\b",
    re.IGNORECASE,
)
# What asks for the words themselves, and so may stand between quotation marks that were set for them.
_ASKED = re.compile(r"insert|quot|zitat\b|einfügen|cita\b|挿入|引用を|삽입|인용문?\]|插入|引文", re.IGNORECASE)
_BRACKETS = ("[", "［", "{", "<", "【", "〔", "（", "(", ":content", "${", "%%", "\ue200", "turn", "cite")
_LEAD = re.compile(r"[^\w\[［{<【〔（($%:]*")


class Leftover(Struct, frozen=True):
    """text[start:end] of a block. mark: what was matched in it. whole: the sentence says nothing else."""

    start: int
    end: int
    mark: tuple[int, int]
    whole: bool = True


def leftovers(block: Block) -> Iterator[Leftover]:
    """In their order: what stands in brackets, else the whole sentence. Code may speak of anything."""
    if block.kind == "code":
        return
    taken = 0
    for each in sorted(_found(block), key=lambda found: (found.start, -found.end)):
        if each.start >= taken:
            yield each
            taken = each.end


def _found(block: Block) -> Iterator[Leftover]:
    talk = (pattern for letters, patterns in TALK if letters.search(block.text) for pattern in patterns)
    forms = [span for pattern in FORMS for span in _spans(pattern, block.text)]
    said = [span for pattern in talk for span in _spans(pattern, block.text)]
    quoted = [each for each in quotations(block) if not each.whole] if forms or said else []
    for span in forms:
        if not _is_content(block, span, quoted):
            yield _slice(block, span)
    for start, end in said:
        between = any(each.start <= start and end <= each.end + 1 for each in quoted)
        if not between and not _ABOUT.search(_beside(block, (start, end))):
            yield Leftover(*_sentence(block, (start, end)), (start, end))


def _spans(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    """Without the marks that a pattern passes over at the beginning of a block."""
    for match in pattern.finditer(text):
        lead = _LEAD.match(text, match.start(), match.end())
        yield (lead.end() if lead and lead.end() < match.end() else match.start()), match.end()


def _is_content(block: Block, span: tuple[int, int], quoted: Sequence[Quoted]) -> bool:
    """Whether a form is what the text speaks of: the words of a link, or something that it shows to its reader."""
    start, end = span
    if any(link.start <= start and end <= link.end for link in block.links if "utm_" not in block.text[start:end]):
        return True
    beside = _beside(block, span)
    around = next((each for each in quoted if each.start <= start and end <= each.end), None)
    if around is None:
        return bool(_ABOUT.search(beside))
    form = block.text[start:end]
    if block.text[around.start : around.end].strip(" .,") != form.strip(" .,") or not _ASKED.search(form):
        return True
    return bool(_ABOUT.search(beside) or _SPOKEN_OF.search(beside))


def _beside(block: Block, span: tuple[int, int]) -> str:
    start, end = _sentence(block, span)
    return f"{block.text[start : span[0]]} {block.text[span[1] : end]}"


def _slice(block: Block, span: tuple[int, int]) -> Leftover:
    """Of what stands in brackets, these; else the sentence that lacks it."""
    shown = span if block.text.startswith(_BRACKETS, span[0]) else _sentence(block, span)
    return Leftover(*shown, span, whole=False)


def _sentence(block: Block, span: tuple[int, int]) -> tuple[int, int]:
    spans = [each for each in block.sentences if each.start < span[1] and span[0] < each.end]
    return (spans[0].start, spans[-1].end) if spans else (0, len(block.text))
