"""The notebook in the documentation runs from its first cell to its last, and is kept without what a run leaves in it."""

import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

NOTEBOOKS = Path(__file__).parent.parent / "docs" / "notebooks"
PAGES = [pytest.param(path, id=path.stem) for path in sorted(NOTEBOOKS.glob("*.ipynb"))]

RUN = """
import sys
import nbformat
from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient

notebook, out = nbformat.read(sys.argv[1], as_version=4), sys.argv[2]
kernel = AsyncKernelManager()
kernel._kernel_spec = KernelSpec(argv=[sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"])
NotebookClient(notebook, km=kernel, timeout=None).execute()
nbformat.write(notebook, out)
"""
"""Its cells, in the Python of the tests, by a process of its own: the sockets of a kernel are no matter of ours."""


def executed(path: Path, folder: Path) -> nbformat.NotebookNode:
    """The notebook after a run in a folder of its own."""
    out = folder / path.name
    done = subprocess.run(
        [sys.executable, "-c", RUN, str(path), str(out)], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-4000:]
    return nbformat.read(out, as_version=4)


def told(notebook: nbformat.NotebookNode, code: str) -> str:
    """What the cell with this code showed."""
    cell = next(cell for cell in notebook.cells if cell.cell_type == "code" and code in cell.source)
    return "".join(out.get("text", "") or out["data"].get("text/plain", "") for out in cell.outputs)


@pytest.fixture(scope="module")
def whole_way(tmp_path_factory: pytest.TempPathFactory) -> nbformat.NotebookNode:
    return executed(NOTEBOOKS / "whole-way.ipynb", tmp_path_factory.mktemp("notebook"))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("from_store.rows.equals", "True"),
        ("store.undo", "True ['import', 'undo'] []"),
        ("result.report", "report.html True grades.xlsx\n['grades.run.json', 'report.run.json']"),
    ],
)
def test_the_whole_way_says_what_it_promises(whole_way: nbformat.NotebookNode, code: str, said: str) -> None:
    assert told(whole_way, code).strip() == said


@pytest.mark.slow
def test_every_chart_shows_itself_and_nothing_is_warned_of(whole_way: nbformat.NotebookNode) -> None:
    outputs = [output for cell in whole_way.cells if cell.cell_type == "code" for output in cell.outputs]
    assert [output.text for output in outputs if output.get("name") == "stderr"] == []
    assert sum("<iframe" in output.get("data", {}).get("text/html", "") for output in outputs) == 2


@pytest.mark.parametrize("path", PAGES)
def test_a_notebook_is_kept_bare(path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert [(cell.outputs, cell.execution_count) for cell in code] == [([], None)] * len(code)
    assert not any(str(place) in path.read_text(encoding="utf-8") for place in (Path.home(), NOTEBOOKS.parent.parent))
