//! The lists of participants that a clause names: at its beginning, behind words that lead to one, in its middle.

use super::super::item::{Before, Item, Kind, conjunction_end, inside_word, item};
use super::super::reader::is_mark;
use super::clauses::{clause_end, light_act, verb_of_agenda, verb_of_each};
use super::leads::{acts, chair_lead, cleft_lead, heard, invited, judges_lead, list_lead, occasion, organized, witnessed};
use super::runs::{
    before, behind_constituency, counted_companies, crowd, holds_titled, is_titled, is_word, label_behind, person_item, run_of_names,
    share_label, share_post_of_body, short_names_of_bodies, stranger_with_label, tail,
};
use super::{LONGEST_LEAD, LONGEST_NAME, Listed, MOST_LEAD_WORDS, Phrase, Place, Walker};
use crate::lexicon::Class;
use crate::model::Role;
use crate::names;
use crate::rules::Rule;
use crate::text::{CharSpan, is_han};

/// More people are not told of with a clause each before what all of them do.
const MOST_ATTRIBUTED: usize = 12;

impl Walker<'_, '_> {
    /// The list that a clause is about, and where the search for it ended; lists whose predicate is told by the form itself are read on
    /// the way.
    pub(super) fn clause_items(&mut self, at: usize, clause_end: usize, limit: usize) -> (usize, Vec<Listed>) {
        if let Some(found) = self.led_items(at, clause_end, limit) {
            return found;
        }
        let (start, items) = self.opening_items(at, clause_end, limit);
        if !items.is_empty() {
            return (start, items);
        }
        if let Some(items) = self.attributed_run(at, limit) {
            return (at, items);
        }
        if let Some(subject) = self.known_subject(start, clause_end) {
            return (start, vec![Listed { item: subject, mark: ' ' }]);
        }
        if self.gathered(start, clause_end, limit) {
            return (clause_end, Vec::new());
        }
        (start, self.inner_items(start, clause_end, limit))
    }

    /// 扎根山村的教师林知远，舍己救人的秦关|分别作了发言: people who are told with what they did, a clause each, before what all of them do.
    fn attributed_run(&self, at: usize, limit: usize) -> Option<Vec<Listed>> {
        let reader = self.reader;
        let (mut items, mut from) = (Vec::new(), at);
        while items.len() < MOST_ATTRIBUTED {
            let stop = clause_end(reader, from, limit);
            let each = (from + 2..stop).find(|&i| verb_of_each(reader, i, stop));
            let end = each.unwrap_or(stop);
            let of = (end.saturating_sub(LONGEST_LEAD).max(from)..end).rev().find(|&i| reader.at(i) == '的')?;
            let name = CharSpan::new(of + 1, end);
            let titled = item(reader, self.registry, of + 1, end, Before::default()).filter(|item| item.end == end);
            let person = titled.filter(|item| matches!(item.kind, Kind::Person { .. }));
            let bare = || {
                let likely = (2..=3).contains(&name.len()) && super::super::name::is_likely(reader, name);
                likely.then(|| person_item(Rule::NameBehindOf, reader.name(name), name))
            };
            items.push(Listed { item: person.or_else(bare)?, mark: '，' });
            if each.is_some() {
                return (items.len() > 1).then_some(items);
            }
            from = if stop < limit && reader.at(stop) == '，' { stop + 1 } else { return None };
        }
        None
    }

