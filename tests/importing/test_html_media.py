import pytest

from newsdesk.importing.html_media import distinct, media_address, media_in
from newsdesk.importing.media import NamedMedia

BASE = "https://port.example.org/news/one/"


def test_pictures_come_with_what_is_said_of_them() -> None:
    html = (
        '<p>Text</p><figure><a href="/l"><img src="/a.jpg" alt=" The  ferry "></a>'
        "<figcaption>At its <b>berth</b></figcaption></figure><img src='b.png'>"
        '<video src="c.mp4"></video><audio><source src="d.mp3"></audio>'
    )
    assert media_in(html, BASE) == (
        NamedMedia(
            address="https://port.example.org/a.jpg", alt="The ferry", caption="At its berth"
        ),
        NamedMedia(address=f"{BASE}b.png"),
        NamedMedia(address=f"{BASE}c.mp4"),
        NamedMedia(address=f"{BASE}d.mp3"),
    )


def test_a_picture_that_is_fetched_late_is_named_by_where_it_lies() -> None:
    html = '<img src="data:image/gif;base64,R0" data-src="/a.jpg">'
    assert [one.address for one in media_in(html, BASE)] == ["https://port.example.org/a.jpg"]


@pytest.mark.parametrize(
    "html",
    [
        '<img src="/a.gif" width="1" height="1">',
        '<img src="/a.gif" style="display:none">',
        "<img>",
        '<img src="javascript:alert(1)">',
        "",
        "Text",
        "<",
    ],
)
def test_what_nobody_sees_is_no_picture(html: str) -> None:
    assert media_in(html, BASE) == ()


@pytest.mark.parametrize(
    ("written", "base", "address"),
    [
        ("a.jpg", None, "a.jpg"),
        ("//cdn.example.org/a.jpg", BASE, "https://cdn.example.org/a.jpg"),
        ("https://x.example.org/a\n.jpg", None, "https://x.example.org/a.jpg"),
        ("file:///etc/passwd", BASE, None),
        ("JavaScript:alert(1)", BASE, None),
        ("data:image/png;base64,AA", BASE, None),
        ("C:\\a.jpg", None, None),
        ("#top", BASE, None),
        ("", BASE, None),
        (None, BASE, None),
        ("http://[", BASE, None),
        ("a" * 3_000, None, None),
    ],
)
def test_an_address_is_a_place(written: str | None, base: str | None, address: str | None) -> None:
    assert media_address(written, base) == address


def test_of_two_entries_for_one_picture_the_fuller_one_is_kept_in_the_first_place() -> None:
    bare, other = NamedMedia(address="a"), NamedMedia(address="b")
    full = NamedMedia(address="a", alt="A ferry")
    assert distinct([bare, other, full]) == (full, other)


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        ("Crews at night. Photo: Jonas Perret", "Jonas Perret"),
        ("Crews at night. Photo: IOM 2026/Lena Marsh.", "IOM 2026/Lena Marsh"),
        ("Crews at night © Jonas Perret", "Jonas Perret"),
        ("Des équipes (Crédit photo : Claire Morel)", "Claire Morel"),
        ("夜の訓練 写真：佐藤", "佐藤"),
        ("Crews at night", ""),
        ("A photo of crews at night", ""),
    ],
)
def test_a_caption_may_say_who_took_the_picture(caption: str, credit: str) -> None:
    html = f"<figure><img src=a.jpg><figcaption>{caption}</figcaption></figure>"
    (picture,) = media_in(html, BASE)
    assert (picture.caption, picture.credit) == (caption, credit)
