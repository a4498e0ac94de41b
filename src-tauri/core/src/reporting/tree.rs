//! 組織図: the levels of a form become boxes.

use paper::{Boxed, Level, Run, Source, Tree};

use super::scope::Scope;
use super::words::Filler;
use crate::profile::TreeLevel;

/// Those levels that stand, with their boxes.
pub fn set(levels: &[TreeLevel], filler: Filler, scope: Scope) -> Tree {
    let stands = |level: &&TreeLevel| level.only_with.as_ref().is_none_or(|fact| scope.is_present(fact));
    let level = |level: &TreeLevel| {
        let boxes = match &level.each {
            Some(list) => scope.each(list).map(|row| boxed(level, filler, row)).collect(),
            None => vec![boxed(level, filler, scope)],
        };
        Level { branch: level.branch, boxes }
    };
    Tree { levels: levels.iter().filter(stands).map(level).collect() }
}

fn boxed(level: &TreeLevel, filler: Filler, scope: Scope) -> Boxed {
    let rows = level.list.iter().flat_map(|list| scope.each(list));
    let mut lines: Vec<Vec<Run>> = rows.map(|row| filler.runs(&level.text, row)).collect();
    let foot = filler.runs(&level.foot, scope);
    let is_known = foot.iter().all(|run| !matches!(run.source, Source::Missing(_)));
    lines.extend(Some(foot).filter(|foot| !foot.is_empty() && is_known));
    Boxed { title: filler.runs(&level.title, scope), lines }
}
