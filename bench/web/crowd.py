"""Twenty people who ask without waiting for each other: `python -m bench.web.crowd ADDRESS SESSIONS RATE SECONDS`.

Requests begin by the clock, not when the answer before has come, so that a server that stands still for a second is seen
by all who came in it. Prints JSON: an entry for each request, and the CPU seconds of this process.
"""

from __future__ import annotations

import http.client
import json
import random
import re
import sys
import threading
import time
import urllib.parse
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path

from bench.web.forms import fields_of

SEED = 2026
TERMS = ("wan", "宏远", "suz", "精密", "bru", "k10", "华东")
LISTS = (
    *("", "?sort=-changed", "?kind=company&role=dealer", "?sort=number&page=3", "?role=agent&sort=-name"),
    *("?sort=-sales", "?grade=A&sort=-sales", "?moved=A~*&sort=-sales"),
)
SHARES = {"list": 40, "page": 25, "search": 20, "change": 10, "export": 0, "form": 5}
"""Kind of request → how often of a hundred."""

EDITS = ("form", "change")
"""Kinds that only people ask for who may change customers: others are offered no way to them."""

MAY_EDIT = 'href="/customers/new"'
"""Stands in the list of those who may."""


@dataclass(frozen=True)
class Answer:
    """What became of one request, in milliseconds."""

    kind: str
    status: int
    waited: float
    """From the moment when it was due."""
    server: float
    """As the server says."""
    cpu: float
    """Of the thread that answered."""


class Person:
    """Somebody who is logged in, with a connection for each thread."""

    def __init__(self, address: str, session: str) -> None:
        self.address = address
        self._host = urllib.parse.urlsplit(address).netloc
        self._session = session
        self._threads = threading.local()

    def ask(self, kind: str, path: str, due: float, form: dict[str, str] | None = None) -> tuple[Answer, str]:
        """One request and what was read."""
        headers = {"Cookie": f"sessionid={self._session}; csrftoken={TOKEN}", "Accept-Encoding": "identity"}
        body = None
        if form is not None:
            body = urllib.parse.urlencode({"csrfmiddlewaretoken": TOKEN, **form})
            headers |= {"Content-Type": "application/x-www-form-urlencoded", "Referer": f"http://{self._host}/"}
        link = self._link()
        try:
            link.request("POST" if form else "GET", path, body, headers)
            answer = link.getresponse()
        except (http.client.RemoteDisconnected, ConnectionResetError, BrokenPipeError):
            # The server let go of a link that nobody used for a while.
            link.close()
            link.request("POST" if form else "GET", path, body, headers)
            answer = link.getresponse()
        text = answer.read().decode()
        waited = (time.perf_counter() - due) * 1000
        server, cpu = map(float, (answer.getheader("X-Bench") or "0 0").split())
        return Answer(kind, answer.status, waited, server, cpu), text

    def _link(self) -> http.client.HTTPConnection:
        link = getattr(self._threads, "link", None)
        if link is None:
            link = self._threads.link = http.client.HTTPConnection(self._host, timeout=60)
        return link


TOKEN = "a" * 32


def number_in(text: str) -> list[str]:
    """The customers of a list."""
    return re.findall(r'data-vf-open href="/customers/([^/"]+)/"', text)


class Crowd:
    """People, the customers that each has seen in a list, and who of them may change any."""

    def __init__(self, address: str, sessions: dict[str, str], path: str = "/customers/") -> None:
        self.path = path
        self.people = {who: Person(address, session) for who, session in sessions.items()}
        self.seen: dict[str, list[str]] = {}
        self.editing: list[str] = []
        for who, person in self.people.items():
            _, text = person.ask("list", path, time.perf_counter())
            self.seen[who] = number_in(text)
            if MAY_EDIT in text:
                self.editing.append(who)

    def one(self, who: str, kind: str, due: float, chance: random.Random) -> list[Answer]:
        """What one person does once; a change is a form and what it is sent with."""
        person, customer = self.people[who], chance.choice(self.seen[who])
        paths = {
            "list": "/customers/" + chance.choice(LISTS),
            "search": "/customers/?" + urllib.parse.urlencode({"q": chance.choice(TERMS)}),
            "page": f"/customers/{customer}/",
            "form": f"/customers/{customer}/edit",
            "long": "/customers/K-1001/",
        }
        if kind != "change":
            return [person.ask(kind, paths[kind], due)[0]]
        form, text = person.ask("form", paths["form"], due)
        stands = fields_of(text)
        if not stands:
            return [form]
        sent = {**stands, "region": f"Region {chance.randint(0, 10**6)}"}
        return [form, person.ask("change", paths["form"], time.perf_counter(), sent)[0]]


