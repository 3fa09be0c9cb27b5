"""Captions of pictures, and who took them."""

from __future__ import annotations

import re

FILE_PICTURE = re.compile(
    r"\b(?:file|archive|library|undated|archivbild|archivfoto|archivio|archives|archivo|arquivo|archief)\b",
    re.IGNORECASE,
)
"""What a caption says of a picture that was taken for another story."""

CAPTION_PLACE = re.compile(
    r"\((?:(?:\d(?:st|nd|rd|th)|[Ss]econd|[Tt]hird)\s)?(?:[LC]|[Ll]eft|[Rr]ight|[Cc]ent(?:er|re)|[Tt]op|[Bb]ottom"
    r"|(?:\d(?:st|nd|rd|th)\s)R|L-R|R-L)\)"
)

CAPTION_PLACE_WORDS = re.compile(
    r"\([RC]\)|,\s(?:(?:second|third|far|\d(?:st|nd|rd|th))\s(?:from\s)?)?(?:left|right|cent(?:er|re))(?:\sback|\sfront)?[,.;]"
    r"|\bfrom (?:left|right)\b|\b(?:left|right) to (?:left|right)\b",
    re.IGNORECASE,
)

CAPTION_SAYS_SO = re.compile(
    r"^FILE\b|^\[?(?:file|archive) (?:photo|picture|image|pic)\b|\bfile (?:photo|picture|image|pic)\b"
    r"|^pictured\b|,\s?pictured\b|\b(?:is|are) pictured\b"
    r"|\bin this (?:[\w-]{1,12} )?(?:photo|image|picture|frame grab|screengrab|screen grab|handout)\b"
    r"|\b(?:photo|image|picture) (?:shows|taken|released|provided)\b|\bundated (?:photo|image|picture)\b"
    r"|\brepresent(?:ational|ative) (?:image|photo|picture)\b|\bimages? (?:used )?for representation"
    r"|\barchivbild\b|\bfoto de archivo\b|\bphoto d[’']archives?\b|\bfoto d[’']archivio\b",
    re.IGNORECASE,
)

SPEECH = re.compile(
    r"[,.!?][”\"’»] (?:[\w.’'-]{1,30} ){0,6}?(?:said|says|told|added|asked|wrote|tweeted)\b"
    r"|\b(?:said|told|added|announced|wrote|stated)\b",
    re.IGNORECASE,
)
