//! What the records of a year say of a line of work, and the 実績 that they propose.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::OnceLock;

use paper::{Negative, Value};
use serde::Deserialize;

use crate::activities::facts::{came_in_all, people_label};
use crate::activities::{ActivityId, Occasion};
use crate::money::Yen;
use crate::words::fill;

/// The records of a year, by line of work.
#[derive(Debug, Default)]
pub struct Records {
    pub(super) occasions: Vec<Occasion>,
    pub(super) costs: HashMap<ActivityId, Yen>,
}

/// What the records of a year say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Drawn {
    /// 行事の回数: those that were held.
    pub occasions: i64,
    /// 参加者のべ
    pub participants: i64,
    /// スタッフのべ
    pub helpers: i64,
    /// 支出
    pub cost_yen: Yen,
}

/// Occasions that a proposal names one by one.
const MOST_NAMED: usize = 6;

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Words {
    one: String,
    one_counted: String,
    between: String,
    further: String,
    sum: String,
    nothing: String,
}

fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| toml::from_str(include_str!("../../../../assets/words/plan.toml")).unwrap_or_default())
}

impl Records {
    /// What they say of one line of work.
    pub fn of(&self, activity: ActivityId) -> Drawn {
        self.together(&HashSet::from([activity]))
    }

    /// What they say of some lines of work together, each counted once.
    pub fn together(&self, activities: &HashSet<ActivityId>) -> Drawn {
        let held = self.held(activities);
        Drawn {
            occasions: held.len() as i64,
            participants: held.iter().filter_map(|o| o.participants).sum(),
            helpers: held.iter().filter_map(|o| o.helpers).sum(),
            cost_yen: activities.iter().filter_map(|id| self.costs.get(id)).copied().sum(),
        }
    }

    /// Who came to what was held, as a sum says it: a count, or 約1,194.
    pub fn came(&self, activities: &HashSet<ActivityId>) -> Value {
        came_in_all(&self.held(activities))
    }

    /// The same of one line of work, in words.
    pub fn came_label(&self, activity: ActivityId) -> String {
        people_label(&self.held(&HashSet::from([activity])))
    }

    fn held(&self, activities: &HashSet<ActivityId>) -> Vec<&Occasion> {
        let is_theirs = |o: &&Occasion| o.is_held() && o.activity_id.is_some_and(|id| activities.contains(&id));
        self.occasions.iter().filter(is_theirs).collect()
    }

    /// 実績 as the records tell it: what was held and when, and what it came to.
    pub fn proposal(&self, activity: ActivityId) -> String {
        let (words, drawn) = (words(), self.of(activity));
        if drawn == Drawn::default() {
            return words.nothing.clone();
        }
        let count = |n: i64| Value::Count(n).shown(Negative::White);
        let sum = BTreeMap::from([
            ("occasions", count(drawn.occasions)),
            ("participants", self.came_label(activity)),
            ("helpers", count(drawn.helpers)),
            ("cost", Value::from(drawn.cost_yen).shown(Negative::White)),
        ]);
        [self.named(activity), fill(&words.sum, &sum)]
            .into_iter()
            .filter(|line| !line.is_empty())
            .collect::<Vec<_>>()
            .join("\n")
    }

    /// 6月8日 防災訓練（参加120人）、ほか2回
    fn named(&self, activity: ActivityId) -> String {
        let words = words();
        let held: Vec<&Occasion> =
            self.occasions.iter().filter(|o| o.is_held() && o.activity_id == Some(activity)).collect();
        let one = |o: &&Occasion| {
            let counted = o.participants_label();
            let sentence = if counted.is_empty() { &words.one } else { &words.one_counted };
            fill(sentence, &BTreeMap::from([("when", o.when()), ("title", o.title.clone()), ("participants", counted)]))
        };
        let mut parts: Vec<String> = held.iter().take(MOST_NAMED).map(one).collect();
        if held.len() > MOST_NAMED {
            let more = (held.len() - MOST_NAMED).to_string();
            parts.push(fill(&words.further, &BTreeMap::from([("count", more)])));
        }
        parts.join(&words.between)
    }
}
