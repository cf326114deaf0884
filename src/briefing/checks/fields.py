"""Words of which only one can stand in a place: lungs and kidneys, wheat and rice, the second and the third.

By language: a field in each line, its words parted by bars, and other words for the same by slashes. A word stands for
its plural, too, but for those after an equals sign. No field holds a word and one that takes it in, as doctor does
surgeon.
"""

from collections.abc import Mapping

FIELDS: Mapping[str, str] = {
    "en": """
lung|heart|liver|kidney|brain|stomach|intestine/bowel/gut|pancreas|bladder|spleen|skin|bone|eye|ear|nose|tongue|throat\
|uterus|prostate|breast|thyroid
leg|knee|elbow|shoulder|ankle|wrist|neck|finger|toe|hip
father/dad|mother/mum/mom|brother|sister|son|daughter|uncle|aunt|nephew|niece|grandfather|grandmother|cousin|husband\
|wife/=wives
man/=men|woman/=women
boy|girl
male|female
child/=children|adult|teenager/adolescent|infant/baby/newborn
dog|cat|horse|cow/=cattle|pig|=sheep|goat|chicken|=goose/=geese|rabbit|mouse/=mice|rat|wolf/=wolves|fox|=deer|lion|tiger\
|elephant|monkey|whale|dolphin|shark|snake|frog|bee|ant|mosquito|butterfly|spider|owl|eagle|pigeon|sparrow|worm
=salmon|=trout|tuna|=cod|herring|eel
wheat|rice|maize/corn|barley|rye|oat|potato|soybean/soy|cotton|sugarcane|millet|sorghum|lentil|tomato|onion|carrot
apple|pear|cherry|plum|grape|lemon|banana|strawberry|peach
oak|pine|birch|beech|spruce|maple|willow|elm|poplar|cedar
iron|steel|copper|gold|silver|tin|zinc|nickel|aluminium/aluminum|lithium|cobalt|platinum|uranium|titanium|bronze|brass
oxygen|hydrogen|nitrogen|methane|ethane|helium|argon|ozone|ammonia|chlorine|propane|carbon dioxide|carbon monoxide
wood/wooden|glass|plastic|leather|wool|silk|concrete|brick|rubber|clay|porcelain|ceramic|granite|marble|sandstone
coal|oil/petroleum|nuclear|solar|hydropower|geothermal|diesel|petrol/gasoline|kerosene|peat
car|bus|train|tram|truck/lorry|bicycle/bike|motorcycle|plane/airplane/aeroplane|helicopter|ferry|submarine|tractor|taxi\
|subway/metro|rocket
church|school|hospital|library|museum|theatre/theater|station|airport|harbour/harbor|factory|prison/jail|hotel|restaurant\
|stadium|castle|bridge|tunnel|dam|mosque|synagogue|temple|lighthouse|windmill|university|monastery|courthouse|pharmacy
river|lake|sea/ocean|canal|pond|glacier|waterfall
mountain|valley|desert|forest|island|swamp
morning/dawn/sunrise|afternoon|evening/night/dusk/sunset/tonight|noon/midday|midnight
breakfast|lunch|dinner/supper
nurse|teacher|lawyer/attorney|engineer|farmer|baker|carpenter|journalist/reporter|pilot|soldier|firefighter|dentist\
|pharmacist|architect|plumber|electrician|priest|judge|=cook/chef|fisherman/=fishermen|miner|tailor|blacksmith|potter\
|doctor/physician
painter|sculptor|composer|novelist|poet|photographer|actor|dancer|singer
biologist|chemist|physicist|mathematician|historian|economist|psychologist|geologist|astronomer|archaeologist|philosopher\
|linguist|sociologist|meteorologist|botanist|zoologist
biology|chemistry|physics|mathematics/math/maths|history|economics|psychology|geology|astronomy|archaeology|philosophy\
|linguistics|sociology|medicine|law
president|prime minister|chancellor|king|queen|mayor|governor|senator|ambassador|bishop|pope|emperor
novel|poem|opera|symphony|film/movie|song|sculpture
piano|violin|guitar|flute|drum|trumpet|cello|harp|clarinet|saxophone
football/soccer|basketball|tennis|baseball|cricket|rugby|golf|hockey|volleyball|handball|boxing|wrestling|skiing
=christian/=christians/christianity|=muslim/=muslims/islam|=jewish/judaism|=hindu/hinduism|=buddhist/buddhism
catholic|protestant|orthodox
=bacteria/=bacterium/bacterial|virus/viral|=fungus/=fungi/fungal|=protozoa/protozoan
sweet/sweetness|sour/sourness|bitter/bitterness|salty/saltiness|umami
taste|smell/odor/odour|hearing|eyesight
influenza/flu|measles|malaria|cholera|tuberculosis|cancer|diabetes|asthma|pneumonia|polio|smallpox|dementia|stroke\
|arthritis|obesity
earthquake|flood|wildfire/fire|drought|hurricane|tsunami|avalanche|landslide|tornado|eruption
triangle/triangular|=square|circle/circular|rectangle/rectangular
coffee|tea|beer|wine|milk|juice|whisky|vodka
bread|cheese|butter|honey|=salt|pepper|egg|meat
roof|wall|ceiling|window|door|cellar/basement|attic|kitchen|bathroom|bedroom|garden|staircase/stairs|chimney
supreme court|high court|district court|appeals court|constitutional court|federal court|criminal court
newspaper|magazine|radio|television/tv|podcast
letter|email/e-mail|telegram
keyboard|trackpad|screen/display|camera|battery|processor/cpu|microphone|printer
hardware|software
temperature|pressure|humidity|speed/velocity|weight|height|length|width|depth|voltage|thickness
planet|moon|star|comet|asteroid|galaxy
employee/worker|employer
buyer|seller
landlord|tenant
teacher|student/pupil
plaintiff|defendant
attacker/perpetrator|victim
winner|loser
lender|borrower
predator|prey
driver|passenger|pedestrian|cyclist
army|navy|air force
goalkeeper|striker|midfielder
infantry|cavalry|artillery
=spring|=summer|=autumn|=winter
left-wing|right-wing
left-hand|right-hand
=import/=imports|=export/=exports
=first/=1st|=second/=2nd|=third/=3rd|=fourth/=4th|=fifth/=5th|=sixth/=6th|=seventh/=7th|=eighth/=8th|=ninth/=9th|=tenth\
/=10th
=millimeter/=millimetre|=centimeter/=centimetre|=kilometer/=kilometre
=millions|=billions|=trillions|=thousands
=daily|=weekly|=monthly|=yearly/=annual/=annually
=single|=double|=triple
gold medal|silver medal|bronze medal
bachelor|master|doctorate
elementary school|primary school|middle school|high school
north pole|south pole
northern hemisphere|southern hemisphere
""",
    "de": """
=lunge/=lungen|=herz/=herzen|leber|=niere/=nieren|gehirn|magen|darm|haut|=auge/=augen|=ohr/=ohren|=nase|=zunge
=vater|=mutter|=bruder|=schwester|=sohn|=tochter|=onkel|=tante|=neffe|=nichte|=großvater|=großmutter|=ehemann|=ehefrau
=mann/=männer|=frau/=frauen
=junge/=jungen|=mädchen
=hund/=hunde|=katze/=katzen|=pferd/=pferde|=kuh/=kühe|=schwein/=schweine|=schaf/=schafe|=ziege/=ziegen|=maus/=mäuse\
|=ratte/=ratten|=wolf/=wölfe|=fuchs/=füchse|=biene/=bienen
weizen|reis|mais|gerste|roggen|hafer|=kartoffel/=kartoffeln
eisen|stahl|kupfer|gold|silber|zinn|zink|nickel|aluminium|lithium|kobalt|blei
sauerstoff|wasserstoff|stickstoff|methan|helium|ozon|ammoniak|chlor
holz|glas|kunststoff/plastik|leder|wolle|beton|ziegel|gummi|ton|porzellan
kohle|erdöl/öl|erdgas|kernkraft/atomkraft|solarenergie/sonnenenergie|windkraft/windenergie|wasserkraft
=auto/=autos|bus/=busse|zug/=züge|straßenbahn|lkw/lastwagen|fahrrad|motorrad|flugzeug|hubschrauber|fähre
kirche|schule|krankenhaus|bibliothek|museum|theater|bahnhof|flughafen|hafen|fabrik|gefängnis|hotel|stadion|brücke|tunnel
fluss|see|meer|kanal|teich|gletscher
=morgens/=vormittags|=mittags|=nachmittags|=abends/=nachts
frühstück|mittagessen|abendessen
arzt|lehrer|anwalt|ingenieur|landwirt/bauer|bäcker|tischler|journalist|pilot|soldat|apotheker|architekt|richter|koch
biologe|chemiker|physiker|mathematiker|historiker|ökonom|psychologe|geologe|astronom|philosoph
biologie|chemie|physik|mathematik|geschichte|ökonomie|psychologie|geologie|astronomie|philosophie
=bakterien/bakterium|=virus/=viren|=pilz/=pilze
arbeitgeber|arbeitnehmer
käufer|verkäufer
vermieter|mieter
lehrer|schüler
kläger|angeklagte/angeklagter/beklagte
hardware|software
=erste/=ersten/=erster/=erstes|=zweite/=zweiten/=zweiter/=zweites|=dritte/=dritten/=dritter/=drittes|=vierte/=vierten\
/=vierter/=viertes|=fünfte/=fünften/=fünfter/=fünftes|=sechste/=sechsten/=sechster|=siebte/=siebten/=siebter\
|=achte/=achten/=achter|=neunte/=neunten/=neunter|=zehnte/=zehnten/=zehnter
=täglich/=tägliche/=täglichen|=wöchentlich/=wöchentliche/=wöchentlichen|=monatlich/=monatliche/=monatlichen\
|=jährlich/=jährliche/=jährlichen
=millimeter|=zentimeter|=kilometer
=temperatur|=druck|=feuchtigkeit|=geschwindigkeit|=gewicht|=höhe|=länge|=breite|=tiefe|=spannung
=bundestag|=bundesrat
=bundesverfassungsgericht|=bundesgerichtshof|=landgericht|=amtsgericht|=oberlandesgericht|=bundesverwaltungsgericht
=einnahmen|=ausgaben
=import/=importe|=export/=exporte
""",
    "fr": """
poumon|cœur|foie|rein|cerveau|estomac|intestin|peau|oreille|langue
père|mère|frère|sœur|fils|fille|oncle|tante|neveu|nièce|mari|épouse
homme|femme
garçon|fillette
chien|chat|cheval/=chevaux|vache|cochon|mouton|chèvre|souris|rat|loup|renard|abeille
blé|riz|maïs|orge|seigle|avoine|=pomme de terre/=pommes de terre
fer|acier|cuivre|argent|étain|zinc|nickel|aluminium|lithium|plomb
oxygène|hydrogène|azote|méthane|hélium|ozone
bois|verre|plastique|cuir|laine|béton|brique|argile
charbon|pétrole|nucléaire|solaire|éolien/éolienne|hydraulique
voiture|bus/autobus|train|tramway|camion|vélo|moto|avion|hélicoptère|ferry
église|école|hôpital/=hôpitaux|bibliothèque|musée|théâtre|gare|aéroport|port|usine|prison|hôtel|stade|pont|tunnel
fleuve/rivière|lac|mer|canal|étang|glacier
matin|midi|après-midi|soir/nuit
médecin|infirmier/infirmière|enseignant|avocat|ingénieur|agriculteur|boulanger|journaliste|pilote|soldat|juge
biologie|chimie|physique|mathématiques|histoire|économie|psychologie|géologie|astronomie|philosophie
bactérie|virus|champignon
acheteur|vendeur
locataire|propriétaire
employeur|salarié/employé
=premier/=première|=deuxième/=second/=seconde|=troisième|=quatrième|=cinquième|=sixième|=septième|=huitième
ministre|maire|préfet|sénateur|député
=quotidien/=quotidienne|=hebdomadaire|=mensuel/=mensuelle|=annuel/=annuelle
température|pression|humidité|vitesse|poids|hauteur|longueur|largeur|profondeur
""",
    "es": """
pulmón/=pulmones|corazón|hígado|riñón/=riñones|cerebro|estómago|intestino|piel
padre|madre|hermano|hermana|hijo|hija|tío|tía|sobrino|sobrina|marido|esposa
hombre|mujer
perro|gato|caballo|vaca|cerdo|oveja|cabra|ratón/=ratones|rata|lobo|zorro|abeja
trigo|arroz|maíz|cebada|centeno|avena|patata/papa
hierro|acero|cobre|plata|estaño|zinc|níquel|aluminio|litio|plomo
oxígeno|hidrógeno|nitrógeno|metano|helio|ozono
madera|vidrio|plástico|cuero|lana|hormigón|ladrillo|arcilla
carbón|petróleo|nuclear|solar|eólica|hidráulica
coche|autobús|tren|tranvía|camión|bicicleta|avión|helicóptero
iglesia|escuela|hospital|biblioteca|museo|teatro|estación|aeropuerto|puerto|fábrica|cárcel/prisión|hotel|estadio|puente
río|lago|mar|canal|glaciar
médico|enfermera|profesor|abogado|ingeniero|agricultor|panadero|periodista|piloto|soldado|juez
comprador|vendedor
=primer/=primera/=primero|=segundo/=segunda|=tercer/=tercera/=tercero|=cuarto/=cuarta|=quinto/=quinta
temperatura|presión|humedad|velocidad|peso|altura|longitud|anchura|profundidad
""",
}
