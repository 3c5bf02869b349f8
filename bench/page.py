"""What a run says: on the screen line by line, and at the end in the documentation where that is asked for."""

from pathlib import Path

BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"


class Page:
    """Lines of Markdown, printed as they come and kept."""

    def __init__(self) -> None:
        self._lines: list[str] = []

    def say(self, *lines: str) -> None:
        """Print and keep."""
        for line in lines:
            print(line, flush=True)
            self._lines.append(line)

    def put_into(self, file: Path) -> None:
        """Replace what stands between the two marks of a page. One without them is refused."""
        file.write_text(between_marks(file.read_text(encoding="utf-8"), "\n".join(self._lines)), encoding="utf-8")


def between_marks(text: str, measured: str) -> str:
    """The text of a page with its measured part replaced."""
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"a page of measurements needs {BEGIN} and {END}")
    return f"{before}{BEGIN}\n\n{measured.strip()}\n\n{END}{after}"
