//! What a page of the reference is: a Markdown file with the head of a lesson, as `docs/reference.md` describes it.

use super::first_sentence;

/// A page of the reference.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Page {
    /// Its name.
    pub title: String,
    /// Its place among the pages, from 0.
    pub order: u32,
    /// Headings and table rows of the guide that have their place here.
    pub guide: Vec<String>,
    /// All of it behind the head, in Markdown.
    pub text: String,
}

impl Page {
    /// Reads the text of a page.
    ///
    /// # Errors
    /// What is wrong, with the line.
    pub fn read(text: &str) -> Result<Self, String> {
        let mut page = Self::default();
        let mut lines = text.split_inclusive('\n').enumerate();
        let mut at = match lines.next() {
            Some((_, first)) if first.trim_end() == "---" => first.len(),
            _ => return Err("1: it begins with a head between lines of `---`".into()),
        };
        let mut ordered = false;
        for (i, line) in lines {
            at += line.len();
            let wrong = |why: &str| Err(format!("{}: {why}", i + 1));
            if line.trim_end() == "---" {
                text[at..].trim().clone_into(&mut page.text);
                return match &page {
                    p if p.title.is_empty() => wrong("it has no title"),
                    _ if !ordered => wrong("it has no order"),
                    p if p.text.is_empty() || p.text.starts_with('#') => {
                        wrong("it has no lead: text before its first section")
                    }
                    _ => Ok(page),
                };
            }
            match line.split_once(':').map(|(key, value)| (key.trim(), value.trim())) {
                Some(("title", value)) => value.clone_into(&mut page.title),
                Some(("order", value)) => match value.parse() {
                    Ok(order) => (page.order, ordered) = (order, true),
                    Err(_) => return wrong("order is a number"),
                },
                Some(("guide", value)) => {
                    page.guide.extend(value.split(" | ").map(|p| p.trim().to_owned()).filter(|p| !p.is_empty()));
                }
                Some((key, _)) => return wrong(&format!("there is no key {key:?}")),
                None if line.trim().is_empty() => {}
                None => return wrong("a line of the head is `key: value`"),
            }
        }
        Err("1: its head has no end".into())
    }

    /// The first sentence, for lists.
    pub fn about(&self) -> &str {
        first_sentence(&self.text)
    }
}
