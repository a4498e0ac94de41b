//! Values to heights.

use paper::{Chart, ChartKind, Value};

/// Height of a value below a hanging bar.
const FOOT: f32 = 14.0;

/// The range of a chart's values on the page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Scale {
    low: f32,
    high: f32,
    top: f32,
    /// The lower edge of the plot; names stand below it.
    pub bottom: f32,
    /// Height above that edge kept free for the values below hanging bars.
    foot: f32,
    /// Where the axis is drawn: at zero if the plot holds zero.
    pub axis: f32,
}

impl Scale {
    /// Bars grow from zero. A line whose values lie close together is shown close, or its trend would be flat.
    pub(super) fn of(chart: &Chart, top: f32, bottom: f32) -> Scale {
        let numbers = || chart.series.iter().flat_map(|s| &s.values).filter_map(Value::number).map(|n| n as f32);
        let (least, most) = (numbers().fold(f32::MAX, f32::min), numbers().fold(f32::MIN, f32::max));
        if least > most {
            return Scale { low: 0.0, high: 1.0, top, bottom, foot: 0.0, axis: bottom };
        }
        let close = chart.kind == ChartKind::Line && least > 0.0 && least > (most - least) * 2.0;
        let low = if close { least - (most - least).max(most * 0.02) * 0.35 } else { least.min(0.0) };
        let high = if most > low { most } else { low + 1.0 };
        let foot = if chart.kind == ChartKind::Bar && least < 0.0 { FOOT } else { 0.0 };
        let scale = Scale { low, high, top, bottom, foot, axis: bottom };
        Scale { axis: scale.at(low.max(0.0)), ..scale }
    }

    /// The height of a value on the page.
    pub(super) fn y(&self, value: i64) -> f32 {
        self.at(value as f32)
    }

    fn at(&self, value: f32) -> f32 {
        let floor = self.bottom - self.foot;
        floor - (floor - self.top) * (value - self.low) / (self.high - self.low)
    }
}
