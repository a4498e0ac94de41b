//! 世帯: putting people under one roof, moving all of them, moving one of them out.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::people::keep_address;
use super::{body, household, person};
use crate::file::Tx;
use crate::roster::{
    Household, HouseholdId, HouseholdMember, HouseholdMemberId, OrganisationId, Person, PersonId, store,
};
use crate::{Error, Result};

/// A household as typed.
#[derive(Debug, Clone, Default)]
pub struct HouseholdDraft {
    /// The household that is changed; none for a new one.
    pub id: Option<HouseholdId>,
    /// The version that was seen; 0 for a new one.
    pub version: i64,
    /// 世帯名; empty takes the head's name.
    pub name: String,
    /// 自治会 or 班
    pub organisation_id: Option<OrganisationId>,
    /// 郵便番号
    pub postal: String,
    /// 住所
    pub address: String,
    /// 電話
    pub phone: String,
    /// 備考
    pub note: String,
    /// The day from which the household is no more.
    pub closed_on: Option<NaiveDate>,
    /// 世帯主
    pub head: Option<PersonId>,
    /// Who lives there from the start; only for a new household.
    pub residents: Vec<Resident>,
}

/// Somebody who lives in a household.
#[derive(Debug, Clone)]
pub struct Resident {
    /// Who.
    pub person_id: PersonId,
    /// 続柄
    pub relation: String,
    /// First day, when it is known.
    pub from_on: Option<NaiveDate>,
}

/// Writes a household down.
pub fn save_household(tx: &Tx, draft: &HouseholdDraft) -> Result<HouseholdId> {
    if let Some(id) = draft.organisation_id {
        body(tx, id)?;
    }
    let changed = Household {
        id: draft.id.unwrap_or_else(HouseholdId::new),
        name: draft.name.trim().to_owned(),
        head_person_id: draft.head,
        organisation_id: draft.organisation_id,
        postal: draft.postal.clone(),
        address: draft.address.trim().to_owned(),
        phone: draft.phone.clone(),
        note: draft.note.clone(),
        closed_on: draft.closed_on,
        version: draft.version,
    };
    match draft.id {
        None => store::insert_household(tx, &changed)?,
        Some(id) => {
            let stored = household(tx, id)?;
            if stored.version != draft.version {
                return Err(Error::refused("roster.household_changed_elsewhere"));
            }
            if stored != changed {
                store::update_household(tx, &changed)?;
            }
        }
    }
    for resident in &draft.residents {
        settle(tx, changed.id, resident)?;
    }
    tx.say("name", called(tx, &changed)?);
    Ok(changed.id)
}

/// People who live under one roof.
#[derive(Debug, Clone)]
pub struct Family {
    /// Who; the first is the head and gives the address.
    pub residents: Vec<PersonId>,
    /// 自治会 or 班
    pub organisation_id: Option<OrganisationId>,
}

/// Makes a household of each family at once; its first is the head and gives the address. Somebody who lives in a household
/// already is refused, so that nobody comes to live in two.
pub fn found_households(tx: &Tx, families: &[Family]) -> Result<()> {
    let open = store::household_members(tx)?.into_iter().filter(|m| m.to_on.is_none());
    let mut housed: HashSet<PersonId> = open.map(|m| m.person_id).collect();
    for Family { residents, organisation_id } in families {
        if let Some(id) = organisation_id {
            body(tx, *id)?;
        }
        let Some(head) = residents.first().map(|id| person(tx, *id)).transpose()? else { continue };
        let home = found_home(tx, head, *organisation_id)?;
        for &person_id in residents {
            if !housed.insert(person_id) {
                let name = person(tx, person_id)?.name.full();
                return Err(Error::refused("roster.lives_elsewhere_already").with("name", name));
            }
            enter(tx, home, person_id)?;
        }
    }
    tx.say("count", families.iter().filter(|family| !family.residents.is_empty()).count());
    Ok(())
}

/// Families as a file names them, the head first: those who live in no household yet join their head's, which is made where
/// there is none. Nobody leaves a household for it.
pub fn join_families(tx: &Tx, families: &[Family]) -> Result<()> {
    let open = store::household_members(tx)?.into_iter().filter(|m| m.to_on.is_none());
    let mut home_of: HashMap<PersonId, HouseholdId> = open.map(|m| (m.person_id, m.household_id)).collect();
    for Family { residents, organisation_id } in families {
        let Some((&head, others)) = residents.split_first() else { continue };
        let newcomers: Vec<PersonId> = others.iter().copied().filter(|who| !home_of.contains_key(who)).collect();
        if newcomers.is_empty() {
            continue;
        }
        let home = match home_of.get(&head) {
            Some(home) => *home,
            None => {
                let home = found_home(tx, person(tx, head)?, *organisation_id)?;
                enter(tx, home, head)?;
                home_of.insert(head, home);
                home
            }
        };
        for who in newcomers {
            if home_of.insert(who, home).is_none() {
                enter(tx, home, who)?;
            }
        }
    }
    Ok(())
}

/// A household with the address of its head, still without residents.
fn found_home(tx: &Tx, head: Person, organisation_id: Option<OrganisationId>) -> Result<HouseholdId> {
    let home = Household {
        id: HouseholdId::new(),
        name: String::new(),
        head_person_id: Some(head.id),
        organisation_id,
        postal: head.postal,
        address: head.address,
        phone: head.phone,
        note: String::new(),
        closed_on: None,
        version: 0,
    };
    store::insert_household(tx, &home)?;
    Ok(home.id)
}

