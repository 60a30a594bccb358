//! 奖项: which honours were given, to whom, and how many.
//!
//! Five forms, each a function below with its example: winners before the verb (甲、乙等5人被评为H), winners behind it
//! (授予甲、乙H称号), honours behind it (表彰了H14个、H30名), honours before it (对甲等14个H予以表扬), and winners who act
//! (甲、乙4个H代表发言). What is only named in the title of a decision counts where nothing else does.

use super::honours::{Honour, honours};
use super::recipients::{Named, recipients};
use crate::clean::Clean;
use crate::layout::ReportLayout;
use crate::lexicon::Class;
use crate::model::Award;
use crate::tag::Tagged;
use crate::tag::item::conjunction_end;
use crate::tag::reader::{Reader, is_mark};
use crate::text::CharSpan;

/// The awards of a report, in the order of the text.
#[must_use]
pub fn awards(clean: &Clean, tagged: &Tagged, report: &ReportLayout) -> Vec<Award> {
    let mut finder = Finder { reader: &tagged.reader, tagged, given: Vec::new(), titled: Vec::new(), last: None };
    for paragraph in &report.paragraphs {
        for &sentence in &paragraph.sentences {
            let told = tagged.speech.iter().find(|speech| speech.contains(sentence.start));
            if told.is_none() {
                let end = tagged.speech.iter().find(|speech| sentence.contains(speech.start)).map_or(sentence.end, |speech| speech.start);
                finder.sentence(CharSpan::new(sentence.start, end));
            }
        }
    }
    let found = if finder.given.is_empty() { finder.titled } else { finder.given };
    rows(clean, settle(&found))
}

/// An honour with its winners as one place tells it.
#[derive(Debug, Clone)]
struct Given {
    honour: String,
    winners: Vec<Named>,
    count: Option<u32>,
    span: CharSpan,
}

struct Finder<'a, 'b> {
    reader: &'a Reader<'b>,
    tagged: &'a Tagged<'b>,
    given: Vec<Given>,
    /// Honours in the titles of decisions: 《关于表彰先进集体的决定》.
    titled: Vec<Given>,
    /// The honour named last, for 此称号.
    last: Option<String>,
}

impl Finder<'_, '_> {
    fn sentence(&mut self, sentence: CharSpan) {
        let reader = self.reader;
        let mut clause = sentence.start;
        let mut at = sentence.start;
        while at < sentence.end {
            if let Some(to) = self.form_at(clause, at, sentence.end) {
                at = to.max(at + 1);
                clause = at;
                continue;
            }
            if reader.at(at) == '《' || opens_decision(reader, at, sentence.end) {
                at = self.decision(at, sentence.end);
                continue;
            }
            let next = if matches!(reader.at(at), '“') { at + 1 } else { reader.step(at) };
            if is_mark(reader.at(at)) && reader.at(at) != '、' {
                clause = next;
            }
            at = next;
        }
    }

    /// Tries the forms at a position; `clause` is where the winners before a verb may start. Gives the end of what was read.
    fn form_at(&mut self, clause: usize, at: usize, limit: usize) -> Option<usize> {
        self.winners_before(clause, at, limit)
            .or_else(|| self.winners_behind(at, limit))
            .or_else(|| self.honours_before(at, limit))
            .or_else(|| self.honours_behind(at, limit))
            .or_else(|| self.honour_given(at, limit))
            .or_else(|| self.winners_act(clause, at, limit))
    }

    /// 急诊科、药房等6个科室获“H”称号; 另有52人获得H; 甲、乙获此称号.
    fn winners_before(&mut self, clause: usize, at: usize, limit: usize) -> Option<usize> {
        let reader = self.reader;
        let verb_end = reader.word(at, limit, Class::AwardVerbsPassive)?;
        let end = clause_end(reader, verb_end, limit);
        let mut list = honours(reader, behind_particles(reader, verb_end), end);
        if matches!(reader.at(verb_end), '此' | '该') {
            let honour = self.last.clone()?;
            list = vec![Honour { name: honour, span: CharSpan::new(verb_end, end) }];
        }
        let first = list.first()?;
        if first.span.start > verb_end + 14
            || (first.span.start > verb_end && reader.word(verb_end, limit, Class::AwardVerbsPassive).is_some())
        {
            return None;
        }
        let (winners, count) = self.winners(clause, at);
        if reader.at(first.span.end) == '的' && winners.is_empty() {
            return Some(self.winners_in_noun(at, first, limit));
        }
        list.retain(|honour| joined(reader, verb_end, honour));
        let count = count.filter(|_| list.len() == 1);
        let stop = list.last().map_or(end, |honour| honour.span.end);
        for honour in &list {
            self.give(honour, winners.clone(), count, CharSpan::new(clause, honour.span.end));
        }
        Some(stop)
    }

