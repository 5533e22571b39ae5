from dataclasses import replace

import pytest

from newsdesk.domain.revision import Reason, digest, snapshot
from tests.domain.test_release import DRAFT, NOW


def test_the_desks_own_marks_do_not_change_the_hash() -> None:
    marked = replace(DRAFT, version=9, current_revision=4, starred=True, locked_by="noor")
    assert digest(snapshot(marked)) == digest(snapshot(DRAFT))


def test_one_comma_changes_the_hash() -> None:
    changed = DRAFT.edited(NOW, body_md=DRAFT.body_md.replace("opened", ",opened"))
    assert digest(snapshot(changed)) != digest(snapshot(DRAFT))


@pytest.mark.parametrize("reason", Reason)
def test_only_autosaves_may_be_thinned(reason: Reason) -> None:
    assert reason.is_permanent == (reason != "autosave")
