// The params of a message: the inverse of rendering. A message is taken apart only if there is one way to do it.

/** In bytes. No message for people is longer. */
const MAX_MESSAGE = 8192;

/** How many characters to look at. A message that needs more is hostile. */
const MAX_STEPS = 1 << 20;

type Piece = string | { readonly param: string };

function paramsOfMessage(code: ErrorCode, message: string): Map<string, unknown> {
  const params = new Map<string, unknown>();
  if (message.length > MAX_MESSAGE || utf8Length(message) > MAX_MESSAGE) return params;
  if (message.endsWith("…") || message.includes(REDACTED)) return params;
  const found = new Map<string, string>();
  for (const [name, text] of splitMessage(infos[code].message, message) ?? []) {
    // One param with two values: the message has another template.
    if ((found.get(name) ?? text) !== text) return params;
    found.set(name, text);
  }
  for (const [name, text] of found) {
    // An absent param is shown as its name, and another template may have nothing where a param was.
    if (text === "" || text === `<${name}>`) continue;
    const value = shownValue(text, types.get(name));
    if (value !== undefined) params.set(name, value);
  }
  return params;
}

function utf8Length(text: string): number {
  let length = 0;
  for (const char of text) {
    const point = char.codePointAt(0) ?? 0;
    length += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return length;
}

/** The value that is shown as this text, if there is exactly one. */
function shownValue(text: string, type: ParamType | undefined): unknown {
  if (!isShown(text, type)) return undefined;
  switch (type) {
    case "string":
      return text;
    case "list":
      return text.split(", ");
    case "integer":
    case "unsigned":
      return Number.isSafeInteger(Number(text)) ? Number(text) : undefined;
    case "float":
      return Number(text);
    case "boolean":
      return text === "true";
    default:
      // A message shows only the fields of violations.
      return undefined;
  }
}

/** Whether a value of the type is shown as this text. */
function isShown(text: string, type: ParamType | undefined): boolean {
  switch (type) {
    case "integer":
      return /^(0|-?[1-9]\d{0,18})$/.test(text) && BigInt.asIntN(64, BigInt(text)) === BigInt(text);
    case "unsigned":
      return /^(0|[1-9]\d{0,19})$/.test(text) && BigInt.asUintN(64, BigInt(text)) === BigInt(text);
    case "float":
      return text === "NaN" || /^-?Infinity$/.test(text) || (/^-?[\d.]+$/.test(text) && floatText(Number(text)) === text);
    case "boolean":
      return text === "true" || text === "false";
    default:
      return true;
  }
}

/** The texts of the params, in the order of the pieces or the reverse. */
function splitMessage(pieces: readonly Piece[], message: string): [string, string][] | undefined {
  const names = pieces.flatMap((piece) => (typeof piece === "string" ? [] : [piece.param]));
  if (names.length === 0) return undefined;
  return new Set(names).size === 1 ? splitOne(pieces, names.length, message) : splitMany(pieces, message);
}

/** With only one param, however often it is shown, its length follows from that of the message. */
function splitOne(pieces: readonly Piece[], count: number, message: string): [string, string][] | undefined {
  const texts = pieces.reduce((sum, piece) => sum + (typeof piece === "string" ? piece.length : 0), 0);
  const length = (message.length - texts) / count;
  if (length < 0 || !Number.isInteger(length)) return undefined;
  const found: [string, string][] = [];
  let at = 0;
  for (const piece of pieces) {
    if (typeof piece !== "string") found.push([piece.param, message.slice(at, at + length)]);
    else if (!message.startsWith(piece, at)) return undefined;
    at += typeof piece === "string" ? piece.length : length;
  }
  return found;
}

/** Counts the ways to split the message from the front, piece by piece, and retraces the only one from the back. */
function splitMany(pieces: readonly Piece[], message: string): [string, string][] | undefined {
  const steps = { left: MAX_STEPS };
  let ways: Uint8Array | undefined = new Uint8Array(message.length + 1);
  ways[0] = 1;
  const before: Uint8Array[] = [];
  for (const piece of pieces) {
    before.push(ways);
    ways = waysWith(piece, ways, message, steps);
    if (ways === undefined) return undefined;
  }
  if (ways[message.length] !== 1) return undefined;
  const found: [string, string][] = [];
  let end = message.length;
  for (const [at, piece] of [...pieces.entries()].reverse()) {
    let start = end;
    while (start >= 0 && !((before[at]?.[start] ?? 0) > 0 && canBe(piece, message, start, end))) start -= 1;
    if (start < 0) return undefined;
    if (typeof piece !== "string") found.push([piece.param, message.slice(start, end)]);
    end = start;
  }
  return found;
}

function canBe(piece: Piece, message: string, start: number, end: number): boolean {
  if (typeof piece === "string") return end - start === piece.length && message.startsWith(piece, start);
  return isBoundary(message, start) && isBoundary(message, end) && isShown(message.slice(start, end), types.get(piece.param));
}

/** Whether a place is not between the halves of a surrogate pair. */
function isBoundary(message: string, at: number): boolean {
  return !/^[\ud800-\udbff][\udc00-\udfff]$/.test(message.slice(at - 1, at + 1)) || at === 0;
}

/** The number of ways to each place including this piece, from those without it; 2 means two or more. */
function waysWith(piece: Piece, before: Uint8Array, message: string, steps: { left: number }): Uint8Array | undefined {
  const take = (count: number): boolean => (steps.left -= count) >= 0;
  if (!take(message.length)) return undefined;
  const after = new Uint8Array(before.length);
  const add = (at: number, ways: number): void => {
    after[at] = Math.min((after[at] ?? 0) + ways, 2);
  };
  const type = typeof piece === "string" ? undefined : types.get(piece.param);
  const isAny = type !== "integer" && type !== "unsigned" && type !== "float" && type !== "boolean";
  let sum = 0;
  for (const [start, ways] of before.entries()) {
    if (typeof piece !== "string" && isAny) {
      sum = Math.min(sum + ways, 2);
      if (isBoundary(message, start)) add(start, sum);
    } else if (ways > 0 && typeof piece === "string") {
      if (!take(Math.floor(piece.length / 16))) return undefined;
      if (message.startsWith(piece, start)) add(start + piece.length, ways);
    } else if (ways > 0) {
      const longest = longestValue(message, start, type);
      if (longest === undefined) return undefined;
      for (let length = 1; length <= longest; length += 1) {
        if (!take(length)) return undefined;
        if (isShown(message.slice(start, start + length), type)) add(start + length, ways);
      }
    }
  }
  return after;
}

/** How many characters a value can take from here; `undefined` if that is too much to look at. */
function longestValue(message: string, start: number, type: ParamType | undefined): number | undefined {
  const [limit, chars] =
    type === "boolean" ? [5, "truefals"] : type === "float" ? [32, "-.0123456789NaInfity"] : [20, "-0123456789"];
  let length = 0;
  while (length <= limit && start + length < message.length && chars.includes(message.charAt(start + length))) length += 1;
  if (length <= limit) return length;
  return type === "float" ? undefined : limit;
}
