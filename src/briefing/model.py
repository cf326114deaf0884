"""The records that travel through the pipeline, in the order in which they appear. All are frozen.

Offsets are counted in characters (Unicode code points) of the text that they belong to, end exclusive.
Canonical text is Unicode NFC with every run of white space as one space, and nothing else touched
(code keeps its white space; a table keeps one row a line, cells separated by " | ").
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Literal

from msgspec import Struct, field

SCHEMA_VERSION = 1
SCHEMES = ("http", "https")  # of addresses that a manifest may name, a fetcher reads and a page links


class Origin(StrEnum):
    """Where the text of a source came from this time."""

    LIVE = "live"  # the address, now
    SNAPSHOT = "snapshot"  # the address, as kept from an earlier run
    FALLBACK = "fallback"  # the file that the manifest names for when the address cannot be read
    FILE = "file"  # a local file


# ── Manifest ────────────────────────────────────────────────────────────────────────────────────────────────────


class Source(Struct, frozen=True):
    """One entry under `sources:`. Exactly one of url, path and feed is set (a feed may be an address or a path)."""

    id: str
    url: str = ""
    path: str = ""
    feed: str = ""
    fallback: str = ""
    language: str = ""  # BCP 47; "" is what the source says of itself
    line: int = 0  # in the manifest, for messages


class Period(Struct, frozen=True):
    """What a section covers, and the year where the sources do not say it."""

    by: Literal["month", "quarter", "week", "heading"] = "month"
    year: int | None = None


class Budget(Struct, frozen=True):
    """What a run may cost at the most."""

    tokens: int | None = None
    usd: float | None = None


class ModelOptions(Struct, frozen=True):
    """The model that a manifest asks for, and how it is asked."""

    name: str = ""
    temperature: float = 0.0
    max_tokens: int = 4096
    window: int = 128_000  # tokens that one call can hold, prompt and reply together
    budget: Budget = Budget()


class Manifest(Struct, frozen=True):
    """A manifest as read. `path` is the file, `root` the project folder; both are absolute paths as text. `allow`: the
    worst finding with which a check passes. `judge`: whether a model is asked of each sentence what carries it."""

    name: str
    path: str
    root: str
    title: str
    period: Period
    style: str
    language: str
    sources: tuple[Source, ...]
    model: ModelOptions = ModelOptions()
    allow: "Severity" = "warning"
    judge: bool = False
    style_at: str = ""  # where the style was asked for: the file and line, or the option


# ── Pages and documents ─────────────────────────────────────────────────────────────────────────────────────────


class Page(Struct, frozen=True):
    """What a fetcher brought: bytes, and what is known of them. Not yet read."""

    source: str  # id of the Source
    url: str  # where a reader of the briefing finds it: the final address, or the path relative to the project root
    origin: Origin
    content: bytes
    media_type: str = ""  # as declared, lower case, without parameters; "" when nobody declared it
    charset: str = ""  # as declared by HTTP; "" when it was not
    path: str = ""  # the path relative to the project root when the bytes came from a file
    notes: tuple[str, ...] = ()  # what a reader of the briefing should know, such as that a fallback was read
    reason: str = ""  # why it is no live page; differs from machine to machine, so it is told and not kept


BlockKind = Literal["heading", "paragraph", "item", "term", "quotation", "code", "table", "figure", "footnote"]


class Span(Struct, frozen=True):
    """A stretch of a text."""

    start: int
    end: int


class Link(Struct, frozen=True):
    """A link of the source: text[start:end] of its block is the anchor text. url is absolute, http(s) or mailto."""

    start: int
    end: int
    url: str


class Block(Struct, frozen=True):
    """A piece of a document that stands by itself. `text` is canonical; links and sentences point into it."""

    kind: BlockKind
    text: str
    level: int = 0  # heading: 1 to 6; item: depth of nesting, 1 outermost; otherwise 0
    links: tuple[Link, ...] = ()
    sentences: tuple[Span, ...] = ()  # filled by steps.extract, the same way for every format
    address: str = ""  # figure: the address of the picture
    label: str = ""  # code: its language; footnote: its label
    line: int = 0  # line in a text file or page of a PDF, from 1; 0 when there is none
    line_starts: tuple[int, ...] = ()  # text file: where in the text its second line begins, its third, and so on
    date: str = ""  # ISO 8601 date that the source gives for this block (an item of a feed), else ""
    url: str = ""  # the page of this block where it is not the document's (an item of a feed)


class Document(Struct, frozen=True):
    """A source, read: its blocks, and what it says of itself."""

    source: str
    url: str
    origin: Origin
    blocks: tuple[Block, ...]
    title: str = ""
    author: str = ""
    site: str = ""
    published: str = ""  # ISO 8601 date, or as much of it as is known
    language: str = ""  # BCP 47, lower-case primary tag first; "" when unknown
    path: str = ""  # as in Page
    kind: Literal["page", "text", "pdf"] = "page"  # how a place in it is addressed: text fragment, line, page number
    visible: str = ""  # all visible text of the page, canonical: what a text fragment must be unique in
    notes: tuple[str, ...] = ()
    reason: str = ""  # as in Page


class Located(Struct, frozen=True):
    """A block with its place: which source, its position there, and the headings above it, outermost first."""

    source: str
    position: int
    block: Block
    heading: tuple[str, ...] = ()


# ── Plan ────────────────────────────────────────────────────────────────────────────────────────────────────────


class SectionPlan(Struct, frozen=True):
    """One section to write: its id ("2024-01", "2024-Q1", "2024-W05" or a slug) and the blocks that belong to it."""

    id: str
    title: str
    blocks: tuple[Located, ...]


class Plan(Struct, frozen=True):
    """Every block of every document stands in exactly one section, or in the introduction, or in the outlook."""

    sections: tuple[SectionPlan, ...]
    introduction: tuple[Located, ...] = ()
    outlook: tuple[Located, ...] = ()
    findings: tuple["Finding", ...] = ()


# ── Drafting ────────────────────────────────────────────────────────────────────────────────────────────────────

FieldKind = Literal[
    "prose", "quote", "quotes", "words", "reference", "references", "tags", "code", "figure", "table", "analysis",
]  # fmt: skip
# What a field is for, where a part of the program has to know: "" is filled by its kind.
Role = Literal[
    "", "key", "idea", "quote", "relevance", "others",
    "introduction", "lead", "attribution", "conclusions", "outlook", "overall", "excerpts",
    "heading", "model", "date", "names",
]  # fmt: skip


class FieldGroup(Struct, frozen=True):
    """Fields that are shown together. `of`: how many groups of this kind can be; `number`: which of them it is."""

    key: str  # name and number of one of several, else the name
    name: str
    label: str
    guide: str = ""
    folded: bool = False
    number: int = 1
    of: int = 1


class FieldSpec(Struct, frozen=True):
    """A field that a style asks for. `guide` tells a writer what belongs into it."""

    key: str
    kind: FieldKind
    label: str
    guide: str = ""
    most: int = 3  # sentences of prose or analysis, references, tags
    role: Role = ""
    woven: bool = False  # prose: words of the source may stand in it, between quotation marks
    missing: bool = False  # where it is empty, the reader is told that the source does not give it
    bare: bool = False  # shown without its label
    address: bool = False  # links: where they lead is shown, too
    place: Literal["", "opening", "closing"] = ""  # overview: before or after the sections; "" goes by its role
    group: FieldGroup | None = None

    @property
    def takes_a_model(self) -> bool:
        """Whether it takes understanding to fill it, so that a writer without a model leaves it empty."""
        return self.kind in ("analysis", "words") or self.role in ("model", "heading", "attribution")


class Passage(Struct, frozen=True):
    """One sentence that a writer is shown. Its number is its place in the Reading, from 1."""

    located: Located
    span: Span
    section: str = ""  # in the overview: "introduction", "outlook", or the id of the section that rests on it; else ""

    @property
    def text(self) -> str:
        return self.located.block.text[self.span.start : self.span.end]


class LinkChoice(Struct, frozen=True):
    """One link that a writer is shown. Its number is its place in the Reading, from 1."""

    located: Located
    link: Link

    @property
    def text(self) -> str:
        return self.located.block.text[self.link.start : self.link.end]


class Reading(Struct, frozen=True):
    """All that a writer may rest a section on."""

    passages: tuple[Passage, ...]
    links: tuple[LinkChoice, ...] = ()


class Draft(Struct, frozen=True):
    """UNTRUSTED. What a writer answered, as JSON values by field key. Only steps.verify may look into it.

    prose       [{"text": str, "cites": [sentence number, ...], "quotes": [CUT, ...]}, ...]   {1} in text: the first CUT
    quote       [sentence number, ...]               one, or consecutive ones of one block
    quotes      [[sentence number, ...], ...]
    words       CUT: {"sentence": sentence number, "from": str, "to": str or null}   from its first words to its last
    reference   {"link": link number or null, "sentence": sentence number or null}
    references  [link number, ...]
    tags        [str, ...]
    code, figure, table   sentence number of the block, or null
    analysis    [str, ...]
    A field for which the source gives nothing is null, or left out.
    """

    fields: Mapping[str, object]


class Usage(Struct, frozen=True):
    """What the writing cost: calls made, tokens in and out, US dollars where the price is known."""

    calls: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    cached: int = 0  # replies taken from the cache, not paid for again
    usd: float | None = 0.0  # None: at least one call had no known price

    def __add__(self, other: "Usage") -> "Usage":
        usd = None if self.usd is None or other.usd is None else self.usd + other.usd
        return Usage(
            self.calls + other.calls,
            self.input_tokens + other.input_tokens,
            self.output_tokens + other.output_tokens,
            self.cached + other.cached,
            usd,
        )


# ── The briefing: verified ──────────────────────────────────────────────────────────────────────────────────────


class Cite(Struct, frozen=True, order=True):
    """A slice of a piece of evidence. `url` leads to it, where that is more exact than the evidence's own url."""

    evidence: str
    start: int
    end: int
    url: str = ""


