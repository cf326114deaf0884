"""The words by which the extractive writer knows what a sentence does: a table for each language.

Data, read by lexicon.py. Each cue is a list of alternatives in the syntax of `re`, matched without regard to case; a
line break in it, with the indentation after it, counts for nothing. In languages that write spaces a cue matches whole
words only. To add a language, add a table: a cue that it does not name never matches, and the choice then rests on
centrality and position.
"""

from dataclasses import dataclass

_NEVER = "(?!)"


@dataclass(frozen=True, slots=True)
class Cues:
    """Patterns as text. "Opens" means: at the beginning of a sentence."""

    function: str = ""  # words without a meaning of their own, separated by spaces (not patterns)
    refers: str = _NEVER  # opens with a pronoun or demonstrative that leans on what stands before
    stands: str = _NEVER  # opens like that, and stands by itself all the same ("It is hard to ...")
    joins: str = _NEVER  # opens with a word that joins it to what stands before ("However,")
    within: str = _NEVER  # leans on what stands before, anywhere ("this method")
    definite: str = _NEVER  # opens with a thing that must have been named before ("The paper")
    pointer: str = _NEVER  # points at a figure, a listing, the lines above or below
    caption: str = _NEVER  # opens like the caption of a figure
    notice: str = _NEVER  # speaks to the reader about the text, or asks for something
    mine: str = _NEVER  # names another work of the author
    picks: str = _NEVER  # picks or announces the thing that the section is about
    judges: str = _NEVER  # states a finding or a judgement
    alleges: str = _NEVER  # reports what somebody else holds to be true
    tells: str = _NEVER  # tells what a thing is, does or is for
    matters: str = _NEVER  # speaks of relevance, uptake, limits, consequences
    covers: str = _NEVER  # says what a text covers and how it chose
    ahead: str = _NEVER  # looks ahead
    whole: str = _NEVER  # speaks of the whole
    leads: str = _NEVER  # announces the main points
    nameless: str = _NEVER  # an anchor text that names nothing ("here")
    you: str = _NEVER  # addresses the reader
    closes: str = _NEVER  # the end of a sentence whose full stop is often left out


