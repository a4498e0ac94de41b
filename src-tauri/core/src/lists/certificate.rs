//! 表彰状・感謝状・賞状: what the user writes becomes what is written from top to bottom: numbers in kanji, no 句読点
//! (a certificate has none, by custom).

use std::sync::OnceLock;

use paper::{Addressee, Certificate, Named, wareki};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::words::fill;
use super::{Joined, Sender};
use crate::text::{half_width, kanji_of_number};
use crate::{Error, Result, calendar};

/// What the user writes on a certificate.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct CertificateWords {
    /// 表彰状
    pub title: String,
    /// 頭書: 優勝; empty for none.
    pub rank: String,
    /// Lines begin at the head of a column.
    pub text: String,
    /// Any way of writing a day, or 令和8年3月吉日; empty to be written by hand.
    pub day: String,
    /// 会長
    pub office: String,
    /// 氏名 of the giver.
    pub name: String,
    /// 名簿にない方: a guest, a company, a teacher who left; each gets one behind those of the roster.
    pub others: Vec<Honoured>,
    /// Nobody of the roster gets one.
    pub only_others: bool,
}

/// 名簿にない方, as typed; a body without a name is honoured itself.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Honoured {
    /// 株式会社見本商店
    pub body: String,
    /// 代表取締役
    pub office: String,
    /// 見本　太郎
    pub name: String,
}

impl Honoured {
    fn is_empty(&self) -> bool {
        [&self.body, &self.office, &self.name].iter().all(|words| words.trim().is_empty())
    }

    fn joined(&self, honorific: &str) -> Joined {
        let [body, office, name] = [&self.body, &self.office, &self.name].map(|words| words.trim().to_owned());
        let (body, name) = if name.is_empty() { (String::new(), body) } else { (body, name) };
        let names = vec![Named { name: name.clone(), honorific: honorific.to_owned() }];
        Joined { addressee: Addressee { body, office, names, ..Addressee::default() }, name, persons: 1 }
    }
}

impl CertificateWords {
    /// Refuses what nobody would want to hand over.
    ///
    /// # Errors
    /// `lists.certificate_empty` and `lists.other_unnamed`, with the field that is empty.
    pub fn check(&self) -> Result<()> {
        let empty = [("title", &self.title), ("text", &self.text)].into_iter().find(|(_, text)| text.trim().is_empty());
        if let Some((field, _)) = empty {
            return Err(Error::refused("lists.certificate_empty").with("field", field));
        }
        let is_unnamed = |one: &Honoured| !one.is_empty() && one.body.trim().is_empty() && one.name.trim().is_empty();
        let unnamed = self.others.iter().position(is_unnamed);
        unnamed.map_or(Ok(()), |nth| {
            Err(Error::refused("lists.other_unnamed").with("field", format!("others.{nth}.name")))
        })
    }

    /// Those who are not in the roster, in their order; an empty row is nobody.
    pub(super) fn others(&self, honorific: &str) -> impl Iterator<Item = Joined> {
        self.others.iter().filter(|one| !one.is_empty()).map(move |one| one.joined(honorific))
    }
}

/// 文例: a text to begin from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CertificateText {
    /// What it is for.
    pub label: String,
    /// 表彰状
    pub title: String,
    /// 頭書
    #[serde(default)]
    pub rank: String,
    /// The text, with the council's name in its place.
    pub text: String,
}

/// The file; a test holds it readable.
pub(super) const FILE: &str = include_str!("../../../../assets/labels/certificate-texts.toml");

#[derive(Default, Deserialize)]
struct File {
    certificate: Vec<CertificateText>,
}

/// The 文例, with the council's name.
pub fn certificate_texts(council: &str) -> Vec<CertificateText> {
    static TEXTS: OnceLock<Vec<CertificateText>> = OnceLock::new();
    let texts = TEXTS.get_or_init(|| toml::from_str::<File>(FILE).unwrap_or_default().certificate);
    let named = |text: &CertificateText| {
        let body = fill(text.text.trim(), &[("council", council)]);
        CertificateText { text: body, ..text.clone() }
    };
    texts.iter().map(named).collect()
}

/// What stands on every certificate of a run.
pub(super) fn certificate(words: &CertificateWords, sender: &Sender) -> Certificate {
    Certificate {
        title: down(&words.title),
        rank: down(&words.rank),
        paragraphs: words.text.lines().flat_map(sentences).collect(),
        day: day(&words.day),
        body: down(&sender.council),
        office: down(&words.office),
        name: words.name.trim().to_owned(),
    }
}

