"""A page, or a part of it, as programs take it that know no style sheet: Word, Outlook, a CMS.

What the sheet of the page says is said again in every element, in the few words all of them know.
"""

import re
from collections.abc import Mapping

from markupsafe import escape

from newsdesk.domain.language import Direction
from newsdesk.rendering.fragment import in_tags
from newsdesk.rendering.text_wrapping import base_direction

_SANS = "Calibri,Arial,sans-serif"
_TEXT = "margin:0 0 10pt 0"
_SMALL = "color:#555e69;font-size:10pt"
_CELL = "border:1px solid #c4c9d0;padding:3pt 6pt;vertical-align:top"
_STYLES: Mapping[str, str] = {
    "p": _TEXT,
    "h1": "margin:0 0 10pt 0;font-size:18pt;line-height:1.2;font-weight:bold",
    "h2": "margin:16pt 0 6pt 0;font-size:14pt;font-weight:bold",
    "h3": "margin:14pt 0 6pt 0;font-size:12pt;font-weight:bold",
    **{f"h{n}": "margin:12pt 0 6pt 0;font-size:11pt;font-weight:bold" for n in (4, 5, 6)},
    "ul": _TEXT,
    "ol": _TEXT,
    "li": "margin:0 0 3pt 0",
    "table": "border-collapse:collapse;margin:0 0 10pt 0",
    "th": f"{_CELL};font-weight:bold;background:#f0f2f5",
    "td": _CELL,
    "blockquote": "margin:0 18pt 10pt 18pt",
    "pre": f"{_TEXT};font-family:Consolas,monospace;white-space:pre-wrap",
    "code": "font-family:Consolas,monospace",
    "kbd": "font-family:Consolas,monospace",
    "a": "color:#1d5bbf",
    "img": "max-width:100%;height:auto",
    "figure": _TEXT,
    "figcaption": _SMALL,
    "address": "font-style:normal",
    "hr": "border:0;border-top:1px solid #c4c9d0",
    "sup": "font-size:8pt",
}
_CLASS_STYLES: Mapping[str, str] = {
    "banner": "border:1px solid #8f5200;padding:6pt 9pt;font-weight:bold;margin:0 0 12pt 0",
    "release-line": _SMALL,
    "subheadline": "font-size:13pt;color:#555e69",
    "byline": _SMALL,
    "dateline": "font-weight:bold",
    "footnotes": f"border-top:1px solid #c4c9d0;padding-top:6pt;{_SMALL}",
    "boilerplate": _SMALL,
    "notes": _SMALL,
    "end-mark": "text-align:center",
    "contact-group": "font-weight:bold",
    "picture-missing": _SMALL,
}
_TAG = re.compile(r"<([a-z][a-z0-9]*)")
_ATTRIBUTE = re.compile(r"\s([\w:-]+)=\"([^\"]*)\"")
_KEPT = frozenset({
    "href", "src", "alt", "width", "height", "colspan", "rowspan", "scope", "start", "lang",
    "title", "id",
})  # fmt: skip
_BACK = re.compile(r"(?:&nbsp;|\s)?<a\s[^<>]*class=\"footnote-backref\"[^<>]*>.*?</a>", re.DOTALL)
_TAGS = re.compile(r"<[^<>]*>")
_WIDEST_PX = 600  # of a picture: Outlook takes no `max-width`
_NEAR = 400  # characters after a tag that are looked at for its direction


def rich_text(html: str, *, language: str, direction: Direction) -> str:
    """Return a safe fragment of a page with all its looks in its own elements.

    Args:
        html: the page's, or what is selected of it; its pictures as they are to be.
    """
    html = _BACK.sub("", html)
    styled = _with_directions(in_tags(html, lambda tag: _styled(tag, direction)), direction)
    return (
        f'<div lang="{escape(language)}" dir="{direction.value}" style="font-family:{_SANS};'
        f'font-size:11pt;line-height:1.4;color:#1a1d21">\n{styled}\n</div>'
    )


def _styled(tag: str, direction: Direction) -> str:
    name = _TAG.match(tag)
    if name is None:
        return tag
    found = dict(_ATTRIBUTE.findall(tag))
    if name[1] == "img":
        found |= _fitted(found.get("width", ""), found.get("height", ""))
    classes = found.get("class", "").split()
    styles = [_STYLES.get(name[1], ""), *(_CLASS_STYLES.get(one, "") for one in classes)]
    if name[1] == "blockquote":
        side = "right" if direction is Direction.RIGHT_TO_LEFT else "left"
        styles.append(f"border-{side}:3px solid #1d5bbf;padding-{side}:9pt")
    styles.append(found.get("style", ""))
    style = ";".join(filter(None, styles))
    kept = [f'{key}="{value}"' for key, value in found.items() if key in _KEPT]
    if "dir" in found:
        kept.append(f'dir="{found["dir"]}"')
    if style:
        kept.append(f'style="{style}"')
    return f"<{' '.join([name[1], *kept])}>"


def _fitted(width: str, height: str) -> Mapping[str, str]:
    """Return the size of a picture as wide as a letter at most; nothing if it is not said."""
    if not width.isdecimal() or int(width) <= _WIDEST_PX:
        return {}
    sizes = {"width": str(_WIDEST_PX)}
    if height.isdecimal():
        sizes["height"] = str(round(int(height) * _WIDEST_PX / int(width)))
    return sizes


def _with_directions(html: str, direction: Direction) -> str:
    """Say the direction of each block: mail programs do not find out by themselves."""
    parts = html.split(' dir="auto"')
    said = [parts[0]]
    for part in parts[1:]:
        words = _TAGS.sub("", part[part.find(">") + 1 :][:_NEAR])
        own = base_direction(words, direction)
        said.append(part if own is direction else f' dir="{own.value}"{part}')
    return "".join(said)
