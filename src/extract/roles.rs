//! 角色: what a predicate says that its subject did.

use crate::lexicon::Class;
use crate::model::Role;
use crate::rules::Rule;
use crate::tag::reader::Reader;
use crate::text::CharSpan;

/// Something that a subject did, and the words that say so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deed {
    /// The role that it gives.
    pub role: Role,
    /// The rule that read it.
    pub rule: Rule,
    /// Its words.
    pub span: CharSpan,
}

/// The roles that a predicate gives: 出席会议并讲话 → attended, spoke.
///
/// A verb with an object of its own (宣读了…, 传达了…) hides what stands in that object, up to 并.
#[must_use]
pub fn roles(reader: &Reader, predicate: CharSpan) -> Vec<Deed> {
    let mut found: Vec<Deed> = Vec::new();
    if predicate.is_empty() {
        return vec![Deed { role: Role::Attended, rule: Rule::RoleListed, span: predicate }];
    }
    if reader.word(predicate.start, predicate.end, Class::QuoteVerbs).is_some_and(|end| !matches!(reader.at(end - 1), '说' | '诉' | '为'))
    {
        found.push(Deed { role: Role::Spoke, rule: Rule::RoleQuoted, span: predicate });
    }
    if matches!(reader.at(predicate.start), '以' | '从' | '结' | '用')
        && let Some(quote) =
            (predicate.start + 2..predicate.end).find(|&at| reader.word(at, predicate.end, Class::QuoteVerbs).is_some_and(|to| to > at + 1))
        && (predicate.start..predicate.end).all(|at| verb_at(reader, at, predicate.end).is_none())
    {
        found.push(Deed { role: Role::Spoke, rule: Rule::RoleQuoted, span: CharSpan::new(quote, predicate.end) });
    }
    let modal = reader.word(predicate.start, predicate.end, Class::Modals);
    let verb = reader.word(predicate.start, predicate.end, Class::SpeechFollow);
    if modal.is_some_and(|end| verb.is_none_or(|verb| verb <= end))
        && modal.is_some_and(|end| verb_at(reader, predicate.start, predicate.end).is_none_or(|(verb_end, _)| verb_end <= end))
    {
        return found;
    }
    let first =
        reader.word(predicate.start, predicate.end, Class::LeadWords).filter(|&end| end - predicate.start > 1).unwrap_or(predicate.start);
    let addressed = matches!(reader.at(first), '就' | '对' | '向' | '为' | '给' | '围' | '结' | '针' | '首');
    let place_end = place_phrase_end(reader, first, predicate.end);
    let mut joined = false;
    let mut at = predicate.start;
    while at < predicate.end {
        let Some((end, verb)) = verb_at(reader, at, predicate.end) else {
            joined = joined || reader.at(at) == '并';
            at = reader.step(at);
            continue;
        };
        let said_last = (end..predicate.end).take_while(|&i| reader.at(i) != '并').all(|i| verb_at(reader, i, predicate.end).is_none());
        if addressed && !joined && (!said_last || matches!(verb, Verb::Other | Verb::Plain(Role::Attended))) {
            at = end;
            continue;
        }
        let topic = at > predicate.start && matches!(reader.at(at - 1), '就' | '绕' | '合' | '对');
        if topic && matches!(verb, Verb::Other | Verb::Transitive(_)) && !said_last {
            at = end;
            continue;
        }
        if at < place_end && matches!(verb, Verb::Other | Verb::Transitive(_)) {
            at = end;
            continue;
        }
        let deed = match verb {
            Verb::Other => None,
            Verb::Plain(Role::Presented) | Verb::Witness if reader.word(end, predicate.end, Class::CeremonyNouns).is_some() => None,
            Verb::Plain(Role::Exchanged) if reader.words.longest_before(predicate.end, end, Class::Agreements).is_some() => {
                Some((Role::Attended, Rule::RoleWitnessed))
            }
            Verb::Witness => Some((Role::Attended, Rule::RoleWitnessed)),
            Verb::Plain(Role::Attended) if !attends_meeting(reader, end, predicate.end) => None,
            Verb::Transitive(_) if tells_experience(reader, at, end, predicate.end) => Some((Role::Exchanged, Rule::RoleExperience)),
            Verb::Plain(role) | Verb::Transitive(role) => Some((role, verb_rule(role))),
        };
        let new = deed.filter(|&(role, _)| found.iter().all(|known| known.role != role));
        found.extend(new.map(|(role, rule)| Deed { role, rule, span: CharSpan::new(at, end) }));
        at = if matches!(verb, Verb::Plain(_) | Verb::Witness) { end } else { behind_object(reader, end, predicate.end) };
    }
    found
}

