"""What the files of a newsroom are called."""

NAME = "newsdesk.sqlite"
MEDIA = "media"  # a folder beside the database
