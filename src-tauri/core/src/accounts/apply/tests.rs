//! Files into an office file, and again.

use std::collections::HashMap;

use super::*;
use crate::accounts::import::{BookDraft, BookPaper, BudgetPaper, KnownBooks};
use crate::accounts::{Approval, Books, Eligibility, Entry, GrantId, acts, store};
use crate::attachments::{self, Attachment, AttachmentId, Owner};
use crate::calendar::FiscalYear;
use crate::file::OfficeFile;
use crate::intake::mapping::{Hints, Remembered};
use crate::intake::plan::{Counts, Decision, Plan, RowDecision, Verdict};
use crate::intake::sketch::{book, by, office};
use crate::money::Yen;

const YEAR: FiscalYear = FiscalYear(2025);

const BUDGET: &str = "収入の部
款|項|予算額|前年度予算額|摘要
会費|会費|=12000|=11000|31世帯
繰越金|前年度繰越金|=1000|=900|
支出の部
款|項|予算額|前年度予算額|摘要
事務費|消耗品費|=8000|=7000|
|会議費|=5000|=4900|";

const BOOK: &str = "令和７年度　現金出納帳
日付|伝票|科目|摘要|支払先|収入|支出|残高|財源|領収書
4/1||前年度繰越|||=1000||=1000||
4/2|=1|消耗品|切手|郵便局||=840|=160|まちづくり交付金|有
4/2|=2|会費|1班||=6000||=6160||
4/9||振替|普通預金へ預け入れ|||=5000|=1160||
5/1|=3|会議費|お茶|||=300|=860|自主財源|";

fn with_budget() -> (tempfile::TempDir, OfficeFile) {
    let (folder, file) = office();
    import_budget(&file, BUDGET);
    (folder, file)
}

fn books(file: &OfficeFile) -> Books {
    file.view(|view| Books::load(view, YEAR)).unwrap()
}

fn import_budget(file: &OfficeFile, drawn: &str) -> Counts {
    let hints = Hints { chosen: &[], remembered: &Remembered::new() };
    let plan = BudgetPaper::read(&book(drawn), YEAR, &hints).unwrap().plan(&books(file));
    file.change(&by(), "accounts.import_budget", |tx| apply_budget(tx, &plan, &[])).unwrap().value
}

fn planned(file: &OfficeFile, drawn: &str) -> Plan<BookDraft> {
    let hints = Hints { chosen: &[], remembered: &Remembered::new() };
    let books = books(file);
    let audits = file.view(|view| store::audits(view, YEAR)).unwrap();
    BookPaper::read(&book(drawn), YEAR, &hints, &books).unwrap().plan(KnownBooks {
        books: &books,
        grants: &[(grant(), "まちづくり交付金".into())],
        audits: &audits,
    })
}

/// A grant whose key every test may compute again.
fn grant() -> GrantId {
    "0198f000-0000-7000-8000-000000000001".parse().unwrap()
}

fn import(file: &OfficeFile, drawn: &str) -> Counts {
    let plan = planned(file, drawn);
    let grants = HashMap::from([("まちづくり交付金".to_owned(), grant())]);
    let verdict = |_: Option<&str>, item: &str, _: &str| {
        if item == "会議費" { Eligibility::Unclear } else { Eligibility::Eligible }
    };
    let rules = BookRules { grants: &grants, verdict: &verdict };
    let write = |tx: &crate::file::Tx| {
        let sql = "INSERT OR IGNORE INTO grant_award (id, fiscal_year, name, decision_no) VALUES (?, 2025, 'まちづくり交付金', '')";
        tx.execute(sql, [grant()])?;
        apply_cash_book(tx, &plan, &[], &rules, YEAR.last_day())
    };
    file.change(&by(), "accounts.import_cash_book", write).unwrap().value
}

fn entry(books: &Books, words: &str) -> Entry {
    books.entries.iter().find(|entry| entry.description == words).unwrap().clone()
}

fn closing(books: &Books, purse: &str) -> i64 {
    books.closing_of(books.purses.iter().find(|p| p.name == purse).unwrap().id).0
}

