"""Validates OpenAPI documents against the specification of their version: validate.py FILE…"""

import sys

from openapi_spec_validator import validate
from openapi_spec_validator.readers import read_from_filename

for path in sys.argv[1:]:
    document, base_uri = read_from_filename(path)
    validate(document, base_uri=base_uri)
