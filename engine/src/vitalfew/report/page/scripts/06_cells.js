// Drawings of cells, laid out by hand: RFM grid, migration between grades, type board.

const box = (x, y, width, height, fill, r = 4, more = {}) => ({ type: "rect", shape: { x, y, width: Math.max(0, width), height, r }, style: { fill, ...more } });

/** Where a page knows the way from a place of a drawing, the place is felt: an unseen box over it, named by its place. */
const leads = (x, y, width, height, place, known) => (known ? [{ ...box(x, y, width, height, "transparent"), info: place, cursor: "pointer" }] : []);
const waysOf = (kind) => Object.entries(page.ways || {}).find(([name]) => page.charts[name].kind === kind)?.[1];

function write(x, y, text, colour, { size = 12, weight = 400, align = "center", vertical = "middle" } = {}, face = "") {
  return {
    type: "text",
    style: { x, y, text, fill: colour, align, verticalAlign: vertical, font: `${weight} ${size}px ${face}` },
  };
}

/** A drawing of one's own: `parts(width, height)` gives its shapes; one that leads nowhere hears no pointer. */
function drawing(t, parts, silent = true) {
  return base(t, {
    series: [{
      type: "custom", coordinateSystem: "none", silent, data: [0],
      renderItem: (_, api) => ({ type: "group", children: parts(api.getWidth(), api.getHeight()) }),
    }],
  });
}

/** Customers by two scores; the shade is their share of the value. */
function gridChart(data, t) {
  const ways = waysOf("grid");
  const values = data.value.map((row) => row.map((value) => Number(value || 0)));
  const most = Math.max(1e-9, ...values.flat());
  return drawing(t, (width, height) => {
    const left = 34, foot = 34, gap = 3;
    const w = (width - left) / data.columns.length, h = (height - foot) / data.rows.length;
    const say = (x, y, text, how) => write(x, y, text, t.muted, { size: 11, ...how }, t.face);
    const cells = values.flatMap((row, at) => row.flatMap((value, place) => {
      const strength = Math.max(0, value) / most, x = left + place * w, y = at * h;
      const [ground, ink, opacity] = strength > 0.5 ? [t.heat, "#ffffff", 1] : [t.accent, t.ink, 0.06 + 0.8 * strength];
      return [
        box(x, y, w - gap, h - gap, ground, 4, { opacity }),
        write(x + (w - gap) / 2, y + (h - gap) / 2, SHORT.count(data.count[at][place]), ink, { size: 13, weight: 500 }, t.face),
        ...leads(x, y, w - gap, h - gap, [at, place], ways && data.count[at][place]),
      ];
    }));
    const [first, last, low, high] = data.ends.map((text) => label(text, 20));
    return [
      ...cells,
      ...data.rows.map((name, at) => say(left - 10, at * h + (h - gap) / 2, label(name, 4), { align: "right" })),
      ...data.columns.map((name, at) => say(left + at * w + w / 2, height - foot + 10, label(name, 4))),
      say(left, height - 7, first || "", { align: "left" }),
      say(width - gap, height - 7, last || "", { align: "right" }),
      say(left + (width - left) / 2, height - 7, label(data.column_name)),
      turned(8, (height - foot) / 2, label([low, data.row_name, high].filter(Boolean).join(" → "), 40), t),
    ];
  }, !ways);
}

function turned(x, y, text, t) {
  return { ...write(0, 0, text, t.muted, { size: 11 }, t.face), x, y, rotation: Math.PI / 2 };
}

