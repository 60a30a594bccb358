//! The posts that stand before, behind and in brackets beside a name.

use super::super::name::{follow, post_end};
use super::super::reader::Reader;
use super::words::inside_word;
use crate::lexicon::Class;
use crate::text::CharSpan;

/// 林知远（村党支部书记、村委会主任）: the posts in a bracket; one that only adds another (兼…) is a remark.
pub(super) fn bracketed_posts(reader: &Reader, at: usize, end: usize) -> Vec<CharSpan> {
    if end - at > 40 || reader.at(at + 1) == '兼' || reader.words.longest_before(end - 1, at, Class::PostHeads).is_none() {
        return Vec::new();
    }
    let marks = (at + 1..end).filter(|&i| i == end - 1 || matches!(reader.at(i), '、' | '，'));
    let mut from = at + 1;
    marks.map(|mark| CharSpan::new(std::mem::replace(&mut from, mark + 1), mark)).filter(|span| !span.is_empty()).collect()
}

/// The longest remark in brackets behind a name (2009年入职), with its brackets.
const LONGEST_REMARK: usize = 20;

/// 同志, a remark in brackets and a post behind a name: the end of it all and the posts.
pub(super) fn behind_name(reader: &Reader, at: usize, limit: usize) -> (usize, Vec<CharSpan>) {
    let mut end = at;
    let address = at + usize::from(reader.at(at) == ' ');
    if let Some(to) = reader.word(address, limit, Class::Honorifics) {
        end = to;
    }
    if reader.at(end) == '（'
        && let Some(to) = reader.closing(end)
    {
        let posts = bracketed_posts(reader, end, to);
        if !posts.is_empty() {
            return (to, posts);
        }
        if to - end <= LONGEST_REMARK {
            end = to;
        }
    }
    let post = post_end(reader, end, limit).filter(|&to| {
        let verb = reader.words.is(end, to, Class::GroupHeads) && reader.words.is(end, to, Class::SpeechFollow);
        let none = [Class::GenericGroups, Class::Honorifics].iter().any(|&class| reader.words.is(end, to, class));
        (follow(reader, to, limit) > 0 || joins_posts(reader, to)) && !verb && !none
    });
    match post {
        Some(to) => concurrent_posts(reader, CharSpan::new(end, to), limit),
        None => (end, Vec::new()),
    }
}

/// 林知远校长兼书记: the posts that 兼 joins to one behind a name.
pub(super) fn concurrent_posts(reader: &Reader, first: CharSpan, limit: usize) -> (usize, Vec<CharSpan>) {
    let mut posts = vec![first];
    let mut end = first.end;
    while joins_posts(reader, end)
        && let Some(to) = post_end(reader, end + 1, limit)
    {
        posts.push(CharSpan::new(end + 1, to));
        end = to;
    }
    (end, posts)
}

/// The posts that a stretch names: split at 兼, 暨 and at a post in brackets; what 的 puts before a post falls, and so does a label of honour.
pub(super) fn split_posts(reader: &Reader, at: usize, end: usize) -> Vec<String> {
    let bracket = (at + 2..end).find(|&i| reader.at(i) == '（' && reader.closing(i) == Some(end) && end - i > 6);
    // 副总经理（主持工作）: a remark
    let remark = (at + 2..end).find(|&i| reader.at(i) == '（' && reader.closing(i) == Some(end) && reader.at(i + 1) == '主');
    let end = remark.unwrap_or(end);
    let mut posts = Vec::new();
    let mut from = at;
    let stop = bracket.unwrap_or(end);
    for i in at..=stop {
        if i == stop || (joins_posts(reader, i) && i > from) {
            from = behind_opener(reader, from, i);
            // 邀请到副院长林知远
            let asks = |k: usize| k > 0 && reader.at(k) == '请' && reader.at(k - 1) == '邀';
            let invites = |k: usize| asks(k) || k > 1 && matches!(reader.at(k), '到' | '了') && asks(k - 1);
            let has = |k: usize| {
                reader.at(k) == '有'
                    && [Class::GroupHeads, Class::PostHeads].iter().any(|&class| reader.words.longest_before(k, from, class).is_some())
            };
            // 主持会议的是|团委书记, 坐下的，有|街道党工委组织委员
            let opens = |k: usize| k == from && (k == 0 || reader.at(k - 1) == '，');
            let is = |k: usize| matches!(reader.at(k), '是' | '有') && (opens(k) || reader.at(k.saturating_sub(1)) == '的');
            let attribute =
                |k: usize| reader.at(k) == '的' || is(k) || invites(k) || has(k) || (reader.at(k) == '由' && !inside_word(reader, k));
            // “盐碱地上的稻”团队负责人: what is quoted stays whole.
            let quoted = (from..i).filter_map(|k| reader.closing(k)).filter(|&close| close <= i).max().unwrap_or(from);
            let start = (quoted..i).rev().find(|&k| attribute(k)).map_or(from, |k| k + 1);
            let start = behind_opener(reader, start, i);
            let honour = reader.words.longest_before(i, start, Class::HonourHeads).is_some();
            let honoured = honour || (start..i).any(|k| reader.word(k, i, Class::HonourModifiers).is_some());
            if start < i && !honoured && !reader.words.is(start, i, Class::PostsNot) {
                posts.push(body_before_duty(reader, from, start) + &reader.text(start, i));
            }
            from = i + 1;
        }
    }
    if let Some(bracket) = bracket.filter(|_| !posts.is_empty()) {
        let from = if reader.at(bracket + 1) == '兼' { bracket + 2 } else { bracket + 1 };
        posts.push(reader.text(from, end - 1));
    }
    posts
}

/// Where a post begins behind words that are no part of it (承办方白石公司经理), but not in 主办方负责人 or
/// 特邀信息员, where it says of whom they are; 新任 and 现任 only tell since when.
fn behind_opener(reader: &Reader, at: usize, end: usize) -> usize {
    let bare = |from: usize| [Class::PostHeads, Class::GroupHeads].iter().any(|&class| reader.words.is(from, end, class));
    reader.word(at, end, Class::PostOpeners).filter(|&from| reader.at(from - 1) == '任' || !bare(from)).unwrap_or(at)
}

/// 县委政法委|分管综治工作的副书记: the body before a duty belongs to the post behind it.
fn body_before_duty(reader: &Reader, from: usize, post: usize) -> String {
    let duty = (from + 2..post).find(|&i| matches!(reader.at(i), '分' | '主') && reader.at(i + 1) == '管');
    let body = duty.filter(|&duty| reader.words.longest_before(duty, from, Class::OrganizationHeads).is_some());
    body.map_or_else(String::new, |duty| reader.text(from, duty))
}

/// 兼 and 暨 between two posts, but not in 兼职副会长.
#[must_use]
pub fn joins_posts(reader: &Reader, at: usize) -> bool {
    match reader.at(at) {
        '暨' => true,
        '兼' => reader.at(at + 1) != '职' || reader.at(at + 2) == '工',
        _ => false,
    }
}
