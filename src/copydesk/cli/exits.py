"""The exit codes of the command line, read from the errors that have them."""

from __future__ import annotations

from copydesk import errors
from copydesk.cli.screen import BROKEN_PIPE, INTERRUPTED


def exit_codes() -> list[tuple[int, str]]:
    """Every exit code with its meaning, in ascending order."""
    meanings = {
        0: "Done.",
        2: "The command was called wrongly; the message says how.",
        INTERRUPTED: "Ctrl-C, or a build was told to end (SIGTERM); the case is as it was.",
        BROKEN_PIPE: "Whoever read the output stopped reading.",
    }
    for error in vars(errors).values():
        if isinstance(error, type) and issubclass(error, errors.CopydeskError):
            meanings.setdefault(error.exit_code, (error.__doc__ or "").strip().splitlines()[0])
    meanings[errors.CopydeskError.exit_code] = "Any other error."
    return sorted(meanings.items())
