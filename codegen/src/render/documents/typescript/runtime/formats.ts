// What a body says about an error, in any of the formats that errors are written in.

interface Parts {
  reason?: string | undefined;
  status?: number | undefined;
  message?: string | undefined;
  metadata: [string, Raw][];
  /** What the format has no place for. */
  others: [string, Raw][];
  violations?: Raw;
  /** Whether the metadata contains only texts, so that a text can also be a number, a boolean or a list. */
  isText: boolean;
}

const newParts = (isText: boolean): Parts => ({ metadata: [], others: [], isText });

const codeNamed = (name: string): ErrorCode | undefined => (isErrorCode(name) ? name : aliases.get(name));

/** The code that is documented at this address. */
function codeWithPage(url: string): ErrorCode | undefined {
  const start = `${docsUrl ?? ""}#`;
  const named = docsUrl !== undefined && url.startsWith(start) ? codeNamed(url.slice(start.length)) : undefined;
  if (named !== undefined) return named;
  return (Object.keys(infos) as ErrorCode[]).find((code) => infos[code].docsUrl === url);
}

const OF_PROBLEM = ["type", "title", "status", "detail", "instance", "code"];

/** Whether a param or metadata with this name gets a `_` appended in a problem. */
function isTaken(name: string): boolean {
  const plain = trimEnd(name, "_");
  return OF_PROBLEM.includes(plain) || plain === "errors";
}

const unescaped = (name: string): string => (name.endsWith("_") && isTaken(name) ? name.slice(0, -1) : name);

/** Whether a member is read even if there are too many others. */
function isNeeded(name: string): boolean {
  return ["reason", "metadata", "details", "error"].includes(name) || isTaken(name) || isMessage(name) || types.has(name);
}

function partsOf(members: Members): Parts {
  const own = envelopeParts(members) ?? statusParts(members);
  if (own !== undefined) return own;
  if (isProblem(members)) return problemParts(textIn(members.get("code")), members);
  const reason = textIn(members.get("reason")) ?? textIn(members.get("code"));
  if (reason !== undefined) return kratosParts(reason, members);
  const code = codeWithPage(textIn(members.get("type")) ?? "");
  return code === undefined ? foreignParts(members) : problemParts(code, members);
}

/** Whether the code is in `code` rather than in `reason`, and the params are members. */
function isProblem(members: Members): boolean {
  const code = members.get("code");
  if (typeof code !== "string") return false;
  const has = (name: string): boolean => members.has(name);
  const hasMetadata = isMembers(members.get("metadata"));
  const hasAny = ["type", "title", "detail"].some(has);
  if (code === "") return ["type", "status", "detail"].every(has);
  if (textIn(members.get("reason")) === undefined) return hasAny || (writesProblems && !hasMetadata);
  const hasMessage = textIn(members.get("message")) !== undefined;
  return ["type", "title", "status"].every(has) || (hasAny && !hasMetadata && !hasMessage);
}

/** `{"code": 400, "reason": "…", "message": "…", "metadata": {…}}` */
function kratosParts(reason: string, members: Members): Parts {
  const parts = { ...newParts(true), reason };
  const hasMessage = textIn(members.get("message")) !== undefined;
  const code = members.get("code");
  const hasStatus = typeof code === "number" && isErrorStatus(code);
  for (const [name, value] of members) {
    const status = statusIn(value);
    const isText = typeof value === "string";
    if ((name === "code" || name === "reason") && isText) continue;
    else if (name === "code") parts.status = status ?? parts.status;
    else if (name === "status" && !hasStatus && status !== undefined) parts.status = status;
    else if (name === "message" && isText) parts.message = value;
    else if (name === "detail" && isText && !hasMessage) parts.message = value;
    else if (name === "metadata" && isMembers(value)) parts.metadata = [...value];
    else if (name === "metadata" && value === null) parts.metadata = [];
    else parts.others.push([name, value]);
  }
  // That of a known code is in the catalogue.
  if (codeNamed(reason) === undefined) parts.message ??= foreignMessage(new Map(parts.others));
  return parts;
}

/** `{"type": "…", "title": "…", "status": 400, "detail": "…", "code": "…", …}`; the others are params and metadata. */
function problemParts(reason: string | undefined, members: Members): Parts {
  const parts = { ...newParts(false), reason };
  const known = codeNamed(reason ?? "");
  const code = known ?? fallback;
  const params: readonly string[] = code === undefined ? [] : infos[code].params;
  const hasDetail = typeof members.get("detail") === "string";
  for (const [name, value] of members) {
    const isText = typeof value === "string";
    const isPageOrTitle = name === "type" || name === "title";
    if (name === "code" && isText) continue;
    else if (name === "status") parts.status = statusIn(value);
    else if (name === "detail" && isText) parts.message = value;
    else if (name === "message" && isText && !hasDetail) parts.message = value;
    // A known code has those of the catalogue.
    else if (isPageOrTitle && known !== undefined) continue;
    else if (name === "type" && value === "about:blank") continue;
    // A param with one of these names is sent with a `_`.
    else if ((isPageOrTitle || name === "instance") && params.includes(name)) continue;
    else if (name === "errors" && isList(value)) parts.violations = value;
    else parts.metadata.push([unescaped(name), value]);
  }
  if (known === undefined) parts.message ??= foreignMessage(new Map(parts.metadata));
  return parts;
}

/** What the catalogue's own object says, if it is there. */
function envelopeParts(members: Members): Parts | undefined {
  if (envelope === undefined) return undefined;
  const parts = newParts(true);
  const object = objectAt(members, envelope.at, parts.others);
  const has = (name: string | undefined): boolean => name !== undefined && members.has(name);
  if (object === undefined) return undefined;
  if (envelope.at.length === 0 && !has(envelope.code) && !has(envelope.number)) return undefined;
  let number: number | undefined;
  for (const [name, value] of object) {
    if (name === envelope.code && typeof value === "string") parts.reason = textIn(value);
    else if (name === envelope.message && typeof value === "string") parts.message = value;
    else if (name === envelope.params && isMembers(value)) parts.metadata = [...value];
    else if (name === envelope.number) number = typeof value === "number" && Number.isInteger(value) ? value : undefined;
    else if (name === envelope.status) parts.status = statusIn(value);
    else parts.others.push([name, value]);
  }
  if (number !== undefined && codeNamed(parts.reason ?? "") === undefined) {
    parts.reason = numbers.get(number) ?? parts.reason ?? integerText(number);
  }
  return parts;
}

/** The object at the end of a path; what is around it goes to `around`. */
function objectAt(members: Members, path: readonly string[], around: [string, Raw][]): Members | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return members;
  const value = members.get(step);
  around.push(...[...members].filter(([name]) => name !== step));
  if (isMembers(value)) return objectAt(value, rest, around);
  const first = isList(value) && rest[0] === "0" ? value[0] : undefined;
  return isMembers(first) ? objectAt(first, rest.slice(1), around) : undefined;
}
