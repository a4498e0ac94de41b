//! 市のひな形: what a city asks for, as data. A profile chooses, orders, labels and places; it never
//! computes. `assets/profiles/base` holds what is common; a city's folder holds only what differs.
//! Each folder has editions named by the first year they govern; a published edition is never edited.

mod block;
mod calendar;
pub mod catalogue;
mod check;
mod edition;
mod files;
mod form;
mod municipality;
mod table;
mod template;

pub use block::{Across, Block, ChartSeries, Each, Grid, GridCell, GridRow, LabelledLine, Sign, SignerLine, TreeLevel};
pub use calendar::{DoneBy, DoneIs, Due, Task};
pub use check::names_in;
pub use edition::{Edition, profiles};
pub use form::{
    CheckName, Field, Form, FormArea, Frame, Of, Output, SheetSize, Stamp, StampColumn, StampList, StampPlace,
};
pub use municipality::{Choice, Municipality, Words};
pub use table::{Head, ListColumn, ListTable, Subtotals};
pub use template::{Part, Slot, Template};
