"""Furniture that a line shows by itself: by phrase, by shape, by its words."""

from __future__ import annotations

from functools import cache

from copydesk.extract.agency_credit import is_agency_line
from copydesk.extract.byline import read_byline
from copydesk.extract.credit import is_credit
from copydesk.extract.cues import DIGIT
from copydesk.extract.date_banner import DateLine, date_line, is_duration
from copydesk.extract.line import FOLDED, Line, fold
from copydesk.extract.menu_line import MENU, is_menu_line
from copydesk.extract.vocabulary import Mark, match_start, match_whole, read_words
from copydesk.model.page import Label
from copydesk.text.patterns.captions import SPEECH
from copydesk.text.patterns.credits import APPEARED_FIRST, CONTRIBUTED, HOST
from copydesk.text.patterns.furniture import (
    AD_SLOT,
    AD_TOKENS,
    BRACKETED_TITLE,
    BREADCRUMB,
    CLICK_HERE,
    COPYRIGHT,
    COUNTER,
    FOLLOW,
    HASHTAGS,
    LABELLED_COUNTER,
    LINK,
    NOT_RESPONSIBLE,
    PAGE_COUNT,
    READERS_OFFER,
    RULE,
    SECTION_COUNT,
    SOCIAL_LINK,
)
from copydesk.text.patterns.lines import WORD_OR_NUMBER

SHORT = 90
_HALF_DAYS = (" a.m.", " p.m.")
"""Ends of a time of day that are no end of a sentence: `Published: June 3, 2019 at 9:01 a.m. | Updated: …`."""

PROMPT_WORDS = 45
"""Words of the longest line that is a prompt for what it offers; longer ones are text on newsletters or apps."""

_SOLD = frozenset(
    {"sign u", "signin", "signed", "subscr", "unsubs", "premiu", "free t", "unlimi", "email ", "e-mail"}
)
"""What other firms offer too, of which news tell their readers (`you can sign up for a free trial`)."""

_OFFERS = (
    "newsletter", "inbox", "whatsapp", "telegram", "notification", "bookmark", "journalism", "sign up", "signing up",
    "signed up", "subscri", "unsubscri", "click", "clicking", "tap here", "tap below", "tap on", "tapping",
    "latest news", "breaking news", "top stories", "our app", "our website", "our site", "our channel", "app store",
    "google play", "premium", "free trial", "email address", "e-mail address", "unlimited", "articles",
)  # fmt: skip
"""What `READERS_OFFER` finds begins with one of these: to look for them first takes an eighth of the time."""
_ADDRESSED = (" your ", " you ", "You ", "Your ", " our ", " us ")

SOCIAL_WORDS = 24
_STEP_WORDS = 4
_HOME = frozenset(
    {
        "home", "homepage", "home page", "startseite", "accueil", "inicio", "início", "news", "you are here",
        "главная", "beranda", "strona główna", "anasayfa", "hem", "hjem", "forside", "front page",
        "nachrichten", "notizie",
    }
)  # fmt: skip

DURATION = Mark(Label.TEASER, "duration")
TITLE = Mark(Label.TEASER, "bracketed")
DATE = Mark(Label.DATE_BANNER, "date")
BARE_DATE = Mark(Label.DATE_BANNER, "bare_date")
ACCOUNT = Mark(Label.WIDGET, "account")
DESK = Mark(Label.BYLINE, "desk")
BYLINE = Mark(Label.BYLINE, "byline")
CREDIT = Mark(Label.CREDIT, "credit")
AGENCY = Mark(Label.AGENCY_CREDIT, "agency")
AD = Mark(Label.AD, "ad")
SOCIAL = Mark(Label.WIDGET, "social")
COUNT = Mark(Label.WIDGET, "counter")
CRUMBS = Mark(Label.NAVIGATION, "crumbs")
SECTION = Mark(Label.NAVIGATION, "sections")
HASH = Mark(Label.NAVIGATION, "tags")
PROMPT = Mark(Label.WIDGET, "newsletter")
LEGAL = Mark(Label.WIDGET, "legal")
PARTING = Mark(Label.OTHER, "rule")
SOURCE = Mark(Label.SOURCE_LINE, "source")
LINK_LINE = Mark(Label.SOURCE_LINE, "link")


def mark_line(line: Line, *, below_lead: bool) -> Mark | None:
    """What the line shows itself to be, null where it may be the article's.

    A long line can only be furniture by the phrase at its beginning. `below_lead` lets looser credits count.
    """
    if len(line.text) > FOLDED:
        group = match_start(line)
        return group.mark if group else None
    whole = match_whole(line)
    if whole is not None:
        return whole.mark
    shaped = _shaped(line, below_lead)
    if shaped is not None:
        return shaped
    group = match_start(line)
    if group is not None:
        return group.mark
    return PROMPT if _is_prompt(line) else None


