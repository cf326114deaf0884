"""Cues of French. See base.py for what each is."""

from briefing.writers.selection.cues.base import Cues

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
    greets=r"""(?:^\W*|souhait\w+ une )(?:très )?(?:bonne|heureuse) (?:et heureuse )?(?:année|fin d['’]année
        |journée|semaine|soirée)|bonnes? fêtes?|joyeux noël|joyeuses (?:fêtes|pâques)
        |^\W*à (?:bientôt|la prochaine|très vite|plus tard|l['’]année prochaine)(?=[ .!,]|$)|au revoir
        |meilleurs v(?:œ|oe)ux|espér(?:e|ons) que (?:vous|tu|votre|ton)|prenez soin de vous
        |^\W*(?:bonjour|bonsoir|salut)(?: \w+){0,4}[,!.]|^\W*ch(?:er|ère)s? (?:ami|lect|coll)\w*
        |(?:je|nous) vous souhait\w+""",
    mine=r"(?:mon|mes|notre|nos) (?:\w+ )?(?:articles?|livres?|blog|billets?)|j['’]ai (?:écrit|décrit|publié)",
    crowns=r"(?:article|étude|livre|projet|travail|outil) (?:du mois|de la semaine|du trimestre|de l['’]année)",
    picks=r"publié\w*|annonc\w+|présent\w+|lanc\w+|dévoil\w+|étude de|article de|chois\w+|sort\w*|propos\w+",
    judges=r"""montr\w+|meilleur\w*|mieux|pire|important\w*|essentiel\w*|crucial\w*|globalement|en (?:résumé
        |somme|bref)|au total|surpren\w+|jamais|toujours|seul\w*|doit|doivent|devrait|permet\w*|plus de
        |moins de|premi\w+|prouv\w+|résultat\w*|révèl\w+|échou\w+|réuss\w+|malgré|sans|plutôt|difficile\w*
        |assum\w+|affirm\w+""",
    alleges=r"(?:prétend\w*|affirm\w*|sout\w*) que|prétendument",
    tells=r"""est (?:un|une|le|la)|décri\w+|présent\w+|propos\w+|étudi\w+|compar\w+|compos\w+|développ\w+
        |utilis\w+|publi\w+|remplac\w+|annonc\w+|méthode|modèle|approche|consiste|explique\w*|déclar\w+""",
    explains=r"""méthodes?|approches?|techniques?|architectures?|algorithmes?|mécanismes?|protocoles?
        |paramètres?|couches?|modules?|jeux? de données|expériences?|consiste|repose sur|fonctionne|calcul\w+
        |entraîn\w+|mesur\w+|compar\w+|remplac\w+|combin\w+|rédui\w+|optimis\w+""",
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
    article=r"les?|la|l|une?|des|du",
    clause=r"""est|sont|était|étaient|ont|sera|seront|peut|peuvent|doit|avons|nous|ils?|elles?|publie
        |publient|publié\w*|annoncent?|annoncé\w*|présenté\w*|lancé\w*|montrent?|affirment?|hier|aujourd['’]hui
        |(?:an|année|mois|semaine) derni[eè]re?$""",
    nameless=r"""(?:ici|ce \w+|cet \w+|lien|lire(?: .*)?|suite|source|plus|voir(?: .*)?|article|partager
        |commentaires?|[\W\d_]*)""",
    you="vous|votre|vos|tu|ton|tes",
)
