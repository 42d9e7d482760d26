//! Paints lanes: threads, wires, axis and playhead, as style/tokens.css and the scene say.

use super::icons::state_glyph;
use super::palette::Palette;
use crate::base::grouped;
use crate::protocol::{Lane, LaneKind, Piece, Pleat, Scene, StateKind, Wire, WireKind};
use wasm_bindgen::JsValue;
use web_sys::{CanvasRenderingContext2d, Path2d};

/// Height of the axis above the lanes.
pub(super) const AXIS: f64 = 30.0;

/// Where and how large things are.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Frame {
    /// Size in CSS pixels.
    pub(super) width: f64,
    pub(super) height: f64,
    /// Device pixels to one of CSS.
    pub(super) density: f64,
    /// How far the lanes are scrolled.
    pub(super) scroll: f64,
    /// Heights of a lane and of a bar in it.
    pub(super) lane: f64,
    pub(super) bar: f64,
    /// The moment and the window shown: on the way to those of the scene.
    pub(super) x: f64,
    pub(super) left: f64,
    pub(super) right: f64,
    /// The selected goroutine, 0 for none.
    pub(super) selected: u32,
    /// A stretch that is being marked with the pointer.
    pub(super) marked: Option<(f64, f64)>,
    /// What lies ahead is not to be seen: somebody is asked to predict it.
    pub(super) veiled: bool,
}

struct Painter<'a> {
    ctx: &'a CanvasRenderingContext2d,
    colours: &'a Palette,
    frame: Frame,
}

/// Paints `scene` into a canvas of `frame.width` by `frame.height`.
pub(super) fn paint(ctx: &CanvasRenderingContext2d, colours: &Palette, scene: &Scene, frame: Frame) {
    let _ = ctx.set_transform(frame.density, 0.0, 0.0, frame.density, 0.0, 0.0);
    let p = Painter { ctx, colours, frame };
    ctx.set_fill_style_str(colours.get("surface"));
    ctx.fill_rect(0.0, 0.0, frame.width, frame.height);
    ctx.save();
    ctx.begin_path();
    ctx.rect(0.0, AXIS, frame.width, frame.height - AXIS);
    ctx.clip();
    for (i, lane) in scene.lanes.iter().enumerate() {
        p.ground(lane, scene.first + i);
    }
    for pleat in &scene.pleats {
        p.pleat(pleat);
    }
    for wire in scene.wires.iter().filter(|w| w.kind == WireKind::Spawn) {
        p.wire(wire);
    }
    for (i, lane) in scene.lanes.iter().enumerate() {
        p.lane(lane, p.middle(scene.first + i));
    }
    for wire in scene.wires.iter().filter(|w| w.kind != WireKind::Spawn) {
        p.wire(wire);
    }
    p.veil();
    if let Some(x) = scene.chosen {
        p.flag(x);
    }
    if let Some((from, to)) = frame.marked {
        ctx.set_global_alpha(0.25);
        ctx.set_fill_style_str(colours.get("accent"));
        ctx.fill_rect(p.at(from), AXIS, p.at(to) - p.at(from), frame.height);
    }
    ctx.restore();
    p.axis(scene);
    p.playhead(scene);
}

