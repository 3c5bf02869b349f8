// All in its place: numbers, charts, list. A part that stands alone, as in a notebook, has no list and no frame.
for (const root of document.querySelectorAll("table, .strip dd")) rewrite(root);
offerFiles();
if (page.list) startList();
drawCharts();
const press = document.getElementById("print");
if (press) {
  press.hidden = false;
  press.addEventListener("click", () => print());
}
document.documentElement.dataset.ready = "";
