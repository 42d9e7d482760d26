//! Reading `lesson.md`.

use super::{Choice, Comparison, Knob, Lesson, Note, PROCS, Prediction, Spot, Variant};
use crate::protocol::Measure;

/// Choices that a knob has at most.
const CHOICES: u32 = 64;

impl Lesson {
    /// Reads the text of a `lesson.md`.
    ///
    /// # Errors
    /// What is wrong, with the line.
    pub fn read(text: &str) -> Result<Self, String> {
        let lines: Vec<&str> = text.lines().collect();
        let wrong = |at: usize, why: &str| format!("lesson.md:{}: {why}", at + 1);
        let mut lesson = Self::default();
        if lines.first().map(|l| l.trim_end()) != Some("---") {
            return Err(wrong(0, "it begins with a head between lines of `---`"));
        }
        let close =
            (1..lines.len()).find(|&i| lines[i].trim_end() == "---").ok_or_else(|| wrong(0, "its head has no end"))?;
        for (i, line) in lines.iter().enumerate().take(close).skip(1).filter(|(_, l)| !l.trim().is_empty()) {
            let (key, value) = line.split_once(':').ok_or_else(|| wrong(i, "a line of the head is `key: value`"))?;
            lesson.head(key.trim(), value.trim()).map_err(|why| wrong(i, &why))?;
        }
        let mut i = close + 1;
        let until = |from: usize, mark: &str| {
            let mut fenced = false;
            let found = (from..lines.len()).find(|&i| {
                fenced ^= lines[i].starts_with("```");
                !fenced && lines[i].starts_with(mark)
            });
            found.unwrap_or(lines.len())
        };
        let end = until(i, "## ");
        lesson.lead = lines[i..end].join("\n").trim().to_owned();
        i = end;
        while i < lines.len() {
            let name = lines[i][3..].trim();
            let end = until(i + 1, "## ");
            let body = &lines[i + 1..end];
            let told = |(at, why): (usize, String)| wrong(i + 1 + at, &why);
            match name {
                "Programs" => lesson.programs.extend(programs(body).map_err(told)?),
                "Predict" => lesson.predictions.extend(predictions(body).map_err(told)?),
                "Look at" => lesson.notes.extend(notes(body).map_err(told)?),
                "Compare" => lesson.comparisons.extend(comparisons(body).map_err(told)?),
                _ => lesson.sections.push((name.to_owned(), body.join("\n").trim().to_owned())),
            }
            i = end;
        }
        let lacks = |what: &str| Err(wrong(0, &format!("it has no {what}")));
        match &lesson {
            l if l.title.is_empty() => lacks("title"),
            l if l.lead.is_empty() => lacks("lead: text before its first section"),
            l if l.programs.is_empty() => lacks("section Programs"),
            _ => Ok(lesson),
        }
    }

    fn head(&mut self, key: &str, value: &str) -> Result<(), String> {
        match key {
            "title" => value.clone_into(&mut self.title),
            "group" => value.clone_into(&mut self.group),
            "order" => self.order = value.parse().map_err(|_| "order is a number".to_owned())?,
            "guide" => self.guide.extend(split(value)),
            "next" => self.next = Some(value.to_owned()),
            _ => return Err(format!("there is no key {key:?}")),
        }
        Ok(())
    }
}

/// What went wrong: lines below the section's heading, and words.
type Wrong = (usize, String);

/// Pieces between ` | `.
fn split(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(" | ").map(|p| p.trim().to_owned()).filter(|p| !p.is_empty())
}

fn programs(body: &[&str]) -> Result<Vec<Variant>, Wrong> {
    let mut out: Vec<Variant> = Vec::new();
    let mut facts = false;
    for (i, line) in body.iter().enumerate() {
        let wrong = |why: &str| (i, why.to_owned());
        if let Some(head) = line.strip_prefix("### ") {
            let (file, title) = head.split_once(':').ok_or_else(|| wrong("a program's heading is `FILE: Title`"))?;
            let (file, title) = (file.trim().to_owned(), title.trim().to_owned());
            if out.iter().any(|v| v.file == file) {
                return Err(wrong("this program has been named before"));
            }
            out.push(Variant { file, title, ends: "exit 0".into(), tab: true, ..Variant::default() });
            facts = true;
            continue;
        }
        let Some(variant) = out.last_mut() else {
            if line.trim().is_empty() {
                continue;
            }
            return Err(wrong("programs begin with a heading `### FILE: Title`"));
        };
        match line.strip_prefix("- ").filter(|_| facts) {
            Some(fact) => variant.fact(fact.trim()).map_err(|why| (i, why))?,
            None => {
                // Facts stand right below the heading.
                facts = false;
                variant.text.push_str(line);
                variant.text.push('\n');
            }
        }
    }
    for variant in &mut out {
        variant.text = variant.text.trim().to_owned();
    }
    Ok(out)
}

impl Variant {
    fn fact(&mut self, fact: &str) -> Result<(), String> {
        let (key, value) = fact.split_once(':').ok_or("a fact is `key: value`")?;
        let (key, value) = (key.trim(), value.trim());
        if let Some(name) = key.strip_prefix("knob ") {
            self.knobs.push(knob(name.trim(), value)?);
            return Ok(());
        }
        match key {
            "ends" => value.clone_into(&mut self.ends),
            "or ends" => self.or_ends.extend(split(value)),
            "finds" => self.finds.extend(split(value)),
            "prints" => self.prints.push(value.to_owned()),
            "says" => self.says.push(value.to_owned()),
            "procs" => self.procs = Some(value.parse().map_err(|_| "procs is a number")?),
            "tab" => self.tab = value != "no",
            "fix" => self.fix = Some(value.to_owned()),
            "input" => self.input = value.replace("\\n", "\n"),
            _ => return Err(format!("there is no fact {key:?}")),
        }
        Ok(())
    }
}

