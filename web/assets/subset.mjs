// The typeface with the signs and weights that the pages use: node subset.mjs FROM TO.
import { readFile, writeFile } from "node:fs/promises";
import subsetFont from "subset-font";

const SIGNS = [[0x20, 0x7e], [0xa0, 0xff], [0x131, 0x131], [0x152, 0x153], [0x2bb, 0x2bc], [0x2c6, 0x2c6], [0x2da, 0x2da],
  [0x2dc, 0x2dc], [0x2000, 0x206f], [0x20ac, 0x20ac], [0x2122, 0x2122], [0x2190, 0x2193], [0x2212, 0x2215]];
const WEIGHTS = { wght: { min: 400, max: 700, default: 400 } };

const [from, to] = process.argv.slice(2);
const text = SIGNS.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at)));
const made = await subsetFont(await readFile(from), text.join(""), { targetFormat: "woff2", variationAxes: WEIGHTS });
await writeFile(to, made);
