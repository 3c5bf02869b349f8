// Why one customer has its grade: a track per metric, as long as its weight, filled as far as its points.
const WIDEST = 160;

function reasonsOf(at) {
  const why = page.list.why;
  const weights = why.metrics.map((metric) => Math.abs(Number(metric.weight || 0)));
  const most = Math.max(...weights, 0);
  const rows = why.metrics.map((metric, place) => reasonRow(metric, {
    value: cellsOf(why.values[place])[at], points: cellsOf(why.points[place])[at], rank: cellsOf(why.ranks[place])[at],
    length: most ? weights[place] / most : 0,
  }));
  const heads = [[words.measure], [words.value, "n narrow"], [words.rank, "n narrow"], [words.points, "n"],
    ...(most ? [[words.weight, "n narrow"], [words.toward_score]] : [])];
  const change = page.list.change[at];
  return make("div", { class: "reasons" },
    make("div", { class: "says" }, ...(change ? [make("b", {}, words.smallest_change), isolated(change)] : [])),
    make("table", {},
      make("thead", {}, make("tr", {}, ...heads.map(([text, name]) => make("th", { scope: "col", class: name }, text)))),
      make("tbody", {}, ...rows)),
    further(at));
}

/** What the list has no room for. */
function further(at) {
  const columns = page.list.columns.slice(page.list.shown);
  return make("dl", { class: "further" }, ...columns.map(({ key, name, kind }) =>
    make("div", {}, make("dt", {}, name), make("dd", {}, valueOf(column(key)[at], kind)))));
}

function reasonRow(metric, { value, points, rank, length }) {
  const weighed = metric.weight != null;
  return make("tr", {},
    make("td", { class: "name" }, metric.label),
    make("td", { class: "n narrow" }, valueOf(value, metric.kind)),
    make("td", { class: "n narrow muted" }, rank == null ? NONE : fill(words.rank_of, { rank: SHORT.count(rank), n: SHORT.count(metric.n) })),
    make("td", { class: "n" }, points == null ? NONE : SHORT.score(points)),
    ...(length || weighed ? [
      make("td", { class: "n narrow muted" }, weighed ? share(metric.weight, 0) : NONE),
      make("td", {}, weighed ? track(length, points == null ? 50 : Number(points), Number(metric.weight)) : null),
    ] : []));
}

function valueOf(value, kind) {
  if (value == null) return NONE;
  if (!SHORT[kind]) return isolated(value);
  return make("data", { value, title: exact(value, kind) }, SHORT[kind](value, moneyScale([value])));
}

/** Length is the weight, filling the points, hatching what was not reached. */
function track(length, points, weight) {
  const whole = Math.max(2, Math.round(length * WIDEST));
  const got = Math.round((whole * points) / 100);
  const says = fill(words.track, { points: SHORT.score(points), weight: share(weight, 0) });
  return draw("svg", { class: "track", viewBox: `0 0 ${WIDEST} 10`, role: "img", "aria-label": says, preserveAspectRatio: "none" },
    draw("rect", { class: "all", y: 1, width: whole, height: 8, rx: 2 }),
    draw("rect", { class: weight < 0 ? "against" : "got", y: 1, width: got, height: 8, rx: 2 }));
}

/** Twelve months as a line of 72 pixels, the last month marked. */
function sparkOf(at) {
  const code = page.list.spark[at];
  if (!code) return null;
  const points = [...code].map((digit, place) => [2 + place * 6, 19 - (parseInt(digit, 36) * 16) / 35]);
  const [x, y] = points[points.length - 1];
  return draw("svg", { class: "spark", viewBox: "0 0 72 22", "aria-hidden": "true" },
    draw("path", { d: "M" + points.map((point) => point.join(" ")).join("L") }), draw("circle", { cx: x, cy: y, r: 2 }));
}
