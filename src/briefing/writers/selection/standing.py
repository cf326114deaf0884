"""Does a sentence stand by itself? In: a sentence and its language's lexicon. Out: the first reason why not, or none.

The rules are a table, from the gravest to the lightest. They know only the surface: what opens a sentence, what ends
it, and words that point elsewhere.
"""

import re
from collections.abc import Callable
from enum import IntEnum

from briefing.writers.selection.addressed import commands_a_machine
from briefing.writers.selection.lexicon import Lexicon
from briefing.writers.selection.terms import length, tokens


class Standing(IntEnum):
    """The higher, the better a sentence stands."""

    BARRED = 0  # no statement to be taken out of its place: a question, a caption, a notice to the reader
    NAMES = 1  # a title: fit to go before a sentence that leans on it, not to be alone
    LEANS = 2  # on the sentence before it: fit to follow that one, not to be alone
    BARE = 3  # leans on the subject at hand ("The paper"): fit for prose under its name, not for a quotation
    STANDS = 4


_QUESTION = re.compile(r"[?？؟][\"'”’»)\]]*$")
_CLOSED = re.compile(r"[.!…。！۔．][\"'”’»「」』）)\]]*(?:\[\d+\])*$")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S@[\w-]+\.\w")
_BIBLIOGRAPHY = re.compile(
    r"arXiv preprint|\barXiv:\d|\bIn Proceedings of|,? pages \d+|\bpp\. ?\d+|\bISBN\b|\bdoi:\s?10\."
)
_MARKUP = re.compile(r"<[a-zA-Z/!][^>]*>|```|\{\{|\}\}| \| ")
_TICKET = re.compile(r"(?<!\w)#\d+\b|§")
_CODE = re.compile(r"\w_\w|__\w|\w\(\)|\w::\w|\\[a-zA-Z]{2}")
_NOTATION = re.compile(r"\b[a-zA-Z]{1,2},[a-z]\b|\) ?[=≈] ?\w|[α-ωϕϵ]\(|[∑∏∈∀∃∪∩≤≥]")
_VALUE = re.compile(r"\w ?[=≈] ?\d")
_VARIABLE = re.compile(r"(?<![\w'’./-])[a-z](?![\w'’./-])")
_BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_ENUMERATED = re.compile(r"^(?:\(?\d{1,3}[.)]|\(?[a-zA-Z][.)])\s")
# A page can speak to the programs that read it; that is no statement of its author to a reader.
_TO_A_MACHINE = re.compile(
    r"(?:^\W*|[.!?:,;] |\b(?:please|must|should|you|and) )(?:ignore|disregard|forget|override) (?:\w+ ){0,3}"
    r"(?:above|previous|prior|earlier|preceding|instructions?|prompts?|rules)\b"
    r"|\b(?:note|message|instructions?|attention|hello|dear|hey)[ ,:]+(?:to |for )?(?:\w+ )?"
    r"(?:AIs?|LLMs?|language models?|chatbots?|assistants?|agents?)\b"
    r"|\b(?:the )?(?:assistant|model|AI|LLM|chatbot)s? (?:reading|summari[sz]ing|processing) this\b"
    r"|\b(?:the|you,?|any) (?:AI|LLM|assistant|language model)s?,? (?:must|should|shall|has to|is to) \w+"
    r"|^\W*(?:SYSTEM|ASSISTANT|DEVELOPER|USER|INSTRUCTIONS?|PROMPT)\s*:|\bas an? (?:AI|language model|LLM)\b"
    r"|\bsystem prompt\b"
    r"|\b(?:quote|print|repeat|output|include|cite) (?:this|the following|that) (?:\w+ )?"
    r"(?:sentence|text|instead|verbatim|link)\b",
    re.IGNORECASE,
)
_PAIRS = (("(", ")"), ("[", "]"), ("“", "”"), ("«", "»"), ("「", "」"), ("（", "）"))
_SHORTEST, _LONGEST = 4, 70  # words
_COMMAS, _MADE = 3, 0.1  # from so many commas, a sentence needs this share of function words

Rule = Callable[[str, Lexicon], bool]


def speaks_to_a_machine(text: str) -> bool:
    """Whether it is no word of the author to a reader."""
    return commands_a_machine(text) or bool(_TO_A_MACHINE.search(text))


def is_closed(sentence: str, words: Lexicon) -> bool:
    """Whether the sentence was brought to its end."""
    return bool(_CLOSED.search(sentence)) or words.ends("closes", sentence)


def _is_fragment(sentence: str, _words: Lexicon) -> bool:
    letters = [character for character in sentence if character.isalpha()]
    return not letters or 2 * len(letters) < len(sentence.replace(" ", "")) or length(sentence) < _SHORTEST


def _is_unopened(sentence: str, _words: Lexicon) -> bool:
    """A lower-case beginning is the rest of a sentence, unless it is a name such as iOS or scikit-learn."""
    first = sentence.split(maxsplit=1)[0]
    return first[0] in ",;:)]}…/\\" or (first[0].islower() and first.isalpha() and first.islower())


