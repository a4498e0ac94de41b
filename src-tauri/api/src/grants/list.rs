//! The grants of a year as they stood on a day.

use chrono::NaiveDate;
use office::accounts::{GrantId, ReceiptRule};
use office::formula::Step;
use office::grants::{
    CarryOver, Grant, GrantRules, Known, KnownGrant, PaperState, PaymentMode, RuleNote, RulesFrom, Stage, StageState,
    StepState, SubsidisedLines, Way, change_warnings, known,
};
use office::profile::Edition;
use office::reporting::Subject;
use office::reporting::store::{LastIssued, last_issued};
use office::{FiscalYear, Yen};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::steps::{Letters, StepRow, letters, step_row};
use crate::command::Command;
use crate::office::day_and_clock;
use crate::{Desk, Result, WireError, labels, typed};

/// The grants of a year.
#[derive(Debug, Deserialize, TS)]
pub struct ListGrants {
    pub year: FiscalYear,
    /// As they stood at the end of this day, as typed; empty is everything that was entered.
    #[serde(default)]
    pub until: String,
}

/// The grants of a year.
#[derive(Debug, Serialize, TS)]
pub struct Grants {
    pub grants: Vec<GrantRow>,
    /// Names that the city's profile knows, for recording a decision.
    pub known: Vec<String>,
    /// The stages with their words, in order.
    pub stages: Vec<StageWord>,
    /// The day that was asked for, in words; empty for everything.
    pub until_label: String,
}

/// A stage and its word.
#[derive(Debug, Serialize, TS)]
pub struct StageWord {
    pub stage: Stage,
    pub label: String,
}

pub(super) fn stage_words() -> Vec<StageWord> {
    Stage::ALL.map(|stage| StageWord { stage, label: stage.label().to_owned() }).into()
}

/// One grant with its figures, the working, its way, its papers and the city's rules.
#[derive(Debug, Serialize, TS)]
pub struct GrantRow {
    #[ts(type = "string")]
    pub id: GrantId,
    pub name: String,
    pub decided_yen: Option<Yen>,
    pub decided_label: String,
    pub decision_no: String,
    /// What may be spent: decided, and put by.
    pub usable_yen: Yen,
    /// 積立 of earlier years.
    pub reserved_yen: Yen,
    /// What was left of the year before and is taken off what the city pays.
    pub deducted_yen: Yen,
    pub received_yen: Yen,
    pub allocated_yen: Yen,
    pub eligible_yen: Yen,
    pub fixed_yen: Yen,
    pub left_yen: Option<Yen>,
    pub excess_yen: Yen,
    pub refund_yen: Yen,
    /// What has gone back, and what has still to go.
    pub refunded_yen: Yen,
    pub to_refund_yen: Yen,
    /// What stays with the council, put by or deducted next year.
    pub kept_yen: Yen,
    /// What goes back or stays, whichever the rules say.
    pub rest_yen: Yen,
    pub additional_yen: Yen,
    /// まだ受け取っていない額, once it is decided.
    pub unreceived_yen: Yen,
    pub steps: Vec<Step>,
    pub rules: Vec<RuleNote>,
    /// Whose rules they are.
    pub rules_from: RulesFrom,
    pub conditions: Conditions,
    /// Changes of the budget for which the city is to be asked; never a refusal.
    pub warnings: Vec<WireError>,
    pub stages: Vec<StageRow>,
    pub records: Vec<StepRow>,
    pub papers: Vec<PaperRow>,
}

/// What the rules name beside sentences.
#[derive(Debug, Serialize, TS)]
pub struct Conditions {
    pub payment: Option<PaymentMode>,
    pub carry_over: Option<CarryOver>,
    /// For how many years what is put by may be spent; none is without end.
    #[ts(type = "number | null")]
    pub reserve_years: Option<i64>,
    #[ts(type = "number | null")]
    pub equipment_yen: Option<i64>,
    /// What is asked of a receipt.
    pub receipts: Vec<String>,
}

/// One stage on the line of a grant.
#[derive(Debug, Serialize, TS)]
pub struct StageRow {
    pub stage: Stage,
    pub label: String,
    pub state: Option<StepState>,
    pub is_next: bool,
    /// The form that is its paper; none where there is none.
    pub form: Option<String>,
}

/// One paper that the grant wants.
#[derive(Debug, Serialize, TS)]
pub struct PaperRow {
    pub id: String,
    pub title: String,
    pub form: Option<String>,
    pub stage: Stage,
    /// Empty where no day is known yet.
    pub due_label: String,
    pub state: Option<StepState>,
    pub state_label: String,
    pub filed_label: String,
    pub is_late: bool,
    /// What is put in with it.
    pub attachments: Vec<String>,
    /// The day on which a copy of the paper was kept in the office file; empty when there is none.
    pub copy_label: String,
    pub source: String,
    pub is_verified: bool,
}

impl Command for ListGrants {
    const NAME: &'static str = "grants.list";
    type Output = Grants;
    fn run(self, desk: &Desk) -> Result<Grants> {
        let edition = desk.edition(self.year)?;
        let until = typed::day(&self.until, Some(self.year), "until")?;
        let (known, issued, letters) = desk.office()?.view(|view| {
            let rules_of = |year| edition.grants_in(year);
            let known = known(view, self.year, &rules_of, until)?;
            let letters = letters(view, &known)?;
            Ok((known, last_issued(view, self.year)?, letters))
        })?;
        let awards: Vec<Grant> = known.grants.iter().map(|one| one.grant.clone()).collect();
        let seen = Seen { all: &known, edition: &edition, today: desk.today(), issued, letters };
        let row = |(at, one)| seen.row(one, &Subject::of_grant(&awards, at));
        Ok(Grants {
            grants: known.grants.iter().enumerate().map(row).collect(),
            known: edition.grants.named.iter().map(|r| r.name.clone()).collect(),
            stages: stage_words(),
            until_label: labels::long_day(until),
        })
    }
}

