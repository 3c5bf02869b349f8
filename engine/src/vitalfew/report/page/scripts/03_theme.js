// What the charts take from the style sheet: colours of light, dark or print, and the typeface.

/** The tokens as they are now. */
function theme() {
  const style = getComputedStyle(document.documentElement);
  const names = ["surface", "sunk", "line", "inner", "ink", "ink2", "muted", "pale", "accent", "accent-ink", "good", "bad",
    "warn", "good-soft", "bad-soft", "teal", "heat", "a", "a-ink", "b", "b-ink", "c", "c-ink", "d", "d-ink"];
  const tokens = Object.fromEntries(names.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
  return { ...tokens, face: getComputedStyle(document.body).fontFamily };
}