    /// What words before a list say of it: 听取了…, 在…的见证下, 主持人是…, 出席会议的有…, 邀请…, 召开…参加的….
    fn led_items(&mut self, at: usize, clause_end: usize, limit: usize) -> Option<(usize, Vec<Listed>)> {
        let reader = self.reader;
        if let Some(from) = heard(reader, at, clause_end).filter(|_| self.registry.name_at(reader, at).is_none()) {
            self.reports_heard(from, clause_end);
            return Some((clause_end, Vec::new()));
        }
        // 会议|在县长林知远的主持下进行
        let lead = reader.word(at, clause_end, Class::Gatherings).filter(|&to| reader.at(to) == '在').unwrap_or(at);
        if let Some(witness) = witnessed(reader, lead, limit) {
            let items = self.list(lead + 1, witness.start);
            if !items.is_empty() {
                self.emit(Rule::PhraseListLead, &items, witness);
                return Some((witness.end, Vec::new()));
            }
        }
        if let Some(from) = chair_lead(reader, at, clause_end) {
            let items = self.list(from, clause_end);
            if !items.is_empty() {
                let place = Place::Field(Role::Presided);
                self.read.phrases.push(Phrase { items, predicate: CharSpan::new(at, from), place, rule: Rule::PhraseListLead });
                return Some((clause_end, Vec::new()));
            }
        }
        if self.cleft(at, clause_end, limit) || self.cleft_object(at, clause_end) {
            return Some((clause_end, Vec::new()));
        }
        if let Some(from) = list_lead(reader, at, clause_end) {
            let items = self.list_led(from, limit, true);
            // 评委由总裁办、人力资源部组成: nobody is told of
            let made_of = judges_lead(reader, at, clause_end) == Some(from);
            let told = |listed: &Listed| !made_of || listed.item.kind != Kind::Organization;
            if items.iter().any(told) {
                self.emit(Rule::PhraseListLead, &items, CharSpan::new(at, from));
                return Some((clause_end, items));
            }
        }
        if let Some(from) = invited(reader, at, clause_end) {
            let items = self.list(from, limit);
            let gives = || items.last().is_some_and(|listed| light_act(reader, listed.item.end.max(1) - 1, clause_end).is_some());
            if holds_titled(&items) || gives() {
                // 活动邀请副院长林知远、秦关，给家长们答疑: those who are invited take part, whatever they do there.
                if items.last().is_some_and(|listed| reader.at(listed.item.end) == '，' && !acts(reader, listed.item.end + 1, limit)) {
                    self.emit(Rule::PhraseListAlone, &items, CharSpan::new(limit, limit));
                }
                return Some((at, items));
            }
        }
        self.attended_by(at, clause_end).then_some((clause_end, Vec::new()))
    }

    /// 主持会议的是县长林知远, 宣读决定的是秦关: who did something stands behind what was done.
    fn cleft(&mut self, at: usize, clause_end: usize, limit: usize) -> bool {
        let Some(of) = cleft_lead(self.reader, at, clause_end) else { return false };
        let items = self.list(of + 2, limit);
        let people = items.iter().any(|listed| matches!(listed.item.kind, Kind::Person { .. }));
        if people {
            self.emit(Rule::PhraseCleft, &items, CharSpan::new(at, of));
        }
        people
    }

    /// 奖牌是县长林知远亲手颁发的: who did something stands before it, behind 是.
    fn cleft_object(&mut self, at: usize, clause_end: usize) -> bool {
        let reader = self.reader;
        if reader.at(clause_end.saturating_sub(1)) != '的' {
            return false;
        }
        let Some(is) = (at + 2..clause_end.min(at + LONGEST_LEAD)).find(|&i| reader.at(i) == '是') else { return false };
        let from = is + 1 + usize::from(reader.at(is + 1) == '由');
        let items = self.list(from, clause_end - 1);
        let stop = items.last().map_or(clause_end, |listed| listed.item.end);
        let acts = stop < clause_end - 1 && items.iter().all(|listed| matches!(listed.item.kind, Kind::Person { .. } | Kind::Label));
        if acts {
            self.emit(Rule::PhraseCleft, &items, CharSpan::new(stop, clause_end - 1));
        }
        acts
    }

    /// The list that opens a clause behind its adverbials: 会上，随后由….
    fn opening_items(&mut self, at: usize, clause_end: usize, limit: usize) -> (usize, Vec<Listed>) {
        let reader = self.reader;
        let mut start = if self.place == Place::Narrative { self.behind_ordinal(at, clause_end) } else { at };
        // 作为教师代表，林小凤作了发言
        let role = matches!((reader.at(start), reader.at(start + 1)), ('作' | '身', '为')) && reader.at(clause_end) == '，';
        if role && reader.words.longest_before(clause_end, start, Class::PostHeads).is_some() && self.is_person(clause_end + 1, limit) {
            start = (start + 2..clause_end).rev().find(|&i| reader.at(i) == '的').map_or(start + 2, |of| of + 1);
        }
        start = self.behind_occasion(start, clause_end).unwrap_or(start);
        for _ in 0..MOST_LEAD_WORDS {
            while start < clause_end && (reader.at(start) == ' ' || reader.at(start) == '”') {
                start += 1;
            }
            let lead = reader.word(start, clause_end, Class::LeadWords).filter(|_| !inside_word(reader, start));
            if let Some(end) = lead.filter(|&end| end - start > 1) {
                start = end;
                continue;
            }
            let items = self.list(start, limit);
            if !items.is_empty() {
                return (start, items);
            }
            // 和大家聊了聊: with whom, and no other subject
            let with_all = matches!(reader.at(start), '和' | '与') && (reader.at(start + 1), reader.at(start + 2)) == ('大', '家');
            match lead {
                Some(end) if !with_all => start = end,
                _ => break,
            }
        }
        (start, Vec::new())
    }

