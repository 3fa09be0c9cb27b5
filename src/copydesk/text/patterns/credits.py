"""Whose text it is: agencies, stations, sites and hosts."""

from __future__ import annotations

import re

CONTRIBUTED = re.compile(
    r".{3,240}\bcontributed (?:\w{1,12} ){0,2}(?:to|for) (?:this|the) (?:report|story|article|dispatch|piece)\.?"
    r"|(?:The )?(?:Associated Press|AP|Reuters|AFP|CNN|CBS News|NBC News|ABC News|Bloomberg|Fox News)(?:[’']s?)?"
    r" (?:\w{1,12} ){0,2}(?:writers?|reporters?|journalists?|correspondents?|staff|producers?)\b.{0,200}"
    r"\b(?:contributed|reported from .{2,60})\.?"
)
"""Who else worked on the piece, as its last line says; matched against a whole line."""

ITSELF_CONTRIBUTED = re.compile(r"(?:,?\s(?:and\s)?(?:the\s)?[A-Z][\w.’'-]{0,20}){0,8}\s(?:also\s)?contributed\b")
"""Behind the name of an agency, or the first of several, that contributed itself, and not its reporters."""

HOST = re.compile(r"(?:https?://)?(?:[\w-]{1,63}\.){1,4}[^\W\d_]{2,18}(?:/[^\s]{0,400})?", re.IGNORECASE)

SITE_NAME = re.compile(r"(?<![\w@.-])(?:[\w-]{1,63}\.){1,4}[^\W\d_]{2,18}(?![\w-]|\.\w)")
"""A host that a text names, whole: not that of an address of mail, nor a part of a longer host."""

URL_HOST = re.compile(r"[a-z][a-z0-9+.-]{1,12}://(?:[^/?#@\s]{0,200}@)?([^/?#:\s]{1,255})", re.IGNORECASE)

APPEARED_FIRST = re.compile(
    r"the post .{1,220}? (?:appeared first on|first appeared on|was first published on) .{1,120}", re.IGNORECASE
)
"""The last line of a feed item; matched against a whole line."""

DASH_CREDIT = re.compile(r"(?:[—–―]|--|(?<=\s)-|/)\s?(\w[\w .&'’/-]{1,50})\s?[./]?")
"""A dash and a name, tried at each dash in the last part of a paragraph and matched to its end."""

LAST_BRACKETS = re.compile(r"[(\[]([^()\[\]]{2,160})[)\]]\s?\.?")
"""A bracketed remark, tried at the last opening bracket of a line and matched to its end."""

EDITORS_SIGNS = re.compile(r"[A-Za-z]{1,4}(?:[/,] ?[A-Za-z]{1,4}){0,4} \(([^()]{2,60})\)")
"""The short signs of editors before the agencies of a report, a whole line: `jk/wd (AFP, dpa)`."""

CREDIT_DASHES = re.compile(r"[—–―/]|--|(?<=\s)-(?=\s)")

NAME_BESIDE_DAY = re.compile(r"\)?\s{0,2}(?:[|/·•–—,(-]|\d|published|updated|posted|$)", re.IGNORECASE)
"""What stands between an agency and the day, behind its name: `Reuters | Updated: …`, `Xinhua 2024-06-03`."""

RIGHTS_OPENING = re.compile(
    r"(?:(?:all rights reserved|riproduzione riservata|alle rechte vorbehalten)[.\s]{0,3})?"
    r"(?:(?:©|\(c\)|copyright|copyrights|by|the|(?:19|20)\d\d)[\s,:]{0,3}){1,6}",
    re.IGNORECASE,
)
"""A claim to rights up to the name of who has them, whole: `© 2024`, `Copyright (c) by the`."""

OF_RIGHTS = re.compile(
    r"[\s.,|()–-]{0,4}(?:(?:19|20)\d\d[\s.,)]{0,3})?"
    r"(?:(?:(?:all|any|tous|toutes|alle|todos|tutti)\s(?:(?:les|los|os|i)\s)?)?"
    r"(?:rights|droits|rechte|derechos|direitos|diritti)\b[^\n]{0,200})?",
    re.IGNORECASE,
)
"""What stands behind that name, whole: nothing, the year, or what is reserved; not `& Company`."""

WITH_AGENCY = re.compile(
    r"\b(?:avec|con|com|mit|med|met)\s{1,2}(?:l['’])?(?:[\w.-]{2,20}(?:\s?[,/&+]\s?|\s(?:et|y|e|und|og|och|en)\s)){0,3}"
    r"(?:l['’])?$",
    re.IGNORECASE,
)
"""What stands before an agency whose text a paper used, in other languages: `avec l'`, `mit dpa und`."""

AND_AGENCIES = re.compile(
    r"(?:(?:\s?[,/&+]\s?|\s(?:et|y|e|und|og|och|en)\s)[\w.-]{2,20}){0,3}[\s).]{0,3}", re.IGNORECASE
)
"""What stands behind the first of several, to the end of the line: ` et Reuters`."""

CALL_SIGN = re.compile(r"[WK][A-Z]{2,3}(?:[- ](?:TV|FM|AM|LD|CD|DT))?")
"""A station of the United States (47 CFR 2.302); in the brackets of a dateline it names itself."""
