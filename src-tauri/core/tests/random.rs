//! Whatever was done: undo brings the records back to what they were, redo to what they became, across restarts.

#![allow(clippy::unwrap_used)]

mod support;

use office::file::OfficeFile;
use support::random::{Dice, act};
use support::{Desk, by};

fn state(office: &OfficeFile) -> String {
    let found = office.check().unwrap();
    assert!(found.problems.is_empty(), "{:?}", found.problems);
    found.state_hash
}

/// States that the records went through, and the one that they are in.
struct Past {
    states: Vec<String>,
    at: usize,
}

impl Past {
    /// Does one random thing to the office and to the list of its states.
    fn step(&mut self, office: &OfficeFile, dice: &mut Dice) {
        match dice.throw(5) {
            0 | 1 => match office.undo(&by()) {
                Ok(_) => self.at -= 1,
                Err(refused) => assert_eq!((refused.code, self.at), ("office.nothing_to_undo", 0)),
            },
            2 => match office.redo(&by()) {
                Ok(_) => self.at += 1,
                Err(refused) => assert_eq!((refused.code, self.at), ("office.nothing_to_redo", self.states.len() - 1)),
            },
            _ => {
                let changed = office.change(&by(), "council.settings", |tx| act(tx, dice)).unwrap();
                if !changed.areas.is_empty() {
                    self.states.truncate(self.at + 1);
                    self.states.push(state(office));
                    self.at += 1;
                }
            }
        }
    }
}

#[test]
fn undo_and_redo_restore_the_state_of_any_random_history() {
    for seed in 0..5 {
        let desk = Desk::new();
        let mut office = desk.create();
        let (mut dice, mut past) = (Dice::new(seed), Past { states: vec![state(&office)], at: 0 });
        for step in 0..32 {
            past.step(&office, &mut dice);
            assert_eq!(state(&office), past.states[past.at], "seed {seed}, step {step}");
            if step % 8 == 7 {
                drop(office);
                office = desk.open();
            }
        }
    }
}
