"""Contraries of German. See table.py for what they are."""

GERMAN = r"""
+ schwer(?:er|ste)?\w{0,2}
- leicht(?:er|este)?\w{0,2}
+ breit\w{0,4}
- schmal\w{0,4}
+ warm\w{0,3}|wärmer\w{0,3}|heiß\w{0,4}
- kalt\w{0,3}|kälter\w{0,3}|kühl\w{0,4}
+ trocken\w{0,4}
- nass\w{0,3}|feucht\w{0,4}
+ freiwillig\w{0,2}
- verpflichtend\w{0,2}|pflicht\w*|obligatorisch\w{0,2}|zwangsweise
+ vorübergehend\w{0,2}|zeitweise|befristet\w{0,2}
- dauerhaft\w{0,2}|ständig\w{0,2}|unbefristet\w{0,2}
+ öffentlich\w{0,2}
- privat\w{0,2}|geheim\w{0,2}
+ kostenlos\w{0,2}|kostenfrei\w{0,2}|gratis|umsonst
- kostenpflichtig\w{0,2}|gebührenpflichtig\w{0,2}
+ offen
- heimlich|verdeckt
+ bestätig(?:t|te|ten|en)
- dementier(?:t|te|ten|en)|bestreit(?:et|en)|bestritt(?:en)?|widersprach|widerspr(?:icht|echen)
+ lob(?:t|te|ten|en)|begrüß(?:t|te|ten|en)|unterstütz(?:t|te|ten|en)|befürwort\w+
- kritisier(?:t|te|ten|en)|bemängel(?:t|te|ten|n)|rüg(?:t|te|ten|en)|verurteil(?:t|te|ten|en)
+ zentral\w{0,2}
- dezentral\w{0,2}
+ reich\w{0,3}
- arm(?:e|er|es|en|em)?|ärmer\w{0,2}
+ laut(?:er|este)\w{0,2}
- leise\w{0,3}
+ tief(?:er|ste)?\w{0,2}
- flach(?:er|ste)?\w{0,2}
+ hell\w{0,4}
- dunkel|dunkl\w{1,4}
+ sicher(?:er|e|es|en)?
- gefährlich\w{0,4}|unsicher\w{0,3}
+ legal\w{0,2}
- illegal\w{0,2}
+ gewinn(?:e|es|en)?
- verlust(?:e|es|en)?
+ überleb(?:t|te|ten|en)
- st[ai]rb(?:t|en)?|getötet
+ zuerst|zunächst
- zuletzt|später
+ größeren?|größere[rs]
- kleineren?|kleinere[rs]
+ innerhalb|innen
- außerhalb|außen
+ ländlich\w{0,2}
- städtisch\w{0,2}
+ oft|häufig\w{0,4}
- selten\w{0,4}
+ künstlich\w{0,2}
- natürlich\w{0,2}
+ langfristig\w{0,2}
- kurzfristig\w{0,2}
+ früh(?:e|en|er)?
- spät(?:e|en)?
+ käufer\w{0,2}|kauf(?:t|te|en)
- verkäufer\w{0,2}|verkauf(?:t|te|en)
+ sagte\w{0,2} zu|zusag\w+
- sagte\w{0,2} ab|absag\w+
+ stark\w{0,4}|stärker\w{0,2}
- schwach\w{0,4}|schwächer\w{0,2}
+ jung\w{0,2}|jünger\w{0,2}|neu\w{0,2}|neuer\w{0,2}
- alt\w{0,2}|älter\w{0,2}
+ lang\w{0,2}|länger\w{0,2}
- kurz\w{0,2}|kürzer\w{0,2}
+ hoch|hohe\w{0,1}
- niedrig\w{0,2}|gering\w{0,2}
+ zunahme|anstieg|zuwachs
- abnahme|rückgang|einbruch
+ befürworter\w{0,2}|unterstützer\w{0,2}|anhänger\w{0,2}
- gegner\w{0,2}|kritiker\w{0,2}
+ erlaub(?:t|te|ten|en)|gestatte(?:t|te|ten|n)
- verb(?:ietet|ot|oten|ieten)|untersag(?:t|te|ten|en)
+ zustimm\w+|stimmte\w{0,1} zu
- ablehn\w+|lehnte\w{0,1} ab
+ öffne(?:t|te|ten|n)|eröffne\w+
- schlie(?:ßt|ßen)|schloss(?:en)?|geschlossen
+ beginn(?:t|en)|begann(?:en)?|start(?:et|ete|en)
- ende(?:t|te|ten|n)|beende\w+
+ möglich\w{0,2}
- unmöglich\w{0,2}
+ erfolgreich\w{0,2}|gelang|gelungen
- erfolglos\w{0,2}|gescheitert|scheiterte\w{0,1}
+ vorteil\w{0,2}
- nachteil\w{0,2}
+ gesund\w{0,2}
- krank\w{0,2}
+ nah\w{0,1}|näher\w{0,2}
- fern\w{0,2}|entfernt\w{0,2}|weiter weg
+ digital\w{0,2}
- analog\w{0,2}
+ inländisch\w{0,2}|einheimisch\w{0,2}
- ausländisch\w{0,2}
+ mündlich\w{0,2}
- schriftlich\w{0,2}
+ ruhig\w{0,2}|gelassen\w{0,2}|entspannt\w{0,2}|unaufgeregt|besonnen
- panik|panisch\w{0,2}|besorgt\w{0,2}|beunruhigt\w{0,2}|nervös\w{0,2}|ängstlich\w{0,2}|aufgebracht|alarmiert
+ nahm(?:en)?\b[^.;:]{0,60}\ban|nimmt\b[^.;:]{0,60}\ban|angenommen|akzeptier\w+|billig(?:t|te|ten|en)
+ genehmig\w+|bewillig\w+
- lehnte?n?\b[^.;:]{0,60}\bab|lehnt\b[^.;:]{0,60}\bab|abgelehnt|ablehn\w+|abgewiesen|zurückgewiesen|verweiger\w+
- schl(?:ug|ägt)\b[^.;:]{0,60}\baus
+ verlänger(?:t|te|ten|n)|erneuer(?:t|te|ten|n)
- lie(?:ß|ßen)\b[^.;:]{0,60}\bauslaufen|ausgelaufen|verkürz(?:t|te|ten|en)|beende(?:t|te|ten|n)|gekündigt
- kündig(?:t|te|ten|en)
+ übertr(?:af|afen|ifft|effen|offen)|über den erwartungen
- verfehl(?:t|te|ten|en)|blieb(?:en)?\b[^.;:]{0,40}\bzurück|unter den erwartungen|hinter den erwartungen
+ verbesser(?:t|te|ten|n|ung|ungen)|entspann(?:t|te|ten|en|ung)|erhol(?:t|te|ten|en|ung)|beruhig\w+
- verschlechter\w+|verschärf\w+|eskalier\w+|zuspitz\w+|spitzt\w{0,2}\b[^.;:]{0,30}\bzu
+ stärk(?:t|te|ten|en|ung)|beflügel\w+|ermutig\w+|bestärk\w+
- schwäch(?:t|te|ten|en|ung)|untergr(?:ub|äbt|aben)|entmutig\w+|bremst\w{0,2}
+ bereit|bereitschaft|willens|gern|gewillt|begierig|eifrig
- widerwillig|zögerlich|zöger(?:t|te|ten|n)|widerstreb\w+|weiger(?:t|te|ten|n|ung)|ungern
+ rückenwind|auftrieb|schub
- gegenwind|belastung|dämpfer|belaste(?:t|te|ten|n)
+ führ(?:t|te|ten)\b[^.;:]{0,30}\bein|eingeführt|einführ\w+
- schaff(?:t|te|ten)\b[^.;:]{0,30}\bab|abgeschafft|abschaff\w+|strich(?:en)?|gestrichen
+ setz(?:t|te|ten)\b[^.;:]{0,40}\bfort|fortgesetzt|fortsetz\w+|weiterhin|wiederaufgenommen
- stopp(?:t|te|ten|en)|gestoppt|eingestellt|abgebrochen|unterbr(?:ach|ochen)|ausgesetzt
+ neu(?:e|en|er|es|wertig\w{0,2})?|fabrikneu\w{0,2}|unbenutzt\w{0,2}
- gebraucht\w{0,2}|generalüberholt\w{0,2}|überholt\w{0,2}
+ vorrätig|lieferbar|verfügbar
- ausverkauft|vergriffen|nicht lieferbar
+ heilbar\w{0,2}|behandelbar\w{0,2}|umkehrbar\w{0,2}
- unheilbar\w{0,2}|nicht (?:heilbar|behandelbar|zu behandeln|zu heilen)|unumkehrbar\w{0,2}
+ zum (?:aller)?ersten mal|erstmals|nie zuvor|noch nie
- erneut|wieder|wie in den vorjahren|wie (?:immer|üblich|jedes jahr)|zum (?:zweiten|dritten|vierten) mal
+ immer noch|noch immer|nach wie vor
- nicht mehr|nicht länger
+ bereits|schon
- noch nicht|erst noch
+ ehrenamtlich\w{0,2}|unbezahlt\w{0,2}
- bezahlt\w{0,2}|hauptamtlich\w{0,2}|hauptberuflich\w{0,2}
+ optimistisch\w{0,2}|zuversichtlich\w{0,2}|hoffnungsvoll\w{0,2}|zuversicht
- pessimistisch\w{0,2}|düster\w{0,2}|skeptisch\w{0,2}
+ zufrieden\w{0,2}|glücklich\w{0,2}|erfreut\w{0,2}|begeistert\w{0,2}
- unzufrieden\w{0,2}|unglücklich\w{0,2}|enttäuscht\w{0,2}|verärgert\w{0,2}|empört\w{0,2}|wütend\w{0,2}
+ absichtlich\w{0,2}|vorsätzlich\w{0,2}|bewusst
- versehentlich\w{0,2}|unabsichtlich\w{0,2}|aus versehen|unwissentlich
+ friedlich\w{0,2}
- gewaltsam\w{0,2}|gewalttätig\w{0,2}|blutig\w{0,2}
+ vollständig\w{0,2}|völlig|gänzlich|komplett\w{0,2}|ganz
- teilweise|zum teil|unvollständig\w{0,2}
+ ausreichend\w{0,2}|genug|genügend
- unzureichend\w{0,2}|zu wenig\w{0,2}|nicht genug|mangel
+ plötzlich\w{0,2}|schlagartig|abrupt\w{0,2}|auf einmal
- allmählich\w{0,2}|schrittweise|nach und nach|langsam
+ linke?n? (?=hand|arm|bein|lunge|auge|ohr|seite|fuß|knie|schulter)
- rechte?n? (?=hand|arm|bein|lunge|auge|ohr|seite|fuß|knie|schulter)
+ schuldig\w{0,2}
- unschuldig\w{0,2}|freigesprochen
+ freigelassen|entlassen aus|frei
- festgenommen|verhaftet|inhaftiert
+ eingestellt|ernann(?:t|te|ten)|berufen
- entlassen|gefeuert|abberufen|entließ(?:en)?
+ gewonnen|sieg(?:t|te|ten|e|er)?
- verloren|niederlagen?|verlierer
+ rentabel|profitabel\w{0,2}|gewinnbringend
- unrentabel|verlustreich\w{0,2}|unprofitabel
+ überschätz\w+|übertrieb\w*|übertreib\w*
- unterschätz\w+|untertrieb\w*|untertreib\w*
+ überschuss|überschüsse
- defizit\w{0,2}|fehlbetrag
+ einstimmig\w{0,2}|geschlossen
- gespalten|zerstritten|uneins
+ eindeutig\w{0,2}|klar(?:e|er|es)?|offensichtlich
- unklar\w{0,2}|mehrdeutig\w{0,2}|fraglich
+ gutartig\w{0,2}|harmlos\w{0,2}|ungefährlich\w{0,2}
- bösartig\w{0,2}|tödlich\w{0,2}|giftig\w{0,2}|gefährlich\w{0,2}
+ nützlich\w{0,2}|hilfreich\w{0,2}
- nutzlos\w{0,2}|schädlich\w{0,2}|hinderlich\w{0,2}
"""
