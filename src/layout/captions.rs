//! Captions of photos behind a report that tell what people did: lines without final marks that are no titles.

use super::Page;
use super::blocks::{Block, Kind};
use crate::lexicon::Class;
use crate::text::{CharSpan, is_bullet};

/// A caption is no longer than this.
const LONGEST: usize = 90;

/// Keeps the captions right behind the text (`副校长林知、何方为先进集体颁奖`), unless the lines there head another text.
pub(crate) fn keep_captions(page: &Page, blocks: &mut [Block]) {
    let first = blocks.iter().position(|block| block.kind == Kind::Body).unwrap_or(blocks.len());
    for block in blocks[first..].iter_mut().filter(|block| block.kind == Kind::Title) {
        block.span = unsigned(page, block.span);
    }
    for from in 1..blocks.len() {
        if blocks[from - 1].kind != Kind::Body || blocks[from].kind != Kind::Title {
            continue;
        }
        let end = (from..blocks.len()).find(|&i| blocks[i].kind != Kind::Title).unwrap_or(blocks.len());
        let heads_text = blocks.get(end).is_some_and(|block| block.kind == Kind::Body);
        let told = blocks[from..end].iter().take_while(|block| !heads_text && tells_act(page, block.span)).count();
        blocks[from..from + told].iter_mut().for_each(|block| block.kind = Kind::Body);
    }
    if let [.., before, last] = blocks
        && before.kind == Kind::Body
        && last.kind == Kind::Title
        && opens_speech(page, last.span)
    {
        last.kind = Kind::Body;
    }
}

/// Whether the last line of a page that was cut off opens with who speaks: `林知远要求，各科要守好岗，把`.
fn opens_speech(page: &Page, line: CharSpan) -> bool {
    let comma = (line.start..line.end.min(line.start + LONGEST)).find(|&at| page.chars[at] == '，');
    comma.is_some_and(|comma| {
        page.matches.longest_before(comma, line.start, Class::SpeechSay).is_some_and(|verb| verb >= line.start + 2 && verb < comma - 1)
    })
}

/// A caption that tells what somebody did, without the sign before it: 图为|校长林知远讲话, ▲|副校长何方致辞, 图2 |镇长石鸣颁奖.
fn unsigned(page: &Page, line: CharSpan) -> CharSpan {
    let sign = page.matches.longest(line.start, line.end, Class::LayoutCaptionSigns).unwrap_or(line.start);
    let mark = |at: &usize| {
        let c = page.chars[*at];
        is_bullet(c) || c.is_whitespace() || sign > line.start && (c.is_ascii_digit() || matches!(c, '：' | ':'))
    };
    let start = (sign..line.end).find(|at| !mark(at)).unwrap_or(line.start);
    let rest = CharSpan::new(start, line.end);
    if tells_act(page, rest) { rest } else { line }
}

/// Whether a line says what somebody with a post did at a meeting: `校长林知颁发绩效奖`, `副市长何方同志讲话`. A line that tells of the
/// whole meeting is the title of another text (`县长林知出席会议并讲话`).
fn tells_act(page: &Page, line: CharSpan) -> bool {
    let (chars, matches) = (page.chars, page.matches);
    let speaks = [Class::RoleSpeak, Class::RoleExchange, Class::RolePreside, Class::RoleReport];
    let last = || speaks.iter().filter_map(|&class| matches.longest_before(line.end, line.start, class)).min();
    let first = |class| matches.first(line.start, line.end, class).map(|(at, _)| at);
    let acts = [Class::RolePresent, Class::RoleAnnounce, Class::RolePreside];
    let Some(verb) = acts.into_iter().find_map(first).or_else(last) else { return false };
    // 校长林知主持|开幕式
    let ceremony = |at: usize| matches.longest(at, line.end, Class::AttendObjects).is_some_and(|to| to > at + 2);
    let told = [Class::MeetingHoldVerbs, Class::RoleAttend].iter().any(|&class| first(class).is_some_and(|at| !ceremony(at)));
    let plain = !chars[line.range()].iter().any(|c| matches!(c, '：' | ':' | '！' | '？' | '!' | '?' | '[' | '>'));
    line.len() <= LONGEST && plain && !told && matches.first(line.start, verb, Class::PostHeads).is_some()
}
