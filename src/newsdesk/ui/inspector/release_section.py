"""What a release is: its language, its short texts, its names and numbers."""

from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from newsdesk.domain.newsroom import Newsroom
from newsdesk.domain.release import ABSTRACT_LONGEST, SLUGLINE_LONGEST, Profile, Release
from newsdesk.ui.i18n import QT_TRANSLATE_NOOP, translate
from newsdesk.ui.inspector.form_section import FormSection, direction_of, field_label, show_line
from newsdesk.ui.inspector.language_field import LanguageField
from newsdesk.ui.inspector.slug_field import SlugField
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.session import ReleaseSession
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.buttons import link_button
from newsdesk.ui.widgets.field_note import FieldNote
from newsdesk.ui.widgets.growing_text import GrowingText
from newsdesk.ui.widgets.labelled import caption, name_after
from newsdesk.ui.widgets.meter import Meter

_ABSTRACT_ADVISED = 160
_PROFILES = {
    Profile.PRESS_RELEASE: QT_TRANSLATE_NOOP("Profiles", "Press release"),
    Profile.STATEMENT: QT_TRANSLATE_NOOP("Profiles", "Statement"),
    Profile.MEDIA_ADVISORY: QT_TRANSLATE_NOOP("Profiles", "Media advisory"),
    Profile.BRIEFING_NOTE: QT_TRANSLATE_NOOP("Profiles", "Briefing note"),
    Profile.OP_ED: QT_TRANSLATE_NOOP("Profiles", "Opinion piece"),
}
_URGENCIES = {
    1: QT_TRANSLATE_NOOP("Urgencies", "1 – most urgent"),
    5: QT_TRANSLATE_NOOP("Urgencies", "5 – normal"),
    9: QT_TRANSLATE_NOOP("Urgencies", "9 – least urgent"),
}
_WEB = ("http://", "https://")
_SHOWN = (
    "language", "abstract", "slugline", "profile", "byline", "urgency", "symbol", "web_url",
    "slug", "ednote", "hold",
)  # fmt: skip


class ReleaseTexts(NamedTuple):
    """The fields that hold words to be read."""

    abstract: GrowingText
    slugline: QLineEdit
    byline: QLineEdit


