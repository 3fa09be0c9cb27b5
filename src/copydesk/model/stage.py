"""A stage: a step of the way that needs the whole pile, or what the whole pile teaches."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from copydesk.model.lesson import Learning, taught
from copydesk.model.pile import Pile


@dataclass(frozen=True, slots=True)
class Stage:
    """It takes a pile and gives it back with more of its tables filled.

    Where it asks what the whole pile teaches, `run` is a generator of lessons, and the pile may be a part.
    """

    name: str
    run: Callable[[Pile], Pile | Learning[Pile]]

    def __call__(self, pile: Pile) -> Pile:
        """What the stage makes of a whole pile."""
        made = self.run(pile)
        return made if isinstance(made, Pile) else taught(made)
