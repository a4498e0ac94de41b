//! 款項目節 as a tree: headings above the lines that stand under them.

use super::AccountItem;

/// A row of the tree: a heading over some lines, or one line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Branch<'a, T> {
    /// 0 for the outermost level.
    pub depth: usize,
    /// How many of the levels lead here: 1 for a 款.
    pub level: usize,
    /// The name of this level.
    pub name: &'a str,
    /// What stands under it; a line stands under itself.
    pub lines: &'a [T],
    /// True for a heading.
    pub is_heading: bool,
}

/// The tree over lines that stand together by their levels. A heading over one line of the same name is left out.
pub fn tree<T: AsRef<AccountItem>>(lines: &[T]) -> Vec<Branch<'_, T>> {
    let mut tree = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let levels: Vec<&str> = line.as_ref().levels().collect();
        let before: Vec<&str> = at.checked_sub(1).map_or(vec![], |before| lines[before].as_ref().levels().collect());
        let mut depth = 0;
        for deep in 1..levels.len() {
            if before.len() > deep && before[..deep] == levels[..deep] {
                depth += 1;
                continue;
            }
            let under = &lines[at..at + under(&lines[at..], &levels[..deep])];
            if !is_repeated(under, &levels[..deep]) {
                tree.push(Branch { depth, level: deep, name: levels[deep - 1], lines: under, is_heading: true });
                depth += 1;
            }
        }
        let (level, name) = (levels.len(), line.as_ref().label());
        tree.push(Branch { depth, level, name, lines: &lines[at..=at], is_heading: false });
    }
    tree
}

/// How many of the first lines stand under these levels.
fn under<T: AsRef<AccountItem>>(lines: &[T], path: &[&str]) -> usize {
    let is_under = |line: &&T| {
        let levels: Vec<&str> = line.as_ref().levels().collect();
        levels.len() > path.len() && levels[..path.len()] == *path
    };
    lines.iter().take_while(is_under).count()
}

/// True for a heading that would only say the name of its one line again.
fn is_repeated<T: AsRef<AccountItem>>(under: &[T], path: &[&str]) -> bool {
    let is_it = |only: &AccountItem| path.last() == Some(&only.label()) && only.levels().count() == path.len() + 1;
    matches!(under, [only] if is_it(only.as_ref()))
}

/// The lines of one 款, and in it of one 項 and one 目, brought together, each group where its first line stands.
pub(super) fn together<T: AsRef<AccountItem>>(lines: Vec<T>) -> Vec<T> {
    let path = |line: &T| line.as_ref().names().map(str::to_owned);
    let paths: Vec<[String; 4]> = lines.iter().map(path).collect();
    let first = |at: usize, deep: usize| paths.iter().position(|one| one[..deep] == paths[at][..deep]);
    let mut keyed: Vec<_> = lines
        .into_iter()
        .enumerate()
        .map(|(at, line)| ((first(at, 1), first(at, 2), first(at, 3), at), line))
        .collect();
    keyed.sort_by_key(|(key, _)| *key);
    keyed.into_iter().map(|(_, line)| line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::accounts::{SettledLine, Side};
    use crate::money::Yen;

    fn line(levels: [&str; 4]) -> SettledLine {
        let [kan, kou, moku, setsu] = levels.map(str::to_owned);
        let item = AccountItem { moku, setsu, ..AccountItem::new(Side::Expense, &kan, &kou) };
        let none = Yen(0);
        let (initial_yen, revised_yen, moved_yen, settled_yen) = (Yen(1), none, none, none);
        SettledLine { item, initial_yen, revised_yen, moved_yen, previous_yen: None, settled_yen, note: String::new() }
    }

    fn shown(lines: &[SettledLine]) -> Vec<(usize, String, usize)> {
        tree(lines).iter().map(|branch| (branch.depth, branch.name.to_owned(), branch.lines.len())).collect()
    }

    #[test]
    fn headings_stand_above_what_is_under_them_to_the_depth_used() {
        let lines = together(vec![
            line(["事業費", "防災", "訓練", "消耗品"]),
            line(["予備費", "予備費", "", ""]),
            line(["事業費", "まつり", "", ""]),
            line(["事業費", "防災", "訓練", "印刷"]),
            line(["会費", "", "", ""]),
        ]);
        let own = |depth, name: &str, lines| (depth, name.to_owned(), lines);
        let expected = [
            own(0, "事業費", 3),
            own(1, "防災", 2),
            own(2, "訓練", 2),
            own(3, "消耗品", 1),
            own(3, "印刷", 1),
            own(1, "まつり", 1),
            own(0, "予備費", 1),
            own(0, "会費", 1),
        ];
        assert_eq!(shown(&lines), expected);
    }
}
