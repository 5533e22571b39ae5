"""The two tables of colours, read from their files: complete, alike, and readable."""

import pytest
from PySide6.QtGui import QColor, QPalette

from newsdesk.domain.workflow import State
from newsdesk.ui.assets import Assets
from newsdesk.ui.library.status import status_of
from newsdesk.ui.theme.theme import Theme
from tests.ui.releases import AT, release

NAMES = ("light", "dark")
GROUNDS = ("window", "side", "surface", "raised")
READ = {  # colours of words -> the grounds they stand on
    "text": (
        *GROUNDS, "canvas", "segment", "hover", "press", "accent_soft", "selection",
        "ok_soft", "warn_soft", "bad_soft",
    ),
    "text2": (*GROUNDS, "canvas", "segment", "hover", "press", "accent_soft"),
    "text3": GROUNDS,
    "link": (*GROUNDS, "hover", "press", "accent_soft"),
    "ok": GROUNDS,
    "warn": GROUNDS,
    "bad": GROUNDS,
    "code": ("surface", "side"),
    "on_accent": ("accent", "accent_hover", "accent_press"),
}  # fmt: skip
SEEN = {  # what is no text but must be made out -> the grounds it stands on
    "line2": ("surface",),
    "focus": (*GROUNDS, "accent_soft", "press"),
    "accent": ("surface", "side", "window"),
    "ok": ("ok_soft",),
    "warn": ("warn_soft",),
    "bad": ("bad_soft",),
}


def luminance(colour: str) -> float:
    """Return the relative luminance of WCAG 2.2, from 0 to 1."""
    shade = QColor(colour)
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (shade.redF(), shade.greenF(), shade.blueF())
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted(map(luminance, (one, other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.fixture(params=NAMES)
def theme(request: pytest.FixtureRequest, assets: Assets) -> Theme:
    return Theme.from_toml(assets.themes[request.param])


def test_contrast_is_measured_as_the_guidelines_have_it() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


def test_words_can_be_read_on_every_ground_they_stand_on(theme: Theme) -> None:
    colours = theme.colours
    pale = {
        (text, ground): round(contrast(colours[text], colours[ground]), 2)
        for text, grounds in READ.items()
        for ground in grounds
        if contrast(colours[text], colours[ground]) < 4.5
    }
    assert pale == {}


def test_chips_can_be_read(theme: Theme) -> None:
    assert [
        name for name, chip in theme.chips.items() if contrast(chip.text, chip.ground) < 4.5
    ] == []


def test_marks_in_a_source_can_be_read(theme: Theme) -> None:
    """Their words beside the text and on their own ground, and the text on that ground."""
    side = theme.colours["surface"]
    pale = [
        (name, ground)
        for name, mark in theme.marks.items()
        for words, ground in (
            (mark.text, side), (mark.text, mark.ground), (theme.colours["text"], mark.ground),
        )
        if contrast(words, ground) < 4.5
    ]  # fmt: skip
    assert pale == []


def test_borders_focus_and_signs_are_made_out(theme: Theme) -> None:
    colours = theme.colours
    faint = [
        (sign, ground)
        for sign, grounds in SEEN.items()
        for ground in grounds
        if contrast(colours[sign], colours[ground]) < 3
    ]
    assert faint == []


def test_every_colour_is_one(theme: Theme) -> None:
    written = [*theme.colours.values()]
    written += [part for chip in theme.chips.values() for part in (chip.text, chip.ground)]
    written += [part for mark in theme.marks.values() for part in (mark.text, mark.ground)]
    assert [colour for colour in written if not QColor.isValidColorName(colour)] == []


def test_both_themes_have_the_same_names(assets: Assets) -> None:
    light, dark = (Theme.from_toml(assets.themes[name]) for name in NAMES)
    assert light.colours.keys() == dark.colours.keys()
    assert light.chips.keys() == dark.chips.keys()
    assert light.marks.keys() == dark.marks.keys()
    assert (light.name, light.is_dark, dark.name, dark.is_dark) == ("light", False, "dark", True)


def test_every_state_of_a_release_has_a_chip(theme: Theme) -> None:
    kinds = {status_of(release(state=state), AT).kind for state in State}
    assert kinds | {"embargoed"} <= theme.chips.keys()


def test_palette_and_style_sheet_show_the_same(theme: Theme) -> None:
    palette = theme.palette()
    assert palette.color(QPalette.ColorRole.Window) == theme.colour("window")
    assert palette.color(QPalette.ColorRole.Text) == theme.colour("text")
    assert palette.color(QPalette.ColorRole.Link) == theme.colour("link")


def test_what_is_disabled_is_pale_in_every_role_of_text(theme: Theme) -> None:
    palette, role = theme.palette(), QPalette.ColorRole
    for one in (role.Text, role.WindowText, role.ButtonText):
        assert palette.color(QPalette.ColorGroup.Disabled, one) == theme.colour("line2")


@pytest.mark.parametrize("text", ["", "name = 'light'", "not toml at all ["])
def test_what_is_no_theme_is_refused(text: str) -> None:
    with pytest.raises((KeyError, ValueError)):
        Theme.from_toml(text)


def test_a_colour_that_is_not_in_the_table_is_a_mistake(theme: Theme) -> None:
    with pytest.raises(KeyError):
        theme.colour("mauve")
    with pytest.raises(KeyError):
        theme.chip("mauve")
    with pytest.raises(KeyError):
        theme.mark("mauve")
