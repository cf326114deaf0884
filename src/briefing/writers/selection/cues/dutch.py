"""Cues of Dutch. See base.py for what each is."""

from briefing.writers.selection.cues.base import Cues

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
    greets=r"""(?:gelukkig|fijn|voorspoedig) (?:nieuw ?jaar|kerstfeest|uiteinde)|fijne (?:feestdagen|kerst\w*)
        |prettige (?:feestdagen|kerst\w*)
        |^\W*tot (?:ziens|snel|straks|volgende (?:keer|week|maand)|de volgende keer|morgen)[.!]*$
        |(?:ik hoop|we hopen|wij hopen) dat (?:je|jullie|u)|blijf gezond
        |(?:vriendelijke|hartelijke|warme) groet\w*
        |^\W*(?:hallo|hoi|goede(?:morgen|middag|navond))(?: \w+){0,4}[,!.]
        |^\W*(?:beste|lieve) (?:lezer|vriend|mensen|collega|allemaal)\w*
        |(?:ik wens|wij wensen|we wensen) (?:je|jullie|u|iedereen)""",
    mine=r"mijn (?:\w+ )?(?:artikel\w*|boek|blog)|ons artikel|heb ik .*geschreven",
    picks="gepubliceerd|aangekondigd|uitgebracht|voorgesteld|gelanceerd|onderzoek van|gekozen|keuze",
    judges=r"""toont|tonen|laat zien|beste?|beter\w*|slechter|belangrijk\w*|cruciaal|kortom
        |over het algemeen|verrassend\w*|nooit|altijd|alleen|moet\w*|meer dan|minder dan|eerste|blijkt
        |ondanks|zonder|moeilijk\w*""",
    alleges=r"(?:beweer\w*|stel\w*|betoog\w*) dat|vermeend\w*",
    tells=r"""is (?:een|de|het)|beschrijft|presenteer\w+|onderzoek\w*|vergelijk\w+|bestaat|ontwikkel\w+
        |gebruik\w*|methode|model|kondig\w+""",
    explains=r"""method\w+|aanpak|techniek\w*|architectu\w+|algoritm\w+|mechanism\w+|protocol\w*|parameters?
        |la(?:ag|gen)|modules?|datasets?|experiment\w*|bestaat uit|berust op|werkt|bereken\w+|getraind|gemeten
        |vergeleken|vervang\w+|combineer\w*|verminder\w*|optimaliseer\w*""",
    matters=r"""relevan\w+|belang\w*|vandaag|tegenwoordig|toekomst\w*|gevolg\w*|praktijk|beperking\w*
        |conclusie\w*|samenvatting|nog steeds|ik (?:denk|geloof|verwacht)|blijft|betekent""",
    covers=r"dit (?:artikel|verslag)|behandel\w+|overzicht|selectie|gekozen|terugblik|samenvat\w+|richt\w*",
    ahead=r"""volgend\w*|toekomst\w*|binnenkort|zal|zullen|gaan|verwacht\w*|plan\w*|hoop\w*|doel\w*
        |komend\w*|blijft""",
    whole="(?:dit|het|heel het) jaar|over het geheel|samengevat|kortom|al met al",
    leads="(?:belangrijkste|volgende|twee|drie|vier)|resultaten|tips",
    article=r"de|het|een|'t",
    clause=r"""is|zijn|was|waren|heeft|hebben|had|hadden|wordt|worden|werd|werden|kan|kunnen|moet|moeten|zal
        |zullen|gepubliceerd|aangekondigd|uitgebracht|voorgesteld|gelanceerd|toont|schreef|zegt|gisteren|vandaag
        |(?:vorige|deze|volgende) (?:maand|week)$|vorig jaar$""",
    nameless=r"(?:hier|deze \w+|dit \w+|link|lees(?: .*)?|bron|meer|artikel|delen|reacties|[\W\d_]*)",
    you="je|jij|jouw|u|uw|jullie",
)
