//! What is told of the grants before a year is closed: what no grant pays, whether own funds can bear it, a grant that was used
//! before those that come first, and one that never came.

use super::{GrantStep, Known, KnownGrant, Stage, StepState, Unplaced};
use crate::Error;
use crate::accounts::{Entry, Finding, GrantId};
use crate::money::Yen;

impl Known {
    /// 超過額 of each grant that the city has decided: before that nobody knows what it will not pay.
    pub fn excess(&self) -> Vec<(GrantId, Yen)> {
        let is_decided = |one: &&KnownGrant| one.grant.decided_yen.or(one.grant.fixed_yen).is_some();
        self.grants.iter().filter(is_decided).map(|one| (one.grant.id, one.figures.excess_yen())).collect()
    }

    /// Of a grant that comes after all others: those that still have money although something is charged to it.
    pub fn others_unused(&self, last: &KnownGrant) -> Vec<Error> {
        let is_last = last.rules.as_ref().is_some_and(|rules| rules.after_others);
        if !is_last || last.figures.allocated_yen <= Yen(0) {
            return Vec::new();
        }
        let others = self.grants.iter().filter(|one| one.grant.id != last.grant.id);
        let left = others.map(|one| (one, one.figures.left_yen())).filter(|(_, left)| *left > Yen(0));
        let told = |(one, left): (&KnownGrant, Yen)| {
            let error = Error::refused("grants.others_unused").with("grant", &last.grant.name);
            error.with("other", &one.grant.name).with("left", shown(left))
        };
        left.map(told).collect()
    }

    /// Of a grant that something is charged to and of which nothing has come: its income is not yet written, or not as its own.
    pub fn never_came(&self, one: &KnownGrant) -> Option<Error> {
        let is_short = one.grant.decided_yen > Some(Yen(0)) && one.figures.allocated_yen > Yen(0);
        let has_come = one.figures.received_yen + one.figures.deducted_yen() > Yen(0);
        (is_short && !has_come).then(|| Error::refused("grants.never_came").with("grant", &one.grant.name))
    }

    /// The same once the money ought to be there: of 精算払 when its amount is fixed, of others when the work is done.
    pub fn is_overdue(&self, one: &KnownGrant) -> Option<Error> {
        let is_fixed = |step: &GrantStep| step.stage == Stage::Fixing && step.state == StepState::Done;
        let is_due = match one.payment() {
            Some(payment) if payment.is_after_the_work() => one.steps.iter().any(is_fixed),
            _ => one.is_settled(),
        };
        self.never_came(one).filter(|_| is_due)
    }

    /// Of a grant that pays nothing without a receipt: what was charged to it and none proves.
    fn without_receipt(&self, one: &KnownGrant) -> Option<Error> {
        let is_its = |entry: &&Entry| entry.grant_id == Some(one.grant.id) && self.unreceipted.contains(&entry.id);
        let own: Vec<Yen> = self.books.standing().filter(is_its).map(|entry| entry.amount_yen).collect();
        let told = || told("grants.without_receipt", own.iter().copied().sum()).with("count", own.len());
        (!own.is_empty()).then(|| told().with("grant", &one.grant.name))
    }

    /// For the secretary to judge; nothing of it stands in the way of a closing.
    pub fn findings(&self) -> Vec<Finding> {
        let of_grants = self.grants.iter().filter_map(|one| {
            let (code, amount) = match one.grant.decided_yen.or(one.grant.fixed_yen) {
                Some(_) => ("grants.charged_over", one.figures.beyond_yen()),
                None => ("grants.charged_undecided", one.figures.allocated_yen),
            };
            (amount > Yen(0)).then(|| told(code, amount).with("grant", &one.grant.name))
        });
        let own = self.books.by_source(&self.bearing()).into_iter().find(|part| part.key.is_none());
        let short = own.map(|own| own.rest_yen()).filter(|rest| *rest < Yen(0));
        let of_own = short.map(|rest| told("grants.own_funds_short", -rest));
        let unproven = self.grants.iter().filter_map(|one| self.without_receipt(one));
        let unused = self.grants.iter().flat_map(|one| self.others_unused(one));
        let never_came = self.grants.iter().filter_map(|one| self.never_came(one));
        let of_left = self.left.iter().filter(|left| left.is_unbooked).map(|left| unbooked(&left.name()));
        let refunds = self.grants.iter().filter_map(KnownGrant::refund_unbooked).chain(of_left);
        of_grants
            .chain(unproven)
            .chain(never_came)
            .chain(refunds)
            .chain(self.grants.iter().flat_map(KnownGrant::reserve_ends))
            .chain(self.grants.iter().flat_map(KnownGrant::unplaced))
            .chain(unused)
            .chain(of_own)
            .map(|error| Finding { error, is_in_the_way: false })
            .collect()
    }
}

