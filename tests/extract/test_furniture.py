"""Furniture that a line shows by itself, and running text that only looks like it."""

from __future__ import annotations

import pytest

from copydesk.extract.furniture import _OFFERS
from copydesk.model.page import ARTICLE_LABELS
from copydesk.text.patterns.furniture import READERS_OFFER
from tests.extract.reading import LEAD, SECOND, THIRD, above, around, below, label_of, parts, read

ANYWHERE = [
    ("- Advertisement -", "ad"),
    ("Home  World  Business  Opinion  Sport", "navigation"),
    ("News | Sport | Weather | Ferry times", "navigation"),
    ("HOME NEWS SPORT WEATHER", "navigation"),
    ("HomeNewsPoliticsBusinessSportOpinion", "navigation"),
    ("March 17, 2025 in Health, News  0", "date_banner"),
    ("Inicio · Mundo · Deportes · Opinión", "navigation"),
    ("- Advertisement -spot_imgspot_img", "ad"),
    ("ADVERTISEMENT", "ad"),
    ("- Advertisement -mpu_slotmpu_slot", "ad"),
    ("(Visited 38 times, 1 visits today)", "widget"),
    ("Anzeige", "ad"),
    ("Story continues below advertisement", "ad"),
    ("READ MORE  Ferry firm to lay off a third of its staff", "teaser"),
    ("Also read: Ferry firm to lay off a third of its staff", "teaser"),
    ("Related: Ferry firm to lay off a third of its staff", "teaser"),
    ("Lire aussi : Le port rouvre ses portes", "teaser"),
    ("WATCH Ferry runs aground in the harbour", "teaser"),
    ("Share this:", "widget"),
    ("Kindly share this story:", "widget"),
    ("Join the Gazette community on WhatsApp and get the latest news sent straight to your phone.", "widget"),
    ("Never fear the weather: sign up to our newsletter for the coast.", "widget"),
    ("This is an archived article and the information in it may be outdated.", "widget"),
    ("We appreciate your feedback.", "widget"),
    ("Change text size", "widget"),
    ("You can share this story on social media:", "widget"),
    ("4 mins to read", "widget"),
    ("Article content", "widget"),
    ("Advertisement 2", "ad"),
    ('[adrotate banner="4"]', "ad"),
    ("(adsbygoogle = window.adsbygoogle || []).push({});", "ad"),
    ('<iframe width="560" height="315" src="https://video.example/embed/7"></iframe>', "widget"),
    ("[ Ferry firm to lay off a third of its staff ]", "teaser"),
    ("This article is only available to subscribers.", "widget"),
    ("Reminder, this is a Premium article and requires a subscription to read.", "widget"),
    ("Disclaimer: Comments do not represent the views of the Gazette.", "widget"),
    ("Published in the Selwyn Gazette, June 3rd, 2019", "source_line"),
    ("PUBLISHED: June 3, 2019 at 5:02 p.m. | UPDATED: June 4, 2019 at 8:15 a.m.", "date_banner"),
    ("Cookies on the Selwyn Gazette", "navigation"),
    ("Related internet links", "navigation"),
    ("The Selwyn Gazette is not responsible for the content of external sites.", "widget"),
    ("Comments expressed here do not reflect the opinions of the Selwyn Gazette or any employee thereof.", "widget"),
    ("Notice a spelling or grammar error? Click here to report it. Please include the headline.", "widget"),
    ("Get current updates on harbours, weather and ferries along with top headlines from the coast.", "widget"),
    ("Advertisement. Scroll to continue reading.", "ad"),
    ("Facebook Twitter WhatsApp Email", "widget"),
    ("Click to share on Facebook (Opens in new window)", "widget"),
    ("%d bloggers like this:", "widget"),
    ("Avatar photo", "widget"),
    ("By Admin", "widget"),
    ("Posted by admin", "widget"),
    ("Sign up for our newsletter to get the day's top stories in your inbox.", "widget"),
    ("Follow the Selwyn Gazette on Facebook and Instagram.", "widget"),
    ("12 comments", "widget"),
    ("1 of 7", "widget"),
    ("Page 2 of 3", "widget"),
    ("14 captures", "widget"),
    ("A password will be e-mailed to you.", "widget"),
    ("Text size A A A", "widget"),
    ("Media contact: Ida Quill, harbour board", "widget"),
    ("📣 The Gazette is now on Telegram. Click here to join our channel and stay updated", "widget"),
    ("Listen to this article · 4 min", "widget"),
    ("Sign in / Join", "widget"),
    ("View this email in your browser", "widget"),
    ("You received this email because you signed up on our website.", "widget"),
    ("This article was amended on 4 June 2019 to correct the name of a ship.", "widget"),
    ("Correction: An earlier version of this article gave the wrong year.", "widget"),
    ("… we have a small favour to ask. Readers like you pay for our work.", "widget"),
    ("The Wayback Machine - https://web.archive.org/web/20190603/https://selwyn.example/harbour", "navigation"),
    ("Length: 412 words", "navigation"),
    ("End of Document", "navigation"),
    ("___", "other"),
    ("* * *", "other"),
    ("1.2K Shares", "widget"),
    ("3 min read", "widget"),
    ("Post Views: 1,203", "widget"),
    ("© 2019 Selwyn Gazette. All rights reserved.", "widget"),
    ("We use cookies to give you the best experience on our site.", "widget"),
    ("Home > World > Oceania", "navigation"),
    ("Skip to content", "navigation"),
    ("Tags: ferries, storms, harbours", "navigation"),
    ("#ferries #storms", "navigation"),
    ("Please enter your comment!", "comment_form"),
    ("Your email address will not be published. Required fields are marked *", "comment_form"),
    ("Last updated 3 June 2019, 10:32 AM", "date_banner"),
    ("03/06/2019 10:32", "date_banner"),
    ("Source: www.example.org", "source_line"),
    ("The post Harbour reopens appeared first on Selwyn Gazette.", "source_line"),
    ("(With inputs from agencies)", "agency_credit"),
    ("(AP)", "agency_credit"),
    ("Associated Press writer Ada Moss in Selwyn contributed to this report.", "agency_credit"),
    ("CNN's Ida Quill and Tom Brack contributed reporting to this story.", "agency_credit"),
    ("AP writers Ada Moss in Selwyn and Tom Brack in Norhaven contributed.", "agency_credit"),
]


