//! ローマ字: what somebody typed while the Japanese input was off, and the letters that stand for a name.

use std::sync::OnceLock;

/// Syllables by what is typed, in Hepburn and in the spelling that keyboards use. Longer ones come first at each letter.
const SYLLABLES: &str = "kya キャ kyu キュ kyo キョ gya ギャ gyu ギュ gyo ギョ sha シャ shu シュ sho ショ shi シ sya シャ syu シュ syo ショ
cha チャ chu チュ cho チョ chi チ tya チャ tyu チュ tyo チョ tsu ツ nya ニャ nyu ニュ nyo ニョ hya ヒャ hyu ヒュ hyo ヒョ
mya ミャ myu ミュ myo ミョ rya リャ ryu リュ ryo リョ bya ビャ byu ビュ byo ビョ pya ピャ pyu ピュ pyo ピョ
zya ジャ zyu ジュ zyo ジョ jya ジャ jyu ジュ jyo ジョ dya ヂャ dyu ヂュ dyo ヂョ
ja ジャ ju ジュ jo ジョ ji ジ je ジェ fa ファ fi フィ fe フェ fo フォ fu フ va ヴァ vi ヴィ vu ヴ ve ヴェ vo ヴォ
ka カ ki キ ku ク ke ケ ko コ ga ガ gi ギ gu グ ge ゲ go ゴ sa サ si シ su ス se セ so ソ za ザ zi ジ zu ズ ze ゼ zo ゾ
ta タ ti チ tu ツ te テ to ト da ダ di ヂ du ヅ de デ do ド na ナ ni ニ nu ヌ ne ネ no ノ ha ハ hi ヒ hu フ he ヘ ho ホ
ba バ bi ビ bu ブ be ベ bo ボ pa パ pi ピ pu プ pe ペ po ポ ma マ mi ミ mu ム me メ mo モ ya ヤ yu ユ yo ヨ
ra ラ ri リ ru ル re レ ro ロ wa ワ wi ウィ we ウェ wo ヲ n' ン nn ン a ア i イ u ウ e エ o オ - ー";

/// What is typed and what it says, in the order of [`SYLLABLES`].
fn syllables() -> &'static [(&'static str, &'static str)] {
    static PAIRS: OnceLock<Vec<(&str, &str)>> = OnceLock::new();
    PAIRS.get_or_init(|| {
        let words: Vec<&str> = SYLLABLES.split_ascii_whitespace().collect();
        words.chunks_exact(2).map(|pair| (pair[0], pair[1])).collect()
    })
}

/// Katakana of a word typed in letters; none when it is no Japanese. A consonant at the end is still being typed and is
/// left out.
pub fn kana_of_romaji(typed: &str) -> Option<String> {
    let typed = typed.to_ascii_lowercase();
    let mut rest = typed.as_str();
    let mut kana = String::new();
    while !rest.is_empty() {
        let found = syllables().iter().find(|(letters, _)| rest.starts_with(letters));
        let mut letters = rest.chars();
        let (first, second) = (letters.next()?, letters.next());
        let is_consonant = first.is_ascii_lowercase() && !"aiueo".contains(first);
        rest = match (found, second) {
            (Some((letters, said)), _) => {
                kana.push_str(said);
                &rest[letters.len()..]
            }
            (None, Some(second)) if first == second && is_consonant => {
                kana.push('ッ');
                &rest[1..]
            }
            (None, _) if first == 'n' || (first == 'm' && matches!(second, Some('b' | 'p' | 'm'))) => {
                kana.push('ン');
                &rest[1..]
            }
            (None, _) if is_consonant && rest.len() <= 2 => break,
            _ => return None,
        };
    }
    (!kana.is_empty()).then_some(kana)
}

/// 頭文字 of a reading: the kana and the letters by which somebody is looked for, タイ and TI for タカハシ イチロウ.
/// None without both readings.
pub fn initials(family_kana: &str, given_kana: &str) -> Option<[String; 2]> {
    let kana = [family_kana.chars().next()?, given_kana.chars().next()?];
    let letter = |kana: char| {
        let found = syllables().iter().find(|(_, said)| said.chars().eq([kana]));
        found.and_then(|(letters, _)| letters.chars().next())
    };
    Some([kana.iter().collect(), kana.into_iter().filter_map(letter).collect()])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_with_the_input_off_is_japanese() {
        for (typed, kana) in [
            ("takahashi", "タカハシ"),
            ("takahasi", "タカハシ"),
            ("HATTORI", "ハットリ"),
            ("kenichi", "ケニチ"),
            ("ken'ichi", "ケンイチ"),
            ("junko", "ジュンコ"),
            ("hamba", "ハンバ"),
            ("shimpei", "シンペイ"),
            ("otsuka", "オツカ"),
            ("kyouko", "キョウコ"),
            ("san", "サン"),
            ("tak", "タ"),
            ("kish", "キ"),
        ] {
            assert_eq!(kana_of_romaji(typed).as_deref(), Some(kana), "{typed}");
        }
        for other in ["", "x1", "smith", "tbl", "桜"] {
            assert_eq!(kana_of_romaji(other), None, "{other}");
        }
    }

    #[test]
    fn a_reading_has_initials() {
        assert_eq!(initials("タカハシ", "イチロウ"), Some(["タイ".into(), "ti".into()]));
        assert_eq!(initials("シオミ", "チエ"), Some(["シチ".into(), "sc".into()]));
        assert_eq!(initials("タカハシ", ""), None);
    }
}
