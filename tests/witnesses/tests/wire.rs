//! What errcat says about the wire is what servers send and clients make of it.

use witnesses::CASES;

#[test]
fn servers_send_the_bytes_that_are_shown() {
    let mut count = 0;
    for case in CASES {
        let Some(send) = case.send.filter(|_| !case.body.contains("google.rpc")) else { continue };
        // An older name can be sent only by an older server.
        if case.name.contains("alias-removed") || case.name.contains("name-reused") {
            continue;
        }
        assert_eq!(send(), (case.status, case.body.to_owned()), "{}", case.name);
        count += 1;
    }
    assert!(count > 30, "only {count}");
}

#[test]
fn clients_read_what_is_said() {
    for case in CASES {
        for (read, expected) in case.reads.iter().zip(case.expected) {
            assert_eq!(read(case.status, case.body), expected, "{}: {}", case.name, case.body);
        }
    }
}
