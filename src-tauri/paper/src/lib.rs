//! The only vocabulary that the product shares with files: what comes in from a spreadsheet
//! ([`RawBook`]) and what goes out to paper ([`Document`]), with the values and the theme that
//! every writer reads the same way. No rule of the field lives here.

#![deny(missing_docs)]

mod chart;
mod document;
mod mount;
mod picture;
mod post;
mod raw;
mod stamp;
mod table;
pub mod text;
pub mod theme;
mod tree;
mod value;
pub mod wareki;

pub use chart::{Chart, ChartKind, Series};
pub use document::{Block, Document, LabelLine, Orientation, Photo, Place, Run, Signer, Source, Typeface};
pub use mount::{MountBook, MountFrame, MountGroup, MountSize};
pub use picture::{Picture, PictureForm, whole};
pub use post::{
    Addressee, Beside, CardLine, CardLineKind, CardSide, Certificate, FaceGrid, Named, Numerals, PostPlace, PostRun,
    PostSender, PostalBoxes, Stationery, Sticker, StickerRun, Writing,
};
pub use raw::{Merge, RawBook, RawCell, RawRow, RawSheet, RawValue, column_letters};
pub use stamp::{StampCell, StampValue};
pub use table::{Align, Calc, Cell, Column, Fit, Role, Row, Table};
pub use tree::{Boxed, Branch, Level, Tree};
pub use value::{Negative, Value, group_thousands};
