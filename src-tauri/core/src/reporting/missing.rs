//! まだ入っていないもの: what a form asks for and the records or the page do not say yet.

use paper::Negative;

use super::notice::{Notice, State};
use super::scope::{Scope, Texts};
use crate::fact::Facts;
use crate::profile::catalogue::{self, Named};
use crate::profile::{Block, Form, Stamp, Template};

/// What is missing, each once, typed texts last.
pub fn missing(form: &Form, facts: &Facts, texts: &Texts) -> Vec<Notice> {
    let mut blanks = Blanks::default();
    let scope = Scope::new(facts, texts);
    blanks.blocks(&form.blocks, scope);
    form.stamp.iter().for_each(|stamp| blanks.stamp(stamp, scope));
    let empty = form.needs.iter().filter(|list| !scope.is_present(list)).map(|list| nothing_in(list));
    let of_one_meeting =
        form.is_of_one_meeting.then(|| Notice::new(State::Missing, "reports.of_one_meeting").at("meetings"));
    let of_one_day = form.is_of_one_day.then(|| Notice::new(State::Missing, "reports.of_one_day").at("accounts/audit"));
    let typed = form.fields.iter().filter(|field| field.is_required && scope.typed(&field.name).trim().is_empty());
    let typed = typed.map(|field| {
        Notice::new(State::Missing, "reports.missing_text").with("label", &field.label).in_field(&field.name)
    });
    let of_one = of_one_meeting.into_iter().chain(of_one_day);
    empty.chain(of_one).chain(blanks.0.into_iter().map(|blank| blank.notice(facts))).chain(typed).collect()
}

/// A list without which nothing would stand on the paper.
fn nothing_in(list: &str) -> Notice {
    // What is written down elsewhere than where such lists are kept.
    match list {
        "equipment.disposals" => return Notice::new(State::Missing, "reports.no_disposal").at("accounts/equipment"),
        "payment.lines" => return Notice::new(State::Missing, "reports.no_formula").at("enrolment/payment"),
        _ => {}
    }
    let label = catalogue::find(list).map_or("", |named| named.label);
    let notice = Notice::new(State::Missing, "reports.nothing_in_list").with("label", label).with("fact", list);
    Notice { link: page(list), ..notice }
}

/// Why nobody is known to represent the council.
fn nobody_represents(facts: &Facts) -> Notice {
    let said = |name: &str| facts.value(name).shown(Negative::White);
    let bodies = said("roster.chairs_elsewhere");
    if bodies.is_empty() {
        return Notice::new(State::Missing, "reports.no_chair").with("council", said("council.name")).at("roster");
    }
    let notice = Notice::new(State::Missing, "reports.chair_elsewhere").with("bodies", bodies);
    notice.with("council", said("council.name")).at("roster/bodies")
}

/// True once all that the city is to pay has come.
fn is_received(facts: &Facts) -> bool {
    let has = |name: &str| facts.number(name).is_some_and(|yen| yen > 0);
    has("grant.decided_yen") && has("grant.received_yen") && facts.value("grant.unreceived_yen").is_blank()
}

/// Nobody has forgotten a claim where there is nothing left to be claimed.
fn nothing_to_claim(facts: &Facts) -> Notice {
    let said = |name: &str| facts.value(name).shown(Negative::White);
    let notice = Notice::new(State::Missing, "reports.nothing_to_claim").with("grant", said("grant.name"));
    notice.with("received", said("grant.received_yen")).at("grants")
}

struct Blank {
    name: String,
    label: String,
    /// In how many rows of a list; none for a fact of the whole year.
    rows: Option<usize>,
    link: Option<&'static str>,
}

impl Blank {
    fn notice(self, facts: &Facts) -> Notice {
        let last = self.name.rsplit('.').next().unwrap_or_default();
        if ["representative_name", "president", "notice_president"].contains(&last) {
            return nobody_represents(facts).with("fact", self.name);
        }
        if self.name == "grant.claim_yen" && is_received(facts) {
            return nothing_to_claim(facts).with("fact", self.name);
        }
        let notice = match self.rows {
            None => Notice::new(State::Missing, "reports.missing_fact"),
            Some(rows) => Notice::new(State::Missing, "reports.missing_in_rows").with("rows", rows),
        };
        let notice = notice.with("label", self.label).with("fact", self.name);
        Notice { link: self.link, ..notice }
    }
}

