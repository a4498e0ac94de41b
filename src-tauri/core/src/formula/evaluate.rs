//! 計算: a formula and what is given become an amount with its steps. Whole numbers throughout; where something is divided
//! the fraction is kept until the rounding that the formula names.

use std::collections::BTreeMap;

use super::terms::{Counting, Kind, Quantity, Round, Rounding, Term};
use super::{Formula, Step};
use crate::money::{LARGEST_YEN, Yen};
use crate::{Error, Result};

/// What a calculation is given.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Given {
    /// Counts and amounts.
    pub counts: BTreeMap<Quantity, i64>,
    /// The readings chosen where a rule leaves one open, by choice.
    pub readings: BTreeMap<String, String>,
    /// Month and day on which the paper was filed, `04-20`.
    pub filed: Option<String>,
    /// Months for which a body was there; none is the whole year.
    pub months: Option<i64>,
}

/// The amount and how it came about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Worked {
    /// 円
    pub amount: Yen,
    /// Its steps; the last one is the sum where there is more than one term.
    pub steps: Vec<Step>,
}

/// An amount that may have a fraction.
#[derive(Debug, Clone, Copy)]
struct Fraction {
    over: i128,
    under: i128,
}

impl Fraction {
    fn whole(n: i128) -> Fraction {
        Fraction { over: n, under: 1 }
    }

    fn rounded(self, round: Round) -> i128 {
        let unit = self.under * i128::from(round.unit);
        let units = match round.how {
            Rounding::Down => self.over.div_euclid(unit),
            Rounding::Up => (self.over + unit - 1).div_euclid(unit),
            Rounding::HalfUp => (self.over * 2 + unit).div_euclid(unit * 2),
        };
        units * i128::from(round.unit)
    }

    fn is_less(self, yen: i128) -> bool {
        self.over < yen * self.under
    }
}

impl Formula {
    /// Readings that must be chosen and are not, or are none of those there are.
    pub fn open_choices(&self, given: &Given) -> Vec<&super::OpenReading> {
        let is_known = |c: &&super::OpenReading| {
            given.readings.get(&c.id).is_some_and(|chosen| c.options.iter().any(|option| option.id == *chosen))
        };
        self.choices.iter().filter(|c| !is_known(c)).collect()
    }

    /// What its terms ask for, each once.
    pub fn measures(&self) -> Vec<Quantity> {
        let caps =
            self.terms.iter().flat_map(|term| term.at_most_per.map(|cap| cap.of).into_iter().chain(term.at_most_of));
        let mut all: Vec<Quantity> = self.terms.iter().flat_map(|term| term.kind.measures()).chain(caps).collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// The amount and its steps; refused when a reading is open or a count is missing, never guessed.
    pub fn work_out(&self, given: &Given) -> Result<Worked> {
        if let Some(open) = self.open_choices(given).first() {
            return Err(Error::refused("formula.choose").with("label", &open.label).with("title", &self.title));
        }
        let mut steps = Vec::new();
        for term in &self.terms {
            if term.holds(given)? {
                steps.push(term.step(given)?);
            }
        }
        let sum: Yen = steps.iter().map(|step| step.amount_yen).sum();
        let (amount, notes) = self.closed(sum);
        if steps.len() > 1 || amount != sum {
            let how = if steps.len() > 1 { format!("上の計{notes}") } else { notes };
            steps.push(Step { mark: String::new(), label: "合計".into(), how, amount_yen: amount });
        }
        Ok(Worked { amount, steps })
    }

    /// The sum under its own 上限 and 端数, with the words for them.
    fn closed(&self, sum: Yen) -> (Yen, String) {
        let mut amount = i128::from(sum.0);
        let mut notes = String::new();
        if let Some(most) = self.at_most_yen.filter(|most| sum.0 > *most) {
            amount = i128::from(most);
            notes.push_str(&format!("（上限 {}）", yen(amount)));
        }
        if let Some(round) = self.round {
            amount = Fraction::whole(amount).rounded(round);
            notes.push_str(&format!("（{}）", round.words()));
        }
        (Yen(i64::try_from(amount).unwrap_or(LARGEST_YEN)), notes)
    }
}

impl Given {
    fn count(&self, of: Quantity) -> Result<i128> {
        let count = self.counts.get(&of).copied().filter(|n| (0..=LARGEST_YEN).contains(n));
        count.map(i128::from).ok_or_else(|| Error::refused("formula.missing").with("label", of.words().0))
    }

