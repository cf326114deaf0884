"""Cues of Italian. See base.py for what each is."""

from briefing.writers.selection.cues.base import Cues

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
    greets=r"""(?<!un )(?:buon|felice) (?:anno|natale)|buone feste|^\W*a (?:presto|domani|dopo)(?=[ .!,]|$)
        |alla prossima(?=[.!,]|$)|arrivederci|ci vediamo (?:presto|la|nel|il|a)
        |sper(?:o|iamo) che (?:tu|voi|il vostro|il tuo|stiate|stia)|tanti auguri|auguri a tutti
        |^\W*(?:ciao|salve|buongiorno|buonasera)(?: \w+){0,4}[,!.]|^\W*car[eio] (?:amic|lettor|lettric|colleg)\w*
        |(?:vi|ti) augur(?:o|iamo)""",
    mine=r"(?:mio|miei|mia|nostro) (?:\w+ )?(?:articol[oi]|libr[oi]|blog)|ho scritto",
    picks=r"pubblicat\w+|annunci\w+|present\w+|lanci\w+|studio di|articolo di|scelt\w+|propo\w+|rilasci\w+",
    judges=r"""mostra\w*|dimostra\w*|miglior\w*|peggior\w*|important\w*|essenzial\w*|cruciale|in (?:sintesi
        |generale|breve)|sorprend\w+|mai|sempre|solo|deve|dovrebbe|permette|più di|meno di|prim[oa]
        |risult\w+|rivela\w*|supera\w*|nonostante|senza|difficil\w+""",
    alleges=r"(?:afferm\w*|sosten\w*|sostien\w*) che|presunt\w+",
    tells=r"""è (?:un|una|il|la)|descri\w+|present\w+|propo\w+|studi\w+|confront\w+|consiste|svilupp\w+
        |utilizz\w+|pubblic\w+|metodo|modello|annunci\w+""",
    explains=r"""metod[oi]|approcci\w*|tecnic\w+|architettur\w+|algoritm\w+|meccanism\w+|protocoll\w+
        |parametr\w+|modul[oi]|esperiment\w+|consiste|si basa|funziona|calcol\w+|addestr\w+|misur\w+|confront\w+
        |sostitu\w+|combin\w+|riduc\w+|ottimizz\w+""",
    matters=r"""rilevan\w+|importan\w+|oggi|attual\w*|futur\w*|impatto|conseguenz\w+|pratica|limit\w+
        |conclusion\w+|sintesi|ancora|credo|penso|rimane|implica\w*""",
    covers=r"""quest['’]?o? ?articolo|copre|tratta|selezion\w+|riepilogo|riassum\w+|concentr\w+|panoramica
        |raccol\w+""",
    ahead=r"""prossim\w+|futur\w*|presto|sarà|saranno|aspett\w+|previst\w+|sper\w+|obiettiv\w+|prospettiv\w+
        |resta\w*""",
    whole="(?:quest['’]|l['’]|tutto l['’]) ?anno|in (?:sintesi|generale|conclusione)|nel complesso|bilancio",
    leads=r"(?:principal\w*|seguent\w*|due|tre|quattro)|risultati|consigli",
    article=r"il|lo|la|i|gli|le|l|una?|uno|un",
    clause=r"""è|sono|era|erano|ha|hanno|sarà|saranno|può|possono|deve|pubblicat\w+|annunciat\w+
        |presentat\w+|lanciat\w+|mostrano?|dice|ieri|oggi|(?:anno|mese|settimana) scors[oa]$""",
    nameless=r"""(?:qui|quest[oa] \w+|link|leggi(?: .*)?|fonte|altro|vedi.*|articolo|condividi|commenti
        |[\W\d_]*)""",
    you="tu|tuo|voi|vostro|vi",
)