def _is_prompt(line: Line) -> bool:
    """Whether the line of a plain text offers its readers two things that sites offer, and quotes nobody.

    A site speaks to them (`your inbox`) or of itself (`our newsletter`); few other lines do outside quotations."""
    text = line.text
    if line.hint is not None or line.words > PROMPT_WORDS or not any(word in text for word in _ADDRESSED):
        return False
    low = text.lower()
    if sum(offer in low for offer in _OFFERS) < 2 or any(mark in text for mark in '“”"') or SPEECH.search(text):
        return False
    offered = {found[:6].casefold() for found in READERS_OFFER.findall(text)}
    return len(offered) > 1 and not offered <= _SOLD


def _shaped(line: Line, below_lead: bool) -> Mark | None:
    text = line.text
    if text[0] in "tT" and APPEARED_FIRST.fullmatch(text):
        return SOURCE
    legal = _legal(text, line)
    if legal is not None:
        return legal
    if not line.folded and RULE.fullmatch(text):
        return PARTING
    if ("contributed" in text or "reported from" in text) and CONTRIBUTED.fullmatch(text):
        return AGENCY
    if text[-1] in ".”" and line.words > 12 and text[0] not in "(©[—" and not text.endswith(_HALF_DAYS):
        return None
    return (
        _credited(line, below_lead)
        or _counted_or_dated(line)
        or _marked(text, line)
        or _address(text, line)
        or (SOCIAL if _is_social(line) else None)
    )


def _legal(text: str, line: Line) -> Mark | None:
    """Whose the text is, and what a site does not answer for."""
    if (text[0] in "©(" or line.folded[:9] in ("copyright", "all right")) and COPYRIGHT.match(text):
        return AGENCY if "associated press" in line.folded else LEGAL
    return LEGAL if "not responsible for" in text and NOT_RESPONSIBLE.fullmatch(text) else None


def _counted_or_dated(line: Line) -> Mark | None:
    text = line.text
    if is_duration(line):
        return DURATION
    if not line.cues & DIGIT:
        return COUNT if COUNTER.fullmatch(text) else None
    if len(text) <= SHORT:
        if COUNTER.fullmatch(text) or LABELLED_COUNTER.fullmatch(text) or PAGE_COUNT.fullmatch(text):
            return COUNT
        if SECTION_COUNT.fullmatch(text):
            return SECTION
    kind = date_line(line)
    if kind is DateLine.NO:
        return None
    return DATE if kind is DateLine.SURE else BARE_DATE


def _marked(text: str, line: Line) -> Mark | None:
    """Furniture told by a mark in it: `>` of breadcrumbs, `#` of tags, `©`, links, embedded posts."""
    if not line.quoted and (AD_TOKENS.fullmatch(text) or AD_SLOT.fullmatch(text)):
        return AD
    if text[0] == "[" and BRACKETED_TITLE.fullmatch(text):
        return TITLE
    if text[0] == "#" and HASHTAGS.fullmatch(text):
        return HASH
    if FOLLOW.fullmatch(text) or (line.words <= 24 and CLICK_HERE.search(text) and not line.quoted):
        return PROMPT
    if is_menu_line(line):
        return MENU
    crumbs = (">" in text or "»" in text or "›" in text or "→" in text) and not line.quoted
    return CRUMBS if crumbs and not line.stopped and _is_trail(text) else None


def _address(text: str, line: Line) -> Mark | None:
    """A line that is only an address."""
    if line.words > 1 or line.trusted or "." not in text:
        return None
    if LINK.fullmatch(text):
        return SOCIAL if SOCIAL_LINK.match(text) else LINK_LINE
    return SOURCE if not line.closed and HOST.fullmatch(text) else None


def _is_trail(text: str) -> bool:
    """Whether the line is a breadcrumb trail: it begins at the home page, or has three short steps."""
    if "«" in text or not BREADCRUMB.fullmatch(text):
        return False
    steps = [step.strip() for step in text.replace("»", ">").replace("›", ">").replace("→", ">").split(">")]
    if any(len(step.split()) > _STEP_WORDS for step in steps[:-1]):
        return False
    return fold(steps[0]) in _HOME or (len(steps) > 2 and len(steps[-1].split()) <= _STEP_WORDS)


def _credited(line: Line, below_lead: bool) -> Mark | None:
    byline = read_byline(line)
    if byline is not None:
        if byline.account:
            return ACCOUNT
        return DESK if byline.name is None else BYLINE
    if is_agency_line(line):
        return AGENCY
    return CREDIT if is_credit(line, below_lead=below_lead) else None


@cache
def _social_words() -> tuple[frozenset[str], frozenset[str]]:
    networks, company = read_words("social.txt")
    return networks, company


def _is_social(line: Line) -> bool:
    """Whether the line is made of names of networks and words of sharing bars alone."""
    if line.words > SOCIAL_WORDS:
        return False
    networks, company = _social_words()
    words = [word.casefold() for word in WORD_OR_NUMBER.findall(line.text) if not word.isdigit()]
    return not networks.isdisjoint(words) and all(word in networks or word in company for word in words)
