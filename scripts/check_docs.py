"""Check what no linter sees: links, words that must not stand in a file, sizes, and the table of coverage.

Prints one line per finding and exits with 1, or the sizes and 0. Each check is a generator of findings.
"""

import ast
import re
import statistics
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote

ROOT = Path(__file__).resolve().parent.parent
LONGEST_FILE = 400
MEDIAN_FILE = 150
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
FENCE = re.compile(r"^```.*?^```|`[^`\n]*`", re.MULTILINE | re.DOTALL)
HEADING = re.compile(r"^#+ +(.*)$", re.MULTILINE)
# A machine's own folders, and the hosts that packages come from. The brackets keep the words from finding themselves.
FORBIDDEN = re.compile(
    r"/wor[k]/(?:main|shared)|/roo[t]/|/hom[e]/\w|/User[s]/\w|/op[t]/(?:pypi|wheels)"
    r"|pypi\.or[g]|pythonhosted\.or[g]|registry\.npmj[s]|npmmirro[r]|--index-ur[l]"
)
COVERAGE = ROOT / "docs" / "coverage.md"
COVERED = re.compile(r"^\| ([MBU]\d+) \| .* \| (done|part: [^|]+|not yet) \| ([^|]*)\| ([^|]*)\|$", re.MULTILINE)
NAMED_TEST = re.compile(r"`([\w/]+\.py)(?:::(\w+))?`")
LINES = {"M": 206, "B": 20, "U": 25}


def main() -> int:
    """Run every check over the files that git knows or would take."""
    files = [path for path in repository_files() if path.is_file()]
    code = [path for path in files if path.suffix == ".py"]
    pages = [path for path in files if path.suffix == ".md"]
    findings = [*broken_links(pages), *forbidden_words(files), *too_long(code), *coverage_gaps(), *coverage_claims()]
    for finding in findings:
        print(finding)
    print(sizes(code))
    return 1 if findings else 0


def repository_files() -> list[Path]:
    """Tracked files, and those that are new and not ignored."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.decode()
    return [ROOT / name for name in sorted(set(names.split("\0"))) if name]


def broken_links(pages: Iterable[Path]) -> Iterator[str]:
    """Links to files or headings of this repository that are not there; links to elsewhere are not followed."""
    for page in pages:
        text = FENCE.sub("", page.read_text(encoding="utf-8"))
        for target in LINK.findall(text):
            if "://" not in target and not target.startswith("mailto:") and not resolves(page, target):
                yield f"{page.relative_to(ROOT)}: the link {target} leads nowhere"


def resolves(page: Path, target: str) -> bool:
    """Whether the file is there, and in it the heading after #."""
    name, _, anchor = unquote(target).partition("#")
    file = (page.parent / name) if name else page
    if not file.exists():
        return False
    return not anchor or (file.suffix == ".md" and anchor in anchors(file))


def anchors(page: Path) -> set[str]:
    """The addresses of a page's headings, as the common forges make them."""
    headings = HEADING.findall(page.read_text(encoding="utf-8"))
    return {re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-") for heading in headings}


def forbidden_words(files: Iterable[Path]) -> Iterator[str]:
    """Paths of somebody's machine, and addresses of package registries."""
    for file in files:
        text = file.read_bytes().decode("utf-8", errors="ignore")
        for number, line in enumerate(text.splitlines(), 1):
            if found := FORBIDDEN.search(line):
                yield f"{file.relative_to(ROOT)}:{number}: {found.group()!r} must not stand in the repository"


def too_long(code: Iterable[Path]) -> Iterator[str]:
    """Modules that should have become folders."""
    for file in code:
        if (length := lines_of(file)) > LONGEST_FILE:
            yield f"{file.relative_to(ROOT)}: {length} lines; over {LONGEST_FILE} a module becomes a folder"
    median = statistics.median(map(lines_of, code))
    if median > MEDIAN_FILE:
        yield f"the median module has {median:.0f} lines; the house builds with less than {MEDIAN_FILE}"


def coverage_gaps() -> Iterator[str]:
    """Each line of the requirements stands in the table exactly once."""
    found = re.findall(r"^\| ([MBU]\d+) \|", COVERAGE.read_text(encoding="utf-8"), re.MULTILINE)
    wanted = [f"{letter}{number}" for letter, last in LINES.items() for number in range(1, last + 1)]
    for line in wanted:
        if (times := found.count(line)) != 1:
            yield f"docs/coverage.md: line {line} stands there {times} times"
    shaped = {row[0] for row in COVERED.findall(COVERAGE.read_text(encoding="utf-8"))}
    yield from (f"docs/coverage.md: line {line} has no status that is known" for line in set(found) - shaped)


def coverage_claims() -> Iterator[str]:
    """A line that is done, wholly or in part, names its place and a test that is there; one that is not names nothing."""
    for line, status, place, test in COVERED.findall(COVERAGE.read_text(encoding="utf-8")):
        named = NAMED_TEST.findall(test)
        if status == "not yet":
            if place.strip() or test.strip():
                yield f"docs/coverage.md: {line} is not yet there and names a place or a test"
        elif not place.strip() or not named:
            yield f"docs/coverage.md: {line} names no place or no test"
        yield from (
            f"docs/coverage.md: {line} names {finding}" for file, name in named for finding in absent(file, name)
        )


def absent(file: str, name: str) -> Iterator[str]:
    """What is not there of a test: its file, or the function in it."""
    path = ROOT / file
    if not path.is_file():
        yield f"{file}, which is not there"
    elif name and f"def {name}(" not in path.read_text(encoding="utf-8"):
        yield f"{name}, which is not in {file}"


def sizes(code: Iterable[Path]) -> str:
    """Median and longest of files and functions, in one line."""
    files = {path: lines_of(path) for path in code}
    functions = [length for path in files for length in function_lengths(path)] or [0]
    longest = max(files, key=lambda path: files[path])
    return (
        f"{len(files)} modules, median {statistics.median(files.values()):.0f} lines, longest {files[longest]} "
        f"({longest.relative_to(ROOT)}); functions: median {statistics.median(functions):.0f}, longest {max(functions)}"
    )


def lines_of(file: Path) -> int:
    """Number of lines, blank ones included."""
    return len(file.read_text(encoding="utf-8").splitlines())


def function_lengths(file: Path) -> Iterator[int]:
    """Lines of every function of a module, without decorators."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno:
            yield node.end_lineno - node.lineno + 1


if __name__ == "__main__":
    sys.exit(main())
