const assert = require("node:assert/strict");
const { test } = require("node:test");
const { faults, open, search, shown } = require("./browser");

// `browser.js` fails a test whose page prints, asks for something or shows a dialog.
test("no text of a catalogue is run, in the page or in what the script makes of it", async () => {
  const page = await open("hostile");
  const entries = await shown(page);
  await page.$$eval("details", (all) => all.forEach((entry) => (entry.open = true)));
  await page.waitForSelector("[role=tablist]");
  for (const text of ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', '{"reason":"C1","message":"<img src=x onerror=alert(1)>","metadata":{"p1":"<img src=x onerror=alert(1)>"}}', "javascript:alert(1)", "W".repeat(10000)]) {
    await search(page, text);
  }
  await search(page, "");
  assert.deepEqual(await shown(page), entries);
  assert.equal(await page.$$eval("main img, main script, main iframe", (all) => all.length), 0);
});

test("hostile addresses do nothing", async () => {
  for (const suffix of ["?q=<img src=x onerror=alert(1)>", "?status=<script>&order=x", "#<script>alert(1)</script>", "?q=%", "?__proto__=x&constructor=y"]) {
    assert.ok((await open("hostile", { suffix })) !== null);
  }
});

test("hostile bodies do nothing", async () => {
  const page = await open("shop");
  for (const text of ['{"__proto__":{"kind":"OutOfStock"},"constructor":1}', '{"failure":null}', "[[[[[]]]]]", '{"kind":{"toString":1}}', '{"reason":"__proto__"}', '{"reason":"constructor","code":"toString"}']) {
    await search(page, text);
  }
  assert.equal((await search(page, "")).length, 8);
});

test("the policy lets no other script in", async () => {
  const page = await open("vidu");
  const isBlocked = await page.evaluate(() => new Promise((resolve) => {
    document.addEventListener("securitypolicyviolation", () => resolve(true));
    const script = document.createElement("script");
    script.textContent = "window.ran = true";
    document.body.append(script);
    setTimeout(() => resolve(window.ran !== true), 500);
  }));
  assert.equal(isBlocked, true);
  // The browser says so on the console, as it should.
  assert.match(faults.pop(), /^console: .*Content Security Policy/);
});
