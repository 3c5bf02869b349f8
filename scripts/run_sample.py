"""`make sample`: three years of a sample company in a store, graded month by month, and the report. Only calls the command."""

import csv
import os
import shutil
import subprocess
import sys
import webbrowser
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = Path("build") / "sample"
STORE = Path("build") / "store"
RESULTS = Path("build") / "results"
REPORT, GRADES, WORKBOOK = RESULTS / "report.html", RESULTS / "grades.csv", RESULTS / "workbook.xlsx"
COMMAND = Path(sys.executable).with_name("vitalfew")
FROM_STORE = ("--store", STORE, "--scheme", "key_accounts")


def main() -> int:
    """Make, import, grade, explain, and say what comes next."""
    for folder in (SAMPLE, STORE, RESULTS):
        shutil.rmtree(ROOT / folder, ignore_errors=True)
    (ROOT / RESULTS).mkdir(parents=True)
    vitalfew("sample", "-o", SAMPLE, "--seed", 1, "--customers", 300)
    vitalfew("facts", "import", SAMPLE, "--store", STORE)
    vitalfew("history", *FROM_STORE, "--every", "month")
    for out in (GRADES, WORKBOOK, REPORT):
        vitalfew("grade", *FROM_STORE, "-o", out)
    key = key_accounts()
    print_list(key)
    if key:
        vitalfew("explain", key[0]["customer_id"], *FROM_STORE)
    print_next_steps()
    show()
    return 0


def key_accounts() -> list[dict[str, str]]:
    """The rows with the standing "key", the highest score first."""
    with (ROOT / GRADES).open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["standing"] == "key"]
    return sorted(rows, key=lambda row: (-float(row["score"]), row["customer_id"]))


def names() -> dict[str, str]:
    """Customer → name."""
    with (ROOT / SAMPLE / "customers.csv").open(encoding="utf-8-sig", newline="") as file:
        return {row["customer_id"]: row["name"] for row in csv.DictReader(file)}


def print_list(key: list[dict[str, str]]) -> None:
    """The vital few, ten at most."""
    known = names()
    print(f"\nThe vital few of the sample company: {len(key)} key accounts\n")
    for row in key[:10]:
        sales = f"{float(row['monetary']):>14,.2f}"
        name = known.get(row["customer_id"], "")
        print(f"  {row['customer_id']}  {name:<32} grade {row['grade']}  score {row['score']}  12 months {sales}")
    print(flush=True)


def print_next_steps() -> None:
    """Where things are, and the same for one's own file."""
    print(f"""
The report     {REPORT}
The grades     {GRADES} and {WORKBOOK}
The facts      {SAMPLE}, kept in {STORE}

Your own file  .venv/bin/vitalfew columns orders.xlsx           how it would be read
               .venv/bin/vitalfew grade orders.xlsx -o report.html
               .venv/bin/vitalfew explain orders.xlsx CUSTOMER_ID""")


def show() -> None:
    """Open the report where somebody sits in front of a screen."""
    screen = sys.platform in ("darwin", "win32") or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if screen and sys.stdout.isatty():
        webbrowser.open((ROOT / REPORT).as_uri())


def vitalfew(*arguments: object) -> None:
    """Run one command; where it refuses, its own line has said why."""
    done = subprocess.run([COMMAND, *map(str, arguments)], cwd=ROOT, check=False)
    if done.returncode:
        sys.exit(done.returncode)


if __name__ == "__main__":
    sys.exit(main())
