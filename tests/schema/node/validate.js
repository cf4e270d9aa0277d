// Validates catalogues against a schema: validate.js SCHEMA FILE…
// For each file a line of JSON: the places of what is wrong, such as "/codes/A/message".

const fs = require("node:fs");
const Ajv = require("ajv");
const YAML = require("yaml");

const read = (path) => fs.readFileSync(path, "utf8");

const [schema, ...files] = process.argv.slice(2);
// In strict mode Ajv takes no schema with keywords that it ignores. Here a value may be of several types.
const validate = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile(JSON.parse(read(schema)));
for (const file of files) {
  validate(YAML.parse(read(file), { stringKeys: true }));
  const places = (validate.errors ?? []).map((error) => error.instancePath);
  console.log(JSON.stringify([...new Set(places)]));
}
