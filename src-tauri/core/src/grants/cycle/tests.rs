//! What comes next, and what is due when.

use super::*;
use crate::accounts::{Books, Entry, EntryKind, GrantId, PurseId};
use crate::grants::GrantStepId;

fn day(month: u32, day: u32) -> NaiveDate {
    FiscalYear(2025).day(month, day).unwrap()
}

fn grant(decided_on: Option<NaiveDate>) -> Grant {
    Grant {
        id: GrantId::new(),
        fiscal_year: FiscalYear(2025),
        name: "補助金".into(),
        decided_yen: decided_on.map(|_| Yen(1)),
        decided_on,
        decision_no: String::new(),
        fixed_yen: None,
    }
}

fn step(grant: &Grant, stage: Stage, state: StepState, happened_on: NaiveDate) -> GrantStep {
    let (number, note) = (String::new(), String::new());
    GrantStep {
        id: GrantStepId::new(),
        grant_id: grant.id,
        stage,
        state,
        happened_on,
        number,
        amount_yen: None,
        note,
        entry_id: None,
        basis: None,
        version: 1,
    }
}

/// The figures of a grant of which so much was received and spent.
fn figures(grant: &Grant, received: i64, spent: i64) -> GrantFigures {
    let entry = |kind, amount| Entry {
        grant_id: Some(grant.id),
        eligibility: (kind == EntryKind::Expense).then_some(crate::accounts::Eligibility::Eligible),
        ..Entry::new(kind, day(6, 1), PurseId::new(), Yen(amount))
    };
    let entries = vec![entry(EntryKind::Income, received), entry(EntryKind::Expense, spent)];
    GrantFigures::of(grant, &Books { entries, ..Books::empty(FiscalYear(2025)) }, None, None).unwrap()
}

/// A way of which no rule says how it is paid.
fn way<'a>(grant: &'a Grant, steps: &'a [GrantStep], figures: &'a GrantFigures) -> Way<'a> {
    Way { grant, steps, figures, payment: None }
}

fn next_of(way: Way) -> Option<Stage> {
    way.stages().into_iter().find(|one| one.is_next).map(|one| one.stage)
}

fn report() -> PaperRule {
    toml::from_str(
        r#"
        id = "report"
        title = "実績報告書"
        stage = "report"
        due = [{ kind = "after", stage = "completion", days = 14 }, { kind = "day", month = 3, day = 31 }]
        source = "いわき市"
        is_verified = false
        "#,
    )
    .unwrap()
}

/// いわき市: within 14 days of completion and by 3/31, whichever is earlier.
#[test]
fn a_paper_is_due_on_the_earlier_of_its_days() {
    let grant = grant(Some(day(5, 1)));
    let rules = [report()];
    let due = |steps: &[GrantStep], today| {
        let figures = figures(&grant, 0, 0);
        let paper = way(&grant, steps, &figures).papers(&rules, today).remove(0);
        (paper.due_on.unwrap(), paper.is_late)
    };
    assert_eq!(due(&[], day(3, 31)), (day(3, 31), false), "not completed yet");
    let done = |on| step(&grant, Stage::Completion, StepState::Done, on);
    assert_eq!(due(&[done(day(11, 3))], day(11, 17)), (day(11, 17), false));
    assert_eq!(due(&[done(day(11, 3))], day(11, 18)), (day(11, 17), true));
    assert_eq!(due(&[done(day(3, 25))], day(3, 25)), (day(3, 31), false), "never after the end of the year");
    let filed = step(&grant, Stage::Report, StepState::Filed, day(11, 10));
    assert_eq!(due(&[done(day(11, 3)), filed], day(12, 1)), (day(11, 17), false), "filed is not late");
}

/// Without a rest nobody asks for the paper about it.
#[test]
fn a_paper_about_what_is_left_is_wanted_only_where_something_is() {
    let grant = grant(Some(day(5, 1)));
    let rules = [PaperRule { only_with_rest: true, ..report() }];
    let wanted = |spent| {
        let figures = figures(&grant, 1, spent);
        way(&grant, &[], &figures).papers(&rules, day(3, 1)).len()
    };
    assert_eq!([wanted(0), wanted(1)], [1, 0]);
}

#[test]
fn what_comes_next_is_the_first_usual_stage_that_is_not_done() {
    let next = |grant: &Grant, steps: &[GrantStep]| {
        let figures = figures(grant, 0, 0);
        next_of(way(grant, steps, &figures))
    };
    let fresh = grant(None);
    assert_eq!(next(&fresh, &[]), Some(Stage::Application), "内示 comes only where the city gives one");
    let decided = grant(Some(day(5, 1)));
    assert_eq!(next(&decided, &[]), Some(Stage::Claim));
    let asked = step(&decided, Stage::Application, StepState::Filed, day(4, 1));
    assert_eq!(next(&decided, &[asked]), Some(Stage::Claim), "the award answers the application");
    let claim = |state| step(&decided, Stage::Claim, state, day(5, 10));
    assert_eq!(next(&decided, &[claim(StepState::Filed)]), Some(Stage::Claim), "not paid yet");
    assert_eq!(next(&decided, &[claim(StepState::Done)]), Some(Stage::Completion));
    let all: Vec<GrantStep> = Stage::ALL.map(|stage| step(&decided, stage, StepState::Done, day(3, 1))).into();
    assert_eq!(next(&decided, &all), None);
    let (open, paid) = (figures(&decided, 0, 0), figures(&decided, 1, 0));
    let whole = way(&decided, &all, &open);
    assert_eq!(whole.stages().len(), 11);
    let paid = Way { steps: &[], figures: &paid, ..whole };
    assert_eq!(next_of(paid), Some(Stage::Completion), "what the books have received was claimed");
}

