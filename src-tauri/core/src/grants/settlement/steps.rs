//! The calculation as it is shown: each step with its letter, and how it comes from those before.

use super::GrantFigures;
use crate::formula::Step;
use crate::grants::conditions::Basis;
use crate::money::Yen;

impl GrantFigures {
    /// The calculation of what goes back or stays, step by step.
    pub fn steps(&self) -> Vec<Step> {
        let mut told = Told::default();
        let decided = told.add("交付決定額", "", self.decided_yen);
        let (basis, over) = self.basis_as_told(&mut told, &decided);
        if self.rule.is_plain() {
            let charged = told.add("交付金充当額（対象経費のうち交付金で支払った額）", "", self.allocated_yen);
            let reckoned = told.add("確定（見込）額", &format!("{decided}と{charged}の少ない方"), self.reckoned_yen);
            let fixed = self.as_told(&mut told).unwrap_or(reckoned);
            let paid = if self.is_told { &fixed } else { &decided };
            self.excess(&mut told, &format!("{charged} − {paid}"));
            return self.closed(told, [&basis, &over], &fixed);
        }
        for (of, amount) in &self.given {
            told.add(of.words().0, "", *amount);
        }
        let (last, before) = self.worked.split_last().map_or((None, &[][..]), |(last, before)| (Some(last), before));
        for step in before {
            told.add(&step.label, &step.how, step.amount_yen);
        }
        let reckoned = told.add("確定（見込）額", last.map_or("", |step| &step.how), self.reckoned_yen);
        let fixed = self.as_told(&mut told).unwrap_or(reckoned);
        self.excess(&mut told, &format!("交付金充当額 {}円 − {fixed}", shown(self.allocated_yen)));
        self.closed(told, [&basis, &over], &fixed)
    }

    /// What is settled against: 交付決定額, with what came above it, or where less came or the rules say so 受領額 with what was
    /// deducted because it was still there. And what came above the award.
    fn basis_as_told(&self, told: &mut Told, decided: &str) -> (String, String) {
        let deducted = (self.deducted_yen() > Yen(0)).then(|| {
            let deducted = told.add("前の年度の残り（今年度の交付から差し引かれた額）", "", self.deducted_yen());
            let paid = (self.decided_yen - self.deducted_yen()).max(Yen(0));
            told.add("今年度に市から受け取る額", &format!("{decided} − {deducted}"), paid);
            deducted
        });
        let is_of_award = self.rule.refund_from == Basis::Decided;
        if is_of_award && self.in_hand_yen() == self.decided_yen {
            return (decided.to_owned(), String::new());
        }
        let received = told.add("受領額", "", self.received_yen);
        let in_hand = match deducted {
            Some(deducted) => told.add("手もとの交付金", &format!("{received} + {deducted}"), self.in_hand_yen()),
            None => received,
        };
        let above = format!("{in_hand} − {decided}");
        match self.over_received_yen() {
            over if is_of_award && over > Yen(0) => {
                let over = told.add("決定額をこえて受け取った額", &above, over);
                (format!("（{decided} + {over}）"), over)
            }
            _ => (in_hand, above),
        }
    }

    /// 確定額 as the city told it, beside what was reckoned.
    fn as_told(&self, told: &mut Told) -> Option<String> {
        let how = match self.fixed_yen - self.reckoned_yen {
            Yen(0) => "市の通知（見込みと同じ）".to_owned(),
            off => format!("市の通知（見込みと {}円ちがいます）", shown(off)),
        };
        self.is_told.then(|| told.add("確定額", &how, self.fixed_yen))
    }

    /// What is above 確定額: the reserve pays first, own funds the rest.
    fn excess(&self, told: &mut Told, over: &str) {
        let mut how = over.to_owned();
        if self.reserved_yen() > Yen(0) {
            let reserved = told.add("前の年度からの積立", "", self.reserved_yen());
            let used = match self.rule.is_plain() {
                true => format!("{over}（{reserved}まで、0より小さいときは0）"),
                false => format!("決定額をこえる分 {}円（{reserved}まで）", shown(self.over_award_yen())),
            };
            how = format!("{over} − {}", told.add("積立から使った額", &used, self.from_reserve_yen()));
        }
        told.add("超過額（自主財源でまかなう額）", &format!("{how}（0より小さいときは0）"), self.excess_yen());
    }

    fn closed(&self, mut told: Told, [basis, over]: [&str; 2], fixed: &str) -> Vec<Step> {
        if self.additional_yen() > Yen(0) {
            told.add("これから受け取る額（精算払の残り）", &format!("{fixed} − {basis}"), self.additional_yen());
        }
        if self.additional_yen() == Yen(0) || self.rest_yen() > Yen(0) {
            let mut how = self.rest_as_told(basis, fixed);
            for (label, why, amount) in self.going_back(over) {
                if self.carry_over.stays() && amount > Yen(0) {
                    how.push_str(&format!(" − {}", told.add(label, &why, amount)));
                }
            }
            let last = if self.carry_over.stays() { self.kept_yen() } else { self.rest_yen() };
            told.add(self.carry_over.label(), &how, last);
        }
        told.0
    }

    /// What is left of the award, and of the reserve.
    fn rest_as_told(&self, basis: &str, fixed: &str) -> String {
        let reserve = format!("積立の残り {}円", shown(self.reserved_yen() - self.from_reserve_yen()));
        let is_of_award = self.in_hand_yen() - self.fixed_yen == self.award_rest_yen();
        match (is_of_award, self.reserved_yen() > Yen(0)) {
            (true, true) => format!("{basis} − {fixed} + {reserve}"),
            (true, false) => format!("{basis} − {fixed}"),
            (false, true) => reserve,
            (false, false) => "交付決定のあとに計算します".to_owned(),
        }
    }

    /// What goes back of what may stay, and why.
    fn going_back(&self, over: &str) -> [(&'static str, String, Yen); 3] {
        let years = self.reserve_years.unwrap_or_default();
        let over = match self.over_rest_yen() < self.over_received_yen() {
            true => format!("{over}（使わなかった額まで）"),
            false => over.to_owned(),
        };
        [
            (EXPIRED, format!("積み立てて{years}年度のあいだに使わなかった額"), self.expired_yen()),
            (OVER, over, self.over_rest_yen()),
            (FREELY_BACK, "「済んだ」とした返還".to_owned(), self.freely_back_yen()),
        ]
    }
}

/// What goes back of what was put by.
const EXPIRED: &str = "返還額（期限の来た積立）";

/// What goes back of what came above the award.
const OVER: &str = "返還額（決定額をこえて受け取った額）";

/// What went back although it might have stayed.
const FREELY_BACK: &str = "返還した額";

fn shown(amount: Yen) -> String {
    paper::Value::from(amount).shown(paper::Negative::White)
}

/// Steps that name each other by letters.
#[derive(Default)]
struct Told(Vec<Step>);

impl Told {
    /// Adds a step and returns its letter.
    fn add(&mut self, label: &str, how: &str, amount_yen: Yen) -> String {
        let letter = u8::try_from(self.0.len()).map_or(b'Z', |n| b'A'.saturating_add(n).min(b'Z'));
        let mark = char::from(letter).to_string();
        self.0.push(Step { mark: mark.clone(), label: label.to_owned(), how: how.to_owned(), amount_yen });
        mark
    }
}
