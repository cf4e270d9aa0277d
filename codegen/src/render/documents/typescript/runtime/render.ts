/** What is wrong with one field. */
export interface Violation {
  /** The path of the field, with dots. */
  readonly field: string;
  readonly reason: string;
}

/** What the catalogue says about a code. */
export interface ErrorInfo {
  /** The HTTP status. */
  readonly status: number;
  readonly number?: number | bigint;
  /** The message: texts, and the params between them. */
  readonly message: readonly (string | { readonly param: string })[];
  readonly description?: string;
  /** What the caller can do. */
  readonly help?: string;
  /** Where the code is documented. */
  readonly docsUrl?: string;
  readonly deprecated?: true;
  /** The params that are sent. */
  readonly params: readonly string[];
  readonly attributes: Readonly<Record<string, string | number | bigint | boolean>>;
}

const infos: Readonly<Record<ErrorCode, ErrorInfo>> = errors;

/** Whether this is the name of a code. Old names are not; `parse` and `parseField` know them. */
export function isErrorCode(name: unknown): name is ErrorCode {
  return typeof name === "string" && Object.prototype.hasOwnProperty.call(infos, name);
}

type ParamsOf<C extends ErrorCode> = keyof ParamsByCode[C] extends never
  ? [params?: ParamsByCode[C]]
  : [params: ParamsByCode[C]];

/** The message of a code, as a server that uses the catalogue writes it. */
export function render<C extends ErrorCode>(code: C, ...[params]: ParamsOf<C>): string {
  return renderValues(code, new Map(Object.entries(params ?? {})));
}

const REDACTED = "[redacted]";

function renderValues(code: ErrorCode, values: ReadonlyMap<string, unknown>): string {
  const shown = (name: string): string => {
    if (sensitive.has(name)) return REDACTED;
    const value = values.get(name);
    return value === undefined ? `<${name}>` : valueText(value, types.get(name));
  };
  return infos[code].message.map((piece) => (typeof piece === "string" ? piece : shown(piece.param))).join("");
}

function valueText(value: unknown, type: ParamType | undefined): string {
  if (typeof value === "number") return type === "float" ? floatText(value) : integerText(value);
  if (!Array.isArray(value)) return String(value);
  if (type !== "violations") return value.join(", ");
  const fields = (value as readonly Violation[]).map(({ field }) => field);
  // A field with several reasons is shown once.
  return fields.filter((field, at) => at === 0 || field !== fields[at - 1]).join(", ");
}

function integerText(value: number): string {
  return Number.isInteger(value) ? BigInt(value).toString() : String(value);
}

/** In the fewest digits that give the number back, without an exponent. */
function floatText(value: number): string {
  if (Object.is(value, -0)) return "-0";
  const [mantissa = "", exponent] = String(value).split("e");
  if (exponent === undefined) return mantissa;
  const sign = mantissa.startsWith("-") ? "-" : "";
  const [whole = "", fraction = ""] = mantissa.replace("-", "").split(".");
  const places = Number(exponent);
  if (places < 0) return `${sign}0.${"0".repeat(-places - 1)}${whole}${fraction}`;
  return sign + whole + fraction.padEnd(places, "0");
}