ENGLISH = Cues(
    function="""a about above after again all also am an and any are as at be because been before being
        below between both but by can could did do does doing down during each either etc even ever few
        for from further get got had has have having he her here hers him his how however i if in into is
        it its just let may me might more most much must my no nor not now of off on once one only or
        other our out over own per quite rather same she should since so some still such than that the
        their them then there these they this those through thus to too under until up upon us very via
        was we well were what when where which while who whom whose why will with within without would
        yet you your yours""",
    refers="""it|its|it['’]s|they|their|them|these|those|this|that|he|she|his|her|such|both|neither|either
        |here|there|then|(?:while|although|though|as|because|since|if|when|once|after|until|unlike|like
        |with|in|for|from|by|to|on|at|of|under) (?:it|they|this|these|that|those|them|such|both)|(?:one
        |another|an|some|most|many|all|each|none|two|three|several|few) (?:(?:more|other|interesting
        |recent|such|good|notable) )*(?:examples?|of (?:them|these|those)|reasons?|difference|thing)
        |(?:an)?other|recent examples|the (?:same|former|latter|other|idea|goal|gap|reason|result
        |difference|problem|catch|answer|trick|point)(?: here)?""",
    stands=r"""(?:it|there|that)(?:['’]s| is| was| has| remains| seems)(?: (?:also|not|no|therefore
        |still))?(?: been)? (?:an? [\w ,-]{0,60}(?:year|month|quarter|week)|\w+ (?:to|that)|a trade-?off)
        |this (?:year|month|quarter|week)|these days""",
    joins=r"""however|but|and|or|so|yet|also|thus|hence|therefore|then|still,|moreover|furthermore
        |additionally|besides|instead|similarly|likewise|meanwhile|nevertheless|nonetheless|otherwise
        |consequently|accordingly|again|indeed|conversely|rather,|(?:in (?:addition|contrast|turn|fact
        |particular|other words|this case|response|return))|on the (?:other|one) hand|as a (?:result
        |consequence)|for (?:example|instance|this reason|that reason)|by (?:the way|contrast)|that said
        |first(?:ly)?,|second(?:ly)?,|third(?:ly)?,|next,|finally,|lastly,|afterwards?|later,|note that
        |speaking of|of course|since then|by then|until then|after all|after that|in the end|even (?:so
        |then)|not only that|e\.g\.|i\.e\.|side note|oh|yes|no,|well,|anyway|which|to be (?:a bit )?more
        |at the (?:same|other)|just like|more (?:recently|importantly|precisely|specifically)|specifically
        |concretely|importantly|same|too|what['’]s (?:even )?more|turns out|along the way|on top of""",
    within=r"""(?:this|these|those)(?! (?:year|month|quarter|week|time|day|century|decade|spring|summer
        |autumn|fall|winter|is|was|are|were|who|that|which|of|in|with|from|new)) \w+|the (?:former|latter
        |above|aforementioned)|above-?mentioned|as (?:mentioned|discussed|described|noted|said|explained)
        |both methods|the paper|the (?:authors?|researchers?)|they (?:tried|found|show)|the two|do so
        |doing so|here(?=[.!]?$)""",
    definite=r"""the (?:first|second|third|fourth|next|last|other) \w+|(?:the|this|our
        |their) (?:[\w-]+ ){0,2}(?:papers?|study|work|authors?|researchers?|article|report|survey|review
        |overview|list|summary|page|document|series|newsletter|guide|edition|collection|chapter|book
        |dataset|benchmark|release|version|update|issue|post|project|proposal|event|team|company)
        |the (?:[\w-]+ )?(?:approach|methods?|techniques?|models?|findings?|results?|experience|process
        |system|experiments?|change|main \w+)|(?:i|we|he|she|they) (?:also|even|then)|added|updated|fixed
        |removed|changed|modified|renamed|revised|corrected|add|fix|remove|update|rename|bump|deprecate
        |drop|examines|describes|discusses|explains|presents|reviews|summari[sz]es""",
    pointer=r"""(?:the |this |see |in )?(?:figures?|fig\.|tables?|charts?|plots?|diagrams?|images?|pictures?
        |screenshots?|photos?|listings?|snippets?|equations?|videos?|animations?) (?:\d+|[a-z]\d|above
        |below|left|right|here|shows?|illustrates?|depicts?|summari[sz]es?)|(?:shown|illustrated|depicted
        |seen|summari[sz]ed|listed|given|outlined|visuali[sz]ed) (?:in (?:the )?)?(?:figures?|fig|tables?
        |above|below|following)|(?:in|see) (?:the )?(?:figure|fig|table|appendix|section|chapter|example
        |code)(?: \d+| below| above)?|(?:the )?following (?:figure|table|code|list|example)|(?:see
        |described|discussed|mentioned) (?:above|below|earlier|previously)|(?:above|below)(?=[.,:;)]|$)
        |section (?:above|below)|(?:above|below) (?:is|are|we|i)|looks like this|left and right|\(left\)
        |\(right\)|left:|right:|point \d+|(?:as|like) follows|that follows?""",
    caption=r"""annotated|an illustration of|illustration of|overview of the figure|(?:figure|fig\.?|table
        |image|photo) ?\d+|(?:figure|fig|table|photo|image|screenshot|source|credit)s?:""",
    notice=r"""stay tuned|subscribe\w*|sign up|follow (?:me|us)|check (?:it |them |this |that )?out|(?:read
        |learn|find out) more|more (?:about it |details |on this )?(?:here|soon|in my)|click here
        |feel free|thank you|thanks|happy (?:new|reading)|welcome to|hope (?:you|that you)|let (?:me
        |us) know|let['’]s|please|if you (?:are|['’]re) (?:new|interested|looking)|if you (?:have (?:any
        |a)|want|read|like|enjoyed|find|found)|if you['’]re (?:new|interested|looking)|(?:additional|more
        |further) (?:details|information|resources)|(?:previous|earlier|separate|whole|upcoming|next
        |last) (?:article|post|newsletter)|in (?:this|the next|the following) (?:section|article|post
        |chapter)|i want to (?:briefly|keep|also)|(?:below|here)(?:['’]s| is| are)|before (?:introducing
        |summari[sz]ing|discussing|diving|we|i)|i promise|keep(?:ing)? (?:this|the) (?:\w+ )?(?:brief
        |short|description|section)|i am keeping|support (?:me|us|my|our|means)|wish to support
        |make a donation|donat(?:e|ing) to|consider (?:purchas|support|donat|subscrib)\w+|become a sponsor
        |our sponsors|supporting partners|wish(?:ing)? (?:everyone|you)|kind wishes|good luck
        |you can (?:also )?(?:find|read|see)|disclaimer|all rights reserved|copyright|accept cookies
        |heartfelt|sections? above|more papers to cover|more to go|a huge thanks|acknowledge?ments?
        |credits? to|dear reader|to kick off|what (?:a|an) (?:year|month)!|we (?:thank|appreciate
        |are grateful)|(?:research|work) (?:is|was) supported|in the following|in the remainder
        |download (?:it|here)|(?:this|the) link|we['’]d love|love to hear|what you think|if you need
        |you need (?:help|assistance)|visit our|join (?:us|our)|ask a question|reach out|contact us
        |happy to (?:help|share)|for (?:background|further reading|more details|details|more information)
        |(?:article|post) (?:links|refers|points)|in (?:more|greater|full) detail|my (?:injury|health
        |recovery|illness)""",
    mine=r"""(?:my|our) (?:\w+ )?(?:(?:previous|earlier|last|recent|other|older|own|new) )*(?:articles?
        |posts?|books?|blog|newsletter|course|tutorials?|videos?|reviews?|\[?build)|i(?:['’]ve
        | have)? (?:also )?(?:written|wrote|discussed|covered|dedicated|developed|published|explained
        |described)|(?:previous|earlier|separate|whole|last) (?:article|post)|a whole article|in my""",
    picks=r"""my pick|pick (?:for|of)|(?:paper|study|report|work|article) (?:by|from|of the)
        |by [\w. -]+ (?:and colleagues|et al)|(?:i|we) (?:chose|choose|picked|selected)|announc(?:e[sd]?
        |ing)|introduc(?:e[sd]?|ing)|releas(?:e[sd]|ing)|launch(?:e[sd]|ing)|propos(?:e[sd]?|ing)
        |publish(?:e[sd]|ing)|shared the|team shared|describes?|favou?rite|organi[sz]ed|started|joined
        |founded|graduated|hired|shipped|completed|finished|won|paper of the|is (?:now
        |finally) (?:available|here|out)|new (?:in|at)|picked|chose|chosen|selected""",
    judges=r"""key (?:conclusions?|findings?|takeaways?|insights?|points?|results?|lessons?)|conclu\w+
        |overall|in (?:short|summary|general|practice|essence|sum|any case)|outperform\w*|better|best
        |worse|worst|superior|inferior|more (?:\w+ )?than|less (?:\w+ )?than|\w+er than|trade-?offs?
        |important\w*|crucial\w*|essential\w*|significant\w*|substantial\w*|surpris\w+|remarkabl\w+
        |impressive\w*|effective\w*|efficient\w*|fail\w*|succe\w+|should|must|cannot|prov(?:e|es|ed|en)
        |shows?|showed|demonstrat\w+|reveal\w*|suggest\w*|improve\w*|reduc\w+|(?:is|are) (?:still|not|no
        |far|much|easier|harder|likely|a (?:small|big|great|good))|increasingly|particularly|makes? it
        |lead(?:s|ing)? to|tends? to|worth|rather than|hard(?:er|est)?|difficult\w*|simpl(?:e|er|est|y)
        |powerful|opportunit\w+|lesson\w*|reali[sz]ed|i (?:think|believe|feel|expect|learned)|largest
        |biggest|great(?:er|est)?|amazing|record|optimal|sufficient|beneficial|common knowledge|adjust\w*
        |flexib\w+|robust\w*|never|always|first time|critical\w*|mission|believe|despite|no longer
        |enormous|huge|lov(?:e|ed|ing)|judge\w*|(?:main|key|central) findings?|matters?|without|whereas
        |unlike|instead of""",
    alleges=r"""(?:claim|argu|assert|alleg|contend|insist|charg|purport|maintain)\w* that|them claim
        |(?:often|commonly|frequently) (?:cite[sd]?|quoted?|claim\w*)|have (?:long )?argued|contentions?""",
    tells=r"""(?:is|are|was) (?:an?|the|one of)|refers? to|describ\w+|introduc\w+|propos\w+|present\w*
        |explor\w+|investigat\w+|compar\w+|combin\w+|consist\w*|extend\w*|replac\w+|us(?:es|ing|ed)
        |works? by|releas\w+|launch\w*|announc\w+|creat\w+|built|develop\w+|publish\w*|train(?:s|ed)
        |report\w*|show\w*|finds?|found|adds?|added|support\w*|allow\w*|enabl\w+|provid\w+|method|approach
        |technique|framework|architecture|model|dataset|study|version|means|improv\w+|fix\w*|decompos\w+
        |appl(?:y|ies|ied)|reduc\w+|started|joined|moved|organi[sz]ed|finished|completed|graduated|became
        |began""",
    matters=r"""relevan\w+|today|nowadays|currently|these days|future|trade-?offs?|why (?:it|this
        |they) matters?|matters?|in practice|practical\w*|impact\w*|implication\w*|limitation\w*|limits?
        |consequence\w*|significan\w+|importan\w+|adopt\w*|popular\w*|widely|i (?:think|expect|believe|see
        |hope)|worth\w*|still|remain\w*|democrati[sz]\w*|lesson\w*|takeaway\w*|going forward|long term
        |(?:much|far) more|useful\w*|in (?:summary|short|conclusion)|summary|discussion|conclusions?
        |outlook|implementation|continue\w*|upcoming|influential|what (?:this|it) means|opens? (?:up|the)
        |allows? (?:us|you|users)|breaking changes?|deprecat\w+|security|upgrad\w+|challenge\w*|benefit\w*
        |drawback\w*|shortcoming\w*|weakness\w*|downside\w*|happy|learned|grateful|proud""",
    covers=r"""cover(?:s|ed|ing)?|focus\w*|select\w*|criteri\w+|highlight\w*|choose|chose|picks?|picked
        |this (?:article|post|report|page|list|newsletter|paper|document|issue|summary|is a)|(?:one
        |a) (?:paper|item|entry) (?:per|a|each)|share|review\w*|summari[sz]\w+|look back|reflect\w*
        |retrospective|overview|report|subset|note down|chapters?|explains?|describes?|we (?:present
        |propose|study)|is an? (?:\w+ )?(?:article|post|report|series|newsletter|paper|review|list
        |retrospective)|treats?|presents?|choices?|subjective\w*|variety|confin\w+|limited to|(?:each
        |every) (?:month|week|quarter)""",
    ahead=r"""next|future|upcoming|coming|will|going to|expect\w*|plan(?:s|ned|ning)?|hope\w*|look(?:s
        |ing)? forward|predict\w*|outlook|horizon|ahead|goals?|want to|continue\w*|still (?:open|needs?
        |ha(?:s|ve))|remain\w*|open questions?|not yet|until|onward|i['’]d like|we['’]d like|roadmap|soon
        |more (?:exciting|research)|should""",
    whole=r"""(?:this|the|last|past|an?|whole|entire) (?:[\w-]+,? ){0,3}(?:year|quarter|decade|season)(?!-)
        |overall|all in all|in (?:summary|conclusion|essence|short|sum)|(?:20|19)\d\d (?:was|has|is)
        |a lot (?:has )?happened|in this (?:paper|work)|looking back|across the \w+ (?:months|weeks
        |quarters)|through the year|(?:final|closing|concluding) (?:thoughts|remarks|words)|conclusions?
        |summary|wrap-?up""",
    leads="""(?:main|key|important|central|two|three|four|five|several|following)|takeaways?|findings
        |results|contributions|tips""",
    nameless=r"""(?:(?:click |see |read |available )?(?:here|this|there|it)|(?:in )?this \w+|(?:(?:a
        |the) )?links?(?: to.*)?|read (?:more|the.*|on)|more|learn more.*|source|pdf|paper|code|website
        |web ?site|home ?page|blog(?: ?post)?|article|post|details|github|pr|video|slides|demo
        |project(?: page)?|data|download(?: it| here| now)?|permalink|comments?|share|edit|reply
        |subscribe.*|available (?:here|at|on).*|up|top|back(?: to.*)?|next|previous|prev
        |continue reading.*|click here.*|sign (?:up|in).*|full (?:report|text|article|story)(?: here)?
        |send us.*|[\W\d_]*)""",
    you=r"you|your|yours|yourself|you['’]\w+",
)


