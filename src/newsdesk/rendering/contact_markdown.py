"""A contact as a line of the text: `**Noor Elm**, Head of Press, Tel: +41 22 555 01 40`."""

from newsdesk.domain.contact import ReleaseContact
from newsdesk.domain.language import Direction, direction
from newsdesk.domain.newsroom import Newsroom
from newsdesk.rendering.contact_block import ContactItem, contact_block
from newsdesk.rendering.running_markdown import escaped

_BRACKETS = str.maketrans({"(": "%28", ")": "%29"})  # or the address would end at them
_MARK = "\N{LEFT-TO-RIGHT MARK}"  # keeps the groups of a number in order inside Arabic text


def contact_markdown(contact: ReleaseContact, *, language: str, newsroom: Newsroom) -> str:
    """Return what the contacts of a release would say of one, as Markdown; "" if it may say none.

    Numbers are bare and addresses are links. What is not public is not in it.
    """
    block = contact_block([contact], language=language, newsroom=newsroom)
    is_rtl = direction(language) is Direction.RIGHT_TO_LEFT
    lines = (line for group in block.groups for line in group.lines)
    return "\n".join(
        block.comma.join(_item(item, is_rtl=is_rtl) for item in line) for line in lines
    )


def _item(item: ContactItem, *, is_rtl: bool) -> str:
    words = escaped(item.words)
    if item.is_name:
        words = f"**{words}**"
    elif item.href and not item.href.startswith("tel:"):
        words = f"[{words}]({item.href.translate(_BRACKETS)})"
    elif item.is_number_or_address and is_rtl:
        words = f"{_MARK}{words}{_MARK}"
    return f"{_with_spaces(item.label)}{words}{_with_spaces(item.after)}"


def _with_spaces(text: str) -> str:
    """Return a label as Markdown, with the spaces that part it from what it labels."""
    bare = text.strip(" ")
    start = text.index(bare) if bare else 0
    return text[:start] + escaped(bare) + text[start + len(bare) :]
