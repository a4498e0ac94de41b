//! 名簿の取り込みを書く: all of a plan in one operation, with the column meanings for the next time.

use std::collections::{HashMap, HashSet};

use rusqlite::Connection;

use super::acts::body_kind;
use super::import::{Index, PersonDraft, Stored};
use super::{OrganisationId, Person, PersonId, Role, store};
use crate::file::Tx;
use crate::intake::columns::Kind;
use crate::intake::mapping;
use crate::intake::plan::{Counts, Decision, Difference, Plan, Planned, RowDecision, Verdict};
use crate::text::search_key;
use crate::{Error, Result, council};

/// What an import is compared with.
pub fn stored(conn: &Connection, city: &str) -> Result<Stored> {
    Ok(Stored {
        people: store::people(conn)?,
        roles: store::roles(conn)?,
        bodies: store::organisations(conn)?,
        council: council::read(conn)?.name,
        city: city.to_owned(),
    })
}

/// Writes a plan with the user's decisions; an unsure row without one is taken as new.
pub fn apply_import(tx: &Tx, plan: &Plan<PersonDraft>, decisions: &[RowDecision], city: &str) -> Result<Counts> {
    let stored = stored(tx, city)?;
    let mut writer = Writer::new(tx, &stored);
    for (row, decision) in plan.decided(decisions) {
        writer.write(row, decision)?;
    }
    mapping::remember(tx, Kind::Roster, &plan.mappings)?;
    let written = plan.written(decisions);
    tx.say("new", written.new);
    tx.say("changed", written.changed + written.joined);
    Ok(plan.counts())
}

struct Writer<'a> {
    tx: &'a Tx<'a>,
    stored: &'a Stored,
    index: Index<'a>,
    /// As they are by now: two rows may be said to be one person, and neither takes back what the other wrote.
    people: HashMap<PersonId, Person>,
    /// Roles that were written for somebody who was there: person, body and title.
    given: HashSet<(PersonId, OrganisationId, String)>,
    bodies: HashMap<String, OrganisationId>,
}

