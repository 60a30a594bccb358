//! 角色: what a predicate says that its subject did.

use crate::lexicon::Class;
use crate::model::Role;
use crate::rules::Rule;
use crate::tag::item::holding_verb;
use crate::tag::reader::Reader;
use crate::text::{CharSpan, is_han};

/// Something that a subject did, and the words that say so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deed {
    /// The role that it gives.
    pub role: Role,
    /// The rule that read it.
    pub rule: Rule,
    /// Its words.
    pub span: CharSpan,
}

/// The roles that a predicate gives: 出席会议并讲话 → attended, spoke.
///
/// A verb with an object of its own (宣读了…, 传达了…) hides what stands in that object, up to 并.
#[must_use]
pub fn roles(reader: &Reader, predicate: CharSpan) -> Vec<Deed> {
    if predicate.is_empty() {
        return vec![Deed { role: Role::Attended, rule: Rule::RoleListed, span: predicate }];
    }
    if tells_where_held(reader, predicate) {
        return Vec::new();
    }
    let mut found: Vec<Deed> = said(reader, predicate).into_iter().collect();
    let hands_over = hands_over(reader, predicate);
    if !hands_over && only_planned(reader, predicate) || opens_content(reader, predicate) {
        return found;
    }
    if let Some(deed) = attends_list(reader, predicate) {
        return vec![deed];
    }
    let own = own_speech(reader, predicate);
    let agenda = Agenda::new(reader, predicate);
    let mut joined = false;
    let mut at = predicate.start;
    while at < predicate.end {
        let Some((end, verb)) = verb_at(reader, at, predicate.end) else {
            joined = joined || (at >= agenda.first && reader.at(at) == '并');
            at = reader.step(at);
            continue;
        };
        let verb_span = CharSpan::new(at, end);
        if agenda.passes_over(verb_span, verb, joined) {
            at = end;
            continue;
        }
        let new = agenda
            .deed(verb_span, verb)
            .filter(|&(role, _)| own.is_none() || role != Role::Reported)
            .filter(|&(role, _)| found.iter().all(|known| known.role != role));
        found.extend(new.map(|(role, rule)| Deed { role, rule, span: verb_span }));
        // 作了|学习讲座, 作了题为“…”|学习讲座: a noun
        let light = opens_noun(reader, predicate.start, at);
        let plain = matches!(verb, Verb::Plain(_) | Verb::Witness) || light && matches!(verb, Verb::Other);
        at = if plain { end } else { behind_object(reader, end, predicate.end) };
    }
    let titled = titled_talk(reader, predicate).filter(|deed| found.iter().all(|known| known.role != deed.role));
    found.extend(titled);
    if let Some(span) = own.filter(|_| found.iter().all(|known| known.role != Role::Spoke && known.role != Role::Exchanged)) {
        found.push(Deed { role: Role::Spoke, rule: Rule::RoleSpoke, span });
    }
    found.extend(read_to_all(reader, predicate).filter(|_| found.is_empty()));
    if let Some(span) = in_report(reader, predicate).filter(|_| found.is_empty()) {
        found.push(Deed { role: Role::Reported, rule: Rule::RoleReported, span });
    }
    if hands_over && found.iter().all(|known| known.role != Role::Presented) {
        found.push(Deed { role: Role::Presented, rule: Rule::RolePresented, span: predicate });
    }
    found
}

/// Whether a light verb stands right before, or before the title of what is given.
fn opens_noun(reader: &Reader, start: usize, at: usize) -> bool {
    let light = |at: usize| reader.words.longest_before(at, start, Class::LightVerbs).is_some();
    light(at) || matches!(reader.at(at.saturating_sub(1)), '”' | '》') && (start + 1..at).any(light)
}

/// 青禾县|总结表彰大会在会议中心举行: the words behind a body are the rest of the meeting's name, and no deed.
fn tells_where_held(reader: &Reader, predicate: CharSpan) -> bool {
    let CharSpan { start, end } = predicate;
    let held = reader.words.longest_before(end, start, Class::HoldingVerbs).is_some_and(|verb| verb > start + 2);
    held && (start + 2..end).any(|i| reader.at(i) == '在' && reader.words.longest_before(i, start, Class::CeremonyNouns).is_some())
}

