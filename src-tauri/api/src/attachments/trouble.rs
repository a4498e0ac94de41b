//! Papers whose contents are lost or damaged, told by their names and the records that they belong to.

use std::str::FromStr;

use office::attachments::{self, Attachment, Owner};
use office::file::{Contents, View};
use office::{OfficeFile, accounts, activities, grants, roster};

use crate::{Error, Result};

/// One problem for each paper that a look at the contents found lost or damaged.
pub(crate) fn problems(office: &OfficeFile, found: Contents) -> Result<Vec<Error>> {
    office.view(|view| {
        let told = |ids: &[String], refused: fn() -> Error| -> Result<Vec<Error>> {
            let papers = attachments::with_contents(view, ids)?;
            papers
                .iter()
                .map(|paper| Ok(refused().with("name", &paper.name).with("record", record(view, paper)?)))
                .collect()
        };
        let mut all = told(&found.missing, || Error::refused("attachments.lost"))?;
        all.extend(told(&found.damaged, || Error::refused("attachments.damaged"))?);
        Ok(all)
    })
}

/// What the record is called to which a paper belongs; empty when it is gone.
fn record(view: &View, paper: &Attachment) -> Result<String> {
    let id = paper.owner_id.as_str();
    let name = match paper.owner_kind {
        Owner::Person => roster::store::find_person(view, key(id)?)?.map(|person| person.name.full()),
        Owner::Household => roster::store::find_household(view, key(id)?)?.map(|home| home.address),
        Owner::Organisation => roster::store::find_organisation(view, key(id)?)?.map(|body| body.name),
        Owner::Entry => accounts::store::find_entry(view, key(id)?)?.map(|entry| entry.description),
        Owner::Receipt => {
            accounts::store::find_receipt(view, key(id)?)?.map(|one| format!("領収書 {}番　{}", one.number, one.issuer))
        }
        Owner::GrantStep => {
            let step = grants::store::find_step(view, key(id)?)?;
            let grant = step.as_ref().map(|step| grants::store::find_grant(view, step.grant_id)).transpose()?.flatten();
            step.zip(grant).map(|(step, grant)| format!("{}　{}", grant.name, step.stage.label()))
        }
        Owner::Occasion => activities::store::find_occasion(view, key(id)?)?.map(|occasion| occasion.title),
    };
    Ok(name.unwrap_or_default())
}

/// A key that was kept as text.
pub(super) fn key<T: FromStr>(id: &str) -> Result<T> {
    id.parse().map_err(|_| Error::refused("attachments.no_such_record"))
}
