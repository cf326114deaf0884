"""Cues of English. See base.py for what each is."""

from briefing.writers.selection.cues.base import Cues

ENGLISH = Cues(
    function="""a about above after again all also am an and any are as at be because been before being
        below between both but by can could did do does doing down during each either etc even ever few
        for from further get got had has have having he her here hers him his how however i if in into is
        it its just let may me might more most much must my no nor not now of off on once one only or
        other our out over own per plus quite rather same she should since so some still such than that the
        their them then there these they this those through thus to too under until up upon us versus very via
        was we well were what when where which while who whom whose why will with within without would
        yet you your yours""",
    light="""along also amount another around away back bad best better big bit come comes coming day days
        different done easy end even ever far experience find first found full give given go goes going gone
        good great happened hard idea ideas important interesting know known large last later lead less like
        little long look looking lot lots made make makes making many month months need needed needs new next
        nice number old part past people place point probably put really recent said same say says second see
        seen show shows shown simple since small something spent start started still take taken takes thing
        things think third time times today together took tried two three four five use used uses using want
        wanted way ways week weeks went whole work worked works working year years research series real team
        word words reason reasons user users""",
    refers=r"""it|its|it['’]s|they|their|them|these|those|this|that|he|she|his|her|such|both|neither
        |either|here|there|then|(?:while|although|though|as|because|since|if|when|once|after|until|unlike|like|with
        |in|for|from|by|to|on|at|of|under) (?:it|they|this|these|that|those|them|such|both)|(?:one|another|an|some
        |most|many|all|each|none|two|three|several|few) (?:(?:more|other|interesting|recent|such|good
        |notable) )*(?:examples?|of (?:them|these|those)|reasons?|difference|thing)|(?:an)?other|recent examples
        |the (?:same|former|latter|other|idea|goal|gap|reason|result|difference|problem|catch|answer|trick
        |point)(?: here)?|(?:often|sometimes|usually|recently|later|now|today|\w+ly),? (?:they|he|she|these|those)
        |to (?:tackle|address|solve|overcome|fix|avoid|achieve|do|prevent|test|verify) (?:this|these|those|it|them)
        |one \w+ (?:difference|example|reason|problem|question)|nothing could be further|far from it
        |quite the (?:opposite|contrary)|(?:in|during|over) the same|[\w ]{0,40}(?:all|none|any|each|some|both
        |most) of (?:these|those|them)""",
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
        |then|further|better,|worse,)|as if (?:that|this)|good thing
        |not only that|e\.g\.|i\.e\.|side note|oh|yes|no,|well,|anyway|which|to be (?:a bit )?more
        |at the (?:same|other)|just like|more (?:recently|importantly|precisely|specifically)|specifically
        |concretely|importantly|same|too|what['’]s (?:even )?more|turns out|along the way|on top of""",
    within=r"""(?:this|these|those)(?! (?:year|month|quarter|week|time|day|century|decade|spring|summer
        |autumn|fall|winter|is|was|are|were|who|that|which|of|in|with|from|new)) \w+|the (?:former|latter
        |above|aforementioned)|above-?mentioned|as (?:mentioned|discussed|described|noted|said|explained)
        |both methods|the paper|the (?:authors?|researchers?)|they (?:tried|found|show)|the two|do so
        |doing so|here(?=[.!]?$)|(?:reading|reads?|using|trying|watching) (?:it|them)(?! \w+ing)""",
    definite=r"""the (?:first|second|third|fourth|next|last|other) \w+|(?:the|this|our
        |their) (?:[\w-]+ ){0,2}(?:papers?|study|work|authors?|researchers?|article|report|survey|review|overview
        |list|summary|page|document|series|newsletter|guide|edition|collection|chapter|book|dataset|benchmark
        |release|version|update|issue|post|project|proposal|event|team|company)|the (?:[\w-]+ )?(?:approach|methods?
        |techniques?|models?|findings?|results?|experience|process|system|experiments?|change|main \w+)|(?:i|we|he
        |she|they) (?:also|even|then)|(?:more |the )?[\w, -]{0,70}? (?:has|have) (?:also )?been (?:added|updated
        |moved|fixed)|the (?:[\w-]+ ){0,3}(?:addition|case|suit|lawsuit|court|courts)|added|updated|fixed|removed
        |changed|modified|renamed|revised|corrected|add|fix|remove|update|rename|bump|deprecate|drop|examines
        |describes|discusses|explains|presents|reviews|summari[sz]es""",
    pointer=r"""(?:the |this |see |in )?(?:figures?|fig\.|tables?|charts?|plots?|diagrams?|images?
        |pictures?|screenshots?|photos?|listings?|snippets?|equations?|videos?|animations?|arrows?) (?:\d+|[a-z]\d|above
        |below|left|right|here|shows?|illustrates?|depicts?|summari[sz]es?)|(?:shown|illustrated|depicted|seen
        |summari[sz]ed|listed|given|outlined|visuali[sz]ed) (?:in (?:the )?)?(?:figures?|fig|tables?|above|below
        |following)|(?:in|see) (?:the )?(?:figure|fig|table|appendix|section|chapter|example|code)(?: \d+| below
        | above)?|(?:the )?following (?:figure|table|code|list|example)|(?:see|described|discussed
        |mentioned) (?:above|below|earlier|previously)|(?:above|below)(?=[.,:;)]|$)|section (?:above|below)|(?:above
        |below) (?:is|are|we|i)|looks like this|left and right|\(left\)|\(right\)|left:|right:|point \d+|(?:as
        |like) follows|that follows?|(?:in|see|of|from|by) §[\w.]+""",
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
        |mak(?:e|ing) a donation|donat(?:e|ing) to|consider (?:purchas|support|donat|subscrib)\w+|become a sponsor
        |our sponsors|supporting partners|wish(?:ing)? (?:everyone|you)|kind wishes|good luck
        |you can (?:also )?(?:find|read|see)|disclaimer:|all rights reserved|copyright|accept cookies
        |heartfelt|sections? above|more papers to cover|more to go|a huge thanks|acknowledge?ments?
        |credits? to|dear reader|to kick off|what (?:a|an) (?:year|month)!|we (?:thank|appreciate
        |are grateful)|(?:research|work) (?:is|was) supported|in the following|in the remainder
        |download (?:it|here)|(?:this|the) link|we['’]d love|love to hear|what you think|if you need
        |you need (?:help|assistance)|visit our|join (?:us|our)|ask a question|reach out|contact us
        |happy to (?:help|share)|for (?:background|further reading|more details|details|more information)
        |(?:article|post) (?:links|refers|points)|in (?:more|greater|full) detail|my (?:injury|health
        |recovery|illness)""",
    greets=r"""hope (?:that )?(?:your|you|this finds|to see you|all is well)
        |happy (?:new year|new years|holidays?|birthday|easter|thanksgiving|christmas)|merry christmas
        |season['’]s greetings|see you (?:next|soon|there|all|then|later|again|in (?:the (?:new|next)|20\d\d))
        |^\W*until (?:we meet again|next (?:time|week|month|year|issue))[.!]*$
        |^\W*(?:please )?stay (?:safe|healthy|well|curious)|take care(?=[.!,]|$)|best wishes
        |warm(?:est)? (?:wishes|regards)|kind regards
        |^\W*(?:hi|hello|hey|greetings|dear|welcome|goodbye|farewell|bye|cheers)(?: \w+){0,4}[,!.]
        |^\W*good (?:morning|evening|day|afternoon)(?: \w+){0,3}[,!.]|here['’]s to (?:an?|the|another|many)
        |that['’]s (?:it|all) (?:for|from)
        |^\W*(?:it['’]s )?time for (?:an?|the|another|our|this) [^.]{0,60}!
        |^\W*have an? (?:great|good|nice|lovely|wonderful|happy|amazing)
        |(?:great|nice|good) to (?:see|have) you|wish(?:ing)? (?:you|everyone|all of you) (?:an?|all|the)""",
    mine=r"""(?:my|our) (?:\w+ )?(?:(?:previous|earlier|last|recent|other|older|own|new) )*(?:articles?
        |posts?|books?|blog|newsletter|course|tutorials?|videos?|reviews?|\[?build)|i(?:['’]ve
        | have)? (?:also )?(?:written|wrote|discussed|covered|dedicated|developed|published|explained
        |described)|(?:previous|earlier|separate|whole|last) (?:article|post)|a whole article|in my""",
    crowns=r"""(?:paper|study|report|article|work|item|release|book|post|project|tool|talk|model|idea|crate
        |story|pick|highlight) (?:of|for) the (?:month|week|quarter|year)|(?:month|week|quarter|year)['’]s (?:paper
        |study|report|article|item|release|book|pick|highlight)|my pick""",
    picks=r"""my pick|pick (?:for|of)|(?:paper|study|report|work|article) (?:by|from|of the)
        |by [\w. -]+ (?:and colleagues|et al)|(?:i|we) (?:chose|choose|picked|selected)|announc(?:e[sd]?|ing)
        |introduc(?:e[sd]?|ing)|releas(?:e[sd]|ing)|launch(?:e[sd]|ing)|propos(?:e[sd]?|ing)|publish(?:e[sd]|ing)
        |shared the|team shared|describes?|favou?rite|organi[sz]ed|started|joined|founded|graduated|hired|shipped
        |completed|finished|won|paper of the|is (?:now|finally) (?:available|here|out)|new (?:in|at)|(?:was|were|is
        |are|been|have|has|had) (?:picked|chosen|selected)""",
    judges=r"""key (?:conclusions?|findings?|takeaways?|insights?|points?|results?|lessons?)
        |conclu\w+|overall|in (?:short|summary|general|practice|essence|sum|any case)|outperform\w*|better|best
        |worse|worst|superior|inferior|more (?:\w+ )?than|less (?:\w+ )?than|\w+er than|trade-?offs?|important\w*
        |crucial\w*|essential\w*|significant\w*|substantial\w*|surpris\w+|remarkabl\w+|impressive\w*|effective\w*
        |efficient\w*|fail\w*|succe\w+|should|must|cannot|prov(?:e|es|ed|en)|shows?|showed|demonstrat\w+|reveal\w*
        |suggest\w*|improve\w*|reduc\w+|(?:is|are) (?:still|not|no|far|much|easier|harder|likely|a (?:small|big
        |great|good))|increasingly|particularly|makes? it|lead(?:s|ing)? to|tends? to|worth|rather than|hard(?:er
        |est)?|difficult\w*|simpl(?:e|er|est|y)|powerful|opportunit\w+|lesson\w*|reali[sz]ed|i (?:think|believe|feel
        |expect|learned)|largest|biggest|great(?:er|est)?|amazing|record|optimal|sufficient|beneficial
        |common knowledge|adjust\w*|flexib\w+|robust\w*|never|always|first time|critical\w*|mission|believe|despite
        |no longer|enormous|huge|lov(?:e|ed|ing)|judge\w*|(?:main|key|central) findings?|matters?|without|whereas
        |unlike|instead of|(?:happy|satisfied) (?:with|that|about)|proud of|grateful""",
    alleges=r"""(?:claim|argu|assert|alleg|contend|insist|charg|purport|maintain)\w* that|them claim
        |(?:often|commonly|frequently) (?:cite[sd]?|quoted?|claim\w*)|have (?:long )?argued|contentions?|claiming
        |claims? (?:is|are) that""",
    tells=r"""(?:is|are|was) (?:an?|the|one of)|refers? to|describ\w+|introduc\w+|propos\w+|present\w*
        |explor\w+|investigat\w+|compar\w+|combin\w+|consist\w*|extend\w*|replac\w+|us(?:es|ing|ed)
        |works? by|releas\w+|launch\w*|announc\w+|creat\w+|built|develop\w+|publish\w*|train(?:s|ed)
        |report\w*|show\w*|finds?|found|adds?|added|support\w*|allow\w*|enabl\w+|provid\w+|method|approach
        |technique|framework|architecture|model|dataset|study|version|means|improv\w+|fix\w*|decompos\w+
        |appl(?:y|ies|ied)|reduc\w+|started|joined|moved|organi[sz]ed|finished|completed|graduated|became
        |began""",
    explains=r"""methods?|approach(?:es)?|techniques?|frameworks?|architectures?|algorithms?|mechanisms?
        |protocols?|procedures?|parameters?|layers?|modules?|datasets?|data sets?|benchmarks?|experiments?
        |ablations?|variables?|matri(?:x|ces)|vectors?|tokens?|compilers?|kernels?|drivers?
        |(?:re|fine-?)?train(?:ed|ing|s)|comput(?:es?|ed|ing|ation)|consists? of|based on|works? by|evaluat\w+
        |measur\w+|compar(?:ed|es|ing)|decompos\w+|replac(?:es|ed|ing)|combin(?:es|ed|ing)|reduc(?:es|ed|ing)
        |requir(?:es|ed|ing)|implement\w*|configur\w+|optimi[sz]\w+|approximat\w+|encod\w+|decod\w+
        |generat(?:es|ed|ing)|updates each|sampl(?:es|ed|ing)|scal(?:es|ing)|fired? at|mixed (?:from|with)
        |made (?:of|from)""",
    matters=r"""relevance|(?:is|are|was|were|remains?|stays?|still|also|not|more|highly|particularly
        |especially) relevant|nowadays|these days|(?:used|relevant|even|known|available|until|exist|work|are
        |is) today|today['’]s|trade-?offs?|(?:it|this|they|that|really|not|why \w+) matters?|in practice
        |practical (?:use|value|implications?|consequences?|relevance|importance|applications?)|impact(?:s|ed|ful)?
        |implications?|limitations?|limits (?:of|to|on)|(?:a|the|its|their|no|main|known|hard) limits?|consequences?
        |significance|significant (?:step|impact|advance|change|shift|role|milestone|improvement|drawback|advantage)
        |importan(?:ce|t (?:to|for|that|because|step|role|as))|(?:is|are|was|were|remains?) (?:[\w-]+ )?important
        |adoption|adopted by|popularity|(?:more|so|very|increasingly|become|became|remains?|is|are) (?:(?:a
        |such a) )?popular|widely(?:-| )(?:used|adopted|known|available|cited|deployed|accepted)|i (?:think|expect
        |believe|see|hope)|worth (?:noting|mentioning|knowing|considering|trying|the (?:effort|cost))|worthwhile
        |(?:is|are|am|be|been) still|still (?:\w+ )?(?:rely|relies|relevant|used|the|a|an|needs?|beyond|hard|missing
        |lacks?|not|far)|continues? to|(?<!the )remains? (?:(?!of|in|from)\w+ )?(?:an?|the|un\w+|to be|open|popular
        |challeng\w+|relevant|difficult|hard|possible|common|important|limited|low|high|much|one of|beyond|out of)
        |democrati[sz]\w*|lessons?|takeaways?|going forward|long term|(?:much|far) more|useful|in (?:summary|short
        |conclusion)|influential|what (?:this|it) means|opens? (?:up|the)|allows? (?:us|you|users)|breaking changes?
        |deprecat\w+|(?:should|must|need to|have to|recommend\w*) (?:\w+ )?upgrad\w+|challenges?|challenging
        |benefits?|drawbacks?|shortcomings?|weakness(?:es)?|downsides?|prone to|learned|there remains?
        |room for improvements?|future(?! work)|(?:large|big|huge|major|substantial|small|important|first) steps?""",
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
    whole=r"""(?:this|the|last|past|an?|whole|entire) (?:(?!every|each)[\w-]+,? ){0,3}(?:year|quarter|decade
        |season)(?!-)|overall|all in all|in (?:summary|conclusion|essence|short|sum)|(?:20|19)\d\d (?:was|has|is)
        |a lot (?:has )?happened|in this (?:paper|work)|looking back|across the \w+ (?:months|weeks
        |quarters)|through the year|(?:final|closing|concluding) (?:thoughts|remarks|words)|conclusions?
        |summary|wrap-?up""",
    leads="""(?:main|key|important|central|two|three|four|five|several|following)|takeaways?|findings
        |results|contributions|tips""",
    article=r"the|an?",
    clause=r"""is|are|was|were|has|(?<!to )have|had|will|can|could|may|might|must|should|would|does|did|\w+n['’]t
        |we|they|he|she|released|announced|published|introduced|launched|unveiled|presented|wrote|says?|said
        |showed|(?:last|this|next|that) (?:year|month|week|quarter)$|yesterday|today|ago""",
    nameless=r"""(?:(?:click |see |read |available )?(?:here|this|there|it)|(?:in )?this \w+|(?:(?:a
        |the) )?links?(?: to.*)?|read (?:more|the.*|on)|more|learn more.*|source|pdf|paper|code|website
        |web ?site|home ?page|blog(?: ?post)?|article|post|details|github|pr|video|slides|demo
        |project(?: page)?|data|download(?: it| here| now)?|permalink|comments?|share|edit|reply
        |subscribe.*|available (?:here|at|on).*|up|top|back(?: to.*)?|next|previous|prev
        |continue reading.*|click here.*|sign (?:up|in).*|full (?:report|text|article|story)(?: here)?
        |send us.*|[\W\d_]*)""",
    weighs=r"""relevan\w+|today|future|outlook|trade-?offs?|implications?|limitations?|limits
        |consequences?|significance|importance|impact|adoption|popularity|in practice|lessons?|takeaways?|summary
        |discussion|conclusions?|conclusion|why (?:it|this|they) matters?|what (?:this|it) means|will (?:it|these
        |this|they)|continue\w*|challenges?|benefits?|drawbacks?|breaking changes?|deprecat\w+|security|upgrad\w+
        |upcoming""",
    announces=r"""(?:i|we|team|he|she|they) (?:(?:have|has|also|now|finally|just
        |\(.{0,40}\)) )*(?:started|joined|founded|co-?founded|graduated|organi[sz]ed|launch(?:ed)?|releas(?:e|ed)
        |publish(?:ed)?|propos(?:e|ed)|introduc(?:e|ed)|present(?:ed)?|announc(?:e|ed)|chose|choose|picked|selected
        |hired|shipped|completed|finished)|my pick|pick (?:for|of)|favou?rite|paper of the|(?:announcing|introducing
        |launching) (?:the|an?)|(?:releases|launches|announces|introduces|released|launched|announced
        |introduced) (?:an?|the|its|their|our)|(?:is|are) (?:now|finally) (?:available|here|out)|(?:excited|thrilled
        |happy|proud|pleased) to (?:announce|release|introduce|present|share)""",
    instructs=r"""explore|discover|(?:now that|once) you(?:['’]\w+)?|(?:just |)(?:click|tap|press|tick|paste|scroll
        |navigate|type|log in|sign in|select|choose|enter|open|copy|download|install|visit|head|go|make sure|be sure
        |be careful|remember|don['’]t forget|try|run) (?:to|over|on|the|your|a|an|it|that|out|in|into|here|yourself
        |and)|just (?:attach|add|put|use|set|give|send|follow|enable|create|do)|no more need
        |(?:[\w ,'’-]{0,60}), (?:(?:just|simply|then) )?(?:go to|click|update your|create an?|open the|select the
        |tick the|run the|enter the|choose the)""",
    asserts=r"""is|are|was|were|has|have|had|do|does|did|will|can|could|may|might|must|should|would|\w+n['’]t""",
    you=r"you|your|yours|yourself|you['’]\w+",
)
