//! グラフ over a list of facts.

use paper::{Chart, ChartKind, Series};

use super::scope::Scope;
use super::words::Filler;
use crate::profile::{ChartSeries, Template};

/// Labels and values, one position per row.
pub fn set(label: &Template, series: &[ChartSeries], filler: Filler, positions: &[Scope]) -> Chart {
    let values = |value: &Template| positions.iter().map(|row| filler.cell(value, *row).value).collect();
    Chart {
        title: String::new(),
        kind: ChartKind::default(),
        labels: positions.iter().map(|row| filler.text(label, *row)).collect(),
        series: series.iter().map(|s| Series { name: s.name.clone(), values: values(&s.value) }).collect(),
        unit: String::new(),
        across: 1,
    }
}
