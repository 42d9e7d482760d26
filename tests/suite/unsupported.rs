//! What this engine refuses: a message that names it, and the line. Real Go runs all of these.

use golanes::engine::{BuildOptions, SourceText, build};

/// The messages for a program whose main is `body`, without file names.
fn refused(body: &str) -> String {
    let text = format!("package main\n\nimport \"unsafe\"\n\nvar _ unsafe.Pointer\n\nfunc main() {{\n{body}}}\n");
    let built = build(&[SourceText { name: "x.go".into(), text }], &BuildOptions::default());
    assert!(built.program.is_none() != built.listing.is_empty(), "{body}");
    built.listing.replace("x.go:", "")
}

#[test]
fn memory_taken_for_what_it_is_not() {
    let bytes = refused("\tx := 1\n\tb := (*[8]byte)(unsafe.Pointer(&x))\n\t_ = b\n");
    assert_eq!(
        bytes,
        "9:17: golanes does not support a *int as a *[8]uint8 through unsafe.Pointer: memory is not bytes here\n"
    );
    let longer = refused("\ts := \"\"\n\tb := *(*[]byte)(unsafe.Pointer(&s))\n\t_ = b\n");
    assert_eq!(
        longer,
        "9:17: golanes does not support a *string as a *[]uint8 through unsafe.Pointer: memory is not bytes here\n"
    );
    let address = refused("\tvar x [2]int\n\tp := unsafe.Pointer(uintptr(unsafe.Pointer(&x)) + 8)\n\t_ = p\n");
    assert_eq!(address, "9:21: golanes does not support unsafe.Pointer from a number: memory is not bytes here\n");
    let add = refused("\tvar x [2]int\n\tp := unsafe.Add(unsafe.Pointer(&x), 8)\n\t_ = p\n");
    assert_eq!(add, "9:17: golanes does not support unsafe.Add yet\n");
}

#[test]
fn memory_taken_for_what_it_is() {
    for body in [
        "\tf := 1.5\n\t_ = *(*uint64)(unsafe.Pointer(&f))\n",
        "\tb := []byte(\"x\")\n\t_ = *(*string)(unsafe.Pointer(&b))\n",
        "\tx := [3]int{1, 2, 3}\n\t_ = *(*[2]int)(unsafe.Pointer(&x))\n",
        "\tvar x struct{ a, b int }\n\t_ = *(*struct{ c, d int })(unsafe.Pointer(&x))\n\t_ = uintptr(unsafe.Pointer(&x))\n",
    ] {
        assert_eq!(refused(body), "");
    }
}