/// 参加动员会的有, 到会的有：: what was attended may be named by a verb, or not at all.
fn attends_list(reader: &Reader, predicate: CharSpan) -> Option<Deed> {
    let CharSpan { start, end } = predicate;
    let end = end - usize::from(reader.at(end - 1) == '：');
    let to = reader.word(start, end, Class::RoleAttend).filter(|_| reader.at(end - 1) == '有' && end - start <= 12)?;
    let of = (to..end).any(|i| reader.at(i) == '的');
    of.then(|| Deed { role: Role::Attended, rule: Rule::RoleAttended, span: CharSpan::new(start, to) })
}

/// 要求与会人员…: a verb of speech with what is said in the same clause.
fn opens_content(reader: &Reader, predicate: CharSpan) -> bool {
    let CharSpan { start, end } = predicate;
    let demand = |to: usize| reader.words.is(start, to, Class::DirectivePleas) || reader.words.is(start, to, Class::SpeechAsk);
    reader.word(start, end, Class::QuoteVerbs).is_some_and(|to| demand(to) && !reader.is_boundary(to, end))
}

/// 在讲话中分析了…: what is told of somebody's own words is part of them.
fn own_speech(reader: &Reader, predicate: CharSpan) -> Option<CharSpan> {
    let CharSpan { start, end } = predicate;
    let middle = (start + 2..end.min(start + 14)).find(|&i| reader.at(i) == '中').filter(|_| reader.at(start) == '在')?;
    let verb = reader.words.longest_before(middle, start, Class::RoleSpeak)?;
    Some(CharSpan::new(verb, middle))
}

/// 把收支一笔一笔念给大家听: something is read or told to those who are there.
fn read_to_all(reader: &Reader, predicate: CharSpan) -> Option<Deed> {
    let CharSpan { start, end } = predicate;
    let to = (start + 1..end).rev().take(8).find(|&i| reader.at(i) == '给').filter(|_| reader.at(end - 1) == '听')?;
    let role = match reader.at(to - 1) {
        '念' | '报' | '读' | '算' => Role::Reported,
        '讲' | '说' => Role::Spoke,
        _ => return None,
    };
    Some(Deed { role, rule: verb_rule(role), span: CharSpan::new(to - 1, end) })
}

/// 在汇报中谈到: what somebody says in a report is the report.
fn in_report(reader: &Reader, predicate: CharSpan) -> Option<CharSpan> {
    let CharSpan { start, end } = predicate;
    let middle = (start + 3..end.min(start + 8)).find(|&i| reader.at(i) == '中').filter(|_| reader.at(start) == '在')?;
    reader.words.is(start + 1, middle, Class::RoleReport).then_some(CharSpan::new(start + 1, middle))
}

/// 作了《工会工作报告》, 作了“工会工作报告”: what was given is told by its title.
fn titled_talk(reader: &Reader, predicate: CharSpan) -> Option<Deed> {
    let CharSpan { start, end } = predicate;
    let title = |at: usize| {
        reader.word(at, end, Class::LightVerbs).filter(|&to| matches!(reader.at(to), '《' | '“')).and_then(|to| reader.closing(to))
    };
    let close = (start..end).find_map(title).filter(|&close| close <= end)?;
    let talks = [(Class::RoleReport, Role::Reported), (Class::RoleExchange, Role::Exchanged), (Class::RoleSpeak, Role::Spoke)];
    let talk = |class| reader.words.longest_before(close - 1, start, class);
    let (verb, role) = talks.into_iter().find_map(|(class, role)| talk(class).map(|verb| (verb, role)))?;
    Some(Deed { role, rule: verb_rule(role), span: CharSpan::new(verb, close - 1) })
}

