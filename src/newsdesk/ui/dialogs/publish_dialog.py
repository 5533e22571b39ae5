"""Publishing a release, with everything that stands in its way or should be thought of."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import QDate, QLocale, QTime, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from newsdesk.domain.blanks import left_blank
from newsdesk.domain.embargo import Embargo
from newsdesk.domain.errors import ConfirmationKind, ConfirmationNeededError
from newsdesk.domain.newsroom import Newsroom
from newsdesk.domain.release import (
    ABSTRACT_LONGEST,
    HEADLINE_LONGEST,
    SLUGLINE_LONGEST,
    Release,
)
from newsdesk.ui.dialogs.column_page import wrapped
from newsdesk.ui.dialogs.fitted_dialog import FittedDialog
from newsdesk.ui.dialogs.icon_line import IconLine
from newsdesk.ui.dialogs.publish_guard import Guard, advised, guard_of, is_satisfied
from newsdesk.ui.messages import field_words, words
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.buttons import link_button, primary_button, secondary_button
from newsdesk.ui.widgets.labelled import caption
from newsdesk.ui.widgets.notice_bar import Tone

_WIDTH = 520
_BLANKS_SHOWN = 4
_INDENT = 24  # to where the texts of points begin
_LONGEST: Mapping[str, int] = {
    "headline": HEADLINE_LONGEST,
    "abstract": ABSTRACT_LONGEST,
    "slugline": SLUGLINE_LONGEST,
}


class PublishDialog(FittedDialog):
    """Says what will happen and what is missing or asked; show it with `open()`.

    Signals:
        publish_requested(frozenset): publish it; the kinds of questions that were said yes to.
        field_requested(str): the user wants to go to this field of the release.
    """

    publish_requested = Signal(object)
    field_requested = Signal(str)

    def __init__(
        self,
        release: Release,
        newsroom: Newsroom,
        now: datetime,
        icons: Icons,
        required: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        """`required` are the fields that the template of the release asks for."""
        super().__init__(width=_WIDTH, parent=parent)
        self.setObjectName("publish_dialog")
        self.setWindowTitle(self.tr("Publish"))
        self._release = release
        self._blanks = left_blank(release, required)
        self._newsroom = newsroom
        self._now = now
        self._icons = icons
        self._boxes: dict[ConfirmationKind, QCheckBox] = {}
        self._cancel = secondary_button(self.tr("Cancel"))
        self._publish = primary_button(self.tr("&Publish"))
        self._arrange()
        self._publish.setDefault(True)
        self._publish.clicked.connect(self._on_publish)
        self._cancel.clicked.connect(self.reject)
        self._check()
        self._begin_at().setFocus()

    @property
    def confirmed(self) -> frozenset[ConfirmationKind]:
        return frozenset(kind for kind, box in self._boxes.items() if box.isChecked())

    # What is shown --------------------------------------------------------------------------

    def _arrange(self) -> None:
        headline = self._release.headline.strip() or self.tr("A release without a headline")
        self.column.addWidget(wrapped(headline, "title"))
        guard = guard_of(self._release, self._newsroom, self._now)
        if guard.refusal is None:
            self.column.addWidget(wrapped(self._what_happens()))
        self.column.addSpacing(10)
        self._add_points(guard)
        if guard.refusal is None:
            self.column.addSpacing(10)
            fixed = self.tr("Once it is published its text stays as it is. It can be recalled.")
            self.column.addWidget(caption(fixed))
        self.column.addStretch(1)
        self.foot.addWidget(self._cancel)
        self.foot.addStretch(1)
        self.foot.addWidget(self._publish)

    def _add_points(self, guard: Guard) -> None:
        if guard.refusal is not None:
            message = words(guard.refusal)
            self._add(IconLine(f"{message.title}. {message.text}", Tone.ERROR, self._icons))
        for field in guard.missing:
            self._add_field(field, self._missing(field), Tone.ERROR)
        is_left_blank = bool(self._blanks) and not guard.missing and guard.refusal is None
        if is_left_blank and ConfirmationKind.BLANKS not in guard.asked:
            self._add_question(ConfirmationKind.BLANKS)
        for kind in guard.asked:
            self._add_question(kind)
        for field in advised(self._release):
            self._add_field(field, self._advice(field), Tone.INFO)
        if guard.refusal is None and not guard.missing:
            self._add(IconLine(self.tr("Headline and text are there."), Tone.DONE, self._icons))

    def _add(self, line: QWidget) -> None:
        self.column.addWidget(line)
        self.column.addSpacing(2)

    def _add_field(self, field: str, text: str, tone: Tone) -> None:
        go = link_button(self.tr("Go there"))
        go.setAutoDefault(True)
        go.setAccessibleName(self.tr("Go there: {0}").format(field_words(field)))
        go.clicked.connect(partial(self._on_go, field))
        self._add(IconLine(text, tone, self._icons, end=go))

    def _add_question(self, kind: ConfirmationKind) -> None:
        message = words(ConfirmationNeededError(kind))
        said = f"{message.title}."
        if kind is ConfirmationKind.BLANKS:
            said = self._not_filled_in()
        self._add(IconLine(said, Tone.WARNING, self._icons))
        box = QCheckBox(self._answer(kind))
        box.setObjectName(f"confirm_{kind.value}")
        box.toggled.connect(self._check)
        self._boxes[kind] = box
        indented = QHBoxLayout()
        indented.setContentsMargins(0, 0, 0, 4)
        indented.setSpacing(0)
        indented.addSpacing(_INDENT)
        indented.addWidget(box)
        indented.addStretch(1)
        self.column.addLayout(indented)

    def _answer(self, kind: ConfirmationKind) -> str:
        match kind:
            case ConfirmationKind.EMBARGO_PASSED:
                return self.tr("Publish it although its embargo is over")
            case ConfirmationKind.BLANKS:
                return self.tr("Publish it with its blanks")
            case ConfirmationKind.HOLD:
                return self.tr("End the hold and publish it")

    def _not_filled_in(self) -> str:
        shown = [
            one if one.startswith("{{") else field_words(one)
            for one in self._blanks[:_BLANKS_SHOWN]
        ]
        more = len(self._blanks) - len(shown)
        said = self.tr("Not filled in yet: {0}.").format(", ".join(shown))
        return f"{said} {self.tr('And %Ln more.', '', more)}" if more else said

    def _what_happens(self) -> str:
        said: list[str] = []
        if dateline := self._dateline():
            said.append(self.tr("It opens with “{0}”.").format(dateline))
        embargo = self._release.embargo
        if embargo is not None and embargo.is_running(self._now):
            said.append(
                self.tr("Under embargo until {0}; every copy says so.").format(self._end(embargo))
            )
        else:
            said.append(self.tr("Everybody may use it at once."))
        return " ".join(said)

    def _end(self, embargo: Embargo) -> str:
        local, locale = embargo.until_local, QLocale()
        date = QDate(local.year, local.month, local.day)
        return self.tr("{time} on {day}, {city} time").format(
            time=locale.toString(QTime(local.hour, local.minute), "HH:mm"),
            day=locale.toString(date, QLocale.FormatType.LongFormat),
            city=embargo.city_label,
        )

    def _dateline(self) -> str:
        from newsdesk.rendering.dateline import dateline_words  # noqa: PLC0415 - heavy: Babel

        return dateline_words(
            self._release.dateline,
            headline=self._release.headline,
            language=self._release.language,
            newsroom=self._newsroom,
        )

    def _missing(self, field: str) -> str:
        name = field_words(field)
        if (getattr(self._release, field) or "").strip():
            told = self.tr("The {0} is longer than {1} characters.")
            return told.format(name, self.locale().toString(_LONGEST[field]))
        return self.tr("The {0} is missing.").format(name)

    def _advice(self, field: str) -> str:
        if field == "dateline":
            return self.tr("It has no dateline: nothing says where it comes from.")
        return self.tr("It has no contact that is printed: nobody can ask you.")

    def _begin_at(self) -> QWidget:
        """Return where the focus goes first: the first question, else the button."""
        return next(iter(self._boxes.values()), None) or (
            self._publish if self._publish.isEnabled() else self._cancel
        )

    # Doing ----------------------------------------------------------------------------------

    @Slot()
    def _check(self) -> None:
        confirmed = self.confirmed
        self._publish.setEnabled(
            is_satisfied(self._release, self._newsroom, self._now, confirmed)
            and (not self._blanks or ConfirmationKind.BLANKS in confirmed)
        )

    def _on_go(self, field: str, _is_checked: bool = False) -> None:
        self.reject()
        self.field_requested.emit(field)

    @Slot()
    def _on_publish(self) -> None:
        confirmed = self.confirmed
        self.accept()
        self.publish_requested.emit(confirmed)
