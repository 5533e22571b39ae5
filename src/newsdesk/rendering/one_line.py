"""Short fields as one line."""

from newsdesk.rendering.characters import without_hidden


def one_line(text: str) -> str:
    """Return `text` with its white space collapsed and without what must not be shown."""
    return " ".join(filter(None, map(without_hidden, text.split())))
