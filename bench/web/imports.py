"""`make bench ARGS="web --imports"`: a million order lines and a workbook through the pages, worker beside the server."""

from __future__ import annotations

import csv
import http.client
import re
import shutil
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path
from urllib.parse import urlencode

import xlsxwriter

from bench.web.forms import fields_of
from bench.web.installation import Installation
from bench.web.serving import HOST, PORT
from bench.weigh import Tree
from vitalfew.sample import write

LIMITS = {"P-09": ("CSV, 1,000,000 lines", 5.0, 120.0, 600), "P-10": ("XLSX, 100,000 × 10", 5.0, 30.0, 400)}
"""Row of the catalogue → what, seconds until the preview, seconds of dry run and commit, MiB."""

Row = Callable[[str, float | None, float, str, str], str]
"""What is measured, the most it may be, what it was, its unit, where the figure is from → a line of the table."""

CUSTOMERS = 12_000
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
LAST_DAY = date(2026, 10, 31)


def lines(home: Path, row: Row, *, csv_lines: int = 1_000_000, sheet_rows: int = 100_000) -> Iterator[str]:
    """The rows of the table, written by `row`."""
    place = (home / "web" / "imports").absolute()
    # Empty each time: rows that are known already are not written, and the first ones say the currency of all.
    shutil.rmtree(place, ignore_errors=True)
    installation = Installation(place, 500, facts=False, grades=False)
    sessions = installation.sessions
    files = files_in(home / "imports", csv_lines, sheet_rows)
    for name, file in files.items():
        # A worker of its own for each: what one import leaves behind is not counted with the other.
        with installation.serving() as server, installation.working() as worker:
            what, preview, whole, most = LIMITS[name]
            weighed = Steps({"worker": worker.pid, "server": server.pid})
            found = Visit(sessions["maria.ortiz"], weighed).bring(file)
            yield row(
                f"{name} {what}: preview", preview, found.preview, "s", f"{file.stat().st_size / 1e6:.0f} MB sent"
            )
            yield row(
                f"{name} dry run and commit",
                whole,
                found.check + found.commit,
                "s",
                f"{found.check:.0f} and {found.commit:.0f} s",
            )
            for step, peaks in weighed.peaks.items():
                for who, peak in peaks.items():
                    limit = most if who == "worker" else None
                    yield row(f"{name} {step}, memory of the {who}", limit, peak / 2**20, "MiB", "with its processes")


def files_in(home: Path, csv_lines: int, sheet_rows: int) -> dict[str, Path]:
    """The files, made the first time."""
    home.mkdir(parents=True, exist_ok=True)
    text, book = home / f"orders-{csv_lines}.csv", home / f"orders-{sheet_rows}.xlsx"
    if not text.exists():
        made = write(home / "company", customers=CUSTOMERS, language="en", last_day=LAST_DAY)
        whole = next(path for path in made if path.name == "orders.csv")
        with whole.open(encoding="utf-8") as source, text.open("w", encoding="utf-8") as target:
            target.writelines(islice(source, csv_lines + 1))
    if not book.exists():
        with text.open(encoding="utf-8-sig", newline="") as source:
            into_book(book, ([*row[:4], *row[5:11]] for row in islice(csv.reader(source), sheet_rows + 1)))
    return {"P-09": text, "P-10": book}


def into_book(path: Path, rows: Iterator[list[str]]) -> None:
    """Rows as a workbook, ten columns wide."""
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        for place, row in enumerate(rows):
            sheet.write_row(place, 0, row)


@dataclass
class Found:
    """Seconds of each step."""

    preview: float
    check: float
    commit: float


class Steps:
    """What processes and all below them held at most, step by step."""

    def __init__(self, pids: Mapping[str, int]) -> None:
        self.peaks: dict[str, dict[str, int]] = {}
        self._pids = pids
        self._step, self._trees = "", dict[str, Tree]()

    def begin(self, step: str) -> None:
        """A step begins, and the one before ends."""
        self.end()
        self._step, self._trees = step, {who: Tree(pid) for who, pid in self._pids.items()}
        for tree in self._trees.values():
            tree.start()

    def end(self) -> None:
        """The last step ends."""
        if self._trees:
            self.peaks[self._step] = {who: tree.end() for who, tree in self._trees.items()}
        self._trees = {}


