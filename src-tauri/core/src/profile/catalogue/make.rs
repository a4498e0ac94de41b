//! How an entry of the catalogue is written.

use super::{Named, Shape};

pub(super) const fn text(name: &'static str, label: &'static str) -> Named {
    Named { name, label, shape: Shape::Text }
}
pub(super) const fn yen(name: &'static str, label: &'static str) -> Named {
    Named { name, label, shape: Shape::Yen }
}
pub(super) const fn count(name: &'static str, label: &'static str) -> Named {
    Named { name, label, shape: Shape::Count }
}
pub(super) const fn percent(name: &'static str, label: &'static str) -> Named {
    Named { name, label, shape: Shape::Percent }
}
pub(super) const fn points(name: &'static str, label: &'static str) -> Named {
    Named { name, label, shape: Shape::Points }
}
pub(super) const fn date(name: &'static str, label: &'static str) -> Named {
    Named { name, label, shape: Shape::Date }
}
pub(super) const fn list(name: &'static str, label: &'static str, columns: &'static [Named]) -> Named {
    Named { name, label, shape: Shape::List(columns) }
}
