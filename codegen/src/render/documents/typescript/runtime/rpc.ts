// A `google.rpc.Status` as JSON, as grpc-gateway, Google's APIs and Connect write it.

const ERROR_INFO = "google.rpc.ErrorInfo";
const BAD_REQUEST = "google.rpc.BadRequest";

/** What the status says, in itself or in `error`, if one of its details is an `ErrorInfo` of this catalogue. */
function statusParts(members: Members): Parts | undefined {
  const inner = members.get("error");
  const holder = isMembers(inner) ? inner : members;
  const value = holder.get("details");
  const details = isList(value) ? value.filter(isMembers) : [];
  if (!details.some(isOwnInfo)) return undefined;
  const message = holder.get("message");
  const parts: Parts = { ...newParts(true), status: statusIn(holder.get("code")) };
  if (typeof message === "string") parts.message = message;
  for (const detail of details) {
    const contents = contentsOf(detail);
    const [reason, metadata, violations] = ["reason", "metadata", "fieldViolations"].map((name) => contents.get(name));
    if (parts.reason === undefined && isOwnInfo(detail)) {
      parts.reason = textIn(reason);
      if (isMembers(metadata)) parts.metadata = [...metadata];
    }
    if (isList(violations)) parts.violations = violations;
  }
  return parts;
}

/** The type of a detail, without a host. */
function kindOf(detail: Members): string | undefined {
  return (textIn(detail.get("@type")) ?? textIn(detail.get("type")))?.split("/").pop();
}

function isOwnInfo(detail: Members): boolean {
  if (kindOf(detail) !== ERROR_INFO) return false;
  const info = contentsOf(detail);
  const ofDomain = textIn(info.get("domain"));
  return textIn(info.get("reason")) !== undefined && (ofDomain === undefined || ofDomain === domain);
}

/** The members of a detail, which Connect puts in `value`, encoded, and for people in `debug`. */
function contentsOf(detail: Members): Members {
  const debug = detail.get("debug");
  return decoded(detail) ?? (isMembers(debug) ? debug : detail);
}

/** What is encoded in `value`. */
function decoded(detail: Members): Members | undefined {
  const kind = kindOf(detail);
  const value = textIn(detail.get("value"));
  if (value === undefined || (kind !== ERROR_INFO && kind !== BAD_REQUEST)) return undefined;
  const message = base64Bytes(value);
  if (message === undefined) return undefined;
  if (kind === BAD_REQUEST) {
    const violation = (bytes: string): Members =>
      new Map([["field", protobufText(bytes, 1)], ["description", protobufText(bytes, 2)]]);
    return new Map([["fieldViolations", protobufFields(message, 1).slice(0, MAX_VALUES).map(violation)]]);
  }
  const entry = (bytes: string): [string, Raw] => [protobufText(bytes, 1), protobufText(bytes, 2)];
  return new Map<string, Raw>([
    ["reason", protobufText(message, 1)],
    ["domain", protobufText(message, 2)],
    ["metadata", new Map(protobufFields(message, 3).map(entry))],
  ]);
}

/** The contents of the fields of a message that have this number, with a character for each byte. */
function protobufFields(message: string, number: number): string[] {
  const found: string[] = [];
  let at = 0;
  const varint = (): number => {
    for (let value = 0, scale = 1; at < message.length && scale < 2 ** 49; scale *= 128) {
      const byte = message.charCodeAt(at++);
      value += (byte % 128) * scale;
      if (byte < 128) return value;
    }
    return NaN;
  };
  while (at < message.length) {
    const key = varint();
    const kind = key % 8;
    const length = kind === 0 ? varint() * 0 : kind === 1 ? 8 : kind === 2 ? varint() : kind === 5 ? 4 : NaN;
    // Anything from here on can't be read.
    if (!(at + length <= message.length)) return found;
    if (kind === 2 && Math.floor(key / 8) === number) found.push(message.slice(at, at + length));
    at += length;
  }
  return found;
}

/** A field with a text; `""` if there is none. */
function protobufText(message: string, number: number): string {
  const bytes = protobufFields(message, number).pop() ?? "";
  try {
    return decodeURIComponent(bytes.replace(/[^]/g, (byte) => `%${byte.charCodeAt(0).toString(16).padStart(2, "0")}`));
  } catch {
    return bytes.replace(/[\u0080-\u00ff]/g, "\ufffd");
  }
}

/** The bytes in base64, with or without padding, with a character for each. */
function base64Bytes(text: string): string | undefined {
  const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  let [bytes, bits, length] = ["", 0, 0];
  for (const char of trimEnd(text, "=").replace(/-/g, "+").replace(/_/g, "/")) {
    const digit = digits.indexOf(char);
    if (digit < 0) return undefined;
    bits = (bits % 256) * 64 + digit;
    length += 6;
    if (length >= 8) {
      length -= 8;
      bytes += String.fromCharCode((bits >> length) % 256);
    }
  }
  return bytes;
}
