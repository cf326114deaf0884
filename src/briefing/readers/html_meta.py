"""What a page says of itself. In: its tree, before anything is taken out. Out: title, author, site, date, language.

Read are schema.org JSON-LD, the Open Graph, Dublin Core and citation meta elements, microdata, and what authors mark
up by hand (h1, time, rel=author); in this order, the first that says anything holds.
"""

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from msgspec import Struct

from briefing.readers import html_bylines
from briefing.readers.html_edges import bare
from briefing.readers.html_index import Index
from briefing.text import canonical

_ARTICLES = re.compile(r"(?:Article|BlogPosting|Report|WebPage|Posting|Thesis|Review|Recipe|Episode)$")
_TITLES = ("og:title", "citation_title", "dc.title", "dcterms.title", "twitter:title", "parsely-title")
_AUTHORS = ("author", "article:author", "citation_author", "dc.creator", "dcterms.creator", "parsely-author", "byl")
_SITES = ("og:site_name", "application-name", "citation_journal_title", "apple-mobile-web-app-title")
_DATES = (
    "article:published_time", "og:article:published_time", "citation_publication_date", "citation_date",
    "citation_online_date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date", "dcterms.date", "date",
    "pubdate", "publishdate", "publish-date", "publish_date", "publication_date", "parsely-pub-date", "sailthru.date",
    "datepublished", "article.published",
)  # fmt: skip
_MONTHS = "january february march april may june july august september october november december".split()
_MONTH = r"(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
_ISO = re.compile(
    r"\b((?:19|20)\d\d)(?!\d)(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?!\d))?|\b((?:19|20)\d\d)(\d\d)(\d\d)\b"
)
_MONTH_FIRST = re.compile(rf"\b{_MONTH}\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+((?:19|20)\d\d)\b", re.I)
_DAY_FIRST = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\.?\s+{_MONTH}\.?,?\s+((?:19|20)\d\d)\b", re.I)
_CJK = re.compile(r"\b((?:19|20)\d\d)\s*[年년]\s*(\d{1,2})\s*[月월](?:\s*(\d{1,2})\s*[日일])?")
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](\d\d)(?:[/-](\d\d))?(?=[/-]|$)")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*", re.I)
_SEPARATOR = re.compile(r"\s+[|–—·•:»«/\\-]+\s+|\s*[｜│]\s*")
_BY = re.compile(r"^(?:by|von|par|por|di|author|posted by|written by)[:\s]+", re.I)
_LONGEST_HEADER = 200  # characters of what stands with the title of a page
_LONGEST_NAME = 100  # characters


class About(Struct, frozen=True):
    title: str
    author: str
    site: str
    published: str
    language: str


def about(index: Index, url: str) -> About:
    """url: the address of the page, which may tell its date and its site."""
    said = _Said(index, _metas(index), list(_linked_data(index)))
    site = said.site() or (urlsplit(url).hostname or "").removeprefix("www.")
    return About(said.title(site), said.author(), site, said.published() or _date_in_address(url), said.language())


def _metas(index: Index) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for meta in index.named("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv") or ""
        value = canonical(meta.get("content") or "")
        if name and value:
            found.setdefault(name.strip().lower(), []).append(value)
    return found


def _first(values: Iterable[str]) -> str:
    return next(filter(None, values), "")


# ── JSON-LD ─────────────────────────────────────────────────────────────────────────────────────────────────────


def _linked_data(index: Index) -> Iterator[dict[str, Any]]:
    """The articles that the page describes; one that breaks the rules of JSON says nothing."""
    for script in index.named("script"):
        if (script.get("type") or "").strip().lower() == "application/ld+json" and script.text:
            try:
                todo = [json.loads(script.text, strict=False)]
            except (ValueError, RecursionError):
                continue
            while todo:
                thing = todo.pop()
                if isinstance(thing, list):
                    todo.extend(reversed(thing))
                elif isinstance(thing, dict):
                    todo += [thing.get("mainEntity"), thing.get("@graph")]
                    if any(_ARTICLES.search(str(kind)) for kind in _listed(thing.get("@type"))):
                        yield thing


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _name(value: Any) -> str:
    """The name of a person or an organisation, or of several."""
    names = [thing.get("name") if isinstance(thing, dict) else thing for thing in _listed(value)]
    return ", ".join(dict.fromkeys(canonical(name) for name in names if isinstance(name, str) and name.strip()))


def _text(value: Any) -> str:
    return canonical(value) if isinstance(value, str) else ""


# ── The fields ──────────────────────────────────────────────────────────────────────────────────────────────────


