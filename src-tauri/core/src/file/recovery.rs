//! 回復キー: the paper key that opens the file when the passphrase is forgotten.
//!
//! Eight groups of six digits, as on a telephone keypad. Five digits of a group are random (40 in all, 132 bits), the
//! sixth checks them: Damm's table finds every single wrong digit and every swap of neighbours, and starting it from the
//! group's number finds groups in the wrong order.

use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use super::keys;
use crate::error::{Error, Result};

const GROUPS: usize = 8;
const GROUP: usize = 6;

/// Damm's quasigroup of order ten.
const DAMM: [[u8; 10]; 10] = [
    [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
    [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
    [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
    [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
    [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
    [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
    [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
    [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
    [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
    [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
];

/// 回復キー — printed once at set-up, typed back once, then kept in a sealed envelope.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct RecoveryKey(String);

impl RecoveryKey {
    /// A fresh key.
    pub(super) fn random() -> Result<RecoveryKey> {
        let mut digits = Zeroizing::new(String::with_capacity(GROUPS * GROUP));
        for group in 0..GROUPS {
            let five = random_digits()?;
            digits.extend(five.iter().map(|d| char::from(b'0' + d)));
            digits.push(char::from(b'0' + check_digit(group, &five)));
        }
        Ok(RecoveryKey(std::mem::take(&mut *digits)))
    }

    /// Reads what was typed, full-width digits and any separators included. None when it is no recovery key at all
    /// (a passphrase, that is); refused, with the number of the group, when a digit is wrong.
    pub(super) fn parse(typed: &str) -> Result<Option<RecoveryKey>> {
        let Some(digits) = only_digits(typed) else { return Ok(None) };
        let values: Zeroizing<Vec<u8>> = Zeroizing::new(digits.bytes().map(|b| b - b'0').collect());
        for (number, group) in values.chunks(GROUP).enumerate() {
            if check_digit(number, &group[..GROUP - 1]) != group[GROUP - 1] {
                return Err(Error::refused("office.recovery_group").with("group", number + 1));
            }
        }
        Ok(Some(RecoveryKey(digits)))
    }

    /// The digits without separators.
    pub(super) fn digits(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for RecoveryKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let groups: Vec<&str> = (0..GROUPS).map(|i| &self.0[i * GROUP..(i + 1) * GROUP]).collect();
        f.write_str(&groups.join("-"))
    }
}

/// Never shows the key, wherever it is logged.
impl std::fmt::Debug for RecoveryKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("RecoveryKey")
    }
}

impl RecoveryKey {
    /// Refusal of a text that is meant as a key and has not its number of digits.
    pub(super) fn incomplete(typed: &str) -> Error {
        let digits = typed.chars().filter(|c| matches!(c, '0'..='9' | '０'..='９')).count();
        Error::refused("office.recovery_incomplete").with("typed", digits).with("needed", GROUPS * GROUP)
    }
}

/// The digits when the text holds exactly as many as a key and nothing but separators beside them.
fn only_digits(typed: &str) -> Option<String> {
    let mut digits = String::with_capacity(GROUPS * GROUP);
    for c in typed.chars() {
        match c {
            '0'..='9' => digits.push(c),
            '０'..='９' => digits.extend(char::from_digit(c as u32 - '０' as u32, 10)),
            '-' | 'ー' | '－' | '−' | '‐' | '‑' | '–' => {}
            c if c.is_whitespace() => {}
            _ => return None,
        }
    }
    (digits.len() == GROUPS * GROUP).then_some(digits)
}

fn check_digit(group: usize, digits: &[u8]) -> u8 {
    digits.iter().fold(group as u8 % 10, |state, digit| DAMM[usize::from(state)][usize::from(*digit)])
}

/// Five even digits: numbers beyond the largest multiple of 100,000 are drawn again.
fn random_digits() -> Result<[u8; 5]> {
    const EVEN: u32 = u32::MAX - u32::MAX % 100_000;
    loop {
        let drawn = u32::from_le_bytes(keys::random()?);
        if drawn < EVEN {
            return Ok([10_000, 1_000, 100, 10, 1].map(|place| (drawn / place % 10) as u8));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_read_back_as_printed_and_as_an_elderly_hand_types_it() {
        let key = RecoveryKey::random().unwrap();
        let printed = key.to_string();
        let wide: String = printed
            .chars()
            .map(|c| c.to_digit(10).map_or('　', |d| char::from_u32('０' as u32 + d).unwrap()))
            .collect();
        assert_eq!(printed.len(), 55);
        assert!(RecoveryKey::parse(&printed).unwrap().unwrap() == key);
        assert!(RecoveryKey::parse(&wide).unwrap().unwrap() == key, "full-width digits, spaces between the groups");
        assert!(RecoveryKey::parse("さくら2025").unwrap().is_none(), "a passphrase is no recovery key");
        assert_eq!(format!("{key:?}"), "RecoveryKey", "a log never shows the key");
    }

    #[test]
    fn every_wrong_digit_swapped_neighbour_and_swapped_group_is_found() {
        let digits: Vec<char> = RecoveryKey::random().unwrap().digits().chars().collect();
        let refused = |typed: Vec<char>| {
            RecoveryKey::parse(&typed.iter().collect::<String>()).err().map(|e| e.params["group"].clone())
        };
        for at in 0..digits.len() {
            for other in ('0'..='9').filter(|d| *d != digits[at]) {
                let mut typed = digits.clone();
                typed[at] = other;
                assert_eq!(refused(typed), Some((at / GROUP + 1).to_string()));
            }
            if at % GROUP + 1 < GROUP && digits[at] != digits[at + 1] {
                let mut typed = digits.clone();
                typed.swap(at, at + 1);
                assert!(refused(typed).is_some(), "digits {at} and the next swapped");
            }
        }
        let swapped: Vec<char> = [&digits[GROUP..2 * GROUP], &digits[..GROUP], &digits[2 * GROUP..]].concat();
        assert_eq!(refused(swapped), Some("1".into()), "the first two groups swapped");
    }
}
