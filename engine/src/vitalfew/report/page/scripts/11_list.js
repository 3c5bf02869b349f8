// The list: search, filter, sort, pages, and a customer's reasons in place.
const SIZE = 50;
const PAPER_ROWS = 30;
const state = { query: "", grade: null, key: null, descending: true, at: 0, size: SIZE, open: new Set() };
const collator = new Intl.Collator(LANGUAGE, { numeric: true });

/** Letters without width, case, accents and spaces: what people mean when they search. */
function folded(text) {
  return text.normalize("NFKD").replace(/[\p{M}\s]/gu, "").toLowerCase();
}

let searched = null;
function matches(at) {
  searched ??= page.list.ids.map((id, place) => `${folded(id)}|${folded(page.list.names[place] ?? "")}`);
  return searched[at].includes(folded(state.query));
}

function column(key) {
  return cellsOf(page.list.cells[key]);
}

/** The places of the customers to show, in order. */
function chosen() {
  const all = [...page.list.ids.keys()];
  const grades = page.list.grade ? column(page.list.grade) : [];
  const left = all.filter((at) => (state.grade == null || grades[at] === state.grade) && (!state.query || matches(at)));
  return state.key == null ? left : left.sort(comparison(state.key));
}

function comparison(key) {
  const { kind } = page.list.columns.find((one) => one.key === key);
  const cells = kind === "customer" ? page.list.names.map((name, at) => name ?? page.list.ids[at]) : column(key);
  const compare = SHORT[kind] ? (one, other) => Number(one) - Number(other) : collator.compare;
  const sign = state.descending ? -1 : 1;
  return (one, other) => {
    const [a, b] = [cells[one], cells[other]];
    if (a == null || b == null) return (a == null) - (b == null) || one - other;
    return sign * compare(a, b) || one - other;
  };
}

const scales = new Map();
function scaleOf(key) {
  if (!scales.has(key)) scales.set(key, moneyScale(column(key)));
  return scales.get(key);
}

function listCell({ key, kind }, at) {
  if (kind === "customer") return customerCell(at);
  const value = column(key)[at];
  const attributes = { class: [kind, page.list.places[key], SHORT[kind] && "n", value == null && "none", Number(value) < 0 && "below"].filter(Boolean).join(" ") };
  if (value == null) return make("td", attributes, NONE);
  if (kind === "grade") return make("td", attributes, gradeChip(value));
  if (kind === "class") return make("td", attributes, make("span", { class: `band band-${/^[ABC]$/.test(value) ? value : "other"}` }, isolated(value)));
  if (!SHORT[kind]) return make("td", { ...attributes, title: value }, isolated(kind === "month" ? month(value) : value));
  return make("td", attributes, make("data", { value, title: exact(value, kind) }, SHORT[kind](value, scaleOf(key))));
}

function gradeChip(grade) {
  const { chip, title, tone } = page.grades[grade] || { chip: grade, title: grade, tone: "c" };
  return make("span", { class: `chip chip-${tone}`, title }, isolated(chip));
}

function customerCell(at) {
  const id = page.list.ids[at], name = page.list.names[at];
  const opens = make("button", { class: "opens", type: "button", "aria-expanded": String(state.open.has(at)), title: words.why },
    isolated(name ?? id), name ? make("span", { class: "id" }, isolated(id)) : null);
  opens.addEventListener("click", () => toggle(at, opens));
  return make("td", { class: "customer" }, opens);
}

function toggle(at, button) {
  const row = button.closest("tr");
  const opened = !state.open.delete(at);
  if (opened) state.open.add(at);
  button.setAttribute("aria-expanded", String(opened));
  row.classList.toggle("open", opened);
  if (opened) row.after(whyRow(at));
  else row.nextElementSibling.remove();
}

function whyRow(at) {
  return make("tr", { class: "why" }, make("td", { class: "rank wide" }), make("td", { colspan: page.list.shown + 1 }, reasonsOf(at)));
}

function listRows(places) {
  const columns = page.list.columns.slice(0, page.list.shown);
  return places.flatMap((at, place) => {
    const cells = columns.map((one) => listCell(one, at));
    const open = state.open.has(at);
    const row = make("tr", { class: open ? "open" : null }, make("td", { class: "rank n wide" }, SHORT.count(state.at + place + 1)),
      ...cells, make("td", {}, sparkOf(at)));
    return open ? [row, whyRow(at)] : [row];
  });
}

function showList() {
  const places = chosen();
  state.at = Math.min(state.at, Math.max(0, Math.floor((places.length - 1) / state.size) * state.size));
  const shown = places.slice(state.at, state.at + state.size);
  document.querySelector("#list tbody").replaceChildren(...listRows(shown));
  const told = { from: SHORT.count(shown.length ? state.at + 1 : 0), to: SHORT.count(state.at + shown.length), n: SHORT.count(places.length) };
  document.getElementById("shown").textContent = fill(words.shown, told);
  document.getElementById("before").disabled = state.at === 0;
  document.getElementById("after").disabled = state.at + shown.length >= places.length;
}

function change(more) {
  Object.assign(state, { at: 0 }, more);
  showList();
}

function listOnPaper(printing) {
  Object.assign(state, { size: printing ? PAPER_ROWS : SIZE, at: printing ? 0 : state.at });
  showList();
}
