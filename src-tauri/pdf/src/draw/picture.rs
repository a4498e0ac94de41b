//! Pictures into a PDF: each once, drawn into the unit square.

use std::collections::HashMap;
use std::sync::Arc;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};
use paper::{Picture, PictureForm};

use crate::Error;

/// The pictures that a document holds, by where they lie in memory: the same one is embedded once.
#[derive(Default)]
pub(super) struct Embedded(HashMap<*const Picture, ObjectId>);

impl Embedded {
    /// The object that draws a picture.
    pub fn object(&mut self, document: &mut Document, picture: &Arc<Picture>) -> Result<ObjectId, Error> {
        let at = Arc::as_ptr(picture);
        if let Some(known) = self.0.get(&at) {
            return Ok(*known);
        }
        let stream = match picture.form {
            PictureForm::Page => page(document, &picture.bytes)?,
            PictureForm::Grey => photograph(picture, "DeviceGray"),
            PictureForm::Colour => photograph(picture, "DeviceRGB"),
        };
        let object = document.add_object(stream);
        self.0.insert(at, object);
        Ok(object)
    }
}

/// A JPEG goes in as it is.
fn photograph(picture: &Picture, colours: &str) -> Stream {
    let dictionary = dictionary! {
        "Type" => "XObject",
        "Subtype" => "Image",
        "Width" => picture.width,
        "Height" => picture.height,
        "ColorSpace" => colours,
        "BitsPerComponent" => 8,
        "Filter" => "DCTDecode",
    };
    Stream::new(dictionary, picture.bytes.clone()).with_compression(false)
}

/// A page of another PDF becomes a form that fills the unit square; its objects come along under new numbers.
fn page(document: &mut Document, bytes: &[u8]) -> Result<Stream, Error> {
    let mut other = Document::load_mem(bytes)?;
    other.renumber_objects_with(document.max_id + 1);
    let id = other.page_iter().next().ok_or(lopdf::Error::PageNumberNotFound(1))?;
    let content = other.get_page_content(id);
    let page = other.get_dictionary(id)?;
    let corners: Vec<f32> = page.get(b"MediaBox")?.as_array()?.iter().flat_map(Object::as_float).collect();
    let corners = corners.try_into().map_err(|_| lopdf::Error::PageNumberNotFound(1))?;
    let turn = page.get(b"Rotate").and_then(Object::as_i64).unwrap_or(0);
    let mut form = Dictionary::new();
    form.set("Type", "XObject");
    form.set("Subtype", "Form");
    form.set("BBox", page.get(b"MediaBox")?.clone());
    form.set("Matrix", into_unit(corners, turn).map(Object::Real).to_vec());
    form.set("Resources", page.get(b"Resources")?.clone());
    document.max_id = other.max_id;
    document.objects.append(&mut other.objects);
    Ok(Stream::new(form, content))
}

/// What carries a page of these corners, turned clockwise, into the unit square.
fn into_unit([left, low, right, high]: [f32; 4], turn: i64) -> [f32; 6] {
    let (across, up) = (1.0 / (right - left), 1.0 / (high - low));
    match turn {
        90 => [0.0, -across, up, 0.0, -low * up, right * across],
        180 => [-across, 0.0, 0.0, -up, right * across, high * up],
        270 => [0.0, across, -up, 0.0, high * up, -left * across],
        _ => [across, 0.0, 0.0, up, -left * across, -low * up],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_fills_the_unit_square_however_it_is_turned() {
        let corners = [10.0, 20.0, 110.0, 220.0];
        let carried = |turn, (x, y): (f32, f32)| {
            let [a, b, c, d, e, f] = into_unit(corners, turn);
            ((a * x + c * y + e).round() as i32, (b * x + d * y + f).round() as i32)
        };
        // Where the lower left corner of the page comes to lie.
        for (turn, at) in [(0, (0, 0)), (90, (0, 1)), (180, (1, 1)), (270, (1, 0))] {
            assert_eq!(carried(turn, (10.0, 20.0)), at, "{turn}");
            let opposite = (1 - at.0, 1 - at.1);
            assert_eq!(carried(turn, (110.0, 220.0)), opposite, "{turn}");
        }
    }
}