/// 概算払 and 前金払 are claimed once it is decided, 精算払 once the amount is fixed; of what no rule speaks nothing is known.
#[test]
fn a_grant_paid_after_the_work_is_claimed_once_its_amount_is_fixed() {
    let grant = grant(Some(day(5, 1)));
    let done = |stage| step(&grant, stage, StepState::Done, day(3, 1));
    let from_decision = |payment| -> Vec<Stage> {
        let (open, mut steps, mut came) = (figures(&grant, 0, 1), Vec::new(), Vec::new());
        while let Some(next) = next_of(Way { payment, ..way(&grant, &steps, &open) }) {
            came.push(next);
            steps.push(done(next));
        }
        came
    };
    let [claim, work] = [vec![Stage::Claim], vec![Stage::Completion, Stage::Report, Stage::Fixing]];
    let end = vec![Stage::Settlement];
    for before in [None, Some(PaymentMode::Advance), Some(PaymentMode::Estimate)] {
        assert_eq!(from_decision(before), [claim.clone(), work.clone(), end.clone()].concat(), "{before:?}");
    }
    assert_eq!(from_decision(Some(PaymentMode::Settled)), [work, claim, end].concat());
}

#[test]
fn what_was_claimed_or_came_before_its_time_is_done_and_stays_in_sight() {
    let grant = grant(Some(day(5, 1)));
    let settled = |steps: &[GrantStep], received| {
        let figures = figures(&grant, received, 1);
        let way = Way { payment: Some(PaymentMode::Settled), ..way(&grant, steps, &figures) };
        let claim = way.stages().into_iter().find(|one| one.stage == Stage::Claim).unwrap().state;
        (claim, next_of(way))
    };
    let claim = |state| step(&grant, Stage::Claim, state, day(5, 10));
    let work = [Stage::Completion, Stage::Report, Stage::Fixing];
    let worked = || work.map(|stage| step(&grant, stage, StepState::Done, day(3, 1))).to_vec();
    assert_eq!(settled(&[], 0), (None, Some(Stage::Completion)));
    assert_eq!(settled(&[claim(StepState::Filed)], 0), (Some(StepState::Filed), Some(Stage::Completion)));
    assert_eq!(settled(&[], 1), (Some(StepState::Done), Some(Stage::Completion)), "the money came");
    assert_eq!(settled(&worked(), 0), (None, Some(Stage::Claim)));
    assert_eq!(settled(&worked(), 1), (Some(StepState::Done), Some(Stage::Settlement)));
    let early = [worked(), vec![claim(StepState::Done)]].concat();
    assert_eq!(settled(&early, 0), (Some(StepState::Done), Some(Stage::Settlement)));
}

#[test]
fn what_is_left_goes_back_after_the_settlement_and_then_nothing_comes_next() {
    let grant = Grant { decided_yen: Some(Yen(10)), ..grant(Some(day(5, 1))) };
    let open = figures(&grant, 10, 4);
    let is_usual = |stage: &Stage| stage.is_usual();
    let done = |stage| step(&grant, stage, StepState::Done, day(3, 1));
    let usual: Vec<GrantStep> = Stage::ALL.into_iter().filter(is_usual).map(done).collect();
    let back = |amount_yen| GrantStep { amount_yen, ..done(Stage::Refund) };
    let seen = |refunds: &[GrantStep]| {
        let steps = [usual.as_slice(), refunds].concat();
        let way = way(&grant, &steps, &open);
        let next = next_of(way);
        assert_eq!(way.state(Stage::Refund).is_none(), next.is_some(), "a part is not all");
        (next, way.refunded_yen(), way.to_refund_yen())
    };
    let all = open.refund_yen();
    assert!(all > Yen(1), "something is left");
    assert_eq!(seen(&[]), (Some(Stage::Refund), Yen(0), all));
    assert_eq!(seen(&[back(Some(Yen(1)))]), (Some(Stage::Refund), Yen(1), all - Yen(1)));
    assert_eq!(seen(&[back(Some(Yen(1))), back(Some(all - Yen(1)))]), (None, all, Yen(0)));
    assert_eq!(seen(&[back(None)]), (None, all, Yen(0)), "without an amount all of it");
    assert_eq!(seen(&[back(Some(Yen(1))), back(None)]), (None, all, Yen(0)), "or the rest of it");
    assert_eq!(seen(&[back(Some(all + Yen(5)))]), (None, all + Yen(5), Yen(0)), "more than that is told as it was");
}
