// Draws each chart where it stands, and anew for another width, for dark or light, and for paper.
const KINDS = {
  pareto: paretoChart, whale: whaleChart, lines: linesChart, bars: barsChart, bands: bandsChart, scatter: scatterChart,
  concentration: concentrationChart, grid: gridChart, migration: migrationChart, board: boardChart,
};
/** Heights of the kinds, on the screen and on paper; what lists rows grows with them. */
const HEIGHTS = {
  pareto: [240, 160], whale: [240, 160], lines: [240, 170], scatter: [260, 180], bars: [200, 150], grid: [236, 184],
  board: ({ cells: [cell] }) => [264 + 40 * (cell.further || []).length, 188 + 24 * (cell.further || []).length], bands: [216, 160],
  concentration: (data) => rows(data.n.length, data.profit ? 30 : 22),
  migration: (data) => rows(data.grades.length + 2, 34),
};
/** Widths on A4 in pixels of the page, where a part fills half of it or all. */
const PAPER = { half: 334, full: 694 };
const drawn = [];

function rows(count, height) {
  return [count * height + 8, count * (height - 4) + 8];
}

function heights({ kind, data }) {
  return typeof HEIGHTS[kind] === "function" ? HEIGHTS[kind](data) : HEIGHTS[kind];
}

function drawCharts() {
  for (const place of document.querySelectorAll("[data-chart]")) {
    const { kind, data } = page.charts[place.dataset.chart];
    place.hidden = false;
    place.style.height = `${heights({ kind, data })[0]}px`;
    drawn.push({ place, kind, data, chart: echarts.init(place, null, { renderer: "svg" }) });
  }
  redraw();
  const watch = new ResizeObserver((entries) => {
    if (!document.documentElement.classList.contains("printing")) {
      for (const { target } of entries) drawn.find(({ place }) => place === target).chart.resize();
    }
  });
  for (const { place } of drawn) watch.observe(place);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
  addEventListener("beforeprint", () => onPaper(true));
  addEventListener("afterprint", () => onPaper(false));
}

function redraw() {
  const tokens = theme();
  for (const { kind, data, chart } of drawn) chart.setOption(KINDS[kind](data, tokens), true);
}

/** Light colours and the width of the paper while it is printed. */
function onPaper(printing) {
  document.documentElement.classList.toggle("printing", printing);
  for (const one of drawn) {
    const width = one.place.closest(".full, .part:only-child") ? PAPER.full : PAPER.half;
    const [shown, height] = heights(one);
    one.place.style.height = `${printing ? height : shown}px`;
    one.chart.resize(printing ? { width, height } : { width: "auto", height: "auto" });
  }
  redraw();
  if (page.list) listOnPaper(printing);
}
