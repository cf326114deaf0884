"""Contraries of French. See table.py for what they are."""

FRENCH = r"""
+ lourd(?:e|s|es)?
- lég(?:er|ère|ers|ères)
+ chaud(?:e|s|es)?
- froid(?:e|s|es)?
+ large(?:s)?
- étroit(?:e|s|es)?
+ volontaires?|facultati(?:f|ve|fs|ves)
- obligatoires?
+ temporaires?|provisoires?
- permanent(?:e|s|es)?|définiti(?:f|ve|fs|ves)
+ publi(?:c|que|cs|ques)
- privée?s?|secr(?:et|ète|ets|ètes)
+ gratuit(?:e|s|es|ement)?
- payant(?:e|s|es)?
+ confirm(?:e|é|ée|ent|ait|ées|és)
- dément(?:i|ie|is)?|conteste|contesté\w*|nie
+ salu(?:e|é|ée|ent)|soutien(?:t|nent)|soutenu\w*|approuv\w+
- critiqu(?:e|é|ée|ent)|condamn(?:e|é|ée|ent)|dénonc(?:e|é|ée|ent)
+ riches?
- pauvres?
+ profond(?:e|s|es)?
- superficiel(?:le|s|les)?
+ intérieure?s?
- extérieure?s?
+ tôt
- tard
+ souvent|fréquent\w*
- rare(?:s|ment)?
+ avan(?:ce|cé|cée|cés|cées)
- repouss(?:e|é|ée|és|ées)|report(?:é|ée|és|ées)
+ survécu\w*|survi(?:t|vent)
- mort(?:e|s|es)?|tuée?s?
+ bénéfices?
- pertes?
+ seul(?:e)?
- ensemble|accompagnée?
+ autoris(?:e|é|ée|és|ées|ent)|permet(?:tent)?|permis\w{0,2}
- interdi(?:t|te|ts|tes|sent)
+ accept(?:e|é|ée|és|ées|ent)
- refus(?:e|é|ée|és|ées|ent)|rejet(?:te|é|ée|és|ées)
+ ouvr(?:e|ent|ir)|ouvert(?:e|s|es)?
- ferm(?:e|é|ée|és|ées|ent)
+ favorables?|partisans?
- opposée?s?|hostiles?|adversaires?
+ montée|hausse
- chute|baisse
+ long(?:ue|s|ues)?
- court(?:e|s|es)?|bref|brève
+ fort(?:e|s|es)?
- faibles?
+ jeunes?
- âgée?s?|vieux|vieilles?
+ réussi(?:t|e|s|es)?|succès
- échec(?:s)?|échou(?:e|é|ée|ent)
+ possibles?
- impossibles?
+ avantages?
- inconvénients?
+ calmes?|sereine?s?|détendue?s?|confiante?s?|rassurée?s?
- panique|paniqu(?:é|e|ent|és)|inqui(?:et|ète|ets|ètes)|inquiétude|nerveu(?:x|se|ses)|anxieu(?:x|se|ses)
- alarmée?s?
+ prolong(?:e|é|ée|és|ées|ent)|renouvel(?:é|ée|és|ées)|reconduit\w{0,2}
- laiss(?:é|e|ent) expirer|expir(?:e|é|ée|és|ées)|raccourci\w{0,2}|écourt(?:é|ée|és)|résili(?:é|ée|és)
+ aggrav(?:e|é|ée|ent|ait)|empir(?:e|é|ent)|s['’]enven?im\w+|dégrad(?:e|é|ée|ent)
- apais(?:e|é|ée|ent|ait)|amélior(?:e|é|ée|ent|ait)|calm(?:é|ée|ent|ait)
+ renforc(?:e|é|ée|ent|er)|encourag(?:e|é|ée|ent|er)|enhardi\w*
- affaibli\w*|décourag(?:e|é|ée|ent|er)|fragilis(?:e|é|ée|ent)|sap(?:e|é|ent)
+ réticen(?:t|te|ts|tes|ce)|rechign\w+|hésit(?:e|é|ent|ant|ante|ants)|à contrecœur
- dispos(?:é|ée|és|ées)|prête?s? à|impatiente?s?|désireu(?:x|se|ses)|enthousias\w+|volontiers
+ dépass(?:e|é|ée|ent)|devanc(?:e|é|ent)|surpass(?:e|é|ent)
- inférieure?s? aux attentes|manqu(?:e|é|ent)|reste(?:nt)? derrière|à la traîne|en deçà
+ conforme|en accord|en phase|d['’]accord
- en désaccord|contraire à|en contradiction|à contre-courant
+ neu(?:f|ve|fs|ves)
- reconditionnée?s?|d['’]occasion|usagée?s?
+ en stock|disponibles?
- épuisée?s?|en rupture|indisponibles?
+ bénévoles?|non rémunérée?s?
- rémunérée?s?|payée?s?|salariée?s?
+ pour la (?:toute )?première fois|jamais auparavant|inédit\w{0,2}
- de nouveau|à nouveau|comme (?:les années précédentes|d['’]habitude|toujours|chaque année)|une fois de plus
+ encore|toujours
- ne (?:\w+ )?plus|n['’]\w+ plus
+ déjà
- pas encore
+ lance|lanc(?:é|ée|ent)|introdui\w+|instaur(?:e|é|ée)
- abandonn(?:e|é|ée|és|ent)|supprim(?:e|é|ée|és|ent)|annul(?:e|é|ée|és|ent)|suspend(?:u|ue|us)?
+ poursui\w+|continu(?:e|é|ent)|repri(?:s|se|ses)|reprend
- arrêt(?:e|é|ée|ent)|interromp\w+|cess(?:e|é|ent)|suspen\w+
+ avanc(?:e|é|ée|ent)|anticip(?:e|é|ée)
- retard(?:e|é|ée|ent)?|report(?:e|é|ée|és)|repouss(?:e|é|ée|és)
+ embauch\w+|recrut\w+|nomm(?:e|é|ée|és)|engag(?:é|ée|és)
- licenci\w+|renvoy\w+|limog\w+|congédi\w+
+ optimis\w+|confian\w+
- pessimis\w+|sombres?
+ satisfait\w{0,2}|content\w{0,2}|heureu(?:x|se|ses)|ravie?s?
- mécontent\w{0,2}|déçu\w{0,2}|furieu(?:x|se|ses)|frustrée?s?
+ pacifiques?|pacifiquement
- violent\w{0,4}|sanglant\w{0,2}
+ délibéré\w*|intentionnel\w*|volontairement
- accidentel\w*|involontaire\w*|par erreur
+ entièrement|complètement|totalement|intégralement
- partiellement|en partie
+ suffisant\w*|assez
- insuffisant\w*|trop peu|manque
+ soudain\w*|brusque\w*|brutalement
- progressive\w*|peu à peu|graduel\w*|lentement
+ coupables?|condamn(?:é|ée)s?
- innocent\w{0,2}|acquitt(?:é|ée)s?|relax(?:é|ée)s?
+ libér(?:é|ée|és|ées|ent)|relâch(?:é|ée|és)
- arrêt(?:é|ée|és|ées)|détenu\w{0,2}|emprisonn\w+|incarcér\w+
+ rentables?|bénéficiaires?
- déficitaires?|non rentables?
+ excédents?
- déficits?
+ vainqueurs?|gagnants?|victoires?
- perdants?|vaincus?|défaites?
+ certains? de|certaine|sûre?s?
- incertain\w{0,2}|doute\w*
+ clair(?:e|s|es|ement)?|évident\w*
- floue?s?|ambigu\w*|obscur\w{0,2}
+ acheteurs?|ach(?:ète|eté|etée|ètent)
- vendeurs?|vend(?:u|ue|us|ent)?
"""
