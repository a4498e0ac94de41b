//! 団体の木: 協議会 → 地区 → 自治会 → 班, as it stands and as it stood. A body that moves keeps its past places, so that the
//! papers of past years stay as they were.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::{Organisation, OrganisationId};

/// 前の上部団体, until the day before the move.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormerParent {
    /// The body that moved.
    pub organisation_id: OrganisationId,
    /// Where it stood before; none: under the council itself.
    pub parent_id: Option<OrganisationId>,
    /// First day at the next place.
    pub moved_on: NaiveDate,
}

/// All bodies with their places through time.
#[derive(Debug, Default)]
pub struct Tree {
    bodies: HashMap<OrganisationId, Organisation>,
    former: HashMap<OrganisationId, Vec<FormerParent>>,
}

impl Tree {
    /// Of all bodies and all their former places.
    pub fn new(bodies: Vec<Organisation>, former: Vec<FormerParent>) -> Tree {
        let mut tree = Tree { bodies: bodies.into_iter().map(|b| (b.id, b)).collect(), former: HashMap::new() };
        for place in former {
            tree.former.entry(place.organisation_id).or_default().push(place);
        }
        tree.former.values_mut().for_each(|places| places.sort_by_key(|p| p.moved_on));
        tree
    }

    /// One body.
    pub fn body(&self, id: OrganisationId) -> Option<&Organisation> {
        self.bodies.get(&id)
    }

    /// Its name; empty when it is not there.
    pub fn name(&self, id: OrganisationId) -> &str {
        self.bodies.get(&id).map_or("", |b| &b.name)
    }

    /// What a body belonged to on that day.
    pub fn parent_on(&self, id: OrganisationId, day: NaiveDate) -> Option<OrganisationId> {
        let earlier = self.former.get(&id).into_iter().flatten().find(|place| place.moved_on > day);
        earlier.map_or_else(|| self.bodies.get(&id).and_then(|b| b.parent_id), |place| place.parent_id)
    }

    /// The body itself, what it belonged to on that day, and so on up; a circle ends where it began.
    pub fn up_from(&self, id: OrganisationId, day: NaiveDate) -> Vec<&Organisation> {
        let mut seen = HashSet::new();
        let mut path = Vec::new();
        let mut next = Some(id);
        while let Some(body) = next.filter(|id| seen.insert(*id)).and_then(|id| self.bodies.get(&id)) {
            path.push(body);
            next = self.parent_on(body.id, day);
        }
        path
    }

    /// The day of a body's last move; none when it always stood where it stands.
    pub fn moved_last(&self, id: OrganisationId) -> Option<NaiveDate> {
        self.former.get(&id).into_iter().flatten().map(|place| place.moved_on).max()
    }

    /// The days from `first` on, on which some body stands elsewhere than the day before, and the last day of all.
    pub fn days_of_moves(&self, first: NaiveDate) -> impl Iterator<Item = NaiveDate> {
        let days = self.former.values().flatten().map(|place| place.moved_on).filter(move |day| *day > first);
        days.chain([first, NaiveDate::MAX])
    }

    /// Where people live, as lists call it: 桜町東自治会 一班. Empty for a body in which nobody lives.
    pub fn place_name(&self, id: OrganisationId, day: NaiveDate) -> String {
        let path = self.up_from(id, day).into_iter().rev().filter(|body| body.kind.is_place());
        path.map(|body| body.name.as_str()).collect::<Vec<_>>().join(" ")
    }

    /// True when `id` stands below `above` on that day, or is it.
    pub fn is_within(&self, id: OrganisationId, above: OrganisationId, day: NaiveDate) -> bool {
        self.up_from(id, day).iter().any(|body| body.id == above)
    }

