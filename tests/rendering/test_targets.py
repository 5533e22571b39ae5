import pytest

from newsdesk.rendering.targets import is_image, is_link, is_remote_image


@pytest.mark.parametrize(
    "target",
    [
        "https://example.org",
        "http://example.org/a?b=c&d=e#f",
        "HTTPS://EXAMPLE.ORG/",
        "https://example.org/a_(b)",
        "https://مثال.إختبار/",
        "https://example.org:8080/x y",
        "https://[2001:db8::1]/",
        "https://example.org/?a=1&amp;b=2",
        "mailto:press@example.org",
        "mailto:press@example.org?subject=Press enquiry",
        "tel:+41229170000",
        "newsdesk-media:00ff",
        "newsdesk-media://00ff/chart.png",
        "#fn-1",
    ],
)
def test_a_link_may_lead_there(target: str) -> None:
    assert is_link(target)


@pytest.mark.parametrize(
    "target",
    [
        "",
        "#",
        "example.org",
        "www.example.org",
        "/path",
        "../path",
        "//example.org",
        r"\\example.org\share",
        r"https:\\example.org",
        "https:example.org",
        "https://",
        "https:///example.org",
        "https://a b",
        "https://example.org:99999",
        "ftp://example.org",
        "file:///etc/passwd",
        "javascript:alert(1)",
        " javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\nscript:alert(1)",
        "java\tscript:alert(1)",
        "&#106;avascript:alert(1)",
        "javascript&colon;alert(1)",
        "vbscript:x",
        "data:text/html,x",
        "data:image/png;base64,AAAA",
        "https://example.org/\u202ex",
        "https://example.org/&#x202e;x",
        "\x02106\x03avascript:alert(1)",  # as the parser keeps an escaped character
    ],
)
def test_a_link_may_not_lead_there(target: str) -> None:
    assert not is_link(target)


def test_images_come_from_the_media_or_are_data_of_a_known_kind() -> None:
    assert is_image("newsdesk-media:00ff")
    for kind in ("png", "jpeg", "webp", "gif"):
        assert is_image(f"data:image/{kind};base64,iVBORw0KGgo=")


@pytest.mark.parametrize(
    "source",
    [
        "",
        "chart.png",
        "//example.org/i.png",
        r"\\example.org\i.png",
        "https://example.org/i.png",
        "file:///i.png",
        "newsdesk-media:\\\\example.org\\i.png",
        "data:image/svg+xml;base64,AAAA",
        "data:image/png,<svg>",
        "data:image/png;base64,AA AA",
        "data:text/html;base64,AAAA",
    ],
)
def test_no_image_comes_from_elsewhere(source: str) -> None:
    assert not is_image(source)


def test_a_remote_image_is_one_with_a_web_address() -> None:
    assert is_remote_image("https://example.org/i.png")
    assert not is_remote_image("newsdesk-media:00ff")
    assert not is_remote_image("mailto:press@example.org")
    assert not is_remote_image("//example.org/i.png")
