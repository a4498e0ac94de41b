//! Books that nobody would think up, printed: every paper of money says the same as PDF and as Excel, and bears the sums of what
//! was entered.

use std::fmt::Write;

use office::FiscalYear;
use office::profile::{Edition, FormArea, Output};
use suite::TestDesk;

use crate::PROGRAM;
use crate::closing_bars::late::Dice;
use crate::papers::{cells, figures, pdf_text, put_out};
use crate::roster_bars::written;

const ITEMS: [&str; 5] = ["消耗品費", "印刷製本費", "通信運搬費", "会議費", "広報紙発行事業"];

/// The papers of money that come out both ways.
fn forms() -> Vec<String> {
    let edition = Edition::of("takamatsu", FiscalYear(2025)).expect("the profile");
    let both = |outputs: &[Output]| [Output::Pdf, Output::Xlsx].iter().all(|one| outputs.contains(one));
    let money = edition.forms.into_iter().filter(|form| form.area == FormArea::Accounts && both(&form.outputs));
    money.map(|form| form.id).collect()
}

/// A thrown year, brought in as a cash book; income and expense of it.
fn thrown(dice: &mut Dice) -> (TestDesk, [i64; 2]) {
    let desk = TestDesk::empty(PROGRAM);
    desk.import("budget", &crate::sample_file("収支予算書.xlsx"), 2025);
    let mut text = "日付,科目,摘要,収入金額,支出金額\n2025-04-01,会費,年会費,8765432,\n".to_owned();
    let mut sums = [8_765_432, 0];
    for n in 0..30 + dice.throw(40) {
        let (month, day, yen) = (4 + dice.throw(9), 1 + dice.throw(28), 1_000 + dice.throw(98_000) as i64);
        let (item, is_income) = (ITEMS[dice.throw(ITEMS.len())], dice.throw(6) == 0);
        let [item, income, expense] = if is_income {
            ["会費".into(), yen.to_string(), String::new()]
        } else {
            [item.into(), String::new(), yen.to_string()]
        };
        sums[usize::from(!is_income)] += yen;
        writeln!(text, "2025-{month:02}-{day:02},{item},用件{n},{income},{expense}").expect("a line");
    }
    desk.import("cash-book", &written(&desk, "出納帳.csv", text.as_bytes()), 2025);
    (desk, sums)
}

#[test]
fn every_paper_of_a_thrown_year_says_the_same_in_pdf_and_excel_and_bears_its_sums() {
    let (mut dice, forms) = (Dice(11), forms());
    assert!(forms.len() >= 15, "{forms:?}");
    for n in 0..2 {
        let (desk, sums) = thrown(&mut dice);
        for form in &forms {
            let pdf = figures(std::iter::once(pdf_text(&put_out(&desk, form, "pdf"))));
            let xlsx = figures(cells(&put_out(&desk, form, "xlsx")).into_iter());
            assert_eq!(pdf, xlsx, "year {n}: {form}");
            if ["settlement-statement", "cash-book", "monthly-report", "accounts-chart"].contains(&form.as_str()) {
                let [income, expense] = sums.map(|sum| paper::Value::Yen(sum).shown(paper::Negative::White));
                assert!(pdf.contains_key(&income) && pdf.contains_key(&expense), "year {n}: {form} {income} {expense}");
            }
        }
    }
}
