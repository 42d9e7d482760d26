//! The lanes of a scene as a picture that stands by itself: SVG for documents and slides, as the page's canvas paints them.
//!
//! It needs nothing of the run but the scene. Widths of words are guessed, since there are no fonts here.

use crate::protocol::{Lane, LaneKind, Piece, Scene, StateKind, Wire, WireKind, visible};
use std::fmt::{Display, Formatter, Result, Write};

/// Height of the axis, of a lane and of a bar in it; width of a lane's head; height of the words below.
const AXIS: f64 = 30.0;
const LANE: f64 = 40.0;
const BAR: f64 = 20.0;
const HEAD: f64 = 172.0;
const FOOT: f64 = 30.0;
/// Guessed width of a letter of 12 pixels, in words and in code.
const LETTER: f64 = 6.6;
const CODE: f64 = 7.3;

/// The colours of `style/tokens.css` that are needed, in the light and the dark theme; a test compares them.
const COLOURS: [(&str, &str, &str); 35] = [
    ("surface", "#ffffff", "#11181c"),
    ("sunken", "#edf2f4", "#0c1215"),
    ("line", "#dfe6e9", "#222d33"),
    ("line-2", "#c5d0d5", "#37454d"),
    ("line-control", "#7c8d96", "#667780"),
    ("text", "#10191e", "#e6edf0"),
    ("text-3", "#586972", "#8a9ca5"),
    ("accent", "#00738f", "#4ccbee"),
    ("s-running", "#0a7440", "#63d391"),
    ("s-runnable", "#52690f", "#b9d06a"),
    ("s-send", "#1d5bb5", "#82b4ff"),
    ("s-recv", "#4b4fc0", "#a9adff"),
    ("s-select", "#7a3fb0", "#d0a6ff"),
    ("s-lock", "#855600", "#f0b65e"),
    ("s-sleep", "#546670", "#9db0ba"),
    ("s-done", "#5d6e77", "#8a9ca5"),
    ("s-stuck", "#b81d2a", "#ff7f76"),
    ("stuck-wash", "#fdeeee", "#2c1719"),
    ("accent-wash", "#e8f6fa", "#10272f"),
    ("g1", "#3f38bd", "#7f8bf5"),
    ("g2", "#9a3c00", "#f3b185"),
    ("g3", "#1d9f71", "#42a86c"),
    ("g4", "#850c52", "#ec82b4"),
    ("g5", "#a6860a", "#f3e07a"),
    ("g6", "#a373e7", "#ddd3f8"),
    ("g7", "#00706c", "#4a8987"),
    ("g8", "#452300", "#b3722e"),
    ("g1-on", "#ffffff", "#0b1519"),
    ("g2-on", "#ffffff", "#0b1519"),
    ("g3-on", "#0b1519", "#0b1519"),
    ("g4-on", "#ffffff", "#0b1519"),
    ("g5-on", "#0b1519", "#0b1519"),
    ("g6-on", "#0b1519", "#0b1519"),
    ("g7-on", "#ffffff", "#0b1519"),
    ("g8-on", "#ffffff", "#0b1519"),
];

/// Attributes of text: code, what stands in the middle, and both.
const CODE_FONT: &str = " font-family=\"ui-monospace, Menlo, monospace\"";
const MIDDLE: &str = " text-anchor=\"middle\" font-weight=\"600\"";
const BEAD: &str = " text-anchor=\"middle\" font-family=\"ui-monospace, Menlo, monospace\"";

/// The places of the first dye and of what can be read on it.
const DYES: usize = 19;
const ON_DYES: usize = 27;

/// A length, to a tenth.
struct Px(f64);

impl Display for Px {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let tenths = (self.0 * 10.0).round() as i64;
        let sign = if tenths < 0 { "-" } else { "" };
        let (whole, rest) = (tenths.abs() / 10, tenths.abs() % 10);
        match rest {
            0 => write!(f, "{sign}{whole}"),
            _ => write!(f, "{sign}{whole}.{rest}"),
        }
    }
}

/// Text as XML takes it, with nothing hidden in it.
struct Xml<'a>(&'a str);

impl Display for Xml<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        for c in visible(self.0).chars() {
            match c {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                c => f.write_char(c)?,
            }
        }
        Ok(())
    }
}

