//! 1,000 random years: every division of a year adds up to it, and transfers are counted in no total.

use super::*;
use crate::accounts::scope::tests::{Dice, YEARS, random_year};
use crate::accounts::{
    Bearing, Borne, BudgetChange, BudgetChangeId, BudgetLine, BudgetLineId, BudgetPart, BudgetPartId, BudgetRevision,
    BudgetRevisionId, Eligibility, GrantId,
};

/// Marks of three kinds on the entries, and parts of budget lines that name somebody.
fn mark(books: &mut Books, dice: &mut Dice) -> Charge {
    let (committees, activities) =
        ([OrganisationId::new(), OrganisationId::new()], [ActivityId::new(), ActivityId::new()]);
    let grants = [GrantId::new(), GrantId::new()];
    let verdicts = [None, Some(Eligibility::Eligible), Some(Eligibility::Ineligible), Some(Eligibility::Unclear)];
    for entry in books.entries.iter_mut().filter(|entry| entry.voids_id.is_none()) {
        entry.committee_id = (dice.below(3) == 0).then(|| *dice.pick(&committees));
        entry.activity_id = (dice.below(3) == 0).then(|| *dice.pick(&activities));
        entry.grant_id = (dice.below(2) == 0).then(|| *dice.pick(&grants));
        entry.eligibility = *dice.pick(&verdicts);
    }
    for line in books.budget.clone() {
        for position in 0..dice.below(3) as i64 {
            books.parts.push(BudgetPart {
                id: BudgetPartId::new(),
                line_id: line.id,
                words: String::new(),
                unit_yen: None,
                quantity: None,
                times: None,
                amount_yen: dice.yen(),
                activity_id: (dice.below(2) == 0).then(|| *dice.pick(&activities)),
                committee_id: (dice.below(2) == 0).then(|| *dice.pick(&committees)),
                grant_id: (dice.below(2) == 0).then(|| *dice.pick(&grants)),
                position,
                version: 1,
            });
        }
    }
    let named = [Activity { id: activities[0], name: "消耗品費".into(), committee_id: Some(committees[1]) }];
    Charge::of(books, &named, &[])
}

fn adds_up<K>(whole: &Books, parts: &[Share<K>], about: &str) {
    let sum = |of: &dyn Fn(&Share<K>) -> Yen| parts.iter().map(of).sum::<Yen>();
    for side in [Side::Income, Side::Expense] {
        assert_eq!(sum(&|part| part.total_yen(side)), whole.total_yen(side), "{about}: {side:?}");
    }
    assert_eq!(sum(&Share::budget_yen), whole.expense_budget_yen(), "{about}: the budget");
    assert_eq!(sum(&|part| part.opening_yen), whole.opening_yen(), "{about}: 前年度繰越");
    assert_eq!(sum(&Share::rest_yen), whole.carry_over_yen(), "{about}: 次年度繰越");
}

fn books_add_up<K>(whole: &Books, parts: &[BookShare<K>], about: &str) {
    let sum = |of: fn(&BookShare<K>) -> Yen| parts.iter().map(of).sum::<Yen>();
    assert_eq!(sum(|part| part.opening_yen), whole.opening_yen(), "{about}");
    assert_eq!(sum(|part| part.income_yen), whole.total_yen(Side::Income), "{about}");
    assert_eq!(sum(|part| part.expense_yen), whole.total_yen(Side::Expense), "{about}");
    assert_eq!(
        sum(|part| part.received_yen),
        sum(|part| part.given_yen),
        "{about}: what left one book came into another"
    );
    assert_eq!(sum(BookShare::closing_yen), whole.carry_over_yen(), "{about}");
}

