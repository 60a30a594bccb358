//! Cuts a report's sentences into segments: at `；` and where a point of a list begins.

use super::view::View;
use crate::layout::Paragraph;
use crate::lexicon::Class;
use crate::text::{CharSpan, is_bullet, is_han};

/// The longest post of somebody named behind a quotation.
const POST: usize = 14;
/// The most characters between a second speaker and the colon before the words.
const MANNER: usize = 12;

/// A piece of a sentence that is read as one thing.
#[derive(Debug, Clone)]
pub(super) struct Segment {
    /// The piece without the marks around it.
    pub span: CharSpan,
    /// What stands before it.
    pub joint: Joint,
    /// The marker of a list that it begins with.
    pub marker: Option<Marker>,
    /// Whether `：` stands behind it.
    pub colon: bool,
    /// The number of its paragraph.
    pub paragraph: usize,
    /// The number of its sentence, counted through the report.
    pub sentence: usize,
}

/// What parts a segment from the one before, weakest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Joint {
    /// Nothing: `散会后各单位|一要…`.
    Bare,
    /// A comma or a colon.
    Clause,
    /// `；`
    Semicolon,
    /// The end of a sentence.
    Sentence,
    /// The end of a paragraph.
    Paragraph,
}

/// The sign of a point in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Marker {
    pub form: Form,
    pub number: Number,
    /// Where the point begins behind the sign.
    pub content: usize,
}

/// How the points of a list are marked; the points of one list are marked in one way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Form {
    /// 一、
    Han,
    /// （一）
    HanInBrackets,
    /// 1.
    Digit,
    /// （1）
    DigitInBrackets,
    /// ①
    Circled,
    /// 一是, 一要
    Verb,
    /// 第一, 首先
    Ordinal,
    /// —— at the start of a paragraph: points without numbers
    Dash,
}

/// The number of a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Number {
    Exact(u32),
    /// 其次: the one after the last.
    Next,
    /// 最后: the one after the last if a list is open, no point otherwise.
    Last,
}

/// The segments of a report's body.
pub(super) fn segments(view: View<'_>, paragraphs: &[Paragraph]) -> Vec<Segment> {
    let signs = Signs { verbs: false, commas: false };
    let mut cutter = Cutter { view, segments: Vec::new(), sentence: 0, second: 0, signs };
    for (number, paragraph) in paragraphs.iter().enumerate() {
        cutter.second = last_second_point(view, paragraph.span);
        cutter.signs = Signs { verbs: counts_with_verbs(view, paragraph.span), commas: counts_with_commas(view, paragraph.span) };
        for (i, &sentence) in paragraph.sentences.iter().enumerate() {
            cutter.sentence += 1;
            cutter.cut(sentence, number, if i == 0 { Joint::Paragraph } else { Joint::Sentence });
        }
    }
    cutter.segments
}

struct Cutter<'a> {
    view: View<'a>,
    segments: Vec<Segment>,
    sentence: usize,
    /// Where the last 二是 of the paragraph stands.
    second: usize,
    signs: Signs,
}

/// How the points of a paragraph are counted.
#[derive(Clone, Copy)]
struct Signs {
    /// With verbs: 一抓…，二抓….
    verbs: bool,
    /// With a comma behind the number: 1，…；2，….
    commas: bool,
}