struct Drawing<'a> {
    out: String,
    scene: &'a Scene,
    dark: bool,
    width: f64,
    height: f64,
}

/// The lanes of `scene`, drawn `width` pixels wide beside their heads.
pub fn svg(scene: &Scene, dark: bool, width: f64) -> String {
    let width = width.clamp(320.0, 4000.0).round();
    let height = AXIS + LANE * scene.lanes.len() as f64;
    let mut d = Drawing { out: String::new(), scene, dark, width, height };
    d.begin();
    for lane in 0..scene.lanes.len() {
        d.head(lane);
    }
    d.put("<svg", &[("x", HEAD), ("width", width), ("height", height)], "");
    d.put("", &[], "><g clip-path=\"url(#lanes)\">\n");
    for pleat in &scene.pleats {
        let (from, to) = (d.at(pleat.from), d.at(pleat.to));
        d.rect((from, AXIS, to - from, height), d.colour("sunken"), "");
    }
    d.wires(true);
    for (i, lane) in scene.lanes.iter().enumerate() {
        d.lane(lane, middle(i));
    }
    d.wires(false);
    let now = d.at(scene.head);
    d.rect((now, AXIS, width - now, height), d.colour("surface"), " opacity=\".68\"");
    if let Some(x) = scene.chosen {
        let x = d.at(x);
        let path = format!("M{} {AXIS}V{}", Px(x), Px(height));
        d.stroke(&path, d.colour("accent"), " stroke-dasharray=\"4 3\"");
    }
    d.put("</g>\n", &[], "");
    d.axis();
    d.playhead();
    d.put("</svg>\n", &[], "");
    let sentence = if scene.now.is_empty() { scene.end.as_ref().map_or("", |e| &e.sentence) } else { &scene.now };
    let words = format!("{} {sentence}", d.moment());
    let (colour, foot) = (d.colour("text"), height + FOOT / 2.0);
    d.text(12.0, foot, colour, "", &fitting(&words, HEAD + width - 24.0, LETTER));
    d.out.push_str("</svg>\n");
    d.out
}

/// Where the middle of a lane is.
fn middle(lane: usize) -> f64 {
    AXIS + (lane as f64 + 0.5) * LANE
}

/// As much of the words as there is room for.
fn fitting(words: &str, room: f64, letter: f64) -> String {
    let most = (room / letter).max(0.0) as usize;
    if words.chars().count() <= most {
        return words.to_owned();
    }
    let mut out: String = words.chars().take(most.saturating_sub(1)).collect();
    out.push('…');
    out
}

/// Who a lane is about, and what it does.
fn told(lane: &Lane) -> String {
    let who = match lane.what {
        LaneKind::Goroutine => format!("G{} {}", lane.goid, lane.name),
        _ => lane.name.clone(),
    };
    let parts = [who, lane.state.clone(), lane.detail.clone()];
    parts.into_iter().filter(|p| !p.is_empty()).collect::<Vec<_>>().join(", ")
}

