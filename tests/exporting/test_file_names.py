import re
from dataclasses import replace
from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.domain.release import Standing
from newsdesk.domain.slug import is_slug
from newsdesk.exporting.file_names import file_name
from tests.exporting.sample import ENGLISH, standing_as

NAME = re.compile(
    r"(?:EMBARGOED-\d{8}T\d{4}Z-|DRAFT-|HOLD-|WITHDRAWN-)?(?P<slug>[a-z0-9-]{1,80})\.html"
)
HOSTILE = [
    "../../etc/passwd",
    "..\\..\\windows\\system32",
    "/etc/passwd",
    "C:\\Users\\desk\\x",
    "c:x",
    "\\\\server\\share",
    "CON",
    "nul",
    "com1",
    "LPT9.html",
    "aux.",
    "trailing.",
    "trailing ",
    ".hidden",
    "a\x00b",
    "line\nbreak\r",
    "bell\x07",
    "x" * 300,
    "",
    ".",
    "..",
    "~",
    "-rf",
    "%2e%2e%2f",
    "a/b",
    "\u202elmth.exe",
    "افتتاح محطة الميناء",
    "港口新站今日启用",
]


@pytest.mark.parametrize(
    ("standing", "prefix"),
    [
        (Standing.CLEAR, ""),
        (Standing.DRAFT, "DRAFT-"),
        (Standing.HOLD, "HOLD-"),
        (Standing.WITHDRAWN, "WITHDRAWN-"),
        (Standing.EMBARGOED, "EMBARGOED-20260702T0800Z-"),  # 09:00 in Rabat
    ],
)
def test_a_name_says_what_the_copy_is(standing: Standing, prefix: str) -> None:
    release = standing_as(ENGLISH, standing)
    assert file_name(release, standing, ".html") == f"{prefix}{ENGLISH.slug}.html"


def test_a_copy_under_an_embargo_needs_one() -> None:
    with pytest.raises(ValueError, match="embargo"):
        file_name(ENGLISH, Standing.EMBARGOED, ".html")


@pytest.mark.parametrize("slug", HOSTILE)
@pytest.mark.parametrize("standing", Standing)
def test_a_hostile_slug_names_a_harmless_file(slug: str, standing: Standing) -> None:
    check(slug, standing)


@given(st.text(), st.sampled_from(Standing))
def test_any_slug_names_a_harmless_file(slug: str, standing: Standing) -> None:
    check(slug, standing)


def check(slug: str, standing: Standing) -> None:
    release = standing_as(replace(ENGLISH, slug=slug), standing)
    name = file_name(release, standing, ".html")
    found = NAME.fullmatch(name)
    assert found
    assert is_slug(found["slug"])  # never empty, never reserved
    for kind in (PurePosixPath, PureWindowsPath):
        assert kind(name).parts == (name,)  # inside the folder


def test_different_names_in_other_scripts_stay_different() -> None:
    slugs = ["افتتاح محطة الميناء", "افتتاح محطة القطار", "港口新站今日启用", "港口旧站今日关闭"]
    names = {file_name(replace(ENGLISH, slug=slug), Standing.CLEAR, ".html") for slug in slugs}
    assert len(names) == 4
