"""Links: a writer types none. An address or host in a statement has to stand in what it cites."""

import re
from collections.abc import Iterator

from briefing.checks.base import Fact, Statement

ADDRESS = re.compile(
    r"\b[a-z][a-z0-9+.-]*://[^\s<>\"”“)\]]+"
    r"|(?:data|javascript|mailto):[^\s<>\"”“)\]]+"
    r"|\bwww\.[^\s<>\"”“)\]]+"
    r"|\b[\w.+-]+@[\w-]+\.[\w.-]+"
    r"|\b(?:[a-z0-9-]+\.)+[a-z]{2,}/[^\s<>\"”“)\]]*"
    r"|\b(?:[a-z0-9-]+\.)+(?:com|org|net|io|ai|dev|edu|gov|co|uk|de|fr|jp|cn|ru|info|blog|news|app|xyz)\b(?:/[^\s<>\"”“)\]]*)?",
    re.IGNORECASE,
)
_MAYBE = re.compile(
    r":\S|@|\.[^\W\d_]|[wW]\."
)  # each has one of them, and most texts none: these are not looked through


class Links:
    name = "links"
    explains = "is an address that what it cites does not carry"
    hint = "Leave addresses out: the briefing links the source by itself."
    whole = False
    byline = False
    elsewhere = False

    def facts(self, statement: Statement) -> Iterator[Fact]:
        for match in ADDRESS.finditer(statement.text):
            address = match.group().rstrip(".,;:!?")
            yield Fact(address, address)

    def carries(self, passage: str, fact: Fact) -> bool:
        return re.search(rf"(?<![\w.-]){re.escape(fact.key)}(?![\w/-])", passage) is not None


def without_addresses(text: str) -> str:
    """With spaces in their place."""
    return ADDRESS.sub(lambda match: " " * len(match.group()), text) if _MAYBE.search(text) else text
