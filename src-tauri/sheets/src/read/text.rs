//! .csv and .tsv: every field stays text, so that no zero is lost.

use paper::{RawBook, RawValue};

use super::encoding::decode;
use super::gather::Gather;
use super::note;
use super::records::Records;
use super::value::clean;
use crate::Error;

pub(crate) fn read(bytes: &[u8], name: &str, encoding: Option<&str>) -> Result<RawBook, Error> {
    let decoded = decode(bytes, encoding)?;
    let mut gather = Gather::default();
    for (row, record) in (0..).zip(Records::new(&decoded.text)) {
        for (col, field) in (0..).zip(record?) {
            gather.push(row, col, RawValue::Text(clean(field)))?;
        }
    }
    if decoded.lost > 0 {
        gather.note(note::LOST_CHARACTERS);
    }
    gather.end_sheet(name, false, Vec::new())?;
    Ok(RawBook { encoding: Some(decoded.encoding.to_owned()), ..gather.finish() })
}
