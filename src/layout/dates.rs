//! Dates as reports write them: `3月27日`, `2月28日—3月1日`, `2016年11月18-19日`, `29日`, `腊月二十六`, `今(28)日`.

use crate::lexicon::{Class, Matches};
use crate::text::CharSpan;

/// A date and where it stands, without the time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DateMention {
    /// Where it stands.
    pub span: CharSpan,
    /// The year, if written.
    pub year: Option<u32>,
    /// The month of the (first) day, if written.
    pub month: Option<u32>,
    /// The (first) day; none for a lunar date.
    pub day: Option<u32>,
    /// The last day, as (month, day): that of the date itself when it names one day only.
    pub last: (Option<u32>, Option<u32>),
}

impl DateMention {
    /// Whether another date is one of the days that this one names.
    pub(crate) fn covers(&self, other: &Self) -> bool {
        let key = |month: Option<u32>, day: Option<u32>| day.map(|day| month.or(other.month).or(self.month).unwrap_or(0) * 100 + day);
        match (key(self.month, self.day), key(self.last.0, self.last.1), key(other.month, other.day)) {
            (Some(first), Some(last), Some(day)) => first <= day && day <= last,
            _ => false,
        }
    }
}

/// The dates in a span, in order.
#[must_use]
pub fn dates(chars: &[char], span: CharSpan) -> Vec<DateMention> {
    let mut found = Vec::new();
    let mut at = span.start;
    while at < span.end {
        if (at == span.start || !is_digit(chars[at - 1]) || chars[at].is_ascii_digit() != chars[at - 1].is_ascii_digit())
            && let Some(date) = date_at(chars, at, span.end)
        {
            at = date.span.end;
            found.push(date);
        } else {
            at += 1;
        }
    }
    found
}

/// The date that begins at a character.
pub(crate) fn date_at(chars: &[char], at: usize, limit: usize) -> Option<DateMention> {
    let limit = limit.min(chars.len());
    iso(chars, at, limit)
        .or_else(|| today(chars, at, limit))
        .or_else(|| lunar(chars, at, limit))
        .or_else(|| solar(chars, at, limit))
        .or_else(|| dotted(chars, at, limit))
        .or_else(|| day_alone(chars, at, limit))
}

/// `2021-03-05`, `2021.3.5`, `2021/3/5`
fn iso(chars: &[char], at: usize, limit: usize) -> Option<DateMention> {
    let (year, next) = digits(chars, at, limit).filter(|&(year, next)| next == at + 4 && (1900..2100).contains(&year))?;
    let mark = *chars.get(next).filter(|c| matches!(c, '-' | '.' | '/' | '－'))?;
    let (month, next) = digits(chars, next + 1, limit).filter(|&(month, _)| (1..=12).contains(&month))?;
    chars.get(next).filter(|&&c| c == mark)?;
    let (day, end) = digits(chars, next + 1, limit).filter(|&(day, _)| (1..=31).contains(&day))?;
    Some(single(at, end, Some(year), Some(month), Some(day)))
}

/// `今(28)日`, `昨(28)日`, `今天（5月1日）`
fn today(chars: &[char], at: usize, limit: usize) -> Option<DateMention> {
    matches!(chars.get(at), Some('今' | '昨')).then_some(())?;
    let mut next = at + 1;
    if matches!(chars.get(next), Some('天' | '日')) {
        next += 1;
    }
    matches!(chars.get(next), Some('(' | '（')).then_some(())?;
    let (first, mut next) = number(chars, next + 1, limit)?;
    let mut month = None;
    let mut day = first;
    if chars.get(next) == Some(&'月') {
        month = Some(first);
        (day, next) = number(chars, next + 1, limit)?;
    }
    if matches!(chars.get(next), Some('日' | '号')) {
        next += 1;
    }
    matches!(chars.get(next), Some(')' | '）')).then_some(())?;
    next += 1;
    if matches!(chars.get(next), Some('日' | '天')) && next < limit {
        next += 1;
    }
    (next <= limit && (1..=31).contains(&day)).then(|| single(at, next, None, month, Some(day)))
}

/// `腊月二十六`, `农历正月初八`
fn lunar(chars: &[char], at: usize, limit: usize) -> Option<DateMention> {
    let mut next = at;
    if chars[at..limit].starts_with(&['农', '历']) {
        next += 2;
    }
    let named = next > at;
    let special = matches!(chars.get(next), Some('正' | '腊' | '冬'));
    if special {
        next += 1;
    } else if named {
        next = number(chars, next, limit)?.1;
    } else {
        return None;
    }
    (chars.get(next) == Some(&'月')).then_some(())?;
    next += 1;
    if chars.get(next) == Some(&'初') {
        // 正月初八一早: one digit follows.
        let end = next + 2;
        return (end <= limit && number(chars, next + 1, end).is_some_and(|(day, _)| (1..=10).contains(&day)))
            .then(|| single(at, end, None, None, None));
    }
    if chars.get(next) == Some(&'廿') {
        next += 1;
        next = number(chars, next, limit).map_or(next, |(_, end)| end);
    } else {
        next = number(chars, next, limit)?.1;
    }
    (next <= limit).then(|| single(at, next, None, None, None))
}

