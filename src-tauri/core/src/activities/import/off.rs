//! 中止・延期: how papers say that an occasion was called off or put off, and why.

/// What stands for it, and what is made of it where nothing else is said.
const MARKS: [(&str, &str); 2] = [("中止", ""), ("延期", "延期のため")];
/// Sentences that end with it.
const ENDS: [&str; 6] = ["としました", "しました", "になった", "となった", "とした", "した"];
/// What leads on to it.
const LEADS: [&str; 4] = ["のため", "ため", "により", "につき"];
/// The weather, and what else is said in one word before it.
const CAUSES: [&str; 12] =
    ["雨", "雨天", "荒天", "悪天候", "天候不良", "台風", "大雨", "強風", "猛暑", "降雪", "コロナ", "感染症"];

/// 盆おどり（中止）, 盆おどり(雨天中止), 運動会 延期, 運動会中止: the title alone and why; none where it says no such thing.
pub(super) fn of_title(title: &str) -> Option<(String, String)> {
    let title = title.trim_end();
    let inside = title.trim_end_matches(['）', ')']);
    let parts = if inside.len() < title.len() {
        [inside.rsplit_once(['（', '(']), None]
    } else {
        [title.rsplit_once([' ', '　']), split_mark(title)]
    };
    let told = |(name, words): (&str, &str)| Some((name.trim_end().to_owned(), of_words(words)?));
    parts.into_iter().flatten().find_map(told).filter(|(name, _)| !name.is_empty())
}

fn split_mark(title: &str) -> Option<(&str, &str)> {
    let (mark, _) = MARKS.into_iter().find(|(mark, _)| title.ends_with(mark))?;
    Some(title.split_at(title.len() - mark.len()))
}

/// 中止, 雨天中止, 台風のため中止しました。: why, as far as it is said; none of words that say something else, as 屋台は中止.
pub(super) fn of_words(words: &str) -> Option<String> {
    let words = words.trim().trim_end_matches(['。', '．', '.']);
    let words = ENDS.iter().find_map(|end| words.strip_suffix(end)).unwrap_or(words);
    let (before, alone) = MARKS.into_iter().find_map(|(mark, alone)| Some((words.strip_suffix(mark)?, alone)))?;
    let before = before.trim_end_matches([' ', '　', '、', '・', 'に']).trim();
    let leads = LEADS.iter().any(|lead| before.ends_with(lead));
    let why = match before {
        "" => return Some(alone.to_owned()),
        _ if leads => before.to_owned(),
        _ if CAUSES.contains(&before) => format!("{before}のため"),
        _ => return None,
    };
    Some(if alone.is_empty() { why } else { format!("{alone}（{why}）") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_called_off_is_told_from_what_only_speaks_of_it() {
        let cases = [
            ("中止", Some("")),
            ("雨天中止", Some("雨天のため")),
            ("台風のため、中止しました。", Some("台風のため")),
            ("大雨により中止とした", Some("大雨により")),
            ("延期", Some("延期のため")),
            ("雨天のため延期", Some("延期のため（雨天のため）")),
            ("屋台は中止", None),
            ("一部中止", None),
            ("中止の判断を早くする", None),
            ("", None),
        ];
        for (words, why) in cases {
            assert_eq!(of_words(words).as_deref(), why, "{words}");
        }
    }

    #[test]
    fn a_title_is_kept_without_its_mark() {
        let read = |title| of_title(title).map(|(name, why)| format!("{name}|{why}"));
        let told: Vec<Option<String>> =
            ["盆おどり（中止）", "花火(雨天中止)", "運動会　延期", "もちつき中止"].map(read).into();
        let expected = ["盆おどり|", "花火|雨天のため", "運動会|延期のため", "もちつき|"];
        assert_eq!(told, expected.map(|one| Some(one.to_owned())));
        for title in ["夏祭り（第2回）", "敬老会", "中止", "（中止）", "雨天中止の連絡網づくり"]
        {
            assert_eq!(read(title), None, "{title}");
        }
    }
}
