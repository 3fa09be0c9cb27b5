"""What is no article: advertisements, counters, menus, offers, rights."""

from __future__ import annotations

import re

AD_TOKENS = re.compile(
    r"(?:[\W_]{0,12}(?:advertisements?|advertising|advertisment|anzeige|werbung|publicit[ée]|publicidade?|publicidad"
    r"|pubblicit[àa]|advertentie|reklam[ae]?|iklan|реклама|spot_?img|ad_?img|sponsored(?: content)?|promoted)){1,12}"
    r"[\W_]{0,12}",
    re.IGNORECASE,
)
"""A line of nothing but advertisement marks, `spot_img` being the image slot of a common theme."""

AD_SLOT = re.compile(r"\W{0,6}advertisements?\W{1,6}[a-z0-9]{1,30}_[a-z0-9_]{1,80}", re.IGNORECASE)
"""An advertisement mark with the name of its slot, once or more: `- Advertisement -mpu_boxmpu_box`."""

COUNTER = re.compile(
    r"[\W_]{0,4}(?:\d[\d.,]{0,9}\s?[kKmM]?\+?|no|zero)\s{0,2}"
    r"(?:views?|shares?|comments?|likes?|reads?|captures?|snapshots?|retweets?|votes?|reactions?|followers?|subscribers?|replies|reposts?"
    r"|min(?:ute)?s?\.? (?:to read|read|ago)|sec(?:ond)?s? (?:read|ago)|(?:hour|day|week|month|year)s? ago"
    r"|kommentare?|commentaires?|comentarios?|commenti|reacties|aufrufe|vues|vistas|visualizaciones)\b[\W_]{0,4}",
    re.IGNORECASE,
)
"""Counts beside an article: `12 comments`, `1.2K Shares`, `3 min read`; matched against a whole line."""

LABELLED_COUNTER = re.compile(
    r"\(?(?:visited|post views|views|reading time|read time|estimated reading time|shares|comments|likes|lesezeit"
    r"|temps de lecture|tiempo de lectura|tempo di lettura|tempo de leitura|leestijd|word count)\s{0,2}[:(–-]?\s{0,2}"
    r"[~<]?\d[\d.,]{0,9}.{0,24}",
    re.IGNORECASE,
)

BRACKETED_TITLE = re.compile(r"\[\s(?:[^\s\[\]]{1,30}\s){4,25}\]")
"""The title of another story in wide brackets, `[ Ferry firm to lay off crews ]`; matched against a whole line."""

BREADCRUMB = re.compile(r"\s{0,4}[^>»›/|•·\n]{1,40}(?:\s{0,4}(?:>|»|›|::|→)\s{0,4}[^>»›/|•·\n]{1,160}){1,6}")
"""`Home > World > Asia`; matched against a whole line."""

MENU_BREAK = re.compile(r"\s{0,8}[|·•‧∙▪]\s{0,8}|\s{1,4}/\s{1,4}|\s{2,12}|\t")
"""What parts the items of a menu in one line."""

TITLE_BREAK = re.compile(r"\s{1,4}(?:[|«»·•–—-]|::)(?=\s)")
"""What parts a headline from the name of its site."""

CASE_CHANGE = re.compile(r"[a-zß-öø-ÿ][A-ZÀ-ÖØ-Þ]")
"""Where two words were run together: three times in a menu that lost its marks, `HomeNewsPoliticsSport`."""

CAMEL_CASE = re.compile(r"[a-z][A-Z]|[a-z]\d{1,4}\Z")
"""A name of a site in one word: `DailyGlobe`, `NewsHub24`."""

PAGE_COUNT = re.compile(
    r"\W{0,4}(?:(?:page|photo|image|picture|slide|video|seite|bild|foto|photo|página)\s)?\d{1,4}\s?(?:of|/|von|de|sur|di|van)"
    r"\s?\d{1,4}\W{0,4}",
    re.IGNORECASE,
)
"""Where the reader is in a gallery or a print: `1 of 7`, `Page 2 of 3`; matched against a whole line."""

SECTION_COUNT = re.compile(r"[^\W\d_][^\W\d_ &'’-]{1,30}(?: [^\W\d_&'’-]{1,30}){0,3}\d{2,6}")
"""A section with the number of its articles glued to it: `World1204`; matched against a whole line."""

NOT_RESPONSIBLE = re.compile(
    r".{2,60} (?:is|are) not responsible for (?:the )?(?:contents?|accuracy|content and accuracy) (?:of|on)"
    r" (?:external|other|third|linked|any external)\b.{0,120}",
    re.IGNORECASE,
)
"""What a site says of the sites that it links to; matched against a whole line."""

RULE = re.compile(r"[\s_*~=#•·–—―-]{3,200}")
"""A line that only parts: `___`, `* * *`; matched against a whole line."""

HASHTAGS = re.compile(r"(?:#\w{1,60}[\s,;|•]{0,4}){1,40}")

LINK = re.compile(r"(?:https?://|pic\.twitter\.com/|t\.co/|www\.)[^\s]{1,400}", re.IGNORECASE)
"""An address that is a line of its own; matched against the whole line."""

SOCIAL_LINK = re.compile(
    r"(?:https?://)?(?:www\.)?(?:pic\.)?(?:t\.co|twitter|x\.com|facebook|fb\.|instagram|youtu|tiktok|t\.me|wa\.me)",
    re.IGNORECASE,
)

FOLLOW = re.compile(
    r"(?:please )?follow .{1,100} on .{0,60}\b(?:facebook|twitter|instagram|youtube|telegram|whatsapp|linkedin|tiktok"
    r"|threads|bluesky|mastodon|x|google news)\b.{0,40}|(?:follow|find|see|read) .{1,100} (?:at|here:?) https?://\S{1,200}",
    re.IGNORECASE,
)
"""`Follow … on Facebook and …`; matched against a whole line."""

READERS_OFFER = re.compile(
    r"\b(?:newsletter|inbox|whatsapp|telegram|notification|bookmark|journalism|sign(?:ing|ed)? up|subscri|unsubscri"
    r"|(?:click(?:ing)?|tap(?:ping)?) (?:here|below|on)|latest news|breaking news|top stories"
    r"|our (?:app|website|site|channel)"
    r"|app store|google play|premium|free trial|e-?mail address|unlimited|articles)",
    re.IGNORECASE,
)
"""What sites offer their readers: two of these in one line that speaks to them are a prompt."""

CLICK_HERE = re.compile(
    r"\b(?:click(?:ing)?|tap(?:ping)?) (?:here|below|this link|on the link)"
    r"(?:\W{0,4}$| to (?:join|subscribe|follow|read|sign|register|download|get|watch|view|see|donate)\b)",
    re.IGNORECASE,
)

COPYRIGHT = re.compile(
    r"(?:(?:©|\(c\))(?=.{0,90}(?:\d{4}|right|reserved))|copyright\W{1,3}(?:\(c\)|©|\d{4}|by\b|the associated)"
    r"|all rights reserved|alle rechte|tous droits réservés|todos los derechos|tutti i diritti"
    r"|todos os direitos).{0,400}",
    re.IGNORECASE,
)

SLOGAN = re.compile(r"\b(?:since|est(?:d|\.|ablished)?|founded)\b.{0,12}\b(?:1[5-9]|20)\d\d\W{0,3}$", re.IGNORECASE)
"""How long a paper has been there, at the end of a line at its head: `Serving the valley since 1881`."""
