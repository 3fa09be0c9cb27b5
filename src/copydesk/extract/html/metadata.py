"""Metadata that an HTML page gives about itself: in JSON-LD, in meta elements, in its head."""

from __future__ import annotations

from dataclasses import dataclass
from html import unescape
from itertools import islice

from lxml.html import HtmlElement

from copydesk.extract.byline import is_generic_author
from copydesk.extract.html.json_ld import LinkedArticle, read_json_ld
from copydesk.extract.html.stated_dates import StatedDate, stated_dates
from copydesk.text.patterns.credits import URL_HOST
from copydesk.text.patterns.markup import HTML_SPACE, NOT_ALNUM, TITLE_SUFFIX

MOST_CHARS = 500
"""Code points of a title, name or address that is believed."""

_TITLES = ("og:title", "twitter:title", "dc.title", "title", "headline", "sailthru.title", "parsely-title")
_AUTHORS = (
    "author",
    "article:author",
    "dc.creator",
    "dc.creator",
    "byl",
    "parsely-author",
    "sailthru.author",
    "citation_author",
)
_SITES = ("og:site_name", "application-name", "publisher", "dc.publisher", "twitter:site")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says about itself; null where it says nothing that can be believed."""

    title: str | None = None
    byline: str | None = None
    site: str | None = None
    url: str | None = None
    language: str | None = None
    region: str | None = None
    dates: tuple[StatedDate, ...] = ()


NO_METADATA = Metadata()


def read_metadata(root: HtmlElement, content: str) -> Metadata:
    """The metadata of the page `content`, whose tree is `root`.

    JSON-LD comes before meta elements, these before the title element."""
    linked = read_json_ld(root)
    metas = _metas(root)
    site = linked.publisher or _first(metas, _SITES)
    site = _clean(site.lstrip("@")) if site else None
    title = _clean(linked.headline) or _clean(_first(metas, _TITLES))
    return Metadata(
        _without_site(title, site) if title else _title_element(root, site),
        _author(linked.author, site) or _author(_first(metas, _AUTHORS), site),
        site,
        _url(root, metas, linked),
        _language(root),
        _region(root),
        stated_dates(content, linked, metas),
    )


def host_of(url: str | None) -> str | None:
    """The host that a URL names, without `www.`."""
    match = URL_HOST.match(url) if url else None
    return match.group(1).lower().removeprefix("www.") if match else None


def _metas(root: HtmlElement) -> dict[str, str]:
    """The first content of every named meta element, by name, property or itemprop in lower case."""
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        content = (meta.get("content") or "").strip()
        if name and content and len(content) <= MOST_CHARS:
            found.setdefault(name.strip().lower(), content)
    return found


def _first(metas: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((metas[name] for name in names if name in metas), None)


def _clean(value: str | None) -> str | None:
    if value is None or len(value) > MOST_CHARS:
        return None
    if "&" in value:  # escaped once more than is needed, as plugins do
        value = unescape(value)
    return HTML_SPACE.sub(" ", value).strip() or None


def _author(value: str | None, site: str | None) -> str | None:
    """An author that names somebody; addresses, accounts of publishing systems and the site itself do not."""
    name = _clean(value)
    if name is None or "://" in name or is_generic_author(name) or (site and _letters(name) == _letters(site)):
        return None
    return name.removeprefix("By ").removeprefix("by ") or None


def _without_site(title: str, site: str | None) -> str:
    """A title without its site, however that is spaced, behind the last bar or dash."""
    cuts = list(TITLE_SUFFIX.finditer(title)) if site else []
    if not site or not cuts or not cuts[-1].start():
        return title
    return title[: cuts[-1].start()] if _letters(title[cuts[-1].end() :]) == _letters(site) else title


def _letters(name: str) -> str:
    return NOT_ALNUM.sub("", name).casefold()


MOST_HEADINGS = 8
"""Headings of the first level that are compared with the title; pages have one or two."""


def _title_element(root: HtmlElement, site: str | None) -> str | None:
    """The title element without the site that stands behind its last bar or dash."""
    element = root.find(".//title")
    title = _clean(element.text_content()) if element is not None else None
    if title is None:
        return None
    cuts = list(TITLE_SUFFIX.finditer(title))
    if not cuts:
        return title
    head, tail = title[: cuts[-1].start()], title[cuts[-1].end() :]
    is_site = "｜" in cuts[-1].group() and len(tail) < len(head)  # where words have no spaces to be counted by
    is_site = is_site or (site is not None and tail.casefold() == site.casefold())
    is_site = is_site or any(_clean(h1.text_content()) == head for h1 in islice(root.iter("h1"), MOST_HEADINGS))
    return head if is_site or (len(tail.split()) <= 4 and len(head.split()) >= 4) else title


def _url(root: HtmlElement, metas: dict[str, str], linked: LinkedArticle) -> str | None:
    canonical = next(
        (link.get("href") for link in root.iter("link") if (link.get("rel") or "").lower() == "canonical"), None
    )
    for url in (canonical, metas.get("og:url"), linked.url):
        if url and len(url) <= 2_000 and URL_HOST.match(url.strip()):
            return str(url.strip())
    return None


def _language(root: HtmlElement) -> str | None:
    given = (root.get("lang") or root.get("xml:lang") or "").strip().lower()
    code = given.replace("_", "-").partition("-")[0]
    return code if 2 <= len(code) <= 3 and code.isascii() and code.isalpha() else None


def _region(root: HtmlElement) -> str | None:
    """The country of the page's language tag: `gb` of `en-GB`."""
    parts = (root.get("lang") or root.get("xml:lang") or "").strip().lower().replace("_", "-").split("-")
    return next((part for part in parts[1:4] if len(part) == 2 and part.isascii() and part.isalpha()), None)
