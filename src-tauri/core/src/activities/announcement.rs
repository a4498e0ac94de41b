//! 公開する情報: what somebody who wants to come has to know. It stands on the sheet that is passed round, in calendars, and in
//! イベント一覧 of the open data.

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Occasion;
use crate::calendar::weekday;
use crate::money::Yen;

/// What is said to others about an occasion, besides its name, day and place.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct Announcement {
    /// 行事名のカナ
    pub kana: String,
    /// 日時の注意: 雨のときは翌日.
    pub day_note: String,
    /// 料金（基本）; 0 is free, none is not said.
    pub fee_yen: Option<Yen>,
    /// 料金（詳細）
    pub fee_note: String,
    /// 定員
    #[ts(type = "number | null")]
    pub capacity: Option<i64>,
    /// 申込の締切
    pub apply_by_on: Option<NaiveDate>,
    /// 締切の時刻
    #[ts(type = "string | null")]
    pub apply_by_at: Option<NaiveTime>,
    /// 申込方法
    pub apply_how: String,
    /// 持ち物・注意
    pub bring: String,
    /// 会場の住所
    pub address: String,
    /// アクセス方法
    pub access: String,
    /// 駐車場
    pub parking: String,
    /// 主催者; empty is the council.
    pub organiser: String,
    /// 連絡先; empty is the council.
    pub contact: String,
    /// The telephone there; empty is that of the council.
    pub contact_phone: String,
    /// The page where more is said.
    pub url: String,
}

impl Announcement {
    /// That of an occasion so many days later which is held like this one. What may be another's by then is left out: who is
    /// asked, a page of that year, and words that name days.
    pub fn again(&self, days: chrono::TimeDelta) -> Announcement {
        let said = String::new;
        Announcement {
            apply_by_on: self.apply_by_on.and_then(|day| day.checked_add_signed(days)),
            day_note: said(),
            contact: said(),
            contact_phone: said(),
            url: said(),
            ..self.clone()
        }
    }

    /// What is said alike of every day of one record: all but the words about the day and the last day to apply.
    pub fn without_own(&self) -> Announcement {
        Announcement { day_note: String::new(), apply_by_on: None, apply_by_at: None, ..self.clone() }
    }

    /// As it is said of an occasion that ends on that day: nobody applies when it is over.
    pub fn until(&self, day: NaiveDate) -> Announcement {
        let apply_by_on = self.apply_by_on.filter(|last| *last <= day);
        let apply_by_at = self.apply_by_at.filter(|_| apply_by_on.is_some());
        Announcement { apply_by_on, apply_by_at, ..self.clone() }
    }

    /// 500円（小学生は無料）, 無料; empty where nothing is said.
    pub fn fee(&self) -> String {
        let fee = match self.fee_yen {
            None => String::new(),
            Some(Yen(0)) => "無料".to_owned(),
            Some(yen) => format!("{}円", paper::Value::Count(yen.0).shown(paper::Negative::White)),
        };
        match (fee.is_empty(), self.fee_note.as_str()) {
            (_, "") => fee,
            (true, note) => note.to_owned(),
            (false, note) => format!("{fee}（{note}）"),
        }
    }

    /// 7月10日（木）17:00まで; empty where there is no last day.
    pub fn apply_by(&self) -> String {
        let Some(day) = self.apply_by_on else { return String::new() };
        let at = self.apply_by_at.map_or(String::new(), |at| format!("{}:{:02}", at.hour(), at.minute()));
        format!("{}月{}日（{}）{at}まで", day.month(), day.day(), weekday(day))
    }

    /// What whoever comes has to do and to pay, by name; what is not said is left out.
    pub fn to_come(&self) -> Vec<(&'static str, String)> {
        let capacity = self.capacity.map_or(String::new(), |n| format!("{n}人"));
        let apply = [self.apply_by(), self.apply_how.clone()];
        said([("料金", self.fee()), ("定員", capacity), ("申込", joined(&apply))])
    }