    /// 在工作报告中|林院长回顾了…: where somebody is named behind the occasion on which they spoke.
    fn behind_occasion(&self, at: usize, clause_end: usize) -> Option<usize> {
        let reader = self.reader;
        let to = occasion(reader, at, clause_end)?;
        let short = || self.registry.surname_and_post_at(reader, to, clause_end).is_some();
        (self.registry.name_at(reader, to).is_some() || short() || self.is_person(to, clause_end)).then_some(to)
    }

    /// 一是各支部书记述职；二是林知远讲话, 一、林知远通报…: where an item of the agenda starts behind its number.
    fn behind_ordinal(&self, at: usize, limit: usize) -> usize {
        let reader = self.reader;
        let opens_line = at == 0 || reader.at(at - 1) == '\n';
        let named = |end: usize| opens_line && matches!(reader.at(end), '、' | '.' | '．') && self.is_person(end + 1, limit);
        let number = reader.number(at, limit.min(at + 4));
        number.filter(|&(end, _)| reader.at(end) == '是' || named(end)).map_or(at, |(end, _)| end + 1)
    }

    /// 组织全体党员学习, 组织全体教职工召开大会: those who are gathered took part.
    pub(super) fn gathered(&mut self, at: usize, clause_end: usize, limit: usize) -> bool {
        let Some(from) = organized(self.reader, at, clause_end) else { return false };
        let mut items = self.list(from, limit);
        if items.is_empty() {
            let acts =
                |i: usize| [Class::HoldingVerbs, Class::RoleOther].iter().any(|&class| self.reader.word(i, clause_end, class).is_some());
            let verb = (from + 2..clause_end.min(from + LONGEST_LEAD)).find(|&i| acts(i));
            items = verb.map_or_else(Vec::new, |verb| self.list(from, verb));
        }
        let group = items.first().is_some_and(|listed| listed.item.kind == Kind::Label);
        if group {
            self.emit(Rule::PhraseOrganized, &items, CharSpan::new(limit, limit));
        }
        group
    }

    /// The list inside of a clause: 会议由…主持, 共有12名代表参加.
    fn inner_items(&mut self, at: usize, clause_end: usize, limit: usize) -> Vec<Listed> {
        let reader = self.reader;
        let agent = (at..clause_end).find(|&i| reader.at(i) == '由' && reader.closing(i).is_none());
        let items = agent.map_or_else(Vec::new, |agent| self.list(agent + 1, limit));
        // 由分管校长签字: behind 由 stands who acts, and then what is done.
        let acts = items.last().is_some_and(|listed| !reader.is_boundary(listed.item.end, limit) || !is_word(reader, &listed.item));
        if acts {
            return items;
        }
        let number = |i: usize| reader.number(i, clause_end).is_some_and(|(to, _)| !matches!(reader.at(to), '年' | '月' | '日' | '是'));
        let counted = |i: usize| {
            let further = || (i + 1..clause_end.min(i + 8)).take_while(|&k| is_han(reader.at(k - 1))).any(number);
            reader.number(i, clause_end).is_some()
                || reader.word(i, clause_end, Class::GroupOpeners).is_some()
                || (i > 1 && reader.at(i - 2) == '共' && further())
        };
        let present = (at..clause_end).find(|&i| reader.at(i) == '有' && counted(i + 1));
        let present = present.filter(|&present| verb_of_agenda(reader, present, clause_end, false).is_some());
        present.map_or_else(Vec::new, |present| self.list(present + 1, limit))
    }

    /// 召开各镇负责人参加的座谈会: who took part stands before what was held.
    fn attended_by(&mut self, at: usize, clause_end: usize) -> bool {
        let reader = self.reader;
        let Some(held) = (at..clause_end).find_map(|i| reader.word(i, clause_end, Class::HoldingVerbs).filter(|&to| to > i + 1)) else {
            return false;
        };
        let behind = held + usize::from(reader.at(held) == '了');
        let from = behind + usize::from(matches!(reader.at(behind), '由' | '有'));
        let attends = |i: usize| reader.word(i, clause_end, Class::RoleAttend).filter(|&to| to > i + 1 && reader.at(to) == '的');
        let Some((verb, to)) = (from + 2..clause_end).find_map(|i| attends(i).map(|to| (i, to))) else { return false };
        let items = self.list(from, verb);
        let whole = items.last().is_some_and(|listed| listed.item.end == verb);
        if whole {
            self.emit(Rule::PhraseListLead, &items, CharSpan::new(verb, to));
        }
        whole
    }

