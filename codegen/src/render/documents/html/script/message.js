// Reads the params of a message out of a text that contains it, such as a line of a log.

const FORMS = { integer: /^[+-]?\d+$/, unsigned: /^\+?\d+$/, float: /^[+-]?(\d[\d.]*|inf|NaN)$/, boolean: /^(true|false)$/ };

const LETTER = /[\p{L}\p{N}_]/u;

// Texts and params in turn, from the nodes of a message. Params side by side stay side by side.
function piecesOf(message, types) {
  const pieces = [];
  for (const node of message.childNodes) {
    const text = node.textContent;
    if (node.nodeName === "VAR") pieces.push({ param: text, type: types.get(text) });
    else if (text) pieces.push({ text: text.toLowerCase() });
  }
  return pieces;
}

// How many letters and digits a message always has: one with none of its own could be anything.
function weightOf(pieces) {
  return pieces.reduce((sum, { text }) => sum + (text?.match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0);
}

// Where a text is in another one, as whole words.
function findWords(lower, text, from) {
  for (let at = lower.indexOf(text, from); at >= 0; at = lower.indexOf(text, at + 1)) {
    const isInWord = (a, b) => LETTER.test(a ?? "") && LETTER.test(b ?? "") && /\w/.test(a);
    if (!isInWord(lower[at - 1], text[0]) && !isInWord(lower[at + text.length], text.at(-1))) return at;
  }
  return -1;
}

// The values of the params, or null if the message is not in the text. Each piece is looked for once, after the one
// before it, so no text takes more than its length times the number of pieces.
function readMessage(pieces, text, lower) {
  const values = new Map();
  let end = 0;
  let param = null;
  const take = (value) => {
    const known = values.get(param.param);
    if (known !== undefined && known !== value) return false;
    if (FORMS[param.type] && !FORMS[param.type].test(value)) return false;
    values.set(param.param, value);
    param = null;
    return true;
  };
  for (const piece of pieces) {
    if (piece.param) {
      // Nobody can tell where the one before ends.
      if (param) return null;
      param = piece;
      continue;
    }
    const at = param || end ? lower.indexOf(piece.text, end) : findWords(lower, piece.text, end);
    if (at < 0 || (param && !take(end ? text.slice(end, at) : lastPhrase(text.slice(0, at))))) return null;
    end = at + piece.text.length;
  }
  return !param || take(firstLine(text.slice(end))) ? values : null;
}

// What a log wrote before a message ends with one of these.
const lastPhrase = (text) => text.slice(Math.max(...[": ", "\n", "\"", "] "].map((end) => text.lastIndexOf(end) + end.length * text.includes(end)), 0));
const firstLine = (text) => text.split(/["\n]/, 1)[0].trimEnd();

// The same of a message whose start is missing, as in a picture of half a window.
function readRest([first, ...rest], text, lower) {
  for (let cut = first?.text?.indexOf(" ") ?? -1; cut >= 0; cut = first.text.indexOf(" ", cut + 1)) {
    const left = first.text.slice(cut + 1);
    if (weightOf([{ text: left }]) > 5 && lower.startsWith(left)) return readMessage([{ text: left }, ...rest], text, lower);
  }
  return null;
}
