"""Addresses as people read them."""

import pytest
from PySide6.QtCore import QUrl

from newsdesk.ui.preview.link_address import shown_address


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://example.org/a%20b?q=1#x", "https://example.org/a%20b?q=1#x"),
        ("https://example.org/الميناء", "https://example.org/الميناء"),
        ("http://example.org:8080", "http://example.org:8080"),
        # a Cyrillic а, and letters that are nobody else's
        ("https://\u0430pple.example.org/x", "https://xn--pple-43d.example.org/x"),
        ("https://münchen.example/", "https://xn--mnchen-3ya.example/"),
        ("https://bank.example.org:x@evil.example.org/", "https://evil.example.org/"),
        ("https://example.org/\u202egnp.exe", "https://example.org/%E2%80%AEgnp.exe"),
        ("https://example.org/a\u200bb", "https://example.org/a%E2%80%8Bb"),
        ("mailto:press@example.org", "mailto:press@example.org"),
        ("mailto:press@example.org?subject=Hi%20all", "mailto:press@example.org?subject=Hi%20all"),
        ("tel:+41225550140", "tel:+41225550140"),
    ],
)
def test_nothing_passes_for_something_else(address: str, shown: str) -> None:
    assert shown_address(QUrl(address)) == shown


def test_of_a_long_one_the_host_is_always_seen() -> None:
    shown = shown_address(QUrl(f"https://{'a.' * 60}example.org/{'b' * 5_000}"))
    assert shown.startswith(f"https://{'a.' * 60}example.org/bbb")
    assert shown.endswith("…")
    assert len(shown) < 350
