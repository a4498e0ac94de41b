//! The roll put right by hand: one voter more, or one less.

use office::meetings::MeetingId;
use office::meetings::acts::{self, NewVoter};
use office::roster::{OrganisationId, PersonId};
use serde::Deserialize;
use ts_rs::TS;

use super::reception::one_number;
use crate::command::Command;
use crate::office::Changed;
use crate::{Desk, Error, Result};

/// Puts a voter at the end of the roll: a person, a body, or a number alone.
#[derive(Debug, Deserialize, TS)]
pub struct AddVoter {
    #[ts(type = "string")]
    pub id: MeetingId,
    #[ts(type = "string | null")]
    pub person_id: Option<PersonId>,
    #[ts(type = "string | null")]
    pub organisation_id: Option<OrganisationId>,
    /// A number alone is meant, of somebody whom the roster does not know.
    pub is_number_alone: bool,
}

impl Command for AddVoter {
    const NAME: &'static str = "meetings.add_voter";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let missing = || Error::refused("meetings.voter_missing").with("field", "voter");
        let new = match (self.person_id, self.organisation_id) {
            _ if self.is_number_alone => NewVoter::Number,
            (Some(person), _) => NewVoter::Person(person),
            (None, Some(body)) => NewVoter::Body(body),
            (None, None) => return Err(missing()),
        };
        let add = |tx: &office::file::Tx| acts::add_voter(tx, self.id, new).map(drop);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, add)?.into())
    }
}

/// Takes the voter of a number off the roll.
#[derive(Debug, Deserialize, TS)]
pub struct RemoveVoter {
    #[ts(type = "string")]
    pub id: MeetingId,
    pub number: String,
}

impl Command for RemoveVoter {
    const NAME: &'static str = "meetings.remove_voter";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let missing = || Error::refused("meetings.numbers_missing").with("field", "numbers");
        let number = one_number(&self.number, "numbers")?.ok_or_else(missing)?;
        Ok(desk.office()?.change(&desk.by(), Self::NAME, |tx| acts::remove_voter(tx, self.id, number))?.into())
    }
}
