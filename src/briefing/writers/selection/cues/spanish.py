"""Cues of Spanish. See base.py for what each is."""

from briefing.writers.selection.cues.base import Cues

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
    greets=r"""feliz (?:año nuevo|navidad|20\d\d)|felices fiestas|próspero año
        |^\W*hasta (?:pronto|luego|la próxima|el próximo (?:mes|año)|mañana)(?=[ .!,]|$)
        |nos vemos (?:pronto|en|el|la)|cuíd(?:ense|ate)
        |espero que (?:tu|su|te|os|estés|estéis|estén|hayas|hayan|hayáis)
        |^\W*(?:hola|buen[oa]s (?:días|tardes|noches)|adiós)(?: \w+){0,4}[,!.]
        |^\W*querid[oa]s? (?:lector|amig|coleg)\w*|(?:os|les|te) dese(?:o|amos)""",
    mine=r"(?:mi|mis|nuestro|nuestra) (?:\w+ )?(?:artículos?|libros?|blog)|he escrito|escribí",
    crowns=r"(?:artículo|estudio|libro|proyecto|trabajo|tema) (?:del mes|de la semana|del trimestre|del año)",
    picks=r"public\w+|anunci\w+|present\w+|lanz\w+|estudio de|artículo de|eleg\w+|elij\w+|propon\w+",
    judges=r"""muestra\w*|demuestra\w*|mejor\w*|peor\w*|importante\w*|esencial\w*|crucial\w*|en (?:resumen
        |general|definitiva)|sorprend\w+|nunca|siempre|sólo|solo|debe\w*|debería\w*|permite\w*|más de
        |menos de|primer\w*|result\w+|revela\w*|supera\w*|a pesar|sin|difícil\w*|logr\w+""",
    alleges=r"(?:afirm\w*|aleg\w*|sostien\w*|argument\w*) que|supuestamente",
    tells=r"""es (?:un|una|el|la)|descri\w+|present\w+|propon\w+|estudi\w+|compar\w+|consiste|desarroll\w+
        |utiliz\w+|public\w+|reemplaz\w+|método|modelo|anunci\w+""",
    explains=r"""métodos?|enfoques?|técnicas?|arquitecturas?|algoritmos?|mecanismos?|protocolos?|parámetros?
        |capas?|módulos?|conjuntos? de datos|experimentos?|consiste|se basa|funciona|calcul\w+|entren\w+|mid\w+
        |compar\w+|reemplaz\w+|combin\w+|reduc\w+|optimiz\w+""",
    matters=r"""relevan\w+|importan\w+|hoy|actual\w*|futur\w*|impacto\w*|consecuencia\w*|práctica\w*
        |límites?|limitaci\w+|conclusi\w+|resumen|todavía|aún|creo|pienso|sigue\w*|implica\w*""",
    covers=r"""este (?:artículo|informe)|abarca|cubre|trata|selecc\w+|repaso|resum\w+|centr\w+|panorama
        |recopil\w+""",
    ahead=r"próxim\w+|futur\w*|pronto|será\w*|va a|van a|esper\w+|plane\w+|objetivo\w*|perspectiva\w*|queda\w*",
    whole="(?:este|el|todo el) año|en (?:resumen|general|conjunto|definitiva)|balance",
    leads=r"(?:principal\w*|siguientes?|dos|tres|cuatro)|resultados|consejos",
    article=r"el|la|los|las|un|una|unos|unas",
    clause=r"""es|son|fue|fueron|era|eran|ha|han|había|será|serán|puede|pueden|debe|publicó|publicado
        |anunció|anunciado|presentó|presentado|lanzó|lanzado|muestran?|dice|dijo|ayer|hoy
        |(?:año|mes|semana) pasad[oa]$""",
    nameless=r"(?:aquí|este \w+|enlace|leer.*|más|fuente|ver(?: .*)?|artículo|compartir|comentarios?|[\W\d_]*)",
    you="tú|usted|ustedes|tu|tus|te",
)