#[test]
fn a_budget_comes_in_once_and_keeps_what_the_next_paper_leaves_out() {
    let (_folder, file) = with_budget();
    assert_eq!(books(&file).budget.len(), 4);
    let again = import_budget(&file, BUDGET);
    assert_eq!((again.new, again.same, again.changed), (0, 4, 0));
    let revised = import_budget(&file, "収入の部\n科目|予算額\n会費|=13000\n寄附金|=500");
    assert_eq!((revised.new, revised.changed), (1, 1));
    let books = books(&file);
    let dues = books.budget.iter().find(|line| line.amount_yen.0 == 13_000).unwrap();
    assert_eq!((dues.note.as_str(), dues.previous_yen.map(|yen| yen.0), dues.version), ("31世帯", Some(11_000), 2));
}

#[test]
fn a_book_comes_in_with_its_purses_items_and_verdicts() {
    let (_folder, file) = with_budget();
    assert_eq!(import(&file, BOOK).new, 4);
    let books = books(&file);
    assert_eq!((closing(&books, "現金"), closing(&books, "普通預金")), (860, 5000));
    assert_eq!(books.items.len(), 4, "消耗品 is 消耗品費 of the budget");
    let (stamps, tea) = (entry(&books, "切手"), entry(&books, "お茶"));
    assert_eq!(
        (stamps.grant_id, stamps.has_receipt, stamps.eligibility),
        (Some(grant()), true, Some(Eligibility::Eligible))
    );
    assert_eq!((tea.grant_id, tea.has_receipt, tea.eligibility), (None, false, Some(Eligibility::Unclear)));
    assert_eq!(books.balances()[&tea.id].0, 860, "each line has the balance of the paper");
    let again = import(&file, BOOK);
    assert_eq!((again.new, again.same, again.changed), (0, 4, 0));
}

#[test]
fn what_the_desk_did_since_is_not_undone_by_the_same_book() {
    let (_folder, file) = with_budget();
    import(&file, BOOK);
    let (stamps, tea) = (entry(&books(&file), "切手"), entry(&books(&file), "お茶"));
    file.change(&by(), "accounts.set_receipt", |tx| acts::set_receipt(tx, tea.id, true)).unwrap();
    file.change(&by(), "accounts.void_entry", |tx| {
        acts::void_entry(tx, stamps.id, "二重に記帳した", stamps.entered_on)
    })
    .unwrap();
    let again = import(&file, BOOK);
    assert_eq!((again.new, again.same, again.changed), (0, 4, 0));
    assert_eq!(closing(&books(&file), "現金"), 860 + 840, "the entry that was taken back stays away");
}

#[test]
fn an_edited_book_corrects_amounts_by_taking_back_and_writes_the_rest() {
    let (_folder, file) = with_budget();
    import(&file, BOOK);
    let edited = BOOK.replace("=840|=160", "=480|=520").replace("お茶||", "お茶・菓子|見本弁当|");
    let counts = import(&file, &edited);
    assert_eq!((counts.new, counts.changed, counts.same), (0, 2, 2));
    let books = books(&file);
    assert_eq!(closing(&books, "現金"), 860 + 840 - 480);
    assert_eq!(books.standing().count(), 4, "the wrong amount and what takes it back do not stand");
    assert_eq!(entry(&books, "お茶・菓子").counterparty, "見本弁当");
    let again = import(&file, &edited);
    assert_eq!((again.new, again.changed), (0, 0));
}

