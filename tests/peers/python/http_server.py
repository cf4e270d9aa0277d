"""Servers of several frameworks and libraries for problems, each under a path of its own."""

import logging
import socket
import sys
import threading

import connexion
import fastapi_problem.error
import fastapi_problem.handler
import fastapi_problem_details
import uvicorn
from connexion.exceptions import ProblemException
from fastapi import FastAPI, HTTPException
from pydantic import BaseModel, Field
from starlette.applications import Starlette
from starlette.routing import Mount

PAGE = "https://shop.example/errors#OutOfStock"
OUT_OF_STOCK = {"code": "OutOfStock", "article": "pen", "available": 3}


class Order(BaseModel):
    article: str
    amount: int = Field(gt=0)


def with_orders(app):
    """Routes whose errors are those of the framework itself, or of the library that has taken them over."""

    @app.post("/orders")
    def create(order: Order):
        return order

    @app.get("/not-found")
    def not_found():
        raise HTTPException(404, "order 7 not found")

    @app.get("/busy")
    def busy():
        raise HTTPException(429, "slow down", {"Retry-After": "30", "X-Request-Id": "r-1"})

    @app.get("/crash")
    def crash():
        raise RuntimeError("disk full")

    return app


def plain():
    app = with_orders(FastAPI())

    @app.get("/object")
    def with_object():
        raise HTTPException(409, {"code": "OutOfStock", "message": "only 3 of pen left"})

    return app


def problem():
    app = with_orders(FastAPI())
    fastapi_problem.handler.add_exception_handler(app, fastapi_problem.handler.new_exception_handler())

    @app.get("/code")
    def code():
        raise fastapi_problem.error.ConflictProblem("only 3 of pen left", **OUT_OF_STOCK)

    @app.get("/page")
    def page():
        raise fastapi_problem.error.Problem("Sold out", type_=PAGE, status=409, detail="only 3 of pen left")

    @app.get("/foreign")
    def foreign():
        raise fastapi_problem.error.ForbiddenProblem("not yours", account={"id": 7}, tries=[1, 2])

    return app


def problem_details():
    app = with_orders(FastAPI())
    fastapi_problem_details.init_app(app)

    @app.get("/code")
    def code():
        raise fastapi_problem_details.ProblemException(409, detail="only 3 of pen left", **OUT_OF_STOCK)

    @app.get("/page")
    def page():
        raise fastapi_problem_details.ProblemException(409, type=PAGE, detail="only 3 of pen left")

    @app.get("/foreign")
    def foreign():
        raise fastapi_problem_details.ProblemException(
            403, "Not yours", "account 7 is another's", "/not-yours", "/accounts/7", account={"id": 7}, tries=[1, 2]
        )

    return app


def of_connexion():
    order = {
        "type": "object",
        "required": ["article", "amount"],
        "properties": {"article": {"type": "string"}, "amount": {"type": "integer", "minimum": 1}},
    }

    def path(method, handler, **more):
        return {method: {"operationId": handler, "responses": {"200": {"description": "done"}}, **more}}

    body = {"content": {"application/json": {"schema": order}}, "required": True}
    handlers = {"create": lambda body: body, "code": conflict, "crash": broken}
    paths = {
        "/orders": path("post", "create", requestBody=body),
        "/code": path("get", "code"),
        "/crash": path("get", "crash"),
    }
    app = connexion.AsyncApp("shop", resolver=connexion.Resolver(handlers.get))
    app.add_api({"openapi": "3.0.3", "info": {"title": "Shop", "version": "1"}, "paths": paths})
    return app


def conflict():
    raise ProblemException(status=409, title="Sold out", detail="only 3 of pen left", ext=OUT_OF_STOCK)


def broken():
    raise RuntimeError("disk full")


def stop_at_end_of_input(server):
    # The test that started this process ends it, or closes its input.
    sys.stdin.read()
    server.should_exit = True


# The crashes are wanted.
logging.disable()
apps = {"plain": plain, "problem": problem, "problem-details": problem_details, "connexion": of_connexion}
app = Starlette(routes=[Mount(f"/{path}", make()) for path, make in apps.items()])
listener = socket.create_server(("127.0.0.1", 0))
server = uvicorn.Server(uvicorn.Config(app, log_level="critical", lifespan="off"))
threading.Thread(target=stop_at_end_of_input, args=[server], daemon=True).start()
print("127.0.0.1:{}".format(listener.getsockname()[1]), flush=True)
server.run(sockets=[listener])
