// The palette: opened by [data-vf-palette], filled by htmx, moved in by keys. The focus stays in the field; the option
// that Enter would open is told to screen readers by aria-activedescendant.
"use strict";

(() => {
  const palette = document.querySelector("#palette");
  const dialogs = () => document.querySelectorAll("dialog.vf-palette, dialog.vf-dialog");

  document.addEventListener("click", (event) => {
    const dialog = [...dialogs()].find((each) => each.open);
    if (dialog && (event.target === dialog || event.target.closest("[data-vf-close]"))) dialog.close();
  });
  if (!palette) return;

  const form = palette.querySelector("form");
  const field = palette.querySelector("#palette-field");
  const preview = palette.querySelector("#palette-preview");
  const list = () => palette.querySelector("#palette-list");
  const options = () => [...palette.querySelectorAll('[role="option"]')];
  const chosen = () => palette.querySelector('[aria-selected="true"]');
  let wanted = false;
  let timer = 0;

  const show = (option) => {
    clearTimeout(timer);
    const url = option?.dataset.vfPreview;
    palette.classList.toggle("vf-palette-plain", !url);
    if (!url) return preview.replaceChildren();
    timer = setTimeout(async () => {
      const answer = await fetch(url, { headers: { "HX-Request": "true" } }).catch(() => null);
      if (!answer?.ok || chosen() !== option) return;
      const part = new DOMParser().parseFromString(await answer.text(), "text/html");
      preview.replaceChildren(...part.body.childNodes);
    }, 80);
  };

  const choose = (option) => {
    chosen()?.setAttribute("aria-selected", "false");
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    for (const place of [field, list()]) {
      if (option) place?.setAttribute("aria-activedescendant", option.id);
      else place?.removeAttribute("aria-activedescendant");
    }
    show(option);
  };

  const move = (step) => {
    const all = options();
    const at = all.indexOf(chosen());
    choose(all[(at + step + all.length) % all.length]);
  };

  const open = (option, elsewhere) => {
    if (!option) return;
    if (elsewhere) window.open(option.href, "_blank", "noopener");
    else option.click();
  };

  // What was typed last may not be answered yet: then Enter waits for it.
  const isAnswered = () => list()?.dataset.vfFor === field.value;
  const enter = (elsewhere) => {
    if (isAnswered()) open(chosen(), elsewhere);
    else wanted = true;
  };

  document.addEventListener("click", (event) => {
    if (!event.target.closest("[data-vf-palette]") || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (palette.open) return;
    palette.showModal();
    field.focus();
    field.select();
    form.dispatchEvent(new Event("vf-open"));
  });

  form.addEventListener("submit", (event) => event.preventDefault());
  field.addEventListener("input", () => { wanted = false; });

  document.addEventListener("htmx:after:swap", () => {
    if (!palette.open || chosen()) return;
    choose(options()[0]);
    if (wanted && isAnswered()) {
      wanted = false;
      open(chosen(), false);
    }
  });

  palette.addEventListener("keydown", (event) => {
    // While an input method composes, Enter and arrows are its own (229 where a browser says so after the fact).
    if (event.isComposing || event.keyCode === 229) return;
    const inList = event.target === list();
    if (event.key === "ArrowDown") move(1);
    else if (event.key === "ArrowUp") move(-1);
    else if (event.key === "Enter" && (event.target === field || inList)) enter(event.ctrlKey || event.metaKey);
    else if (event.key === "Tab" && !event.shiftKey && event.target === field && options().length) list().focus();
    else if (inList && event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const option = palette.querySelector(`[data-vf-letter="${CSS.escape(event.key.toLowerCase())}"]`);
      if (option) open(option, false);
      else field.focus();
      if (!option) return;
    } else return;
    event.preventDefault();
  });

  palette.addEventListener("mousemove", (event) => {
    const option = event.target.closest('[role="option"]');
    if (option && option !== chosen() && (event.movementX || event.movementY)) choose(option);
  });
})();
