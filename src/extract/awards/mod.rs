//! 奖项: which honours were given, to whom, and how many.
//!
//! A sentence is walked through once. Where a verb of giving stands, one of the frames (`frames.rs` lists them) reads the winners and
//! honours around it: `received.rs` (whose winners `subject.rs` and `topic.rs` find), `conferred.rs`, `presented.rs`, `beside.rs`. Where a list of
//! winners stands under the name of its honour (一等奖：甲、乙), `lists.rs` reads it, and `each.rs` where several share a number
//! (一、二等奖各2名). `settle.rs` joins what several places of a report tell. What is only named in the title of a decision counts
//! where nothing else does.

mod beside;
mod conferred;
mod each;
mod frames;
mod lists;
mod places;
mod presented;
mod received;
mod settle;
mod subject;
mod topic;

use super::honours::{Honour, honours, last_honour};
use super::recipients::{Expect, Named, any_word, recipients};
use crate::clean::Clean;
use crate::layout::{Paragraph, ReportLayout};
use crate::lexicon::{Class, Matches};
use crate::model::Award;
use crate::rules::{Derived, Rule};
use crate::tag::Tagged;
use crate::tag::item::conjunction_end;
use crate::tag::reader::{Reader, is_mark};
use crate::text::CharSpan;
use lists::Label;

/// How far a clause reaches before and behind its verb, in characters.
const REACH: usize = 400;

/// The longest number of teams with its noun, in characters.
const LONGEST_TEAMS: usize = 12;

/// The awards of a report, in the order of the text.
#[must_use]
pub fn awards(clean: &Clean, tagged: &Tagged, report: &ReportLayout) -> Derived<Award> {
    let mut finder = Finder::new(tagged);
    if accounts_for_work(&tagged.reader, report) {
        return Derived::default();
    }
    finder.year = year_of(&tagged.reader, report);
    for (i, paragraph) in report.paragraphs.iter().enumerate() {
        finder.paragraph(paragraph, report.paragraphs.get(i + 1).map(|next| next.span));
    }
    finder.add_read();
    if finder.given.is_empty() && finder.titled.is_empty() {
        finder.praised_at(report);
    }
    let mut found = std::mem::take(if finder.titles_tell_more() { &mut finder.titled } else { &mut finder.given });
    found.extend(finder.representatives(&found));
    settle::rows(clean, settle::settle(&found))
}

/// An honour with its winners as one place tells it.
#[derive(Debug, Clone)]
struct Given {
    honour: String,
    winners: Vec<Named>,
    count: Option<u32>,
    span: CharSpan,
    rule: Rule,
    /// Where the number stands, if elsewhere.
    number: Option<CharSpan>,
}

struct Finder<'a, 'b> {
    reader: &'a Reader<'b>,
    tagged: &'a Tagged<'b>,
    given: Vec<Given>,
    /// Honours in the titles of decisions: 《关于表彰先进集体的决定》.
    titled: Vec<Given>,
    /// Honours in the titles of decisions that were read out, more than one each.
    read: Vec<Given>,
    /// Those who speak for the winners of an honour; its name is empty where they speak for winners in general (获奖者代表).
    represented: Vec<Given>,
    /// Prizes are spoken of here, so lists of honours and winners may follow.
    listing: bool,
    /// The contest whose places are listed: 合理化建议奖：一等奖…；二等奖….
    series: Option<Label>,
    /// The contest that a line above names: 高一年级团体总分, and below 第一名　高一（7）班.
    contest: Option<Label>,
    /// A heading whose winners stand in the next paragraph.
    pending: Option<Label>,
    /// This sentence speaks of what was won in former times.
    former: bool,
    /// This sentence speaks of prizes to come.
    planned: bool,
    /// How much was given before this sentence.
    before_sentence: usize,
    /// Where this sentence starts.
    sentence_start: usize,
    /// The year of the report, if its beginning tells.
    year: Option<u32>,
    /// The clause before this one, if nothing was found in it.
    clause_before: CharSpan,
}

impl<'a, 'b> Finder<'a, 'b> {
    fn new(tagged: &'a Tagged<'b>) -> Self {
        Self {
            reader: &tagged.reader,
            tagged,
            given: Vec::new(),
            titled: Vec::new(),
            read: Vec::new(),
            represented: Vec::new(),
            listing: false,
            series: None,
            contest: None,
            pending: None,
            former: false,
            planned: false,
            before_sentence: 0,
            sentence_start: 0,
            year: None,
            clause_before: CharSpan::new(0, 0),
        }
    }

