"""What is asked of the pages, under the names of the safety catalogue."""

LISTS = "P-01"
PAGES = "P-02"
SEARCHES = "P-03"
RUNS = "P-06"
LOGINS = "P-19"
STARTS = "P-22"

CPU_MS = {"list": 40.0, "search": 40.0, "page": 25.0, "form": 25.0}
"""Kind of page → milliseconds of a thread for one, alone."""

WAIT_MS = {"list": (300.0, LISTS), "page": (400.0, PAGES), "search": (500.0, SEARCHES)}
"""Kind of page → what 95 of a hundred people wait at most, and the row that says so."""

SERVER_MS = 150.0
"""What the server takes at most for 95 of a hundred lists, searches among them, and for as many pages of customers."""

QUERIES = 25
"""Questions to the database for a customer's page with a long timeline (P-02)."""

RUN_SECONDS, RUN_GIB, RUN_SLOWS = 10.0, 1.0, 2.0
"""A grading run: how long, how much memory, and how many times longer people may wait meanwhile (P-06)."""

BURST_WAIT_MS = 1000.0
"""What 95 of a hundred people who work wait at most while a hundred logins a second come in (P-19)."""

START_SECONDS, AGAIN_SECONDS = 15.0, 5.0
"""Until it answers: with all migrations on an empty database, and as it is every day (P-22)."""
