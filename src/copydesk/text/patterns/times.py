"""Days and times, as pages and their addresses print them."""

from __future__ import annotations

import re

ISO_DAY = re.compile(r"\s{0,8}(\d{4})-?(\d{2})-?(\d{2})(?!\d)")
"""The day at the beginning of an ISO 8601 value: `2024-04-29T10:00:00Z`, `20240429`."""

NUMERIC_DATE = re.compile(r"\b\d{1,4}([./-])\d{1,2}\1\d{2,4}\b")

CLOCK = re.compile(
    r"\b[0-2]?\d(?:[:h][0-5]\d(?::[0-5]\d)?\b|\.[0-5]\d\s?(?:[ap]\.?m\b|uhr\b)|\s?(?:[ap]\.?m\b|uhr\b))",
    re.IGNORECASE,
)

DURATION = re.compile(r"[(\[]?\s?(?:\d{1,2}:)?\d{1,2}:\d{2}\s?[)\]]?")
"""The running time of a video, `mm:ss` or `h:mm:ss`; matched against a whole line."""

FILED_IN = re.compile(r"\sin\s[\w&,/ -]{2,50}\Z")
"""The sections behind the day of a page: `March 17, 2025 in Health, News 0`."""

FULL_DATE = re.compile(
    r"\b[^\W\d_]{3,10}\.? \d{1,2}, ?(?:19|20)\d{2}\b|\b\d{1,2}\.? [^\W\d_]{3,10}\.?,? (?:19|20)\d{2}\b"
)
"""A day with its year, `June 3, 2019` or `3 June 2019`. Captions bear one; running text says the weekday."""

URL_DAY = re.compile(
    r"(?:^|[/_.=-])((?:19|20)\d\d)([/_.-]?)([01]\d|[1-9](?=[/_.-]))\2([0-3]\d|[1-9](?!\d))(?=$|[/_.?&-]|[a-zA-Z])"
)
"""A day in the path of an address: `/2019/06/03/`, `-20190603.html`, `/2019-6-3-title`."""

URL_MONTH = re.compile(r"(?:^|/)((?:19|20)\d\d)[/-]([01]\d)(?=$|[/-])")

COPYRIGHT_YEAR = re.compile(
    r"(?:©|\(c\)|&copy;|\bcopyright\b)[^\d\n]{0,40}(?:(?:19|20)\d\d\s?[-–,/]\s?)?((?:19|20)\d\d)(?!\d)", re.IGNORECASE
)
"""The last year of a copyright line."""

YEAR_NUMBER = re.compile(r"(?<!\d)(?:19|20)\d\d(?:(?!\d)|(?=\d{1,2}:\d\d))")
"""A year of four figures, also where a scrape has glued the time to it; days are looked for around it."""

DAY_MONTH_YEAR = re.compile(
    r"\b(\d{1,2})(?:st|nd|rd|th|er|e|º|°|ª|:e|:a)?\.?(?:[\s\u00a0-]{1,2}(?:de|del|of|di|d’|d'))?[\s\u00a0./-]{0,2}"
    r"([^\W\d_]{3,12})\.?,?(?:[\s\u00a0-]{1,2}(?:de|del|of))?[\s\u00a0./-]{0,2}(?:19|20)\d\d(?!\d)"
)
"""`3 June 2019`, `3rd of June, 2019`, `3. Juni 2019`, `3 de junio de 2019`, `03-Jun-2019`."""

MONTH_DAY_YEAR = re.compile(
    r"\b([^\W\d_]{3,12})\.?[\s\u00a0-]{0,2}(\d{1,2})(?:st|nd|rd|th)?\.?,?[\s\u00a0-]{1,2}(?:19|20)\d\d(?!\d)"
)
"""`June 3, 2019`, `Jun. 3rd 2019`."""

NUMBERED_DAY = re.compile(r"(?<![\d./-])(\d{1,2})([./-]\s?)(\d{1,2})\2(?:19|20)\d\d(?!\d|:\d)")

SHORT_NUMBERED_DAY = re.compile(r"(?<![\d./:-])(\d{1,2})([./-])(\d{1,2})\2(\d{2})(?:(?=\d\d:\d\d)|(?![\d./-]|,\d))")

YEAR_MONTH_DAY = re.compile(
    r"(?:19|20)\d\d(?:([-./]\s?)(\d{1,2})\1(\d{1,2})(?!\d)|\.?[\s\u00a0]?(?:年\s?)?([^\W\d_]{3,12}|\d{1,2})"
    r"(?:[\s\u00a0]|\s?月\s?)(\d{1,2})(?!\d))"
)
"""`2019-06-03`, `2019. június 3.`, `2019年6月3日`; matched at the year."""
