const assert = require("node:assert/strict");
const { test } = require("node:test");
const { address, isOpen, open, search, shown, status } = require("./browser");

// The page is laid out, and then scrolled, some time after the entry is focused.
const waitForView = (page, name) =>
  page.waitForFunction((id) => {
    const { top } = document.getElementById(id).getBoundingClientRect();
    return top >= 0 && top < innerHeight / 2;
  }, name);

test("a link opens its code, marks it and brings it into view", async () => {
  const page = await open("vidu", { suffix: "#Unknown" });
  assert.equal(await isOpen(page, "Unknown"), true);
  assert.equal(await page.$eval("#Unknown", (entry) => entry.classList.contains("marked")), true);
  await page.waitForFunction(() => document.activeElement.parentElement.id === "Unknown");
  await waitForView(page, "Unknown");
});

test("an old name leads to today's code", async () => {
  for (const suffix of ["#NoSuchArticle", "#article/missing", "#article%2Fmissing"]) {
    const page = await open("shop", { suffix });
    assert.equal(await isOpen(page, "ArticleNotFound"), true);
    assert.match(await status(page), /is now ArticleNotFound\./);
  }
});

test("a link to a code that is hidden shows it", async () => {
  const page = await open("vidu", { suffix: "?status=5xx" });
  await page.evaluate(() => (location.hash = "#FieldLacking"));
  await page.waitForFunction(() => document.getElementById("FieldLacking").open);
  assert.equal((await shown(page)).includes("FieldLacking"), true);
  await search(page, "task");
  await page.evaluate(() => (location.hash = "#Unauthorized"));
  await page.waitForFunction(() => document.getElementById("Unauthorized").open);
  assert.equal((await shown(page)).includes("Unauthorized"), true);
});

test("a link to nothing does nothing", async () => {
  for (const suffix of ["#Nothing", "#%", "#"]) assert.equal((await shown(await open("vidu", { suffix }))).length, 38);
});

test("a deprecated code leads to what to use instead", async () => {
  const page = await open("shop", { suffix: "#SoldOut" });
  assert.equal(await page.textContent("#SoldOut .warning"), "Deprecated since 2.1.0. Use OutOfStock instead. It didn't say how many are left.");
  await page.click("#SoldOut .warning a");
  await page.waitForFunction(() => document.getElementById("OutOfStock").open);
});

test("links, codes and blocks are copied with one click", async () => {
  const page = await open("vidu", { suffix: "?status=4xx#FieldLacking", permissions: ["clipboard-read", "clipboard-write"] });
  const copied = async (button) => {
    await page.click(`#FieldLacking button:text-is("${button}"):visible`);
    await page.waitForSelector('button:text-is("Copied")');
    return page.evaluate(() => navigator.clipboard.readText());
  };
  assert.equal(await copied("Copy link"), address("vidu") + "#FieldLacking");
  assert.equal(await copied("Copy code"), "FieldLacking");
  await page.click("#FieldLacking [role=tablist] + .copy");
  await page.waitForFunction(() => document.querySelector("#FieldLacking [role=tablist] + .copy").textContent === "Copied");
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^let error = Error::field_lacking\(\[.*\]\);\n/);
});
