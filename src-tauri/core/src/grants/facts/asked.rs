//! What a grant's papers ask of the city: the amounts that were written down with its steps, and what follows from them.

use paper::Value;

use super::step_row;
use crate::accounts::{Books, Side};
use crate::fact::{Fact, FactRow, row, words};
use crate::grants::{Grant, GrantStep, KnownGrant, PaymentMode, Stage, StepState};
use crate::money::Yen;

/// 申請額, 請求額 with its instalments, 変更後の額.
pub(super) fn asked(known: &KnownGrant) -> FactRow {
    let of = |stage: Stage| known.steps.iter().filter(move |step| step.stage == stage);
    let is_open = |step: &&GrantStep| step.state != StepState::Done;
    let claims: Vec<&GrantStep> = of(Stage::Claim).collect();
    let claim = claims.iter().rposition(is_open);
    let change = of(Stage::Change).rfind(is_open).and_then(|step| step.amount_yen);
    let claim_yen = claim.and_then(|at| claims[at].amount_yen);
    let (figures, claimed) = (&known.figures, claims.iter().filter_map(|step| step.amount_yen).sum::<Yen>());
    // An instalment may be written down as paid before the book has it, and may have come while its step still says it was filed.
    let gone = figures.deducted_yen() + claimed.max(figures.received_yen + claim_yen.unwrap_or_default());
    let is_after = known.payment().is_some_and(PaymentMode::is_after_the_work);
    // What is claimed once the amount is fixed ends with that amount.
    let most = known.grant.fixed_yen.filter(|_| is_after).or(known.grant.decided_yen);
    let left = most.map(|most| most - gone);
    let claim_row = |(at, step): (usize, &&GrantStep)| {
        row([
            ("nth", Value::Count(at as i64 + 1).into()),
            ("on", Value::Date(step.happened_on).into()),
            ("amount_yen", or_blank(step.amount_yen)),
            ("state", words(step.state.label())),
        ])
    };
    // What cannot be worked out any longer says nothing, and the amount stays as it was written.
    let basis = of(Stage::Application).filter_map(|step| step.basis.as_ref()).next_back();
    let worked = basis.and_then(|basis| Some((basis.formula().ok()?, basis.worked().ok()?)));
    let title = worked.as_ref().map_or_else(String::new, |(formula, _)| format!("{}　{}", formula.city, formula.title));
    row([
        ("told_yen", or_blank(known.grant.fixed_yen)),
        ("basis_title", Value::text(&title).into()),
        (
            "basis",
            Fact::List(worked.map_or_else(Vec::new, |(_, worked)| worked.steps.into_iter().map(step_row).collect())),
        ),
        ("applied_yen", or_blank(of(Stage::Application).filter_map(|step| step.amount_yen).next_back())),
        ("claim_nth", claim.map_or(Value::Blank, |at| Value::Count(at as i64 + 1)).into()),
        ("claim_yen", or_blank(claim_yen)),
        ("claim_left_yen", or_blank(left.filter(|_| claim.is_some()))),
        ("change_yen", or_blank(change)),
        ("change_difference_yen", or_blank(change.zip(known.grant.decided_yen).map(|(to, from)| to - from))),
        ("claims", Fact::List(claims.iter().enumerate().map(claim_row).collect())),
    ])
}

/// How its claim is headed, and which of its papers' words hold: those of money that comes before the work, or of money that
/// comes after it. Most grants come before it; of one that no rule speaks of nothing is said in the title.
pub(super) fn paid(payment: Option<PaymentMode>) -> FactRow {
    let title = payment.map_or_else(String::new, |payment| format!("（{}）", payment.label()));
    let mode = payment.unwrap_or(PaymentMode::Estimate);
    let only = |is_it: bool| words(if is_it { mode.label() } else { "" });
    row([
        ("claim_title", words(&format!("交付請求書{title}"))),
        ("paid_before", only(!mode.is_after_the_work())),
        ("paid_after", only(mode.is_after_the_work())),
    ])
}

/// The budget of 一般会計 in two, together all of it: what its parts plan to be paid by this grant, and the rest.
/// Nothing where no part names the grant, so that nobody reads a split nobody made.
pub(super) fn planned(grant: &Grant, books: &Books) -> FactRow {
    let books = books.of_fund(None);
    let (mut eligible, mut whole) = (Yen(0), Yen(0));
    for line in books.settled_lines(Side::Expense) {
        let parts = books.parts_of(line.item.id).filter(|part| part.grant_id == Some(grant.id));
        eligible += parts.map(|part| part.amount_yen).sum::<Yen>().min(line.budget_yen());
        whole += line.budget_yen();
    }
    let split = (eligible != Yen(0)).then_some((eligible, whole - eligible));
    row([
        ("planned_yen", or_blank(split.map(|(eligible, _)| eligible))),
        ("unplanned_yen", or_blank(split.map(|(_, rest)| rest))),
    ])
}

fn or_blank(amount: Option<Yen>) -> Fact {
    amount.map_or(Value::Blank, Value::from).into()
}