    /// 会议听取了甲所作的…报告、乙关于…的报告: each of them reported.
    fn reports_heard(&mut self, from: usize, clause_end: usize) {
        let mut at = from;
        while at < clause_end {
            // 听取了水利局和铁路公司|的汇报
            let talks = [Class::RoleReport, Class::RoleExchange, Class::RoleSpeak];
            let talk = |of: usize| talks.iter().any(|&class| self.reader.word(of + 1, clause_end, class).is_some());
            let of = (at..clause_end).rev().find(|&i| self.reader.at(i) == '的').filter(|&of| talk(of)).unwrap_or(clause_end);
            let made = usize::from(matches!(self.reader.at(of - 1), '作' | '做'));
            let mut items = self.list_led(at, if at + made < of { of - made } else { clause_end }, true);
            // 包案单位的汇报: no body is named
            items.retain(|listed| {
                let CharSpan { start, end } = listed.item.span;
                listed.item.kind != Kind::Organization || self.reader.words.longest_before(end, start, Class::GenericBodies).is_none()
            });
            let stop = items.last().map_or(at, |listed| listed.item.end);
            // 关于灾情和转移情况的汇报
            let parts = |i: usize| {
                self.reader.at(i) == '、' || (i > at && matches!(self.reader.at(i), '和' | '及') && self.reader.closing(i).is_none())
            };
            let next = (stop.max(at)..clause_end).filter(|&i| parts(i)).find(|&i| items.is_empty() || self.is_person(i + 1, clause_end));
            let next = next.unwrap_or(clause_end);
            if !items.is_empty() {
                self.emit(Rule::PhraseHeard, &items, CharSpan::new(stop, next));
            }
            at = next.max(at) + 1;
        }
    }

    /// The items from a position on, over 、，and conjunctions.
    pub(super) fn list(&mut self, at: usize, limit: usize) -> Vec<Listed> {
        self.list_led(at, limit, false)
    }

    /// The same; `led` where words before it say that a list of participants follows.
    fn list_led(&mut self, at: usize, limit: usize, led: bool) -> Vec<Listed> {
        let reader = self.reader;
        let mut items: Vec<Listed> = Vec::new();
        let mut start = at;
        let mut mark = ' ';
        if let Some((spans, end)) = short_names_of_bodies(reader, at, limit) {
            let body = |span| Item { kind: Kind::Organization, span, count: None, number: None, end, rule: Rule::Body };
            return spans.into_iter().map(|span| Listed { item: body(span), mark: '、' }).collect();
        }
        loop {
            start = self.behind_honour(start, limit).unwrap_or(start);
            let Some(item) = self.next_item(&items, CharSpan::new(start, limit), mark, led) else { break };
            if let Kind::Person { name, .. } = &item.kind {
                self.person = Some(name.clone());
            }
            let mut end = item.end;
            items.push(Listed { item, mark });
            share_post_of_body(reader, &mut items);
            if let Some((first, bodies)) = counted_companies(reader, &items, end, limit) {
                end = bodies.end;
                let mark = items[first].mark;
                items.truncate(first);
                items.push(Listed { item: bodies, mark });
            }
            // 等多位专家: how many, and no post
            let post = label_behind(reader, &items, end, limit).filter(|post| !matches!(reader.at(post.start), '多' | '几' | '众'));
            if let Some(post) = post {
                // 处长秦关等5个支部的学员代表
                let stand_for = reader.at(post.end - 2) == '代' && post.start > end + 2;
                let leaders = stand_for || reader.words.longest_before(post.end, post.start, Class::LeaderLabels).is_some();
                share_label(&mut items, &reader.text(post.start, post.end), leaders);
            }
            if let Some(last) = items.last_mut() {
                end = tail(reader, &mut last.item, end, limit);
                let stop = behind_constituency(reader, &last.item, end, limit);
                let speaks_for = |stop: usize| (stop + 3..stop + 6).any(|i| reader.at(i) == '代' && reader.at(i + 1) == '表');
                let goes_on = |stop: usize| reader.at(stop) == '，' || speaks_for(stop) || self.is_person(stop + 1, limit);
                end = stop.filter(|&stop| goes_on(stop)).unwrap_or(end);
            }
            mark = reader.at(end);
            if end >= limit {
                break;
            }
            match mark {
                '、' | '，' | '；' => start = end + 1,
                _ => match conjunction_end(reader, end) {
                    Some(to) => start = to,
                    None => break,
                },
            }
            // 社区书记乔迁，还有共建单位的代表
            if matches!(mark, '，' | '、') && reader.at(start) == '还' && reader.at(start + 1) == '有' {
                start += 2;
            }
            if witnessed(reader, start, limit).is_some() {
                break;
            }
            if matches!(mark, '，' | '；') {
                while let Some(to) = conjunction_end(reader, start) {
                    start = to;
                }
            }
        }
        items
    }

