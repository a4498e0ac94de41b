//! 宛名: rows become addresses on labels, envelopes and cards.

use std::sync::OnceLock;

use paper::{Addressee, Named, Numerals, PostRun, PostSender, Stationery, Writing};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::row::by_home;
use super::words::words;
use super::{CardWords, CertificateWords, ListSource, Row, Sender, certificate, reply_card};
use crate::id::Id;
use crate::{Error, Result};

/// Key of what a test print showed.
pub type PrintShiftId = Id<PrintShift>;

/// The return side of a reply card is addressed to the council itself.
const RETURN: &str = "reply-card-return";
/// 行 after the sender's own name on a return card.
const TO_OURSELVES: &str = "行";

/// How a run of labels is set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LabelChoice {
    /// Which paper, by its key.
    pub stationery: String,
    /// The first face to be used, from 0.
    pub first: u16,
    /// 様, 御中 …
    pub honorific: String,
    /// Numbers on what is written from top to bottom.
    #[serde(default)]
    pub numerals: Numerals,
    /// 連名: one face for those who live at one address.
    #[serde(default)]
    pub is_joined: bool,
    /// The body and the role stand above the name.
    #[serde(default)]
    pub with_office: bool,
    /// Tenths of a millimetre to the right and down.
    #[serde(default)]
    pub shift: [i16; 2],
    /// 差出人 on envelopes and cards.
    #[serde(default = "is_wanted")]
    pub with_sender: bool,
    /// What stands on a 往復はがき.
    #[serde(default)]
    pub card: CardWords,
    /// What stands on a 表彰状.
    #[serde(default)]
    pub certificate: CertificateWords,
}

impl Default for LabelChoice {
    fn default() -> LabelChoice {
        LabelChoice {
            stationery: String::new(),
            first: 0,
            honorific: String::new(),
            numerals: Numerals::default(),
            is_joined: false,
            with_office: false,
            shift: [0, 0],
            with_sender: is_wanted(),
            card: CardWords::default(),
            certificate: CertificateWords::default(),
        }
    }
}

impl LabelChoice {
    /// True when the paper is one for 表彰状.
    pub fn is_certificate(&self) -> bool {
        stationery().iter().any(|paper| paper.id == self.stationery && paper.writing == Writing::Certificate)
    }

    /// Those who get a 表彰状 without being in the roster.
    pub fn others(&self) -> Vec<Joined> {
        if self.is_certificate() { self.certificate.others(&self.honorific).collect() } else { Vec::new() }
    }

    /// True when nobody of the roster gets one.
    pub fn is_only_for_others(&self) -> bool {
        self.is_certificate() && self.certificate.only_others
    }
}

/// The sender stands on what is posted, unless somebody leaves it out.
fn is_wanted() -> bool {
    true
}

/// プリンターのずれ: what a test print on one printer showed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PrintShift {
    /// Key.
    #[ts(type = "string")]
    pub id: PrintShiftId,
    /// Which paper.
    pub stationery: String,
    /// Name of the printer, as the secretary calls it.
    pub printer: String,
    /// Tenths of a millimetre to the right.
    #[ts(type = "number")]
    pub across: i64,
    /// Tenths of a millimetre down.
    #[ts(type = "number")]
    pub down: i64,
}

/// An address and whose it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Joined {
    /// The address as it is set.
    pub addressee: Addressee,
    /// The name that tells it, when something is wrong.
    pub name: String,
    /// How many records share it.
    pub persons: usize,
}

/// All papers that can be printed on.
pub fn stationery() -> &'static [Stationery] {
    static SHEETS: OnceLock<Vec<Stationery>> = OnceLock::new();
    SHEETS.get_or_init(|| FILES.iter().flat_map(|file| parse(file)).collect())
}

/// The files; a test holds them readable.
pub(super) const FILES: [&str; 3] = [
    include_str!("../../../../assets/labels/labels.toml"),
    include_str!("../../../../assets/labels/envelopes.toml"),
    include_str!("../../../../assets/labels/certificates.toml"),
];

#[derive(Default, Deserialize)]
struct File {
    sheet: Vec<Stationery>,
}

fn parse(file: &str) -> Vec<Stationery> {
    toml::from_str::<File>(file).unwrap_or_default().sheet
}

