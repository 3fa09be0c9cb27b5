"""What HTML and the scripts in it have."""

from __future__ import annotations

import re

MARKUP = re.compile(r"<!--|<!\[CDATA\[|<(/?)([a-zA-Z][a-zA-Z0-9:-]{0,40})(?=[\s/>])|<[!?]")
"""The beginning of a tag, comment or declaration."""

RAW_ENDS = {
    tag: re.compile(rf"</{tag}[^>]{{0,200}}>", re.IGNORECASE)
    for tag in (
        "script", "style", "template", "noscript", "textarea", "title", "iframe", "noembed", "noframes", "xmp", "svg"
    )
}  # fmt: skip
"""The end tags of elements whose content is no markup or is not shown."""

HTML_SPACE = re.compile(r"[ \t\n\r\f\v]+")

HIDDEN_STYLE = re.compile(r"(?:display\s{0,4}:\s{0,4}none|visibility\s{0,4}:\s{0,4}hidden)", re.IGNORECASE)

CLASS_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
"""Words of a class or id, parted at hyphens, underscores, digits and camel case."""

DATE_NAME = re.compile(r"dat|time|ubl|post|byline|fecha|creat|modif", re.IGNORECASE)
"""A part of a class name that may speak of a date."""

SCRIPT_DATE = re.compile(
    r"\\?[\"'](date_?published|published_?(?:at|date|time|on)?|publication_?date|publish_?(?:ed)?_?(?:date|time)"
    r"|pub_?date|first_?published(?:_?(?:at|date))?|date_?created)"
    r"\\?[\"']\s{0,3}:\s{0,3}\\?[\"']([0-9A-Za-z:+. ,-]{8,40})",
    re.IGNORECASE,
)
"""A field for the day of publication in a script, with its value."""

TITLE_SUFFIX = re.compile(r"\s{1,3}(?:[|–—•·»]|::|-)\s{1,3}|\s{0,3}｜\s{0,3}")

NOT_ALNUM = re.compile(r"[\W_]+")

BRACKETED = re.compile(r"\[[^\[\]]{0,200}\]")
"""What an editor put into a quotation: `[Mr. Roe]`."""

ELLIPSIS = re.compile(r"…|\.\s?\.\s?\.")
"""Where an editor left words out of a quotation."""
