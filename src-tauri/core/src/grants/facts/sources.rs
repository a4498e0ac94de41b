//! 財源別, and what becomes of what is left of each source.

use std::collections::HashMap;

use paper::Value;

use crate::accounts::{GrantId, Share, facts};
use crate::fact::{FactRow, Facts, row, words};
use crate::grants::{CarryOver, Known, KnownGrant, Left};
use crate::money::Yen;

/// States `by_source.*`: what a grant does not pay in the end is 自主財源.
pub(super) fn state(facts: &mut Facts, known: &Known) {
    let own = known.grants.iter().map(|one| (one.grant.id, one.grant.name.clone()));
    let names: HashMap<GrantId, String> =
        own.chain(known.left.iter().map(|left| (left.grant.id, left.name()))).collect();
    let shares = facts::state_sources(facts, &known.books, &names, &known.bearing());
    state_owed(facts, known);
    facts.state_list("by_source.rests", shares.iter().flat_map(|share| rests(known, share, &names)).collect());
}

/// States what lies with the council and is owed to the city, and what is left of its money without it.
fn state_owed(facts: &mut Facts, known: &Known) {
    let own = known.grants.iter().map(|one| (one.grant.name.clone(), known.owed_yen(one)));
    let back = |id| known.given_back_yen(id);
    let before = known.left.iter().map(|left| (left.name(), left.owed_yen - back(left.grant.id)));
    let owed: Vec<(String, Yen)> = before.chain(own).filter(|(_, amount)| *amount > Yen(0)).collect();
    let sum: Yen = owed.iter().map(|(_, amount)| *amount).sum();
    // Beside other 会計 nobody knows in whose purse it lies.
    let is_alone = known.books.funds.is_empty();
    let within = if is_alone { "次年度繰越金" } else { "すべての会計の残高" };
    let row_of = |(name, amount): &(String, Yen)| {
        row([("name", words(name)), ("amount_yen", amount.fact()), ("within", words(within))])
    };
    let rest = known.books.carry_over_yen();
    let free = (sum > Yen(0) && is_alone).then(|| rest - sum);
    facts.state_list("grants.owed", owed.iter().map(row_of).collect());
    facts.state("grants.owed_yen", sum);
    facts.state("grants.net_yen", rest - sum);
    facts.state("grants.free_yen", free.map_or(Value::Blank, Value::from));
}

/// What becomes of what is left of a source: given back, put by, deducted, carried on or still to come, with the rule's name. What
/// is put by in part and goes back in part stands in two rows, the rest in the first.
fn rests(known: &Known, share: &Share<GrantId>, names: &HashMap<GrantId, String>) -> Vec<FactRow> {
    let rest = share.rest_yen();
    let told = |id| {
        let left =
            || known.left.iter().find(|left| left.grant.id == id).map(|left| (of_left(known, left, rest), &left.rule));
        let one = known.grants.iter().find(|one| one.grant.id == id).map(|one| (of_grant(known, one), one.rest_rule()));
        one.or_else(|| left().map(|(ends, rule)| (ends, rule.clone())))
    };
    let (name, ends, rule) = match share.key {
        None => ("自主財源", vec![("次の年度へ繰越", rest)], String::new()),
        Some(id) => match names.get(&id).zip(told(id)) {
            Some((name, (ends, rule))) => (name.as_str(), ends, rule),
            None => return Vec::new(),
        },
    };
    let row_of = |(at, (label, amount)): (usize, (&str, Yen))| {
        row([
            ("name", words(name)),
            ("rest_yen", if at == 0 { rest.fact() } else { Value::Blank.into() }),
            ("label", words(label)),
            ("amount_yen", amount.fact()),
            ("rule", words(&rule)),
        ])
    };
    ends.into_iter().enumerate().map(row_of).collect()
}

/// 精算払: what has still to come.
const AWAITED: &str = "これから受け取る額";

/// What was put by and what goes back, as far as there is any of it, or what has still to come.
fn of_left(known: &Known, left: &Left, rest: Yen) -> Vec<(&'static str, Yen)> {
    if rest < Yen(0) {
        return vec![(AWAITED, -rest)];
    }
    let owed = (left.owed_yen - known.given_back_yen(left.grant.id)).max(Yen(0)).min(rest);
    in_two(left.carry_over, rest - owed, owed)
}

fn of_grant(known: &Known, one: &KnownGrant) -> Vec<(&'static str, Yen)> {
    let figures = one.figures.at_end();
    if figures.rest_yen() == Yen(0) && figures.additional_yen() > Yen(0) {
        return vec![(AWAITED, figures.additional_yen())];
    }
    match known.owed_yen(one) {
        Yen(0) if figures.refund_yen() > Yen(0) && figures.kept_yen() == Yen(0) => vec![("返還済み", Yen(0))],
        owed => in_two(figures.carry_over, figures.kept_yen(), owed),
    }
}

fn in_two(carry_over: CarryOver, kept: Yen, owed: Yen) -> Vec<(&'static str, Yen)> {
    let back = (CarryOver::Refund.label(), owed);
    match (carry_over.stays(), kept > Yen(0), owed > Yen(0)) {
        (false, ..) | (true, false, true) => vec![back],
        (true, _, false) => vec![(carry_over.label(), kept)],
        (true, true, true) => vec![(carry_over.label(), kept), back],
    }
}
