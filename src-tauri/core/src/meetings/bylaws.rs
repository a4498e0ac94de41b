//! 規約・会則: its texts, each in force from a day until the next one.

use chrono::NaiveDate;

use super::AgendaItemId;
use crate::id::Id;

/// Key of a text of 規約.
pub type BylawsId = Id<Bylaws>;

/// How the name of such a text ends.
const NAMES: [&str; 5] = ["規約", "会則", "規程", "規則", "定款"];

/// 規約の本文 in force from a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bylaws {
    /// Key.
    pub id: BylawsId,
    /// First day.
    pub from_on: NaiveDate,
    /// All of its text.
    pub body: String,
    /// The item that decided it; none where it was typed by hand.
    pub item_id: Option<AgendaItemId>,
    /// Where it was decided, as typed beside a text that was typed by hand.
    pub decided: String,
    /// Raised by every change.
    pub version: i64,
}

impl Bylaws {
    /// The name on its first line, where it has one, and what follows.
    pub fn titled(&self) -> (Option<&str>, &str) {
        let body = self.body.trim();
        let (first, rest) = body.split_once('\n').unwrap_or((body, ""));
        let letters: String = first.chars().filter(|c| !c.is_whitespace()).collect();
        let is_name = NAMES.iter().any(|name| letters.ends_with(name));
        if is_name { (Some(first.trim()), rest.trim_start_matches(['\r', '\n'])) } else { (None, body) }
    }
}

/// The text in force on a day, of texts with the oldest first.
pub fn in_force(texts: &[Bylaws], on: NaiveDate) -> Option<&Bylaws> {
    texts.iter().rfind(|text| text.from_on <= on)
}

/// The last day of a text, of texts with the oldest first; none while no other follows.
pub fn until(texts: &[Bylaws], at: usize) -> Option<NaiveDate> {
    texts.get(at + 1).and_then(|next| next.from_on.pred_opt())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(from_on: &str, body: &str) -> Bylaws {
        let from_on = from_on.parse().expect("a day");
        Bylaws { id: BylawsId::new(), from_on, body: body.into(), item_id: None, decided: String::new(), version: 1 }
    }

    #[test]
    fn a_text_is_in_force_from_its_day_until_the_eve_of_the_next() {
        let texts = [text("2008-04-01", "一"), text("2026-04-01", "二")];
        let on = |day: &str| in_force(&texts, day.parse().expect("a day")).map(|text| text.body.as_str());
        assert_eq!([on("2008-03-31"), on("2026-03-31"), on("2026-04-01")], [None, Some("一"), Some("二")]);
        assert_eq!((until(&texts, 0), until(&texts, 1)), ("2026-03-31".parse().ok(), None));
    }

    #[test]
    fn the_name_of_a_text_stands_on_its_first_line_or_nowhere() {
        let titled = |body: &str| {
            let text = text("2026-04-01", body);
            let (name, rest) = text.titled();
            (name.map(str::to_owned), rest.to_owned())
        };
        assert_eq!(titled("\n見本会　規 約\r\n\n第1条　名称"), (Some("見本会　規 約".into()), "第1条　名称".into()));
        assert_eq!(titled("第1条　名称\n第2条"), (None, "第1条　名称\n第2条".into()));
    }
}
