//! 交付金の精算: what was charged to a grant, what the formula of its rules makes of it, what goes back to the city.

mod put_by;
mod steps;
mod sums;
#[cfg(test)]
mod tests;
mod unplaced;

use super::{CarryOver, Grant, GrantRules, SettlementRule};
use crate::Result;
use crate::accounts::Books;
use crate::calendar::FiscalYear;
use crate::formula::{Given, Quantity, Step};
use crate::money::{LARGEST_YEN, Yen};
pub use put_by::{CarriedOver, PutBy};
use sums::Sums;
pub use unplaced::{Unnamed, Unplaced};

/// The figures of one grant at one moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GrantFigures {
    /// 交付決定額; 0 until the city has decided.
    pub decided_yen: Yen,
    /// 交付金充当額: Σ eligible expense whose source of money is this grant.
    pub allocated_yen: Yen,
    /// 対象経費: what is charged to it, and what own funds pay as far as it is its own; never what another grant pays.
    pub eligible_yen: Yen,
    /// 受領額: Σ income whose source of money is this grant.
    pub received_yen: Yen,
    /// 確定（見込）額: what the city pays in the end, as it told, or as long as it has not, by the formula of its rules.
    pub fixed_yen: Yen,
    /// What the formula of its rules makes of the books.
    pub reckoned_yen: Yen,
    /// What the formula would make of the books if the award set no limit.
    earned_yen: Yen,
    /// What the formula cannot see, because it bears no 事業.
    pub unplaced: Unplaced,
    /// What the rules do with money that is left.
    pub carry_over: CarryOver,
    year: FiscalYear,
    /// 積立の年数, as far as the rules limit it.
    reserve_years: Option<i64>,
    carried: Option<CarriedOver>,
    /// 精算払: what of 受領額 came after the year was over.
    later_yen: Yen,
    /// 返還 that was told as 済み.
    told_back_yen: Yen,
    is_told: bool,
    is_decided: bool,
    rule: SettlementRule,
    /// What the formula was given beside 交付決定額, in its order.
    given: Vec<(Quantity, Yen)>,
    /// The formula's own steps.
    worked: Vec<Step>,
}

impl GrantFigures {
    /// Computes the figures of a grant from the year's books and what came over from the year before; refused where its rules
    /// name a formula that is not there.
    pub fn of(
        grant: &Grant,
        books: &Books,
        rules: Option<&GrantRules>,
        carried: Option<CarriedOver>,
    ) -> Result<GrantFigures> {
        let rule = rules.map(|rules| rules.settlement.clone()).unwrap_or_default();
        let formula = rule.formula()?;
        let measures = formula.measures();
        let takes_others_off = measures.contains(&Quantity::OtherGrantsYen);
        let sums = Sums { grant, books, rules, scope: rule.scope, takes_others_off };
        let decided_yen = grant.decided_yen.unwrap_or_default();
        let eligible_yen = sums.eligible_yen(&measures);
        let unplaced = sums.unplaced(&measures);
        let given = measures.into_iter().filter(|of| *of != Quantity::DecidedYen).map(|of| (of, sums.of(of)));
        let given: Vec<(Quantity, Yen)> = given.collect();
        let of_award = |decided_yen: Yen| {
            let all = given.iter().copied().chain([(Quantity::DecidedYen, decided_yen)]);
            let counts = all.map(|(of, amount)| (of, amount.max(Yen(0)).0)).collect();
            formula.work_out(&Given { counts, ..Given::default() })
        };
        let worked = of_award(decided_yen)?;
        let earned_yen =
            if rule.is_plain() { sums.of(Quantity::AllocatedYen) } else { of_award(Yen(LARGEST_YEN))?.amount };
        Ok(GrantFigures {
            decided_yen,
            allocated_yen: sums.of(Quantity::AllocatedYen),
            eligible_yen,
            received_yen: sums.of(Quantity::ReceivedYen),
            fixed_yen: grant.fixed_yen.unwrap_or(worked.amount),
            reckoned_yen: worked.amount,
            earned_yen,
            unplaced,
            carry_over: rules.map_or(CarryOver::Refund, GrantRules::carry_over),
            year: grant.fiscal_year,
            reserve_years: rules
                .filter(|rules| rules.carry_over() == CarryOver::Reserve)
                .and_then(|rules| rules.reserve_years),
            carried,
            later_yen: Yen(0),
            told_back_yen: Yen(0),
            is_told: grant.fixed_yen.is_some(),
            is_decided: grant.decided_yen.or(grant.fixed_yen).is_some(),
            rule,
            given,
            worked: worked.steps,
        })
    }

