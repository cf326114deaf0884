"""Countries and what is called after them. In: a word of a text. Out: whether another text speaks of the same country:
"American" where it has "US", "Ghana" where it has "Ghanaian"; and how a state of the United States is shortened.
"""

import re
from functools import cache

# One country a line, first of all its short name; only those whose names do not begin alike.
_ROWS = """
US|U.S.|USA|U.S.A.|United States|the States|America|American|Americans|Washington|USA|Vereinigte Staaten|Amerika
US|États-Unis|Etats-Unis|Estados Unidos|Stati Uniti|amerikanisch|américain|estadounidense
UK|U.K.|United Kingdom|Britain|Great Britain|British|Briton|Britons|London|England|English|Großbritannien|Royaume-Uni
UK|Reino Unido|britisch|britannique|Vereinigtes Königreich|Vereinigten Königreich
EU|European Union|Europe|European|Europeans|Brussels|Union européenne|Europäische Union|Europäischen Union|Europa
Netherlands|Dutch|Holland|Niederlande|niederländisch|Pays-Bas|néerlandais|The Hague
Germany|German|Germans|Berlin|Deutschland|deutsch|Allemagne|allemand|Alemania
France|French|Frenchman|Paris|Frankreich|französisch|français
Spain|Spanish|Spaniard|Spaniards|Madrid|Spanien|Espagne|espagnol|España
Switzerland|Swiss|Bern|Schweiz|schweizerisch|Suisse
Greece|Greek|Greeks|Athens|Griechenland|Grèce|grec
Denmark|Danish|Dane|Danes|Copenhagen|Dänemark|dänisch|danois
Poland|Polish|Pole|Poles|Warsaw|Polen|polnisch|Pologne
Wales|Welsh|Cardiff
Ireland|Irish|Dublin|Irland|Irlande
Finland|Finnish|Finn|Finns|Helsinki|Finnland
Turkey|Turkish|Turk|Turks|Ankara|Türkei|Türkiye|Turquie
China|Chinese|Beijing|Peking|Chine|chinois
Russia|Russian|Russians|Moscow|Kremlin|Russland|Russie|russe
Japan|Japanese|Tokyo|Japon|japonais
India|Indian|Indians|New Delhi|Delhi|Indien|Inde
South Korea|Korea|Korean|Koreans|Seoul|Südkorea|Corée
Thailand|Thai|Thais|Bangkok
Philippines|Filipino|Filipinos|Philippine|Manila
Norway|Norwegian|Oslo|Norwegen|Norvège
Sweden|Swedish|Swede|Swedes|Stockholm|Schweden|Suède
Italy|Italian|Rome|Italien|Italie
Austria|Austrian|Vienna|Österreich|österreichisch|Autriche
Belgium|Belgian|Belgien|Belgique
Hungary|Hungarian|Budapest|Ungarn|Hongrie
Ukraine|Ukrainian|Kyiv|Kiev
Israel|Israeli|Israelis|Jerusalem
Iran|Iranian|Tehran
Egypt|Egyptian|Cairo|Ägypten|Égypte
Canada|Canadian|Ottawa|Kanada
Australia|Australian|Canberra|Sydney|Australien|Australie
New Zealand|New Zealander|Kiwi|Wellington|Neuseeland
Brazil|Brazilian|Brasilia|Brasilien|Brésil
Mexico|Mexican|Mexiko|Mexique
United Arab Emirates|UAE|Emirati|Abu Dhabi|Dubai|VAE
Bangladesh|Bangladeshi|Dhaka
Ghana|Ghanaian|Accra
Serbia|Serbian|Belgrade|Serbien
Croatia|Croatian|Zagreb
Portugal|Portuguese|Lisbon
Argentina|Argentine|Argentinian|Buenos Aires
Colombia|Colombian|Bogotá
Venezuela|Venezuelan|Caracas
Nigeria|Nigerian|Abuja
Kenya|Kenyan|Nairobi
South Africa|South African|Pretoria
Ethiopia|Ethiopian|Addis Ababa
Morocco|Moroccan|Rabat
Algeria|Algerian|Algiers
Saudi Arabia|Saudi|Saudis|Riyadh
Iraq|Iraqi|Baghdad
Syria|Syrian|Damascus
Lebanon|Lebanese|Beirut
Pakistan|Pakistani|Islamabad
Afghanistan|Afghan|Kabul
Indonesia|Indonesian|Jakarta
Malaysia|Malaysian|Kuala Lumpur
Vietnam|Vietnamese|Hanoi
Taiwan|Taiwanese|Taipei
North Korea|North Korean|Pyongyang
Czech Republic|Czechia|Czech|Prague|Tschechien
Romania|Romanian|Bucharest
Bulgaria|Bulgarian|Sofia
Iceland|Icelandic|Reykjavik
Scotland|Scottish|Scots|Edinburgh
"""
# As the newspapers of the United States shorten their states.
_STATES = {
    name: short
    for short, name in (
        line.split(" ", 1)
        for line in """
Ala. Alabama|Ariz. Arizona|Ark. Arkansas|Calif. California|Colo. Colorado|Conn. Connecticut|Del. Delaware|Fla. Florida
Ga. Georgia|Ill. Illinois|Ind. Indiana|Kan. Kansas|Ky. Kentucky|La. Louisiana|Md. Maryland|Mass. Massachusetts
Mich. Michigan|Minn. Minnesota|Miss. Mississippi|Mo. Missouri|Mont. Montana|Neb. Nebraska|Nev. Nevada
N.H. New Hampshire|N.J. New Jersey|N.M. New Mexico|N.Y. New York|N.C. North Carolina|N.D. North Dakota|Okla. Oklahoma
Ore. Oregon|Pa. Pennsylvania|R.I. Rhode Island|S.C. South Carolina|S.D. South Dakota|Tenn. Tennessee|Tex. Texas
Vt. Vermont|Va. Virginia|Wash. Washington|W.Va. West Virginia|Wis. Wisconsin|Wyo. Wyoming
""".strip()
        .replace("\n", "|")
        .split("|")
    )
}
_WORDS = r"[^\W\d_][\w.’'-]*"
_OWN = re.compile(r"['’]s?$")
_ENDINGS = (
    "an",
    "ans",
    "ian",
    "ians",
    "ese",
    "ish",
    "i",
    "is",
    "ic",
    "er",
    "ers",
    "isch",
    "ische",
    "ien",
    "ais",
    "ois",
)
_ROOT = 4  # letters that Sweden and Swedish share