impl Painter<'_> {
    fn at(&self, events: f64) -> f64 {
        (events - self.frame.left) / (self.frame.right - self.frame.left).max(1e-9) * self.frame.width
    }

    /// Where the middle of a row is.
    fn middle(&self, row: usize) -> f64 {
        AXIS + (row as f64 + 0.5) * self.frame.lane - self.frame.scroll
    }

    fn dash(&self, pattern: &[f64]) {
        let array: js_sys::Array = pattern.iter().map(|&n| JsValue::from_f64(n)).collect();
        let _ = self.ctx.set_line_dash(&array);
    }

    fn line(&self, from: (f64, f64), to: (f64, f64)) {
        self.ctx.begin_path();
        self.ctx.move_to(from.0, from.1);
        self.ctx.line_to(to.0, to.1);
        self.ctx.stroke();
    }

    /// What lies under a lane: the selection, what is before and after the selected event, and the line below.
    fn ground(&self, lane: &Lane, row: usize) {
        let (top, height) = (self.middle(row) - self.frame.lane / 2.0, self.frame.lane);
        let whole = lane.what == LaneKind::Goroutine;
        if whole && lane.goid == self.frame.selected {
            self.ctx.set_fill_style_str(self.colours.get("accent-wash"));
            self.ctx.fill_rect(0.0, top, self.frame.width, height);
        }
        if let Some((before, after)) = lane.cut {
            // Between the two lies what is concurrent to the selected event.
            let (before, after) = (self.at(before).max(0.0), self.at(after).min(self.frame.width));
            self.ctx.set_fill_style_str(self.colours.get("sunken"));
            self.ctx.fill_rect(0.0, top, before, height);
            self.ctx.fill_rect(after, top, self.frame.width - after, height);
            self.ctx.set_fill_style_str(self.colours.get("accent"));
            for x in [before, after] {
                if x > 0.0 && x < self.frame.width {
                    self.ctx.fill_rect(x - 0.5, top, 1.0, height);
                }
            }
        }
        if height >= 10.0 {
            self.ctx.set_fill_style_str(self.colours.get("line"));
            self.ctx.fill_rect(0.0, (top + height).round() - 1.0, self.frame.width, 1.0);
        }
    }

    /// A stretch in which nobody ran: pleated cloth.
    fn pleat(&self, pleat: &Pleat) {
        let (from, to) = (self.at(pleat.from), self.at(pleat.to));
        if to < 0.0 || from > self.frame.width {
            return;
        }
        self.ctx.set_fill_style_str(self.colours.get("sunken"));
        self.ctx.fill_rect(from, AXIS, to - from, self.frame.height);
        self.ctx.set_fill_style_str(self.colours.get("line-2"));
        let mut x = from;
        while x <= to {
            self.ctx.fill_rect(x.round(), AXIS, 1.0, self.frame.height);
            x += 6.0;
        }
    }

    /// The selected event.
    fn flag(&self, x: f64) {
        let x = self.at(x);
        self.ctx.set_stroke_style_str(self.colours.get("accent"));
        self.ctx.set_line_width(1.5);
        self.dash(&[4.0, 3.0]);
        self.line((x, AXIS), (x, self.frame.height));
        self.dash(&[]);
    }

    fn lane(&self, lane: &Lane, y: f64) {
        if let LaneKind::Group(..) = lane.what {
            self.group(lane, y);
            return;
        }
        for piece in &lane.pieces {
            let goid = if piece.goid == 0 { lane.goid } else { piece.goid };
            let dye = self.colours.dye(goid);
            let (from, to) = (self.at(piece.from).max(-4.0), self.at(piece.to).min(self.frame.width + 4.0));
            if to <= from {
                continue;
            }
            match piece.kind {
                StateKind::Running => self.running(goid, dye, piece, (from, to), y),
                StateKind::Runnable if self.frame.bar >= 8.0 => self.ready(dye, (from, to), y),
                StateKind::Runnable => self.thin(dye, (from, to), y, self.frame.bar.min(2.0), 0.5),
                StateKind::Stuck => self.stuck(piece, (from, to), y),
                StateKind::Sleep => self.waiting(dye, piece, (from, to), y),
                _ if self.frame.bar < 8.0 => self.thin(dye, (from, to), y, 1.0, 1.0),
                _ => self.waiting(dye, piece, (from, to), y),
            }
        }
    }

    /// A line for lanes too low for more.
    fn thin(&self, dye: &str, (from, to): (f64, f64), y: f64, height: f64, alpha: f64) {
        self.ctx.set_global_alpha(alpha);
        self.ctx.set_fill_style_str(dye);
        self.ctx.fill_rect(from, y - height / 2.0, to - from, height);
        self.ctx.set_global_alpha(1.0);
    }

    /// Many goroutines as one field: its height is the share that runs, above it hollow the share that is ready.
    fn group(&self, lane: &Lane, y: f64) {
        let (half, dye) = (self.frame.lane / 2.0 - 3.0, self.colours.dye(lane.goid));
        let bottom = y + half;
        let end = lane.shares.len();
        for (i, &(x, running, ready)) in lane.shares.iter().enumerate() {
            let to = lane.shares.get(i + 1).map_or(self.frame.width, |s| self.at(s.0));
            let from = self.at(x);
            if to < 0.0 || from > self.frame.width || (running == 0.0 && ready == 0.0 && i + 1 == end) {
                continue;
            }
            // Whoever runs is seen, however few of how many.
            let least = |share: f32| if share > 0.0 { 2.0f64 } else { 0.0 };
            let high = (2.0 * half * f64::from(running)).max(least(running));
            let more = (2.0 * half * f64::from(ready)).max(least(ready));
            self.ctx.set_fill_style_str(dye);
            self.ctx.fill_rect(from, bottom - high, to - from, high);
            self.ctx.set_global_alpha(0.35);
            self.ctx.fill_rect(from, (bottom - high - more).max(y - half), to - from, more.min(2.0 * half - high));
            self.ctx.set_global_alpha(1.0);
        }
        self.ctx.set_fill_style_str(self.colours.get("line-control"));
        self.ctx.fill_rect(0.0, bottom, self.frame.width, 1.0);
    }

    fn bar(&self, (from, to): (f64, f64), y: f64) {
        let (width, height) = ((to - from).max(1.0), self.frame.bar);
        self.ctx.begin_path();
        let _ = self.ctx.round_rect_with_f64(from, y - height / 2.0, width, height, 2.0f64.min(width / 2.0));
    }

    fn running(&self, goid: u32, dye: &str, piece: &Piece, (from, to): (f64, f64), y: f64) {
        self.ctx.set_fill_style_str(dye);
        if to - from < 4.0 || self.frame.bar < 8.0 {
            // Too small for round corners, and often very many.
            self.ctx.fill_rect(from, y - self.frame.bar / 2.0, (to - from).max(1.0), self.frame.bar);
            return;
        }
        self.bar((from, to), y);
        self.ctx.fill();
        if self.frame.bar < 14.0 || piece.from > self.frame.x {
            return;
        }
        self.ctx.set_font(&format!("500 12px {}", self.colours.code_font));
        let room = to.min(self.at(self.frame.x)) - from.max(0.0);
        if self.text_width(&piece.label) + 12.0 <= room {
            self.ctx.set_fill_style_str(self.colours.on_dye(goid));
            self.text(&piece.label, from.max(0.0) + 6.0, y);
        }
    }

    fn ready(&self, dye: &str, (from, to): (f64, f64), y: f64) {
        if to - from < 4.0 {
            self.thin(dye, (from, to), y, self.frame.bar, 0.4);
            return;
        }
        let (half, width) = (self.frame.bar / 2.0, (to - from).max(2.0));
        self.ctx.set_fill_style_str(self.colours.get("surface"));
        self.bar((from, from + width), y);
        self.ctx.fill();
        self.ctx.set_stroke_style_str(dye);
        self.ctx.save();
        self.bar((from, from + width), y);
        self.ctx.clip();
        self.ctx.set_global_alpha(0.4);
        self.ctx.set_line_width(1.5);
        let mut x = from - 2.0 * half + (from.rem_euclid(1.0));
        while x < from + width {
            self.line((x, y + half), (x + 2.0 * half, y - half));
            x += 6.0;
        }
        self.ctx.restore();
        self.ctx.set_line_width(1.5);
        if width > 3.0 {
            self.bar((from + 0.75, from + width - 0.75), y);
            self.ctx.stroke();
        }
    }

    fn stuck(&self, piece: &Piece, (from, to): (f64, f64), y: f64) {
        self.bar((from, to), y);
        self.ctx.set_fill_style_str(self.colours.get("stuck-wash"));
        self.ctx.fill();
        self.ctx.set_stroke_style_str(self.colours.get("s-stuck"));
        self.ctx.set_line_width(1.5);
        self.bar((from + 0.75, to - 0.75), y);
        self.ctx.stroke();
        self.word(piece, (from, to), y, "stuck-wash");
    }

    fn waiting(&self, dye: &str, piece: &Piece, (from, to): (f64, f64), y: f64) {
        self.ctx.set_stroke_style_str(dye);
        self.ctx.set_line_width(2.0);
        if piece.kind == StateKind::Sleep {
            self.dash(&[2.0, 3.0]);
        }
        self.line((from, y), (to, y));
        self.dash(&[]);
        self.word(piece, (from, to), y, "surface");
    }

    /// Glyph and word of a wait, where they fit; a glyph alone, or nothing.
    fn word(&self, piece: &Piece, (from, to): (f64, f64), y: f64, ground: &str) {
        if piece.label.is_empty() || piece.from > self.frame.x || self.frame.lane < 20.0 {
            return;
        }
        let start = from.max(0.0) + 10.0;
        let room = to.min(self.at(self.frame.x)) - 8.0 - start;
        self.ctx.set_font(&format!("12px {}", self.colours.ui_font));
        let width = self.text_width(&piece.label);
        let whole = 5.0 + 12.0 + 5.0 + width + 7.0;
        let shown = if whole <= room { whole } else { 22.0 };
        if shown > room {
            return;
        }
        self.ctx.set_fill_style_str(self.colours.get(ground));
        self.ctx.fill_rect(start, y - 9.0, shown, 18.0);
        let ink = self.colours.ink(piece.kind);
        self.glyph(piece.kind, ink, start + 5.0, y - 6.0, 12.0);
        if shown > 22.0 {
            self.ctx.set_fill_style_str(ink);
            self.text(&piece.label, start + 22.0, y);
        }
    }

    fn glyph(&self, kind: StateKind, ink: &str, x: f64, y: f64, size: f64) {
        let glyph = state_glyph(kind);
        let Ok(path) = Path2d::new_with_path_string(glyph.path) else { return };
        self.ctx.save();
        let _ = self.ctx.translate(x, y);
        let _ = self.ctx.scale(size / 16.0, size / 16.0);
        self.ctx.set_line_width(1.5);
        self.ctx.set_line_cap("round");
        self.ctx.set_line_join("round");
        self.ctx.set_stroke_style_str(ink);
        self.ctx.stroke_with_path(&path);
        if glyph.filled {
            self.ctx.set_fill_style_str(ink);
            self.ctx.fill_with_path_2d(&path);
        }
        self.ctx.restore();
    }

    fn wire(&self, wire: &Wire) {
        let (x0, x1) = (self.at(wire.from), self.at(wire.to));
        let (y0, y1) = (self.middle(wire.source_row), self.middle(wire.target_row));
        if x1 < -20.0 || x0 > self.frame.width + 20.0 {
            return;
        }
        let later = wire.to > self.frame.x + 1e-6;
        let touches = (wire.to - self.frame.x).abs() < 1.0;
        let down = if y1 > y0 { 1.0 } else { -1.0 };
        let half = self.frame.bar / 2.0;
        let (start, tip) = (y0 + down * half, y1 - down * (half + 1.0));
        let colour = match wire.kind {
            WireKind::Spawn => self.colours.get("line-control"),
            WireKind::Value => self.colours.dye(wire.source),
            WireKind::Wake => self.colours.get("line-control"),
            WireKind::Lock => self.colours.get("s-lock"),
            WireKind::Close | WireKind::Cancel => self.colours.get("s-select"),
        };
        self.ctx.save();
        self.ctx.set_global_alpha(if touches || wire.kind == WireKind::Spawn { 1.0 } else { 0.55 });
        self.ctx.set_stroke_style_str(colour);
        self.ctx.set_fill_style_str(colour);
        self.ctx.set_line_width(1.5);
        match wire.kind {
            WireKind::Spawn => self.dash(&[2.0, 3.0]),
            WireKind::Wake | WireKind::Lock => self.dash(&[4.0, 3.0]),
            WireKind::Close | WireKind::Cancel => self.dash(&[1.0, 3.0]),
            WireKind::Value => {}
        }
        self.ctx.begin_path();
        self.ctx.move_to(x0, start);
        if (x1 - x0).abs() < 2.0 {
            self.ctx.line_to(x1, tip - down * 5.0);
        } else {
            let bend = (tip - start) * 0.5;
            self.ctx.bezier_curve_to(x0, start + bend, x1, tip - bend, x1, tip - down * 5.0);
        }
        self.ctx.stroke();
        self.dash(&[]);
        self.ctx.begin_path();
        self.ctx.move_to(x1 - 4.5, tip - down * 6.0);
        self.ctx.line_to(x1 + 4.5, tip - down * 6.0);
        self.ctx.line_to(x1, tip);
        self.ctx.fill();
        self.ctx.restore();
        let told = wire.kind == WireKind::Value || wire.label.starts_with('×');
        if told && !wire.label.is_empty() && !later && wire.label.chars().count() <= 6 {
            self.bead(&wire.label, colour, ((x0 + x1) / 2.0, (start + tip) / 2.0), touches);
        }
    }

    fn bead(&self, label: &str, colour: &str, (x, y): (f64, f64), strong: bool) {
        self.ctx.set_font(&format!("600 12px {}", self.colours.code_font));
        let width = (self.text_width(label) + 8.0).max(17.0);
        self.ctx.save();
        self.ctx.set_global_alpha(if strong { 1.0 } else { 0.8 });
        self.ctx.begin_path();
        let _ = self.ctx.round_rect_with_f64(x - width / 2.0, y - 8.0, width, 16.0, 5.0);
        self.ctx.set_fill_style_str(self.colours.get("surface"));
        self.ctx.fill();
        self.ctx.set_stroke_style_str(colour);
        self.ctx.set_line_width(1.5);
        self.ctx.stroke();
        self.ctx.set_fill_style_str(self.colours.get("text"));
        self.text(label, x - (width - 8.0).max(self.text_width(label)) / 2.0, y);
        self.ctx.restore();
    }

    /// What is not yet stays visible as a shape.
    fn veil(&self) {
        let x = self.at(self.frame.x);
        self.ctx.save();
        self.ctx.set_global_alpha(if self.frame.veiled { 1.0 } else { 0.68 });
        self.ctx.set_fill_style_str(self.colours.get("surface"));
        self.ctx.fill_rect(x, AXIS + 1.0, self.frame.width - x, self.frame.height);
        self.ctx.restore();
    }

    fn axis(&self, scene: &Scene) {
        let ctx = self.ctx;
        ctx.set_fill_style_str(self.colours.get("surface"));
        ctx.fill_rect(0.0, 0.0, self.frame.width, AXIS);
        ctx.set_fill_style_str(self.colours.get("line"));
        ctx.fill_rect(0.0, AXIS - 1.0, self.frame.width, 1.0);
        ctx.set_font(&format!("12px {}", self.colours.ui_font));
        let mut free = f64::MIN;
        for pleat in &scene.pleats {
            let (x, width) = (self.at(pleat.from), self.text_width(&pleat.label));
            if x < free || x + width < 0.0 || x > self.frame.width {
                continue;
            }
            free = x + width + 10.0;
            ctx.set_fill_style_str(self.colours.get("text-3"));
            self.text(&pleat.label, x + 2.0, 9.0);
        }
        for tick in &scene.ticks {
            let x = self.at(tick.x).round();
            if x < -40.0 || x > self.frame.width {
                continue;
            }
            if (x + 12.0 - self.at(self.frame.x)).abs() < 44.0 {
                // The playhead's tag stands there.
                continue;
            }
            ctx.set_fill_style_str(self.colours.get("line-2"));
            ctx.fill_rect(x, AXIS - 8.0, 1.0, 7.0);
            ctx.set_fill_style_str(self.colours.get("text-3"));
            self.text(&tick.label, x + 5.0, AXIS - 8.0);
        }
    }

    fn playhead(&self, scene: &Scene) {
        let ctx = self.ctx;
        let x = self.at(self.frame.x);
        let colour = self.colours.get(if scene.end.as_ref().is_some_and(|e| e.bad) { "s-stuck" } else { "accent" });
        ctx.set_fill_style_str(colour);
        ctx.fill_rect(x - 1.0, 0.0, 2.0, self.frame.height);
        ctx.set_font(&format!("600 12px {}", self.colours.ui_font));
        let label = grouped(scene.event);
        let width = self.text_width(&label) + 24.0;
        let left = (x - width / 2.0).clamp(0.0, (self.frame.width - width).max(0.0));
        ctx.begin_path();
        for (i, (dx, y)) in
            [(0.0, 14.0), (8.0, 4.0), (width - 8.0, 4.0), (width, 14.0), (width - 8.0, 24.0), (8.0, 24.0)]
                .into_iter()
                .enumerate()
        {
            if i == 0 {
                ctx.move_to(left + dx, y);
            } else {
                ctx.line_to(left + dx, y);
            }
        }
        ctx.fill();
        ctx.set_fill_style_str(self.colours.get("surface"));
        self.text(&label, left + 12.0, 14.0);
    }

    fn text_width(&self, text: &str) -> f64 {
        self.ctx.measure_text(text).map_or(0.0, |m| m.width())
    }

    fn text(&self, text: &str, x: f64, y: f64) {
        self.ctx.set_text_baseline("middle");
        let _ = self.ctx.fill_text(text, x, y + 0.5);
    }
}
