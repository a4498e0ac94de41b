//! How many came, as papers and pages say it: a sum is rounded where one of its numbers is.

use paper::Value;

use crate::activities::{ActivityPlan, Occasion};
use crate::enrolment::Certainty;
use crate::fact::{Fact, words};

/// A count of one that was held; nobody came to the others.
pub(super) fn counted(o: &Occasion, number: Option<i64>) -> Fact {
    number.filter(|_| o.is_held()).map_or(Value::Blank, Value::Count).into()
}

/// Who came as it was written: a count, or the words of one that is rounded, 約300.
pub(super) fn came(o: &Occasion) -> Fact {
    match o.participants_certainty {
        Certainty::Rounded if o.is_held() => words(&o.participants_label()),
        _ => counted(o, o.participants),
    }
}

/// How many are to come, in the same way.
pub(super) fn to_come(plan: &ActivityPlan) -> Fact {
    match plan.participants_certainty {
        Certainty::Rounded => words(&plan.participants_label()),
        _ => plan.participants.map_or(Value::Blank, Value::Count).into(),
    }
}

/// How many came to several occasions together: about so many where one of them was counted so.
pub(super) fn people(held: &[&Occasion]) -> (Option<i64>, Certainty) {
    let is_rounded = |o: &&Occasion| o.participants.is_some() && o.participants_certainty == Certainty::Rounded;
    let certainty = if held.iter().any(is_rounded) { Certainty::Rounded } else { Certainty::Counted };
    (held.iter().filter_map(|o| o.participants).reduce(|sum, n| sum + n), certainty)
}

/// Their sum as a total says it: a count, or 約1,194.
pub fn came_in_all(held: &[&Occasion]) -> Value {
    match people(held) {
        (Some(n), Certainty::Rounded) => Value::text(label(n, Certainty::Rounded)),
        (n, _) => Value::Count(n.unwrap_or_default()),
    }
}

/// The same in words: 0, 約1,194.
pub fn people_label(held: &[&Occasion]) -> String {
    let (sum, certainty) = people(held);
    label(sum.unwrap_or_default(), certainty)
}

fn label(n: i64, certainty: Certainty) -> String {
    let about = if certainty == Certainty::Rounded { "約" } else { "" };
    format!("{about}{}", Value::Count(n).shown(paper::Negative::White))
}

impl ActivityPlan {
    /// How many are to come: 約300 when it was written so, empty while it is open.
    pub fn participants_label(&self) -> String {
        self.participants.map_or_else(String::new, |n| label(n, self.participants_certainty))
    }
}

impl Occasion {
    /// 約314 when the number was written as rounded.
    pub fn participants_label(&self) -> String {
        self.participants.map_or_else(String::new, |n| label(n, self.participants_certainty))
    }
}
