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

/** A point of the scatter leads to its customer, a class or cell to the list of those in it. */
function offerWays() {
  for (const { place, chart } of drawn) {
    const base_ = place.dataset.leads;
    if (!base_) continue;
    chart.on("click", ({ data }) => {
      const { points } = page.charts[place.dataset.chart].data;
      if (points && data.at != null) location.assign(base_.replace("-id-", encodeURIComponent(points.id[data.at])));
    });
  }
}

for (const root of document.querySelectorAll("[data-numbers]")) rewrite(root);
offerFiles();
drawCharts();
offerWays();
document.documentElement.dataset.vfDrawn = "";
