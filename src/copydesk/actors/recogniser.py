"""A spaCy model that the user names, as a finder of names in running text."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import Any

from copydesk.errors import MissingExtraError

MOST_CHARACTERS = 100_000
"""Code points of a page that a model reads, twenty times a common article; spaCy holds a gigabyte for so many."""

_NOT_NEEDED = ("parser", "tagger", "morphologizer", "lemmatizer", "attribute_ruler", "senter", "textcat")
"""Components of the usual models that find no names; left out, unless rules of the model may lean on them."""
_RULERS = frozenset({"entity_ruler", "span_ruler"})


class NameKind(StrEnum):
    """What a name is of, as models label it; the value is the label of the English models."""

    PERSON = "PERSON"
    ORGANISATION = "ORG"
    PLACE = "GPE"


_KINDS = {kind.value: kind for kind in NameKind} | {"PER": NameKind.PERSON}
"""The labels that are read: models of other languages write `PER`. `LOC`, `NORP` and the rest name no actor."""


@dataclass(frozen=True, slots=True)
class FoundName:
    """A name that the model finds: code points into the text that it was given."""

    begin: int
    end: int
    kind: NameKind


class NameModel:
    """A loaded model. Texts are read one at a time, so that what is found in one hangs on no other.

    `identity` names the model, its version and its files: two models of one identity find the same. `language` is
    ISO 639-1, null for a model of any language.
    """

    def __init__(self, pipeline: Any, name: str) -> None:
        """Wrap a spaCy pipeline that was loaded by `name`, a package or a folder."""
        meta = pipeline.meta
        self._pipeline = pipeline
        self.name = str(Path(name).resolve()) if Path(name).is_dir() else name
        self.language: str | None = None if pipeline.lang == "xx" else str(pipeline.lang)
        self.identity = f"{meta['lang']}_{meta['name']} {meta['version']} {_digest(Path(pipeline.path))}"

    def find(self, text: str) -> list[FoundName]:
        """The names in a text, in order; of a text of more than `MOST_CHARACTERS` those in its beginning."""
        return [
            FoundName(found.start_char, found.end_char, _KINDS[found.label_])
            for found in self._pipeline(text[:MOST_CHARACTERS]).ents
            if found.label_ in _KINDS
        ]


def load_model(name: str) -> NameModel:
    """Load a model by the name of its package or its folder.

    Raises:
        MissingExtraError: spaCy or the model is not installed, does not fit, or finds no names.
    """
    try:
        spacy = importlib.import_module("spacy")
    except ImportError as error:
        raise MissingExtraError(
            f"Names by the spaCy model {name!r} need spaCy, which is not installed. "
            "Run: pip install 'copydesk[spacy]'"
        ) from error
    try:
        pipeline = spacy.load(name)
    except OSError as error:  # spaCy's E050 and E053, and files that can't be read
        raise MissingExtraError(_not_there(name)) from error
    except (ValueError, TypeError, KeyError, ImportError, AttributeError) as error:  # settings of another spaCy
        raise MissingExtraError(
            f"The spaCy model {name!r} does not load with spaCy {spacy.__version__}: {str(error)[:200]}. "
            f"Run: python -m spacy download {name}"
        ) from error
    parts = [pipeline.get_pipe_meta(pipe) for pipe in pipeline.pipe_names]
    rules = any(part.factory in _RULERS for part in parts)
    if not rules and not any("doc.ents" in part.assigns for part in parts):
        raise MissingExtraError(
            f"The spaCy model {name!r} finds no names: it has {', '.join(pipeline.pipe_names) or 'nothing'} and no "
            "ner, entity_ruler or span_ruler. Name another model, such as en_core_web_sm."
        )
    if not rules:
        pipeline.disable_pipes(*(pipe for pipe in _NOT_NEEDED if pipe in pipeline.pipe_names))
    return NameModel(pipeline, name)


def _not_there(name: str) -> str:
    if Path(name).exists() or "/" in name or "\\" in name:
        return f"{name} is no folder of a spaCy model: there is no config.cfg and meta.json that can be read in it."
    return (
        f"The spaCy model {name!r} is not installed. Run: python -m spacy download {name} (it fetches the model and "
        "calls pip), or pip install the wheel of the model, or give the folder of a model."
    )


def _digest(folder: Path) -> str:
    """A hash over the files of a model, for models are trained anew under one name."""
    found = sha256()
    for file in sorted(path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts):
        found.update(file.relative_to(folder).as_posix().encode() + b"\0")
        with file.open("rb") as stream:
            found.update(sha256(stream.read()).digest())
    return found.hexdigest()[:16]
