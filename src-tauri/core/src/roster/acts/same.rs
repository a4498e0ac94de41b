//! 統合: two records of one person become one, and nothing is lost. 「同じ人ではない」 is remembered.

use super::person;
use crate::file::Tx;
use crate::roster::{Person, PersonId, Stay, store};
use crate::{Error, Result};

/// Makes one person of two: `keep` gets all that belongs to `gone`, and from its fields those that `keep` lacks. The other
/// record stays in the file as it was, so that taking this back restores both.
pub fn merge_people(tx: &Tx, keep: PersonId, gone: PersonId) -> Result<()> {
    let (kept, other) = (person(tx, keep)?, person(tx, gone)?);
    tx.say("name", kept.name.full());
    tx.say("other", other.name.full());
    if keep == gone || store::merged_into(tx, keep)?.is_some() || store::merged_into(tx, gone)?.is_some() {
        return Err(Error::refused("roster.merged_already").with("name", other.name.full()));
    }
    let (before, filled) = filled(&kept, &other);
    if let Some(stay) = before {
        store::insert_former_stay(tx, keep, &stay)?;
    }
    if filled != kept {
        store::update_person(tx, &filled)?;
    }
    store::give_all(tx, gone, keep)?;
    store::mark_merged(tx, gone, keep)
}

/// What `kept` knows, and what only `other` knows; with the stay before, where the two were here at different times.
fn filled(kept: &Person, other: &Person) -> (Option<Stay>, Person) {
    let mut filled = kept.clone();
    let texts = [
        (&mut filled.name.family_kana, &other.name.family_kana),
        (&mut filled.name.given_kana, &other.name.given_kana),
        (&mut filled.postal, &other.postal),
        (&mut filled.address, &other.address),
        (&mut filled.phone, &other.phone),
        (&mut filled.mobile, &other.mobile),
        (&mut filled.alternate_name, &other.alternate_name),
        (&mut filled.note, &other.note),
    ];
    for (own, theirs) in texts {
        if own.is_empty() {
            own.clone_from(theirs);
        }
    }
    filled.birth_on = kept.birth_on.or(other.birth_on);
    let (before, stay) = kept.present_stay().and(other.present_stay());
    (filled.joined_on, filled.joined_reason) = (stay.joined_on, stay.joined_reason);
    (filled.left_on, filled.left_reason) = (stay.left_on, stay.left_reason);
    (before, filled)
}

