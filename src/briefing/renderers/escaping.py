"""Text of strangers in GitHub Flavored Markdown. In: text. Out: Markdown that shows it and nothing else, with as few
escapes as that takes, since reviewers read the file as it is.

A text does not know its neighbours: `escape` makes it safe beside any. Where a whole paragraph is known, `spare` takes
back what turned out needless. In files a code host makes no links of @names and #numbers, so they stay as they are.
"""

import re
from typing import Any

from briefing.renderers.cleaning import clean

ENTITY = re.compile(r"&(?=#?\w+;)")

# What is markup wherever in a line it stands. Of ~ and $, what can end something is escaped: then nothing begins.
_MARKUP = re.compile(
    r"""\\(?=[!-/:-@\[-`{-~]|$)  # before punctuation, or before what follows the text
    | [`\[\]|]
    | <(?=[A-Za-z/!?]|[^\s<>]*@|$)  # a tag, or an address
    | &(?=\#?\w+;)
    | (?<![ ])\* | \*(?![ ])  # emphasis, unless between spaces
    | (?!(?<=[ ])_[ ]) (?: (?<![^\W_])_ | _(?![^\W_]) )  # so _, which is no markup within a word either
    | (?<=\S)~ | ~(?![\w/ ]) | ^~(?!\w)  # strikethrough, by two or by one
    | (?<=\S)\$(?!\d) | \$(?=\$) | ^\$(?!\w)  # math, which ends neither after a space nor before a digit
    | (?:(?<=http)|(?<=https)|(?<=ftp))(?=://)  # a code host makes links of these by itself
    | (?<=(?<![^\W_])www)(?=\.)
    """,
    re.X | re.I,
)
# Without any of these there is nothing of it, which is told in a tenth of the time.
_SUSPECT = re.compile(r"[\\`\[\]|<&*_~$]|:(?=//)|(?<=[Ww]{3})\.")
_OPENERS = frozenset(">#-+=:")
_LINE_START = re.compile(r"^(?=>|#{1,6}(?:\s|$)|[-+](?:[\s:\\-]|$)|=+$|:-)")
_NUMBERED = re.compile(r"^(\d{1,9})(?=[.)](?:\s|$))")
_LINE_END = re.compile(r"(?<=\s)(?=#+$)")
# A code host makes links of these, too, even where the @ is escaped: a comment keeps it apart.
_EMAIL = re.compile(r"(?<=[\w.+-]@)(?=[\w\\@-]*\.[\w\\.@-]*[A-Za-z])")

# Escapes that a paragraph does not need, and escaped backslashes before them, which are kept.
_NEEDLESS = re.compile(r"(\\\\)|(?<!^)\\(\|)|(?<!^)\\(\[[^\\\[\]^\n]+)\\(\])(?![(\[])", re.M)
_LONE = {mark: re.compile(rf"(\\\\)|(?<!^)\\(?={re.escape(mark)})", re.M) for mark in "`*_~$"}


class Markup(str):
    """Text that is Markdown already."""

    __slots__ = ()


def escape(value: Any) -> Any:
    """Text as one line of Markdown that shows it and nothing else, wherever in a line it stands."""
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    text = " ".join(clean(value).split())
    if _SUSPECT.search(text):
        text = _MARKUP.sub(r"\\\g<0>", text)
    if text[:1] in _OPENERS:
        text = _LINE_START.sub(r"\\", text)
    elif text[:1].isdecimal():
        text = _NUMBERED.sub(r"\1\\", text)
    if text[-1:] == "#":
        text = _LINE_END.sub(r"\\", text)
    return Markup(_EMAIL.sub("<!-- -->", text) if "@" in text else text)


def whole(text: str) -> Markup:
    """Text that is a heading or a paragraph by itself."""
    return spare(escape(text))


def spare(paragraph: str) -> Markup:
    """A whole paragraph without the escapes that it does not need: it is no table, brackets in pairs are no link where
    nothing to link follows, and a mark that stands alone in it neither begins nor ends anything."""
    text = _NEEDLESS.sub(r"\1\2\3\4", paragraph)
    for mark, pattern in _LONE.items():
        if text.count(mark) == 1:
            text = pattern.sub(r"\1", text)
    return Markup(text)
