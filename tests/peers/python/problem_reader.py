"""Prints the problems at these URLs as httpx and fastapi-problem-details read them: one line of JSON for each."""

import json
import sys

import httpx
from fastapi_problem_details import Problem

with httpx.Client(timeout=10, trust_env=False) as client:
    for url in sys.argv[1:]:
        response = client.get(url)
        problem = Problem.model_validate_json(response.content).model_dump(exclude_none=True)
        headers = {name: response.headers.get(name) for name in ("content-type", "retry-after", "x-request-id")}
        headers = {name: value for name, value in headers.items() if value is not None}
        print(json.dumps({"status": response.status_code, "headers": headers, "problem": problem}), flush=True)
