"""Links and identifiers. In: the addresses of a document. Out: which of them stand in the sources, which one stands
there for the same thing, and which can be none.

An address is known by what it leads to: https://arxiv.org/abs/2401.04088v2, arxiv.org/pdf/2401.04088 and
arXiv:2401.04088 are one.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from functools import cached_property
from urllib.parse import unquote, urlsplit

from msgspec import Struct

from briefing.audit.corpus import Corpus, Segment
from briefing.audit.terms import terms
from briefing.checks.links import ADDRESS
from briefing.model import Block

_ARXIV = re.compile(r"(?:arxiv(?:\.org/(?:abs|pdf|html)/|\s?:\s?|\s+))(?P<id>[\w.%-]+(?:/\d{7})?)", re.IGNORECASE)
_ARXIV_ID = re.compile(r"\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+(?:\.[A-Z]{2})?/\d{7}(?:v\d+)?")
_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|\bdoi\s?:?\s?)?(?P<id>\b10\.\d{2,9}/[^\s<>\"”»)\]]+)", re.IGNORECASE)
_GITHUB = re.compile(r"github\.com/(?P<id>[\w.-]+/[\w.-]+)", re.IGNORECASE)
_PLACEHOLDER = re.compile(
    r"x{3,}|\bv?x\.[xy]\b|\.{3}|…|\b(?:your|insert|placeholder|todo|tbd)\b|your[-_](?:link|url|name|repo)|"
    r"example\.(?:com|org|net)/(?:your|link|url|path|placeholder)|\b(?:link|url)[-_]here\b|[{}\[\]]|%7b|%7d|<|>|"
    r"(?:abs|pdf)/(?:0000\.00000|1234\.56789?|yymm\.)",
    re.IGNORECASE,
)
_MISTYPED = re.compile(
    r"(?<![\w/])(?:(?:https?|htp|htps|htpps?|ttps?|hxxps?):?/(?!/)|(?:htp|htps|htpps?|ttps?|hxxps?)://|https?//|https?:(?=\w))"
    r"[^\s<>\"”»)\]]+"
)
_TRAILING = ".,;:!?'\"”’»)"


class Address(Struct, frozen=True):
    """text[start:end] of a block is the anchor text of a link, or the identifier itself. key: what it leads to."""

    text: str
    start: int
    end: int
    url: str
    key: str
    kind: str  # "arxiv", "doi", "github", "page"


def addresses(block: Block) -> list[Address]:
    """Of a block, each once where it stands: links, and identifiers in the text that no link has."""
    found = [_address(block.text[link.start : link.end], link.start, link.end, link.url) for link in block.links]
    covered = [(each.start, each.end) for each in found]
    for start, end, text in _bare(block.text):
        if not any(first < end and start < last for first, last in covered):
            covered.append((start, end))
            found.append(_address(text, start, end, text))
        elif (inner := _address(text, start, end, text)).key not in {each.key for each in found}:
            found.append(inner)  # a link whose words name another thing than it leads to
    covered = [(each.start, each.end) for each in found if _MISTYPED.match(each.url)]
    found = [e for e in found if _MISTYPED.match(e.url) or not any(a <= e.start < b for a, b in covered)]
    return sorted((each for each in found if not _is_beside_the_point(each)), key=lambda each: each.start)


def _is_beside_the_point(address: Address) -> bool:
    """No page of a source: where to write or to call, and the file that a browser prints at the edge of a page."""
    return address.url.startswith(("mailto:", "tel:")) or (
        address.url.startswith("file:") and address.text.startswith("file:")
    )


def _bare(text: str) -> Iterator[tuple[int, int, str]]:
    for match in _MISTYPED.finditer(text):
        yield match.start(), match.end(), match.group().rstrip(_TRAILING)
    for pattern in (_ARXIV, _DOI, ADDRESS):
        for match in pattern.finditer(text):
            found = match.group().rstrip(_TRAILING)
            if pattern is not _ARXIV or any(map(str.isdigit, match["id"])):
                yield match.start(), match.start() + len(found), found


def _address(text: str, start: int, end: int, url: str) -> Address:
    kind, key = _known(url)
    return Address(text, start, end, url, key, kind)


def _known(url: str) -> tuple[str, str]:
    plain = unquote(url).strip().rstrip(_TRAILING)
    if match := _ARXIV.search(plain):
        return "arxiv", re.sub(r"(?:\.pdf|v\d+)+$", "", match["id"].rstrip("."), flags=re.IGNORECASE)
    if match := _DOI.search(plain):
        return "doi", match["id"].rstrip(_TRAILING).casefold()
    if (match := _GITHUB.search(plain)) and plain.rstrip("/").count("/") <= 4:
        return "github", match["id"].removesuffix(".git").casefold()
    return "page", page_key(plain)


def page_key(url: str) -> str:
    """A web address without what changes nothing: the scheme, www., a slash at the end, the place on the page."""
    try:
        parts = urlsplit(url if "://" in url else f"https://{url}")
    except ValueError:
        return url
    query = "&".join(sorted(each for each in parts.query.split("&") if each and not each.startswith("utm_")))
    host = (parts.hostname or "").removeprefix("www.")
    return f"{host}{parts.path.rstrip('/')}{'?' + query if query else ''}"


def is_placeholder(address: Address) -> bool:
    return _PLACEHOLDER.search(unquote(address.url)) is not None


def is_malformed(address: Address) -> bool:
    """Whether it can lead nowhere, by the form of arXiv's numbers (arxiv.org/help/arxiv_identifier) and of DOIs."""
    if address.kind == "arxiv":
        key = address.key
        month = re.match(r"\d\d(\d\d)\.", key)
        return not _ARXIV_ID.fullmatch(key) or (month is not None and not 1 <= int(month[1]) <= 12)
    if _MISTYPED.match(address.url):
        return True
    if address.kind == "doi":
        return re.fullmatch(r"10\.\d{4,9}/\S+", address.key) is None
    if address.kind == "github":
        return False
    host = address.key.split("/")[0].split("?")[0]
    return "." not in host.strip(".") or ".." in host or " " in host


