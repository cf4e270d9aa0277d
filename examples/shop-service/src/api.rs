//! The endpoints, and their description.

use axum::extract::rejection::JsonRejection;
use axum::extract::{Path, State};
use axum::response::Html;
use axum::routing::{get, post};
use axum::{Json, Router};
use utoipa::OpenApi;
use validator::Validate;

use crate::errors::operations::{ErrorOf, FindArticleError, Operation, OrderError};
use crate::errors::{ErrorComponents, LogLevel, ResultExt};
use crate::order::{Article, Order};
use crate::stock::Stock;

/// The service with all its routes.
pub fn router(stock: Stock) -> Router {
    Router::new()
        .route("/articles/{article}", get(find_article))
        .route("/orders", post(order))
        .route("/openapi.json", get(async || Json(Api::openapi())))
        .route("/", get(async || Html(include_str!("viewer.html"))))
        .with_state(stock)
}

#[derive(OpenApi)]
#[openapi(info(title = "Shop API"), paths(find_article, order), modifiers(&ErrorComponents))]
struct Api;

/// Says how many of an article are left.
#[utoipa::path(
    get,
    path = "/articles/{article}",
    params(("article" = String, description = "the name of the article")),
    responses((status = 200, description = "the article", body = Article), FindArticleError)
)]
async fn find_article(
    State(stock): State<Stock>,
    Path(article): Path<String>,
) -> Result<Json<Article>, FindArticleError> {
    stock.find(article).await.map(Json).inspect_err(log)
}

/// Takes articles out of the stock.
#[utoipa::path(
    post,
    path = "/orders",
    request_body = Order,
    responses((status = 200, description = "what is left", body = Article), OrderError)
)]
async fn order(
    State(stock): State<Stock>,
    order: Result<Json<Order>, JsonRejection>,
) -> Result<Json<Article>, OrderError> {
    take(&stock, order).await.map(Json).inspect_err(log)
}

async fn take(stock: &Stock, order: Result<Json<Order>, JsonRejection>) -> Result<Article, OrderError> {
    let Json(order) = order.or_error(OrderError::order_unreadable)?;
    order.validate()?;
    stock.take(order).await
}

/// Logs an error with its cause, which no client sees.
fn log<Op: Operation>(error: &ErrorOf<Op>) {
    if error.code().log_level() == LogLevel::Error {
        eprintln!("{}: {error:?}", Op::NAME);
    }
}
