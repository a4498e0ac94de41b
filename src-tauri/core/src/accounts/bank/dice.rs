//! Numbers for tests that look like chance.

/// A small generator of numbers; the same seed gives the same ones.
pub struct Dice(pub u64);

impl Dice {
    /// A number below `n`.
    pub fn up_to(&mut self, n: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % n
    }
}
