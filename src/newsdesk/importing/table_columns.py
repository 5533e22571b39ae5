"""What the columns of a table of contacts are called, by Outlook, Google, spreadsheets and us."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from newsdesk.domain.fold import fold

_NAMES: Mapping[str, Sequence[str]] = {  # field -> headings, folded
    "name": (
        "name", "full name", "display name", "nom complet", "nombre completo", "file as", "الاسم",
    ),
    "first": ("first name", "given name", "prenom", "nombre", "vorname"),
    "middle": ("middle name", "additional name"),
    "last": (
        "last name", "family name", "surname", "nom", "nom de famille", "apellidos", "nachname",
    ),
    "sort_name": ("sort name", "file under"),
    "variants": ("other names", "nickname", "surnom", "variants"),
    "role_title": (
        "job title", "organization title", "organisation title", "role", "position", "fonction",
        "titre", "cargo", "puesto",
    ),
    "office": (
        "office", "company", "organization", "organisation", "organization name", "societe",
        "organizacion", "empresa", "firma", "المنظمه",
    ),
    "department": ("department", "organization department", "service"),
    "email": (
        "e-mail", "email", "mail", "e-mail address", "email address", "e-mail value", "courriel",
        "adresse de messagerie", "correo electronico", "البريد الالكتروني",
    ),
    "phone": (
        "telephone", "phone", "tel", "phone value", "business phone", "home phone", "primary phone",
        "company main phone", "other phone", "telephone number", "phone number", "telefono",
        "telephone professionnel", "telefon", "الهاتف",
    ),
    "phone_type": ("phone type", "phone label"),
    "mobile": (
        "mobile", "mobile phone", "cell phone", "cell", "portable", "telephone mobile", "movil",
        "handy",
    ),
    "fax": ("fax", "business fax", "home fax", "other fax", "telecopie"),
    "whatsapp": ("whatsapp",),
    "web": ("web", "web page", "website", "url", "website value", "site web"),
    "private": ("not public",),
    "languages": ("languages", "language", "langues", "idiomas"),
    "tz": ("time zone", "timezone"),
    "hours": ("hours",),
    "public": ("public",),
    "active": ("active",),
    "verified": ("last verified",),
    "roles": ("roles",),
    "key": ("key",),
}  # fmt: skip
_BY_HEADING = {heading: field for field, headings in _NAMES.items() for heading in headings}
_NUMBER = re.compile(r"\b(\d{1,2})\b")
_TITLES = ("title",)  # Outlook: Dr, Ms; elsewhere: of the job


@dataclass(frozen=True, slots=True)
class Column:
    """What one column holds."""

    field: str
    number: str = ""  # of several of a kind: "2" of `Phone 2 - Value`


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The columns of a table."""

    columns: tuple[Column | None, ...]  # None: it is not read

    @property
    def names_somebody(self) -> bool:
        fields = {column.field for column in self.columns if column is not None}
        return bool(fields & {"name", "first", "last", "office"})

    @property
    def told(self) -> tuple[str, ...]:
        """The field of each column; empty where it is not read."""
        return tuple(column.field if column else "" for column in self.columns)


def columns_of(headings: Sequence[str]) -> Columns:
    """Tell what columns hold by what stands above them."""
    folded = [fold(heading) for heading in headings]
    has_parts = any(_BY_HEADING.get(one) == "first" for one in folded)
    made: list[Column | None] = []
    seen: set[str] = set()
    for heading in folded:
        number = _NUMBER.search(heading)
        bare = " ".join(_NUMBER.sub("", heading).replace(" - ", " ").replace("- ", " ").split())
        field = _BY_HEADING.get(bare)
        if bare in _TITLES and not has_parts:
            field = "role_title"
        if field in seen and field in _ONCE:
            field = None
        if field is not None:
            seen.add(field)
        made.append(Column(field, number[1] if number else "") if field else None)
    return Columns(columns=tuple(made))


_ONCE = frozenset({"name", "first", "middle", "last", "sort_name", "role_title", "key", "roles"})
