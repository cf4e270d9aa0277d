// Prints the problems at these URLs as http-problem-details reads them: one line of JSON for each.

"use strict";

const { ProblemDocument } = require("http-problem-details");

async function read(url) {
  const response = await fetch(url, { signal: AbortSignal.timeout(10_000) });
  const { type, title, status, detail, instance, ...extension } = await response.json();
  const problem = new ProblemDocument({ type, title, status, detail, instance }, extension);
  const headers = {};
  for (const name of ["content-type", "retry-after", "x-request-id"]) {
    if (response.headers.has(name)) {
      headers[name] = response.headers.get(name);
    }
  }
  return { status: response.status, headers, problem };
}

(async () => {
  for (const url of process.argv.slice(2)) {
    console.log(JSON.stringify(await read(url)));
  }
})();