@pytest.mark.parametrize(("line", "label"), ANYWHERE)
def test_a_line_that_shows_what_it_is(line: str, label: str) -> None:
    assert label_of(read(around(line)), line) == label
    assert label_of(read(below(line)), line) == label


BODY = [
    "The port is not responsible for the loss of the cargo, its lawyers told the court.",
    "The newsletter of the port told crews to sign up for the drill, and nobody came.",
    "Keep your receipts if you sign up for the ferry, the board said in its newsletter.",
    "“Sign up to our newsletter,” the poster in the harbour says to your left.",
    "You can sign up for a free trial of the ferry card, and need no subscription afterwards.",
    "[ The Selwyn Gazette ]",
    "Published in 1998, the chart shows the old channel.",
    "[He] told the crew that the ferry would not sail.",
    "The ferry left on June 3, 2019 with nine crews and two cranes on board at 8:15 a.m.",
    "Found an error-ridden chart on the bridge, the inspector wrote.",
    "More in Common, a research group, said the harbour should have closed a day earlier.",
    "Powered by strong exports, the port earned four million dollars last year.",
    "By signing up to the accord, the port has agreed to close its oil terminal.",
    "Comments from the harbour master were not available at the time of writing.",
    "“Read more books,” he told the crew.",
    "“Advertisement”",
    "Related parties were told on Monday that the sale was off.",
    "Share prices of the ferry firm fell by a tenth.",
    "Follow the money, a former minister said on Tuesday.",
    "Home owners on the waterfront were told to leave.",
    "He left on June 3, 2019, at 10:32.",
    "Watch officers on both ships had been asleep.",
    "The 3 min read on the gauge was wrong.",
    "Tags on the whales showed that they had turned north",
    "The owners of the ferry contributed to the report with charts of the harbour floor, he said.",
    "Nine deaths were reported from Selwyn.",
    "Media contacts between the two crews were cut on Tuesday.",
    "This article of the treaty was amended by parliament.",
    "Length of service was the only thing that counted, the union said.",
    "Photos of the wreck were shown to the court.",
]


