"""newsdesk: the press officer's desk."""

__version__ = "0.1.0"
