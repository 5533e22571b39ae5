"""`python -m newsdesk`, and what the installed `newsdesk` starts."""

import sys


def main() -> int:
    """Run the command line and return its exit code."""
    if hasattr(sys, "frozen"):  # a packed program starts itself again to read files beside itself
        from multiprocessing import freeze_support  # noqa: PLC0415 - see below

        freeze_support()
    if sys.argv[1:] == ["--check-words"]:  # so does the window to check the spelling
        from newsdesk.services.spelling_worker import serve  # noqa: PLC0415 - see below

        return serve()
    from newsdesk.cli.program import run  # noqa: PLC0415 - nothing is imported before it is used

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
