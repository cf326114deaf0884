"""Word by word. In: two texts. Out: what they share, and what each has for itself, in reading order."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

# A word with what is inside of it (4,200; l'eau; state-of-the-art), a character of a script without spaces, a mark.
_TOKEN = re.compile(
    r"(?:[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
    r"|[^\W\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+(?:[.,'’:/-]\w+)*|[^\w\s])|^(?=\s)"
)
_MOST = 4_000_000  # pairs of words that are compared: of longer texts, such as a whole listing, one replaces the other
_AROUND = 40  # characters that are shown of what stayed the same, where not all of it is


class Run(Struct, frozen=True):
    kind: Literal["same", "removed", "added"]
    text: str


@lru_cache(maxsize=4096)  # reports say the same change in several places
def word_diff(before: str, after: str) -> tuple[Run, ...]:
    """The runs of both texts: without the added ones the first, without the removed ones the second."""
    old, new = _tokens(before), _tokens(after)
    if len(old) * len(new) > _MOST:
        return tuple(_merged(_change(before, after) if before != after else [Run("same", before)]))
    words = SequenceMatcher(None, [word for word, _ in old], [word for word, _ in new], autojunk=False)
    runs: list[Run] = []
    for tag, a, b, c, d in words.get_opcodes():
        if tag == "equal":
            for (word, space), (_, other) in zip(old[a:b], new[c:d], strict=True):
                runs += [Run("same", word), *([Run("same", space)] if space == other else _change(space, other))]
        else:
            runs += _change(_joined(old[a:b]), _joined(new[c:d]))
    return tuple(_merged(runs))


def _tokens(text: str) -> list[tuple[str, str]]:
    """Words, each with what stands between it and the next."""
    places = [(match.start(), match.end()) for match in _TOKEN.finditer(text)]
    return [
        (text[start:end], text[end:following])
        for (start, end), (following, _) in pairwise([*places, (len(text), len(text))])
    ]


def _joined(tokens: list[tuple[str, str]]) -> str:
    return "".join(word + space for word, space in tokens)


def _change(old: str, new: str) -> list[Run]:
    """Without the white space that both end with."""
    tail = old[len(old.rstrip()) :]
    if not tail or new[len(new.rstrip()) :] != tail:
        tail = ""
    runs = (Run("removed", old.removesuffix(tail)), Run("added", new.removesuffix(tail)), Run("same", tail))
    return [run for run in runs if run.text]


def _merged(runs: list[Run]) -> list[Run]:
    """Neighbours of one kind as one, what was removed before what was added."""
    out: list[Run] = []
    removed = added = ""
    for run in [*runs, Run("same", "")]:
        if run.kind == "removed":
            removed += run.text
        elif run.kind == "added":
            added += run.text
        else:
            out += [Run("removed", removed)] * bool(removed) + [Run("added", added)] * bool(added)
            if out and out[-1].kind == "same":
                out[-1] = Run("same", out[-1].text + run.text)
            elif run.text:
                out.append(run)
            removed = added = ""
    return out


def clipped(runs: Sequence[Run]) -> list[Run]:
    """The same with long stretches that did not change cut to the words around the changes."""
    last = len(runs) - 1
    return [_clip(run, first=n == 0, last=n == last) if run.kind == "same" else run for n, run in enumerate(runs)]


def _clip(run: Run, *, first: bool, last: bool) -> Run:
    head, tail = (0 if first else _AROUND), (0 if last else _AROUND)
    if len(run.text) <= head + tail + 10:
        return run
    return replace(run, text=f"{_start(run.text, head)}…{_end(run.text, tail)}")


def _start(text: str, most: int) -> str:
    return text[: text.rfind(" ", 0, most) + 1] if " " in text[:most] else text[:most]


def _end(text: str, most: int) -> str:
    if not most:
        return ""
    place = text.find(" ", len(text) - most)
    return text[place:] if place >= 0 else text[-most:]


def shorten(text: str, most: int) -> str:
    return text if len(text) <= most else f"{_start(text, most).rstrip()} …"