/// What the rows are made from.
struct Seen<'a> {
    all: &'a Known,
    edition: &'a Edition,
    today: NaiveDate,
    issued: LastIssued,
    letters: Letters,
}

impl Seen<'_> {
    fn row(&self, known: &KnownGrant, of: &Subject) -> GrantRow {
        let KnownGrant { grant, figures, steps, rules } = known;
        let (way, rules) = (known.way(), rules.as_ref());
        GrantRow {
            id: grant.id,
            name: grant.name.clone(),
            decided_yen: grant.decided_yen,
            decided_label: labels::long_day(grant.decided_on.filter(|_| grant.decided_yen.is_some())),
            decision_no: grant.decision_no.clone(),
            usable_yen: figures.usable_yen(),
            reserved_yen: figures.reserved_yen(),
            deducted_yen: figures.deducted_yen(),
            received_yen: figures.received_yen,
            allocated_yen: figures.allocated_yen,
            eligible_yen: figures.eligible_yen,
            fixed_yen: figures.fixed_yen,
            left_yen: grant.decided_yen.map(|_| figures.left_yen()),
            excess_yen: figures.excess_yen(),
            refund_yen: figures.refund_yen(),
            refunded_yen: way.refunded_yen(),
            to_refund_yen: way.to_refund_yen(),
            kept_yen: figures.kept_yen(),
            rest_yen: figures.rest_yen(),
            additional_yen: figures.additional_yen(),
            unreceived_yen: grant.decided_yen.map_or(Yen(0), |_| figures.unreceived_yen()),
            steps: figures.steps(),
            rules: rules.map_or(Vec::new(), |rules| rules.notes.clone()),
            rules_from: rules.map_or(RulesFrom::Common, |rules| rules.from),
            conditions: conditions(rules, self.edition.receipt_rules(&[Some(&grant.name)])),
            warnings: self.warnings(known),
            stages: stage_rows(way, rules),
            records: steps.iter().map(|step| step_row(step, &self.letters)).collect(),
            papers: self.papers(way, rules, of),
        }
    }

    /// What was moved between the lines, what has become of the whole cost, grants that were to be used before this one, and that
    /// nothing has come although it ought to be there; what went back and stands in no book, what was put by too long, and what
    /// bears no 事業 although 事業収入 is taken off.
    fn warnings(&self, known: &KnownGrant) -> Vec<WireError> {
        let (books, rule) = (&self.all.books, known.rules.as_ref().and_then(|rules| rules.change.as_ref()));
        let lines = SubsidisedLines::of(&known.grant, books);
        let changes = rule.map_or_else(Vec::new, |rule| change_warnings(rule, &lines, books));
        let moved = rule.into_iter().flat_map(|rule| changes.iter().map(move |change| change.told(rule)));
        let never_came = self.all.is_overdue(known);
        let told = moved.chain(known.cost_changes(books)).chain(self.all.others_unused(known)).chain(never_came);
        let told = told.chain(known.refund_unbooked()).chain(known.reserve_ends()).chain(known.unplaced());
        told.map(WireError::from).collect()
    }

    fn papers(&self, way: Way, rules: Option<&GrantRules>, of: &Subject) -> Vec<PaperRow> {
        let papers = rules.map_or(&[][..], |rules| &rules.papers);
        let copy = |form: &String| self.issued.of(form, of).map(day_and_clock);
        let row = |paper: PaperState| PaperRow {
            id: paper.rule.id.clone(),
            title: paper.rule.title.clone(),
            form: paper.rule.form.clone(),
            stage: paper.rule.stage,
            due_label: labels::long_day(paper.due_on),
            state: paper.state,
            state_label: paper.state.map_or(String::new(), |state| state.label().to_owned()),
            filed_label: labels::long_day(paper.filed_on),
            is_late: paper.is_late,
            copy_label: paper.rule.form.as_ref().and_then(copy).unwrap_or_default(),
            attachments: paper.rule.attachments.clone(),
            source: paper.rule.source.clone(),
            is_verified: paper.rule.is_verified,
        };
        way.papers(papers, self.today).into_iter().map(row).collect()
    }
}

fn conditions(rules: Option<&GrantRules>, of_receipts: Vec<&ReceiptRule>) -> Conditions {
    Conditions {
        payment: rules.and_then(|rules| rules.payment),
        carry_over: rules.and_then(|rules| rules.carry_over),
        reserve_years: rules.and_then(|rules| rules.reserve_years),
        equipment_yen: rules.and_then(|rules| rules.equipment.as_ref()?.from_yen),
        receipts: of_receipts.into_iter().map(|rule| rule.title.clone()).collect(),
    }
}

fn stage_rows(way: Way, rules: Option<&GrantRules>) -> Vec<StageRow> {
    let form = |stage| rules?.papers.iter().find(|paper| paper.stage == stage && paper.form.is_some())?.form.clone();
    let row = |one: StageState| StageRow {
        stage: one.stage,
        label: one.stage.label().to_owned(),
        state: one.state,
        is_next: one.is_next,
        form: form(one.stage),
    };
    way.stages().into_iter().map(row).collect()
}