    fn paragraph(&mut self, paragraph: &Paragraph, next: Option<CharSpan>) {
        let before = self.given.len();
        let announces = self.announces(paragraph.span);
        self.listing |= announces;
        self.under_contest(paragraph.span);
        if self.contest_above(paragraph.span, next) {
            return;
        }
        if self.under_heading(paragraph.span) || self.row(paragraph.span) || self.heading(paragraph.span) {
            return;
        }
        let mut tells_on = false;
        for &sentence in &paragraph.sentences {
            self.named_again(sentence);
            let goes_on = std::mem::replace(&mut tells_on, self.opens_telling(sentence));
            let next = self.tagged.speech.partition_point(|speech| speech.end <= sentence.start);
            match self.tagged.speech.get(next).filter(|speech| speech.start < sentence.end && !self.read_out(speech)) {
                Some(speech) if speech.start <= sentence.start && !goes_on && !self.tells(sentence) && !self.lists(sentence) => {
                    self.congratulation(sentence);
                }
                Some(speech) if speech.start <= sentence.start => self.sentence(sentence),
                Some(speech) => self.sentence(CharSpan::new(sentence.start, speech.start)),
                None => self.sentence(sentence),
            }
        }
        self.pending = self.lead(paragraph.span).or_else(|| self.unfinished(paragraph.span));
        if self.given.len() == before && self.pending.is_none() && !announces && paragraph.span.len() > 40 {
            self.listing = false;
        }
    }

    /// Whether a stretch speaks of prizes: 宣读表彰决定, 公布评比结果.
    pub(super) fn announces(&self, span: CharSpan) -> bool {
        let end = span.end - span.range().rev().take_while(|&i| matches!(self.reader.at(i), '：' | ' ')).count();
        let end = self.reader.words.longest_before(end, span.start, Class::AwardAsFollows).unwrap_or(end);
        let list = span.len() <= REACH / 8 && end >= 2 && self.reader.text(end - 2, end) == "名单";
        list || span.range().any(|i| self.reader.word(i, span.end, Class::AwardContexts).is_some())
    }

    /// Whether what stands as speech is a result that is read out: 路遥当场宣读：甲获一等奖.
    fn read_out(&self, speech: &CharSpan) -> bool {
        let reader = self.reader;
        let end = (speech.start.saturating_sub(2)..speech.start).find(|&i| matches!(reader.at(i), '：' | '，')).unwrap_or(speech.start);
        let clause = (end.saturating_sub(12)..end).rev().find(|&i| is_mark(reader.at(i))).map_or(end.saturating_sub(12), |i| i + 1);
        let named = |i: usize| any_word(reader, i, end, &[Class::RoleAnnounce, Class::AnnouncingVerbs, Class::AwardHolders]).is_some();
        let headed = || self.listing && last_honour(reader, clause, end).is_some_and(|honour| honour.span.end == end);
        let list = reader.at(end) == '：' && ((clause..end).any(named) || headed());
        list || reader.words.longest_before(end, 0, Class::AwardReadOut).is_some()
    }

    /// Whether a sentence behind a speech goes on with the meeting: 会上，…被评为….
    fn tells(&self, sentence: CharSpan) -> bool {
        let start = sentence.range().find(|&i| self.reader.at(i) != '…').unwrap_or(sentence.start);
        let start = lists::behind_bullet(self.reader, start, sentence.end);
        self.reader.word(start, sentence.end, Class::AwardNarrative).is_some()
    }

    /// 4.优秀员工：甲、乙: an item of a list of winners, though its number looks like that of a point.
    fn lists(&self, sentence: CharSpan) -> bool {
        let label = if self.listing { self.label(sentence.start, sentence.end) } else { None };
        label.is_some_and(|label| label.names_all(self, sentence.end))
    }

