// The figures of a page: the report's drawings in the page's own colours, which follow its appearance.

/** Token of the drawings → token of the page. */
const TOKENS = {
  surface: "surface", sunk: "sunk", line: "line", inner: "inner", ink: "ink", ink2: "ink2", muted: "muted", pale: "muted",
  accent: "accent", "accent-ink": "accent-ink", good: "good", bad: "bad", warn: "warn", "good-soft": "good-soft",
  "bad-soft": "bad-soft", teal: "grade-a", heat: "fill", a: "grade-a", "a-ink": "grade-a-ink", b: "grade-b",
  "b-ink": "grade-b-ink", c: "grade-c", "c-ink": "grade-c-ink", d: "grade-d-line", "d-ink": "grade-d-ink",
};

/** The tokens as they are now. A probe resolves what light or dark makes of each. */
function theme() {
  const probe = document.body.appendChild(make("i", { hidden: true }));
  const tokens = Object.fromEntries(Object.entries(TOKENS).map(([name, own]) => {
    probe.style.color = `var(--vf-${own})`;
    return [name, getComputedStyle(probe).color];
  }));
  probe.remove();
  return { ...tokens, face: getComputedStyle(document.body).fontFamily };
}

/** A point of the scatter leads to its customer, a bar or cell to the list of those in it. */
function offerWays() {
  for (const { place, chart } of drawn) {
    const { leads: one, list } = place.dataset;
    const { points } = page.charts[place.dataset.chart].data;
    const ways = page.ways?.[place.dataset.chart];
    chart.on("click", ({ data, info, dataIndex }) => {
      if (points && one && data.at != null) location.assign(one.replace("-id-", encodeURIComponent(points.id[data.at])));
      const way = ways && (info || [dataIndex]).reduce((found, step) => found?.[step], ways);
      if (way) location.assign(`${list}?${way}`);
    });
  }
}

/** A frame drawn with the pointer over the scatter fills the ranges of the form beside it, which shows who is inside. */
function offerFrame() {
  const form = document.querySelector("[data-frame]");
  const drawing_ = drawn.find(({ place }) => place.dataset.chart === form?.dataset.frame);
  if (!drawing_) return;
  const { place, chart } = drawing_;
  const frame = make("div", { class: "vf-marquee", hidden: true });
  place.append(frame);
  const inside = ({ clientX, clientY }) => {
    const { left, top } = place.getBoundingClientRect();
    return [clientX - left, clientY - top];
  };
  const edges = (one, other) => [0, 1].map((axis_) => [Math.min(one[axis_], other[axis_]), Math.max(one[axis_], other[axis_])]);
  const show = ([[left, right], [top, bottom]]) => {
    Object.assign(frame.style, { left: `${left}px`, top: `${top}px`, width: `${right - left}px`, height: `${bottom - top}px` });
    frame.hidden = false;
  };
  const per_cent = (value) => String(Math.round(1000 * value) / 10);
  const ask = ([[left, right], [top, bottom]]) => {
    const [[least, highest], [most, lowest]] = [[left, top], [right, bottom]].map((at) => chart.convertFromPixel({ xAxisIndex: 0, yAxisIndex: 0 }, at));
    const values = { serves_from: least, serves_to: most, margin_from: lowest, margin_to: highest };
    for (const [name, value] of Object.entries(values)) form.elements[name].value = per_cent(value);
    form.requestSubmit();
  };
  const draw_ = () => {
    const texts = ["serves_from", "serves_to", "margin_from", "margin_to"].map((name) => form.elements[name].value);
    if (texts.some((text) => text === "")) return;
    const [least, most, lowest, highest] = texts.map((text) => Number(text) / 100);
    const [one, other] = [[least, highest], [most, lowest]].map((at) => chart.convertToPixel({ xAxisIndex: 0, yAxisIndex: 0 }, at));
    show(edges(one, other));
  };
  let start;
  place.addEventListener("pointerdown", (event) => {
    if (event.button || event.pointerType === "touch") return;
    start = inside(event);
  });
  addEventListener("pointermove", (event) => {
    if (!start) return;
    const box_ = edges(start, inside(event));
    if (box_.some(([least, most]) => most - least > 4)) show(box_);
  });
  addEventListener("pointerup", (event) => {
    const box_ = start && edges(start, inside(event));
    start = undefined;
    if (box_?.every(([least, most]) => most - least > 4)) ask(box_);
  });
  form.addEventListener("change", draw_);
  draw_();
}

for (const root of document.querySelectorAll("[data-numbers]")) rewrite(root);
offerFiles();
drawCharts();
offerWays();
offerFrame();
document.documentElement.dataset.vfDrawn = "";
