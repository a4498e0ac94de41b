//! 下書き: one association as a file has it.

use chrono::NaiveDate;

use crate::calendar::FiscalYear;
use crate::enrolment::Certainty;
use crate::intake::columns::Kind;
use crate::intake::plan::ShownCell;
use crate::intake::told::{self, Cells};
use crate::money::Yen;
use crate::roster::OrganisationId;

/// 自治会の下書き
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AssociationDraft {
    /// 自治会名 as typed.
    pub name: String,
    /// The year to which chair, blocks and fee belong.
    pub year: FiscalYear,
    /// 区域（町丁）
    pub town: String,
    /// 会長名 as written.
    pub chair_name: String,
    /// 班数
    pub blocks: Option<i64>,
    /// 会費（月額）
    pub fee_month_yen: Option<Yen>,
    /// 備考
    pub note: String,
    /// What it said, oldest year first.
    pub counts: Vec<CountDraft>,
    /// The stored association, when there is one.
    pub known: Option<OrganisationId>,
}

/// 一年分の加入状況
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CountDraft {
    /// 年度
    pub year: FiscalYear,
    /// 基準日
    pub as_of_on: NaiveDate,
    /// 加入世帯; none is 未提出.
    pub numerator: Option<i64>,
    /// How sure.
    pub numerator_certainty: Certainty,
    /// 区域内世帯
    pub denominator: Option<i64>,
    /// How sure.
    pub denominator_certainty: Certainty,
    /// うち集合住宅 and how sure; none where the file does not say.
    pub flats: Option<(i64, Certainty)>,
}

impl AssociationDraft {
    pub(super) fn is_carried_over(&self) -> bool {
        self.counts.iter().any(|count| count.denominator_certainty == Certainty::CarriedOver)
    }

    pub(super) fn cells(&self) -> Vec<ShownCell> {
        let number = |n: Option<i64>| n.map(|n| n.to_string()).unwrap_or_default();
        let mut cells = Cells::new(Kind::Associations);
        cells.add("town", &self.town);
        cells.add("chair", &self.chair_name);
        cells.add("blocks", &number(self.blocks));
        cells.add("fee", &self.fee_month_yen.as_ref().map(told::shown).unwrap_or_default());
        cells.add("note", &self.note);
        for count in &self.counts {
            cells.labelled("count", &count.year.label(), &count.words());
        }
        cells.done()
    }
}

impl CountDraft {
    /// 48 ／ 149世帯, 約80 ／ 120世帯, 未提出, 48 ／ 149世帯（うち集合住宅12）
    pub(super) fn words(&self) -> String {
        let shown = |n: i64, certainty| format!("{}{n}", if certainty == Certainty::Rounded { "約" } else { "" });
        let enrolled = self.numerator.map_or_else(|| "未提出".to_owned(), |n| shown(n, self.numerator_certainty));
        let households = self.denominator.map_or_else(String::new, |n| format!(" ／ {n}世帯"));
        let flats = self.flats.map_or_else(String::new, |(n, sure)| format!("（うち集合住宅{}）", shown(n, sure)));
        format!("{enrolled}{households}{flats}")
    }
}
