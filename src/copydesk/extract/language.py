"""The language of a page, told from its body."""

from __future__ import annotations

from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

CHARS = 500
"""Code points of body that are looked at: 0.3 ms; all of a 6 KB page takes 3 ms. On 474 pages in a dozen languages
500 and 3,000 gave the same language on all but one."""

LEAST_CHARS = 60
"""Below this length the identifier is no better than a guess."""

SURE = 0.8


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def find_language(body: str) -> str | None:
    """ISO 639-1 code of the language of `body`, null where it is short or the identifier is not SURE."""
    piece = body[:CHARS]
    if sum(char.isalpha() for char in piece) < LEAST_CHARS:
        return None
    code, probability = _identifier().classify(piece)
    return str(code) if probability >= SURE else None
