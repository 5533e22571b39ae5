"""The standing paragraphs that a release prints below its text."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from newsdesk.domain.boilerplate import Boilerplate, BoilerplateKind, ReleaseBoilerplate
from newsdesk.domain.changes import Changes, Subject
from newsdesk.domain.release import Release
from newsdesk.ui.boilerplate_words import boilerplate_kind_name, menu_text
from newsdesk.ui.changes import ChangeHub
from newsdesk.ui.inspector.boilerplate_row import BoilerplateRow
from newsdesk.ui.inspector.form_section import FormSection
from newsdesk.ui.inspector.row_list import RowList, moved
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.session import ReleaseSession
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.buttons import icon_button
from newsdesk.ui.widgets.labelled import caption

_KINDS = list(BoilerplateKind)
_NAMES = frozenset({"boilerplate", "boilerplates", "notes"})
Texts = tuple[Boilerplate, ...]


class BoilerplateSection(FormSection):
    """About us, notes to editors and the like, as this release has them."""

    def __init__(
        self,
        session: ReleaseSession,
        store: Store,
        hub: ChangeHub,
        icons: Icons,
        parent: QWidget | None = None,
    ) -> None:
        self._add = icon_button(icons, "add", self.tr("Add a standing paragraph"))
        super().__init__(
            self.tr("Boilerplate"),
            session,
            icons,
            shows=frozenset({"boilerplates", "language"}),
            corner=self._add,
            parent=parent,
        )
        self.setObjectName("boilerplate_section")
        self._store = store
        self._icons = icons
        self._texts: Texts = ()  # all that the newsroom has
        self._of_today: Texts = ()  # the newest first
        self._open: set[object] = set()
        self.body.setContentsMargins(2, 4, 4, 14)
        self._rows = RowList(self._made_row)
        self._nothing = caption(self.tr("No standing paragraph yet, such as one about us."))
        self._nothing.setContentsMargins(6, 0, 0, 0)
        self.body.addWidget(self._rows)
        self.body.addWidget(self._nothing)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill_menu)
        self._add.setMenu(self._menu)
        self._add.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._rows.move_edited.connect(self._on_move_edited)
        self._rows.removal_edited.connect(self._on_removal_edited)
        hub.changed.connect(self._on_stored)
        store.opened.connect(self._read_texts)
        if store.is_readable:
            self._read_texts()
        self.show_session()

    def focus_field(self, name: str) -> bool:
        """Go to the first paragraph, or to the button that adds one."""
        if name not in _NAMES:
            return False
        self.set_open(is_open=True)
        if self._rows.rows:
            self._rows.focus_row(0)
        else:
            self._add.setFocus()
        return True

    # Showing --------------------------------------------------------------------------------

    def show_release(self, release: Release) -> None:
        self._rows.set_count(len(release.boilerplates))
        for place, (row, text) in enumerate(
            zip(self._rows.rows, release.boilerplates, strict=True)
        ):
            row.set_boilerplate(
                text,
                origin=self._origin_of(text),
                offered=self._offered(text.kind, release.language),
                language=release.language,
                is_editable=self._session.is_editable,
            )
            is_open = _key(release.boilerplates, place) in self._open
            if is_open != row.is_open():
                row.set_open(is_open)
        self._nothing.setVisible(not release.boilerplates)

    def show_editable(self, is_editable: bool) -> None:
        self._add.setEnabled(is_editable)
        if (release := self._session.release) is not None:
            self.show_release(release)

    def drop_typing(self) -> None:
        self._open.clear()

    def _made_row(self) -> BoilerplateRow:
        row = BoilerplateRow(self._icons)
        row.fold_edited.connect(partial(self._on_fold_edited, row))
        row.text_edited.connect(partial(self._on_text_edited, row))
        row.text_chosen.connect(partial(self._on_text_chosen, row))
        row.keeping_requested.connect(partial(self._on_keeping_requested, row))
        row.language_confirmed.connect(partial(self._on_language_confirmed, row))
        return row

    def _origin_of(self, text: ReleaseBoilerplate) -> Boilerplate | None:
        return next((one for one in self._texts if one.id == text.boilerplate_id), None)

    def _offered(self, kind: BoilerplateKind, language: str) -> list[Boilerplate]:
        return [one for one in self._of_today if one.kind is kind and one.language == language]

    # Editing --------------------------------------------------------------------------------

    @property
    def _boilerplates(self) -> tuple[ReleaseBoilerplate, ...]:
        release = self._session.release
        return release.boilerplates if release is not None else ()

    def _replace(
        self, what: str, row: BoilerplateRow, text: ReleaseBoilerplate, *, is_typing: bool = False
    ) -> None:
        place, texts = self._rows.rows.index(row), self._boilerplates
        changed = (*texts[:place], text, *texts[place + 1 :])
        self._session.edit(what, is_typing=is_typing, boilerplates=changed)

    def _insert(self, text: ReleaseBoilerplate) -> int:
        """Print a text behind those that come before its kind; return where that is."""
        texts = self._boilerplates
        rank = _KINDS.index(text.kind)
        before = [at for at, one in enumerate(texts) if _KINDS.index(one.kind) <= rank]
        place = before[-1] + 1 if before else 0
        changed = (*texts[:place], text, *texts[place:])
        self._session.edit(self.tr("Add a standing paragraph"), boilerplates=changed)
        return place

    def _take_new(self, text: Boilerplate) -> None:
        self._rows.focus_row(self._insert(_copy(text)))

    def _write_new(self, kind: BoilerplateKind) -> None:
        place = self._insert(ReleaseBoilerplate(kind=kind, text_md=""))
        self._open.add(_key(self._boilerplates, place))
        self._rows.rows[place].focus_text()

    def _on_fold_edited(self, row: BoilerplateRow, is_open: bool) -> None:
        key = _key(self._boilerplates, self._rows.rows.index(row))
        if is_open:
            self._open.add(key)
        else:
            self._open.discard(key)

    def _on_text_edited(self, row: BoilerplateRow, text_md: str) -> None:
        kind = boilerplate_kind_name(row.boilerplate.kind)
        what = self.tr("Change “{kind}”").format(kind=kind)
        changed = replace(row.boilerplate, text_md=text_md)
        self._replace(what, row, changed, is_typing=True)

    def _on_text_chosen(self, row: BoilerplateRow, text: Boilerplate) -> None:
        self._replace(self.tr("Take a text from the newsroom"), row, _copy(text))

    def _on_language_confirmed(self, row: BoilerplateRow) -> None:
        changed = replace(row.boilerplate, boilerplate_id=None)
        self._replace(self.tr("Keep a text in its language"), row, changed)
        row.head.setFocus()

    @Slot(int, int)
    def _on_move_edited(self, place: int, to: int) -> None:
        texts = moved(self._boilerplates, place, to)
        self._session.edit(self.tr("Move a standing paragraph"), boilerplates=texts)
        self._rows.focus_row(to)

    @Slot(int)
    def _on_removal_edited(self, place: int) -> None:
        texts = self._boilerplates
        rest = (*texts[:place], *texts[place + 1 :])
        self._session.edit(self.tr("Remove a standing paragraph"), boilerplates=rest)
        if rest:
            self._rows.focus_row(place)
        else:
            self._add.setFocus()

    # The newsroom's texts -------------------------------------------------------------------

    @Slot()
    def _read_texts(self) -> None:
        self._store.read(
            lambda desk: (tuple(desk.boilerplates.all()), tuple(desk.boilerplates.valid_today())),
            self._on_texts_read,
        )

    def _on_texts_read(self, texts: tuple[Texts, Texts]) -> None:
        self._texts, self._of_today = texts
        self.show_session()

    @Slot(object)
    def _on_stored(self, changes: Changes) -> None:
        if Subject.BOILERPLATES in changes.subjects and self._store.is_readable:
            self._read_texts()

    def _on_keeping_requested(self, row: BoilerplateRow) -> None:
        release, copy = self._session.release, row.boilerplate
        if release is None:
            return

        def kept(text: Boilerplate) -> None:
            self._on_kept(release, copy, text)

        self._store.change(
            lambda desk: desk.boilerplates.add(copy.kind, release.language, copy.text_md), kept
        )

    def _on_kept(self, release: Release, copy: ReleaseBoilerplate, text: Boilerplate) -> None:
        self._on_texts_read(((*self._texts, text), (text, *self._of_today)))  # until read anew
        now = self._session.release
        if now is None or now.id != release.id or copy not in now.boilerplates:
            return
        row = self._rows.rows[now.boilerplates.index(copy)]
        what = self.tr("Keep a text for later releases")
        self._replace(what, row, replace(copy, boilerplate_id=text.id))
        row.say_kept()

    @Slot()
    def _fill_menu(self) -> None:
        release = self._session.release
        self._menu.clear()
        if release is None:
            return
        printed = {text.text_md.strip() for text in release.boilerplates}
        for kind in BoilerplateKind:
            menu = self._menu.addMenu(boilerplate_kind_name(kind))
            for text in self._offered(kind, release.language):
                if text.text_md.strip() not in printed:
                    action = menu.addAction(menu_text(text.text_md))
                    action.triggered.connect(lambda _=False, text=text: self._take_new(text))
            if menu.actions():
                menu.addSeparator()
            write = menu.addAction(self.tr("Write one for this release"))
            write.triggered.connect(lambda _=False, kind=kind: self._write_new(kind))


def _copy(text: Boilerplate) -> ReleaseBoilerplate:
    return ReleaseBoilerplate(kind=text.kind, text_md=text.text_md, boilerplate_id=text.id)


def _key(texts: tuple[ReleaseBoilerplate, ...], place: int) -> object:
    """Return what tells a text from the others while it is written: the how manieth of its kind."""
    kind = texts[place].kind
    return kind, sum(text.kind is kind for text in texts[:place])
