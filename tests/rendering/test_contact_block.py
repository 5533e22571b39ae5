import html as markup
import re
from collections.abc import Iterator

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.domain.contact import ContactPoint, PointKind, ReleaseContact
from newsdesk.domain.newsroom import Newsroom
from newsdesk.rendering.contact_block import ContactBlock, ContactLayout, contact_block

NEWSROOM = Newsroom(organisation="Bureau for Safe Crossings", short_name="BSC")
PHONE = ContactPoint(
    kind=PointKind.PHONE, value="+41225550100", display="+41 22 555 01 00", extension="203"
)
MOBILE = ContactPoint(kind=PointKind.MOBILE, value="+41795550199", public=False)
EMAIL = ContactPoint(kind=PointKind.EMAIL, value="ana.wirth@example.org")
ANA = ReleaseContact(
    display_name="Ana Wirth",
    role_title="Press Officer",
    office="BSC Geneva",
    points=(PHONE, MOBILE, EMAIL),
)
INTRO = "For more information, please contact:"


def block(*contacts: ReleaseContact, language: str = "en") -> ContactBlock:
    return contact_block(contacts, language=language, newsroom=NEWSROOM)


def with_points(*points: ContactPoint, name: str = "Ana") -> ReleaseContact:
    return ReleaseContact(display_name=name, points=points)


def hrefs(html: str) -> list[str]:
    return [markup.unescape(href) for href in re.findall(r'href="([^"]*)"', html)]


def test_the_line_style_has_one_line_for_a_contact() -> None:
    assert block(ANA).text == (
        f"{INTRO}\nAna Wirth, Press Officer, BSC Geneva, Tel: +41 22 555 01 00, ext. 203, "
        "Email: ana.wirth@example.org"
    )


def test_the_block_style_has_one_item_to_a_line() -> None:
    made = contact_block(
        [ANA, with_points(name="Jo Lind")],
        language="en",
        newsroom=NEWSROOM,
        layout=ContactLayout.BLOCK,
    )
    assert made.text == (
        f"{INTRO}\n\nAna Wirth\nPress Officer\nBSC Geneva\nTel: +41 22 555 01 00, ext. 203\n"
        "Email: ana.wirth@example.org\n\nJo Lind"
    )
    assert "Press Officer<br>\nBSC Geneva<br>\nTel: " in made.html


def test_the_html_links_numbers_and_addresses() -> None:
    assert block(ANA).html == (
        '<address class="contacts">\n'
        f'<p class="contact-intro">{INTRO}</p>\n'
        '<p class="contact"><strong>Ana Wirth</strong>, Press Officer, BSC Geneva, '
        'Tel: <a href="tel:+41225550100;ext=203">+41 22 555 01 00</a>, ext. 203, '
        'Email: <a href="mailto:ana.wirth@example.org">ana.wirth@example.org</a></p>\n'
        "</address>"
    )


def test_numbers_and_addresses_are_isolated_in_right_to_left_text() -> None:
    made = block(ANA, language="ar")
    assert '<bdi dir="ltr"><a href="tel:+41225550100;ext=203">+41 22 555 01 00</a></bdi>' in (
        made.html
    )
    assert '<bdi dir="ltr"><a href="mailto:ana.wirth@example.org">' in made.html
    assert "<strong><bdi>Ana Wirth</bdi></strong>، " in made.html
    assert "هاتف: \u200e+41 22 555 01 00\u200e" in made.text


def test_without_contacts_there_is_no_block() -> None:
    empty = block(ReleaseContact(public=False, display_name="Ana"), ReleaseContact())
    assert not empty
    assert (empty.html, empty.text) == ("", "")


def test_a_contact_without_public_points_still_shows_its_name() -> None:
    assert block(with_points(MOBILE)).text == f"{INTRO}\nAna"


def test_a_point_that_this_release_withholds_is_not_shown() -> None:
    contact = ReleaseContact(display_name="Ana", points=(PHONE, EMAIL), withheld=frozenset({PHONE}))
    assert block(contact).text == f"{INTRO}\nAna, Email: ana.wirth@example.org"


def test_an_office_without_a_person_is_the_name() -> None:
    made = block(ReleaseContact(office="BSC Kabul", points=(EMAIL,)))
    assert "<strong>BSC Kabul</strong>, Email: " in made.html


def test_our_own_organisation_comes_first_then_the_order_of_the_release() -> None:
    offices = ["Ministry", "BSC Geneva", "ABSC Ltd", "Bureau for safe crossings, Rome"]
    made = block(*(ReleaseContact(office=office) for office in offices))
    assert made.text.splitlines()[1:] == [
        "BSC Geneva",
        "Bureau for safe crossings, Rome",
        "Ministry",
        "ABSC Ltd",
    ]


