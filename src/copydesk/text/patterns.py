"""Every regular expression of copydesk, grouped by the noun it finds.

Page text is hostile, so each expression is bounded: no unbounded quantifier stands inside another, and what may
repeat has an upper count wherever two parts could match the same characters. `tests/text/test_patterns.py` runs
each one over 100 KB lines made to hurt and holds it under a second.
"""

from __future__ import annotations

import re

# --- lines and words -------------------------------------------------------------------------------------------

LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
"""One line of text, without its end. The line ends are those of `str.splitlines`."""

VISIBLE_LINE = re.compile(r"\S[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]*")
VISIBLE_LINE_FEED = re.compile(r"\S[^\n]*")
"""A line from its first character that is no white space; the second for texts with no line end but the line feed,
for which it is seven times as fast."""

VISIBLE = re.compile(
    r"[^\s\x00-\x1f\x7f-\x9f\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff]"
)
"""A character that a reader can see: not white space, not a control, not a zero-width or filler character."""

WORD_OR_NUMBER = re.compile(r"\d+|[^\W\d_]+")
"""Runs of letters or of digits, apart: `29th` gives `29`, `th`."""

IDEOGRAPH = re.compile(
    r"[\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U00031fff]"
)
"""An ideograph or a kana: a word by itself, as in `copydesk.text.tokens`."""

UNSPACED = re.compile(
    r"[\u0e01-\u0e4e\u0e81-\u0ecd\u1000-\u103f\u1780-\u17d3\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U00031fff]"
)
"""A letter or vowel sign of a script that is written without spaces: Han, kana, Thai, Lao, Burmese, Khmer."""

INNER_STOP = re.compile(
    r"[^\W\d_A-Z]{3}(?:[.…][\"”’'»)]{0,2}\s{0,2}(?:[—–(\[\"“‘«]|\s[A-Z0-9\"“‘«(-])"
    r"|[!?][\"”’'»)]{0,2}\s{0,2}[—–(\[])"
)
"""The end of a sentence inside a line: behind three small letters, so not that of an abbreviation."""

DIGIT = re.compile(r"\d")

NAME_OR_NUMBER = re.compile(r"(?<![.!?:] )(?<!^)\b(?:[A-Z][\w’'-]{3,40}|\d[\d.,]{0,12})")
"""Capitalised words of four letters or more inside a sentence, and numbers: what survives rewording."""

# --- dates and times -------------------------------------------------------------------------------------------

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

FILE_PICTURE = re.compile(
    r"\b(?:file|archive|library|undated|archivbild|archivfoto|archivio|archives|archivo|arquivo|archief)\b",
    re.IGNORECASE,
)
"""What a caption says of a picture that was taken for another story."""

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

# --- furniture -------------------------------------------------------------------------------------------------

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

CONTRIBUTED = re.compile(
    r".{3,240}\bcontributed (?:\w{1,12} ){0,2}(?:to|for) (?:this|the) (?:report|story|article|dispatch|piece)\.?"
    r"|(?:The )?(?:Associated Press|AP|Reuters|AFP|CNN|CBS News|NBC News|ABC News|Bloomberg|Fox News)(?:[’']s?)?"
    r" (?:\w{1,12} ){0,2}(?:writers?|reporters?|journalists?|correspondents?|staff|producers?)\b.{0,200}"
    r"\b(?:contributed|reported from .{2,60})\.?"
)
"""Who else worked on the piece, as its last line says; matched against a whole line."""

ITSELF_CONTRIBUTED = re.compile(r"(?:,?\s(?:and\s)?(?:the\s)?[A-Z][\w.’'-]{0,20}){0,8}\s(?:also\s)?contributed\b")
"""Behind the name of an agency, or the first of several, that contributed itself, and not its reporters."""

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

# --- sources and hosts -----------------------------------------------------------------------------------------

HOST = re.compile(r"(?:https?://)?(?:[\w-]{1,63}\.){1,4}[^\W\d_]{2,18}(?:/[^\s]{0,400})?", re.IGNORECASE)
SITE_NAME = re.compile(r"(?<![\w@.-])(?:[\w-]{1,63}\.){1,4}[^\W\d_]{2,18}(?![\w-]|\.\w)")
"""A host that a text names, whole: not that of an address of mail, nor a part of a longer host."""

URL_HOST = re.compile(r"[a-z][a-z0-9+.-]{1,12}://(?:[^/?#@\s]{0,200}@)?([^/?#:\s]{1,255})", re.IGNORECASE)