/// The addresses of rows in their order, but of those to whom nothing can be sent; those at one address share a face when
/// they are joined.
pub fn join(rows: &[&Row], source: ListSource, choice: &LabelChoice, sender: &Sender) -> Vec<Joined> {
    let rows: Vec<&Row> = rows.iter().copied().filter(|row| row.addressed().is_some()).collect();
    if choice.stationery == RETURN {
        return rows.iter().map(|_| ourselves(sender)).collect();
    }
    let one = |row: &Row| match source {
        ListSource::People => person(row, choice),
        ListSource::Households => household(row, choice),
        ListSource::Associations => association(row, choice),
    };
    // Two associations with one chair are still two.
    let groups = by_home(&rows, choice.is_joined && source == ListSource::People);
    let together = |group: Vec<&Row>| {
        group.into_iter().map(one).reduce(|mut joined, other| {
            joined.take(other);
            joined
        })
    };
    groups.into_iter().filter_map(together).collect()
}

/// The run of these addresses.
pub fn run(joined: &[Joined], choice: &LabelChoice, sender: &Sender) -> Result<PostRun> {
    let paper = stationery().iter().find(|paper| paper.id == choice.stationery);
    let stationery = paper.ok_or_else(|| Error::refused("lists.no_such_paper"))?.clone();
    Ok(PostRun {
        first: choice.first.min(stationery.grid.faces().saturating_sub(1)),
        beside: stationery.beside.map(|half| reply_card::lines(half.side, &choice.card, sender)).unwrap_or_default(),
        stationery,
        shift: choice.shift,
        numerals: choice.numerals,
        certificate: certificate::certificate(&choice.certificate, sender),
        sender: choice.with_sender.then(|| sender.on_mail()),
        addressees: joined.iter().map(|one| one.addressee.clone()).collect(),
    })
}

impl Sender {
    /// 差出人: the council and where it is.
    fn on_mail(&self) -> PostSender {
        let (postal, address, name) = (self.postal.clone(), self.address.clone(), self.council.clone());
        PostSender { postal, address, name }
    }
}

impl Joined {
    /// Another person of the same address: the office and the body of one are not those of the other.
    fn take(&mut self, other: Joined) {
        self.addressee.names.extend(other.addressee.names);
        self.addressee.body.clear();
        self.addressee.office.clear();
        self.persons += 1;
    }
}

fn person(row: &Row, choice: &LabelChoice) -> Joined {
    let office = |key: &str| if choice.with_office { row.text(key) } else { String::new() };
    let name = row.text("name");
    let names = vec![Named { name: name.clone(), honorific: choice.honorific.clone() }];
    let addressee = Addressee {
        postal: row.text("postal"),
        address: row.text("address"),
        body: office("body"),
        office: office("office"),
        names,
    };
    Joined { addressee, name, persons: 1 }
}

/// Mail to a household goes to its head, or to its name where it has one.
fn household(row: &Row, choice: &LabelChoice) -> Joined {
    let name = row.addressed().unwrap_or_default();
    let names = vec![Named { name: name.clone(), honorific: choice.honorific.clone() }];
    let (postal, address) = (row.text("postal"), row.text("address"));
    Joined { addressee: Addressee { postal, address, names, ..Addressee::default() }, name, persons: 1 }
}

/// Mail to an association goes to its chair, and to the body itself when no chair is known.
fn association(row: &Row, choice: &LabelChoice) -> Joined {
    let (body, chair) = (row.text("name"), row.text("chair"));
    let (postal, address) = (row.text("postal"), row.text("address"));
    let to = |name: &str, honorific: &str| vec![Named { name: name.to_owned(), honorific: honorific.to_owned() }];
    let addressee = if chair.is_empty() {
        let names = to(&body, &words().body_honorific);
        Addressee { postal, address, names, ..Addressee::default() }
    } else {
        let office = words().chair.clone();
        Addressee { postal, address, body: body.clone(), office, names: to(&chair, &choice.honorific) }
    };
    Joined { addressee, name: body, persons: 1 }
}

/// The card that comes back: to the council, 行.
fn ourselves(sender: &Sender) -> Joined {
    let names = vec![Named { name: sender.council.clone(), honorific: TO_OURSELVES.to_owned() }];
    let (postal, address) = (sender.postal.clone(), sender.address.clone());
    Joined {
        addressee: Addressee { postal, address, names, ..Addressee::default() },
        name: sender.council.clone(),
        persons: 1,
    }
}
