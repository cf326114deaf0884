"""Contraries among the verbs of English, and the nouns made of them. See table.py for what they are."""

ENGLISH_DEEDS = r"""
+ embolden~|strengthen~|bolster~|fortify~|reinforce~|empower~
- weaken~|undermine~|erode~|cripple~|undercut|sap(?:s|ped)
+ ease[sd]?|easing|subsid(?:e|es|ed|ing)|abate~|calm~ down|died? down|improve~|receded
- worsen~|escalate~|intensify~|deteriorate~|flare~ up|aggravate~
- exacerbate~|heat~ up|mounting
+ alleviate~|soothe~|defuse~|mitigate~|allay~
- aggravate~|exacerbate~|inflame~|stoke~|fuel(?:s|l?ed|l?ing)
+ boosts?|boosted|boosting|tailwinds?|lift(?:s|ed)|buoy(?:s|ed)
- headwinds?|drag(?:s|ged)? (?:on|down)|weigh~ on|hurts?|hurting|dent(?:s|ed)|hamper~
+ outpace~|outperform~|outstrip(?:s|ped|ping)?|outrank~|surpass~|exceed~|overt(?:akes?|ook|aking)
+ (?:led|leads|leading|ahead of)
- trail(?:s|ed|ing)|lag(?:s|ged|ging)?|underperform~|f[ae]ll(?:s|ing)? (?:short|behind)
+ top(?:s|ped|ping)|beat(?:s|en|ing)?|exceed~|surpass~|above|better than
- miss(?:es|ed|ing)|fall(?:s|ing)? short|fell short|(?:come|came|coming) up short|short of|below|undershot
- undershoots?|worse than
+ gain~|jump~|soar~|surge~|rall(?:y|ies|ied)|rebound(?:s|ed)?|spike~|skyrocket(?:s|ed)?
+ swell(?:s|ed)?|climb~|r[io]s(?:es?|en|ing)|rose|advanc(?:es?|ed)|upturn|uptick|up(?! to)|higher
- slid|slid(?:es?|ing)|plunge~|tumble~|slump~|plummet~|slip(?:s|ped|ping)?
- dip(?:s|ped|ping)?|shed|sank|retreat(?:s|ed)|fell|fall(?:s|en|ing)?|drop(?:s|ped|ping)?|decline~|downturn
- nosediv(?:es?|ed)|lower|down
+ grow(?:s|ing|n|th)?|grew|expan(?:ds?|ded|ding|sion)|boom~|thrive~|flourish~
- shr[aiu]nk(?:s|ing)?|contract(?:s|ed|ing|ion)|recession|slump(?:s|ed)?|stagnat\w+|bust|wither~|dwindle~
+ extend~|extension|renew(?:s|ed|al|ing)?|prolong~
- (?:let|lets|letting)\b[^.;:]{0,60}?\b(?:expire|lapse|run out)|expire~|lapsed?|cut(?:s|ting)? short|curtail~
- terminate~
+ length(?:en|ens|ened|ening)
- short(?:en|ens|ened|ening)
+ accept~|approv(?:es?|ed|al)|allow~|permit~~|authori[sz]e~|greenlit|ratify~|grant(?:s|ed|ing)
+ clear(?:s|ed) the way|embrac(?:es?|ed)
- reject(?:s|ed|ion|ing)?|refus(?:es?|ed|al|ing)|veto(?:es|ed)?|block(?:s|ed|ing)|bar(?:red|ring)|prohibit~
- forbid(?:s|den)?|forbade|bann?(?:s|ed|ing)?
- turn(?:s|ed|ing) down|rebuff~|spurn~|den(?:ies|ied|ying)|revok(?:es?|ed)
+ upheld|uphold(?:s|ing)?|affirm~
- overturn~|str(?:ikes?|uck) down|quash~|reverse~|annul(?:s|led)?|thr(?:ows?|ew) out
+ declin(?:es?|ed) to comment|(?:did|would|could) not (?:immediately )?comment|no comment
+ refus(?:es?|ed) to comment|ha(?:s|ve|d) not commented
- reject(?:s|ed)|dismiss(?:es|ed)|den(?:ies|ied)|confirm(?:s|ed)|acknowledg(?:es?|ed)|criticized|condemned
- defended|admitted
+ commend~|laud~|endors(?:es?|ed|ing|ement)|champion(?:s|ed|ing)|hail(?:s|ed|ing)|praise~|approv(?:es?|ed) of
+ salut(?:es?|ed)
- slam(?:s|med|ming)|blast(?:s|ed|ing)|rebuke~|decr(?:y|ies|ied)|lambast\w+|deride~|mock(?:s|ed|ing)|disavow~
- criticise~|criticize~|denounce~|condemn~|attack(?:s|ed|ing)|object(?:s|ed) to|dismiss~
+ launch~|introduce~|unveil~|roll~ out|debut(?:s|ed)?|revive~|reinstate~
- discontinue~|scrap(?:s|ped|ping)|retire~|phase~ out|shelve~|withdr[ae]wn?|wind(?:s|ing)? down|wound down
- cancel(?:s|l?ed|l?ing)?|ax(?:es|ed|ing)|abandon~|call~ off|abolish~|kill(?:s|ed|ing) off
- pull(?:s|ed|ing) the plug
+ continue~|resume~|restart~|persist(?:s|ed)?|carry~ on|goes on|went on
- stop(?:s|ped|ping)?|cease~|halt~|suspend~|discontinue~|pause~|broke off|cut off
+ delay~|postpone~|push~ back|put(?:s|ting)? off|defer(?:s|red|ring)?
- br(?:ings?|ought|inging) forward|hasten~|speed(?:s|ing)? up|sped up|expedite~|fast-track~|moved? up|rush~
+ reward~
- punish(?:es|ed|ing|ment)?|penali[sz](?:es?|ed|ing)|sanctioned
+ lure~|attract~|draw(?:s|ing|n)? in|drew in|entice~
- scare~ (?:off|away)|deter(?:s|red|ring)?|dr[io]ve(?:s|n)? away|put(?:s|ting)? off|alienate~
- repel(?:s|led|ling)?
+ trust~
- distrust\w*|mistrust\w*|suspicio\w+
+ connect(?:s|ed|ing|ion)?|link(?:s|ed)? (?:to|with)|related|tied to|attached
- disconnect~|unrelated|isolated|unconnected|unlinked|detached|separate from|nothing to do with
- no (?:link|connection|relation)
+ merg(?:es?|ed|ing|er)|combine~|unit(?:es?|ing)|unif(?:y|ies|ied)
- split(?:s|ting)?|sp(?:ins?|un|inning) off|separate~|demerge[rd]?|break(?:s|ing)? up|broke up|divide~
+ agree[sd]?|consensus|reach(?:es|ed)? (?:a|an) (?:deal|agreement|accord|settlement)|came to terms
+ come to terms
- disagree\w*|refus(?:es?|ed) to|deadlock\w*|stalemate|impasse|fail(?:s|ed)? to (?:agree|reach)
- unable to (?:agree|reach)
+ compl(?:y|ies|ied|ying|iance)|abide~ by|adhere~|ke(?:eps?|pt) to|conform~|respect(?:s|ed)?|honou?r(?:s|ed)?
+ observ(?:es?|ed)
- flout~|defy~|breach~|violat(?:es?|ed|ing|ions?)|ignore~|disregard~|flagrantly|contraven(?:es?|ed)|broke|breaks
+ overestimat\w+
- underestimat\w+
+ overstat\w+|exaggerat\w+|overplay~|inflated
- understat\w+|downplay~|play~ down
+ overvalu\w+|overpric\w+
- undervalu\w+|underpric\w+
+ overpaid|overpay(?:s|ing)?
- underpaid|underpay(?:s|ing)?
+ overweight
- underweight
+ maximi[sz]\w+
- minimi[sz]\w+
+ amplify~|magnify~
- dampen~|dimm(?:ed|ing)|muffle~|mut(?:es|ed)
+ brighten~
- dim(?:s|med|ming)|dampen~|darken~|cloud(?:s|ed|ing)
+ stimulate~|promote~|activate~|enhance~|facilitate~|trigger~
- suppress~|inhibit~|impair~|impede~|hinder~|slow~ down|stifle~
+ tighten~|toughen~
- loosen~|ease~|relax~|lift(?:s|ed|ing)
+ impose~|introduce~|add~
- lift~|roll~ back|repeal~|waive~|scrap(?:s|ped|ping)|abolish~|remove~
+ upgrade~
- downgrade~
+ apprecia(?:tes?|ted|tion)|strengthen~
- deprecia(?:tes?|ted|tion)|weaken~|devalu\w+
+ invest~
- divest~
+ deposit~
- withdr[ae]wn?|withdraw(?:s|ing|als?)
+ deploy(?:s|ed|ing|ment)?|sen(?:ds?|t) in|station(?:s|ed|ing)|invade~|advance~
- withdr[ae]wn?|withdraw(?:s|ing|als?)|pull~ out|retreat~|evacuate~|f[ae]ll(?:s|ing)? back
+ liberat(?:es?|ed|ing|ion)
- occup(?:y|ies|ied|ying|ation)|annex(?:es|ed|ing|ation)?
+ surrender~|capitulat\w+|g[ia]ven? in|yield(?:s|ed) to
- resist~|fought back|fights? back|stood firm|held out|hold(?:s|ing)? out
+ arrive~|land(?:s|ed|ing)
- depart~|t[ao]ken? off|takes? off|set(?:s|ting)? out
+ resign~|step(?:s|ped|ping)? down|stood down|quits?|retired
- stay~ on|remain~ in (?:office|his|her|the|post)|cl[iu]ng(?:s|ing)? to|t[ao]ken? office|took over|swor?n in
- assum(?:es?|ed) (?:office|the)
+ appoint(?:s|ed|ing|ment)?|hire~|recruit~|promote~|install(?:s|ed|ing)
- fir(?:es|ed|ing)|dismiss(?:es|ed|al|ing)?|sack(?:s|ed|ing)|oust~|lay(?:s|ing)? off|laid off|layoffs|job cuts
- remov(?:es?|ed|al)
+ stay(?:s|ed|ing)|remain~ in
- leav(?:es?|ing)|left(?= (?:the|his|her|their|its|for)\b)|move~ (?:out|away)|depart~|flee(?:s|ing)?|fled
- emigrat(?:es?|ed)
+ marr(?:y|ies|ied|iage)
- divorce~
+ remember~|recall(?:s|ed)?
- forg[eo]t(?:s|ten|ting)?
+ install~
- uninstall~
+ upload~
- download~
+ encrypt(?:s|ed|ing|ion)?
- decrypt(?:s|ed|ing|ion)?
+ (?<![\w-])lock~
- unlock~
+ load~
- unload~
+ opt~[ -]in
- opt~[ -]out
+ log(?:s|ged|ging)?[ -]in|sign~[ -]in
- log(?:s|ged|ging)?[ -]out|sign~[ -]out
+ inhale~|breathe~? in
- exhale~|breathe~? out
+ absorb~
- emit(?:s|ted|ting)?|reflect~|radiate~
+ fill(?:s|ed|ing)
- empty~|drain~
+ ignite~|kindle~
- extinguish~|put(?:s|ting)? out|quench(?:es|ed)?
+ infla(?:tes?|ted|ting|tionary|tion)
- defla(?:tes?|ted|ting|tionary|tion)
+ recover(?:s|ed|ing|y)?|heal(?:s|ed|ing)|got better|getting better
- relapse~|deteriorate~|got worse|getting worse|succumb(?:s|ed)?|died
+ cured?|cures
- cause~
+ open(?:s|ed|ing)|reopen~
- clos(?:es?|ed|ing|ures?)|shut(?:s|ting)?(?: down)?|shutter(?:s|ed|ing)
+ supply~|provide~|deliver~|hand(?:s|ed|ing) over
- withh[eo]ld(?:s|ing)?|cut(?:s|ting)? off|deprive~|confiscate~|seize~
+ giv(?:es?|en|ing)|gave|donate~
- t[ao]ken? away|steal(?:s|ing)?|stole|stolen|rob(?:s|bed)
+ rescue~|save~
- kill~|doom(?:s|ed)|sacrifice~|destroy~
+ won|winning|triumph(?:s|ed)?|victor(?:y|ies|ious)
- lost|losing|defeated|crash(?:es|ed)? out|eliminated|knocked out
+ qualify~
- disqualif(?:y|ies|ied)|eliminat(?:es?|ed)|knocked out|fail(?:s|ed) to qualify
+ optimi[sz]e[sd]?|improv(?:es?|ed|ing|ements?)|enhance~
- worsen~|degrad(?:es?|ed|ing|ation)|impair~|deteriorat\w+|setbacks?
+ simplify~|streamline~
- complicate~
+ centrali[sz]\w+
- decentrali[sz]\w+
+ nationali[sz]\w+
- privati[sz]\w+
+ militari[sz]\w+
- demilitari[sz]\w+
+ regulat(?:es?|ed|ing|ions?)
- deregulat(?:es?|ed|ing|ions?)
+ plead(?:s|ed)? guilty|pled guilty|confess(?:es|ed)?
- plead(?:s|ed)? (?:not guilty|innocent)|pled not guilty|maintain(?:s|ed)? (?:his|her|their) innocence
- den(?:ies|ied) (?:the|any|all)
+ sue[sd]?|suing|su(?:es|ed)|filed suit
- settl(?:es?|ed) with|drop(?:s|ped|ping) (?:the|its|his|her|their) (?:suit|lawsuit|case)
+ congratulate~|thank(?:s|ed|ing)|compliment(?:s|ed|ing)
- blame~|scold(?:s|ed|ing)|reproach~|accuse~
+ calm~|reassure~|pacif(?:y|ies|ied)|appease~
- alarm~|frighten~|panic\w*|unsettle~|provoke~|enrage~|anger(?:s|ed)
+ unif(?:y|ies|ied)|reconcil(?:es?|ed|iation)|ma[dk]e peace
- fall(?:s|ing)? out|fell out|feud~|clash~|quarrel\w*
+ speak(?:s|ing)? out|sp(?:eak|oke)(?:s|ing)? up|voice~|vocal
- silen(?:t|ce|ced|cing)|ke(?:ep|pt)(?:s|ing)? quiet|mum|tight-lipped
+ drop(?:s|ped|ping)? support|end~ support|remove~ support|no longer supports?|stop(?:s|ped)? supporting
- (?<!ps )(?<!op )(?<!ed )(?<!ng )(?<!nd )(?<!ds )(?<!es )(?<!er )support(?:s|ing)?(?: for)?
- add~ support
"""
