from dataclasses import replace

import pytest

from newsdesk.domain.contact import ContactPoint, PointKind, ReleaseContact
from newsdesk.domain.newsroom import Newsroom
from newsdesk.rendering.contact_markdown import contact_markdown
from newsdesk.rendering.markdown import BlockRenderer
from tests.rendering.reading import read

PHONE = ContactPoint(
    kind=PointKind.PHONE, value="+41225550140", display="+41 22 555 01 40", extension="203"
)
MAIL = ContactPoint(kind=PointKind.EMAIL, value="noor_elm@example.org")
WEB = ContactPoint(kind=PointKind.WEB, value="https://example.org/a_(b)")
PRIVATE = ContactPoint(kind=PointKind.MOBILE, value="+41795550141", public=False)
NOOR = ReleaseContact(
    display_name="Noor Elm",
    role_title="Head of Press",
    office="OSH *Geneva*",
    points=(PHONE, PRIVATE, MAIL),
)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        (
            "en",
            "Head of Press, OSH {}, Tel: +41 22 555 01 40, ext. 203, Email: {}",
        ),
        (
            "fr",
            "Head of Press, OSH {}, Tél.\u202f: +41 22 555 01 40, poste 203, Courriel\u202f: {}",
        ),
        (
            "zh",
            "Head of Press，OSH {}，电话：+41 22 555 01 40，分机 203，电子邮件：{}",
        ),
    ],
)
def test_a_contact_is_a_line_in_the_words_of_the_language(language: str, line: str) -> None:
    link = "[noor_elm@example.org](mailto:noor_elm@example.org)"
    name, items = contact_markdown(NOOR, language=language, newsroom=Newsroom()).split("**")[1:]
    assert name == "Noor Elm"
    assert items.strip(", ，") == line.format(r"\*Geneva\*", link)


@pytest.mark.parametrize("language", ["en", "ar", "ja"])
def test_a_private_number_is_in_no_line(language: str) -> None:
    line = contact_markdown(NOOR, language=language, newsroom=Newsroom())
    assert "555 01 41" not in line
    assert "795550141" not in line


def test_who_is_not_public_has_no_line() -> None:
    hidden = replace(NOOR, public=False)
    assert contact_markdown(hidden, language="en", newsroom=Newsroom()) == ""


def test_a_number_keeps_its_order_among_arabic_words() -> None:
    line = contact_markdown(NOOR, language="ar", newsroom=Newsroom())
    assert "\u200e+41 22 555 01 40\u200e" in line


def test_addresses_lead_where_they_say() -> None:
    contact = ReleaseContact(display_name="Desk", points=(MAIL, WEB))
    line = contact_markdown(contact, language="en", newsroom=Newsroom())
    read_back = read(BlockRenderer().render_body(line).html)
    links = [value for tag, name, value in read_back.attributes if (tag, name) == ("a", "href")]
    assert links == ["mailto:noor_elm@example.org", "https://example.org/a_%28b%29"]
    assert read_back.text.strip() == (
        "Desk, Email: noor_elm@example.org, Web: https://example.org/a_(b)"
    )
