//! The description of the service in Swagger UI, in a browser: `tests/page/node/viewer.test.js` says what it shows.

mod server;

use end_to_end_tests::browser::run_in_browser;
use server::Server;

#[test]
fn a_viewer_shows_the_codes_of_each_endpoint() {
    let server = Server::start();
    run_in_browser("viewer", "SERVICE", || format!("{}/", server.address));
}
