//! Names of occasions from year to year.

use crate::text::search_key;

/// What stays of a name while its number and its year go on: 第10回夏祭り and 令和8年度 夏祭り are 夏祭り.
pub(super) fn lasting_name(title: &str) -> String {
    let key = search_key(title);
    [("第", "回"), ("令和", "年度"), ("令和", "年")].into_iter().fold(key, |name, around| without_number(&name, around))
}

/// The name without a number at its head that stands between two words.
fn without_number(name: &str, (before, after): (&str, &str)) -> String {
    let rest = || {
        let numbered = name.strip_prefix(before)?;
        let rest = numbered.trim_start_matches(|c: char| c.is_ascii_digit() || "元一二三四五六七八九十百".contains(c));
        (rest != numbered).then_some(rest)?.strip_prefix(after).filter(|rest| !rest.is_empty())
    };
    rest().unwrap_or(name).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn v01_a_name_is_the_same_with_the_next_number_and_the_next_year() {
        for (one, other, is_same) in [
            ("第10回夏祭り", "第１１回 夏祭り", true),
            ("第十回夏祭り", "夏祭り", true),
            ("令和7年度　総合防災訓練", "令和8年度総合防災訓練", true),
            ("花見", "餅つき", false),
            ("第1班の清掃", "第2班の清掃", false),
            ("第10回", "第11回", false),
        ] {
            assert_eq!(lasting_name(one) == lasting_name(other), is_same, "{one} and {other}");
        }
    }
}
