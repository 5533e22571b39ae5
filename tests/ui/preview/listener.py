"""A server on this machine that writes down who knocks: run as a program, in a process of its own.

    python listener.py LOG

Prints its port; LOG gets a line for every connection and for every request.
"""

import socketserver
import sys
from pathlib import Path


class _Knock(socketserver.StreamRequestHandler):
    timeout = 2

    def handle(self) -> None:
        self._write("connection")
        try:
            request = self.rfile.readline()
        except TimeoutError:
            return
        if request:
            self._write(request.decode("latin-1").strip())
            self.wfile.write(b"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n")

    def _write(self, line: str) -> None:
        with Path(sys.argv[1]).open("a", encoding="utf-8") as log:
            log.write(f"{line}\n")


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True


if __name__ == "__main__":
    with _Server(("127.0.0.1", 0), _Knock) as server:
        print(server.server_address[1], flush=True)  # noqa: T201 - to whoever started it
        server.serve_forever()