    /// 刚才，林知远宣读了表彰决定。; 三、关于“整洁小院”评选。: whether the next sentence tells of prizes, though somebody speaks.
    fn opens_telling(&self, sentence: CharSpan) -> bool {
        let reader = self.reader;
        let end = sentence.end.min(sentence.start + 80);
        let from = lists::behind_bullet(reader, sentence.start, end);
        let any = |class| sentence.range().take(80).any(|i| reader.word(i, end, class).is_some());
        let topic = || sentence.len() <= 25 && prefix(reader, from, "关于").is_some() && any(Class::AwardContexts);
        let just = || prefix(reader, from, "刚才").is_some() && any(Class::RoleAnnounce) && any(Class::AwardDecisions);
        topic() || just()
    }

    /// Walks through a sentence that tells.
    fn sentence(&mut self, sentence: CharSpan) {
        let reader = self.reader;
        let limit = sentence.end;
        self.planned = false;
        self.former = false;
        // 截止到去年，学校累计获奖456项，其中：H52项、H131项
        let totals = || sentence.range().take(REACH).any(|i| reader.word(i, limit, Class::AwardTotals).is_some());
        let counts = self.listing && totals();
        self.before_sentence = self.given.len();
        self.sentence_start = sentence.start;
        self.clause_before = CharSpan::new(sentence.start, sentence.start);
        let mut at = self.listed(sentence.start, limit).unwrap_or(sentence.start);
        let mut clause = at;
        while at < limit {
            if let Some(to) = self.frame_at(clause.max(at.saturating_sub(REACH)), at, limit) {
                at = to.max(at + 1);
                clause = at;
                self.clause_before = CharSpan::new(at, at);
                continue;
            }
            if reader.at(at) == '《' || opens_decision(reader, at, limit) {
                at = self.decision(at, limit).max(at + 1);
                continue;
            }
            let mark = reader.at(at);
            let next = if mark == '“' { at + 1 } else { reader.step(at) };
            if is_mark(mark) && mark != '、' && !is_score(reader, at) {
                self.planned |= (clause..at).any(|i| reader.word(i, at, Class::AwardNotGiven).is_some_and(|to| to - i > 2));
                self.clause_before = CharSpan::new(clause, at);
                clause = next;
                let list = if counts {
                    None
                } else if matches!(mark, '：' | '；' | '，') {
                    self.listed(next, limit)
                } else {
                    None
                };
                let list = list.or_else(|| self.named_behind(at, next, limit));
                if let Some(to) = list {
                    at = to.max(next);
                    clause = at;
                    continue;
                }
            }
            at = next;
        }
    }

    /// Winners in a stretch, and the number of them: 甲、乙等14个, 甲、乙、丙三位老师, 26名民警.
    #[inline(never)]
    fn winners(&self, from: usize, to: usize, expect: Expect) -> (Vec<Named>, Option<u32>) {
        let reader = self.reader;
        let (mut end, mut count) = (to, None);
        if let Some((of, value)) = self.teams_from(from, to) {
            return (recipients(reader, &self.tagged.registry, from + 2, of, Expect::Bodies), Some(value));
        }
        if reader.at(from) == '（'
            && let Some(close) = reader.closing(from).filter(|&close| close <= to && from + 2 < close)
        {
            // （Best Paper Award）
            let gloss = (from + 1..close - 1).all(|i| reader.at(i) == ' ' || reader.at(i).is_ascii_alphabetic());
            return if gloss { self.winners(close, to, expect) } else { self.winners(from + 1, close - 1, expect) };
        }
        let mut i = from;
        while i < to {
            if let Some((after, value)) = self.counted(from, i, to) {
                count = Some(value);
                let counting = i > from && matches!(reader.at(i - 1), '等' | '共' | '计');
                end = if counting { i - 1 } else { i };
                // 古镇村八家商户: the number is of unnamed ones in what is named.
                let quoted = i > from && matches!(reader.at(i - 1), '”' | '》');
                if !counting && !quoted && value > 1 && !(from..i).any(|k| is_mark(reader.at(k)) || conjunction_end(reader, k).is_some()) {
                    end = from;
                }
                if end == from && matches!(reader.at(after), '（' | '：') {
                    return (self.winners(after, to, expect).0, count);
                }
                break;
            }
            // 第十九届: no part of an ordinal is a number
            let ordinal = (reader.at(i) == '第').then(|| reader.number(i + 1, to)).flatten();
            i = ordinal.map_or_else(|| reader.step(i).max(i + 1), |(end, _)| end);
        }
        (recipients(reader, &self.tagged.registry, from, end.max(from), expect), count)
    }

