// A server of problems as http-problem-details writes them.

"use strict";

const { createServer } = require("node:http");
const { ProblemDocument, ProblemDocumentExtension } = require("http-problem-details");

const outOfStock = { code: "OutOfStock", article: "pen", available: 3 };
const detail = "only 3 of pen left";

const problems = {
  "/code": () => new ProblemDocument({ status: 409, detail }, new ProblemDocumentExtension(outOfStock)),
  "/page": () => new ProblemDocument({ type: "https://shop.example/errors#OutOfStock", status: 409, detail }),
  "/foreign": () =>
    new ProblemDocument(
      { type: "/not-yours", title: "Not yours", status: 403, detail: "account 7 is another's", instance: "/accounts/7" },
      { account: { id: 7 }, tries: [1, 2], owner: null },
    ),
  "/status": () => new ProblemDocument({ status: 503 }),
  "/nothing": () => new ProblemDocument({}),
};

const server = createServer((request, response) => {
  const problem = problems[request.url]();
  response.writeHead(problem.status ?? 500, { "content-type": "application/problem+json" });
  response.end(JSON.stringify(problem));
});
server.listen(0, "127.0.0.1", () => console.log(`127.0.0.1:${server.address().port}`));
// The test that started this process ends it, or closes its input.
process.stdin.resume().on("end", () => process.exit());