impl KnownGrant {
    /// What was put by too long ago: what goes back as the year ends, and what will when the next one does.
    pub fn reserve_ends(&self) -> Vec<Error> {
        let now = self.figures.expired_yen().min(self.way().to_refund_yen());
        let next = self.figures.expires_next_yen();
        let year = self.grant.fiscal_year.next().label();
        let ends = [("grants.reserve_expired", now), ("grants.reserve_expires_next", next)];
        let open = ends.into_iter().filter(|(_, amount)| *amount > Yen(0));
        open.map(|(code, amount)| told(code, amount).with("grant", &self.grant.name).with("year", &year)).collect()
    }

    /// Of a grant from which 事業収入 is taken off: what was charged to it, and what came in, without saying for which 事業.
    pub fn unplaced(&self) -> Vec<Error> {
        let Unplaced { charged, income } = self.figures.unplaced;
        let is_used = self.figures.allocated_yen > Yen(0);
        let all = [("grants.charged_without_activity", charged), ("grants.income_without_activity", income)];
        let open = all.into_iter().filter(|(_, (count, _))| is_used && *count > 0);
        open.map(|(code, (count, sum))| told(code, sum).with("count", count).with("grant", &self.grant.name)).collect()
    }

    /// Of a grant of which something went back that no book tells: the money still lies with the council there.
    pub fn refund_unbooked(&self) -> Option<Error> {
        self.steps.iter().any(GrantStep::is_unbooked).then(|| unbooked(&self.grant.name))
    }
}

fn unbooked(grant: &str) -> Error {
    Error::refused("grants.refund_unbooked").with("grant", grant)
}

fn told(code: &'static str, amount: Yen) -> Error {
    Error::refused(code).with("amount", shown(amount))
}

fn shown(amount: Yen) -> String {
    paper::Value::Yen(amount.0).shown(paper::Negative::White)
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::accounts::Books;
    use crate::calendar::FiscalYear;
    use crate::grants::{CarriedOver, CarryOver, Grant, GrantFigures, GrantRules, GrantStepId};

    /// 70,000 put by two years ago: all of it is told, then what has still to go back, then nothing.
    #[test]
    fn what_was_put_by_too_long_is_told_until_it_went_back() {
        let year = FiscalYear(2025);
        let grant = Grant {
            id: GrantId::new(),
            fiscal_year: year,
            name: "一括交付金".into(),
            decided_yen: Some(Yen(300_000)),
            decided_on: NaiveDate::from_ymd_opt(2025, 4, 21),
            decision_no: String::new(),
            fixed_yen: None,
        };
        let text = "name = \"一括交付金\"\ncarry_over = \"reserve\"\nreserve_years = 2";
        let rules: GrantRules = toml::from_str(text).unwrap();
        let carried = CarriedOver::of(CarryOver::Reserve, FiscalYear(2023), Yen(70_000));
        let figures = GrantFigures::of(&grant, &Books::empty(year), Some(&rules), Some(carried)).unwrap();
        let told = |back: &[i64]| {
            let steps = back.iter().map(|amount| GrantStep {
                id: GrantStepId::new(),
                grant_id: grant.id,
                stage: Stage::Refund,
                state: StepState::Done,
                happened_on: year.last_day(),
                number: String::new(),
                amount_yen: Some(Yen(*amount)),
                note: String::new(),
                entry_id: None,
                basis: None,
                version: 1,
            });
            let amounts: Vec<Option<Yen>> = back.iter().map(|amount| Some(Yen(*amount))).collect();
            let figures = figures.clone().with_refunds(&amounts);
            let steps = steps.collect();
            let known = KnownGrant { grant: grant.clone(), figures, steps, rules: Some(rules.clone()) };
            let ends = known.reserve_ends().into_iter();
            ends.map(|end| (end.code, end.params["amount"].clone())).collect::<Vec<_>>()
        };
        assert_eq!(told(&[]), [("grants.reserve_expired", "70,000".to_owned())]);
        assert_eq!(told(&[20_000]), [("grants.reserve_expired", "50,000".to_owned())]);
        assert_eq!(told(&[20_000, 50_000]), []);
    }
}
