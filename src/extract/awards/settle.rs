//! From what single places tell to the rows of the table.

use std::collections::HashMap;

use super::super::recipients::Named;
use super::Given;
use crate::clean::Clean;
use crate::model::Award;
use crate::rules::{Derived, Rule};

/// How many honours that end alike are compared with each other; a report has far fewer.
pub(super) const LOOKED_AT: usize = 64;

/// Whether two names are of one honour: 先进集体, 妇女儿童工作先进集体.
pub(super) fn same_honour(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    short == long || (short.chars().count() >= 3 && long.ends_with(short))
}

/// 五一劳动奖|状, 五一劳动奖|章: what is handed over with a prize.
fn prize(honour: &str) -> &str {
    let bare = honour.trim_end_matches(['状', '章', '牌', '杯']);
    if bare.ends_with('奖') { bare } else { honour }
}

/// 先进活动小组 says in other words what 先进委员活动小组 says.
pub(super) fn like_honour(a: &str, b: &str) -> bool {
    let ends = |text: &str| {
        let chars: Vec<char> = text.chars().collect();
        (chars.len() >= 4 && chars[chars.len() - 1] != '奖')
            .then(|| ([chars[0], chars[1]], [chars[chars.len() - 2], chars[chars.len() - 1]]))
    };
    same_honour(prize(a), prize(b)) || ends(a).is_some_and(|ends_of_a| ends(b) == Some(ends_of_a))
}

/// The last two characters of an honour: honours that are the same end alike.
fn ending(honour: &str) -> String {
    let chars: Vec<char> = prize(honour).chars().collect();
    chars[chars.len().saturating_sub(2)..].iter().collect()
}

/// Joins what several places tell: an honour without winners falls where the same one has winners, its number stays.
pub(super) fn settle(found: &[Given]) -> Vec<Given> {
    let mut alike: HashMap<String, Vec<usize>> = HashMap::new();
    for (i, given) in found.iter().enumerate() {
        alike.entry(ending(&given.honour)).or_default().push(i);
    }
    let mut settled: Vec<Given> = Vec::new();
    let mut unnamed: HashMap<String, Vec<usize>> = HashMap::new();
    for given in found {
        let key = ending(&given.honour);
        let others = || alike[&key].iter().take(LOOKED_AT).map(|&i| &found[i]);
        if given.winners.is_empty() && others().any(|other| !other.winners.is_empty() && like_honour(&other.honour, &given.honour)) {
            continue;
        }
        let mut given = given.clone();
        if given.winners.is_empty() {
            let known = unnamed.entry(key.clone()).or_default();
            let same = |i: usize| {
                let counts_agree = settled[i].count.is_none() || given.count.is_none() || settled[i].count == given.count;
                same_honour(&settled[i].honour, &given.honour) && counts_agree
            };
            if let Some(&i) = known.iter().take(LOOKED_AT).find(|&&i| same(i)) {
                if settled[i].count.is_none() && given.count.is_some() {
                    (settled[i].count, settled[i].number) = (given.count, Some(given.span));
                }
                continue;
            }
            known.push(settled.len());
        }
        if given.count.is_none() {
            let mut same = others().filter(|other| other.winners.is_empty() && same_honour(&other.honour, &given.honour));
            let elsewhere = same.find(|other| other.count.is_some());
            (given.count, given.number) = elsewhere.map_or((None, None), |other| (other.count, Some(other.span)));
        }
        settled.push(given);
    }
    settled
}

/// One row per honour and winner.
pub(super) fn rows(clean: &Clean, found: Vec<Given>) -> Derived<Award> {
    let mut table: Derived<Award> = Derived::default();
    let mut known: HashMap<String, Vec<usize>> = HashMap::new();
    for given in found {
        let span = clean.origin(given.span);
        let winners: Vec<Option<Named>> = if given.winners.is_empty() { vec![None] } else { given.winners.into_iter().map(Some).collect() };
        for winner in winners {
            let recipient_kind = winner.as_ref().map(|named| named.kind);
            let recipient = winner.map(|named| named.name);
            let same = known.entry(ending(&given.honour) + "\n" + recipient.as_deref().unwrap_or_default()).or_default();
            let one = |award: &Award| {
                let numbers_differ = award.count.is_some() && given.count.is_some() && award.count != given.count;
                same_honour(&award.honor, &given.honour) && !(numbers_differ && award.recipient.is_none())
            };
            let row = same.iter().take(LOOKED_AT).copied().find(|&i| one(&table.rows[i]));
            let row = row.unwrap_or_else(|| {
                same.push(table.rows.len());
                table.push(Award { honor: given.honour.clone(), recipient, recipient_kind, count: given.count, span })
            });
            table.rows[row].count = table.rows[row].count.or(given.count);
            table.because(row, given.rule, given.span);
            if let Some(number) = given.number {
                table.because(row, Rule::AwardNumberElsewhere, number);
            }
        }
    }
    table
}