def same_country(word: str, text: str) -> bool:
    """Whether a text has the word, or another, for the country that a word names."""
    plain = _OWN.sub("", word).casefold()
    return any(pattern.search(text) for pattern in _patterns().get(plain, ())) or any(
        _called_after(plain, _OWN.sub("", match).casefold()) for match in re.findall(_WORDS, text) if match[0].isupper()
    )


def countries(text: str) -> frozenset[str]:
    """The countries that a text names, or whose people: each by its first name."""
    if not _any().search(text):
        return frozenset()
    return frozenset(key for key, pattern in _rows() if pattern.search(text))


def abbreviated_state(name: str) -> str:
    """ "W.Va.", for a name with West Virginia in it, which is longer than Virginia; "" for no state."""
    found = [state for state in _STATES if re.search(rf"(?<!\w){state}(?!\w)", name)]
    return _STATES[max(found, key=len)] if found else ""


@cache
def _any() -> re.Pattern[str]:
    """Looked for first: most texts have none."""
    return _pattern([word for line in _ROWS.strip().splitlines() for word in line.split("|")])


@cache
def _rows() -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows: dict[str, list[str]] = {}
    for line in _ROWS.strip().splitlines():
        key, *others = line.split("|")
        rows.setdefault(key, [key]).extend(others)
    return tuple((key, _pattern(words)) for key, words in rows.items())


def _pattern(words: list[str]) -> re.Pattern[str]:
    """In any of the forms that German and French have of an adjective."""
    ends = ("(?:e[mnrs]?)?" if word.endswith("isch") else "(?:e?s)?" if word[0].islower() else "" for word in words)
    each = (f"{re.escape(word)}{end}" for word, end in zip(words, ends, strict=True))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(each)})(?![^\W_])")


@cache
def _patterns() -> dict[str, list[re.Pattern[str]]]:
    """Of each word, what finds any for the same country."""
    found: dict[str, list[re.Pattern[str]]] = {}
    for line in _ROWS.strip().splitlines():
        for word in line.split("|"):
            found.setdefault(word.casefold(), []).extend(p for key, p in _rows() if key == line.split("|")[0])
    return found


def _called_after(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if one in _patterns() and other in _patterns():
        return False  # Austria is no Australian
    least = max(_ROOT, len(short) - 2)
    return short != long and long.endswith(_ENDINGS) and len(short) >= _ROOT and long[:least] == short[:least]
