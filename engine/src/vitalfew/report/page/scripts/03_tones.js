// What all charts have in common: the colours of classes and grades, axes, tooltips, texts that fit.

/** The colours of classes, best first: teal, blue, grey everywhere. */
function classColours(t) {
  return [t.teal, t.accent, t.pale];
}

function gradeColours(t, grade) {
  const { tone } = page.grades[grade] || { tone: "c" };
  return tone === "d" ? { fill: "none", stroke: t.d, ink: t["d-ink"] } : { fill: t[tone], ink: t[`${tone}-ink`] };
}

/** A text of the data inside a drawing: no control characters, which no drawing can hold, and not without end. */
function label(text, most = 28) {
  const clean = String(text).replace(/[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, " ");
  const letters = [...clean];
  return letters.length > most ? letters.slice(0, most - 1).join("") + "…" : clean;
}

/** Axes with a horizontal grid only. */
function axis(t, more = {}) {
  return {
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: t.inner } },
    axisLabel: { color: t.muted, fontSize: 11, hideOverlap: true },
    nameTextStyle: { color: t.muted, fontSize: 11 },
    ...more,
  };
}

/** The room around the axes. */
const ROOM = { left: 4, right: 14, top: 14, bottom: 4, containLabel: true };

/** What all charts on axes begin with. */
function base(t, more = {}) {
  return {
    animation: false,
    textStyle: { fontFamily: t.face, color: t.ink },
    grid: ROOM,
    ...more,
  };
}

/** A tooltip that is built of elements. */
function tip(t, trigger, content) {
  return {
    trigger,
    confine: true,
    className: "tip",
    backgroundColor: t.surface,
    borderColor: t.line,
    textStyle: { color: t.ink, fontSize: 12 },
    axisPointer: { type: "line", lineStyle: { color: t.pale } },
    formatter: (points) => {
      const lines = content(Array.isArray(points) ? points : [points]);
      return lines.length ? make("div", {}, make("b", {}, lines[0]), ...lines.slice(1).map((l) => make("div", {}, l))) : "";
    },
  };
}
