//! A chart of the workbook's own kind; its numbers stand in a table above it.

use paper::{Chart, ChartKind, text};
use rust_xlsxwriter::{
    Chart as Drawing, ChartDataLabel, ChartDataLabelPosition, ChartEmptyCells, ChartFont, ChartLegendPosition,
    ChartType,
};

use super::grid::WIDTH;
use super::look::GOTHIC;
use super::sheet::Sheet;
use crate::Error;

/// Height of a chart in points.
const HEIGHT: f64 = 190.0;

impl Sheet<'_> {
    pub fn chart(&mut self, chart: &Chart, lines: &[u32]) -> Result<(), Error> {
        if chart.labels.is_empty() || chart.series.is_empty() {
            return Ok(());
        }
        let head = self.row;
        self.table(&text::chart_table(chart), lines)?;
        let drawing = self.drawing(chart, lines, head);
        self.sheet.insert_chart(self.row, 0, &drawing)?;
        self.end_row(HEIGHT)?;
        self.keep_whole(head, self.row - 1);
        Ok(())
    }

    fn drawing(&self, chart: &Chart, lines: &[u32], head: u32) -> Drawing {
        let mut drawing = Drawing::new(match chart.kind {
            ChartKind::Line => ChartType::Line,
            ChartKind::Bar => ChartType::Column,
        });
        let column = |n: usize| self.grid.column(lines[n.min(lines.len() - 2)]);
        let (first, last) = (head + 1, head + chart.labels.len() as u32);
        for number in 1..=chart.series.len() {
            drawing
                .add_series()
                .set_name((self.name.as_str(), head, column(number)))
                .set_categories((self.name.as_str(), first, column(0), last, column(0)))
                .set_values((self.name.as_str(), first, column(number), last, column(number)))
                .set_data_label(&labels(chart.kind));
        }
        self.dress(&mut drawing, chart);
        drawing
    }

    fn dress(&self, drawing: &mut Drawing, chart: &Chart) {
        let unit = if chart.unit.is_empty() { String::new() } else { format!("（{}）", chart.unit) };
        drawing.title().set_name(&format!("{}{unit}", chart.title)).set_font(font(11.0).set_bold());
        drawing.x_axis().set_font(&font(9.0));
        drawing.y_axis().set_font(&font(9.0));
        drawing.legend().set_font(&font(9.0)).set_position(ChartLegendPosition::Bottom);
        if chart.series.len() == 1 {
            drawing.legend().set_hidden();
        }
        drawing.show_empty_cells_as(ChartEmptyCells::Gaps);
        drawing.set_width(self.pixels(WIDTH) as u32).set_height((HEIGHT * 96.0 / 72.0) as u32 - 8);
    }
}

fn labels(kind: ChartKind) -> ChartDataLabel {
    let position = match kind {
        ChartKind::Line => ChartDataLabelPosition::Above,
        ChartKind::Bar => ChartDataLabelPosition::OutsideEnd,
    };
    ChartDataLabel::new().show_value().set_position(position).set_font(&font(9.0)).clone()
}

fn font(size: f64) -> ChartFont {
    ChartFont::new().set_name(GOTHIC).set_size(size).clone()
}