/// Years that are counted from 1912 (民国): 2011 and later, which have three digits.
const REPUBLIC: std::ops::Range<u32> = 100..150;

/// `3月27日`, `2018年3月5日至7日`, `二月二十一日`, `112年3月5日`, `民国112年3月5日`
fn solar(chars: &[char], at: usize, limit: usize) -> Option<DateMention> {
    if chars[at.min(limit)..limit].starts_with(&['民', '国']) {
        let date = solar(chars, at + 2, limit).filter(|date| date.year.is_some())?;
        return Some(DateMention { span: CharSpan::new(at, date.span.end), ..date });
    }
    let (first, next) = number(chars, at, limit)?;
    let (year, month, next) = match chars.get(next) {
        Some('年') if (1900..2100).contains(&first) || REPUBLIC.contains(&first) => {
            let (month, next) = number(chars, next + 1, limit)?;
            (chars.get(next) == Some(&'月')).then_some(())?;
            (Some(if first < 1900 { first + 1911 } else { first }), month, next)
        }
        Some('月') => (None, first, next),
        _ => return None,
    };
    let (day, next) = number(chars, next + 1, limit).filter(|&(day, next)| next <= limit && (1..=31).contains(&day))?;
    (1..=12).contains(&month).then_some(())?;
    let closed = matches!(chars.get(next), Some('日' | '号')) && next < limit;
    let next = next + usize::from(closed);
    match range_end(chars, next, limit) {
        Some((to, end)) => {
            let last = (to.0.or(Some(month)), Some(to.1));
            Some(DateMention { span: CharSpan::new(at, end), year, month: Some(month), day: Some(day), last })
        }
        None => closed.then(|| single(at, next, year, Some(month), Some(day))),
    }
}

/// `5.6日`: month and day.
fn dotted(chars: &[char], at: usize, limit: usize) -> Option<DateMention> {
    let digit = at.checked_sub(1).is_some_and(|before| chars[before].is_ascii_digit() || chars[before] == '.');
    let (month, next) = digits(chars, at, limit).filter(|&(month, _)| !digit && (1..=12).contains(&month))?;
    chars.get(next).filter(|&&c| matches!(c, '.' | '．'))?;
    let (day, end) = digits(chars, next + 1, limit).filter(|&(day, _)| (1..=31).contains(&day))?;
    (matches!(chars.get(end), Some('日' | '号')) && end < limit).then(|| single(at, end + 1, None, Some(month), Some(day)))
}

/// `29日`, `18日至19日`; not `15日内`, `3日游`.
fn day_alone(chars: &[char], at: usize, limit: usize) -> Option<DateMention> {
    let arabic = chars.get(at)?.is_ascii_digit();
    if !arabic || at > 0 && matches!(chars[at - 1], '月' | '第' | '期' | '年' | '每' | '-' | '近' | '隔') {
        return None;
    }
    let (day, next) = digits(chars, at, limit).filter(|&(day, next)| next <= at + 2 && (1..=31).contains(&day))?;
    let closed = chars.get(next) == Some(&'日') && next < limit;
    let next = next + usize::from(closed);
    let date = match range_end(chars, next, limit) {
        Some(((None, last), end)) if last > day => {
            DateMention { span: CharSpan::new(at, end), year: None, month: None, day: Some(day), last: (None, Some(last)) }
        }
        _ if closed => single(at, next, None, None, Some(day)),
        _ => return None,
    };
    let after = chars.get(date.span.end);
    (!matches!(after, Some('内' | '游' | '前' | '后' | '起' | '以' | '之' | '制' | '元' | '报' | '电' | '的'))).then_some(date)
}

/// The rest of a range: `至3月1日`, `-19日`, `、22日`, as ((month, day), end).
fn range_end(chars: &[char], at: usize, limit: usize) -> Option<((Option<u32>, u32), usize)> {
    let mut next = at;
    while next < limit && matches!(chars[next], '至' | '到' | '-' | '—' | '–' | '~' | '～' | '－' | '、' | '和' | '─') && next < at + 2
    {
        next += 1;
    }
    (next > at).then_some(())?;
    let (first, end) = number(chars, next, limit)?;
    match chars.get(end) {
        Some('日' | '号') if end < limit && (1..=31).contains(&first) => Some(((None, first), end + 1)),
        Some('月') if (1..=12).contains(&first) => {
            let (day, end) = number(chars, end + 1, limit)?;
            (matches!(chars.get(end), Some('日' | '号')) && end < limit && (1..=31).contains(&day)).then_some(((Some(first), day), end + 1))
        }
        _ => None,
    }
}

