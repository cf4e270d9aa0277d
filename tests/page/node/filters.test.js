const assert = require("node:assert/strict");
const { test } = require("node:test");
const { address, open, search, shown, status } = require("./browser");

const press = (page, value) => page.click(`button[value="${value}"]`);
const count = (page, value) => page.textContent(`button[value="${value}"] small`);

test("values of one property add up, those of several narrow down", async () => {
  const page = await open("vidu");
  await press(page, "status=5xx");
  const failures = await shown(page);
  assert.deepEqual(failures, ["InternalServiceFailure", "Unknown"]);
  await press(page, "status=4xx");
  assert.equal((await shown(page)).length, 38);
  await press(page, "status=4xx");
  await press(page, "retry=backoff");
  assert.deepEqual(await shown(page), failures);
  await press(page, "status=5xx");
  assert.equal((await shown(page)).length, 6);
  assert.equal(await status(page), "6 of 38 codes");
});

test("a toggle says how many codes it would leave", async () => {
  const page = await open("vidu");
  assert.equal(await count(page, "retry=backoff"), "6");
  await press(page, "status=5xx");
  assert.equal(await count(page, "retry=backoff"), "2");
  assert.equal(await page.isDisabled('button[value="retry=after_fix"]'), true);
});

test("operations, attributes of any type and deprecation are filters", async () => {
  const page = await open("shop");
  await press(page, "operation=buy");
  assert.deepEqual(await shown(page), ["Unknown", "ArticleNotFound", "OutOfStock", "Rejected", "SignedOut"]);
  await press(page, "team=stock");
  assert.deepEqual(await shown(page), ["ArticleNotFound", "OutOfStock"]);
  const other = await open("shop");
  await press(other, "deprecated=yes");
  assert.deepEqual(await shown(other), ["SoldOut"]);
});

test("what is shown is in the address, and is shown again from it", async () => {
  const page = await open("vidu");
  await press(page, "retry=after_action");
  await press(page, "status=4xx");
  await search(page, "model");
  const expected = await shown(page);
  assert.deepEqual(expected, ["ModelUnavailable"]);
  await page.waitForURL(address("vidu") + "?status=4xx&retry=after_action&q=model");
  const other = await open("vidu", { suffix: "?status=4xx&retry=after_action&q=model" });
  assert.deepEqual(await shown(other), expected);
  assert.equal(await other.inputValue("input"), "model");
});

test("a pasted body is not in the address", async () => {
  const page = await open("vidu");
  await search(page, "field");
  await page.waitForURL(/q=field/);
  await search(page, '{"reason":"FieldLacking","metadata":{"fields":"secret"}}');
  await page.waitForURL((url) => url.search === "");
  assert.equal(page.url(), address("vidu"));
});

test("what the filters hide is said", async () => {
  const page = await open("vidu");
  await press(page, "status=5xx");
  assert.deepEqual(await search(page, "field is missing or empty: seed"), []);
  assert.equal(await status(page), "0 codes; 1 more without the filters");
});

test("codes are grouped by status, and ungrouped again", async () => {
  const page = await open("shop");
  const order = await shown(page);
  await press(page, "order=status");
  const headings = await page.$$eval(".list > h2", (all) => all.map((it) => it.textContent));
  assert.deepEqual(headings, ["Codes", "401 Unauthorized 1", "404 Not Found 1", "409 Conflict 3", "422 Unprocessable Content 1", "500 Internal Server Error 1", "503 Service Unavailable 1"]);
  assert.deepEqual((await shown(page)).slice(0, 3), ["SignedOut", "ArticleNotFound", "OutOfStock"]);
  await search(page, "stock");
  await search(page, "");
  assert.deepEqual((await shown(page)).slice(0, 3), ["SignedOut", "ArticleNotFound", "OutOfStock"]);
  await press(page, "order=status");
  assert.deepEqual(await shown(page), order);
});

test("headings of groups without codes are hidden", async () => {
  const page = await open("shop", { suffix: "?order=status&status=5xx" });
  const headings = await page.$$eval(".list > h2:not(.unseen)", (all) => all.filter((it) => it.checkVisibility()).map((it) => it.textContent));
  assert.deepEqual(headings, ["500 Internal Server Error 1", "503 Service Unavailable 1"]);
});

test("setting a filter moves nothing above the list", async () => {
  const page = await open("vidu");
  const place = () => page.$eval(".list", (list) => list.getBoundingClientRect().top);
  const before = await place();
  await press(page, "status=4xx");
  assert.equal(await place(), before);
});
