"""Where a text came from, and what was read out of it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QDateTime, QLocale, Qt, Slot
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from newsdesk.domain.provenance import Confidence, Finding, Provenance, SourceKind
from newsdesk.domain.release import Release
from newsdesk.ui.changes import ChangeHub
from newsdesk.ui.dialogs.finding_words import (
    confidence_words,
    is_taken_back,
    kind_words,
    shown_text,
)
from newsdesk.ui.i18n import QT_TRANSLATE_NOOP, translate
from newsdesk.ui.inspector.form_section import FormSection
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.session import ReleaseSession
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.buttons import icon_button
from newsdesk.ui.widgets.elided_label import ElidedLabel
from newsdesk.ui.widgets.tool_tip import as_tool_tip

_ISO_TIME = re.compile(r"^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)")
_SAMPLE = "newsdesk:sample/"
_ICON_PX = 14
_TOLD = 300  # characters of a piece that its tool tip shows
_KINDS: Mapping[SourceKind, str] = {
    SourceKind.FILE: QT_TRANSLATE_NOOP("Provenance", "Read from a file"),
    SourceKind.PASTE: QT_TRANSLATE_NOOP("Provenance", "Pasted"),
    SourceKind.PAGE: QT_TRANSLATE_NOOP("Provenance", "Taken from a web page"),
    SourceKind.DOCUMENT: QT_TRANSLATE_NOOP("Provenance", "Read from a document"),
    SourceKind.EMAIL: QT_TRANSLATE_NOOP("Provenance", "Taken from an e-mail"),
    SourceKind.FEED: QT_TRANSLATE_NOOP("Provenance", "Taken from a feed"),
    SourceKind.WORDPRESS: QT_TRANSLATE_NOOP("Provenance", "Taken from WordPress"),
    SourceKind.BUNDLE: QT_TRANSLATE_NOOP("Provenance", "Brought along by a bundle"),
}


@dataclass(frozen=True, slots=True)
class FoundLine:
    """Pieces of one kind that are equally sure, as one line."""

    text: str  # "Contact (2)"
    state: str  # "not sure"
    is_sure: bool
    pieces: tuple[str, ...]


class ProvenanceSection(FormSection):
    """Read only; not there for what was written here."""

    def __init__(
        self,
        session: ReleaseSession,
        _store: Store,
        _hub: ChangeHub,
        icons: Icons,
        parent: QWidget | None = None,
    ) -> None:
        """Like the other sections; it needs nothing of the store."""
        self._copy = icon_button(icons, "duplicate", self.tr("Copy where it came from"))
        super().__init__(
            self.tr("Source"),
            session,
            icons,
            shows=frozenset({"provenance"}),
            corner=self._copy,
            parent=parent,
        )
        self.setObjectName("provenance_section")
        self._icons = icons
        self._shown: tuple[Provenance, ...] = ()
        self._sources = QWidget()
        self._column = QVBoxLayout(self._sources)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._sources.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        copy = QAction(self.tr("Copy"), self._sources)
        copy.triggered.connect(self._on_copy)
        self._sources.addAction(copy)
        self._copy.clicked.connect(self._on_copy)
        self.body.addWidget(self._sources)
        self.hide()
        self.show_session()

    def focus_field(self, name: str) -> bool:
        """Go to the button that copies it; False if `name` is not here or there is nothing."""
        if name != "provenance" or not self._shown:
            return False
        self.set_open(is_open=True)
        self._copy.setFocus()
        return True

    def show_release(self, release: Release) -> None:
        self.setVisible(bool(release.provenance))
        if release.provenance != self._shown:
            self._shown = release.provenance
            self._show_sources()

    def show_editable(self, is_editable: bool) -> None:
        """Change nothing: it is only read."""

    def drop_typing(self) -> None:
        self.hide()

    def plain_text(self) -> str:
        """Return all of it for the clipboard, one line for each thing."""
        lines: list[str] = []
        for source in self._shown:
            lines.append(_kind(source))
            lines += [f"{name}: {value}" for name, value in facts(source)]
            for found in found_lines(source.findings):
                lines.append(f"- {found.text}, {found.state}")
        return "\n".join(lines)

    def _show_sources(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (part := item.widget()) is not None:
                part.hide()
                part.deleteLater()
        for number, source in enumerate(self._shown):
            if number:
                self._column.addSpacing(10)
            self._add(QLabel(_kind(source)))
            self._add(_table(source))
            lines = found_lines(source.findings)
            if lines:
                self._column.addSpacing(6)
                heading = QLabel(self.tr("Found in it"))
                heading.setProperty("role", "label")
                self._add(heading)
            for found in lines:
                self._add(_Found(found, self._icons))

    def _add(self, part: QWidget) -> None:
        self._column.addWidget(part)
        part.show()

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.plain_text())


def facts(source: Provenance) -> Iterator[tuple[str, str]]:
    """Yield what is known of a source: what it is called, and its value."""
    address = source.address or source.short_address or ""
    if address.startswith(_SAMPLE):
        yield _tr(QT_TRANSLATE_NOOP("Provenance", "From")), _sample()
    elif address:
        yield _tr(QT_TRANSLATE_NOOP("Provenance", "Address")), address
    if source.file_name:
        yield _tr(QT_TRANSLATE_NOOP("Provenance", "File")), source.file_name
    if source.posted_local:
        printed = _ISO_TIME.sub(r"\1 \2", source.posted_local)
        posted = " ".join(filter(None, (printed, source.posted_tz)))
        yield _tr(QT_TRANSLATE_NOOP("Provenance", "Posted")), posted
    local = QDateTime.fromSecsSinceEpoch(int(source.imported_at.timestamp()))
    brought_in = QLocale().toString(local, "d MMMM yyyy, HH:mm")
    yield _tr(QT_TRANSLATE_NOOP("Provenance", "Brought in")), brought_in


def found_lines(findings: Sequence[Finding]) -> list[FoundLine]:
    """Return what was found, as few lines, in the order of the text."""
    groups: dict[tuple[str, str, bool], list[str]] = {}
    for finding in findings:
        is_sure = finding.confidence is Confidence.HIGH and not is_taken_back(finding)
        key = (kind_words(finding), confidence_words(finding), is_sure)
        groups.setdefault(key, []).append(shown_text(finding))
    return [
        FoundLine(
            text=f"{kind} ({len(pieces)})" if len(pieces) > 1 else kind,
            state=state,
            is_sure=is_sure,
            pieces=tuple(pieces),
        )
        for (kind, state, is_sure), pieces in groups.items()
    ]


class _Found(QWidget):
    """One line of what was found; what is not sure says so."""

    def __init__(self, found: FoundLine, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
        self._is_sure = found.is_sure
        self._icon = QLabel()
        text = ElidedLabel(found.text)
        text.setProperty("role", "caption")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._icon)
        layout.addWidget(text, 1)
        if not found.is_sure:
            state = QLabel(found.state)
            state.setProperty("role", "warning")
            layout.addWidget(state)
        self.setAccessibleName(f"{found.text}, {found.state}")
        words = "\n\n".join(found.pieces)
        told = words if len(words) <= _TOLD else f"{words[:_TOLD].rstrip()}…"
        text.setToolTip(as_tool_tip(told))
        icons.bind(self, self._show_icon)

    def _show_icon(self) -> None:
        icon, colour = ("done", "ok") if self._is_sure else ("warning", "warn")
        self._icon.setPixmap(self._icons.pixmap(icon, colour, _ICON_PX))


def _table(source: Provenance) -> QWidget:
    """Return what is known of a source, one thing to the line."""
    table = QWidget()
    grid = QGridLayout(table)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(10)
    grid.setVerticalSpacing(2)
    grid.setColumnStretch(1, 1)
    for row, (name, value) in enumerate(facts(source)):
        label, text = QLabel(name), ElidedLabel(value)
        label.setProperty("role", "label")
        text.setProperty("role", "caption")
        text.setAccessibleName(f"{name}: {value}")
        grid.addWidget(label, row, 0)
        grid.addWidget(text, row, 1)
    return table


def _kind(source: Provenance) -> str:
    return _tr(_KINDS[source.kind])


def _sample() -> str:
    return _tr(QT_TRANSLATE_NOOP("Provenance", "Sample newsroom"))


def _tr(text: str) -> str:
    return translate("Provenance", text)
