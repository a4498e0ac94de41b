//! What a page is drawn from, copied out of its document: pictures no finer than wanted, nothing that acts or tells.

use std::collections::HashMap;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream};

use crate::{Unseen, bearable, jpeg, photo};

/// Most objects that a page is drawn from.
const MOST_OBJECTS: usize = 20_000;
/// Keys that lead away from the drawing, that act, or that tell of the one who made it.
const LEFT_OUT: [&[u8]; 12] = [
    b"Metadata",
    b"PieceInfo",
    b"Parent",
    b"P",
    b"Pg",
    b"StructParent",
    b"StructParents",
    b"A",
    b"AA",
    b"JS",
    b"OPI",
    b"Ref",
];

/// Copies objects with all that they name.
pub(super) struct Copier<'a> {
    from: &'a Document,
    to: Document,
    ids: HashMap<ObjectId, ObjectId>,
    waiting: Vec<ObjectId>,
    /// Longest side of a picture in pixels.
    finest: u32,
}

impl<'a> Copier<'a> {
    pub fn new(from: &'a Document, finest: u32) -> Copier<'a> {
        Copier { from, to: Document::with_version("1.7"), ids: HashMap::new(), waiting: Vec::new(), finest }
    }

    /// An object for the copy; what it names is copied by [`Copier::finish`].
    pub fn object(&mut self, object: &Object) -> Object {
        match object {
            Object::Reference(id) => Object::Reference(self.id(*id)),
            Object::Array(all) => Object::Array(all.iter().map(|one| self.object(one)).collect()),
            Object::Dictionary(dictionary) => Object::Dictionary(self.dictionary(dictionary)),
            other => other.clone(),
        }
    }

    /// The copy with everything in it.
    pub fn finish(mut self) -> Result<Document, Unseen> {
        while let Some(id) = self.waiting.pop() {
            if self.ids.len() > MOST_OBJECTS {
                return Err(Unseen::Apart);
            }
            // A name without an object means nothing, in a PDF as here.
            let from = self.from;
            let copied = match from.get_object(id) {
                Ok(Object::Stream(stream)) => Object::Stream(self.stream(stream)?),
                Ok(object) => self.object(object),
                Err(_) => Object::Null,
            };
            let to = self.id(id);
            self.to.set_object(to, copied);
        }
        Ok(self.to)
    }

    fn id(&mut self, id: ObjectId) -> ObjectId {
        if let Some(known) = self.ids.get(&id) {
            return *known;
        }
        let new = self.to.new_object_id();
        self.ids.insert(id, new);
        self.waiting.push(id);
        new
    }

    fn dictionary(&mut self, dictionary: &Dictionary) -> Dictionary {
        let kept = dictionary.iter().filter(|(key, _)| !LEFT_OUT.contains(&key.as_slice()));
        kept.map(|(key, object)| (key.clone(), self.object(object))).collect()
    }

    fn stream(&mut self, stream: &Stream) -> Result<Stream, Unseen> {
        let mut copied = Stream::new(self.dictionary(&stream.dict), stream.content.clone());
        if !stream.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|kind| kind == b"Image") {
            return Ok(copied);
        }
        let from = self.from;
        let side = |key: &[u8]| stream.dict.get_deref(key, from).and_then(Object::as_i64).ok();
        let (width, height) = side(b"Width").zip(side(b"Height")).ok_or(Unseen::Broken)?;
        bearable([width, height].map(|side| u32::try_from(side).unwrap_or(u32::MAX)))?;
        if is_photograph(stream) {
            let most = [self.finest; 2];
            match photo::smaller(&stream.content, most) {
                Some(small) => {
                    copied.dict.set("Width", small.width);
                    copied.dict.set("Height", small.height);
                    copied.set_content(small.bytes);
                }
                None => jpeg::blank(&mut copied.content),
            }
        }
        Ok(copied)
    }
}

/// True for a JPEG whose samples mean what they usually do.
fn is_photograph(stream: &Stream) -> bool {
    let is_strange = [b"Decode".as_slice(), b"DecodeParms", b"Mask"].iter().any(|key| stream.dict.has(key));
    stream.filters().is_ok_and(|filters| filters == [b"DCTDecode"]) && !is_strange
}
