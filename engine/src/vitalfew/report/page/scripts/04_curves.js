// Curves: Pareto, whale, grades over the months.

function pairs(xs, ys) {
  return xs.map((x, at) => [Number(x), Number(ys[at])]);
}

function between(points, from, to) {
  return points.filter(([x]) => x >= from && x <= to);
}

function area(points, colour, more = {}) {
  return {
    type: "line", data: points, showSymbol: false, silent: true, lineStyle: { color: colour, width: 2 },
    itemStyle: { color: colour }, areaStyle: { color: colour, opacity: 0.1 }, ...more,
  };
}

/** A point on a curve with its words beside it; which side, the room decides. */
function dot(t, x, y, text, colour, place = {}) {
  return {
    type: "scatter", data: [[x, y]], symbolSize: 7, silent: true, z: 5, itemStyle: { color: t.ink },
    label: { show: true, position: "right", distance: 8, color: colour, fontSize: 11, fontWeight: 600, ...place,
      formatter: () => label(text, 60) },
  };
}

function dropped(t, x, y) {
  return {
    type: "line", data: [[x, 0], [x, y]], showSymbol: false, silent: true,
    lineStyle: { color: t.pale, width: 1, type: [3, 3] },
  };
}

/** Cumulative share of the value over the customers, best first; each class in its own colour. */
function paretoChart(data, t) {
  const points = pairs(data.x, data.y);
  const cuts = data.cuts.map((cut) => ({ ...cut, x: Number(cut.x), y: Number(cut.y) }));
  const ends = [0, ...cuts.map((cut) => cut.x), 100];
  const colours = classColours(t);
  const parts = ends.slice(1).map((end, at) => area(between(points, ends[at], end), colours[Math.min(at, 2)]));
  const inks = [t.teal, t["accent-ink"], t.muted];
  const marks = cuts.filter((cut) => cut.x < 99.9).flatMap((cut, at) => [
    dropped(t, cut.x, cut.y),
    dot(t, cut.x, cut.y, paretoWords(cut), inks[Math.min(at, 2)], cut.x > 55 ? { position: "left", offset: [0, -9] } : { offset: [0, 8] }),
  ]);
  const percent = (value) => share(value / 100, 0);
  return base(t, {
    grid: { ...ROOM, top: 22 },
    xAxis: axis(t, { type: "value", min: 0, max: 100, splitLine: { show: false }, axisLabel: { color: t.muted, fontSize: 11, formatter: percent } }),
    yAxis: axis(t, { type: "value", min: 0, axisLabel: { color: t.muted, fontSize: 11, formatter: percent } }),
    tooltip: tip(t, "axis", ([first]) => [fill(words.pareto_tip, { customers: share(first.value[0] / 100), value: share(first.value[1] / 100) })]),
    series: [...parts.map((part) => ({ ...part, silent: false })), ...marks],
  });
}

function paretoWords(cut) {
  const told = { label: cut.label, customers: SHORT.count(cut.customers), share: share(cut.y / 100, 0) };
  return fill(words.pareto_cut, told);
}

/** Cumulative profit, best customers first: what those after the peak take back is red. */
function whaleChart(data, t) {
  const points = pairs(data.x, data.y);
  const scale = moneyScale(data.y);
  const peak = Number(data.peak.x);
  const last = points[points.length - 1];
  const loses = peak < last[0];
  const end = { type: "line", data: [[0, last[1]], last], showSymbol: false, silent: true, lineStyle: { color: t.pale, width: 1, type: [3, 3] } };
  return base(t, {
    grid: { ...ROOM, top: 26 },
    xAxis: axis(t, { type: "value", min: 0, max: last[0], splitLine: { show: false } }),
    yAxis: axis(t, { type: "value", axisLabel: { color: t.muted, fontSize: 11, formatter: (v) => moneyMark(v, scale) } }),
    tooltip: tip(t, "axis", ([first]) => [fill(words.whale_tip, { customers: SHORT.count(first.value[0]), value: money(first.value[1], scale) })]),
    series: [
      { ...area(between(points, 0, peak), t.accent), silent: false },
      ...(loses ? [{ ...area(between(points, peak, last[0]), t.bad), silent: false }, end] : []),
      dot(t, peak, Number(data.peak.y), data.peak.label, t.ink, peak > last[0] / 2 ? { position: "top", align: "right" } : { position: "top", align: "left" }),
      ...(loses ? [dot(t, last[0], last[1], data.end.label, t.muted, { position: "left", fontWeight: 400, offset: [0, 14] })] : []),
    ],
  });
}

/** How many customers stood in each grade, month by month; with the unit "share" which part of them, day by day. */
function linesChart(data, t) {
  const parts = data.unit === "share";
  const shown = parts ? (value) => share(value, 0) : SHORT.count;
  const colours = data.stacked ? { A: t.teal, B: t.accent } : { [data.series[0].name]: t.accent };
  const series = data.series.map((line) => ({
    type: "line", name: line.name, data: line.values.map((value) => (value == null ? null : Number(value))), showSymbol: false,
    stack: data.stacked ? "all" : undefined, lineStyle: { width: data.stacked ? 1 : 2, color: colours[line.name] || t.pale },
    itemStyle: { color: colours[line.name] || t.pale }, areaStyle: data.stacked ? { opacity: 0.2 } : undefined,
    endLabel: { show: true, formatter: () => label(line.name), color: t.ink2, fontSize: 11, fontWeight: 600 },
  }));
  const longest = Math.max(...data.series.map((line) => label(line.name).length));
  return base(t, {
    grid: { ...ROOM, right: Math.max(56, 16 + 7 * longest) },
    xAxis: axis(t, { type: "category", boundaryGap: false, data: parts ? data.x : data.x.map(month), splitLine: { show: false } }),
    yAxis: axis(t, { type: "value", ...(parts && { min: 0, max: 1, axisLabel: { color: t.muted, fontSize: 11, formatter: shown } }) }),
    tooltip: tip(t, "axis", (points) => [points[0].axisValueLabel, ...points.map((p) => `${p.seriesName} ${shown(p.value)}`)]),
    series,
  });
}
