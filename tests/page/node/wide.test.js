const assert = require("node:assert/strict");
const { test } = require("node:test");
const { open, shown, violations } = require("./browser");

const menu = (page, label) => page.locator("search .menu", { has: page.locator(`summary:text-is("${label}")`) });

for (const width of [1280, 320]) {
  const viewport = { width, height: 640 };

  test(`filters that don't fit are in menus, ${width} px`, async () => {
    const page = await open("wide", { viewport });
    const labels = await page.locator("search .menu > summary").allTextContents();
    assert.deepEqual(labels.map((label) => label.trim()), [...Array.from({ length: 10 }, (_, at) => `kind ${at}`), "operation"]);
    assert.ok((await page.locator(".list details").first().boundingBox()).y < 340, "the codes start on the first screen");
  });

  test(`a menu opens where all of it can be reached, ${width} px`, async () => {
    const page = await open("wide", { viewport });
    for (const [label, value] of [["kind 9", "kind_9=high"], ["operation", "operation=operation_49"]]) {
      await menu(page, label).locator("summary").click();
      const box = await menu(page, label).locator("div").boundingBox();
      assert.ok(box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= 640, JSON.stringify(box));
      assert.deepEqual(await violations(page), []);
      await page.click(`button[value='${value}']`);
      await page.keyboard.press("Escape");
      assert.equal(await menu(page, label).evaluate((menu) => menu.open), false);
      assert.match(await menu(page, label).locator("summary").textContent(), /high|operation_49/);
    }
    const codes = await shown(page);
    assert.ok(codes.length > 0 && codes.length < 6, codes.join());
    assert.match(page.url(), /kind_9=high/);
  });
}
