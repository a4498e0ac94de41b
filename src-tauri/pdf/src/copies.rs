//! Papers of which each of many gets one: where one of them takes more than a page, each has an even number of pages.

use crate::paginate::Spot;

/// A paper for one of many.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Copy {
    /// The slab that it begins with.
    pub slab: usize,
    /// At the head of its further pages.
    pub mark: String,
}

/// How many pages there are, and which of them go on with which copy.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Run {
    pub pages: usize,
    pub marks: Vec<(usize, usize)>,
}

/// Moves what stands on pages so that no copy begins on the back of another.
pub(crate) fn part(copies: &[Copy], spots: &mut [Spot]) -> Run {
    let count = spots.last().map_or(1, |spot| spot.page + 1);
    let begun: Vec<usize> = copies.iter().filter_map(|copy| spots.get(copy.slab)).map(|spot| spot.page).collect();
    let ends = begun.iter().skip(1).copied().chain([count]);
    let spans: Vec<(usize, usize)> = begun.iter().copied().zip(ends).collect();
    if spans.iter().all(|(from, to)| to - from <= 1) {
        return Run { pages: count, marks: Vec::new() };
    }
    let mut run = Run { pages: begun[0].next_multiple_of(2), marks: Vec::new() };
    let mut moved: Vec<usize> = (0..count).collect();
    for (copy, (from, to)) in spans.into_iter().enumerate() {
        let begins = run.pages;
        moved[from..to].iter_mut().zip(begins..).for_each(|(page, to)| *page = to);
        run.marks.extend((begins + 1..begins + to - from).map(|page| (page, copy)));
        run.pages += (to - from).next_multiple_of(2);
    }
    spots.iter_mut().for_each(|spot| spot.page = moved[spot.page]);
    run
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What becomes of copies of so many pages each: where each begins, and the run.
    fn parted(lengths: &[usize]) -> (Vec<usize>, Run) {
        let spot = |page| Spot { page, top: 0.0, repeats: false };
        let all: usize = lengths.iter().sum();
        let mut spots: Vec<Spot> = (0..all).map(spot).collect();
        let mut slab = 0;
        let copy = |length: &usize| {
            slab += length;
            Copy { slab: slab - length, mark: String::new() }
        };
        let copies: Vec<Copy> = lengths.iter().map(copy).collect();
        let run = part(&copies, &mut spots);
        (copies.iter().map(|copy| spots[copy.slab].page).collect(), run)
    }

    #[test]
    fn copies_of_a_page_each_stand_one_after_the_other() {
        assert_eq!(parted(&[1, 1, 1]), (vec![0, 1, 2], Run { pages: 3, marks: vec![] }));
        assert_eq!(parted(&[]).1.marks, []);
    }

    #[test]
    fn no_copy_begins_on_the_back_of_another() {
        let (begin, run) = parted(&[2, 1, 3]);
        assert_eq!((begin, run), (vec![0, 2, 4], Run { pages: 8, marks: vec![(1, 0), (5, 2), (6, 2)] }));
    }
}
