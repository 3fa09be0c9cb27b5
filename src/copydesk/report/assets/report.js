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

// Events: by type, by least number of origins, by any word of actor, place or headline; the timeline dims with them.
function makeEventFilter(section) {
  const events = Array.from(section.querySelectorAll(".event"));
  if (events.length < 3) return;
  const tools = document.createElement("p");
  tools.className = "tools";
  const kind = document.createElement("select");
  for (const name of ["", ...section.dataset.kinds.split(" ")]) {
    const option = document.createElement("option");
    option.value = name;
    option.textContent = name || "every type";
    kind.append(option);
  }
  const words = document.createElement("input");
  words.type = "search";
  const origins = document.createElement("input");
  origins.type = "number";
  origins.min = origins.value = "1";
  const count = document.createElement("span");
  count.setAttribute("role", "status");
  for (const [name, field] of [["Actor or words ", words], ["Type ", kind], ["Origins at least ", origins]]) {
    const label = document.createElement("label");
    label.textContent = name;
    label.append(field);
    tools.append(label, " ");
  }
  tools.append(count);
  section.querySelector("h2").after(tools);
  tools.addEventListener("input", () => {
    const wanted = words.value.trim().toLowerCase();
    let shown = 0;
    for (const event of events) {
      const fits = (!kind.value || event.dataset.kind === kind.value)
        && Number(event.dataset.origins) >= Number(origins.value || 0)
        && (!wanted || event.textContent.toLowerCase().includes(wanted));
      event.hidden = !fits;
      if (fits) shown += 1;
      for (const mark of document.querySelectorAll(`[data-event="${event.id}"]`)) mark.classList.toggle("dim", !fits);
    }
    count.textContent = shown === events.length ? "" : `${shown} of ${events.length} events`;
  });
}

function makeZoom(drawing) {
  const [, , width, height] = drawing.getAttribute("viewBox").split(" ").map(Number);
  const left = Number(drawing.dataset.zoom);
  const places = Array.from(drawing.querySelectorAll("circle, rect.mark, .tick, .band"), (piece) => ({
    piece,
    x: Number(piece.getAttribute("cx") || piece.getAttribute("x") || piece.querySelector("text")?.getAttribute("x")),
  }));
  let scale = 1;
  let shift = 0;
  const draw = () => {
    for (const { piece, x } of places) {
      const at = left + (x - left) * scale - shift;
      piece.setAttribute("transform", `translate(${at - x} 0)`);
      piece.classList.toggle("away", at < left - 4 || at > width);
    }
  };
  const change = (factor) => {
    const middle = (width - left) / 2;
    const before = scale;
    scale = Math.min(40, Math.max(1, scale * factor));
    shift = Math.min((width - left) * (scale - 1), Math.max(0, ((shift + middle) * scale) / before - middle));
    draw();
  };
  const move = (part) => {
    shift = Math.min((width - left) * (scale - 1), Math.max(0, shift + part * (width - left)));
    draw();
  };
  const tools = document.createElement("p");
  tools.className = "tools";
  for (const [name, words, act] of [
    ["\u2212", "Zoom out", () => change(1 / 1.6)], ["+", "Zoom in", () => change(1.6)],
    ["\u2190", "Earlier", () => move(-0.3)], ["\u2192", "Later", () => move(0.3)],
  ]) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = name;
    button.setAttribute("aria-label", words);
    button.addEventListener("click", act);
    tools.append(button, " ");
  }
  drawing.closest("figure").before(tools);
}

for (const section of document.querySelectorAll("[data-events]")) makeEventFilter(section);
for (const drawing of document.querySelectorAll("svg[data-zoom]")) makeZoom(drawing);
