//! What `make package` builds, as publishers get it: installed into pages that others' tools build, and unpacked.
//!
//! [`made`] packs the build that is tested, installs the package into the pages of `tests/fixtures/hosts/` that have to be
//! built, and builds them, once for all tests. They need no network: `tools/setup.sh frameworks` has been there.

mod content;
mod made;
mod pages;
