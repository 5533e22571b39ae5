"""Taking a release along the workflow; what may happen is decided in `domain/workflow.py`."""

from contextlib import suppress
from typing import TYPE_CHECKING

from newsdesk.domain.blanks import left_blank
from newsdesk.domain.changes import Changes
from newsdesk.domain.errors import ConfirmationKind, ConfirmationNeededError, NotFoundError
from newsdesk.domain.release import Release
from newsdesk.domain.revision import Reason
from newsdesk.domain.workflow import Action, Step
from newsdesk.services.audit import record
from newsdesk.services.keeping import keep
from newsdesk.services.workplace import Workplace

if TYPE_CHECKING:
    from newsdesk.storage.database import UnitOfWork


class WorkflowService:
    """One step, one transaction: the release, its revision and the record of it, or nothing."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    def take(
        self,
        key: str,
        action: Action,
        *,
        reason: str = "",
        confirmed: frozenset[ConfirmationKind] = frozenset(),
    ) -> tuple[Release, Changes]:
        """Move a release along; raise what `Release.after` raises, with nothing recorded."""
        with self._workplace.database.transaction() as work:
            saved = take_step(
                work, self._workplace, key, action, reason=reason, confirmed=confirmed
            )
        return saved, Changes.of(releases={saved.id})


def take_step(
    work: "UnitOfWork",
    workplace: Workplace,
    key: str,
    action: Action,
    *,
    reason: str = "",
    confirmed: frozenset[ConfirmationKind] = frozenset(),
) -> Release:
    """Take a step within a transaction, as `WorkflowService.take` does."""
    step = Step(
        action=action, at=workplace.now(), by=workplace.author, reason=reason, confirmed=confirmed
    )
    before = work.releases.get(work.releases.by_key(key), verified=True)
    _check_required(work, before, step)
    after = before.after(step, approval_steps=work.newsroom.get().has_approval_steps)
    saved = keep(work, after, _reason(action), workplace)
    record(work, workplace, saved.id, action, before=before, after=saved, reason=reason)
    return saved


def _check_required(work: "UnitOfWork", release: Release, step: Step) -> None:
    """Ask before a release is published without what its template asks for."""
    if step.action is not Action.PUBLISH or release.template_id is None:
        return
    with suppress(NotFoundError):  # it came from another desk
        required = work.templates.get(release.template_id).required_fields
        missing = left_blank(release, required)
        if missing and ConfirmationKind.BLANKS not in step.confirmed:
            raise ConfirmationNeededError(ConfirmationKind.BLANKS, missing)


def _reason(action: Action) -> Reason:
    return Reason(action.value) if action.value in set(Reason) else Reason.STEP
