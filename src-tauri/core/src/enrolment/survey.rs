//! 自治会実態把握調査: the questions are data, the answers of associations are counted; an answer that is not given is never
//! counted as a no.

use std::collections::HashMap;
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::money::percent_tenths;
use crate::roster::OrganisationId;
use crate::text::half_width;

/// 調査票
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Survey {
    /// `association`
    pub id: String,
    /// 自治会実態把握調査
    pub title: String,
    /// What it is for.
    pub lead: String,
    /// Where its questions come from.
    pub source: String,
    /// False as long as nobody has compared it with the city's own sheet.
    pub is_verified: bool,
    /// The questions.
    pub questions: Vec<Question>,
}

/// 問い
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Under this answers are kept.
    pub id: String,
    /// Its words.
    pub text: String,
    /// How it is answered.
    pub kind: QuestionKind,
    /// The answers to choose from.
    #[serde(default)]
    pub options: Vec<String>,
    /// 世帯
    #[serde(default)]
    pub unit: String,
}

/// How a question is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum QuestionKind {
    /// One of several.
    Choice,
    /// Any of several.
    Several,
    /// A number.
    Number,
    /// Words.
    Words,
}

/// 答え: several chosen ones stand on lines of their own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Who.
    pub association_id: OrganisationId,
    /// To what.
    pub question: String,
    /// What.
    pub answer: String,
}

/// The survey that councils make of their associations.
pub fn survey() -> &'static Survey {
    static SURVEY: OnceLock<Survey> = OnceLock::new();
    let text = include_str!("../../../../assets/surveys/association.toml");
    SURVEY.get_or_init(|| toml::from_str(text).unwrap_or_default())
}

/// What all answers to one question come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    /// Associations that answered it.
    pub answered: i64,
    /// How often each option was chosen.
    pub options: Vec<(String, i64)>,
    /// Σ of numbers.
    pub sum: i64,
    /// Words, in the order of associations.
    pub words: Vec<(OrganisationId, String)>,
}

impl Question {
    /// The answer as it is kept: known options only, one a line; a number in half-width digits. None for one that is off.
    pub fn kept(&self, typed: &str) -> Option<String> {
        let typed = typed.trim();
        match self.kind {
            QuestionKind::Words => Some(typed.to_owned()),
            QuestionKind::Number if typed.is_empty() => Some(String::new()),
            QuestionKind::Number => {
                half_width(typed).trim_end_matches(&self.unit).trim().parse::<u32>().ok().map(|n| n.to_string())
            }
            QuestionKind::Choice | QuestionKind::Several => {
                let chosen: Vec<&str> = typed.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
                let is_known = chosen.iter().all(|line| self.options.iter().any(|option| option == line));
                let is_single = self.kind == QuestionKind::Several || chosen.len() <= 1;
                (is_known && is_single).then(|| chosen.join("\n"))
            }
        }
    }

    /// Counts the answers.
    pub fn tally(&self, answers: &[Answer], order: &[OrganisationId]) -> Tally {
        let own: HashMap<OrganisationId, &str> = answers
            .iter()
            .filter(|a| a.question == self.id && !a.answer.is_empty())
            .map(|a| (a.association_id, a.answer.as_str()))
            .collect();
        let count = |option: &String| own.values().filter(|answer| answer.lines().any(|line| line == option)).count();
        let words = order.iter().filter_map(|id| own.get(id).map(|answer| (*id, (*answer).to_owned())));
        Tally {
            answered: own.len() as i64,
            options: self.options.iter().map(|option| (option.clone(), count(option) as i64)).collect(),
            sum: own.values().filter_map(|answer| answer.parse::<i64>().ok()).sum(),
            words: if self.kind == QuestionKind::Words { words.collect() } else { vec![] },
        }
    }
}

impl Tally {
    /// The share of an option among those who answered, in tenths of a percent.
    pub fn tenths(&self, count: i64) -> Option<i64> {
        percent_tenths(count, self.answered)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_question_of_the_sheet_can_be_answered() {
        let survey = survey();
        assert_eq!(survey.questions.len(), 11);
        let mut ids: Vec<&str> = survey.questions.iter().map(|q| q.id.as_str()).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), survey.questions.len(), "an id stands once");
        for question in &survey.questions {
            let has_options = matches!(question.kind, QuestionKind::Choice | QuestionKind::Several);
            assert_eq!(has_options, question.options.len() > 1, "{}", question.id);
            let typed = question.options.first().map_or("12", String::as_str);
            assert_eq!(question.kept(typed).as_deref(), Some(typed), "{}", question.id);
        }
    }

    #[test]
    fn answers_are_counted_over_those_who_answered() {
        let several = survey().questions.iter().find(|q| q.id == "burden").unwrap();
        let [a, b, c] = [(); 3].map(|()| OrganisationId::new());
        let answer = |association_id, answer: &str| Answer {
            association_id,
            question: "burden".into(),
            answer: several.kept(answer).unwrap(),
        };
        let tally =
            several.tally(&[answer(a, "役員選び\n集金と会計"), answer(b, "役員選び"), answer(c, "")], &[a, b, c]);
        assert_eq!(tally.answered, 2, "an empty answer is none");
        assert_eq!((tally.options[0].1, tally.options[3].1, tally.options[1].1), (2, 1, 0));
        assert_eq!((tally.tenths(2), tally.tenths(1)), (Some(1000), Some(500)));
        assert_eq!(several.kept("役員選び\n昼寝"), None, "no answer of the sheet");
        let number = survey().questions.iter().find(|q| q.id == "joined").unwrap();
        assert_eq!((number.kept("３世帯").as_deref(), number.kept("たくさん")), (Some("3"), None));
    }
}
