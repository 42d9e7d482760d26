//! Configuration from the environment, tried: each variable is unset, empty or has a value; what `os.Getenv` and `os.LookupEnv` say of it,
//! and what a `Load` that checks makes of them.

use super::State;
use super::parts::{choices, code, controls, fault, fields, frame, headline, input, listing, or, refusal, said, table};
use crate::protocol::{Element, Node, el, text};
use std::fmt::Write;

/// A variable and what is done without it.
struct Variable<'a> {
    name: &'a str,
    field: &'a str,
    /// What holds without it; nothing if it is required.
    default: Option<&'a str>,
    secret: bool,
    sample: &'a str,
    /// What is set: nothing if it is not.
    value: Option<String>,
    number: usize,
}

impl<'a> Variable<'a> {
    /// `NAME | Field | default 8080 | sample` or `NAME | Field | required secret | sample`.
    fn read(number: usize, line: &'a str, state: State<'_>) -> Result<Self, String> {
        let cells = fields(line);
        let [name, field, rule, sample] = cells[..] else {
            return Err(format!("{line:?} is not `NAME | Field | default 8080 | sample`."));
        };
        let default = rule.strip_prefix("default ").map(str::trim);
        if default.is_none() && !rule.starts_with("required") {
            return Err(format!("{rule:?} is neither `default VALUE` nor `required` nor `required secret`."));
        }
        let value = match or(state, &format!("how:{number}"), "unset") {
            "empty" => Some(String::new()),
            "set" => Some(or(state, &format!("value:{number}"), sample).to_owned()),
            _ => None,
        };
        Ok(Self { name, field, default, secret: rule.ends_with("secret"), sample, value, number })
    }

    fn controls(&self, state: State<'_>) -> Element {
        let how = or(state, &format!("how:{}", self.number), "unset");
        let options = [("unset", "not set"), ("empty", "empty"), ("set", "set")];
        let row = choices(self.name, &format!("how:{}", self.number), how, &options);
        let row = controls([row]);
        if self.value.is_none() || how != "set" {
            return row;
        }
        let value = self.value.as_deref().unwrap_or(self.sample);
        row.says(" ").with(input("to", &format!("value:{}", self.number), value))
    }

    /// What `Load` puts into the field, or what it says.
    fn loaded(&self) -> Result<String, String> {
        match (self.value.as_deref(), self.default) {
            (Some(""), Some(_)) => Err(format!("{} is set, but empty", self.name)),
            (Some(value), Some(_)) => Ok(value.to_owned()),
            (None, Some(default)) => Ok(default.to_owned()),
            (Some(value), None) if !value.is_empty() => Ok(value.to_owned()),
            (_, None) => Err(format!("{} is required", self.name)),
        }
    }

    /// What a Load that only knows `Getenv` and a fallback makes of it.
    fn careless(&self) -> &str {
        match self.value.as_deref() {
            Some(value) if !value.is_empty() => value,
            _ => self.default.unwrap_or(""),
        }
    }
}

/// The part of the page.
pub(super) fn env(block: &str, state: State<'_>) -> Node {
    let lines = block.lines().filter(|l| !l.trim().is_empty()).enumerate();
    let all: Result<Vec<_>, String> = lines.map(|(i, line)| Variable::read(i, line, state)).collect();
    let all = match all {
        Ok(all) => all,
        Err(why) => return fault(why),
    };
    let row = |v: &Variable<'_>| {
        let value = v.value.as_deref().unwrap_or("");
        let careless = format!("{:?}", v.careless());
        vec![
            code(v.name).into(),
            code(format!("{value:?}")).into(),
            code(format!("{value:?}, {}", v.value.is_some())).into(),
            code(careless).into(),
        ]
    };
    let mut part = frame("env")
        .with(headline("The environment"))
        .all(all.iter().map(|v| v.controls(state)))
        .with(listing(&shell(&all)));
    part = part.with(headline("What the program sees")).with(table(
        "Variables",
        &["Variable", "os.Getenv", "os.LookupEnv", "Getenv or else"],
        all.iter().map(row),
    ));
    let unclear = all.iter().filter(|v| v.value.as_deref() == Some("")).map(|v| v.name).collect::<Vec<_>>();
    if !unclear.is_empty() {
        let words = format!(
            "{}: for `Getenv` empty is the same as not set. Only `LookupEnv` tells them apart.",
            unclear.join(", ")
        );
        part = part.with(said(&words));
    }
    let silent: Vec<&str> =
        all.iter().filter(|v| v.default.is_none() && v.careless().is_empty()).map(|v| v.name).collect();
    part = part.with(headline("What Load gives"));
    let faults: Vec<String> = all.iter().filter_map(|v| v.loaded().err()).collect();
    if faults.is_empty() {
        let mut out = String::new();
        for v in &all {
            let value = v.loaded().unwrap_or_default();
            let value = if v.secret { "(secret)".to_owned() } else { format!("{value:?}") };
            let _ = writeln!(out, "{} = {value}", v.field);
        }
        part = part.with(el("div", "").attr("role", "status").with(listing(&out)));
    } else {
        part = part.with(refusal(&format!("config: {}\nexit status 1\n", faults.join("\n"))));
    }
    if !silent.is_empty() {
        part = part.with(said(&format!(
            "Without the check the program would start with {} empty, and fail later, or sign with an empty secret.",
            silent.join(" and ")
        )));
    }
    part.with(
        el("p", "soft").with(text(
            "A command line like the one above stays in the shell’s history: a secret comes better from a file or from a secret store.",
        )),
    )
    .into()
}

/// The command that starts the program so.
fn shell(all: &[Variable<'_>]) -> String {
    let mut out = String::new();
    for v in all {
        if let Some(value) = &v.value {
            let plain = !value.is_empty() && value.chars().all(|c| c.is_alphanumeric() || "_-./:@=+%,".contains(c));
            let value =
                if plain || value.is_empty() { value.clone() } else { format!("'{}'", value.replace('\'', "'\\''")) };
            let _ = write!(out, "{}={value} ", v.name);
        }
    }
    out + "./server\n"
}
