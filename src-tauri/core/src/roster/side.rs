//! Where an office of the council stands: on its board, or beside it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Parts of a title that say so; a board has what none of them names.
const AUDITORS: [&str; 2] = ["監事", "監査"];
const ADVISERS: [&str; 4] = ["顧問", "相談役", "参与", "名誉会長"];
const SECRETARIAT: [&str; 2] = ["事務局", "事務員"];

/// Where an office of the council stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "OfficeSide")]
pub enum Side {
    /// 役員
    Board,
    /// 監事
    Auditors,
    /// 顧問など
    Advisers,
    /// 事務局
    Secretariat,
}

impl Side {
    /// Of an office by its title: 名誉顧問 is an adviser as 顧問 is, 副事務局長 of the 事務局.
    pub fn of(title: &str) -> Side {
        let is_of = |offices: &[&str]| offices.iter().any(|office| title.contains(office));
        let beside = [(Side::Auditors, &AUDITORS[..]), (Side::Advisers, &ADVISERS), (Side::Secretariat, &SECRETARIAT)];
        beside.into_iter().find(|(_, offices)| is_of(offices)).map_or(Side::Board, |(side, _)| side)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_office_stands_where_its_title_says_whatever_rank_it_has() {
        let all = [
            (Side::Board, ["会長", "副会長", "会計", "理事"]),
            (Side::Auditors, ["監事", "会計監査", "監査委員", "代表監事"]),
            (Side::Advisers, ["顧問", "名誉顧問", "最高顧問", "名誉会長"]),
            (Side::Secretariat, ["事務局長", "事務局次長", "副事務局長", "事務員"]),
        ];
        for (side, titles) in all {
            assert_eq!(titles.map(Side::of), [side; 4]);
        }
    }
}