def test_contacts_of_a_group_stand_under_its_label() -> None:
    made = block(
        ReleaseContact(display_name="Arno", group_label="In Bonn, Germany"),
        ReleaseContact(display_name="Karin", group_label="In Vienna, Austria:"),
        ReleaseContact(display_name="Mia", group_label="In Bonn, Germany:"),
    )
    assert made.text.splitlines()[1:] == [
        *("In Bonn, Germany:", "Arno", "Mia"),
        *("In Vienna, Austria:", "Karin"),
    ]
    assert '<p class="contact-group">In Bonn, Germany:</p>' in made.html


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("fr", "Ana, Tél.\u202f: +41 22 555 01 00, poste 203"),
        ("zh", "Ana，电话：+41 22 555 01 00，分机 203"),
        ("de", "Ana, Tel.: +41 22 555 01 00, Durchwahl 203"),
    ],
)
def test_labels_are_those_of_the_language(language: str, line: str) -> None:
    assert block(with_points(PHONE), language=language).text.splitlines()[1] == line


@pytest.mark.parametrize(
    ("kind", "value", "href"),
    [
        (PointKind.PHONE, "+41 (0)22 555-01.00", ["tel:+41225550100"]),
        (PointKind.WHATSAPP, "+41795550199", ["tel:+41795550199"]),
        (PointKind.PHONE, "86 10 5550 5303", []),
        (PointKind.PHONE, "+41 ask for Ana", []),
        (PointKind.PHONE, "+1234567890123456", []),
        (PointKind.FAX, "+41225550100", []),
        (PointKind.EMAIL, "o'neil+press@example.org", ["mailto:o%27neil+press@example.org"]),
        (PointKind.EMAIL, "a?bcc=b@example.org", ["mailto:a%3Fbcc%3Db@example.org"]),
        (PointKind.EMAIL, "a%0D%0ABcc:b@example.org", ["mailto:a%250D%250ABcc%3Ab@example.org"]),
        (PointKind.EMAIL, "a@example.org?bcc=b@example.org", []),
        (PointKind.EMAIL, "a@example.org\r\nBcc: b@example.org", []),
        (PointKind.EMAIL, "press office", []),
        (PointKind.WEB, "https://example.org/a?b=c&d", ["https://example.org/a?b=c&d"]),
        (PointKind.WEB, "javascript:alert(1)", []),
        (PointKind.WEB, "//example.org", []),
    ],
)
def test_a_link_leads_only_where_it_says(kind: PointKind, value: str, href: list[str]) -> None:
    made = block(with_points(ContactPoint(kind=kind, value=value)))
    assert hrefs(made.html) == href


def test_a_web_page_learns_nothing_of_where_it_was_linked() -> None:
    page = ContactPoint(kind=PointKind.WEB, value="https://example.org/press")
    assert 'press" rel="noopener noreferrer">' in block(with_points(page)).html


def test_an_extension_that_is_no_number_stays_out_of_the_link() -> None:
    point = ContactPoint(kind=PointKind.PHONE, value="+41225550100", extension="1;x=y")
    assert hrefs(block(with_points(point)).html) == ["tel:+41225550100"]


def test_markup_in_a_field_is_text() -> None:
    made = block(ReleaseContact(display_name='<img src=x onerror="a">', office="A & B\n<script>"))
    assert "<img" not in made.html
    assert "<script>" not in made.html
    assert "A &amp; B &lt;script&gt;" in made.html


WORDS = st.text(max_size=15) | st.sampled_from(["<b>", '"', "</p><p>", "\u202e", "a@b.org", "+1 2"])
POINTS = st.builds(
    ContactPoint,
    kind=st.sampled_from(PointKind),
    value=WORDS,
    display=st.none() | WORDS,
    extension=st.none() | WORDS,
    usage=st.none() | WORDS,
)
SECRETS = st.builds(
    ContactPoint,
    kind=st.sampled_from(PointKind),
    value=st.just("SECRET1"),
    display=st.just("SECRET2"),
    extension=st.just("SECRET3"),
    usage=st.just("SECRET4"),
    public=st.just(False),  # noqa: FBT003
)
CONTACTS = st.builds(
    ReleaseContact,
    display_name=WORDS,
    role_title=st.none() | WORDS,
    office=st.none() | WORDS,
    public=st.booleans(),
    points=st.lists(POINTS | SECRETS, max_size=4).map(tuple),
    group_label=st.none() | WORDS,
)


def elements(html: str) -> Iterator[tuple[str, dict[str, str]]]:
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    for element in parser.parseFragment(html).iter():
        yield element.tag, dict(element.attrib)


ALLOWED = {
    "DOCUMENT_FRAGMENT": set[str](),
    "address": {"class"},
    "p": {"class"},
    "strong": set[str](),
    "br": set[str](),
    "bdi": {"dir"},
    "a": {"href", "rel"},
}


@given(
    st.lists(CONTACTS, max_size=4),
    st.sampled_from(["en", "fr", "ar", "zh", "sw"]),
    st.sampled_from(ContactLayout),
)
def test_whatever_is_typed_the_html_is_whole_and_nothing_private_is_in_it(
    contacts: list[ReleaseContact], language: str, layout: ContactLayout
) -> None:
    made = contact_block(contacts, language=language, newsroom=NEWSROOM, layout=layout)
    for tag, attributes in elements(made.html):
        assert attributes.keys() <= ALLOWED[tag]
        assert attributes.get("href", "tel:").startswith(("tel:", "mailto:", "http"))
    assert "SECRET" not in made.html
    assert "SECRET" not in made.text
    made.text.encode()
