"""What the pages of the settings have in common."""

from dataclasses import dataclass

from newsdesk.ui.changes import ChangeHub
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.notice_bar import NoticeBar


@dataclass(frozen=True, slots=True)
class PageParts:
    """Made once by the dialog, handed to each page that reads and changes what is stored."""

    store: Store
    hub: ChangeHub
    icons: Icons
    notice: NoticeBar  # below the pages
