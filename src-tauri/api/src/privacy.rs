//! 個人情報: fields and what they are kept for, consents, and the data of those who left.

use office::roster::privacy::{Consent, ConsentId, FieldPolicy, Scope, leavers};
use office::roster::{CustomField, PersonId, acts, by_id, store};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::command::Command;
use crate::office::{Changed, with_value_of};
use crate::roster::{Written, needed_day};
use crate::{Desk, Result, labels};

/// What the office says and plans about personal data.
#[derive(Debug, Deserialize, TS)]
pub struct PrivacyOverview {}

/// What the office says and plans about personal data.
#[derive(Debug, Serialize, TS)]
pub struct Privacy {
    /// What was said of fields so far.
    pub policies: Vec<FieldPolicy>,
    /// Years after leaving until the words of a leaver are erased.
    pub leavers_years: u32,
    /// People of whom the office holds more than a name.
    pub on_file: usize,
    /// So many that the law asks for more than of a small office.
    pub is_large: bool,
    /// The council's own fields, which are kept for something, too.
    pub fields: Vec<CustomField>,
    /// The newest copies that are kept: the words that were erased stay in them until they are replaced.
    pub copies: usize,
    pub leavers: Vec<LeaverShown>,
}

/// Somebody who left, and what becomes of their data.
#[derive(Debug, Serialize, TS)]
pub struct LeaverShown {
    #[ts(type = "string")]
    pub person_id: PersonId,
    /// （消去した人） once it was erased.
    pub name: String,
    pub left_label: String,
    pub due_label: String,
    pub is_due: bool,
    pub keeps_name: bool,
    pub is_erased: bool,
}

impl Command for PrivacyOverview {
    const NAME: &'static str = "privacy.overview";
    type Output = Privacy;
    fn run(self, desk: &Desk) -> Result<Privacy> {
        let today = desk.today();
        desk.office()?.view(|view| {
            let (people, roles, years) = (store::people(view)?, store::roles(view)?, store::leavers_years(view)?);
            let plan = leavers(&people, &roles, &store::with_belongings(view)?, years, today);
            let names = by_id(&people);
            let erased = plan.iter().filter(|leaver| leaver.is_erased).count();
            let shown = plan.iter().map(|leaver| LeaverShown {
                person_id: leaver.person_id,
                name: names.get(&leaver.person_id).map_or(String::new(), |p| p.name.full()),
                left_label: labels::long_day(Some(leaver.left_on)),
                due_label: labels::long_day(Some(leaver.due_on)),
                is_due: leaver.due_on <= today && !leaver.is_erased,
                keeps_name: leaver.keeps_name,
                is_erased: leaver.is_erased,
            });
            let policies = store::field_policies(view)?;
            let fields = store::custom_fields(view)?.into_iter().filter(|field| !field.is_retired).collect();
            let on_file = people.len() - erased;
            let (is_large, leavers) = (crate::roster::is_large(on_file), shown.collect());
            Ok(Privacy {
                policies,
                leavers_years: years,
                on_file,
                is_large,
                fields,
                copies: office::file::COPIES_KEPT,
                leavers,
            })
        })
    }
}

/// Says for what a field is kept, who may see it and how it came.
#[derive(Debug, Deserialize, TS)]
pub struct SavePolicy {
    pub policy: FieldPolicy,
    /// The field's name on the page.
    pub label: String,
}

impl Command for SavePolicy {
    const NAME: &'static str = "privacy.save_policy";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let save = |tx: &office::file::Tx| acts::save_policy(tx, &self.policy, &self.label);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, save)?.into())
    }
}

/// The consents of a person.
#[derive(Debug, Deserialize, TS)]
pub struct Consents {
    #[ts(type = "string")]
    pub person_id: PersonId,
}

/// A consent with its days in words.
#[derive(Debug, Serialize, TS)]
pub struct ConsentShown {
    #[serde(flatten)]
    pub consent: Consent,
    pub given_label: String,
    pub withdrawn_label: String,
}

impl Command for Consents {
    const NAME: &'static str = "privacy.consents";
    type Output = Vec<ConsentShown>;
    fn run(self, desk: &Desk) -> Result<Vec<ConsentShown>> {
        let all = desk.office()?.view(|view| store::consents(view))?;
        let own = all.into_iter().filter(|consent| consent.person_id == self.person_id);
        let shown = own.map(|consent| ConsentShown {
            given_label: labels::long_day(Some(consent.given_on)),
            withdrawn_label: labels::long_day(consent.withdrawn_on),
            consent,
        });
        Ok(shown.collect())
    }
}

/// Somebody agreed.
#[derive(Debug, Deserialize, TS)]
pub struct RecordConsent {
    #[ts(type = "string")]
    pub person_id: PersonId,
    pub scope: Scope,
    pub given: String,
    /// 入会届, 口頭 …
    pub how: String,
    pub note: String,
}

impl Command for RecordConsent {
    const NAME: &'static str = "privacy.record_consent";
    type Output = Changed<Written>;
    fn run(self, desk: &Desk) -> Result<Changed<Written>> {
        let given_on = needed_day(&self.given, "given")?;
        let RecordConsent { person_id, scope, how, note, .. } = self;
        let consent = Consent { id: ConsentId::new(), person_id, scope, given_on, withdrawn_on: None, how, note };
        let record = |tx: &office::file::Tx| acts::record_consent(tx, &consent).map(|()| consent.id);
        Ok(with_value_of(desk.office()?.change(&desk.by(), Self::NAME, record)?, Written::of))
    }
}

/// Somebody takes a consent back.
#[derive(Debug, Deserialize, TS)]
pub struct WithdrawConsent {
    #[ts(type = "string")]
    pub id: ConsentId,
    pub on: String,
}

impl Command for WithdrawConsent {
    const NAME: &'static str = "privacy.withdraw_consent";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let on = needed_day(&self.on, "on")?;
        let withdraw = |tx: &office::file::Tx| acts::withdraw_consent(tx, self.id, on);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, withdraw)?.into())
    }
}

/// Sets how many years the words of leavers are kept.
#[derive(Debug, Deserialize, TS)]
pub struct SaveRetention {
    pub years: u32,
}

impl Command for SaveRetention {
    const NAME: &'static str = "privacy.save_retention";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        Ok(desk.office()?.change(&desk.by(), Self::NAME, |tx| acts::save_retention(tx, self.years))?.into())
    }
}

/// Erases the words of leavers whose time is over, also from the history. Cannot be taken back.
#[derive(Debug, Deserialize, TS)]
pub struct EraseLeavers {
    #[ts(type = "string[]")]
    pub people: Vec<PersonId>,
}

impl Command for EraseLeavers {
    const NAME: &'static str = "privacy.erase_leavers";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let office = desk.office()?;
        Ok(acts::erase_leavers(&office, &desk.by(), &self.people, desk.today())?.into())
    }
}
