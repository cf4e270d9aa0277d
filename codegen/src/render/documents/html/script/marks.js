// Marks what was found, and colours code, without touching the document's text.

const highlights = window.Highlight && window.CSS?.highlights;

function* textNodes(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) yield walker.currentNode;
}

function rangeIn(node, start, end) {
  const range = document.createRange();
  range.setStart(node, start);
  range.setEnd(node, end);
  return range;
}

function markWords(roots, words) {
  if (!highlights) return;
  const ranges = [];
  for (const node of roots.flatMap((root) => [...textNodes(root)])) {
    const lower = node.data.toLowerCase();
    if (lower.length !== node.data.length) continue;
    for (const word of words) {
      for (let at = lower.indexOf(word); at >= 0 && ranges.length < 2000; at = lower.indexOf(word, at + word.length)) ranges.push(rangeIn(node, at, at + word.length));
    }
  }
  highlights.set("found", new Highlight(...ranges));
}

// Strings and keywords; a member's name in JSON is neither.
const TOKENS = /("(?:[^"\\]|\\.)*")(\s*:)?|\b(let|const|if|await|import|from|true|false|null)\b/g;

const coloured = new WeakSet();

function colour(block) {
  if (!highlights || coloured.has(block)) return;
  coloured.add(block);
  const node = block.firstChild;
  for (const token of node.data.matchAll(TOKENS)) {
    if (token[2]) continue;
    const kind = token[1] ? "string" : "word";
    if (!highlights.has(kind)) highlights.set(kind, new Highlight());
    highlights.get(kind).add(rangeIn(node, token.index, token.index + token[0].length));
  }
}

// Forgets the colours of what is no longer in the page.
function dropColours() {
  for (const kind of ["string", "word"]) {
    for (const range of highlights?.get(kind) ?? []) if (!range.startContainer.isConnected) highlights.get(kind).delete(range);
  }
}