/// The list in whose rows something stands.
#[derive(Clone, Copy)]
struct List<'a> {
    /// The list of the year that holds it, whose page it is.
    name: &'a str,
    columns: &'static [Named],
}

#[derive(Default)]
struct Blanks(Vec<Blank>);

impl Blanks {
    fn blocks(&mut self, blocks: &[Block], scope: Scope) {
        self.look(blocks, scope, None);
    }

    fn look(&mut self, blocks: &[Block], scope: Scope, list: Option<List>) {
        for block in blocks {
            match block {
                Block::Heading { text, .. } | Block::Paragraph { text, .. } => self.template(text, scope, list),
                Block::Lines { lines, .. } => lines.iter().for_each(|line| self.template(&line.text, scope, list)),
                Block::Signature { signers } => {
                    signers.iter().filter(|s| s.list.is_none()).for_each(|s| self.template(&s.name, scope, list));
                }
                Block::Grid(grid) => {
                    grid.rows.iter().flat_map(|row| &row.cells).for_each(|c| self.template(&c.text, scope, list));
                }
                Block::Each(each) => {
                    let inner = &each.list;
                    let columns = catalogue::list(inner, list.map_or(&[], |list| list.columns)).unwrap_or_default();
                    let list = Some(List { name: list.map_or(inner, |list| list.name), columns });
                    scope.standing(each).for_each(|row| self.look(&each.blocks, row, list));
                }
                Block::When { fact, blocks } if scope.is_present(fact) => self.look(blocks, scope, list),
                Block::When { .. }
                | Block::Table(_)
                | Block::Tiles { .. }
                | Block::Tree { .. }
                | Block::Chart { .. }
                | Block::Photos { .. }
                | Block::Qr { .. }
                | Block::Space { .. }
                | Block::PageBreak {} => {}
            }
        }
    }

    fn stamp(&mut self, stamp: &Stamp, scope: Scope) {
        stamp.cells.iter().for_each(|place| self.template(&place.text, scope, None));
    }

    fn template(&mut self, template: &Template, scope: Scope, list: Option<List>) {
        for slot in template.slots().filter(|slot| !slot.is_optional && scope.value(&slot.name).is_blank()) {
            self.blank(&slot.name, list);
        }
    }

    fn blank(&mut self, name: &str, list: Option<List>) {
        if let Some(known) = self.0.iter_mut().find(|blank| blank.name == name) {
            known.rows.iter_mut().for_each(|rows| *rows += 1);
            return;
        }
        let own = catalogue::own_field(name);
        let asked = if own.is_some() { "own" } else { name };
        let column = list.and_then(|list| column(list.columns, asked));
        let rows = column.is_some().then_some(1);
        let known = || column.or_else(|| catalogue::find(name)).map_or("", |named| named.label);
        let label = own.unwrap_or_else(known).to_owned();
        let link = page(list.filter(|_| rows.is_some()).map_or(name, |list| list.name));
        self.0.push(Blank { name: name.to_owned(), label, rows, link });
    }
}

fn column(columns: &'static [Named], name: &str) -> Option<&'static Named> {
    columns.iter().find(|column| column.name == name)
}

/// The page of the window where a fact is put right, by its area.
fn page(name: &str) -> Option<&'static str> {
    if let Some(link) = step_of(name) {
        return Some(link);
    }
    Some(match name.split('.').next()? {
        "council" if name.contains("representative") => "roster",
        "council" => "settings",
        "roster" => "roster",
        "enrolment" => "enrolment",
        "settlement" | "evidence" | "books" => "accounts",
        "audit" => "accounts/audit",
        "equipment" => "accounts/equipment",
        "grant" => "grants",
        "activities" => "activities",
        "meetings" => "meetings",
        _ => return None,
    })
}

/// The form in which a fact of a grant is written down.
fn step_of(name: &str) -> Option<&'static str> {
    Some(match name {
        "grant.applied_yen" => "grants?step=new&stage=application",
        "grant.claim_yen" => "grants?step=new&stage=claim",
        "grant.told_yen" => "grants?step=new&stage=fixing",
        "grant.change_yen" => "grants?step=new&stage=change",
        "grant.decided_yen" | "grant.decided_on" | "grant.decision_no" => "grants?edit=1",
        _ => return None,
    })
}