/// That somebody spoke, where a verb of speech says so: 强调要…, 以身边的例子提醒家长….
fn said(reader: &Reader, predicate: CharSpan) -> Option<Deed> {
    let CharSpan { start, end } = predicate;
    let deed = |span| Deed { role: Role::Spoke, rule: Rule::RoleQuoted, span };
    let with_means = matches!(reader.at(start), '以' | '从' | '结' | '用')
        && reader.at(start + 1) != '于'
        && predicate.range().all(|at| verb_at(reader, at, end).is_none());
    let verb = |at: usize| {
        let word = reader.word(at, end, Class::QuoteVerbs);
        word.is_some_and(|to| to > at + 1 && reader.at(at) != '要' && !reader.is_boundary(to, end))
    };
    let by_means = || if with_means { (start + 2..end).find(|&at| verb(at)) } else { None };
    if quotes(reader, predicate) { Some(deed(predicate)) } else { by_means().map(|at| deed(CharSpan::new(at, end))) }
}

/// 要出席会议, 将作报告: whether a word of will or duty opens the predicate, and no verb that holds it (要求).
fn only_planned(reader: &Reader, predicate: CharSpan) -> bool {
    let CharSpan { start, end } = predicate;
    reader.word(start, end, Class::Modals).is_some_and(|modal| {
        reader.word(start, end, Class::SpeechFollow).is_none_or(|verb| verb <= modal)
            && verb_at(reader, start, end).is_none_or(|(verb, _)| verb <= modal)
    })
}

/// A predicate whose verbs are read one after another.
struct Agenda<'a, 'b> {
    reader: &'a Reader<'b>,
    end: usize,
    start: usize,
    /// Where it begins behind adverbials and 并.
    first: usize,
    /// Whether it says first whom or what it is about: 就…作了说明, 为…颁奖.
    addressed: bool,
    /// Where 在总结时 and the like end.
    place_end: usize,
}

impl<'a, 'b> Agenda<'a, 'b> {
    fn new(reader: &'a Reader<'b>, predicate: CharSpan) -> Self {
        let CharSpan { start, end } = predicate;
        let mut first = start;
        while let Some(to) = reader.word(first, end, Class::LeadWords).filter(|&to| to - first > 1) {
            first = to;
        }
        first += usize::from(matches!(reader.at(first), '并' | '还' | '又' | '也'));
        let addressed = matches!(reader.at(first), '就' | '对' | '向' | '为' | '给' | '结' | '针' | '首')
            || (reader.at(first) == '围' && reader.at(first + 1) == '绕');
        let addressed = addressed && !addresses_directly(reader, first, end);
        Self { reader, end, start, first, addressed, place_end: place_phrase_end(reader, first, end) }
    }

    /// Whether no other verb stands behind a position before the next 并.
    fn is_last(&self, at: usize) -> bool {
        let verb = |i: usize| verb_at(self.reader, i, self.end).is_some();
        (at..self.end).take_while(|&i| self.reader.at(i) != '并').all(|i| !verb(i))
    }

    /// Whether a predicate ends at a position, but for a number: 来了|41位.
    fn closes(&self, at: usize) -> bool {
        let counted = self.reader.number(at, self.end).is_some_and(|(to, _)| matches!(self.reader.at(to), '位' | '人' | '名'));
        at == self.end || counted
    }

    /// Whether a verb that gives a role stands behind a position: 在主会场|宣读, but not 在分会场|观看.
    fn acts_behind(&self, at: usize) -> bool {
        (at..self.end).any(|i| verb_at(self.reader, i, self.end).is_some_and(|(_, verb)| !matches!(verb, Verb::Other | Verb::Witness)))
    }

    /// Whether a verb belongs to what the predicate is about, or to a post or a place, and is nothing that was done.
    fn passes_over(&self, verb_span: CharSpan, verb: Verb, joined: bool) -> bool {
        let CharSpan { start: at, end } = verb_span;
        let reader = self.reader;
        let object = matches!(verb, Verb::Other | Verb::Transitive(_));
        let attends = matches!(verb, Verb::Plain(Role::Attended)) && !reader.words.is(at, end, Class::AttendAlone);
        let topic = at > self.start && matches!(reader.at(at - 1), '就' | '绕' | '合' | '对');
        // 挤在三条长凳上
        let counts =
            matches!(reader.at(end - 1), '条' | '点') && is_han(reader.at(end)) && !matches!(reader.at(end), '意' | '建' | '希' | '要');
        let in_noun = counts && matches!(verb, Verb::Plain(Role::Spoke))
            || matches!(
                verb,
                Verb::Plain(Role::Exchanged | Role::Reported | Role::Spoke) | Verb::Transitive(Role::Reported)
                    if matches!(reader.at(end), '会' | '厅' | '团' | '人' | '书' | '文' | '环') || inside_post(reader, at, end, self.end)
            );
        // 参加了讲座, 听了讲座
        let light = |i: usize| reader.word(i, at, Class::LightVerbs).is_some();
        let attended_talk = reader.at(at) == '讲' && reader.at(end - 1) == '座' && end == at + 2 && !(self.start..at).any(light);
        attended_talk
            || (self.addressed && !joined && (attends || matches!(verb, Verb::Other) || !self.is_last(end)))
            || (topic && object && !self.is_last(end))
            || (at < self.place_end && object)
            || in_noun
    }

