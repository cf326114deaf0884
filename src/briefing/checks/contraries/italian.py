"""Contraries of Italian. See table.py for what they are."""

ITALIAN = r"""
+ volontari[oae]?|facoltativ[oaie]
- obbligatori[oae]?
+ temporane[oaie]
- permanent[ei]|definitiv[oaie]
+ pubblic[oaie]|pubblich[ei]
- privat[oaie]|segret[oaie]
+ gratuit[oaie]
- a pagamento
+ cald[oaie]
- fredd[oaie]
+ ricc[oaie]|ricchi
- pover[oaie]
+ pesant[ei]
- legger[oaie]
"""