impl Cutter<'_> {
    fn cut(&mut self, sentence: CharSpan, paragraph: usize, mut joint: Joint) {
        let view = self.view;
        let (mut start, mut at, mut depth, mut fresh) = (sentence.start, sentence.start, 0_u32, true);
        let mut spoken = false;
        let mut marker = None;
        while at < sentence.end {
            let c = view.at(at);
            let found = if at == sentence.start && joint == Joint::Paragraph && view.at(at) == '—' {
                dash(view, at, sentence.end)
            } else if fresh {
                marker_at(view, at, sentence.end, self.signs)
            } else if enclosed(c).is_some() {
                next_enclosed(view, at, sentence.end, marker)
            } else if view.before(at) == '、' {
                next_point(view, at, sentence.end, marker)
            } else {
                bare_first(view, at, self.second)
            };
            // 甲乙建议…，丙丁希望…: a second speaker in the sentence.
            if fresh && depth == 0 && at > start && found.is_none() && speaker_at(view, at, sentence.end) && !is_topic(view, start, at) {
                joint = self.flush(CharSpan::new(start, at), paragraph, joint, marker.take(), Joint::Clause);
                (start, fresh) = (at, false);
                continue;
            }
            if let Some(found) = found.filter(|_| depth == 0) {
                let next = if fresh { Joint::Clause } else { Joint::Bare };
                joint = self.flush(CharSpan::new(start, at), paragraph, joint, marker.take(), next);
                marker = Some(found);
                (start, at, fresh) = (at, found.content.max(at + 1), false);
                continue;
            }
            match c {
                '（' | '(' | '《' | '【' => depth += 1,
                '）' | ')' | '》' | '】' => depth = depth.saturating_sub(1),
                '“' => spoken = at == sentence.start || matches!(view.before(at), '：' | '，'),
                '”' => spoken = false,
                // 甲乙说：“各组要早到。各队也要早到。”
                '。' | '！' | '？' if spoken && depth == 0 && view.at(at + 1) != '”' => {
                    self.flush(CharSpan::new(start, at), paragraph, joint, marker.take(), Joint::Sentence);
                    (start, joint) = (at + 1, Joint::Sentence);
                    self.sentence += 1;
                }
                // Beside a torn character it is another's half.
                '；' if depth == 0 && view.before(at) != '?' && view.at(at + 1) != '?' => {
                    joint = self.flush(CharSpan::new(start, at), paragraph, joint, marker.take(), Joint::Semicolon);
                    start = at + 1;
                }
                _ => {}
            }
            fresh = matches!(c, '，' | '；' | '：' | '。' | '！' | '？')
                || c.is_whitespace()
                || is_bullet(c)
                || (fresh && matches!(c, '“' | '”' | '》'));
            at += 1;
        }
        self.flush(CharSpan::new(start, sentence.end), paragraph, joint, marker, joint);
    }

    /// Keeps a segment, if there is one; gives what stands before the next.
    fn flush(&mut self, span: CharSpan, paragraph: usize, joint: Joint, marker: Option<Marker>, next: Joint) -> Joint {
        let trimmed = self.view.trim(span);
        if trimmed.is_empty() {
            return joint;
        }
        let colon = self.view.at(trimmed.end) == '：';
        self.segments.push(Segment { span: trimmed, joint, marker, colon, paragraph, sentence: self.sentence });
        next
    }
}

/// 一要做细、|二要做实: the next point of a list whose points stand between 、.
fn next_point(view: View<'_>, at: usize, limit: usize, last: Option<Marker>) -> Option<Marker> {
    let exact = |marker: Marker| if let Number::Exact(number) = marker.number { number } else { 0 };
    let last = last.filter(|last| last.form == Form::Verb)?;
    marker_at(view, at, limit, Signs { verbs: false, commas: false })
        .filter(|next| next.form == Form::Verb && exact(*next) == exact(last) + 1)
}

/// ①巡堤|②备料: the next point of a list whose signs are marks enough.
fn next_enclosed(view: View<'_>, at: usize, limit: usize, last: Option<Marker>) -> Option<Marker> {
    let last = last.filter(|last| last.form == Form::Circled)?;
    let exact = |marker: Marker| if let Number::Exact(number) = marker.number { number } else { 0 };
    marker_at(view, at, limit, Signs { verbs: false, commas: false }).filter(|next| exact(*next) == exact(last) + 1)
}

/// ——把人沉下去。: a point without a number.
fn dash(view: View<'_>, at: usize, limit: usize) -> Option<Marker> {
    let content = (at..limit.min(at + 4)).find(|&i| !matches!(view.at(i), '—' | ' '))?;
    Some(Marker { form: Form::Dash, number: Number::Next, content })
}

