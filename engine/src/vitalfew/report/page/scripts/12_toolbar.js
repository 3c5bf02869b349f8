// What steers the list: the field, the grades, the heads of the columns, the pages.

function sortBy(head) {
  const key = head.dataset.key;
  const numbers = Boolean(SHORT[head.dataset.kind]);
  const same = state.key === key;
  for (const other of document.querySelectorAll("#list th[aria-sort]")) other.removeAttribute("aria-sort");
  const descending = same ? !state.descending : numbers;
  head.setAttribute("aria-sort", descending ? "descending" : "ascending");
  change({ key, descending });
}

function offerSorting() {
  for (const head of document.querySelectorAll("#list th[data-key]")) {
    const button = make("button", { type: "button" }, head.textContent.trim());
    button.addEventListener("click", () => sortBy(head));
    head.replaceChildren(button);
  }
}

function offerGrades() {
  if (!page.list.grade) return;
  const counts = new Map();
  for (const grade of column(page.list.grade)) if (grade != null) counts.set(grade, (counts.get(grade) || 0) + 1);
  const place = document.getElementById("list-grades");
  for (const grade of Object.keys(page.grades).filter((one) => counts.has(one))) {
    const button = make("button", { type: "button", class: "filter", "aria-pressed": "false" }, gradeChip(grade), ` ${SHORT.count(counts.get(grade))}`);
    button.addEventListener("click", () => {
      const wanted = state.grade === grade ? null : grade;
      for (const other of place.children) other.setAttribute("aria-pressed", String(other === button && wanted != null));
      change({ grade: wanted });
    });
    place.append(button);
  }
}

function listFile() {
  const { columns, ids, names } = page.list;
  const heads = columns.flatMap(({ key, kind }) => (kind === "customer" ? ["customer_id", "name"] : [key]));
  const rows = chosen().map((at) => columns.flatMap(({ key, kind }) => (kind === "customer" ? [ids[at], names[at]] : [column(key)[at]])));
  saveCsv([heads, ...rows], "customers");
}

function startList() {
  document.getElementById("toolbar").hidden = false;
  document.getElementById("paging").hidden = false;
  document.getElementById("search").addEventListener("input", ({ target }) => change({ query: target.value.trim() }));
  document.getElementById("before").addEventListener("click", () => change({ at: Math.max(0, state.at - SIZE) }));
  document.getElementById("after").addEventListener("click", () => change({ at: state.at + SIZE }));
  document.getElementById("list-csv").addEventListener("click", listFile);
  offerGrades();
  offerSorting();
  showList();
}
