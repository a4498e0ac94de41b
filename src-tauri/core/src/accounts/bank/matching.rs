//! 照らし合わせ: which entry a bank line is. Only what is beyond doubt is put together: one line, one entry, the same amount in
//! the same purse, at most some days apart. What could be one of several is left to the secretary, with the choices.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::{BankLine, BankLineId, BankLink};
use crate::accounts::{Entry, EntryId, PurseId};
use crate::money::Yen;
use crate::text::search_key;

/// How many days may lie between the slip and the passbook.
const NEAR_DAYS: i64 = 7;

/// What lines and entries are to each other.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Matches {
    /// The entries that a line is; several only where somebody said so.
    pub together: BTreeMap<BankLineId, Vec<EntryId>>,
    /// The entries that a line may be.
    pub maybe: BTreeMap<BankLineId, Vec<EntryId>>,
}

/// Matches the lines of a purse with its standing entries. What somebody decided stands before everything else; `is_alike`
/// says whether the words of a line name an entry, which decides between equals.
pub fn matches(
    purse: PurseId,
    lines: &[BankLine],
    entries: &[&Entry],
    links: &[BankLink],
    is_alike: impl Fn(&BankLine, &Entry) -> bool,
) -> Matches {
    let mut found = Matches { together: said(purse, lines, entries, links), ..Matches::default() };
    let joined: HashSet<EntryId> = found.together.values().flatten().copied().collect();
    let apart = links.iter().filter(|link| !link.is_same).map(|link| (link.line_id, link.entry_id)).collect();
    let mut pools: BTreeMap<Yen, Pool> = BTreeMap::new();
    for line in lines.iter().filter(|line| !found.together.contains_key(&line.id)) {
        pools.entry(line.said.amount_yen).or_default().lines.push(line);
    }
    for entry in entries.iter().filter(|entry| !joined.contains(&entry.id)) {
        if let Some(pool) = pools.get_mut(&entry.effect_on(purse)) {
            pool.entries.push(entry);
        }
    }
    let judge = Judge { apart: &apart, is_alike: &is_alike };
    for pool in pools.into_values() {
        judge.settle(pool.sorted(), &mut found);
    }
    judge.join_slips(purse, lines, entries, &mut found);
    found
}

/// What somebody decided, as far as it still holds: a line whose entries do not come to its amount any more, because one was
/// taken back, is open again.
fn said(
    purse: PurseId,
    lines: &[BankLine],
    entries: &[&Entry],
    links: &[BankLink],
) -> BTreeMap<BankLineId, Vec<EntryId>> {
    let mut together: BTreeMap<BankLineId, Vec<EntryId>> = BTreeMap::new();
    let mut sums: BTreeMap<BankLineId, Yen> = BTreeMap::new();
    for link in links.iter().filter(|link| link.is_same) {
        if let Some(entry) = entries.iter().find(|entry| entry.id == link.entry_id) {
            together.entry(link.line_id).or_default().push(entry.id);
            let sum = sums.entry(link.line_id).or_default();
            *sum += entry.effect_on(purse);
        }
    }
    together.retain(|id, _| lines.iter().any(|line| line.id == *id && sums.get(id) == Some(&line.said.amount_yen)));
    together
}

/// True when the words of the bank name the payee or the purpose of an entry.
pub fn is_named_in(bank_words: &str, entry: &Entry) -> bool {
    let words = search_key(bank_words);
    [&entry.counterparty, &entry.description].into_iter().map(|name| search_key(name)).any(|name| {
        let is_long = |text: &str| text.chars().count() >= 2;
        is_long(&name) && is_long(&words) && (words.contains(&name) || name.contains(&words))
    })
}

/// Lines and entries of one amount, by day.
#[derive(Default, Clone)]
struct Pool<'a> {
    lines: Vec<&'a BankLine>,
    entries: Vec<&'a Entry>,
}

impl<'a> Pool<'a> {
    fn sorted(mut self) -> Pool<'a> {
        self.lines.sort_by_key(|line| (line.said.dated_on, line.position, line.id));
        self.entries.sort_by_key(|entry| (entry.entered_on, entry.position, entry.id));
        self
    }

    fn without(&self, pairs: &[(&BankLine, &Entry)]) -> Pool<'a> {
        let is_left = |line: &&&BankLine| pairs.iter().all(|(other, _)| other.id != line.id);
        let stays = |entry: &&&Entry| pairs.iter().all(|(_, other)| other.id != entry.id);
        Pool {
            lines: self.lines.iter().filter(is_left).copied().collect(),
            entries: self.entries.iter().filter(stays).copied().collect(),
        }
    }
}

/// Slips that stand as more than one entry.
fn slips<'a>(entries: &'a [&'a Entry]) -> impl Iterator<Item = Vec<&'a Entry>> {
    let whole = |entry: &&'a Entry| {
        let halves = entries.iter().copied().filter(|one| one.is_half_of(entry));
        std::iter::once(*entry).chain(halves).collect::<Vec<_>>()
    };
    let is_first = |slip: &Vec<&Entry>| slip.len() > 1 && slip.iter().all(|one| slip[0].id <= one.id);
    entries.iter().map(whole).filter(is_first)
}

type Pair<'a> = (&'a BankLine, &'a Entry);

struct Judge<'j> {
    apart: &'j BTreeSet<(BankLineId, EntryId)>,
    is_alike: &'j dyn Fn(&BankLine, &Entry) -> bool,
}

