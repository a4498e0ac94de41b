use chrono::{Days, NaiveDate};

use super::*;
use crate::accounts::EntryKind;
use crate::accounts::bank::StatementLine;
use crate::accounts::bank::dice::Dice;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A purse with what the bank and the book say of it.
struct Case {
    purse: PurseId,
    lines: Vec<BankLine>,
    entries: Vec<Entry>,
    links: Vec<BankLink>,
}

impl Case {
    fn of(lines: &[(&str, i64, &str)], entries: &[(&str, i64, &str)]) -> Case {
        let purse = PurseId::new();
        let line = |(position, (on, yen, words)): (i64, &(&str, i64, &str))| {
            let said = StatementLine {
                dated_on: day(on),
                amount_yen: Yen(*yen),
                balance_yen: None,
                description: (*words).into(),
                memo: String::new(),
                row: 0,
            };
            BankLine { id: BankLineId::new(), purse_id: purse, said, file: String::new(), position }
        };
        let entry = |(on, yen, payee): &(&str, i64, &str)| {
            let kind = if *yen > 0 { EntryKind::Income } else { EntryKind::Expense };
            Entry { counterparty: (*payee).into(), ..Entry::new(kind, day(on), purse, Yen(yen.abs())) }
        };
        let lines = (0..).zip(lines).map(line).collect();
        Case { purse, lines, entries: entries.iter().map(entry).collect(), links: vec![] }
    }

    fn matched(&self) -> Matches {
        let entries: Vec<&Entry> = self.entries.iter().collect();
        let is_alike = |line: &BankLine, entry: &Entry| is_named_in(&line.said.description, entry);
        matches(self.purse, &self.lines, &entries, &self.links, is_alike)
    }

    /// Which entry each line is, by their places.
    fn pairs(&self) -> Vec<Option<usize>> {
        let found = self.matched();
        let place = |id: &EntryId| self.entries.iter().position(|entry| entry.id == *id);
        self.lines.iter().map(|line| found.together.get(&line.id).and_then(|ids| place(ids.first()?))).collect()
    }

    fn choices(&self, line: usize) -> usize {
        self.matched().maybe.get(&self.lines[line].id).map_or(0, Vec::len)
    }
}

#[test]
fn a_line_is_the_entry_of_the_same_amount_within_a_week() {
    let case = Case::of(
        &[("2025-05-01", -3_000, ""), ("2025-05-01", 3_000, ""), ("2025-06-20", -500, "")],
        &[("2025-05-08", -3_000, ""), ("2025-04-24", 3_000, ""), ("2025-06-28", -500, "")],
    );
    assert_eq!(case.pairs(), [Some(0), Some(1), None], "the last is eight days off");
}

#[test]
fn a_payment_of_every_month_goes_with_its_own_month() {
    let lines = ["2025-04-27", "2025-05-27", "2025-06-27", "2025-07-28"].map(|on| (on, -8_800, "ﾔﾁﾝ"));
    let entries = ["2025-04-25", "2025-05-25", "2025-06-30", "2025-07-25"].map(|on| (on, -8_800, "大家"));
    let case = Case::of(&lines, &entries);
    assert_eq!(case.pairs(), [Some(0), Some(1), Some(2), Some(3)]);
}

#[test]
fn equal_lines_go_in_their_order_and_by_their_words() {
    let case = Case::of(
        &[("2025-05-01", -330, "ﾌﾘｺﾐﾃｽｳﾘﾖｳ"), ("2025-05-03", -330, "ﾌﾘｺﾐﾃｽｳﾘﾖｳ")],
        &[("2025-05-02", -330, ""), ("2025-05-04", -330, "")],
    );
    assert_eq!(case.pairs(), [Some(0), Some(1)]);
    let case = Case::of(
        &[("2025-05-01", -3_000, "ﾔﾏﾀﾞｼﾖｳﾃﾝ"), ("2025-05-01", -3_000, "ｻｸﾗｲﾝｻﾂ")],
        &[("2025-05-01", -3_000, "サクラインサツ"), ("2025-05-01", -3_000, "ヤマダショウテン")],
    );
    assert_eq!(case.pairs(), [Some(1), Some(0)], "the words cross the order");
}

