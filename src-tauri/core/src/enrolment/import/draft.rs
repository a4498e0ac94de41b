//! 下書き: one association as a file has it.

use chrono::NaiveDate;

use crate::calendar::FiscalYear;
use crate::enrolment::Certainty;
use crate::intake::plan::ShownCell;
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
}

impl AssociationDraft {
    pub(super) fn is_carried_over(&self) -> bool {
        self.counts.iter().any(|count| count.denominator_certainty == Certainty::CarriedOver)
    }

    pub(super) fn cells(&self) -> Vec<ShownCell> {
        let number = |n: Option<i64>, unit: &str| n.map(|n| format!("{n}{unit}")).unwrap_or_default();
        let record = [
            ("town", "区域（町丁）", self.town.clone()),
            ("chair", "会長名", self.chair_name.clone()),
            ("blocks", "班数", number(self.blocks, "")),
            ("fee", "会費（月額）", number(self.fee_month_yen.map(|fee| fee.0), "円")),
            ("note", "備考", self.note.clone()),
        ];
        let cell =
            |field: &str, label: String, shown: String| ShownCell { field: field.into(), label, shown, raw: None };
        let record = record.into_iter().filter(|(_, _, shown)| !shown.is_empty());
        let record = record.map(|(field, label, shown)| cell(field, label.to_owned(), shown));
        record.chain(self.counts.iter().map(|count| cell("enrolled", count.year.label(), count.words()))).collect()
    }
}

impl CountDraft {
    /// 48 ／ 149世帯, 約80 ／ 120世帯, 未提出
    pub(super) fn words(&self) -> String {
        let about = if self.numerator_certainty == Certainty::Rounded { "約" } else { "" };
        let enrolled = self.numerator.map_or_else(|| "未提出".to_owned(), |n| format!("{about}{n}"));
        match self.denominator {
            Some(households) => format!("{enrolled} ／ {households}世帯"),
            None => enrolled,
        }
    }
}
