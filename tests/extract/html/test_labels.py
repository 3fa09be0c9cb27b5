"""Labels of an HTML page: main text by trafilatura and its neighbours, the rest by markup and phrases."""

from __future__ import annotations

from tests.extract.reading import LEAD, SECOND, THIRD, label_of, parts, read_html

FOURTH = "The last ferry to leave before the storm had carried forty passengers and a cargo of live sheep."
FIFTH = "A spokeswoman for the ferry firm said that all of them had been told of the delay by telephone."
HEADLINE = "Harbour reopens after the long storm"
TITLE = "Ferry firm to lay off a third of its staff"

PAGE = f"""
<nav><a href="/">Front</a> <a href="/w">World of boats</a></nav>
<div class="cookie-bar">Our boats bake biscuits for you</div>
<article>
  <h1>{HEADLINE}</h1>
  <div class="byline">Jane Doe and John Roe</div>
  <p>LISBON, June 3 (Reuters) - {LEAD}</p>
  <figure><img src="x.jpg" alt="no"><figcaption>Cranes over the water (AP Photo/Jane Roe)</figcaption></figure>
  <p>{SECOND}</p>
  <h2>A narrow escape</h2>
  <p>{THIRD}</p>
  <p><a href="/other">{TITLE}</a></p>
  <div class="promo-box"><p>Minister opens a new fish market in the north of the island today.</p></div>
  <p>{FOURTH}</p>
  <p>{FIFTH}</p>
</article>
<div id="comments"><h3>Readers</h3><p>I sailed there last year, and it was falling apart.</p></div>
<footer>Selwyn Gazette, 1 Quay Street</footer>
"""


def test_every_part_of_a_page() -> None:
    found = read_html(PAGE)
    labels = {text: label for label, text in parts(found)}
    assert labels[HEADLINE] == "headline"
    assert labels["LISBON, June 3"] == "dateline"
    assert labels["(Reuters)"] == "agency_credit"
    assert [labels[text] for text in (LEAD, SECOND, THIRD, FOURTH, FIFTH)] == ["body"] * 5
    assert labels["A narrow escape"] == "subhead"
    assert labels["Jane Doe and John Roe"] == "byline"
    assert labels["Cranes over the water"] == "caption"
    assert labels["(AP Photo/Jane Roe)"] == "credit"
    assert labels["Front World of boats"] == "navigation"
    assert labels[TITLE] == "teaser"
    assert labels["I sailed there last year, and it was falling apart."] == "comment_form"
    assert labels["Our boats bake biscuits for you"] == "widget"
    assert labels["Selwyn Gazette, 1 Quay Street"] == "other"
    assert labels["Minister opens a new fish market in the north of the island today."] not in {"body", "subhead"}


def test_the_text_is_kept_whole() -> None:
    text = read_html(PAGE).page.text
    for piece in ("Front World of boats", "Our boats bake biscuits", TITLE, "1 Quay Street", LEAD):
        assert piece in text


def test_a_paragraph_that_the_extractor_left_out_is_taken_back() -> None:
    paragraphs = [LEAD, SECOND, THIRD, FOURTH, FIFTH]
    body = "".join(f'<div class="part"><p>{one}</p></div>' for one in paragraphs)
    found = read_html(f"<main>{body}</main><div class='part'><p>{LEAD.replace('Tuesday', 'Friday')}</p></div>")
    assert [label_of(found, one) for one in paragraphs] == ["body"] * 5


def test_an_article_inside_a_widget_is_an_article() -> None:
    page = "".join(f"<p>{one}</p>" for one in (LEAD, SECOND, THIRD, FOURTH, FIFTH))
    found = read_html(f'<div class="widget">{page}</div>')
    assert {label for label, _ in parts(found)} == {"body"}


def test_a_page_that_the_extractor_finds_nothing_on_is_labelled_all_the_same() -> None:
    found = read_html(f"<nav><a href='/'>Home</a></nav><p>{LEAD}</p>")
    assert label_of(found, LEAD) == "body"
    assert label_of(found, "Home") == "navigation"


def test_plain_text_and_html_agree_on_the_article() -> None:
    lines = [
        HEADLINE,
        "By Jane Doe",
        f"LISBON — {LEAD}",
        SECOND,
        "A narrow escape",
        f"{THIRD} — Reuters",
        FOURTH,
        FIFTH,
    ]
    markup = "".join(
        f"<{tag}>{one}</{tag}>" for tag, one in zip(["h1", "p", "p", "p", "h2", "p", "p", "p"], lines, strict=True)
    )
    from tests.extract.reading import read

    html, plain = read_html(f"<article>{markup}</article>"), read("\n\n".join(lines))
    assert html.page.text == plain.page.text
    assert parts(html) == parts(plain)
