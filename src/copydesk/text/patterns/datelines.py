"""Where and when a report was sent from."""

from __future__ import annotations

import re

DATELINE_BREAK = re.compile(
    r"\s{0,2}(?:—|–|―|--|\.-|\s-)(?:\s{1,3}|(?=[\"“„«'‘A-Z0-9])|$)|:(?:\s{1,3}|$)|(?<=\)):(?=[\"“„«'‘A-Z])"
    r"|\.\s{0,2}(?=/)"
)
"""What parts a dateline from the text: a dash of any kind, a colon, which may close up behind `(AGENCY)`, or the stop
before `/AGENCY/`."""

DATELINE_AGENCY = re.compile(r"\s{0,2}(?:\(([^()]{2,40})\)|/([\w .-]{2,20})/\.?)\s{0,2}$")

AGENCIES_APART = re.compile(r"[/,&]|\sand\s")
"""What parts the agencies of one report: `(AP, AFP)`, `(AFP/Reuters)`."""

DATELINE_DATE = re.compile(
    r",?\s{1,2}(?:[^\W\d_]{3,10}\.?\s\d{1,2}(?:st|nd|rd|th)?|\d{1,2}\.?\s[^\W\d_]{3,10}\.?)(?:,?\s\d{4})?$"
)

DATELINE_UNBROKEN = re.compile(r"\(([^()]{2,40})\)\s{1,3}(?=[\"“‘'A-Z])")
"""The agency that ends a dateline without a dash: `Pune, Aug 11 (PTI) At least`."""

DATELINE_BRACKET = re.compile(r"\s{0,2}\[[^\[\]]{2,40}\]")
