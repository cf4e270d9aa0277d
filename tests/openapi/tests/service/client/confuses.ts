// A client with mistakes: a code of another endpoint, and a status that no code of this one has.

import type { paths } from "./api";

type Responses = paths["/buy"]["get"]["responses"];

export function advise(error: Responses[409]["content"]["application/json"]): string {
  return error.reason === "OrderNotFound" ? "look it up" : error.message;
}

export type Gone = Responses[410];
