// Reads errors with a generated module: node read.mjs MODULE, then lines of {status, body} or {field}.
// Prints what each says, or null for no error.
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const { errors, parse, parseField, render } = await import(pathToFileURL(process.argv[2]));

// JSON has no number for the others.
const inJson = (_, value) => (typeof value === "number" && !Number.isFinite(value) ? String(value) : value);

for await (const line of createInterface({ input: process.stdin })) {
  const { status, body, field } = JSON.parse(line);
  const error = body === undefined ? parseField(field) : parse(status, body);
  const isWhole = error && errors[error.code].params.every((param) => param in error.params);
  const rendered = isWhole ? render(error.code, error.params) : null;
  console.log(JSON.stringify(error ? { ...error, rendered } : null, inJson));
}
