//! 組織図: boxes are merged cells, the lines between them are rules of the cells that lie there.

use paper::{Align, Boxed, Branch, Role, Run, Tree, theme};

use super::grid::WIDTH;
use super::look::{Look, Rules, Sides};
use super::sheet::{Content, Sheet};
use crate::Error;

/// Boxes of a row beside each other, the room between two of them, and the margin at both sides of a row, where the rail
/// runs to the rows below.
const MOST: usize = 4;
const BESIDE: u32 = 300;
const RAIL: u32 = 300;

/// Where boxes stand on the line, and where beside it.
const MIDDLE: u32 = WIDTH / 2;
const TRUNK: (u32, u32) = (3_250, 6_750);
const ASIDE: (u32, u32) = (7_250, WIDTH);

/// Lines nearer than this are one.
pub(crate) const NARROWEST: u32 = 60;

/// Height of the line between two levels, in points.
const GAP: f64 = 18.0;

/// Lines of a box in one row of the sheet: Excel's rows end at 409 points.
const LINES: usize = 20;

/// Where the boxes of a row stand.
fn places(boxes: usize) -> Vec<(u32, u32)> {
    let across = Tree::across(boxes, MOST) as u32;
    let width = (WIDTH - 2 * RAIL - BESIDE * (across - 1)) / across;
    let width = width.min(TRUNK.1 - TRUNK.0);
    // Few boxes stand in the middle.
    let left = (WIDTH - width * across - BESIDE * (across - 1)) / 2;
    (0..across).map(|nth| left + nth * (width + BESIDE)).map(|left| (left, left + width)).collect()
}

fn middle((left, right): (u32, u32)) -> u32 {
    left.midpoint(right)
}

/// Every line that a tree's boxes begin, end or are met at.
pub(crate) fn lines(tree: &Tree) -> Vec<u32> {
    let mut lines = vec![0, MIDDLE, WIDTH];
    for level in &tree.levels {
        match level.branch {
            Branch::Trunk => lines.extend([TRUNK.0, TRUNK.1]),
            Branch::Aside => lines.extend([ASIDE.0, ASIDE.1]),
            Branch::Row => lines.extend(places(level.boxes.len()).into_iter().flat_map(|at| [at.0, middle(at), at.1])),
        }
        if level.branch == Branch::Row {
            lines.push(RAIL / 2);
        }
    }
    lines.sort_unstable();
    // No two so near that a column between them would be none.
    lines.dedup_by(|line, before| *line - *before < NARROWEST);
    lines
}

/// The lines as wanted and as the sheet has them.
struct Drawn<'s, 'd> {
    sheet: &'s mut Sheet<'d>,
    wanted: Vec<u32>,
    found: Vec<u32>,
    /// Where the line from above comes down; none before the first box.
    tip: Option<u32>,
}

impl Sheet<'_> {
    pub fn tree(&mut self, tree: &Tree, found: &[u32]) -> Result<(), Error> {
        let first = self.row;
        let mut drawn = Drawn { sheet: self, wanted: lines(tree), found: found.to_vec(), tip: None };
        let levels: Vec<_> = tree.levels.iter().filter(|level| !level.boxes.is_empty()).collect();
        for (nth, level) in levels.iter().enumerate() {
            let goes_on = nth + 1 < levels.len();
            match level.branch {
                Branch::Trunk => level.boxes.iter().try_for_each(|one| drawn.trunk(one))?,
                Branch::Aside => {
                    let last = level.boxes.len() - 1;
                    let mut boxes = level.boxes.iter().enumerate();
                    boxes.try_for_each(|(at, one)| drawn.aside(one, goes_on || at < last))?;
                }
                Branch::Row => drawn.rows(&level.boxes, goes_on)?,
            }
        }
        if self.row > first {
            self.keep_whole(first, self.row - 1);
        }
        Ok(())
    }
}

impl Drawn<'_, '_> {
    fn trunk(&mut self, one: &Boxed) -> Result<(), Error> {
        if let Some(tip) = self.tip {
            self.down(self.sheet.row, tip)?;
            self.sheet.end_row(GAP)?;
        }
        self.boxes(std::slice::from_ref(one), &[TRUNK], None)?;
        self.tip = Some(MIDDLE);
        Ok(())
    }

    /// The line goes by at the left of the box, and a line leads to it below its title.
    fn aside(&mut self, one: &Boxed, goes_on: bool) -> Result<(), Error> {
        self.down(self.sheet.row, MIDDLE)?;
        self.sheet.end_row(GAP)?;
        let title = self.sheet.row;
        self.boxes(std::slice::from_ref(one), &[ASIDE], None)?;
        let from = self.column(MIDDLE);
        for column in from..self.column(ASIDE.0) {
            self.rule((title, column), Sides { left: column == from, bottom: true, top: false })?;
        }
        for row in (title + 1..self.sheet.row).filter(|_| goes_on) {
            self.down(row, MIDDLE)?;
        }
        self.tip = Some(MIDDLE);
        Ok(())
    }

