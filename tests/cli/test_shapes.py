from uuid import UUID

from newsdesk.cli import shapes
from newsdesk.domain.contact import Contact, ContactPoint, PointKind
from newsdesk.domain.ids import ContactId
from newsdesk.domain.quote import FoundQuote


def test_a_contact_is_printed_in_the_words_of_the_contract() -> None:
    shape = shapes.contact(
        Contact(
            id=ContactId(UUID(int=1)),
            display_name="Noor Elm",
            role_title="Press officer",
            office="OSH",
            points=(
                ContactPoint(
                    kind=PointKind.PHONE,
                    value="+41225550140",
                    display="+41 22 555 01 40",
                    extension="12",
                ),
                ContactPoint(kind=PointKind.EMAIL, value="noor@example.org"),
            ),
        )
    )
    assert (shape["name"], shape["office"], shape["role"]) == ("Noor Elm", "OSH", "Press officer")
    assert shape["phones"] == ["+41 22 555 01 40, ext. 12"]
    assert shape["emails"] == ["noor@example.org"]


def test_a_quote_without_a_speaker_says_null() -> None:
    shape = shapes.quote(FoundQuote(text="It floats.", speaker=None))
    assert shape == {"text": "It floats.", "speaker": None}
