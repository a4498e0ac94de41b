//! Blocks that are not tables.

use paper::{Align, Block, LabelLine, Run, Signer, theme};

use super::grid::WIDTH;
use super::look::{Height, Look, Rules};
use super::page::PT;
use super::sheet::{Content, Sheet};
use crate::Error;

/// Height of a line with room for a seal, in points.
const SEAL: f64 = 30.0;

/// The tallest row that Excel takes.
const TALLEST: f64 = 409.0;

impl Sheet<'_> {
    /// Writes a block between its lines.
    pub fn block(&mut self, block: &Block, lines: &[u32]) -> Result<(), Error> {
        match block {
            Block::Heading { level, runs } => self.heading(*level, runs),
            Block::Paragraph { runs, align } => self.paragraph(runs, *align),
            Block::Lines { lines: labelled, .. } => labelled.iter().try_for_each(|line| self.label_line(line, lines)),
            Block::Table(table) => self.table(table, lines),
            Block::Chart(chart) => self.chart(chart, lines),
            Block::Signature(signers) => signers.iter().try_for_each(|signer| self.signer(signer, lines)),
            Block::Space(millimetres) => self.end_row((f64::from(*millimetres) * PT).min(TALLEST)),
            Block::PageBreak => {
                self.break_page();
                Ok(())
            }
        }
    }

    fn heading(&mut self, level: u8, runs: &[Run]) -> Result<(), Error> {
        let size = theme::HEADING[usize::from(level.clamp(1, 3)) - 1];
        let align = if level <= 1 { Align::Center } else { Align::Left };
        let height = if level <= 1 { Height::Middle } else { Height::Bottom };
        let look = Look { align, height, ..self.bold(size) };
        // A title stands by itself; room above a heading makes it belong to what follows.
        self.whole_row(&words(runs), look, f64::from(size) / if level <= 1 { 5.0 } else { 10.0 })
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

    fn label_line(&mut self, line: &LabelLine, lines: &[u32]) -> Result<(), Error> {
        let value = words(&line.runs);
        let height = self.label(&line.label, &value, lines, self.plain())?;
        self.end_row(height.min(TALLEST))
    }

    fn signer(&mut self, signer: &Signer, lines: &[u32]) -> Result<(), Error> {
        let seal = if signer.seal { "　㊞" } else { "" };
        let name = format!("{}{seal}", signer.name.text);
        let look = Look { height: Height::Bottom, rules: Rules::Below, ..self.plain() };
        let height = self.label(&signer.office, &name, lines, look)?;
        self.end_row(height.max(SEAL))
    }

    /// A label set to even width and what belongs to it; the lines end with label start, value start and right edge.
    fn label(&mut self, label: &str, value: &str, lines: &[u32], look: Look) -> Result<f64, Error> {
        let [.., start, middle, end] = *lines else { return Ok(0.0) };
        let even = Look { align: Align::Even, rules: Rules::None, ..look };
        self.put(self.across(start, middle), &Content::Text(label), even)?;
        self.put(self.across(middle, end), &Content::Text(value), Look { align: Align::Left, indent: 1, ..look })?;
        // The indent is a letter wide.
        Ok(self.height_of(&format!("　{value}"), look, end - middle))
    }
}

fn words(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}
