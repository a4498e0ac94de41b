//! 町丁: households of towns as the city publishes them, and which association covers which part of a town. Shares are
//! suggested from the 区域（町丁） of the records, never taken in silence.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::NaiveDate;

use crate::calendar::FiscalYear;
use crate::id::Id;
use crate::roster::OrganisationId;
use crate::text::address_key;

/// Key of a town.
pub type TownId = Id<Town>;

/// 町丁
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Town {
    /// Key.
    pub id: TownId,
    /// 栗林町１丁目, as the city writes it.
    pub name: String,
    /// Latitude and longitude as the city gives them.
    pub place: String,
}

/// 町丁の世帯数 on one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TownCount {
    /// Which town.
    pub town_id: TownId,
    /// 基準日
    pub as_of_on: NaiveDate,
    /// None where the city does not publish it.
    pub households: Option<i64>,
    /// 人口
    pub persons: Option<i64>,
    /// File and sheet.
    pub source: String,
}

/// Which part of a town an association covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TownShare {
    /// The town.
    pub town_id: TownId,
    /// The association.
    pub association_id: OrganisationId,
    /// How much of it.
    pub part: Part,
}

/// A part of a town.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Hundredths of a percent: 2,538 is 25.38 %.
    Hundredths(i64),
    /// So many households, whatever the town has.
    Households(i64),
}

/// The whole of a town.
pub const WHOLE: i64 = 10_000;

/// The town as one key: 栗林町一丁目 and 栗林町１丁目.
pub fn town_key(name: &str) -> String {
    address_key(name)
}

/// The shares of one town in households: explicit ones as they are, percentages of `count` so that they add up to what they
/// share together; what is left over by rounding goes to the largest remainders, first come first.
pub fn shared_out(count: i64, shares: &[TownShare]) -> Vec<(OrganisationId, i64)> {
    let weight = |share: &TownShare| match share.part {
        Part::Hundredths(n) => i128::from(n),
        Part::Households(_) => 0,
    };
    let exact = |share: &TownShare| i128::from(count) * weight(share);
    let whole = i128::from(WHOLE);
    let together: i128 = shares.iter().map(exact).sum();
    let floors: i128 = shares.iter().map(|share| exact(share).div_euclid(whole)).sum();
    let over = (together * 2 + whole).div_euclid(whole * 2) - floors;
    let mut by_remainder: Vec<usize> = (0..shares.len()).filter(|at| weight(&shares[*at]) > 0).collect();
    by_remainder.sort_by_key(|at| std::cmp::Reverse(exact(&shares[*at]).rem_euclid(whole)));
    let raised: Vec<usize> = by_remainder.into_iter().take(usize::try_from(over).unwrap_or(0)).collect();
    let part = |(at, share): (usize, &TownShare)| {
        let households = match share.part {
            Part::Households(n) => n,
            Part::Hundredths(_) => {
                i64::try_from(exact(share).div_euclid(whole)).unwrap_or(0) + i64::from(raised.contains(&at))
            }
        };
        (share.association_id, households)
    };
    shares.iter().enumerate().map(part).collect()
}

/// An association with what its record says of its area, for suggesting shares.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// The association.
    pub association_id: OrganisationId,
    /// 区域（町丁） as written; several may be parted by 、 ・ , or spaces.
    pub town: String,
    /// Its own count of the households in its area.
    pub households: Option<i64>,
}

/// Suggests shares: every town that an association names. Where several name one town, by their own counts when all have
/// one, else in equal parts; the parts of a town add up to the whole.
pub fn suggest(towns: &[Town], claims: &[Claim]) -> Vec<TownShare> {
    let by_key: HashMap<String, TownId> = towns.iter().map(|town| (town_key(&town.name), town.id)).collect();
    let mut claimed: BTreeMap<TownId, Vec<&Claim>> = BTreeMap::new();
    for claim in claims {
        // 桜町1丁目、桜町一丁目 names one town.
        let towns: BTreeSet<TownId> =
            named(&claim.town).iter().filter_map(|name| by_key.get(&town_key(name)).copied()).collect();
        for town in towns {
            claimed.entry(town).or_default().push(claim);
        }
    }
    claimed.into_iter().flat_map(|(town, claims)| split(town, &claims)).collect()
}

