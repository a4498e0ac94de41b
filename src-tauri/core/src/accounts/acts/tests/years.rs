//! Months and years locked, closed and opened again.

use super::*;
use crate::calendar::YearStart;

#[test]
fn a_closed_year_is_opened_by_two_names_only_and_no_path_leads_past_the_gate() {
    let (_folder, file) = office();
    let print = item(&file, Side::Expense, "事務費", "印刷費");
    let dues = item(&file, Side::Income, "会費", "会費");
    let cash = purse(&file, "現金", None);
    do_it(&file, |tx| record_entry(tx, YEAR, &new_entry(EntryKind::Income, &cash, Some(&dues), 5_000)));
    let paid = do_it(&file, |tx| record_entry(tx, YEAR, &new_entry(EntryKind::Expense, &cash, Some(&print), 1_500)));
    let close = |tx: &Tx| close_year(tx, YEAR, day("2026-04-10"), "会長 見本");
    let state = |tx: &Tx, yen| state_balances(tx, YEAR.last_day(), &[(cash.id, Some(Yen(yen)))]);
    assert_eq!(refusal(&file, close).code, "accounts.passbook_missing");
    do_it(&file, |tx| state(tx, 13_501));
    let differs = refusal(&file, close);
    assert_eq!((differs.code, differs.params["difference"].as_str()), ("accounts.passbook_differs", "△1"));
    do_it(&file, |tx| state(tx, 13_500));
    let lost = refusal(&file, close);
    assert_eq!((lost.code, lost.params["amount"].as_str()), ("accounts.carry_over_item_missing", "10,000"));
    item(&file, Side::Income, "繰越金", "前年度繰越金");
    file.change(&by(), "accounts.close_year", close).unwrap();
    let next = file.view(|view| Books::load(view, YEAR.next())).unwrap();
    assert_eq!(next.opening_of(cash.id), Yen(13_500), "the next year begins with what the purse held");

    let hash = books(&file).ledger_hash();
    let late = new_entry(EntryKind::Expense, &cash, Some(&print), 1);
    let closed = "accounts.year_closed";
    assert_eq!(refusal(&file, |tx| record_entry(tx, YEAR, &late)).code, closed);
    assert_eq!(refusal(&file, |tx| void_entry(tx, paid, "まちがい", day("2026-04-01"))).code, closed);
    assert_eq!(refusal(&file, |tx| set_receipt(tx, paid, true)).code, closed);
    assert_eq!(refusal(&file, |tx| save_openings(tx, YEAR, &[(cash.id, Yen(1))])).code, closed);
    let typed = BudgetTyped { item_id: print.id, amount_yen: Some(Yen(1)), note: String::new() };
    assert_eq!(refusal(&file, |tx| put_lines(tx, YEAR, &[typed])).code, closed);
    assert_eq!(refusal(&file, |tx| state(tx, 13_501)).code, closed, "what the passbook said stays too");
    assert_eq!(file.undo(&by()).unwrap_err().code, "office.stands", "no undo takes a closing back");
    let seq =
        file.history(100).unwrap().iter().rev().find(|act| act.can_undo && act.sentence.contains("何か")).unwrap().seq;
    assert_eq!(file.undo_one(&by(), seq).unwrap_err().code, "office.undo_locked");
    assert_eq!(books(&file).ledger_hash(), hash);

    let reopen = |tx: &Tx, names: [&str; 2]| reopen_year(tx, YEAR, day("2026-05-01"), names, "領収書が見つかった");
    assert_eq!(refusal(&file, |tx| reopen(tx, ["会長 見本", ""])).code, "accounts.two_names");
    file.change(&by(), "accounts.reopen_year", |tx| reopen(tx, ["会長 見本", "監事 見本"])).unwrap();
    do_it(&file, |tx| record_entry(tx, YEAR, &late));
    assert_ne!(books(&file).ledger_hash(), hash);
    let marks = file.view(|view| store::reopenings(view, YEAR)).unwrap();
    assert_eq!((marks.len(), marks[0].ledger_hash.as_str()), (1, hash.as_str()), "the mark stays");
    assert_eq!(file.check().unwrap().problems.len(), 0);
}

