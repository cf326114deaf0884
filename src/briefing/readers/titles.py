"""Where a line break ends a title. In: what stands before it in an item of a list, and after it. Out: yes or no.

"Kiln Atlas<br>It covers 40 kilns." is a title and a sentence; in "The kiln of<br>Harrow was built", a line is broken.
"""

LONGEST = 200  # characters of a title
_OPENING = " \t\r\n\u00a0\"“„«‘'"


def may_be_title(line: str, marked: bool) -> bool:
    """marked: whether it ends as a link, in bold or in italics. Else it does not break off in a sentence, as far as is
    told by capitals."""
    words = line.split() if len(line) <= LONGEST else []
    return bool(words) and words[-1][-1].isalnum() and (marked or not words[-1].islower())


def begins_sentence(text: str) -> bool:
    return text.lstrip(_OPENING)[:1].isupper()
