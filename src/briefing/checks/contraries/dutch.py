"""Contraries of Dutch. See table.py for what they are."""

DUTCH = r"""
+ vrijwillig\w{0,1}
- verplicht\w{0,1}
+ tijdelijk\w{0,1}
- permanent\w{0,1}|blijvend\w{0,1}
+ openba(?:ar|re)
- geheim\w{0,1}
+ gratis
- betaald\w{0,1}
+ warm\w{0,3}
- koud\w{0,3}
+ rijk\w{0,3}
- arm\w{0,3}
+ zwaar|zwaardere?|zware
- licht\w{0,4}
"""
