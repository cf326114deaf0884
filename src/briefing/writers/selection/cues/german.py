"""Cues of German. See base.py for what each is."""

from briefing.writers.selection.cues.base import Cues

GERMAN = Cues(
    function="""aber alle allem allen aller alles als also am an auch auf aus bei beim bin bis bist da
        damit dann das dass dein dem den der des dessen deren die dies diese diesem diesen dieser dieses
        doch dort du durch ein eine einem einen einer eines er es etwas euch euer für gegen hat hatte
        hatten ich ihm ihn ihnen ihr ihre im in indem ins ist ja kann kein keine können man mehr mein
        mich mir mit nach nicht noch nun nur ob oder ohne sehr sein seine sich sie sind so solche soll
        sondern sowie über um und uns unser unter vom von vor war waren was weil wenn wer werden wie wir
        wird wo wurde wurden zu zum zur zwar zwischen""",
    light="""art bereich beispiel dinge fall frage grund jahr jahre jahren leute mal mensch menschen monat monate ort
        platz problem sache sei seien seite stelle stück tag tage tagen teil thema uhr weg weise woche wochen wort
        zahl zeit ziel""",
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
    greets=r"""(?:frohes|glückliches|gesundes) (?:neues )?(?:Jahr|Fest)|gutes neues Jahr
        |guten (?:Start|Rutsch) (?:in|ins|hin)|frohe (?:Weihnachten|Festtage|Ostern|Feiertage)
        |^\W*(?:also )?bis (?:bald|dann|zum nächsten Mal|nächste Woche|nächstes Mal|nächsten Monat|morgen)[.!]*$
        |auf Wiedersehen|macht['’]?s gut|bleibt gesund
        |(?:ich hoffe|wir hoffen),? (?:ihr|euch|Ihnen|es geht|Sie|du|dass (?:ihr|Sie|du))
        |wünsche\w* (?:ich |wir )?(?:euch|Ihnen|dir|allen)|(?:herzliche|viele|beste|liebe) Grüße
        |^\W*(?:hallo|moin|servus|guten (?:Tag|Morgen|Abend))(?: \w+){0,4}[,!.]
        |^\W*liebe (?:Leser|Freund|Kolleg|Zuhörer)\w*|noch (?:einen )?schönen? (?:Tag|Woche|Abend|Wochenende)""",
    mine=r"""mein\w* (?:\w+ )?(?:Artikel|Beitrag|Buch|Blog)|unser\w* (?:Artikel|Beitrag|Newsletter)
        |habe ich .*(?:geschrieben|beschrieben)""",
    crowns=r"(?:\w*arbeit|Studie|Artikel|Aufsatz|Buch|Projekt|Thema|Meldung) de[sr] (?:Monats|Woche|Quartals|Jahres)",
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
    explains=r"""Methoden?|Ansätze?|Ansatz|Verfahrens?|Techniken|Architektur\w*|Algorithm\w+|Mechanism\w+
        |Protokoll\w*|Parameter\w*|Schicht\w*|Modul\w*|Datens[aä]tz\w*|Experiment\w*|Versuch\w*|besteht aus
        |beruht auf|funktioniert|berechn\w+|trainier\w+|gemessen|verglichen|ersetzt|kombinier\w+|verringer\w+
        |implementier\w+|optimier\w+|konfigurier\w+|zerleg\w+""",
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
    article=r"der|die|das|den|dem|des|eine?[nmrs]?",
    clause=r"""ist|sind|war|waren|hat|haben|hatte\w*|wird|werden|wurden?|kann|können
        |konnten?|muss|müssen|soll\w*|wir|sie|ich|er|dass|veröffentlicht\w*|vorgestellt|angekündigt|erschien|erschienen
        |schrieb\w*|sagt\w*|zeigten?|gestern|heute|(?:letzte|diese|nächste|vorige)[ns]? (?:Jahr|Monat|Woche)$""",
    nameless=r"(?:hier|dies\w*|mehr|weiter\w*|link|quelle|artikel|zum .*|lesen.*|teilen|kommentar\w*|[\W\d_]*)",
    you=r"du|dir|dein\w*|ihnen|ihr|euch",
)
