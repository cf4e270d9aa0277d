"""Prints what is wrong with OpenAPI documents: one line of JSON for each mistake."""

import json
import sys

from openapi_spec_validator import OpenAPIV31SpecValidator

for path in sys.argv[1:]:
    with open(path, encoding="utf-8") as file:
        document = json.load(file)
    for error in OpenAPIV31SpecValidator(document).iter_errors():
        print(json.dumps({"at": list(error.absolute_path), "message": error.message}))