    /// The item of a list that starts a span, behind the others and the mark after them.
    fn next_item(&self, items: &[Listed], span: CharSpan, mark: char, led: bool) -> Option<Item> {
        let (reader, CharSpan { start, end: limit }) = (self.reader, span);
        let mut before = before(items, mark);
        before.person |= items.is_empty() && self.place == Place::Narrative && run_of_names(reader, start, limit);
        let found = self
            .pronoun(start, limit)
            .or_else(|| self.short_mention(start, limit))
            .or_else(|| item(reader, self.registry, start, limit, before));
        let found = found.or_else(|| crowd(reader, start, limit, led || !items.is_empty()));
        let among = || items.iter().any(is_titled) && self.place == Place::Narrative;
        found.or_else(|| if among() { stranger_with_label(reader, start, limit) } else { None })
    }

    /// 全国劳动模范、|退休焊工秦大山: a label of honour that stands before somebody's posts.
    fn behind_honour(&self, at: usize, limit: usize) -> Option<usize> {
        let reader = self.reader;
        let stop = (at + 2..limit.min(at + LONGEST_NAME * 3)).find(|&i| is_mark(reader.at(i))).filter(|&i| reader.at(i) == '、')?;
        // 法医林知远的妻子、|小学教师秦小凤
        let kin = || reader.words.longest_before(stop, at, Class::Epithets).is_some_and(|kin| reader.at(kin - 1) == '的');
        let honour = (reader.words.longest_before(stop, at, Class::HonourHeads).is_some() || kin())
            && !(at..stop).any(|i| conjunction_end(reader, i).is_some());
        (honour && self.is_titled_person(stop + 1, limit)).then_some(stop + 1)
    }

    /// 林知远边听边记，正在开会的林知远通过手机连线，: a name that is known and no ordinary word opens a clause, whatever is said of it.
    fn known_subject(&mut self, at: usize, clause_end: usize) -> Option<Item> {
        let of = (at..clause_end.min(at + 16)).find(|&i| self.reader.at(i) == '的').map(|of| of + 1);
        let behind_of = || of.and_then(|of| self.registry.name_at(self.reader, of).map(|end| (of, end)));
        let (at, end) =
            self.registry.name_at(self.reader, at).map(|end| (at, end)).or_else(behind_of).filter(|&(_, end)| end < clause_end)?;
        let name = self.reader.name(CharSpan::new(at, end));
        self.person = Some(name.clone());
        let plain = self.place == Place::Narrative && names::word(&self.reader.chars[at..end]) == 0;
        plain.then(|| person_item(Rule::NameKnown, name, CharSpan::new(at, end)))
    }

    fn is_person(&self, at: usize, limit: usize) -> bool {
        let next = item(self.reader, self.registry, at, limit, Before::default());
        next.is_some_and(|item| matches!(item.kind, Kind::Person { .. }))
    }

    /// 他, 她 before a verb.
    fn pronoun(&self, at: usize, limit: usize) -> Option<Item> {
        let fits = matches!(self.reader.at(at), '他' | '她')
            && self.reader.at(at + 1) != '们'
            && super::super::name::follow(self.reader, at + 1, limit) > 0;
        let name = fits.then(|| self.person.clone())??;
        Some(person_item(Rule::NamePronoun, name, CharSpan::new(at, at + 1)))
    }

    /// 魏主任, 张书记.
    fn short_mention(&self, at: usize, limit: usize) -> Option<Item> {
        let (end, name) = self.registry.surname_and_post_at(self.reader, at, limit)?;
        (super::super::name::follow(self.reader, end, limit) > 0)
            .then(|| person_item(Rule::NameSurnameAndPost, name, CharSpan::new(at, end)))
    }
}
