// The page as text and elements: nothing from the data is ever read as markup.
const page = JSON.parse(document.getElementById("data").textContent);
const words = page.words;
const SVG = "http://www.w3.org/2000/svg";

/** A fixed sentence of the page with its {places} filled. */
function fill(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
}

function put(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child != null));
  return element;
}

/** An element with attributes and children; text stays text. */
function make(tag, attributes = {}, ...children) {
  return put(document.createElement(tag), attributes, children);
}

/** The same for a part of a drawing. */
function draw(tag, attributes = {}, ...children) {
  return put(document.createElementNS(SVG, tag), attributes, children);
}

/** A text of the data, kept apart from the direction of the text around it. */
function isolated(text) {
  return make("bdi", {}, text);
}
