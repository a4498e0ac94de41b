//! 版: which folders govern a year, read and laid over each other.

use serde::de::DeserializeOwned;

use super::{Choice, Form, Municipality, check, files};
use crate::accounts::{Eligibility, ReceiptRule};
use crate::calendar::FiscalYear;
use crate::grants::{CostRule, EquipmentRule, GrantRules, RuleBook, RulesFrom, WrittenOf};
use crate::{Error, Result};

/// What a profile says about a year: the city's folder over the base's, file by file, and inside
/// `profile.toml` key by key. Every name in it exists, or it does not open.
#[derive(Debug, Clone)]
pub struct Edition {
    /// `takamatsu/2025+base/2025`
    pub id: String,
    /// The city and what all its papers share.
    pub municipality: Municipality,
    /// The grants it knows, and what is common to all others.
    pub grants: RuleBook,
    /// The forms, in order.
    pub forms: Vec<Form>,
    folders: Vec<String>,
    /// The grants as the profile has them.
    shipped: RuleBook,
    /// What the council has written down itself, of all years.
    written: Vec<WrittenOf>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct GrantsFile {
    #[serde(default)]
    grant: Vec<GrantRules>,
    common: Option<GrantRules>,
    /// What holds for every grant, whoever gives it.
    everywhere: Option<Everywhere>,
}

/// どの交付金でも
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Everywhere {
    cost: Vec<CostRule>,
}

/// All profiles to choose from, cities first.
pub fn profiles() -> Result<Vec<Choice>> {
    let mut names = files::profiles();
    names.sort_by_key(|name| *name == files::BASE);
    let choice = |name: &str| Ok(Choice { id: name.to_owned(), city: Edition::of(name, LATEST)?.municipality.title });
    names.into_iter().map(choice).collect()
}

/// Beyond every edition: the newest one governs.
const LATEST: FiscalYear = FiscalYear(i32::MAX);

impl Edition {
    /// The edition of a profile that governs a year.
    pub fn of(profile: &str, year: FiscalYear) -> Result<Edition> {
        Edition::named(&Edition::governing(profile, year)?)
    }

    /// The id of the edition of a profile that governs a year: most years have that of the year before.
    pub fn governing(profile: &str, year: FiscalYear) -> Result<String> {
        let unknown = || Error::refused("profile.unknown").with("profile", profile);
        let own = files::governing(profile, year).ok_or_else(unknown)?;
        if profile == files::BASE {
            return Ok(own);
        }
        Ok(format!("{own}+{}", files::governing(files::BASE, year).ok_or_else(unknown)?))
    }

    /// An edition by its id, as an issued paper names it.
    pub fn named(id: &str) -> Result<Edition> {
        let folders: Vec<String> = id.split('+').map(str::to_owned).collect();
        let municipality: Municipality = within(&folders[0], "profile.toml", laid_over(&folders)?.try_into())?;
        let grants = grants(&folders)?;
        let forms = municipality.forms.iter().map(|id| forms(&folders, id)).collect::<Result<Vec<_>>>()?;
        let (id, forms) = (id.to_owned(), share(forms.into_iter().flatten().collect())?);
        let edition =
            Edition { id, municipality, shipped: grants.clone(), grants, forms, folders, written: Vec::new() };
        match check::problems(&edition).into_iter().next() {
            Some(problem) => Err(broken(&edition.id, &problem.form, problem.what)),
            None => Ok(edition),
        }
    }

    /// The edition of a year with what the council has written down itself over it.
    pub fn with_written(&self, year: FiscalYear, written: Vec<WrittenOf>) -> Edition {
        let grants = self.grants.clone().with(&written, year);
        Edition { grants, written, ..self.clone() }
    }

    /// The edition of a year without what was written for this grant of the year.
    pub fn without_written(&self, year: FiscalYear, name: &str) -> Edition {
        let kept = self.written.iter().filter(|own| (own.year, own.name.as_str()) != (year, name)).cloned().collect();
        Edition { grants: self.shipped.clone(), ..self.clone() }.with_written(year, kept)
    }

