// The description of an API in Swagger UI, as examples/shop-service shows it.

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { faults, visit } = require("./browser");

const { SERVICE } = process.env;
const CDN = /^https:\/\/cdn\.jsdelivr\.net\/npm\/([^@]+)@([^/]+)\/(.+)$/;

// The files of the CDN come from the package that is installed. The browser compares them with the hashes in the page.
const serveInstalled = (page) =>
  page.route(CDN, (route) => {
    const [url, name, version, file] = route.request().url().match(CDN);
    if (require(`${name}/package.json`).version !== version) faults.push(`not installed: ${url}`);
    return route.fulfill({ path: require.resolve(`${name}/${file}`), headers: { "access-control-allow-origin": "*" } });
  });

async function openViewer(options) {
  const isExpected = (url) => url.startsWith(SERVICE) || url.startsWith("data:") || CDN.test(url);
  const page = await visit(SERVICE, { isExpected, prepare: serveInstalled, ...options });
  await page.waitForSelector(".opblock .response");
  return page;
}

// For each endpoint and status what a function says about its response.
const responses = async (page, describe) => {
  const endpoints = {};
  for (const endpoint of await page.locator(".opblock").all()) {
    const texts = await endpoint.locator(".opblock-summary-method, .opblock-summary-path").allInnerTexts();
    const statuses = (endpoints[texts.join(" ").replace(/\u200b/g, "")] = {});
    for (const response of await endpoint.locator("tr.response").all()) {
      statuses[await response.locator(".response-col_status").innerText()] = await describe(response);
    }
  }
  return endpoints;
};

const CODES = {
  "GET /articles/{article}": { 200: [], 404: ["ArticleNotFound"], 503: ["DatabaseDown"] },
  "POST /orders": {
    200: [],
    400: ["OrderUnreadable"],
    404: ["ArticleNotFound"],
    409: ["OutOfStock", "SoldOut"],
    422: ["OrderInvalid"],
    503: ["DatabaseDown"],
  },
};

test("each error response shows its codes", async () => {
  const page = await openViewer();
  const named = (response) => response.locator(".response-col_description__inner code").allInnerTexts();
  assert.deepEqual(await responses(page, named), CODES);
  if (process.env.SCREENSHOT) await page.screenshot({ path: process.env.SCREENSHOT, fullPage: true });
});

test("each code has an example of its body", async () => {
  const page = await openViewer();
  const examples = async (response) => {
    const choice = response.locator(".examples-select select");
    const options = (await choice.count()) ? await choice.locator("option").evaluateAll((all) => all.map((it) => it.value)) : [];
    const reasons = [];
    for (const option of options) {
      await choice.selectOption(option);
      reasons.push(JSON.parse(await response.locator(".highlight-code code").innerText()).reason);
    }
    return reasons;
  };
  assert.deepEqual(await responses(page, examples), CODES);
});

test("an example is chosen by the name of its code", async () => {
  const page = await openViewer();
  const choice = page.locator(".opblock-post tr.response", { hasText: "OutOfStock" }).locator(".examples-select option");
  assert.match((await choice.allInnerTexts()).join("\n"), /^OutOfStock: .+\nSoldOut: .+$/);
});

test("a request that is tried out shows the error that the service sends", async () => {
  const page = await openViewer({ expectedLog: /the server responded with a status of 404/ });
  const endpoint = page.locator(".opblock-get");
  await endpoint.locator("button.try-out__btn").click();
  await endpoint.locator(".parameters input").fill("hat");
  await endpoint.locator("button.execute").click();
  const sent = await endpoint.locator(".live-responses-table .highlight-code code").first().innerText();
  assert.deepEqual(JSON.parse(sent), { code: 404, reason: "ArticleNotFound", message: "there is no article hat", metadata: { article: "hat" } });
});
