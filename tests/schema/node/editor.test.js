const assert = require("node:assert/strict");
const { test } = require("node:test");
const { open, read } = require("./editor.js");

// errors.yaml of this repository names the schema of all catalogues; shop.yaml the one that was made for it.
const vidu = read("errors.yaml");
const shop = read("shop.yaml");

// The text with the cursor after the line that starts like this, on a new one.
const after = (text, line, added) => {
  assert.ok(text.includes(line), line);
  return text.replace(new RegExp(`^(${line.replace(/[{}[\]]/g, "\\$&")}.*\n)`, "m"), `$1${added}\n`);
};

test("a catalogue without mistakes has none in an editor", async () => {
  for (const text of [vidu, shop]) assert.deepEqual((await open(text)).mistakes, []);
});

test("the keys of a code are completed, each with what it means", async () => {
  const file = await open(after(vidu, "  BadRequest:", "    ‸"));
  const completions = await file.completions();
  for (const key of ["help", "aliases", "deprecated", "docs_url", "grpc", "params"]) assert.ok(completions.has(key), key);
  assert.equal(completions.get("help"), "What the caller can do about it; shown in documents.");
  assert.ok(!completions.has("http_status"), "it is there already");
  assert.ok(!completions.has("catalogue"), "it is no key of a code");
});

test("words that a key can have are completed", async () => {
  for (const [added, word] of [
    ["    grpc: ‸", "NOT_FOUND"],
    ["    internal: ‸", "false"],
    ["    allow:\n      - ‸", "similar-codes"],
  ]) {
    const file = await open(after(vidu, "  BadRequest:", added));
    assert.ok((await file.completions()).has(word), word);
  }
});

test("the schema of a catalogue completes its attributes and their values", async () => {
  for (const [added, name, meaning] of [
    ["    attributes:\n      ‸", "retry", "What the caller can do."],
    ["    attributes:\n      retry: ‸", "later", "The same request may succeed later."],
    ["    attributes:\n      retry: ‸", "never", "It can't succeed."],
    ["    attributes:\n      public: ‸", "true", undefined],
  ]) {
    const file = await open(after(shop, "  Unknown:", added));
    const completions = await file.completions();
    assert.ok(completions.has(name), `${name}: ${[...completions.keys()]}`);
    if (meaning) assert.equal(completions.get(name), meaning);
  }
});

test("the schema of a catalogue completes its params, codes and groups", async () => {
  for (const [line, added, names] of [
    ["  Unknown:", "    params:\n      - ‸", ["article", "left"]],
    ["  Unknown:", "    deprecated: {replaced_by: ‸}", ["SoldOut"]],
    ["operations:", "  sell:\n    errors:\n      - ‸", ["common", "SoldOut", "Unknown"]],
    ["groups:", "  rare:\n    - ‸", ["SoldOut"]],
  ]) {
    const file = await open(after(shop, line, added));
    const completions = await file.completions();
    for (const name of names) assert.ok(completions.has(name), `${name}: ${[...completions.keys()]}`);
    assert.ok(!names.includes("article") || completions.get("article") === "the article's name");
  }
});

test("keys, attributes and values say what they mean where the pointer is", async () => {
  for (const [text, before, meaning] of [
    [vidu, "    http_st", "The HTTP status, from 200 to 599"],
    [vidu, "  fallb", "The code to use for a received code"],
    [shop, "      pub", "Whether everybody may see it."],
    [shop, "      retry: la", "The same request may succeed later."],
  ]) {
    assert.ok(text.includes(before), before);
    const file = await open(text.replace(before, `${before}‸`));
    assert.match(await file.hover(), new RegExp(meaning.replaceAll(".", "\\.")));
  }
});

test("a mistake is at the wrong key or value", async () => {
  for (const [right, wrong, place, message] of [
    ["    message: bad request", "    mesage: bad request", "mesage", /mesage is not allowed/],
    ["    message: bad request\n", "", "BadRequest", /Missing property "message"/],
    ["    http_status: 400", "    http_status: 4000", "4000", /599/],
    ["    http_status: 400", "    http_status: many", "many", /integer/],
    ["  wire: kratos", "  wire: kratoss", "kratoss", /kratos/],
    ["attributes:\n  retry:", "attribute:\n  retry:", "attribute", /attribute is not allowed/],
    ["    type: list", "    type: array", "array", /"list"/],
  ]) {
    assert.ok(vidu.includes(right), right);
    const { mistakes } = await open(vidu.replace(right, wrong));
    assert.ok(mistakes.some(([text, told]) => text === place && message.test(told)), JSON.stringify(mistakes));
  }
});
