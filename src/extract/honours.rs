//! 荣誉: honours as a grammar. An honour is quoted (“五星党支部”称号), ends with a head of its own (标兵、一等奖), or is an
//! adjective with a noun (优秀少先队员), each with the words of its field before it.

use crate::lexicon::Class;
use crate::tag::reader::{Reader, is_mark};
use crate::text::CharSpan;

/// The longest honour with its field, in characters.
const LONGEST: usize = 30;

/// An honour in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Honour {
    /// The name, without quotes and years.
    pub name: String,
    /// Where it stands, with quotes and 称号.
    pub span: CharSpan,
}

/// All honours in a stretch, in order. Fields reach back to a mark, a number or the start of the stretch.
#[must_use]
pub fn honours(reader: &Reader, start: usize, end: usize) -> Vec<Honour> {
    let mut found: Vec<Honour> = Vec::new();
    let mut from = start;
    let mut at = start;
    while at < end {
        if let Some(honour) = honour_at(reader, from, at, end) {
            at = honour.span.end;
            from = at;
            let shared = shared_adjective(reader, &honour, end);
            found.push(honour);
            if let Some(second) = shared {
                at = second.span.end;
                from = at;
                found.push(second);
            }
            continue;
        }
        let next = if reader.at(at) == '“' { at + 1 } else { reader.step(at) };
        from = field_start(reader, from, at, next, end);
        at = next;
    }
    found
}

/// Where the field of a coming honour can start: behind marks, conjunctions, 的, verbs and numbers with a measure.
fn field_start(reader: &Reader, from: usize, at: usize, next: usize, end: usize) -> usize {
    let c = reader.at(at);
    if is_mark(c) || matches!(c, '的' | '和' | '及' | '与' | '了' | '“' | '”' | '对' | ' ') {
        return next;
    }
    if at >= from
        && let Some((to, _)) = reader.number(at, end)
        && let Some(to) = reader.word(to, end, Class::NumberMeasures)
    {
        return to.max(from);
    }
    from
}

/// The honour whose quoted text, head or adjective stands at `at`, its field reaching back to `from` at most.
fn honour_at(reader: &Reader, from: usize, at: usize, end: usize) -> Option<Honour> {
    if reader.at(at) == '“' {
        return quoted(reader, from, at, end);
    }
    let head_end = head_at(reader, at, end)?;
    let start = year_end(reader, from.max(at.saturating_sub(LONGEST)), at);
    let name = reader.text(start, head_end).replace(['“', '”'], "");
    Some(Honour { name, span: CharSpan::new(start, tail_end(reader, head_end, end)) })
}

/// “金扳手”班组, “学习强国”知识竞赛团体一等奖, “终身荣誉会长”.
fn quoted(reader: &Reader, from: usize, at: usize, end: usize) -> Option<Honour> {
    let close = reader.closing(at).filter(|&close| close <= end && (4..=LONGEST).contains(&(close - at)))?;
    if (at..close).any(|i| matches!(reader.at(i), '，' | '。' | '；')) {
        return None;
    }
    let goes_on = (close..end.min(close + 14))
        .take_while(|&i| !is_mark(reader.at(i)) && !matches!(reader.at(i), '和' | '的' | '“' | '及'))
        .find_map(|i| reader.word(i, end, Class::HonourHeads))
        .or_else(|| {
            reader
                .word(close, end, Class::HonourNouns)
                .filter(|&to| to - close > 1 && reader.word(close, end, Class::HonourTails).is_none() && !reader.is_boundary(close, end))
        })
        .filter(|_| reader.word(close, end, Class::HonourTails).is_none());
    let field = if from < at && from + 12 > at { from } else { at };
    let outer = if goes_on.is_some() { year_end(reader, field, at) } else { at };
    let name_end = goes_on.filter(|&to| !starts_people(reader, close, to)).unwrap_or(close);
    let name = if name_end > close { reader.text(outer, name_end) } else { reader.text(at, close) };
    Some(Honour { name: name.replace(['“', '”'], ""), span: CharSpan::new(outer.min(at), tail_end(reader, name_end, end)) })
}

