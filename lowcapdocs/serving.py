"""A look at the site on this computer: a small web server, and a watch that builds anew whenever something changes."""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from typing import Any

from lowcapdocs.problems import PolicyError, Where, error, reason

_SETTLE = 0.4
"""Seconds without a further change before building: an editor saves in several steps."""
_TICK = 0.5
"""Seconds between two looks at whether to end."""


class _Handler(SimpleHTTPRequestHandler):
    """Files of the site; its own 404 page for what there is not; nothing kept, so that a look shows what is new."""

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing of each request."""

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        content = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)


def serve(
    site: Path,
    watched: Iterable[Path],
    port: int,
    *,
    ready: Callable[[str], None],
    rebuild: Callable[[], None],
    stop: Event | None = None,
) -> None:
    """Serve `site` on this computer alone; call `rebuild` first, and after each change below `watched`, until told to end.

    `ready` is told the address. `port` 0 takes any that is free. Raises PolicyError where the port is taken.
    """
    from watchdog.events import EVENT_TYPE_CLOSED_NO_WRITE, EVENT_TYPE_OPENED, FileSystemEvent, FileSystemEventHandler
    from watchdog.observers import Observer

    changed = Event()

    class Watch(FileSystemEventHandler):
        """Tells of changes in a folder; with `only`, of that file in it alone."""

        def __init__(self, only: str = "") -> None:
            self._only = only

        def on_any_event(self, event: FileSystemEvent) -> None:
            read = event.event_type in (EVENT_TYPE_OPENED, EVENT_TYPE_CLOSED_NO_WRITE)
            named = {Path(str(path)).name for path in (event.src_path, event.dest_path) if path}
            if not read and (not self._only or self._only in named):
                changed.set()

    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), partial(_Handler, directory=str(site)))
    except OSError as problem:
        taken = problem.errno in (errno.EADDRINUSE, errno.EACCES)
        why = "这个端口已经被占用或不许用" if taken else reason(problem)
        raise PolicyError(
            [error("port-taken", Where("--port"), f"{port}端口打不开：{why}。", "请用 --port 换一个，如 8001。")]
        ) from problem
    server.daemon_threads = True
    serving = Thread(target=server.serve_forever, daemon=True)
    observer = Observer()
    for path in watched:
        if path.is_dir():
            observer.schedule(Watch(), str(path), recursive=True)
        elif path.exists():  # not every system can watch a file
            observer.schedule(Watch(path.name), str(path.parent), recursive=False)
    end = stop or Event()
    try:
        rebuild()
        serving.start()
        observer.start()
        ready(f"http://127.0.0.1:{server.server_address[1]}/")
        while not end.wait(_TICK):
            while changed.is_set() and not end.is_set():
                changed.clear()
                if not changed.wait(_SETTLE):
                    rebuild()
    finally:
        if observer.is_alive():
            observer.stop()
            observer.join()
        server.shutdown()
        server.server_close()