GERMAN = Cues(
    function="""aber alle allem allen aller alles als also am an auch auf aus bei beim bin bis bist da
        damit dann das dass dein dem den der des dessen deren die dies diese diesem diesen dieser dieses
        doch dort du durch ein eine einem einen einer eines er es etwas euch euer für gegen hat hatte
        hatten ich ihm ihn ihnen ihr ihre im in indem ins ist ja kann kein keine können man mehr mein
        mich mir mit nach nicht noch nun nur ob oder ohne sehr sein seine sich sie sind so solche soll
        sondern sowie über um und uns unser unter vom von vor war waren was weil wenn wer werden wie wir
        wird wo wurde wurden zu zum zur zwar zwischen""",
    refers=r"""es|sie|er|ihr\w*|dies\w*|jene\w*|solche\w*|deren|dessen|das (?:ist|war|hat|wird|kann|macht
        |zeigt|liegt|gilt|heißt)|hier|dort|dabei|damit|dazu|daran|darin|darum|davon|dafür|dagegen|danach
        |daraus|beide\w*|sein\w*|ein weiterer|eine weitere""",
    stands=r"es (?:gibt|ist \w+,? (?:dass|zu))|dieses (?:Jahr|Quartal)|diesen Monat",
    joins="""aber|und|oder|doch|jedoch|allerdings|dennoch|trotzdem|deshalb|daher|deswegen|außerdem|zudem
        |ferner|denn|also|so|somit|auch|dann|hingegen|stattdessen|zum Beispiel|beispielsweise
        |darüber hinaus|im Gegensatz|andererseits|gleichzeitig|inzwischen|schließlich|übrigens|sonst
        |folglich|demnach|nun|ebenso""",
    within=r"""dies(?:e|er|es|em|en)(?! (?:Jahr|Monat|Woche|Quartal)) \w+|wie (?:erwähnt|beschrieben|gesagt)
        |die Autor\w+""",
    definite=r"""(?:der|die|das) (?:Studie|Arbeit|Autor\w*|Artikel|Bericht|Ansatz|Methode|Verfahren|Modell
        |Ergebnis\w*|Team)""",
    pointer=r"""(?:Abbildung|Abb\.?|Tabelle|Bild|Grafik)(?: \d+)?|siehe (?:oben|unten)|(?:oben|unten
        |folgend\w*)(?=[.,:)]| )|wie folgt""",
    caption=r"(?:Abbildung|Abb\.?|Tabelle) ?\d+|(?:Foto|Bild|Quelle|Grafik|Abbildung):",
    notice=r"""abonnier\w*|Newsletter|vielen Dank|danke\w*|bleiben Sie|hier klicken|mehr dazu|lesen Sie
        |weiterlesen|anmelden|spenden|folgen Sie|viel Spaß|willkommen|bitte|in diesem (?:Abschnitt|Artikel
        |Beitrag)|teilen Sie""",
    mine=r"""mein\w* (?:\w+ )?(?:Artikel|Beitrag|Buch|Blog)|unser\w* (?:Artikel|Beitrag|Newsletter)
        |habe ich .*(?:geschrieben|beschrieben)""",
    picks=r"""vorgestellt|stellt .* vor|veröffentlich\w+|angekündigt|erschien\w*|Studie von|Arbeit von
        |ausgewählt|Wahl|eingeführt""",
    judges=r"""zeig\w+|beste\w*|besser\w*|schlechter\w*|wichtig\w*|entscheidend\w*|insgesamt|kurz gesagt
        |am Ende|deutlich\w*|erstmals|nie|immer|nur|muss|müssen|sollte\w*|übertrifft|überraschend\w*
        |Ergebnis\w*|beweis\w+|gelungen|scheiter\w+|mehr als|weniger als|größte\w*|führt zu|ermöglich\w+
        |lohn\w+|schwierig\w*|trotz|ohne|eher""",
    alleges=r"(?:behaupte\w*|argumentier\w*|beteuer\w*),? dass|angeblich\w*|sei\w? angeblich",
    tells=r"""ist (?:ein|eine|der|die|das)|beschreib\w+|führt\w*|schlägt .* vor|untersuch\w+|vergleich\w+
        |besteht|entwickel\w+|nutzt|verwendet|veröffentlich\w+|ersetzt|erweiter\w+|kündigt\w*|Verfahren
        |Methode|Modell|zeigt|fordert\w*|startet\w*|begann""",
    matters=r"""Bedeutung|bedeutet|relevan\w+|heute|derzeit|künftig|Zukunft|Ausblick|Folgen?|Auswirkung\w*
        |Praxis|Grenzen|Nutzen|Fazit|Zusammenfassung|weiterhin|nach wie vor|noch immer|ich (?:denke|glaube
        |erwarte)|wichtig\w*|verbreitet\w*|lohn\w+""",
    covers=r"""dieser (?:Artikel|Beitrag|Bericht)|behandel\w+|Überblick|Auswahl|ausgewählt|konzentrier\w+
        |Rückblick|zusammen\w*|Thema""",
    ahead=r"""wird|werden|künftig|Zukunft|nächste\w*|kommende\w*|erwart\w+|plan\w+|hoff\w+|Ausblick|Ziel\w*
        |bald|noch offen|bleibt""",
    whole=r"""(?:dieses|das|ganze\w*|vergangene\w*) Jahr|insgesamt|alles in allem|zusammenfassend
        |im Rückblick|Fazit""",
    leads=r"(?:wichtigste\w*|folgende\w*|zwei|drei|vier)|Ergebnisse|Erkenntnisse|Tipps",
    nameless=r"(?:hier|dies\w*|mehr|weiter\w*|link|quelle|artikel|zum .*|lesen.*|teilen|kommentar\w*|[\W\d_]*)",
    you=r"du|dir|dein\w*|ihnen|ihr|euch",
)


