"""One page with thousands of copies among pages that have few: one cluster, at a cost that grows with the pages.

    python -m benchmarks.hub --pages 20000 --verbatim 5000 --spun 5000

Each copy has all of the article of one original, to the letter or reworded by one of the machines.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import rustworkx

import copydesk
from benchmarks.press import Make, Press
from benchmarks.recipe import LIGHT, Recipe
from benchmarks.rows import write_rows
from benchmarks.scale import scale, table


def rows(recipe: Recipe, verbatim: int, spun: int) -> Iterator[dict[str, Any]]:
    """The pages of the recipe, then copies of its first original."""
    press = Press(recipe)
    pages = [press.page(number) for number in range(recipe.pages)]
    for page in pages:
        yield {"id": page.page_id, "site": page.site, "published": page.published, "text": page.text}
    hub = next(page for page in pages if page.make is Make.ORIGINAL)
    texts = [press.reprint(hub.number, machine) for machine in (None, *range(recipe.machines))]
    for number in range(verbatim + spun):
        text = texts[0] if number < verbatim else texts[1 + number % recipe.machines]
        site = f"copy{number:05d}.example"
        yield {"id": f"c{number:07d}", "site": site, "published": hub.published, "text": f"{text}\n\nFrom {site}"}


def clusters(case: Path) -> list[int]:
    """How many copies hang together by alignments, the most first."""
    with copydesk.Case.open(case) as opened:
        pages = {page.page_id: (page.record_id or "").startswith("c") for page in opened.table("pages")}
        number = {page_id: at for at, page_id in enumerate(pages)}
        graph: rustworkx.PyGraph[str, None] = rustworkx.PyGraph()
        graph.add_nodes_from(list(pages))
        links = [(number[row.a_page], number[row.b_page]) for row in opened.table("alignments")]
        graph.add_edges_from_no_data(links)
    copies = list(pages.values())
    sizes = (sum(copies[at] for at in component) for component in rustworkx.connected_components(graph))
    return sorted((size for size in sizes if size), reverse=True)


def main(argv: Sequence[str] | None = None) -> int:
    """Build from the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.hub", description="One page with thousands of copies")
    parser.add_argument("--pages", type=int, default=2_000, help="the other pages")
    parser.add_argument("--verbatim", type=int, default=500)
    parser.add_argument("--spun", type=int, default=500)
    args = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "pages.jsonl"
        write_rows(path, rows(replace(LIGHT, pages=args.pages), args.verbatim, args.spun))
        built = scale(path, Path(folder))
        found = Counter(clusters(Path(folder) / "case"))
    print(table([built]))
    sizes = ", ".join(f"{times} of {size}" for size, times in found.items())
    print(f"clusters that hold copies, by how many: {sizes}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
