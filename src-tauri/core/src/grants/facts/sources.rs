//! 財源別, and what becomes of what is left of each source.

use std::collections::HashMap;

use paper::Value;

use crate::accounts::{GrantId, Share, facts};
use crate::fact::{FactRow, Facts, row, words};
use crate::grants::{Known, KnownGrant};
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
    let of_left = known.left.iter().filter(|left| !left.carry_over.stays());
    let before = of_left.map(|left| (left.name(), left.amount_yen - back(left.grant.id)));
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

/// What becomes of what is left of a source: given back, put by, deducted, carried on or still to come, with the rule's name.
fn rests(known: &Known, share: &Share<GrantId>, names: &HashMap<GrantId, String>) -> Option<FactRow> {
    let rest = share.rest_yen();
    let (name, label, amount, rule) = match share.key {
        None => ("自主財源", "次の年度へ繰越".to_owned(), rest, String::new()),
        Some(id) => {
            let name = names.get(&id)?;
            let left = known.left.iter().find(|left| left.grant.id == id);
            let one = known.grants.iter().find(|one| one.grant.id == id);
            let (label, amount, rule) = match (one, left) {
                (Some(one), _) => told(known, one),
                (None, Some(left)) => (left.carry_over.label().to_owned(), rest, left.rule.clone()),
                (None, None) => return None,
            };
            (name.as_str(), label, amount, rule)
        }
    };
    Some(row([
        ("name", words(name)),
        ("rest_yen", rest.fact()),
        ("label", words(&label)),
        ("amount_yen", amount.fact()),
        ("rule", words(&rule)),
    ]))
}

fn told(known: &Known, one: &KnownGrant) -> (String, Yen, String) {
    let figures = &one.figures;
    let (label, amount) = match known.owed_yen(one) {
        _ if figures.rest_yen() == Yen(0) && figures.additional_yen() > Yen(0) => {
            ("これから受け取る額", figures.additional_yen())
        }
        _ if figures.carry_over.stays() => (figures.carry_over.label(), figures.kept_yen()),
        Yen(0) if figures.refund_yen() > Yen(0) => ("返還済み", Yen(0)),
        owed => (figures.carry_over.label(), owed),
    };
    (label.to_owned(), amount, one.rest_rule())
}
