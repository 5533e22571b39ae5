"""The marks that Markdown has for what a press officer wants to say."""

from enum import StrEnum


class TextFormat(StrEnum):
    """What can be done to the text that is selected, or to the paragraphs it stands in."""

    HEADING = "heading"
    SUBHEADING = "subheading"
    BOLD = "bold"
    ITALIC = "italic"
    LINK = "link"
    QUOTE = "quote"
    LIST = "list"
    NUMBERED_LIST = "numbered_list"
    TABLE = "table"
    FOOTNOTE = "footnote"
    RULE = "rule"


class TableChange(StrEnum):
    """What can be done to the table one writes in."""

    ROW_BELOW = "row_below"
    COLUMN_RIGHT = "column_right"
    DELETE_ROW = "delete_row"
    DELETE_COLUMN = "delete_column"
    ALIGN = "align_table"