#[test]
fn approvals_of_a_closed_year_are_neither_asked_for_nor_given_nor_removed() {
    let (_folder, file) = office();
    item(&file, Side::Income, "繰越金", "前年度繰越金");
    let print = item(&file, Side::Expense, "事務費", "印刷費");
    let cash = purse(&file, "現金", None);
    let pay = |tx: &Tx| record_entry(tx, YEAR, &new_entry(EntryKind::Expense, &cash, Some(&print), 1_000));
    let before = do_it(&file, pay);
    do_it(&file, |tx| ask_approval(tx, true));
    let waits = do_it(&file, pay);
    do_it(&file, |tx| state_balances(tx, YEAR.last_day(), &[(cash.id, Some(Yen(8_000)))]));
    file.change(&by(), "accounts.close_year", |tx| close_year(tx, YEAR, day("2026-04-10"), "会長 見本")).unwrap();
    let one = file.view(|view| store::approval_of(view, waits)).unwrap().unwrap();
    let added = Approval { id: ApprovalId::new(), entry_id: before, ..one.clone() };
    let given = Approval { approved_by: "森 花".into(), approved_on: Some(day("2026-04-11")), ..one };
    let closed = "accounts.year_closed";
    assert_eq!(refusal(&file, |tx| store::insert_approval(tx, &added)).code, closed);
    assert_eq!(refusal(&file, |tx| store::put_approval(tx, &given)).code, closed);
    let remove = |tx: &Tx| Ok(tx.execute("DELETE FROM entry_approval WHERE entry_id = ?", [waits])?);
    assert_eq!(refusal(&file, remove).code, closed);
}

fn audit(until: &str, on: &str) -> NewAudit {
    NewAudit { until_on: day(until), audited_on: day(on), auditors: "見本 花子".into(), result: "適正".into() }
}

#[test]
fn an_approval_rests_with_what_auditors_saw_up_to_the_end_of_the_councils_year() {
    for (month, entered, until, last, is_held) in [
        (5, "2026-04-15", "2026-03-31", "令和8年4月30日", false),
        (5, "2026-03-15", "2026-03-31", "令和8年4月30日", true),
        (1, "2026-01-10", "2025-12-31", "令和7年12月31日", true),
        (1, "2026-01-10", "2025-11-30", "令和7年12月31日", false),
        (4, "2026-04-10", "2026-03-31", "令和8年3月31日", true),
    ] {
        YearStart { month, day: 1 }.during(|| {
            let (_folder, file) = office();
            do_it(&file, |tx| Ok(tx.execute("UPDATE council SET year_start_month = ?", [month])?));
            let print = item(&file, Side::Expense, "事務費", "印刷費");
            let cash = purse(&file, "現金", None);
            do_it(&file, |tx| ask_approval(tx, true));
            let (entered_on, is_out_of_year) = (day(entered), !YEAR.contains(day(entered)));
            let new = new_entry(EntryKind::Expense, &cash, Some(&print), 700);
            let id = do_it(&file, |tx| record_entry(tx, YEAR, &NewEntry { entered_on, is_out_of_year, ..new.clone() }));
            let one = file.view(|view| store::approval_of(view, id)).unwrap().unwrap();
            let given = Approval { approved_by: "森 花".into(), approved_on: Some(entered_on), ..one };
            do_it(&file, |tx| store::put_approval(tx, &given));
            do_it(&file, |tx| record_audit(tx, YEAR, &audit(until, "2026-05-10")));
            let early = refusal(&file, |tx| record_entry(tx, YEAR, &new));
            assert_eq!((early.code, early.params["last"].as_str()), ("accounts.day_audited", last));
            let back = file.change(&by(), "accounts.take_back_approval", |tx| take_back_approval(tx, id));
            let refused = back.err().map(|error| error.code);
            assert_eq!(refused, is_held.then_some("accounts.approval_audited"), "{month}: {entered} until {until}");
        });
    }
}

#[test]
fn what_auditors_have_seen_is_not_undone_from_the_history() {
    let (_folder, file) = office();
    let print = item(&file, Side::Expense, "事務費", "印刷費");
    let cash = purse(&file, "現金", None);
    let new = new_entry(EntryKind::Expense, &cash, Some(&print), 700);
    do_it(&file, |tx| save_openings(tx, YEAR, &[(cash.id, Yen(20_000))]));
    let opened = file.history(1).unwrap()[0].seq;
    do_it(&file, |tx| record_entry(tx, YEAR, &new));
    let seen = file.history(1).unwrap()[0].seq;
    do_it(&file, |tx| record_entry(tx, YEAR, &NewEntry { entered_on: day("2025-10-02"), ..new.clone() }));
    let later = file.history(1).unwrap()[0].seq;
    file.change(&by(), "accounts.record_audit", |tx| record_audit(tx, YEAR, &audit("2025-09-30", "2025-10-15")))
        .unwrap();
    let before = books(&file);
    for seq in [seen, opened] {
        assert_eq!(file.undo_one(&by(), seq).unwrap_err().code, "office.undo_audited");
    }
    assert_eq!(books(&file).ledger_hash(), before.ledger_hash(), "nothing was taken back");
    file.undo_one(&by(), later).unwrap();
    assert_eq!(books(&file).entries.len(), 1, "what was entered for a later day is the council's own still");
    let last = NewEntry { entered_on: YEAR.last_day(), ..new };
    do_it(&file, |tx| record_entry(tx, YEAR, &last));
    file.undo(&by()).unwrap();
}

