"""Tool tips of texts that somebody typed or brought in: Qt would read them as a page."""

from html import escape


def as_tool_tip(text: str) -> str:
    """Return `text` as a tool tip that wraps and means nothing but itself; "" stays none."""
    return f"<qt>{escape(text)}</qt>".replace("\n", "<br>") if text else ""
