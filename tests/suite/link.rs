//! Links: what they hold survives the journey, nothing that anybody writes there does harm, and a moment is found again.

use golanes::engine::{self, BuildOptions, Inputs, Schedule, Session, build, split_txtar};
use golanes::protocol::{
    Arrangement, AxisKind, ENGINE, Link, LinkError, Moment, Rows, Selection, Viewport, from_letters, to_letters,
    visible,
};
use proptest::prelude::*;
use std::borrow::Cow;

fn words() -> impl Strategy<Value = String> {
    proptest::string::string_regex("[a-z\u{202e}\"\\\\\n<é🦫\0]{0,40}").expect("a pattern")
}

fn links() -> impl Strategy<Value = Link> {
    let numbers = || proptest::collection::vec(any::<u32>(), 0..4);
    let view = (any::<(bool, bool, bool)>(), words(), numbers(), numbers()).prop_map(
        |((a, b, group), filter, pinned, hidden)| {
            let axis = if a { AxisKind::Time } else { AxisKind::default() };
            let by = if b { Rows::Procs } else { Rows::Goroutines };
            Viewport { axis, by, group, filter, pinned, hidden, ..Viewport::default() }
        },
    );
    let moment = (any::<u64>(), any::<u64>(), any::<u64>());
    let moment = moment.prop_map(|(events, tick, hash)| Moment { events, tick, hash: format!("{hash:016x}") });
    let selection = any::<(Option<u32>, Option<u64>)>().prop_map(|(goid, event)| Selection { goid, event });
    let texts = (words(), words(), words(), words());
    (texts, any::<(u64, u32, bool)>(), proptest::option::of(moment), selection, view).prop_map(
        |((text, stdin, schedule, engine), (seed, procs, run), moment, selection, view)| {
            let lanes = Arrangement::of(&view);
            let mut link = Link::default();
            (link.text, link.stdin, link.schedule, link.engine) = (text, stdin, schedule, engine);
            (link.seed, link.procs, link.run) = (seed, procs, run);
            (link.moment, link.selection, link.lanes) = (moment, selection, lanes);
            link
        },
    )
}

proptest! {
    #[test]
    fn a_link_is_the_same_after_its_journey(link in links()) {
        let bytes = link.to_bytes().expect("small enough");
        let back = from_letters(&to_letters(&bytes)).expect("letters of ours");
        prop_assert_eq!(Link::from_bytes(&back), Ok(link));
    }

    #[test]
    fn no_bytes_do_harm(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(Link::from_bytes(&bytes).is_err());
        let mut ours = b"{\"v\":1,".to_vec();
        ours.extend(bytes);
        prop_assert_eq!(Link::from_bytes(&ours), Err(LinkError::Damaged));
    }

    #[test]
    fn a_part_of_a_link_is_damaged(link in links(), share in 0.0..1.0f64) {
        let bytes = link.to_bytes().expect("small enough");
        let cut = (bytes.len() as f64 * share) as usize;
        let error = Link::from_bytes(&bytes[..cut]);
        prop_assert!(matches!(error, Err(LinkError::Damaged | LinkError::Foreign)), "{:?}", error);
    }

    #[test]
    fn one_changed_byte_does_no_harm(link in links(), at in any::<prop::sample::Index>(), to in any::<u8>()) {
        let mut bytes = link.to_bytes().expect("small enough");
        let at = at.index(bytes.len());
        bytes[at] = to;
        if let Ok(other) = Link::from_bytes(&bytes) {
            // Whatever it says now, it can be said again.
            prop_assert_eq!(Link::from_bytes(&other.to_bytes().expect("as large")), Ok(other));
        }
    }

    #[test]
    fn letters_stand_for_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..100)) {
        let letters = to_letters(&bytes);
        prop_assert!(letters.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_'));
        prop_assert_eq!(letters.len(), (bytes.len() * 4).div_ceil(3));
        prop_assert_eq!(from_letters(&letters), Ok(bytes));
    }

    #[test]
    fn any_text_is_letters_or_damaged(text in any::<String>()) {
        if let Ok(bytes) = from_letters(&text) {
            let letters: String = text.chars().filter(|c| !c.is_ascii_whitespace()).collect();
            prop_assert_eq!(to_letters(&bytes), letters);
        }
    }

    #[test]
    fn what_is_shown_hides_nothing(text in any::<String>()) {
        let shown = visible(&text);
        prop_assert_eq!(visible(&shown), Cow::Borrowed(&*shown));
        prop_assert!(!shown.chars().any(|c| c.is_control() && !"\n\t\r".contains(c)));
    }
}

