"""Cues of Portuguese. See base.py for what each is."""

from briefing.writers.selection.cues.base import Cues

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
    greets=r"""feliz (?:ano novo|natal|20\d\d)|boas festas|próspero ano
        |^\W*até (?:logo|breve|já|a próxima|à próxima|mais|o próximo (?:mês|ano))(?=[ .!,]|$)
        |nos vemos (?:em|no|na)|cuid(?:em|a)-se|espero que (?:vocês?|o seu|a sua|tenha|tenham|esteja|estejam)
        |^\W*(?:olá|oi|bom dia|boa (?:tarde|noite)|tchau)(?: \w+){0,4}[,!.]|^\W*car[oa]s? (?:amig|leitor|coleg)\w*
        |desejo a (?:todos|vocês)""",
    mine=r"(?:meu|meus|minha|nosso) (?:\w+ )?(?:artigos?|livros?|blog)|escrevi",
    picks=r"public\w+|anunci\w+|apresent\w+|lanç\w+|estudo de|artigo de|escolh\w+|propõe\w*|propo\w+",
    judges=r"""mostra\w*|demonstra\w*|melhor\w*|pior\w*|importante\w*|essencial\w*|crucial|em (?:resumo
        |geral|suma)|surpreend\w+|nunca|sempre|só|apenas|deve\w*|permite\w*|mais de|menos de|primeir\w+
        |result\w+|revela\w*|supera\w*|apesar|sem|difícil\w*""",
    alleges=r"(?:afirm\w*|aleg\w*|argument\w*) que|supostamente",
    tells=r"""é (?:um|uma|o|a)|descrev\w+|apresent\w+|propõe\w*|estud\w+|compar\w+|consiste|desenvolv\w+
        |utiliz\w+|public\w+|método|modelo|anunci\w+""",
    explains=r"""métodos?|abordagens?|técnicas?|arquiteturas?|algoritmos?|mecanismos?|protocolos?|parâmetros?
        |camadas?|módulos?|conjuntos? de dados|experimentos?|consiste|baseia-se|funciona|calcul\w+|trein\w+
        |med\w+|compar\w+|substitu\w+|combin\w+|reduz\w*|otimiz\w+""",
    matters=r"""relevan\w+|importân\w+|importante\w*|hoje|atual\w*|futur\w*|impacto|consequência\w*|prática
        |limit\w+|conclus\w+|resumo|ainda|acho|acredito|continua\w*|implica\w*""",
    covers=r"""este (?:artigo|relatório)|abrange|cobre|trata|seleç\w+|selecion\w+|retrospectiva|resum\w+
        |foc\w+|panorama""",
    ahead=r"próxim\w+|futur\w*|breve|será\w*|vai|vão|esper\w+|planej\w+|objetivo\w*|perspectiva\w*|resta\w*",
    whole="(?:este|o|todo o) ano|em (?:resumo|geral|suma)|no conjunto|balanço",
    leads=r"(?:principa\w+|seguintes?|dois|duas|três|quatro)|resultados|dicas",
    article=r"os?|as?|uma?|uns|umas",
    clause=r"""é|são|foi|foram|era|eram|tem|têm|será|serão|pode|podem|deve|publicou|publicad\w+|anunciou
        |anunciad\w+|apresentou|lançou|lançad\w+|mostram?|diz|disse|ontem|hoje|(?:ano|mês|semana) passad[oa]$""",
    nameless=r"""(?:aqui|est[ae] \w+|link|leia(?: .*)?|fonte|mais|ver(?: .*)?|artigo|compartilhar
        |comentários?|[\W\d_]*)""",
    you="você|vocês|teu",
)
