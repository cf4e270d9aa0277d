// An editor that asks yaml-language-server about the text of a catalogue.

const assert = require("node:assert/strict");
const { spawn } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");
const { after, before } = require("node:test");
const { pathToFileURL } = require("node:url");
const { StreamMessageReader, StreamMessageWriter, createMessageConnection } = require("vscode-jsonrpc/node");

// Nothing is loaded from the network: schemas are those that a file names.
const SETTINGS = { completion: true, hover: true, schemaStore: { enable: false }, validate: true };

let server;
let connection;
const waiting = new Map();
const complaints = [];

before(async () => {
  const program = path.join(path.dirname(require.resolve("yaml-language-server/package.json")), "bin/yaml-language-server");
  server = spawn(process.execPath, [program, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  connection = createMessageConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
  connection.onRequest("workspace/configuration", ({ items }) => items.map(({ section }) => (section === "yaml" ? SETTINGS : {})));
  connection.onRequest("client/registerCapability", () => null);
  connection.onNotification("window/showMessage", ({ message }) => complaints.push(message));
  connection.onNotification("textDocument/publishDiagnostics", ({ uri, diagnostics }) => waiting.get(uri)?.(diagnostics));
  connection.listen();
  const textDocument = { completion: { completionItem: { documentationFormat: ["plaintext"], snippetSupport: true } } };
  await connection.sendRequest("initialize", { processId: process.pid, rootUri: null, capabilities: { textDocument, workspace: { configuration: true } } });
  await connection.sendNotification("initialized", {});
});

after(() => {
  connection.dispose();
  server.kill();
  assert.deepEqual(complaints, []);
});

let opened = 0;

// Opens a text in which `‸` is the cursor, if there is one, as a new file in this folder.
async function open(marked) {
  const uri = pathToFileURL(path.join(process.cwd(), `${(opened += 1)}.yaml`)).href;
  const [before, rest] = marked.split("‸");
  const text = before + (rest ?? "");
  const position = { line: before.split("\n").length - 1, character: before.length - before.lastIndexOf("\n") - 1 };
  const published = new Promise((resolve) => waiting.set(uri, resolve));
  await connection.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId: "yaml", version: 1, text } });
  const diagnostics = await published;
  const ask = (what) => connection.sendRequest(`textDocument/${what}`, { textDocument: { uri }, position });
  return {
    // What is wrong: the text at its place, and the message.
    mistakes: diagnostics.map(({ range: { start, end }, message }) => [text.split("\n")[start.line].slice(start.character, end.character), message]),
    // What can be written at the cursor, with what is said about it.
    completions: async () => new Map((await ask("completion")).items.map(({ label, documentation }) => [label, documentation])),
    hover: async () => (await ask("hover"))?.contents.value,
  };
}

const read = (name) => fs.readFileSync(path.join(process.cwd(), name), "utf8");

module.exports = { open, read };