/// The towns that a text names.
fn named(text: &str) -> Vec<&str> {
    text.split(['、', '・', ',', '，', '／', '/', '\n', ' ', '　']).filter(|name| !name.is_empty()).collect()
}

/// Parts by weight that add up to the whole: the last units go to the largest remainders.
fn split(town_id: TownId, claims: &[&Claim]) -> Vec<TownShare> {
    let counts: Option<Vec<i64>> = claims.iter().map(|claim| claim.households.filter(|n| *n > 0)).collect();
    let weights = counts.unwrap_or_else(|| vec![1; claims.len()]);
    let all: i64 = weights.iter().sum();
    let floor = |weight: i64| WHOLE * weight / all;
    let mut order: Vec<usize> = (0..weights.len()).collect();
    order.sort_by_key(|at| std::cmp::Reverse(WHOLE * weights[*at] % all));
    let over = WHOLE - weights.iter().map(|w| floor(*w)).sum::<i64>();
    let raised = &order[..usize::try_from(over).unwrap_or(0).min(order.len())];
    let share = |(at, claim): (usize, &&Claim)| TownShare {
        town_id,
        association_id: claim.association_id,
        part: Part::Hundredths(floor(weights[at]) + i64::from(raised.contains(&at))),
    };
    claims.iter().enumerate().map(share).collect()
}

/// The count of each town that stands for a year: the earliest of the year.
pub fn counts_of(counts: &[TownCount], year: FiscalYear) -> HashMap<TownId, &TownCount> {
    let mut of_year: HashMap<TownId, &TownCount> = HashMap::new();
    for count in counts.iter().filter(|count| year.city_contains(count.as_of_on)) {
        let known = of_year.entry(count.town_id).or_insert(count);
        if count.as_of_on < known.as_of_on {
            *known = count;
        }
    }
    of_year
}

/// What a year's towns give an association.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FromTowns {
    /// 世帯数; none where a town of its map has no published count.
    pub households: Option<i64>,
    /// 人口, on the same terms.
    pub persons: Option<i64>,
    /// 基準日
    pub as_of_on: NaiveDate,
    /// File and sheet.
    pub source: String,
}

/// What the towns of a year give each association of the map.
pub fn of_towns(counts: &[TownCount], shares: &[TownShare], year: FiscalYear) -> HashMap<OrganisationId, FromTowns> {
    let of_year = counts_of(counts, year);
    let mut by_town: BTreeMap<TownId, Vec<TownShare>> = BTreeMap::new();
    for share in shares {
        by_town.entry(share.town_id).or_default().push(*share);
    }
    let mut found: HashMap<OrganisationId, FromTowns> = HashMap::new();
    for (town, shares) in &by_town {
        let count = of_year.get(town);
        let households = count.and_then(|c| c.households).map(|n| shared_out(n, shares));
        let persons = count.and_then(|c| c.persons).map(|n| shared_out(n, shares));
        for (at, share) in shares.iter().enumerate() {
            let part = |parts: &Option<Vec<(OrganisationId, i64)>>| parts.as_ref().map(|parts| parts[at].1);
            let (households, persons) = match share.part {
                Part::Households(n) => (Some(n), None),
                Part::Hundredths(_) => (part(&households), part(&persons)),
            };
            let own = FromTowns {
                households,
                persons,
                as_of_on: count.map_or(year.city_first_day(), |c| c.as_of_on),
                source: count.map_or_else(String::new, |c| c.source.clone()),
            };
            found.entry(share.association_id).and_modify(|sum| sum.add(&own)).or_insert(own);
        }
    }
    found
}

