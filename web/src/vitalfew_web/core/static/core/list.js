// What lists do while one types and chooses. It hangs on data-vf-… and works on parts that htmx brings later.
"use strict";

(() => {
  // What htmx puts into the dialog opens it; [data-vf-close] closes it.
  document.addEventListener("htmx:after:swap", () => {
    const dialog = document.querySelector("#dialog");
    if (dialog?.childElementCount && !dialog.open) dialog.showModal();
  });
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-vf-close]")) event.target.closest("dialog").close();
  });
  document.addEventListener("close", (event) => {
    if (event.target.matches("#dialog")) event.target.replaceChildren();
  }, true);

  // [data-vf-edit] in a row: a click brings the field, Enter or a choice saves it, Esc leaves it

  const rowOf = (element) => element.closest("[data-vf-row]");
  let before = null;

  const swapRow = (row, address) => htmx.ajax("GET", address, { source: row, target: `#${row.id}`, swap: "outerHTML" });

  document.addEventListener("click", (event) => {
    const cell = event.target.closest("[data-vf-edit]");
    if (!cell) return;
    const open = document.querySelector("[data-vf-cell] input:not([type=hidden])");
    if (open && open.value !== open.defaultValue) return open.form.requestSubmit();
    leave();
    const row = rowOf(cell);
    before = { id: row.id, field: cell.dataset.vfEdit, html: row.outerHTML };
    swapRow(row, `${row.dataset.vfRow}cell/${cell.dataset.vfEdit}`);
  });

  const leave = () => {
    const row = before && document.getElementById(before.id);
    if (!row?.querySelector("[data-vf-cell]")) return false;
    const checked = row.querySelector(".vf-check")?.checked;
    row.outerHTML = before.html;
    if (checked) document.getElementById(before.id).querySelector(".vf-check").click();
    back();
    return true;
  };

  const back = () => {
    document.getElementById(before.id)?.querySelector(`[data-vf-edit="${before.field}"]`)?.focus({ focusVisible: true });
    before = null;
  };

  document.addEventListener("change", (event) => {
    if (event.target.matches("[data-vf-cell] select")) event.target.form.requestSubmit();
  });

  // Rows that htmx brings anew stay chosen
  let chosen = [];
  document.addEventListener("htmx:before:swap", () => {
    chosen = [...document.querySelectorAll("[data-vf-row] .vf-check:checked")].map((box) => rowOf(box).id);
  });
  document.addEventListener("htmx:after:swap", () => {
    for (const id of chosen) {
      const box = document.getElementById(id)?.querySelector(".vf-check");
      if (box && !box.checked) box.click();
    }
    const field = document.querySelector("[data-vf-cell] [data-vf-focus]");
    if (field) field.focus();
    else if (before) back();
    if (peek() && current) mark();
  });

  // [data-vf-peek]: a click on a row opens it beside the list, a second one or Enter opens its page

  const peek = () => document.querySelector("#peek:not([hidden])");
  const phone = matchMedia("(max-width: 720px)");
  let current = null;

  const mark = () => {
    for (const row of document.querySelectorAll(".vf-row-open")) row.classList.remove("vf-row-open");
    document.getElementById(current)?.classList.add("vf-row-open");
  };

  const show = (row) => {
    current = row.id;
    mark();
    document.querySelector("#peek").hidden = false;
    row.scrollIntoView({ block: "nearest" });
    htmx.ajax("GET", `${row.dataset.vfRow}peek`, { source: "#peek", target: "#peek", swap: "innerHTML" });
  };

  const close = () => {
    document.querySelector("#peek").hidden = true;
    document.getElementById(current)?.querySelector("[data-vf-open]")?.focus({ focusVisible: true });
    current = null;
    mark();
  };

  const step = (by) => {
    const rows = [...document.querySelectorAll("[data-vf-peek] [data-vf-row]")];
    const row = rows[rows.findIndex((each) => each.id === current) + by];
    if (row) show(row);
    return row;
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-vf-peek] [data-vf-open]");
    const other = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.detail === 0;
    if (link && !other && !phone.matches && rowOf(link).id !== current) {
      event.preventDefault();
      show(rowOf(link));
    }
    const move = event.target.closest("[data-vf-step]");
    if (move) {
      const by = Number(move.dataset.vfStep);
      step(by);
    }
    if (event.target.closest("[data-vf-peek-close]")) close();
  });

  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const { target, key } = event;
    const typing = target.matches("input:not([type=checkbox]), select, textarea");
    const letters = document.documentElement.dataset.vfKeys !== "off" && !typing;
    let done = false;
    if (key === "Escape" && !document.querySelector("dialog[open], details.vf-menu[open]")) {
      done = leave() || (peek() && !typing && (close(), true));
    } else if (peek() && letters && (key === "j" || key === "k")) {
      step(key === "j" ? 1 : -1)?.querySelector("[data-vf-open]").focus({ focusVisible: true });
      done = true;
    } else if (key === " " && target.matches("[data-vf-peek] [data-vf-open]") && !phone.matches) {
      show(rowOf(target));
      done = true;
    }
    if (done) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  }, true);

  // To ask about chosen rows, or to export them, changes nothing and may be done again: it goes without the key of a change.
  const keyless = () => document.querySelector("#bulk [name='vf-key']")?.remove();
  document.addEventListener("htmx:after:swap", keyless);
  keyless();
})();
