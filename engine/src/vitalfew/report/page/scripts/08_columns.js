// Columns as they travel: numbers as steps above the smallest in base 36, words by their place in a list.
const unpacked = new Map();

/** The cells of a column as texts, to the last digit; null where one is missing. */
function cellsOf(packed) {
  if (Array.isArray(packed)) return packed;
  if (!unpacked.has(packed)) unpacked.set(packed, packed.words ? wordsOf(packed) : numbersOf(packed));
  return unpacked.get(packed);
}

function wordsOf({ words: known, at }) {
  return [...at].map((sign) => (sign === " " ? null : known[parseInt(sign, 36)]));
}

function numbersOf({ least, digits: places, width, at }) {
  const cells = [];
  for (let start = 0; start < at.length; start += width) {
    const signs = at.slice(start, start + width);
    cells.push(signs[0] === " " ? null : stepText(least + parseInt(signs, 36), places));
  }
  return cells;
}

/** So many steps of the last digit, as a decimal number. */
function stepText(steps, places) {
  const text = String(Math.abs(steps)).padStart(places + 1, "0");
  const whole = text.slice(0, text.length - places), rest = text.slice(text.length - places);
  return (steps < 0 ? "-" : "") + whole + (places ? `.${rest}` : "");
}
