"""Make the pages of the bundled pile and its truth from `sources/`.

    python make_pile.py [--out DIR]

writes DIR/pages, DIR/broken and DIR/truth.json (DIR: the folder of this script). The same sources give the same
bytes. Needs the standard library only. See README.md for what is in the pile.
"""

from __future__ import annotations

import argparse
import gzip
import json
import tomllib
from pathlib import Path
from typing import Any

from pilemaker.broken import broken_files
from pilemaker.pairs import pairs_truth
from pilemaker.spinner import read_dialect
from pilemaker.template import MadePage, make_page
from pilemaker.texts import Text, read_texts
from pilemaker.truth import page_truth

HERE = Path(__file__).resolve().parent
SOURCES = HERE / "sources"
CAREFUL = {"dialect_1": False, "dialect_2": True}
_OPEN_LEVELS = 4
_RECORD_COLUMNS = ("url", "site", "title", "byline", "language", "published", "retrieved")


def read_pages(texts: dict[str, Text]) -> list[MadePage]:
    """Every page of the pile, in the order of its template's name."""
    dialects = {
        name: read_dialect(SOURCES / "spinners" / f"{name}.tsv", careful) for name, careful in CAREFUL.items()
    }
    return [make_page(path, texts, dialects) for path in sorted((SOURCES / "pages").glob("*.page"))]


def file_bytes(pages: list[MadePage]) -> bytes:
    """The content of one file, from the one page or the several records in it; not yet packed."""
    if pages[0].head.get("record_id"):
        return "".join(json.dumps(_record(page), ensure_ascii=False) + "\n" for page in pages).encode()
    return pages[0].content.encode(pages[0].head.get("encoding", "utf-8"))


def _record(page: MadePage) -> dict[str, Any]:
    row = {"id": page.head["record_id"]}
    row |= {key: page.head["record"][key] for key in _RECORD_COLUMNS if key in page.head["record"]}
    return row | {"text": page.content}


def write_pages(pages: list[MadePage], out: Path) -> None:
    """Write the files. A packed one is written anew only where what it holds has changed: packers differ."""
    out.mkdir(parents=True, exist_ok=True)
    files: dict[str, list[MadePage]] = {}
    for page in pages:
        files.setdefault(page.head["file"], []).append(page)
    for name, of_file in files.items():
        path, content = out / name, file_bytes(of_file)
        if path.suffix != ".gz":
            path.write_bytes(content)
        elif not path.exists() or gzip.decompress(path.read_bytes()) != content:
            path.write_bytes(gzip.compress(content, mtime=0))


def write_broken(out: Path) -> None:
    """Write the broken inputs."""
    out.mkdir(parents=True, exist_ok=True)
    for name, content in broken_files().items():
        (out / name).write_bytes(content)


def make_truth(pages: list[MadePage], texts: dict[str, Text]) -> dict[str, Any]:
    """All that is true of the pile, as one JSON value."""
    facts = tomllib.loads((SOURCES / "facts.toml").read_text(encoding="utf-8"))
    stories = facts["stories"]
    for story in stories:
        story["pages"] = sorted(page.key for page in pages if page.head["story"] == story["key"])
    for quotation in facts["quotations"]:
        quotation["units"] = sorted(
            {
                f"{text.family}:{key}"
                for text in texts.values()
                for key, unit in text.units.items()
                if any(part in unit for part in quotation["parts"])
            }
        )
    return {
        "note": facts["note"],
        "origins": facts["origins"],
        "stories": stories,
        "quotations": facts["quotations"],
        "traps": facts["traps"],
        "pages": {page.key: page_truth(page, texts) for page in sorted(pages, key=lambda page: page.key)},
        "pairs": pairs_truth(pages, texts),
        "broken": facts["broken"],
    }


def dump(value: Any, depth: int = 0) -> str:
    """JSON with a line for every row of a table inside a page, pair or story, so that changes can be read."""
    if depth == _OPEN_LEVELS or not value or not isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False, default=str)
    inner = "\n" + " " * (depth + 1)
    if isinstance(value, dict):
        parts = [f"{json.dumps(key, ensure_ascii=False)}: {dump(item, depth + 1)}" for key, item in value.items()]
        return "{" + inner + f",{inner}".join(parts) + inner[:-1] + "}"
    return "[" + inner + f",{inner}".join(dump(item, depth + 1) for item in value) + inner[:-1] + "]"


def main() -> None:
    """Write pages and truth."""
    parser = argparse.ArgumentParser(description="Make the bundled pile and its truth.")
    parser.add_argument("--out", type=Path, default=HERE, help="folder for pages/ and truth.json")
    out: Path = parser.parse_args().out
    texts = read_texts(SOURCES / "texts")
    pages = read_pages(texts)
    write_pages(pages, out / "pages")
    write_broken(out / "broken")
    truth = dump(make_truth(pages, texts)) + "\n"
    (out / "truth.json").write_bytes(truth.encode())


if __name__ == "__main__":
    main()
