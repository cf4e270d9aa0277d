// What a text can mean: a code, a body, a message, a line with one of these, or words.

// As in the generated code, which doesn't search longer messages.
const MAX_TEXT = 8192;

// The best first. `values` are those of params in the text, `isCertain` is for what can mean nothing else, and
// `isNearest` says that nothing has all of the text.
function search(query) {
  const text = query.trim().slice(0, MAX_TEXT);
  const hits = new Map();
  const add = (entry, score, values) => {
    const hit = hits.get(entry);
    hits.set(entry, { entry, score: Math.max(score, hit?.score ?? 0), values: hit?.values?.size ? hit.values : values });
  };
  const body = readBody(text);
  addNamed(text, body, add);
  for (const message of body?.messages ?? [text]) addMessages(message, add);
  if (!body) addWords(text.toLowerCase(), add);
  const isNearest = hits.size === 0;
  if (isNearest) addNearest(text, add);
  const found = [...hits.values()].sort((a, b) => b.score - a.score);
  const isCertain = found[0]?.score >= 100 && !(found[1]?.score >= Math.min(found[0].score, 1000));
  return { found, isCertain, isNearest, words: body ? [] : wordsOf(text.toLowerCase()) };
}

// Codes that the text is, or that it names.
function addNamed(text, body, add) {
  const { names, lowerNames, numbers } = index;
  const exact = names.get(text) ?? lowerNames.get(text.toLowerCase());
  if (exact) add(exact, 3000);
  for (const entry of numbers.get(text) ?? []) add(entry, 2000);
  if (body) {
    const code = body.codes.find((code) => names.has(code));
    const number = body.numbers.find((number) => numbers.has(number));
    for (const entry of code ? [names.get(code)] : (numbers.get(number) ?? [])) {
      const values = entry.pieces.filter((piece) => piece.param).map(({ param }) => [param, body.valueOf(param)]);
      add(entry, 2000, new Map(values.filter(([, value]) => value !== undefined)));
    }
  } else if (/\s/.test(text)) {
    // A name that is also a word may be meant as one.
    const isName = (name) => names.has(name) && /[A-Z_\d./:-]/.test(name);
    for (const word of text.split(/[^\w./:-]+/)) {
      const name = [word, word.replace(/[.:/-]+$/, ""), word.split(/[=/:]/).at(-1)].find(isName);
      if (name) add(names.get(name), 1500);
    }
  }
}

// Codes whose message is in the text: the one that explains most of it first.
function addMessages(text, add) {
  const lower = text.toLowerCase();
  // In a few languages a capital becomes two letters, and places in one text are not those in the other.
  const original = lower.length === text.length ? text : lower;
  for (const entry of index.entries) {
    if (entry.weight < 4 || entry.length > lower.length) continue;
    const values = readMessage(entry.pieces, original, lower);
    if (values) add(entry, 100 + Math.min(entry.weight, 800), values);
  }
}

const wordsOf = (lower) => lower.split(/\s+/).filter(Boolean).slice(0, 12);

const scoreOf = (entry, word) => {
  if (entry.name.startsWith(word)) return 8;
  if (entry.name.includes(word)) return 6;
  if (entry.status.startsWith(word)) return 5;
  if (entry.message.includes(word)) return 3;
  return entry.rest.includes(word) ? 1 : 0;
};

// Codes that have all the words.
function addWords(lower, add) {
  const words = wordsOf(lower);
  for (const entry of index.entries) {
    let sum = 0;
    for (const word of words) {
      const score = scoreOf(entry, word);
      sum = score && sum + score;
      if (!score) break;
    }
    if (sum) add(entry, sum / words.length);
  }
}

// Without any: codes with most of the words, the rarest counting most, or else with a similar name.
function addNearest(text, add) {
  const lower = text.toLowerCase();
  const words = [...new Set(lower.match(/[\p{L}\p{N}_]{3,}/gu))].slice(0, 12);
  const having = words.map((word) => index.entries.filter((entry) => entry.message.includes(word) || entry.name.includes(word)));
  const scores = new Map();
  for (const entries of having) {
    for (const entry of entries) scores.set(entry, (scores.get(entry) ?? 0) + 1 / entries.length);
  }
  const wanted = pairsOf(lower.slice(0, 64));
  const alike = scores.size ? [] : index.entries.map((entry) => [entry, likeness(entry.name, wanted)]).filter(([, score]) => score > 0.35);
  const best = [...scores, ...alike].sort((a, b) => b[1] - a[1]).slice(0, 5);
  for (const [entry, score] of best) add(entry, score / 1e3, readRest(entry.pieces, text, lower));
}

const pairsOf = (text) => [...new Set(Array.from({ length: Math.max(text.length - 1, 0) }, (_, at) => text.slice(at, at + 2)))];

// How much of the pairs of letters the best of the names shares with the wanted ones, from 0 to 1.
function likeness(names, wanted) {
  const shares = names.split("\n").map((name) => (2 * wanted.filter((pair) => name.includes(pair)).length) / (name.length - 1 + wanted.length || 1));
  return Math.max(...shares);
}
