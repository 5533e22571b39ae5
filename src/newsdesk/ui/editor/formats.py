"""The marks that Markdown has for what a press officer wants to say."""

from enum import StrEnum


class TextFormat(StrEnum):
    """What can be done to the text that is selected, or to the paragraphs it stands in."""

    HEADING = "heading"
    BOLD = "bold"
    ITALIC = "italic"
    LINK = "link"
    QUOTE = "quote"
    LIST = "list"
    NUMBERED_LIST = "numbered_list"
    TABLE = "table"
