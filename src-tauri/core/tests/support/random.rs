//! Random acts on people and seats, the same for the same seed.

use office::Result;
use office::file::Tx;

use super::add;

/// A small linear generator: a seed in a failing test's message is enough to run it again.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Dice {
        Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    pub fn throw(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }
}

/// One of: a person, an import of many with their seats, a correction, a removal, a correction of everybody.
pub fn act(tx: &Tx, dice: &mut Dice) -> Result<()> {
    match dice.throw(6) {
        0 | 1 => person(tx, dice),
        2 => import(tx, dice),
        3 => correct(tx, dice),
        4 => remove(tx, dice),
        _ => note(tx),
    }
}

fn note(tx: &Tx) -> Result<()> {
    tx.execute("UPDATE person SET note = note || '済', version = version + 1", [])?;
    Ok(())
}

fn person(tx: &Tx, dice: &mut Dice) -> Result<()> {
    add(tx, &format!("p{}", dice.throw(1 << 30)), ["齋藤", "髙橋", "𠮷田", "渡邉"][dice.throw(4) as usize])
}

fn import(tx: &Tx, dice: &mut Dice) -> Result<()> {
    let body = format!("o{}", dice.throw(1 << 30));
    tx.execute(
        "INSERT INTO organisation (id, kind, name, parent_id, position) VALUES (?1, 'committee', '防災部会', NULL, 1)",
        [&body],
    )?;
    for n in 0..180 {
        let person = format!("{body}p{n}");
        add(tx, &person, "邊見")?;
        let seat = (format!("{person}r"), &person, &body);
        tx.execute("INSERT INTO role (id, person_id, organisation_id, title, from_on, to_on) VALUES (?1, ?2, ?3, '部会員', '2025-04-01', NULL)", seat)?;
    }
    Ok(())
}

fn correct(tx: &Tx, dice: &mut Dice) -> Result<()> {
    let column = ["family", "address", "birth_on"][dice.throw(3) as usize];
    let (words, who) = (dice.throw(1000), somebody(dice));
    tx.execute(&format!("UPDATE person SET {column} = '{words}', version = version + 1 WHERE id = ({who})"), [])?;
    Ok(())
}

fn remove(tx: &Tx, dice: &mut Dice) -> Result<()> {
    let who = somebody(dice);
    tx.execute(&format!("DELETE FROM role WHERE person_id = ({who})"), [])?;
    tx.execute(&format!("DELETE FROM person WHERE id = ({who})"), [])?;
    Ok(())
}

fn somebody(dice: &mut Dice) -> String {
    format!("SELECT id FROM person ORDER BY id LIMIT 1 OFFSET {}", dice.throw(100))
}
