"""The pane at the end of the window: everything about the open release that is not its text."""

from collections.abc import Callable, Collection
from datetime import datetime
from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from newsdesk.domain.newsroom import Newsroom
from newsdesk.ui.changes import ChangeHub
from newsdesk.ui.history_commands import HistoryCommands
from newsdesk.ui.inspector.boilerplate_section import BoilerplateSection
from newsdesk.ui.inspector.contacts_section import ContactsSection
from newsdesk.ui.inspector.dateline_section import DatelineSection
from newsdesk.ui.inspector.embargo_section import EmbargoSection
from newsdesk.ui.inspector.form_section import FormSection
from newsdesk.ui.inspector.history_section import HistorySection
from newsdesk.ui.inspector.pictures_section import PicturesSection
from newsdesk.ui.inspector.provenance_section import ProvenanceSection
from newsdesk.ui.inspector.release_section import ReleaseSection, ReleaseTexts
from newsdesk.ui.inspector.terms_section import TermsSection
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.picture_commands import PictureCommands
from newsdesk.ui.release_pictures import ReleasePictures
from newsdesk.ui.session import ReleaseSession
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.theme.theme_controller import ThemeController
from newsdesk.ui.widgets.labelled import caption
from newsdesk.ui.widgets.wheel_guard import WheelGuard

_NARROWEST = 248
_ICON_PX = 32
_MARGIN = 12  # kept free around what has the focus


class Inspector(QWidget):
    """Sections that fold, one below the other; says so when no release is open.

    Signals:
        closed_sections_edited(tuple): names of the sections that are folded away now, after the
            user folded or opened one.
    """

    closed_sections_edited = Signal(tuple)

    def __init__(
        self,
        session: ReleaseSession,
        store: Store,
        hub: ChangeHub,
        icons: Icons,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("inspector")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(_NARROWEST)
        self.setAccessibleName(self.tr("Details of the release"))
        self._session = session
        # from the outside inwards: what is filled first and put in later is styled each time
        self._empty = QWidget(self)
        self._scroll = QScrollArea(self)
        self._column = QWidget()
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(self._column)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self._scroll)
        column = self._column
        self._pictures = PicturesSection(session, store, hub, icons, column)
        self._history = HistorySection(session, store, hub, icons, column)
        self._release = ReleaseSection(session, store, icons, column)
        self._sections: dict[str, FormSection] = {
            "release": self._release,
            "dateline": DatelineSection(session, store, icons, now, column),
            "embargo": EmbargoSection(session, store, icons, now, column),
            "contacts": ContactsSection(session, store, hub, icons, column),
            "boilerplate": BoilerplateSection(session, store, hub, icons, column),
            "terms": TermsSection(session, store, hub, icons, column),
            "pictures": self._pictures,
            "provenance": ProvenanceSection(session, store, hub, icons, column),
            "history": self._history,
        }
        self._fill_column()
        self._fill_empty_page(icons)
        self._wheel_guard = WheelGuard(self)
        self._wheel_guard.watch(self)
        session.opened.connect(self._show_page)
        for section in self._sections.values():
            section.show_session()
        self._application().focusChanged.connect(self._on_focus_changed)
        self._show_page()

    def set_newsroom(self, newsroom: Newsroom) -> None:
        for section in self._sections.values():
            section.set_newsroom(newsroom)

    def release_texts(self) -> ReleaseTexts:
        """Return the fields here in which sentences are written."""
        return self._release.texts()

    def show_pictures(self, pictures: ReleasePictures, commands: PictureCommands) -> None:
        """List the pictures of the release, with what can be done to them."""
        self._pictures.show_pictures(pictures, commands)

    def show_history(self, commands: HistoryCommands, themes: ThemeController) -> None:
        """List what was kept of the release, with what can be done to it."""
        self._history.show_history(commands, themes)

    def set_closed_sections(self, names: Collection[str]) -> None:
        """Fold these sections away and open the others."""
        for name, section in self._sections.items():
            section.set_open(name not in names)

    def focus_field(self, name: str) -> bool:
        """Go to a field or to the first one of a section, opening it; False: there is none."""
        if not self._session.is_open:
            return False
        for section in self._sections.values():
            was_open = section.is_open()
            section.set_open(True)
            if section.focus_field(name):
                QTimer.singleShot(0, self, partial(self._reveal, section))  # once it is laid out
                return True
            section.set_open(was_open)
        return False

    # Laying out -----------------------------------------------------------------------------

    def _fill_column(self) -> None:
        self._column.setObjectName("inspector_column")
        layout = QVBoxLayout(self._column)
        layout.setContentsMargins(10, 10, 10, 10)
        layout.setSpacing(2)
        for section in self._sections.values():
            layout.addWidget(section)
            section.fold_edited.connect(self._on_fold_edited)
        layout.addStretch(1)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _fill_empty_page(self, icons: Icons) -> None:
        self._empty.setObjectName("inspector_empty")
        icon = QLabel()
        icons.bind(icon, lambda: icon.setPixmap(icons.pixmap("file", "line2", _ICON_PX)))
        heading = QLabel(self.tr("No release is open"))
        heading.setProperty("role", "heading")
        told = caption(
            self.tr("Choose one in the library: its dateline, embargo and contacts stand here.")
        )
        layout = QVBoxLayout(self._empty)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(8)
        layout.addStretch(2)
        for label in (icon, heading, told):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            layout.addWidget(label)
        layout.addStretch(3)

    @Slot()
    def _show_page(self) -> None:
        self._pages.setCurrentWidget(self._scroll if self._session.is_open else self._empty)

    # Folding and scrolling ------------------------------------------------------------------

    @Slot(bool)
    def _on_fold_edited(self, _is_open: bool) -> None:
        closed = (name for name, section in self._sections.items() if not section.is_open())
        self.closed_sections_edited.emit(tuple(closed))

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Scroll to what has the focus, unless the mouse that gave it is still down on it."""
        is_clicked = QApplication.mouseButtons() is not Qt.MouseButton.NoButton
        if new is not None and self._column.isAncestorOf(new) and not is_clicked:
            self._scroll_to(new)

    def _reveal(self, section: QWidget) -> None:
        """Show as much of a section as there is room for, above all what has the focus."""
        self._scroll_to(section)
        focused = QApplication.focusWidget()
        if focused is not None and self._column.isAncestorOf(focused):
            self._scroll_to(focused)

    def _scroll_to(self, widget: QWidget) -> None:
        """Bring the whole of a widget into sight; `ensureWidgetVisible` cares for the cursor."""
        top = widget.mapTo(self._column, QPoint(0, 0)).y()
        self._scroll.ensureVisible(0, top + widget.height(), 0, _MARGIN)
        self._scroll.ensureVisible(0, top, 0, _MARGIN)

    @staticmethod
    def _application() -> QApplication:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        return application
