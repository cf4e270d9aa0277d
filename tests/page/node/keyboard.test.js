const assert = require("node:assert/strict");
const { test } = require("node:test");
const { isOpen, open, shown } = require("./browser");

const focused = (page) => page.evaluate(() => document.activeElement.localName === "summary" ? document.activeElement.querySelector("h3").textContent : document.activeElement.localName);

test("/ goes to the search, Enter opens the first, Esc clears", async () => {
  const page = await open("vidu");
  await page.keyboard.press("/");
  assert.equal(await focused(page), "input");
  await page.keyboard.type("throttl/");
  assert.equal(await page.inputValue("input"), "throttl/");
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Enter");
  assert.equal(await focused(page), "SystemThrottling");
  assert.equal(await isOpen(page, "SystemThrottling"), true);
  await page.keyboard.press("Escape");
  assert.equal(await page.inputValue("input"), "");
  assert.equal((await shown(page)).length, 38);
  assert.equal(await focused(page), "input");
});

test("arrows go from row to row, and back to the search", async () => {
  const page = await open("vidu", { suffix: "?retry=backoff" });
  const codes = await shown(page);
  await page.keyboard.press("/");
  for (const code of codes.slice(0, 3)) {
    await page.keyboard.press("ArrowDown");
    assert.equal(await focused(page), code);
  }
  await page.keyboard.press("Enter");
  assert.equal(await isOpen(page, codes[2]), true);
  await page.keyboard.press("ArrowUp");
  assert.equal(await focused(page), codes[1]);
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  assert.equal(await focused(page), "input");
});

test("arrows choose the language for all codes, and the choice stays", async () => {
  const page = await open("vidu", { suffix: "#FieldLacking" });
  await page.focus("#FieldLacking [role=tab][aria-selected=true]");
  await page.keyboard.press("ArrowRight");
  assert.equal(await page.isVisible("#FieldLacking .typescript"), true);
  assert.equal(await page.isVisible("#FieldLacking .rust"), false);
  await page.click("#BadRequest summary");
  assert.equal(await page.isVisible("#BadRequest .typescript"), true);
});

test("everything that can be clicked can be reached with Tab and shows where it is", async () => {
  const page = await open("shop", { suffix: "#SoldOut" });
  await page.evaluate(() => document.activeElement.blur());
  const reached = new Set();
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press("Tab");
    reached.add(await page.evaluate(() => {
      const element = document.activeElement;
      if (element !== document.body && getComputedStyle(element).outlineStyle === "none") throw new Error(`${element.outerHTML} shows no focus`);
      return [...document.querySelectorAll("*")].indexOf(element);
    }));
  }
  const missing = await page.evaluate((reached) => [...document.querySelectorAll("a, button, input, summary")]
    .filter((element) => element.checkVisibility() && !element.disabled && element.tabIndex >= 0 && !reached.includes([...document.querySelectorAll("*")].indexOf(element)))
    .map((element) => element.outerHTML), [...reached]);
  assert.deepEqual(missing, []);
});
