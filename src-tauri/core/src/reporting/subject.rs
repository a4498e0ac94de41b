//! だれの書類か: a paper is that of a whole year, or of one of its grants. The facts of a grant stand in `grant.all`; for its
//! papers they are put in front as `grant.*`.

use std::sync::Arc;

use crate::accounts::GrantId;
use crate::fact::Facts;
use crate::grants::{Grant, facts};
use crate::profile::{Edition, Form};
use crate::{Error, Result};

/// The fact that tells papers of grants apart.
pub(super) const GRANT_NAME: &str = "grant.name";

/// What a paper is about within its year.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Subject {
    /// 交付金; none for a paper of the whole year, and while the year has no grant.
    pub grant_id: Option<GrantId>,
    /// Its name.
    pub name: String,
    /// The year's first grant: what was kept while no grant was named is its.
    pub is_first: bool,
    /// The only grant of the year: nothing else could be meant.
    pub is_only: bool,
}

impl Subject {
    /// One grant of a year's.
    pub fn of_grant(grants: &[Grant], at: usize) -> Subject {
        let grant = &grants[at];
        Subject { grant_id: Some(grant.id), name: grant.name.clone(), is_first: at == 0, is_only: grants.len() == 1 }
    }

    /// The form and the subject of a paper that is asked for by its form and perhaps a grant; without one the first grant
    /// that the form is for.
    pub fn chosen<'a>(
        edition: &'a Edition,
        form: &str,
        grants: &[Grant],
        grant: Option<GrantId>,
    ) -> Result<(&'a Form, Subject)> {
        if grant.is_some_and(|id| grants.iter().all(|one| one.id != id)) {
            return Err(Error::refused("grants.gone"));
        }
        let first = edition.form(form)?;
        let its = papers_of(edition, form, grants).into_iter().find(|(_, of)| grant.is_none() || of.grant_id == grant);
        let of_year = first.of.is_none().then(|| (first, Subject::default()));
        its.or(of_year).ok_or_else(|| {
            let name = grants.iter().find(|one| grant.is_none_or(|id| one.id == id)).map_or("", |one| &one.name);
            Error::refused("reports.not_for_grant").with("form", &first.title).with("grant", name)
        })
    }

    /// A title that says whose paper it is, where there is a choice.
    pub fn titled(&self, title: &str) -> String {
        if self.name.is_empty() || self.is_only { title.to_owned() } else { format!("{}　{title}", self.name) }
    }
}

/// All papers of a year in the order of the edition: each form once, or once for each grant that it is for.
pub fn papers<'a>(edition: &'a Edition, grants: &[Grant]) -> Vec<(&'a Form, Subject)> {
    let mut ids: Vec<&str> = Vec::new();
    edition.forms.iter().for_each(|form| {
        if !ids.contains(&form.id.as_str()) {
            ids.push(&form.id)
        }
    });
    ids.into_iter().flat_map(|id| papers_of(edition, id, grants)).collect()
}

fn papers_of<'a>(edition: &'a Edition, id: &str, grants: &[Grant]) -> Vec<(&'a Form, Subject)> {
    let Ok(first) = edition.form(id) else { return vec![] };
    if first.of.is_none() || grants.is_empty() {
        return vec![(first, Subject::default())];
    }
    let of = |at: usize| Some((edition.form_for(id, &grants[at].name).ok()?, Subject::of_grant(grants, at)));
    (0..grants.len()).filter_map(of).collect()
}

/// The facts of a year with one grant in front; a paper of the whole year is made of them as they are.
pub fn in_front(facts: &Arc<Facts>, of: &Subject) -> Arc<Facts> {
    let mut facts = Arc::clone(facts);
    if of.grant_id.is_some() {
        facts::put_in_front(Arc::make_mut(&mut facts), of.grant_id);
    }
    facts
}

/// The name of the grant in front; empty where there is none.
pub(super) fn grant_name(facts: &Facts) -> String {
    facts.value(GRANT_NAME).shown(paper::Negative::White)
}