/// “最美白衣天使”代表: the people, not more of the honour.
fn starts_people(reader: &Reader, at: usize, end: usize) -> bool {
    reader.text(at, end) == "代表"
}

/// The end of the honour whose own head or adjective starts here.
fn head_at(reader: &Reader, at: usize, limit: usize) -> Option<usize> {
    if reader.word(at, limit, Class::HonoursNot).is_some() {
        return None;
    }
    let head = reader.word(at, limit, Class::HonourHeads).map(|end| grown(reader, end, limit));
    let adjective = reader.word(at, limit, Class::HonourAdjectives).and_then(|end| noun_behind(reader, end, limit));
    head.max(adjective)
}

/// 优秀员工 → 优秀员工奖; 岗位能手标兵.
fn grown(reader: &Reader, end: usize, limit: usize) -> usize {
    if reader.at(end) == '奖' && end < limit && !matches!(reader.at(end + 1), '项' | '牌' | '杯' | '状' | '励' | '金') {
        return end + 1;
    }
    reader.word(end, limit, Class::HonourHeads).unwrap_or(end)
}

/// The noun that an adjective of honour goes with, a few characters on; the longest where several start, the first one that is not itself
/// followed by another.
fn noun_behind(reader: &Reader, at: usize, limit: usize) -> Option<usize> {
    let stop = limit.min(at + 10);
    let mut i = at;
    let mut best: Option<usize> = None;
    while i < stop && !is_mark(reader.at(i)) && !matches!(reader.at(i), '和' | '及' | '的' | '”' | '“') {
        if best.is_some_and(|end| i > end) {
            break;
        }
        if let Some(to) = reader.word(i, limit, Class::HonourNouns).filter(|&to| to - i > 1 || ends_honour(reader, to, limit))
            && best.is_none_or(|end| to > end)
        {
            best = Some(to);
        }
        i += 1;
    }
    best.map(|end| grown(reader, end, limit))
}

fn ends_honour(reader: &Reader, at: usize, limit: usize) -> bool {
    reader.is_boundary(at, limit)
        || matches!(reader.at(at), '”' | '奖' | '和' | '及')
        || reader.word(at, limit, Class::HonourTails).is_some()
}

/// 先进集体和个人: the adjective holds for the second noun.
fn shared_adjective(reader: &Reader, honour: &Honour, limit: usize) -> Option<Honour> {
    let joined = matches!(reader.at(honour.span.end), '和' | '及' | '、' | '与');
    let from = honour.span.end + 1;
    let noun_end = reader
        .word(from, limit, Class::HonourNouns)
        .filter(|&to| joined && to - from > 1 && ["个人", "集体", "单位"].contains(&reader.text(from, to).as_str()))?;
    let at = honour.name.find("先进").or_else(|| honour.name.find("优秀"))?;
    let adjective: String = honour.name[at..].chars().take(2).collect();
    Some(Honour { name: adjective + &reader.text(from, noun_end), span: CharSpan::new(from, noun_end) })
}

/// Passes over 2023年度 before an honour.
fn year_end(reader: &Reader, from: usize, at: usize) -> usize {
    let mut start = from;
    if let Some((end, _)) = reader.number(start, at)
        && reader.at(end) == '年'
    {
        start = end + 1;
        if reader.at(start) == '度' {
            start += 1;
        }
    }
    while start < at && matches!(reader.at(start), ' ' | '“') && reader.closing(start).is_none() {
        start += 1;
    }
    start
}

/// Behind 称号, 荣誉称号, 奖牌.
fn tail_end(reader: &Reader, at: usize, limit: usize) -> usize {
    let mut end = at;
    if end < limit && reader.at(end) == '”' {
        end += 1;
    }
    reader.word(end, limit, Class::HonourTails).unwrap_or(end)
}
