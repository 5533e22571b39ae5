"""The offer not to ask about pages of a site again."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from newsdesk.domain.provenance import SourceKind
from newsdesk.domain.web_address import site_of
from newsdesk.ui.widgets.elided_check_box import ElidedCheckBox

if TYPE_CHECKING:
    from newsdesk.services.import_ import Draft

_MARGIN = 16


class SiteRow(QWidget):
    """A box to be ticked, where the text is a page of a site."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("site_row")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._box = ElidedCheckBox()
        self._box.setObjectName("never_ask")
        inside = QHBoxLayout(self)
        inside.setContentsMargins(_MARGIN - 4, 6, _MARGIN, 6)
        inside.addWidget(self._box, 1)

    @property
    def is_settled(self) -> bool:
        """Whether the site of this page is not to be asked about again."""
        return self._box.isChecked()

    def focusable(self) -> list[QWidget]:
        return [self._box]

    def show_draft(self, draft: "Draft") -> None:
        """Name the site of a page, or hide."""
        site = site_of(draft.address) if draft.kind is SourceKind.PAGE else None
        self._box.setChecked(False)
        self.setVisible(site is not None)
        text = self.tr("&Never ask for {0} again, as long as everything is sure").format(site)
        self._box.setText(text)
