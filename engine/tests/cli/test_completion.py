"""vitalfew completion: scripts for three shells, and what they are answered."""

import shutil
import subprocess

import pytest
from calls import Run


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_has_its_script(start: Run, shell: str) -> None:
    outcome = start("completion", shell)
    assert outcome.code == 0
    assert "_VITALFEW_COMPLETE" in outcome.out
    if shutil.which(shell):
        subprocess.run([shell, "-n"], input=outcome.out, text=True, check=True)


def completed(start: Run, *words: str) -> list[str]:
    line = ["vitalfew", *words]
    said = start(_VITALFEW_COMPLETE="bash_complete", COMP_WORDS=" ".join(line), COMP_CWORD=str(len(line) - 1))
    return [entry.partition(",")[2] for entry in said.out.splitlines()]


def test_verbs_flags_schemes_and_words_are_completed(start: Run) -> None:
    assert completed(start, "sch") == ["schemes"]
    assert "--max-rejects" in completed(start, "grade", "o.csv", "--ma")
    assert "rfm" in completed(start, "grade", "o.csv", "--scheme", "rf")
    assert "lifecycle" in completed(start, "show", "life")
    assert completed(start, "grade", "o.csv", "--grain", "l") == ["line"]
    assert completed(start, "facts", "ver") == ["versions", "verify"]
    assert "--table" in completed(start, "facts", "import", "o.csv", "--ta")