/// The sign of a point that stands at a position where a clause begins.
fn marker_at(view: View<'_>, at: usize, limit: usize, signs: Signs) -> Option<Marker> {
    let c = view.at(at);
    let mark = |form, number: u32, content| Some(Marker { form, number: Number::Exact(number), content: skip_marks(view, content, limit) });
    if let Some(end) = view.matches.longest(at, limit, Class::DirectiveListFirst) {
        return mark(Form::Ordinal, 1, end);
    }
    let word = |class, number| {
        let content = view.matches.longest(at, limit, class)?;
        Some(Marker { form: Form::Ordinal, number, content: skip_marks(view, content, limit) })
    };
    if let Some(marker) = word(Class::DirectiveListNext, Number::Next).or_else(|| word(Class::DirectiveListLast, Number::Last)) {
        return Some(marker);
    }
    if let Some(number) = enclosed(c) {
        return mark(Form::Circled, number, at + 1);
    }
    if matches!(c, '（' | '(') {
        let (number, end, han) = numeral(view, at + 1)?;
        let form = if han { Form::HanInBrackets } else { Form::DigitInBrackets };
        return matches!(view.at(end), '）' | ')').then(|| mark(form, number, end + 1))?;
    }
    if matches!(c, '第' | '其') {
        return ordinal(view, at, limit).map(|(number, content)| Marker { form: Form::Ordinal, number: Number::Exact(number), content });
    }
    let (number, end, han) = numeral(view, at)?;
    match (han, view.at(end)) {
        // 一、二、三等奖 counts; it is no point.
        (true, '、') if numeral(view, end + 1).is_none_or(|(_, next, _)| !matches!(view.at(next), '、' | '等')) => {
            mark(Form::Han, number, end + 1)
        }
        (true, '）' | ')' | '.' | '．') => mark(Form::Han, number, end + 1),
        (true, '是') => mark(Form::Verb, number, end + 1),
        // 八要素, 十要点 are words.
        (true, '要') if view.matches.longest(end, limit, Class::DirectiveNotPoints).is_none() => mark(Form::Verb, number, end),
        (true, _) if signs.verbs && point_verb(view, end) => mark(Form::Verb, number, end),
        (false, '.' | '．' | '、' | '）' | ')') if end - at <= 2 && !view.at(end + 1).is_ascii_digit() => {
            mark(Form::Digit, number, end + 1)
        }
        (_, '，') if signs.commas => mark(if han { Form::Han } else { Form::Digit }, number, end + 1),
        // 1⃣
        (false, '\u{20E3}') => mark(Form::Digit, number, end + 1),
        // 01 理论武装要更深
        (false, next) if c == '0' && end - at == 2 && (next.is_whitespace() || is_han(next)) && measure(view, end).is_none() => {
            mark(Form::Digit, number, end)
        }
        _ => None,
    }
}

/// 第一，… 第二是… 第三招，… 第一个字是“严”, 其一，…: the number and where the point begins.
fn ordinal(view: View<'_>, at: usize, limit: usize) -> Option<(u32, usize)> {
    let (number, numeral_end, _) = numeral(view, at + 1)?;
    let counted = view.matches.longest(numeral_end, limit, Class::DirectivePointNouns).filter(|_| view.at(at) == '第');
    let end = counted.unwrap_or(numeral_end);
    let end = end + usize::from(view.at(end) == '就' && view.at(end + 1) == '是');
    let content = end + usize::from(view.at(end) == '是');
    // 第一要务是…
    if view.at(end) == '要' && view.matches.longest(end, limit, Class::DirectiveNotPoints).is_some() {
        return None;
    }
    let asks = view.matches.longest(end, limit, Class::DirectiveModals).is_some();
    // 第一条 and a space is an article of a rule.
    (content > end || asks || matches!(view.at(end), '，' | '、' | '：' | '要')).then(|| (number, skip_marks(view, content, limit)))
}

/// Where a measure or a unit of time ends.
fn measure(view: View<'_>, at: usize) -> Option<usize> {
    let unit = matches!(view.at(at), '年' | '月' | '日' | '时' | '分' | '号' | '后').then_some(at + 1);
    view.matches.longest(at, at + 3, Class::DirectiveMeasures).or(unit)
}

/// 对新进员工，甲乙要求…: whether a range is nothing but the topic of what comes.
fn is_topic(view: View<'_>, start: usize, end: usize) -> bool {
    let clause = view.trim(CharSpan::new(start, end));
    let opens = matches!(view.at(clause.start), '对' | '就' | '关' | '针' | '围');
    opens && view.clauses(clause).count() == 1
}

/// Whether a person stands at a position with a verb of speech right behind.
fn speaker_at(view: View<'_>, at: usize, limit: usize) -> bool {
    // …，”县长|甲乙说
    let post = if view.before(at) == '”' { POST } else { 1 };
    let Some(person) = view.people(at, at + post).first().filter(|person| (at..person.span.start).all(|i| is_han(view.at(i)))) else {
        return false;
    };
    let verb = view.skip(view.skip(person.span.end, limit, Class::SpeechTitles), limit, Class::SpeechAdverbs);
    // …，丙丁最后定了调：…
    let colon = || (verb..limit.min(verb + MANNER)).find(|&i| matches!(view.at(i), '，' | '：')).is_some_and(|i| view.at(i) == '：');
    view.matches.longest(verb, limit, Class::SpeechSay).is_some() || view.before(at) != '”' && colon()
}