    /// What a verb says that was done, and by which rule.
    fn deed(&self, verb_span: CharSpan, verb: Verb) -> Option<(Role, Rule)> {
        let (reader, limit, CharSpan { start: at, end }) = (self.reader, self.end, verb_span);
        match verb {
            Verb::Plain(Role::Presented) | Verb::Witness if reader.word(end, limit, Class::CeremonyNouns).is_some() => None,
            Verb::Plain(Role::Exchanged) if reader.words.longest_before(limit, end, Class::Agreements).is_some() => {
                Some((Role::Attended, Rule::RoleWitnessed))
            }
            // 在秦关陪同下: others did
            Verb::Witness if reader.at(end) == '下' && at > self.start => None,
            Verb::Witness => Some((Role::Attended, Rule::RoleWitnessed)),
            Verb::Plain(Role::Attended) if reader.at(at) == '在' && self.acts_behind(end) => None,
            Verb::Plain(Role::Attended) if !attends_meeting(reader, end, limit) => None,
            // 书记秦关来了, but not 给大家带来了节目
            Verb::Plain(Role::Attended) if end == at + 2 && reader.at(at + 1) == '了' && !(at == self.first && self.closes(end)) => None,
            Verb::Announcing | Verb::Transitive(_) if announces(reader, at, end, limit) => Some((Role::Announced, Rule::RoleAnnounced)),
            Verb::Announcing if end == limit && announces_award(reader, limit) => Some((Role::Announced, Rule::RoleAnnounced)),
            Verb::Announcing if (end..limit.min(end + 40)).any(|i| reader.word(i, limit, Class::RoleAccounts).is_some()) => {
                Some((Role::Reported, Rule::RoleReported))
            }
            Verb::Other | Verb::Announcing => None,
            Verb::Transitive(_) | Verb::Plain(Role::Spoke) if tells_experience(reader, at, end, limit) => {
                Some((Role::Exchanged, Rule::RoleExperience))
            }
            // 分享了主题报告
            Verb::Plain(Role::Exchanged)
                if reader.words.longest_before(limit, end, Class::RoleReport).is_some() && reader.at(at) == '分' =>
            {
                Some((Role::Reported, Rule::RoleReported))
            }
            Verb::Plain(role) | Verb::Transitive(role) => Some((role, verb_rule(role))),
        }
    }
}

/// 向来宾介绍了…的成绩: whom it is told stands right before the verb, so that what stands behind that is its object.
fn addresses_directly(reader: &Reader, first: usize, end: usize) -> bool {
    let verb =
        (first + 2..end.min(first + 14)).take_while(|&i| reader.at(i) != '的').find_map(|i| verb_at(reader, i, end).map(|(_, verb)| verb));
    reader.at(first) == '向' && matches!(verb, Some(Verb::Transitive(Role::Reported)))
}

