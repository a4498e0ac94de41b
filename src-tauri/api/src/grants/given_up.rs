//! What becomes of a grant whose written rules are given up.

use office::Yen;
use office::grants::{CarryOver, Grant, GrantFigures, RulesFrom, known};
use office::profile::Edition;
use serde::Serialize;
use ts_rs::TS;

use crate::{Desk, Error, Result};

/// Giving the written rules of a grant up: which ones hold then, and what that changes as the books stand.
#[derive(Debug, Serialize, TS)]
pub struct GivenUpRules {
    pub to: HeldBefore,
    pub now: SettledBy,
    pub then: SettledBy,
}

/// Whose rules hold where none are written.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum HeldBefore {
    /// 市町村のひな形
    Profile,
    /// 一般的な順
    Common,
}

/// The figures of a grant by some rules.
#[derive(Debug, Serialize, TS)]
pub struct SettledBy {
    pub fixed_yen: Yen,
    pub additional_yen: Yen,
    pub refund_yen: Yen,
    pub kept_yen: Yen,
    pub carry_over: CarryOver,
}

impl GivenUpRules {
    /// Of a grant with rules of its own.
    pub(super) fn of(desk: &Desk, edition: &Edition, grant: &Grant) -> Result<Option<GivenUpRules>> {
        let bare = edition.without_written(grant.fiscal_year, &grant.name);
        let to = match bare.grant_rules(&grant.name).map(|rules| rules.from) {
            Some(RulesFrom::Profile) => HeldBefore::Profile,
            _ => HeldBefore::Common,
        };
        let settled = |edition: &Edition| {
            let rules_of = |year| edition.grants_in(year);
            let all = desk.office()?.view(|view| known(view, grant.fiscal_year, &rules_of, None))?;
            let own = all.grants.iter().find(|one| one.grant.id == grant.id);
            Ok::<_, Error>(own.map(|one| SettledBy::of(&one.figures)))
        };
        let (now, then) = (settled(edition)?, settled(&bare)?);
        Ok(now.zip(then).map(|(now, then)| GivenUpRules { to, now, then }))
    }
}

impl SettledBy {
    fn of(figures: &GrantFigures) -> SettledBy {
        SettledBy {
            fixed_yen: figures.fixed_yen,
            additional_yen: figures.additional_yen(),
            refund_yen: figures.refund_yen(),
            kept_yen: figures.kept_yen(),
            carry_over: figures.carry_over,
        }
    }
}
