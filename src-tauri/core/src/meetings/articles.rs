//! 新旧対照表: two texts of 規約 side by side, article by article.

/// One article in both texts; empty where one of them has none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// 改正前
    pub old: String,
    /// 改正後
    pub new: String,
}

/// An article or what stands between articles: a chapter's title, 附則.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Part<'a> {
    /// 第3条, 第3条の2, 附則; what stands before the first article has none.
    name: String,
    lines: Vec<&'a str>,
}

/// The articles that differ, in the order of the new text; what the new text has no more stands where it stood. A text
/// without articles is one part.
pub fn compared(old: &str, new: &str) -> Vec<Pair> {
    let (old, new) = (parts(old), parts(new));
    let partners = partners(&old, &new);
    let mut pairs = Vec::new();
    let mut told = 0;
    for (part, partner) in new.iter().zip(&partners) {
        if let Some(at) = *partner {
            let gone = (told..at).filter(|nth| !partners.contains(&Some(*nth)));
            pairs.extend(gone.map(|nth| pair(Some(&old[nth]), None)));
            told = told.max(at + 1);
        }
        pairs.push(pair(partner.map(|at| &old[at]), Some(part)));
    }
    let gone = (told..old.len()).filter(|nth| !partners.contains(&Some(*nth)));
    pairs.extend(gone.map(|nth| pair(Some(&old[nth]), None)));
    pairs.retain(|pair| folded(&pair.old) != folded(&pair.new));
    pairs
}

/// A text article by article, as a paper has it; what stands between articles line by line.
pub fn articles(text: &str) -> Vec<String> {
    let lines = |part: Part| {
        let all: Vec<&str> = part.lines.into_iter().filter(|line| !line.trim().is_empty()).collect();
        if part.name.is_empty() { all.into_iter().map(str::to_owned).collect() } else { vec![all.join("\n")] }
    };
    parts(text).into_iter().flat_map(lines).collect()
}

/// The part of the old text that each part of the new one was, in the same order in both: an article put in between moves the
/// numbers of all that follow, so what they say tells them apart, and the number only where they say something else.
fn partners(old: &[Part], new: &[Part]) -> Vec<Option<usize>> {
    let pairs = |parts: &[Part]| parts.iter().map(letter_pairs).collect::<Vec<_>>();
    let (old_pairs, new_pairs) = (pairs(old), pairs(new));
    let score = |o: usize, n: usize| {
        let (alike, same_name) = (alike(&old_pairs[o], &new_pairs[n]), old[o].name == new[n].name);
        (same_name || alike >= ALIKE).then_some(alike + if same_name { ALIKE / 2 } else { 0 })
    };
    let mut best = vec![vec![0; new.len() + 1]; old.len() + 1];
    for o in (0..old.len()).rev() {
        for n in (0..new.len()).rev() {
            let together = score(o, n).map_or(0, |score| score + best[o + 1][n + 1]);
            best[o][n] = together.max(best[o + 1][n]).max(best[o][n + 1]);
        }
    }
    let mut partners = vec![None; new.len()];
    let (mut o, mut n) = (0, 0);
    while o < old.len() && n < new.len() {
        if score(o, n).is_some_and(|score| best[o][n] == score + best[o + 1][n + 1]) {
            partners[n] = Some(o);
            (o, n) = (o + 1, n + 1);
        } else if best[o][n] == best[o + 1][n] {
            o += 1;
        } else {
            n += 1;
        }
    }
    partners
}

/// Of a thousand: two articles this much alike are one article that was changed.
const ALIKE: usize = 500;

/// Every two letters that stand side by side, sorted.
fn letter_pairs(part: &Part) -> Vec<(char, char)> {
    let letters: Vec<char> = folded(&part.lines.concat()).chars().collect();
    let mut pairs: Vec<_> = letters.windows(2).map(|two| (two[0], two[1])).collect();
    pairs.sort_unstable();
    pairs
}

/// How much of two texts is the same, of a thousand (Dice's coefficient of their pairs of letters).
fn alike(old: &[(char, char)], new: &[(char, char)]) -> usize {
    let (mut o, mut n, mut shared) = (0, 0, 0);
    while let (Some(before), Some(after)) = (old.get(o), new.get(n)) {
        shared += usize::from(before == after);
        (o, n) = (o + usize::from(before <= after), n + usize::from(after <= before));
    }
    2000 * shared / (old.len() + new.len()).max(1)
}

