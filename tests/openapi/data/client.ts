// A client of the shop that compiles only if the types narrow by the code, with its params.

import type { paths } from "./api";

type Responses = paths["/buy"]["get"]["responses"];
type Conflict = Responses[409]["content"]["application/json"];

export function advice(error: Conflict): string {
  switch (error.reason) {
    case "OutOfStock":
      return `only ${error.metadata.left} of ${error.metadata.article} left`;
    case "BasketEmpty":
      // @ts-expect-error: this code has no such param.
      return error.metadata.article;
    // @ts-expect-error: the operation can't answer with this code.
    case "ArticleNotFound":
      return "";
    default: {
      // All codes of the status are treated.
      const rest: never = error;
      return rest;
    }
  }
}

export const status: 402 = ({} as Responses[402]["content"]["application/json"]).code;

// @ts-expect-error: the operation has no code with this status.
export type NotFound = Responses[404];