/// Whether a verb of speech opens a predicate (强调要…), or ends it before what was said (在主持时就做好落实强调，).
fn quotes(reader: &Reader, predicate: CharSpan) -> bool {
    let CharSpan { mut start, end } = predicate;
    // 在小结时提醒各院
    start = occasion_end(reader, start, end).unwrap_or(start);
    // 也强调, 还再次希望
    while let Some(to) = reader.word(start, end, Class::SpeechAdverbs) {
        start = to;
    }
    let speaks = |to: usize| !matches!(reader.at(to - 1), '说' | '诉' | '为');
    let opens = reader.word(start, end, Class::QuoteVerbs).is_some_and(|to| speaks(to) && reader.at(to) != '的');
    let ends = |class| reader.words.longest_before(end, start, class).is_some_and(|verb| end - verb > 1);
    let before_speech = matches!(reader.at(start), '在' | '就' | '对') && matches!(reader.at(end), '，' | '：');
    // 在报告中提出，: what is said in a report is part of it.
    let in_report = || {
        let middle = (start + 2..end.min(start + 14)).any(|i| reader.at(i) == '中');
        middle && reader.words.first(start, end.min(start + 8), Class::RoleReport).is_some()
    };
    opens || (before_speech && speaks(end) && ends(Class::QuoteVerbs) && (ends(Class::RoleSpeak) || !in_report()))
}

/// The end of 在讲话时, 在小结中: the occasion on which somebody says something.
fn occasion_end(reader: &Reader, start: usize, end: usize) -> Option<usize> {
    let close = (start + 3..end.min(start + 8)).find(|&i| matches!(reader.at(i), '时' | '中')).filter(|_| reader.at(start) == '在')?;
    // 在汇报中谈到 is a report
    let talk = [Class::RoleSpeak, Class::RolePreside, Class::RoleReport].iter().take(if reader.at(close) == '中' { 2 } else { 3 });
    talk.copied().any(|class| reader.words.longest_before(close, start, class).is_some()).then_some(close + 1)
}

/// Whether a predicate only looks back (回顾了…): by somebody who has the floor that is part of the speech.
#[must_use]
pub fn recounts(reader: &Reader, predicate: CharSpan) -> bool {
    reader.word(predicate.start, predicate.end, Class::RoleRecount).is_some()
}

/// The longest words from 担任 to 评委, from 观看 to 比赛.
const LONGEST_OFFICE: usize = 14;

/// A verb of the agenda.
#[derive(Debug, Clone, Copy)]
enum Verb {
    /// Its object is a noun of the agenda or none: 出席会议, 作交流发言.
    Plain(Role),
    /// Its object may name other acts: 宣读…决定, 传达…讲话精神.
    Transitive(Role),
    /// An act of somebody who is present: 为…揭牌, 重温入党誓词.
    Witness,
    /// It counts by its object only: 宣布…名单.
    Announcing,
    /// It says nothing of the subject's part, and its object nothing either: 听取…汇报.
    Other,
}

/// The rule that a verb of the agenda is read by.
const fn verb_rule(role: Role) -> Rule {
    match role {
        Role::Presided => Rule::RolePresided,
        Role::Attended => Rule::RoleAttended,
        Role::Spoke => Rule::RoleSpoke,
        Role::Reported => Rule::RoleReported,
        Role::Exchanged => Rule::RoleExchanged,
        Role::Announced => Rule::RoleAnnounced,
        Role::Presented => Rule::RolePresented,
    }
}

/// The longest verb that starts here.
fn verb_at(reader: &Reader, at: usize, limit: usize) -> Option<(usize, Verb)> {
    let word = |class| reader.word(at, limit, class);
    // 受到表彰的先进个人: an attribute of those who are spoken of.
    let honoured = word(Class::AwardPraised).is_some_and(|end| reader.at(end) == '的');
    // 对大会的召开表示祝贺: a noun here.
    let holding = at > 0 && reader.at(at - 1) == '的';
    [
        (word(Class::RoleOther), Verb::Other),
        // 代表主办|单位致辞
        (holding_verb(reader, at, limit).filter(|_| !holding), Verb::Other),
        (word(Class::AwardVerbsPassive).filter(|&end| end - at > 1 && !honoured), Verb::Other),
        (word(Class::RoleAnnounce), Verb::Transitive(Role::Announced)),
        (word(Class::RolePreside), Verb::Plain(Role::Presided)),
        (word(Class::RoleAttend), Verb::Plain(Role::Attended)),
        (judges(reader, at, limit), Verb::Plain(Role::Attended)),
        (verb_with(reader, at, limit, Class::RoleWatch, Class::Watched), Verb::Witness),
        (verb_with(reader, at, limit, Class::RoleShare, Class::ExperienceNouns), Verb::Plain(Role::Exchanged)),
        (word(Class::RoleWitness), Verb::Witness),
        (word(Class::RoleExchange), Verb::Plain(Role::Exchanged)),
        (word(Class::RoleSpeak), Verb::Plain(Role::Spoke)),
        (proposes(reader, at, limit), Verb::Plain(Role::Spoke)),
        (word(Class::RoleReport), Verb::Transitive(Role::Reported)),
        (word(Class::RolePresent), Verb::Plain(Role::Presented)),
        (word(Class::AnnouncingVerbs), Verb::Announcing),
    ]
    .into_iter()
    .filter_map(|(end, verb)| end.map(|end| (end, verb)))
    .reduce(|best, next| if next.0 > best.0 { next } else { best })
}

