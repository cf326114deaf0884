"""What was to be filled in, and what machines write for machines. In: nothing. Out: patterns, each of a form that no
finished text has.

Square brackets also announce what an editor put into a quotation ("take care of [your] kiln"), and X is a Roman numeral
and a company: a form is one that neither has. Letters count as they are written only where (?-i: ) says so.
"""

import re

# What stands alone in brackets, and is the name of what belongs there.
_NAMES = (
    "(?:your |author |company |project |organi[sz]ation |client |team |product |first |last |full |file )?name"
    "|your (?:name|title|company|organi[sz]ation|email|e-mail|role|text|content|link|url|logo|address|team|project)"
    "|title|company|organi[sz]ation|author|date|month|year|month,? (?:and )?year|number|amount|percentage|figure|image"
    "|photo|picture|chart|diagram|screenshot|link|links|url|source|sources|ref|reference|cite|citation|quote|quotation"
    "|summary|text|topic|email|details|placeholder|tk|todo|tbd|tbc|tba|fixme|x{2,}"
    "|(?:ihr|dein|euer) name|name des \\w+|datum|titel|quelle|zitat|platzhalter|firma|firmenname|betrag|jahr"
    "|votre nom|ton nom|nom de \\S+|nom du \\w+|titre|montant|année|lien|citation"
    "|(?:su|tu) nombre|nombre del? \\w+|fecha|título|fuente|importe|enlace|cita"
    "|氏名|お名前|名前|あなたの名前|会社名|貴社名|日付|出典|画像|図|リンク|引用|タイトル"
    "|이름|성명|회사명|날짜|출처|그림|이미지|링크|인용|제목"
    "|姓名|(?:您|你)的(?:名字|姓名|公司)|名字|公司名称|日期|来源|图片|链接|引文|标题"
    "|اسمك|الاسم|اسم الشركة|التاريخ|المصدر|الرابط|العنوان|صورة"
)
_LACKS = (
    "(?:sources?|citations?|references?|refs?|quotes?|links?|figures?|data|verification|evidence)"
    " (?:is |are |still )?(?:needed|required|missing|pending|tbd|to be added|to come)"
    "|needs? (?:a )?(?:citations?|sources?|references?|verification)|unsourced|unverified|source\\s?\\?+|cite\\s?\\?+"
    "|\\?{2,}"
    "|(?:quelle|beleg|nachweis|zitat|link|abbildung|bild)e?n? ?(?:fehlt|fehlen|nötig|erforderlich|folgt|\\?+)"
    "|à compléter|à vérifier"
    "|(?:source|référence|réf\\.?|citation)s? ?(?:manquante|nécessaire|requise|à (?:ajouter|compléter)|\\?+)s?"
    "|(?:fuente|cita|referencia)s? (?:necesaria|requerida|pendiente|faltante)s?|por completar|falta (?:la )?fuente"
    "|要出典|出典(?:不明|なし|必要|要)|要確認|要検証|未記入"
    "|출처 ?(?:필요|없음|미상|불명|요망)|확인 ?필요|인용 ?필요"
    "|(?:需要|缺少|缺)(?:引用|来源|出处)|来源(?:请求|待补|待查|缺失)|请求来源|待补充?|待填写?|待核实"
    "|مصدر مطلوب|(?:ب?حاجة|يحتاج) (?:إلى |ل)?مصدر|بحاجة لمصدر|المصدر مطلوب|يُ?ضاف لاحق[اًا]*"
)
_ORDERS = (
    "insert|add|include|fill in|replace(?: with)?|enter|describe|paste|attach|embed|upload|todo|tbd|fixme|placeholder"
    "|description of|link to|image of|photo of|figure of|bitte (?:ergänzen|einfügen|prüfen|ersetzen)|platzhalter"
    "|insérer|ajouter|à compléter|remplacer par|insertar|inserte|añadir|completar|inserire|inserir|invoegen|أدخل|أضف|ضع"
)
_HERE = "here|(?:goes|about|to go) here|to be (?:added|filled in|inserted|completed|written|provided)"
_HIER = "einfügen|eintragen|ergänzen|einsetzen|à insérer|à ajouter|aquí|هنا"
_EAST = (
    "ここに\\S*?(?:挿入|入力|記入|追加|入れ|貼)|(?:図|表|画像|写真|グラフ|リンク|引用|名前|氏名)を?(?:挿入|入力|記入|追加)"
    "|(?:挿入|追加)(?:予定|してください)|여기에\\s?\\S*\\s?(?:삽입|입력|추가|기입|넣)"
    "|(?:그림|이미지|사진|표|링크|이름|인용)[을를]?\\s?(?:삽입|입력|추가)"
    "|추가 예정|(?:此处|在此(?:处)?|这里)[^\\s，。]{0,8}(?:插入|填写|填入|补充|添加)"
    "|(?:插入|填写|填入|补充|添加)[^\\s，。]{0,6}"
    "(?:图片|图表|表格|图|链接|名称|姓名|引文)|请(?:填写|插入|补充)"
)
_OPEN, _INNER, _SHUT = r"[\[［【〔(（]", r"[^\[\]［］【】〔〕()（）\n]", r"[\]］】〕)）]"
# A placeholder number is one in capitals; "if X% of them", "the top X %" speak of any number there is.
_ANY = r"(?<!top )(?<!bottom )(?<!where )(?<!if )(?<!say )"
_COUNTED = "million|billion|trillion|thousand|percent|per cent|Millionen|Milliarden|Prozent|millions|milliards|millones"
# One pattern a line; what is indented goes on with the line above.
_FORMS = rf"""
[\[［]\s*(?:{_NAMES})(?: here)?\s*[\]］](?!\()
【\s*(?:{_NAMES})\s*】
[(（]\s*(?:your name|ihr name|votre nom|(?:su|tu) nombre|あなたの名前|이름을? 입력|(?:您|你)的(?:名字|姓名))\s*[)）]
[\[［【〔]\s*(?-i:Your|YOUR|Ihre?|Votre|Tu|Su)(?: (?-i:[A-Z])[\w-]*){{1,4}}\s*[\]］】〕](?!\()
{_OPEN}\s*(?:{_LACKS})\s*{_SHUT}(?!\()
[\[［【〔]\s*(?:\.\.\.|…)?\s*(?:{_ORDERS})\b[\s:.…]{_INNER}{{1,120}}[\]］】〕](?!\()
[\[［【〔]\s*(?:\.\.\.|…)?\s*(?:insert|fill in|enter|paste|embed)\s*(?:\.\.\.|…)?\s*[\]］】〕](?!\()
[\[［【〔](?!\s*(?:see|read|click|more|look|as|found|available|listen|watch|from
    |here)\b){_INNER}{{0,80}}\b(?:{_HERE}|{_HIER})\s*[\]］】〕](?!\()
[\[［【〔]\s*(?-i:NOTE|Note|Editor['’]s note|Ed\.? note|Anmerkung)(?: to (?:self|editor|the editor
    |author))?\s*:\s*(?:to self|check|add|todo|verify|confirm|update|fix|rewrite|expand|insert
    |prüfen)\b{_INNER}{{0,120}}[\]］】〕]
[\[［【〔]\s*(?:(?:please )?(?:check|verify|confirm|double-check|fact-check)(?: (?:this|that|source|date|number
    |figure|name|spelling))?|to (?:check|verify|confirm|do)|end of (?:document|briefing|report|summary)
    |continue[ds]?(?:\.\.\.|…)|word count\s*:\s*\d+)\s*[\]］】〕](?!\()
{_OPEN}{_INNER}{{0,40}}(?:{_EAST}){_INNER}{{0,30}}{_SHUT}
\{{\{{[^{{}}\n]{{0,120}}\}}\}}
\{{%[^%\n]{{0,120}}%\}}
<%[^%\n]{{0,120}}%>
\$\{{[A-Za-z_][\w.]*\}}
%%[A-Za-z_]{{2,40}}%%
(?<![\w\\$^_{{])\{{(?:[a-z]+_[a-z_]+|title|name|date|author|summary|text|topic|source|quote|url|link)\}}
\[object Object\]
\blorem ipsum\b|\bdolor sit amet\b
(?-i:\b(?:TODO|FIXME|TBD|TBC|TBA)\b)(?:\s*[:：]|(?=\W*$)|(?=[.,;)]))|(?-i:^\W*XXX\W*$|^\W*XXX\s*:)
(?-i:\bTKTK\b|\bTK TK\b|^\W*TK\W*$|(?<=:)\s*TK\W*$|\b(?:is|was|are|were|by|of) TK\b(?=\W*$|[.,;)]|\s(?:percent
    |million|billion))|\[TK\b[^\]\n]{{0,80}}\])
(?-i:(?<=\| )(?:X{{2,}}(?:[.,]X+)?|TBD|TBA|TBC|TK|TODO|FIXME|\?{{2,}})(?=\s*(?:\||\n|$)))
^\W*\?\?\?+\s*$
(?<=[:：])\s*(?:undefined|NaN)\s*$
(?<=[:：])\s*_{{3,}}(?:\s?[/.-]\s?_{{2,}})*\s*$
\b(?:on|page|see|section|figure|table) \?{{2,}}(?=[\s.,;:)]|$)
\((?:insert|add|fill in|replace with|enter)\s[^()\n]{{0,80}}\)
^\W*(?:insert (?:figure|table|image|chart|photo|graph|diagram)\b[^.\n]{{0,40}}here|(?:your|add|enter|place) (?:text
    |content|title|name) here|(?:text|content|image|quote|title) goes here|placeholder(?: text)?|sample text
    |click (?:or tap )?here to (?:enter|add) text|klicken (?:oder tippen )?sie hier, um text einzugeben)\W*$
\berror! (?:reference source|bookmark) not (?:found|defined)
\bfehler! (?:verweisquelle|textmarke)\b[^.\n]{{0,40}}
\berreur ?! (?:source du renvoi|signet)\b[^.\n]{{0,40}}
¡error! no se encuentra\b[^.\n]{{0,60}}
\b(?:(?:figure|fig\.|abbildung|abb\.) (?:(?-i:XX?|N)(?=[:.,)])|(?-i:XX)\b)|(?:table|section|chapter|appendix
    |tabelle|figure|abbildung) \?\?+)
{_ANY}(?-i:(?<![\w.-])[$€£¥]?X{{2,3}}(?:[.,]X{{1,3}})*)\s?(?:%|％|percent\b|per cent\b|Prozent\b|(?:{_COUNTED})\b)
{_ANY}(?-i:(?<=by )X|(?<=of )X|(?<=to )X|(?<=was )X|(?<=is )X|(?<=from )X|(?<=um )X|(?<=de )X
    |(?<![\w.])[$€£¥]X)(?:\s?%|\s?％|\s(?:{_COUNTED})\b)
(?-i:(?<![\w.])[$€£¥]\s?X{{1,3}}(?:[.,]X{{1,3}})*\b(?:[MBk]\b)?(?! [A-Z])|\bX{{1,3}}[.,]X{{2,3}}\b|\bX,XXX\b)
(?-i:(?<![\w-])(?<!game )(?:FY\s?|Q[1-4] )?(?:19|20)(?:XX|YY|\?\?|__)(?!\w|[- ]?(?:[Ss]eries|cards?)))
[?&]utm_source=(?:chatgpt|openai|perplexity|copilot|gemini|claude)\b
<(?:insert|your|placeholder|add|enter|fill)\b[^<>\n]{{0,80}}>
(?<![\w<])<(?-i:(?:[A-Z]+ )?(?:NAME|DATE|TITLE|AUTHOR|COMPANY|NUMBER|AMOUNT|SOURCE|QUOTE|LINK|URL))>
:contentReference\[[^\]\n]{{0,40}}\](?:\{{[^{{}}\n]{{0,30}}\}})?
\[?\boai_?cite?(?:ation)?\b[^\s\]]{{0,60}}\]?
【\d+(?::\d+)?†[^】\n]{{0,80}}】
\[\d+†[^\]\n]{{0,80}}\]
(?:\ue200|\ue202)?(?:cite)?turn\d+(?:search|view|file|news|image|fetch|academia)\d+(?:\ue202?turn\d+\w+\d+)*\ue201?
[\ue200-\ue206]
\[cite(?:_start|_end)?\]
\[cite:\s*\d[\d,;\s–-]*\]
</?grok:[^>\n]{{0,80}}>
\[\^\d+_\d+\]
\[span_\d+\]\((?:start|end)_span\)
^\s*</?think(?:ing)?>|<\|(?:im_start|im_end|endoftext|assistant|user|system|eot_id)\|>
^\W*(?:word count|token count)\s*:\s*\d+
\bregenerate response\b
^\W*(?:chatgpt said|you said|copy code)\W*$
^\W*thought for (?:\d+ seconds?|a (?:few|couple of) seconds|\d+m \d+s)\W*$
\bembed the (?:figure|image|video) using\b
"""
FORMS = tuple(re.compile(row, re.IGNORECASE) for row in _FORMS.strip().replace("\n    ", "").split("\n"))
