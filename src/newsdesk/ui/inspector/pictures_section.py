"""The pictures of a release and what is said of them."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from newsdesk.domain.changes import Changes, Subject
from newsdesk.domain.errors import NewsdeskError
from newsdesk.domain.release import Release
from newsdesk.ui.changes import ChangeHub
from newsdesk.ui.inspector.form_section import FormSection
from newsdesk.ui.inspector.picture_row import PictureRow
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.lifetime import Lifetime
from newsdesk.ui.picture_commands import PictureCommands
from newsdesk.ui.release_pictures import ReleasePictures
from newsdesk.ui.session import ReleaseSession
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.buttons import icon_button, link_button
from newsdesk.ui.widgets.labelled import caption

if TYPE_CHECKING:
    from newsdesk.services.pictures import ReleasePicture

_NAMES = frozenset({"pictures", "media"})
_SOME = 24  # rows that are shown, and as many more each time: hundreds would hold up the window


class PicturesSection(FormSection):
    """Those that the text names in its order, then those that only belong to the release."""

    def __init__(
        self,
        session: ReleaseSession,
        store: Store,
        hub: ChangeHub,
        icons: Icons,
        parent: QWidget | None = None,
    ) -> None:
        self._add = icon_button(icons, "add", self.tr("Insert an image"))
        super().__init__(
            self.tr("Images"),
            session,
            icons,
            shows=frozenset({"media", "language"}),
            corner=self._add,
            parent=parent,
        )
        self.setObjectName("pictures_section")
        self._store = store
        self._icons = icons
        self._pictures: ReleasePictures | None = None
        self._commands: PictureCommands | None = None
        self._beside: list[ReleasePicture] = []
        self._small: dict[str, bytes] = {}  # by sha256; no bytes: asked for, or not to be had
        self._rows: list[PictureRow] = []
        self._most = _SOME
        self._asked = 0
        self._lifetime = Lifetime(self)
        self.body.setContentsMargins(2, 4, 4, 14)
        self._column = QVBoxLayout()
        self._column.setSpacing(2)
        self._nothing = caption(self.tr("None yet. Drop one on the text, or paste it there."))
        self._nothing.setContentsMargins(6, 0, 0, 0)
        self._more = link_button("")
        self.body.addLayout(self._column)
        self.body.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeading)
        self.body.addWidget(self._nothing)
        self._add.clicked.connect(self._on_add)
        self._more.clicked.connect(self._on_more)
        hub.changed.connect(self._on_stored)
        self.show_session()

    def show_pictures(self, pictures: ReleasePictures, commands: PictureCommands) -> None:
        """Show what is known of the open release's pictures; `commands` are given on them."""
        self._pictures, self._commands = pictures, commands
        pictures.named.connect(self._show_rows)
        self._show_rows()

    def focus_field(self, name: str) -> bool:
        """Go to the first picture, or to the button that inserts one."""
        if name not in _NAMES:
            return False
        self.set_open(is_open=True)
        (self._rows[0] if self._rows else self._add).setFocus()
        return True

    # Showing --------------------------------------------------------------------------------

    def show_release(self, release: Release) -> None:
        """Ask for those that belong to it and are not in its text."""
        self._asked += 1
        if release.media:
            self._store.read(
                lambda desk: desk.pictures.beside(release),
                self._lifetime.guard(partial(self._on_beside, self._asked)),
                _ignore,
            )
        else:
            self._on_beside(self._asked, [])

    def show_editable(self, is_editable: bool) -> None:
        self._add.setEnabled(is_editable)
        self._show_rows()

    def drop_typing(self) -> None:
        self._beside = []
        self._most = _SOME

    def _on_beside(self, asked: int, beside: "list[ReleasePicture]") -> None:
        if asked == self._asked:
            self._beside = beside
            self._show_rows()

    @Slot()
    def _show_rows(self) -> None:
        named = list(self._pictures.in_order) if self._pictures is not None else []
        in_text = {sha256 for sha256, _picture in named}
        shown = [
            *named,
            *((one.sha256, one) for one in self._beside if one.sha256 not in in_text),
        ]
        self._set_count(min(len(shown), self._most))
        for row, (sha256, picture) in zip(self._rows, shown, strict=False):
            self._show_row(row, sha256, picture, is_in_text=sha256 in in_text)
        self._nothing.setVisible(not shown)
        left = self.locale().toString(len(shown) - len(self._rows))
        self._more.setVisible(len(shown) > len(self._rows))
        self._more.setText(self.tr("Show more ({0})").format(left))

    def _show_row(
        self, row: PictureRow, sha256: str, picture: "ReleasePicture | None", *, is_in_text: bool
    ) -> None:
        row.setProperty("sha256", sha256)
        row.set_place(is_in_text=is_in_text, is_editable=self._session.is_editable)
        if picture is None:
            told = self.tr("The newsroom does not have it")
            row.set_texts(self.tr("Missing image"), told, self.tr("Take it out, or insert it anew"))
            row.set_picture(b"")
            return
        words, size = picture.words, picture.size_px
        name = words.caption or words.alt or picture.asset.file_name or self.tr("Image")
        facts = [words.credit, "" if is_in_text else self.tr("not in the text")]
        if size is not None and not words.credit:
            locale = self.locale()
            facts.insert(0, f"{locale.toString(size[0])} × {locale.toString(size[1])} px")
        row.set_texts(name, " · ".join(filter(None, facts)), self._lacking(picture))
        row.set_picture(self._small.get(sha256, b""))
        if sha256 not in self._small:
            self._small[sha256] = b""
            self._store.look(
                lambda desk: desk.pictures.small(sha256),
                self._lifetime.guard(partial(self._on_small, sha256)),
                _ignore,
            )

    def _lacking(self, picture: "ReleasePicture") -> str:
        words = picture.words
        if not words.caption and not words.credit:
            return self.tr("It has no caption and no credit")
        if not words.caption:
            return self.tr("It has no caption")
        return "" if words.credit else self.tr("It has no credit")

    def _on_small(self, sha256: str, png: bytes) -> None:
        self._small[sha256] = png
        for row in self._rows:
            if row.property("sha256") == sha256:
                row.set_picture(png)

    def _set_count(self, count: int) -> None:
        while len(self._rows) > count:
            row = self._rows.pop()
            had_focus = row.hasFocus()
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
            if had_focus:
                (self._rows[-1] if self._rows else self._add).setFocus()
        while len(self._rows) < count:
            row = PictureRow(self._icons)
            row.clicked.connect(partial(self._on_row_clicked, row))
            row.place_requested.connect(partial(self._on_place_requested, row))
            row.removal_requested.connect(partial(self._on_removal_requested, row))
            self._rows.append(row)
            self._column.addWidget(row)
            row.show()

    # Doing ----------------------------------------------------------------------------------

    def _picture_of(self, row: PictureRow) -> "ReleasePicture | None":
        sha256 = row.property("sha256")
        found = self._pictures.media.get(sha256) if self._pictures is not None else None
        return found or next((one for one in self._beside if one.sha256 == sha256), None)

    @Slot()
    def _on_more(self) -> None:
        first = len(self._rows)
        self._most += _SOME
        self._show_rows()
        if first < len(self._rows):
            self._rows[first].setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_add(self) -> None:
        if self._commands is not None:
            self._commands.insert()

    def _on_row_clicked(self, row: PictureRow) -> None:
        picture = self._picture_of(row)
        if self._commands is None:
            return
        if picture is not None and self._session.is_editable:
            self._commands.edit(picture)
        else:  # nothing can be said of it: show it
            self._commands.show(row.property("sha256"))

    def _on_place_requested(self, row: PictureRow) -> None:
        if self._commands is not None:
            self._commands.show(row.property("sha256"))

    def _on_removal_requested(self, row: PictureRow) -> None:
        if self._commands is not None:
            self._commands.take_out(row.property("sha256"))

    @Slot(object)
    def _on_stored(self, changes: Changes) -> None:
        if Subject.MEDIA in changes.subjects and (release := self._session.release) is not None:
            self.show_release(release)


def _ignore(_error: NewsdeskError) -> None:
    """What cannot be read is not shown; whoever needs it says why."""
