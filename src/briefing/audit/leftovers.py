"""Traces of how a document was made. In: a block. Out: what was to be filled in or taken out, and was not."""

import re
from collections.abc import Iterator

from briefing.model import Block

_FILL = (
    "insert|add|include|placeholder|description of|todo|tbd|fixme|your|fill|replace|citation needed|image|figure|link"
    "|url|name|date|author|hier|bitte|platzhalter|insérer|ajouter|à compléter|insertar|añadir|completar"
    "|inserire|inserir|invoegen"
)
_HERE = "here|goes here|to be (?:added|filled in|inserted|completed)|einfügen|eintragen|ergänzen"
_EAST = "ここに|挿入|追加予定|要出典|여기에|삽입|추가 예정|此处|插入|待补充"
_MADE = "briefing|summary|overview|document|report|version|draft|rewrite|article|breakdown|outline"
# One pattern a line.
_WORDS = rf"""
\[\s*(?:{_FILL})\b[^\]\n]{{0,120}}\](?!\()
\[[^\]\n]{{0,80}}\b(?:{_HERE})\s*\](?!\()
[\[【（(]\s*[^\]】）)\n]{{0,60}}(?:{_EAST})[^\]】）)\n]{{0,60}}[\]】）)]
\{{\{{[^{{}}\n]{{0,120}}\}}\}}|\{{%[^%\n]{{0,120}}%\}}|<%[^%\n]{{0,120}}%>|\$\{{[A-Za-z_][\w.]*\}}
\blorem ipsum\b
\b(?:TODO|FIXME|TBD|TBA|XXX)\b(?:\s*:|\W*$)|^\W*\?\?\?+\s*$
\((?:insert|add|fill in|replace with)\s[^()\n]{{0,80}}\)
(?<![\w\\$^_{{])\{{(?:[a-z]+_[a-z_]+|title|name|date|author|summary|text|topic|source|quote|url|link)\}}
\b(?:figure|table|section|chapter) (?:XX?|N|\?\?)(?=[:.,)])
[?&]utm_source=(?:chatgpt|openai|perplexity|copilot)\b
<(?:insert|your|placeholder|add)[^<>\n]{{0,80}}>
:contentReference\[|\boaicite\b|【\d+(?::\d+)?†[^】]*】|\bturn\d+(?:search|view|file)\d+\b
\bas (?:an? )?(?:AI|artificial intelligence)(?: language)?(?: model| assistant)?\b(?=[,:]| I\b)
\bas a large language model\b(?=[,:]| I\b)
\bals (?:KI|künstliche Intelligenz)(?:-?(?:Sprach)?modell|-Assistent\w*)?\b(?=[, ]+(?:kann|habe|bin))
\ben tant qu['’](?:IA|intelligence artificielle|assistant|modèle)\b|\bcomo (?:una )?(?:IA|modelo de lenguaje)\b
AI(?:言語)?モデルとして|AI(?:언어)? ?모델로서|作为(?:一个)?(?:AI|人工智能)
\b(?:knowledge cutoff|my (?:last |latest )?(?:knowledge|training) (?:update|cutoff|data))\b
\bI (?:cannot|can['’]t|am unable to) (?:browse|access) (?:the )?(?:internet|web|links?|URLs?)\b
^\W*(?:okay|ok|sure|certainly|absolutely|of course|great|got it)\b[,!.:]*\s+(?:here|below|i['’]ve|i have|let)\b
^\W*(?:here(?:['’]s| is| are)|below is) (?:a|an|the|your|my)\b[^.:\n]{{0,120}}\b(?:{_MADE})\b[^.\n]{{0,160}}:\s*$
\b(?:i )?hope this helps\b|\blet me know if you(?:['’]d| would)? (?:like|want|need|have)\b
\bI (?:do not|don['’]t) have (?:direct )?access to (?:the|this|that|any|external|real-time)\b
\bis there anything else (?:you|i can)\b|^\W*(?:as (?:you )?requested|as per your request|per your request)\b
\bfeel free to (?:ask|let me know)\b|\bwould you like me to\b|\bif you(?:['’]d| would) like,? i can\b
^\W*(?:gerne|natürlich|klar|selbstverständlich|sicher)\s?[,!.]+\s*(?:hier|im folgenden|nachfolgend)\b
^\W*hier (?:ist|finden sie|sind)\b[^.\n]{{0,120}}:\s*$
^\W*(?:bien sûr|d['’]accord|certainement|voici)\b[^.\n]{{0,160}}(?:résumé|synthèse|document|note)[^.\n]{{0,99}}:\s*$
^\W*(?:claro|por supuesto|desde luego)\b[^.\n]{{0,30}}\b(?:aquí|a continuación)\b
^\W*(?:はい|もちろん|承知|了解|かしこまり)[^。\n]{{0,30}}[。、!！].{{0,60}}(?:要約|まとめ|以下|ブリーフィング)
^\W*(?:네|물론|알겠습니다|좋습니다)[^.\n]{{0,20}}[.,!！].{{0,80}}(?:요약|정리|브리핑|다음은)
^\W*(?:当然|好的|以下是)[^。\n]{{0,60}}(?:摘要|总结|简报)
\b(?:ich hoffe,? (?:das|dies) hilft|j['’]espère que cela|espero que esto (?:te |le )?(?:ayude|sirva))\b
(?:お役に立てれば|ご要望があれば|お知らせください。?$)|도움이 되(?:었으면|셨기를|길)|필요하시면 말씀해
\bin this conversation\b|\bthe (?:user|prompt) (?:asked|requested|wants)\b|\bregenerate response\b
^\W*(?:word count|token count)\s*:\s*\d+
\bembed the (?:figure|image|video) using\b
"""
_PATTERNS = tuple(re.compile(row, re.IGNORECASE) for row in _WORDS.strip().split("\n"))


def leftovers(block: Block) -> Iterator[tuple[int, int]]:
    """Slices of the block: what stands in brackets, else the whole sentence. Code may speak of anything."""
    if block.kind == "code":
        return
    taken = 0
    found = sorted(_slice(block, match) for pattern in _PATTERNS for match in pattern.finditer(block.text))
    for start, end in found:
        if start >= taken:
            yield start, end
            taken = end


def _slice(block: Block, match: re.Match[str]) -> tuple[int, int]:
    if match.group()[0] in "[{<【（(":
        return match.span()
    spans = [span for span in block.sentences if span.start < match.end() and match.start() < span.end]
    return (spans[0].start, spans[-1].end) if spans else match.span()
