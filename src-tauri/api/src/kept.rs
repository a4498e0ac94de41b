//! Values kept until what they were made from changes.

use std::sync::{Arc, Mutex, PoisonError};

use crate::Result;

/// Up to `N` values, each with the key of what it was made from, the last one made at the end.
#[derive(Debug)]
pub(crate) struct Kept<K, V, const N: usize = 1>(Mutex<Vec<(K, Arc<V>)>>);

impl<K, V, const N: usize> Default for Kept<K, V, N> {
    fn default() -> Self {
        Kept(Mutex::new(Vec::with_capacity(N)))
    }
}

impl<K: PartialEq, V, const N: usize> Kept<K, V, N> {
    /// The value for this key, made when it is not kept; then the oldest gives way to it.
    pub fn get_or_build(&self, key: K, build: impl FnOnce() -> Result<V>) -> Result<Arc<V>> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, value)) = kept.iter().find(|(k, _)| *k == key) {
            return Ok(value.clone());
        }
        let value = Arc::new(build()?);
        if kept.len() == N {
            kept.remove(0);
        }
        kept.push((key, value.clone()));
        Ok(value)
    }
}
