"""What a run says: on the screen line by line, and at the end in the documentation where that is asked for."""

from pathlib import Path


def marks(name: str = "") -> tuple[str, str]:
    """Where a measured part begins and ends; a page may have several, each with a name."""
    named = f"measured: {name}" if name else "measured"
    return f"<!-- {named}: begin -->", f"<!-- {named}: end -->"


BEGIN, END = marks()


class Page:
    """Lines of Markdown, printed as they come and kept."""

    def __init__(self) -> None:
        self._lines: list[str] = []

    def say(self, *lines: str) -> None:
        """Print and keep."""
        for line in lines:
            print(line, flush=True)
            self._lines.append(line)

    def put_into(self, file: Path, name: str = "") -> None:
        """Replace what stands between the two marks of a page. One without them is refused."""
        text = between_marks(file.read_text(encoding="utf-8"), "\n".join(self._lines), *marks(name))
        file.write_text(text, encoding="utf-8")


def between_marks(text: str, measured: str, begins: str = BEGIN, ends: str = END) -> str:
    """The text of a page with its measured part replaced."""
    before, begin, rest = text.partition(begins)
    _, end, after = rest.partition(ends)
    if not begin or not end:
        raise ValueError(f"a page of measurements needs {begins} and {ends}")
    return f"{before}{begins}\n\n{measured.strip()}\n\n{ends}{after}"
