"""`grade … -o report.html`: one command from orders to the page, whole or not at all."""

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest

ROWS = "".join(f"c{place % 7},{place},2026-0{1 + place % 9}-11,{100 + 37 * place}.50\n" for place in range(60))


@pytest.fixture
def orders(tmp_path: Path) -> Path:
    path = tmp_path / "orders.csv"
    path.write_text("customer_id,order_id,moment,amount\n" + ROWS, encoding="utf-8")
    return path


def vitalfew(*words: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "vitalfew", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_report_lies_beside_a_manifest_with_its_digest(orders: Path, tmp_path: Path) -> None:
    out = tmp_path / "report.html"
    ended = vitalfew("grade", orders, "--scheme", "abc", "-o", out)
    assert (ended.returncode, ended.stderr) == (0, "")
    manifest = json.loads((tmp_path / "report.run.json").read_text(encoding="utf-8"))
    assert manifest["out"] == {"format": "html", "sha256": hashlib.sha256(out.read_bytes()).hexdigest()}
    assert out.read_text(encoding="utf-8").startswith("<!doctype html>\n<html lang=\"en\">")  # fmt: skip


def test_the_report_is_the_same_whatever_the_order_of_rows(orders: Path, tmp_path: Path) -> None:
    head, *rows = orders.read_text(encoding="utf-8").splitlines()
    turned = tmp_path / "turned" / "orders.csv"
    turned.parent.mkdir()
    turned.write_text("\n".join([head, *reversed(rows)]) + "\n", encoding="utf-8")
    written = []
    for source in (orders, turned):
        vitalfew("grade", source, "--scheme", "abc", "--lang", "zh-hans", "-o", source.with_suffix(".html"))
        written.append(source.with_suffix(".html").read_bytes())
    assert written[0] == written[1]
    assert "帕累托" in written[0].decode()


def test_finished_metrics_give_no_report_and_leave_no_file(tmp_path: Path) -> None:
    metrics = tmp_path / "metrics.csv"
    metrics.write_text("customer_id,monetary\na,10\nb,5\n", encoding="utf-8")
    ended = vitalfew("grade", "--metrics", metrics, "--scheme", "abc", "-o", tmp_path / "report.html")
    assert (ended.returncode, ended.stderr.count("\n")) == (2, 1)
    assert "drawn from facts" in ended.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["metrics.csv"]