impl FromTowns {
    /// One unknown town leaves the whole unknown: a part of the households is no denominator.
    fn add(&mut self, other: &FromTowns) {
        let sum = |a: Option<i64>, b: Option<i64>| a.zip(b).map(|(a, b)| a + b);
        self.households = sum(self.households, other.households);
        self.persons = sum(self.persons, other.persons);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shares(parts: &[Part]) -> Vec<TownShare> {
        let town_id = TownId::new();
        parts.iter().map(|part| TownShare { town_id, association_id: OrganisationId::new(), part: *part }).collect()
    }

    fn numbers(count: i64, parts: &[Part]) -> Vec<i64> {
        shared_out(count, &shares(parts)).into_iter().map(|(_, n)| n).collect()
    }

    #[test]
    fn percentages_of_a_town_add_up_to_it() {
        let thirds = [Part::Hundredths(3_333), Part::Hundredths(3_333), Part::Hundredths(3_334)];
        assert_eq!(numbers(587, &thirds), [196, 195, 196]);
        assert_eq!(numbers(100, &[Part::Hundredths(2_550), Part::Hundredths(7_450)]), [26, 74], "half up, once");
        assert_eq!(numbers(100, &[Part::Hundredths(2_500)]), [25], "the rest of the town is nobody's");
        assert_eq!(numbers(587, &[Part::Households(40), Part::Hundredths(WHOLE)]), [40, 587], "explicit ones stay");
        for count in 0..300 {
            assert_eq!(numbers(count, &thirds).iter().sum::<i64>(), count, "{count}");
        }
    }

    #[test]
    fn shares_are_suggested_from_the_areas_of_the_records() {
        let town = |name: &str| Town { id: TownId::new(), name: name.into(), place: String::new() };
        let towns = [town("栗林町１丁目"), town("栗林町２丁目"), town("桜町１丁目")];
        let claim =
            |town: &str, households| Claim { association_id: OrganisationId::new(), town: town.into(), households };
        let claims = [
            claim("栗林町一丁目", Some(149)),
            claim("栗林町1丁目", Some(177)),
            claim("栗林町１丁目、栗林町２丁目", Some(261)),
            claim("桜町一丁目", None),
            claim("桜町一丁目", Some(20)),
            claim("駅前", Some(9)),
        ];
        let told: Vec<(&str, Part)> = suggest(&towns, &claims)
            .iter()
            .map(|s| (towns.iter().find(|t| t.id == s.town_id).unwrap().name.as_str(), s.part))
            .collect();
        assert_eq!(
            told,
            [
                ("栗林町１丁目", Part::Hundredths(2_538)),
                ("栗林町１丁目", Part::Hundredths(3_015)),
                ("栗林町１丁目", Part::Hundredths(4_447)),
                ("栗林町２丁目", Part::Hundredths(WHOLE)),
                ("桜町１丁目", Part::Hundredths(5_000)),
                ("桜町１丁目", Part::Hundredths(5_000)),
            ]
        );
    }

    #[test]
    fn a_town_that_a_record_names_twice_is_claimed_once() {
        let town = Town { id: TownId::new(), name: "栗林町１丁目".into(), place: String::new() };
        let claim =
            |town: &str| Claim { association_id: OrganisationId::new(), town: town.into(), households: Some(100) };
        let said = suggest(&[town], &[claim("栗林町1丁目、栗林町一丁目"), claim("栗林町１丁目")]);
        assert_eq!(said.iter().map(|share| share.part).collect::<Vec<_>>(), [Part::Hundredths(5_000); 2]);
    }

    #[test]
    fn a_town_without_a_published_count_gives_no_denominator() {
        let (a, b, association_id) = (TownId::new(), TownId::new(), OrganisationId::new());
        let on: NaiveDate = "2025-04-01".parse().unwrap();
        let count =
            |town_id, households| TownCount { town_id, as_of_on: on, households, persons: None, source: String::new() };
        let share = |town_id| TownShare { town_id, association_id, part: Part::Hundredths(WHOLE) };
        let of = |counts: &[TownCount]| {
            of_towns(counts, &[share(a), share(b)], FiscalYear(2025))[&association_id].households
        };
        assert_eq!(of(&[count(a, Some(100)), count(b, Some(20))]), Some(120));
        assert_eq!(of(&[count(a, Some(100)), count(b, None)]), None, "suppressed is not zero");
        assert_eq!(of(&[count(a, Some(100))]), None);
    }
}