FRENCH = Cues(
    function="""a ai au aux avec c ce ceci cela celle celui ces cet cette ceux chez comme d dans de des
        donc du elle elles en encore entre est et était été être eu fait faut il ils j je l la le les
        leur leurs lui m ma mais me même mes moi mon n ne ni nos notre nous on ont ou où par pas peut
        plus pour qu quand que qui s sa sans se ses si son sont sous sur t ta te tes toi ton tous tout
        toute très tu un une vos votre vous y""",
    refers="""il|ils|elle|elles|ce|c['’]est|c['’]était|cela|ça|ceci|cet|cette|ces|celui-ci|celle-ci|ceux-ci
        |lui|leurs?|ses|son|sa|ici|là|tels?|telles?|en effet|l['’]un|l['’]autre|(?:les )?(?:deux|autres)""",
    stands=r"il (?:y a|faut|est \w+ (?:de|que)|existe)|cette (?:année|semaine)|ce (?:mois|trimestre)",
    joins="""mais|et|ou|or|donc|car|ainsi|cependant|toutefois|pourtant|néanmoins|de plus|en outre
        |par ailleurs|d['’]ailleurs|en revanche|au contraire|par exemple|enfin|ensuite|puis|alors|aussi
        |du coup|par conséquent|d['’]autre part|de même|également|bref""",
    within=r"""(?:ce|cet|cette|ces)(?! (?:année|mois|semaine|jour|qu)) \w+|comme (?:indiqué|mentionné)
        |les auteurs|ce dernier|cette dernière""",
    definite="""(?:l['’]|le |la |les )(?:étude|article|auteurs?|rapport|approche|méthode|modèle|résultats?
        |équipe)""",
    pointer=r"""(?:figure|tableau|image|graphique|photo)(?: \d+)? (?:ci-|suivant)|ci-(?:dessous|dessus
        |contre|après)|voir (?:la )?figure|comme suit""",
    caption=r"(?:figure|tableau) ?\d+|(?:figure|tableau|photo|image|source|crédit)s? ?:",
    notice=r"""abonne\w*|inscri\w+|merci|cliquez|lire (?:aussi|la suite)|bonne lecture|bienvenue|suivez
        |n['’]hésitez|partage[rz]|dans cet article|dans cette section|faire un don|s['’]identifier
        |connectez""",
    mine=r"(?:mon|mes|notre|nos) (?:\w+ )?(?:articles?|livres?|blog|billets?)|j['’]ai (?:écrit|décrit|publié)",
    picks=r"publié\w*|annonc\w+|présent\w+|lanc\w+|dévoil\w+|étude de|article de|chois\w+|sort\w*|propos\w+",
    judges=r"""montr\w+|meilleur\w*|mieux|pire|important\w*|essentiel\w*|crucial\w*|globalement|en (?:résumé
        |somme|bref)|au total|surpren\w+|jamais|toujours|seul\w*|doit|doivent|devrait|permet\w*|plus de
        |moins de|premi\w+|prouv\w+|résultat\w*|révèl\w+|échou\w+|réuss\w+|malgré|sans|plutôt|difficile\w*
        |assum\w+|affirm\w+""",
    alleges=r"(?:prétend\w*|affirm\w*|sout\w*) que|prétendument",
    tells=r"""est (?:un|une|le|la)|décri\w+|présent\w+|propos\w+|étudi\w+|compar\w+|compos\w+|développ\w+
        |utilis\w+|publi\w+|remplac\w+|annonc\w+|méthode|modèle|approche|consiste|explique\w*|déclar\w+""",
    matters=r"""pertinen\w+|importan\w+|aujourd['’]hui|actuel\w*|avenir|futur\w*|impact\w*|conséquence\w*
        |pratique\w*|limites?|enjeu\w*|conclusion|résumé|bilan|encore|toujours|je (?:pense|crois)|reste\w*
        |implication\w*|signifi\w+|adopt\w+""",
    covers=r"""(?:cet|ce) (?:article|billet|rapport)|trait\w+|panorama|sélection\w*|chois\w+|rétrospective
        |revue|résum\w+|concentr\w+|tour d""",
    ahead=r"""prochain\w*|avenir|futur\w*|bientôt|sera|seront|va|vont|attend\w*|prévo\w+|prévu\w*|espèr\w+
        |objectif\w*|perspective\w*|reste\w*""",
    whole="""(?:cette|l['’]|toute l['’]) ?année|globalement|dans l['’]ensemble|en (?:résumé|somme
        |conclusion)|au total|bilan""",
    leads=r"(?:principa\w+|suivant\w*|deux|trois|quatre)|résultats|conseils",
    nameless=r"""(?:ici|ce \w+|cet \w+|lien|lire(?: .*)?|suite|source|plus|voir(?: .*)?|article|partager
        |commentaires?|[\W\d_]*)""",
    you="vous|votre|vos|tu|ton|tes",
)


