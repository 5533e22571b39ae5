"""Printing where there is no window: in a process of its own, as the command line does it."""

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from newsdesk.app import load_assets, page_printing
from newsdesk.rendering.page_setup import PageSetup
from tests.exporting.pdf_reading import fonts, pages

ROOT = Path(__file__).resolve().parents[2]
A4 = PageSetup(width_mm=210, height_mm=297)
PROGRAM = """
from newsdesk.app import page_printing
from newsdesk.rendering.page_setup import PageSetup
with page_printing() as print_page:
    for number in range(3):
        pdf = print_page(f"<p>Page of {number}</p>", PageSetup(width_mm=210, height_mm=297))
        print(len(pdf))
"""


def test_a_process_without_a_screen_prints_and_ends_in_silence() -> None:
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env=environment,
        timeout=120,
    )
    assert (run.returncode, run.stderr) == (0, "")
    assert [int(size) > 1000 for size in run.stdout.split()] == [True] * 3


def test_the_typefaces_of_the_program_are_there(qapp: QApplication) -> None:
    assert any("JetBrainsMono" in name for name in load_assets().fonts)
    with page_printing() as print_page:
        pdf = print_page("<p style='font-family: JetBrains Mono'>Mono</p>", A4)
    assert pages(pdf) == ["Mono"]
    assert {font["/BaseFont"].partition("+")[2] for font in fonts(pdf)} == {"JetBrainsMono-Regular"}