@pytest.mark.parametrize("line", BODY)
def test_running_text_that_begins_like_furniture_stays(line: str) -> None:
    assert label_of(read(around(line)), line) in {"body", "subhead"}


def test_section_names_are_subheads_inside_the_body_and_navigation_outside() -> None:
    assert label_of(read(around("Economy")), "Economy") == "subhead"
    assert label_of(read(above("Economy", "Harbour reopens after the long storm")), "Economy") == "navigation"
    assert label_of(read(below("Economy")), "Economy") == "navigation"


def test_a_menu_between_paragraphs_is_navigation() -> None:
    menu = ("World", "Politics", "Letters", "Harbour News", "Sport", "About us")
    found = {text: label for label, text in parts(read("\n".join((LEAD, SECOND, *menu, THIRD))))}
    assert {found[item] for item in menu} <= {"navigation", "widget"}


def test_a_list_in_the_body_is_body() -> None:
    items = ("Two cranes", "Nine pilot boats", "A lighthouse lamp")
    found = read("\n".join((LEAD, "The storm destroyed:", *items, THIRD)))
    assert [label_of(found, item) for item in items] == ["body"] * 3


def test_a_chronology_keeps_its_dates() -> None:
    assert label_of(read(around("June 3, 2019")), "June 3, 2019") == "subhead"


def test_a_date_above_the_text_is_a_banner() -> None:
    for banner in ("Mon. Jun 3rd, 2019", "Monday, June 3, 2019", "2019-06-03", "3. Juni 2019", "lundi 3 juin 2019"):
        assert label_of(read(above(banner)), banner) == "date_banner"


def test_a_short_line_below_the_end_is_not_text() -> None:
    assert label_of(read(below("Selwyn Gazette")), "Selwyn Gazette") == "other"
    clipped = "The harbour master could not be reached for a comment on the state of the breakwater"
    assert label_of(read(below(clipped)), clipped) == "body"


SCRAPED = """\
Skip to content
Daily Selwyn
News, Sport and Opinion from the islands
Home
News
Sport
Harbour reopens after the long storm
By Jane Doe
June 3, 2019
251
Share
Facebook
Twitter
Image: Selwyn Gazette
{lead}
{second}
ALSO READ | Ferry firm to lay off a third of its staff
Ida Quill inspects a crane in Port Selwyn on June 3, 2019. [Jane Roe/Reuters]
{third}
Story continues below this ad
Two of the cranes had been leased from the city. —AP
Tags: harbour, storm
Previous article
Man found in well
Next article
Woman found in tree
RELATED ARTICLES
LEAVE A REPLY
Cancel reply
Please enter your name here
MOST POPULAR
Five things to know about sheep
"""


def test_a_scraped_page_of_a_common_theme() -> None:
    found = read(SCRAPED.format(lead=LEAD, second=SECOND, third=THIRD))
    article = [(label, text) for label, text in parts(found) if label in ARTICLE_LABELS]
    assert article == [
        ("headline", "Harbour reopens after the long storm"),
        ("byline", "By Jane Doe"),
        ("body", LEAD),
        ("body", SECOND),
        ("body", THIRD),
        ("body", "Two of the cranes had been leased from the city."),
    ]


@pytest.mark.parametrize(
    "offer",
    [
        "Newsletters",
        "unsubscribe",
        "Signing up",
        "tap below",
        "tapping on",
        "CLICK HERE",
        "our channel",
        "e-mail address",
    ],
)
def test_what_is_looked_for_first_finds_each_offer(offer: str) -> None:
    assert READERS_OFFER.search(offer)
    assert any(word in offer.lower() for word in _OFFERS)