    /// The same with what came of the grant after its year was over.
    pub fn with_later(self, later_yen: Yen) -> GrantFigures {
        GrantFigures { received_yen: self.received_yen + later_yen, later_yen, ..self }
    }

    /// The same without what came after the year was over.
    pub fn at_end(&self) -> GrantFigures {
        GrantFigures { received_yen: self.received_yen - self.later_yen, later_yen: Yen(0), ..self.clone() }
    }

    /// The same with what was told as given back; a step without an amount says all of it.
    pub fn with_refunds(self, told: &[Option<Yen>]) -> GrantFigures {
        let all = if self.refund_yen() > Yen(0) { self.refund_yen() } else { self.rest_yen() };
        let sum: Yen = told.iter().copied().flatten().sum();
        let told_back_yen = if told.iter().any(Option::is_none) { sum.max(all) } else { sum };
        GrantFigures { told_back_yen, ..self }
    }

    /// 前年度からの積立: may be spent beside what was decided.
    pub fn reserved_yen(&self) -> Yen {
        self.carried_as(CarryOver::Reserve)
    }

    /// 次年度減額 of the year before: what the city pays less, because it is still there.
    pub fn deducted_yen(&self) -> Yen {
        self.carried_as(CarryOver::NextYear)
    }

    fn carried_as(&self, how: CarryOver) -> Yen {
        self.carried.as_ref().filter(|carried| carried.how == how).map_or(Yen(0), CarriedOver::amount_yen)
    }

    /// What was charged beyond the award and the reserve of earlier years pays. The share that a grant of a half leaves to own funds
    /// is none of it.
    pub fn from_reserve_yen(&self) -> Yen {
        self.over_award_yen().min(self.reserved_yen())
    }

    fn over_award_yen(&self) -> Yen {
        if self.rule.is_plain() { self.over_fixed_yen() } else { self.in_vain_yen().min(self.over_fixed_yen()) }
    }

    /// Of a formula what it would pay beyond the award, and what the city told in the end below it.
    fn in_vain_yen(&self) -> Yen {
        (self.earned_yen - self.decided_yen).max(Yen(0)) + (self.reckoned_yen - self.fixed_yen).max(Yen(0))
    }

    fn over_fixed_yen(&self) -> Yen {
        (self.allocated_yen - self.fixed_yen).max(Yen(0))
    }

    /// 超過額: charged more than the city and the reserve pay; own funds bear it.
    pub fn excess_yen(&self) -> Yen {
        self.over_fixed_yen() - self.from_reserve_yen()
    }

    /// What was charged in vain: beyond the award, or beyond what the city told in the end. The share that a grant of a half leaves
    /// to own funds is none of it.
    pub fn beyond_yen(&self) -> Yen {
        if self.rule.is_plain() {
            return self.excess_yen();
        }
        self.in_vain_yen() - self.from_reserve_yen()
    }

    /// What may be spent in the year: what was decided, and what was put by.
    pub fn usable_yen(&self) -> Yen {
        self.decided_yen + self.reserved_yen()
    }

    /// What of it is used up: of a grant that pays all that is charged to it this, of others what the formula makes of the books.
    /// A grant of a half is used up once twice its award was spent.
    pub fn used_yen(&self) -> Yen {
        if self.rule.is_plain() { self.allocated_yen } else { self.earned_yen }
    }

    /// のこり: what may still be used; below zero is what goes beyond the award.
    pub fn left_yen(&self) -> Yen {
        self.usable_yen() - self.used_yen()
    }

