//! The command line for publishers: what Gatefold makes of a file, without a browser.
//!
//! 1. `arguments` reads what was asked; its tables are also the help.
//! 2. `input` lists the files, walks folders and parses JSON, with `encoding` making text of bytes first.
//! 3. `work` does the command for one file after another: `read` hands it to the adapters, `addresses` keeps
//!    relative addresses relative, `schema` finds what breaks the rules of Article JSON.
//! 4. `report` writes what came out, as text or as JSON; `text` fits words into a terminal.
//!
//! What was found goes to standard output; complaints and progress go to standard error. A closed pipe is no failure:
//! nobody reads on, so the program ends.

mod addresses;
mod arguments;
mod encoding;
mod input;
mod read;
mod report;
mod schema;
mod text;
mod work;

use arguments::{Asked, Command, Request};
use report::Progress;
use std::ffi::OsString;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::process::ExitCode;
use work::{Outcome, Worker};

/// All right.
const RIGHT: u8 = 0;
/// Something could not be read or written, or is invalid.
const WRONG: u8 = 1;
/// Wrong usage.
const USAGE: u8 = 2;

/// Stack of the thread that does the work: parsing, validating and dropping JSON recurse, and
/// [`input::MAX_NESTING`] levels of it have to fit, in a build without optimisation too.
const STACK: usize = 256 << 20;

/// What stops the program before it is through.
enum Stop {
    /// The arguments make no sense.
    Usage(String),
    /// Nothing more can be written.
    Output(io::Error),
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

/// Does what the arguments of the process ask, and says how it went.
pub fn main() -> ExitCode {
    let thread = std::thread::Builder::new().stack_size(STACK).spawn(|| {
        let mut out = BufWriter::new(io::stdout().lock());
        run(std::env::args_os().skip(1), &mut out)
    });
    let stopped = match thread.map(std::thread::JoinHandle::join) {
        Ok(Ok(Ok(code))) => return ExitCode::from(code),
        Ok(Ok(Err(stop))) => stop,
        // The panic has said what happened.
        Ok(Err(_)) => return ExitCode::from(WRONG),
        Err(error) => Stop::Output(error),
    };
    let (code, cause) = match stopped {
        Stop::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => return ExitCode::from(RIGHT),
        Stop::Output(error) => (WRONG, error.to_string()),
        Stop::Usage(cause) => (USAGE, format!("{cause}\nTry `gatefold --help`.")),
    };
    // Nothing is left to do when standard error is closed.
    let _ = writeln!(io::stderr(), "gatefold: {cause}");
    ExitCode::from(code)
}

fn run(arguments: impl Iterator<Item = OsString>, out: &mut dyn Write) -> Result<u8, Stop> {
    let request = match arguments::parse(arguments).map_err(Stop::Usage)? {
        Asked::Run(request) => request,
        Asked::Help => return answer(out, &arguments::help()),
        Asked::Version => return answer(out, concat!("gatefold ", env!("CARGO_PKG_VERSION"), "\n")),
    };
    let entries = input::entries(&request.files, request.out.as_deref());
    let many = entries.len() > 1 || request.files.iter().any(|file| file.is_dir());
    if request.command == Command::Convert && many && request.out.is_none() {
        return Err(Stop::Usage("several files: name a folder for them with --out".to_owned()));
    }
    let mut worker = Worker::new(&request)?;
    let (mut wrong, mut counts) = (false, report::Counts::default());
    let progress = Progress::new(many && io::stderr().is_terminal(), entries.len());
    for (index, entry) in entries.into_iter().enumerate() {
        progress.show(index, &entry.name);
        let outcome = worker.work(entry);
        progress.clear();
        wrong |= !outcome.is_right(request.strict);
        counts.add(&outcome, request.strict);
        tell(&request, &outcome, many, &worker, out)?;
        out.flush()?;
    }
    if many && !request.json {
        counts.write(out)?;
        out.flush()?;
    }
    Ok(if wrong { WRONG } else { RIGHT })
}

fn answer(out: &mut dyn Write, text: &str) -> Result<u8, Stop> {
    out.write_all(text.as_bytes())?;
    out.flush()?;
    Ok(RIGHT)
}

/// Writes what came out for one file.
fn tell(
    request: &Request,
    outcome: &Outcome,
    many: bool,
    worker: &Worker<'_>,
    out: &mut dyn Write,
) -> Result<(), Stop> {
    let to_output = request.command == Command::Convert && request.out.is_none();
    if !to_output {
        return Ok(report::write(request, outcome, many, worker.addresses(), out)?);
    }
    // The article has standard output for itself.
    if let Some(text) = worker.converted(outcome) {
        out.write_all(text.as_bytes())?;
        out.flush()?;
    }
    let mut complaints = Vec::new();
    if request.json {
        report::json(request, outcome, worker.addresses(), &mut complaints)?;
    } else {
        report::complaints(outcome, &mut complaints)?;
    }
    // A closed standard error must not cost the article.
    let _ = io::stderr().write_all(&complaints);
    Ok(())
}