SPANISH = Cues(
    function="""a al algo algunas algunos ante antes aquel así aún cada como con contra cual cuando de del
        desde donde dos durante e el ella ellas ellos en entre era es esa ese eso esta estas este esto
        estos está están fue ha hacia han hasta hay la las le les lo los más me mi mis mucho muy ni no
        nos nosotros o otra otro para pero poco por porque que qué quien se sea ser si sí sido sin sobre
        son su sus también te tiene todo todos tu un una uno unos y ya yo""",
    refers=r"est[aeo]s?|es[aeo]s?|él|ella|ellos|ellas|aquí|allí|ambos|ambas|tales?|su|sus|dich[ao]s?|aquel\w*",
    stands="este (?:año|mes|trimestre)|esta semana",
    joins="""pero|y|o|sin embargo|no obstante|además|por (?:eso|ello|tanto|ejemplo|otro lado|otra parte)
        |así|entonces|también|luego|después|finalmente|en cambio|aun así|mientras tanto|de hecho|asimismo
        |aunque est[aeo]""",
    within=r"""est[aeo]s?(?! (?:año|mes|semana|día)) \w+|dich[ao]s? \w+|los autores|como se (?:mencionó
        |describió)""",
    definite="""(?:el|la|los|las) (?:estudio|artículo|autores|trabajo|informe|método|modelo|resultados?
        |equipo|enfoque)""",
    pointer=r"""(?:figura|tabla|imagen|gráfico) (?:\d+|siguiente|anterior|de (?:abajo|arriba))|(?:véase
        |ver) (?:la )?figura|a continuación""",
    caption=r"(?:figura|tabla|gráfico) ?\d+|(?:figura|tabla|foto|imagen|fuente|gráfico)s?:",
    notice=r"""suscr[ií]b\w*|gracias|haz clic|sígu\w+|leer más|bienvenid\w+|comparte\w*
        |en est[ea] (?:artículo|sección)|feliz|no te pierdas|dona\w*""",
    mine=r"(?:mi|mis|nuestro|nuestra) (?:\w+ )?(?:artículos?|libros?|blog)|he escrito|escribí",
    picks=r"public\w+|anunci\w+|present\w+|lanz\w+|estudio de|artículo de|eleg\w+|elij\w+|propon\w+",
    judges=r"""muestra\w*|demuestra\w*|mejor\w*|peor\w*|importante\w*|esencial\w*|crucial\w*|en (?:resumen
        |general|definitiva)|sorprend\w+|nunca|siempre|sólo|solo|debe\w*|debería\w*|permite\w*|más de
        |menos de|primer\w*|result\w+|revela\w*|supera\w*|a pesar|sin|difícil\w*|logr\w+""",
    alleges=r"(?:afirm\w*|aleg\w*|sostien\w*|argument\w*) que|supuestamente",
    tells=r"""es (?:un|una|el|la)|descri\w+|present\w+|propon\w+|estudi\w+|compar\w+|consiste|desarroll\w+
        |utiliz\w+|public\w+|reemplaz\w+|método|modelo|anunci\w+""",
    matters=r"""relevan\w+|importan\w+|hoy|actual\w*|futur\w*|impacto\w*|consecuencia\w*|práctica\w*
        |límites?|limitaci\w+|conclusi\w+|resumen|todavía|aún|creo|pienso|sigue\w*|implica\w*""",
    covers=r"""este (?:artículo|informe)|abarca|cubre|trata|selecc\w+|repaso|resum\w+|centr\w+|panorama
        |recopil\w+""",
    ahead=r"próxim\w+|futur\w*|pronto|será\w*|va a|van a|esper\w+|plane\w+|objetivo\w*|perspectiva\w*|queda\w*",
    whole="(?:este|el|todo el) año|en (?:resumen|general|conjunto|definitiva)|balance",
    leads=r"(?:principal\w*|siguientes?|dos|tres|cuatro)|resultados|consejos",
    nameless=r"(?:aquí|este \w+|enlace|leer.*|más|fuente|ver(?: .*)?|artículo|compartir|comentarios?|[\W\d_]*)",
    you="tú|usted|ustedes|tu|tus|te",
)


ITALIAN = Cues(
    function="""a ad agli ai al alla alle allo anche c che chi ci come con cui d da dagli dai dal dalla
        dalle dei del della delle dello di dove e ed era essere fra gli ha hanno ho i il in io l la le
        lei li lo loro lui ma mi mia mio ne negli nei nel nella nelle noi non nostro o per perché più può
        quale quando quanto quella quello questa queste questi questo se sei si sia sono sta stato su sua
        sue sugli sul sulla suo suoi tra tu tutti tutto un una uno""",
    refers="""quest[aeio]|quest['’]|ciò|ess[aeio]|lui|lei|loro|quell[aeio]|qui|lì|entramb[ei]|tali?|il suo
        |la sua""",
    stands="quest['’]anno|questo (?:mese|trimestre)|questa settimana",
    joins="""ma|e|ed|o|però|tuttavia|inoltre|quindi|perciò|dunque|così|infatti|invece|anche|poi|infine
        |ad esempio|per esempio|d['’]altra parte|allora|comunque""",
    within=r"quest[aeio](?! (?:mese|settimana|giorno)) \w+|gli autori|come (?:detto|descritto)|tale \w+",
    definite="""(?:lo|la|il|i|gli|l['’]) ?(?:studio|articolo|autori|lavoro|rapporto|metodo|modello
        |risultat[io]|squadra|approccio)""",
    pointer=r"""(?:figura|tabella|immagine|grafico) (?:\d+|seguente|sotto|sopra)|(?:vedi|qui) (?:sotto|sopra
        |figura)|come segue""",
    caption=r"(?:figura|tabella) ?\d+|(?:figura|tabella|foto|immagine|fonte):",
    notice=r"""iscri\w+|grazie|clicca\w*|segui\w*|leggi (?:anche|di più)|benvenut\w+|condividi\w*
        |in quest[oa] (?:articolo|sezione)|buona lettura|dona\w*""",
    mine=r"(?:mio|miei|mia|nostro) (?:\w+ )?(?:articol[oi]|libr[oi]|blog)|ho scritto",
    picks=r"pubblicat\w+|annunci\w+|present\w+|lanci\w+|studio di|articolo di|scelt\w+|propo\w+|rilasci\w+",
    judges=r"""mostra\w*|dimostra\w*|miglior\w*|peggior\w*|important\w*|essenzial\w*|cruciale|in (?:sintesi
        |generale|breve)|sorprend\w+|mai|sempre|solo|deve|dovrebbe|permette|più di|meno di|prim[oa]
        |risult\w+|rivela\w*|supera\w*|nonostante|senza|difficil\w+""",
    alleges=r"(?:afferm\w*|sosten\w*|sostien\w*) che|presunt\w+",
    tells=r"""è (?:un|una|il|la)|descri\w+|present\w+|propo\w+|studi\w+|confront\w+|consiste|svilupp\w+
        |utilizz\w+|pubblic\w+|metodo|modello|annunci\w+""",
    matters=r"""rilevan\w+|importan\w+|oggi|attual\w*|futur\w*|impatto|conseguenz\w+|pratica|limit\w+
        |conclusion\w+|sintesi|ancora|credo|penso|rimane|implica\w*""",
    covers=r"""quest['’]?o? ?articolo|copre|tratta|selezion\w+|riepilogo|riassum\w+|concentr\w+|panoramica
        |raccol\w+""",
    ahead=r"""prossim\w+|futur\w*|presto|sarà|saranno|aspett\w+|previst\w+|sper\w+|obiettiv\w+|prospettiv\w+
        |resta\w*""",
    whole="(?:quest['’]|l['’]|tutto l['’]) ?anno|in (?:sintesi|generale|conclusione)|nel complesso|bilancio",
    leads=r"(?:principal\w*|seguent\w*|due|tre|quattro)|risultati|consigli",
    nameless=r"""(?:qui|quest[oa] \w+|link|leggi(?: .*)?|fonte|altro|vedi.*|articolo|condividi|commenti
        |[\W\d_]*)""",
    you="tu|tuo|voi|vostro|vi",
)


