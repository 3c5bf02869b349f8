"""A run read back from its files is the run that wrote them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from compare.companies import NOW, OPTIONS, Company, classes

import vitalfew as vf
from vitalfew.compare import movers
from vitalfew.report.writing import write as save
from vitalfew.run import gather
from vitalfew.run.read_back import written_run
from vitalfew.run.written import previous_run
from vitalfew.sample import write
from vitalfew.scheme import load, names

ENDINGS = (".csv", ".xlsx", ".parquet", ".json")


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Company]:
    paths = write(tmp_path_factory.mktemp("company"), customers=30)
    tables = {path.stem: path for path in paths if path.suffix == ".csv"}
    gathered = gather(tables, OPTIONS, tmp_path_factory.mktemp("work"))
    with gathered.database:
        yield Company(gathered)


@pytest.fixture
def manifest(tmp_path: Path) -> Path:
    """Of a run of three customers."""
    classes(ann="800", bob="150", cat="50").save(tmp_path / "out.csv")
    return tmp_path / "out.run.json"


@pytest.mark.parametrize("scheme", names())
def test_scheme_grades_scores_and_metrics_come_back(company: Company, scheme: str, tmp_path: Path) -> None:
    result = company(load(scheme), NOW)
    wanted = [name for name in ("customer_id", *result.scheme.metrics) if name in result.metrics.column_names]
    for ending in ENDINGS:
        save(result, tmp_path / f"out{ending}")
        back = written_run(tmp_path / "out.run.json")
        assert back.scheme == result.scheme
        assert list(back.scheme.metrics) == list(result.scheme.metrics)
        assert list(back.scheme.classifiers) == list(result.scheme.classifiers)
        for column in ("customer_id", "grade", "score"):
            assert back.graded[column].to_pylist() == result.graded[column].to_pylist(), (ending, column)
        assert back.metrics.select(wanted).to_pylist() == result.metrics.select(wanted).to_pylist(), ending
        if result.scheme.grade is not None:
            assert movers(result, back).movers == ()


def test_a_scheme_of_another_version_is_refused(manifest: Path) -> None:
    text = manifest.read_text(encoding="utf-8").replace('"method": "pareto"', '"method": "pareto_of_tomorrow"')
    manifest.write_text(text, encoding="utf-8")
    with pytest.raises(vf.Refusal, match=r"out\.run\.json: .*pareto_of_tomorrow.* Grade again"):
        written_run(manifest)


@pytest.mark.parametrize("content", ["{}", "[]", '{"out": {"format": "../x"}}', '{"out": {"format": ""}}', "no JSON"])
def test_what_is_no_manifest_is_refused(content: str, tmp_path: Path) -> None:
    path = tmp_path / "out.run.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(vf.Refusal, match=r"out\.run\.json"):
        written_run(path)


def test_a_day_that_is_none_is_refused(manifest: Path) -> None:
    text = manifest.read_text(encoding="utf-8")
    manifest.write_text(text.replace('"as_of": "20', '"as_of": "x'), encoding="utf-8")
    with pytest.raises(vf.Refusal, match="is no day"):
        previous_run(manifest)
