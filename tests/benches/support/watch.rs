//! What a call costs within one process: processor time, so that what else runs on the machine does not count.

use std::time::Duration;

/// Times of the same act, sorted.
pub struct Times(Vec<Duration>);

impl Times {
    /// The time of each of these acts.
    pub fn of<T, R>(acts: impl IntoIterator<Item = T>, mut act: impl FnMut(T) -> R) -> Times {
        let mut times: Vec<Duration> = acts.into_iter().map(|what| once(|| act(what))).collect();
        times.sort_unstable();
        Times(times)
    }

    /// Half of them took no longer.
    pub fn median(&self) -> f64 {
        self.at(50)
    }

    /// One in a hundred took longer.
    pub fn p99(&self) -> f64 {
        self.at(99)
    }

    /// The slowest.
    pub fn worst(&self) -> f64 {
        self.0.last().copied().map_or(f64::NAN, ms)
    }

    fn at(&self, percent: usize) -> f64 {
        self.0.get(self.0.len() * percent / 100).copied().map_or(f64::NAN, ms)
    }
}

/// The time of one act.
pub fn once<R>(act: impl FnOnce() -> R) -> Duration {
    let begun = spent();
    std::hint::black_box(act());
    spent().saturating_sub(begun)
}

/// User and system time of this process so far.
#[cfg(unix)]
fn spent() -> Duration {
    use nix::sys::resource::{UsageWho, getrusage};
    getrusage(UsageWho::RUSAGE_SELF).map_or(Duration::ZERO, |usage| super::race::cpu(&usage))
}

#[cfg(not(unix))]
fn spent() -> Duration {
    Duration::ZERO
}

/// Milliseconds.
pub fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