#[test]
fn letters_are_those_of_rfc_4648() {
    for (plain, letters) in
        [("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg"), ("fooba", "Zm9vYmE")]
    {
        assert_eq!(to_letters(plain.as_bytes()), letters);
        assert_eq!(from_letters(letters).as_deref(), Ok(plain.as_bytes()));
    }
    assert_eq!(to_letters(&[0xfb, 0xff]), "-_8");
    for bad in ["Zg==", "Z", "Zh", "Zm9vY", "Zm9/", "é"] {
        assert_eq!(from_letters(bad), Err(LinkError::Damaged), "{bad}");
    }
    assert_eq!(from_letters("Zm9\r\n vYg\n").as_deref(), Ok("foob".as_bytes()));
}

#[test]
fn a_short_program_is_a_short_link() {
    let mut link = Link::default();
    link.text = "package main\n".into();
    let bytes = link.to_bytes().expect("small enough");
    assert_eq!(String::from_utf8(bytes).expect("JSON"), r#"{"v":1,"t":"package main\n","s":1,"p":4}"#);
}

#[test]
fn errors_say_what_is_wrong() {
    let mut large = Link::default();
    large.text = "x".repeat(Link::MOST);
    let newer = br#"{"v":2,"t":"","z":[]}"#;
    let wrong_type = br#"{"v":1,"t":7}"#;
    let cases: [(Result<Link, LinkError>, LinkError); 7] = [
        (large.to_bytes().map(|_| Link::default()), LinkError::TooLarge),
        (Link::from_bytes(&vec![b' '; Link::MOST + 1]), LinkError::TooLarge),
        (Link::from_bytes(newer), LinkError::Newer),
        (Link::from_bytes(br#"{"v":99999999999999999999}"#), LinkError::Newer),
        (Link::from_bytes(wrong_type), LinkError::Damaged),
        (Link::from_bytes(b"{\"v\":0}"), LinkError::Damaged),
        (Link::from_bytes(b"PK\x03\x04"), LinkError::Foreign),
    ];
    for (i, (got, wanted)) in cases.into_iter().enumerate() {
        assert_eq!(got, Err(wanted), "case {i}");
    }
    assert_eq!(LinkError::Newer.to_string(), "This link was made by a newer golanes than this one.");
    // Nesting has an end, and just as much as may be is taken.
    assert_eq!(
        Link::from_bytes(format!("{{\"v\":1,\"z\":{}", "[".repeat(500_000)).as_bytes()),
        Err(LinkError::Damaged)
    );
    let mut full = Link::default();
    full.text = "x".repeat(Link::MOST - full.to_bytes().expect("small").len());
    assert_eq!(full.to_bytes().map(|b| b.len()), Ok(Link::MOST));
    assert_eq!(Link::from_bytes(&full.to_bytes().expect("just")), Ok(full));
}

#[test]
fn lanes_stand_as_they_stood() {
    let view = Viewport {
        axis: AxisKind::Talk,
        by: Rows::Procs,
        filter: "worker".into(),
        pinned: vec![3],
        hidden: vec![4, 5],
        group: false,
        ..Viewport::default()
    };
    let mut other = Viewport { width: 321.0, rows: 3, ..Viewport::default() };
    Arrangement::of(&view).apply(&mut other);
    assert_eq!(other, Viewport { width: 321.0, rows: 3, ..view });
}

#[test]
fn hidden_characters_are_shown() {
    for (text, wanted) in [
        ("plain\ttext\r\n, é, 日本, 👩‍💻", "plain\ttext\r\n, é, 日本, 👩‍💻"),
        ("a\u{202e}b", "a⟨U+202E⟩b"),
        ("\u{2066}\u{2069}\u{200e}\u{200f}\u{61c}", "⟨U+2066⟩⟨U+2069⟩⟨U+200E⟩⟨U+200F⟩⟨U+061C⟩"),
        ("\x1b[31mred\0", "⟨U+001B⟩[31mred⟨U+0000⟩"),
        ("\u{e0041}", "⟨U+E0041⟩"),
    ] {
        assert_eq!(visible(text), wanted);
    }
    assert!(matches!(visible("nothing to see"), Cow::Borrowed(_)));
}

const RACY: &str = "package main

import (
	\"fmt\"
	\"sync\"
)

func main() {
	var wg sync.WaitGroup
	out := make(chan int)
	for i := range 20 {
		wg.Go(func() {
			for j := range 200 {
				out <- i * j
			}
		})
	}
	go func() { wg.Wait(); close(out) }()
	sum := 0
	for v := range out {
		sum = sum*3 + v
	}
	fmt.Println(sum)
}
";

fn session(text: &str, schedule: &Schedule) -> Session {
    let program = build(&split_txtar("main.go", text), &BuildOptions::default()).program.expect("it compiles");
    Session::new(program, &Inputs::default(), schedule, true)
}

/// The moment at the position of a session.
fn moment(session: &mut Session) -> Moment {
    let (events, tick) = (session.events_here(), session.position());
    let hash = session.hash_at(events).expect("it has happened");
    Moment { events, tick, hash: format!("{hash:016x}") }
}

/// Opens a link: whether it is the same moment, and where it stands.
fn open(session: &mut Session, moment: &Moment) -> (bool, u64, u64) {
    let mut slices = 0;
    while !session.run_towards(moment.events, moment.tick, 10_000) {
        slices += 1;
        assert!(slices < 100_000, "it never comes there");
    }
    let same = session.stand_at(moment.events, moment.tick, &moment.hash);
    (same, session.events_here(), session.position())
}

#[test]
fn the_hash_at_a_moment_is_the_one_the_run_had_there() {
    let mut session = session(RACY, &Schedule::default());
    let mut seen = Vec::new();
    while session.run(3_000).end.is_none() {
        seen.push((session.event_count(), session.hash()));
    }
    let total = session.event_count();
    assert!(seen.len() > 50 && total > 5_000, "{} {total}", seen.len());
    for (count, hash) in seen {
        assert_eq!(session.hash_at(count), Some(hash), "after {count}");
    }
    assert_eq!(session.hash_at(total), Some(session.hash()));
    assert_eq!(session.hash_at(total + 1), None);
    // A number of ours: the same on every target, and in every version that says it runs programs alike.
    assert_eq!(session.hash_at(0), Some(0xcbf2_9ce4_8422_2325));
}

#[test]
fn a_link_leads_to_the_very_same_moment() {
    let schedule = Schedule { seed: 7, procs: 2, strategy: engine::Strategy::Go };
    let mut first = session(RACY, &schedule);
    while first.run(1_000_000).end.is_none() {}
    let total = first.event_count();
    for events in [0, 1, 17, total / 2, total - 1, total] {
        first.seek_event(events);
        // Between two events, too.
        for _ in 0..3 {
            let moment = moment(&mut first);
            let mut again = session(RACY, &schedule);
            assert_eq!(open(&mut again, &moment), (true, moment.events, moment.tick));
            assert_eq!(format!("{:?}", again.snapshot().goroutines), format!("{:?}", first.snapshot().goroutines));
            // And in a run that has come much further.
            while again.run(1_000_000).end.is_none() {}
            assert_eq!(open(&mut again, &moment), (true, moment.events, moment.tick));
            first.step();
        }
    }
}

#[test]
fn another_run_is_told_from_it() {
    let mut first = session(RACY, &Schedule::default());
    while first.run(1_000_000).end.is_none() {}
    first.seek_event(4_000);
    let wanted = moment(&mut first);
    let other = Schedule { seed: 2, procs: 3, strategy: engine::Strategy::Go };
    let (same, events, _) = open(&mut session(RACY, &other), &wanted);
    assert!(!same);
    assert!((4_000..4_010).contains(&events), "{events}");
    // A step that is not where so many events have happened, a hash that is none, more events than there are.
    let fresh = || session(RACY, &Schedule::default());
    for wrong in [
        Moment { tick: wanted.tick + 1_000_000, ..wanted.clone() },
        Moment { tick: 0, ..wanted.clone() },
        Moment { hash: "xyz".into(), ..wanted.clone() },
    ] {
        assert_eq!(open(&mut fresh(), &wrong), (false, wanted.events, wanted.tick), "{wrong:?}");
    }
    let (same, events, _) = open(&mut fresh(), &Moment { events: u64::MAX, ..wanted.clone() });
    assert_eq!((same, events), (false, first.event_count()));
}

#[test]
fn a_moment_of_long_ago_has_its_hash() {
    // More events than the log keeps.
    let text =
        "package main\n\nfunc main() {\n\tc := make(chan int, 1)\n\tfor range 600_000 {\n\t\tc <- 1\n\t\t<-c\n\t}\n}\n";
    let mut session = session(text, &Schedule::default());
    session.run(5_000_000);
    let (count, hash) = (session.event_count(), session.hash());
    while session.run(50_000_000).end.is_none() {}
    assert!(count > 1_000 && session.event_count() > count + 1_000_000, "{count} {}", session.event_count());
    assert_eq!(session.hash_at(count), Some(hash));
}

#[test]
fn links_name_the_engine() {
    assert_eq!(ENGINE, env!("CARGO_PKG_VERSION"));
}
