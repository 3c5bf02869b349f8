// Knobs: a field [data-vf-was] that says something else than what held before is ringed and offers the way back; a slider
// [data-vf-slides] moves its field; [data-vf-sum] adds up the sliding fields of its section, [data-vf-changes] counts. After a change [data-vf-try] is pressed.
"use strict";

(() => {
  const form = document.querySelector("[data-vf-knobs]");
  if (!form) return;
  const fieldOf = (knob) => knob.querySelector("[data-vf-was]");
  const same = (one, other) => one.trim() === other.trim() || (one !== "" && other !== "" && Number(one) === Number(other));

  const show = (knob) => {
    const field = fieldOf(knob);
    const changed = !same(field.value, field.dataset.vfWas);
    knob.toggleAttribute("data-changed", changed);
    knob.querySelector("[data-vf-undo]").hidden = !changed;
    const slider = knob.querySelector("[data-vf-slides]");
    if (slider) slider.value = field.value;
  };

  const add = () => {
    for (const place of form.querySelectorAll("[data-vf-sum]")) {
      const sliders = place.closest("section").querySelectorAll("[data-vf-slides]");
      const numbers = [...sliders].map((slider) => Number(fieldOf(slider.closest("[data-vf-knob]")).value) || 0);
      place.textContent = String(Math.round(100 * numbers.reduce((sum, each) => sum + each, 0)) / 100);
    }
    const count = document.querySelector("[data-vf-changes]");
    if (count) count.textContent = String(form.querySelectorAll("[data-changed]").length);
  };

  const set = (field, value) => {
    field.value = value;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  };

  form.addEventListener("input", ({ target }) => {
    const knob = target.closest("[data-vf-knob]");
    if (!knob) return;
    if (target.matches("[data-vf-slides]")) fieldOf(knob).value = target.value;
    show(knob);
    add();
  });
  let waits;
  form.addEventListener("change", ({ target }) => {
    const knob = target.closest("[data-vf-knob]");
    if (knob) show(knob);
    add();
    clearTimeout(waits);
    waits = setTimeout(() => form.querySelector("[data-vf-try]").click(), 300);
  });
  form.addEventListener("click", ({ target }) => {
    const back = target.closest("[data-vf-undo]");
    if (!back) return;
    const field = fieldOf(back.closest("[data-vf-knob]"));
    set(field, field.dataset.vfWas);
    field.focus();
  });

  form.querySelectorAll("[data-vf-knob]").forEach(show);
  add();
})();