#[test]
fn b11_every_division_of_a_random_year_adds_up_to_the_whole() {
    let mut dice = Dice(11);
    let mut has_moved = false;
    for n in 0..YEARS {
        let mut whole = random_year(&mut dice);
        let charge = mark(&mut whole, &mut dice);
        adds_up(&whole, &whole.by_committee(&charge), &format!("year {n} 部会別"));
        adds_up(&whole, &whole.by_activity(&charge), &format!("year {n} 事業別"));
        adds_up(&whole, &whole.by_source(&Bearing::default()), &format!("year {n} 財源別"));
        books_add_up(&whole, &whole.committee_books(), &format!("year {n} 部会の帳面"));
        books_add_up(&whole, &whole.fund_books(), &format!("year {n} 会計別"));
        for part in whole.committee_books() {
            let Some(committee) = part.key else { continue };
            let own = whole.of_committee(committee);
            assert_eq!(part.closing_yen(), own.carry_over_yen(), "year {n}: the same book seen from inside");
            has_moved |= part.received_yen != Yen(0) && part.given_yen != Yen(0);
        }
    }
    assert!(has_moved, "some of the years moved money between books");
}

#[test]
fn an_entry_is_of_whom_it_names_then_of_whose_purse_it_is_then_of_who_is_in_charge() {
    let mut dice = Dice(3);
    let mut books = Books::empty(crate::FiscalYear(2025));
    let (named, owner, charged) = (OrganisationId::new(), OrganisationId::new(), OrganisationId::new());
    let activity = Activity { id: ActivityId::new(), name: "夏祭り".into(), committee_id: Some(charged) };
    let item = AccountItem::new(Side::Expense, "事業費", "夏祭り");
    let [plain, own] = ["現金", "部会の現金"].map(|name| Purse::new(name, crate::accounts::PurseKind::Cash));
    let own = Purse { committee_id: Some(owner), ..own };
    let entry = |purse: &Purse, committee_id, yen| Entry {
        item_id: Some(item.id),
        committee_id,
        ..Entry::new(EntryKind::Expense, dice.day(), purse.id, Yen(yen))
    };
    let mut entry = entry;
    books.entries = vec![entry(&own, Some(named), 1), entry(&own, None, 20), entry(&plain, None, 300)];
    books.items = vec![item.clone()];
    books.purses = vec![plain, own];
    let parts = books.by_committee(&Charge::of(&books, &[activity], &[]));
    let paid: Vec<_> = parts.iter().map(|part| (part.key, part.total_yen(Side::Expense))).collect();
    assert_eq!(paid, [(Some(named), Yen(1)), (Some(owner), Yen(20)), (Some(charged), Yen(300))]);
}

#[test]
fn what_a_grant_does_not_pay_is_borne_by_own_funds_and_nothing_is_lost() {
    let mut dice = Dice(17);
    let mut moved = 0;
    for n in 0..YEARS {
        let mut whole = random_year(&mut dice);
        mark(&mut whole, &mut dice);
        let charged = whole.by_source(&Bearing::default());
        // Floored to 1,000 yen, as a grant is that pays whole thousands only.
        let over = |part: &Share<GrantId>| Some((part.key?, Yen(part.total_yen(Side::Expense).0.max(0) % 1_000)));
        let excess: Vec<(GrantId, Yen)> = charged.iter().filter_map(over).collect();
        let borne = |(grant_id, excess_yen): &(GrantId, Yen)| {
            let opening_yen = Yen(dice.below(3) as i64 * 40_000);
            Borne { grant_id: *grant_id, opening_yen, excess_yen: *excess_yen }
        };
        let grants: Vec<Borne> = excess.iter().map(borne).collect();
        let given_back = whole.entries.iter().filter(|entry| entry.grant_id.is_none()).step_by(2);
        let bearing = Bearing { grants: grants.clone(), ..Bearing::default() };
        let returned = given_back.filter_map(|entry| Some((entry.id, excess.first()?.0))).collect();
        let borne = whole.by_source(&bearing);
        adds_up(&whole, &whole.by_source(&Bearing { given_back: returned, ..bearing }), &format!("year {n} 返還"));
        for part in &borne {
            let own = grants.iter().find(|one| Some(one.grant_id) == part.key).map(|one| one.opening_yen);
            let rest = whole.opening_yen() - grants.iter().map(|one| one.opening_yen).sum();
            assert_eq!(part.opening_yen, part.key.map_or(rest, |_| own.unwrap_or_default()), "year {n}: 前年度繰越");
        }
        adds_up(&whole, &borne, &format!("year {n}"));
        let paid = |all: &[Share<GrantId>], key: Option<GrantId>| -> Yen {
            all.iter().filter(|part| part.key == key).map(|part| part.total_yen(Side::Expense)).sum()
        };
        for (grant, over) in &excess {
            let now = paid(&borne, Some(*grant));
            assert_eq!(now, paid(&charged, Some(*grant)) - *over, "year {n}");
            assert!(now.0 <= 0 || now.0 % 1_000 == 0, "year {n}: {now:?}");
            moved += over.0;
        }
        let all: Yen = excess.iter().map(|(_, over)| *over).sum();
        assert_eq!(paid(&borne, None), paid(&charged, None) + all, "year {n}: 自主財源");
        let lines = |all: &[Share<GrantId>], item| -> Yen {
            all.iter().flat_map(|part| &part.lines).filter(|line| line.item == item).map(|line| line.settled_yen).sum()
        };
        for item in &whole.items {
            let item = Some(item.clone());
            assert_eq!(lines(&charged, item.clone()), lines(&borne, item), "year {n}: every 科目 keeps its sum");
        }
    }
    assert!(moved > 0, "some of the years had an excess");
}