/// A line without 句読点: a sentence that ends within it is followed by a new column.
fn sentences(line: &str) -> Vec<String> {
    let ends = ['。', '．', '｡'];
    line.split(ends).map(down).filter(|sentence| !sentence.is_empty()).collect()
}

/// R8.3.14 as 令和八年三月十四日; 令和8年3月吉日 as it is, in kanji.
fn day(typed: &str) -> String {
    let day = calendar::written(typed).and_then(|written| written.on(None, None));
    down(&day.map_or_else(|| typed.trim().to_owned(), wareki::long))
}

/// Without 読点, and every number in kanji: 25 as 二十五, 100 as 百.
fn down(text: &str) -> String {
    let plain: String = half_width_digits(text).chars().filter(|c| !"、，､,。．｡".contains(*c)).collect();
    let mut out = String::with_capacity(plain.len());
    let mut digits = String::new();
    for c in plain.trim().chars().chain(std::iter::once('\0')) {
        if c.is_ascii_digit() {
            digits.push(c);
            continue;
        }
        out.push_str(&digits.parse().ok().and_then(kanji_of_number).unwrap_or_else(|| digits.clone()));
        digits.clear();
        out.extend(Some(c).filter(|c| *c != '\0'));
    }
    out
}

fn half_width_digits(text: &str) -> String {
    text.chars().map(|c| if ('０'..='９').contains(&c) { half_width(&c.to_string()) } else { c.to_string() }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_certificate_has_no_stops_and_no_digits() {
        let words = CertificateWords {
            title: "表彰状".into(),
            text:
                "あなたは、25年の長きにわたり、行事１００回に延べ1,234人と尽くされました。その功績をたたえます。\nここに表彰します。"
                    .into(),
            day: "R8.3.14".into(),
            office: "会長".into(),
            name: "見本　花子".into(),
            ..CertificateWords::default()
        };
        let sender = Sender { council: "第2地区協議会".into(), ..Sender::default() };
        let set = certificate(&words, &sender);
        let text = [
            "あなたは二十五年の長きにわたり行事百回に延べ千二百三十四人と尽くされました",
            "その功績をたたえます",
            "ここに表彰します",
        ];
        assert_eq!(set.paragraphs, text);
        assert_eq!((set.day.as_str(), set.body.as_str()), ("令和八年三月十四日", "第二地区協議会"));
        assert_eq!(day("令和8年3月吉日"), "令和八年三月吉日");
        assert_eq!(day(""), "", "left to be written by hand");
        assert_eq!(down("12345678901234567890123"), "12345678901234567890123", "no number that is counted");
    }

    #[test]
    fn somebody_outside_the_roster_is_honoured_by_name_and_a_company_as_itself() {
        let one = |body: &str, office: &str, name: &str| Honoured {
            body: body.into(),
            office: office.into(),
            name: name.into(),
        };
        let others =
            vec![one("見本小学校", "前校長", "見本　太郎"), one("", "", ""), one(" 株式会社見本商店 ", "", "")];
        let words =
            CertificateWords { title: "感謝状".into(), text: "文".into(), others, ..CertificateWords::default() };
        let to: Vec<Addressee> = words.others("殿").map(|one| one.addressee).collect();
        let told: Vec<[&str; 4]> =
            to.iter().map(|to| [to.body.as_str(), &to.office, &to.names[0].name, &to.names[0].honorific]).collect();
        assert_eq!(told, [["見本小学校", "前校長", "見本　太郎", "殿"], ["", "", "株式会社見本商店", "殿"]]);
        assert!(words.check().is_ok());
        let unnamed = CertificateWords { others: vec![one("", "前校長", "")], ..words };
        assert_eq!(unnamed.check().unwrap_err().params["field"], "others.0.name");
    }

    #[test]
    fn the_texts_to_begin_from_name_the_council_and_have_no_stops() {
        let texts = certificate_texts("見本協議会");
        assert_eq!(texts.len(), FILE.matches("[[certificate]]").count());
        assert!(texts.iter().any(|text| text.text.contains("見本協議会")));
        assert!(texts.iter().all(|text| !text.text.contains(['、', '。', '{']) && !text.title.is_empty()), "{texts:?}");
    }
}
