"""The elements of a page by their names and attributes. In: all of them, in the order of the page. Out: those that are
asked for.

All attributes are read once: a path that asks each element for one takes as long by itself. So are all names.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence

from lxml import etree

NAMES = frozenset(
    "class id role aria-hidden itemprop rel hidden style color bgcolor".split()
)  # of attributes that anybody asks for


class Index:
    def __init__(self, elements: Sequence[etree._Element]) -> None:
        """elements: the root first. They are kept: what nobody keeps, lxml makes anew for every walk."""
        self.elements = elements
        self._given: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
        self._named: defaultdict[str, list[int]] = defaultdict(list)
        for number, element in enumerate(elements):
            self._named[element.tag].append(number)
            for name, value in element.items():
                if name in NAMES:
                    self._given[name].append((number, value))

    def values(self, name: str) -> set[str]:
        """All that the attribute is set to on the page."""
        return {value for _, value in self._given.get(name, ())}

    def having(self, name: str, holds: Callable[[str], bool] | None = None) -> set[int]:
        """The numbers of the elements that have the attribute, or whose value of it holds: each value is asked once."""
        given = self._given.get(name, ())
        if holds is None or not given:
            return {number for number, _ in given}
        fit = set(filter(holds, self.values(name)))
        return {number for number, value in given if value in fit} if fit else set()

    def those(self, name: str, holds: Callable[[str], bool] | None = None) -> frozenset[etree._Element]:
        """The elements that have the attribute, or whose value of it holds."""
        return frozenset(self.pick(self.having(name, holds)))

    def tagged(self, tags: Collection[str]) -> set[int]:
        """The numbers of the elements that have one of these names."""
        return {number for tag in self._named.keys() & tags for number in self._named[tag]}

    def named(self, *tags: str) -> list[etree._Element]:
        """The elements that have one of these names, in the order of the page."""
        return [self.elements[number] for number in sorted(self.tagged(tags))]

    def pick(self, numbers: Iterable[int]) -> list[etree._Element]:
        """Elements by their numbers, in the order of the page; the root is none of them."""
        return [self.elements[number] for number in sorted(numbers) if number]