APPEARED_FIRST = re.compile(
    r"the post .{1,220}? (?:appeared first on|first appeared on|was first published on) .{1,120}", re.IGNORECASE
)
"""The last line of a feed item; matched against a whole line."""

# --- agency credits --------------------------------------------------------------------------------------------

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

# --- bylines ---------------------------------------------------------------------------------------------------

SLOGAN = re.compile(r"\b(?:since|est(?:d|\.|ablished)?|founded)\b.{0,12}\b(?:1[5-9]|20)\d\d\W{0,3}$", re.IGNORECASE)
"""How long a paper has been there, at the end of a line at its head: `Serving the valley since 1881`."""

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

# --- datelines -------------------------------------------------------------------------------------------------

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

CONTRACTED = re.compile(r"\b([^\W\d_]{1,16}?)(?:['’](?=ve|re|ll|m)|n['’](?=t))(ve|re|ll|m|t)\b", re.IGNORECASE)
"""A contraction, as what stands before it and its end: `we`, `ve`; `ca`, `t`."""

CONTACT = re.compile(
    r"[\s(|,;–—-]{0,4}(?:\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}|(?<!\w)@\w{2,30})[)\s]{0,3}"
)
"""An address of mail or a handle in a byline, with what parts it from the name."""

CALL_SIGN = re.compile(r"[WK][A-Z]{2,3}(?:[- ](?:TV|FM|AM|LD|CD|DT))?")
"""A station of the United States (47 CFR 2.302); in the brackets of a dateline it names itself."""

DATELINE_BRACKET = re.compile(r"\s{0,2}\[[^\[\]]{2,40}\]")

# --- captions and credits --------------------------------------------------------------------------------------

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

# --- quotations ------------------------------------------------------------------------------------------------

NOT_SPACE = re.compile(r"\S+")

_DOUBLE = '“”„‟«»"＂「」『』〝〞'
DOUBLE_MARKS = (*_DOUBLE, "''", "``")
DOUBLE_MARK = re.compile(rf"[{_DOUBLE}]|''|``")
"""A double quotation mark of any style. Two apostrophes and two backquotes are the marks of old wires."""

SINGLE_MARKS = tuple("‘’'")
SINGLE_MARK = re.compile(r"[‘’']")
"""A single mark or an apostrophe."""

CLIPPED_WORD = re.compile(r"(?:\d0s|em|til|cause|tis|twas|bout|round|n|cuz|fore)\b", re.IGNORECASE)
"""What an apostrophe opens without quoting: `'em`, `'90s`."""

HOST_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,6}|\d{1,12}(?:[.,]\d{1,12}){0,4}|[^\W_]{1,60}(?:[’'&/-][^\W_]{1,60}){0,6}|--|[^\w\s]"
)
"""A word, number or punctuation mark of the sentence around a quotation. `U.S.` and `so-called` are one token."""

CAPITAL_RUN = re.compile(r"(?<![\w.])[A-Z][\w’'-]{1,30}(?: (?:[A-Z]\.|[A-Z][\w’'-]{1,30})){1,3}(?![\w])")
"""Two to four capitalised words in a row, the shape of a full name."""

APPOSED_NAME = re.compile(r"[^\W\d_][\w’'-]{1,30}(?: [^\W\d_][\w’'-]{0,30}){1,4}(?=[,.;:»”\")]|$)")
"""Words between a comma and the next mark, which are a name where they have capitals; matched behind the comma."""

LEADING_ARTICLE = re.compile(
    r"(?:\b(?:[Aa]n?|[Oo]ne|[Ss]ome|[Tt]wo|[Ss]everal|[Ss]enior) )"
    r"(?:(?:[A-Z]\.){1,4} |[\w’'-]{1,30} ){0,5}[\w’'-]{1,40}$"
)
"""A noun phrase that brings somebody new, tried on the words before a noun."""

RELAYED = re.compile(r"((?:[A-Z][\w.’'-]{1,30} ){1,5})([a-z]{3,15}) that\b")
"""A quotation that begins with somebody else's words: `Ada Brandt said that …`; matched at its begin."""

UNCLOSED_TAIL = re.compile(
    r"[,.?!…]\s(?:[\w.’'-]{1,30}\s){0,6}?(?:said|says|told|tells|added|adds|asked|asks|wrote|writes|according to)\b"
)
"""Behind words whose closing mark is missing: the stop, and who said them."""

# --- sentences -------------------------------------------------------------------------------------------------

STRAY_OPENING = re.compile(r"\s([\"“„«‘(\[]{1,3})$")
"""An opening mark left at the end of a sentence; it belongs to the next one."""

# --- HTML ------------------------------------------------------------------------------------------------------

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
