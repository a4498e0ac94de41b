//! What a random year has beside its books: 事業, 部会, 積算内訳, an 積立金 with a plan, and money of grants of the year before.

use std::collections::HashMap;

use crate::accounts::random_years::Dice;
use crate::accounts::{
    Books, BudgetPart, BudgetPartId, EntryId, EntryKind, FundKind, FundYear, GrantId, Remembered, ReservePlan,
    ReservePlanId, Reserves,
};
use crate::activities::{Activity, ActivityId};
use crate::calendar::FiscalYear;
use crate::grants::{CarriedOver, CarryOver, Grant, Left};
use crate::money::Yen;
use crate::roster::OrganisationId;

/// Two 部会, each with a 事業; entries and parts of the budget name them, and the first 会計 beside 一般会計 becomes an 積立金.
pub fn furnish(books: &mut Books, dice: &mut Dice, grants: [GrantId; 2]) -> (Remembered, Reserves) {
    let owners = books.purses.iter().filter_map(|purse| purse.committee_id);
    let mut committees: Vec<OrganisationId> = owners.collect();
    committees.extend([OrganisationId::new(), OrganisationId::new()]);
    committees.dedup();
    let names = ["消耗品費", "夏まつり", "防災訓練"];
    let activity = |(at, name): (usize, &&str)| Activity {
        id: ActivityId::new(),
        name: (*name).to_owned(),
        committee_id: committees.get(at).copied(),
    };
    let activities: Vec<Activity> = names.iter().enumerate().map(activity).collect();
    name(books, dice, &activities, &committees);
    plan(books, dice, (&activities, &committees, grants));
    let bodies = committees.iter().enumerate().map(|(at, id)| (*id, format!("第{at}部会"))).collect();
    let reserves = reserve(books, dice);
    let around = Remembered {
        funds: books.funds.clone(),
        purses: books.purses.clone(),
        items: books.items.clone(),
        activities,
        fundings: vec![],
        bodies,
        past: None,
        reserves: None,
    };
    (around, reserves)
}

/// Lets entries name 事業 and 部会; what takes an entry back names the same.
fn name(books: &mut Books, dice: &mut Dice, activities: &[Activity], committees: &[OrganisationId]) {
    let mut named = HashMap::new();
    for entry in books.entries.iter().filter(|entry| entry.voids_id.is_none()) {
        let activity = (dice.below(3) == 0).then(|| dice.pick(activities).id);
        let committee = (dice.below(3) == 0).then(|| *dice.pick(committees));
        named.insert(entry.id, (activity, committee));
    }
    for entry in &mut books.entries {
        (entry.activity_id, entry.committee_id) = named[&entry.voids_id.unwrap_or(entry.id)];
    }
}

/// 積算内訳 of the budget: up to two parts a line, for a 事業, a 部会 and a 財源 or for none.
fn plan(
    books: &mut Books,
    dice: &mut Dice,
    (activities, committees, grants): (&[Activity], &[OrganisationId], [GrantId; 2]),
) {
    for line in books.budget.clone() {
        for position in 0..dice.below(3) as i64 {
            let (unit, count) = (1 + dice.below(5_000) as i64, 1 + dice.below(20) as i64);
            books.parts.push(BudgetPart {
                id: BudgetPartId::new(),
                line_id: line.id,
                words: "内訳".into(),
                unit_yen: Some(Yen(unit)),
                quantity: Some(count),
                times: None,
                amount_yen: Yen(unit * count),
                activity_id: (dice.below(2) == 0).then(|| dice.pick(activities).id),
                committee_id: (dice.below(2) == 0).then(|| *dice.pick(committees)),
                grant_id: grants.get(dice.below(3)).copied(),
                position,
                version: 1,
            });
        }
    }
}

fn reserve(books: &mut Books, dice: &mut Dice) -> Reserves {
    let Some(fund) = books.funds.first_mut() else { return Reserves { plans: vec![], years: vec![] } };
    fund.kind = FundKind::Reserve;
    fund.target_yen = Some(dice.yen());
    fund.until_year = Some(books.year.next());
    let id = fund.id;
    let plans = [books.year, books.year.next()].map(|fiscal_year| ReservePlan {
        id: ReservePlanId::new(),
        fund_id: id,
        fiscal_year,
        amount_yen: dice.yen(),
    });
    let real = FundYear {
        fiscal_year: books.year,
        opening_yen: dice.yen(),
        put_in_yen: dice.yen(),
        taken_out_yen: dice.yen(),
    };
    Reserves { plans: plans.to_vec(), years: vec![(id, vec![real])] }
}

/// What came over to a grant from the year before.
pub fn carried(dice: &mut Dice) -> Option<CarriedOver> {
    let ways = [None, Some(CarryOver::Reserve), Some(CarryOver::NextYear)];
    dice.pick(&ways).map(|how| CarriedOver::of(how, FiscalYear(2024), dice.yen()))
}

/// What has still to go back of a grant of the year before, and an expense that gives a part of it back.
pub fn left(books: &Books, dice: &mut Dice, like: &Grant) -> (Vec<Left>, Vec<(EntryId, GrantId)>) {
    if dice.below(2) == 0 {
        return (vec![], vec![]);
    }
    let grant = Grant { id: GrantId::new(), fiscal_year: books.year.previous(), ..like.clone() };
    let is_own = |kind, grant: Option<GrantId>| kind == EntryKind::Expense && grant.is_none();
    let paid = books.entries.iter().find(|entry| is_own(entry.kind, entry.grant_id) && entry.voids_id.is_none());
    let given_back = paid.map(|entry| (entry.id, grant.id)).into_iter().collect();
    let amount_yen = dice.yen();
    let (carry_over, rule) = (CarryOver::Refund, "要綱".into());
    (vec![Left { grant, amount_yen, owed_yen: amount_yen, is_unbooked: false, carry_over, rule }], given_back)
}
