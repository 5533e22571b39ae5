"""Everything fits the narrowest inspector, also where texts are half as large again."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from newsdesk.domain.boilerplate import Boilerplate, BoilerplateKind, ReleaseBoilerplate
from newsdesk.domain.contact import ContactPoint, PointKind, ReleaseContact
from newsdesk.domain.ids import BoilerplateId, TermId
from newsdesk.domain.provenance import Confidence, Finding, FindingKind, Provenance, SourceKind
from newsdesk.domain.release import Release
from newsdesk.domain.vocabulary import Scheme, Term
from newsdesk.services.preferences import ThemeChoice
from newsdesk.ui.changes import ChangeHub
from newsdesk.ui.inspector.boilerplate_row import BoilerplateRow
from newsdesk.ui.inspector.boilerplate_section import BoilerplateSection
from newsdesk.ui.inspector.contact_row import ContactRow
from newsdesk.ui.inspector.contacts_section import ContactsSection
from newsdesk.ui.inspector.form_section import FormSection
from newsdesk.ui.inspector.provenance_section import ProvenanceSection
from newsdesk.ui.inspector.terms_section import TermsSection
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.session import ReleaseSession
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.theme.theme_controller import ThemeController
from tests.ui.releases import release
from tests.ui.windows import OpenWindow

NARROWEST = 248 - 18 - 12  # the inspector without its margins and scroll bar
LONG = "A text that is far too long for one line of a narrow column"


@pytest.fixture
def large_texts(themes: ThemeController) -> Iterator[None]:
    themes.choose(ThemeChoice.LIGHT, text_scale=1.5)
    yield
    themes.choose(ThemeChoice.LIGHT)


def full() -> Release:
    number = ContactPoint(kind=PointKind.PHONE, value="+41225550140", display="+41 22 555 01 40")
    mail = ContactPoint(kind=PointKind.EMAIL, value=f"{LONG.replace(' ', '.')}@example.org")
    foreign = BoilerplateId(UUID(int=5))
    tag = Term(id=TermId(UUID(int=6)), scheme=Scheme.TAG, qcode="long", names={"en": LONG})
    unsure = Finding(
        kind=FindingKind.BOILERPLATE,
        confidence=Confidence.LOW,
        text=LONG,
        first_line=0,
        last_line=0,
    )
    return release(
        contacts=(ReleaseContact(display_name=LONG, office=LONG, points=(number, mail)),),
        boilerplates=(
            ReleaseBoilerplate(
                kind=BoilerplateKind.NOTES_TO_EDITORS, text_md=LONG, boilerplate_id=foreign
            ),
        ),
        terms=(tag,),
        provenance=(
            Provenance(
                kind=SourceKind.FILE,
                file_name=f"{LONG}.txt",
                address=f"https://example.org/{LONG.replace(' ', '-')}",
                imported_at=datetime(2026, 11, 25, tzinfo=UTC),
                findings=(unsure,),
            ),
        ),
    )


@pytest.mark.usefixtures("large_texts")
@pytest.mark.parametrize(
    "kind", [ContactsSection, BoilerplateSection, TermsSection, ProvenanceSection]
)
def test_a_section_fits_with_all_that_it_can_show(
    kind: type[FormSection],
    session: ReleaseSession,
    store: Store,
    hub: ChangeHub,
    icons: Icons,
    qtbot: QtBot,
) -> None:
    section = kind(session, store, hub, icons)
    qtbot.addWidget(section)
    if isinstance(section, BoilerplateSection):
        french = Boilerplate(
            id=BoilerplateId(UUID(int=5)),
            language="fr",
            text_md="À propos.",
            valid_from=date(2026, 1, 1),
        )
        section._on_texts_read(((french,), ()))
    session.open(full())
    if isinstance(section, ContactsSection):
        section._on_book_read(())
        section._open_picker()
    if isinstance(section, TermsSection):
        section._on_more_clicked()
    for row in section.findChildren(ContactRow) + section.findChildren(BoilerplateRow):
        row.set_open(is_open=True)
    section.resize(NARROWEST, 600)
    with qtbot.waitExposed(section):
        section.show()
    assert section.minimumSizeHint().width() <= NARROWEST


def test_all_sections_of_a_real_release_fit_a_small_window(
    sample_folder: Path, open_window: Callable[..., OpenWindow]
) -> None:
    window = open_window().begin()
    window.window.resize(1024, 640)
    window.settle()
    column = window.window.inspector.findChild(QWidget, "inspector_column")
    assert column is not None
    wide = [
        section.objectName()
        for section in column.findChildren(FormSection)
        if section.minimumSizeHint().width() > NARROWEST
    ]
    assert wide == []
