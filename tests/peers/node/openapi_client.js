// Generates the types of an OpenAPI document, compiles a client that uses them, and prints what the compiler says: one line
// of JSON for each mistake.

"use strict";

const fs = require("node:fs");
const path = require("node:path");

const { default: openapiTS, astToString } = require("openapi-typescript");
const ts = require("typescript");

async function main(document, client) {
  const types = astToString(await openapiTS(JSON.parse(fs.readFileSync(document, "utf8"))));
  const folder = path.dirname(document);
  fs.writeFileSync(path.join(folder, "api.d.ts"), types);
  const program = path.join(folder, path.basename(client));
  fs.copyFileSync(client, program);
  const compiled = ts.createProgram([program], { strict: true, noEmit: true, types: [], lib: ["lib.es2022.d.ts"] });
  for (const found of ts.getPreEmitDiagnostics(compiled)) {
    const { line } = found.file ? ts.getLineAndCharacterOfPosition(found.file, found.start) : {};
    console.log(JSON.stringify({ line: line + 1, message: ts.flattenDiagnosticMessageText(found.messageText, "\n") }));
  }
}

main(...process.argv.slice(2));
