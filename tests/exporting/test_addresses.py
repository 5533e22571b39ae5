import pytest

from newsdesk.exporting.addresses import web_address


@pytest.mark.parametrize(
    "address",
    [
        "https://press.example.org/2026/harbour?x=1&y=2#top",
        "http://example.org",
        "HTTPS://example.org/a",
        "https://example.org/هجرة",
    ],
)
def test_a_web_address_is_kept(address: str) -> None:
    assert web_address(f"  {address}\n") == address


@pytest.mark.parametrize(
    "text",
    [
        None,
        "",
        "javascript:alert(1)",
        "data:text/html,x",
        "//example.org/a",
        "/2026/harbour",
        "file:///etc/passwd",
        "mailto:press@example.org",
        "https:// example.org",
        "https://",
        "the page at https://example.org",
    ],
)
def test_anything_else_is_none(text: str | None) -> None:
    assert web_address(text) == ""
