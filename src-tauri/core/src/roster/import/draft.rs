//! 下書き: one person as a file has them, with the keys by which the same person is known again.

use chrono::NaiveDate;
use paper::wareki;

use super::roles;
use crate::calendar::FiscalYear;
use crate::intake::columns::Kind;
use crate::intake::plan::ShownCell;
use crate::intake::told::{Cells, note};
use crate::roster::{Person, PersonId, PersonName, Role};
use crate::text::{address_key, digits, search_key};

/// A person as a file has them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PersonDraft {
    /// 氏名 exactly as typed, フリガナ in full-width katakana.
    pub name: PersonName,
    /// NNN-NNNN
    pub postal: String,
    /// With the city in front.
    pub address: String,
    /// 自宅の電話
    pub phone: String,
    /// 携帯電話
    pub mobile: String,
    /// 生年月日
    pub birth_on: Option<NaiveDate>,
    /// 入会日
    pub joined_on: Option<NaiveDate>,
    /// 退会日
    pub left_on: Option<NaiveDate>,
    /// 死亡, 転出, 退会, where the file says so.
    pub left_reason: String,
    /// 備考
    pub note: String,
    /// Their roles.
    pub roles: Vec<RoleDraft>,
    /// Named in the cell of somebody's family: that somebody, as the file spells them; empty for everybody else.
    pub family_of: String,
    /// The stored person, when there is one.
    pub known: Option<PersonId>,
}

/// A role as a file has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleDraft {
    /// Name of the body; empty where the paper leaves it open, which means the council itself.
    pub body: String,
    /// The association that a 班 belongs to; empty for every other body.
    pub within: String,
    /// 会長, 部会員 …
    pub title: String,
    /// First day.
    pub from_on: Option<NaiveDate>,
    /// Last day.
    pub to_on: Option<NaiveDate>,
}

impl PersonDraft {
    /// Somebody who is not stored yet.
    pub(in crate::roster) fn person(self) -> Person {
        let PersonDraft {
            name, postal, address, phone, mobile, birth_on, joined_on, left_on, left_reason, note, ..
        } = self;
        Person {
            postal,
            address,
            phone,
            mobile,
            birth_on,
            joined_on,
            left_on,
            left_reason,
            note,
            ..Person::named(name)
        }
    }

    /// True for somebody who is in the roster at the end of the year.
    pub(super) fn is_counted(&self, year: FiscalYear) -> bool {
        self.left_on.is_none_or(|left| left > year.last_day())
    }

    /// Rows numbered in advance say nothing.
    pub(super) fn is_blank(&self) -> bool {
        PersonDraft { left_on: None, left_reason: String::new(), ..self.clone() } == PersonDraft::default()
    }

    /// A further role of the person above, whether or not the name was repeated.
    pub(super) fn gives_only_roles(&self) -> bool {
        let (name, note) = (PersonName::default(), String::new());
        PersonDraft { name, note, roles: vec![], ..self.clone() }.is_blank()
    }

    /// Takes the roles and the note of a further row.
    pub(super) fn go_on(&mut self, further: PersonDraft) {
        further.roles.into_iter().for_each(|role| roles::add(&mut self.roles, role));
        if self.note.is_empty() {
            self.note = further.note;
        }
    }

    pub(super) fn cells(&self) -> Vec<ShownCell> {
        let day = |day: Option<NaiveDate>| day.map(wareki::long).unwrap_or_default();
        let roles: Vec<String> = self.roles.iter().map(RoleDraft::words).collect();
        let mut cells = Cells::new(Kind::Roster);
        cells.add("kana", &self.name.full_kana());
        cells.add("postal", &self.postal);
        cells.add("address", &self.address);
        cells.add("phone", &self.phone);
        cells.add("mobile", &self.mobile);
        cells.add("birth", &day(self.birth_on));
        cells.add("title", &roles.join("、"));
        cells.add("joined", &day(self.joined_on));
        cells.add("left", format!("{} {}", day(self.left_on), self.left_reason).trim_end());
        cells.add("note", &self.note);
        if !self.family_of.is_empty() {
            cells.add("housemates", &note("roster.family_of", "name", &self.family_of));
        }
        cells.done()
    }
}