    fn all(&self, of: &[Quantity]) -> Result<Vec<(Quantity, i128)>> {
        of.iter().map(|of| Ok((*of, self.count(*of)?))).collect()
    }
}

impl Term {
    /// True where its reading was chosen and the day of filing fits.
    fn holds(&self, given: &Given) -> Result<bool> {
        let is_read = self.reading.as_ref().is_none_or(|[choice, option]| given.readings.get(choice) == Some(option));
        let Some([from, to]) = &self.filed else { return Ok(is_read) };
        let filed =
            given.filed.as_ref().ok_or_else(|| Error::refused("formula.missing").with("label", "届け出の日"))?;
        Ok(is_read && from <= filed && filed <= to)
    }

    fn step(&self, given: &Given) -> Result<Step> {
        let (mut exact, mut how) = self.kind.work_out(given)?;
        if let Some(months) = given.months.filter(|_| self.by_month) {
            exact = Fraction { over: exact.over * i128::from(months), under: exact.under * 12 };
            how.push_str(&format!(" × {months}月 ÷ 12"));
        }
        if let Some(least) = self.at_least_yen.map(i128::from).filter(|least| exact.is_less(*least)) {
            how.push_str(&format!("（下限 {}）", yen(least)));
            exact = Fraction::whole(least);
        }
        for (most, label) in self.caps(given)? {
            if !exact.is_less(most) && exact.over != most * exact.under {
                how.push_str(&format!("（上限 {label}{}）", yen(most)));
                exact = Fraction::whole(most);
            }
        }
        let amount = match self.round {
            Some(round) if exact.under != 1 || round.unit != 1 => {
                how.push_str(&format!("（{}）", round.words()));
                exact.rounded(round)
            }
            _ => self.whole_yen(exact)?,
        };
        let amount = i64::try_from(amount).ok().filter(|n| n.abs() <= LARGEST_YEN);
        let amount = amount.ok_or_else(|| Error::refused("formula.too_large").with("label", &self.label))?;
        Ok(Step { mark: String::new(), label: self.label.clone(), how, amount_yen: Yen(amount) })
    }

    /// A fraction without a named rounding is a slip of the data, never a silent rounding.
    fn whole_yen(&self, exact: Fraction) -> Result<i128> {
        let is_whole = exact.over.rem_euclid(exact.under) == 0;
        is_whole
            .then(|| exact.over / exact.under)
            .ok_or_else(|| Error::refused("formula.no_rounding").with("label", &self.label))
    }