#[test]
fn a_locked_month_rests_until_somebody_says_why_not() {
    let (_folder, file) = office();
    let print = item(&file, Side::Expense, "事務費", "印刷費");
    let cash = purse(&file, "現金", None);
    let new = new_entry(EntryKind::Expense, &cash, Some(&print), 100);
    do_it(&file, |tx| lock_month(tx, day("2025-05-31"), day("2025-06-05")));
    assert_eq!(refusal(&file, |tx| record_entry(tx, YEAR, &new)).code, "accounts.month_locked");
    let june = NewEntry { entered_on: day("2025-06-01"), ..new.clone() };
    do_it(&file, |tx| record_entry(tx, YEAR, &june));
    assert_eq!(refusal(&file, |tx| unlock_month(tx, day("2025-05-01"), " ")).code, "accounts.reason_missing");
    do_it(&file, |tx| unlock_month(tx, day("2025-05-01"), "領収書が出てきた"));
    do_it(&file, |tx| record_entry(tx, YEAR, &new));
}

#[test]
fn years_are_closed_one_after_the_other_once_they_are_over_and_opened_from_the_newest_on() {
    let (_folder, file) = office();
    item(&file, Side::Income, "繰越金", "前年度繰越金");
    let print = item(&file, Side::Expense, "事務費", "印刷費");
    let cash = purse(&file, "現金", None);
    let paid = |on: &str| NewEntry { entered_on: day(on), ..new_entry(EntryKind::Expense, &cash, Some(&print), 1_000) };
    let close = |year: FiscalYear, on: &str| {
        let (year, on) = (year, day(on));
        file.change(&by(), "accounts.close_year", |tx| close_year(tx, year, on, "会長 見本")).map(drop)
    };
    let state = |year: FiscalYear, yen| {
        do_it(&file, |tx| state_balances(tx, year.last_day(), &[(cash.id, Some(Yen(yen)))]));
    };
    do_it(&file, |tx| record_entry(tx, YEAR, &paid("2025-05-01")));
    state(YEAR, 9_000);
    assert_eq!(close(YEAR, "2025-11-20").unwrap_err().code, "accounts.year_not_over");
    let next = YEAR.next();
    do_it(&file, |tx| save_openings(tx, next, &[(cash.id, Yen(9_000))]));
    do_it(&file, |tx| record_entry(tx, next, &paid("2026-05-01")));
    state(next, 8_000);
    let early = close(next, "2027-04-10").unwrap_err();
    assert_eq!((early.code, early.params["year"].as_str()), ("accounts.year_before_open", "令和7年度"));
    close(YEAR, "2026-03-31").unwrap();
    close(next, "2027-04-10").unwrap();

    let reopen = |year: FiscalYear| {
        let names = ["会長 見本", "監事 見本"];
        file.change(&by(), "accounts.reopen_year", |tx| reopen_year(tx, year, day("2027-05-01"), names, "記帳もれ"))
    };
    let held = reopen(YEAR).unwrap_err();
    assert_eq!((held.code, held.params["year"].as_str()), ("accounts.next_year_closed", "令和8年度"));
    reopen(next).unwrap();
    reopen(YEAR).unwrap();
    do_it(&file, |tx| record_entry(tx, YEAR, &paid("2026-03-31")));
    state(YEAR, 8_000);
    close(YEAR, "2027-05-02").unwrap();
    let begun = file.view(|view| Books::load(view, next)).unwrap();
    assert_eq!(begun.opening_of(cash.id), Yen(8_000), "what was found late is carried over");
}

