"""The forms of sentences that tell a machine what to do. In: a text. Out: the forms that it may have.

To look for a form is dear, and to compile it dearer. So each says beside its pattern which words a sentence of it has,
and those are looked for first.
"""

import re
from collections.abc import Mapping
from functools import cache
from itertools import chain
from typing import NamedTuple

from briefing.writers.selection.terms import folded

_TYPOGRAPHIC = "‘’“”–—"
_SAME = (("\u0130", "i"), ("\u0131", "i"), ("\u017f", "s"))  # letters that a pattern takes for these if case is ignored


class Need(NamedTuple):
    """What a text has to have: one of these words, or one of these stretches, which may be parts of words."""

    words: frozenset[str]
    stretches: tuple[str, ...]

    def is_met(self, small: str, words: frozenset[str]) -> bool:
        return not words.isdisjoint(self.words) or any(stretch in small for stretch in self.stretches)


class Form(NamedTuple):
    pattern: str
    needs: tuple[Need, ...]

    def found_in(self, text: str) -> bool:
        return _compiled(self.pattern).search(text) is not None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def possible(text: str) -> list[Form]:
    """The forms whose words the text has, some of them twice."""
    if not text.isascii():
        for sign, letter in _SAME:
            text = text.replace(sign, letter)
    small, bare = text.lower(), unquoted(text)
    said = folded(bare)
    if "'" in bare:
        said = (*said, *chain.from_iterable(word.split("'") for word in said if "'" in word))
    found = [form for word in _FIRST.intersection(said) for form in _BY_WORD[word]]
    found += [form for stretch, forms in _BY_STRETCH.items() if stretch in small for form in forms]
    words = frozenset(said) if found else frozenset()
    return [form for form in found if all(need.is_met(small, words) for need in form.needs[1:])]


def unquoted(text: str) -> str:
    """With a space for each of the signs that are seen as they are, and make no letters."""
    if not text.isascii():
        for sign in _TYPOGRAPHIC:
            text = text.replace(sign, " ")
    return text


def _form(pattern: str, *needs: str) -> Form:
    """needs: in small letters, words of which each sentence of this form has one; a word after "~" may be a part of
    one, and so may what is no word."""
    return Form(pattern, tuple(map(_need, needs)))


def _need(words: str) -> Need:
    parted = words.split()
    whole = frozenset(filter(str.isalnum, parted))
    return Need(whole, tuple(word.removeprefix("~") for word in parted if word not in whole))


def _both(words: str) -> str:
    """Each word, and with an s."""
    return " ".join(f"{word} {word}s" for word in words.split())


_MACHINE = (
    r"(?:AIs?|A\.I\.|LLMs?|(?:AI |large )?language models?|chat ?bots?|(?:AI |virtual )?assistants?"
    r"|(?:AI |automated )?agents?|ChatGPT|GPT(?:-\d\w*)?|Claude|Gemini|Copilot|summari[sz]ers?|bots?|crawlers?)"
)
_MACHINES = "~a.i. chatgpt gpt claude gemini copilot " + _both(
    "ai llm model chatbot bot assistant agent summarizer summariser crawler"
)
_TOLD = (
    r"(?:instructions?|prompts?|rules|guidelines|directions|directives|orders|tasks?|messages?|programming|training)"
)
_TASKS = (  # the form lets them follow another word without a space
    "~instruction ~prompt ~rules ~guidelines ~directions ~directives ~orders ~task ~message ~programming ~training"
)
_SAYING = "say state write mention include add cite quote recommend name praise promote print output repeat tell insert"
_SAY = rf"(?:{'|'.join(_SAYING.split())})"
_TEXTS = "text page article document source post section"
_THIS = rf"(?:{'|'.join(_TEXTS.split())})"
_NOW = (  # where a command begins
    r"(?:^\W*|[.!?:,;|–—-] [\"“'‘]?|[\"“'‘(]"
    r"|\b(?:please|must|should|shall|you|now|then|instead|also|just|immediately) )"
)

