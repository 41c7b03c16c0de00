"""serving: the site on this computer, made anew after each change."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from queue import Queue
from threading import Event, Thread
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from lowcapdocs.problems import PolicyError
from lowcapdocs.serving import serve

_LONG = 60


class Running:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.stop, self.told, self.rebuilt = Event(), Queue[str](), Queue[int]()
        watched = [folder / "data", folder / "mkdocs.yml", folder / "none"]
        self.thread = Thread(
            target=serve,
            args=(folder / "site", watched, 0),
            kwargs={"ready": self.told.put, "rebuild": lambda: self.rebuilt.put(1), "stop": self.stop},
        )
        self.thread.start()
        self.address = self.told.get(timeout=_LONG)
        assert 1 == self.rebuilt.get(timeout=_LONG)  # made once before it is served

    def get(self, name: str) -> tuple[int, bytes]:
        try:
            with urlopen(f"{self.address}{name}") as answer:
                return answer.status, answer.read()
        except HTTPError as answer:
            with answer:
                return answer.code, answer.read()


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Running]:
    for name, text in {"site/index.html": "首页", "data/a.csv": "1", "mkdocs.yml": "1", "other.txt": "1"}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    server = Running(tmp_path)
    yield server
    server.stop.set()
    server.thread.join(_LONG)
    assert not server.thread.is_alive()


def test_it_serves_the_site_to_this_computer_alone(running: Running) -> None:
    assert running.address.startswith("http://127.0.0.1:")
    assert (200, "首页".encode()) == running.get("index.html")
    assert 404 == running.get("none.html")[0]
    (running.folder / "site/404.html").write_text("没有这一页", encoding="utf-8")
    assert (404, "没有这一页".encode()) == running.get("none.html")
    assert 404 == running.get("../data/a.csv")[0]


@pytest.mark.parametrize("name", ["data/a.csv", "mkdocs.yml"])
def test_a_change_makes_it_anew(running: Running, name: str) -> None:
    (running.folder / name).write_text("2", encoding="utf-8")
    assert 1 == running.rebuilt.get(timeout=_LONG)


def test_a_file_beside_is_not_watched(running: Running) -> None:
    (running.folder / "other.txt").write_text("2", encoding="utf-8")
    (running.folder / "site/index.html").write_text("2", encoding="utf-8")
    (running.folder / "data/b.csv").write_text("2", encoding="utf-8")
    assert 1 == running.rebuilt.get(timeout=_LONG)
    assert running.rebuilt.empty()


def test_a_port_that_is_taken_is_told(running: Running, tmp_path: Path) -> None:
    port = int(running.address.rstrip("/").rpartition(":")[2])
    with pytest.raises(PolicyError) as problem:
        serve(tmp_path, [], port, ready=print, rebuild=lambda: pytest.fail("built before the port was tried"))
    assert ["port-taken"] == [each.code for each in problem.value.findings]