/** From which grade to which; above the diagonal fell, below it rose. */
function migrationChart(data, t) {
  const ways = waysOf("migration");
  return drawing(t, (width, height) => {
    const n = data.grades.length, side = Math.min(96, width / (n + 2)), h = Math.min(40, height / (n + 2)), gap = 3;
    const say = (x, y, text, how) => write(x, y, text, t.muted, { size: 12, ...how }, t.face);
    const chip = (x, y, grade) => grade === "" ? [say(x, y, NONE)] : chipOf(x, y, grade, side - 6, t);
    const at = (place) => (place + 1.5) * ((width) / (n + 2));
    const down = (place) => (place + 1.5) * h;
    const w = width / (n + 2);
    const cells = data.matrix.flatMap((row, was) => row.flatMap((count, now) => {
      if (!count) return [say(at(now), down(was), "·")];
      const known = data.grades[was] !== "" && data.grades[now] !== "";
      const [ground, ink] = was === now || !known ? [t.sunk, t.ink2] : now < was ? [t["good-soft"], t.good] : [t["bad-soft"], t.bad];
      return [
        box(at(now) - w / 2 + gap / 2, down(was) - h / 2 + gap / 2, w - gap, h - gap, ground),
        write(at(now), down(was), SHORT.count(count), ink, { size: 13, weight: was === now ? 400 : 600 }, t.face),
        ...leads(at(now) - w / 2, down(was) - h / 2, w, h, [was, now], ways),
      ];
    }));
    return [
      ...cells,
      ...data.grades.flatMap((grade, place) => [...chip(at(place), h / 2, grade), ...chip(w / 2, down(place), grade)]),
      say(at(n), h / 2, words.was), say(w / 2, down(n), words.now),
      ...data.was.map((count, place) => say(at(n), down(place), SHORT.count(count))),
      ...data.now.map((count, place) => say(at(place), down(n), SHORT.count(count))),
    ];
  }, !ways);
}

function chipOf(x, y, label_, most, t) {
  const grade = (page.grades[label_] || { chip: label_ }).chip;
  const { fill: ground, stroke, ink } = gradeColours(t, label_);
  const wide = [...grade].reduce((sum, sign) => sum + (sign > "\u2e80" ? 11.5 : 6.8), 9);
  const width = Math.min(most, Math.max(20, wide));
  return [
    box(x - width / 2, y - 10, width, 20, ground, 5, stroke ? { stroke, lineWidth: 1 } : {}),
    write(x, y, label(grade, Math.max(1, Math.floor(([...grade].length * (width - 6)) / (wide - 9)))), ink, { size: 11, weight: 600 }, t.face),
  ];
}

/** Old and new, big and small: how many there may be, how many there are, what they bring. */
function boardChart(data, t) {
  const ways = waysOf("board");
  return drawing(t, (width, height) => data.cells.flatMap((cell, place) => {
    const w = width / 2, h = height / 2, x = (place % 2) * (w + 12), y = Math.floor(place / 2) * h, room = w - 12;
    const lines = [[words.of_value, cell.share_value], [words.of_customers, cell.share_customers], ...(cell.further || []).map((one) => [label(one.name, 20), one.share])];
    const down = (dy) => y + dy * Math.min(1, h / (76 + 20 * lines.length));
    const say = (dx, dy, text, colour, how = {}) => write(x + dx, down(dy), text, colour, { align: "left", ...how }, t.face);
    const right = (dy, text) => write(x + room, down(dy), text, t.ink, { align: "right", weight: 600 }, t.face);
    const used = cell.cap ? Math.min(1, cell.count / cell.cap) : null;
    const over = cell.cap != null && cell.count > cell.cap;
    const count = SHORT.count(cell.count);
    return [
      ...(place > 1 ? [box(x, y, room, 1, t.line, 0)] : []),
      say(0, 18, label(cell.name, 24), t.ink, { weight: 600 }),
      say(0, 44, count, t.ink, { size: 19, weight: 600 }),
      say(8 + 11.5 * count.length, 46, cell.cap == null ? label(cell.remark || "", 30) : fill(words.of_allowed, { n: SHORT.count(cell.cap) }), t.muted),
      ...(used == null ? [] : [box(x, down(60), room, 4, t.inner, 2), box(x, down(60), room * used, 4, over ? t.bad : t.accent, 2)]),
      ...lines.flatMap(([name, part], at) => [say(0, 84 + 20 * at, name, t.muted), right(84 + 20 * at, share(part || 0, 0))]),
      ...leads(x, y, room, h, [place], ways && cell.count),
    ];
  }), !ways);
}
