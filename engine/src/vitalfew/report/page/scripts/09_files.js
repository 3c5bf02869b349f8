// What leaves the page: a drawing as PNG, a table as CSV that no spreadsheet computes.
const SPACES = "\\n\\v\\f \\x85\\xa0\\u1680\\u2000-\\u200b\\u2028\\u2029\\u202f\\u205f\\u2060\\u3000\\ufeff";
const COMPUTES = new RegExp(`^'*[${SPACES}]*[=+\\-@＝＋－＠\\t\\r]`);
const IS_NUMBER = new RegExp(`^'*[${SPACES}]*[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)[${SPACES}]*$`);

/** One cell, led by an apostrophe where a spreadsheet would compute it, quoted where it must be. */
function csvCell(text) {
  const inert = COMPUTES.test(text) && !IS_NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

function csv(rows) {
  return "\ufeff" + rows.map((row) => row.map((cell) => csvCell(cell ?? "")).join(",") + "\n").join("");
}

/** The exact cells of a table of the page; a customer is two columns, id and name. */
function tableRows(table) {
  const heads = [...table.tHead.rows[0].cells].flatMap((th) => th.dataset.kind === "customer" ? ["customer_id", "name"] : [th.dataset.key]);
  const bodies = [...table.tBodies].flatMap((body) => [...body.rows]);
  return [heads, ...bodies.map((row) => [...row.cells].flatMap(cellTexts))];
}

function cellTexts(cell) {
  if (cell.dataset.id != null) return [cell.dataset.id, cell.dataset.name ?? ""];
  const value = cell.querySelector("data, time");
  if (value) return [value.value ?? value.dateTime];
  return [cell.classList.contains("none") ? "" : cell.textContent.trim()];
}

function save(blob, name) {
  const link = make("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

function saveCsv(rows, name) {
  save(new Blob([csv(rows)], { type: "text/csv;charset=utf-8" }), `${name}.csv`);
}

const MARGIN = 16;
const TITLE = 28;

/** The drawing at twice its size on the ground of the page, its title above it. */
async function savePng(chart, title, name) {
  const picture = new Image();
  const svg = new XMLSerializer().serializeToString(chart.getDom().querySelector("svg"));
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await picture.decode();
  const [width, height] = [chart.getWidth(), chart.getHeight()];
  const canvas = make("canvas", { width: 2 * (width + 2 * MARGIN), height: 2 * (height + 2 * MARGIN + TITLE) });
  const pen = canvas.getContext("2d"), t = theme();
  pen.scale(2, 2);
  pen.fillStyle = t.surface;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = t.ink;
  pen.font = `600 14px ${t.face}`;
  pen.fillText(label(title, 100), MARGIN, MARGIN + 14);
  pen.drawImage(picture, MARGIN, MARGIN + TITLE, width, height);
  canvas.toBlob((blob) => save(blob, `${name}.png`), "image/png");
}

/** Wake the buttons beneath charts and tables. */
function offerFiles() {
  for (const tools of document.querySelectorAll("[data-tools]")) {
    const id = tools.dataset.tools;
    const part = tools.closest(".part");
    tools.hidden = false;
    tools.addEventListener("click", ({ target }) => {
      if (target.matches("[data-csv]")) saveCsv(tableRows(part.querySelector("table")), id);
      if (target.matches("[data-png]")) savePng(drawn.find(({ place }) => part.contains(place)).chart, tools.dataset.title, id);
    });
  }
}
