//! 家族の欄: the people whom one cell names beside the one of its row (花子、次郎).

use super::draft::PersonDraft;
use super::names::with_reading;
use super::read::live_with;
use crate::intake::cells;
use crate::intake::layout::Record;
use crate::intake::plan::Issue;
use crate::intake::told::unread;
use crate::roster::PersonName;
use crate::text::katakana;

/// Everybody of the family cells of a row, with the address of their head. A cell that cannot be told apart is told and left.
pub(super) fn housemates(record: &Record, head: &PersonDraft, issues: &mut Vec<Issue>) -> Vec<PersonDraft> {
    let mut found = Vec::new();
    // A name that is written without a space does not say where the family name ends.
    let family = if head.name.given.is_empty() { "" } else { &head.name.family };
    let is_one_each = record.columns("housemates").count() > 1;
    for column in record.columns("housemates") {
        let words = record.at(column).map(|raw| cells::text(&raw).into_owned()).unwrap_or_default();
        match names(&words, family, is_one_each) {
            Some(names) => found.extend(names.into_iter().map(|(name, note)| member(name, note, head))),
            None if is_count(&words) && issues.iter().any(|issue| issue.code == COUNTED) => {}
            None => issues.push(unread(record, column, if is_count(&words) { COUNTED } else { UNCLEAR })),
        }
    }
    found.retain(|member| (&member.name.family, &member.name.given) != (&head.name.family, &head.name.given));
    found
}

/// A column that says how many they are, told once.
const COUNTED: &str = "roster.family_counted";
const UNCLEAR: &str = "roster.family_unclear";

fn member(name: PersonName, note: String, head: &PersonDraft) -> PersonDraft {
    let mut member = PersonDraft { name, note, family_of: head.name.full(), ..PersonDraft::default() };
    live_with(head, &mut member);
    // A family moves away with its head; nobody dies with them.
    if head.left_reason != "死亡" {
        (member.left_on, member.left_reason) = (head.left_on, head.left_reason.clone());
    }
    member
}

/// 4人, 3名, 2
fn is_count(words: &str) -> bool {
    words.chars().all(|c| c.is_numeric() || "人名 　".contains(c))
}

/// Names with what stands in brackets behind them (妻); none where it is not sure who is meant.
fn names(words: &str, family: &str, is_one_each: bool) -> Option<Vec<(PersonName, String)>> {
    let parts: Vec<&str> = words.split(SEPARATORS).map(str::trim).filter(|part| !part.is_empty()).collect();
    let is_alone = parts.len() == 1 && !is_one_each;
    parts
        .into_iter()
        .filter(|part| !matches!(*part, "-" | "ー" | "なし" | "無"))
        .map(|part| name(part, family, is_alone))
        .collect()
}

const SEPARATORS: [char; 9] = ['、', '，', ',', '・', '/', '／', '\n', ';', '；'];

fn name(part: &str, family: &str, is_alone: bool) -> Option<(PersonName, String)> {
    if part.chars().any(char::is_numeric) {
        return None;
    }
    let (whole, read) = with_reading(part).unwrap_or((part, ""));
    let (whole, note) = without_note(whole);
    let (own, given) = match whole.split_once(char::is_whitespace) {
        // 花子 次郎 may be two of the family, and 佐藤 花子 one of another name.
        Some((own, _)) if is_alone && own != family => return None,
        None if family.is_empty() => return None,
        Some((own, given)) => (own, given.trim_start()),
        None => (family, whole.strip_prefix(family).filter(|given| !given.is_empty()).unwrap_or(whole)),
    };
    let (family_kana, given_kana) = match read.split_once(char::is_whitespace) {
        Some((family, given)) => (katakana(family), katakana(given.trim_start())),
        None => (String::new(), katakana(read)),
    };
    let name = PersonName { family: own.to_owned(), given: given.to_owned(), family_kana, given_kana };
    (!given.is_empty() && !given.contains(char::is_whitespace)).then(|| (name, note.to_owned()))
}

/// 花子（妻） as 花子 and 妻.
fn without_note(words: &str) -> (&str, &str) {
    let split = || {
        let (name, rest) = words.split_once(['（', '('])?;
        Some((name.trim(), rest.trim_end().strip_suffix(['）', ')'])?.trim()))
    };
    split().unwrap_or((words, ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(words: &str) -> Option<Vec<String>> {
        let shown = |(name, note): (PersonName, String)| format!("{}{}{note}", name.full(), name.full_kana());
        Some(names(words, "岡", false)?.into_iter().map(shown).collect())
    }

    #[test]
    fn given_names_take_the_family_name_of_the_head() {
        let told = |words| read(words).unwrap().join("|");
        assert_eq!(told("花子、次郎"), "岡　花子|岡　次郎");
        assert_eq!(told("岡 花子・林　三郎"), "岡　花子|林　三郎");
        assert_eq!(told("岡花子\n次郎（じろう）"), "岡　花子|岡　次郎ジロウ");
        assert_eq!(told("花子(妻)，次郎（長男）"), "岡　花子妻|岡　次郎長男");
        assert_eq!(told("岡　花子"), "岡　花子");
        assert_eq!([told(""), told("なし")], ["", ""]);
    }

    #[test]
    fn what_is_not_sure_is_left() {
        assert_eq!(read("花子　次郎"), None, "two given names, or one person of another family name");
        assert_eq!(read("4人"), None);
        assert_eq!(read("長男3歳、花子"), None);
        assert_eq!(names("花子、次郎", "", false), None, "the family name is not known");
        assert!(is_count("4人") && is_count("３") && !is_count("花子"));
    }
}
