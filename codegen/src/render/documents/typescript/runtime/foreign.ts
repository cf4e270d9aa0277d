// What an object says that has no code: its message and its status.

/** Where programs put a message, the best place first. */
const MESSAGES = [
  "message", "detail", "title", "msg", "error_description", "error_message", "errorMessage", "errorMessages", "error_msg",
  "errmsg", "description",
];

/** Where programs put an object that says more, besides the places for messages. */
const PLACES = ["error", "errors"];

/** Where programs put the HTTP status. */
const STATUSES = ["status", "statusCode", "status_code", "code"];

const MESSAGE_NAMES = new Set(MESSAGES.map((name) => name.toLowerCase()));

const isMessage = (name: string): boolean => MESSAGE_NAMES.has(name.toLowerCase());

function foreignParts(members: Members): Parts {
  const parts = newParts(true);
  const place = ownMessage(members)?.[0];
  if (place === undefined) parts.message = innerMessage(members);
  parts.status = foreignStatus(members);
  for (const [name, value] of members) {
    if (name === place && typeof value === "string") parts.message = value;
    else if (value === "" && (name === "reason" || name === "code" || isMessage(name))) continue;
    else if (STATUSES.includes(name) && statusIn(value) !== undefined) continue;
    else if (name === "type" && value === "about:blank") continue;
    else if (name === "metadata" && isMembers(value)) parts.metadata.push(...value);
    else if (name === "errors" && isList(value)) parts.violations = value;
    else parts.metadata.push([unescaped(name), value]);
  }
  return parts;
}

function foreignMessage(members: Members): string | undefined {
  return ownMessage(members)?.[1] ?? innerMessage(members);
}

/** The last member with this name, in any case. */
function findMember(members: Members, name: string): [string, Raw] | undefined {
  return [...members].reverse().find(([member]) => member.toLowerCase() === name.toLowerCase());
}

/** The name of the message and its text. */
function ownMessage(members: Members): [string, string] | undefined {
  const isOfProblem = textIn(findMember(members, "type")?.[1]) !== undefined;
  for (const name of [...(isOfProblem ? ["detail", "title"] : []), ...MESSAGES]) {
    const [place, value] = findMember(members, name) ?? [];
    const text = textIn(value);
    if (place !== undefined && text !== undefined) return [place, text];
  }
  return undefined;
}

/** The first of the results that is there. */
function firstOf<T, R>(values: readonly T[], read: (value: T) => R | undefined): R | undefined {
  for (const value of values) {
    const result = read(value);
    if (result !== undefined) return result;
  }
  return undefined;
}

/** The message of what is in an object: of its `error`, of the first of several, or of all there is. */
const innerMessage = (members: Members): string | undefined => firstOf(innerValues(members), messageIn);

function messageIn(value: Raw): string | undefined {
  if (isList(value)) return value[0] === undefined ? undefined : messageIn(value[0]);
  if (!isMembers(value)) return textIn(value);
  return ownMessage(value)?.[1] ?? textIn(findMember(value, "reason")?.[1]) ?? innerMessage(value);
}

function foreignStatus(members: Members): number | undefined {
  const own = firstOf(STATUSES, (name) => statusIn(findMember(members, name)?.[1]));
  return own ?? firstOf(innerValues(members), innerStatus);
}

function innerStatus(value: Raw): number | undefined {
  if (isList(value)) return value[0] === undefined ? undefined : innerStatus(value[0]);
  return isMembers(value) ? foreignStatus(value) : undefined;
}

/** The values in which an object says more about its error, each once. */
function innerValues(members: Members): Raw[] {
  const places = [...MESSAGES, ...PLACES];
  const [only, second] = members;
  const isPlace = only !== undefined && (isMessage(only[0]) || PLACES.includes(only[0].toLowerCase()));
  // A lone text may be anything, such as an id.
  const isObject = only !== undefined && second === undefined && (isList(only[1]) || isMembers(only[1]));
  if (isObject && !isPlace) return [only[1]];
  return places.map((name) => findMember(members, name)?.[1] ?? null);
}