/// 担任本次决赛的评委; and before a list 本次决赛评委|由, 评委|有.
fn judges(reader: &Reader, at: usize, limit: usize) -> Option<usize> {
    let judge = |from: usize| reader.word(from, limit, Class::Judges);
    let listed = judge(at).filter(|&to| to < limit && matches!(reader.at(to), '由' | '有' | '是' | '为'));
    let from = reader.word(at, limit, Class::HoldsPost);
    listed.or_else(|| from.and_then(|from| (from..limit.min(from + LONGEST_OFFICE)).find_map(judge)))
}

/// The longest words between 提出 and what was put forward.
const LONGEST_PROPOSAL: usize = 24;

/// 提出了常回家看看的倡议: what was put forward closes the clause.
fn proposes(reader: &Reader, at: usize, limit: usize) -> Option<usize> {
    if !matches!((reader.at(at), reader.at(at + 1)), ('提' | '发', '出')) || limit > at + LONGEST_PROPOSAL {
        return None;
    }
    let noun = reader.words.longest_before(limit, at + 2, Class::SpeechAskNouns)?;
    (reader.at(noun - 1) == '的').then_some(limit)
}

/// 共同观看了比赛, 分享创业心得: a verb of one class with an object of another.
fn verb_with(reader: &Reader, at: usize, limit: usize, verbs: Class, objects: Class) -> Option<usize> {
    let from = reader.word(at, limit, verbs)?;
    (from..limit.min(from + LONGEST_OFFICE)).find_map(|i| reader.word(i, limit, objects))
}

/// 动员 in 运动员 is no verb.
fn inside_post(reader: &Reader, at: usize, end: usize, limit: usize) -> bool {
    (at.saturating_sub(2)..at).any(|from| reader.word(from, limit, Class::PostHeads).is_some_and(|to| to >= end))
}

/// Whether what was made known (公布了…名单) is a decision or a list.
fn announces(reader: &Reader, at: usize, end: usize, limit: usize) -> bool {
    reader.word(at, end, Class::AnnouncingVerbs) == Some(end)
        && (end..limit).any(|i| reader.word(i, limit, Class::AnnouncedObjects).is_some())
}

/// 宣布：给…记集体三等功: what is made known behind the clause is an award.
fn announces_award(reader: &Reader, end: usize) -> bool {
    let award = |i: usize| {
        [Class::AwardVerbsGive, Class::AwardVerbsPassive, Class::HonourHeads].iter().any(|&class| reader.word(i, i + 6, class).is_some())
    };
    matches!(reader.at(end), '，' | '：')
        && (end + 1..end + 40).take_while(|&i| !matches!(reader.at(i), '。' | '\n')).any(|i| award(i) && reader.at(i) != '获')
}

