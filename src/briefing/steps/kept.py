"""Documents that need not be read again. In: a page, as it was fetched. Out: its document, as it was kept, where the
page is the same to the byte and the program and the libraries that read it are; else read, and kept.

Of a run in which nothing changed, reading two sources and loading what reads them took a third of the processor time,
and reading ten thousand nearly half of the time. One document is kept for each source: the next takes its place.
"""

import hashlib

from msgspec import MsgspecError, msgpack
from msgspec.structs import asdict, replace

from briefing.model import Document, Page
from briefing.stamp import program
from briefing.store import Store

_KIND = "documents"
_READERS = ("trafilatura", "lxml", "markdown_it", "pypdf", "feedparser", "sentencex", "charset_normalizer")


def extracted(page: Page, language: str, store: Store) -> Document:
    """As steps.extract.extract(), which raises SourceError for what cannot be read."""
    key = f"{page.source} {page.url} {language}"
    made_of = _made_of(page, language)
    kept = store.get(_KIND, key)
    if kept and kept[0].get("of") == made_of:
        try:
            return replace(msgpack.decode(kept[1], type=Document), reason=page.reason)
        except MsgspecError:  # of another form than the records have now
            pass
    from briefing.steps.extract import extract  # loads what reads: the parsers, sentences, languages

    document = extract(page, language)
    try:
        payload = msgpack.encode(replace(document, reason=""))
    except UnicodeEncodeError:  # half of a surrogate pair
        return document
    store.put(_KIND, key, {"of": made_of}, payload, lasting=False)
    return document


def _made_of(page: Page, language: str) -> str:
    """All that the document depends on. `reason` is told and not kept."""
    facts = asdict(replace(page, content=b"", reason=""))
    parts = [program(*_READERS), repr(facts).encode("utf-8", "backslashreplace"), language.encode(), page.content]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()