class ReleaseSection(FormSection):
    """Three fields that every release needs; the others under "More"."""

    def __init__(
        self,
        session: ReleaseSession,
        store: Store,
        icons: Icons,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Release"), session, icons, shows=frozenset(_SHOWN), parent=parent)
        self.setObjectName("release_section")
        self._language = LanguageField()
        self._language.setObjectName("release_language")
        self._abstract = GrowingText(least=2)
        self._abstract.setObjectName("release_abstract")
        self._abstract_meter = Meter(advised=_ABSTRACT_ADVISED, longest=ABSTRACT_LONGEST)
        self._slugline_meter = Meter(advised=SLUGLINE_LONGEST, longest=SLUGLINE_LONGEST)
        self._held = FieldNote()
        self._profile = QComboBox()
        self._profile.setObjectName("release_profile")
        self._urgency = QComboBox()
        self._urgency.setObjectName("release_urgency")
        for profile, text in _PROFILES.items():
            self._profile.addItem(translate("Profiles", text), profile)
        for urgency in range(1, 10):
            text = translate("Urgencies", _URGENCIES.get(urgency, str(urgency)))
            self._urgency.addItem(text, urgency)
        for choice in (self._profile, self._urgency):
            choice.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
        self._lines: dict[str, QLineEdit] = {}
        self._web_note = FieldNote()
        self._slug = SlugField(store)
        self._ednote = GrowingText(least=2)
        self._ednote.setObjectName("release_ednote")
        self._hold = QCheckBox(self.tr("Hold"))
        self._hold.setObjectName("release_hold")
        self._hold.setProperty("kind", "switch")
        self._more = link_button(self.tr("More"))
        self._more.setObjectName("release_more")
        self._further = QWidget()
        self._lay_out()
        self._connect()

    def set_newsroom(self, newsroom: Newsroom) -> None:
        """Offer the newsroom's own languages first."""
        self._language.set_house_languages(newsroom.languages)

    def texts(self) -> ReleaseTexts:
        return ReleaseTexts(self._abstract, self._lines["slugline"], self._lines["byline"])

    def focus_field(self, name: str) -> bool:
        """Go to the field `name`, `release` for the first; False if it is not in this section."""
        top: dict[str, QWidget] = {
            "release": self._language,
            "language": self._language,
            "abstract": self._abstract,
            "slugline": self._lines["slugline"],
        }
        further: dict[str, QWidget] = {
            "profile": self._profile,
            "urgency": self._urgency,
            "slug": self._slug.line,
            "ednote": self._ednote,
            "hold": self._hold,
            "release_kind": self._hold,
            **{name: line for name, line in self._lines.items() if name != "slugline"},
        }
        if name in further:
            self._unfold(is_unfolded=True)
        field = top.get(name) or further.get(name)
        if field is not None:
            field.setFocus()
        return field is not None

    # Laying out -----------------------------------------------------------------------------

    def _lay_out(self) -> None:
        body, further = self.body, QVBoxLayout(self._further)
        further.setContentsMargins(0, 0, 0, 0)
        further.setSpacing(6)
        self._add(body, self.tr("Language"), self._language)
        self._add(body, self.tr("Abstract"), self._abstract, self._abstract_meter)
        self._add(body, self.tr("Slugline"), self._line("slugline"), self._slugline_meter)
        body.addWidget(self._held)
        body.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeading)
        body.addWidget(self._further)
        self._add(further, self.tr("Kind"), self._profile)
        self._add(further, self.tr("Byline"), self._line("byline"))
        self._add(further, self.tr("Urgency"), self._urgency)
        self._add(further, self.tr("Document symbol"), self._line("symbol"))
        self._add(further, self.tr("Web address"), self._line("web_url"))
        further.addWidget(self._web_note)
        self._lines["web_url"].setPlaceholderText("https://")
        further.addWidget(field_label(self.tr("Name of the page"), self._slug.line))
        further.addWidget(self._slug)
        self._add(further, self.tr("Internal note"), self._ednote)
        further.addWidget(caption(self.tr("Never exported.")))
        self._ednote.setAccessibleDescription(self.tr("Never exported."))
        further.addSpacing(4)
        further.addWidget(self._hold)
        said = self.tr("Not for publication until released.")
        further.addWidget(caption(said))
        self._hold.setAccessibleDescription(said)
        self._unfold(is_unfolded=False)

    def _line(self, name: str) -> QLineEdit:
        line = QLineEdit()
        line.setObjectName(f"release_{name}")
        self._lines[name] = line
        return line

    def _add(
        self, layout: QVBoxLayout, text: str, field: QWidget, meter: QLabel | None = None
    ) -> None:
        head = QHBoxLayout()
        head.addWidget(field_label(text, field), 1)
        if meter is not None:
            head.addWidget(meter, 0, Qt.AlignmentFlag.AlignBottom)
        layout.addLayout(head)
        layout.addWidget(field)

    def _connect(self) -> None:
        self._language.language_edited.connect(
            partial(self._edit, self.tr("Change language"), "language")
        )
        for name, what in (
            ("slugline", self.tr("Change slugline")),
            ("byline", self.tr("Change byline")),
            ("symbol", self.tr("Change document symbol")),
        ):
            self._lines[name].textEdited.connect(partial(self._edit_text, what, name))
        self._lines["web_url"].textEdited.connect(self._on_web_address)
        self._lines["web_url"].editingFinished.connect(self._on_web_address_finished)
        for field, name, what in (
            (self._abstract, "abstract", self.tr("Change abstract")),
            (self._ednote, "ednote", self.tr("Change internal note")),
        ):
            field.text_edited.connect(partial(self._edit_text, what, name))
        self._profile.activated.connect(self._on_profile)
        self._urgency.activated.connect(self._on_urgency)
        self._slug.slug_edited.connect(partial(self._edit, self.tr("Rename the page"), "slug"))
        self._hold.clicked.connect(self._on_hold)
        self._more.clicked.connect(self._on_more)

    # Showing --------------------------------------------------------------------------------

    def show_release(self, release: Release) -> None:
        self._language.set_language(release.language)
        for field in (self._abstract, self._lines["slugline"], self._lines["byline"]):
            field.setLayoutDirection(direction_of(release.language))
        self._abstract.set_text(release.abstract or "")
        self._ednote.set_text(release.ednote or "")
        self._abstract_meter.set_length(len(release.abstract or ""))
        self._slugline_meter.set_length(len(release.slugline or ""))
        for name, line in self._lines.items():
            text: str = getattr(release, name) or ""
            is_half_typed = name == "web_url" and line.isModified() and not _is_address(line.text())
            if not is_half_typed:
                show_line(line, text)
        self._profile.setCurrentIndex(self._profile.findData(release.profile))
        self._urgency.setCurrentIndex(release.urgency - 1)
        self._slug.set_slug(release.slug, release.id)
        self._hold.setChecked(release.hold)
        self._show_hold(release)

    def show_editable(self, is_editable: bool) -> None:
        for field in (
            self._language, self._abstract, self._profile, self._urgency, self._slug,
            self._ednote, self._hold, *self._lines.values(),
        ):  # fmt: skip
            field.setEnabled(is_editable)

    def drop_typing(self) -> None:
        self._slug.drop_typing()
        self._web_note.say("")
        self._lines["web_url"].setModified(False)

    def _show_hold(self, release: Release) -> None:
        is_told = release.hold and self._further.isHidden()
        self._held.say(
            self.tr("On hold: not for publication until released.") if is_told else "", "warning"
        )

    def _unfold(self, *, is_unfolded: bool) -> None:
        self._further.setVisible(is_unfolded)
        self._more.setText(self.tr("Less") if is_unfolded else self.tr("More"))
        name_after(self._more, self.tr("Release"))
        if (release := self._session.release) is not None:
            self._show_hold(release)

    # Writing --------------------------------------------------------------------------------

    def _edit(self, what: str, name: str, value: Any) -> None:
        fields = {name: value}
        self._session.edit(what, **fields)

    def _edit_text(self, what: str, name: str, text: str) -> None:
        self._edit(what, name, text or None)

    @Slot(str)
    def _on_web_address(self, text: str) -> None:
        """Take an address as soon as it is one."""
        if _is_address(text):
            self._web_note.say("")
            self._edit_text(self.tr("Change web address"), "web_url", text.strip())

    @Slot()
    def _on_web_address_finished(self) -> None:
        line = self._lines["web_url"]
        if line.isModified() and not _is_address(line.text()):
            said = self.tr("A web address begins with https:// and has no spaces. Not changed.")
            self._web_note.say(said)

    @Slot(int)
    def _on_profile(self, index: int) -> None:
        self._edit(self.tr("Change kind"), "profile", Profile(self._profile.itemData(index)))

    @Slot(int)
    def _on_urgency(self, index: int) -> None:
        self._edit(self.tr("Change urgency"), "urgency", index + 1)

    @Slot(bool)
    def _on_hold(self, is_held: bool) -> None:
        self._edit(self.tr("Put on hold") if is_held else self.tr("End hold"), "hold", is_held)

    @Slot()
    def _on_more(self) -> None:
        self._unfold(is_unfolded=self._further.isHidden())


def _is_address(text: str) -> bool:
    """Tell whether a field may hold it: a web address, or nothing."""
    address = text.strip()
    return not address or (address.lower().startswith(_WEB) and " " not in address)