    /// 令和7年度版: the first year that the city's folder governs.
    pub fn label(&self) -> String {
        let year = self.folders.first().and_then(|folder| folder.rsplit('/').next()?.parse().ok());
        year.map_or_else(String::new, |year| format!("{}版", FiscalYear(year).label()))
    }

    /// A form by its id.
    pub fn form(&self, id: &str) -> Result<&Form> {
        self.forms
            .iter()
            .find(|form| form.id == id)
            .ok_or_else(|| Error::refused("reports.unknown_form").with("form", id))
    }

    /// The form of that id which is for a grant: one that names the grant lies over one that is for all.
    pub fn form_for(&self, id: &str, grant: &str) -> Result<&Form> {
        let first = self.form(id)?;
        let not_its = || Error::refused("reports.not_for_grant").with("form", &first.title).with("grant", grant);
        self.forms.iter().find(|form| form.id == id && form.serves(grant)).ok_or_else(not_its)
    }

    /// The city's own workbook that is the same paper of a grant as `form`, or `form` itself when it is one.
    pub fn stamped_as(&self, form: &Form, grant: &str) -> Option<&Form> {
        let is_its =
            |other: &&Form| other.stamp.is_some() && other.texts_id() == form.texts_id() && other.serves(grant);
        self.forms.iter().find(is_its)
    }

    /// The city's own workbook that a form fills.
    pub fn workbook(&self, form: &Form) -> Result<&'static [u8]> {
        let name = form.stamp.as_ref().map(|stamp| format!("forms/{}", stamp.file));
        name.and_then(|name| find(&self.folders, &name))
            .map(|(_, bytes)| bytes)
            .ok_or_else(|| Error::refused("reports.not_a_workbook").with("form", &form.title))
    }

    /// The rules' word on a cost: those of its grant, or of the first grant when none pays it.
    pub fn advice(&self, grant: Option<&str>, item: &str, description: &str) -> Option<&CostRule> {
        let rules = grant.map_or_else(|| self.grants.named.first(), |name| self.grant_rules(name))?;
        rules.advice(item, description)
    }

    /// 対象・対象外 by the rules; unclear where no rule speaks.
    pub fn verdict(&self, grant: Option<&str>, item: &str, description: &str) -> Eligibility {
        self.advice(grant, item, description).map_or(Eligibility::Unclear, |rule| rule.verdict)
    }

    /// What is asked of a receipt by the grants that pay from it, each check once; a grant without rules of its own asks
    /// what the city asks.
    pub fn receipt_rules(&self, grants: &[Option<&str>]) -> Vec<&ReceiptRule> {
        let mut asked: Vec<&ReceiptRule> = Vec::new();
        for grant in grants {
            let rules = grant.and_then(|name| self.grant_rules(name));
            let own = rules.map_or(&[][..], |rules| rules.receipt_rules.as_slice());
            let known = if own.is_empty() { self.municipality.receipt_rules.as_slice() } else { own };
            let (dropped, also) = rules.map_or((&[][..], &[][..]), |rules| {
                (rules.receipts_not_asked.as_slice(), rules.receipts_also.as_slice())
            });
            for rule in known.iter().filter(|rule| !dropped.contains(&rule.id)).chain(also) {
                if asked.iter().all(|other| other.id != rule.id) {
                    asked.push(rule);
                }
            }
        }
        asked
    }

    /// What is said of 備品 that a grant pays, or that the council pays itself.
    pub fn equipment_rule(&self, grant: Option<&str>) -> Option<&EquipmentRule> {
        let own = grant.and_then(|name| self.grant_rules(name)).and_then(|rules| rules.equipment.as_ref());
        own.or(self.municipality.equipment.as_ref())
    }