PORTUGUESE = Cues(
    function="""a ainda ao aos as até com como da das de dela dele deles depois do dos e ela elas ele eles
        em entre era essa esse esta este eu foi foram há isso isto já lhe mais mas me mesmo meu minha
        muito na nas nem no nos nossa nosso não num numa o os ou para pela pelas pelo pelos por porque
        qual quando que quem se sem ser seu seus só sua suas são também te tem um uma você vocês à às é""",
    refers=r"""ist[o]|iss[o]|est[ae]s?|ess[ae]s?|ele|ela|eles|elas|aqui|ali|ambos|ambas|seus?|suas?|tais|tal
        |aquel\w*""",
    stands="este (?:ano|mês|trimestre)|esta semana",
    joins="""mas|e|ou|porém|contudo|no entanto|entretanto|além disso|portanto|por (?:isso|exemplo
        |outro lado)|assim|então|também|depois|finalmente|aliás|ainda assim""",
    within=r"""(?:n|d)?est[ae]s?(?! (?:ano|mês|semana|dia)) \w+|(?:n|d)?ess[ae]s? \w+|os autores
        |como (?:mencionado|descrito)""",
    definite="""(?:o|a|os|as) (?:estudo|artigo|autores|trabalho|relatório|método|modelo|resultados?|equipe
        |abordagem)""",
    pointer=r"""(?:figura|tabela|imagem|gráfico) (?:\d+|abaixo|acima|seguinte|a seguir)|(?:veja
        |ver) (?:a )?figura|a seguir|(?:abaixo|acima)(?=[.,:)])""",
    caption=r"(?:figura|tabela) ?\d+|(?:figura|tabela|foto|imagem|fonte):",
    notice=r"""inscrev\w+|assin[ea]\w*|obrigad\w+|clique|siga|leia (?:mais|também)|bem-vind\w+|compartilh\w+
        |nest[ea] (?:artigo|seção)|boa leitura|doe\w*""",
    mine=r"(?:meu|meus|minha|nosso) (?:\w+ )?(?:artigos?|livros?|blog)|escrevi",
    picks=r"public\w+|anunci\w+|apresent\w+|lanç\w+|estudo de|artigo de|escolh\w+|propõe\w*|propo\w+",
    judges=r"""mostra\w*|demonstra\w*|melhor\w*|pior\w*|importante\w*|essencial\w*|crucial|em (?:resumo
        |geral|suma)|surpreend\w+|nunca|sempre|só|apenas|deve\w*|permite\w*|mais de|menos de|primeir\w+
        |result\w+|revela\w*|supera\w*|apesar|sem|difícil\w*""",
    alleges=r"(?:afirm\w*|aleg\w*|argument\w*) que|supostamente",
    tells=r"""é (?:um|uma|o|a)|descrev\w+|apresent\w+|propõe\w*|estud\w+|compar\w+|consiste|desenvolv\w+
        |utiliz\w+|public\w+|método|modelo|anunci\w+""",
    matters=r"""relevan\w+|importân\w+|importante\w*|hoje|atual\w*|futur\w*|impacto|consequência\w*|prática
        |limit\w+|conclus\w+|resumo|ainda|acho|acredito|continua\w*|implica\w*""",
    covers=r"""este (?:artigo|relatório)|abrange|cobre|trata|seleç\w+|selecion\w+|retrospectiva|resum\w+
        |foc\w+|panorama""",
    ahead=r"próxim\w+|futur\w*|breve|será\w*|vai|vão|esper\w+|planej\w+|objetivo\w*|perspectiva\w*|resta\w*",
    whole="(?:este|o|todo o) ano|em (?:resumo|geral|suma)|no conjunto|balanço",
    leads=r"(?:principa\w+|seguintes?|dois|duas|três|quatro)|resultados|dicas",
    nameless=r"""(?:aqui|est[ae] \w+|link|leia(?: .*)?|fonte|mais|ver(?: .*)?|artigo|compartilhar
        |comentários?|[\W\d_]*)""",
    you="você|vocês|teu",
)


DUTCH = Cues(
    function="""aan al alle als altijd andere ben bij dan dat de der deze die dit doch doen door dus een
        en er ge geen had heb hebben heeft hem het hier hij hoe hun iets ik in is ja je kan kon kunnen
        maar me meer men met mij mijn moet na naar niet nog nu of om omdat onder ons ook op over te tegen
        toch toen tot u uit uw van veel voor want waren was wat we wel werd werden wie wij wil worden
        wordt zal ze zelf zich zij zijn zo zonder zou""",
    refers="""dit|dat|deze|die|hij|zij|ze|hun|zijn|haar|het (?:is|was|heeft|wordt)|hier|daar|daarmee
        |daardoor|hiermee|beide|zulke""",
    stands=r"het is \w+ (?:om|dat)|dit (?:jaar|kwartaal)|deze (?:maand|week)",
    joins="""maar|en|of|echter|toch|bovendien|daarom|dus|ook|verder|daarnaast|vervolgens|bijvoorbeeld|zo
        |dan|want|daarentegen|desondanks|ondertussen|tot slot|immers""",
    within=r"(?:deze|dit)(?! (?:jaar|maand|week|kwartaal)) \w+|de auteurs|zoals (?:gezegd|beschreven)",
    definite="(?:de|het) (?:studie|onderzoek|artikel|auteurs|rapport|methode|model|resultaten|team|aanpak)",
    pointer=r"""(?:figuur|tabel|afbeelding) (?:\d+|hieronder|hierboven)|hier(?:onder|boven)|zie (?:figuur
        |boven|onder)|als volgt""",
    caption=r"(?:figuur|tabel|afbeelding) ?\d+|(?:figuur|tabel|foto|afbeelding|bron):",
    notice=r"""abonne\w+|bedankt|dank\w*|klik hier|volg ons|lees (?:meer|verder)|welkom|deel dit
        |in dit artikel|veel leesplezier|doneer\w*""",
    mine=r"mijn (?:\w+ )?(?:artikel\w*|boek|blog)|ons artikel|heb ik .*geschreven",
    picks="gepubliceerd|aangekondigd|uitgebracht|voorgesteld|gelanceerd|onderzoek van|gekozen|keuze",
    judges=r"""toont|tonen|laat zien|beste?|beter\w*|slechter|belangrijk\w*|cruciaal|kortom
        |over het algemeen|verrassend\w*|nooit|altijd|alleen|moet\w*|meer dan|minder dan|eerste|blijkt
        |ondanks|zonder|moeilijk\w*""",
    alleges=r"(?:beweer\w*|stel\w*|betoog\w*) dat|vermeend\w*",
    tells=r"""is (?:een|de|het)|beschrijft|presenteer\w+|onderzoek\w*|vergelijk\w+|bestaat|ontwikkel\w+
        |gebruik\w*|methode|model|kondig\w+""",
    matters=r"""relevan\w+|belang\w*|vandaag|tegenwoordig|toekomst\w*|gevolg\w*|praktijk|beperking\w*
        |conclusie\w*|samenvatting|nog steeds|ik (?:denk|geloof|verwacht)|blijft|betekent""",
    covers=r"dit (?:artikel|verslag)|behandel\w+|overzicht|selectie|gekozen|terugblik|samenvat\w+|richt\w*",
    ahead=r"""volgend\w*|toekomst\w*|binnenkort|zal|zullen|gaan|verwacht\w*|plan\w*|hoop\w*|doel\w*
        |komend\w*|blijft""",
    whole="(?:dit|het|heel het) jaar|over het geheel|samengevat|kortom|al met al",
    leads="(?:belangrijkste|volgende|twee|drie|vier)|resultaten|tips",
    nameless=r"(?:hier|deze \w+|dit \w+|link|lees(?: .*)?|bron|meer|artikel|delen|reacties|[\W\d_]*)",
    you="je|jij|jouw|u|uw|jullie",
)