impl Judge<'_> {
    /// A slip whose cost was parted stands as several entries and is one line of the bank: where no half has found a line, and
    /// one line and one slip of the same sum are near each other and no others are, they are the same.
    fn join_slips(&self, purse: PurseId, lines: &[BankLine], entries: &[&Entry], found: &mut Matches) {
        let taken: HashSet<EntryId> = found.together.values().chain(found.maybe.values()).flatten().copied().collect();
        let slips: Vec<Vec<&Entry>> =
            slips(entries).filter(|slip| slip.iter().all(|e| !taken.contains(&e.id))).collect();
        let fits = |line: &BankLine, slip: &[&Entry]| {
            let sum: Yen = slip.iter().map(|entry| entry.effect_on(purse)).sum();
            line.said.amount_yen == sum && slip.iter().all(|entry| self.is_near(line, entry))
        };
        let open: Vec<&BankLine> = lines.iter().filter(|line| !found.together.contains_key(&line.id)).collect();
        for line in &open {
            let of_line: Vec<&Vec<&Entry>> = slips.iter().filter(|slip| fits(line, slip)).collect();
            if let [slip] = of_line[..]
                && open.iter().filter(|other| fits(other, slip)).count() == 1
            {
                found.maybe.remove(&line.id);
                found.together.insert(line.id, slip.iter().map(|entry| entry.id).collect());
            }
        }
    }

    fn settle(&self, pool: Pool, found: &mut Matches) {
        for group in self.groups(&pool) {
            if group.lines.is_empty() || group.entries.is_empty() {
                continue;
            }
            let pairs = self.certain(&group);
            for (line, entry) in &pairs {
                found.together.insert(line.id, vec![entry.id]);
            }
            match pairs.is_empty() {
                true => self.leave_open(&group, found),
                false => self.settle(group.without(&pairs), found),
            }
        }
    }

    /// May be the same, by their days.
    fn is_near(&self, line: &BankLine, entry: &Entry) -> bool {
        let days = (line.said.dated_on - entry.entered_on).num_days().abs();
        days <= NEAR_DAYS && !self.apart.contains(&(line.id, entry.id))
    }

    /// What hangs together by days: a line and an entry of different groups are never the same.
    fn groups<'a>(&self, pool: &Pool<'a>) -> Vec<Pool<'a>> {
        let mut groups: Vec<Pool<'a>> = Vec::new();
        for line in &pool.lines {
            let mut whole = Pool { lines: vec![line], entries: vec![] };
            whole.entries.extend(pool.entries.iter().filter(|entry| self.is_near(line, entry)));
            let touches = |group: &Pool| group.entries.iter().any(|one| whole.entries.iter().any(|e| e.id == one.id));
            let (touched, apart): (Vec<_>, Vec<_>) = groups.into_iter().partition(|group| touches(group));
            groups = apart;
            for group in touched {
                whole.lines.extend(group.lines);
                let new = group.entries.into_iter().filter(|one| whole.entries.iter().all(|e| e.id != one.id));
                let new: Vec<_> = new.collect();
                whole.entries.extend(new);
            }
            groups.push(whole.sorted());
        }
        groups
    }

    /// The pairs of a group that are beyond doubt: as many lines as entries, each with its own; else what the words name, else
    /// the days on which there are as many of both.
    fn certain<'a>(&self, group: &Pool<'a>) -> Vec<Pair<'a>> {
        let named = self.named(group);
        if let Some(rest) = self.one_to_one(&group.without(&named)) {
            return named.into_iter().chain(rest).collect();
        }
        self.one_to_one(group)
            .or_else(|| Some(named).filter(|pairs| !pairs.is_empty()))
            .unwrap_or_else(|| self.same_day(group))
    }

    /// All lines with all entries in their order; none when they are not as many or a pair is too far apart.
    fn one_to_one<'a>(&self, group: &Pool<'a>) -> Option<Vec<Pair<'a>>> {
        let pairs: Vec<Pair> = group.lines.iter().copied().zip(group.entries.iter().copied()).collect();
        let is_whole = group.lines.len() == group.entries.len();
        (is_whole && pairs.iter().all(|(line, entry)| self.is_near(line, entry))).then_some(pairs)
    }

    /// Lines whose words name one entry only, which no other line names.
    fn named<'a>(&self, group: &Pool<'a>) -> Vec<Pair<'a>> {
        let are_alike = |line: &BankLine, entry: &Entry| self.is_near(line, entry) && (self.is_alike)(line, entry);
        let only = |line: &&'a BankLine| {
            let mut of_line = group.entries.iter().filter(|entry| are_alike(line, entry));
            let entry = of_line.next().filter(|_| of_line.next().is_none())?;
            let of_entry = group.lines.iter().filter(|line| are_alike(line, entry)).count();
            (of_entry == 1).then_some((*line, *entry))
        };
        group.lines.iter().filter_map(only).collect()
    }

    fn same_day<'a>(&self, group: &Pool<'a>) -> Vec<Pair<'a>> {
        let days: BTreeSet<_> = group.lines.iter().map(|line| line.said.dated_on).collect();
        let of_day = |day| Pool {
            lines: group.lines.iter().filter(|line| line.said.dated_on == day).copied().collect(),
            entries: group.entries.iter().filter(|entry| entry.entered_on == day).copied().collect(),
        };
        days.into_iter().filter_map(|day| self.one_to_one(&of_day(day))).flatten().collect()
    }

    fn leave_open(&self, group: &Pool, found: &mut Matches) {
        for line in &group.lines {
            let may_be = group.entries.iter().filter(|entry| self.is_near(line, entry)).map(|entry| entry.id);
            let may_be: Vec<EntryId> = may_be.collect();
            if !may_be.is_empty() {
                found.maybe.insert(line.id, may_be);
            }
        }
    }
}

#[cfg(test)]
mod tests;
