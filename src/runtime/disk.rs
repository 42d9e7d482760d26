//! Questions to the disk of whoever drives the machine: what a program reads from files is an input like any other. It knows no
//! disk: it keeps the answers by number, so that a machine that is put back meets the same ones again.

use std::sync::Arc;

/// What is asked. The numbers are those of `stdlib/go/os/disk.go`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DiskOp {
    /// Mode, size and time of what a path names, and where a link points to; links are not followed.
    Stat,
    /// A file's bytes.
    Read,
    /// A folder's entries.
    List,
    /// A new file with the permissions `number`.
    Create,
    /// Whether a file may be written to; with `number` 1 it is emptied.
    Open,
    /// Writes `data` at the place `number`.
    Write,
    /// Makes a file `number` bytes long.
    Truncate,
    /// A new folder with the permissions `number`.
    Mkdir,
    /// Takes a file or empty folder away.
    Remove,
    /// Takes a folder away with all that is in it.
    RemoveAll,
    /// Moves to `to`.
    Rename,
    /// A new link at `path` to the text `to`.
    Symlink,
    /// A second name `to`.
    Link,
    /// Sets the permissions `number`.
    Chmod,
    /// Sets the times: of the last change `number`, of the last access in `to`, nanoseconds since 1970.
    Chtimes,
    /// Sets the owners, user and group in `to`; a link's own with `number` 1.
    Chown,
}

impl DiskOp {
    /// All, by number.
    pub const ALL: [Self; 16] = [
        Self::Stat,
        Self::Read,
        Self::List,
        Self::Create,
        Self::Open,
        Self::Write,
        Self::Truncate,
        Self::Mkdir,
        Self::Remove,
        Self::RemoveAll,
        Self::Rename,
        Self::Symlink,
        Self::Link,
        Self::Chmod,
        Self::Chtimes,
        Self::Chown,
    ];
}

/// A question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DiskRequest {
    /// What is asked.
    pub op: DiskOp,
    /// Of what: an absolute path.
    pub path: String,
    /// A second path, or whatever else the operation needs.
    pub to: String,
    /// A number that the operation needs.
    pub number: i64,
    /// Bytes to be written.
    pub data: Vec<u8>,
}

/// What is there, for [`DiskOp::Stat`], [`DiskOp::List`] and [`DiskOp::Create`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DiskEntry {
    /// Its name, for a folder's entries.
    pub name: String,
    /// Kind and permissions, as Linux has them.
    pub mode: u32,
    /// Bytes.
    pub size: u64,
    /// Time of the last change, nanoseconds since 1970.
    pub time: i64,
    /// Where a link points to.
    pub link: String,
}

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DiskAnswer {
    /// The number of an error on Linux, or 0.
    pub errno: u32,
    /// What is there.
    pub entries: Vec<DiskEntry>,
    /// A file's bytes.
    pub data: Arc<[u8]>,
}

/// A disk that can only be looked at, which answers at once: for machines that are put back again and again. The same question must
/// always have the same answer.
pub trait DiskView: std::fmt::Debug + Send + Sync {
    /// The answer to [`DiskOp::Stat`], [`DiskOp::Read`] or [`DiskOp::List`] of an absolute path.
    fn look(&self, op: DiskOp, path: &str) -> DiskAnswer;
}

/// The files that a machine is given, and what was answered so far.
#[derive(Debug, Clone, Default)]
pub struct Disk {
    /// The working directory.
    pub dir: Arc<str>,
    /// Names, absolute or below the working directory, and bytes of files that are there from the start.
    pub files: Arc<[(String, Arc<[u8]>)]>,
    /// A disk below memory that nothing is changed on.
    pub view: Option<Arc<dyn DiskView>>,
    /// Whether somebody answers.
    pub open: bool,
    /// Whether the bytes of answers are kept for a machine that is put back.
    pub keep: bool,
    /// All answers.
    pub answers: Arc<Vec<DiskAnswer>>,
    /// How many questions were asked.
    pub asked: usize,
    /// The question that has no answer yet: whoever drives the machine must answer.
    pub wanted: Option<Box<DiskRequest>>,
}

impl Disk {
    /// Asks; the number of the question.
    pub fn ask(&mut self, request: DiskRequest) -> usize {
        let number = self.asked;
        self.asked += 1;
        if number >= self.answers.len() {
            if let Some(view) = &self.view {
                let answer = view.look(request.op, &request.path);
                Arc::make_mut(&mut self.answers).push(answer);
            } else if self.open {
                self.wanted = Some(Box::new(request));
            } else {
                const EIO: u32 = 5;
                Arc::make_mut(&mut self.answers).push(DiskAnswer { errno: EIO, ..DiskAnswer::default() });
            }
        }
        number
    }

    /// The answer to a question.
    pub fn answer_to(&mut self, number: usize) -> DiskAnswer {
        if self.keep {
            return self.answers.get(number).cloned().unwrap_or_default();
        }
        Arc::make_mut(&mut self.answers).get_mut(number).map(std::mem::take).unwrap_or_default()
    }

    /// Takes the answer to the question that is open.
    pub fn answer(&mut self, answer: DiskAnswer) {
        if self.wanted.take().is_some() {
            Arc::make_mut(&mut self.answers).push(answer);
        }
    }
}