    /// 来自|甲大学和乙公司|的两支队伍: where the names of bodies end that send teams, and the number of these.
    fn teams_from(&self, from: usize, to: usize) -> Option<(usize, u32)> {
        let reader = self.reader;
        prefix(reader, from, "来自")?;
        let of = (from + 4..to.saturating_sub(2)).rev().take(LONGEST_TEAMS).find(|&i| reader.at(i) == '的')?;
        let (unit, value) = reader.number(of + 1, to)?;
        let noun = reader.word(unit, to, Class::NumberMeasures).filter(|_| matches!(reader.at(unit), '支' | '个' | '家'))?;
        let team = noun == to || any_word(reader, noun, to, &[Class::HonourBodies, Class::HonourNouns]) == Some(to);
        team.then_some((of, value))
    }

    /// The number of winners that starts here, with its measure: 等14个, but neither 第二组 nor 生产二组.
    #[inline(never)]
    fn counted(&self, from: usize, at: usize, to: usize) -> Option<(usize, u32)> {
        let reader = self.reader;
        let (number_end, value) = reader.number(at, to)?;
        let after = reader.word(number_end, to, Class::NumberMeasures)?;
        let before = if at > from { reader.at(at - 1) } else { '，' };
        // 背出两位老人的组长: a number inside of what is said of a winner.
        let inside = at > from && !matches!(before, '等' | '共' | '计' | '，' | '、') && (after..to).any(|i| reader.at(i) == '的');
        let household = value == 1 && reader.at(number_end) == '家' && after == to && !matches!(before, '等' | '，' | '共');
        // “H”、“H”三个奖项
        let prizes = reader.at(after) == '奖' || reader.word(after, to, Class::HonourTails).is_some();
        if matches!(before, '第' | '前' | '（') || household || prizes || before.is_ascii_digit() || value == 0 || inside {
            return None;
        }
        // 一支部, 三分场: a body by its number
        let ends = |end: usize| reader.is_boundary(end, to) || reader.at(end) == '等' || conjunction_end(reader, end).is_some();
        let body = |class| reader.word(number_end, to, class).is_some_and(|end| end > after && ends(end));
        if body(Class::OrganizationHeads) || body(Class::HonourBodies) {
            return None;
        }
        let freely = matches!(reader.at(number_end), '名' | '人' | '位' | '个')
            || matches!(before, '等' | '共' | '有' | '”' | '》')
            || (matches!(before, '，' | '、') && !matches!(reader.at(number_end), '组' | '部' | '处'))
            || (after == to && !matches!(reader.at(number_end), '组' | '部' | '处'))
            || reader.at(number_end) == '处' && reader.words.is(after, to, Class::HonourBodies)
            || (reader.at(number_end) == '家' && reader.words.is(after, to, Class::HonourBodies));
        (freely && (to - after <= 14 || at == from || before == '等' || reader.at(after) == '（')).then_some((after, value))
    }

    #[inline(never)]
    fn give(&mut self, rule: Rule, honour: &Honour, winners: Vec<Named>, count: Option<u32>, span: CharSpan) {
        self.given.push(Given { honour: honour.name.clone(), winners, count, span, rule, number: None });
    }

