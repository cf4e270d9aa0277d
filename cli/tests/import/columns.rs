//! Which column is what: by its heading, by its content, or as the user says.

use crate::import;

#[test]
fn headings_are_known_in_many_spellings() {
    for heading in [
        "code,message,status",
        "Error Code,Error Message,HTTP Status",
        "errorCode,msg,http_status_code",
        "NAME,Text,HTTP",
    ] {
        let source = format!("{heading}\nSoldOut,sold out,409\n");
        import("errors.csv", source, &[]).assert_codes(&[("SoldOut", 409, "sold out")]);
    }
}

#[test]
fn columns_may_come_in_any_order() {
    let source = "Description,HTTP status,Message,Code\nNothing is left.,409,sold out,SoldOut\n";
    let import = import("errors.csv", source, &[]);
    import.assert_codes(&[("SoldOut", 409, "sold out")]);
    assert_eq!(import.catalogue().codes()[0].description.as_deref(), Some("Nothing is left."));
}

#[test]
fn without_headings_the_content_tells() {
    let source =
        "ERROR_FAILED,1,\"failed\",\"When anything failed.\"\nERROR_LOCKED,28,\"locked\",\"When it is locked.\"\n";
    let import = import("errors.csv", source, &["--status", "400"]);
    import.assert_codes(&[("ERROR_FAILED", 400, "failed"), ("ERROR_LOCKED", 400, "locked")]);
    let catalogue = import.catalogue();
    assert_eq!(catalogue.codes()[1].number, Some(28));
    assert_eq!(catalogue.codes()[1].description.as_deref(), Some("When it is locked."));
}

#[test]
fn a_column_of_numbers_is_a_status_only_beside_names_and_with_statuses_in_it() {
    let statuses = import("errors.csv", "name,code,description\nA1,404,not there\nB1,503,down\n", &[]);
    statuses.assert_codes(&[("A1", 404, "not there"), ("B1", 503, "down")]);
    let numbers = import("errors.csv", "name,code,message\nA1,404,not there\nB1,10503,down\n", &["--status", "400"]);
    numbers.assert_codes(&[("A1", 400, "not there"), ("B1", 400, "down")]);
    assert_eq!(numbers.catalogue().codes()[1].number, Some(10503));
}

#[test]
fn codes_that_are_only_numbers_are_named_by_their_messages() {
    let import =
        import("errors.csv", "code,message\n10003,Unknown channel\n10004,Unknown guild\n10005,Unknown guild\n", &[]);
    let codes = import.catalogue();
    let names: Vec<_> = codes.codes().iter().map(|code| (&*code.name, code.number)).collect();
    let expected = [("UnknownChannel", 10003), ("UnknownGuild", 10004), ("UnknownGuild_10005", 10005)];
    assert_eq!(names, expected.map(|(name, number)| (name, Some(number))));
    assert!(import.yaml.contains("  wire: {number: code, message: message} # guessed"), "{}", import.yaml);
    assert!(import.yaml.contains("# - the source only numbers its codes, so the names are made of the messages\n"));
}

#[test]
fn a_column_can_be_named_by_heading_or_position() {
    let source = "Kürzel,Was passiert ist,Zuständig\nSoldOut,ausverkauft,shop\nLost,weg,\n";
    for columns in [["code=Kürzel", "message=was passiert ist"], ["code=#1", "message=was passiert ist"]] {
        let args = ["--column", columns[0], "--column", columns[1], "--status", "409"];
        let import = import("errors.csv", source, &args);
        import.assert_codes(&[("SoldOut", 409, "ausverkauft"), ("Lost", 409, "weg")]);
        import.assert_finds("warning[left-out]: the column \"Zuständig\" is not imported\n --> errors.csv:1:1");
        import.assert_finds("`--column NAME=\"Zuständig\"` makes it an attribute");
    }
}

#[test]
fn a_column_can_become_an_attribute() {
    let source = "code,message,Owner,Retry after,Safe\nA1,a,shop,3,true\nB1,b,billing,,false\n";
    let args = ["--column", "owner=Owner", "--column", "wait=Retry after", "--column", "safe=Safe", "--status", "400"];
    let import = import("errors.csv", source, &args);
    let catalogue = import.catalogue();
    let values = |at: usize| {
        let attributes = catalogue.attributes().iter().zip(&catalogue.codes()[at].attributes);
        attributes.map(|(of, value)| format!("{}={}", of.name, of.text(value))).collect::<Vec<_>>()
    };
    assert_eq!(values(0), ["owner=shop", "wait=3", "safe=true"]);
    assert_eq!(values(1), ["owner=billing", "wait=0", "safe=false"]);
    assert!(import.yaml.contains("    default: 0 # guessed: some codes have no value\n"), "{}", import.yaml);
}

#[test]
fn a_column_that_is_not_there_is_reported_with_those_that_are() {
    let import = import("errors.csv", "code,message\nA1,a\n", &["--column", "description=Cause"]);
    assert_eq!(import.status, 1);
    import.assert_finds("error[not-imported]: there is no column \"Cause\"");
    import.assert_finds("help: the columns are: code, message");
}

#[test]
fn without_a_message_the_description_or_the_name_is_one() {
    let meaning = import("errors.csv", "code,meaning\nSOLD_OUT,nothing is left\n", &[]);
    assert!(meaning.yaml.contains("# - no column is called message, so \"meaning\" is it\n"), "{}", meaning.yaml);
    meaning.assert_codes(&[("SOLD_OUT", 500, "nothing is left")]);
    let status = import("errors.csv", "code,http status\nSOLD_OUT,409\n", &[]);
    assert!(status.yaml.contains("    # made of the name: the source has no message\n    message: sold out\n"));
    let cell = import("errors.csv", "code,message,description,status\nSOLD_OUT,,Nothing is left.,409\n", &[]);
    assert!(cell.yaml.contains("    # the description: the source has no message\n    message: Nothing is left.\n"));
}

#[test]
fn statuses_are_read_however_they_are_written() {
    let source =
        "code,message,status\nA1,a,404\nB1,b,HTTP 409 Conflict\nC1,c,TOO_MANY_REQUESTS\nD1,d,http.StatusBadGateway\n";
    let import = import("errors.csv", source, &[]);
    import.assert_codes(&[("A1", 404, "a"), ("B1", 409, "b"), ("C1", 429, "c"), ("D1", 502, "d")]);
    assert!(!import.yaml.contains("guessed: the source"), "{}", import.yaml);
}
