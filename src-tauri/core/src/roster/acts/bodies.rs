//! 団体: founding, moving within the tree, dissolving.

use chrono::NaiveDate;

use super::in_order;
use crate::file::Tx;
use crate::roster::{FormerParent, Organisation, OrganisationId, OrganisationKind, Tree, store};
use crate::text::search_key;
use crate::{Error, Result, council};

/// A body as typed.
#[derive(Debug, Clone)]
pub struct BodyDraft {
    /// The body that is changed; none for a new one.
    pub id: Option<OrganisationId>,
    /// The version that was seen; 0 for a new one.
    pub version: i64,
    /// What it is.
    pub kind: OrganisationKind,
    /// 名称
    pub name: String,
    /// フリガナ
    pub kana: String,
    /// What it belongs to; none: the council itself.
    pub parent_id: Option<OrganisationId>,
    /// The day from which it belongs there; none corrects a mistake: it always did.
    pub moved_on: Option<NaiveDate>,
    /// 設立日
    pub founded_on: Option<NaiveDate>,
    /// 解散日
    pub dissolved_on: Option<NaiveDate>,
    /// 備考
    pub note: String,
}

/// Writes a body down. A move with its day keeps the former place for the papers of the years before.
pub fn save_body(tx: &Tx, draft: &BodyDraft) -> Result<OrganisationId> {
    let name = draft.name.trim();
    if name.is_empty() {
        return Err(Error::refused("roster.body_name_missing").with("field", "name"));
    }
    in_order(draft.founded_on, draft.dissolved_on, "dissolved")?;
    let bodies = store::organisations(tx)?;
    if bodies.iter().any(|b| b.name == name && Some(b.id) != draft.id) {
        return Err(Error::refused("roster.body_twice").with("field", "name").with("name", name));
    }
    tx.say("name", name);
    let id = match draft.id {
        Some(id) => id,
        None => store::insert_organisation(tx, draft.kind, name)?,
    };
    let stored = super::body(tx, id)?;
    if draft.id.is_some() && stored.version != draft.version {
        return Err(Error::refused("roster.body_changed_elsewhere").with("name", stored.name));
    }
    let changed = Organisation {
        kind: draft.kind,
        name: name.to_owned(),
        kana: draft.kana.trim().to_owned(),
        parent_id: draft.parent_id,
        founded_on: draft.founded_on,
        dissolved_on: draft.dissolved_on,
        note: draft.note.clone(),
        ..stored.clone()
    };
    let moved_on = draft.moved_on.filter(|_| draft.id.is_some() && stored.parent_id != draft.parent_id);
    let tree = store::tree(tx)?;
    no_circle(tx, &tree, id, draft.parent_id, moved_on)?;
    if let Some(moved_on) = moved_on {
        if let Some(last) = tree.moved_last(id).filter(|last| moved_on <= *last) {
            let day = paper::wareki::long(last);
            return Err(Error::refused("roster.body_moved_later").with("field", "moved").with("day", day));
        }
        let former = FormerParent { organisation_id: id, parent_id: stored.parent_id, moved_on };
        store::insert_former_parent(tx, &former)?;
    }
    if changed != stored {
        store::put_organisation(tx, &changed)?;
    }
    Ok(id)
}

/// A body cannot belong to itself, be it through others, on any day from the move on; without one, from its last move on.
fn no_circle(
    tx: &Tx,
    tree: &Tree,
    id: OrganisationId,
    parent: Option<OrganisationId>,
    moved_on: Option<NaiveDate>,
) -> Result<()> {
    let Some(parent) = parent else { return Ok(()) };
    let above = super::body(tx, parent)?;
    let first = moved_on.or_else(|| tree.moved_last(id)).unwrap_or(NaiveDate::MIN);
    if tree.days_of_moves(first).any(|day| tree.is_within(parent, id, day)) {
        return Err(Error::refused("roster.body_in_itself").with("field", "parent").with("name", above.name));
    }
    Ok(())
}

/// The body of that name; made when there is none.
pub fn body_named(tx: &Tx, name: &str) -> Result<OrganisationId> {
    if let Some(body) = store::organisations(tx)?.into_iter().find(|b| b.name == name) {
        return Ok(body.id);
    }
    store::insert_organisation(tx, body_kind(name, &council::read(tx)?.name), name)
}

/// The body of that name, in any spelling; a committee is made when there is none.
pub fn committee_named(tx: &Tx, name: &str) -> Result<OrganisationId> {
    let key = search_key(name);
    match store::organisations(tx)?.into_iter().find(|b| search_key(&b.name) == key) {
        Some(body) => Ok(body.id),
        None => store::insert_organisation(tx, OrganisationKind::Committee, name),
    }
}

/// What a body is, from its name: the council itself, a 部会, a 自治会, else a member body.
pub fn body_kind(name: &str, council: &str) -> OrganisationKind {
    match name {
        _ if search_key(name) == search_key(council) => OrganisationKind::Council,
        _ if name.ends_with("部会") || name.ends_with("専門部") => OrganisationKind::Committee,
        _ if name.ends_with("自治会") || name.ends_with("町内会") => OrganisationKind::Association,
        _ => OrganisationKind::MemberBody,
    }
}
