// Numbers as people of the page's language read them: short in the cell, exact in its title.
const LANGUAGE = document.documentElement.lang;
const HAN = LANGUAGE.startsWith("zh");
/** From which largest value a column is written in which unit. */
const UNITS = HAN ? [[1e8, 1e8], [1e5, 1e4]] : [[1e9, 1e9], [1e6, 1e6]];
const NONE = "–";

const formats = new Map();

/** A formatter, made once for each set of options. */
function format(options) {
  const key = JSON.stringify(options);
  if (!formats.has(key)) formats.set(key, new Intl.NumberFormat(LANGUAGE, options));
  return formats.get(key);
}

function written(value, options) {
  return format({ signDisplay: "negative", ...options }).format(value).replace("-", "−");
}

function digits(least, most = least) {
  return { minimumFractionDigits: least, maximumFractionDigits: most };
}

/** How the money of one column is written, from its largest amount: one unit and one number of digits for all. */
function moneyScale(amounts) {
  const largest = amounts.reduce((most, amount) => Math.max(most, Math.abs(Number(amount) || 0)), 0);
  const unit = unitFor(largest, amounts);
  const places = unit === 1 ? (largest >= 1000 ? 0 : 2) : largest / unit >= 1000 ? 0 : largest / unit >= 10 ? 1 : 2;
  return { unit, places, suffix: unit === 1 ? "" : suffixOf(unit) };
}

/** A large unit only where it leaves something of the smallest amount, or where the amounts are larger than a line. */
function unitFor(largest, amounts) {
  const unit = (UNITS.find(([from]) => largest >= from) || [0, 1])[1];
  const lost = amounts.some((amount) => Number(amount) && Math.abs(Number(amount)) < unit / 200);
  return lost && largest < 1e8 ? 1 : unit;
}

function suffixOf(unit) {
  const parts = format({ notation: "compact" }).formatToParts(unit);
  const name = parts.find((part) => part.type === "compact");
  return name ? name.value : "";
}

function money(amount, scale) {
  return written(amount / scale.unit, digits(scale.places)) + scale.suffix;
}

/** The same beside an axis, where round numbers stand. */
function moneyMark(amount, scale) {
  return amount ? written(amount / scale.unit, digits(0, 2)) + scale.suffix : "0";
}

function share(fraction, places = 1) {
  return percent(fraction, digits(places));
}

function percent(fraction, places) {
  const text = written(fraction, { style: "percent", ...places });
  return HAN ? text : text.replace("%", "\u202f%");
}

/** Kind of cell → its short text. Kinds that are no numbers are not here. */
const SHORT = {
  money: (value, scale) => money(value, scale),
  count: (value) => written(value, digits(0)),
  share: (value) => share(value),
  score: (value) => written(value, digits(1)),
  number: (value) => written(value, digits(0, 2)),
  change: (value) => written(value, { ...digits(1), signDisplay: "exceptZero" }),
  days: (value) => written(value, digits(0, 1)),
};

/** The number to its last digit, as a title. */
function exact(text, kind) {
  if (kind === "share") return percent(text, digits(0, 4));
  return written(text, digits(0, 6));
}

/** 2026-10 as the month of the page's language. */
function month(text) {
  const [year, number] = text.split("-").map(Number);
  const form = { year: "numeric", month: "short", timeZone: "UTC" };
  return new Intl.DateTimeFormat(LANGUAGE, form).format(new Date(Date.UTC(year, number - 1, 1)));
}

/** Rewrite the numbers of a table or a line: column by column, so that amounts share their unit. */
function rewrite(root) {
  const columns = new Map();
  for (const cell of root.querySelectorAll("data[data-kind]")) {
    const column = cell.dataset.kind + ":" + (cell.closest("td") ? cell.closest("td").cellIndex : columns.size);
    columns.set(column, [...(columns.get(column) || []), cell]);
  }
  for (const cells of columns.values()) {
    const scale = moneyScale(cells.map((cell) => cell.value));
    for (const cell of cells) {
      const kind = cell.dataset.kind;
      cell.title = exact(cell.value, kind);
      cell.textContent = SHORT[kind](Number(cell.value), scale);
    }
  }
  for (const cell of root.querySelectorAll("time[data-kind=month]")) cell.textContent = month(cell.dateTime);
}
