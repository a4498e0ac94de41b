//! Pictures that are read several at a time, each in a process of its own.

use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

/// Most processes that read at once: each may take much memory.
const MOST_READERS: usize = 4;

/// How many read at once on this machine.
pub(crate) fn readers() -> usize {
    thread::available_parallelism().map_or(1, NonZero::get).min(MOST_READERS)
}

/// What comes of each, in their order.
pub(crate) fn side_by_side<T: Sync, R: Send>(all: &[T], read: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let done = Mutex::new(Vec::with_capacity(all.len()));
    let work = || {
        while let Some((nth, one)) = take(all, &next) {
            let read = read(one);
            done.lock().unwrap_or_else(PoisonError::into_inner).push((nth, read));
        }
    };
    thread::scope(|scope| (0..readers().min(all.len())).for_each(|_| drop(scope.spawn(work))));
    let mut done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
    done.sort_by_key(|(nth, _)| *nth);
    done.into_iter().map(|(_, read)| read).collect()
}

fn take<'a, T>(all: &'a [T], next: &AtomicUsize) -> Option<(usize, &'a T)> {
    let nth = next.fetch_add(1, Ordering::Relaxed);
    all.get(nth).map(|one| (nth, one))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_back_stands_in_its_order() {
        let all: Vec<u64> = (0..50).collect();
        let slow_first = |one: &u64| {
            thread::sleep(std::time::Duration::from_micros(500 - 10 * one));
            one * 2
        };
        assert_eq!(side_by_side(&all, slow_first), all.iter().map(|one| one * 2).collect::<Vec<_>>());
        assert!(side_by_side(&[] as &[u64], slow_first).is_empty());
    }
}
