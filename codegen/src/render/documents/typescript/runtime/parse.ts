/** An error with this code, as it was received. */
export interface ReceivedError<C extends ErrorCode = ErrorCode> {
  /** The code; for one that the catalogue doesn't have, the fallback. */
  readonly code: C;
  /** Whether the catalogue has the received code. */
  readonly isKnown: boolean;
  /** The name of the code as received, which may be an old one or one that only a newer server knows. */
  readonly reason: string;
  /** The HTTP status: of the response, or else of the body, or else of the catalogue. */
  readonly status: number;
  /** The message as received, or else that of the catalogue. */
  readonly message: string;
  /** The params that were received. */
  readonly params: Readonly<Partial<ParamsByCode[C]>>;
  /** Everything else that was received. */
  readonly metadata: Readonly<Record<string, string>>;
}

/**
 * Reads the error in a response: `parse(response.status, await response.text())`. The body is its text, or a value that was
 * parsed from JSON. Whatever it is, this doesn't throw.
 */
export function parse(status: number, body: unknown): AnyError {
  const members = membersOf(typeof body === "string" ? parseJson(body) : body);
  const parts = members === undefined ? newParts(true) : partsOf(members);
  if (isErrorStatus(status)) parts.status = status;
  return toError(parts, status);
}

/** Reads a field that contains the name of a code or a whole error. Null and an empty text are no error. */
export function parseField(value: unknown): AnyError | undefined {
  if (value === null || value === undefined || value === "") return undefined;
  if (typeof value === "string") return toError({ ...newParts(true), reason: value }, 0);
  const members = Array.isArray(value) ? undefined : membersOf(value);
  return toError(members === undefined ? newParts(true) : partsOf(members), 0);
}

/** The value of JSON, or of what is JSON except for some characters; else `undefined`. */
function parseJson(text: string): unknown {
  for (const repair of [(json: string): string => json, repaired]) {
    try {
      return JSON.parse(withoutHalves(repair(text))) as unknown;
    } catch {
      // The next one may be JSON.
    }
  }
  return undefined;
}

/** With U+FFFD for an escaped half of a surrogate pair, which is no character. */
function withoutHalves(json: string): string {
  const escapes = /\\u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|\\u[dD][89a-fA-F][\da-fA-F]{2}|\\[^]/g;
  return json.replace(escapes, (escape) => (escape.length === 6 ? "\\ufffd" : escape));
}

/** Without a byte order mark and NULs at the end, with spaces for control characters, and with texts for `NaN` and such. */
function repaired(text: string): string {
  const body = trimEnd(text.replace(/^\ufeff/, ""), "\0");
  const parts = /"(?:[^"\\]|\\[^])*"?|[-+]?(?:NaN|Infinity|inf)\b/g;
  const control = /[\u0000-\u001f]/g;
  return body.replace(parts, (part) => (part.startsWith('"') ? part.replace(control, " ") : `"${part}"`));
}

/** Whether there is no metadata beside a message, except for ids of the request that it doesn't show. */
function comesAlone(message: string, metadata: readonly [string, Raw][]): boolean {
  const ids = ["traceid", "spanid", "traceparent", "requestid", "xrequestid", "correlationid", "xcorrelationid"];
  const isId = (key: string): boolean => ids.includes(key.replace(/[^A-Za-z]/g, "").toLowerCase());
  return metadata.every(([key, value]) => value === null || (typeof value === "string" && isId(key) && !message.includes(value)));
}

function fallbackFor(status: number | undefined): ErrorCode | undefined {
  const ofStatus = fallbacks.find(([first, last]) => status !== undefined && first <= status && status <= last);
  return ofStatus?.[2] ?? fallback;
}

function toError(parts: Parts, responseStatus: number): AnyError {
  const received = parts.reason ?? "";
  const known = codeNamed(received);
  const ofFallback = known === undefined && fallback !== undefined ? statusIn(infos[fallback].status) : undefined;
  const status = parts.status ?? ofFallback;
  const code = known ?? fallbackFor(status);
  const info: ErrorInfo | undefined = code === undefined ? undefined : infos[code];
  const names = info?.params ?? [];
  const { params, metadata, hasParams, hasSecrets } = sortValues(parts, names);
  const isSecret = hasSecrets || (known !== undefined && secretCodes.has(known));
  const message = isSecret ? undefined : textIn(parts.message);
  // Whoever sends some values sends all; and the template of an unknown code is unknown too.
  if (known !== undefined && message !== undefined && !hasParams && comesAlone(message, parts.metadata)) {
    for (const [name, value] of paramsOfMessage(known, message)) params.set(name, value);
  }
  const fields = { params: Object.fromEntries(params), metadata: Object.fromEntries(metadata) };
  const common = { code, isKnown: known !== undefined, reason: received === "" ? (code ?? "") : received, ...fields };
  const shown = message ?? (code === undefined ? "" : renderValues(code, params));
  return { ...common, status: status ?? info?.status ?? responseStatus, message: shown } as unknown as AnyError;
}

/** The values among the params of a code, and all others. What has the name of a sensitive param is dropped. */
function sortValues(parts: Parts, names: readonly string[]) {
  const params = new Map<string, unknown>();
  const metadata = new Map<string, string>();
  let [hasParams, hasSecrets] = [false, false];
  const violations = names.find((name) => types.get(name) === "violations") ?? secretViolations ?? "errors";
  const last: [string, Raw][] = parts.violations === undefined ? [] : [[violations, parts.violations]];
  for (const [name, raw] of [...parts.others, ...parts.metadata, ...last]) {
    if (sensitive.has(name)) {
      hasSecrets = true;
    } else if (names.includes(name)) {
      hasParams = true;
      const value = typedValue(raw, types.get(name), parts.isText);
      if (value === undefined) params.delete(name);
      else params.set(name, value);
    } else {
      const text = metadataText(raw);
      metadata.delete(name);
      if (text !== undefined) metadata.set(name, text);
    }
  }
  return { params, metadata, hasParams, hasSecrets };
}