#[test]
fn an_edited_book_leaves_what_rests_and_takes_the_papers_of_the_entry_along() {
    let (_folder, file) = with_budget();
    import(&file, BOOK);
    let stamps = entry(&books(&file), "切手");
    let paper = Attachment {
        id: AttachmentId::new(),
        owner_kind: Owner::Entry,
        owner_id: stamps.id.to_string(),
        name: "見積書.pdf".into(),
        media_type: "application/pdf".into(),
        bytes: 3,
        content_id: file.keep_content(b"%PDF").unwrap(),
        label: String::new(),
        added_on: stamps.entered_on,
        note: String::new(),
        quarters: 0,
    };
    file.change(&by(), "attachments.attach", |tx| attachments::attach(tx, &paper)).unwrap();
    file.change(&by(), "accounts.lock_month", |tx| acts::lock_month(tx, stamps.entered_on, stamps.entered_on)).unwrap();
    import(&file, &BOOK.replace("=840|=160", "=480|=520").replace("お茶||", "お茶・菓子||"));
    let books = books(&file);
    let right = books.standing().find(|one| one.description == "切手").unwrap();
    assert_eq!((right.amount_yen, right.entered_on), (Yen(480), YEAR.last_day()), "April rests");
    let back = books.entries.iter().find(|one| one.voids_id == Some(stamps.id)).unwrap();
    assert_eq!((back.amount_yen, back.entered_on), (Yen(-840), YEAR.last_day()));
    let papers = file.view(|view| attachments::of(view, Owner::Entry, &right.id.to_string())).unwrap();
    assert_eq!(papers.len(), 1, "the paper went along");
}

fn audit(file: &OfficeFile, until: &str, on: &str) {
    let [until_on, audited_on] = [until, on].map(|day| day.parse().unwrap());
    let new = acts::NewAudit { until_on, audited_on, auditors: "見本 花子".into(), result: "適正".into() };
    file.change(&by(), "accounts.record_audit", |tx| acts::record_audit(tx, YEAR, &new)).unwrap();
}

#[test]
fn a_longer_book_brings_nothing_among_what_auditors_have_seen() {
    let (_folder, file) = with_budget();
    import(&file, BOOK);
    audit(&file, "2025-09-30", "2025-10-15");
    let longer = format!(
        "{}\n9/1|=4|消耗品費|封筒|文具店||=100|=760||有\n11/1|=5|消耗品費|のり|文具店||=50|=710||有",
        BOOK.replace("=1000||=1000", "=1300||=1300")
    );
    let plan = planned(&file, &longer);
    let covers = plan.rows.iter().find(|row| row.draft.entry().is_some_and(|one| one.description == "封筒")).unwrap();
    assert_eq!(covers.verdict, Verdict::Skipped);
    assert_eq!(covers.reason.as_deref(), Some("令和7年9月30日まで監査が済んでいるので、取り込みません"));
    let told: Vec<&str> = plan.issues.iter().map(|issue| issue.code).filter(|code| code.contains("audited")).collect();
    assert_eq!(told, ["accounts.opening_kept_audited", "accounts.rows_audited"]);
    let counts = import(&file, &longer);
    assert_eq!((counts.new, counts.changed, counts.skipped), (1, 0, 1));
    let books = books(&file);
    assert_eq!((closing(&books, "現金"), books.entries.len()), (810, 5), "the opening stays 1,000 and 封筒 away");
    let late = file.change(&by(), "accounts.import_cash_book", |tx| {
        let rules = BookRules { grants: &HashMap::new(), verdict: &|_, _, _| Eligibility::Eligible };
        let index = plan.rows.iter().position(|row| row.verdict == Verdict::Skipped).unwrap();
        let chosen = RowDecision { index, decision: Decision::New, id: None };
        apply_cash_book(tx, &plan, &[chosen], &rules, YEAR.last_day())
    });
    assert_eq!(late.unwrap_err().code, "accounts.day_audited", "whoever chooses it all the same is refused");
}

#[test]
fn an_edited_book_takes_back_what_somebody_approved_and_asks_for_it_anew() {
    let (_folder, file) = with_budget();
    file.change(&by(), "accounts.ask_approval", |tx| acts::ask_approval(tx, true)).unwrap();
    import(&file, BOOK);
    let tea = entry(&books(&file), "お茶");
    file.change(&by(), "accounts.approve_entries", |tx| {
        let one = store::approval_of(tx, tea.id)?.unwrap();
        store::put_approval(tx, &Approval { approved_by: "森 花".into(), approved_on: Some(YEAR.last_day()), ..one })
    })
    .unwrap();
    import(&file, &BOOK.replace("お茶||", "お茶・菓子|見本弁当|"));
    let books = books(&file);
    assert_eq!(entry(&books, "お茶").counterparty, "", "what was approved stands as it was");
    assert!(books.approvals[&tea.id].is_given() && books.entries.iter().any(|one| one.voids_id == Some(tea.id)));
    let right = entry(&books, "お茶・菓子");
    assert!(!books.approvals[&right.id].is_given(), "what is written now waits");
    assert_eq!(closing(&books, "現金"), 860);
}

