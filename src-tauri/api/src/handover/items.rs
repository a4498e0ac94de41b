//! 引継ぎの控え: what the office cannot know by itself.

use std::collections::BTreeSet;

use office::file::may_be_passphrase;
use office::handover::{HandoverItem, HandoverItemId, HandoverKind, acts, store};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::command::Command;
use crate::office::Changed;
use crate::{Desk, Error, Result};

/// The whole list.
#[derive(Debug, Deserialize, TS)]
pub struct ListHandoverItems {}

/// The whole list, by kind.
#[derive(Debug, Serialize, TS)]
pub struct HandoverItems {
    pub items: Vec<HandoverItem>,
    /// Kinds of which nothing is written down yet.
    pub missing: Vec<HandoverKind>,
}

impl Command for ListHandoverItems {
    const NAME: &'static str = "handover.items";
    type Output = HandoverItems;
    fn run(self, desk: &Desk) -> Result<HandoverItems> {
        let items = desk.office()?.view(|view| store::items(view))?;
        let missing = HandoverKind::missing(&items);
        Ok(HandoverItems { items, missing })
    }
}

/// One line of the list.
#[derive(Debug, Deserialize, TS)]
pub struct HandoverItemById {
    #[ts(type = "string")]
    pub id: HandoverItemId,
}

impl Command for HandoverItemById {
    const NAME: &'static str = "handover.item";
    type Output = HandoverItem;
    fn run(self, desk: &Desk) -> Result<HandoverItem> {
        let found = desk.office()?.view(|view| store::find_item(view, self.id))?;
        found.ok_or_else(|| Error::refused("handover.no_such_item"))
    }
}

/// Writes a line into the list, or writes it anew.
#[derive(Debug, Deserialize, TS)]
pub struct SaveHandoverItem {
    /// The line that is changed; none for a new one.
    #[ts(type = "string | null")]
    pub id: Option<HandoverItemId>,
    pub kind: HandoverKind,
    pub name: String,
    pub place: String,
    pub holder: String,
    pub note: String,
}

impl Command for SaveHandoverItem {
    const NAME: &'static str = "handover.save_item";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let SaveHandoverItem { id, kind, name, place, holder, note } = self;
        for (field, text) in [("name", &name), ("place", &place), ("holder", &holder), ("note", &note)] {
            opens_nothing(desk, field, text)?;
        }
        let typed = HandoverItem { id: HandoverItemId::new(), kind, name, place, holder, note };
        Ok(desk.office()?.change(&desk.by(), Self::NAME, |tx| acts::save_item(tx, id, typed).map(drop))?.into())
    }
}

/// Where words end that somebody put down within a text.
const ENDS: [char; 15] = ['：', ':', '＝', '=', '「', '」', '『', '』', '（', '）', '(', ')', '、', '。', '\n'];

/// Never the words: refused where a text, a part of it or the end of a part opens the office.
fn opens_nothing(desk: &Desk, field: &str, text: &str) -> Result<()> {
    let office = desk.office()?;
    let parts = text.split(ENDS).chain([text]).map(str::trim);
    let ends = parts.flat_map(|part| part.match_indices([' ', '　']).map(|(at, _)| &part[at..]).chain([part]));
    let told: BTreeSet<&str> = ends.map(str::trim).filter(|words| may_be_passphrase(words)).collect();
    for words in told {
        if office.opens(words)? {
            return Err(Error::refused("handover.opens_office").with("field", field));
        }
    }
    Ok(())
}

/// Takes a line out of the list.
#[derive(Debug, Deserialize, TS)]
pub struct RemoveHandoverItem {
    #[ts(type = "string")]
    pub id: HandoverItemId,
}

impl Command for RemoveHandoverItem {
    const NAME: &'static str = "handover.remove_item";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        Ok(desk.office()?.change(&desk.by(), Self::NAME, |tx| acts::remove_item(tx, self.id))?.into())
    }
}
