// Finds the code in a JSON body, however much is around it.

const wire = JSON.parse(document.querySelector("main").dataset.wire);

// The members in which an error says its code, its number and its message, the likeliest first.
const CODES = [wire.code, "reason", "code", "type", "error", "name", "title", "error_code", "errorCode"];
const NUMBERS = [wire.number, "code", "number", "errcode", "error_code", "errno"];
const MESSAGES = [wire.message, "message", "detail", "msg", "error_description", "title", "error"];
const PARAMS = [wire.params, "metadata", "params", "details", "meta", "data"];

function parseJson(text) {
  const start = text.search(/[{[]/);
  const end = Math.max(text.lastIndexOf("}"), text.lastIndexOf("]")) + 1;
  if (start < 0 || end <= start) return null;
  const json = text.slice(start, end);
  // A body may itself be in a string of a log.
  for (const candidate of [text, json, json.replaceAll('\\"', '"')]) {
    try {
      return JSON.parse(candidate);
    } catch {}
  }
  return null;
}

// The objects in a value, outermost first; of a hostile body not all.
function objectsIn(value) {
  const objects = [];
  const left = [value];
  for (let at = 0; at < left.length && at < 2000; at++) {
    if (left[at] === null || typeof left[at] !== "object") continue;
    if (!Array.isArray(left[at])) objects.push(left[at]);
    left.push(...Object.values(left[at]).slice(0, 200));
  }
  return objects;
}

const own = (object, key) => (key && object && Object.hasOwn(object, key) ? object[key] : undefined);

// The object of the catalogue's own envelope.
const enveloped = (value) => (wire.at ?? []).reduce((object, step) => own(object, step), value);

// What a body says: the texts that can be its code or number, its messages, and the values of params.
function readBody(text) {
  const value = parseJson(text);
  if (value === null || typeof value !== "object") return null;
  const objects = [enveloped(value), ...objectsIn(value)].filter((object) => object && typeof object === "object");
  const said = (keys, type) => objects.flatMap((object) => keys.map((key) => own(object, key)).filter((it) => type.includes(typeof it)));
  const codes = said(CODES, ["string"]).flatMap((code) => [code, code.split(/[#/]/).at(-1)]);
  const numbers = said(NUMBERS, ["number", "string"]).map(String);
  const holders = [...objects.flatMap((object) => PARAMS.map((key) => own(object, key))), ...objects];
  return {
    codes,
    numbers,
    messages: said(MESSAGES, ["string"]),
    valueOf(param) {
      const holder = holders.find((holder) => holder && typeof holder === "object" && own(holder, param) !== undefined);
      return holder && inWords(holder[param]);
    },
  };
}

function inWords(value) {
  if (Array.isArray(value)) return value.map(inWords).join(", ");
  if (value !== null && typeof value === "object") return Object.values(value).map(inWords).join(": ");
  return String(value);
}
