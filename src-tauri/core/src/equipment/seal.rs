//! 備品シール: what is stuck on a piece, or on each of several.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use paper::{Sticker, wareki};
use serde::Deserialize;

use super::{Equipment, MoneySource};
use crate::words::fill;

#[derive(Default, Deserialize)]
struct Words {
    lines: Vec<String>,
    code: String,
}

fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| {
        toml::from_str(include_str!("../../../../assets/labels/equipment-seal.toml")).unwrap_or_default()
    })
}

/// The seals of a piece: one, or one for each of its quantity with their own numbers (4-1, 4-2 …).
pub fn seals(item: &Equipment, council: &str, for_each: bool) -> Vec<Sticker> {
    let numbers: Vec<String> = match item.quantity {
        2.. if for_each => (1..=item.quantity).map(|nth| format!("{}-{nth}", item.number)).collect(),
        _ => vec![item.number.clone()],
    };
    numbers.into_iter().map(|number| seal(item, council, number)).collect()
}

fn seal(item: &Equipment, council: &str, number: String) -> Sticker {
    let own_money = item.source == MoneySource::Own && item.source_name.is_empty();
    let params = BTreeMap::from([
        ("council", council.to_owned()),
        ("number", number),
        ("name", item.full_name()),
        ("acquired", item.acquired_on.map(wareki::long).unwrap_or_default()),
        ("source", if own_money { String::new() } else { item.money() }),
    ]);
    let is_said =
        |line: &&String| params.iter().all(|(name, value)| !value.is_empty() || !line.contains(&format!("{{{name}}}")));
    Sticker {
        lines: words().lines.iter().filter(is_said).map(|line| fill(line, &params)).collect(),
        code: fill(&words().code, &params),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::equipment::acts::tests::piece;

    #[test]
    fn a_seal_says_what_is_known_and_leaves_out_what_is_not() {
        let desk = Equipment { number: "4".into(), quantity: 3, ..piece("机") };
        let one = seals(&desk, "見本協議会", false);
        assert_eq!(one.len(), 1);
        assert_eq!(one[0].lines, ["見本協議会", "備品 4", "机"]);
        assert_eq!(one[0].code, "備品4 机 見本協議会");
        let granted = Equipment {
            source: MoneySource::Grant,
            source_name: "地域まちづくり交付金".into(),
            acquired_on: "2025-06-10".parse().ok(),
            ..desk
        };
        let each = seals(&granted, "見本協議会", true);
        assert_eq!(
            each.iter().map(|seal| seal.lines[1].as_str()).collect::<Vec<_>>(),
            ["備品 4-1", "備品 4-2", "備品 4-3"]
        );
        assert_eq!(each[2].lines[3..], ["取得 令和7年6月10日", "地域まちづくり交付金"]);
    }
}
