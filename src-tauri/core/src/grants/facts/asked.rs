//! What a grant's papers ask of the city: the amounts that were written down with its steps, and what follows from them.

use paper::Value;

use crate::fact::{Fact, FactRow, row, words};
use crate::grants::{GrantStep, KnownGrant, Stage, StepState};
use crate::money::Yen;

/// 申請額, 請求額 with its instalments, 変更後の額.
pub(super) fn asked(known: &KnownGrant) -> FactRow {
    let of = |stage: Stage| known.steps.iter().filter(move |step| step.stage == stage);
    let is_open = |step: &&GrantStep| step.state != StepState::Done;
    let claims: Vec<&GrantStep> = of(Stage::Claim).collect();
    let claim = claims.iter().rposition(is_open);
    let change = of(Stage::Change).rfind(is_open).and_then(|step| step.amount_yen);
    let claimed: Yen = of(Stage::Claim).filter(is_open).filter_map(|step| step.amount_yen).sum();
    let figures = &known.figures;
    let open = known.grant.decided_yen.map(|decided| decided - figures.deducted_yen() - figures.received_yen - claimed);
    let claim_row = |(at, step): (usize, &&GrantStep)| {
        row([
            ("nth", Value::Count(at as i64 + 1).into()),
            ("on", Value::Date(step.happened_on).into()),
            ("amount_yen", or_blank(step.amount_yen)),
            ("state", words(step.state.label())),
        ])
    };
    row([
        ("applied_yen", or_blank(of(Stage::Application).filter_map(|step| step.amount_yen).next_back())),
        ("claim_nth", claim.map_or(Value::Blank, |at| Value::Count(at as i64 + 1)).into()),
        ("claim_yen", or_blank(claim.and_then(|at| claims[at].amount_yen))),
        ("claim_left_yen", or_blank(open.filter(|_| claim.is_some()))),
        ("change_yen", or_blank(change)),
        ("change_difference_yen", or_blank(change.zip(known.grant.decided_yen).map(|(to, from)| to - from))),
        ("claims", Fact::List(claims.iter().enumerate().map(claim_row).collect())),
    ])
}

fn or_blank(amount: Option<Yen>) -> Fact {
    amount.map_or(Value::Blank, Value::from).into()
}