    /// 《关于表彰…的决定》; 关于表扬…的通报; 宣读…名单. Gives the end of the title.
    fn decision(&mut self, at: usize, limit: usize) -> usize {
        let reader = self.reader;
        let clause = || {
            let end = clause_end(reader, at, limit);
            (at..end).find(|&i| reader.at(i) == '并' && reader.text(i.saturating_sub(2), i) == "名单").unwrap_or(end)
        };
        let end = reader.closing(at).unwrap_or_else(clause).min(limit);
        let list_of_names = end >= 2 && reader.text(end - 2, end) == "名单" && (reader.at(end) != '：' || self.names_follow(end, limit));
        if self.only_studied(at) || sets_rules(reader, end) || tells_results(reader, at, end) {
            return end;
        }
        let verb = match (at..end).find(|&i| reader.word(i, end, Class::AwardContexts).is_some()) {
            Some(verb) => verb,
            None if list_of_names => at,
            None => return end,
        };
        let opener = any_word(reader, at, end, &[Class::RoleAnnounce, Class::AnnouncingVerbs, Class::AwardReadOut]);
        let from = (at..end).find_map(|i| reader.word(i, end, Class::AwardVerbsActive)).or(opener).unwrap_or(verb.min(at + 1));
        let earlier = self.given.len();
        if (at..end).any(|i| self.conferred(i, end).or_else(|| self.rated(i, end)).is_some()) {
            let named = self.given.split_off(earlier);
            self.titled.extend(named.into_iter().map(|given| Given { rule: Rule::AwardInTitle, ..given }));
            return end;
        }
        // 关于优秀建设者|的表彰决定
        let about = || if reader.at(from.max(3) - 3) == '的' { (at..from).find_map(|i| prefix(reader, i, "关于")) } else { None };
        let from = about().unwrap_or(from);
        let list = honours(reader, from, end);
        let honoured = self.honoured_behind(end, limit);
        let read = self.is_read(at);
        let mut behind = from;
        for honour in &list {
            // 关于命名30个文明村的决定
            let number = self.winners(behind, honour.span.start.max(behind), honour.expect).1;
            behind = honour.span.end;
            let given = Given {
                honour: honour.name.clone(),
                winners: Vec::new(),
                count: number.or(honoured.filter(|_| list.len() == 1)),
                span: honour.span,
                rule: Rule::AwardInTitle,
                number: None,
            };
            if honoured.is_some() || list_of_names {
                self.given.push(given);
            } else {
                if read && honour.is_told_by_words(reader) {
                    self.read.push(given.clone());
                }
                self.titled.push(given);
            }
        }
        end
    }

    /// Whether the titles of decisions name more honours than all else, which names no winners and no numbers: 为受表彰的模范代表颁奖.
    fn titles_tell_more(&self) -> bool {
        let bare = |given: &Given| given.winners.is_empty() && given.count.is_none();
        self.given.is_empty() || self.titled.len() > self.given.len() && self.given.iter().all(bare)
    }

    /// Honours of decisions that were read out, where other places do not tell of them, each by its own words: 优秀团员, but not
    /// 先进集体, which may stand for all that follow.
    fn add_read(&mut self) {
        if self.given.is_empty() {
            return;
        }
        let general = |honour: &str| {
            let chars: Vec<char> = honour.chars().collect();
            Matches::scan(&chars).longest_before(chars.len(), 0, Class::AwardGeneral).is_some()
        };
        // 校级|先进党支部 is 先进基层党支部
        let core = |honour: &str| {
            let chars: Vec<char> = honour.chars().collect();
            let matches = Matches::scan(&chars);
            let from = (0..chars.len()).find(|&i| matches.longest(i, chars.len(), Class::HonourAdjectives).is_some()).unwrap_or(0);
            chars[from..].iter().collect::<String>()
        };
        for read in std::mem::take(&mut self.read) {
            let name = core(&read.honour);
            // 优秀|护士 are those whom 十佳护士 tells of
            let noun: String = name.chars().skip(2).collect();
            let told = self
                .given
                .iter()
                .rev()
                .take(settle::LOOKED_AT)
                .any(|given| settle::like_honour(&core(&given.honour), &name) || !noun.is_empty() && given.honour.ends_with(&noun));
            if !told && !general(&read.honour) {
                self.given.push(read);
            }
        }
    }

    /// 全县教育表彰大会召开。…以受到表彰的先进单位和个人为榜样: whom a meeting of honours was for, if nothing else tells.
    fn praised_at(&mut self, report: &ReportLayout) {
        let reader = self.reader;
        let first = report
            .paragraphs
            .first()
            .map(|paragraph| CharSpan::new(paragraph.span.start, paragraph.span.end.min(paragraph.span.start + 120)));
        let ceremony = |span: CharSpan| {
            span.range().any(|i| {
                let to = prefix(reader, i, "表彰").map(|to| prefix(reader, to, "奖励").unwrap_or(to));
                to.is_some_and(|to| reader.word(to, span.end, Class::CeremonyNouns).is_some())
            })
        };
        if !report.heading.into_iter().chain(first).any(ceremony) {
            report.heading.into_iter().chain(first).for_each(|span| self.ceremony_of(span));
            return;
        }
        for paragraph in &report.paragraphs {
            for at in paragraph.span.range() {
                let of = if reader.at(at) == '受' { praised(reader, at, paragraph.span.end) } else { None };
                let Some(from) = of.filter(|&of| reader.at(of) == '的').map(|of| of + 1) else { continue };
                let end = clause_end(reader, from, paragraph.span.end).min(from + REACH / 8);
                let mut behind = from;
                for honour in honours(reader, from, end) {
                    let joined = behind == from || matches!(reader.at(behind), '、' | '和' | '及' | '与');
                    if honour.span.start > behind + 1 || !joined {
                        break;
                    }
                    behind = honour.span.end;
                    self.titled.push(Given {
                        honour: honour.name,
                        winners: Vec::new(),
                        count: None,
                        span: honour.span,
                        rule: Rule::AwardActed,
                        number: None,
                    });
                }
                if !self.titled.is_empty() {
                    return;
                }
            }
        }
    }

