//! The disk of the machine this runs on, for programs that ask for it. What a program may do is decided there, not here.

use crate::engine::{DiskAnswer, DiskEntry, DiskOp, DiskRequest, DiskView, Session};
use std::collections::BTreeMap;
use std::fs::{self, File, Metadata, OpenOptions, Permissions};
use std::io::{Error, Result};
use std::os::unix::fs::{DirBuilderExt, FileExt, MetadataExt, OpenOptionsExt, PermissionsExt, chown, lchown, symlink};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime};

/// This disk as it was when it was first looked at.
#[derive(Debug, Default)]
struct Still {
    /// What was answered, by question.
    seen: Mutex<BTreeMap<(u8, String), DiskAnswer>>,
}

/// The disk for runs that must not change it, and must all find the same.
pub(super) fn still() -> Arc<dyn DiskView> {
    Arc::new(Still::default())
}

impl DiskView for Still {
    fn look(&self, op: DiskOp, path: &str) -> DiskAnswer {
        const EROFS: u32 = 30;
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        let answer = seen.entry((op as u8, path.to_owned())).or_insert_with(|| match op {
            DiskOp::Stat | DiskOp::Read | DiskOp::List => look(op, Path::new(path)).unwrap_or_else(|e| refusal(&e)),
            _ => DiskAnswer { errno: EROFS, ..DiskAnswer::default() },
        });
        answer.clone()
    }
}

/// What is there.
fn look(op: DiskOp, path: &Path) -> Result<DiskAnswer> {
    let mut answer = DiskAnswer::default();
    match op {
        DiskOp::Read => answer.data = fs::read(path)?.into(),
        DiskOp::List => {
            for found in fs::read_dir(path)? {
                // What has gone in between is not there; other names than text cannot be told.
                if let Ok(name) = found?.file_name().into_string()
                    && let Ok(e) = entry(&path.join(&name), name)
                {
                    answer.entries.push(e);
                }
            }
        }
        _ => answer.entries.push(entry(path, String::new())?),
    }
    Ok(answer)
}

fn refusal(error: &Error) -> DiskAnswer {
    const EIO: i32 = 5;
    DiskAnswer { errno: error.raw_os_error().unwrap_or(EIO) as u32, ..DiskAnswer::default() }
}

/// Answers questions.
#[derive(Debug, Default)]
pub(super) struct Host {
    /// The file that was written to last, so that many small writes open it once.
    last: Option<(PathBuf, File)>,
}

impl Host {
    /// Answers what the session asks, if it asks.
    pub(super) fn serve(&mut self, session: &mut Session) {
        if let Some(request) = session.wants_disk() {
            let answer = self.answer(request).unwrap_or_else(|e| refusal(&e));
            session.answer_disk(answer);
        }
    }

    fn answer(&mut self, request: &DiskRequest) -> Result<DiskAnswer> {
        let path = Path::new(&request.path);
        let number = request.number;
        if request.op != DiskOp::Write {
            self.last = None;
        }
        let mut answer = DiskAnswer::default();
        match request.op {
            DiskOp::Stat | DiskOp::Read | DiskOp::List => answer = look(request.op, path)?,
            DiskOp::Create => {
                OpenOptions::new().write(true).create_new(true).mode(number as u32).open(path)?;
                answer.entries.push(entry(path, String::new())?);
            }
            DiskOp::Open => {
                OpenOptions::new().write(true).truncate(number == 1).open(path)?;
            }
            DiskOp::Write => self.write(path, &request.data, number as u64)?,
            DiskOp::Truncate => OpenOptions::new().write(true).open(path)?.set_len(number as u64)?,
            DiskOp::Mkdir => {
                fs::DirBuilder::new().mode(number as u32).create(path)?;
                answer.entries.push(entry(path, String::new())?);
            }
            DiskOp::Remove if path.symlink_metadata()?.is_dir() => fs::remove_dir(path)?,
            DiskOp::Remove => fs::remove_file(path)?,
            DiskOp::RemoveAll if path.symlink_metadata()?.is_dir() => fs::remove_dir_all(path)?,
            DiskOp::RemoveAll => fs::remove_file(path)?,
            DiskOp::Rename => fs::rename(path, &request.to)?,
            DiskOp::Symlink => symlink(&request.to, path)?,
            DiskOp::Link => fs::hard_link(path, &request.to)?,
            DiskOp::Chmod => fs::set_permissions(path, Permissions::from_mode(number as u32))?,
            DiskOp::Chtimes => {
                let mut times = fs::FileTimes::new().set_modified(since_1970(number));
                if let Ok(access) = request.to.parse() {
                    times = times.set_accessed(since_1970(access));
                }
                File::open(path)?.set_times(times)?;
            }
            DiskOp::Chown => {
                // -1 leaves an owner as it is.
                let mut ids = request.to.split(' ').map(|id| id.parse::<u32>().ok());
                let (user, group) = (ids.next().flatten(), ids.next().flatten());
                if number == 1 { lchown(path, user, group)? } else { chown(path, user, group)? }
            }
        }
        Ok(answer)
    }

    fn write(&mut self, path: &Path, data: &[u8], at: u64) -> Result<()> {
        if self.last.as_ref().is_none_or(|(name, _)| name != path) {
            self.last = Some((path.to_owned(), OpenOptions::new().write(true).open(path)?));
        }
        self.last.as_ref().map_or(Ok(()), |(_, file)| file.write_all_at(data, at))
    }
}

fn since_1970(nanos: i64) -> SystemTime {
    let by = Duration::from_nanos(nanos.unsigned_abs());
    let start = SystemTime::UNIX_EPOCH;
    if nanos < 0 { start.checked_sub(by) } else { start.checked_add(by) }.unwrap_or(start)
}

fn entry(path: &Path, name: String) -> Result<DiskEntry> {
    let meta = path.symlink_metadata()?;
    let link = if meta.is_symlink() { text(fs::read_link(path)?)? } else { String::new() };
    Ok(DiskEntry { name, mode: meta.mode(), size: meta.len(), time: changed(&meta), link })
}

fn changed(meta: &Metadata) -> i64 {
    meta.mtime().saturating_mul(1_000_000_000).saturating_add(meta.mtime_nsec())
}

fn text(path: PathBuf) -> Result<String> {
    path.into_os_string().into_string().map_err(|_| Error::other("a name that is no text"))
}