fn pair(old: Option<&Part>, new: Option<&Part>) -> Pair {
    let text = |part: Option<&Part>| part.map_or(String::new(), |part| part.lines.join("\n").trim().to_owned());
    Pair { old: text(old), new: text(new) }
}

/// Blanks and the width of figures are no change of the rules.
fn folded(text: &str) -> String {
    crate::text::half_width(text).chars().filter(|c| !c.is_whitespace()).collect()
}

/// A text cut where an article begins. A caption in brackets on a line of its own belongs to the article below it.
fn parts(text: &str) -> Vec<Part<'_>> {
    let mut parts: Vec<Part> = Vec::new();
    let mut caption: Option<&str> = None;
    for line in text.lines().map(str::trim_end) {
        if let Some(name) = name_of(line) {
            parts.push(Part { name, lines: caption.take().into_iter().chain([line]).collect() });
        } else if !(line.is_empty() && caption.is_some()) {
            caption.take().into_iter().for_each(|held| add(&mut parts, held));
            if is_caption(line) { caption = Some(line) } else { add(&mut parts, line) }
        }
    }
    caption.into_iter().for_each(|line| add(&mut parts, line));
    parts.retain(|part| part.lines.iter().any(|line| !line.trim().is_empty()));
    parts
}

fn add<'a>(parts: &mut Vec<Part<'a>>, line: &'a str) {
    match parts.last_mut() {
        Some(part) => part.lines.push(line),
        None => parts.push(Part { name: String::new(), lines: vec![line] }),
    }
}

/// （名称）, above the article that it names.
fn is_caption(line: &str) -> bool {
    let line = line.trim();
    line.starts_with(['（', '(']) && line.ends_with(['）', ')'])
}

/// 第3条, 第３条の２, 第十条, 附則, 第2章 at the head of a line, in one spelling. «第3条の規定により» begins no article.
fn name_of(line: &str) -> Option<String> {
    let line = crate::text::half_width(line.trim_start());
    let letters: String = line.chars().filter(|c| !c.is_whitespace()).collect();
    if letters == "附則" || letters.starts_with("附則(") || letters.starts_with("附則第") {
        return Some("附則".to_owned());
    }
    let (number, rest) = numbered(line.strip_prefix('第')?)?;
    let rest = rest.trim_start();
    let unit = rest.chars().next().filter(|c| ['条', '章', '節'].contains(c))?;
    let rest = &rest[unit.len_utf8()..];
    let branch = rest.strip_prefix('の').and_then(numbered);
    let (branch, rest) = branch.map_or((String::new(), rest), |(number, rest)| (format!("の{number}"), rest));
    let is_head = rest.is_empty() || rest.starts_with(char::is_whitespace) || rest.starts_with('(');
    is_head.then(|| format!("第{number}{unit}{branch}"))
}

/// The number at the head of a text, and what follows it.
fn numbered(text: &str) -> Option<(i64, &str)> {
    let text = text.trim_start();
    let end = text.find(|c| !is_number(c)).unwrap_or(text.len());
    Some((number_of(&text[..end])?, &text[end..]))
}

fn is_number(c: char) -> bool {
    c.is_ascii_digit() || "〇一二三四五六七八九十百".contains(c)
}

fn number_of(text: &str) -> Option<i64> {
    if text.is_empty() || !text.chars().all(is_number) {
        return None;
    }
    text.parse().ok().or_else(|| crate::text::number_of_kanji(text).map(i64::from))
}

#[cfg(test)]
mod tests {
    use super::*;

    const OLD: &str = "見本会　規約\n\n（名称）\n第1条　この会は、見本会という。\n（役員）\n第２条　役員は、次のとおりとする。\n(1) 会長　1名\n(2) 会計　1名\n第3条　役員の任期は、1年とする。\n第4条　会費は、月200円とする。\n附則\nこの規約は、平成20年4月1日から施行する。";

    fn told(old: &str, new: &str) -> Vec<(String, String)> {
        compared(old, new).into_iter().map(|pair| (pair.old, pair.new)).collect()
    }

