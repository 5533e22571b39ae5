"""The user guide as it is shown: rendered as a release is, with the shortcuts of this system."""

import re
from collections.abc import Mapping

from newsdesk.rendering.markdown import BlockRenderer
from newsdesk.ui.theme.theme import Theme

_KEYS = re.compile(r"\{([a-z]+\.[a-z_]+)\}")


def guide_html(markdown: str, keys: Mapping[str, str]) -> str:
    """Return a guide as safe HTML, each `{id.of_action}` in it replaced by its shortcut.

    Args:
        keys: shortcuts by the ids of actions; one without keys is written as a dash.

    Raises:
        KeyError: the guide names an action that is not there.
    """
    written = _KEYS.sub(lambda named: f"**{keys[named[1]] or '–'}**", markdown)
    return BlockRenderer().render_body(written).html


def sheet(theme: Theme) -> str:
    """Return the style of the guide in the colours of a theme."""
    colour = theme.colours
    return (
        f"* {{ color: {colour['text']}; }} h1 {{ font-size: 21px; font-weight: 600; }}"
        f"h2 {{ font-size: 17px; font-weight: 600; margin-top: 22px; }}"
        f"h3 {{ font-size: 14px; font-weight: 600; }}"
        f"p, li {{ font-size: 14px; line-height: 140%; }}"
        f"code {{ color: {colour['text2']}; }}"
        "th, td { padding: 4px 14px 4px 0; text-align: left; }"
    )
