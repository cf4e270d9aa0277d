const assert = require("node:assert/strict");
const { test } = require("node:test");
const { found, isOpen, open, paste, search, shown, status } = require("./browser");

test("a code is found by its name, in any case, and opened", async () => {
  const page = await open("vidu");
  assert.equal((await search(page, "fieldlacking"))[0], "FieldLacking");
  assert.equal(await isOpen(page, "FieldLacking"), true);
  await search(page, "");
  assert.equal(await isOpen(page, "FieldLacking"), false);
  assert.equal((await shown(page)).length, 38);
});

test("a part of a name comes before the words of messages, and those before descriptions", async () => {
  const page = await open("vidu");
  assert.deepEqual(await search(page, "fiel"), ["FieldLacking", "FieldUnwanted", "FieldItemCountOutOfRange", "FieldInvalid"]);
  const throttled = await search(page, "429");
  assert.deepEqual(throttled, ["QuotaExceeded", "TooManyRequests", "SystemThrottling"]);
  assert.deepEqual(await search(page, "concurrency support"), ["QuotaExceeded"]);
});

test("a pasted message shows the params in it", async () => {
  const page = await open("vidu");
  assert.deepEqual(await search(page, "field is missing or empty: prompt, model"), ["FieldLacking"]);
  assert.equal(await found(page, "FieldLacking"), "fields = prompt, model");
  assert.equal(await isOpen(page, "FieldLacking"), true);
  const shop = await open("shop");
  assert.deepEqual(await search(shop, "Only 2 of pear left"), ["OutOfStock"]);
  assert.equal(await found(shop, "OutOfStock"), "left = 2 article = pear");
  assert.equal((await search(shop, "المنتج قلم غير متوفر، بقي 3 فقط"))[0], "NotAvailable");
  assert.equal(await found(shop, "NotAvailable"), "article = قلم left = 3");
  assert.equal((await search(shop, "商店已关门"))[0], "Unavailable");
});

test("a value of another type is no value", async () => {
  const page = await open("shop");
  await search(page, "only few of pear left");
  assert.equal(await found(page, "OutOfStock"), "");
});

test("a line of a log is found by the message or the code in it", async () => {
  const page = await open("vidu");
  const line = "2025-11-03T02:11:09Z ERROR create_task: field is missing or empty: seed";
  assert.deepEqual(await search(page, line), ["FieldLacking"]);
  assert.equal(await found(page, "FieldLacking"), "fields = seed");
  assert.equal((await search(page, "WARN reason=TaskNotFound id=17 status=404"))[0], "TaskNotFound");
  assert.equal((await search(page, 'msg="task not found" id=17'))[0], "TaskNotFound");
});

test("half of a message is enough", async () => {
  const page = await open("vidu");
  assert.equal((await search(page, "missing or empty: seed"))[0], "FieldLacking");
  assert.equal(await found(page, "FieldLacking"), "fields = seed");
  assert.equal((await search(page, "field is missing or em"))[0], "FieldLacking");
});

test("a pasted body is found by its reason, in kratos' format", async () => {
  const page = await open("vidu");
  await paste(page, '{\n  "code": 400,\n  "reason": "FieldLacking",\n  "message": "field is missing or empty: prompt",\n  "metadata": {"fields": "prompt"}\n}');
  assert.deepEqual(await shown(page), ["FieldLacking"]);
  assert.equal(await found(page, "FieldLacking"), "fields = prompt");
  assert.equal(await isOpen(page, "FieldLacking"), true);
});

test("a pasted body is found without its reason, by its message", async () => {
  const page = await open("vidu");
  assert.equal((await search(page, '{"code":400,"message":"unwanted field: seed"}'))[0], "FieldUnwanted");
  assert.equal(await found(page, "FieldUnwanted"), "fields = seed");
});

test("a pasted problem is found by its code or its type", async () => {
  const page = await open("problem");
  const body = '{"type":"https://shop.example/errors#OutOfStock","title":"OutOfStock","status":409,"detail":"only 2 of pear left","left":2,"article":"pear"}';
  assert.deepEqual(await search(page, body), ["OutOfStock"]);
  assert.equal(await found(page, "OutOfStock"), "left = 2 article = pear");
  assert.deepEqual(await search(page, '{"type":"about:blank","code":"Rejected","errors":[{"pointer":"#/size","detail":"is too large"}]}'), ["Rejected"]);
});

test("a pasted body in the catalogue's own envelope is found by its code and by its number", async () => {
  const page = await open("shop");
  const body = '{"failure":{"kind":"OutOfStock","text":"only 2 of pear left","values":{"left":2,"article":"pear"}}}';
  assert.deepEqual(await search(page, body), ["OutOfStock"]);
  assert.equal(await found(page, "OutOfStock"), "left = 2 article = pear");
  assert.deepEqual(await search(page, '{"failure":{"no":4001,"values":{"article":"plum"}}}'), ["ArticleNotFound"]);
  assert.equal(await found(page, "ArticleNotFound"), "article = plum");
});

test("a body is found in a line of a log, even as a string", async () => {
  const page = await open("vidu");
  const body = '{"code":400,"reason":"FieldInvalid","message":"invalid field: seed"}';
  assert.deepEqual(await search(page, `HTTP/1.1 400 Bad Request ${body} (12 ms)`), ["FieldInvalid"]);
  assert.deepEqual(await search(page, `level=error body=${JSON.stringify(body)}`), ["FieldInvalid"]);
});

test("a number and an old name lead to their code", async () => {
  const page = await open("shop");
  assert.equal((await search(page, "4002"))[0], "OutOfStock");
  assert.equal(await isOpen(page, "OutOfStock"), true);
  assert.equal((await search(page, "NoSuchArticle"))[0], "ArticleNotFound");
  assert.equal((await search(page, "article/missing"))[0], "ArticleNotFound");
});

test("no result says so and offers the nearest names", async () => {
  const page = await open("vidu");
  assert.equal((await search(page, "FeildLacking"))[0], "FieldLacking");
  assert.equal(await status(page), "No code says this. The nearest:");
  assert.deepEqual(await search(page, "qqqq"), []);
  assert.equal(await status(page), "No code says this. Try a part of it.");
});

test("what was found is marked", async () => {
  const page = await open("vidu");
  await search(page, "field empty");
  const marked = await page.evaluate(() => Array.from(CSS.highlights.get("found"), (range) => range.toString()));
  assert.ok(marked.includes("Field") && marked.includes("empty"), marked.join());
});

test("no text takes long, however it is made", async () => {
  const page = await open("shop");
  for (const text of ["only ".repeat(2000), "only 1 of ".repeat(900) + "left", "of left ".repeat(1200), "{".repeat(9000), `{"a":${"[".repeat(2000)}`]) {
    const start = Date.now();
    await search(page, text);
    assert.ok(Date.now() - start < 1000, text.slice(0, 20));
  }
});
