//! What `docs/logging.md` shows is the code that is tested here.

use std::io::{self, Write};
use std::sync::{Arc, Mutex};

use axum::response::IntoResponse;
use guide::logging::{log, log_error};
use guide::metrics::count;
use metrics_util::debugging::DebuggingRecorder;
use vidu_errors::Error;

#[test]
fn the_chapter_shows_this_code() {
    let chapter = include_str!("../../../docs/logging.md").replace('\r', "");
    for source in [include_str!("../src/logging.rs"), include_str!("../src/metrics.rs")] {
        let source = source.replace('\r', "");
        let (_, code) = source.split_once("\n\n").expect("a file starts with its documentation");
        assert!(chapter.contains(&format!("```rust\n{code}```\n")), "docs/logging.md doesn't show:\n{code}");
    }
}

#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().expect("nobody panics").write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// What is logged meanwhile.
fn logged(run: impl FnOnce()) -> String {
    let written = Log::default();
    let writer = written.clone();
    let subscriber = tracing_subscriber::fmt().without_time().with_ansi(false).with_writer(move || writer.clone());
    tracing::subscriber::with_default(subscriber.finish(), run);
    let bytes = written.0.lock().expect("nobody panics").clone();
    String::from_utf8(bytes).expect("a log is text")
}

#[test]
fn the_error_of_a_response_is_logged_with_its_cause() {
    let response = Error::internal_service_failure().with_source("connection refused").into_response();
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime starts");
    let text = logged(|| assert_eq!(runtime.block_on(log_error(response)).status(), 500));
    assert!(text.starts_with("ERROR"), "{text}");
    assert!(text.contains("error.type=\"InternalServiceFailure\" error.code=500"), "{text}");
    assert!(text.contains("cause=Some(\"connection refused\")"), "{text}");
}

#[test]
fn what_was_received_cannot_print_commands() {
    let body = br#"{"reason":"FieldLacking","message":"\u001b[31m","metadata":{"fields":"\u001b[31m"}}"#;
    let text = logged(|| log(&Error::from_response_parts(400, body)));
    assert!(text.contains("error.type=\"FieldLacking\"") && !text.contains('\u{1b}'), "{text}");
}

#[test]
fn an_unknown_code_is_counted_as_the_fallback() {
    let recorder = DebuggingRecorder::new();
    let snapshotter = recorder.snapshotter();
    metrics::with_local_recorder(&recorder, || {
        count(&Error::task_not_found());
        count(&Error::from_response_parts(400, br#"{"reason":"a-name-that-nobody-knows"}"#));
    });
    let counted = snapshotter.snapshot().into_vec();
    let mut codes: Vec<_> = counted.iter().filter_map(|(key, ..)| Some(key.key().labels().next()?.value())).collect();
    codes.sort_unstable();
    assert_eq!(codes, ["TaskNotFound", "Unknown"]);
}
