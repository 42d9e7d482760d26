use super::*;

const TEXT: &str = "---
title: A lesson
group: Patterns
order: 3
guide: 5.1 Worker Pool | 5.5 Pattern Comparison / Worker Pool
---
It shows something. It does more.

## Programs

### main.go: As it should be
- ends: exit 0
- prints: a: b
- knob workers: Workers, 1 to 3
- knob work: Work, 5 * time.Millisecond | 20 * time.Millisecond
- knob GOMAXPROCS: 1 | 4

### stuck.go: Stuck
- ends: deadlock
- finds: deadlock | leak

- a list of its prose
```go
## no heading
```

## Predict

How long?

- Long = 60ms
- Longer

measure: count closes jobs

Because.

## Look at

- `2 closes jobs` The second
  time.

## Compare

- One: GOMAXPROCS=1, workers=2

## Good for

- Much
";

#[test]
fn a_lesson_is_read() {
    let lesson = Lesson::read(TEXT).expect("a lesson");
    assert_eq!((lesson.title.as_str(), lesson.order, lesson.guide.len()), ("A lesson", 3, 2));
    assert_eq!(lesson.about(), "It shows something.");
    let [main, stuck] = &lesson.programs[..] else { panic!("two programs") };
    assert_eq!(main.prints, ["a: b"]);
    assert_eq!(main.knobs.iter().map(|k| k.choices.len()).collect::<Vec<_>>(), [3, 2, 2]);
    assert_eq!(stuck.finds, ["deadlock", "leak"]);
    assert!(stuck.text.starts_with("- a list") && stuck.text.contains("## no heading"));
    assert_eq!(lesson.fix_of(stuck).map(|v| v.file.as_str()), Some("main.go"));
    assert_eq!(lesson.fix_of(main), None);
    assert_eq!(lesson.predictions[0].options[0].value, "60ms");
    assert_eq!(lesson.predictions[0].measure, Measure::Count("closes jobs".into()));
    assert_eq!(lesson.predictions[0].because, "Because.");
    let note = &lesson.notes[0];
    assert_eq!((note.spot.nth, note.spot.words.as_str(), note.text.as_str()), (2, "closes jobs", "The second time."));
    assert_eq!(lesson.comparisons[0].values.len(), 2);
    assert_eq!(lesson.sections, [("Good for".to_owned(), "- Much".to_owned())]);
}

#[test]
fn a_section_may_hold_several_predictions() {
    let two = "Because of this.\n\nAnd how many?\n\n- one = 1\n- two = 2\n\nmeasure: started\n\nBecause of that.\n";
    let lesson = Lesson::read(&TEXT.replacen("Because.\n", two, 1)).expect("a lesson");
    let [first, second] = &lesson.predictions[..] else { panic!("two predictions") };
    assert_eq!((first.question.as_str(), first.because.as_str()), ("How long?", "Because of this."));
    assert_eq!((second.question.as_str(), second.because.as_str()), ("And how many?", "Because of that."));
    assert_eq!((second.options.len(), second.measure.clone()), (2, Measure::Started));
}

#[test]
fn what_is_wrong_is_said_with_its_line() {
    let wrong = |from: &str, to: &str| Lesson::read(&TEXT.replacen(from, to, 1)).expect_err("it is wrong");
    assert_eq!(wrong("order: 3", "order: three"), "lesson.md:4: order is a number");
    assert_eq!(wrong("- ends: deadlock", "- end: deadlock"), "lesson.md:19: there is no fact \"end\"");
    assert_eq!(wrong("measure: count", "measure: weight"), "lesson.md:34: there is no measure \"weight closes jobs\"");
    assert_eq!(wrong("1 to 3", "1 to many"), "lesson.md:14: from and to are numbers");
    assert_eq!(wrong("`2 closes jobs`", "closes jobs"), "lesson.md:40: an item begins with words in `a code span`");
    assert!(wrong("title: A lesson\n", "").contains("no title"));
    assert!(Lesson::read("").is_err());
}

#[test]
fn knobs_turn_the_first_value_of_their_name() {
    let source = "const (\n\tworkers      = 3 // how many\n\twork         = 20 * time.Millisecond\n)\nworkersToo := 4\nvar n int = 1\nif n == 2 {\n";
    assert_eq!(literal(source, "workers").map(|r| &source[r]), Some("3"));
    assert_eq!(literal(source, "work").map(|r| &source[r]), Some("20 * time.Millisecond"));
    assert_eq!(literal(source, "n").map(|r| &source[r]), Some("1"));
    assert_eq!(literal(source, "nobody"), None);
    assert_eq!(turn("x := 1\nx = 2\n", "x", "7"), "x := 7\nx = 2\n");
    assert_eq!(turn("x == 1", "x", "7"), "x == 1");
    assert_eq!(
        (shown("20 * time.Millisecond").as_str(), shown("time.Second").as_str(), shown("3").as_str()),
        ("20 ms", "1 s", "3")
    );
}