    /// 第三届青禾文学奖|颁奖典礼: the prize that a ceremony is for.
    fn ceremony_of(&mut self, span: CharSpan) {
        let reader = self.reader;
        let ceremony = |i: usize| prefix(reader, i, "颁奖").and_then(|to| reader.word(to, span.end, Class::CeremonyNouns));
        let Some(at) = span.range().find(|&i| ceremony(i).is_some()).filter(|_| self.titled.is_empty()) else { return };
        let from = span.start.max(at.saturating_sub(REACH / 8));
        let Some(honour) = last_honour(reader, from, at).filter(|honour| honour.span.end == at && honour.name.ends_with('奖')) else {
            return;
        };
        let given =
            Given { honour: honour.name, winners: Vec::new(), count: None, span: honour.span, rule: Rule::AwardActed, number: None };
        self.titled.push(given);
    }

    /// 宣读《…》: whether a decision is read out at the meeting.
    fn is_read(&self, at: usize) -> bool {
        let reader = self.reader;
        let from = at.saturating_sub(20);
        let from = (from..at).rev().find(|&i| matches!(reader.at(i), '。' | '，' | '；' | '\n')).map_or(from, |i| i + 1);
        (from..at).any(|i| reader.word(i, at, Class::RoleAnnounce).is_some())
    }

    /// 优秀员工名单：甲、乙、丙。: whether nothing but winners stands behind the colon.
    fn names_follow(&self, colon: usize, limit: usize) -> bool {
        let limit = limit.min(colon + REACH);
        let stop = (colon + 1..limit).find(|&i| matches!(self.reader.at(i), '。' | '；' | '！')).unwrap_or(limit);
        let pieces = 1 + (colon..stop).filter(|&i| matches!(self.reader.at(i), '、' | '，' | ' ')).count();
        let winners = self.winners(colon + 1, stop, Expect::Either).0.len();
        winners >= 2 && winners == pieces
    }

    /// 会议学习了《关于表彰…的决定》: what was decided elsewhere, and is only read.
    fn only_studied(&self, at: usize) -> bool {
        let reader = self.reader;
        let from = (at.saturating_sub(40)..at).rev().find(|&i| matches!(reader.at(i), '。' | '，' | '；' | '\n')).map_or(0, |i| i + 1);
        let from = from.max(at.saturating_sub(40));
        let any = |class| (from..at).any(|i| reader.word(i, at, class).is_some());
        reader.at(at) == '《' && any(Class::AwardStudied) && !any(Class::RoleAnnounce) && !any(Class::AnnouncingVerbs)
    }

    /// …的决定》，3名同志受到表彰: the number of those whom a decision honours.
    fn honoured_behind(&self, at: usize, limit: usize) -> Option<u32> {
        let reader = self.reader;
        let from = if matches!(reader.at(at), '，' | '；') { at + 1 } else { return None };
        let (to, value) = reader.number(from, limit)?;
        let end = clause_end(reader, to, limit);
        (to..end).any(|i| praised(reader, i, end).is_some()).then_some(value)
    }
}

/// How many lines may stand before the greeting of a speech.
const GREETED_BY: usize = 6;

