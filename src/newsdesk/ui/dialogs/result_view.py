"""A text that is being brought in as the release it will be."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from itertools import accumulate
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Slot
from PySide6.QtWidgets import QTextBrowser, QWidget

from newsdesk.domain.release import Standing
from newsdesk.domain.vocabulary import Scheme
from newsdesk.rendering.page import BlockKind, RenderedBlock
from newsdesk.ui.theme.theme_controller import ThemeController

if TYPE_CHECKING:
    from newsdesk.domain.release import Release
    from newsdesk.services.desk import Desk
    from newsdesk.services.import_ import Draft

_MARGIN = 20
_MOST = 100_000  # characters of HTML
_CSS = """
body {{ color: {text}; font-size: {size}px; }}
p {{ margin-top: 0; margin-bottom: {gap}px; line-height: 145%; }}
h1 {{ font-size: {h1}px; font-weight: 600; margin-top: 0; margin-bottom: {gap}px; }}
h2, h3, h4 {{ font-size: {h2}px; font-weight: 600; margin-top: 12px; margin-bottom: 6px; }}
a {{ color: {link}; text-decoration: none; }}
address {{ font-style: normal; }}
.dateline {{ font-weight: 600; }}
.subheadline {{ color: {text2}; font-size: {h2}px; }}
.byline, .release-line, .end-mark, .contact-intro, .contact-group, .place-note,
.told, .banner p {{ color: {text2}; font-size: {small}px; }}
.banner-embargoed p {{ color: {warn}; font-weight: 600; }}
.missing {{ color: {text3}; }}
"""


@dataclass(frozen=True, slots=True)
class Result:
    """What a draft will be, ready to be shown."""

    release: "Release"
    blocks: tuple[RenderedBlock, ...]  # as the preview and every export have them
    direction: str  # of the release, as HTML's `dir` has it


def result_of(desk: "Desk", draft: "Draft") -> Result:
    """Return what storing this draft would make. For the store's thread: it renders.

    Raises:
        ImportRefusedError: a field of it cannot hold what it was given.
    """
    from newsdesk.rendering.markdown import BlockRenderer  # noqa: PLC0415 - heavy; in a thread
    from newsdesk.rendering.release import render_release  # noqa: PLC0415
    from newsdesk.rendering.typography import quotation_marks  # noqa: PLC0415

    release = desk.imports.preview(draft).release
    renderer = BlockRenderer(quotes=quotation_marks(release.language))
    standing = Standing.EMBARGOED if release.embargo else Standing.DRAFT
    page = render_release(release, desk.newsroom.get(), standing, renderer).page
    # that it will be a draft goes without saying
    shown = tuple(block for block in page.blocks if block.kind is not BlockKind.BANNER)
    return Result(release, shown, page.direction.value)


class ResultView(QTextBrowser):
    """Shows a result, to be read only: it fetches nothing and leads nowhere."""

    def __init__(self, themes: ThemeController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("result")
        self.setAccessibleName(self.tr("The release as it will be"))
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(_MARGIN)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._themes = themes
        self._result: Result | None = None
        themes.theme_changed.connect(self._on_theme_changed)

    def loadResource(self, _type: int, _name: QUrl | str) -> object:  # noqa: N802 - Qt's name
        return None

    def show_result(self, result: Result) -> None:
        """Show another one, at the place where the one before was read."""
        self._result = result
        bar = self.verticalScrollBar()
        place = bar.value()
        self.document().setDefaultStyleSheet(self._css())
        self.setHtml(self._html(result))
        bar.setValue(min(place, bar.maximum()))

    def show_words(self, text: str) -> None:
        """Say why there is no result."""
        self._result = None
        self.setPlainText(text)

    def _css(self) -> str:
        size = self.font().pixelSize()
        return _CSS.format(
            **self._themes.theme.colours,
            size=size + 1,
            gap=round(size * 0.8),
            h1=round(size * 1.6),
            h2=round(size * 1.15),
            small=size - 1,
        )

    def _html(self, result: Result) -> str:
        parts = [_block(block, result.direction) for block in _beginning(result.blocks)]
        if len(parts) < len(result.blocks):
            goes_on = escape(self.tr("The text goes on. All of it is brought in."))
            parts.append(f'<p class="told">{goes_on}</p>')
        if not result.release.headline.strip():
            missing = escape(self.tr("It has no headline yet."))
            parts.insert(0, f'<h1 class="missing">{missing}</h1>')
        parts += [
            f'<p class="told">{escape(name)}: {escape(value)}</p>'
            for name, value in self._told(result.release)
            if value
        ]
        return f"<body>{''.join(parts)}</body>"

    def _told(self, release: "Release") -> list[tuple[str, str]]:
        """Return what a release carries and does not print."""
        named: dict[Scheme, list[str]] = {Scheme.TAG: [], Scheme.CATEGORY: []}
        for term in release.terms:
            named.setdefault(term.scheme, []).append(term.name(release.language))
        return [
            (self.tr("Summary"), release.abstract or ""),
            (self.tr("Document symbol"), release.symbol or ""),
            (self.tr("Tags"), ", ".join(named[Scheme.TAG])),
            (self.tr("Categories"), ", ".join(named[Scheme.CATEGORY])),
        ]

    @Slot(object)
    def _on_theme_changed(self, _theme: object) -> None:
        if self._result is not None:
            self.show_result(self._result)


def _beginning(blocks: Sequence[RenderedBlock]) -> list[RenderedBlock]:
    """Return as many blocks as Qt lays out without holding the window up."""
    reached = accumulate(len(block.html) for block in blocks)
    return [block for block, end in zip(blocks, reached, strict=True) if end <= _MOST]


def _block(block: RenderedBlock, direction: str) -> str:
    """Return a block; what takes the direction of the whole page says so, as Qt would guess."""
    if block.kind in (BlockKind.CONTACTS, BlockKind.END_MARK):
        return block.html.replace("<p ", f'<p dir="{direction}" ')
    return block.html
