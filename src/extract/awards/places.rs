//! Places in a contest, each an honour of its own: 第二、第三名, 一、二、三等奖, 冠、亚、季军.

use super::super::honours::Honour;
use super::super::recipients::Expect;
use super::frames::{FAR, NEAR};
use super::prefix;
use crate::tag::reader::Reader;
use crate::text::CharSpan;

/// 第二、第三名, 全省第一名, 总评第一; 一、二、三等奖 as three.
pub(super) fn places(reader: &Reader, from: usize, end: usize) -> Vec<Honour> {
    let mut found = Vec::new();
    let mut start = from;
    let mut i = from;
    while i < end && i < from + FAR {
        let ordinal = if reader.at(i) == '第' { reader.number(i + 1, end) } else { None };
        let row = || reader.at(i + 2) == '、' && (i + 2..end.min(i + 12)).any(|k| reader.at(k) == '名') && reader.at(i + 3) != '第';
        if let Some((to, _)) = ordinal
            .filter(|_| !row())
            .filter(|&(to, _)| matches!(reader.at(to), '名' | '位' | '、' | '，' | '。' | '；' | '和' | '\n') || to == end)
        {
            let to = if to < end && matches!(reader.at(to), '名' | '位') { to + 1 } else { to };
            if i <= start + NEAR {
                found.push(Honour::new(reader, start, i, to, CharSpan::new(start, to)));
            }
            start = to;
        }
        if matches!(reader.at(i), '、' | '和' | '及') {
            start = i + 1;
        }
        i = reader.step(i);
    }
    if found.is_empty() { grades(reader, from, end) } else { found }
}

/// 一、二、三等奖, 第一、二、三名, 冠、亚、季军, 金、银、铜奖: the grade of each.
pub(super) fn grades(reader: &Reader, from: usize, end: usize) -> Vec<Honour> {
    let ends = ["等奖", "等功", "名", "军", "奖", "牌"];
    let metal = |i: usize| matches!(reader.at(i), '金' | '银' | '铜');
    let metals = |i: usize| i > from + 2 && metal(i - 1) && matches!(reader.at(i - 2), '、' | '和') && metal(i - 3);
    let ended =
        |i: usize| ends.iter().copied().find(|&tail| prefix(reader, i, tail).is_some() && (!matches!(tail, "奖" | "牌") || metals(i)));
    let Some((last, tail)) = (from..end.min(from + FAR)).find_map(|i| Some((i, ended(i)?))) else {
        return Vec::new();
    };
    let is_grade = |i: usize| match tail {
        "奖" | "牌" => metal(i),
        "军" => matches!(reader.at(i), '冠' | '亚' | '季'),
        _ => matches!(reader.at(i), '一' | '二' | '三' | '四' | '五' | '六' | '特'),
    };
    let mut at = last;
    let mut numbers = Vec::new();
    while at > from && is_grade(at - 1) {
        numbers.push(at - 1);
        at -= 1;
        if at > from && matches!(reader.at(at - 1), '、' | '和') {
            at -= 1;
        }
    }
    if numbers.len() < 2 {
        return Vec::new();
    }
    numbers.reverse();
    let head = reader.text(from, numbers[0]).replace(['“', '”', ' '], "");
    // 分获二、三名
    let head = if tail == "名" && !head.ends_with('第') { head + "第" } else { head };
    let span = CharSpan::new(from, last + tail.chars().count());
    numbers.iter().map(|&i| Honour { name: format!("{head}{}{tail}", reader.at(i)), span, core: from, expect: Expect::Either }).collect()
}
