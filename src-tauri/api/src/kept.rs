//! One value kept until what it was made from changes.

use std::sync::{Arc, Mutex, PoisonError};

use crate::Result;

/// A value and the key of what it was made from.
#[derive(Debug)]
pub(crate) struct Kept<K, V>(Mutex<Option<(K, Arc<V>)>>);

impl<K, V> Default for Kept<K, V> {
    fn default() -> Self {
        Kept(Mutex::new(None))
    }
}

impl<K: PartialEq, V> Kept<K, V> {
    /// The value for this key, made when another one or none is kept.
    pub fn get_or_build(&self, key: K, build: impl FnOnce() -> Result<V>) -> Result<Arc<V>> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, value)) = kept.as_ref().filter(|(k, _)| *k == key) {
            return Ok(value.clone());
        }
        let value = Arc::new(build()?);
        *kept = Some((key, value.clone()));
        Ok(value)
    }
}
