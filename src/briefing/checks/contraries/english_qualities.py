"""Contraries among the adjectives, adverbs, nouns and turns of phrase of English. See table.py for what they are."""

ENGLISH_QUALITIES = r"""
+ calm(?:ly|er)?|composed|relaxed|unfazed|at ease|unconcerned|unworried|unperturbed|serene|unmoved
- panic\w*|nervous(?:ly|ness)?|anxious(?:ly)?|anxiety|alarm(?:ed)?|worr(?:y|ied|ies|ying)|on edge
- frantic(?:ally)?|uneasy|hysteri\w+|agitated|turmoil|uproar
+ eager(?:ness|ly)?|keen(?:ness|ly)?|willing(?:ness|ly)?|ready to|readiness|enthusias\w+|impatien\w+|happy to
- reluctan(?:t|ce|tly)|unwilling(?:ness|ly)?|hesita\w+|loath|refus(?:al|ed|es)|wary|balk~|resist(?:s|ed|ance)
+ in(?:to)?[ -]line|in step|in(?:to)? (?:agreement|accord|harmony)|in keeping with|consistent with|on par with
+ aligns?(?: with)?|aligned|aligning
- at odds|out of (?:step|line)|contrary to|inconsistent with|conflict~ with|in conflict
- (?:well|far) (?:below|above|short)|diverg\w+
- br(?:eaks?|oke|eaking|oken) with|clash~ with|deviat\w+
+ solid(?:ly)?|sturdy|robust|firm(?:ly)?|rock-solid|sound|reliable|dependable|stable|strong
- shaky|flimsy|fragile|tenuous|dubious|unreliable|brittle|wobbly|rickety|precarious|weak
+ sooner|faster|quicker|more quickly|earlier
- later|slower|more slowly|(?:take|takes|took|taken|taking) (?:\w+ )?longer
+ brand[- ]new|unused|unopened|never used|factory[- ]new
- refurbished|second-?hand|pre-?owned|reconditioned|renewed|used
+ in stock|available|on sale|on offer
- sold out|out of stock|unavailable|back-?ordered|withdrawn from sale
+ for free|free(?: of charge)?|at no (?:extra )?(?:cost|charge)|without charge|complimentary|gratis
- charge~|for a fee|fees?|paid|at a (?:cost|price)|must pay|have to pay
+ volunteers?|unpaid|voluntar(?:y|ily)|in (?:their|his|her) (?:free|spare) time|pro bono
- paid|salaried|full-time|for pay|for money
+ treatable|curable|(?:can|could|may) be (?:treated|cured|healed)|respond(?:s|ed)? to treatment
- untreatable|incurable|(?:cannot|can['’]t|can not|could not) be (?:treated|cured|healed)|no (?:cure|treatment)
+ reversible|(?:can|could|may) be (?:\w+ )?(?:reversed|undone|repaired)
- irreversible|irreversibly|(?:cannot|can['’]t|can not|could not) be (?:\w+ )?(?:reversed|undone|repaired)
- irreparabl[ey]|permanent(?:ly)?
+ preventable|avoidable|(?:can|could) (?:have been|be) (?:prevented|avoided)
- unpreventable|unavoidable|inevitabl[ey]|(?:cannot|could not) (?:have been|be) (?:prevented|avoided)
+ removable|detachable|replaceable|user-replaceable
- non-removable|fixed|built-in|soldered|glued
+ for the (?:very )?first time|first-ever|first ever|never before|unprecedented|unheard of
- again|once (?:more|again)|as (?:in|with|during) (?:previous|earlier|past|prior|former|other) \w+
- as (?:always|usual|ever|before)
- for the (?:second|third|fourth|fifth|umpteenth) time|as it (?:has|had) (?:often )?(?:done )?before
- routine(?:ly)?|repeatedly|every year
+ left-wing|leftists?|left-leaning|centre-left|center-left|far-left|liberals?|socialists?|progressives?
- right-wing|rightists?|right-leaning|centre-right|center-right|far-right|conservatives?|nationalists?
+ optimis\w+|upbeat|hopeful|bullish|confident|confidence|buoyant|rosy|encourag(?:ed|ing)
- pessimis\w+|downbeat|gloom(?:y|ier)?|bearish|bleak|grim|doubtful|despair\w*|dim(?:mer)?|discourag(?:ed|ing)
- sour(?:ed)?
+ hawkish|hawks?
- dovish|doves?
+ premium|surcharge|markup
- discount(?:s|ed)?|rebates?|markdown
+ bargains?|a steal|good value|affordable|cheap(?:er|est|ly)?
- rip-?off|overpriced|unaffordable|extortionate|expensive|costly|pricey
+ profitable|in the black|mak(?:es|ing) money|made money|made a profit
- unprofitable|loss-making|in the red|los(?:es|t|ing) money|losses|made a loss
+ solvent
- insolvent|bankrupt(?:cy)?
+ premature|ahead of (?:schedule|time)|on (?:time|schedule|track)|punctual(?:ly)?|promptly|early
- belated(?:ly)?|behind schedule|delayed|overdue|off track|late|with a delay
+ last(?= (?:week|month|year|season|summer|winter|spring|autumn|fall|quarter|decade|century))|yesterday|previous
- next(?= (?:week|month|year|season|summer|winter|spring|autumn|fall|quarter|decade|century))|tomorrow|coming
+ already
- not yet|yet to|forthcoming|upcoming|in the (?:near )?future|to come|still has to|not until
+ still
- no longer|not any ?more|not any longer|used to be
+ always|invariably|every time|without exception|consistently
- sometimes|occasionally|rarely|seldom|now and then|in some cases|at times|intermittently
+ partly|partially|in part|to some extent|half-|up to a point
- fully|completely|entirely|wholly|totally|in full|altogether|thoroughly|unconditional(?:ly)?|full
+ sufficient(?:ly)?|enough|adequate(?:ly)?|ample|plenty
- insufficient(?:ly)?|inadequate(?:ly)?|too (?:little|few)|not enough|lack~|scant|shortage
+ too (?:much|many|high|big|large|long|early|hot|strong|fast|expensive)|excessive(?:ly)?
- too (?:little|few|low|small|short|late|cold|weak|slow|cheap)|insufficient(?:ly)?
+ landslide|overwhelming(?:ly)?|by a wide margin|comfortabl[ey]|decisive(?:ly)?|resounding(?:ly)?
- narrow(?:ly)?|razor-thin|by a (?:slim|narrow|small) margin|barely|just about|close-run
+ deliberate(?:ly)?|intentional(?:ly)?|on purpose|wilful(?:ly)?|willful(?:ly)?|knowingly|premeditated
- accident(?:al|ally|s)?|unintentional(?:ly)?|inadvertent(?:ly)?|by mistake|unknowingly|unwitting(?:ly)?
+ planned|scheduled|organi[sz]ed
- spontaneous(?:ly)?|unplanned|impromptu|unscheduled|improvised
+ expected(?:ly)?|predictabl[ey]|unsurprising(?:ly)?|no surprise|as expected
- unexpected(?:ly)?|surpris(?:e|es|ing|ingly|ed)|out of the blue|unforeseen|caught off guard
+ peaceful(?:ly)?|nonviolent|non-violent|bloodless
- violent(?:ly)?|violence|bloody|deadly|riot(?:s|ing|ers|ous)?
+ armed
- unarmed
+ ceasefire|truce|armistice|peace
- fighting|hostilities|offensive|fought on|war
+ alive|living|survivors?|survived|unharmed|unhurt|unscathed
- dead|deceased|died|killed|fatal(?:ly)?|injured|wounded|hurt|casualties
+ benign|harmless|innocuous|non-toxic
- malignant|cancerous|toxic|poisonous|deadly|lethal|harmful
+ acute
- chronic
+ contagious|infectious
- non-?contagious|not contagious|non-?infectious
+ pregnan(?:t|cy)|fertile
- infertile|sterile|barren
+ dominant
- recessive
+ soluble|dissolves?
- insoluble
+ conductors?|conductive
- insulators?|insulating
+ renewables?|green energy|clean energy
- fossil fuels?|non-renewable
+ organic(?:ally)?
- inorganic|conventional(?:ly)?
+ nocturnal|at night|by night
- diurnal|by day|during the day
+ weekdays?
- weekends?
+ herbivor\w+|plant-eat\w+|vegetarians?
- carnivor\w+|meat-eat\w+
+ extinct|died out|vanished
- thriving|flourishing|abundant|widespread
+ common(?:place|ly)?|widespread|ubiquitous|frequent(?:ly)?|usual(?:ly)?
- uncommon|rare(?:ly|st)?|unusual(?:ly)?|infrequent(?:ly)?|isolated
+ famous|well-known|renowned|celebrated|famed
- unknown|obscure|little-known|anonymous|unheralded
+ experienced|veterans?|seasoned|expert
- inexperienced|novices?|rookies?|newcomers?|beginners?|untrained
+ clean(?:er|est)?|spotless|pristine|hygienic
- dirty|dirtier|filthy|polluted|contaminated|unclean|grimy
+ crowded|packed|busy|bustling|teeming
- deserted|empty|abandoned|quiet|half-empty
+ flat
- steep|hilly|mountainous|bumpy
+ straight
- curved|winding|crooked|bent|twisted
+ tight(?:ly)?|tight-fitting|snug
- loose(?:ly)?|baggy
+ glossy|shiny|gleaming|polished
- matte?|dull
+ gradual(?:ly)?|slowly|little by little|step by step|over (?:many )?years|phased
- abrupt(?:ly)?|sudden(?:ly)?|overnight|at once|immediate(?:ly)?|all at once|instantly
+ immediate(?:ly)?|instant(?:ly)?|at once|straight away|right away|promptly
- eventual(?:ly)?|delayed|years later|months later|in the long run|after a long delay|belated(?:ly)?
+ exact(?:ly)?|precise(?:ly)?|accurate(?:ly)?
- inaccurate(?:ly)?|imprecise|vague(?:ly)?|approximate(?:ly)?|misleading|rough(?:ly)?
+ fixed|constant|unchanged|steady|flat|stable
- variable|adjustable|fluctuat\w+|varying|volatile|erratic|changing
+ rigid|inflexible|stiff|hard-?line
- flexible|adaptable|elastic|pliable|compromis(?:e|es|ed|ing)
+ simple|straightforward|easy|simpler|easily
- complicated|complex|convoluted|tricky|intricate|difficult|hard
+ obvious(?:ly)?|clear(?:ly)?|evident(?:ly)?|unambiguous
- unclear|obscure|ambiguous|murky|vague
+ certain(?:ty|ly)?|sure|definite(?:ly)?
- uncertain(?:ty)?|unsure|doubtful|in doubt|unclear|undecided
+ fair(?:ly)?|just|impartial|unbiased|neutral
- unfair(?:ly)?|unjust(?:ly)?|biased|partial|one-sided|discriminatory
+ friendly|cordial|warm(?:ly)?|amicable|welcoming
- hostile|unfriendly|frosty|icy|cold(?:ly)?|tense|acrimonious
+ polite(?:ly)?|courteous(?:ly)?|respectful(?:ly)?
- rude(?:ly)?|impolite|disrespectful(?:ly)?|insulting
+ honest(?:ly|y)?|truthful(?:ly)?|sincere(?:ly)?|candid(?:ly)?
- dishonest(?:ly|y)?|untruthful(?:ly)?|lying|lied|insincere|deceitful|misled
+ modest(?:ly)?|humble|humbly|small|slight
- massive(?:ly)?|huge|enormous|sweeping|dramatic|arrogant(?:ly)?|boastful(?:ly)?|lavish(?:ly)?|ambitious
+ proud(?:ly)?|pride
- ashamed|embarrass(?:ed|ing)|shame(?:ful)?
+ careful(?:ly)?|cautious(?:ly)?|prudent(?:ly)?|caution
- careless(?:ly)?|reckless(?:ly)?|rash(?:ly)?|hast(?:y|ily)
+ wise(?:ly)?|sensible|smart|prudent
- foolish(?:ly)?|unwise(?:ly)?|stupid(?:ly)?|reckless
+ impress(?:ed|ive|ively|es)|outstanding|excellent|superb|stellar|remarkable|strong
- underwhelm\w*|disappoint(?:ed|ing|ingly|s|ment)?|unimpress\w+|mediocre|lackluster|lacklustre|poor(?:ly)?|weak
+ satisf(?:ied|ying|actory)|pleas(?:ed|ing|ure)|happy|happily|delight(?:ed)?|content|thrilled|glad|joy
- dissatisf\w+|unhappy|unhappily|displeas(?:ed|ure)|frustrat\w+|furious|upset|angry|angered|annoyed
- disappoint\w+|outrage\w*
+ comfortable|comfortably|comfort
- uncomfortable|uncomfortably|discomfort|painful
+ painless
- painful
+ interest(?:ed|ing)|exciting|excited|fascinat\w+|gripping|thrilling
- bor(?:ed|ing)|dull|tedious|uninterested|indifferent|monotonous
+ attractive|appealing|beautiful|handsome|pretty
- unattractive|ugly|unappealing|repulsive
+ welcome
- unwelcome
+ popular(?:ity)?|beloved|in demand|sought-after|coveted
- unpopular(?:ity)?|hated|shunned|unwanted|despised
+ success(?:es|ful|fully)?|triumph|smash hit|hit
- failures?|flop(?:s|ped)?|fiasco|debacle|unsuccessful(?:ly)?|failed|disaster
+ winners?|champions?|victors?
- losers?|runners?-up
+ blessing|boon|opportunit(?:y|ies)|asset
- curse|threats?|burden|liabilit(?:y|ies)|menace
+ heroes|hero|heroic
- villains?|cowards?|cowardly
+ friends?|partners?|all(?:y|ies|ied)
- foes?|rivals?|enem(?:y|ies)|adversar(?:y|ies)|competitors?|opponents?
+ insiders?
- outsiders?
+ locals?|residents?|natives?|citizens
- foreigners?|outsiders|tourists|immigrants|strangers?
+ (?:more|higher|greater|larger|bigger|better|longer|older|taller) than|exceed(?:s|ed|ing)?|in excess of
- (?:less|lower|smaller|fewer|worse|shorter|younger) than|short of
+ maximum
- minimum
+ ceiling
- floor
+ upside
- downside
+ pros
- cons
+ strengths
- weaknesses
+ front
- rear
+ left(?= (?:hand|arm|leg|lung|eye|ear|side|foot|knee|shoulder|wing|bank|lane|hip|kidney|wrist|ankle|hemisphere))
- right(?= (?:hand|arm|leg|lung|eye|ear|side|foot|knee|shoulder|wing|bank|lane|hip|kidney|wrist|ankle|hemisphere))
+ gross(?= (?:income|profit|margin|loss|revenue|salary|pay|sales|debt))
- net(?= (?:income|profit|margin|loss|revenue|salary|pay|sales|debt))
+ tax-free|tax-exempt|untaxed|exempt(?:ed)?
- taxable|taxed|subject to (?:\w+ )?tax
+ elected
- unelected|appointed|selected by
+ wired|with (?:a )?cables?|corded
- wireless(?:ly)?|cordless
+ open[- ]source
- proprietary|closed[- ]source
+ encrypted
- unencrypted|in (?:plain|clear) ?text
+ compatible
- incompatible
+ waterproof|water-resistant|watertight
- leak(?:s|y|ed|ing)|permeable|porous
+ required|needed|necessary|essential|indispensable|mandatory|compulsory
- unnecessary|unneeded|superfluous|dispensable|redundant|optional|voluntary
+ relevant|crucial|vital|important|key|central|significant
- irrelevant|unimportant|trivial|negligible|insignificant|peripheral|minor
+ proven|confirmed|verified|established|substantiated
- unproven|unconfirmed|unverified|unsubstantiated|disproved|disproven|debunked|alleged
+ genuine|authentic|real|original
- fakes?|counterfeit|forged|bogus|phony|imitation|fabricated|forger(?:y|ies)
+ fact(?:s|ual|ually)?|truth|true
- fiction(?:al)?|myths?|falsehood|untrue|fabricat\w+|hoax
+ independent(?:ly)?|autonomous(?:ly)?|self-reliant
- dependent|controlled by|reliant
+ single-handed(?:ly)?|on (?:his|her|its|their) own|alone|by (?:himself|herself|itself|themselves)
- with (?:the )?help|jointly|together with|in (?:cooperation|collaboration|partnership) with|accompanied
+ in (?:cooperation|collaboration|partnership|coordination|consultation) with
+ with the (?:support|approval|consent|backing|knowledge|permission) of
- without (?:consulting|telling|informing|the (?:support|approval|consent|backing|knowledge|permission) of)
- against the (?:will|wishes|advice) of|behind the back of|in defiance of
+ thanks to|helped by|aided by|owing to
- despite|in spite of|notwithstanding
+ upper|top(?= (?:half|third|quarter|floor|of))
- lower|bottom(?= (?:half|third|quarter|floor|of))
+ pro-(?=\w)\w+
- anti-(?=\w)\w+
+ inclusive|included|including
- exclusive of|excluded|excluding|not including
+ uniform(?:ly)?|homogeneous|identical(?:ly)?|the same
- diverse|heterogeneous|varied|different(?:ly)?|differ~|mixed|uneven(?:ly)?
+ isolated|one-off|single incident|exceptional
- widespread|systemic|systematic(?:ally)?|recurr(?:ing|ent)|part of a pattern|endemic
+ overt(?:ly)?|open(?:ly)?|in public|transparent(?:ly)?
- covert(?:ly)?|secret(?:ly)?|in secret|clandestine|behind closed doors|quietly|in private
+ far
- close(?: to)?|near(?:by)?|next to
+ long-awaited|overdue|belated
- premature(?:ly)?|too early|hasty
"""
