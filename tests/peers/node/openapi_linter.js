// Prints what Redocly's recommended rules find in OpenAPI documents: one line of JSON for each finding.

"use strict";

const { execFileSync } = require("node:child_process");
const path = require("node:path");

const linter = path.join(path.dirname(require.resolve("@redocly/cli/package.json")), "bin/cli.js");
const env = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
// What the service's author decides, and no error response has to do with.
const skipped = ["security-defined", "operation-summary", "tag-description"];

for (const document of process.argv.slice(2)) {
  const args = [linter, "lint", document, "--format=json", "--extends=recommended"];
  let output;
  try {
    output = execFileSync(process.execPath, [...args, ...skipped.map((rule) => `--skip-rule=${rule}`)], { env, stdio: ["ignore", "pipe", "ignore"] });
  } catch (failed) {
    output = failed.stdout;
  }
  for (const problem of JSON.parse(output).problems) {
    console.log(JSON.stringify({ rule: problem.ruleId, message: problem.message, at: problem.location[0]?.pointer }));
  }
}