def play(crowd: Crowd, rate: float, seconds: float) -> list[Answer]:
    """So many requests a second, of all kinds; each begins when it is due."""
    chance = random.Random(SEED)
    kinds = chance.choices(list(SHARES), weights=list(SHARES.values()), k=int(rate * seconds))
    begun = time.perf_counter() + 0.2
    with ThreadPoolExecutor(40) as pool:
        asked = []
        for place, kind in enumerate(kinds):
            due = begun + place / rate
            time.sleep(max(0.0, due - time.perf_counter()))
            who = chance.choice(crowd.editing if kind in EDITS else list(crowd.people))
            asked.append(pool.submit(crowd.one, who, kind, due, random.Random(SEED + place)))
        return [answer for each in asked for answer in each.result()]


def saturate(crowd: Crowd, seconds: float) -> int:
    """How many lists eight people get who each ask again at once."""
    until = time.perf_counter() + seconds

    def keep_asking(who: str) -> int:
        done = 0
        while time.perf_counter() < until:
            done += crowd.people[who].ask("list", crowd.path, time.perf_counter())[0].status == 200
        return done

    with ThreadPoolExecutor(8) as pool:
        return sum(pool.map(keep_asking, list(crowd.people)[:8]))


def one_by_one(crowd: Crowd, kinds: dict[str, tuple[str, str]], times: int) -> list[Answer]:
    """Each kind by one person, again and again, nothing else beside it: name → who, path."""
    return [
        crowd.people[who].ask(kind, path, time.perf_counter())[0]
        for kind, (who, path) in kinds.items()
        for _ in range(times)
    ]


def burst(crowd: Crowd, per_second: int, seconds: float) -> tuple[list[Answer], list[Answer]]:
    """So many logins a second with a wrong word, and what people who work wait meanwhile: the pages, and the logins."""
    stranger = Person(next(iter(crowd.people.values())).address, "nobody")
    who = list(crowd.people)
    begun = time.perf_counter() + 0.2
    wrong = {"login": "m0@example.com", "password": "not the word"}
    with ThreadPoolExecutor(60) as pool:
        logins, pages = [], []
        for place in range(int(per_second * seconds)):
            due = begun + place / per_second
            time.sleep(max(0.0, due - time.perf_counter()))
            logins.append(pool.submit(stranger.ask, "login", "/login/", due, wrong))
            if place % 10 == 0:
                pages.append(pool.submit(crowd.people[who[place // 10 % len(who)]].ask, "list", "/customers/", due))
        return [each.result()[0] for each in pages], [each.result()[0] for each in logins]


def main(address: str, sessions: str, plan: str) -> None:
    """Play what the plan says, and print it."""
    asked = json.loads(plan)
    crowd = Crowd(address, json.loads(Path(sessions).read_text(encoding="utf-8")), asked.get("list", "/customers/"))
    apart = one_by_one(crowd, asked["apart"], asked["times"])
    cpu = time.process_time()
    mixed = play(crowd, asked["rate"], asked["seconds"])
    cpu = time.process_time() - cpu
    lists = saturate(crowd, asked["saturate"]) if asked["saturate"] else 0
    pages, logins = burst(crowd, 100, asked["burst"]) if asked["burst"] else ([], [])
    answers = {"apart": apart, "mixed": mixed, "pages": pages, "logins": logins}
    told = {kind: [asdict(answer) for answer in some] for kind, some in answers.items()}
    print(json.dumps({**told, "cpu": cpu, "lists": lists}))


if __name__ == "__main__":
    main(*sys.argv[1:])