class _Said(Struct, frozen=True):
    """All that a page says, and what to believe of it."""

    index: Index
    metas: dict[str, list[str]]
    things: list[dict[str, Any]]  # JSON-LD

    def title(self, site: str) -> str:
        """The h1 that one of the page's other titles holds: it has no name of the site in it. Else one of those."""
        head = canonical("".join(text for title in self.index.named("title") for text in title.itertext()))
        given = [*(_text(t.get("headline")) for t in self.things), *self._metas(_TITLES), head]
        printed = [canonical("".join(h1.itertext())).rstrip("#¶ ") for h1 in self.index.named("h1")]
        keys = {h1: key for h1 in printed if (key := bare(h1)) and key != bare(site)}
        for whole in map(bare, filter(None, given)):
            agreed = [h1 for h1, key in keys.items() if key in whole]
            if agreed:
                return max(agreed, key=lambda h1: (whole.startswith(keys[h1]), len(keys[h1])))
        return _without_site(_first(given), site) or _first(printed)

    def author(self) -> str:
        said = [_name(t.get("author")) for t in self.things]
        given = [self.metas[name] for name in _AUTHORS if name in self.metas]
        said += [", ".join(dict.fromkeys(filter(_is_name, names))) for names in given]
        name = _first(filter(_is_name, said))
        if not name:
            printed = (canonical(" ".join(element.itertext())) for element in html_bylines.authors(self.index)[:10])
            name = _first(filter(_is_name, printed))
        if not name:
            return ""
        return _BY.sub("", re.sub(r"\s+,", ",", name))

    def site(self) -> str:
        return _first([*self._metas(_SITES), *(_name(t.get("publisher")) for t in self.things)])

    def published(self) -> str:
        said = [_text(t.get("datePublished")) or _text(t.get("dateCreated")) for t in self.things]
        if day := _first(map(as_date, [*said, *self._metas(_DATES)])):
            return day
        return next((day for text in self._dates_by_hand() if len(day := as_date(text)) > len("2024")), "")

    def _dates_by_hand(self) -> Iterator[str]:
        """What stands where pages put their date: in elements named for it, and around the title."""
        for element in html_bylines.dates(self.index)[:10]:
            yield element.get("datetime") or element.get("content") or element.get("title") or ""
            yield canonical(" ".join(element.itertext()))[:_LONGEST_HEADER]
        for h1 in self.index.named("h1"):
            around = canonical(
                " ".join(text for other in h1.getparent() if other is not h1 for text in other.itertext())
            )
            if len(around) <= _LONGEST_HEADER:
                yield around

    def language(self) -> str:
        tagged = [self.index.elements[0], *self.index.named("body")]
        said = [element.get(name) or "" for element in tagged for name in ("lang", "xml:lang")]
        said += [*self._metas(["content-language", "og:locale", "dc.language"])]
        said += [_text(t.get("inLanguage")) for t in self.things]
        for found in filter(None, (_LANGUAGE.fullmatch(text.strip()) for text in said)):
            primary, *rest = re.split(r"[-_]", found[0])
            return "-".join([primary.lower(), *rest])
        return ""

    def _metas(self, names: Iterable[str]) -> list[str]:
        if self.metas.keys().isdisjoint(names):
            return []
        return [value for name in names for value in self.metas.get(name, ())]


def _without_site(title: str, site: str) -> str:
    parts = _SEPARATOR.split(title)
    own = [part for part in parts if bare(part) != bare(site)]
    if len(own) == len(parts) or not own:
        return title
    start = title.index(own[0])
    return title[start : title.rindex(own[-1]) + len(own[-1])]


def _is_name(text: str) -> bool:
    return bool(re.search(r"[^\W\d_]", text)) and len(text) <= _LONGEST_NAME and not re.match(r"https?:|@|/", text)


# ── Dates ───────────────────────────────────────────────────────────────────────────────────────────────────────


def as_date(text: str) -> str:
    """The first date in a text as ISO 8601, as much of it as is given; "" for none. The day is the one that is written,
    whatever its time zone."""
    if found := _MONTH_FIRST.search(text):
        return _iso(found[3], _month(found[1]), found[2])
    if found := _DAY_FIRST.search(text):
        return _iso(found[3], _month(found[2]), found[1])
    if found := _CJK.search(text):
        return _iso(found[1], found[2], found[3])
    found = _ISO.search(text)
    if not found:
        return ""
    return _iso(found[1], found[2], found[3]) if found[1] else _iso(found[4], found[5], found[6])


def _date_in_address(url: str) -> str:
    found = _IN_ADDRESS.search(urlsplit(url).path)
    return _iso(found[1], found[2], found[3]) if found else ""


def _month(name: str) -> str:
    return str(next(n for n, month in enumerate(_MONTHS, 1) if month.startswith(name.lower()[:3])))


def _iso(year: str, month: str | None, day: str | None) -> str:
    try:
        whole = date(int(year), int(month or 1), int(day or 1)).isoformat()
    except ValueError:
        return ""
    return whole[: 10 if day else 7 if month else 4]