#[test]
fn what_auditors_have_seen_of_the_next_year_does_not_change_because_a_year_is_closed_once_more() {
    let (_folder, file) = office();
    item(&file, Side::Income, "繰越金", "前年度繰越金");
    let print = item(&file, Side::Expense, "事務費", "印刷費");
    let cash = purse(&file, "現金", None);
    let close =
        |on| file.change(&by(), "accounts.close_year", |tx| close_year(tx, YEAR, day(on), "会長 見本")).map(drop);
    let state = |yen| do_it(&file, |tx| state_balances(tx, YEAR.last_day(), &[(cash.id, Some(Yen(yen)))]));
    state(10_000);
    close("2026-04-10").unwrap();
    let next = YEAR.next();
    do_it(&file, |tx| record_audit(tx, next, &audit("2026-09-30", "2026-10-05")));
    let seen = file.view(|view| Books::load(view, next)).unwrap().ledger_hash();
    let names = ["会長 見本", "監事 見本"];
    file.change(&by(), "accounts.reopen_year", |tx| reopen_year(tx, YEAR, day("2026-11-01"), names, "記帳もれ"))
        .unwrap();
    let late = NewEntry { entered_on: YEAR.last_day(), ..new_entry(EntryKind::Expense, &cash, Some(&print), 1_500) };
    let late = do_it(&file, |tx| record_entry(tx, YEAR, &late));
    state(8_500);
    let refused = close("2026-11-02").unwrap_err();
    let told = ["year", "purse", "opening", "closing"].map(|name| refused.params[name].as_str());
    assert_eq!((refused.code, told), ("accounts.next_year_audited", ["令和8年度", "現金", "10,000", "8,500"]));
    do_it(&file, |tx| void_entry(tx, late, "令和8年度に書く", day("2026-11-02")));
    state(10_000);
    close("2026-11-02").unwrap();
    assert_eq!(file.view(|view| Books::load(view, next)).unwrap().ledger_hash(), seen, "as the auditors saw it");
}

#[test]
fn a_year_is_closed_after_an_audit_of_the_next_one_that_nobody_had_opened() {
    let (_folder, file) = office();
    item(&file, Side::Income, "繰越金", "前年度繰越金");
    let cash = purse(&file, "現金", None);
    do_it(&file, |tx| state_balances(tx, YEAR.last_day(), &[(cash.id, Some(Yen(10_000)))]));
    do_it(&file, |tx| record_audit(tx, YEAR.next(), &audit("2026-09-30", "2026-10-05")));
    file.change(&by(), "accounts.close_year", |tx| close_year(tx, YEAR, day("2026-10-10"), "会長 見本")).unwrap();
    let begun = file.view(|view| Books::load(view, YEAR.next())).unwrap();
    assert_eq!(begun.opening_of(cash.id), Yen(10_000));
}

/// What each income line of a year has as its 決算額, where it has any.
fn settled_income(file: &OfficeFile, year: FiscalYear) -> Vec<(String, Yen)> {
    let books = file.view(|view| Books::load(view, year)).unwrap();
    let lines = books.settled_lines(Side::Income).into_iter().filter(|line| line.settled_yen != Yen(0));
    lines.map(|line| (line.item.label().to_owned(), line.settled_yen)).collect()
}

#[test]
fn the_opening_stands_on_the_line_that_the_year_has_for_it() {
    let (_folder, file) = office();
    item(&file, Side::Income, "繰越金・雑入", "雑入");
    let carried = item(&file, Side::Income, "繰越金・雑入", "前年度繰越金");
    let cash = purse(&file, "現金", None);
    budget(&file, &carried, 9_000);
    let was = [("前年度繰越金".to_owned(), Yen(10_000))];
    assert_eq!(settled_income(&file, YEAR), was, "the 款 bears the word as well");
    do_it(&file, |tx| state_balances(tx, YEAR.last_day(), &[(cash.id, Some(Yen(10_000)))]));
    file.change(&by(), "accounts.close_year", |tx| close_year(tx, YEAR, day("2026-04-10"), "会長 見本")).unwrap();
    do_it(&file, |tx| copy_budget(tx, YEAR, YEAR.next()));
    do_it(&file, |tx| rename_item(tx, carried.id, ["繰越金・雑入", "前年度からの繰越", "", ""]));
    assert_eq!(settled_income(&file, YEAR), was, "the closed year says what it said");
    assert_eq!(settled_income(&file, YEAR.next()), [("前年度からの繰越".to_owned(), Yen(10_000))]);
}

#[test]
fn the_opening_stands_on_the_line_that_this_year_calls_it_by() {
    let (_folder, file) = office();
    item(&file, Side::Income, "繰越金", "");
    purse(&file, "現金", None);
    let other = item(&file, Side::Income, "前年度からの繰越", "");
    assert_eq!(settled_income(&file, YEAR), [("繰越金".to_owned(), Yen(10_000))]);
    budget(&file, &other, 10_000);
    assert_eq!(settled_income(&file, YEAR), [("前年度からの繰越".to_owned(), Yen(10_000))], "as its budget has it");
}