    #[test]
    fn only_the_articles_that_change_stand_beside_each_other() {
        let new = OLD.replace("1年とする", "2年とする").replace("(2) 会計　1名", "(2) 会計　2名");
        let pairs = told(OLD, &new);
        assert_eq!(pairs.len(), 2);
        assert_eq!(pairs[0].0, "（役員）\n第２条　役員は、次のとおりとする。\n(1) 会長　1名\n(2) 会計　1名");
        assert_eq!(pairs[1], ("第3条　役員の任期は、1年とする。".into(), "第3条　役員の任期は、2年とする。".into()));
        assert_eq!(told(OLD, OLD), []);
        let other_figures = OLD.replace("第1条　", "第１条 ").replace("第3条", "第三条");
        assert_eq!(
            told(OLD, &other_figures),
            [("第3条　役員の任期は、1年とする。".into(), "第三条　役員の任期は、1年とする。".into())]
        );
    }

    #[test]
    fn what_is_new_and_what_is_gone_stands_in_its_place() {
        let new = OLD
            .replace("第4条　会費は、月200円とする。\n", "")
            .replace("第3条　", "第2条の2　役員は、総会で選ぶ。\n第3条　");
        assert_eq!(
            told(OLD, &new),
            [
                (String::new(), "第2条の2　役員は、総会で選ぶ。".into()),
                ("第4条　会費は、月200円とする。".into(), String::new())
            ]
        );
        let again = format!("{OLD}\n附則\nこの規約は、令和8年4月1日から施行する。");
        assert_eq!(told(OLD, &again), [(String::new(), "附則\nこの規約は、令和8年4月1日から施行する。".into())]);
        assert_eq!(told("", OLD).len(), 6, "a first text is new from its title on");
    }

    #[test]
    fn an_article_put_in_between_stands_alone_and_those_below_keep_their_own() {
        let new = OLD
            .replace("第4条　", "第5条　")
            .replace("第3条　", "第4条　")
            .replace("（役員）\n第２条　", "（事務所）\n第２条　事務所は、公民館に置く。\n（役員）\n第３条　");
        let pair = |old: &str, new: &str| (old.to_owned(), new.to_owned());
        assert_eq!(
            told(OLD, &new),
            [
                pair("", "（事務所）\n第２条　事務所は、公民館に置く。"),
                pair(
                    "（役員）\n第２条　役員は、次のとおりとする。\n(1) 会長　1名\n(2) 会計　1名",
                    "（役員）\n第３条　役員は、次のとおりとする。\n(1) 会長　1名\n(2) 会計　1名"
                ),
                pair("第3条　役員の任期は、1年とする。", "第4条　役員の任期は、1年とする。"),
                pair("第4条　会費は、月200円とする。", "第5条　会費は、月200円とする。"),
            ]
        );
        let back: Vec<_> = told(OLD, &new).into_iter().map(|(old, new)| (new, old)).collect();
        assert_eq!(told(&new, OLD), back, "an article taken out is the same the other way round");
    }

    #[test]
    fn an_article_that_says_something_else_stands_beside_the_one_of_its_number() {
        let new = OLD.replace("会費は、月200円とする。", "寄附を受けることができる。");
        assert_eq!(
            told(OLD, &new),
            [("第4条　会費は、月200円とする。".into(), "第4条　寄附を受けることができる。".into())]
        );
    }

    #[test]
    fn a_text_without_articles_is_compared_as_one() {
        assert_eq!(told("会費は200円", "会費は300円"), [("会費は200円".into(), "会費は300円".into())]);
        assert_eq!(told("", ""), []);
    }

    #[test]
    fn articles_are_known_however_they_are_written() {
        let names = [
            "第１条　名称",
            "　第 3 条の２",
            "第十二条",
            "第2章　総会",
            "附　則",
            "1　会長",
            "第三者に",
            "第3条の規定により",
        ]
        .map(name_of);
        let expected = [Some("第1条"), Some("第3条の2"), Some("第12条"), Some("第2章"), Some("附則"), None, None, None];
        assert_eq!(names, expected.map(|name| name.map(str::to_owned)));
    }
}
