// The codes as the document says them. Reading 10,000 of them takes a while, so it is done once, when there is time or
// somebody asks.

const elements = [...document.querySelectorAll("main details")];
const index = { entries: [], names: new Map(), lowerNames: new Map(), numbers: new Map() };

const textOf = (element, selector) => element.querySelector(selector)?.textContent ?? "";
const textsOf = (element, selector) => Array.from(element.querySelectorAll(selector), (found) => found.textContent);

function readEntry(element) {
  const [summary, body] = element.children;
  const types = new Map(Array.from(body.querySelectorAll("[data-type]"), (type) => [type.closest("dd").previousElementSibling.textContent, type.dataset.type]));
  const message = summary.querySelector(".message");
  const pieces = piecesOf(message, types);
  const aliases = textsOf(body, "[id]");
  const number = textOf(body, ".number");
  const rest = [...aliases, number, ...types.keys(), ...textsOf(body, ".text, .operations")].join("\n").toLowerCase();
  return {
    element,
    names: [element.id, ...aliases],
    name: [element.id, ...aliases].join("\n").toLowerCase(),
    number,
    status: summary.children[1].textContent,
    pieces,
    weight: weightOf(pieces),
    // No shorter text can contain the message.
    length: pieces.reduce((sum, { text }) => sum + (text?.length ?? 0), 0),
    message: message.textContent.toLowerCase(),
    rest,
    facets: Array.from(element.querySelectorAll("data"), (data) => data.value),
  };
}

function addToIndex(until) {
  while (index.entries.length < until) {
    const entry = readEntry(elements[index.entries.length]);
    index.entries.push(entry);
    for (const name of entry.names) {
      index.names.set(name, entry);
      index.lowerNames.set(name.toLowerCase(), entry);
    }
    if (entry.number) index.numbers.set(entry.number, [...(index.numbers.get(entry.number) ?? []), entry]);
  }
}

function allEntries() {
  addToIndex(elements.length);
  return index.entries;
}

