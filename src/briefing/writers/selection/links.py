"""Chooses links. In: a reading, its material, the period. Out: the link a section is chiefly about, and the others.

Links to one place are weighed together, and stand under the best of their anchor texts.
"""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence, Set

from msgspec import Struct

from briefing.model import LinkChoice, Reading
from briefing.writers.selection.addresses import Kind, arxiv, host, kind, same
from briefing.writers.selection.anchors import is_name
from briefing.writers.selection.lexicon import Cue, Lexicon
from briefing.writers.selection.material import Material, Statement
from briefing.writers.selection.standing import Standing
from briefing.writers.selection.terms import overlap, terms, tokens

_WORTH: Mapping[Kind, float] = {
    "work": 1.0,
    "release": 0.4,
    "page": 0.0,
    "reference": -1.0,
    "profile": -2.0,
    "social": -2.0,
    "shop": -3.0,
    "action": -3.0,
    "picture": -3.0,
    "placeholder": -5.0,
}
_OWN = -1.5  # another text of the author, recommended to the reader
_KEY = 1.2  # from this worth a link is what a section is about
_CHIEF = 0.7  # and this much of it must speak for just this link
_TITLE = 3  # words of a title at least, where nothing else shows that a work is meant
_ITEM = 0.3  # from this likeness to a title an anchor names an item
_PIECE = 0.1  # likeness of an anchor that is a piece of its sentence, and is not printed as an item
_ALONE = 0.6  # likeness to a title of an anchor that is all there is in its list item
_IDENTIFIER = re.compile(r"(?:arxiv|doi|pmid)\W*[\w./-]+", re.IGNORECASE)  # a name of sorts, and no title
_NUMBERED = re.compile(r"[#@!]?\d+|@[\w.-]+|[A-Z]{2,}-\d+|(?=\D*\d)[\da-f]{7,40}")  # tickets, people, commits


class Place(Struct, frozen=True):
    """All links of a section to one place."""

    name: str  # the same for all forms of its address
    best: int  # the number, from 1, of the link with the best anchor
    anchor: str
    titled: float  # how much the anchor looks like a title, 0 to 1
    kind: Kind
    own: bool  # another text of the author, or further reading
    chief: float  # what speaks for it that the section is about this place
    worth: float  # all in all

    @property
    def names_a_work(self) -> bool:
        """Whether it leads to one, or its anchor is so long that it is no name of a person, a house or an event."""
        return self.kind in ("work", "release") or sum(map(str.isalpha, tokens(self.anchor))) >= _TITLE


def places(reading: Reading, material: Material, period: str) -> list[Place]:
    """The places a reading links to, in the order of their first links. period: the id of the section."""
    grouped: dict[str, list[int]] = {}
    for number, choice in enumerate(reading.links, 1):
        grouped.setdefault(same(choice.link.url), []).append(number)
    works = {same(choice.link.url) for choice in reading.links if kind(choice.link.url) == "work"}
    scale = _Scale(material, period, _own_hosts(reading, material), works)
    return [scale.place(name, numbers, index, reading) for index, (name, numbers) in enumerate(grouped.items())]


def key(found: Sequence[Place]) -> Place | None:
    """The place that a section is chiefly about; None where it is not about any."""
    chief = [place for place in found if place.worth >= _KEY and place.chief >= _CHIEF]
    named = [place for place in chief if place.titled] or [place for place in chief if place.kind == "work"]
    return max(named, key=lambda place: place.worth, default=None)


def others(found: Sequence[Place], chosen: Place | None, most: int) -> list[Place]:
    """Other places that name an item, in the order of the source."""
    named = [
        place
        for place in found
        if place is not chosen and not place.own and _WORTH[place.kind] >= 0 and place.titled >= _ITEM
    ]
    ranked = sorted(named, key=lambda place: -place.worth)[:most]
    return [place for place in named if place in ranked]


class _Scale:
    """Weighs the places of one section against each other."""

    def __init__(self, material: Material, period: str, own_hosts: frozenset[str], works: Set[str]) -> None:
        self._material = material
        self._month = period[2:4] + period[5:7]  # as arXiv writes it: "2401" of "2024-01"
        self._own_hosts = own_hosts
        self._works = works
        self._mentions = Counter(name for statement in material.statements for name in statement.leads_to)

    def place(self, name: str, numbers: Sequence[int], index: int, reading: Reading) -> Place:
        links = [reading.links[number - 1] for number in numbers]
        titled = [_titled(link, self._material) for link in links]
        best = max(range(len(links)), key=lambda i: titled[i])
        url = links[best].link.url
        own = host(url) in self._own_hosts or any(
            _is_mine(link, self._material) or _is_aside(link, self._material) for link in links
        )
        chief = self._chief(name, links, index)
        worth = _WORTH[kind(url)] + _OWN * own + titled[best] + chief
        return Place(name, numbers[best], links[best].text, titled[best], kind(url), own, chief, worth)

    def _chief(self, name: str, links: Sequence[LinkChoice], index: int) -> float:
        """What speaks for it that the section is about this place."""
        return (
            2.0 * max(_about(link, self._material) for link in links)
            + min(1.0, 0.5 * math.log2(max(1, self._mentions[name])))
            + 0.5 / (1 + 0.3 * index)
            + 0.8 / (1 + 0.1 * index) * any(_says(link, "picks", self._material) for link in links)
            + 1.0 * any(_says(link, "crowns", self._material) for link in links)
            + 0.4 * any(arxiv(link.link.url)[:4] == self._month for link in links)
            + 0.4 * (self._works == {name})
            + 0.4 * any(link.link.start == 0 for link in links)
            + 1.5 * any(link.located.block.kind == "heading" for link in links)
            + 1.0 * any(_is_told_of(link, self._material) for link in links)
            + 0.4 * any(_goes_on(link, self._material) for link in links)
        )


