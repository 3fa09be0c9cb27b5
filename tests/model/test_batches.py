"""Pages some at a time."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from copydesk.model.batches import batches
from tests.actors.pages import page


@given(st.lists(st.integers(0, 12), max_size=12), st.integers(1, 20))
def test_batches_are_as_large_as_they_may_be(sizes: list[int], most: int) -> None:
    """All pages come in their order; no batch of several is too large, and none could take the page behind it."""
    pages = [page("p", "x" * size) for size in sizes]
    found = list(batches(pages, most))
    assert [one for batch in found for one in batch] == pages
    full = [sum(len(one.text) for one in batch) for batch in found]
    assert all(size <= most or len(batch) == 1 for size, batch in zip(full, found, strict=True))
    assert all(size + len(after[0].text) > most for size, after in zip(full, found[1:], strict=False))
