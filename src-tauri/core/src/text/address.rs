//! 住所: the same place in the many ways it is written.

use super::numerals::number_of_kanji;
use super::search_key::{half_width, search_key};

/// The address with the council's city in front when it lacks one: 桜町一丁目8番9号 is 高松市桜町一丁目8番9号.
pub fn complete_address(address: &str, city: &str) -> String {
    let lacks_city = !address.is_empty() && !city.is_empty() && !names_a_city(address, city);
    if lacks_city { format!("{city}{address}") } else { address.to_owned() }
}

fn names_a_city(address: &str, city: &str) -> bool {
    let rest = without_prefecture(address);
    rest.len() < address.len() || rest.starts_with(city) || names_another_city(rest)
}

/// 丸亀市… and 木田郡… name a place of their own; 市場町 and 八日市町 do not.
fn names_another_city(address: &str) -> bool {
    let start: Vec<char> = address.chars().take(8).collect();
    (1..start.len()).any(|i| {
        let next = start.get(i + 1).copied().unwrap_or(' ');
        match start[i] {
            '市' => !matches!(next, '町' | '場' | '川' | '原' | '村' | '田') && !next.is_ascii_digit(),
            '郡' => address.contains(['町', '村']),
            _ => false,
        }
    })
}

fn without_prefecture(address: &str) -> &str {
    if let Some(rest) = ["北海道", "東京都", "大阪府", "京都府"].iter().find_map(|name| address.strip_prefix(name))
    {
        return rest;
    }
    let ken = address.char_indices().skip(2).take(2).find(|(_, c)| *c == '県');
    ken.map_or(address, |(at, c)| &address[at + c.len_utf8()..])
}

/// One key for 桜町一丁目20番7号, 桜町1-20-7 and 香川県… of the same.
pub fn address_key(address: &str) -> String {
    let plain = half_width(address);
    let folded = search_key(&numbers_before_units(without_prefecture(plain.trim_start())));
    let mut key = String::with_capacity(folded.len());
    let mut rest = folded.as_str();
    while let Some(c) = rest.chars().next() {
        let unit = unit(c, rest);
        match unit {
            Some("ノ") if !key.ends_with(|k: char| k.is_ascii_digit() || k == '-') => key.push(c),
            Some("大字" | "字") => {}
            Some(_) if key.is_empty() || key.ends_with('-') => {}
            Some(_) => key.push('-'),
            None => key.push(c),
        }
        rest = &rest[unit.map_or(c.len_utf8(), str::len)..];
    }
    key.truncate(key.trim_end_matches('-').len());
    key
}

/// The word between two numbers of an address, or before a name, that a text begins with; `first` is its first letter.
fn unit(first: char, text: &str) -> Option<&'static str> {
    let units: &[&str] = match first {
        '丁' => &["丁目"],
        '番' => &["番地", "番"],
        '号' => &["号"],
        '-' => &["-"],
        'ノ' => &["ノ"],
        '大' => &["大字"],
        '字' => &["字"],
        _ => &[],
    };
    units.iter().copied().find(|unit| text.starts_with(unit))
}

/// 一丁目 as 1丁目: only numbers that a unit follows, so that 三条 and 八日市 keep their characters.
fn numbers_before_units(address: &str) -> String {
    let mut plain = String::with_capacity(address.len());
    let mut run = String::new();
    for (at, c) in address.char_indices() {
        if number_of_kanji(c.encode_utf8(&mut [0; 4])).is_some() {
            run.push(c);
            continue;
        }
        let is_unit = address[at..].starts_with("丁目") || matches!(c, '番' | '号');
        flush(&mut run, &mut plain, is_unit);
        plain.push(c);
    }
    plain.push_str(&run);
    plain
}

fn flush(run: &mut String, plain: &mut String, is_unit: bool) {
    if run.is_empty() {
        return;
    }
    match is_unit.then(|| number_of_kanji(run)).flatten() {
        Some(n) => plain.push_str(&n.to_string()),
        None => plain.push_str(run),
    }
    run.clear();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_city_is_completed() {
        let complete = |address| complete_address(address, "高松市");
        assert_eq!(complete("栗林町三丁目26番22号"), "高松市栗林町三丁目26番22号");
        assert_eq!(complete("市場町1-2"), "高松市市場町1-2");
        for whole in ["高松市桜町1-2", "香川県高松市桜町1-2", "丸亀市大手町二丁目4番21号", "木田郡三木町氷上310", ""]
        {
            assert_eq!(complete(whole), whole);
        }
    }

    #[test]
    fn one_place_has_one_key() {
        let same = [
            ["高松市桜町一丁目20番7号", "香川県高松市桜町１－２０－７"],
            ["高松市桜町二丁目16番地の3", "高松市桜町2-16-3"],
            ["高松市栗林町十二丁目3番", "高松市 栗林町12丁目3"],
        ];
        for [a, b] in same {
            assert_eq!(address_key(a), address_key(b), "{a} and {b}");
        }
        assert_ne!(address_key("高松市三条町1"), address_key("高松市3条町1"), "a number in a name is no number");
    }
}