KOREAN = Cues(
    function="""것 것은 것을 것이 것이다 같다 같은 나는 나에 내가 다시 대한 대해 되었다 됐다 등 때 때문에
        많은 많이 모두 모든 및 수 아주 없다 없는 위해 이다 이런 있는 있다 있었다 잘 정도로 정말 지금 통해
        하고 하기 하는 하던 하지 한 한다 할 함 해서 했고 했는데 했다 했던 했었다""",
    refers="""이때|이 때|이것|이는|이를|이로|이런|이러|이렇|이와|이 |그때|그 때|그것|그는|그를|그런 |그렇게
        |그 |그녀|여기|거기|저것|이들|그들|당시|이 시|해당 |둘 다|같은""",
    stands="이번 (?:해|달|주|분기)",
    joins="""그리고|하지만|그러나|그런데|그래서|따라서|또한|또 |게다가|그러므로|그래도|반면|한편|즉
        |예를 들어|특히|그럼에도|물론|다만|마지막으로|먼저|이후|그 후|다음으로|참고로|왜냐하면""",
    within="이 (?:논문|방법|연구|기술|모델|글|점|부분)|이러한|위에서|앞서|그러한",
    pointer=r"""(?:아래|위|다음|왼쪽|오른쪽)(?:의)? ?(?:그림|표|사진|이미지|코드|링크|글)|그림 ?\d|표 ?\d
        |아래와 같|다음과 같|위와 같""",
    caption=r"(?:그림|표|사진|출처)(?: ?\d|:| )",
    notice="""구독|감사합니다|감사드|고맙|문의|클릭|팔로우|공유해 ?주|댓글|참고하|읽어 ?주|후원|이 글에서
        |다음 글|좋아요""",
    mine="(?:내|제) ?(?:블로그|글|책|포스트)|이전 (?:글|포스트)|지난 (?:글|포스트)",
    picks="발표|공개|출시|소개|선정|뽑은|런칭|논문|시작 ?했|도입|합류",
    judges="""중요|핵심|결국|깨달|배웠|배운|느낀|느꼈|것 같다|해야|어렵|힘들|처음으로|가장|제일|최고|좋았
        |좋은|아쉬|부족|성장|뛰어난|증가|감소|향상|효과|필요|결론|의미|부담|현상""",
    alleges="주장(?:한|했|하|해|에)",
    tells="""시작 ?했|시작 ?됐|진행|도입|제안|합류|입사|퇴사|출시|개발|만들|채용|이전|신설|개선|발표|공개
        |소개|방법|모델|이다""",
    matters="""지금|현재|앞으로|미래|의미|중요|영향|계기|배웠|배운|깨달|느꼈|느낀|것 같다|결과|한계|여전히
        |지금까지|생각|돌아보|시사|전망|요약|결론|성장""",
    covers="이 글|정리|회고|다룬|다룰|돌아보|살펴|선정|요약|소개|대부분",
    ahead="앞으로|내년|다음|계획|예정|목표|기대|전망|하려고|할 것|미래|해야지|하고 싶",
    whole=r"올해|한 ?해|지난해|전체적|전반적|요약하|돌아보면|\d+년(?:은|이|부터)",
    leads="(?:주요|중요한|다음|두|세)|결과|요점",
    nameless=r"(?:여기(?:서|를)?|링크|이 ?(?:글|링크|곳)|더 ?보기|자세히.*|출처|공유|댓글|[\W\d_]*)",
    closes="(?:다|요|음|함|임|까|네|지|더라)",
)


JAPANESE = Cues(
    function="""する した して いる いた ある あった こと もの ため よう これ それ から まで です ます
        ました という として について""",
    refers="これ|それ|あれ|この|その|あの|ここ|そこ|こう|そう|彼|彼女|両者|同(?:社|氏|書|製品|論文|年|月)",
    stands="この(?:1|一)?(?:年|月|週)",
    joins="""しかし|だが|ただし|ただ|でも|また|さらに|そして|そのため|したがって|よって|つまり|一方|例えば
        |たとえば|なお|ちなみに|次に|まず|最後に|とはいえ|ところが|すると|なぜなら|むしろ|もちろん|それで
        |なので|では""",
    within="この(?:論文|手法|研究|記事|方法|技術|モデル|製品)|これら|前述|上記|先述|本(?:論文|記事|稿|研究)",
    definite="(?:著者|論文|研究者)(?:は|ら)",
    pointer=r"""(?:下|上|次|左|右|以下)の?(?:図|表|画像|写真|コード|リンク)|図 ?\d|表 ?\d|以下の(?:通り
        |とおり|ように)|次の(?:通り|とおり|ように)|下記""",
    caption=r"(?:図|表|写真|画像|出典)(?:\d|：|:| )",
    notice="""ありがとう|ください|購読|登録|クリック|フォロー|お問い合わせ|こちら|続きを読む|本記事では
        |この記事では|ご覧|シェア|感謝""",
    mine="(?:私|拙|弊)(?:の)?(?:著|書|記事|ブログ|本)|以前の記事|前回の記事",
    picks="発表|公開|発売|リリース|紹介|提案|選ん|論文|登場|開始",
    judges="""重要|最も|初めて|初の|最大|最高|優れ|高い|低い|大幅|改善|向上|削減|結論|明らか|示し|示す|必要
        |べき|難しい|できる|可能|わかった|実現|問題|課題|よりも|以上""",
    alleges="と(?:主張|称)",
    tells="である|とは|発表|公開|提案|紹介|比較|開発|使用|採用|実現|手法|方法|モデル|搭載|開始|導入|によって",
    matters="""現在|今後|将来|意義|意味|重要|影響|課題|限界|実用|普及|期待|まとめ|結論|依然|今も|役立
        |と思う|考え|活用|見込|背景""",
    covers="この記事|本記事|本稿|まとめ|紹介|取り上げ|選ん|振り返|概要|対象",
    ahead="今後|将来|次の|来年|予定|計画|期待|見込|目標|これから|いく|だろう",
    whole=r"今年|この(?:1|一)年|\d+年は|全体|総じて|まとめると|振り返ると",
    leads="(?:主な|重要な|以下の|次の|二つ|三つ)|結果|ポイント",
    nameless=r"(?:こちら|ここ|この(?:記事|リンク)|リンク|続きを読む|もっと見る|詳細.*|出典|共有|[\W\d_]*)",
    closes="(?:た|る|い|です|ます|う|ない|だ)",
)


