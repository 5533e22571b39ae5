"""The formats that a release may leave in.

To add one: write `exporting/<name>.py` with a `Format` at its end, add a line to `FORMATS`, and put
a reference file under `tests/exporting/files/<id>.*`. Its id stands in `ExportFormat`. A format
draws on its `ExportSource` only: it opens no file, knows no clock, and writes equal bytes for equal
sources.
"""

from newsdesk.exporting.format import Format
from newsdesk.exporting.html import HTML
from newsdesk.exporting.pdf import PDF
from newsdesk.exporting.plain_text import TEXT

FORMATS: tuple[Format, ...] = (HTML, PDF, TEXT)