/// 青禾县图书馆工作报告 … 各位代表：…请予审议: an account of the past year in full; the prizes in it were given elsewhere, long before.
fn accounts_for_work(reader: &Reader, report: &ReportLayout) -> bool {
    let titled = |line: CharSpan| {
        let end = line.end - line.range().rev().take_while(|&i| matches!(reader.at(i), '。' | ' ')).count();
        reader.words.longest_before(end, line.start, Class::AwardAccounts).is_some()
    };
    let lines: Vec<CharSpan> =
        report.preface.iter().copied().chain(report.paragraphs.iter().map(|paragraph| paragraph.span)).take(GREETED_BY).collect();
    let greeting = |line: &CharSpan| {
        let colon = line.end.saturating_sub(1);
        line.len() <= 20 && reader.at(colon) == '：' && line.range().any(|i| reader.word(i, colon, Class::AwardGreetings).is_some())
    };
    let Some(greeted) = lines.iter().position(greeting) else { return false };
    report.heading.into_iter().chain(lines.into_iter().take(greeted + 2)).any(titled)
}

/// How far into a report its year may stand, in characters.
const YEAR_WITHIN: usize = 200;

/// The latest year that the beginning of a report names.
fn year_of(reader: &Reader, report: &ReportLayout) -> Option<u32> {
    let first = report.paragraphs.first().map(|paragraph| paragraph.span);
    let lines = report.preface.iter().copied().take(GREETED_BY).chain(report.heading).chain(first);
    lines.flat_map(|line| line.range().take(YEAR_WITHIN)).filter_map(|at| year_at(reader, at)).max()
}

/// 2016年, but neither 2016年度 nor 2016年级.
fn year_at(reader: &Reader, at: usize) -> Option<u32> {
    let before = at > 0 && reader.at(at - 1).is_ascii_digit();
    let (to, value) = reader.number(at, at + 5).filter(|&(to, _)| to == at + 4 && !before)?;
    let year = reader.at(to) == '年' && !matches!(reader.at(to + 1), '度' | '级' | '代');
    (year && (1900..2100).contains(&value)).then_some(value)
}

/// The end of 受到表彰 and the like.
fn praised(reader: &Reader, at: usize, limit: usize) -> Option<usize> {
    reader.word(at, limit, Class::AwardPraised)
}

/// 《关于公布“优秀项目”评选结果的通知》: the title tells what was compared, not who won.
fn tells_results(reader: &Reader, at: usize, end: usize) -> bool {
    let gives = [Class::AwardVerbsActive, Class::AwardVerbsGive];
    reader.at(at) == '《'
        && (at..end).any(|i| prefix(reader, i, "结果").is_some())
        && !(at..end).any(|i| any_word(reader, i, end, &gives).is_some())
}

/// 《优秀员工评选办法》: a paper on how prizes are given, not one that gives them.
fn sets_rules(reader: &Reader, end: usize) -> bool {
    let end = if reader.at(end.saturating_sub(1)) == '》' { end - 1 } else { end };
    reader.words.ending(end).any(|m| m.classes.has(Class::AwardRules))
}

/// Whether a decision is named without 《》: 关于表彰…的决定.
fn opens_decision(reader: &Reader, at: usize, limit: usize) -> bool {
    if prefix(reader, at, "关于").is_some() {
        return true;
    }
    let tells = [Class::RoleAnnounce, Class::AnnouncingVerbs, Class::AwardReadOut];
    any_word(reader, at, limit, &tells).is_some() && {
        let end = clause_end(reader, at, limit);
        // 宣读了先进个人名单并颁奖
        let end = (at..end).find(|&i| reader.at(i) == '并').unwrap_or(end);
        end >= 2 && reader.text(end - 2, end) == "名单"
    }
}

#[inline(never)]
fn prefix(reader: &Reader, at: usize, word: &str) -> Option<usize> {
    let mut end = at;
    for c in word.chars() {
        if reader.at(end) != c {
            return None;
        }
        end += 1;
    }
    Some(end)
}

/// 以3：2取胜: no colon of a sentence.
fn is_score(reader: &Reader, at: usize) -> bool {
    let digit = |at: usize| reader.at(at).is_ascii_digit();
    reader.at(at) == '：' && at > 0 && digit(at - 1) && digit(at + 1)
}

/// Where the clause ends: at the next ，；：。outside brackets (、 goes on), or after as much as a clause can hold.
#[inline(never)]
fn clause_end(reader: &Reader, at: usize, limit: usize) -> usize {
    let limit = limit.min(at + REACH);
    let mut i = at;
    while i < limit && (!is_mark(reader.at(i)) || matches!(reader.at(i), '、' | '—') || is_score(reader, i)) {
        i = reader.step(i);
    }
    i.min(limit)
}
