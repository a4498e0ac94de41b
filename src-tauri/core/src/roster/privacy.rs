//! 個人情報: for what each field is kept and who may see it, who agreed, and what becomes of the data of those who left.

use std::collections::{HashMap, HashSet};

use chrono::{Months, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Person, PersonId, Role};
use crate::closed::closed_words;
use crate::id::Id;

/// Key of a consent.
pub type ConsentId = Id<Consent>;

/// 公開範囲: who may see it, each wider than the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// 事務局
    Office,
    /// 役員
    Officers,
    /// 部会
    Committee,
    /// 会員
    Members,
    /// 市
    City,
}
closed_words!(Scope { Office = "office", Officers = "officers", Committee = "committee", Members = "members", City = "city" });

/// 項目の取り扱い: for what a field is kept, who may see it and how it came.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FieldPolicy {
    /// The field: name, address, phone …
    pub field: String,
    /// 利用目的
    pub purpose: String,
    /// 公開範囲
    pub scope: Scope,
    /// 取得方法
    pub acquired: String,
}

/// 同意
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Consent {
    /// Key.
    #[ts(type = "string")]
    pub id: ConsentId,
    /// Whose.
    #[ts(type = "string")]
    pub person_id: PersonId,
    /// To what.
    pub scope: Scope,
    /// When it was given.
    pub given_on: NaiveDate,
    /// When it was taken back.
    pub withdrawn_on: Option<NaiveDate>,
    /// 入会届, 口頭 …
    pub how: String,
    /// 備考
    pub note: String,
}

/// Years after leaving until the words of a leaver are erased, unless the council says otherwise.
pub const LEAVERS_YEARS: u32 = 5;
/// Years for which accounts and their officers' names are kept (`domain` 3.9; `reliability` 6.4).
pub const ACCOUNTS_YEARS: u32 = 7;

/// What becomes of somebody who left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leaver {
    /// Who.
    pub person_id: PersonId,
    /// When they left.
    pub left_on: NaiveDate,
    /// The first day on which their data may be erased.
    pub due_on: NaiveDate,
    /// True when the name stays: somebody who held an office appears on accounts that are still kept.
    pub keeps_name: bool,
    /// True once it is done.
    pub is_erased: bool,
}

/// The plan for everybody who left, the earliest due first. `years` after leaving the data go; the name of somebody who
/// held an office stays as long as the accounts of that office. `held` are people of whom more than their record is held.
pub fn leavers(
    people: &[Person],
    roles: &[Role],
    held: &HashSet<PersonId>,
    years: u32,
    today: NaiveDate,
) -> Vec<Leaver> {
    let mut last_day: HashMap<PersonId, Option<NaiveDate>> = HashMap::new();
    for role in roles.iter().filter(|role| role.is_office()) {
        let last = last_day.entry(role.person_id).or_insert(role.to_on);
        // An office without an end lasted until its holder left.
        *last = last.zip(role.to_on).map(|(one, other)| one.max(other));
    }
    let later = |day: NaiveDate, years: u32| {
        day.checked_add_months(Months::new(years.saturating_mul(12))).unwrap_or(NaiveDate::MAX)
    };
    let keeps_name = |person: &Person, left: NaiveDate| {
        let last = last_day.get(&person.id).map(|last| last.unwrap_or(left));
        last.is_some_and(|day| later(day, ACCOUNTS_YEARS) > today)
    };
    let leaver = |person: &Person| {
        let left_on = person.left_on?;
        let keeps_name = keeps_name(person, left_on);
        let is_bare = is_bare(person) && !held.contains(&person.id);
        let is_erased = is_bare && (keeps_name || person.name.is_blank());
        Some(Leaver { person_id: person.id, left_on, due_on: later(left_on, years), keeps_name, is_erased })
    };
    let mut plan: Vec<Leaver> = people.iter().filter_map(leaver).collect();
    plan.sort_by_key(|leaver| (leaver.is_erased, leaver.due_on, leaver.person_id));
    plan
}

/// True when a record says nothing but perhaps the name.
fn is_bare(person: &Person) -> bool {
    let Person { name, postal, address, phone, mobile, birth_on, alternate_name, note, .. } = person;
    let words = [&name.family_kana, &name.given_kana, postal, address, phone, mobile, alternate_name, note];
    words.iter().all(|word| word.is_empty()) && birth_on.is_none()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::roster::{OrganisationId, PersonName};

    #[test]
    fn the_name_of_an_officer_stays_as_long_as_the_accounts() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let leaver = |given: &str| {
            let name = PersonName { family: "岡".into(), given: given.into(), ..PersonName::default() };
            Person { left_on: Some(day("2020-03-31")), phone: "087-1".into(), ..Person::named(name) }
        };
        let (member, officer) = (leaver("一"), leaver("二"));
        let held = Role::held(officer.id, OrganisationId::new(), "会計");
        let roles = [Role { to_on: Some(day("2020-03-31")), ..held }];
        let people = [member, officer, Person::named(PersonName::default())];
        let nothing = HashSet::new();
        let plan = leavers(&people, &roles, &nothing, 5, day("2026-04-01"));
        assert_eq!(
            plan.iter().map(|l| (l.due_on, l.keeps_name)).collect::<Vec<_>>(),
            [(day("2025-03-31"), false), (day("2025-03-31"), true)]
        );
        assert!(!leavers(&people, &roles, &nothing, 5, day("2027-04-01"))[1].keeps_name, "seven years later");
    }

    #[test]
    fn somebody_of_whom_a_word_is_left_is_not_done() {
        let left_on = "2015-03-31".parse().ok();
        let named = PersonName { family: "岡".into(), ..PersonName::default() };
        let bare = Person { left_on, ..Person::named(PersonName::default()) };
        let spelt = Person { left_on, alternate_name: "岡".into(), ..Person::named(PersonName::default()) };
        let known = Person { left_on, ..Person::named(named) };
        let people = [bare.clone(), spelt, known];
        let done = |held: &[PersonId]| {
            let held = held.iter().copied().collect();
            let mut plan = leavers(&people, &[], &held, 5, "2026-04-01".parse().unwrap());
            plan.sort_by_key(|leaver| leaver.person_id);
            plan.iter().map(|leaver| leaver.is_erased).collect::<Vec<_>>()
        };
        assert_eq!(done(&[]), [true, false, false]);
        assert_eq!(done(&[bare.id]), [false, false, false], "a paper of theirs is still here");
    }
}
