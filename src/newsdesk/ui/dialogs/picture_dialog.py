"""What is said of a picture: asked when it comes in, and whenever it is to be said otherwise."""

from PySide6.QtCore import QLocale, Qt, Signal, Slot
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from newsdesk.domain.media import PictureWords
from newsdesk.ui.dialogs.fitted_dialog import FittedDialog
from newsdesk.ui.inspector.form_section import direction_of
from newsdesk.ui.widgets.buttons import primary_button, secondary_button
from newsdesk.ui.widgets.elided_label import ElidedLabel
from newsdesk.ui.widgets.growing_text import GrowingText
from newsdesk.ui.widgets.labelled import caption, label_for

_WIDTH = 560
_PICTURE_PX = 132
_GAP = 8


class PictureDialog(FittedDialog):
    """Shows a picture and asks for its words in one language; show it with `open()`.

    Signals:
        words_given(PictureWords): the user is done.
        skip_requested(): go on with the next one, without this.
        given_up(): the user wants none of it.
    """

    words_given = Signal(object)
    skip_requested = Signal()
    given_up = Signal()

    def __init__(
        self,
        words: PictureWords,
        language: str,
        language_name: str,
        *,
        is_new: bool,
        is_described: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Show `words`; of one that is new the text is an offer.

        Args:
            is_described: somebody has decided already whether it has an alternative text.
        """
        super().__init__(width=_WIDTH, parent=parent)
        self.setObjectName("picture_dialog")
        self.setWindowTitle(self.tr("Insert image") if is_new else self.tr("Image"))
        self._picture = QLabel()
        self._picture.setObjectName("picture")
        self._picture.setFixedSize(_PICTURE_PX, _PICTURE_PX)
        self._name = ElidedLabel()
        self._name.setProperty("role", "heading")
        self._facts = caption()
        self._is_known = caption()
        self._is_known.hide()
        self._alt = GrowingText(least=1, most=4)
        self._alt.setObjectName("alt")
        told = self.tr("What is seen, such as “Two pilots on a quay at night”")
        self._alt.setPlaceholderText(told)
        self._ornament = QCheckBox(self.tr("&Decorative: it adds nothing to the text"))
        self._ornament.setObjectName("decorative")
        self._caption = GrowingText(least=1, most=4)
        self._caption.setObjectName("caption")
        self._credit = QLineEdit()
        self._credit.setObjectName("credit")
        self._cancel = secondary_button(self.tr("Cancel"))
        self._skip = secondary_button(self.tr("S&kip"))
        self._skip.hide()
        self._done = primary_button(self.tr("&Insert") if is_new else self.tr("&Save"))
        self._direct(direction_of(language))
        self._arrange(language_name)
        self._show_words(words, is_ornament=is_described and not words.alt)
        self._connect()
        self._check()
        self._alt.setFocus()

    # Showing --------------------------------------------------------------------------------

    def set_picture(self, png: bytes) -> None:
        """Show a small picture of it."""
        pixmap = QPixmap()
        pixmap.loadFromData(png)
        scale = self.devicePixelRatio()
        room = round(_PICTURE_PX * scale)
        if pixmap.width() > room or pixmap.height() > room:
            pixmap = pixmap.scaled(
                room,
                room,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        pixmap.setDevicePixelRatio(scale)
        self._picture.setPixmap(pixmap)
        self._picture.setFixedSize(pixmap.deviceIndependentSize().toSize())
        self.fit()

    def set_facts(self, name: str, width: int, height: int, size: int | None, kind: str) -> None:
        """Say what file it is: pixels, bytes if they are known, and its kind as "JPEG"."""
        locale = QLocale()
        self._name.setText(name or self.tr("From the clipboard"))
        facts = [kind, f"{locale.toString(width)} × {locale.toString(height)} px"]
        if size is not None:
            facts.append(locale.formattedDataSize(size, 1))
        self._facts.setText(" · ".join(facts))

    def set_known(self, *, is_known: bool) -> None:
        """Say that the newsroom has it already, with the words that are shown."""
        self._is_known.setText(self.tr("The newsroom has this image; these are its words."))
        self._is_known.setVisible(is_known)
        self.fit()

    def set_place(self, number: int, total: int) -> None:
        """Say which one of several it is, from 1; all but the last can be skipped."""
        if total > 1:
            self.setWindowTitle(self.tr("Insert image {0} of {1}").format(number, total))
        self._skip.setVisible(number < total)

    def words(self) -> PictureWords:
        """Return what is said now."""
        return PictureWords(
            alt="" if self._ornament.isChecked() else " ".join(self._alt.text().split()),
            caption=" ".join(self._caption.text().split()),
            credit=" ".join(self._credit.text().split()),
        )

    # Laying out -----------------------------------------------------------------------------

    def _arrange(self, language_name: str) -> None:
        facts = QVBoxLayout()
        facts.setSpacing(2)
        facts.addWidget(self._name)
        facts.addWidget(self._facts)
        facts.addSpacing(6)
        told = self.tr("Its words are those of the release, in {0}.").format(language_name)
        facts.addWidget(caption(told))
        facts.addWidget(self._is_known)
        facts.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(facts, 1)
        self.column.addLayout(head)
        self.column.addSpacing(_GAP)
        self.column.addWidget(label_for(self.tr("&Alternative text"), self._alt))
        self.column.addWidget(self._alt)
        self.column.addWidget(self._ornament)
        self.column.addSpacing(_GAP)
        self.column.addWidget(label_for(self.tr("&Caption"), self._caption))
        self.column.addWidget(self._caption)
        self.column.addSpacing(_GAP)
        self.column.addWidget(label_for(self.tr("Cr&edit"), self._credit))
        self.column.addWidget(self._credit)
        self.column.addStretch(1)
        self.foot.addWidget(self._cancel)
        self.foot.addStretch(1)
        self.foot.addWidget(self._skip)
        self.foot.addWidget(self._done)

    def _direct(self, direction: Qt.LayoutDirection) -> None:
        """Have words written in this direction; a field aligns them only when its own changes."""
        for field in (self._alt, self._caption, self._credit):
            for each in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft, direction):
                field.setLayoutDirection(each)

    def _show_words(self, words: PictureWords, *, is_ornament: bool) -> None:
        self._alt.set_text(words.alt)
        self._caption.set_text(words.caption)
        self._credit.setText(words.credit)
        self._ornament.setChecked(is_ornament)

    def _connect(self) -> None:
        self._alt.text_edited.connect(self._check)
        self._caption.text_edited.connect(self.fit)
        self._ornament.toggled.connect(self._check)
        self._done.clicked.connect(self._on_done)
        self._skip.clicked.connect(self._on_skip)
        self._cancel.clicked.connect(self.reject)

    @Slot()
    def _check(self) -> None:
        is_ornament = self._ornament.isChecked()
        is_told = is_ornament or bool(self._alt.text().strip())
        self._alt.setEnabled(not is_ornament)
        self._done.setEnabled(is_told)
        self._done.setDefault(is_told)
        self._done.setToolTip(
            "" if is_told else self.tr("Write an alternative text, or call it decorative.")
        )
        self.fit()

    @Slot()
    def _on_done(self) -> None:
        words = self.words()
        self.accept()
        self.words_given.emit(words)

    @Slot()
    def _on_skip(self) -> None:
        self.done(self.DialogCode.Rejected.value)
        self.skip_requested.emit()

    def reject(self) -> None:
        super().reject()
        self.given_up.emit()