    fn rows(&mut self, boxes: &[Boxed], goes_on: bool) -> Result<(), Error> {
        let places = places(boxes.len());
        let rows = boxes.chunks(places.len()).count();
        let rail = RAIL / 2;
        for (nth, row) in boxes.chunks(places.len()).enumerate() {
            let more = nth + 1 < rows || goes_on;
            let tip = if nth == 0 { self.tip.unwrap_or(MIDDLE) } else { rail };
            if nth > 0 || self.tip.is_some() {
                self.down(self.sheet.row, tip)?;
                self.sheet.end_row(GAP / 2.0)?;
            }
            self.branches(&places[..row.len()], tip, more.then_some(rail))?;
            self.boxes(row, &places, more.then_some(rail))?;
        }
        self.tip = Some(rail);
        Ok(())
    }

    /// The line across, and from it one down to each box; the rail goes on at the left.
    fn branches(&mut self, places: &[(u32, u32)], tip: u32, rail: Option<u32>) -> Result<(), Error> {
        let down: Vec<u16> = places.iter().map(|at| middle(*at)).chain(rail).map(|line| self.column(line)).collect();
        let tip = self.column(tip);
        let ends = || down.iter().copied().chain([tip]);
        let (from, to) = (ends().min().unwrap_or(tip), ends().max().unwrap_or(tip));
        for column in from..=to {
            let sides = Sides { top: column < to, left: down.contains(&column), bottom: false };
            self.rule((self.sheet.row, column), sides)?;
        }
        self.sheet.end_row(GAP / 2.0)
    }

    /// Boxes beside each other, as tall as the tallest.
    fn boxes(&mut self, boxes: &[Boxed], places: &[(u32, u32)], rail: Option<u32>) -> Result<(), Error> {
        let first = self.sheet.row;
        let head = theme::row_look(Role::Head);
        let plain = Look { size: theme::TABLE, align: Align::Center, rules: Rules::Thin, ..self.sheet.plain() };
        let title =
            Look { shade: head.shade, rules: Rules::Thin, align: Align::Center, ..self.sheet.bold(theme::TABLE) };
        let titles: Vec<String> = boxes.iter().map(|one| words(&one.title)).collect();
        self.row(&titles, places, title)?;
        let count = boxes.iter().map(|one| one.lines.len().div_ceil(LINES)).max().unwrap_or(0);
        for part in 0..count {
            let lines = |one: &Boxed| -> Vec<String> {
                one.lines.iter().skip(part * LINES).take(LINES).map(|line| words(line)).collect()
            };
            let told: Vec<String> = boxes.iter().map(|one| lines(one).join("\n")).collect();
            self.row(&told, places, plain)?;
        }
        for row in (first..self.sheet.row).filter(|_| rail.is_some()) {
            self.down(row, RAIL / 2)?;
        }
        Ok(())
    }

    fn row(&mut self, told: &[String], places: &[(u32, u32)], look: Look) -> Result<(), Error> {
        let mut tallest: f64 = 0.0;
        for (words, (left, right)) in told.iter().zip(places) {
            let (left, right) = (self.line(*left), self.line(*right));
            self.sheet.put(self.sheet.across(left, right), &Content::Text(words), look)?;
            tallest = tallest.max(self.sheet.height_of(words, look, right - left));
        }
        self.sheet.end_row(tallest.min(409.0))
    }

    /// A line down, at the left of a cell.
    fn down(&mut self, row: u32, at: u32) -> Result<(), Error> {
        let column = self.column(at);
        self.rule((row, column), Sides { left: true, ..Sides::default() })
    }

    fn rule(&mut self, (row, column): (u32, u16), sides: Sides) -> Result<(), Error> {
        let look = Look { rules: Rules::Sides(sides), ..self.sheet.plain() };
        if sides == Sides::default() { Ok(()) } else { self.sheet.blank(row, column, look) }
    }

    fn column(&self, wanted: u32) -> u16 {
        self.sheet.grid.column(self.line(wanted))
    }

    /// The line of the sheet for a wanted one.
    fn line(&self, wanted: u32) -> u32 {
        let near = self.wanted.iter().zip(&self.found).min_by_key(|(line, _)| line.abs_diff(wanted));
        near.map_or(WIDTH, |(_, found)| *found)
    }
}

fn words(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn boxes_of_a_row_stand_within_the_sheet_and_apart() {
        for boxes in 1..30 {
            let places = places(boxes);
            assert!(places.len() <= MOST && places[0].0 >= RAIL && places[places.len() - 1].1 <= WIDTH - RAIL);
            assert!(places.windows(2).all(|pair| pair[0].1 + BESIDE == pair[1].0), "{places:?}");
        }
        let straight = |boxes: usize, nth: usize| middle(places(boxes)[nth]).abs_diff(MIDDLE) < NARROWEST;
        assert!(straight(1, 0) && straight(6, 1), "a box in the middle hangs straight under the line");
    }
}