class Visit:
    """Somebody who brings a file through the pages; `steps` is told at which one they are."""

    def __init__(self, session: str, steps: Steps) -> None:
        self._cookies = {"sessionid": session}
        self._steps = steps

    def bring(self, file: Path) -> Found:
        """All five steps."""
        self._steps.begin("preview")
        begun = time.perf_counter()
        where = self._upload(file)
        self._get(where)
        shown = time.perf_counter()
        base = where.rpartition("/")[0]
        self._steps.begin("dry run")
        columns = fields_of(self._get(f"{base}/columns"))
        begun_check = time.perf_counter()
        self._post(f"{base}/columns", columns)
        self._wait(base, "/check")
        checked = time.perf_counter()
        self._steps.begin("commit")
        self._post(f"{base}/commit", {"unknown": "keep"}, page=f"{base}/check")
        self._wait(base, "")
        done = time.perf_counter()
        self._steps.end()
        return Found(shown - begun, checked - begun_check, done - checked)

    def _wait(self, base: str, end: str) -> None:
        """Until the page of the import leads to its next step, or stands still."""
        while True:
            status, headers, body = self._ask("GET", f"{base}/")
            if end and headers.get("location", "").endswith(end):
                return
            if not end and status == 200 and "vf-figures" in body:
                return
            if headers.get("location", "").endswith("/columns"):
                sys.exit(f"bench: the import failed, see {base}")
            time.sleep(0.2)

    def _upload(self, file: Path) -> str:
        border = "a border of the bench"
        token = self._token("/imports/new")
        parts = {"csrfmiddlewaretoken": token, "table": "orders", "source": file.suffix[1:]}
        head = "".join(
            f'--{border}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
            for name, value in parts.items()
        )
        head += f'--{border}\r\nContent-Disposition: form-data; name="uploads"; filename="{file.name}"\r\n\r\n'
        tail = f'\r\n--{border}\r\nContent-Disposition: form-data; name="end"\r\n\r\nTrue\r\n--{border}--\r\n'
        size = len(head.encode()) + file.stat().st_size + len(tail)
        connection = http.client.HTTPConnection(HOST, PORT, timeout=120)
        connection.putrequest("POST", "/imports/new")
        for name, value in self._headers(f'multipart/form-data; boundary="{border}"', size).items():
            connection.putheader(name, value)
        connection.endheaders()
        connection.send(head.encode())
        with file.open("rb") as source:
            connection.send(source)
        connection.send(tail.encode())
        answer = connection.getresponse()
        answer.read()
        return answer.headers["Location"]

    def _token(self, page: str) -> str:
        status, _headers, text = self._ask("GET", page)
        if found := TOKEN.search(text):
            return found[1]
        sys.exit(f"bench: {page} answers {status}: {text[:1000]}")

    def _get(self, page: str) -> str:
        return self._ask("GET", page)[2]

    def _post(self, address: str, fields: dict[str, str], page: str = "") -> None:
        body = urlencode({**fields, "csrfmiddlewaretoken": self._token(page or address)})
        self._ask("POST", address, body)

    def _headers(self, kind: str, size: int) -> dict[str, str]:
        cookies = "; ".join(f"{name}={value}" for name, value in self._cookies.items())
        return {"Cookie": cookies, "Content-Type": kind, "Content-Length": str(size)}

    def _ask(self, verb: str, address: str, body: str = "") -> tuple[int, dict[str, str], str]:
        connection = http.client.HTTPConnection(HOST, PORT, timeout=60)
        connection.request(verb, address, body, self._headers("application/x-www-form-urlencoded", len(body)))
        answer = connection.getresponse()
        for cookie in answer.headers.get_all("Set-Cookie") or []:
            name, _, value = cookie.partition(";")[0].partition("=")
            self._cookies[name] = value
        headers = {name.lower(): value for name, value in answer.headers.items()}
        return answer.status, headers, answer.read().decode("utf-8", "replace")