    /// What is left in the end, whatever is done with it, never below zero. Nothing is rounded here: the formula has rounded
    /// 確定額, and before the city has decided nobody knows what will be left of the award.
    pub fn rest_yen(&self) -> Yen {
        self.award_rest_yen() + self.reserved_yen() - self.from_reserve_yen()
    }

    /// What is left of the year's own award.
    fn award_rest_yen(&self) -> Yen {
        if self.is_decided { (self.in_hand_yen() - self.fixed_yen).max(Yen(0)) } else { Yen(0) }
    }

    /// What of that came above the award; it goes back even where the rest may stay.
    pub fn over_rest_yen(&self) -> Yen {
        self.over_received_yen().min(self.award_rest_yen())
    }

    /// 返還額: what goes back to the city; of what may stay at least what went back all the same.
    pub fn refund_yen(&self) -> Yen {
        if self.carry_over.stays() { self.due_back_yen() + self.freely_back_yen() } else { self.rest_yen() }
    }

    /// What the rules send back of what may stay.
    fn due_back_yen(&self) -> Yen {
        self.expired_yen() + self.over_rest_yen()
    }

    /// What went back although it might have stayed.
    fn freely_back_yen(&self) -> Yen {
        let back = self.told_back_yen.min(self.rest_yen()) - self.due_back_yen();
        if self.carry_over.stays() { back.max(Yen(0)) } else { Yen(0) }
    }

    /// What stays with the council, put by or deducted next year.
    pub fn kept_yen(&self) -> Yen {
        self.rest_yen() - self.refund_yen()
    }

    /// What is done with what is left, as papers say it.
    pub fn rest_label(&self) -> &'static str {
        match self.carry_over {
            how if !self.goes_back_in_part() => how.label(),
            CarryOver::Reserve if self.kept_yen() > Yen(0) => "残額（返還する額と積み立てる額）",
            CarryOver::NextYear if self.kept_yen() > Yen(0) => "残額（返還する額と次の年度に差し引かれる額）",
            _ => CarryOver::Refund.label(),
        }
    }

    /// What the city is told of what is left.
    pub fn rest_plan(&self) -> &'static str {
        match self.carry_over {
            how if !self.goes_back_in_part() => how.plan(),
            CarryOver::Reserve if self.kept_yen() > Yen(0) => "返還の予定日、積立の目的と使う年度",
            CarryOver::NextYear if self.kept_yen() > Yen(0) => "返還の予定日、残額を使う内容",
            _ => CarryOver::Refund.plan(),
        }
    }

    /// True where of what may stay something goes back, or all of it.
    fn goes_back_in_part(&self) -> bool {
        self.carry_over.stays() && self.refund_yen() > Yen(0)
    }

    /// 精算払の残り: what the city has still to pay.
    pub fn additional_yen(&self) -> Yen {
        (self.fixed_yen - self.in_hand_yen()).max(Yen(0))
    }

    /// まだ受け取っていない額: of what was decided, or once the city has fixed the amount, of that.
    pub fn unreceived_yen(&self) -> Yen {
        let awaited = if self.is_told { self.fixed_yen } else { self.decided_yen };
        (awaited - self.in_hand_yen()).max(Yen(0))
    }

    /// True when all that is to come has come.
    pub fn is_received(&self) -> bool {
        self.decided_yen > Yen(0) && self.unreceived_yen() == Yen(0)
    }

    /// 手もとの交付金: what came, and what was deducted because it was still there. 確定額 is taken from it, whatever was decided:
    /// nobody gives back what never came, and nobody keeps what came above the award.
    fn in_hand_yen(&self) -> Yen {
        self.received_yen + self.deducted_yen()
    }

    /// 決定額をこえて受け取った額: of an award that the city lowered after it had paid; all of it goes back.
    pub fn over_received_yen(&self) -> Yen {
        if self.decided_yen > Yen(0) { (self.in_hand_yen() - self.decided_yen).max(Yen(0)) } else { Yen(0) }
    }
}