impl<'a> Writer<'a> {
    fn new(tx: &'a Tx<'a>, stored: &'a Stored) -> Writer<'a> {
        Writer {
            tx,
            stored,
            index: Index::new(stored),
            people: stored.people.iter().map(|p| (p.id, p.clone())).collect(),
            given: HashSet::new(),
            bodies: stored.bodies.iter().map(|b| (search_key(&b.name), b.id)).collect(),
        }
    }

    fn write(&mut self, row: &Planned<PersonDraft>, decision: Option<&RowDecision>) -> Result<()> {
        match (decision.map(|d| d.decision), row.verdict) {
            (Some(Decision::Skip), _) | (None, Verdict::Same | Verdict::Skipped) => Ok(()),
            (Some(Decision::Same), _) => self.update(&row.draft, chosen(decision, row.draft.known)?),
            (None, Verdict::Changed) => self.update(&row.draft, row.draft.known.ok_or_else(no_such_person)?),
            (Some(Decision::New), _) | (None, Verdict::New | Verdict::Unsure) => self.insert(&row.draft),
        }
    }

    fn insert(&mut self, draft: &PersonDraft) -> Result<()> {
        let person = draft.clone().person();
        store::insert_person(self.tx, &person)?;
        draft.roles.iter().try_for_each(|role| {
            let body = self.body(&role.body)?;
            let held = Role::held(person.id, body, &role.title);
            store::put_role(self.tx, &Role { from_on: role.from_on, to_on: role.to_on, ..held })
        })
    }

    fn update(&mut self, draft: &PersonDraft, id: PersonId) -> Result<()> {
        let person = self.people.get_mut(&id).ok_or_else(no_such_person)?;
        let changes = self.index.changes(person, draft);
        let changed = with_changes(person, draft, &changes);
        if changed != *person {
            store::update_person(self.tx, &changed)?;
            *person = changed;
        }
        for (held, role) in self.index.role_changes(id, draft) {
            let organisation_id = self.body(&role.body)?;
            if held.is_none() && !self.given.insert((id, organisation_id, role.title.clone())) {
                continue;
            }
            let known = held.cloned().unwrap_or_else(|| Role::held(id, organisation_id, &role.title));
            let (from_on, to_on) = (known.from_on.or(role.from_on), known.to_on.or(role.to_on));
            store::put_role(self.tx, &Role { organisation_id, from_on, to_on, ..known })?;
        }
        Ok(())
    }

    /// The body of that name in any spelling; made when there is none. No name is the council itself.
    fn body(&mut self, name: &str) -> Result<OrganisationId> {
        let name = if name.is_empty() { &self.stored.council } else { name };
        let key = search_key(name);
        if let Some(id) = self.bodies.get(&key) {
            return Ok(*id);
        }
        let id = store::insert_organisation(self.tx, body_kind(name, &self.stored.council), name)?;
        self.bodies.insert(key, id);
        Ok(id)
    }
}

fn no_such_person() -> Error {
    Error::refused("roster.no_such_person")
}

fn chosen(decision: Option<&RowDecision>, known: Option<PersonId>) -> Result<PersonId> {
    let id = decision.and_then(|d| d.id.as_deref()?.parse().ok());
    id.or(known).ok_or_else(no_such_person)
}

/// The stored person with what the file changes; the stored name is never replaced.
fn with_changes(person: &Person, draft: &PersonDraft, changes: &[Difference]) -> Person {
    let mut changed = person.clone();
    for change in changes {
        match change.field.as_str() {
            "kana" => {
                changed.name.family_kana = draft.name.family_kana.clone();
                changed.name.given_kana = draft.name.given_kana.clone();
            }
            "postal" => changed.postal = draft.postal.clone(),
            "address" => changed.address = draft.address.clone(),
            "phone" => changed.phone = draft.phone.clone(),
            "mobile" => changed.mobile = draft.mobile.clone(),
            "birth" => changed.birth_on = draft.birth_on,
            "left" => (changed.left_on, changed.left_reason) = (draft.left_on, draft.left_reason.clone()),
            "note" => changed.note = draft.note.clone(),
            _ => {}
        }
    }
    changed
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::FiscalYear;
    use crate::file::OfficeFile;
    use crate::intake::mapping::{Hints, Remembered};
    use crate::intake::sketch::{book, by, office};
    use crate::roster::import::plan;

    const FIRST: &str = "氏名|住所|電話|所属|役職|任期
𠮷田　和夫|桜町1-2|087-886-2763|福祉部会|部会長|
十河　勝|桜町3-4||桜町東自治会||
十河　勝|栗林町5-6|087-878-0619|||";

    fn import(file: &OfficeFile, drawn: &str, decide: impl Fn(&Plan<PersonDraft>) -> Vec<RowDecision>) -> Counts {
        let stored = file.view(|v| stored(v, "高松市")).unwrap();
        let remembered = file.view(|v| mapping::remembered(v, Kind::Roster)).unwrap();
        let plan =
            plan(&book(drawn), &stored, &Hints { chosen: &[], remembered: &remembered }, FiscalYear(2025)).unwrap();
        let decisions = decide(&plan);
        file.change(&by(), "roster.import", |tx| apply_import(tx, &plan, &decisions, "高松市")).unwrap().value
    }

    #[test]
    fn a_plan_is_written_as_it_stands() {
        let (_folder, file) = office();
        assert_eq!(import(&file, FIRST, |_| vec![]).new, 3);
        let again = import(&file, FIRST, |_| vec![]);
        assert_eq!((again.new, again.changed, again.same), (0, 0, 3));
        let term = import(&file, &FIRST.replace("部会長|", "部会長|R7.4.1～R9.3.31"), |_| vec![]);
        assert_eq!((term.new, term.changed), (0, 1), "the term was not known before");
        let stored = file.view(|v| stored(v, "高松市")).unwrap();
        let names: Vec<String> = stored.people.iter().map(|p| p.name.full()).collect();
        assert_eq!(names, ["𠮷田　和夫", "十河　勝", "十河　勝"]);
        assert_eq!(
            stored.roles.iter().map(|r| (r.title.as_str(), r.to_on.is_some())).collect::<Vec<_>>(),
            [("部会長", true), ("会員", false)]
        );
        assert_eq!(stored.people[0].address, "高松市桜町1-2");
        let layouts: Remembered = file.view(|v| mapping::remembered(v, Kind::Roster)).unwrap();
        assert_eq!(layouts.len(), 1, "the same headings are one layout");
    }

    #[test]
    fn two_rows_that_are_said_to_be_one_person_both_count() {
        let (_folder, file) = office();
        import(&file, "氏名|住所|電話\n吉田　和夫|桜町1-2|087-886-2763", |_| vec![]);
        let id = file.view(|v| store::people(v)).unwrap()[0].id.to_string();
        let rows = "氏名|住所|電話|携帯|所属|役職
吉田　一男|||090-1111-2222|福祉部会|部会長
芳田　和夫||087-000-0000||福祉部会|部会長";
        import(&file, rows, |plan| {
            let same = |index| RowDecision { index, decision: Decision::Same, id: Some(id.clone()) };
            (0..plan.rows.len()).map(same).collect()
        });
        let people = file.view(|v| store::people(v)).unwrap();
        assert_eq!(people.len(), 1);
        assert_eq!((people[0].mobile.as_str(), people[0].phone.as_str()), ("090-1111-2222", "087-000-0000"));
        assert_eq!(file.view(|v| store::roles(v)).unwrap().len(), 1, "one role, once");
    }

    #[test]
    fn unsure_rows_go_where_the_user_says() {
        let (_folder, file) = office();
        import(&file, FIRST, |_| vec![]);
        let moved = "氏名|住所|電話\n吉田　和夫|塩屋町7-8|087-000-0000";
        let skipped = import(&file, moved, |plan| plan.decide_unsure(Decision::Skip));
        assert_eq!((skipped.unsure, file.view(|v| store::people(v)).unwrap().len()), (1, 3));
        let told = || file.history(1).unwrap()[0].sentence.clone();
        assert!(told().contains("新しく0人、変更0人"), "what was left out is not told as new: {}", told());
        import(&file, moved, |plan| plan.decide_unsure(Decision::Same));
        assert!(told().contains("新しく0人、変更1人"), "{}", told());
        let people = file.view(|v| store::people(v)).unwrap();
        assert_eq!(
            (people.len(), people[0].name.family.as_str(), people[0].address.as_str()),
            (3, "𠮷田", "高松市塩屋町7-8")
        );
        import(&file, "氏名|住所|電話\n吉田　和夫|築地町9|087-111-1111", |_| vec![]);
        assert_eq!(file.view(|v| store::people(v)).unwrap().len(), 4, "without a decision the row is a new person");
    }
}
