//! 出した書類の控え: what was issued stays as it was, so that last year's paper is reprinted exactly.

use std::collections::BTreeSet;

use paper::Document;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::compose::{YEAR_LABEL, compose};
use super::scope::Texts;
use super::subject::{GRANT_NAME, grant_name};
use crate::accounts::GrantId;
use crate::fact::{Fact, FactRow, Facts, Name};
use crate::id::Id;
use crate::profile::{Edition, Form, names_in};
use crate::{Error, FiscalYear, Result};

/// Key of an issued paper.
pub type IssuedId = Id<Issued>;

/// 出した書類
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issued {
    /// Key.
    pub id: IssuedId,
    /// 年度
    pub fiscal_year: FiscalYear,
    /// Which form.
    pub form: String,
    /// The edition that governed it.
    pub edition: String,
    /// The grant whose paper it is; none for a paper of the whole year.
    pub grant_id: Option<GrantId>,
    /// What it was made of.
    pub frozen: Frozen,
    /// The paper as it was. None is a copy of the city's own workbook, or was issued when only what it was made of was kept.
    pub document: Option<Document>,
    /// Hash of the paper as it was.
    pub document_hash: String,
    /// When it was issued, e.g. 2026-03-14T10:42:00+09:00.
    pub issued_at: String,
}

/// What a paper was made of on the day it was issued.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Frozen {
    /// The facts.
    pub facts: Facts,
    /// The typed texts.
    pub texts: Texts,
}

impl Frozen {
    /// Of all that was known, only what the form says: a paper that names two officers keeps nobody else's address.
    pub fn of(form: &Form, facts: &Facts, texts: Texts) -> Frozen {
        let named = names_in(form);
        let is_titled = |name: &Name| name == YEAR_LABEL || (form.of.is_some() && name == GRANT_NAME);
        let is_named = |name: &Name| named.contains(name.as_ref()) || is_titled(name);
        let kept =
            facts.iter().filter(|(name, _)| is_named(name)).map(|(name, fact)| (name.clone(), pruned(fact, &named)));
        Frozen { facts: kept.collect(), texts }
    }
}

/// Lists with only those columns that are named.
fn pruned(fact: &Fact, named: &BTreeSet<String>) -> Fact {
    let row = |row: &FactRow| {
        let columns = row.iter().filter(|(name, _)| named.contains(name.as_ref()));
        columns.map(|(name, fact)| (name.clone(), pruned(fact, named))).collect()
    };
    match fact {
        Fact::One(_) => fact.clone(),
        Fact::List(rows) => Fact::List(rows.iter().map(row).collect()),
    }
}

/// Under this name the copies of the city's own workbook are kept.
pub const CITY_SHEET: &str = "city-sheet";

/// Hash of a paper's content.
pub fn document_hash(document: &Document) -> String {
    file_hash(&serde_json::to_vec(document).unwrap_or_default())
}

/// Hash of a file as it is.
pub fn file_hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The paper as it was issued, whatever its form says today; refused when that is not to be had any more.
pub fn reprint(issued: &Issued) -> Result<Document> {
    let document = issued.document.clone().map_or_else(|| made_again(issued), Ok)?;
    if document_hash(&document) == issued.document_hash {
        Ok(document)
    } else {
        Err(Error::refused("reports.issued_differs").with("form", document.title))
    }
}

/// Out of what it was made of, by the form as it is today.
fn made_again(issued: &Issued) -> Result<Document> {
    let edition = Edition::named(&issued.edition)?;
    let form = edition.form_for(&issued.form, &grant_name(&issued.frozen.facts))?;
    Ok(compose(&edition, form, &issued.frozen.facts, &issued.frozen.texts))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fact::{row, words};

    #[test]
    fn a_field_of_the_councils_own_is_frozen_with_what_it_holds() {
        let form = "id = 'a'\ntitle = 'a'\narea = 'roster'\noutputs = ['pdf']\nsource = ''\nis_verified = false
            [[block]]\nkind = 'table'\nlist = 'roster.people'
            columns = [{ head = '氏名', cell = '{name}', width = 1 }, { head = '車', cell = '{own:車の台数}', width = 1 }]";
        let own = row([("label", words("車の台数")), ("value", words("2"))]);
        let person = row([("name", words("岡")), ("phone", words("087")), ("own", Fact::List(vec![own.clone()]))]);
        let mut facts = Facts::default();
        facts.state_list("roster.people", vec![person]);
        let frozen = Frozen::of(&toml::from_str(form).unwrap(), &facts, Texts::new());
        let kept = row([("name", words("岡")), ("own", Fact::List(vec![own]))]);
        assert_eq!(frozen.facts.list("roster.people"), [kept], "and no telephone");
    }
}
