"""The settings of a newsroom that can wait: what the full form adds to the short one."""

from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from newsdesk.domain.newsroom import ArabicMonths, Digits, Newsroom, Paper
from newsdesk.rendering.contact_words import contact_intro
from newsdesk.ui.dialogs.seats_field import SeatsField
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.languages import language_name
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.columns import add_columns
from newsdesk.ui.widgets.field_note import FieldNote
from newsdesk.ui.widgets.labelled import add_labelled, caption, label_for

_MONTHS = {
    ArabicMonths.UN_DUAL: "أيار/مايو",
    ArabicMonths.EGYPTIAN: "مايو",
    ArabicMonths.LEVANTINE: "أيار",
}
_DIGITS = {Digits.WESTERN: "0123456789", Digits.ARABIC: "٠١٢٣٤٥٦٧٨٩"}


class HouseDetails(QWidget):
    """Mail, datelines, Arabic, paper, and what stands on every page.

    Signals:
        edited(): the user changed something. `set_newsroom` does not emit it.
        entry_finished(): the user left a field that was changed, or made a choice.
        new_place_requested(str): the user wants a seat in a place of this name, which is not known.
    """

    edited = Signal()
    entry_finished = Signal()
    new_place_requested = Signal(str)

    def __init__(self, store: Store, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._newsroom = Newsroom()
        self._domain = QLineEdit()
        self._domain.setObjectName("mail_domain")
        self._domain.setPlaceholderText("example.org")
        self._domain_note = FieldNote(self._domain)
        self._source = QLineEdit()
        self._source.setObjectName("dateline_source")
        self._seats = SeatsField(store, icons)
        self._months = QComboBox()
        for months, example in _MONTHS.items():
            self._months.addItem(example, months)
        self._digits = QComboBox()
        for digits, example in _DIGITS.items():
            self._digits.addItem(example, digits)
        self._paper = QComboBox()
        for paper, text in (
            (Paper.USUAL, self.tr("As usual where the desk is")),
            (Paper.A4, self.tr("A4")),
            (Paper.LETTER, self.tr("US Letter")),
        ):
            self._paper.addItem(text, paper)
        self._is_immediate = QCheckBox(self.tr("Print “For &immediate release”"))
        self._intros: dict[str, QLineEdit] = {}
        self._intro_rows = QVBoxLayout()
        self._intro_rows.setSpacing(6)
        self._arrange()
        self._connect()

    def set_newsroom(self, newsroom: Newsroom) -> None:
        self._newsroom = newsroom
        for field, text in (
            (self._domain, newsroom.mail_domain),
            (self._source, newsroom.dateline_source),
        ):
            if field.text() != text:
                field.setText(text)
        self._source.setPlaceholderText(newsroom.short_name or newsroom.organisation)
        self._domain_note.say("")
        self._seats.set_seats(newsroom.seats)
        self._months.setCurrentIndex(self._months.findData(newsroom.arabic_months))
        self._digits.setCurrentIndex(self._digits.findData(newsroom.digits))
        self._paper.setCurrentIndex(self._paper.findData(newsroom.paper))
        self._is_immediate.setChecked(newsroom.has_immediate_release_line)
        self.set_languages(newsroom.languages)
        for language, field in self._intros.items():
            text = newsroom.contact_intros.get(language, "")
            if field.text() != text:
                field.setText(text)

    def set_languages(self, languages: tuple[str, ...]) -> None:
        """Have one line above the contacts for each language; what was typed stays."""
        if tuple(self._intros) == languages:
            return
        typed = {**self._newsroom.contact_intros, **self._typed_intros()}
        self._make_intros(languages)
        for language, field in self._intros.items():
            field.setText(typed.get(language, ""))

    def check(self) -> bool:
        """Return whether everything can be kept; else say what cannot, and go there."""
        if self._mail_domain() is not None:
            return True
        self._on_domain_left()
        self._domain.setFocus()
        return False

    def merged_over(self, newsroom: Newsroom) -> Newsroom:
        """Return `newsroom` with what stands in these fields."""
        domain = self._mail_domain()
        intros = {**newsroom.contact_intros, **self._typed_intros()}
        return replace(
            newsroom,
            mail_domain=self._newsroom.mail_domain if domain is None else domain,
            dateline_source=self._source.text().strip(),
            seats=self._seats.seats(),
            arabic_months=ArabicMonths(self._months.currentData()),
            digits=Digits(self._digits.currentData()),
            paper=Paper(self._paper.currentData()),
            has_immediate_release_line=self._is_immediate.isChecked(),
            contact_intros={language: text for language, text in intros.items() if text},
        )

    def _typed_intros(self) -> dict[str, str]:
        return {language: field.text().strip() for language, field in self._intros.items()}

    def _mail_domain(self) -> str | None:
        """Return what follows the @ of the house's addresses, `None` if it is no domain."""
        text = self._domain.text().strip().removeprefix("@").lower()
        return text if not text or ("." in text and not set(text) & set(" @/:")) else None

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(_heading(self.tr("Addresses and datelines")))
        domain, source = add_columns(layout)
        add_labelled(domain, self.tr("Mai&l domain"), self._domain)
        domain.addWidget(self._domain_note)
        domain.addStretch(1)
        add_labelled(source, self.tr("Sou&rce in datelines"), self._source)
        source.addStretch(1)
        layout.addWidget(self._seats)
        layout.addSpacing(8)
        layout.addWidget(_heading(self.tr("On every page")))
        layout.addWidget(self._is_immediate)
        layout.addWidget(caption(self.tr("Above the contacts stands, in each of your languages:")))
        layout.addLayout(self._intro_rows)
        layout.addSpacing(8)
        layout.addWidget(_heading(self.tr("PDF and print")))
        paper, _beside = add_columns(layout)
        add_labelled(paper, self.tr("&Paper"), self._paper)
        layout.addSpacing(8)
        layout.addWidget(_heading(self.tr("Arabic")))
        months, digits = add_columns(layout)
        add_labelled(months, self.tr("Mo&nths"), self._months)
        months.addStretch(1)
        add_labelled(digits, self.tr("Di&gits"), self._digits)
        digits.addStretch(1)

    def _connect(self) -> None:
        for field in (self._domain, self._source):
            field.textEdited.connect(self.edited)
        self._domain.textEdited.connect(lambda: self._domain_note.say(""))
        self._domain.editingFinished.connect(self._on_domain_left)
        self._source.editingFinished.connect(self.entry_finished)
        self._seats.seats_edited.connect(self._on_chosen)
        self._seats.new_place_requested.connect(self.new_place_requested)
        self._months.activated.connect(self._on_chosen)
        self._digits.activated.connect(self._on_chosen)
        self._paper.activated.connect(self._on_chosen)
        self._is_immediate.clicked.connect(self._on_chosen)

    def _make_intros(self, languages: tuple[str, ...]) -> None:
        while (item := self._intro_rows.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._intros = {}
        for language in languages:
            field = QLineEdit()
            field.setObjectName(f"contact_intro_{language}")
            field.textEdited.connect(self.edited)
            field.editingFinished.connect(self.entry_finished)
            label = label_for(language_name(language), field)
            field.setAccessibleName(
                self.tr("Line above the contacts, {language}").format(language=label.text())
            )
            usual = contact_intro(language, Newsroom(fallbacks=self._newsroom.fallbacks))
            field.setPlaceholderText(usual)
            self._intro_rows.addWidget(label)
            self._intro_rows.addWidget(field)
            self._intro_rows.addSpacing(4)
            self._intros[language] = field
        for before, after in pairwise(
            (self._is_immediate, *self._intros.values(), self._paper, self._months)
        ):
            QWidget.setTabOrder(before, after)

    @Slot()
    def _on_domain_left(self) -> None:
        domain = self._mail_domain()
        if domain is None:
            self._domain_note.say(
                self.tr("This is no domain. Write what follows the @, as in example.org.")
            )
        elif domain != self._domain.text():
            self._domain.setText(domain)
        self.entry_finished.emit()

    @Slot()
    def _on_chosen(self) -> None:
        self.edited.emit()
        self.entry_finished.emit()


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "heading")
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
