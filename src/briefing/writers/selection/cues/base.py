"""The words by which the extractive writer knows what a sentence does: a table for each language.

Data, read by lexicon.py. Each cue is a list of alternatives in the syntax of `re`, matched without regard to case; a
line break in it, with the indentation after it, counts for nothing. In languages that write spaces a cue matches whole
words only. To add a language, add a table: a cue that it does not name never matches, and the choice then rests on
centrality and position.
"""

from msgspec import Struct

_NEVER = "(?!)"


class Cues(Struct, frozen=True):
    """Patterns as text. "Opens" means: at the beginning of a sentence."""

    function: str = ""  # words without a meaning of their own, separated by spaces (not patterns)
    light: str = ""  # words that by themselves name no matter, separated by spaces ("things", "new")
    refers: str = _NEVER  # opens with a pronoun or demonstrative that leans on what stands before
    stands: str = _NEVER  # opens like that, and stands by itself all the same ("It is hard to ...")
    joins: str = _NEVER  # opens with a word that joins it to what stands before ("However,")
    within: str = _NEVER  # leans on what stands before, anywhere ("this method")
    definite: str = _NEVER  # opens with a thing that must have been named before ("The paper")
    pointer: str = _NEVER  # points at a figure, a listing, the lines above or below
    caption: str = _NEVER  # opens like the caption of a figure
    notice: str = _NEVER  # speaks to the reader about the text, or asks for something
    greets: str = _NEVER  # greets the reader, wishes well or takes leave
    mine: str = _NEVER  # names another work of the author
    instructs: str = _NEVER  # tells the reader what to do, step by step ("Now that you are logged in, ...")
    picks: str = _NEVER  # picks or announces the thing that the section is about
    crowns: str = _NEVER  # says outright what is the first thing of its period ("the paper of the month")
    announces: str = ""  # says that just this was started, released, chosen; as `picks` where a table does not name it
    judges: str = _NEVER  # states a finding or a judgement
    alleges: str = _NEVER  # reports what somebody else holds to be true
    tells: str = _NEVER  # tells what a thing is, does or is for
    explains: str = _NEVER  # tells how a thing is made or works, or how it was tested
    matters: str = _NEVER  # speaks of relevance, uptake, limits, consequences
    weighs: str = ""  # the heading of a part that does so ("Discussion"); as `matters` where a table does not name it
    covers: str = _NEVER  # says what a text covers and how it chose
    ahead: str = _NEVER  # looks ahead
    whole: str = _NEVER  # speaks of the whole
    leads: str = _NEVER  # announces the main points
    nameless: str = _NEVER  # an anchor text that names nothing ("here")
    article: str = _NEVER  # the articles
    clause: str = _NEVER  # in an anchor text: what makes it a clause, or a piece of one, and no name
    you: str = _NEVER  # addresses the reader
    asserts: str = _NEVER  # auxiliary verbs; named only where titles are written in capitals, which lack them
    closes: str = _NEVER  # the end of a sentence whose full stop is often left out
