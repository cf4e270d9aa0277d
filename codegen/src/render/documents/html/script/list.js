// What the page shows: all codes, those that pass the filters, or what was found.

const [results, list] = document.querySelector("main").children;
const output = document.querySelector("output");
const toggles = [...document.querySelectorAll(".filters button")];
const byStatus = toggles.pop();

// More than anybody reads; the rest comes when asked for.
const MAX_SHOWN = 50;

// The entries among the results, each with the comment that keeps its place in the list.
let moved = new Map();
let opened = null;

const isPressed = (toggle) => toggle.getAttribute("aria-pressed") === "true";
const keyOf = (facet) => facet.slice(0, facet.indexOf("="));

// The values that are asked for, by their property: any of one's, and all of the properties.
function askedFor() {
  const asked = new Map();
  for (const { value } of toggles.filter(isPressed)) asked.set(keyOf(value), [...(asked.get(keyOf(value)) ?? []), value]);
  return [...asked];
}

const passes = (entry, asked, except) => asked.every(([key, values]) => key === except || values.some((value) => entry.facets.includes(value)));

// How many codes each toggle would leave, given those of the other properties.
function count(asked) {
  const counts = new Map(toggles.map((toggle) => [toggle.value, 0]));
  const keys = [...new Set(toggles.map((toggle) => keyOf(toggle.value)))];
  for (const entry of allEntries()) {
    for (const key of keys) {
      if (!passes(entry, asked, key)) continue;
      for (const facet of entry.facets) if (keyOf(facet) === key) counts.set(facet, (counts.get(facet) ?? 0) + 1);
    }
  }
  for (const toggle of toggles) {
    toggle.lastElementChild.textContent = counts.get(toggle.value);
    toggle.disabled = !counts.get(toggle.value) && !isPressed(toggle);
  }
  for (const menu of document.querySelectorAll(".menu")) {
    const pressed = [...menu.querySelectorAll("button")].filter(isPressed);
    menu.querySelector("b").textContent = pressed.map((toggle) => toggle.firstElementChild.textContent).join(", ");
  }
}

function filter(asked) {
  for (const entry of asked.length ? allEntries() : index.entries) entry.element.hidden = !passes(entry, asked);
  for (const heading of list.querySelectorAll("h2")) {
    let next = heading.nextElementSibling;
    while (next?.hidden && next.localName === "details") next = next.nextElementSibling;
    heading.hidden = next?.localName !== "details";
  }
}

function restore() {
  for (const [element, place] of moved) place.replaceWith(element);
  for (const found of document.querySelectorAll(".found")) found.remove();
  moved = new Map();
  results.replaceChildren();
}

function close() {
  if (opened) opened.open = false;
  opened = null;
}

function move({ entry, values }) {
  const place = document.createComment("");
  entry.element.replaceWith(place);
  moved.set(entry.element, place);
  results.append(entry.element);
  if (values?.size) {
    const parts = [...values].flatMap(([param, value]) => [create("b", { textContent: param }), " = ", create("bdi", { textContent: value }), "  "]);
    entry.element.firstElementChild.append(create("span", { className: "found" }, ...parts));
  }
}

function showFound(query, { found, isCertain, isNearest, words }, asked) {
  const shown = found.filter(({ entry }) => passes(entry, asked));
  const others = found.length - shown.length;
  const showSome = (hits) => {
    hits.forEach(move);
    // Of a whole message, every word would be marked.
    markWords([...moved.keys()].map((element) => element.firstElementChild), isCertain ? [] : words);
  };
  showSome(shown.slice(0, MAX_SHOWN));
  if (shown.length > MAX_SHOWN) {
    const more = create("button", { type: "button", textContent: `Show all ${shown.length}` });
    more.addEventListener("click", () => (more.remove(), showSome(shown.slice(MAX_SHOWN))));
    results.append(more);
  }
  if (isCertain && shown[0] === found[0]) {
    opened = shown[0].entry.element.open ? null : shown[0].entry.element;
    shown[0].entry.element.open = true;
  }
  say(shown.length, others, isNearest);
}

function say(shown, others, isNearest) {
  const codes = (number) => `${number} code${number === 1 ? "" : "s"}`;
  const hidden = others ? `; ${others} more without the filters` : "";
  if (!isNearest) output.textContent = codes(shown) + hidden;
  else output.textContent = shown ? "No code says this. The nearest:" : "No code says this.";
}

// Shows what the search field and the filters ask for.
function show(query) {
  const asked = askedFor();
  restore();
  close();
  const isSearch = query.trim() !== "";
  results.hidden = !isSearch;
  list.hidden = isSearch;
  if (isSearch) {
    const entries = allEntries();
    for (const { element } of entries) if (element.hidden) element.hidden = false;
    showFound(query, search(query), asked);
  } else {
    filter(asked);
    const left = asked.length ? index.entries.filter(({ element }) => !element.hidden).length : 0;
    output.textContent = asked.length ? `${left} of ${elements.length} codes` : "";
    markWords([], []);
  }
}

// Puts the codes in the order of their statuses, under headings, or back in the catalogue's.
function arrange() {
  const [heading] = list.children;
  const groups = isPressed(byStatus) ? Map.groupBy(allEntries(), ({ status }) => status) : new Map([["", allEntries()]]);
  list.replaceChildren(heading);
  for (const [status, entries] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const phrase = status && textOf(entries[0].element, "data");
    if (status) list.append(create("h2", { textContent: phrase + " " }, create("small", { textContent: entries.length })));
    list.append(...entries.map((entry) => entry.element));
  }
}
