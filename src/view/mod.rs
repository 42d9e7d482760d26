//! What to draw of a run: snapshots and events become scenes.
//!
//! It decides words, order and coordinates and knows no DOM. The page paints what stands in the scene.

mod history;
mod lanes;
mod panels;
mod picture;
mod words;

pub use picture::Picture;
pub use words::{duration, ending};
