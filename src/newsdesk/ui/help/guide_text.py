"""The user guide as it is shown: rendered as a release is, with the shortcuts of this system."""

import re
from collections.abc import Mapping

from newsdesk.rendering.markdown import BlockRenderer

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
