// Cards: what a chip [data-vf-card="address"] says where a pointer rests on it or the focus stands.
"use strict";

(() => {
  const REST = 220;
  const card = Object.assign(document.createElement("div"), { className: "vf-card", popover: "manual" });
  const known = new Map();
  let waits, shown;

  const place = (chip) => {
    const at = chip.getBoundingClientRect();
    const below = at.bottom + 8 + card.offsetHeight < innerHeight;
    card.style.top = `${below ? at.bottom + 6 : Math.max(8, at.top - card.offsetHeight - 6)}px`;
    card.style.left = `${Math.max(8, Math.min(at.left - 4, innerWidth - card.offsetWidth - 8))}px`;
  };

  const asked = async (address) => {
    if (!known.has(address)) {
      const answer = await fetch(address, { headers: { "HX-Request": "true" } });
      if (!answer.ok || answer.redirected) return "";
      known.set(address, await answer.text());
    }
    return known.get(address);
  };

  const show = async (chip) => {
    const content = await asked(chip.dataset.vfCard);
    if (!content || shown !== chip) return;
    document.body.append(card);
    card.innerHTML = content;
    card.showPopover();
    place(chip);
  };

  const hide = () => {
    clearTimeout(waits);
    shown = undefined;
    if (card.matches(":popover-open")) card.hidePopover();
  };

  const wait = (chip) => {
    if (shown === chip) return;
    hide();
    shown = chip;
    waits = setTimeout(() => show(chip), REST);
  };

  document.addEventListener("mouseover", ({ target }) => {
    const chip = target.closest("[data-vf-card]");
    if (chip) wait(chip);
    else if (shown && !target.closest(".vf-card")) hide();
  });
  document.addEventListener("focusin", ({ target }) => (target.matches("[data-vf-card]") ? wait(target) : hide()));
  document.addEventListener("keydown", ({ key }) => key === "Escape" && hide());
  addEventListener("scroll", hide, true);
})();