    /// What the same profile says about the grants of another year.
    pub fn grants_in(&self, year: FiscalYear) -> Result<RuleBook> {
        let profiles = self.folders.iter().filter_map(|folder| folder.split('/').next());
        let folders: Vec<String> = profiles.filter_map(|profile| files::governing(profile, year)).collect();
        let shipped = if folders == self.folders { self.shipped.clone() } else { grants(&folders)? };
        Ok(shipped.with(&self.written, year))
    }

    /// The rules of a grant by its name.
    pub fn grant_rules(&self, name: &str) -> Option<&GrantRules> {
        self.grants.of(name)
    }
}

/// The rules of grants in the first folder that has some; what is common, and what holds for all of them, in the first that says so.
fn grants(folders: &[String]) -> Result<RuleBook> {
    let (mut book, mut everywhere) = (RuleBook::default(), None);
    for folder in folders {
        let Some(text) = files::text(&format!("{folder}/grants.toml")) else { continue };
        let file: GrantsFile = parse(folder, "grants.toml", text)?;
        if book.named.is_empty() {
            book.named = file.grant;
        }
        book.common = book.common.or(file.common.map(|rules| GrantRules { from: RulesFrom::Common, ..rules }));
        everywhere = everywhere.or(file.everywhere);
    }
    Ok(book.with_everywhere(&everywhere.map_or_else(Vec::new, |all| all.cost)).with_claims())
}

/// The first folder that has a file wins.
fn find<'a>(folders: &'a [String], name: &str) -> Option<(&'a str, &'static [u8])> {
    folders.iter().find_map(|folder| files::file(&format!("{folder}/{name}")).map(|bytes| (folder.as_str(), bytes)))
}

/// `profile.toml` of all folders, the first one's keys over the later ones'.
fn laid_over(folders: &[String]) -> Result<toml::Table> {
    let mut merged = toml::Table::new();
    for folder in folders.iter().rev() {
        let text = files::text(&format!("{folder}/profile.toml")).unwrap_or_default();
        merged.extend(parse::<toml::Table>(folder, "profile.toml", text)?);
    }
    Ok(merged)
}

/// The form of the first folder that has it. One that is only for some grants leaves the others that of the next folder.
fn forms(folders: &[String], id: &str) -> Result<Vec<Form>> {
    let name = format!("forms/{id}.toml");
    let mut found: Vec<Form> = Vec::new();
    for folder in folders {
        let Some(text) = files::text(&format!("{folder}/{name}")) else { continue };
        let form: Form = parse(folder, &name, text)?;
        let is_for_all = form.grants.is_empty();
        found.push(form);
        if is_for_all {
            break;
        }
    }
    if found.is_empty() {
        Err(broken(&folders[0], &name, "この名前の様式がありません"))
    } else {
        Ok(found)
    }
}

/// Gives a form the blocks and the fields of its sibling.
fn share(mut forms: Vec<Form>) -> Result<Vec<Form>> {
    for at in 0..forms.len() {
        let Some(sibling) = &forms[at].sibling else { continue };
        let original = forms.iter().find(|other| other.id == *sibling);
        let original = original.ok_or_else(|| broken(&forms[at].id, "sibling", "元の様式がありません"))?;
        (forms[at].blocks, forms[at].fields) = (original.blocks.clone(), original.fields.clone());
    }
    Ok(forms)
}

fn parse<T: DeserializeOwned>(folder: &str, name: &str, text: &str) -> Result<T> {
    within(folder, name, toml::from_str(text))
}

/// What was read, or in which file it could not be.
fn within<T>(folder: &str, name: &str, read: std::result::Result<T, toml::de::Error>) -> Result<T> {
    read.map_err(|e| broken(folder, name, e))
}

fn broken(folder: &str, file: &str, what: impl ToString) -> Error {
    Error::refused("profile.broken").with("edition", folder).with("file", file).with("what", what)
}

#[cfg(test)]
mod tests;
