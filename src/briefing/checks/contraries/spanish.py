"""Contraries of Spanish. See table.py for what they are."""

SPANISH = r"""
+ pesad[oa]s?
- liger[oa]s?|livian[oa]s?
+ caliente?s?|cálid[oa]s?
- frí[oa]s?
+ anch[oa]s?
- estrech[oa]s?
+ voluntari[oa]s?|opcional(?:es)?
- obligatori[oa]s?
+ temporal(?:es)?|provisional(?:es)?
- permanentes?|definitiv[oa]s?
+ públic[oa]s?
- privad[oa]s?|secret[oa]s?
+ gratuit[oa]s?|gratis
- de pago
+ confirm(?:a|ó|an|aron)
- niega|negó|niegan|negaron|desm(?:iente|intió)
+ elogi(?:a|ó|an|aron)|apoy(?:a|ó|an|aron)
- critic(?:a|ó|an|aron)|conden(?:a|ó|an|aron)
+ ric[oa]s?
- pobres?
+ profund[oa]s?
- superficial(?:es)?
+ temprano
- tarde
+ ganancias?|beneficios?
- pérdidas?
+ interior(?:es)?
- exterior(?:es)?
+ tranquil[oa]s?|calmad[oa]s?|seren[oa]s?|relajad[oa]s?|calma
- pánico|nervios[oa]s?|inquiet[oa]s?|preocupad[oa]s?|ansios[oa]s?|alarmad[oa]s?
+ acept(?:a|ó|an|aron|ado|ada)|aprueb(?:a|an)|aprob(?:ó|aron|ado|ada)|autoriz(?:a|ó|an|aron)
+ permit(?:e|ió|en|ieron)
- rechaz(?:a|ó|an|aron|ado|ada)|neg(?:ó|aron) a|prohib(?:e|ió|en|ieron|ido)|vet(?:a|ó|an|aron)
- deneg(?:ó|aron|ado)
+ prorrog(?:a|ó|an|aron|ado)|prolong(?:a|ó|an|aron|ado)|ampl(?:ía|ió|iaron|iado)|renov(?:ó|aron|ado)
- dej(?:a|ó|aron) expirar|dej(?:a|ó|aron) vencer|exp(?:ira|iró|irado)|venc(?:ió|ido)|acort(?:a|ó|aron)
- rescind\w+
+ empeor(?:a|ó|an|aron|ado)|agrav(?:a|ó|an|aron|ado)
- mejor(?:a|ó|an|aron|ado)|alivi(?:a|ó|an|aron|ado)|calm(?:a|ó|aron)
+ fortalec\w+|reforz\w+|refuerz\w+|impuls\w+|alent\w+
- debilit\w+|fren(?:a|ó|an|aron)|socav\w+|desanim\w+
+ abr(?:e|ió|en|ieron|ir)|abiert[oa]s?
- cerr(?:ó|aron|ar|ad[oa]s?)|cierr(?:a|an)
+ dispuest[oa]s?|dese(?:oso|osa)s?|entusias\w+
- reaci[oa]s?|reticen\w+|renuente\w*|se (?:niega|negó|resiste|resistió)
+ super(?:a|ó|an|aron)|sobrepas(?:a|ó|an|aron)|adelant(?:a|ó|an|aron)
- por debajo|qued(?:a|ó|an|aron) atrás|incumpl\w+
+ nuev[oa]s?
- usad[oa]s?|reacondicionad[oa]s?|de segunda mano
+ disponibles?|en existencia
- agotad[oa]s?
+ por primera vez|nunca antes|inédit[oa]s?
- de nuevo|otra vez|una vez más|como (?:siempre|cada año|en años anteriores)|nuevamente
+ todavía|aún|sigue
- ya no
+ lanz(?:a|ó|an|aron|ado)|introdu\w+|estren(?:a|ó|an|aron)
- abandon(?:a|ó|an|aron|ado)|suspend\w+|cancel(?:a|ó|an|aron|ado)|retir(?:a|ó|an|aron|ado)|elimin(?:a|ó|an|aron)
+ continu(?:a|ó|an|aron)|prosig\w+|reanud\w+
- detuv(?:o|ieron)|deten(?:ido|er)|interrump\w+|par(?:ó|aron)|ces(?:ó|aron)
+ aplaz(?:a|ó|an|aron|ado)|retras(?:a|ó|an|aron|ado)|pospu\w+|demor(?:a|ó|an|aron)
- adelant(?:a|ó|an|aron|ado)|anticip(?:a|ó|an|aron|ado)|aceler(?:a|ó|an|aron)
+ contrat(?:a|ó|an|aron|ado)|nombr(?:a|ó|an|aron|ado)
- despid(?:e|ió|en|ieron)|desped(?:ido|ida|idos)|destitu\w+
+ optimis\w+|esperanzad\w+
- pesimis\w+|sombrí[oa]s?
+ satisfech[oa]s?|content[oa]s?|feli(?:z|ces)
- insatisfech[oa]s?|descontent[oa]s?|decepcionad[oa]s?|furios[oa]s?|molest[oa]s?
+ pacífic\w+
- violent\w+|sangrient\w+
+ deliberad\w+|intencional\w*|a propósito
- accidental\w*|involuntari\w+|por error
+ totalmente|completamente|por completo|enteramente
- parcialmente|en parte
+ suficientes?
- insuficientes?|demasiado poc[oa]s?|falta
+ súbit\w+|de repente|repentin\w+|brusc\w+
- gradual\w*|poco a poco|paulatin\w+|lentamente
+ culpables?|condenad[oa]s?
- inocentes?|absuelt[oa]s?
+ liber(?:a|ó|ado|ada|ados|aron)
- deten(?:ido|ida|idos)|arrestad[oa]s?|encarcelad[oa]s?
+ rentables?
- deficitari[oa]s?|no rentables?
+ superávit|excedentes?
- déficit
+ ganador(?:es|a|as)?|victorias?
- perdedor(?:es|a|as)?|derrotas?
+ posibles?
- imposibles?
+ ventajas?
- desventajas?|inconvenientes?
+ éxitos?|exitos[oa]s?
- fracas\w+
+ fuertes?|sólid[oa]s?
- débil(?:es)?|frágil(?:es)?
+ rápid\w+
- lent\w+
+ alt[oa]s?|elevad[oa]s?
- baj[oa]s?
+ jóvenes|joven
- viej[oa]s?|ancian[oa]s?
+ larg[oa]s?
- cort[oa]s?|breves?
+ a favor|partidari[oa]s?
- en contra|opositor(?:es|a|as)?|contrari[oa]s?
+ entr(?:a|ó|an|aron)
- sal(?:e|ió|en|ieron)
+ compr(?:a|ó|an|aron|ado|ador|adores)
- vend(?:e|ió|en|ieron|ido|edor|edores)
+ segur[oa]s?
- peligros[oa]s?|insegur[oa]s?|arriesgad[oa]s?
"""