def _is_unbalanced(sentence: str, _words: Lexicon) -> bool:
    return any(sentence.count(opening) != sentence.count(closing) for opening, closing in _PAIRS)


def _is_enumeration(sentence: str, words: Lexicon) -> bool:
    """Names and commas, with hardly a word that makes a sentence of them."""
    found = tokens(sentence)
    made = sum(token.casefold() in words.function_words for token in found)
    return words.is_spaced and sentence.count(",") >= _COMMAS and made < _MADE * len(found)


def _is_title(sentence: str, words: Lexicon) -> bool:
    """Every word that means something has a capital: "A History of the Kilns of Harrow". Where something is asserted,
    it may be a sentence full of names, unless other words have a capital too: "Why the Kiln Is Not Cold"."""
    if not words.capitalises_titles or _CODE.search(sentence) or _TICKET.search(sentence):
        return False
    pieces = [piece.strip("\"'“”‘’.,:;!?") for piece in _BRACKETED.sub("", sentence).split()]
    said = [piece for piece in pieces if len(piece) > 1 and piece.casefold() not in words.function_words]
    asserts = any(words.is_all("asserts", piece) and piece.islower() for piece in pieces)
    raised = any(
        piece.istitle() and len(piece) > 1 and piece.casefold() in words.function_words for piece in pieces[1:]
    )
    return bool(said) and not any(piece[0].islower() for piece in said) and (raised or not asserts)


def _has_variable(sentence: str, words: Lexicon) -> bool:
    """A letter by itself that is no word stands for something that was named elsewhere, as does what has a value."""
    return bool(_VALUE.search(sentence)) or (
        words.is_spaced and any(found not in words.function_words for found in _VARIABLE.findall(sentence))
    )


def _leans_on_neighbour(sentence: str, words: Lexicon) -> bool:
    return words.opens("refers", sentence) and not words.opens("stands", sentence)


RULES: tuple[tuple[str, Standing, Rule], ...] = (
    ("fragment", Standing.BARRED, _is_fragment),
    ("too long", Standing.BARRED, lambda sentence, _words: length(sentence) > _LONGEST),
    ("question", Standing.BARRED, lambda sentence, _words: bool(_QUESTION.search(sentence))),
    ("lead-in", Standing.BARRED, lambda sentence, _words: sentence.endswith((":", "："))),
    ("aside", Standing.BARRED, lambda sentence, _words: sentence.startswith(("(", "[", "（"))),
    ("rest of a sentence", Standing.BARRED, _is_unopened),
    ("cut", Standing.BARRED, _is_unbalanced),
    ("enumeration", Standing.BARRED, _is_enumeration),
    ("title", Standing.NAMES, _is_title),
    ("notation", Standing.BARRED, lambda sentence, _words: bool(_NOTATION.search(sentence))),
    ("instruction", Standing.BARRED, lambda sentence, words: words.opens("instructs", sentence)),
    ("markup", Standing.BARRED, lambda sentence, _words: bool(_MARKUP.search(sentence))),
    ("address", Standing.BARRED, lambda sentence, _words: bool(_ADDRESS.search(sentence))),
    ("bibliography", Standing.BARRED, lambda sentence, _words: bool(_BIBLIOGRAPHY.search(sentence))),
    ("caption", Standing.BARRED, lambda sentence, words: words.opens("caption", sentence)),
    ("pointer", Standing.BARRED, lambda sentence, words: words.count("pointer", sentence) > 0),
    ("words to a machine", Standing.BARRED, lambda sentence, _: speaks_to_a_machine(sentence)),
    ("greeting", Standing.BARRED, lambda sentence, words: words.count("greets", sentence) > 0),
    ("notice", Standing.BARRED, lambda sentence, words: words.count("notice", sentence) > 0),
    ("joined", Standing.LEANS, lambda sentence, words: words.opens("joins", sentence)),
    ("subject elsewhere", Standing.BARE, lambda sentence, words: words.opens("definite", sentence)),
    ("refers back", Standing.LEANS, _leans_on_neighbour),
    ("unclosed", Standing.BARE, lambda sentence, words: not is_closed(sentence, words)),
    ("code", Standing.BARE, lambda sentence, _words: bool(_CODE.search(sentence))),
    ("variable", Standing.BARE, _has_variable),
    ("citations", Standing.BARE, lambda sentence, _words: sentence.count("et al") > 1),
    ("number of a ticket or section", Standing.BARE, lambda sentence, _words: bool(_TICKET.search(sentence))),
    ("numbered", Standing.BARE, lambda sentence, _words: bool(_ENUMERATED.match(sentence))),
    ("refers within", Standing.BARE, lambda sentence, words: words.count("within", sentence) > 0),
)


def standing(sentence: str, words: Lexicon) -> tuple[Standing, str]:
    """How a sentence stands, and the name of the rule that says so ("" where none does)."""
    return next(((level, name) for name, level, rule in RULES if rule(sentence, words)), (Standing.STANDS, ""))
