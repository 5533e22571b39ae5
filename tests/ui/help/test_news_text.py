from newsdesk.ui.help.news_text import news_markdown

TEXT = """# Changelog

For people, in some form.

## [Unreleased]

### Added

- Something
  new. (#9)

## [0.2.0] - 2026-02-01

### Fixed

- A dateline keeps its accent (all of it). (#3, #4)
"""


def day(year: int, month: int, number: int) -> str:
    return f"{number}/{month}/{year}"


def test_versions_are_headed_by_number_and_day() -> None:
    lines = news_markdown(TEXT, "Next", day).splitlines()
    assert [line for line in lines if line.startswith("## ")] == ["## Next", "## 0.2.0 · 1/2/2026"]


def test_what_only_writers_need_is_left_out() -> None:
    text = news_markdown(TEXT, "Next", day)
    assert "#9" not in text
    assert "(#3" not in text
    assert "(all of it)." in text
    assert "in some form" not in text


def test_an_empty_section_of_what_comes_next_is_not_shown() -> None:
    text = news_markdown(TEXT.replace("### Added\n\n- Something\n  new. (#9)\n\n", ""), "Next", day)
    assert text.startswith("## 0.2.0")


def test_a_changelog_without_a_version_is_empty() -> None:
    assert news_markdown("# Changelog\n", "Next", day) == ""