/// 散会后各单位一要…；二要…: the first point stands amid the clause. Believed when a second one follows in the paragraph.
fn bare_first(view: View<'_>, at: usize, second: usize) -> Option<Marker> {
    let first = view.at(at) == '一' && matches!(view.at(at + 1), '是' | '要') && at < second;
    let word = matches!(view.before(at), '唯' | '统' | '第' | '之' | '万' | '同' | '单' | '专' | '逐' | '十') || !is_han(view.before(at));
    let content = if view.at(at + 1) == '是' { at + 2 } else { at + 1 };
    (first && !word).then_some(Marker { form: Form::Verb, number: Number::Exact(1), content })
}

/// Where the last 二是 or 二要 stands behind a mark.
fn last_second_point(view: View<'_>, span: CharSpan) -> usize {
    span.range().rev().find(|&at| view.at(at) == '二' && matches!(view.at(at + 1), '是' | '要') && !is_han(view.before(at))).unwrap_or(0)
}

/// Whether the points of a paragraph are counted with verbs: 一抓… and 二抓… stand behind marks.
fn counts_with_verbs(view: View<'_>, span: CharSpan) -> bool {
    let point = |number: char| move |at: usize| view.at(at) == number && !is_han(view.before(at)) && point_verb(view, at + 1);
    span.range().any(point('一')) && span.range().any(point('二'))
}

/// Whether the points of a paragraph are counted with 1， and 2， or with 一， and 二，.
fn counts_with_commas(view: View<'_>, span: CharSpan) -> bool {
    let point = |number: char| {
        move |at: usize| {
            let fresh = matches!(view.before(at), '，' | '：' | '；' | '。') || view.before(at).is_whitespace();
            view.at(at) == number && view.at(at + 1) == '，' && fresh
        }
    };
    let both = |one, two| span.range().any(point(one)) && span.range().any(point(two));
    both('1', '2') || both('一', '二')
}

fn point_verb(view: View<'_>, at: usize) -> bool {
    view.matches.is(at, at + 1, Class::DirectivePointVerbs)
}

/// The number in a circle or in brackets that is one character: ①, ⑴, ㈠.
fn enclosed(c: char) -> Option<u32> {
    let first = match c {
        '①'..='⑳' => '①',
        '❶'..='❿' => '❶',
        '⒈'..='⒛' => '⒈',
        '⑴'..='⒇' => '⑴',
        '㈠'..='㈩' => '㈠',
        _ => return None,
    };
    Some(u32::from(c) - u32::from(first) + 1)
}

fn skip_marks(view: View<'_>, mut at: usize, limit: usize) -> usize {
    while at < limit && (view.at(at).is_whitespace() || matches!(view.at(at), '，' | '、' | '：')) {
        at += 1;
    }
    at
}

/// A number up to 99 in Chinese or Western digits: its value, where it ends, and whether it is Chinese.
pub(super) fn numeral(view: View<'_>, at: usize) -> Option<(u32, usize, bool)> {
    let western = (at..at + 3).take_while(|&i| view.at(i).is_ascii_digit()).count();
    if western > 0 {
        let value = (at..at + western).fold(0, |sum, i| sum * 10 + view.at(i).to_digit(10).unwrap_or(0));
        return (western < 3).then_some((value, at + western, false));
    }
    let unit = |i: usize| "一二三四五六七八九".chars().position(|c| c == view.at(i)).and_then(|n| u32::try_from(n + 1).ok());
    let (tens, at) = match (unit(at), view.at(at), view.at(at + 1)) {
        (Some(n), _, '十') => (n, at + 2),
        (_, '十', _) => (1, at + 1),
        (Some(n), _, _) => return Some((n, at + 1, true)),
        _ => return None,
    };
    Some(unit(at).map_or((tens * 10, at, true), |n| (tens * 10 + n, at + 1, true)))
}

/// Where a count ends that stands before a measure word: 三|点, 两|个, 以|下.
pub(super) fn count(view: View<'_>, at: usize) -> Option<usize> {
    let word = matches!(view.at(at), '两' | '几' | '多' | '以' | '如').then_some(at + 1);
    word.or_else(|| numeral(view, at).map(|(_, end, _)| end))
}