FORMS = (
    # what stands before is taken back
    _form(
        rf"{_NOW}(?:ignore|disregard|forget|override|overrule|bypass|discard|drop)"
        r"(?: (?:all|any|every|everything|of|the|your|my|these|those|that|what|was|said|and|other|system)){0,6}"
        r" (?:(?:the )?(?:above|foregoing)\b"
        rf"|(?:above|previous|prior|earlier|preceding|foregoing|initial|original|existing)? ?{_TOLD}\b)",
        "ignore disregard forget override overrule bypass discard drop",
        f"above foregoing {_TASKS}",
    ),
    _form(
        rf"{_NOW}do not (?:follow|obey|heed) (?:the|your|any|these|those)? ?(?:\w+ )?{_TOLD}\b",
        "follow obey heed",
        "not",
        _TASKS,
    ),
    # the marks of a prompt
    _form(
        r"^\W*(?:(?-i:SYSTEM|DEVELOPER|OVERRIDE)|(?:system|new|updated|hidden|secret|developer)"
        r" (?:prompts?|instructions?|messages?|rules?|directives?|overrides?))\s*[:\]]",
        "system developer " + _both("prompt instruction message rule directive override"),
        "system developer override new updated hidden secret",
        ": ]",
    ),
    _form(r"<\|im_start\|>\s*(?:system|user|assistant)\b", "<|im_start|>"),
    _form(r"^\W*INST\]\s*\w|^\W*SYS>>\s*\w|\[INST\].{0,200}\[/INST\]|<<SYS>>.{0,200}<</SYS>>", "[inst] <<sys>>"),
    _form(r"^\W*#{2,} ?(?:instruction|system|human|assistant|user|response)s?\b\W*:?", "##"),
    _form(r"\bBEGIN (?:SYSTEM )?PROMPT\b", "begin", "prompt"),
    _form(
        r"^\W*(?-i:Human|Assistant)\s*:|\b(?:Human|User)\s*:.{0,200}\b(?:Assistant|AI|ChatGPT)\s*:",
        "~human ~assistant",
        "human assistant user",
        ":",
    ),
    _form(r"</\s*(?:sources?|links|system|instructions?|prompt|context)\s*>", "</"),
    _form(
        r"\b(?:end|close) of (?:the )?(?:sources?|context|article|prompt|document)\b\W*(?:<|now\b|new\b|$)",
        "end close",
        "source sources context article prompt document",
    ),
    _form(r"\{\s*\"(?:reply_to|cites)\"\s*:", "{", '"reply_to" "cites"'),
    # who is spoken to
    _form(
        r"^\W*(?:\w+ )?(?:note|message|instructions?|notice|hint|request|memo) (?:to|for) (?:all |any |every |the )?"
        rf"{_MACHINE}(?: \w+){{0,4}}\s*[:–—]",
        "note message instruction instructions notice hint request memo",
        _MACHINES,
        ": – —",
    ),
    _form(
        rf"^\W*(?:attention|dear|hey|hello|hi),? {_MACHINE}(?: \w+){{0,4}}\s*[:,.!–—-]",
        "attention dear hey hello hi",
        _MACHINES,
    ),
    _form(
        rf"\bif you(?: are|’re|'re) (?:an? |the )?(?:\w+ )?{_MACHINE}\b"
        r"|\byou(?: are|’re|'re)(?: now| no longer)? (?:an? |the )?(?:unrestricted |helpful |new )?"
        rf"(?:{_MACHINE}\b|DAN\b|salesman\b|in (?:developer|debug) mode\b)",
        "you",
        "are re",
        f"dan salesman mode {_MACHINES}",
    ),
    _form(rf"\bas an? {_MACHINE},? you\b", "as", "you", _MACHINES),
    _form(
        r"\byour (?:new|real|true|actual|only|hidden|secret) (?:task|instructions?|prompt|orders) (?:is|are)\b"
        r"|\b(?:the|your) (?:user|operator|developer) (?:wants|asks|asked|needs|told|has told|requires|expects) you\b"
        r"|\b(?:tell|inform|assure|remind) your users?\b|\byou have been told to\b"
        r"|\byou (?:always|must|should|shall|have to|are required to|need to)(?: always| only| never| now)?"
        r" (?:mention|recommend|praise|promote)\b",
        "you your",
        "task instruction instructions prompt orders user users operator developer told"
        " mention recommend praise promote",
    ),
    _form(
        rf"\b(?:the|any|every|each|all) {_MACHINE} (?:that is |that are |which is )?"
        r"(?:reading|summari[sz]ing|processing|parsing|scanning|indexing|analy[sz]ing|evaluating)"
        rf" (?:this|these|the {_THIS})\b",
        "reading summarising summarizing processing parsing scanning indexing analysing analyzing evaluating",
        "~this ~these",
        _MACHINES,
    ),
    # what it is told to do
    _form(
        r"\b(?:reveal|print|output|show|repeat|leak|display|return) (?:me )?your (?:\w+ )?(?:prompt|instructions)\b"
        rf"|{_NOW}translate the (?:instructions?|prompt)\b",
        "prompt instruction instructions",
        "reveal print output show repeat leak display return translate",
    ),
    _form(
        r"\b(?:quote|repeat|cite) (?:only )?(?:this|the following|that) (?:\w+ )?"
        r"(?:sentence|text|line|paragraph|instead)\b"
        r"|\b(?:quote|cite|print|output|include|copy|choose|pick|select) (?:this|the following|that)"
        r" (?:\w+ )?(?:instead|verbatim)\b",
        "quote repeat cite print output include copy choose pick select",
        "sentence text line paragraph instead verbatim",
        "this that following",
    ),
    _form(
        r"\b(?:when|while|before|after|if) (?:you |asked to )?"
        rf"(?:summari[sz]|quot|process|brief)\w* (?:this|the) {_THIS}\b.{{0,40}}\b{_SAY}\b",
        _SAYING,
        _TEXTS,
        "~summari ~quot ~process ~brief",
        "when while before after if",
    ),
    _form(rf"{_NOW}do not summari[sz]e (?:this|the)\b", "summarise summarize", "not"),
    _form(
        rf"{_NOW}(?:summari[sz]e|describe|present|rate|rank) this {_THIS} as\b",
        "summarise summarize describe present rate rank",
        _TEXTS,
        "this",
    ),
    _form(
        rf"{_NOW}(?:repeat after me\b|pretend (?:that )?(?:you|the (?:above|report|{_THIS}))\b)",
        "repeat pretend",
        f"me you above report {_TEXTS}",
    ),
    _form(
        r"^\W*(?:now |please |then |instead,? |just )*"
        r"(?:write|state|mention|report|declare|output|print|respond|reply|answer) that\b",
        "write state mention report declare output print respond reply answer",
        "that",
    ),
    _form(r"\bset the (?:quote|idea|summary|conclusions?) to\b", "set", "quote idea summary conclusion conclusions"),
    _form(r"\bin (?:its|your) (?:main idea|key item)\b", "idea item", "main key", "its your"),
    _form(rf"\bthe summary of (?:this|the) {_THIS} is\b", "summary", _TEXTS),
    _form(
        r"\bmust be (?:named|mentioned|quoted|cited|included|praised)"
        r"(?: first)? in (?:any|every|each|all|your|the) (?:summar|brief|answer|repl|respons)\w+",
        "must",
        "named mentioned quoted cited included praised",
        "~summar ~brief ~answer ~repl ~respons",
    ),
    _form(r"\bname the \w+ \w+ (?:\w+ )?times\b", "name", "times"),
    _form(rf"{_NOW}(?:write|answer) only (?:about|that|with)\b", "write answer", "only"),
    # the commonest of them in other languages
    _form(
        r"^\W*(?:ignorier|vergiss|missachte)\w* .{0,30}(?:anweisung|anleitung|vorgabe|regel)",
        "~ignorier ~vergiss ~missachte",
        "~anweisung ~anleitung ~vorgabe ~regel",
    ),
    _form(
        r"^\W*(?:ignor|oubli)(?:e|ez) (?:toutes? |tous )?(?:les|vos|ces|tes) .{0,20}(?:instruc|consigne)",
        "ignore ignorez oublie oubliez",
        "~instruc ~consigne",
    ),
    _form(
        r"^\W*(?:ignor|olvid|descart)(?:a|e|en) (?:tod[ao]s )?(?:l[ao]s|tus|sus) .{0,20}(?:instruc|indicaci)",
        "ignora ignore ignoren olvida olvide olviden descarta descarte descarten",
        "~instruc ~indicaci",
    ),
    _form(
        r"^\W*(?:ignor|dimentic)(?:a|ate) (?:tutte )?(?:le|tue) .{0,20}istruzion",
        "ignora ignorate dimentica dimenticate",
        "~istruzion",
    ),
    _form(r"(?:игнориру|забуд)(?:й|йте|ь|ьте) .{0,30}(?:инструкци|указани)", "~игнориру ~забуд"),
    _form(
        r"(?:忽略|无视|無視|忘记|忘記).{0,12}(?:指令|指示|说明|說明|提示)|指示(?:は|を)無視",
        "~忽略 ~无视 ~無視 ~忘记 ~忘記",
    ),
    _form(r"지시.{0,6}무시", "~무시", "~지시"),
)


def _by_first(stretches: bool) -> Mapping[str, list[Form]]:
    """The forms by each word, or each stretch, of the first that they need."""
    found: dict[str, list[Form]] = {}
    for form in FORMS:
        for sign in form.needs[0].stretches if stretches else form.needs[0].words:
            found.setdefault(sign, []).append(form)
    return found


_BY_WORD, _BY_STRETCH = _by_first(stretches=False), _by_first(stretches=True)
_FIRST = frozenset(_BY_WORD)