/// `Label, 1 | 2` or `Label, 1 to 8`; GOMAXPROCS needs no label.
fn knob(name: &str, text: &str) -> Result<Knob, String> {
    let (label, values) = match text.split_once(',') {
        Some((label, values)) => (label.trim(), values.trim()),
        None if name == PROCS => (PROCS, text),
        None => return Err("a knob is `Label, value | value`".into()),
    };
    let choices: Vec<String> = match values.split_once(" to ") {
        Some((a, b)) => {
            let number = |t: &str| t.trim().parse::<u32>().map_err(|_| "from and to are numbers".to_owned());
            let (from, to) = (number(a)?, number(b)?);
            if to < from || to - from >= CHOICES {
                return Err(format!("a knob has 1 to {CHOICES} values"));
            }
            (from..=to).map(|n| n.to_string()).collect()
        }
        None => split(values).collect(),
    };
    if choices.is_empty() {
        return Err("a knob has values".into());
    }
    Ok(Knob { name: name.to_owned(), label: label.to_owned(), choices })
}

/// The predictions of a section: each a question, a list of options and what is measured. Behind the last stands the explanation; what stands
/// between two is the explanation of the first and, its last paragraph, the question of the second.
fn predictions(body: &[&str]) -> Result<Vec<Prediction>, Wrong> {
    let joined = |lines: &[&str]| lines.join("\n").trim().to_owned();
    let mut out: Vec<Prediction> = Vec::new();
    let mut from = 0;
    for (at, what) in body.iter().enumerate().filter_map(|(i, l)| Some((i, l.strip_prefix("measure:")?))) {
        let measure = what.trim().parse::<Measure>().map_err(|why| (at, why))?;
        // The options stand right before it.
        let listed = |i: &usize| body[*i].starts_with("- ") || body[*i].trim().is_empty();
        let first = (from..at).rev().take_while(listed).last().unwrap_or(at);
        let option = |line: &&str| {
            let option = line.strip_prefix("- ")?;
            let (text, value) = option.rsplit_once(" = ").unwrap_or((option, option));
            Some(Choice { text: text.trim().to_owned(), value: value.trim().to_owned() })
        };
        let options: Vec<Choice> = body[first..at].iter().filter_map(option).collect();
        if options.len() < 2 {
            return Err((at, "a prediction has a list of at least two options".into()));
        }
        let mut question = joined(&body[from..first]);
        if let Some(last) = out.last_mut()
            && let Some((because, rest)) =
                question.rsplit_once("\n\n").map(|(a, b)| (a.trim().to_owned(), b.to_owned()))
        {
            (last.because, question) = (because, rest);
        }
        out.push(Prediction { question, options, measure, because: String::new() });
        from = at + 1;
    }
    match out.last_mut() {
        Some(last) => last.because = joined(&body[from..]),
        None => return Err((0, "a prediction has a line `measure: …`".into())),
    }
    Ok(out)
}

/// The items of a list, each with the lines that go on below it.
fn items(body: &[&str]) -> Result<Vec<(usize, String)>, Wrong> {
    let mut out: Vec<(usize, String)> = Vec::new();
    for (i, line) in body.iter().enumerate() {
        if let Some(item) = line.strip_prefix("- ") {
            out.push((i, item.trim().to_owned()));
        } else if let Some((_, item)) = out.last_mut().filter(|_| !line.trim().is_empty()) {
            item.push(' ');
            item.push_str(line.trim());
        } else if !line.trim().is_empty() {
            return Err((i, "this section is a list".into()));
        }
    }
    Ok(out)
}

fn notes(body: &[&str]) -> Result<Vec<Note>, Wrong> {
    let note = |(i, item): (usize, String)| {
        let code = item.strip_prefix('`').and_then(|rest| rest.split_once('`'));
        let (words, text) = code.ok_or((i, "an item begins with words in `a code span`".to_owned()))?;
        let (nth, words) = match words.split_once(' ') {
            Some((n, rest)) => n.parse().map_or((1, words), |n| (n, rest)),
            None => (1, words),
        };
        Ok(Note { spot: Spot { words: words.trim().to_owned(), nth }, text: text.trim().to_owned() })
    };
    items(body)?.into_iter().map(note).collect()
}

fn comparisons(body: &[&str]) -> Result<Vec<Comparison>, Wrong> {
    let comparison = |(i, item): (usize, String)| {
        let wrong = || (i, "an item is `LABEL: knob=value, knob=value`".to_owned());
        let (label, rest) = item.split_once(':').ok_or_else(wrong)?;
        let pair = |text: &str| text.split_once('=').map(|(k, v)| (k.trim().to_owned(), v.trim().to_owned()));
        let values: Option<Vec<_>> = rest.split(',').map(pair).collect();
        Ok(Comparison { label: label.trim().to_owned(), values: values.ok_or_else(wrong)? })
    };
    items(body)?.into_iter().map(comparison).collect()
}
