"""What a judge says. In: its draft, in a run or an audit. Out: verdicts, numbers, and the words that it points at."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from briefing.model import Draft
from briefing.steps.desk import number_of
from briefing.text import canonical

_SHORTEST = 2  # characters of words that are pointed at


class Said(Struct, frozen=True):
    """One item under a verdict: the numbers in it, as given, and the words beside them."""

    verdict: str
    numbers: tuple[int, ...]
    words: str = ""

    def of(self, statement: str) -> str:
        """The words, where they stand in the statement: of what a judge types itself, nothing else is told."""
        return self.words if len(self.words) >= _SHORTEST and self.words in canonical(statement) else ""


def opinions(draft: Draft, verdicts: Iterable[str]) -> Iterator[Said]:
    """In the order of the verdicts. An item is a number, or numbers with words beside them."""
    for verdict in verdicts:
        value = draft.fields.get(verdict)
        for item in value if isinstance(value, list) else []:
            words, cited = (item.get("text"), item.get("cites")) if isinstance(item, dict) else ("", [item])
            numbers = [number_of(each) for each in (cited if isinstance(cited, list) else [cited])]
            given = tuple(number for number in numbers if number is not None)
            yield Said(verdict, given, canonical(words) if isinstance(words, str) else "")