#[test]
fn a_slip_of_two_halves_is_one_line_and_each_half_its_own_where_the_bank_has_two() {
    let halves = [("2025-05-01", -3_600, "見本茶舗"), ("2025-05-01", -1_400, "見本茶舗")];
    let slip = |lines: &[(&str, i64, &str)], voucher: Option<i64>| {
        let mut case = Case::of(lines, &halves);
        case.entries.iter_mut().for_each(|entry| entry.voucher_no = voucher);
        case
    };
    let joined = |case: &Case| case.matched().together.values().map(Vec::len).collect::<Vec<_>>();
    assert_eq!(joined(&slip(&[("2025-05-02", -5_000, "")], Some(7))), [2]);
    assert_eq!(joined(&slip(&[("2025-05-02", -5_000, "")], None)), [0; 0], "two slips without a number");
    assert_eq!(joined(&slip(&[("2025-05-20", -5_000, "")], Some(7))), [0; 0], "too far away");
    assert_eq!(joined(&slip(&[("2025-05-01", -5_000, ""), ("2025-05-02", -5_000, "")], Some(7))), [0; 0], "one of two");
    assert_eq!(joined(&slip(&[("2025-05-01", -3_600, ""), ("2025-05-01", -1_400, "")], Some(7))), [1, 1]);
    let mut apart = slip(&[("2025-05-02", -5_000, "")], Some(7));
    apart.links.push(BankLink { line_id: apart.lines[0].id, entry_id: apart.entries[0].id, is_same: false });
    assert_eq!(joined(&apart), [0; 0], "somebody said that it is not");
}

#[test]
fn what_could_be_one_of_two_is_left_open_with_its_choices() {
    let case = Case::of(&[("2025-05-01", -1_000, ""), ("2025-05-05", -1_000, "")], &[("2025-05-03", -1_000, "")]);
    assert_eq!(case.pairs(), [None, None]);
    assert_eq!([case.choices(0), case.choices(1)], [1, 1]);
    let case = Case::of(&[("2025-05-01", -1_000, ""), ("2025-05-05", -1_000, "")], &[("2025-05-05", -1_000, "")]);
    assert_eq!(case.pairs(), [None, Some(0)], "the same day is beyond doubt");
}

#[test]
fn what_somebody_decided_stands_before_everything_else() {
    let mut case = Case::of(
        &[("2025-05-01", -1_000, ""), ("2025-05-02", -3_000, "")],
        &[("2025-05-01", -1_000, ""), ("2025-05-01", -2_000, ""), ("2025-07-30", -1_000, "")],
    );
    let link = |line: usize, entry: usize, is_same| BankLink {
        line_id: case.lines[line].id,
        entry_id: case.entries[entry].id,
        is_same,
    };
    let links = vec![link(0, 0, false), link(1, 1, true), link(1, 2, true)];
    case.links = links;
    let found = case.matched();
    assert_eq!(case.pairs(), [None, Some(1)], "two slips paid at once, and one that only looks alike");
    assert_eq!(found.together[&case.lines[1].id].len(), 2);
    assert!(found.maybe.is_empty());
}

#[test]
fn whatever_a_year_holds_every_line_finds_its_own_entry_and_none_is_taken_twice() {
    for seed in 1..=200 {
        let mut dice = Dice(seed ^ 0x9E37_79B9_7F4A_7C15);
        let mut case = Case::of(&[], &[]);
        let amounts = [330, 1_000, 3_000, 3_000, 8_800, 12_345];
        for position in 0..60 {
            let on = day("2025-04-01") + Days::new(dice.up_to(365));
            let yen = amounts[dice.up_to(6) as usize] * if dice.up_to(4) == 0 { 1 } else { -1 };
            let one = Case::of(&[("2025-04-01", yen, "ﾌﾘｺﾐ")], &[("2025-04-01", yen, "")]);
            let (mut line, mut entry) = (one.lines[0].clone(), one.entries[0].clone());
            line.said.dated_on = on;
            line.position = position;
            entry.purse_id = case.purse;
            entry.entered_on = on + Days::new(dice.up_to(4)) - Days::new(3);
            case.lines.push(line);
            case.entries.push(entry);
        }
        let found = case.matched();
        assert_eq!(found.together.len(), case.lines.len(), "seed {seed}: every line is found");
        let taken: BTreeSet<EntryId> = found.together.values().flatten().copied().collect();
        assert_eq!(taken.len(), case.entries.len(), "seed {seed}: every entry once");
        for line in &case.lines {
            let entry = case.entries.iter().find(|entry| Some(&entry.id) == found.together[&line.id].first()).unwrap();
            assert_eq!(entry.effect_on(case.purse), line.said.amount_yen);
        }
        case.lines.reverse();
        case.entries.reverse();
        assert_eq!(case.matched(), found, "seed {seed}: in whatever order they come");

        let lost = case.entries.swap_remove(dice.up_to(60) as usize);
        let less = case.matched();
        let taken: BTreeSet<EntryId> = less.together.values().flatten().copied().collect();
        assert_eq!(taken.len(), less.together.len(), "seed {seed}: none is taken twice");
        assert!(!taken.contains(&lost.id) && less.together.len() < case.lines.len());
    }
}
