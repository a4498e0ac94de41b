//! 二重の記録: people who may stand in the roster twice, with the reasons. Names are compared by folded key, so 異体字, kana,
//! width and spaces hide nobody; an address also by where somebody lived before.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde::Serialize;
use ts_rs::TS;

use super::{Person, PersonId};
use crate::text::{address_key, complete_address, digits, search_key};

/// Why two records may be one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// 氏名が同じ
    SameName,
    /// 氏名の字体だけが違う (髙・高)
    NameVariant,
    /// フリガナが同じ
    SameKana,
    /// 名が同じ, the family name differs
    SameGiven,
    /// 生年月日が同じ
    SameBirth,
    /// 電話が同じ
    SamePhone,
    /// 住所が同じ
    SameAddress,
    /// 前の住所が同じ
    OldAddress,
}

/// Two records that may be one person; the one that came first stands first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// The older record.
    pub one: PersonId,
    /// The newer record.
    pub other: PersonId,
    /// What they have in common.
    pub reasons: Vec<Reason>,
}

/// What is compared, made once per person.
struct Keys<'a> {
    person: &'a Person,
    name: String,
    given: String,
    kana: String,
    phones: Vec<String>,
    address: String,
    old_addresses: Vec<String>,
}

/// Finds every pair worth a look, the likeliest first. `old` are former addresses by person, `apart` pairs that were
/// looked at and are two people (smaller key first).
pub fn pairs(people: &[Person], old: &[(PersonId, String)], apart: &[(PersonId, PersonId)], city: &str) -> Vec<Pair> {
    let mut lived: HashMap<PersonId, Vec<&str>> = HashMap::new();
    for (person, address) in old {
        lived.entry(*person).or_default().push(address);
    }
    let keys = people.iter().map(|p| Keys::new(p, lived.get(&p.id).map_or(&[], Vec::as_slice), city));
    let keys: Vec<Keys> = keys.collect();
    let apart: HashSet<&(PersonId, PersonId)> = apart.iter().collect();
    let mut found: BTreeMap<(usize, usize), Vec<Reason>> = BTreeMap::new();
    for group in groups(&keys).values() {
        for (at, &a) in group.iter().enumerate() {
            for &b in &group[at + 1..] {
                let ids = (keys[a].person.id.min(keys[b].person.id), keys[a].person.id.max(keys[b].person.id));
                if apart.contains(&ids) || found.contains_key(&(a, b)) {
                    continue;
                }
                let reasons = keys[a].in_common(&keys[b]);
                if is_worth_a_look(&reasons, &keys[a], &keys[b]) {
                    found.insert((a, b), reasons);
                }
            }
        }
    }
    let pair =
        |((a, b), reasons): ((usize, usize), _)| Pair { one: keys[a].person.id, other: keys[b].person.id, reasons };
    let mut pairs: Vec<Pair> = found.into_iter().map(pair).collect();
    pairs.sort_by_key(|pair| std::cmp::Reverse(pair.reasons.len()));
    pairs
}

/// Those who share a name, a reading, or a telephone with a given name. A group larger than this says nothing.
fn groups(keys: &[Keys]) -> HashMap<String, Vec<usize>> {
    const LARGEST: usize = 40;
    let mut groups: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, key) in keys.iter().enumerate() {
        let mut names: Vec<String> = key.phones.iter().map(|phone| format!("t{phone} {}", key.given)).collect();
        names.push(format!("n{}", key.name));
        if !key.kana.is_empty() {
            names.push(format!("k{}", key.kana));
        }
        names.sort();
        names.dedup();
        names.into_iter().for_each(|name| groups.entry(name).or_default().push(at));
    }
    groups.retain(|_, group| (2..=LARGEST).contains(&group.len()));
    groups
}