/// Somebody who always lived there, as far as the records go.
fn enter(tx: &Tx, household_id: HouseholdId, person_id: PersonId) -> Result<()> {
    let (id, relation, from_on, to_on) = (HouseholdMemberId::new(), String::new(), None, None);
    store::put_household_member(tx, &HouseholdMember { id, household_id, person_id, relation, from_on, to_on })
}

/// Somebody begins to live in a household; where they lived before stays in its history.
pub fn move_in(tx: &Tx, id: HouseholdId, resident: &Resident) -> Result<()> {
    let home = household(tx, id)?;
    tx.say("name", person(tx, resident.person_id)?.name.full());
    tx.say("household", called(tx, &home)?);
    settle(tx, id, resident)?;
    if let Some(day) = resident.from_on {
        change_address(tx, resident.person_id, &home.postal, &home.address, day)?;
    }
    Ok(())
}

/// Somebody moves out on `on`, the first day elsewhere, to another address when one is given. Both histories stay.
pub fn move_out(tx: &Tx, id: HouseholdId, who: PersonId, on: NaiveDate, to: Option<(&str, &str)>) -> Result<()> {
    let home = household(tx, id)?;
    tx.say("name", person(tx, who)?.name.full());
    tx.say("household", called(tx, &home)?);
    let lives_here = |m: &HouseholdMember| m.household_id == id && m.person_id == who && m.to_on.is_none();
    let living = store::household_members(tx)?.into_iter().find(lives_here);
    let living = living.ok_or_else(|| Error::refused("roster.not_living_there"))?;
    end_stay(tx, living, on)?;
    if home.head_person_id == Some(who) {
        store::update_household(tx, &Household { head_person_id: None, ..home })?;
    }
    match to {
        Some((postal, address)) => change_address(tx, who, postal, address, on),
        None => Ok(()),
    }
}

/// The whole household moves: its address and that of all who live there, from `on` on.
pub fn move_household(tx: &Tx, id: HouseholdId, postal: &str, address: &str, on: NaiveDate) -> Result<()> {
    let home = household(tx, id)?;
    tx.say("name", called(tx, &home)?);
    if address.trim().is_empty() {
        return Err(Error::refused("roster.address_missing").with("field", "address"));
    }
    let living: Vec<PersonId> = store::household_members(tx)?
        .into_iter()
        .filter(|m| m.household_id == id && m.lives_here_on(on))
        .map(|m| m.person_id)
        .collect();
    let moved = Household { postal: postal.to_owned(), address: address.trim().to_owned(), ..home };
    store::update_household(tx, &moved)?;
    living.into_iter().try_for_each(|who| change_address(tx, who, &moved.postal, &moved.address, on))
}

/// Somebody begins to live in a household. A stay elsewhere ends on the eve; without a day nobody could say when, and they
/// would live in two.
fn settle(tx: &Tx, household_id: HouseholdId, resident: &Resident) -> Result<()> {
    let name = person(tx, resident.person_id)?.name.full();
    let already = store::household_members(tx)?
        .into_iter()
        .any(|m| m.household_id == household_id && m.person_id == resident.person_id && m.to_on.is_none());
    if already {
        return Err(Error::refused("roster.lives_there_already"));
    }
    let Resident { person_id, relation, from_on } = resident.clone();
    for stay in open_stays(tx, person_id)? {
        let since =
            from_on.ok_or_else(|| Error::refused("roster.since_when").with("field", "from").with("name", &name))?;
        end_stay(tx, stay, since)?;
    }
    let id = HouseholdMemberId::new();
    store::put_household_member(tx, &HouseholdMember { id, household_id, person_id, relation, from_on, to_on: None })
}

fn open_stays(tx: &Tx, who: PersonId) -> Result<Vec<HouseholdMember>> {
    Ok(store::household_members(tx)?.into_iter().filter(|m| m.person_id == who && m.to_on.is_none()).collect())
}

/// Ends a time in a household on the eve of `on`.
fn end_stay(tx: &Tx, stay: HouseholdMember, on: NaiveDate) -> Result<()> {
    if stay.from_on.is_some_and(|from| on <= from) {
        return Err(Error::refused("roster.moved_before_moving_in").with("field", "on"));
    }
    store::put_household_member(tx, &HouseholdMember { to_on: on.pred_opt(), ..stay })
}

/// The person's address from `on` on; the one before is kept.
fn change_address(tx: &Tx, who: PersonId, postal: &str, address: &str, on: NaiveDate) -> Result<()> {
    let mut mover = person(tx, who)?;
    if mover.address == address && mover.postal == postal {
        return Ok(());
    }
    (mover.postal, mover.address) = (postal.to_owned(), address.trim().to_owned());
    keep_address(tx, &mover, on)?;
    store::update_person(tx, &mover)
}

/// What the sentence calls a household.
fn called(tx: &Tx, home: &Household) -> Result<String> {
    let head = home.head_person_id.map(|id| person(tx, id)).transpose()?;
    Ok(home.label(&head.iter().collect::<Vec<_>>()))
}
