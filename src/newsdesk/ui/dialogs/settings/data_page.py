"""Where the newsroom lies."""

from PySide6.QtCore import QDir, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from newsdesk.ui.dialogs.settings.settings_page import SettingsPage
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.buttons import secondary_button
from newsdesk.ui.widgets.labelled import caption


class DataPage(SettingsPage):
    """Shows the folder, and another one before it is decided for.

    Signals:
        data_folder_requested(str): use this folder from the next start on.
        folder_opened(str): the folder is shown by the system.
    """

    data_folder_requested = Signal(str)
    folder_opened = Signal(str)

    def __init__(self, data_folder: str, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Data"),
            self.tr("Everything newsdesk keeps lies in one folder on this machine."),
            parent=parent,
        )
        self._folder = data_folder
        self._wanted = ""
        path = _path_label(data_folder)
        label = QLabel(self.tr("Folder of the newsroom"))
        label.setProperty("role", "label")
        label.setBuddy(path)
        path.setAccessibleName(label.text())
        self._open = secondary_button(self.tr("&Open folder"))
        icons.bind(self._open, lambda: self._open.setIcon(icons.icon("folder", px=16)))
        self._choose = secondary_button(self.tr("&Use another folder…"))
        self._question = _Question()
        self._decided = caption()
        self._decided.setTextFormat(Qt.TextFormat.PlainText)
        self._decided.setProperty("role", "ok")
        self._decided.hide()
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self._open, self._choose):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        for widget in (label, path):
            self.column.addWidget(widget)
        self.column.addLayout(buttons)
        self.column.addSpacing(8)
        self.column.addWidget(self._question)
        self.column.addWidget(self._decided)
        self.setFocusProxy(self._open)
        self.finish()
        self._open.clicked.connect(self._on_open)
        self._choose.clicked.connect(self._on_choose)
        self._question.yes.clicked.connect(self._on_decided)
        self._question.no.clicked.connect(self._on_kept)

    def ask_about(self, folder: str) -> None:
        """Ask whether to use another folder, saying what that means."""
        folder = QDir.toNativeSeparators(folder)
        if folder == QDir.toNativeSeparators(self._folder):
            self._on_kept()
            return
        self._wanted = folder
        self._decided.hide()
        self._question.ask(folder)

    @Slot()
    def _on_open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self._folder))
        self.folder_opened.emit(self._folder)

    @Slot()
    def _on_choose(self) -> None:
        dialog = QFileDialog(self.window(), self.tr("Where the newsroom shall lie"), self._folder)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.ask_about)
        dialog.open()

    @Slot()
    def _on_decided(self) -> None:
        self._question.hide()
        told = self.tr("At the next start newsdesk opens the newsroom in {folder}.")
        self._decided.setText(told.format(folder=self._wanted))
        self._decided.show()
        self._choose.setFocus()
        self.data_folder_requested.emit(self._wanted)

    @Slot()
    def _on_kept(self) -> None:
        self._question.hide()
        self._choose.setFocus()


class _Question(QFrame):
    """Says what using another folder means, and asks; hidden until there is one."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self._title = QLabel(self.tr("Use this folder from the next start on?"))
        self._title.setProperty("role", "heading")
        self._path = _path_label("")
        self._path.setAccessibleName(self.tr("The other folder"))
        self.yes = secondary_button(self.tr("&Use it"))
        self.no = secondary_button(self.tr("&Keep the one there is"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(self._title)
        layout.addWidget(self._path)
        layout.addWidget(
            caption(
                self.tr(
                    "If a newsroom lies there, newsdesk opens it; if not, it begins an empty one. "
                    "Nothing is moved: the folder used until now stays as it is, and choosing it "
                    "again brings everything back."
                )
            )
        )
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.yes, self.no):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout.addLayout(buttons)
        self.hide()

    def ask(self, folder: str) -> None:
        self._path.setText(folder)
        self.show()
        self.yes.setFocus()


def _path_label(path: str) -> QLabel:
    label = QLabel(path)
    label.setProperty("role", "result")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    label.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return label
