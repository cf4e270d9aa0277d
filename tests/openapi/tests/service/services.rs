//! The same service in each wire format.

/// Endpoints, each with its path and the error of its operation.
macro_rules! endpoints {
    ($($name:ident $path:literal $error:ty,)*) => {
        $(
            #[utoipa::path(get, path = $path, operation_id = $path, responses((status = 200, description = "done", body = Vec<String>), $error))]
            #[expect(dead_code, reason = "it is only described")]
            async fn $name() -> Result<String, $error> {
                std::future::ready(Ok(String::new())).await
            }
        )*

        /// The service as it should be described.
        #[derive(utoipa::OpenApi)]
        #[allow(dead_code, reason = "not every service is looked at both ways")]
        #[openapi(
            info(title = "Shop", license(name = "MIT", identifier = "MIT")),
            servers((url = "https://shop.example")),
            paths($($name),*),
            modifiers(&ErrorComponents)
        )]
        pub(crate) struct Shop;

        /// The same without the modifier.
        #[allow(dead_code, reason = "not every service is looked at both ways")]
        #[derive(utoipa::OpenApi)]
        #[openapi(paths($($name),*))]
        pub(crate) struct Unmodified;
    };
}

macro_rules! shop {
    ($wire:ident) => {
        pub(crate) mod $wire {
            use openapi_tests::$wire::ErrorComponents;
            use openapi_tests::$wire::operations::*;

            endpoints! {
                list_articles "/list_articles" ListArticlesError,
                find_article "/find_article" FindArticleError,
                search_articles "/search_articles" SearchArticlesError,
                add_article "/add_article" AddArticleError,
                change_article "/change_article" ChangeArticleError,
                remove_article "/remove_article" RemoveArticleError,
                read_basket "/read_basket" ReadBasketError,
                put_into_basket "/put_into_basket" PutIntoBasketError,
                take_from_basket "/take_from_basket" TakeFromBasketError,
                empty_basket "/empty_basket" EmptyBasketError,
                buy "/buy" BuyError,
                list_orders "/list_orders" ListOrdersError,
                find_order "/find_order" FindOrderError,
                cancel_order "/cancel_order" CancelOrderError,
                send_back "/send_back" SendBackError,
                pay_in "/pay_in" PayInError,
                read_balance "/read_balance" ReadBalanceError,
                join_club "/join_club" JoinClubError,
                leave_club "/leave_club" LeaveClubError,
                close_account "/close_account" CloseAccountError,
            }
        }
    };
}

shop!(kratos);
shop!(problem);
shop!(envelope);

/// Each endpoint with all codes.
pub(crate) mod everything {
    use openapi_tests::kratos::{Error, ErrorComponents};

    endpoints! {
        a "/a" Error, b "/b" Error, c "/c" Error, d "/d" Error, e "/e" Error, f "/f" Error, g "/g" Error,
        h "/h" Error, i "/i" Error, j "/j" Error, k "/k" Error, l "/l" Error, m "/m" Error, n "/n" Error,
        o "/o" Error, p "/p" Error, q "/q" Error, r "/r" Error, s "/s" Error, t "/t" Error,
    }
}
