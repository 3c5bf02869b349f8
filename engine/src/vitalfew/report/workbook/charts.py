"""Charts that the spreadsheet itself draws, and the sheet with their figures."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import zip_longest
from typing import Any

from vitalfew.languages import say
from vitalfew.report.page_model import Section
from vitalfew.report.workbook.book import BLUE, LINE, TEAL, Book

Column = tuple[str, Sequence[Any]]
"""A head and the figures under it."""

HIGH = 15
"""Rows that a chart covers, with the room beneath it."""
SIZE = {"width": 520, "height": 280}


class Drawings:
    """The charts of a workbook: drawn from columns of one sheet, whose figures they also carry in themselves."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.name = say("chart data")
        self.columns: list[Column] = []

    def place(self, sheet: Any, column: int, sections: Sequence[Section]) -> None:
        """Put the charts of these sections beneath each other beside the text of a sheet."""
        charts = (DRAWN[part.chart.kind](self, part, part.chart.data) for part in sections if part.chart)
        for number, chart in enumerate(charts):
            sheet.insert_chart(2 + number * HIGH, column, chart)

    def write(self) -> None:
        """The sheet of the figures; none where nothing was drawn."""
        if not self.columns:
            return
        sheet = self.book.sheet(self.name)
        heads = [head for head, _ in self.columns]
        for place, head in enumerate(heads):
            sheet.set_column(place, place, max(14, len(head) + 2))
            sheet.write_string(0, place, head, self.book.head)
        sheet.freeze_panes(1, 0)
        for row, cells in enumerate(zip_longest(*(cells for _, cells in self.columns)), start=1):
            for place, cell in enumerate(cells):
                sheet.write(row, place, cell)

    def chart(self, section: Section, kind: Mapping[str, str]) -> Any:
        """An empty chart in the looks of all."""
        chart = self.book.raw.add_chart(kind)
        chart.set_title({"name": section.title, "name_font": {"size": 12}, "overlay": False})
        chart.set_legend({"none": True})
        chart.set_size(SIZE)
        return chart

    def series(self, chart: Any, categories: Column, values: Column, **looks: Any) -> None:
        """Draw one column over another."""
        first, second = (self._range(column) for column in (categories, values))
        data = {"categories_data": list(categories[1]), "values_data": list(values[1])}
        chart.add_series({"name": values[0], "categories": first, "values": second, **data, **looks})

    def _range(self, column: Column) -> list[Any]:
        place = len(self.columns)
        self.columns.append(column)
        return [self.name, 1, place, len(column[1]), place]


def _pareto(drawings: Drawings, section: Section, data: Mapping[str, Any]) -> Any:
    chart = drawings.chart(section, {"type": "scatter", "subtype": "straight"})
    names = (say("% of customers"), say("% of sales"))
    drawings.series(chart, *_columns(names, data["x"], data["y"]), line={"color": TEAL, "width": 2.25})
    cuts = data["cuts"]
    if cuts:
        drawings.series(
            chart,
            *_columns(names, (cut["x"] for cut in cuts), (cut["y"] for cut in cuts)),
            line={"none": True},
            marker={"type": "circle", "size": 7, "fill": {"color": BLUE}, "border": {"color": BLUE}},
            data_labels={"value": True, "position": "right", "custom": [{"value": cut["label"]} for cut in cuts]},
        )
    for axis, name in zip((chart.set_x_axis, chart.set_y_axis), names, strict=True):
        axis({"name": name, "min": 0, "max": 100, "major_gridlines": {"visible": True, "line": {"color": LINE}}})
    return chart


def _bars(drawings: Drawings, section: Section, data: Mapping[str, Any]) -> Any:
    chart = drawings.chart(section, {"type": "column"})
    labels, counts = (say("score from"), data["labels"]), (say("customers"), data["values"])
    drawings.series(chart, labels, counts, fill={"color": TEAL}, gap=20)
    chart.set_x_axis({"name": labels[0]})
    chart.set_y_axis({"name": counts[0], "major_gridlines": {"visible": True, "line": {"color": LINE}}})
    return chart


def _columns(names: tuple[str, str], *columns: Any) -> list[Column]:
    return [(name, [float(cell) for cell in column]) for name, column in zip(names, columns, strict=True)]


DRAWN: Mapping[str, Callable[[Drawings, Section, Mapping[str, Any]], Any]] = {"pareto": _pareto, "bars": _bars}
"""Kind of a chart of the report → the same drawn by the spreadsheet."""
