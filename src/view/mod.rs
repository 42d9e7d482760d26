//! What to draw of a run: snapshots and events become scenes.
//!
//! It decides words, order and coordinates and knows no DOM. The page paints what stands in the scene.

mod axis;
mod causes;
mod findings;
mod history;
mod lanes;
mod measure;
mod mini;
mod offers;
mod panels;
mod picture;
mod rows;
mod svg;
mod told;
mod traffic;
mod widgets;
mod words;

pub use findings::{Exploring, SCHEDULES, findings, outcomes};
pub use mini::{compare, miniature};
pub use picture::{Looks, Picture};
pub use svg::svg;
pub use traffic::{Channel, Flight, Hand, Queued, Traffic};
pub use widgets::widget;
pub use words::{duration, ending};
