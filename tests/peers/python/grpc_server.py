"""A grpcio server that fails with the google.rpc.Status that a request asks for, as JSON."""

import json
import sys
from concurrent import futures

import grpc
from google.protobuf import json_format, struct_pb2  # noqa: F401 (for details)
from google.rpc import error_details_pb2, status_pb2  # noqa: F401 (for details)
from grpc_health.v1 import health_pb2, health_pb2_grpc
from grpc_status import rpc_status

CODES = {code.value[0]: code for code in grpc.StatusCode}


class Failing(health_pb2_grpc.HealthServicer):
    def Check(self, request, context):
        fail(json.loads(request.service), context)

    def Watch(self, request, context):
        yield health_pb2.HealthCheckResponse()
        fail(json.loads(request.service), context)


def fail(wanted, context):
    trailers = wanted.pop("trailers", {}).items()
    trailers = tuple((name, value.encode() if name.endswith("-bin") else value) for name, value in trailers)
    status = json_format.ParseDict(wanted, status_pb2.Status())
    if not status.details:
        context.set_trailing_metadata(trailers)
        context.abort(CODES[status.code], status.message)
    answer = rpc_status.to_status(status)
    context.abort_with_status(answer._replace(trailing_metadata=answer.trailing_metadata + trailers))


server = grpc.server(futures.ThreadPoolExecutor(max_workers=4))
health_pb2_grpc.add_HealthServicer_to_server(Failing(), server)
port = server.add_insecure_port("127.0.0.1:0")
server.start()
print(f"127.0.0.1:{port}", flush=True)
# The test that started this process ends it, or closes its input.
sys.stdin.read()
server.stop(grace=None)
