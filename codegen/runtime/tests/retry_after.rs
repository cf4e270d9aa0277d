//! The header `Retry-After`.

use core::time::Duration;

use crate::retry_after::{seconds, wait};

const DATE: Option<&str> = Some("Sun, 06 Nov 1994 08:49:37 GMT");

fn read(header: &str, date: Option<&str>) -> Option<u64> {
    wait(header, date).map(|wait| wait.as_secs())
}

#[test]
fn a_number_of_seconds() {
    assert_eq!(read("0", None), Some(0));
    assert_eq!(read("120", DATE), Some(120));
    for large in ["2147483648", "2147483649", "18446744073709551616", "99999999999999999999999999"] {
        assert_eq!(read(large, None), Some(1 << 31), "{large}");
    }
    for other in ["", "-1", "+1", "1.5", "soon", "1 2", "\u{661}"] {
        assert_eq!(read(other, DATE), None, "{other}");
    }
}

#[test]
fn a_date_counts_from_that_of_the_response() {
    let dates = ["Sun, 06 Nov 1994 08:50:37 GMT", "Sunday, 06-Nov-94 08:50:37 GMT", "Sun Nov  6 08:50:37 1994"];
    for date in dates {
        assert_eq!(read(date, DATE), Some(60), "{date}");
        for other in dates {
            assert_eq!(read(date, Some(other)), Some(0), "{date} {other}");
        }
        assert_eq!(read(date, Some("Mon, 07 Nov 1994 08:49:37 GMT")), Some(0), "it is over: {date}");
        assert_eq!(read(date, None), None, "nothing to count from: {date}");
        assert_eq!(read(date, Some("soon")), None, "nothing to count from: {date}");
    }
    assert_eq!(read("Mon, 07 Nov 2994 08:49:37 GMT", DATE), Some(1 << 31));
}

#[test]
fn each_day_is_a_day_after_the_one_before() {
    for (before, after) in [
        ("Mon, 28 Feb 2000", "Tue, 29 Feb 2000"),
        ("Tue, 29 Feb 2000", "Wed, 01 Mar 2000"),
        ("Sun, 28 Feb 2100", "Mon, 01 Mar 2100"),
        ("Wed, 28 Feb 2024", "Thu, 29 Feb 2024"),
        ("Sun, 31 Dec 2023", "Mon, 01 Jan 2024"),
        ("Wed, 31 Jan 2024", "Thu, 01 Feb 2024"),
        ("Wed, 31 Jul 2024", "Thu, 01 Aug 2024"),
        ("Wednesday, 31-Dec-69", "Tue, 01 Jan 2070"),
        ("Wed, 31 Dec 1969", "Thursday, 01-Jan-70"),
    ] {
        let [before, after] = [before, after].map(|day| std::format!("{day} 00:00:00 GMT"));
        assert_eq!(read(&after, Some(&before)), Some(86_400), "{after}");
    }
}

#[test]
fn what_is_no_date_of_http_is_ignored() {
    for date in [
        "Sun, 06 Nov 1994 08:50:37",
        "Sun, 06 Nov 1994 08:50:37 +0200",
        "Sun, 06 Nov 1994 08:50:37 GMT GMT",
        "Sun, 06 Nov 1994 08:50 GMT",
        "Sun, 06 Nov 1994 08:50:37:00 GMT",
        "Sun, 06 Nov 1994 24:00:00 GMT",
        "Sun, 06 Nov 1994 08:+5:37 GMT",
        "Sun, 00 Nov 1994 08:50:37 GMT",
        "Sun, 32 Nov 1994 08:50:37 GMT",
        "Sun, 06 Foo 1994 08:50:37 GMT",
        "Sun, 06 Nov 11994 08:50:37 GMT",
        "Sat, 01 Jan 0000 00:00:00 GMT",
        "1994-11-06T08:50:37Z",
    ] {
        assert_eq!(read(date, DATE), None, "{date}");
    }
}

#[test]
fn nobody_is_told_to_retry_too_early() {
    assert_eq!(seconds(Duration::ZERO), 0);
    assert_eq!(seconds(Duration::from_nanos(1)), 1);
    assert_eq!(seconds(Duration::from_millis(1500)), 2);
    assert_eq!(seconds(Duration::from_secs(2)), 2);
    assert_eq!(seconds(Duration::MAX), u64::MAX);
}
