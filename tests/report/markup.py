"""A strict reader of the report's HTML: every element closed in order, ids and links gathered, text told apart."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = frozenset({"meta", "link", "input", "br"})


@dataclass
class Element:
    """An element: its name, its attributes, what is in it in order."""

    name: str
    attributes: dict[str, str | None]
    content: list[Element | str] = field(default_factory=list)

    @property
    def classes(self) -> list[str]:
        return (self.attributes.get("class") or "").split()

    def all(self) -> list[Element]:
        """This element and all elements in it, in document order."""
        found = [self]
        for part in self.content:
            if isinstance(part, Element):
                found.extend(part.all())
        return found

    def named(self, name: str) -> list[Element]:
        return [element for element in self.all() if element.name == name]

    def of_class(self, name: str) -> list[Element]:
        return [element for element in self.all() if name in element.classes]

    def text(self) -> str:
        """The text content, a line break as such."""
        if self.name == "br":
            return "\n"
        return "".join(part if isinstance(part, str) else part.text() for part in self.content)

    def page_words(self) -> str:
        """The text content that is the page's: without what the report put in, steering characters as they were."""
        if "data-desk" in self.attributes:
            return ""
        if "ctl" in self.classes:
            return chr(int(self.attributes["data-cp"] or "", 16))
        return "".join(part if isinstance(part, str) else part.page_words() for part in self.content)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", {})
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"<{tag}> repeats an attribute: {names}"
        element = Element(tag, dict(attrs))
        self._open[-1].content.append(element)
        if tag not in _VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open[-1].content.append(Element(tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self._open[-1].name == tag, f"</{tag}> closes <{self._open[-1].name}>"
        self._open.pop()

    def handle_data(self, data: str) -> None:
        self._open[-1].content.append(data)

    def finished(self) -> Element:
        self.close()
        assert len(self._open) == 1, f"<{self._open[-1].name}> is never closed"
        return self.root


def read_html(html: str) -> Element:
    """Read a page or a part of one; fail where elements do not nest."""
    reader = _Reader()
    reader.feed(html)
    return reader.finished()