class Woven(Struct, frozen=True):
    """Words of a source in a sentence: its text[start:end] is the slice that `cite` cites, which has no url of its own:
    the sentence around the slice is among the citations of the whole."""

    start: int
    end: int
    cite: Cite


class Sentence(Struct, frozen=True):
    """A sentence in a writer's words, what carries it, and the words of sources in it."""

    text: str
    cites: tuple[Cite, ...]
    quotes: tuple[Woven, ...] = ()


class Prose(Struct, frozen=True):
    """What a writer put into its own words."""

    sentences: tuple[Sentence, ...]


class Quote(Struct, frozen=True):
    """Words of a source, whole sentences of it."""

    text: str
    cite: Cite


class Quotes(Struct, frozen=True):
    """Quotations, each by itself."""

    items: tuple[Quote, ...]


class Words(Struct, frozen=True):
    """A few words of a sentence of the source: a date, a name."""

    text: str
    cite: Cite


class Reference(Struct, frozen=True):
    """A link, and the passage in which the source has it."""

    text: str
    url: str  # "" where the source has no link
    cite: Cite


class References(Struct, frozen=True):
    """Links of the sources."""

    items: tuple[Reference, ...]


class Tags(Struct, frozen=True):
    """Words to find it by."""

    tags: tuple[str, ...]