fn single(start: usize, end: usize, year: Option<u32>, month: Option<u32>, day: Option<u32>) -> DateMention {
    DateMention { span: CharSpan::new(start, end), year, month, day, last: (month, day) }
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || chinese_digit(c).is_some()
}

/// A number of up to four digits, Arabic or Chinese, and where it ends.
fn number(chars: &[char], at: usize, limit: usize) -> Option<(u32, usize)> {
    digits(chars, at, limit).or_else(|| chinese_number(chars, at, limit))
}

fn digits(chars: &[char], at: usize, limit: usize) -> Option<(u32, usize)> {
    let end = (at..limit.min(at + 5)).find(|&i| !chars[i].is_ascii_digit()).unwrap_or(limit.min(at + 5));
    (end > at && end <= at + 4).then(|| (chars[at..end].iter().filter_map(|c| c.to_digit(10)).fold(0, |n, d| n * 10 + d), end))
}

fn chinese_digit(c: char) -> Option<u32> {
    Some(match c {
        '〇' | '零' | '○' => 0,
        '一' => 1,
        '二' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

/// `二十六`, `十`, `二〇一九`
fn chinese_number(chars: &[char], at: usize, limit: usize) -> Option<(u32, usize)> {
    let end = (at..limit.min(at + 5)).find(|&i| chinese_digit(chars[i]).is_none() && chars[i] != '十').unwrap_or(limit.min(at + 5));
    let word = chars.get(at..end).filter(|word| !word.is_empty())?;
    if let Some(ten) = word.iter().position(|&c| c == '十') {
        let tens = if ten == 0 { 1 } else { chinese_digit(word[0])? };
        let ones = word.get(ten + 1).map_or(Some(0), |&c| chinese_digit(c))?;
        return (ten <= 1 && word.len() <= ten + 2).then_some((tens * 10 + ones, end));
    }
    (word.len() <= 4).then(|| (word.iter().filter_map(|&c| chinese_digit(c)).fold(0, |n, d| n * 10 + d), end))
}

/// Where the time of day or weekday behind a date ends: `上午`, `下午3时许`, `（星期五）`, `晚`.
pub(crate) fn after_time(chars: &[char], matches: &Matches, at: usize, limit: usize) -> usize {
    let mut next = at;
    if matches!(chars.get(next), Some('(' | '（')) {
        let close = (next..limit.min(next + 8)).find(|&i| matches!(chars[i], ')' | '）'));
        let weekday = chars.get(next + 1).is_some_and(|c| matches!(c, '星' | '周' | '农' | '礼' | '正' | '腊'));
        if let (Some(close), true) = (close, weekday) {
            next = close + 1;
        }
    }
    // 下午下班后
    for _ in 0..2 {
        next = matches.longest(next, limit, Class::MeetingDayTimes).unwrap_or(next);
    }
    if let Some((_, end)) = number(chars, next, limit)
        && matches!(chars.get(end), Some('时' | '点' | ':' | '：'))
    {
        next = end + 1;
        if let Some((_, end)) = number(chars, next, limit) {
            next = end;
        }
        while next < limit && matches!(chars[next], '分' | '许' | '整' | '半') {
            next += 1;
        }
    }
    next.min(limit)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        let chars: Vec<char> = text.chars().collect();
        dates(&chars, CharSpan::new(0, chars.len())).iter().map(|d| chars[d.span.range()].iter().collect()).collect()
    }

    #[test]
    fn dates_keep_their_wording() {
        for text in [
            "3月27日",
            "2月21日至22日",
            "2月28日—3月1日",
            "1月9至10日",
            "2016年11月18-19日",
            "29日",
            "腊月二十六",
            "农历八月十五",
            "今(28)日",
            "二〇一九年三月五日",
            "2021-03-05",
            "5月3、4日",
            "5.6日",
            "民国一一〇年五月六日",
        ] {
            assert_eq!(found(&format!("{text}下午，村里开会")), [text]);
        }
        assert!(found("15日内办结，3日后答复，第3日再看，昨日散会").is_empty());
    }

    #[test]
    fn a_range_covers_its_days() {
        let chars: Vec<char> = "1月9至10日，1月10日，1月11日".chars().collect();
        let all = dates(&chars, CharSpan::new(0, chars.len()));
        assert!(all[0].covers(&all[1]));
        assert!(!all[0].covers(&all[2]));
    }
}
