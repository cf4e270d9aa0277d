// Values as received, before their meaning is known.

type Raw = null | boolean | number | string | readonly Raw[] | Members;
type Members = ReadonlyMap<string, Raw>;

/** How many values to read. A body with more is hostile, and a list of which not all can be read is not read at all. */
const MAX_VALUES = 4096;

/** How many more there can be in members that an error can't do without. */
const MAX_NEEDED_VALUES = 256;

const MAX_DEPTH = 127;

/** Thrown within this file, for a body that is nested too deeply. */
class TooDeep extends Error {}

/** The members of an object of JSON; of a list, those of its first element, which can be a list too. */
function membersOf(body: unknown): Members | undefined {
  try {
    let value = body;
    while (Array.isArray(value)) value = value[0] as unknown;
    if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
    return rawMembers(value, 1, { left: MAX_VALUES }, { left: MAX_NEEDED_VALUES });
  } catch {
    return undefined;
  }
}

function rawMembers(object: object, depth: number, budget: { left: number }, reserve: { left: number }): Members {
  if (depth > MAX_DEPTH) throw new TooDeep();
  const members = new Map<string, Raw>();
  for (const name of Object.keys(object)) {
    const from = budget.left === 0 && isNeeded(name) ? reserve : budget;
    if (from.left === 0) continue;
    const value = rawValue((object as Record<string, unknown>)[name], depth, from);
    if (value !== undefined) members.set(name, value);
  }
  return members;
}

function rawValue(value: unknown, depth: number, budget: { left: number }): Raw | undefined {
  if (budget.left === 0) return undefined;
  budget.left -= 1;
  if (value === null || typeof value === "boolean" || typeof value === "number" || typeof value === "string") return value;
  if (typeof value !== "object") return undefined;
  if (!Array.isArray(value)) return rawMembers(value, depth + 1, budget, { left: 0 });
  if (depth + 1 > MAX_DEPTH) throw new TooDeep();
  const elements: Raw[] = [];
  for (const element of value) {
    const raw = rawValue(element, depth + 1, budget);
    if (raw === undefined) return undefined;
    elements.push(raw);
  }
  return elements;
}

const isList = (value: Raw | undefined): value is readonly Raw[] => Array.isArray(value);
const isMembers = (value: Raw | undefined): value is Members => value instanceof Map;

/** By hand: a regular expression would look at what is not at the end again and again. */
function trimEnd(text: string, char: string): string {
  let end = text.length;
  while (end > 0 && text.charAt(end - 1) === char) end -= 1;
  return text.slice(0, end);
}

/** A text that isn't empty. */
function textIn(value: Raw | undefined): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

const isErrorStatus = (status: number): boolean => Number.isInteger(status) && status >= 400 && status < 600;

/** The number, if it is the HTTP status of an error. In JSON:API it is a text. */
function statusIn(value: Raw | undefined): number | undefined {
  const number = typeof value === "string" && /^\+?\d+$/.test(value) ? Number(value) : value;
  return typeof number === "number" && isErrorStatus(number) ? number : undefined;
}

/** The value of a param, unless it has another type. In metadata of texts, a text can be any value. */
function typedValue(value: Raw, type: ParamType | undefined, isText: boolean): unknown {
  switch (type) {
    case "string":
      return typeof value === "string" ? value : undefined;
    case "integer":
    case "unsigned": {
      const isNumber = isText && typeof value === "string" && (type === "integer" ? /^[+-]?\d+$/ : /^\+?\d+$/).test(value);
      const number = isNumber ? Number(value) : value;
      // A number of JSON with a sign and no value is a fraction.
      const isExact = typeof number === "number" && Number.isSafeInteger(number) && !Object.is(value, -0);
      // Beyond 2^53, a number in JavaScript would be another one.
      return isExact && (type === "integer" || number >= 0) ? number + 0 : undefined;
    }
    case "float":
      return floatIn(value, isText);
    case "boolean":
      if (isText && (value === "true" || value === "false")) return value === "true";
      return typeof value === "boolean" ? value : undefined;
    case "list":
      if (isList(value)) return value.every((element) => typeof element === "string") ? value : undefined;
      return isText && typeof value === "string" ? splitList(value) : undefined;
    case "violations":
      if (isList(value)) return violationsIn(value);
      return isText && typeof value === "string" ? splitViolations(value) : undefined;
    default:
      return undefined;
  }
}