/// Remembers that two people are two, so that they are not offered again.
pub fn keep_apart(tx: &Tx, one: PersonId, other: PersonId) -> Result<()> {
    tx.say("name", person(tx, one)?.name.full());
    tx.say("other", person(tx, other)?.name.full());
    store::insert_not_same(tx, one, other)
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::attachments::{self, Attachment, AttachmentId, Owner};
    use crate::file::OfficeFile;
    use crate::intake::sketch::{by, office};
    use crate::roster::acts::{
        HouseholdDraft, Resident, leave, move_in, record_consent, rejoin, save_household, save_person,
    };
    use crate::roster::privacy::{Consent, ConsentId, Scope};
    use crate::roster::{HouseholdId, PersonName, movement};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn do_it<T>(file: &OfficeFile, act: impl FnOnce(&Tx) -> Result<T>) -> T {
        file.change(&by(), "roster.save_person", act).unwrap().value
    }

    fn two(file: &OfficeFile) -> [PersonId; 2] {
        ["花子", "華子"].map(|given| {
            let name = PersonName { family: "岡".into(), given: given.into(), ..PersonName::default() };
            do_it(file, |tx| save_person(tx, &Person::named(name), true, &[]))
        })
    }

    fn paper(owner: PersonId) -> Attachment {
        Attachment {
            id: AttachmentId::new(),
            owner_kind: Owner::Person,
            owner_id: owner.to_string(),
            content_id: "0".repeat(64),
            name: "同意書.pdf".into(),
            media_type: "application/pdf".into(),
            bytes: 3,
            label: "同意書".into(),
            added_on: day("2025-04-01"),
            note: String::new(),
            quarters: 0,
        }
    }

    fn at_home(file: &OfficeFile, who: PersonId, from: &str) -> HouseholdId {
        let resident = Resident { person_id: who, relation: "妻".into(), from_on: from.parse().ok() };
        let draft = HouseholdDraft { head: Some(who), residents: vec![resident], ..HouseholdDraft::default() };
        do_it(file, |tx| save_household(tx, &draft))
    }

    #[test]
    fn papers_and_consents_go_with_the_merged_record_and_come_back() {
        let (_folder, file) = office();
        let [keep, gone] = two(&file);
        do_it(&file, |tx| attachments::attach(tx, &paper(gone)));
        let consent = |person_id| Consent {
            id: ConsentId::new(),
            person_id,
            scope: Scope::City,
            given_on: day("2025-04-01"),
            withdrawn_on: None,
            how: "口頭".into(),
            note: String::new(),
        };
        do_it(&file, |tx| record_consent(tx, &consent(gone)));
        let held = |who: PersonId| {
            let papers = file.view(|v| attachments::of(v, Owner::Person, &who.to_string())).unwrap().len();
            let consents = file.view(|v| store::consents(v)).unwrap();
            (papers, consents.iter().filter(|c| c.person_id == who).count())
        };
        file.change(&by(), "roster.merge_people", |tx| merge_people(tx, keep, gone)).unwrap();
        assert_eq!((held(keep), held(gone)), ((1, 1), (0, 0)), "the papers are seen on the page that is left");
        file.undo(&by()).unwrap();
        assert_eq!((held(keep), held(gone)), ((0, 0), (1, 1)));
    }

    #[test]
    fn nobody_lives_twice_after_a_merge() {
        let (_folder, file) = office();
        let [keep, gone] = two(&file);
        let home = at_home(&file, keep, "");
        let also = Resident { person_id: gone, relation: "妻".into(), from_on: Some(day("2020-04-01")) };
        do_it(&file, |tx| move_in(tx, home, &also));
        do_it(&file, |tx| merge_people(tx, keep, gone));
        let living = || file.view(|v| store::household_members(v)).unwrap();
        assert_eq!(living().iter().map(|m| m.person_id).collect::<Vec<_>>(), [keep], "once in one household");
        let other = two(&file)[1];
        at_home(&file, other, "2021-04-01");
        do_it(&file, |tx| merge_people(tx, keep, other));
        assert_eq!(living().iter().map(|m| m.household_id).collect::<Vec<_>>(), [home], "and in one only");
    }

    #[test]
    fn the_counts_of_the_past_stay_what_they_were_when_one_came_back_under_another_record() {
        let (_folder, file) = office();
        let [keep, gone] = two(&file);
        do_it(&file, |tx| leave(tx, keep, day("2019-04-01"), "転出"));
        do_it(&file, |tx| leave(tx, gone, day("2018-01-01"), "訂正"));
        do_it(&file, |tx| rejoin(tx, gone, day("2022-04-01"), "転入"));
        do_it(&file, |tx| merge_people(tx, keep, gone));
        let counts = ["2018-06-01", "2020-06-01", "2023-06-01"]
            .map(|on| movement::counted(&file.view(|v| store::people(v)).unwrap(), day(on)));
        assert_eq!(counts, [1, 0, 1], "away from 2019 to 2022");
        let kept = file.view(|v| person(v, keep)).unwrap();
        assert_eq!((kept.left_on, kept.joined_reason.as_str()), (None, "転入"));
    }

    #[test]
    fn of_two_leavers_the_later_leaving_holds() {
        let (_folder, file) = office();
        let [keep, gone] = two(&file);
        do_it(&file, |tx| leave(tx, keep, day("2019-04-01"), "転出"));
        do_it(&file, |tx| leave(tx, gone, day("2021-04-01"), "死亡"));
        do_it(&file, |tx| merge_people(tx, keep, gone));
        let kept = file.view(|v| person(v, keep)).unwrap();
        assert_eq!((kept.left_on, kept.left_reason.as_str()), (Some(day("2021-04-01")), "死亡"));
    }
}
