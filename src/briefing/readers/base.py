"""A reader turns the bytes of one format into blocks. In: a Page. Out: a Document without sentences."""

from typing import Protocol

from briefing.model import Document, Page


class Reader(Protocol):
    """One file of this folder, entered in table.py by its media types and file endings."""

    def __call__(self, page: Page) -> Document:
        """Read a page whole, in reading order; blocks come without sentences (steps.extract adds them for all formats).

        Raises SourceError where the bytes are not of this format or hold no text (a scan), and NotAnArticle where
        they are a page that holds no article (an error page, a shell that needs JavaScript).
        """
        ...
