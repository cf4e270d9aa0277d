//! Enums in Protocol Buffers.

use crate::import;

#[test]
fn kratos_options_give_statuses() {
    let source = r#"
        syntax = "proto3";
        package shop.v1; /* enum Hidden { X = 0; } */
        import "errors/errors.proto";
        option go_package = "enum/v1;v1";

        // What can go wrong.
        enum ErrorReason {
          option (errors.default_code) = 500;

          UNSPECIFIED = 0;
          // The order is not there,
          // or it is somebody else's.
          ORDER_NOT_FOUND = 1 [(errors.code) = 404];
          SOLD_OUT = 2 [deprecated = true, (.errors.code) = 409]; // Nothing is left.

          // About nothing.

          BUSY = -3 [(errors.code) = 9000];
          reserved 4, 5 to 6;
        }

        message Order { enum Colour { RED = 0; } Colour colour = 1; }
    "#;
    let import = import("errors.proto", source, &[]);
    assert_eq!(import.status, 1);
    import.assert_codes(&[
        ("UNSPECIFIED", 500, "unspecified"),
        ("ORDER_NOT_FOUND", 404, "The order is not there,\nor it is somebody else's."),
        ("SOLD_OUT", 409, "Nothing is left."),
        ("BUSY", 500, "busy"),
    ]);
    assert!(import.catalogue().codes().iter().all(|code| code.number.is_none()));
    import.assert_finds("error[not-imported]: `9000` is not an HTTP status from 200 to 599\n  --> errors.proto:19:");
    import.assert_finds("warning[left-out]: the enum `Colour` has no `errors.code` as others here have");
}

#[test]
fn plain_enums_have_numbers() {
    let source = "enum Status { OK = 0; NOT_FOUND = 0x5; /* Nothing is there. */ GONE = -1; } enum Other { ODD = 7; }";
    let import = import("errors.proto", source, &[]);
    import.assert_codes(&[
        ("OK", 500, "ok"),
        ("NOT_FOUND", 500, "Nothing is there."),
        ("GONE", 500, "gone"),
        ("ODD", 500, "odd"),
    ]);
    let numbers: Vec<_> = import.catalogue().codes().iter().map(|code| code.number).collect();
    assert_eq!(numbers, [Some(0), Some(5), Some(-1), Some(7)]);
}

#[test]
fn broken_files_give_what_they_have() {
    for source in [
        "enum A {",
        "enum A { B",
        "enum A { B = ",
        "enum A { \"",
        "/*",
        "enum A { B = 1 [(errors.code)",
        "enum A { ; } 'é",
    ] {
        let import = import("errors.proto", source, &[]);
        assert_eq!((import.status, &*import.yaml), (1, ""), "{source}");
    }
    let import = import("errors.proto", "enum A { message = 1; what ever; B = 2; }", &[]);
    assert_eq!(import.status, 1);
    import.assert_finds("error[not-imported]: `what` is no value of an enum");
    import.assert_codes(&[("message", 500, "message"), ("B", 500, "b")]);
}
