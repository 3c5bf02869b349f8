"""Taking facts in and back."""

from vitalfew_web.facts.services.cards import check_cards
from vitalfew_web.facts.services.checking import check, start_check
from vitalfew_web.facts.services.columns import suggest_columns, take_columns
from vitalfew_web.facts.services.committing import commit, commit_cards, start_commit
from vitalfew_web.facts.services.fetching import fetch, fetch_again, start_fetch, tables_of
from vitalfew_web.facts.services.local import import_files, write_sample
from vitalfew_web.facts.services.mending import (
    Rejected,
    forget_mends,
    mend_rows,
    rejected_rows,
)
from vitalfew_web.facts.services.pushing import Push, go_on, push_batch
from vitalfew_web.facts.services.undoing import discard_import, put_back, start_undo, undo_import
from vitalfew_web.facts.services.uploading import Upload, look_again, sweep, upload_files

__all__ = [
    "Push",
    "Rejected",
    "Upload",
    "check",
    "check_cards",
    "commit",
    "commit_cards",
    "discard_import",
    "fetch",
    "fetch_again",
    "forget_mends",
    "go_on",
    "import_files",
    "look_again",
    "mend_rows",
    "push_batch",
    "put_back",
    "rejected_rows",
    "start_check",
    "start_commit",
    "start_fetch",
    "start_undo",
    "suggest_columns",
    "sweep",
    "tables_of",
    "take_columns",
    "undo_import",
    "upload_files",
    "write_sample",
]
