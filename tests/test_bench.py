"""The bench measures a company that is the same on every run, and says of its figures what is true."""

import argparse
import csv
import hashlib
import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import duckdb
import pytest
from bench import environments, generator, page, picture, plan
from bench.clock import Spent, median, medians, process
from bench.company import AS_OF, Company
from bench.floor import group_by_query, sort_csv
from bench.models import beside as models
from bench.models import ours
from bench.models.panel import KINDS, Panel
from bench.peers import HERE, PEERS, Peer, rfm_and_abc
from bench.peers.answers import beside_ours
from bench.table import Row, Target, at_most, heaviest
from bench.web import beside
from bench.web.installation import Installation

import vitalfew as vf

LINES = 3_000


def digests(folder: Path) -> dict[str, str]:
    files = generator.make(folder, LINES)
    return {name: hashlib.sha256(file.read_bytes()).hexdigest() for name, file in files.items()}


def one(query: str) -> object:
    return duckdb.sql(query).fetchall()[0]


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Company:
    return Company(tmp_path_factory.mktemp("bench"), LINES)


class TestCompany:
    def test_generator_writes_the_same_bytes_twice(self, tmp_path: Path) -> None:
        assert digests(tmp_path / "one") == digests(tmp_path / "two")

    def test_amount_is_quantity_times_price_to_the_cent(self, company: Company) -> None:
        off = f"SELECT count(*) FROM '{company.orders}' WHERE round(unit_price * quantity, 2) <> amount"
        assert one(off) == (0,)

    @pytest.mark.parametrize("lines", [1, 10])
    def test_text_file_holds_header_and_lines(self, company: Company, lines: int) -> None:
        assert len(company.csv(lines).read_text(encoding="utf-8").splitlines()) == lines + 1

    def test_sorted_in_pieces_is_the_same_lines_by_customer(
        self, company: Company, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(generator, "LINES_SORTED_AT_ONCE", 700)
        orders = tmp_path / "orders.parquet"
        orders.write_bytes(company.orders.read_bytes())
        held = generator.make_sorted(orders, LINES)
        assert one(f"SELECT count(*) FROM (FROM '{orders}' EXCEPT ALL FROM '{held}')") == (0,)
        in_order = f"SELECT (customer_id, moment, order_id) AS place, file_row_number AS n FROM read_parquet('{held}', file_row_number = true)"
        assert one(
            f"SELECT count(*), count_if(place < before) FROM (SELECT place, lag(place) OVER (ORDER BY n) AS before FROM ({in_order}))"
        ) == (LINES, 0)
        assert sorted(path.name for path in tmp_path.iterdir()) == ["orders.parquet", "orders_sorted.parquet"]

    def test_correction_changes_whole_orders_and_no_two_change_the_same(self, company: Company) -> None:
        first, second = company.correction(0), company.correction(1)
        changed = f"SELECT count(*) = 3 * count(DISTINCT order_id), count(*) > 0 FROM '{first}'"
        assert one(changed) == (True, True)
        assert one(f"SELECT count(*) FROM '{first}' JOIN '{second}' USING (order_id)") == (0,)
        doubled = f"SELECT bool_and(f.amount = 2 * o.amount) FROM '{first}' f JOIN '{company.orders}' o USING (order_id, product_id, quantity, unit_price)"
        assert one(doubled) == (True,)


class TestClock:
    def test_process_is_timed_and_weighed_with_its_children(self) -> None:
        works = "held = b'x' * 60_000_000; sum(range(30_000_000))"
        parent = "import subprocess, sys; held = b'x' * 60_000_000; subprocess.run([sys.executable, '-c', sys.argv[1]])"
        spent, nothing = process(sys.executable, "-c", parent, works), process(sys.executable, "-c", "pass")
        assert spent.peak > nothing.peak + 110_000_000
        assert spent.cpu > nothing.cpu + 0.1

    def test_program_that_fails_ends_the_bench_with_its_name(self) -> None:
        with pytest.raises(SystemExit, match="this failed: "):
            process(sys.executable, "-c", "raise SystemExit(3)")

    def test_measures_take_turns_and_give_the_run_in_the_middle(self) -> None:
        turns: list[str] = []
        left, right = iter([3.0, 1.0, 2.0]), iter([9.0, 8.0, 7.0])

        def measured(name: str, seconds: float) -> Spent:
            turns.append(name)
            return Spent(seconds, 0)

        found = medians(3, lambda: measured("left", next(left)), lambda: measured("right", next(right)))
        assert [spent.cpu for spent in found] == [2.0, 8.0]
        assert turns == ["left", "right"] * 3

    def test_median_of_one_run_is_that_run(self) -> None:
        assert median([Spent(1, 2)]) == Spent(1, 2)


class TestTable:
    @pytest.mark.parametrize(
        ("target", "lines", "verdict"),
        [
            (Target(3), 10_000_000, "met"),
            (Target(2.4), 10_000_000, "**missed**"),
            (Target(2, at_least=True), 10_000_000, "met"),
            (Target(2.6, at_least=True), 10_000_000, "**missed**"),
            (Target(3), 9_999_999, "stated for 10,000,000 lines"),
            (None, 10_000_000, ""),
        ],
    )
    def test_verdict_is_given_only_where_the_target_speaks_of_the_size(
        self, target: Target | None, lines: int, verdict: str
    ) -> None:
        row = Row("abc", 2.5, "×", "", target)
        assert row.markdown(lines).split(" | ")[-1] == f"{verdict} |"

    def test_row_shows_the_figures_it_comes_from(self) -> None:
        row = at_most("abc", 3, Spent(2.5, 1.5, 2**30), Spent(1.25, 1))
        assert row.markdown(10_000_000) == "| abc | ≤ 3 × | 2.00 × | 2.50 over 1.25 CPU s | 1.00 GiB | met |"

    def test_heaviest_command_decides_about_memory(self) -> None:
        rows = [at_most(name, 3, Spent(1, 1, peak), Spent(1, 1)) for name, peak in (("a", 2**32), ("b", 2**33))]
        assert heaviest(rows).markdown(100_000_000).endswith("| ≤ 4 GiB | 8.00 GiB | b |  | **missed** |")


class TestPlan:
    def asked(self, **chosen: object) -> list[plan.Step]:
        usual = {"lines": 1_000_000, "only": plan.USUAL, "peers": False, "picture": False, "full": False}
        return list(plan.steps(argparse.Namespace(**(usual | chosen))))

    def test_default_is_one_size_without_programs_of_others(self) -> None:
        (step,) = self.asked()
        assert (step.lines, "peers" in step.parts, "stored" in step.parts) == (1_000_000, False, True)

    def test_full_run_goes_to_a_hundred_million_lines_and_beside_others_at_ten(self) -> None:
        steps = self.asked(full=True, peers=True, picture=True)
        assert [step.lines for step in steps] == [10**5, 10**6, 10**7, 10**8]
        assert [step.lines for step in steps if "peers" in step.parts] == [10**7]

    def test_picture_has_the_point_of_every_size_and_the_floor(self) -> None:
        row = at_most("abc from the file", 3, Spent(2, 1), Spent(0.5, 1))
        drawn = picture.curves([(1000, row), (100, row), (100, Row("compaction", 1, "CPU s", ""))])
        assert drawn == {"abc from the file": [(100, 2), (1000, 2)], picture.FLOOR: [(100, 0.5), (1000, 0.5)]}


class TestPage:
    def test_only_what_stands_between_the_marks_changes(self) -> None:
        text = f"before\n\n{page.BEGIN}\nold\n{page.END}\n\nafter\n"
        assert page.between_marks(text, "new") == f"before\n\n{page.BEGIN}\n\nnew\n\n{page.END}\n\nafter\n"

    def test_page_without_marks_is_refused(self) -> None:
        with pytest.raises(ValueError, match="needs"):
            page.between_marks("text", "new")

    def test_page_of_the_documentation_has_the_marks(self, root: Path) -> None:
        text = (root / "docs" / "benchmarks.md").read_text(encoding="utf-8")
        assert page.between_marks(text, "x").count(page.BEGIN) == 1


class TestFloor:
    def test_group_by_counts_every_customer(self, company: Company) -> None:
        with duckdb.connect() as connection:
            connection.execute(group_by_query(company.orders, ("amount", "moment")))
            summed = connection.execute('SELECT count(*), sum("sum(amount)") FROM floor').fetchall()[0]
        assert summed == one(f"SELECT count(DISTINCT customer_id), sum(amount) FROM '{company.orders}'")

    def test_text_is_sorted_with_its_types(self, company: Company, tmp_path: Path) -> None:
        sort_csv(company.csv(), tmp_path / "sorted.parquet")
        difference = f"SELECT count(*) FROM (FROM '{company.sorted}' EXCEPT ALL FROM '{tmp_path}/sorted.parquet')"
        assert one(difference) == (0,)


class TestPeers:
    def test_pandas_program_gives_our_answers(self, company: Company, tmp_path: Path) -> None:
        theirs, ours = tmp_path / "pandas.csv", tmp_path / "ours.csv"
        program = [sys.executable, HERE / "pandas_rfm_abc.py", company.csv(), AS_OF, "c", theirs]
        subprocess.run(program, check=True)
        scheme = str(rfm_and_abc(tmp_path))
        vf.grade(company.csv(), scheme=scheme, as_of=date.fromisoformat(AS_OF)).save(ours)
        pandas = next(peer for peer in PEERS if peer.name == "pandas")
        assert "instead of" not in beside_ours("pandas", ours, theirs, pandas.answers)
        with theirs.open(encoding="utf-8") as rows:
            assert {row["abc"] for row in csv.DictReader(rows)} == {"A", "B", "C"}

    def test_answer_that_differs_is_counted_and_summed(self, tmp_path: Path) -> None:
        ours, theirs = tmp_path / "ours.csv", tmp_path / "theirs.csv"
        ours.write_text("customer_id,monetary\nA,1.05\nB,2.00\n", encoding="utf-8")
        theirs.write_text("customer_id,money\nA,1.00\nB,2.00\n", encoding="utf-8")
        said = beside_ours("rfm 1", ours, theirs, {"monetary": "theirs.money"})
        assert said == "rfm 1 beside ours, 2 customers: monetary the same for 1, 3.00 in all instead of 3.05."

    @pytest.mark.parametrize("peer", [*PEERS, models.LIFETIMES, models.PYMC], ids=lambda peer: peer.name)
    def test_what_a_peer_needs_stands_under_hashes_without_an_address(self, peer: Peer | models.Peer) -> None:
        text = (HERE / f"{peer.name}.txt").read_text(encoding="utf-8")
        assert "://" not in text
        assert text.count("--hash=sha256:") >= text.count("==") > 0


class TestModels:
    def test_customers_are_the_same_twice(self, tmp_path: Path) -> None:
        one, two = (Panel(tmp_path / name, "usual", 300).summary.read_bytes() for name in ("one", "two"))
        assert one == two

    def test_what_they_were_made_with_is_found_again(self, tmp_path: Path) -> None:
        panel, out = Panel(tmp_path, "usual", 20_000), tmp_path / "fit.json"
        ours.main(str(panel.summary), "bg_nbd", str(out))
        assert json.loads(out.read_text(encoding="utf-8"))["found"]["r"] == pytest.approx(KINDS["usual"].r, rel=0.1)

    def test_an_install_that_fails_is_told_in_one_row(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (tmp_path / "unheard-of.txt").write_text("no-such-distribution==1 --hash=sha256:" + "0" * 64, encoding="utf-8")
        monkeypatch.setattr(models, "PEERS", tmp_path)
        monkeypatch.setattr(environments, "HOME", tmp_path / "home")
        line = models.not_there(models.Peer("unheard-of", "program.py"))
        assert line == "| unheard-of |  |  | not measured: `-m uv pip …` did not succeed |  |  |"


class TestBesideDjangoCrm:
    def test_each_page_is_held_against_the_same_page_of_ours(self) -> None:
        def told(cpu: float, lists: int) -> dict[str, object]:
            answers = [{"kind": kind, "status": 200, "cpu": cpu} for kind in beside.PAGES for _ in range(9)]
            return {"apart": answers, "lists": lists}

        first, *_, last = beside.compared("DjangoCRM 1", told(90, 16), told(30, 80))
        assert first == "| list of the own, CPU of DjangoCRM 1 |  | 90.0 ms | ours 30.0 ms: 3.0 times as much |  |"
        assert last == "| lists a second of DjangoCRM 1 |  | 2.0 /s | ours 10.0; 8 people who ask again at once |  |"

    def test_a_machine_without_its_python_is_told_so_in_one_row(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(beside, "PYTHON", "2.1")
        rows = list(beside.rows(Installation(tmp_path, 0), tmp_path))
        assert rows == ["| DjangoCRM |  |  | not measured: there is no Python 2.1 on this machine |  |"]

    def test_an_install_that_fails_is_told_in_one_row(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        wanted = tmp_path / "unheard-of.txt"
        wanted.write_text("no-such-distribution==1 --hash=sha256:" + "0" * 64, encoding="utf-8")
        monkeypatch.setattr(beside, "REQUIREMENTS", wanted)
        monkeypatch.setattr(beside, "PYTHON", "3.11")
        monkeypatch.setattr(environments, "HOME", tmp_path)
        (row,) = beside.rows(Installation(tmp_path, 0), tmp_path)
        assert row == "| DjangoCRM |  |  | not measured: `python -m uv pip …` did not succeed |  |"
