"""The page that the preview loads once: the frame of an exported page; its blocks come later.

The paper is the exported file's, by the same sheet; only the desk around it is the window's.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from html import escape

from newsdesk.domain.picture_marks import SCHEME
from newsdesk.rendering.page import GROUPS, Page, RenderedBlock
from newsdesk.ui.theme.theme import Theme

SCROLL_BAR_PX = 12  # as wide as those of the window
_MOST_IN_SHELL = 100_000  # characters of HTML: the engine takes 2 MB, nine bytes for some of them
_PICTURE = re.compile(rf"(<img(?:\s+[\w:-]+=\"[^\"]*\")*?)\s+src=(?=\"{SCHEME}:)")
NARROW_PX = 380  # up to here the paper has the margins of a phone

# One of four layers; the others are the sanitiser, scripts switched off, and the gate that lets no
# request through. Pictures are the newsroom's own.
SECURITY_POLICY = (
    "default-src 'none'; img-src newsdesk-media: data:; style-src 'unsafe-inline'; "
    "font-src data:; base-uri 'none'; form-action 'none'"
)

# A pane is narrower than a window: on the desk the paper keeps the look it has in a wide one.
_DESK_CSS = f"""
::-webkit-scrollbar {{
  width: {SCROLL_BAR_PX}px; height: {SCROLL_BAR_PX}px; background: transparent;
}}
::-webkit-scrollbar-thumb {{
  border: 3px solid transparent; border-radius: 6px;
  background: var(--scroll) padding-box; min-height: 36px;
}}
::-webkit-scrollbar-corner {{ background: transparent; }}
@media screen {{
  [data-layout="desktop"] {{ scrollbar-gutter: stable; }}
  [data-layout="desktop"] body {{ padding: 0 20px; }}
}}
@media screen and (width <= 640px) {{
  [data-layout="desktop"] {{ background: var(--canvas); }}
  [data-layout="desktop"] .paper {{
    margin: 20px auto; padding: 36px 40px 48px; border-radius: 6px; box-shadow: var(--shadow);
  }}
  [data-layout="desktop"] .headline {{ font-size: 28px; }}
}}
@media screen and (width <= {NARROW_PX}px) {{
  [data-layout="desktop"] body {{ padding: 0 12px; }}
  [data-layout="desktop"] .paper {{ margin: 12px auto; padding: 24px 20px 40px; }}
  [data-layout="desktop"] .headline {{ font-size: 25px; }}
}}
@media screen {{
  .desk-mark {{
    position: absolute; box-sizing: border-box; border-radius: 3px; pointer-events: none;
    border-inline-start: 3px solid color-mix(in srgb, var(--accent) 55%, transparent);
    background: color-mix(in srgb, var(--accent) 5%, transparent);
  }}
  .desk-below {{
    position: fixed; inset-block-end: 0; inset-inline-start: 0; box-sizing: border-box;
    max-width: 100%; padding: 4px 10px; overflow: hidden; pointer-events: none;
    border: 1px solid var(--edge); border-start-end-radius: 6px; border-width: 1px 1px 0 0;
    background: var(--raised); color: var(--words); font: 12px/1.5 var(--sans);
    text-overflow: ellipsis; white-space: nowrap; unicode-bidi: plaintext;
  }}
}}
::highlight(found) {{ background-color: #fbe3ab; color: inherit; }}
@media print {{
  ::highlight(found) {{ background-color: transparent; }}
  .desk-mark, .desk-below {{ display: none; }}
}}
"""


def fits_in_shell(page: Page) -> bool:
    """Whether the engine takes the whole page with the shell."""
    return sum(len(block.html) for block in page.blocks) < _MOST_IN_SHELL


class Layout(StrEnum):
    """How wide the page is shown."""

    DESKTOP = "desktop"
    PHONE = "phone"


_DESK_COLOURS = {  # of the theme, by their names in the sheet
    "canvas": "canvas", "scroll": "scroll", "accent": "accent",
    "raised": "raised", "words": "text2", "edge": "line",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Look:
    """What is the window's about the page: colours of CSS around the paper, and the width."""

    colours: Mapping[str, str]
    layout: Layout

    @classmethod
    def of(cls, theme: Theme, layout: Layout) -> "Look":
        colours = {name: theme.colours[ours] for name, ours in _DESK_COLOURS.items()}
        return cls(colours, layout)

    @property
    def canvas(self) -> str:
        return self.colours["canvas"]


def shell_html(release_css: str, look: Look, page: Page | None = None) -> str:
    """Return the whole of the page to load, with the blocks of `page` in it if there is one."""
    language, direction, title, blocks = (
        (page.language, page.direction, page.title, page.blocks) if page else ("en", "ltr", "", ())
    )
    style = "; ".join(f"--{name}: {colour}" for name, colour in look.colours.items())
    return (
        f'<!doctype html>\n<html lang="{escape(language)}" dir="{direction}"'
        f' data-scheme="light" data-layout="{look.layout}" style="{escape(style)}">\n'
        '<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{SECURITY_POLICY}">\n'
        f"<title>{escape(title)}</title>\n"
        f"<style>\n{release_css}</style>\n<style>{_DESK_CSS}</style>\n</head>\n<body>\n"
        f'<main class="paper">\n<article>\n{_article(blocks)}\n</article>\n</main>\n'
        "</body>\n</html>\n"
    )


def look_script(look: Look) -> str:
    """Return the call of the host script that gives a loaded page this look."""
    return f"newsdesk.look(...{json.dumps([look.layout, dict(look.colours)])})"


def _article(blocks: Sequence[RenderedBlock]) -> str:
    return "\n".join(_groups(blocks))


def _groups(blocks: Sequence[RenderedBlock]) -> Iterator[str]:
    """Yield the groups of blocks as an exported page has them."""
    for name, kinds in GROUPS.items():
        html = _without_pictures("\n".join(one.html for one in blocks if one.kind in kinds))
        if name == "body":
            yield f'<div class="body">\n{html}\n</div>'
        elif html:
            yield html if name == "banner" else f"<{name}>\n{html}\n</{name}>"


def _without_pictures(html: str) -> str:
    """Return it with its pictures still to come: the engine would wait for them, and we with it."""
    return _PICTURE.sub(r"\1 data-src=", html) if SCHEME in html else html
