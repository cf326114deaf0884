"""Citations. In: a slice of a block, and its document. Out: a Cite, and the Evidence that it points into."""

from bisect import bisect_right
from urllib.parse import urldefrag

from briefing.fingerprint import evidence_id
from briefing.model import Cite, Document, Evidence, Located


def cite(document: Document, located: Located, start: int, end: int) -> tuple[Cite, Evidence]:
    """Cite block.text[start:end]. The url of the Cite is left out where the evidence's own leads to the same place."""
    block = located.block
    whole = address(document, located, 0, len(block.text))
    exact = address(document, located, start, end)
    evidence = Evidence(located.source, block.text, located.heading, whole)
    return Cite(evidence_id(located.source, block.text), start, end, "" if exact == whole else exact), evidence


def address(document: Document, located: Located, start: int, end: int) -> str:
    """Where a reader finds the slice: by text fragment on a page, by line in a file, by page in a PDF."""
    block, home = located.block, page_of(document, located)
    if document.kind == "pdf":
        return f"{home}#page={block.line}" if block.line else home
    if document.kind == "text" and document.path:
        return f"{home}#L{block.line + bisect_right(block.line_starts, start)}" if block.line else home
    from briefing.fragment import text_fragment  # 3 ms, for what was read from a page

    return home + text_fragment(document.visible, block.text, start, end)


def page_of(document: Document, located: Located) -> str:
    """The address of the page or file that a block stands on."""
    return urldefrag(located.block.url or document.url).url
