// What a browser with scripts adds: lists that sort and filter, whole passages lit, cards that Escape puts away.
// Nothing of the report needs it, and it makes no markup of page text.
"use strict";

const ROWS_WORTH_A_FILTER = 12;

function keyOf(cell) {
  const words = (cell.dataset.sort || cell.textContent).trim();
  const number = Number.parseFloat(words.replace(/,/g, ""));
  return { words: words.toLowerCase(), number: cell.classList.contains("num") && !Number.isNaN(number) ? number : null };
}

function compare(one, other) {
  if (one.number !== null && other.number !== null) return one.number - other.number;
  return one.words < other.words ? -1 : one.words > other.words ? 1 : 0;
}

function sortBy(table, heading, column) {
  const descending = heading.getAttribute("aria-sort") === "ascending";
  for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
  heading.setAttribute("aria-sort", descending ? "descending" : "ascending");
  const body = table.tBodies[0];
  const rows = Array.from(body.rows, (row) => ({ row, key: keyOf(row.cells[column]) }));
  rows.sort((one, other) => (descending ? -1 : 1) * compare(one.key, other.key));
  body.append(...rows.map(({ row }) => row));
}

function makeSortable(table) {
  Array.from(table.tHead.rows[0].cells).forEach((heading, column) => {
    if (heading.classList.contains("narrow")) return;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = heading.textContent;
    button.addEventListener("click", () => sortBy(table, heading, column));
    heading.replaceChildren(button);
  });
}

function makeFilter(table) {
  const rows = Array.from(table.tBodies[0].rows);
  if (rows.length < ROWS_WORTH_A_FILTER) return;
  const tools = document.createElement("p");
  tools.className = "tools";
  const label = document.createElement("label");
  label.textContent = "Filter these rows ";
  const input = document.createElement("input");
  input.type = "search";
  const count = document.createElement("span");
  count.setAttribute("role", "status");
  label.append(input);
  tools.append(label, count);
  table.parentElement.before(tools);
  input.addEventListener("input", () => {
    const wanted = input.value.trim().toLowerCase();
    let shown = 0;
    for (const row of rows) {
      row.hidden = wanted !== "" && !row.textContent.toLowerCase().includes(wanted);
      if (!row.hidden) shown += 1;
    }
    count.textContent = wanted ? `${shown} of ${rows.length} rows` : "";
  });
}

function lightTarget() {
  for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
  const name = location.hash.slice(1);
  if (!/^c\d+-\d+$/.test(name)) return;
  for (const piece of document.querySelectorAll(`[data-for="${name}"]`)) piece.classList.add("lit");
}

for (const table of document.querySelectorAll("table[data-enhance]")) {
  makeSortable(table);
  makeFilter(table);
}
window.addEventListener("hashchange", lightTarget);
lightTarget();

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  document.body.classList.add("quiet");
  const restore = () => document.body.classList.remove("quiet");
  document.addEventListener("focusin", restore, { once: true });
  document.addEventListener("mousemove", restore, { once: true });
});