    /// 为荣获H的初二(3)班代表队颁发奖状; 获H的45个县; 获H的先进集体——门诊药房.
    fn winners_in_noun(&mut self, at: usize, honour: &Honour, limit: usize) -> usize {
        let reader = self.reader;
        let from = honour.span.end + 1;
        let end = clause_end(reader, from, limit);
        let verb = (from..end)
            .find(|&i| reader.word(i, end, Class::AwardEnds).is_some() || reader.word(i, end, Class::RoleExchange).is_some())
            .unwrap_or(end);
        let from = (from..verb).rev().find(|&i| reader.at(i) == '—').map_or(from, |dash| dash + 1);
        let (winners, count) = match reader.number(from, verb) {
            Some((to, value)) if reader.word(to, verb, Class::NumberMeasures).is_some() => (Vec::new(), Some(value)),
            _ => (recipients(reader, &self.tagged.registry, from, verb), None),
        };
        self.give(honour, winners, count, CharSpan::new(at, verb));
        verb
    }

    /// 授予卜算、上官小雨“保供标兵”称号.
    fn winners_behind(&mut self, at: usize, limit: usize) -> Option<usize> {
        let reader = self.reader;
        let from = prefix(reader, at, "授予")?;
        let end = clause_end(reader, from, limit);
        let list = honours(reader, from, end);
        let honour = list.last()?;
        let start = if reader.at(honour.span.start) == '“' { honour.span.start } else { list.first()?.span.start };
        let (winners, count) = self.winners(from, start);
        self.give(honour, winners, count, CharSpan::new(at, honour.span.end));
        Some(honour.span.end)
    }

    /// “科学与技术成就奖”授予李家院士.
    fn honour_given(&mut self, at: usize, limit: usize) -> Option<usize> {
        let reader = self.reader;
        let close = if reader.at(at) == '“' { reader.closing(at)? } else { return None };
        let from = prefix(reader, close, "授予")?;
        let honour = honours(reader, at, close).into_iter().next()?;
        let end = clause_end(reader, from, limit);
        let winners = recipients(reader, &self.tagged.registry, from, end);
        self.give(&honour, winners, None, CharSpan::new(at, end));
        Some(end)
    }

    /// 对甲、乙等14个H和丙等30名H予以表扬; 为3家H颁发奖牌.
    fn honours_before(&mut self, at: usize, limit: usize) -> Option<usize> {
        let reader = self.reader;
        if !matches!(reader.at(at), '对' | '为' | '向' | '给') {
            return None;
        }
        let stop = (at..limit.min(at + 240)).find(|&i| matches!(reader.at(i), '；' | '。' | '：')).unwrap_or(limit.min(at + 240));
        let verb = (at + 1..stop).find(|&i| reader.word(i, stop, Class::AwardEnds).is_some())?;
        let verb_end = reader.word(verb, stop, Class::AwardEnds)?;
        if (at + 1..verb).any(|i| {
            reader.word(i, verb, Class::RoleAnnounce).is_some()
                || reader.word(i, verb, Class::QuoteVerbs).is_some_and(|to| matches!(reader.at(to), '，' | '：'))
        }) {
            return None;
        }
        let here = CharSpan::new(at + 1, verb);
        if self.last.is_some() && (at + 1..verb).any(|i| reader.word(i, verb, Class::AwardVerbsPassive).is_some_and(|to| to - i > 1)) {
            return None;
        }
        let list = honours(reader, here.start, here.end);
        if list.is_empty() {
            return self.medal(here, verb_end, limit);
        }
        self.region(&list, here);
        Some(verb_end)
    }

    /// 为收银员水清浅、理货员丛中笑佩戴“服务之星”胸牌.
    fn medal(&mut self, winners: CharSpan, verb_end: usize, limit: usize) -> Option<usize> {
        let end = clause_end(self.reader, verb_end, limit);
        let honour = honours(self.reader, verb_end, end).into_iter().next()?;
        let (winners_list, count) = self.winners(winners.start, winners.end);
        self.give(&honour, winners_list, count, CharSpan::new(winners.start, honour.span.end));
        Some(honour.span.end)
    }

