// Prints what Redocly's linter finds in OpenAPI documents, with the rules that it recommends: node lint.js FILE…
const { createConfig, lint } = require("@redocly/openapi-core");

(async () => {
  const config = await createConfig({ extends: ["recommended"] });
  for (const ref of process.argv.slice(2)) {
    for (const { severity, ruleId, message, location } of await lint({ ref, config })) {
      console.log(`${ref} ${location[0]?.pointer}: ${severity} ${ruleId}: ${message}`);
    }
  }
})();
