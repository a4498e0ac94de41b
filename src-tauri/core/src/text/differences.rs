//! What differs between two texts, letter by letter: for the underlines of 新旧対照表.

use std::ops::Range;

/// Two texts whose lengths multiply to more than this are not compared letter by letter.
const MOST_WORK: usize = 4_000_000;
/// Common letters between two changes that are fewer than this are part of the change: nobody reads single letters.
const LEAST_COMMON: usize = 2;

/// The stretches of a text that do not stand in the other, in letters from 0, in their order and apart from each other.
pub fn differences(text: &str, other: &str) -> Vec<Range<usize>> {
    let (text, other): (Vec<char>, Vec<char>) = (text.chars().collect(), other.chars().collect());
    let front = text.iter().zip(&other).take_while(|(a, b)| a == b).count();
    let rest = text.len().min(other.len()) - front;
    let back = text.iter().rev().zip(other.iter().rev()).take(rest).take_while(|(a, b)| a == b).count();
    let (middle, theirs) = (&text[front..text.len() - back], &other[front..other.len() - back]);
    if middle.is_empty() {
        return Vec::new();
    }
    if middle.len() * theirs.len() > MOST_WORK {
        return std::iter::once(front..front + middle.len()).collect();
    }
    let letters = changed(middle, theirs).into_iter().map(|at| at + front..at + front + 1);
    joined(joined(letters).into_iter().map(|one| from_its_beginning(&text, one)))
}

/// Changes that lie close together as one.
fn joined(changes: impl IntoIterator<Item = Range<usize>>) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for Range { start, end } in changes {
        match found.last_mut() {
            Some(last) if start < last.end + LEAST_COMMON => last.end = end,
            _ => found.push(start..end),
        }
    }
    found
}

/// A sentence that was added ends with its own stop and does not begin with that of the one before: which of the two equal
/// stops was added cannot be seen from the letters, so the reader's way of seeing it is taken.
fn from_its_beginning(text: &[char], Range { start, end }: Range<usize>) -> Range<usize> {
    let is_stop = matches!(text[start], '。' | '、' | '\n');
    if is_stop && text.get(end) == Some(&text[start]) { start + 1..end + 1 } else { start..end }
}

/// The letters of `text` that belong to no longest common sequence of both.
fn changed(text: &[char], other: &[char]) -> Vec<usize> {
    let width = other.len() + 1;
    // Length of the longest common sequence behind each pair of places.
    let mut common = vec![0_u32; (text.len() + 1) * width];
    for at in (0..text.len()).rev() {
        for to in (0..other.len()).rev() {
            common[at * width + to] = match text[at] == other[to] {
                true => common[(at + 1) * width + to + 1] + 1,
                false => common[(at + 1) * width + to].max(common[at * width + to + 1]),
            };
        }
    }
    let (mut at, mut to, mut changed) = (0, 0, Vec::new());
    while at < text.len() {
        if to < other.len() && text[at] == other[to] {
            (at, to) = (at + 1, to + 1);
        } else if to < other.len() && common[at * width + to + 1] >= common[(at + 1) * width + to] {
            to += 1;
        } else {
            changed.push(at);
            at += 1;
        }
    }
    changed
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(text: &str, other: &str) -> String {
        let letters: Vec<char> = text.chars().collect();
        let mut out = String::new();
        let mut from = 0;
        for Range { start, end } in differences(text, other) {
            out.extend(&letters[from..start]);
            out.push('[');
            out.extend(&letters[start..end]);
            out.push(']');
            from = end;
        }
        out.extend(&letters[from..]);
        out
    }

    #[test]
    fn what_was_changed_is_found_and_what_stayed_is_left_alone() {
        let (old, new) = ("役員の任期は、１年とする。", "役員の任期は、２年とする。ただし、再任を妨げない。");
        assert_eq!(marked(new, old), "役員の任期は、[２]年とする。[ただし、再任を妨げない。]");
        assert_eq!(marked(old, new), "役員の任期は、[１]年とする。");
        assert_eq!(marked("会計　１名", "会計　１名"), "会計　１名");
        assert_eq!((marked("新しい条", ""), marked("", "古い条")), ("[新しい条]".into(), String::new()));
    }

    #[test]
    fn single_letters_between_changes_are_not_picked_out() {
        assert_eq!(marked("副会長　若干名", "会計　２名"), "[副会長　若干]名");
    }

    #[test]
    fn rare_letters_are_one_and_a_book_is_not_compared_letter_by_letter() {
        assert_eq!(differences("𠮷田", "吉田"), vec![0..1]);
        let (long, other) = ("あ".repeat(10_000), "い".repeat(10_000));
        assert_eq!(differences(&long, &other), vec![0..10_000]);
    }

    #[test]
    fn whatever_is_left_without_the_underlines_stands_in_the_other() {
        let words = ["会", "長", "は", "一", "名", "と", "す", "る", "。"];
        let mut seed = 7_u32;
        let mut text = || -> String {
            (0..30)
                .map(|_| {
                    seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    words[(seed >> 16) as usize % words.len()]
                })
                .collect()
        };
        for _ in 0..200 {
            let (new, old) = (text(), text());
            let taken = differences(&new, &old);
            let kept = new.chars().enumerate().filter(|(at, _)| taken.iter().all(|one| !one.contains(at)));
            let mut rest = old.chars();
            assert!(kept.clone().all(|(_, letter)| rest.any(|other| other == letter)), "{new} {old} {taken:?}");
            assert!(taken.windows(2).all(|two| two[0].end + LEAST_COMMON <= two[1].start), "{taken:?}");
        }
    }
}