/** From a text in any notation; in a problem only from those that JSON has no number for. */
function floatIn(value: Raw, isText: boolean): number | undefined {
  if (typeof value === "number") return Number.isFinite(value) ? value : undefined;
  if (typeof value !== "string") return undefined;
  if (value === "NaN" || value === "Infinity" || value === "-Infinity") return Number(value);
  if (!isText) return undefined;
  const named = /^([+-]?)(inf|infinity|nan)$/i.exec(value);
  if (named !== null) return named[2]?.toLowerCase() === "nan" ? NaN : named[1] === "-" ? -Infinity : Infinity;
  const isNumber = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(value);
  // A number that is too large is not infinite.
  return isNumber && Number.isFinite(Number(value)) ? Number(value) : undefined;
}

/** A list of objects that each have a `pointer` or a `field`, and a `detail`, a `message` or a `description`. */
function violationsIn(value: Raw): Violation[] | undefined {
  if (!isList(value)) return undefined;
  const found: Violation[] = [];
  for (const element of value) {
    if (!isMembers(element)) return undefined;
    const [pointer, field] = [element.get("pointer"), element.get("field")];
    const name = typeof pointer === "string" ? fieldOf(pointer) : field;
    const reasons = ["detail", "message", "description"].map((member) => element.get(member));
    const reason = reasons.find((text) => typeof text === "string");
    if (typeof name !== "string" || typeof reason !== "string") return undefined;
    found.push({ field: name, reason });
  }
  return found;
}

/** The field that a JSON Pointer points to; what is no pointer is the name of a field. */
function fieldOf(pointer: string): string {
  let path = pointer;
  try {
    if (pointer.startsWith("#")) path = decodeURIComponent(pointer.slice(1));
  } catch {
    // It is not encoded correctly, so it is a name.
  }
  if (!path.startsWith("/")) return path;
  return path.slice(1).replace(/\//g, ".").replace(/~1/g, "/").replace(/~0/g, "~");
}

/** The parts of a text in which some characters can be escaped: with a space after it, such a character is a separator. */
function tokens(text: string, escaped: string): { readonly text: string; readonly isSeparator: boolean }[] {
  const found = [];
  for (let at = 0; at < text.length; ) {
    const [first, next] = [text.charAt(at), text.charAt(at + 1)];
    if (first === "\\" && next !== "" && escaped.includes(next)) {
      found.push({ text: next, isSeparator: false });
      at += 2;
    } else if (first !== "\\" && escaped.includes(first) && next === " ") {
      found.push({ text: first, isSeparator: true });
      at += 2;
    } else {
      let end = at + 1;
      while (end < text.length && !escaped.includes(text.charAt(end))) end += 1;
      found.push({ text: text.slice(at, end), isSeparator: false });
      at = end;
    }
  }
  return found;
}

/** The elements of a list written as a text, unless there are too many. */
function splitList(text: string): string[] | undefined {
  if (text === "") return [];
  const elements = [""];
  for (const token of tokens(text === "\\" ? "" : text, ",\\")) {
    if (token.isSeparator) elements.push("");
    else elements.push((elements.pop() ?? "") + token.text);
    if (elements.length > MAX_VALUES) return undefined;
  }
  return elements;
}

/** The violations written as a text, unless there are too many, or one has no field. */
function splitViolations(text: string): Violation[] | undefined {
  if (text === "") return [];
  const found: Violation[] = [];
  let field: string | undefined;
  let part = "";
  for (const token of tokens(text, ":;\\")) {
    if (!token.isSeparator) {
      part += token.text;
    } else if (token.text === ":") {
      if (field !== undefined) part += ": ";
      else [field, part] = [part, ""];
    } else {
      if (field === undefined || found.length === MAX_VALUES - 1) return undefined;
      found.push({ field, reason: part });
      [field, part] = [undefined, ""];
    }
  }
  return field === undefined ? undefined : [...found, { field, reason: part }];
}

/** As a text of metadata: violations that say no more in words, any other list or object as JSON. */
function metadataText(value: Raw): string | undefined {
  if (value === null) return undefined;
  if (typeof value === "string") return value;
  const found = isList(value) && value.every((element) => isMembers(element) && element.size === 2) && violationsIn(value);
  if (!found || found.length === 0) return json(value);
  const escape = (text: string, escaped: RegExp): string => text.replace(escaped, "\\$&");
  return found.map(({ field, reason }) => `${escape(field, /[:;\\]/g)}: ${escape(reason, /[;\\]/g)}`).join("; ");
}

function json(value: Raw): string {
  if (isList(value)) return `[${value.map(json).join(",")}]`;
  if (isMembers(value)) return `{${[...value].map(([name, member]) => `${quoted(name)}:${json(member)}`).join(",")}}`;
  return typeof value === "string" ? quoted(value) : String(value);
}

/** As in Rust, which writes all control characters in the same way. */
function quoted(text: string): string {
  const escape = (char: string): string =>
    char < " " ? `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}` : `\\${char}`;
  return `"${text.replace(/["\\\u0000-\u001f]/g, escape)}"`;
}