/// Whether a predicate only looks back (回顾了…): by somebody who has the floor that is part of the speech.
#[must_use]
pub fn recounts(reader: &Reader, predicate: CharSpan) -> bool {
    reader.word(predicate.start, predicate.end, Class::RoleRecount).is_some()
}

/// A verb of the agenda.
enum Verb {
    /// Its object is a noun of the agenda or none: 出席会议, 作交流发言.
    Plain(Role),
    /// Its object may name other acts: 宣读…决定, 传达…讲话精神.
    Transitive(Role),
    /// An act of somebody who is present: 为…揭牌, 重温入党誓词.
    Witness,
    /// It says nothing of the subject's part, and its object nothing either: 听取…汇报.
    Other,
}

/// The rule that a verb of the agenda is read by.
const fn verb_rule(role: Role) -> Rule {
    match role {
        Role::Presided => Rule::RolePresided,
        Role::Attended => Rule::RoleAttended,
        Role::Spoke => Rule::RoleSpoke,
        Role::Reported => Rule::RoleReported,
        Role::Exchanged => Rule::RoleExchanged,
        Role::Announced => Rule::RoleAnnounced,
        Role::Presented => Rule::RolePresented,
    }
}

/// The longest verb that starts here.
fn verb_at(reader: &Reader, at: usize, limit: usize) -> Option<(usize, Verb)> {
    let word = |class| reader.word(at, limit, class);
    [
        (word(Class::RoleOther), Verb::Other),
        (word(Class::HoldingVerbs), Verb::Other),
        (word(Class::AwardVerbsPassive).filter(|&end| end - at > 1), Verb::Other),
        (word(Class::RoleAnnounce), Verb::Transitive(Role::Announced)),
        (word(Class::RolePreside), Verb::Plain(Role::Presided)),
        (word(Class::RoleAttend), Verb::Plain(Role::Attended)),
        (word(Class::RoleWitness), Verb::Witness),
        (word(Class::RoleExchange), Verb::Plain(Role::Exchanged)),
        (word(Class::RoleSpeak), Verb::Plain(Role::Spoke)),
        (word(Class::RoleReport), Verb::Transitive(Role::Reported)),
        (word(Class::RolePresent), Verb::Plain(Role::Presented)),
    ]
    .into_iter()
    .filter_map(|(end, verb)| end.map(|end| (end, verb)))
    .reduce(|best, next| if next.0 > best.0 { next } else { best })
}

/// The end of 在总结时, 在报告中: what somebody was doing then is told elsewhere.
fn place_phrase_end(reader: &Reader, at: usize, limit: usize) -> usize {
    if reader.at(at) != '在' {
        return at;
    }
    (at + 2..limit.min(at + 10)).find(|&i| matches!(reader.at(i), '时' | '中' | '后')).map_or(at, |i| i + 1)
}

/// Whether what stands behind 参加 or 出席 is a meeting: nothing, 会议, 仪式 …, and not 21个大项的角逐 or 接见.
fn attends_meeting(reader: &Reader, at: usize, limit: usize) -> bool {
    let from = if reader.at(at) == '了' { at + 1 } else { at };
    let end = (from..limit).find(|&i| reader.at(i) == '并').unwrap_or(limit);
    if reader.word(from, limit, Class::RoleAttendNot).is_some() {
        return false;
    }
    from >= end || (from..end).any(|i| reader.word(i, limit, Class::AttendObjects).is_some() || verb_at(reader, i, limit).is_some())
}

/// 介绍了节煤经验: telling experience is an exchange, not a report.
fn tells_experience(reader: &Reader, at: usize, end: usize, limit: usize) -> bool {
    reader.text(at, end).starts_with("介绍") && (end..limit).any(|i| reader.word(i, limit, Class::ExperienceNouns).is_some())
}

/// Where the object of a verb ends: at 并, or with the clause.
fn behind_object(reader: &Reader, at: usize, limit: usize) -> usize {
    let mut i = at;
    while i < limit && reader.at(i) != '并' {
        i = reader.step(i);
    }
    i.min(limit)
}