    /// How one gets there.
    pub fn way(&self) -> Vec<(&'static str, String)> {
        said([("住所", self.address.clone()), ("行き方", self.access.clone()), ("駐車場", self.parking.clone())])
    }

    /// Whom to ask; empty where nobody but the council is named.
    pub fn asked(&self) -> String {
        joined(&[self.contact.clone(), self.contact_phone.clone()])
    }

    /// Everything that is said, by name, in the order in which it is asked.
    pub fn lines(&self) -> Vec<(&'static str, String)> {
        let others =
            said([("主催", self.organiser.clone()), ("問い合わせ", self.asked()), ("くわしく", self.url.clone())]);
        let notes = said([("持ち物・注意", self.bring.clone())]);
        let day = said([("日時の注意", self.day_note.clone())]);
        day.into_iter().chain(self.to_come()).chain(notes).chain(self.way()).chain(others).collect()
    }
}

impl Occasion {
    /// （申込 7月10日（木）まで） behind the name of one that is still to come; empty where nobody has to apply.
    pub fn to_apply(&self) -> String {
        let by = self.announcement.apply_by();
        if by.is_empty() || !self.is_planned() { String::new() } else { format!("（申込 {by}）") }
    }
}

/// Lines of names and words: 料金　500円.
pub(super) fn told(lines: &[(&'static str, String)]) -> String {
    lines.iter().map(|(name, words)| format!("{name}　{words}")).collect::<Vec<_>>().join("\n")
}

fn said<const N: usize>(lines: [(&'static str, String); N]) -> Vec<(&'static str, String)> {
    lines.into_iter().filter(|(_, words)| !words.is_empty()).collect()
}

fn joined(words: &[String]) -> String {
    words.iter().map(String::as_str).filter(|words| !words.is_empty()).collect::<Vec<_>>().join("　")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::activities::OccasionState;
    use crate::calendar::FiscalYear;

    #[test]
    fn v01_what_is_announced_is_told_in_lines_and_nothing_that_is_not_said() {
        assert!(Announcement::default().lines().is_empty());
        let free = Announcement { fee_yen: Some(Yen(0)), ..Announcement::default() };
        let note = Announcement { fee_note: "材料費は実費".to_owned(), ..Announcement::default() };
        let both =
            Announcement { fee_yen: Some(Yen(1_500)), fee_note: "小学生は無料".to_owned(), ..note.clone() };
        assert_eq!([free.fee(), note.fee(), both.fee()], ["無料", "材料費は実費", "1,500円（小学生は無料）"]);
        let asked = Announcement {
            capacity: Some(30),
            apply_by_on: "2025-07-10".parse().ok(),
            apply_by_at: "17:00:00".parse().ok(),
            apply_how: "電話で".to_owned(),
            ..both
        };
        assert_eq!(
            told(&asked.to_come()),
            "料金　1,500円（小学生は無料）\n定員　30人\n申込　7月10日（木）17:00まで　電話で"
        );
        let occasion = Occasion {
            announcement: asked,
            ..Occasion::new(FiscalYear(2025), "教室", "2025-07-20".parse().unwrap())
        };
        assert_eq!(occasion.to_apply(), "", "nobody applies for what was held");
        let planned = Occasion { state: OccasionState::Planned, ..occasion };
        assert_eq!(planned.to_apply(), "（申込 7月10日（木）17:00まで）");
    }

    #[test]
    fn v01_the_year_after_keeps_what_stays_the_same_and_names_nobody() {
        let said = |words: &str| words.to_owned();
        let before = Announcement {
            fee_yen: Some(Yen(300)),
            apply_by_on: "2025-07-10".parse().ok(),
            day_note: said("雨のときは7月27日"),
            contact: said("見本 花子"),
            contact_phone: said("087-000-0000"),
            url: said("https://example.jp/2025"),
            ..Announcement::default()
        };
        let again = before.again(chrono::TimeDelta::days(364));
        let expected =
            Announcement { fee_yen: Some(Yen(300)), apply_by_on: "2026-07-09".parse().ok(), ..Announcement::default() };
        assert_eq!(again, expected);
    }
}
