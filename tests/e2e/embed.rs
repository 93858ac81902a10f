//! `<gatefold-reader>` on pages of others (`tests/fixtures/hosts/`): what the page's own script, styles, policy and
//! address have of it, and what it has of them.

mod access;
mod attributes;
mod broken;
mod crash;
mod elsewhere;
mod events;
mod failing;
mod gallery;
mod inline;
mod leaks;
mod life;
mod many;
mod methods;
mod policy;
mod show;