    /// 表彰了先进单位4个、优秀专职委员10名; 表彰了先进个人甲、乙3人和优秀团队丙; 评选出H.
    fn honours_behind(&mut self, at: usize, limit: usize) -> Option<usize> {
        let reader = self.reader;
        let from = reader.word(at, limit, Class::AwardVerbsActive)?;
        let meeting = matches!(reader.at(from), '大' | '会' | '暨' | '决' | '名' | '通' | '文' | '仪') || reader.at(from) == '的';
        let noun = at > 0 && matches!(reader.at(at - 1), '受' | '到' | '予' | '行' | '给' | '于' | '获' | '级' | '被' | '次');
        if meeting || noun {
            return None;
        }
        let end = (from..limit.min(from + 240))
            .find(|&i| matches!(reader.at(i), '；' | '。' | '：') || (reader.at(i) == '，' && !self.goes_on(i, limit)))
            .unwrap_or(limit.min(from + 240));
        let list = honours(reader, from, end);
        if list.is_empty() {
            return None;
        }
        self.region(&list, CharSpan::new(from, end));
        Some(end)
    }

    /// Whether more honours follow behind a comma: …12个，优秀教师50名.
    fn goes_on(&self, comma: usize, limit: usize) -> bool {
        let end = clause_end(self.reader, comma + 1, limit);
        let opens = matches!(self.reader.at(comma + 1), '以' | '及')
            || self.reader.at(end.saturating_sub(1)) == '名'
            || self.reader.at(end.saturating_sub(1)) == '个';
        opens && !honours(self.reader, comma + 1, end).is_empty()
    }

    /// A stretch of honours with winners and numbers before or behind each.
    fn region(&mut self, list: &[Honour], region: CharSpan) {
        let reader = self.reader;
        let mut from = region.start;
        let skip = |at: usize| {
            conjunction_end(reader, at)
                .or_else(|| matches!(reader.at(at), '、' | '，').then(|| conjunction_end(reader, at + 1).unwrap_or(at + 1)))
                .unwrap_or(at)
        };
        for (i, honour) in list.iter().enumerate() {
            let next = list.get(i + 1).map_or(region.end, |next| next.span.start);
            let (before, count_before) = self.winners(from, honour.span.start);
            let (mut winners, mut count, mut end) = (before, count_before, honour.span.end);
            let number_behind = reader.number(end, next).filter(|&(to, _)| reader.word(to, next, Class::NumberMeasures).is_some());
            if count.is_none() && winners.is_empty() {
                if let Some((to, value)) = number_behind {
                    count = Some(value);
                    end = reader.word(to, next, Class::NumberMeasures).unwrap_or(to);
                } else if !reader.is_boundary(end, next) && !matches!(reader.at(end), '和' | '及' | '等' | '代' | '与') {
                    let stop = if next == region.end { region.end } else { next };
                    (winners, count) = self.winners(end, stop);
                    if !winners.is_empty() {
                        end = stop;
                    }
                }
            }
            self.give(honour, winners, count, CharSpan::new(from, end));
            from = skip(end);
        }
    }

    /// 统计局、沸水镇4个先进集体代表分别上台发言.
    fn winners_act(&mut self, clause: usize, at: usize, limit: usize) -> Option<usize> {
        let reader = self.reader;
        let (number_end, _) = reader.number(at, limit)?;
        let from = reader.word(number_end, limit, Class::NumberMeasures)?;
        let honour = honours(reader, from, limit.min(from + 24)).into_iter().next().filter(|honour| honour.span.start == from)?;
        prefix(reader, honour.span.end, "代表")?;
        let winners = recipients(reader, &self.tagged.registry, clause, at);
        if winners.is_empty() {
            return None;
        }
        self.give(&honour, winners, None, CharSpan::new(clause, honour.span.end));
        Some(honour.span.end)
    }

    /// 《关于表彰…的决定》; 关于表扬…的通报; 宣读…名单. Gives the end of the title.
    fn decision(&mut self, at: usize, limit: usize) -> usize {
        let reader = self.reader;
        let end = reader.closing(at).unwrap_or_else(|| clause_end(reader, at, limit));
        let title = reader.text(at, end);
        if !["表彰", "表扬", "命名", "授予", "评选", "奖励"].iter().any(|word| title.contains(word)) {
            return end;
        }
        let from = (at..end).find_map(|i| reader.word(i, end, Class::AwardVerbsActive)).unwrap_or(at + 1);
        let list = honours(reader, from, end);
        let honoured = self.honoured_behind(end, limit);
        let list_of_names = end >= 2 && reader.text(end - 2, end) == "名单";
        for honour in &list {
            let given =
                Given { honour: honour.name.clone(), winners: Vec::new(), count: honoured.filter(|_| list.len() == 1), span: honour.span };
            if honoured.is_some() || list_of_names {
                self.given.push(given);
            } else {
                self.titled.push(given);
            }
        }
        end
    }

