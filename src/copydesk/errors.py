"""Every error that copydesk raises on purpose: few, named, coded, and each says what to do next."""

from __future__ import annotations


class CopydeskError(Exception):
    """Base of all errors meant for the user.

    `code` is stable and machine-readable; `exit_code` is what the command line returns.
    """

    code = "error"
    exit_code = 1


class NothingToReadError(CopydeskError):
    """No page could be read from any of the given paths."""

    code = "nothing_to_read"
    exit_code = 3


class NotACaseError(CopydeskError):
    """The folder given as a case is something else, so it is not touched."""

    code = "not_a_case"
    exit_code = 4


class CaseBusyError(CopydeskError):
    """A build is writing this case: another one, or the first, before which there is nothing to read."""

    code = "case_busy"
    exit_code = 5


class NotFoundError(CopydeskError):
    """A page, story, passage or table that was asked for is not in the case."""

    code = "not_found"
    exit_code = 6


class AmbiguousError(NotFoundError):
    """What was asked for is in the case several times; the message lists them."""

    code = "ambiguous"


class OutputError(CopydeskError):
    """A file or folder could not be written."""

    code = "output"
    exit_code = 7


class MissingExtraError(CopydeskError):
    """An optional library is needed; the message names the exact pip line."""

    code = "missing_extra"
    exit_code = 8


class RejectedInputsError(CopydeskError):
    """Some inputs were rejected and the caller asked for `strict`."""

    code = "rejected_inputs"
    exit_code = 9


class DamagedCaseError(CopydeskError):
    """A check found rows of the case that break its promises."""

    code = "damaged_case"
    exit_code = 10
