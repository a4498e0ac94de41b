//! 違いの見つけ方: what a file would change about somebody who is there already. An empty cell changes nothing, nor does
//! another spelling of the same.

use chrono::NaiveDate;
use paper::wareki;

use super::draft::{PersonDraft, RoleDraft};
use super::matching::Index;
use crate::intake::columns::Kind;
use crate::intake::plan::Difference;
use crate::intake::told::Differences;
use crate::roster::{Person, PersonId, Role};
use crate::text::{address_key, complete_address, digits, search_key};

impl<'a> Index<'a> {
    /// What the file would change about a stored person.
    pub(in crate::roster) fn changes(&self, person: &Person, draft: &PersonDraft) -> Vec<Difference> {
        let place = |address: &str| address_key(&complete_address(address, &self.stored.city));
        let same_place = draft.address.is_empty() || place(&person.address) == place(&draft.address);
        let is_known =
            |number: &str| [&person.phone, &person.mobile].iter().any(|known| digits(known) == digits(number));
        let day = |day: &NaiveDate| wareki::long(*day);
        let mut found = Differences::new(Kind::Roster);
        found.words("kana", &person.name.full_kana(), &draft.name.full_kana());
        found.unless(digits(&person.postal) == digits(&draft.postal), "postal", &person.postal, &draft.postal);
        found.unless(same_place, "address", &person.address, &draft.address);
        found.unless(is_known(&draft.phone), "phone", &person.phone, &draft.phone);
        found.unless(is_known(&draft.mobile), "mobile", &person.mobile, &draft.mobile);
        found.value("birth", person.birth_on.as_ref(), draft.birth_on.as_ref(), day);
        found.value("joined", person.joined_on.as_ref(), draft.joined_on.as_ref(), day);
        found.value("left", person.left_on.as_ref(), draft.left_on.as_ref(), day);
        found.unless(person.note.contains(&draft.note), "note", &person.note, &draft.note);
        for (held, role) in self.role_changes(person.id, draft) {
            match held {
                None => found.unless(false, "title", "", &role.words()),
                Some(_) => found.unless(false, "term", "", &role.term_words()),
            }
        }
        found.done()
    }

    /// The roles of a draft that the person does not hold yet, and those whose term was not known.
    pub(in crate::roster) fn role_changes<'d>(
        &self,
        person: PersonId,
        draft: &'d PersonDraft,
    ) -> Vec<(Option<&'a Role>, &'d RoleDraft)> {
        let held = self.roles.get(&person).map_or(&[][..], Vec::as_slice);
        let change = |role: &'d RoleDraft| match held.iter().find(|held| self.is_held(held, role)) {
            None => Some((None, role)),
            Some(held) => role.fills(held).then_some((Some(*held), role)),
        };
        draft.roles.iter().filter_map(change).collect()
    }

    /// The same seat for the same term; another term is another role.
    fn is_held(&self, held: &Role, role: &RoleDraft) -> bool {
        let fits = |held: Option<NaiveDate>, new: Option<NaiveDate>| held.is_none() || new.is_none() || held == new;
        let short = role.body.strip_prefix(role.within.as_str()).filter(|_| !role.within.is_empty());
        let is_body = |body: &String| {
            role.body.is_empty()
                || *body == search_key(&role.body)
                || short.is_some_and(|short| *body == search_key(short))
        };
        self.bodies.get(&held.organisation_id).is_some_and(is_body)
            && search_key(&held.title) == search_key(&role.title)
            && fits(held.from_on, role.from_on)
            && fits(held.to_on, role.to_on)
    }
}
