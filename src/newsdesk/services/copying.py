"""What is put on the clipboard for programs that write with looks: HTML, and the same in words."""

from dataclasses import dataclass

from newsdesk.exporting.pictures import embedded
from newsdesk.rendering.release import RenderedRelease
from newsdesk.rendering.rich_text import rich_text
from newsdesk.rendering.text_page import fragment_text, text_page


@dataclass(frozen=True, slots=True)
class Copied:
    """The same in two forms."""

    html: str  # a fragment that needs nothing from elsewhere
    text: str


def copied(rendered: RenderedRelease, selected: str = "") -> Copied:
    """Return a release to be put on the clipboard.

    Args:
        selected: the HTML of a part of its page; empty: all of it.
    """
    html = selected or "\n".join(block.html for block in rendered.blocks)
    return Copied(
        rich_text(
            embedded(html, rendered.media),
            language=rendered.language,
            direction=rendered.direction,
        ),
        fragment_text(selected, rendered.direction) if selected else text_page(rendered),
    )
