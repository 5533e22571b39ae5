"""A folder of this machine: typed, completed, or chosen."""

from PySide6.QtCore import QDir, QFileInfo, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCompleter,
    QFileDialog,
    QFileSystemModel,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QWidget,
)

from newsdesk.ui.widgets.buttons import secondary_button


class FolderField(QWidget):
    """A path with completion, and a button that shows the folders there are.

    Signals:
        folder_edited(str): the user typed or chose another one.
    """

    folder_edited = Signal(str)

    def __init__(self, folder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit(QDir.toNativeSeparators(folder))
        self.line.setObjectName("folder")
        self.line.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # as paths are
        self._choose = secondary_button(self.tr("&Choose…"))
        self._choose.setAutoDefault(False)
        self._complete()
        self.setFocusProxy(self.line)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.line, 1)
        layout.addWidget(self._choose)
        self.line.textEdited.connect(self._on_text_edited)
        self._choose.clicked.connect(self._on_choose)

    def folder(self) -> str:
        """Return the path as typed, without spaces around it; `~` is the user's own folder."""
        text = self.line.text().strip()
        if text == "~" or text.startswith(("~/", "~\\")):
            return QDir.homePath() + text[1:]
        return text

    def set_folder(self, folder: str) -> None:
        self.line.setText(QDir.toNativeSeparators(folder))

    def _complete(self) -> None:
        self._folders = QFileSystemModel(self)
        self._folders.setFilter(QDir.Filter.Dirs | QDir.Filter.Drives | QDir.Filter.NoDotAndDotDot)
        completer = QCompleter(self)
        completer.setModel(self._folders)  # only so does it learn that these are paths
        offered = QListView()
        offered.setObjectName("completions")
        completer.setPopup(offered)
        self.line.setCompleter(completer)
        completer.activated.connect(self._on_completed)

    @Slot(str)
    def _on_text_edited(self, text: str) -> None:
        around = QFileInfo(text.strip()).path()
        if QDir.isAbsolutePath(around) and around != self._folders.rootPath():
            self._folders.setRootPath(around)  # it reads no folder that it was not told of
        self.folder_edited.emit(self.folder())

    @Slot(str)
    def _on_completed(self, folder: str) -> None:
        self.set_folder(folder)
        self.folder_edited.emit(self.folder())

    @Slot()
    def _on_choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose a folder"), self.folder())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._on_completed)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
