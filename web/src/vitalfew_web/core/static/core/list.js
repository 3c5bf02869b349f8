// What lists do while one types and chooses. It hangs on data-vf-… and works on parts that htmx brings later.
"use strict";

(() => {
  // [data-vf-live] asks while one types. Letters of an input method that are not chosen yet are no question.
  document.addEventListener("input", (event) => {
    if (event.isComposing && event.target.closest("[data-vf-live]")) event.stopImmediatePropagation();
  }, true);
  document.addEventListener("compositionend", (event) => {
    if (event.target.closest("[data-vf-live]")) event.target.dispatchEvent(new Event("input", { bubbles: true }));
  });

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
})();
