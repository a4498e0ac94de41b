//! A person as typed.

use office::roster::{CustomField, CustomFieldId, CustomKind, Person, PersonId, PersonName, acts, store};
use serde::Deserialize;
use ts_rs::TS;

use super::Written;
use crate::command::Command;
use crate::office::{Changed, with_value_of};
use crate::{Desk, Result, typed};

/// A person as typed; days in any written form.
#[derive(Debug, Deserialize, TS)]
pub struct SavePerson {
    pub person: PersonDraft,
}

/// A person as typed.
#[derive(Debug, Deserialize, TS)]
pub struct PersonDraft {
    #[ts(type = "string | null")]
    pub id: Option<PersonId>,
    #[ts(type = "number")]
    pub version: i64,
    pub family: String,
    pub given: String,
    pub family_kana: String,
    pub given_kana: String,
    pub postal: String,
    pub address: String,
    pub phone: String,
    pub mobile: String,
    pub birth: String,
    pub joined: String,
    pub joined_reason: String,
    pub left: String,
    pub left_reason: String,
    pub alternate_name: String,
    pub note: String,
    /// 引っ越した日 when the address is another one; empty where it was only written wrongly.
    #[serde(default)]
    pub moved: String,
    /// What the council's own fields hold; those left out stay as they are.
    pub own: Vec<OwnValue>,
}

/// What one of the council's own fields is to hold.
#[derive(Debug, Deserialize, TS)]
pub struct OwnValue {
    #[ts(type = "string")]
    pub field_id: CustomFieldId,
    pub value: String,
}

impl OwnValue {
    /// A day as it is kept, a number in half-width digits; anything else as typed.
    fn parsed(&self, fields: &[CustomField]) -> Result<(CustomFieldId, String)> {
        let kind = fields.iter().find(|field| field.id == self.field_id).map(|field| field.kind);
        let value = match kind {
            Some(CustomKind::Day) => {
                let day = typed::day(&self.value, None, &format!("own {}", self.field_id))?;
                day.map_or(String::new(), |day| day.to_string())
            }
            Some(CustomKind::Number) => office::text::half_width(self.value.trim()),
            _ => self.value.clone(),
        };
        Ok((self.field_id, value))
    }
}

impl Command for SavePerson {
    const NAME: &'static str = "roster.save_person";
    type Output = Changed<Written>;
    fn run(self, desk: &Desk) -> Result<Changed<Written>> {
        let is_new = self.person.id.is_none();
        let fields = desk.office()?.view(|view| store::custom_fields(view))?;
        let own = self.person.own.iter().map(|own| own.parsed(&fields)).collect::<Result<Vec<_>>>()?;
        let moved = typed::day(&self.person.moved, None, "moved")?.filter(|_| !is_new);
        let draft = self.person.parsed()?;
        let save = |tx: &office::file::Tx| {
            // Stays that ended are not typed here: they stay as they are.
            let former_stays = store::find_person(tx, draft.id)?.map_or(vec![], |stored| stored.former_stays);
            let person = Person { former_stays, ..draft.clone() };
            match moved {
                Some(on) => acts::save_moved_person(tx, &person, on, &own),
                None => acts::save_person(tx, &person, is_new, &own),
            }
        };
        Ok(with_value_of(desk.office()?.change(&desk.by(), Self::NAME, save)?, Written::of))
    }
}

impl PersonDraft {
    fn parsed(self) -> Result<Person> {
        let name = PersonName {
            family: self.family.trim().to_owned(),
            given: self.given.trim().to_owned(),
            family_kana: typed::kana(&self.family_kana),
            given_kana: typed::kana(&self.given_kana),
        };
        let unnamed = Person::named(name);
        Ok(Person {
            id: self.id.unwrap_or(unnamed.id),
            birth_on: typed::day(&self.birth, None, "birth")?,
            joined_on: typed::day(&self.joined, None, "joined")?,
            joined_reason: self.joined_reason.trim().to_owned(),
            left_on: typed::day(&self.left, None, "left")?,
            left_reason: self.left_reason.trim().to_owned(),
            alternate_name: self.alternate_name.trim().to_owned(),
            postal: typed::postal(&self.postal),
            address: self.address.trim().to_owned(),
            phone: typed::phone(&self.phone),
            mobile: typed::phone(&self.mobile),
            note: self.note,
            version: self.version.max(1),
            ..unnamed
        })
    }
}
