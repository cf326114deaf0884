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
"""
