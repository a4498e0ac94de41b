//! 文字: what is compared when people, places and telephones are compared. Nothing here ever touches a stored name;
//! it only makes keys beside it (`domain` 9.4).

mod address;
mod differences;
mod kana;
mod numerals;
mod romaji;
mod search_key;

pub use address::{address_key, complete_address};
pub use differences::differences;
pub use kana::{is_kana, katakana};
pub use numerals::{kanji_of_number, number_of_kanji};
pub use romaji::{initials, kana_of_romaji};
pub use search_key::{digits, everyday_form, half_width, is_invisible, search_key};
