"""A grpcio client that prints the errors of a server: one line of JSON for each request, given after the address."""

import json
import sys

import grpc
from google.protobuf import json_format, struct_pb2  # noqa: F401 (for details)
from google.rpc import error_details_pb2  # noqa: F401 (for details)
from grpc_health.v1 import health_pb2, health_pb2_grpc
from grpc_status import rpc_status

# These are the client's own or the server's, whatever the error is.
OF_TRANSPORT = ("content-type", "date", "grpc-status-details-bin")


def error(call):
    try:
        call()
    except grpc.RpcError as failure:
        # Raises if the details and the status contradict each other.
        status = rpc_status.from_call(failure)
        trailers = {name: text(value) for name, value in failure.trailing_metadata() if name not in OF_TRANSPORT}
        details = json_format.MessageToDict(status).get("details", []) if status else []
        return {"code": failure.code().name, "message": failure.details(), "details": details, "trailers": trailers}
    raise SystemExit("the server answered without an error")


def text(value):
    return value.decode() if isinstance(value, bytes) else value


address, *requests = sys.argv[1:]
with grpc.insecure_channel(address, [("grpc.enable_http_proxy", 0)]) as channel:
    stub = health_pb2_grpc.HealthStub(channel)
    for request in requests:
        message = health_pb2.HealthCheckRequest(service=request)
        in_headers = error(lambda: stub.Check(message, timeout=10))
        in_trailers = error(lambda: list(stub.Watch(message, timeout=10)))
        print(json.dumps({"in_headers": in_headers, "in_trailers": in_trailers}), flush=True)