impl RoleDraft {
    /// 福祉部会 部会長
    pub fn words(&self) -> String {
        format!("{} {}", self.body, self.title).trim_start().to_owned()
    }

    /// R7.4.1～R9.3.31
    pub(super) fn term_words(&self) -> String {
        let day = |day: Option<NaiveDate>| day.map(wareki::short).unwrap_or_default();
        format!("{} {}～{}", self.words(), day(self.from_on), day(self.to_on))
    }

    /// True when this says more about the term than the stored role.
    pub(super) fn fills(&self, held: &Role) -> bool {
        (held.from_on.is_none() && self.from_on.is_some()) || (held.to_on.is_none() && self.to_on.is_some())
    }
}

/// What tells people of one name apart.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Keys {
    pub name: String,
    pub kana: String,
    pub address: String,
    pub phones: [String; 2],
    pub birth_on: Option<NaiveDate>,
}

/// What two records of one name have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Likeness {
    /// The same person; the more agrees, the higher.
    Same(u8),
    /// Nothing agrees and nothing can be compared.
    Open,
    /// What can be compared differs.
    Apart,
}

impl Keys {
    pub fn of_draft(draft: &PersonDraft) -> Keys {
        Keys::new(&draft.name, &draft.address, [&draft.phone, &draft.mobile], draft.birth_on)
    }

    pub fn of_person(person: &Person, city: &str) -> Keys {
        let address = crate::text::complete_address(&person.address, city);
        Keys::new(&person.name, &address, [&person.phone, &person.mobile], person.birth_on)
    }

    fn new(name: &PersonName, address: &str, phones: [&String; 2], birth_on: Option<NaiveDate>) -> Keys {
        Keys {
            name: search_key(&name.family) + &search_key(&name.given),
            kana: format!("{}{}", name.family_kana, name.given_kana),
            address: if address.is_empty() { String::new() } else { address_key(address) },
            phones: phones.map(|phone| digits(phone)),
            birth_on,
        }
    }

    /// True when there is nothing but a name.
    pub fn is_bare(&self) -> bool {
        self.address.is_empty() && self.phones.iter().all(String::is_empty) && self.birth_on.is_none()
    }

    /// Compares two records that bear the same folded name.
    pub fn likeness(&self, other: &Keys) -> Likeness {
        let address = compare(&self.address, &other.address);
        let birth = self.birth_on.zip(other.birth_on).map(|(a, b)| a == b);
        let phone = self.phone_agrees(other);
        let agreeing = [address, birth, phone].iter().filter(|agrees| **agrees == Some(true)).count() as u8;
        match (agreeing, birth) {
            (1.., Some(true)) | (1.., None) => Likeness::Same(agreeing),
            (2.., Some(false)) => Likeness::Open,
            _ if birth.is_none() && address.is_none() && phone.is_none() && self.may_sound_like(other) => {
                Likeness::Open
            }
            _ => Likeness::Apart,
        }
    }

    /// Folded only here: few people share a name.
    fn may_sound_like(&self, other: &Keys) -> bool {
        compare(&search_key(&self.kana), &search_key(&other.kana)) != Some(false)
    }

    fn phone_agrees(&self, other: &Keys) -> Option<bool> {
        let own = || self.phones.iter().filter(|p| !p.is_empty());
        let theirs = || other.phones.iter().filter(|p| !p.is_empty());
        (own().next().is_some() && theirs().next().is_some()).then(|| own().any(|p| theirs().any(|q| p == q)))
    }
}

fn compare(a: &str, b: &str) -> Option<bool> {
    (!a.is_empty() && !b.is_empty()).then(|| a == b)
}
