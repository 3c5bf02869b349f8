// Keys and small behaviour. Everything hangs on data-vf-… and works on parts that htmx brings later.
"use strict";

(() => {
  const menus = () => document.querySelectorAll("details.vf-menu[open]");
  const typing = (element) => element.closest("input, select, textarea, [contenteditable]") !== null;

  // [data-vf-live] asks while one types. Letters of an input method that are not chosen yet are no question.
  document.addEventListener("input", (event) => {
    if (event.isComposing && event.target.closest("[data-vf-live]")) event.stopImmediatePropagation();
  }, true);
  document.addEventListener("compositionend", (event) => {
    if (event.target.closest("[data-vf-live]")) event.target.dispatchEvent(new Event("input", { bubbles: true }));
  });

  // Menus: <details class="vf-menu">

  document.addEventListener("click", (event) => {
    for (const menu of menus()) if (!menu.contains(event.target)) menu.open = false;
  });

  const closeMenu = () => {
    const [menu] = menus();
    if (!menu) return false;
    menu.open = false;
    menu.querySelector("summary").focus();
    return true;
  };

  // Lists: rows [data-vf-row] in [data-vf-list]; the focus stands on the link [data-vf-open] of a row

  const boxes = (list) => [...list.querySelectorAll("[data-vf-row] .vf-check")];
  const rowOf = (element) => element.closest("[data-vf-row]");

  const move = (step) => {
    const list = document.activeElement.closest("[data-vf-list]") ?? document.querySelector("[data-vf-list]");
    if (!list) return;
    const rows = [...list.querySelectorAll("[data-vf-row]")];
    const at = rows.indexOf(rowOf(document.activeElement));
    const next = rows[Math.min(Math.max(at + step, 0), rows.length - 1)];
    next?.querySelector("[data-vf-open]")?.focus({ focusVisible: true });
    next?.scrollIntoView({ block: "nearest" });
  };

  const select = () => {
    const row = rowOf(document.activeElement);
    row?.querySelector(".vf-check")?.click();
    row?.querySelector("[data-vf-open]")?.focus({ focusVisible: true });
  };

  const count = (list) => {
    const all = boxes(list);
    const marked = all.filter((box) => box.checked).length;
    const whole = list.querySelector("[data-vf-everything]");
    const chosen = (marked === all.length && Number(whole?.value)) || marked;
    if (whole && chosen !== Number(whole.value)) whole.value = "";
    for (const place of list.querySelectorAll("[data-vf-count]")) place.textContent = String(chosen);
    for (const bar of list.querySelectorAll("[data-vf-selection]")) bar.hidden = chosen === 0;
    const head = list.querySelector("[data-vf-all]");
    if (!head) return;
    head.checked = marked > 0 && marked === all.length;
    head.indeterminate = marked > 0 && marked < all.length;
  };

  const choose = (list, checked) => {
    for (const box of boxes(list)) box.checked = checked;
    count(list);
  };

  const countAll = () => document.querySelectorAll("[data-vf-list]").forEach(count);

  document.addEventListener("change", (event) => {
    const list = event.target.closest("[data-vf-list]");
    if (!list) return;
    if (event.target.matches("[data-vf-all]")) choose(list, event.target.checked);
    else if (event.target.matches(".vf-check")) count(list);
  });

  document.addEventListener("click", (event) => {
    const none = event.target.closest("[data-vf-none]");
    if (none) choose(none.closest("[data-vf-list]"), false);
    // All rows of the list, those of other pages too
    const whole = event.target.closest("[data-vf-select-all]");
    if (whole) {
      const list = whole.closest("[data-vf-list]");
      list.querySelector("[data-vf-everything]").value = whole.dataset.vfSelectAll;
      choose(list, true);
    }
  });

  // Keys

  const search = () => {
    const field = document.querySelector("#main [data-vf-search]");
    if (!field?.checkVisibility()) return document.querySelector("[data-vf-palette]")?.click();
    field.focus();
    field.select();
  };

  // A letter means the button [data-vf-key] of the row where the focus is, else the one of the page
  const press = (letter) => {
    const named = `[data-vf-key="${CSS.escape(letter)}"]`;
    const row = rowOf(document.activeElement);
    const outside = [...document.querySelectorAll(`#main ${named}`)].find((button) => !rowOf(button));
    const button = row?.querySelector(named) ?? outside;
    button?.click();
    return Boolean(button);
  };

  // g and a letter go to the place [data-vf-go] of the navigation
  let going = 0;
  const go = (letter) => {
    const place = document.querySelector(`[data-vf-go="${CSS.escape(letter)}"]`);
    place?.click();
    return Boolean(place);
  };

  // Single letters can be switched off, since dictation types them: <html data-vf-keys="off">
  const letters = () => document.documentElement.dataset.vfKeys !== "off";
  const KEYS = {
    "/": search,
    "?": () => document.querySelector("#keys")?.showModal(),
    g: () => { going = Date.now(); },
    j: () => move(1),
    k: () => move(-1),
    x: select,
  };
  const act = (key) => {
    const wasGoing = Date.now() - going < 1500;
    going = 0;
    if (wasGoing && go(key)) return true;
    if (KEYS[key]) {
      KEYS[key]();
      return true;
    }
    return press(key);
  };

  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.defaultPrevented) return;
    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === "k") {
      event.preventDefault();
      document.querySelector("[data-vf-palette]")?.click();
    } else if (event.key === "Escape") {
      if (!closeMenu() && document.activeElement.matches("[data-vf-search]")) document.activeElement.blur();
    } else if (!event.ctrlKey && !event.metaKey && !event.altKey && event.key.length === 1 && letters()) {
      const box = event.target.matches('[type="checkbox"], [type="radio"]');
      if ((typing(event.target) && !box) || document.querySelector("dialog[open]")) return;
      if (act(event.key)) event.preventDefault();
    }
  });

  // Forms [data-vf-once] are sent once

  const release = (form) => {
    delete form.dataset.vfSent;
    for (const button of form.querySelectorAll('[aria-disabled="true"]')) button.removeAttribute("aria-disabled");
  };

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches("[data-vf-once]")) return;
    if (form.dataset.vfSent) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    form.dataset.vfSent = "yes";
    for (const button of form.querySelectorAll('button:not([type="button"])')) button.setAttribute("aria-disabled", "true");
  }, true);

  // Keys of what is sent: one for each intent, so that what arrives twice is done once. A form that stays after its
  // answer, or comes back out of the cache of the browser, gets another; a button without a form is given one here.

  const KEY = "vf-key";
  const given = new WeakMap();
  const fresh = () => Array.from(crypto.getRandomValues(new Uint8Array(18)), (each) => each.toString(16).padStart(2, "0")).join("");

  const renew = (within) => {
    for (const field of within.querySelectorAll(`input[name="${KEY}"]`)) field.value = fresh();
  };

  document.addEventListener("htmx:config:request", ({ detail: { ctx } }) => {
    const { method, body, headers } = ctx.request;
    if (method === "GET" || body?.has?.(KEY)) return;
    const content = body ? new URLSearchParams([...body].map(([name, value]) => [name, String(value)])).toString() : "";
    if (given.get(ctx.sourceElement)?.content !== content) given.set(ctx.sourceElement, { content, key: fresh() });
    headers["Idempotency-Key"] = given.get(ctx.sourceElement).key;
  });

  document.addEventListener("htmx:after:request", ({ target, detail: { ctx } }) => {
    given.delete(ctx.sourceElement);
    const form = target.closest?.("form");
    if (form) renew(form);
  });

  const releaseAll = () => document.querySelectorAll("[data-vf-sent]").forEach(release);

  addEventListener("pageshow", (event) => {
    if (event.persisted) renew(document);
    releaseAll();
    countAll();
  });
  document.addEventListener("htmx:finally:request", releaseAll);
  document.addEventListener("htmx:after:swap", countAll);
})();
