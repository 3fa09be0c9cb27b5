"""Who wrote it, and when, in a line of its own."""

from __future__ import annotations

import re

POSTED = re.compile(r"(?:posted|published|updated|written|filed|created)(?: on)?:?\s{1,2}", re.IGNORECASE)
"""What stands before the date of a byline: `Posted on June 3, 2019 by Ada Moss`; matched at its begin."""

POSTED_BEHIND = re.compile(
    r"[\s,|•·–—-]{0,4}\b(?:publi(?:ée?|cado|shed)|mise? à jour|modifiée?|veröffentlicht|aktualisiert|a[ct]tualizado"
    r"|pubblicato|aggiornato|gepubliceerd|bijgewerkt|updated|posted)\b.{0,90}$",
    re.IGNORECASE,
)
"""What stands behind the name in a byline with its day: `Par Ada Moss, publié le 3 juin 2019 à 7h`."""

NAME_AND_ROLE = re.compile(
    r"((?:[^\W\d_][\w’'.-]{0,30} ){2,4}?)(?:[^\W\d_][\w-]{1,20} ){0,3}"
    r"(?:correspondent|reporter|editor|writer|columnist|journalist|critic|staff)(?: (?:in|at) .{2,30})?",
    re.IGNORECASE,
)
"""An author with an office and no mark between: `Ada Moss Health correspondent`; matched against a whole line."""

ROLE = re.compile(
    r"(?:[^\W\d_][\w'’-]{1,20} ){1,3}(?:correspondent|reporter|editor|columnist|journalist|critic)"
    r"(?: (?:in|at) .{2,30})?",
    re.IGNORECASE,
)
"""The office of an author on a line of its own: `Health correspondent`; matched against a whole line."""

DAY_BREAK = re.compile(r"\s{0,3}[|•·–—-]\s{0,3}")
"""What parts a day from the name of the author behind it."""

BYLINE_OPENING = re.compile(
    r"[\W_]{0,4}(?:(?:written|reported|posted|published|story|article|report|words|text|submitted|uploaded|authored"
    r"|created|edited|updated|added|analysis|opinion|column|commentary)(?: and \w{1,12})? by|by|byline"
    r"|author|author name|written|reporter|correspondent|von|par|por|di|door|av|af|oleh|penulis|yazan|yazar|autor"
    r"|autorin|auteur|autore)"
    r"(?:\s{0,2}[:|–-]\s{0,2}|\s{1,3}|(?=@))",
    re.IGNORECASE,
)

CONTACT = re.compile(
    r"[\s(|,;–—-]{0,4}(?:\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}|(?<!\w)@\w{2,30})[)\s]{0,3}"
)
"""An address of mail or a handle in a byline, with what parts it from the name."""