    /// The caps, each with its name where it has one.
    fn caps(&self, given: &Given) -> Result<Vec<(i128, String)>> {
        let mut caps: Vec<_> = self.at_most_yen.map(|yen| (i128::from(yen), String::new())).into_iter().collect();
        if let Some(per) = self.at_most_per {
            caps.push((given.count(per.of)? * i128::from(per.yen), String::new()));
        }
        if let Some(of) = self.at_most_of {
            caps.push((given.count(of)?, format!("{} ", of.words().0)));
        }
        Ok(caps)
    }
}

impl Kind {
    /// The exact amount and how it came about in words.
    fn work_out(&self, given: &Given) -> Result<(Fraction, String)> {
        Ok(match self {
            Kind::Equal { yen: amount } => (Fraction::whole(i128::from(*amount)), "定額".to_owned()),
            Kind::Each { of, yen: each, times, times_unit } => {
                let n = given.count(*of)?;
                let often = if *times == 1 { String::new() } else { format!(" × {times}{times_unit}") };
                let how = format!("{}{often} × {}", yen(i128::from(*each)), shown(*of, n));
                (Fraction::whole(i128::from(*each) * i128::from(*times) * n), how)
            }
            Kind::Blocks(block) => {
                let n = given.count(block.of)?;
                let (above, size) = ((n - i128::from(block.above)).max(0), i128::from(block.size));
                let blocks = match block.counting {
                    Counting::Started => (above + size - 1).div_euclid(size),
                    Counting::Completed => above.div_euclid(size),
                };
                let how = format!("{} × {blocks}（{}）", yen(i128::from(block.yen)), block_words(block, n));
                (Fraction::whole(i128::from(block.yen) * blocks), how)
            }
            Kind::Stairs { of, stairs } => {
                let n = given.count(*of)?;
                let stair = stairs.iter().rev().find(|stair| i128::from(stair.from) <= n);
                let stair = stair.ok_or_else(|| Error::refused("formula.missing").with("label", of.words().0))?;
                let how = format!("{}以上の段階（{}）", of.shown(stair.from), shown(*of, n));
                (Fraction::whole(i128::from(stair.yen)), how)
            }
            Kind::Part { of, part, whole } => {
                let n = given.count(*of)?;
                let how = format!("{} × {part}／{whole}", shown(*of, n));
                (Fraction { over: n * i128::from(*part), under: i128::from(*whole) }, how)
            }
            Kind::Net { plus, minus, part, whole } => {
                let (added, taken) = (given.all(plus)?, given.all(minus)?);
                let sum = |all: &[(Quantity, i128)]| all.iter().map(|(_, n)| n).sum::<i128>();
                let left = (sum(&added) - sum(&taken)).max(0);
                (
                    Fraction { over: left * i128::from(*part), under: i128::from(*whole) },
                    net_words(&added, &taken, (*part, *whole)),
                )
            }
            Kind::PoolEqual { yen: pool, part, whole, among } => {
                let bodies = positive(*among, given.count(*among)?)?;
                let how = format!("{} × {part}／{whole} ÷ {}", yen(i128::from(*pool)), shown(*among, bodies));
                (Fraction { over: i128::from(*pool) * i128::from(*part), under: i128::from(*whole) * bodies }, how)
            }
            Kind::PoolShare { yen: pool, part, whole, of, among } => {
                let (own, all) = (given.count(*of)?, positive(*among, given.count(*among)?)?);
                let how = format!(
                    "{} × {part}／{whole} × {} ÷ {}",
                    yen(i128::from(*pool)),
                    shown(*of, own),
                    shown(*among, all)
                );
                let over = i128::from(*pool) * i128::from(*part) * own;
                (Fraction { over, under: i128::from(*whole) * all }, how)
            }
        })
    }
}

impl Round {
    /// 1,000円未満切捨て
    pub(crate) fn words(self) -> String {
        let how = match self.how {
            Rounding::Down => "切捨て",
            Rounding::Up => "切上げ",
            Rounding::HalfUp => "四捨五入",
        };
        format!("{}未満{how}", yen(i128::from(self.unit)))
    }
}

fn block_words(block: &super::Block, n: i128) -> String {
    let above = if block.above == 0 { String::new() } else { format!("{}をこえる", block.of.shown(block.above)) };
    let counting = match block.counting {
        Counting::Started => "端数も1と数える",
        Counting::Completed => "満ちた分だけ数える",
    };
    format!("{}のうち{above}{}ごと、{counting}", shown(block.of, n), block.of.shown(block.size))
}

/// （対象経費 300,000円 − 事業収入 20,000円）× 1／2
fn net_words(plus: &[(Quantity, i128)], minus: &[(Quantity, i128)], (part, whole): (i64, i64)) -> String {
    let named = |(of, n): &(Quantity, i128)| format!("{} {}", of.words().0, shown(*of, *n));
    let joined = |all: &[(Quantity, i128)], by: &str| all.iter().map(named).collect::<Vec<_>>().join(by);
    let mut how = joined(plus, " ＋ ");
    if !minus.is_empty() {
        how = format!("{how} − {}", joined(minus, " − "));
    }
    match (part == whole, plus.len() + minus.len()) {
        (true, _) => how,
        (false, 1) => format!("{how} × {part}／{whole}"),
        (false, _) => format!("（{how}）× {part}／{whole}"),
    }
}

fn positive(of: Quantity, n: i128) -> Result<i128> {
    (n > 0).then_some(n).ok_or_else(|| Error::refused("formula.missing").with("label", of.words().0))
}

fn shown(of: Quantity, n: i128) -> String {
    of.shown(i64::try_from(n).unwrap_or(LARGEST_YEN))
}

fn yen(n: i128) -> String {
    let amount = paper::Value::Yen(i64::try_from(n).unwrap_or(LARGEST_YEN));
    format!("{}円", amount.shown(paper::Negative::White))
}
