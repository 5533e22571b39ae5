"""Scenes of the address book."""

from typing import TYPE_CHECKING

from tests.shots.scene import Scene

if TYPE_CHECKING:
    from pathlib import Path

    from newsdesk.ui.people.people_dialog import PeopleDialog
    from tests.drivers import WindowDriver

_TABLE = """Name,Company,Job Title,E-mail Address,Mobile Phone,Shoe size
Lena Quist,Harbour Trust,Spokesperson,lena@example.org,+41 79 555 01 70,38
Omar Saleh,Quay Authority,Director,omar@example.org,,
Par Liljert-Elm,OSH Geneva,,par@example.org,+41 79 555 01 22,
Noor Elm,Elsewhere,Clerk,clerk@example.org,,
Ida Brandt,Quay Authority,,ida at example.org,12,
,,Nobody,,,
"""


def _filled(data: "Path") -> None:
    from datetime import date
    from uuid import UUID

    from newsdesk.desk import open_desk
    from newsdesk.domain.address_book import Card
    from newsdesk.domain.contact import Contact, ContactPoint, PointKind
    from newsdesk.domain.ids import ContactId, PersonId
    from newsdesk.domain.person import Person, TypedRole

    new = UUID(int=0)

    def add(
        name: str,
        office: str = "",
        title: str = "",
        mail: str = "",
        variants: tuple[str, ...] = (),
        roles: tuple[TypedRole, ...] = (),
        verified: date | None = None,
    ) -> Card:
        points = [ContactPoint(kind=PointKind.EMAIL, value=mail)] if mail else []
        if verified:
            points += [
                ContactPoint(kind=PointKind.PHONE, value="+41 22 555 01 22"),
                ContactPoint(
                    kind=PointKind.MOBILE, value="+41 79 555 01 22", public=False, usage="nights"
                ),
            ]
        person = (
            Person(id=PersonId(new), display_name=name, variants=variants)
            if variants or roles
            else None
        )
        contact = (
            Contact(
                id=ContactId(new),
                display_name=name,
                office=office,
                role_title=title or None,
                languages=("en", "sv") if verified else (),
                hours="Monday to Friday, 9–17" if verified else None,
                last_verified=verified,
                points=tuple(points),
            )
            if office
            else None
        )
        return desk.people.save(Card(person=person, contact=contact), roles or None)[0][0]

    with open_desk(data, writing=True) as desk:
        now = TypedRole(
            titles={"en": "Head of Press", "fr": "cheffe de presse", "ar": "رئيسة المكتب الصحفي"},
            organisation="OSH Geneva",
            valid_from=date(2025, 3, 1),
        )
        before = TypedRole(
            titles={"en": "Press officer"},
            organisation="Quay Authority",
            valid_from=date(2021, 5, 1),
            valid_to=date(2025, 2, 28),
        )
        liljert = add(
            "Pär Liljert-Elm", "OSH Geneva", "Head of Press", "par@example.org",
            ("Par Liljert-Elm", "P. Liljert-Elm"), (now, before), date(2024, 9, 12),
        )  # fmt: skip
        add("Par Liljert-Elm", "OSH Geneva", "", "par@example.org")
        add("Ana Wirth", "Harbour Trust", "Press officer", "ana@example.org")
        add("Jorge Andrés Gil", variants=("Jorge Andres Gil",), roles=(before,))
        add("سلمى منصور", "مكتب الصحافة، جنيف", "المتحدثة", "salma@example.org")
        quoted = "“The quay is safe,” said Pär Liljert-Elm, head of press."
        for headline in ("New quay opens in Geneva", "Winter rescues double on the lake"):
            values = {"headline": headline, "contacts": str(liljert.key)}
            desk.releases.new(values, body_md=quoted)


def _opened(driver: "WindowDriver", *, name: str = "Pär Liljert-Elm") -> "PeopleDialog":
    from newsdesk.ui.people.people_dialog import PeopleDialog
    from newsdesk.ui.widgets.entry_list import EntryList
    from tests.hands import wait_until

    driver.workstation.actions.action("library.people").trigger()
    dialog = driver.window.findChild(PeopleDialog)
    wait_until(lambda: bool(dialog._list._entries), "the book")
    key = next(card.key for card, _, _ in dialog._list._entries if card.name == name)
    dialog.choose(key)
    wait_until(
        lambda: (one := dialog._view.findChild(EntryList)) is not None and one.count() > 0,
        "where it is used",
    )
    geometry = driver.window.geometry()
    dialog.move(
        geometry.center().x() - dialog.width() // 2, geometry.center().y() - dialog.height() // 2
    )
    return dialog


def _people(driver: "WindowDriver") -> None:
    _opened(driver)


def _mirrored(driver: "WindowDriver") -> None:
    """As in a window whose own language is Arabic."""
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QApplication

    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    _opened(driver)


def _edit(driver: "WindowDriver") -> None:
    _opened(driver).edit()


def _merge(driver: "WindowDriver") -> None:
    dialog = _opened(driver)
    dialog.merge(dialog._read.suggestions[0].cards)


def _import(driver: "WindowDriver") -> None:
    import tempfile
    from pathlib import Path

    from newsdesk.ui.people.book_import_dialog import BookImportDialog
    from tests.hands import wait_until

    dialog = _opened(driver)
    file = Path(tempfile.mkdtemp()) / "Outlook contacts.csv"
    file.write_text(_TABLE, "utf-8")
    dialog._files.bring_in(file)
    wait_until(lambda: dialog.findChild(BookImportDialog) is not None, "the preview")


SCENES = {
    "people": Scene(_people, prepare=_filled),
    "people-dark": Scene(_people, theme="dark", prepare=_filled),
    "people-arabic": Scene(_mirrored, prepare=_filled),
    "people-1024x640": Scene(_people, size=(1024, 640), prepare=_filled),
    "people-edit": Scene(_edit, prepare=_filled),
    "people-edit-dark": Scene(_edit, theme="dark", prepare=_filled),
    "people-merge": Scene(_merge, prepare=_filled),
    "people-merge-dark": Scene(_merge, theme="dark", prepare=_filled),
    "people-import": Scene(_import, prepare=_filled),
    "people-import-dark": Scene(_import, theme="dark", prepare=_filled),
}