class Excerpt(Struct, frozen=True):
    """A code block, a figure or a table of the source. For a figure, text is the caption and address the picture."""

    kind: Literal["code", "figure", "table"]
    text: str
    cite: Cite
    address: str = ""
    label: str = ""


class Analysis(Struct, frozen=True):
    """The writer's own view: uncited, and marked as such wherever it is shown."""

    sentences: tuple[str, ...]


Field = Prose | Quote | Quotes | Words | Reference | References | Tags | Excerpt | Analysis


# What something was written from: a line for each block, and in it the hash of each sentence (fingerprint.short).
Sentences = Mapping[str, tuple[str, ...]]


class Section(Struct, frozen=True):
    """One section of the briefing, and what it was written from."""

    id: str
    title: str
    fingerprint: str
    read: Mapping[str, str]  # by source, the SHA-256 of the blocks read for it
    fields: Mapping[str, Field]
    length: Mapping[str, int] = field(default_factory=dict)  # by source, the characters of these blocks
    sentences: Sentences = field(default_factory=dict)  # by source: what of it the section was written from
    seals: Mapping[str, str] = field(default_factory=dict)  # by field: see steps.seal


class Overview(Struct, frozen=True):
    """What is told of the whole, and what that was written from."""

    fingerprint: str
    fields: Mapping[str, Field]
    sentences: Sentences = field(default_factory=dict)  # by "introduction", "outlook" and the ids of sections
    seals: Mapping[str, str] = field(default_factory=dict)


class Evidence(Struct, frozen=True):
    """A block of a source that is cited, whole, with the headings above it."""

    source: str
    text: str
    heading: tuple[str, ...]
    url: str


Severity = Literal["info", "warning", "error"]
SEVERITIES: tuple[Severity, ...] = ("info", "warning", "error")  # from the mildest to the worst


class Finding(Struct, frozen=True, order=True):
    """Something that a reader should know. `where` is "SECTION/FIELD", "SECTION", "sources/ID" or
    "briefing" for what is true of all of it."""

    where: str
    check: str
    message: str
    severity: Severity = "warning"
    hint: str = ""


class SourceRecord(Struct, frozen=True):
    """What readers are told of a source."""

    id: str
    title: str
    author: str
    site: str
    published: str
    url: str
    origin: Origin
    language: str = ""  # as in Document


class WriterRecord(Struct, frozen=True):
    """Who wrote it."""

    engine: str
    model: str = ""


class Briefing(Struct, frozen=True):
    """All that briefing.json holds, and all that the other files are made from."""

    name: str
    title: str
    style: str
    language: str
    period: Period
    writer: WriterRecord
    sources: tuple[SourceRecord, ...]
    sections: tuple[Section, ...]
    overview: Overview
    evidence: Mapping[str, Evidence] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    schema: int = SCHEMA_VERSION
