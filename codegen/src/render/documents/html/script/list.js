// What the page shows: all codes, those that pass the filters, or what was found.

const [results, list] = document.querySelector("main").children;
const output = document.querySelector("output");
const toggles = [...document.querySelectorAll(".filters button")];
const byStatus = toggles.pop();

// More than anybody reads; the rest comes when asked for.
const MAX_SHOWN = 50;

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
    menu.classList.toggle("set", pressed.length > 0);
    menu.querySelector("b").textContent = pressed.map((toggle) => toggle.firstElementChild.textContent).join(", ");
  }
}

function filter(asked) {
  for (const { heading, entries } of groups()) {
    let left = 0;
    for (const entry of entries) {
      const isHidden = !passes(entry, asked);
      if (entry.element.hidden !== isHidden) entry.element.hidden = isHidden;
      left += !isHidden;
    }
    if (heading) heading.hidden = left === 0;
  }
}

// A copy of an entry, with the values that were read from what was searched for. To move 50 of 10,000 entries out of the
// list and back takes a browser longer than a key may.
function resultOf({ entry, values }) {
  const copy = entry.element.cloneNode(true);
  copy.classList.remove("marked");
  copy.open = copy.hidden = false;
  for (const element of [copy, ...copy.querySelectorAll("[id]")]) element.removeAttribute("id");
  if (values?.size) {
    const parts = [...values].flatMap(([param, value]) => [create("b", { textContent: param }), " = ", create("bdi", { textContent: value }), "  "]);
    copy.firstElementChild.append(create("span", { className: "found" }, ...parts));
  }
  return copy;
}

function showFound(query, { found, isCertain, isNearest, words }, asked) {
  const shown = found.filter(({ entry }) => passes(entry, asked));
  const others = found.length - shown.length;
  const showSome = (hits) => {
    const copies = hits.map(resultOf);
    results.append(...copies);
    // Of a whole message, every word would be marked.
    markWords(rows().map((row) => row.firstElementChild), isCertain ? [] : words);
  };
  showSome(shown.slice(0, MAX_SHOWN));
  if (shown.length > MAX_SHOWN) {
    const more = create("button", { type: "button", textContent: `Show all ${shown.length}` });
    more.addEventListener("click", () => (more.remove(), showSome(shown.slice(MAX_SHOWN))));
    results.append(more);
  }
  if (isCertain && shown[0] === found[0]) rows()[0].open = true;
  say(shown.length, others, isNearest);
}

function say(shown, others, isNearest) {
  const codes = (number) => `${number} code${number === 1 ? "" : "s"}`;
  const hidden = others ? `; ${others} more without the filters` : "";
  if (!isNearest) output.textContent = codes(shown) + hidden;
  else output.textContent = `No code says this. ${shown ? "The nearest:" : "Try a part of it."}`;
}

// Shows what the search field and the filters ask for.
function show(query) {
  const asked = askedFor();
  const isSearch = query.trim() !== "";
  results.replaceChildren(results.firstElementChild);
  dropColours();
  results.hidden = !isSearch;
  list.classList.toggle("away", isSearch);
  if (isSearch) {
    allEntries();
    showFound(query, search(query), asked);
  } else {
    // Most pages are only read, and need no index for it.
    if (asked.length || index.entries.length) filter(asked);
    output.textContent = asked.length ? `${rows().length} of ${elements.length} codes` : "";
    markWords([], []);
  }
}

let arranged = null;

// The codes in the order of the list, by the headings that they are under.
const groups = () => arranged ?? [{ entries: allEntries() }];

// A browser looks at all children when one of them changes, so no list has many.
const MAX_CHILDREN = 40;

function partsOf(entries) {
  const parts = [];
  for (let at = 0; at < entries.length; at += MAX_CHILDREN) {
    const part = entries.slice(at, at + MAX_CHILDREN).map((entry) => entry.element);
    parts.push(create("div", { className: "part" }, ...part));
  }
  return parts;
}

// Puts the codes in the order of their statuses, under headings, or back in the catalogue's.
function arrange() {
  const byStatuses = isPressed(byStatus) ? Map.groupBy(allEntries(), ({ status }) => status) : new Map([["", allEntries()]]);
  arranged = [...byStatuses].sort(([a], [b]) => (a < b ? -1 : 1)).map(([status, entries]) => {
    const title = textOf(entries[0].element, "[value^='status=']") + " ";
    return { entries, heading: status && create("h2", { textContent: title }, create("small", { textContent: entries.length })) };
  });
  list.replaceChildren(list.firstElementChild, ...arranged.flatMap(({ heading, entries }) => [heading, ...partsOf(entries)]));
}

// The rows that are shown, in order.
function rows() {
  const shown = results.hidden ? groups().flatMap(({ entries }) => entries.map((entry) => entry.element)) : [...results.querySelectorAll(":scope > details")];
  return shown.filter((element) => !element.hidden);
}