def _titled(link: LinkChoice, material: Material) -> float:
    words = material.lexicons[link.located.source]
    likeness = title_likeness(link.text, words)
    if not is_name(link, words):
        return min(likeness, _PIECE)
    alone = link.located.block.kind == "item" and link.text.strip() == link.located.block.text.strip(" .-–—•")
    return max(likeness, _ALONE) if alone and likeness else likeness


def title_likeness(anchor: str, words: Lexicon) -> float:
    """0 for "here" and "#123", 1 for something that looks like the title of a work."""
    found = tokens(anchor)
    if not found or words.is_all("nameless", anchor) or _NUMBERED.fullmatch(anchor) or "://" in anchor:
        return 0.0
    if _IDENTIFIER.fullmatch(anchor):
        return 0.2
    if not any(character.islower() or character.isupper() for character in anchor):
        return min(0.6, len(anchor) / 10)
    said = [token for token in found if token.casefold() not in words.function_words]
    capital = sum(not token.islower() for token in said) / (len(said) or 1)
    begun = 1.0 if said and not said[0].islower() else 0.5
    numbered = 0.1 * any(character.isdigit() for character in anchor)
    return min(1.0, max(begun * capital * min(1.0, 0.4 + 0.2 * len(found)), 0.3 * _is_identifier(anchor)) + numbered)


def _is_identifier(anchor: str) -> bool:
    return " " not in anchor and bool(re.search(r"[\d._/-]", anchor))


def _about(link: LinkChoice, material: Material) -> float:
    """How much the anchor shares with the heading of the section."""
    words = material.lexicons[link.located.source]
    return overlap(frozenset(terms(link.text, words.function_words)), material.topic)


def _statement_of(link: LinkChoice, material: Material) -> Statement | None:
    """The sentence that the link stands in."""
    for statement in material.by_place.get((link.located.source, link.located.position), ()):
        if statement.passage.span.start <= link.link.start < statement.passage.span.end:
            return statement
    return None


def _says(link: LinkChoice, cue: Cue, material: Material) -> bool:
    """Whether the sentence that the link stands in has the cue."""
    statement = _statement_of(link, material)
    return statement is not None and statement.words.count(cue, statement.text) > 0


def _is_told_of(link: LinkChoice, material: Material) -> bool:
    """Whether a heading links there under which something is said."""
    head = link.located
    return head.block.kind == "heading" and any(s.standing > Standing.LEANS for s in material.under(head))


def _goes_on(link: LinkChoice, material: Material) -> bool:
    """Whether an item of a list begins with it and then says something, where others are mere titles."""
    there = material.by_place.get((link.located.source, link.located.position), ())
    begins = link.located.block.kind == "item" and link.link.start == 0
    return begins and any(statement.standing > Standing.LEANS for statement in there)


def _said_around(link: LinkChoice, material: Material) -> str:
    """The sentence that the link stands in, and what announces the list that it is an item of."""
    statement = _statement_of(link, material)
    lead_in = material.lead_ins.get((link.located.source, link.located.position))
    return f"{lead_in[1].text if lead_in else ''} {statement.text if statement else ''}"


def _is_mine(link: LinkChoice, material: Material) -> bool:
    """Whether the link is offered as another work of the author: "my previous article", "two talks that I gave:"."""
    return material.lexicons[link.located.source].count("mine", _said_around(link, material)) > 0


def _is_aside(link: LinkChoice, material: Material) -> bool:
    """Whether the link is offered as further reading, or for support: "see also", "subscribe"."""
    words = material.lexicons[link.located.source]
    return kind(link.link.url) == "page" and words.count("notice", _said_around(link, material)) > 0


def _own_hosts(reading: Reading, material: Material) -> frozenset[str]:
    """The sites of the author: where the links lead that are offered as such, the houses of many authors aside."""
    return frozenset(
        host(link.link.url) for link in reading.links if kind(link.link.url) == "page" and _is_mine(link, material)
    )