/// 60,000円 of a grant and 40,000円 of own funds; a 補正 takes 50,000円 off the line, and says of nobody which.
#[test]
fn a_line_lowered_below_its_parts_gives_nobody_less_than_nothing() {
    let item = AccountItem::new(Side::Expense, "事業費", "防災費");
    let (line_id, grant) = (BudgetLineId::new(), GrantId::new());
    let year = crate::calendar::FiscalYear(2025);
    let part = |amount, grant_id, position| BudgetPart {
        id: BudgetPartId::new(),
        line_id,
        words: String::new(),
        unit_yen: None,
        quantity: None,
        times: None,
        amount_yen: Yen(amount),
        activity_id: None,
        committee_id: None,
        grant_id,
        position,
        version: 1,
    };
    let line = BudgetLine {
        id: line_id,
        fiscal_year: year,
        item_id: item.id,
        amount_yen: Yen(100_000),
        previous_yen: None,
        note: String::new(),
        position: 1,
        version: 1,
    };
    let change =
        BudgetChange { id: BudgetChangeId::new(), item_id: item.id, amount_yen: Yen(-50_000), note: String::new() };
    let revision = BudgetRevision {
        id: BudgetRevisionId::new(),
        fiscal_year: year,
        number: 1,
        decided_on: Some(year.first_day()),
        decided_by: "役員会".into(),
        reason: String::new(),
        changes: vec![change],
        version: 1,
    };
    let mut books = Books {
        items: vec![item],
        budget: vec![line],
        parts: vec![part(60_000, Some(grant), 1), part(40_000, None, 2)],
        ..Books::empty(year)
    };
    let planned = |books: &Books| -> Vec<(Option<GrantId>, Yen)> {
        books.by_source(&Bearing::default()).iter().map(|part| (part.key, part.budget_yen())).collect()
    };
    assert_eq!(planned(&books), [(Some(grant), Yen(60_000)), (None, Yen(40_000))]);
    books.revisions.push(revision);
    assert_eq!(planned(&books), [(Some(grant), Yen(50_000)), (None, Yen(0))]);
}

#[test]
fn what_was_taken_back_lets_no_plan_count_in_the_whole() {
    let mut dice = Dice(5);
    let mut books = random_year(&mut dice);
    let item = AccountItem::new(Side::Expense, "繰出金", "祭礼特別会計へ");
    let spent =
        Entry { item_id: Some(item.id), ..Entry::new(EntryKind::Expense, dice.day(), books.purses[0].id, Yen(500)) };
    let back = Entry {
        id: crate::accounts::EntryId::new(),
        voids_id: Some(spent.id),
        amount_yen: -spent.amount_yen,
        ..spent.clone()
    };
    books.items.push(item.clone());
    assert!(!books.funds.is_empty() && books.is_internal(item.id));
    books.entries.push(spent);
    assert!(!books.is_internal(item.id), "what is spent on it is an expense of the whole");
    books.entries.push(back);
    assert!(books.is_internal(item.id));
}