CHINESE = Cues(
    function="一个 一种 一些 这个 这些 那个 我们 他们 自己 没有 可以 因为 所以 但是 就是 不是 已经 什么 时候",
    refers="这|那|它|他|她|其|该|此|這|該|两者|兩者|上述|前者|后者|後者",
    stands="这(?:一|个)?(?:年|月|周)",
    joins="""但|但是|然而|不过|不過|因此|所以|而且|此外|另外|同时|同時|于是|於是|接着|然后|然後|而|并且
        |並且|例如|比如|也就是|总之|首先|其次|最后|最後|另一方面|相反|其实|當然|当然|还有|並|且""",
    within="""(?:这|該|该|此|本)(?:篇|个|個|种|種|项|項)?(?:论文|論文|方法|研究|文章|技术|技術|模型|问题)
        |这些|這些|上述|如前所述""",
    definite="(?:作者|论文|論文|研究人员)",
    pointer=r"(?:如|见|見)?(?:下|上|左|右)(?:图|圖|表|面)|图 ?\d|圖 ?\d|表 ?\d|如下|以下(?:代码|代碼|图|表|是)",
    caption=r"(?:图|圖|表|照片|来源|來源)(?:\d|：|:| )",
    notice="""订阅|訂閱|感谢|感謝|谢谢|謝謝|点击|點擊|关注|請|请(?:参|看|点)|欢迎|歡迎|本文将|转载|轉載
        |评论|打赏|分享到|点赞""",
    mine="我的(?:博客|文章|书|書)|之前的文章|上一篇",
    picks="发布|發布|推出|宣布|介绍|介紹|提出|论文|論文|选择|選擇|开源|公布",
    judges="""重要|关键|關鍵|最|首次|第一|更|优于|優於|明显|顯著|显著|提高|降低|改善|结论|結論|表明|证明
        |證明|必须|必須|应该|應該|难|難|成功|失败|失敗|发现|發現|觉得|覺得""",
    alleges="声称|宣称|据称|聲稱|據稱",
    tells="""是一|提出|介绍|介紹|发布|發布|比较|比較|使用|采用|採用|开发|開發|方法|模型|实现|實現|包括|完成
        |开始|學習|学习""",
    matters="""目前|现在|現在|如今|未来|未來|意义|意義|影响|影響|重要|局限|应用|應用|实践|實踐|总结|總結
        |结论|結論|仍然|仍|价值|價值|认为|認為|感觉|希望""",
    covers="本文|这篇|這篇|介绍|介紹|涵盖|涵蓋|总结|總結|回顾|回顧|选择|概述|整理|记录|記錄",
    ahead="未来|未來|接下来|接下來|明年|下(?:个|個)?月|计划|計劃|预计|預計|期待|目标|目標|将|將|希望",
    whole=r"今年|这一年|這一年|全年|总体|總體|总的来说|总之|總之|整体|整體|\d+年(?:是|的)|这个月|本月",
    leads="(?:主要|重要|以下|几个|幾個|两个|三个)|结果|要点",
    nameless=r"(?:这里|這裡|此处|点击.*|链接|連結|更多|阅读.*|来源|出处|分享|评论|[\W\d_]*)",
)


ARABIC = Cues(
    function="""في من على إلى عن مع هذا هذه ذلك تلك هو هي هم أن إن كان كانت قد لا ما لم لن ثم أو و كل بين
        بعد قبل عند حتى منذ أي كما التي الذي الذين بها به له لها فيه فيها عليه عليها""",
    refers="هذا|هذه|ذلك|تلك|هو|هي|هم|هؤلاء|هنا|هناك|وهو|وهي|وهذا|وهذه|وذلك",
    stands="هذا العام|هذا الشهر|هناك",
    joins="""لكن|ولكن|لذلك|كما|وقد|ثم|أيضا|أيضًا|إلا|غير|بل|ومع|بالإضافة|على سبيل المثال|من ناحية|وبالتالي
        |وعلى|فقد""",
    within="هذا (?:البحث|المقال|النموذج)|هذه (?:الدراسة|الطريقة|الورقة)",
    definite="(?:الدراسة|الباحثون|المؤلفون|التقرير)",
    pointer=r"(?:الشكل|الجدول|الصورة) (?:أدناه|أعلاه|التالي|\d+)|أدناه|أعلاه|كما يلي",
    caption="(?:الشكل|الجدول|صورة|المصدر)",
    notice=r"اشترك\w*|شكرا|شكرًا|انقر|تابعونا|اقرأ (?:المزيد|أيضا|أيضًا)|مرحبا|شارك\w*",
    picks=r"نشر\w*|أعلن\w*|أطلق\w*|قدم\w*|دراسة|اختار\w*",
    judges=r"أظهر\w*|أفضل|أهم|مهم\w*|أكثر|أقل|أول|يجب|نتائج|أثبت\w*|كشف\w*|تفوق\w*|بدون|صعب\w*",
    tells=r"يصف|تصف|يقدم|تقدم|اقترح\w*|نموذج|طريقة|يستخدم|تستخدم|أعلن\w*|مقارنة",
    matters="أهمية|اليوم|حاليا|حاليًا|المستقبل|تأثير|نتيجة|عواقب|حدود|خلاصة|لا يزال|لا تزال|أعتقد|عمليا",
    covers="هذا المقال|يغطي|يتناول|ملخص|مراجعة|اخترت|نظرة",
    ahead=r"القادم\w*|المستقبل|قريبا|قريبًا|سوف|من المتوقع|نأمل|خطط|أهداف",
    whole=r"هذا العام|عام \d+|بشكل عام|إجمالا|باختصار|خلاصة",
    leads="(?:أهم|أبرز|التالية)|النتائج",
    nameless=r"(?:هنا|الرابط|المزيد|اقرأ.*|المصدر|مشاركة|[\W\d_]*)",
)

TABLES = {
    "en": ENGLISH,
    "de": GERMAN,
    "fr": FRENCH,
    "es": SPANISH,
    "it": ITALIAN,
    "pt": PORTUGUESE,
    "nl": DUTCH,
    "ko": KOREAN,
    "ja": JAPANESE,
    "zh": CHINESE,
    "ar": ARABIC,
}
