//! What stands before a list of participants: 参加会议的有, 主持人是, 听取了, 邀请.

use super::super::reader::Reader;
use super::LONGEST_LEAD;
use super::clauses::clause_end;
use crate::lexicon::Class;
use crate::text::CharSpan;

/// 会议听取了…, 大会审议通过了…: where the list of what was heard starts.
pub(super) fn heard(reader: &Reader, at: usize, clause_end: usize) -> Option<usize> {
    let verb = |i: usize| matches!((reader.at(i), reader.at(i + 1)), ('听', '取') | ('审', '议'));
    // 到会|听取意见: what somebody did there
    let there = |i: usize| i > at + 1 && reader.at(i - 2) == '到';
    let mut from = (at..clause_end.min(at + 8)).find(|&i| verb(i)).filter(|&i| !there(i))? + 2;
    while matches!(reader.at(from), '和' | '并' | '审' | '议' | '了' | '通' | '过' | '讨' | '论') {
        from += 1;
    }
    Some(from)
}

/// 在县长林知远，副县长秦关的见证下, 在党委书记林知远的带领下: the words behind the list.
pub(super) fn witnessed(reader: &Reader, at: usize, limit: usize) -> Option<CharSpan> {
    if reader.at(at) != '在' {
        return None;
    }
    let word = |i: usize| [Class::RoleWitness, Class::RolePreside].iter().find_map(|&class| reader.word(i, limit, class));
    let under = |to: usize| if reader.at(to - 1) == '下' { Some(to) } else { (reader.at(to) == '下').then_some(to + 1) };
    let mut clause = (at + 2..limit.min(at + 160)).take_while(|&i| reader.at(i) != '。');
    clause.find_map(|i| word(i).and_then(under).map(|to| CharSpan::new(i, to)))
}

/// The longest words for an occasion: 在全体会议的工作报告中.
const LONGEST_OCCASION: usize = 14;

/// 在工作报告中, 在讲话中: the end of the occasion on which somebody spoke.
pub(in crate::tag) fn occasion(reader: &Reader, at: usize, limit: usize) -> Option<usize> {
    let middle = (at + 3..limit.min(at + LONGEST_OCCASION)).find(|&i| reader.at(i) == '中').filter(|_| reader.at(at) == '在')?;
    let talks = [Class::RoleSpeak, Class::RoleReport, Class::RoleExchange];
    talks.iter().any(|&class| reader.words.longest_before(middle, at, class).is_some()).then_some(middle + 1)
}

/// 主持人是, 晚会主持由…担任: where the name behind it starts.
pub(super) fn chair_lead(reader: &Reader, at: usize, clause_end: usize) -> Option<usize> {
    // 主持会议的是
    let presides = (at..clause_end.min(at + 4)).find_map(|i| reader.word(i, clause_end, Class::RolePreside));
    let of =
        presides.and_then(|to| (to..clause_end.min(to + 8)).find(|&i| reader.at(i) == '的' && matches!(reader.at(i + 1), '是' | '为')));
    if let Some(of) = of {
        return Some(of + 2);
    }
    let held = || (at..clause_end).any(|i| reader.at(i) == '担' && reader.at(i + 1) == '任');
    let label = |from: usize| reader.word(from, clause_end, Class::FieldChair);
    let leads = |to: usize| matches!(reader.at(to), '是' | '为') || reader.at(to) == '由' && held();
    (at..clause_end.min(at + 6)).find_map(label).filter(|&to| leads(to)).map(|to| to + 1)
}

/// 主持会议的是, 第一个发言的是: where 的是 stands behind a verb of the agenda that opens the clause.
pub(super) fn cleft_lead(reader: &Reader, at: usize, clause_end: usize) -> Option<usize> {
    let of = (at + 2..clause_end.min(at + 24)).find(|&i| reader.at(i) == '的' && reader.at(i + 1) == '是')?;
    let classes = [
        Class::RolePreside,
        Class::RoleExchange,
        Class::RoleSpeak,
        Class::RoleReport,
        Class::RolePresent,
        Class::RoleAnnounce,
        Class::RoleAttend,
    ];
    let verb = |i: usize| classes.iter().any(|&class| reader.word(i, of, class).is_some());
    let inner = (at..of).any(|i| matches!(reader.at(i), '是' | '的' | '受' | '被'));
    (!inner && (at..of).any(verb)).then_some(of)
}