class Known:
    """The addresses of the sources."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus

    @cached_property
    def by_key(self) -> dict[str, list[tuple[Segment, Address]]]:
        found: defaultdict[str, list[tuple[Segment, Address]]] = defaultdict(list)
        for number, document in enumerate(self.corpus.documents):
            for position, block in enumerate(document.blocks):
                for each in addresses(block) if block.kind != "code" or "/" in block.text else ():
                    place = Segment(0, number, position, each.start, max(each.end, each.start + 1))
                    found[each.key].append((place, each))
        return dict(found)

    @cached_property
    def homes(self) -> frozenset[str]:
        """The addresses of the sources themselves, and of their pictures."""
        documents = self.corpus.documents
        pictures = (block.address for document in documents for block in document.blocks)
        return frozenset(_known(url)[1] for url in (*(document.url for document in documents), *pictures) if url)

    def find(self, address: Address) -> Segment | None:
        found = self.by_key.get(address.key)
        return found[0][0] if found else None

    def same_thing(self, address: Address, about: str) -> tuple[Segment, Address] | None:
        """The address of the same kind that the sources have for the same thing: what the words of the link name, or
        where these name nothing, what it stands beside."""
        named = _telling(address)
        wanted = named if len(named) > 1 else set(terms(about))
        best: tuple[float, Segment, Address] | None = None
        for entries in self.by_key.values():
            for place, each in entries:
                if each.kind == address.kind:
                    score = self._likeness(wanted, each)
                    if score >= _LIKE and (best is None or score > best[0]):
                        best = score, place, each
        return best[1:] if best else self._almost(address)

    def _almost(self, address: Address) -> tuple[Segment, Address] | None:
        """An address of the sources that differs in a letter or two."""
        keys = [key for key, entries in self.by_key.items() if entries[0][1].kind == address.kind]
        near = get_close_matches(address.key, keys, 1, _ALMOST)
        return self.by_key[near[0]][0] if near else None

    def of_another(self, address: Address) -> tuple[Segment, Address] | None:
        """The address that the sources have for the very words of a link, where this one is theirs for other words."""
        words = _bare_words(address)
        if address.kind == "page" or not words or any(words in _bare_words(e) for _, e in self.by_key[address.key]):
            return None
        same = [
            (place, each)
            for key, entries in self.by_key.items()
            for place, each in entries
            if key != address.key and each.kind == address.kind and words in _bare_words(each)
        ]
        shared = _telling(address) & {term for _, each in self.by_key[address.key] for term in _telling(each)}
        return same[0] if same and not shared else None

    def named(self, address: Address) -> str:
        """What the sources call the thing that it leads to."""
        return next((each.text for _, each in self.by_key[address.key] if _telling(each)), address.url)

    def shares_host(self, address: Address) -> bool:
        """Whether the sources link other pages of its site."""
        return address.key.split("/")[0] in self.hosts

    @cached_property
    def hosts(self) -> frozenset[str]:
        return frozenset(key.split("/")[0] for key, entries in self.by_key.items() if entries[0][1].kind == "page")

    def _likeness(self, wanted: Iterable[str], address: Address) -> float:
        """The share of what the words of a link tell that are among the wanted ones."""
        named = _telling(address)
        if len(named) < 2:
            return 0.0
        total = self.corpus.weight(named)
        return self.corpus.weight(named & set(wanted)) / total


def _telling(address: Address) -> set[str]:
    """The words of a link that say what it leads to."""
    words = set(terms(" ".join(_cut(address.text)))) - _EMPTY
    return {word for word in words if not word.isdigit()}


def _bare_words(address: Address) -> str:
    """The words of a link, where they are no address."""
    return " ".join(" ".join(_cut(address.text)).casefold().split()).strip(_TRAILING)


def _cut(text: str) -> Iterator[str]:
    """A text without addresses and identifiers."""
    position = 0
    for start, end in spelled_out(text):
        yield text[position:start]
        position = end
    yield text[position:]


def spelled_out(text: str) -> list[tuple[int, int]]:
    """Where a text has addresses and identifiers, none twice."""
    found: list[tuple[int, int]] = []
    for start, end, _ in sorted(_bare(text)):
        if not found or start >= found[-1][1]:
            found.append((start, end))
        elif end > found[-1][1]:
            found[-1] = (found[-1][0], end)
    return found


_LIKE = 0.75
_ALMOST = 0.88
_EMPTY = frozenset(terms("paper article link report here read study post github arxiv doi org com abs https http www"))
