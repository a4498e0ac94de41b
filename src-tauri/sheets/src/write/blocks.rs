//! Blocks that are not tables.

use paper::{Align, Block, LabelLine, Photo, Run, Signer, theme};

use super::grid::WIDTH;
use super::look::{Height, Look};
use super::measure;
use super::page::PT;
use super::picture::ROW;
use super::sheet::{Content, Sheet};
use crate::Error;

/// Height of a line with room for a seal, in points.
const SEAL: f64 = 30.0;

/// Rows above names that belong to them: the sentence, the day, the room between.
const SIGNED: usize = 3;

/// Labels are spread over no more than this many times their own width.
const SPREAD: f64 = 1.6;

/// The tallest row that Excel takes.
const TALLEST: f64 = 409.0;

impl Sheet<'_> {
    /// Writes a block between its lines.
    pub fn block(&mut self, block: &Block, lines: &[u32]) -> Result<(), Error> {
        match block {
            Block::Heading { level, runs } => self.heading(*level, runs),
            Block::Paragraph { runs, align } => self.paragraph(runs, *align),
            Block::Lines { lines: labelled, .. } => self.label_lines(labelled, lines),
            Block::Table(table) => self.table(table, lines),
            Block::Chart(chart) => self.chart(chart, lines),
            Block::Tree(tree) => self.tree(tree, lines),
            Block::Signature(signers) => self.signature(signers, lines),
            Block::Photos(photos) => photos.chunks(2).try_for_each(|pair| self.photos(pair, lines)),
            Block::Figure(photo) => self.photos(std::slice::from_ref(photo), lines),
            Block::Qr(words) => self.paragraph(&[Run::form(words.as_str())], Align::Left),
            Block::Space(millimetres) => self.end_row((f64::from(*millimetres) * PT).min(TALLEST)),
            Block::PageBreak | Block::Copy(_) => {
                self.break_page();
                Ok(())
            }
        }
    }

    /// Two photographs beside each other, their words below them.
    fn photos(&mut self, pair: &[Photo], lines: &[u32]) -> Result<(), Error> {
        let places = || pair.iter().zip(lines.windows(2));
        for (photo, place) in places() {
            if let Some(picture) = &photo.picture {
                self.picture(self.across(place[0], place[1]), picture)?;
            }
        }
        self.end_row(ROW)?;
        let look = Look { align: Align::Center, height: Height::Top, ..self.plain() };
        let mut tallest: f64 = 0.0;
        for (photo, place) in places() {
            let caption = words(&photo.caption);
            self.put(self.across(place[0], place[1]), &Content::Text(&caption), look)?;
            tallest = tallest.max(self.height_of(&caption, look, place[1] - place[0]));
        }
        self.end_row(tallest.min(TALLEST))
    }

    fn heading(&mut self, level: u8, runs: &[Run]) -> Result<(), Error> {
        let size = theme::HEADING[usize::from(level.min(3))];
        let align = if level <= 1 { Align::Center } else { Align::Left };
        let height = if level <= 1 { Height::Middle } else { Height::Bottom };
        let look = Look { align, height, ..self.bold(size) };
        // A title stands by itself; room above a heading makes it belong to what follows.
        self.whole_row(&words(runs), look, f64::from(size) / if level <= 1 { 5.0 } else { 10.0 })?;
        self.keep(1);
        Ok(())
    }

    fn paragraph(&mut self, runs: &[Run], align: Align) -> Result<(), Error> {
        let look = Look { align, height: Height::Top, ..self.plain() };
        self.whole_row(&words(runs), look, 0.0)
    }

    fn whole_row(&mut self, words: &str, look: Look, above: f64) -> Result<(), Error> {
        self.put(self.across(0, WIDTH), &Content::Text(words), look)?;
        let height = self.height_of(words, look, WIDTH) + above;
        self.end_row(height.min(TALLEST))
    }

    fn label_lines(&mut self, labelled: &[LabelLine], lines: &[u32]) -> Result<(), Error> {
        let setting = self.setting(labelled.iter().map(|line| line.label.as_str()), lines);
        for line in labelled {
            let height = self.label((&line.label, setting), &words(&line.runs), lines)?;
            self.end_row(height.min(TALLEST))?;
        }
        Ok(())
    }

    fn signature(&mut self, signers: &[Signer], lines: &[u32]) -> Result<(), Error> {
        let setting = self.setting(signers.iter().map(|signer| signer.office.as_str()), lines);
        // What they sign, and the day, stand on the page of their names.
        self.keep(SIGNED);
        let first = self.row;
        for signer in signers {
            let seal = if signer.seal { "　㊞" } else { "" };
            let height = self.label((&signer.office, setting), &format!("{}{seal}", signer.name.text), lines)?;
            self.end_row(height.max(SEAL))?;
        }
        if self.row > first {
            self.keep_whole(first, self.row - 1);
        }
        Ok(())
    }

    /// Labels are spread to one width, where their column is not much wider than they are; beside a wide one they stand close to
    /// what they name. Numbered ones («１　交付決定額») stand as they are typed.
    fn setting<'l>(&self, labels: impl Iterator<Item = &'l str>, lines: &[u32]) -> Align {
        let labels: Vec<&str> = labels.collect();
        let [.., start, middle, _] = *lines else { return Align::Left };
        let longest = labels.iter().map(|label| paper::text::width(label)).max().unwrap_or(0);
        match labels.iter().any(|label| label.contains(char::is_whitespace)) {
            true => Align::Left,
            false if self.pixels(middle - start) > measure::pixels(longest, theme::BODY) * SPREAD => Align::Right,
            false => Align::Even,
        }
    }

    /// A label and what belongs to it; the lines end with label start, value start and right edge.
    fn label(&mut self, (label, align): (&str, Align), value: &str, lines: &[u32]) -> Result<f64, Error> {
        let [.., start, middle, end] = *lines else { return Ok(0.0) };
        let look = self.plain();
        self.put(self.across(start, middle), &Content::Text(label), Look { align, ..look })?;
        self.put(self.across(middle, end), &Content::Text(value), Look { align: Align::Left, indent: 1, ..look })?;
        // The indent is a letter wide.
        Ok(self.height_of(&format!("　{value}"), look, end - middle))
    }
}

fn words(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}
