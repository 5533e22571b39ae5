"""Until when the open release is not to be published."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from newsdesk.domain.changes import Changes
from newsdesk.domain.embargo import Embargo, zone
from newsdesk.domain.errors import EmbargoError, NewsdeskError
from newsdesk.domain.newsroom import Newsroom
from newsdesk.domain.place import Place
from newsdesk.domain.release import Release
from newsdesk.domain.workflow import PubStatus
from newsdesk.ui.inspector.embargo_form import EmbargoForm
from newsdesk.ui.inspector.embargo_lifting import EmbargoLifting, LiftingStep
from newsdesk.ui.inspector.embargo_times import (
    ClockFace,
    clock_lines,
    day_in_words,
    next_tick_ms,
    offset_in_words,
    time_left,
    time_of_day,
)
from newsdesk.ui.inspector.form_section import FormSection
from newsdesk.ui.inspector.place_lookup import city_of
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.lifetime import Lifetime
from newsdesk.ui.session import ReleaseSession
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.timers import single_shot
from newsdesk.ui.widgets.labelled import caption

if TYPE_CHECKING:
    from newsdesk.services.desk import Desk

_FIRST_MINUTE = time(0, 1)


class EmbargoSection(FormSection):
    """A switch, the fields of an embargo, and what its end is on other clocks.

    A time that cannot be is refused in words, and what held before still holds. Once the release is
    published the embargo can only be lifted or shortened, and that is stored at once.
    """

    def __init__(
        self,
        session: ReleaseSession,
        store: Store,
        icons: Icons,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        switch = QCheckBox()
        super().__init__(
            self.tr("Embargo"),
            session,
            icons,
            shows=frozenset({"embargo", "state", "language"}),
            corner=switch,
            parent=parent,
        )
        self.setObjectName("embargo_section")
        self._store = store
        self._lifetime = Lifetime(self)
        self._now = now
        self._newsroom = Newsroom()
        self._clocks: list[ClockFace] = []
        self._is_asked = False  # it is switched on, and no time was taken yet
        self._switch = switch
        self._switch.setObjectName("embargo_switch")
        self._switch.setProperty("kind", "switch")
        self._switch.setAccessibleName(self.tr("Under embargo"))
        self._none = caption(self.tr("Free to use as soon as it is published."))
        self._form = EmbargoForm(store, icons, self._today)
        self._lifting = EmbargoLifting()
        for part in (self._none, self._form, self._lifting):
            self.body.addWidget(part)
        self._tick = single_shot(self, self._show_all)
        store.opened.connect(self._show_all)
        self._switch.clicked.connect(self._on_switched)
        self._form.embargo_edited.connect(self._on_edited)
        self._form.embargo_typed.connect(self._on_typed)
        self._lifting.lift_requested.connect(self._on_lift)
        self._lifting.shortening_requested.connect(self._on_shorten)
        self._lifting.step_edited.connect(self._on_lifting_step)
        self._show_parts(None)

    def set_newsroom(self, newsroom: Newsroom) -> None:
        """Show the end on the clocks of this house and of its seats."""
        self._newsroom = newsroom
        self._clocks = [ClockFace(city_of(newsroom.tz), newsroom.tz)]
        seats = newsroom.seats

        def work(desk: "Desk") -> list[Place]:
            return desk.places.chosen(seats)

        self._store.read(work, self._lifetime.guard(self._on_seats))
        self._show_all()

    def focus_field(self, name: str) -> bool:
        """Go to the field `name`, `embargo` for the first; False if it is not in this section."""
        part = name.partition(".")[2]
        field = self._form.field(part) if name.startswith("embargo.") else None
        if name == "embargo" or (field is not None and self._form.isHidden()):
            is_open = self._form.isEnabled() and not self._form.isHidden()
            field = self._form.first_field if is_open else self._switch
        if field is not None:
            field.setFocus()
        return field is not None

    # Showing --------------------------------------------------------------------------------

    def show_release(self, release: Release) -> None:
        self._form.set_language(release.language)
        if release.embargo is not None:
            self._is_asked = False
            if self._lifting.step is not LiftingStep.SHORTENING:
                self._form.show_embargo(release.embargo)
                self._form.accept()
        self._show_parts(release)

    def show_editable(self, is_editable: bool) -> None:
        self._switch.setEnabled(is_editable)
        self._show_parts(self._session.release)

    def drop_typing(self) -> None:
        self._is_asked = False
        self._form.drop_typing()
        self._form.accept()
        self._lifting.start_over()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self._show_all()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        self._tick.stop()
        super().hideEvent(event)

    @Slot()
    def _show_all(self) -> None:
        self._show_parts(self._session.release)

    def _show_parts(self, release: Release | None) -> None:
        """Show of the section what there is to see of this release."""
        embargo = release.embargo if release is not None else None
        is_on = embargo is not None or self._is_asked
        can_be_lifted = release is not None and self._can_be_lifted(release)
        if not can_be_lifted:
            self._lifting.start_over()
        self._switch.setChecked(is_on)
        self._switch.setText(self._switch_words(embargo) if is_on else self.tr("Off"))
        self._none.setVisible(not is_on)
        self._form.setVisible(is_on)
        is_shortening = self._lifting.step is LiftingStep.SHORTENING
        self._form.setEnabled(self._session.is_editable or is_shortening)
        self._lifting.setVisible(can_be_lifted)
        self._show_end(embargo)

    def _switch_words(self, embargo: Embargo | None) -> str:
        if embargo is None or embargo.is_running(self._now()):
            return self.tr("On")
        return self.tr("Lifted") if embargo.lifted_at is not None else self.tr("Over")

    def _can_be_lifted(self, release: Release) -> bool:
        return (
            release.pubstatus is PubStatus.USABLE
            and release.is_embargoed(self._now())
            and self._store.is_writable
        )

    def _show_end(self, embargo: Embargo | None) -> None:
        self._tick.stop()
        if embargo is None:
            self._form.show_end("", ())
            return
        now, until = self._now(), embargo.until_utc
        lines = clock_lines(until, self._clocks, QLocale(), without=embargo.tz)
        if embargo.lifted_at is not None:
            lifted = embargo.lifted_at.astimezone(zone(embargo.tz))
            told = self.tr("Lifted on {day} at {time}").format(
                day=day_in_words(lifted, QLocale()), time=time_of_day(lifted, QLocale())
            )
        else:
            told = time_left(until, now)
            wait = next_tick_ms(until, now)
            if wait and self.isVisible():
                self._tick.start(wait)
        local = self.tr("local time ({offset})").format(offset=offset_in_words(embargo.local_until))
        self._form.show_end(f"{told} · {local}", lines)

    def _on_seats(self, places: list[Place]) -> None:
        own = ClockFace(city_of(self._newsroom.tz), self._newsroom.tz)
        seats = [ClockFace(place.name("en"), place.tz) for place in places]
        named = next((seat for seat in seats if seat.tz == own.tz), own)  # as the house calls it
        self._clocks = [named, *seats]
        self._show_all()

    def _today(self) -> date:
        return self._local_now(self._newsroom.tz).date()

    def _local_now(self, tz: str) -> datetime:
        try:
            return self._now().astimezone(zone(tz))
        except EmbargoError:
            return self._now()

    # Writing in a draft ---------------------------------------------------------------------

    @Slot(bool)
    def _on_switched(self, is_on: bool) -> None:
        if not is_on:
            self._is_asked = False
            self._form.drop_typing()
            self._session.edit(self.tr("Take the embargo away"), embargo=None)
            self._show_all()
            return
        self.set_open(True)
        self._is_asked = True
        tomorrow = self._today() + timedelta(days=1)
        self._form.propose(datetime.combine(tomorrow, _FIRST_MINUTE), self._newsroom.tz)
        self._take(self.tr("Set an embargo"), is_typing=False)
        self._show_all()
        self._form.first_field.setFocus()

    @Slot()
    def _on_edited(self) -> None:
        self._take(self.tr("Change the embargo"), is_typing=False)

    @Slot()
    def _on_typed(self) -> None:
        self._take(self.tr("Change the words of the embargo"), is_typing=True)

    def _take(self, what: str, *, is_typing: bool) -> None:
        """Write what the fields say, or say why not."""
        embargo = self._checked_embargo()
        if embargo is not None and self._session.is_editable:
            self._session.edit(what, is_typing=is_typing, embargo=embargo)

    def _checked_embargo(self) -> Embargo | None:
        """Return the embargo in the fields if this release may have it; refuse it if not."""
        release = self._session.release
        if release is None:
            return None
        try:
            embargo = self._form.embargo()
            release.with_embargo(embargo, at=self._now(), by="")
        except NewsdeskError as error:
            self._form.refuse(error)
            return None
        self._form.accept()
        return embargo

    # Lifting and shortening what is published -----------------------------------------------

    @Slot()
    def _on_lifting_step(self) -> None:
        release = self._session.release
        if release is not None and release.embargo is not None:
            if self._lifting.step is LiftingStep.OFFERED:  # back: the fields as they were
                self._form.drop_typing()
                self._form.show_embargo(release.embargo)
                self._form.accept()
            self._show_parts(release)
            if self._lifting.step is LiftingStep.SHORTENING:
                self._form.first_field.setFocus()

    @Slot()
    def _on_lift(self) -> None:
        self._store_embargo(None)

    @Slot()
    def _on_shorten(self) -> None:
        embargo = self._checked_embargo()
        if embargo is not None:
            self._store_embargo(embargo)

    def _store_embargo(self, embargo: Embargo | None) -> None:
        release = self._session.release
        if release is None:
            return
        key = str(release.id)

        def work(desk: "Desk") -> tuple[Release, Changes]:
            return desk.releases.set_embargo(key, embargo)

        self._lifting.set_busy(True)
        guard = self._lifetime.guard
        self._store.change(work, guard(self._on_stored), guard(self._on_refused))

    def _on_stored(self, release: Release) -> None:
        self._lifting.set_busy(False)
        self._lifting.start_over()
        self._session.replace_stored(release)

    def _on_refused(self, error: NewsdeskError) -> None:
        self._lifting.set_busy(False)
        self._form.refuse(error)
