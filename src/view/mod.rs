//! What to draw of a run: snapshots and events become scenes.
//!
//! It decides words, order and proportions and knows no DOM. The page paints what stands in the scene.

mod history;
mod scene;

pub use history::History;
pub use scene::{duration, scene, sentence};