impl Drawing<'_> {
    /// A colour by its name.
    fn colour(&self, name: &str) -> &'static str {
        self.theme(COLOURS.iter().position(|c| c.0 == name).unwrap_or(0))
    }

    fn theme(&self, place: usize) -> &'static str {
        let (_, light, dark) = COLOURS[place];
        if self.dark { dark } else { light }
    }

    fn dye(&self, goid: u32) -> &'static str {
        self.theme(DYES + goid.saturating_sub(1) as usize % 8)
    }

    fn on_dye(&self, goid: u32) -> &'static str {
        self.theme(ON_DYES + goid.saturating_sub(1) as usize % 8)
    }

    fn ink(&self, kind: StateKind) -> &'static str {
        self.colour(match kind {
            StateKind::Running => "s-running",
            StateKind::Runnable => "s-runnable",
            StateKind::Send => "s-send",
            StateKind::Receive => "s-recv",
            StateKind::Select => "s-select",
            StateKind::Lock | StateKind::Wait => "s-lock",
            StateKind::Sleep => "s-sleep",
            StateKind::Done | StateKind::Unborn => "s-done",
            StateKind::Stuck => "s-stuck",
        })
    }

    /// Where something is drawn, beside the heads.
    fn at(&self, x: f64) -> f64 {
        let (left, right) = self.scene.window;
        ((x - left) / (right - left).max(1e-9) * self.width).clamp(-100.0, self.width + 100.0)
    }

    /// A start, lengths by name, an end.
    fn put(&mut self, start: &str, lengths: &[(&str, f64)], end: &str) {
        self.out.push_str(start);
        for (name, length) in lengths {
            // Writing to a string does not fail, here and below.
            let _ = write!(self.out, " {name}=\"{}\"", Px(*length));
        }
        self.out.push_str(end);
    }

    fn rect(&mut self, (x, y, width, height): (f64, f64, f64, f64), fill: &str, more: &str) {
        self.put("<rect", &[("x", x), ("y", y), ("width", width.max(0.0)), ("height", height)], "");
        let _ = writeln!(self.out, " fill=\"{fill}\"{more}/>");
    }

    fn stroke(&mut self, path: &str, colour: &str, more: &str) {
        let _ = writeln!(self.out, "<path d=\"{path}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"1.5\"{more}/>");
    }

    fn text(&mut self, x: f64, y: f64, colour: &str, more: &str, words: &str) {
        self.put("<text", &[("x", x), ("y", y + 4.0)], "");
        let _ = writeln!(self.out, " fill=\"{colour}\"{more}>{}</text>", Xml(words));
    }

    /// Where the run stands, as a sentence.
    fn moment(&self) -> String {
        let s = self.scene;
        format!("Event {} of {} at {}.", s.event, s.events, s.time)
    }

    /// What is before the lanes: sizes, words for those who do not see it, ground.
    fn begin(&mut self) {
        let (width, height) = (HEAD + self.width, self.height + FOOT);
        self.put("<svg xmlns=\"http://www.w3.org/2000/svg\"", &[("width", width), ("height", height)], "");
        let _ = write!(self.out, " viewBox=\"0 0 {} {}\"", Px(width), Px(height));
        self.out.push_str(
            " role=\"img\" aria-labelledby=\"title desc\" font-family=\"system-ui, sans-serif\" font-size=\"12\">\n",
        );
        let c = self.scene.counts;
        let title = format!("Goroutines of a Go program. {}", self.moment());
        let _ = writeln!(self.out, "<title id=\"title\">{}</title>", Xml(&title));
        let _ = write!(
            self.out,
            "<desc id=\"desc\">{} running, {} runnable, {} waiting. {}",
            c.running,
            c.runnable,
            c.waiting,
            Xml(&self.scene.now)
        );
        for lane in &self.scene.lanes {
            let _ = write!(self.out, " {}.", Xml(&told(lane)));
        }
        self.put("</desc>\n<clipPath id=\"lanes\"><rect", &[("y", AXIS), ("width", self.width)], "");
        self.put("", &[("height", self.height - AXIS)], "/></clipPath>\n");
        self.rect((0.0, 0.0, width, height), self.colour("surface"), "");
        for lane in 0..=self.scene.lanes.len() {
            self.rect((0.0, AXIS + LANE * lane as f64 - 1.0, width, 1.0), self.colour("line"), "");
        }
    }

    /// What stands at the left of a lane.
    fn head(&mut self, row: usize) {
        let lane = &self.scene.lanes[row];
        let (x, y) = (12.0 + 8.0 * f64::from(lane.depth.min(4)), middle(row));
        let mut name = x;
        if lane.goid != 0 && !matches!(lane.what, LaneKind::Group(..)) {
            let label = format!("G{}", lane.goid);
            let width = CODE * label.len() as f64 + 8.0;
            self.rect((x, y - 17.0, width, 16.0), self.dye(lane.goid), " rx=\"4\"");
            self.text(x + 4.0, y - 9.0, self.on_dye(lane.goid), CODE_FONT, &label);
            name += width + 6.0;
        }
        self.text(name, y - 9.0, self.colour("text"), CODE_FONT, &fitting(&lane.name, HEAD - name, CODE));
        let how = format!("{} {}", lane.state, lane.detail);
        self.text(x, y + 9.0, self.ink(lane.kind), "", &fitting(how.trim(), HEAD - x, LETTER));
    }

    fn lane(&mut self, lane: &Lane, y: f64) {
        if let LaneKind::Group(..) = lane.what {
            self.group(lane, y);
            return;
        }
        for piece in &lane.pieces {
            let (from, to) = (self.at(piece.from).max(-4.0), self.at(piece.to).min(self.width + 4.0));
            if to > from {
                let goid = if piece.goid == 0 { lane.goid } else { piece.goid };
                self.piece(goid, piece, (from, to), y);
            }
        }
    }

    fn piece(&mut self, goid: u32, piece: &Piece, (from, to): (f64, f64), y: f64) {
        let dye = self.dye(goid);
        let bar = (from, y - BAR / 2.0, (to - from).max(1.0), BAR);
        // What is written stands in what has happened.
        let start = from.max(0.0) + 6.0;
        let room = to.min(self.at(self.scene.head)) - start - 6.0;
        let mut ground = "surface";
        match piece.kind {
            StateKind::Running => {
                self.rect(bar, dye, " rx=\"2\"");
                if CODE * piece.label.chars().count() as f64 <= room {
                    self.text(start, y, self.on_dye(goid), CODE_FONT, &piece.label);
                }
                return;
            }
            StateKind::Runnable => {
                let more = format!(" fill-opacity=\".25\" stroke=\"{dye}\" rx=\"2\"");
                self.rect((from + 0.5, bar.1 + 0.5, (to - from - 1.0).max(0.5), BAR - 1.0), dye, &more);
                return;
            }
            StateKind::Stuck => {
                ground = "stuck-wash";
                let more = format!(" stroke=\"{}\" rx=\"2\"", self.colour("s-stuck"));
                self.rect(bar, self.colour(ground), &more);
            }
            kind => {
                let dashes = if kind == StateKind::Sleep { " stroke-dasharray=\"2 3\"" } else { "" };
                self.stroke(&format!("M{} {}H{}", Px(from), Px(y), Px(to)), dye, dashes);
            }
        }
        let width = LETTER * piece.label.chars().count() as f64;
        if !piece.label.is_empty() && width + 8.0 <= room {
            self.rect((start, y - 9.0, width + 8.0, 18.0), self.colour(ground), "");
            self.text(start + 4.0, y, self.ink(piece.kind), "", &piece.label);
        }
    }

    /// Many goroutines as one field: its height is the share that runs, above it, paler, the share that is ready.
    fn group(&mut self, lane: &Lane, y: f64) {
        let (high, bottom, dye) = (LANE - 6.0, y + LANE / 2.0 - 3.0, self.dye(lane.goid));
        for (i, &(x, running, ready)) in lane.shares.iter().enumerate() {
            let (from, to) = (self.at(x), lane.shares.get(i + 1).map_or(self.width, |s| self.at(s.0)));
            // Whoever runs is seen, however few of how many.
            let tall = |share: f32| if share > 0.0 { (high * f64::from(share)).max(2.0) } else { 0.0 };
            let (running, ready) = (tall(running), tall(ready));
            if to > from && running + ready > 0.0 {
                self.rect((from, bottom - running, to - from, running), dye, "");
                self.rect(
                    (from, (bottom - running - ready).max(y - LANE / 2.0 + 3.0), to - from, ready),
                    dye,
                    " opacity=\".35\"",
                );
            }
        }
    }

    /// Spawns lie under the lanes, everything else over them.
    fn wires(&mut self, spawns: bool) {
        let scene = self.scene;
        for wire in scene.wires.iter().filter(|w| (w.kind == WireKind::Spawn) == spawns) {
            self.wire(wire);
        }
    }

    fn wire(&mut self, wire: &Wire) {
        let row = |row: usize| AXIS + (row as f64 - self.scene.first as f64 + 0.5) * LANE;
        let (x0, x1) = (self.at(wire.from), self.at(wire.to));
        let (y0, y1) = (row(wire.source_row), row(wire.target_row));
        if x1 < -20.0 || x0 > self.width + 20.0 {
            return;
        }
        let down = if y1 > y0 { 1.0 } else { -1.0 };
        let (start, tip) = (y0 + down * BAR / 2.0, y1 - down * (BAR / 2.0 + 1.0));
        let (colour, dashes) = match wire.kind {
            WireKind::Spawn => (self.colour("line-control"), " stroke-dasharray=\"2 3\""),
            WireKind::Value => (self.dye(wire.source), ""),
            WireKind::Wake => (self.colour("line-control"), " stroke-dasharray=\"4 3\""),
            WireKind::Lock => (self.colour("s-lock"), " stroke-dasharray=\"4 3\""),
            WireKind::Close | WireKind::Cancel => (self.colour("s-select"), " stroke-dasharray=\"1 3\""),
        };
        let (end, bend) = (tip - down * 5.0, (tip - start) * 0.5);
        let path = format!(
            "M{x} {}C{x} {} {to} {} {to} {}",
            Px(start),
            Px(start + bend),
            Px(tip - bend),
            Px(end),
            x = Px(x0),
            to = Px(x1)
        );
        self.stroke(&path, colour, dashes);
        let (left, right, back) = (Px(x1 - 4.5), Px(x1 + 4.5), Px(tip - down * 6.0));
        let _ = writeln!(self.out, "<path d=\"M{left} {back}H{right}L{} {}z\" fill=\"{colour}\"/>", Px(x1), Px(tip));
        let letters = wire.label.chars().count();
        if wire.kind == WireKind::Value && (1..=6).contains(&letters) && wire.to <= self.scene.head + 1e-6 {
            let width = (CODE * letters as f64 + 8.0).max(17.0);
            let (x, y) = ((x0 + x1) / 2.0, (start + tip) / 2.0);
            let more = format!(" stroke=\"{colour}\" stroke-width=\"1.5\" rx=\"5\"");
            self.rect((x - width / 2.0, y - 8.0, width, 16.0), self.colour("surface"), &more);
            self.text(x, y, self.colour("text"), BEAD, &wire.label);
        }
    }

    fn axis(&mut self) {
        let (scene, faint) = (self.scene, self.colour("text-3"));
        let now = self.at(scene.head);
        let mut free = 0.0;
        for pleat in &scene.pleats {
            let (x, width) = (self.at(pleat.from), LETTER * pleat.label.chars().count() as f64);
            if x >= free && x + width <= self.width {
                free = x + width + 10.0;
                self.text(x + 2.0, 9.0, faint, "", &pleat.label);
            }
        }
        for tick in &scene.ticks {
            let x = self.at(tick.x);
            // The moment's tag stands where it is.
            if x >= 0.0 && x + 8.0 + LETTER * tick.label.len() as f64 <= self.width && (x + 12.0 - now).abs() >= 44.0 {
                self.rect((x, AXIS - 8.0, 1.0, 7.0), self.colour("line-2"), "");
                self.text(x + 5.0, AXIS - 8.0, faint, "", &tick.label);
            }
        }
    }

    /// The moment: a line, and a tag with its number.
    fn playhead(&mut self) {
        let x = self.at(self.scene.head);
        let colour = self.colour(if self.scene.end.as_ref().is_some_and(|e| e.bad) { "s-stuck" } else { "accent" });
        self.rect((x - 1.0, 0.0, 2.0, self.height), colour, "");
        let label = self.scene.event.to_string();
        let width = LETTER * label.len() as f64 + 24.0;
        let left = (x - width / 2.0).clamp(0.0, self.width - width);
        let (a, b, c) = (Px(left + 8.0), Px(left + width - 8.0), Px(left + width));
        let _ = writeln!(self.out, "<path d=\"M{} 14L{a} 4H{b}L{c} 14L{b} 24H{a}z\" fill=\"{colour}\"/>", Px(left));
        self.text(left + width / 2.0, 14.0, self.colour("surface"), MIDDLE, &label);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_colours_are_those_of_the_page() {
        let css = include_str!("../../style/tokens.css");
        for (name, light, dark) in COLOURS {
            let start = format!("--{name}:");
            let rest = css.split(&start).nth(1).unwrap_or_else(|| panic!("tokens.css has no {name}"));
            let value = rest.split(';').next().unwrap_or_default().trim();
            let both = value.strip_prefix("light-dark(").and_then(|v| v.strip_suffix(')')?.split_once(", "));
            assert_eq!(both.unwrap_or((value, value)), (light, dark), "{name}");
        }
        assert_eq!((COLOURS[DYES].0, COLOURS[ON_DYES].0), ("g1", "g1-on"));
        assert_eq!((COLOURS[DYES + 7].0, COLOURS[ON_DYES + 7].0), ("g8", "g8-on"));
    }

    #[test]
    fn lengths_are_short() {
        for (length, text) in [(0.04, "0"), (-0.04, "0"), (1.25, "1.3"), (-3.5, "-3.5"), (12.0, "12")] {
            assert_eq!(Px(length).to_string(), text);
        }
    }
}
