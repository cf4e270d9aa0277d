// A client whose compiler knows the codes of an endpoint and the params of each.

import type { paths } from "./api";

type Conflict = paths["/buy"]["get"]["responses"][409]["content"]["application/json"];

export function advise(error: Conflict): string {
  switch (error.reason) {
    case "OutOfStock":
      return `${error.metadata.left} of ${error.metadata.article} are left`;
    case "BasketEmpty":
      return error.message;
  }
}