/// Whether something was handed over: 把证书递到…手中, 把锦旗送到获奖户家里, 为…送上牌匾.
fn hands_over(reader: &Reader, predicate: CharSpan) -> bool {
    let hands = |i: usize| matches!(reader.at(i), '手') && matches!(reader.at(i + 1), '中' | '里' | '上');
    let prize = |from: usize, to: usize| (from..to).any(|i| reader.word(i, to, Class::PrizeThings).is_some());
    // 把奖牌挂在老人胸前, 俯身将证书颁给秦关
    let carries =
        |i: usize| (predicate.start.max(i.saturating_sub(30))..i).any(|from| matches!(reader.at(from), '把' | '将') && prize(from + 1, i));
    let brings = |i: usize| {
        let to_hands = (i + 2..predicate.end.min(i + 24)).any(hands);
        i > predicate.start
            && matches!(reader.at(i), '到' | '给' | '在' | '予' | '与')
            && matches!(reader.at(i - 1), '交' | '递' | '送' | '颁' | '发' | '授' | '挂' | '戴' | '别' | '披' | '捧' | '系' | '赠')
            && (to_hands && reader.at(i) == '到' || carries(i))
    };
    let addressed = matches!(reader.at(predicate.start), '为' | '给' | '向' | '依' | '分' | '上' | '亲' | '一');
    // 授“实训基地”牌匾
    let behind_quote = |to: usize| reader.closing(to).filter(|&close| reader.at(to) == '“' && close < predicate.end);
    let gives = |i: usize| {
        let verb = reader.word(i, predicate.end, Class::HandingVerbs);
        let quoted = || behind_quote(i + 1).filter(|_| matches!(reader.at(i), '授' | '颁' | '赠'));
        verb.is_some_and(|to| prize(to, predicate.end.min(to + 12))) || quoted().is_some_and(|to| prize(to, predicate.end.min(to + 4)))
    };
    predicate.range().any(|i| brings(i) || addressed && gives(i))
}

/// The end of 在总结时, 在报告中: what somebody was doing then is told elsewhere.
fn place_phrase_end(reader: &Reader, at: usize, limit: usize) -> usize {
    if reader.at(at) != '在' {
        return at;
    }
    let near = (at + 2..limit.min(at + 10)).find(|&i| matches!(reader.at(i), '时' | '中' | '后'));
    let far = || (at + 2..limit.min(at + 24)).find(|&i| reader.at(i) == '时');
    near.or_else(far).map_or(at, |i| i + 1)
}

/// Whether what stands behind 参加 or 出席 is a meeting: nothing, 会议, 仪式 …, and not 21个大项的角逐 or 接见.
fn attends_meeting(reader: &Reader, at: usize, limit: usize) -> bool {
    let from = if reader.at(at) == '了' { at + 1 } else { at };
    // 围着圆桌坐下的，有
    let lists = reader.at(limit - 1) == '有' && reader.at(limit - 2) == '，';
    // 会见与会|代表: who those are that are met
    let attribute = at > 0 && reader.at(at - 1) == '会' && reader.word(at, limit, Class::GroupHeads).is_some();
    if attribute || reader.at(at) == '谈' || (at + 1 < limit && reader.at(at) == '的' && !lists) {
        return false;
    }
    if reader.words.longest_before(at, at.saturating_sub(4), Class::AttendAlone).is_some() {
        return true;
    }
    // 参会嘉宾有|林知远、秦关; 本次决赛评委由|林知远、秦关
    if limit > from && limit - from <= 6 && matches!(reader.at(limit - 1), '有' | '由' | '是' | '为') {
        return true;
    }
    let end = (from..limit).find(|&i| reader.at(i) == '并').unwrap_or(limit);
    if reader.word(from, limit, Class::RoleAttendNot).is_some_and(|to| !matches!(reader.at(to), '会' | '班')) {
        return false;
    }
    from >= end || (from..end).any(|i| reader.word(i, limit, Class::AttendObjects).is_some() || verb_at(reader, i, limit).is_some())
}

/// 介绍了节煤经验: telling experience is an exchange, not a report.
fn tells_experience(reader: &Reader, at: usize, end: usize, limit: usize) -> bool {
    let tells = ["介绍", "讲了", "谈了"].iter().any(|verb| reader.text(at, end).starts_with(verb));
    // 介绍了“门前三包积分制”
    let object = end + usize::from(reader.at(end) == '了');
    let way = || reader.closing(object).is_some_and(|close| matches!(reader.at(close - 2), '法' | '制' | '式' | '经' | '诀'));
    tells && (way() || (end..limit).any(|i| reader.word(i, limit, Class::ExperienceNouns).is_some()))
}

/// Where the object of a verb ends: at 并, or with the clause.
fn behind_object(reader: &Reader, at: usize, limit: usize) -> usize {
    let mut i = at;
    while i < limit && reader.at(i) != '并' {
        i = reader.step(i);
    }
    i.min(limit)
}