impl<'a> Keys<'a> {
    fn new(person: &'a Person, old: &[&str], city: &str) -> Keys<'a> {
        let place = |address: &str| {
            if address.is_empty() { String::new() } else { address_key(&complete_address(address, city)) }
        };
        let phones = [&person.phone, &person.mobile].map(|p| digits(p)).into_iter().filter(|p| !p.is_empty());
        Keys {
            person,
            name: search_key(&person.name.family) + &search_key(&person.name.given),
            given: search_key(&person.name.given),
            kana: search_key(&person.name.full_kana()),
            phones: phones.collect(),
            address: place(&person.address),
            old_addresses: old.iter().map(|address| place(address)).collect(),
        }
    }

    fn in_common(&self, other: &Keys) -> Vec<Reason> {
        let written = |keys: &Keys| keys.person.name.family.clone() + &keys.person.name.given;
        let same_name = self.name == other.name && !self.name.is_empty();
        let is_same = |a: &String, b: &String| !a.is_empty() && a == b;
        let lived_there = |a: &Keys, b: &Keys| a.old_addresses.contains(&b.address) && !b.address.is_empty();
        let birth = self.person.birth_on.is_some() && self.person.birth_on == other.person.birth_on;
        let at_home = is_same(&self.address, &other.address);
        let facts = [
            (same_name && written(self) == written(other), Reason::SameName),
            (same_name && written(self) != written(other), Reason::NameVariant),
            (is_same(&self.kana, &other.kana), Reason::SameKana),
            (!same_name && is_same(&self.given, &other.given), Reason::SameGiven),
            (birth, Reason::SameBirth),
            (self.phones.iter().any(|p| other.phones.contains(p)), Reason::SamePhone),
            (at_home, Reason::SameAddress),
            (!at_home && (lived_there(self, other) || lived_there(other, self)), Reason::OldAddress),
        ];
        facts.into_iter().filter(|(holds, _)| *holds).map(|(_, reason)| reason).collect()
    }

    fn births_differ(&self, other: &Keys) -> bool {
        self.person.birth_on.zip(other.person.birth_on).is_some_and(|(a, b)| a != b)
    }
}

/// One name and nothing against it; or one reading, or one given name, with something else that agrees.
fn is_worth_a_look(reasons: &[Reason], a: &Keys, b: &Keys) -> bool {
    let has = |reason| reasons.contains(&reason);
    let place = [Reason::SamePhone, Reason::SameAddress, Reason::OldAddress].iter().any(|r| reasons.contains(r));
    let name = has(Reason::SameName) || has(Reason::NameVariant);
    match (name, a.births_differ(b)) {
        (true, false) => true,
        // A birthday mistyped: same name at the same place.
        (true, true) => place && has(Reason::SamePhone) && has(Reason::SameAddress),
        (false, true) => false,
        (false, false) => {
            (has(Reason::SameKana) && (has(Reason::SameBirth) || place))
                || (has(Reason::SameGiven) && has(Reason::SameBirth) && place)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::roster::PersonName;

    fn person(name: (&str, &str), kana: (&str, &str), address: &str, phone: &str, birth: &str) -> Person {
        let (family, given) = (name.0.into(), name.1.into());
        let name = PersonName { family, given, family_kana: kana.0.into(), given_kana: kana.1.into() };
        let (address, phone) = (address.to_owned(), phone.to_owned());
        Person { address, phone, birth_on: birth.parse().ok(), ..Person::named(name) }
    }

    fn reasons(a: &Person, b: &Person, old: &[(PersonId, String)]) -> Vec<Reason> {
        let found = pairs(&[a.clone(), b.clone()], old, &[], "高松市");
        found.first().map_or(vec![], |pair| pair.reasons.clone())
    }

    #[test]
    fn the_same_person_is_seen_through_variants_kana_width_old_addresses_and_telephones() {
        use Reason::*;
        let one =
            person(("髙橋", "一郎"), ("タカハシ", "イチロウ"), "高松市桜町一丁目2番3号", "087-811-1111", "1950-03-07");
        let variant = person(("高橋", "一郎"), ("ﾀｶﾊｼ", "ｲﾁﾛｳ"), "桜町1-2-3", "", "");
        assert_eq!(reasons(&one, &variant, &[]), [NameVariant, SameKana, SameAddress]);
        let misheard = person(("髙梁", "市郎"), ("タカハシ", "イチロウ"), "", "(087)811-1111", "");
        assert_eq!(reasons(&one, &misheard, &[]), [SameKana, SamePhone]);
        let moved = person(("髙橋", "一郎"), ("", ""), "高松市栗林町5-6", "", "");
        assert_eq!(reasons(&one, &moved, &[(moved.id, "桜町1-2-3".into())]), [SameName, OldAddress]);
        let married = person(("田中", "一郎"), ("タナカ", "イチロウ"), "高松市桜町1-2-3", "0878111111", "1950-03-07");
        assert_eq!(reasons(&one, &married, &[]), [SameGiven, SameBirth, SamePhone, SameAddress]);
    }

    #[test]
    fn families_and_namesakes_are_left_alone() {
        let father = person(("山田", "太郎"), ("ヤマダ", "タロウ"), "桜町1-1", "087-822-2222", "1950-01-01");
        let son = person(("山田", "次郎"), ("ヤマダ", "ジロウ"), "桜町1-1", "087-822-2222", "1980-01-01");
        assert!(reasons(&father, &son, &[]).is_empty());
        let namesake = person(("山田", "太郎"), ("ヤマダ", "タロウ"), "番町9-9", "", "1971-05-05");
        assert!(reasons(&father, &namesake, &[]).is_empty(), "another birthday");
        let unknown = person(("山田", "太郎"), ("ヤマダ", "タロウ"), "番町9-9", "", "");
        let found = pairs(&[father.clone(), unknown.clone()], &[], &[(father.id, unknown.id)], "高松市");
        assert!(found.is_empty(), "looked at before, and two people");
        assert_eq!(pairs(&[father, unknown], &[], &[], "高松市").len(), 1);
    }
}