#[test]
fn a_longer_book_brings_only_what_is_new_and_keeps_the_order_of_the_day() {
    let (_folder, file) = with_budget();
    import(&file, BOOK);
    let longer = format!("{BOOK}\n5/1|=4|消耗品費|封筒|文具店||=100|=760||有");
    assert_eq!(import(&file, &longer).new, 1);
    let books = books(&file);
    assert_eq!(books.balances()[&entry(&books, "封筒").id].0, 760, "after the tea of the same day");
}

#[test]
fn a_row_that_may_be_an_entry_of_a_nearby_day_is_unsure() {
    let (_folder, file) = with_budget();
    import(&file, BOOK);
    let moved = BOOK
        .replace("4/9||振替", "4/9|5|会議費|会場||||=900||\n4/9||振替")
        .replace("4/2|=1|消耗品|切手", "4/8|=9|消耗品|切手");
    let plan = planned(&file, &moved);
    let unsure: Vec<_> = plan.rows.iter().filter(|row| row.verdict == Verdict::Unsure).collect();
    assert_eq!(unsure.len(), 1, "the stamps of another day");
    assert_eq!(
        (unsure[0].candidates[0].title.as_str(), unsure[0].candidates[0].detail.as_str()),
        ("切手", "R7.4.2　840円")
    );
    let may = BOOK
        .replace("4/2|=1|消耗品|切手|郵便局||=840|=160|まちづくり交付金|有\n", "")
        .replace("5/1|=3", "5/2|=1|消耗品|切手|郵便局||=840|=320||\n5/1|=3");
    assert_eq!(planned(&file, &may).counts().unsure, 0, "a month later it is another purchase");
}

#[test]
fn the_other_book_of_a_transfer_may_come_later() {
    let (_folder, file) = with_budget();
    import(&file, BOOK);
    let bank = "令和７年度　預金出納帳
日付|科目|摘要|収入|支出|残高
4/1|前年度繰越||=70000||=70000
4/9|振替|現金より|=5000||=75000
4/20|会費|2班|=6000||=81000";
    let counts = import(&file, bank);
    assert_eq!((counts.new, counts.same), (1, 1), "the transfer is there already");
    let books = books(&file);
    assert_eq!((closing(&books, "現金"), closing(&books, "普通預金")), (860, 81_000));
    assert_eq!(books.purses.len(), 2, "預金 is the only bank account there is");
    assert_eq!(books.opening_yen().0, 71_000);
}

#[test]
fn b02_a_budget_of_the_council_leaves_the_items_of_another_fund_alone() {
    let (_folder, file) = with_budget();
    let twin = file.change(&by(), "accounts.save_fund", |tx| {
        let fund = crate::accounts::Fund {
            id: crate::accounts::FundId::new(),
            name: "防災特別会計".into(),
            kind: crate::accounts::FundKind::Special,
            purpose: String::new(),
            target_yen: None,
            until_year: None,
            is_closed: false,
            position: 1,
            version: 1,
        };
        store::put_fund(tx, &fund)?;
        let item = crate::accounts::AccountItem::new(crate::accounts::Side::Expense, "事務費", "会議費");
        acts::add_item(tx, &crate::accounts::AccountItem { fund_id: Some(fund.id), ..item })
    });
    let twin = twin.unwrap().value;
    let counts = import_budget(&file, &BUDGET.replace("=5000|", "=5500|"));
    assert_eq!((counts.new, counts.changed), (0, 1));
    let books = books(&file);
    assert!(books.budget.iter().all(|line| line.item_id != twin));
    let general = books.of_fund(None);
    let line = general.settled_lines(crate::accounts::Side::Expense).into_iter().find(|line| line.item.kou == "会議費");
    assert_eq!(line.map(|line| line.initial_yen), Some(Yen(5_500)));
}
