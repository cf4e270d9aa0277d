const assert = require("node:assert/strict");
const { test } = require("node:test");
const { open, search, shown, violations } = require("./browser");

const openAll = (page) => page.$$eval("details", (all) => all.forEach((entry) => (entry.open = true)));

for (const colorScheme of ["light", "dark"]) {
  for (const width of [1280, 320]) {
    test(`axe finds nothing, ${colorScheme}, ${width} px`, async () => {
      for (const name of ["vidu", "shop"]) {
        const page = await open(name, { colorScheme, viewport: { width, height: 800 } });
        assert.deepEqual(await violations(page), []);
        await page.$$eval("main details", (all) => all.slice(0, 8).forEach((entry) => (entry.open = true)));
        await page.waitForSelector("[role=tablist]");
        assert.deepEqual(await violations(page), []);
        await page.click("button[value='status=5xx']");
        await search(page, "unknown");
        assert.deepEqual(await violations(page), []);
      }
    });
  }
}

test("the scheme of the system is obeyed", async () => {
  const colours = async (colorScheme) => (await open("vidu", { colorScheme })).$eval("body", (body) => getComputedStyle(body).backgroundColor);
  assert.deepEqual([await colours("light"), await colours("dark")], ["rgb(255, 255, 255)", "rgb(20, 22, 27)"]);
});

test("nothing is moved for those who asked for less motion", async () => {
  const page = await open("vidu", { reducedMotion: "reduce" });
  const motion = await page.evaluate(() => [getComputedStyle(document.documentElement).scrollBehavior, getComputedStyle(document.querySelector("main summary"), "::before").transitionDuration]);
  assert.deepEqual(motion, ["auto", "0s"]);
});

for (const width of [320, 768, 1440]) {
  test(`nothing is wider than ${width} px`, async () => {
    for (const name of ["vidu", "shop", "hostile", "wide"]) {
      const page = await open(name, { viewport: { width, height: 700 } });
      await openAll(page);
      const widths = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      assert.equal(widths[0], widths[1], name);
    }
  });
}

test("without scripts everything is there and open, and nothing that needs them", async () => {
  const page = await open("shop", { javaScriptEnabled: false, viewport: { width: 1280, height: 6000 } });
  const texts = await page.locator("body").innerText();
  for (const text of ["Look the name up with find_article.", "Error::article_not_found", "error.params.article", "NoSuchArticle", "Deprecated since 2.1.0"]) {
    assert.ok(texts.includes(text), text);
  }
  assert.equal(await page.locator("input").isVisible(), false);
  assert.equal(await page.locator("#ArticleNotFound .help").isVisible(), true);
});

test("in print everything is open", async () => {
  const page = await open("shop");
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.isVisible("#ArticleNotFound .help"), true);
  assert.equal(await page.isVisible("input"), false);
  assert.ok((await page.pdf()).length > 10000);
});

test("a catalogue in order is what a reader of the source gets", async () => {
  const page = await open("shop", { javaScriptEnabled: false });
  assert.deepEqual(await page.locator("h1, h2, h3").allTextContents(), ["Shop API error codes", "Found", "Codes", "Unknown", "ArticleNotFound", "OutOfStock", "Rejected", "SignedOut", "SoldOut", "NotAvailable", "Unavailable", "Attributes"]);
});

test("a text runs in its own direction, and its neighbours in theirs", async () => {
  const page = await open("shop", { suffix: "#NotAvailable" });
  const starts = await page.evaluate(() => {
    const right = (selector) => {
      const range = document.createRange();
      range.selectNodeContents(document.querySelector(selector));
      const [text, box] = [range.getBoundingClientRect(), document.querySelector(selector).getBoundingClientRect()];
      return Math.round(box.right - text.right) < 4;
    };
    return [right("#NotAvailable .description"), right("#ArticleNotFound h3")];
  });
  assert.deepEqual(starts, [true, false]);
  assert.equal((await shown(page)).length, 8);
});
