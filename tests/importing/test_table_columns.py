"""Columns by what stands above them."""

import pytest

from newsdesk.importing.table_columns import columns_of

OUTLOOK = [
    "Title", "First Name", "Middle Name", "Last Name", "Suffix", "Company", "Department",
    "Job Title", "Business Fax", "Business Phone", "Business Phone 2", "Mobile Phone",
    "E-mail Address", "E-mail Type", "E-mail 2 Address", "Web Page", "Notes",
]  # fmt: skip
OUTLOOK_TOLD = (
    "– first middle last – office department role_title fax phone phone mobile email – email web –"
)
GOOGLE = [
    "Name", "Given Name", "Family Name", "Nickname", "Organization 1 - Name",
    "Organization 1 - Title", "E-mail 1 - Type", "E-mail 1 - Value", "E-mail 2 - Value",
    "Phone 1 - Type", "Phone 1 - Value", "Phone 2 - Type", "Phone 2 - Value", "Website 1 - Value",
]  # fmt: skip
GOOGLE_TOLD = (
    "name first last variants office role_title – email email phone_type phone phone_type phone web"
)
GOOGLE_NOW = [
    "First Name", "Last Name", "Organization Name", "Organization Title", "E-mail 1 - Label",
    "E-mail 1 - Value", "Phone 1 - Label", "Phone 1 - Value",
]  # fmt: skip
FRENCH = [
    "Prénom", "Nom", "Société", "Fonction", "Adresse de messagerie", "Téléphone mobile",
]  # fmt: skip


@pytest.mark.parametrize(
    ("headings", "told"),
    [
        (OUTLOOK, OUTLOOK_TOLD),
        (GOOGLE, GOOGLE_TOLD),
        (GOOGLE_NOW, "first last office role_title – email phone_type phone"),
        (FRENCH, "first last office role_title email mobile"),
        (["Name", "Title", "Mail"], "name role_title email"),
        (["NAME", "name", "Quay"], "name – –"),
    ],
)
def test_columns_are_told_by_their_usual_names(headings: list[str], told: str) -> None:
    columns = columns_of(headings)
    assert " ".join(one or "–" for one in columns.told) == told
    assert columns.names_somebody


@pytest.mark.parametrize("headings", [[], ["Quay"], ["E-mail"], ["1", "2"]])
def test_a_table_without_names_is_none_of_contacts(headings: list[str]) -> None:
    assert not columns_of(headings).names_somebody
