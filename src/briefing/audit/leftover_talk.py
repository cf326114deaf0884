"""What a chatbot says before and after its answer. In: nothing. Out: patterns, for each language.

Each is something that is said to whoever asked: a text about chatbots says these things of somebody else.
"""

import re

_MADE = "briefing|summary|overview|document|report|version|draft|rewrite|article|breakdown|outline|analysis|translation"
_THE_SOURCES = "sources?|documents?|text|article|transcripts?|excerpts?|information|files?|notes|material|link|pdf"
# One pattern a line; what is indented goes on with the line above.
_TALK = {
    "en": rf"""
\bas (?:an? )?(?:AI|artificial intelligence)(?: language)?(?: model| assistant| system)?,? (?:I|my|me)\b(?! Robot)
\bas an? (?:AI|large) language model\b(?=[,:]? (?:I|my|it)\b|\W*$)
\bas of my (?:last|latest|most recent|current)? ?(?:knowledge|training|update|data)\b
\bmy (?:last |latest |current )?(?:knowledge|training)(?: data)? ?(?:cut-?off|update|ends|only goes|extends
    |goes up)\b
\bmy (?:last|latest) update\b
\bI(?: cannot| can['’]?t| could not| couldn['’]t| am unable to|['’]m unable to| am not able to|['’]m not able to
    | do not have the ability to) (?:directly )?(?:browse|access|open|read|view|see|retrieve) (?:the |this |that |
    your |any |external |attached |uploaded )*(?:internet|web|website|page|links?|URLs?|files?|documents?|pdf
    |attachments?|sources?)\b
\bI (?:do not|don['’]t) have (?:direct )?(?:access to (?:the|this|that|any|external|real-time)
    |enough (?:information|context) (?:to|from))\b
\bI(?:['’]m sorry| am sorry| apologi[sz]e)(?: for[^,.\n]{{0,60}})?,? but I (?:can|could|am|do|was|['’])
^\W*my apologies\b[,!.]
^\W*(?:okay|ok|sure|certainly|absolutely|of course|great|got it|understood|no problem
    |definitely)\b[,!.: ]*(?:thing[,!.]*)?\s+(?:here(?:['’]s| is| are|:)(?! (?:why|how|what|the (?:catch|thing
    |problem|point|rub|kicker|trick)))|below|i['’]ve|i have|i can|i['’]ll|i will|i['’]d|i would|let me (?:help
    |summari|provide|break|draft|write|create|explain|give))
^\W*(?:okay|alright|hmm),? (?:so )?(?:the user\b|(?:i need to|let me|let['’]s|i should) (?:think|analy[sz]e
    |start by|read|look at|summari|write|create))
^\W*the user (?:wants me|asked me|is asking (?:me|for)|has asked me)\b
\bas the user (?:asked|requested|wants)\b
^\W*(?:here(?:['’]s| is)|below is) (?:a|an|the|your|my) (?:(?!of |from |in |
    for )[\w-]+,? ){{0,5}}(?:{_MADE})\b[^.\n]{{0,160}}:\s*$
^\W*(?:here(?:['’]s| is) (?:your|the|a) (?:[\w-]+ ){{0,3}}(?:{_MADE}) (?:you|based on|of the (?:provided|attached
    |uploaded)|as requested))\b
^\W*(?:i )?(?:really )?hope (?:this|that|it) helps\b
\bI hope (?:this|that|the|you)(?: (?:{_MADE}|find|information|answer|is|it|this|will be|was))* (?:helps|helpful
    |useful|meets your|what you)
\bI hope this (?:helps|(?:{_MADE}) (?:helps|is (?:helpful|useful)|meets))\b
^\W*(?:glad|happy) (?:to help|i could help|that helped)\W*$
\b(?:please )?(?:let me know|just say|tell me) if you(?:['’]d| would|['’]ll)? ?(?:like|want|need|have|prefer|wish)\b
\bis there anything else\b(?= (?:you|i can)|\s*\?)
^\W*(?:as (?:you )?requested|as per your request|per your request)\b
\bfeel free to (?:ask|let me know)\b
(?:^\W*|[.!?]\s)(?:would you like|do you want) me to\b
\bif you(?:['’]d| would)? (?:like|want|wish),? i (?:can|could|['’]ll)\b
\b(?:earlier|above|previously) in (?:this|our) (?:conversation|chat)\b
\bin our (?:previous|earlier) (?:conversation|chat|messages)\b
\b(?:based on|according to|from) the (?:{_THE_SOURCES}) (?:that )?you(?:['’]ve| have)? (?:provided|shared|uploaded
    |gave|given|sent|pasted|attached)\b
^\W*(?-i:Based on|According to) the (?:provided|given|attached|uploaded) (?:{_THE_SOURCES})\b
^\W*(?-i:The) (?:provided|attached|uploaded|given) (?:{_THE_SOURCES}) (?:does|do) not (?:mention|say|contain
    |include|provide|specify|state)\b
^\W*(?:Assistant|Human|AI|ChatGPT|Claude|Gemini) ?: (?=\S)(?=[^\n]{{0,200}}\b(?:I|you|your|me|please)\b)
""",
    "de": r"""
\bals (?:ein(?:e)? )?(?:KI|künstliche Intelligenz)(?:-?(?:Sprach)?-?modell|-?System
    |-?Assistent\w*)?\b(?=[, ]+(?:kann|habe|bin|darf|verfüge)\b)
\bals (?:großes )?Sprachmodell\b(?=[, ]+(?:kann|habe|bin|darf|verfüge) ich\b)
\b(?:mein(?:em|es|er)?) (?:letzten |letztes |aktuellen )?(?:Wissens(?:stand|update|schnitt)\w*|Trainings(?:daten
    |stand)|Kenntnisstand)\b
^\W*(?:gerne|natürlich|klar|selbstverständlich|sicher|aber gerne|sehr gerne|verstanden|okay
    |in ordnung)\s?[,!.]+\s*(?:hier|im folgenden|nachfolgend|ich (?:habe|werde|kann))\b
^\W*hier (?:ist|finden sie|sind|kommt)\b[^.\n]{0,120}:\s*$
\bich hoffe,? (?:das|dies|es|diese \w+|dieser \w+|dieses \w+|die \w+|der \w+) (?:hilft|helfen|ist hilfreich
    |ist (?:Ihnen|dir) (?:eine Hilfe|hilfreich|nützlich)|war hilfreich)\b
\b(?:lassen sie (?:es )?mich wissen|lass (?:es )?mich wissen|sagen sie mir|sag mir|geben sie mir bescheid
    |gib mir bescheid|sag (?:mir )?bescheid|sagen sie (?:mir )?bescheid|melden sie sich gerne),? (?:wenn|falls|ob)\b
\b(?:soll ich|möchten sie,? dass ich|möchtest du,? dass ich|kann ich (?:ihnen|dir) sonst)\b[^.\n]{0,120}\?
\bich kann (?:leider )?(?:nicht|keine) (?:auf |direkt )?[^.\n]{0,40}(?:Internet|Links?|Dateien?
    |Dokumente?) (?:zugreifen|öffnen|lesen|abrufen)\b
^\W*(?:auf (?:der )?(?:grundlage|basis)|basierend auf|laut|gemäß)(?: von)? (?:der|den|dem) (?:bereitgestellten
    |von ihnen|von dir|hochgeladenen|angehängten)\b
""",
    "fr": r"""
\ben tant qu['’](?:IA|intelligence artificielle|assistant(?:e)? (?:IA|virtuel)|assistant)\b
\ben tant que (?:grand )?modèle (?:de langage|d['’]IA|linguistique)\b,? (?:je|mes)\b
\b(?:à|lors de|depuis|selon) (?:ma|mes) (?:dernière mise à jour|dernières? (?:connaissances|données)
    |connaissances (?:actuelles|s['’]arrêtent)|données d['’]entraînement)
^\W*(?:bien sûr|d['’]accord|certainement|avec plaisir|absolument|volontiers|très bien
    |voici)\b[^.\n]{0,160}(?:résumé|synthèse|document|note|briefing|rapport|version)[^.\n]{0,99}(?::\s*$
    |(?<=\w)\s?[.:]\s*$)
^\W*(?:bien sûr|d['’]accord|certainement|avec plaisir|absolument|volontiers)\s?[!,.]+\s*(?:voici|je )
\bj['’]espère que (?:cela|ça|ceci|ce \w+|cette \w+|ces \w+)\b[^.\n]{0,30}(?:aide|utile|convien|répond)
\b(?:n['’]hésitez pas à|n['’]hésite pas à|faites-moi|fais-moi|dites-moi|dis-moi)\b[^.\n]{0,40}\bsi (?:vous|tu)\b
\b(?:souhaitez|voulez|voudriez|souhaiterais|veux|voudrais|souhaites)-(?:vous|tu) que je\b
\bje ne (?:peux|suis) pas (?:en mesure d['’e] ?)?(?:accéder|ouvrir|consulter|lire
    |naviguer)\b[^.\n]{0,40}(?:internet|web|liens?|fichiers?|documents?)
^\W*(?:d['’]après|selon|sur la base d(?:es|u)) (?:les |le )?(?:sources?|documents?|texte|informations?
    |extraits?) (?:fournie?s?|que vous avez)\b
""",
    "es": r"""
\bcomo (?:una |un )?(?:IA|inteligencia artificial|modelo de lenguaje|asistente de IA|asistente virtual)\b(?:,
    |\sde\s\w+,)? ?(?=no |puedo|yo |mi |tengo|soy)
\b(?:hasta|según|desde) mi última (?:actualización|fecha)
\bmi (?:conocimiento|entrenamiento) (?:llega|termina|se actualizó|está limitado)
\bmis? (?:datos|fecha) de (?:entrenamiento|corte)\b
^\W*(?:claro(?: que sí)?|por supuesto|desde luego|con gusto|entendido|perfecto)\b[^.\n]{0,30}\b(?:aquí
    |a continuación|te |le |puedo|he )
^\W*aquí (?:tienes?|está|tiene)\b[^.\n]{0,100}(?:resumen|informe|briefing|documento|versión
    |síntesis)[^.\n]{0,60}:\s*$
\bespero que (?:esto |este \w+ |esta \w+ )?(?:te |le |les |os )?(?:ayude|sirva|resulte útil|sea (?:útil|de ayuda
    |de utilidad))
\b(?:avísame|avíseme|hazme saber|hágame saber|háznoslo saber|dime|dígame|no dudes en (?:preguntar|decirme)
    |no dude en (?:preguntar|decirme))\b[^.\n]{0,40}\bsi\b
\bsi necesitas? (?:algo|más)[^.\n]{0,40}(?:avísame|avíseme|dímelo|dime)
¿(?:quieres?|te gustaría|le gustaría|deseas?|prefieres?) que (?:lo |la |te |le )?\w+
\bno (?:puedo|tengo (?:la )?capacidad de|tengo acceso)\b[^.\n]{0,30}(?:internet|enlaces?|archivos?
    |documentos? adjuntos?)
^\W*(?:según|basándome en|de acuerdo con) (?:las? |los? |el )?(?:fuentes?|documentos?|texto|información
    |fragmentos?) (?:proporcionad[oa]s?|que (?:me )?(?:has|ha) (?:proporcionado|compartido))
""",
    "ja": r"""
AI(?:言語)?(?:モデル|アシスタント)?として、?(?:私|お答え|は)|(?:大規模)?言語モデル(?:として|である私|なので)
(?:私の|わたしの)(?:知識|学習データ|訓練データ|最終更新|最後の更新)[^。\n]{0,12}(?:まで|時点|には|では|年)
^\W*(?:はい|もちろん|承知|了解|かしこまり|わかりました|分かりました)[^。、！!\n]{0,30}[。、!！].{0,60}(?:要約
    |まとめ|以下|ブリーフィング|作成|説明|ご紹介)
^\W*以下(?:は|に|が)[^。\n]{0,60}(?:要約|まとめ|ブリーフィング)(?:です|を示します|になります
    |をまとめました)[。：:]?\s*$
お役に立て(?:れば|ましたら|たなら|ると)
ご?参考になれば(?:幸い|嬉しい|うれしい)
(?:ご要望|ご不明な点|ご質問|他に(?:ご)?質問|必要)[^。\n]{0,30}(?:お知らせください|お申し付けください|教えてください
    |お聞かせください)
(?:もっと|さらに|詳しく|別の)[^。\n]{0,30}(?:しましょうか|いたしましょうか|作成しますか|しますか)[？?]?\s*$
(?:提供|提示|アップロード|添付)(?:された|いただいた|してくださった)(?:資料|ソース|テキスト|文書|情報
    |ファイル)(?:に基づ|によ(?:ると|れば)|をもとに)
""",
    "ko": r"""
AI(?:언어| 언어)? ?모델로서|(?:대규모 )?언어 ?모델로서 (?:저|제)|인공지능(?:으로서|이기 때문에) (?:저|제)
(?:제|저의) (?:지식|학습 ?데이터|마지막 업데이트|최종 업데이트|지식 ?기준)[은는이가]? ?[^.\n]{0,16}(?:까지|기준
    |시점|이후)
^\W*(?:네|예|물론|알겠습니다|좋습니다|그럼요|물론이죠|물론입니다)\s?[.,!！].{0,80}(?:요약|정리|브리핑|다음은|작성
    |아래)
^\W*다음은[^.\n]{0,60}(?:요약|정리|브리핑)(?:입니다|한 내용입니다)[.:：]?\s*$
도움이 (?:되(?:었으면|셨기를|길|기를|면|시길|셨으면)|됐으면)
(?:필요|궁금|질문|문의)[^.\n]{0,20}(?:있으(?:시)?면|하시면)[^.\n]{0,14}(?:말씀|알려|문의)(?:해|하|하여)? ?주(?:세요
    |시기)
필요하시면 말씀해
(?:더|다른|추가로)[^.\n]{0,30}(?:해 ?드릴까요|드릴까요|할까요)[？?]\s*$
(?:제공|첨부|업로드)(?:된|해 ?주신|하신) (?:자료|소스|문서|텍스트|정보|파일)(?:에 (?:따르면|기반|근거)|를 (?:바탕
    |기반)으로)
""",
    "zh": r"""
作为(?:一(?:个|名|款))?(?:AI|人工智能)(?:语言)?(?:模型|助手|助理)?[，,]?(?:我|无法)
作为(?:一个)?(?:大型|大)?语言模型[，,]?我
(?:截至|截止|根据|基于)(?:到)?我(?:的|所掌握的)?(?:最后一?次?|最近一?次?|最新的?)?(?:知识|训练|更新|数据)
^\W*(?:当然|好的|没问题|可以|明白了|收到)[^。\n]{0,12}[，,！!。：:]\s*(?:以下|下面|这是|我(?!们))
^\W*以下是[^。\n]{0,60}(?:摘要|总结|简报|概述|要点)[^。\n]{0,20}[：:]\s*$
希望(?:这|以上|本|该)?[^。！!\n]{0,16}(?:对(?:您|你)(?:有所?|会有)?(?:帮助|用)|能(?:够)?帮(?:助|到)(?:您|你))
(?:如果|若|如)(?:您|你)?(?:还|有|需)?[^。\n]{0,24}(?:请|欢迎)?(?:随时)?(?:告诉|告知|联系|询问|提问)我?[。！!]?\s*$
(?:需要|要不要|是否需要|您?希望)我(?:进一步|再|继续|为(?:您|你)|帮)[^。\n]{0,24}[吗？?]
(?:根据|基于)(?:您|你)(?:所)?(?:提供|上传|分享)的(?:资料|文件|文档|文章|文本|内容|来源|信息)
""",
    "ar": r"""
(?:بصفتي|باعتباري|كوني) (?:نموذج|مساعد|ذكاء|برنامج)|(?:^|\s)ك?نموذج لغوي[،,]? (?:لا|أنا|ليس)
(?:حتى|منذ|وفق(?:ًا|اً|ا)? ل?) ?(?:آخر|اخر) تحديث ل?(?:معرفتي|معلوماتي|بياناتي)
(?:بيانات تدريبي|معرفتي) (?:تنتهي|تتوقف|محدودة)
^\W*(?:بالتأكيد|بالطبع|طبع(?:ًا|اً|ا)|حسن(?:ًا|اً|ا)|بكل سرور)\s?[!،,.]+\s*(?:إليك|إليكم|هذا|هذه|فيما يلي|يمكنني|سأ)
^\W*(?:إليك|إليكم|فيما يلي)[^.\n]{0,60}(?:ملخص|موجز|تقرير|إحاطة)[^.\n]{0,60}[:：]\s*$
(?:آمل|أتمنى|أرجو) أن (?:يكون|تكون|يفيد|يساعد|تجد)[^.\n]{0,40}(?:مفيد|يفيد|ساعد|فائدة|أفاد)
(?:أخبرني|أعلمني|لا تتردد في|دعني أعرف)[^.\n]{0,30}(?:إذا|إن|السؤال|التواصل|سؤالي|كنت)
(?:هل (?:ترغب|تريد|تود)(?:ين|ون)?(?: في)? أن أ)\S*[^.\n]{0,60}[؟?]
(?:بناءً|بناء|استنادًا|استناداً) (?:على|إلى) (?:المصادر|النص|المستندات|الوثائق|المعلومات) (?:المقدمة|المرفقة
    |التي (?:قدمتها|أرفقتها|زودتني))
""",
}
_WRITTEN = {"ja": "[ぁ-ヿ]", "ko": "[가-힣]", "zh": "[一-鿿]", "ar": "[؀-ۿ]"}
# For each language a letter without which nothing is of it, and the patterns.
TALK = tuple(
    (
        re.compile(_WRITTEN.get(language, "[a-z]")),
        tuple(re.compile(row, re.IGNORECASE) for row in rows.strip().replace("\n    ", "").split("\n")),
    )
    for language, rows in _TALK.items()
)
