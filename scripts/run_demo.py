"""`make run`: a sample company, its grades, and why the first key account is one. Only calls the command line."""

import csv
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = Path("build") / "sample"
COMMAND = Path(sys.executable).with_name("vitalfew")
OUTS = (SAMPLE / "grades.csv", SAMPLE / "grades_workbook.xlsx")
# flag of the command → file of the sample
TABLES = {
    "--customers": "customers.csv",
    "--payments": "payments.csv",
    "--returns": "returns.csv",
    "--costs": "service_costs.csv",
    "--feedback": "feedback.csv",
    "--interactions": "interactions.csv",
    "--wallet": "wallet.csv",
}


def main() -> int:
    """Make, grade, explain, and say what comes next."""
    vitalfew("sample", "-o", SAMPLE, "--seed", 1, "--customers", 300)
    facts = [SAMPLE / "orders.csv", *given_tables()]
    for out in OUTS:
        vitalfew("grade", *facts, "--scheme", "key_accounts", "-o", out)
    key = key_accounts()
    print_list(key)
    if key:
        vitalfew("explain", facts[0], key[0]["customer_id"], *facts[1:], "--scheme", "key_accounts")
    print_next_steps()
    return 0


def given_tables() -> list[str | Path]:
    """The flags for the tables that the sample company has."""
    files = {flag: SAMPLE / name for flag, name in TABLES.items()}
    return [part for flag, file in files.items() if (ROOT / file).is_file() for part in (flag, file)]


def key_accounts() -> list[dict[str, str]]:
    """The rows with the standing "key", the highest score first."""
    with (ROOT / OUTS[0]).open(encoding="utf-8-sig", newline="") as file:
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
The facts      {SAMPLE}
The grades     {OUTS[0]} and {OUTS[1]}

Your own file  .venv/bin/vitalfew columns orders.xlsx           how it would be read
               .venv/bin/vitalfew grade orders.xlsx -o grades.xlsx
               .venv/bin/vitalfew explain orders.xlsx CUSTOMER_ID""")


def vitalfew(*arguments: object) -> None:
    """Run one command; where it refuses, its own line has said why."""
    done = subprocess.run([COMMAND, *map(str, arguments)], cwd=ROOT, check=False)
    if done.returncode:
        sys.exit(done.returncode)


if __name__ == "__main__":
    sys.exit(main())
