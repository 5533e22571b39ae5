"""What the program says of itself, as one value."""

import platform
import re
from collections.abc import Callable
from dataclasses import dataclass

from newsdesk.services.components import Component

_COPYRIGHT = re.compile(r"^Copyright \(c\) (.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    version: str
    licence: str  # its whole text
    changelog: str  # Markdown
    components: tuple[Component, ...]

    @property
    def copyright(self) -> str:
        """Whose it is and since when; "" if the licence does not say."""
        found = _COPYRIGHT.search(self.licence)
        return f"© {found[1]}" if found else ""

    def of(self, name: str) -> str:
        """Return the version of a component; "" if it is none."""
        return next((one.version for one in self.components if one.name == name), "")

    def details(self, data_folder: str, system: Callable[[], str] = platform.platform) -> str:
        """Return what somebody who is to help wants to know first."""
        lines = [
            f"newsdesk {self.version}",
            f"Qt {self.of('Qt')}, Python {self.of('Python')}",
            system(),
            data_folder,
        ]
        return "\n".join(lines)