    /// Every body that there is on a day, parents before their parts and in the order of papers, each with how deep it
    /// stands. What belonged to a body that is no more stands where that stood; none is left out, not even in a circle.
    pub fn in_order(&self, day: NaiveDate) -> Vec<(usize, &Organisation)> {
        let mut below: HashMap<Option<OrganisationId>, Vec<&Organisation>> = HashMap::new();
        let mut all: Vec<&Organisation> = self.bodies.values().filter(|body| body.exists_on(day)).collect();
        all.sort_by_key(|body| (body.kind, body.position, body.id));
        for body in &all {
            let above = self.up_from(body.id, day).into_iter().skip(1).find(|above| above.exists_on(day));
            below.entry(above.map(|above| above.id)).or_default().push(body);
        }
        let mut found = Vec::with_capacity(all.len());
        let mut seen = HashSet::new();
        let roots = below.get(&None).cloned().unwrap_or_default();
        for root in roots.into_iter().chain(all) {
            let mut open = vec![(0, root)];
            while let Some((depth, body)) = open.pop() {
                if seen.insert(body.id) {
                    found.push((depth, body));
                    open.extend(below.get(&Some(body.id)).into_iter().flatten().rev().map(|part| (depth + 1, *part)));
                }
            }
        }
        found
    }
}

impl Organisation {
    /// True between its founding and its end.
    pub fn exists_on(&self, day: NaiveDate) -> bool {
        self.founded_on.is_none_or(|from| from <= day) && self.dissolved_on.is_none_or(|to| to > day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::roster::OrganisationKind;

    fn body(name: &str, kind: OrganisationKind, parent_id: Option<OrganisationId>) -> Organisation {
        Organisation { parent_id, ..Organisation::named(kind, name) }
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_body_that_moved_stands_where_it_stood() {
        let east = body("東地区", OrganisationKind::Area, None);
        let west = body("西地区", OrganisationKind::Area, None);
        let moved = body("桜町自治会", OrganisationKind::Association, Some(west.id));
        let block = body("一班", OrganisationKind::Block, Some(moved.id));
        let (east_id, west_id, moved_id, block_id) = (east.id, west.id, moved.id, block.id);
        let former = FormerParent { organisation_id: moved_id, parent_id: Some(east_id), moved_on: day("2025-04-01") };
        let tree = Tree::new(vec![east, west, moved, block], vec![former]);
        let path = |on: &str| tree.up_from(block_id, day(on)).iter().map(|b| b.name.as_str()).collect::<Vec<_>>();
        assert_eq!(path("2025-03-31"), ["一班", "桜町自治会", "東地区"]);
        assert_eq!(path("2025-04-01"), ["一班", "桜町自治会", "西地区"]);
        assert!(
            tree.is_within(block_id, west_id, day("2026-01-01"))
                && !tree.is_within(block_id, east_id, day("2026-01-01"))
        );
        let told = |on: &str| {
            let order = tree.in_order(day(on));
            order.into_iter().map(|(depth, body)| (depth, body.name.as_str())).collect::<Vec<_>>()
        };
        let parts = |moved_below: &str, on: &str| {
            let told = told(on);
            let at = told.iter().position(|(_, name)| *name == moved_below).unwrap();
            told[at..].iter().take(3).map(|(depth, name)| (*depth, *name)).collect::<Vec<_>>()
        };
        assert_eq!(parts("東地区", "2025-03-31"), [(0, "東地区"), (1, "桜町自治会"), (2, "一班")]);
        assert_eq!(parts("西地区", "2025-04-01"), [(0, "西地区"), (1, "桜町自治会"), (2, "一班")]);
    }

    #[test]
    fn what_belonged_to_a_body_that_is_no_more_is_still_told() {
        let council = body("協議会", OrganisationKind::Council, None);
        let area = Organisation {
            dissolved_on: Some(day("2025-04-01")),
            ..body("東地区", OrganisationKind::Area, Some(council.id))
        };
        let part = body("桜町自治会", OrganisationKind::Association, Some(area.id));
        let tree = Tree::new(vec![part, area, council], vec![]);
        let told = |on: &str| {
            tree.in_order(day(on)).into_iter().map(|(depth, body)| (depth, body.name.clone())).collect::<Vec<_>>()
        };
        assert_eq!(told("2025-03-31").len(), 3);
        assert_eq!(told("2025-04-01"), [(0, "協議会".to_owned()), (1, "桜町自治会".to_owned())]);
    }

    #[test]
    fn a_circle_ends_where_it_began() {
        let mut one = body("甲", OrganisationKind::Area, None);
        let two = body("乙", OrganisationKind::Area, Some(one.id));
        one.parent_id = Some(two.id);
        let id = one.id;
        let tree = Tree::new(vec![one, two], vec![]);
        assert_eq!(tree.up_from(id, day("2025-01-01")).len(), 2);
        assert_eq!(tree.in_order(day("2025-01-01")).len(), 2, "and nobody in it is lost");
    }
}
