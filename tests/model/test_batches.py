"""Pages some at a time."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from copydesk.model.batches import batches
from copydesk.model.page import Page


def _page(size: int) -> Page:
    return Page(
        page_id="p",
        source="p.txt",
        record_id=None,
        url=None,
        site=None,
        title=None,
        byline=None,
        dateline=None,
        language=None,
        published=None,
        published_basis=None,
        published_confidence=None,
        retrieved=None,
        wording=None,
        wording_confidence=None,
        origin_ids=(),
        n_words=0,
        sha256="",
        text="x" * size,
    )


@given(st.lists(st.integers(0, 12), max_size=12), st.integers(1, 20))
def test_batches_are_as_large_as_they_may_be(sizes: list[int], most: int) -> None:
    """All pages come in their order; no batch of several is too large, and none could take the page behind it."""
    pages = [_page(size) for size in sizes]
    found = list(batches(pages, most))
    assert [page for batch in found for page in batch] == pages
    full = [sum(len(page.text) for page in batch) for batch in found]
    assert all(size <= most or len(batch) == 1 for size, batch in zip(full, found, strict=True))
    assert all(size + len(after[0].text) > most for size, after in zip(full, found[1:], strict=False))