/// 参加会议的还有, 出席会议的领导有: where the list behind it starts.
pub(super) fn list_lead(reader: &Reader, at: usize, clause_end: usize) -> Option<usize> {
    let counted = (at..clause_end.min(at + 8)).find_map(|i| reader.word(i, clause_end, Class::ListLeads));
    if counted.is_some() {
        return counted;
    }
    if let Some(judges) = judges_lead(reader, at, clause_end) {
        return Some(judges);
    }
    let verb = (at..clause_end.min(at + 8)).find(|&i| reader.word(i, clause_end, Class::RoleAttend).is_some())?;
    let of = (verb..clause_end.min(verb + 14)).find(|&i| reader.at(i) == '的');
    // 围着圆桌坐下的，有…
    let paused = |of: usize| of + 1 == clause_end && reader.at(of + 1) == '，' && reader.at(of + 2) == '有';
    let has = match of {
        Some(of) if paused(of) => of + 2,
        Some(of) => {
            let also = |i: usize| reader.at(i) == '还' && reader.at(i + 1) == '有';
            let near = (of..clause_end.min(of + 8)).find(|&i| reader.at(i) == '有');
            near.or_else(|| (of..clause_end.min(of + LONGEST_LEAD)).find(|&i| also(i)).map(|i| i + 1))?
        }
        None => (verb..clause_end.min(verb + 8))
            .find(|&i| reader.at(i) == '有' && reader.words.longest_before(i, verb, Class::GroupHeads).is_some())?,
    };
    Some(if reader.at(has + 1) == '：' { has + 2 } else { has + 1 })
}

/// 本次决赛评委由…组成, 担任大赛评委的有…: where the names begin.
pub(super) fn judges_lead(reader: &Reader, at: usize, clause_end: usize) -> Option<usize> {
    let judges = (at..clause_end.min(at + 16)).find_map(|i| reader.word(i, clause_end, Class::Judges))?;
    let of = judges + usize::from(reader.at(judges) == '的');
    matches!(reader.at(of), '由' | '有' | '是' | '为').then_some(of + 1)
}

/// 学校特别邀请县医院院长林知远作讲座: where those who are invited are named.
pub(super) fn invited(reader: &Reader, at: usize, clause_end: usize) -> Option<usize> {
    // 会议特邀省人民医院林知远教授授课, but not 特邀嘉宾
    let specially =
        |i: usize| reader.at(i) == '特' && reader.at(i + 1) == '邀' && reader.words.longest_before(i, at, Class::Gatherings).is_some();
    let verb = (at..clause_end).find(|&i| reader.at(i) == '邀' && reader.at(i + 1) == '请' || specially(i))?;
    let by_others = (verb.saturating_sub(12).max(at)..verb).any(|i| matches!(reader.at(i), '应' | '受'));
    let from = verb + 2 + usize::from(matches!(reader.at(verb + 2), '了' | '到'));
    (!by_others && reader.at(verb + 2) != '函').then_some(from)
}

/// Whether the next clause tells of an act of the agenda.
pub(super) fn acts(reader: &Reader, at: usize, limit: usize) -> bool {
    let end = clause_end(reader, at, limit);
    let classes = [Class::RoleReport, Class::RoleExchange, Class::RoleSpeak, Class::RolePresent, Class::RoleAttend];
    classes.iter().any(|&class| reader.words.first(at, end, class).is_some())
}

/// 组织全体党员学习…: where those who are gathered are named.
pub(super) fn organized(reader: &Reader, at: usize, clause_end: usize) -> Option<usize> {
    (at..clause_end)
        .find(|&i| reader.at(i) == '组' && reader.at(i + 1) == '织' && reader.word(i + 2, clause_end, Class::GroupDeterminers).is_some())
        .map(|i| i + 2)
}
