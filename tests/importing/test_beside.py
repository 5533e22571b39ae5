"""Addresses that mean a file beside the page."""

import pytest

from newsdesk.domain.errors import MediaProblem, MediaRefusedError
from newsdesk.importing.beside import path_beside


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("photo.jpg", "photo.jpg"),
        (" page_files/photo.jpg\n", "page_files/photo.jpg"),
        ("./page_files/./photo.jpg", "page_files/photo.jpg"),
        ("page%20files/Gen%C3%A8ve%2001.jpg?w=300#top", "page files/Genève 01.jpg"),
        ("page_files\\photo.jpg", "page_files/photo.jpg"),
        ("صور/1.png", "صور/1.png"),
        ("console/nulls.jpg", "console/nulls.jpg"),
        ("..photo.jpg", "..photo.jpg"),
        ("[photo.jpg", "[photo.jpg"),
    ],
)
def test_a_relative_address_leads_to_a_file(address: str, path: str) -> None:
    assert path_beside(address) == path


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/photo.jpg",
        "HTTP://example.org/photo.jpg",
        "//example.org/photo.jpg",
        "data:image/png;base64,AAAA",
        "cid:part1@example.org",
        "file:///etc/passwd",
    ],
)
def test_what_lies_elsewhere_is_only_named(address: str) -> None:
    with pytest.raises(MediaRefusedError) as refused:
        path_beside(address)
    assert refused.value.problem is MediaProblem.ELSEWHERE


@pytest.mark.parametrize(
    "address",
    [
        "",
        "#top",
        ".",
        "..",
        "../photo.jpg",
        "page_files/../../photo.jpg",
        "%2e%2e/photo.jpg",
        "page_files/..%2f..%2fphoto.jpg",
        "..\\photo.jpg",
        "/etc/passwd",
        "\\\\server\\share\\photo.jpg",
        "%5C%5Cserver%5Cshare%5Cphoto.jpg",
        "C:photo.jpg",
        "c:/photo.jpg",
        "C%3A/photo.jpg",
        "photo.jpg:stream",
        "photo.jpg%00.png",
        "page_files//photo.jpg",
        "page_files/",
        "NUL",
        "nul.jpg",
        "page_files/COM1.png",
        "con .jpg",
        "lpt¹.jpg",
        "photo.jpg.",
        "photo.jpg%20",
        "page_files /photo.jpg",
        "... /photo.jpg",
        "//[photo",
    ],
)
def test_what_leads_out_of_the_folder_is_refused(address: str) -> None:
    with pytest.raises(MediaRefusedError) as refused:
        path_beside(address)
    assert refused.value.problem in {MediaProblem.OUTSIDE, MediaProblem.ELSEWHERE}