    /// …的决定》，3名同志受到表彰: the number of those whom a decision honours.
    fn honoured_behind(&self, at: usize, limit: usize) -> Option<u32> {
        let reader = self.reader;
        let from = if matches!(reader.at(at), '，' | '；') { at + 1 } else { return None };
        let (to, value) = reader.number(from, limit)?;
        let clause = reader.text(to, clause_end(reader, to, limit));
        (clause.contains("受到表彰") || clause.contains("受到表扬") || clause.contains("受表彰")).then_some(value)
    }

    /// Winners in a stretch before an honour or verb, and the number of them: 甲、乙等14个.
    fn winners(&self, from: usize, to: usize) -> (Vec<Named>, Option<u32>) {
        let reader = self.reader;
        let (mut end, mut count) = (to, None);
        for i in from..to {
            if let Some((number_end, value)) = reader.number(i, to)
                && let Some(measure_end) = reader.word(number_end, to, Class::NumberMeasures)
                && (to - measure_end <= 14 || i == from)
                && (i == 0 || !matches!(reader.at(i - 1), '第' | '（' | '(') && !reader.at(i - 1).is_ascii_digit())
            {
                count = Some(value);
                end = if i > from && reader.at(i - 1) == '等' { i - 1 } else { i };
                break;
            }
        }
        (recipients(reader, &self.tagged.registry, from, end), count)
    }

    fn give(&mut self, honour: &Honour, winners: Vec<Named>, count: Option<u32>, span: CharSpan) {
        self.last = Some(honour.name.clone());
        self.given.push(Given { honour: honour.name.clone(), winners, count, span });
    }
}

/// Whether honours behind a verb belong to it: the first, and those joined to it by 和 or 、.
fn joined(reader: &Reader, verb_end: usize, honour: &Honour) -> bool {
    (verb_end..honour.span.start).all(|i| reader.at(i) != '，')
}

fn behind_particles(reader: &Reader, at: usize) -> usize {
    if reader.at(at) == '了' { at + 1 } else { at }
}

/// Whether a decision is named without 《》: 关于表彰…的决定.
fn opens_decision(reader: &Reader, at: usize, limit: usize) -> bool {
    if prefix(reader, at, "关于").is_some() {
        return true;
    }
    reader.word(at, limit, Class::RoleAnnounce).is_some() && {
        let end = clause_end(reader, at, limit);
        end >= 2 && reader.text(end - 2, end) == "名单"
    }
}

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

/// Where the clause ends: at the next ，；：。outside brackets (、 goes on).
fn clause_end(reader: &Reader, at: usize, limit: usize) -> usize {
    let mut i = at;
    while i < limit && (!is_mark(reader.at(i)) || matches!(reader.at(i), '、' | '—')) {
        i = reader.step(i);
    }
    i.min(limit)
}

/// Whether two names are of one honour: 先进集体, 妇女儿童工作先进集体.
fn same_honour(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    short == long || (short.chars().count() >= 3 && long.ends_with(short))
}

/// Joins what several places tell: an honour without winners falls where the same one has winners, its number stays.
fn settle(found: &[Given]) -> Vec<Given> {
    let mut settled: Vec<Given> = Vec::new();
    for given in found {
        let named_elsewhere =
            given.winners.is_empty() && found.iter().any(|other| !other.winners.is_empty() && same_honour(&other.honour, &given.honour));
        if named_elsewhere {
            continue;
        }
        let repeated = settled
            .iter_mut()
            .find(|other| other.winners.is_empty() && given.winners.is_empty() && same_honour(&other.honour, &given.honour));
        if let Some(other) = repeated {
            other.count = other.count.or(given.count);
            continue;
        }
        let mut given = given.clone();
        if given.count.is_none() {
            given.count = found
                .iter()
                .filter(|other| other.winners.is_empty() && same_honour(&other.honour, &given.honour))
                .find_map(|other| other.count);
        }
        settled.push(given);
    }
    settled
}

fn rows(clean: &Clean, found: Vec<Given>) -> Vec<Award> {
    let mut rows: Vec<Award> = Vec::new();
    for given in found {
        let span = clean.origin(given.span);
        let row = |recipient: Option<Named>| Award {
            honor: given.honour.clone(),
            recipient_kind: recipient.as_ref().map(|named| named.kind),
            recipient: recipient.map(|named| named.name),
            count: given.count,
            span,
        };
        let new: Vec<Award> =
            if given.winners.is_empty() { vec![row(None)] } else { given.winners.iter().cloned().map(|named| row(Some(named))).collect() };
        for award in new {
            if !rows.iter().any(|old| old.recipient == award.recipient && same_honour(&old.honor, &award.honor)) {
                rows.push(award);
            }
        }
    }
    rows
}
