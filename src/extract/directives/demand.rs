//! Does a piece of speech ask for something?

use super::commands::commands;
use super::lead::subject_of;
use super::segment;
use super::speech::Kind;
use super::terms::{due, from_now, opens_with_term, recurs, soon};
use super::view::View;
use crate::lexicon::Class;
use crate::names;
use crate::rules::{Rule, Step};
use crate::text::{CharSpan, is_han};

/// What is known about a piece of speech before it is read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Context {
    /// How the speaker is said to speak.
    pub kind: Kind,
    /// Whether it is known who speaks.
    pub named: bool,
    /// What stands before it.
    pub before: Before,
    /// Whether its paragraph does not say who speaks.
    pub held: bool,
    /// Whether a list follows in the same sentence.
    pub opens_list: bool,
    /// Whether it is given in the speaker's own words: behind a colon, in quotation marks.
    pub direct: bool,
}

/// What stands before a piece of speech.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Before {
    /// The lead.
    Lead,
    /// A sentence that asks.
    Demand,
    /// A part of the same sentence that asks (`；`).
    DemandAndSemicolon,
    /// What does not ask.
    Other,
}

/// What asks in a piece of speech.
#[derive(Debug, Clone, Copy)]
pub(super) struct Asking {
    /// Where its clause begins.
    pub start: usize,
    /// The rule that found it, and its words.
    pub step: Step,
}

impl Asking {
    fn new(start: usize, rule: Rule, span: CharSpan) -> Self {
        Self { start, step: Step::new(rule, span) }
    }
}

/// What asks in a span; `None` when nothing is asked.
pub(super) fn asking(view: View<'_>, span: CharSpan, context: Context) -> Option<Asking> {
    if !view.chars[span.range()].iter().any(|&c| is_han(c)) || quotes(view, span) {
        return None;
    }
    // Who answers promises; but 呼吁同学们多读书 asks.
    if context.kind == Kind::Answer {
        let plea = turns_to(view, span).filter(|_| context.named);
        return plea.map(|clause| Asking::new(clause.start, Rule::AskPlea, clause));
    }
    let strong = strong(view, span, context);
    let asks = |at, rule| Asking::new(clause_start(view, span, at), rule, CharSpan::new(at, clause_end(view, span, at)));
    if context.held {
        let strong = strong.filter(|&(at, _)| own_words(view, span, at)).map(|(at, rule)| asks(at, rule));
        // 同意采购沙袋五千条，由应急办负责
        let task = || later_task(view, span).filter(|_| context.kind != Kind::Weak);
        return strong
            .or_else(|| turns_to(view, span).map(|clause| Asking::new(clause.start, Rule::AskPlea, clause)))
            .or_else(|| task().map(|clause| Asking::new(clause.start, Rule::AskTask, clause)));
    }
    // 各村要算好农时账: a modal verb asks, whatever stands around it …
    if let Some((at, rule)) = strong {
        return (!promises(view, span, at, context.kind)).then(|| asks(at, rule));
    }
    // 只有筑牢堤防，才能安心
    if view.clauses(span).take(3).any(|clause| view.at(clause.start) == '只' && view.at(clause.start + 1) == '有') {
        return None;
    }
    // 希望大家动起来; 甲乙表示，希望借助活动加强合作 wishes.
    let wish = |clause: CharSpan| context.kind == Kind::Weak && wishes(view, clause);
    if let Some(clause) = view.clauses(span).find(|&clause| plea(view, clause) && !wish(clause)) {
        return Some(Asking::new(clause.start, Rule::AskPlea, clause));
    }
    // …；深刻认识取得的成就，… goes on asking.
    let facts = if context.before == Before::DemandAndSemicolon {
        tells(view, span)
    } else {
        view.has(span.start, span.end, Class::DirectiveFacts)
    };
    // 由甲乙牵头，月底前完成普查
    let goes_on = matches!(context.before, Before::Demand | Before::DemandAndSemicolon);
    if (context.kind != Kind::Weak || goes_on)
        && !facts
        && let Some(clause) = assigned(view, span)
    {
        return Some(Asking::new(clause.start, Rule::AskTask, clause));
    }
    // … and a sentence about somebody else who acts tells.
    let he = matches!(view.at(span.start), '他' | '她') && view.at(span.start + 1) != '们';
    // 甲乙要求，以优异成绩迎接…: behind the verb a word like 成绩 is what to strive for.
    let wanted = context.before == Before::Lead && context.kind == Kind::Ask;
    let strives = wanted || goes_on && context.kind == Kind::Ask;
    let tells = if strives { tells_outright(view, span) } else { facts };
    // 甲乙负责调车；丙丁带人疏通涵洞
    let parallel = context.before == Before::DemandAndSemicolon && context.kind != Kind::Say && !span.range().any(|at| view.at(at) == '了');
    let tells = tells || he || !parallel && view.clauses(span).next().is_some_and(|clause| subject_of(view, clause).is_some());
    // 下一步将组织督查
    let open = view.skip(span.start, span.end, Class::DirectiveOpenings);
    let plans = open > span.start && view.at(open) == '将';
    let planned = !wanted && context.before != Before::DemandAndSemicolon && plans_itself(view, span);
    if tells || plans || planned {
        return None;
    }
    weaker(view, span, context).map(|rule| Asking::new(span.start, rule, span))
}

/// What asks by itself, whoever speaks: a modal verb, an absolute ban, a rule of conduct, a term that recurs.
fn strong(view: View<'_>, span: CharSpan, context: Context) -> Option<(usize, Rule)> {
    // 一米也不能少
    let least = |at: usize| at > 1 && view.at(at - 2) == '一';
    let ban = || absolute_ban(view, span).filter(|&at| context.kind != Kind::Weak || least(at)).map(|at| (at, Rule::AskBan));
    // “谁签字谁担责。” in marks of its own amid a speech is a saying.
    let saying = context.before != Before::Lead && view.before(span.start) == '“';
    let conduct = || rule_of_conduct(view, span).filter(|_| !saying).map(|at| (at, Rule::AskConduct));
    // 派出所每周至少清查一次
    let at_least = || {
        let recurring = |clause: &CharSpan| recurs(view, *clause) && view.has(clause.start, clause.end, Class::DirectiveLeast);
        let told = context.kind == Kind::Weak || view.has(span.start, span.end, Class::DirectiveFacts);
        if told { None } else { view.clauses(span).find(recurring).map(|clause| (clause.start, Rule::AskTerm)) }
    };
    // 甲乙说，他一天要看一千多次吊罐
    let he = context.kind != Kind::Ask && matches!(view.at(span.start), '他' | '她') && view.at(span.start + 1) != '们';
    let first = if he { clause_end(view, span, span.start) } else { span.start };
    let asks = modal(view, CharSpan::new(first, span.end)).map(|at| (at, Rule::AskModal));
    if he {
        return asks;
    }
    asks.or_else(ban).or_else(conduct).or_else(at_least)
}

/// Whether a modal verb is one of a promise: 甲乙表示，|一定要更加努力; 今后我|要把家操持得更好.
fn promises(view: View<'_>, span: CharSpan, at: usize, kind: Kind) -> bool {
    let start = clause_start(view, span, at);
    let subject = view.skip(start, at, Class::DirectiveOpenings);
    let we = subject + 2 == at && view.at(subject) == '我' && view.at(subject + 1) == '们';
    let promise = kind == Kind::Weak && view.at(at) == '一' && view.at(at + 1) == '定' && (subject == at || we);
    let still = matches!(view.before(at), '还' | '也' | '就' | '都' | '更');
    promise || matches!(kind, Kind::Weak | Kind::Say) && matches!(view.before(at - usize::from(still)), '我' | '他' | '她')
}

/// Whether a span has a word that tells: 取得, but not in 深刻认识取得的成就.
fn tells(view: View<'_>, span: CharSpan) -> bool {
    span.range().any(|at| {
        view.matches.longest(at, span.end, Class::DirectiveFacts).is_some_and(|end| view.before(end) == '了' || view.at(end) != '的')
    })
}

/// 从水源来看，已近枯竭; 晴热天气将持续: whether a point tells how things are or will be.
pub(super) fn tells_of_state(view: View<'_>, span: CharSpan) -> bool {
    let seen = |clause: CharSpan| view.before(clause.end) == '看' && view.before(clause.end - 1) == '来';
    view.has(span.start, span.end, Class::DirectiveFacts) || view.clauses(span).any(|clause| seen(clause) || plans_itself(view, clause))
}

/// Whether a span has a word that tells and can be nothing to strive for.
fn tells_outright(view: View<'_>, span: CharSpan) -> bool {
    span.range().any(|at| {
        let told = view.matches.longest(at, span.end, Class::DirectiveFacts);
        told.is_some_and(|end| !view.matches.is(at, end, Class::DirectiveGoals))
    })
}

/// 我院|将|以此为契机，…: its first clause tells what somebody will do; also 今年的农业工作，|将|着力推进….
fn plans_itself(view: View<'_>, span: CharSpan) -> bool {
    let mut clauses = view.clauses(span);
    let Some(clause) = clauses.next() else { return false };
    let goes_on = |next: CharSpan| view.at(next.start) == '将' && !view.has(next.start, next.end, Class::DirectiveDisposals);
    if !urging_start(view, clause) && clauses.next().is_some_and(goes_on) {
        return true;
    }
    let will = (clause.start..clause.end.min(clause.start + PLANNER)).find(|&at| view.at(at) == '将' && !view.in_name(at));
    will.is_some_and(|at| at > clause.start && !view.has(at, clause.end, Class::DirectiveDisposals))
}

/// The rule by which a sentence asks that neither tells nor has a modal verb: what was said before decides how little is enough.
fn weaker(view: View<'_>, span: CharSpan, context: Context) -> Option<Rule> {
    let parallel = context.before == Before::DemandAndSemicolon;
    let after_demand = parallel || context.before == Before::Demand;
    let first = context.before == Before::Lead;
    if span.len() < FEWEST {
        return None;
    }
    let wanted = || ((first || parallel) && !context.opens_list).then_some(Rule::AskVerb);
    let parallel = || parallel.then_some(Rule::AskParallel);
    // 办好图书馆是大家的心愿，全面提升… tells.
    let topic = told_of(view, span);
    let tells = topic || view.clauses(span).next().is_some_and(|clause| copula(view, clause));
    let urges = || (!tells && urging(view, span)).then_some(Rule::AskUrging);
    let urges_at_once = || (!topic && urging_clause(view, span)).then_some(Rule::AskUrging);
    let bans = || forbids(view, span).then_some(Rule::AskForbids);
    let forbids = || bans().filter(|_| after_demand);
    let from_now = from_now(view, span);
    let soon = from_now || (first || context.direct) && soon(view, span);
    let is_due = || (soon || view.clauses(span).any(|clause| due(view, clause))).then_some(Rule::AskTerm);
    let goes_on = || (after_demand && aimed(view, span)).then_some(Rule::AskUrging);
    // 今年的总体要求是：坚持…
    if (first || context.kind != Kind::Weak) && aims(view, span) {
        return Some(Rule::AskAim);
    }
    // 甲乙说，各村把电话打到每一户
    if from_now {
        return Some(Rule::AskTerm);
    }
    let named = matches!(view.at(span.start), '各' | '全' | '每' | '大') || view.before(span.end) == '吧';
    let spoken = context.direct || named || context.kind == Kind::Say && (first || after_demand);
    if context.kind != Kind::Stress && spoken && commands(view, span) {
        return Some(Rule::AskUrging);
    }
    match context.kind {
        Kind::Weak if context.direct => parallel().or_else(bans).or_else(is_due),
        // 甲乙补充说，各厂下班前把报表报来
        Kind::Weak if !first => parallel().or_else(|| opens_with_term(view, span).then_some(Rule::AskTerm)),
        Kind::Weak => parallel().or_else(|| is_due().filter(|_| first && all_are_told(view, span))),
        // 甲乙要求，各店当天登记: all that is wanted is wanted.
        // 甲乙希望全体教师：一要… only opens the list.
        Kind::Ask => wanted().or_else(urges).or_else(forbids).or_else(|| is_due().filter(|_| after_demand)).or_else(goes_on),
        // 甲乙强调，全体医师认真学习
        Kind::Stress if first => urges_at_once()
            .filter(|_| !copula(view, span))
            .or_else(bans)
            .or_else(is_due)
            .or_else(|| all_are_told(view, span).then_some(Rule::AskUrging)),
        // 各村工作不能停
        Kind::Stress => parallel()
            .or_else(|| urges().or_else(is_due).filter(|_| after_demand))
            .or_else(forbids)
            .or_else(|| firm(view, span).then_some(Rule::AskUrging))
            .or_else(goes_on),
        // 要守住底线；把好入口关
        _ => parallel()
            .or_else(forbids)
            .or_else(|| urges_at_once().or_else(is_due).or_else(goes_on).filter(|_| after_demand || soon))
            .or_else(|| opens_with_term(view, span).then_some(Rule::AskTerm))
            .or_else(|| (first && firm(view, span)).then_some(Rule::AskUrging)),
    }
}

/// Whether a point of a list asks, whatever its speaker is said to do: with a modal verb, or as only a demand can.
pub(super) fn point(view: View<'_>, span: CharSpan, direct: bool) -> bool {
    let plain =
        || view.at(span.start) == '不' || forbids(view, span) || commands(view, span) || view.clauses(span).any(|clause| due(view, clause));
    modal(view, span).is_some() || direct && plain()
}

/// Whether a word that forbids stands in a span: 不能|停, but not 能|不能|停.
fn forbids(view: View<'_>, span: CharSpan) -> bool {
    span.range().any(|at| view.matches.longest(at, span.end, Class::DirectiveBans).is_some() && view.before(at) != view.at(at + 1))
}

/// 做好换届工作，|事关全局: whether a sentence tells something of the work that it names.
pub(super) fn told_of(view: View<'_>, span: CharSpan) -> bool {
    let mut clauses = view.clauses(span).take(4).enumerate();
    clauses.any(|(i, clause)| {
        let open = view.skip(clause.start, clause.end, Class::DirectiveAdverbs);
        let starts = |at| view.matches.longest(at, clause.end, Class::DirectivePredicates).is_some();
        (i > 0 && starts(open)) || (i == 0 && (clause.start + 4..clause.end).any(starts))
    })
}

/// 在技术上精益求精，…; 让群众得到实惠; 使保障房比重提升: how and what for, behind a demand.
fn aimed(view: View<'_>, span: CharSpan) -> bool {
    let past = |at: usize| view.at(at) == '过' && !matches!(view.before(at), '经' | '通' | '超');
    let told = span.range().any(|at| matches!(view.at(at), '了' | '将' | '已' | '是' | '我') || past(at));
    let opens = |clause: CharSpan| matches!(view.at(clause.start), '让' | '使') && view.at(clause.start + 1) != '用';
    // 在技术上精益求精; not 在听取发言后 before 甲乙说
    let place = view.at(span.start) == '在'
        && (span.start + 2..span.end.min(span.start + PLACE))
            .any(|at| matches!(view.at(at), '中' | '上' | '里' | '面') && at + 2 < span.end);
    let after = view.clauses(span).next().is_some_and(|first| matches!(view.before(first.end), '后' | '时' | '前' | '际'));
    !told && (place && !after || view.clauses(span).take(2).any(opens))
}

/// The first clause of a span that is a wish to somebody: 请各站…, 希望国内外专家….
fn turns_to(view: View<'_>, span: CharSpan) -> Option<CharSpan> {
    view.clauses(span).filter(|&clause| plea(view, clause) && !in_title(view, span, clause.start)).find(|&clause| {
        let start = view.skip(view.skip(clause.start, clause.end, Class::DirectiveOpenings), clause.end, Class::DirectivePleas);
        matches!(view.at(start), '各' | '全' | '广' | '与' | '在')
            || (start..clause.end.min(start + TURNED_TO))
                .any(|at| view.matches.longest(at, clause.end, Class::DirectiveAddressees).is_some())
    })
}

/// Whether a position stands in a title: 《胜利的时候，|请不要忘记我们》.
fn in_title(view: View<'_>, span: CharSpan, at: usize) -> bool {
    (span.start.max(at.saturating_sub(CLAUSE))..at).rev().map(|i| view.at(i)).find(|c| matches!(c, '《' | '》')) == Some('《')
}

/// Whether a modal verb in a paragraph without a lead is the speaker's: its clause begins with it or with somebody asked.
fn own_words(view: View<'_>, span: CharSpan, at: usize) -> bool {
    let start = clause_start(view, span, at);
    // 车间主任作了检讨，承诺吸取教训，要把螺丝拧紧
    let answers = view.has(span.start, start, Class::SpeechPledge) || view.has(span.start, start, Class::SpeechAnswers);
    !answers && !view.has(start, span.end, Class::DirectiveFacts) && (start == at || super::line::addressee(view, start, at).is_some())
}

/// 总书记强调，…: whether a sentence opens with the words of somebody who is not at the meeting.
pub(super) fn quotes(view: View<'_>, span: CharSpan) -> bool {
    view.clauses(span).take(2).any(|clause| {
        let title = view.matches.first(clause.start, clause.end.min(clause.start + 60), Class::SpeechLeaders);
        // 总书记寄予期望，强调要…
        let next = CharSpan::new((clause.end + 1).min(span.end), span.end);
        let says = view.matches.longest_before(clause.end, clause.start, Class::SpeechSay).is_some();
        let goes_on = view.matches.longest(next.start, next.end, Class::SpeechStress).is_some();
        // 牢记总书记嘱托，… asks.
        let quotes =
            |(at, end): (usize, usize)| (says && clause.end - end <= 12 || goes_on) && !view.has(clause.start, at, Class::SpeechQuotes);
        title.is_some_and(quotes)
    })
}

/// Whether a clause says that what is to be done comes next: 总体要求|是：坚持….
fn aims(view: View<'_>, span: CharSpan) -> bool {
    let mut clauses = view.clauses(span).peekable();
    while let Some(clause) = clauses.next() {
        let aim =
            view.before(clause.end) == '是' && view.matches.longest_before(clause.end - 1, clause.start, Class::DirectiveAims).is_some();
        if aim && clauses.peek().is_some_and(|&next| urging_start(view, next)) {
            return true;
        }
    }
    false
}

/// The most characters between a wish and the word for those whom it turns to.
const TURNED_TO: usize = 8;
/// The most characters before 将 of those who plan.
const PLANNER: usize = 12;
/// The fewest characters that ask without a modal verb.
const FEWEST: usize = 4;
/// The most characters of what a task is about, before 由 and who gets it.
const TOPIC: usize = 14;
/// The longest of the words for whoever it concerns.
const LONGEST_WHO: usize = 3;
/// The most characters of all who are concerned: 各级党员干部.
const ALL: usize = 14;
/// The most characters of where something is to be done: 在技术上.
const PLACE: usize = 12;
/// How far a clause is looked through.
pub(super) const CLAUSE: usize = 200;

/// The first modal verb of a span that makes a demand.
pub(super) fn modal(view: View<'_>, span: CharSpan) -> Option<usize> {
    let mut depth = 0_i32;
    for at in span.range() {
        match view.at(at) {
            '“' | '《' | '「' | '（' | '(' => depth += 1,
            '”' | '》' | '」' | '）' | ')' => depth -= 1,
            _ => {}
        }
        if depth > 0 {
            continue;
        }
        let word = view.matches.longest(at, span.end, Class::DirectiveModals);
        let Some(end) = word.or_else(|| (dont(view, span, at) || due_now(view, span, at)).then_some(at + 1)) else { continue };
        // 需要 holds no demand, but 需要进一步 does.
        let long = end - at > 2 && view.before(at) != '不';
        // 次要, but 下一次|要先对账
        let time =
            view.at(at) == '要' && view.before(at) == '次' && matches!(view.before(at - 1), '一' | '每' | '这' | '几' | '两' | '二' | '三');
        let word = !long && !time && view.covered(at, Class::DirectiveNotModals) || view.in_name(at) || compares(view, span, at);
        let tells = relative(view, span, at) || imminent(view, span, at) || done(view, span, at) || costs(view, span, at);
        if !word && end < span.end && !super::view::is_mark(view.at(end)) && !tells {
            return Some(at);
        }
    }
    None
}

/// 修一里堤|要二十万, 加固北堤|要紧 and 成不成|要看谁带头 tell what something costs, is or hangs on.
fn costs(view: View<'_>, span: CharSpan, at: usize) -> bool {
    let end = clause_end(view, span, at);
    let unit =
        matches!(view.before(end), '万' | '千' | '百' | '亿' | '元' | '块' | '钱' | '吨' | '斤' | '年' | '月' | '天' | '时' | '钟' | '紧');
    // 做好工作需要各方面的支持
    let help = matches!(view.before(end), '持' | '合' | '与' | '助' | '力') && (at..end).any(|i| view.at(i) == '的');
    if view.at(at) == '需' && help {
        return true;
    }
    let hangs = view.at(at + 1) == '看' && view.has(at, end, Class::DirectiveQuestions);
    view.at(at) == '要' && (hangs || unit && end <= at + 8 && (view.at(at + 1) == '紧' || segment::count(view, at + 1).is_some()))
}

/// 椅子腿磕人，|该换了: whether 该 asks at a position.
fn due_now(view: View<'_>, span: CharSpan, at: usize) -> bool {
    let end = clause_end(view, span, at);
    view.at(at) == '该' && view.before(end) == '了' && end <= at + 6 && end > at + 2 && !matches!(view.before(at), '应' | '活')
}

/// Whether 别 forbids at a position: |别等水进屋, 妇联也|别闲着, but not 别的地方.
fn dont(view: View<'_>, span: CharSpan, at: usize) -> bool {
    // 何东萍分¶别就先秦歌谣…: the line breaks a word.
    let broken = view.before(at) == '\n' && is_han(view.before(at - 1));
    view.at(at) == '别'
        && !broken
        && (at == span.start
            || !is_han(view.before(at))
            || matches!(view.before(at), '也' | '都' | '就' | '万' | '可' | '请' | '们' | '再')
            || super::line::addressee(view, clause_start(view, span, at), at).is_some_and(|who| who.end == at))
}

/// 旧灶一律拆了 and 县里责成施工队返工了 tell what was done.
fn done(view: View<'_>, span: CharSpan, at: usize) -> bool {
    matches!(view.at(at), '一' | '责') && (at..clause_end(view, span, at)).any(|i| matches!(view.at(i), '了' | '过' | '已'))
}

/// A rule that holds for whoever it concerns: 谁|的门前|谁|打扫; 哪个组|迟到，组长|就|补课; 凡|占道经营|的|，依法处理. Gives where
/// the clause begins.
pub(super) fn rule_of_conduct(view: View<'_>, span: CharSpan) -> Option<usize> {
    if view.at(span.end) == '？' || view.has(span.start, span.end, Class::DirectiveFacts) {
        return None;
    }
    let mut clauses = view.clauses(span).peekable();
    while let Some(clause) = clauses.next() {
        let start = view.skip(clause.start, clause.end, Class::DirectiveOpenings);
        let every = view.at(start) == '凡'
            && !matches!(view.at(start + 1), '事' | '人' | '间' | '响')
            && matches!(view.before(clause.end), '的' | '者');
        // 对瞒报漏报的，就地免职
        let those = view.at(start) == '对'
            && matches!(view.before(clause.end), '的' | '者')
            && clauses.peek().is_some_and(|next| view.has(next.start, next.end, Class::DirectiveDisposals));
        if every || those || each(view, clause) || whoever(view, clause, clauses.peek().copied()) {
            return Some(clause.start);
        }
    }
    None
}

/// 发现|一起|查处|一起, 查一次记一次: what is done each time closes a clause.
fn each(view: View<'_>, clause: CharSpan) -> bool {
    let Some(last) = clause.end.checked_sub(2).filter(|&last| last > clause.start + 3) else { return false };
    let unit = view.at(last + 1);
    let again = |at: usize| view.at(at) == '一' && view.at(at + 1) == unit;
    // 叮咛说了一遍又一遍
    let repeats = matches!(view.before(last), '又' | '接' | '比' | '挨' | '连') || clause.range().any(|at| view.at(at) == '了');
    !repeats && again(last) && is_han(unit) && (clause.start.max(last.saturating_sub(5))..last - 1).any(again)
}

/// Whether somebody unnamed in a clause comes back, in it or at the start of the next one: 谁…，谁…; 哪里…，就….
fn whoever(view: View<'_>, clause: CharSpan, next: Option<CharSpan>) -> bool {
    let Some(at) = clause.range().take(CLAUSE).find(|&at| who_stands(view, at)) else { return false };
    let again = |from: usize, to: usize| (from..to).any(|i| view.at(i) == view.at(at) && who_stands(view, i));
    // 谁多挑一担，第二天停他家的
    let his = |next: CharSpan| {
        at == clause.start && view.at(at) == '谁' && (next.start..next.end.min(next.start + 8)).any(|i| view.at(i) == '他')
    };
    let then = |next: CharSpan| (next.start..next.end.min(next.start + 8)).any(|i| view.at(i) == '就');
    let quoted = (clause.start..at).any(|i| view.at(i) == '“');
    !quoted
        && (again(at + 1, clause.end.min(at + 16))
            || next.is_some_and(|next| again(next.start, next.end.min(next.start + 8)) || then(next) || his(next)))
}

/// Whether 谁 or 哪个 stands at a position for whoever it may be (谁知道 and 谁也 don't).
fn who_stands(view: View<'_>, at: usize) -> bool {
    let starts = |class| view.matches.longest(at, at + LONGEST_WHO, class).is_some();
    starts(Class::DirectiveWhoever) && !starts(Class::DirectiveNotWhoever)
}

/// 今年的面积比去年还要多 compares; it does not ask.
fn compares(view: View<'_>, span: CharSpan, at: usize) -> bool {
    matches!(view.before(at), '还' | '更')
        && (clause_start(view, span, at)..at).any(|i| view.at(i) == '比' && !matches!(view.at(i + 1), '如' | '对' | '照' | '例'))
}

/// 一刻也不能松: a ban that closes its clause and holds for all.
pub(super) fn absolute_ban(view: View<'_>, span: CharSpan) -> Option<usize> {
    view.clauses(span).find_map(|clause| {
        let from = clause.start.max(clause.end.saturating_sub(8));
        // 一样不能少
        let least =
            |&at: &usize| at > from + 1 && view.at(at - 2) == '一' && view.matches.longest(at, clause.end, Class::DirectiveBans).is_some();
        let ban = view.matches.first(from, clause.end, Class::DirectiveAbsoluteBans);
        let (at, end) = ban.or_else(|| (from..clause.end).find(least).map(|at| (at, at + 2)))?;
        (end < clause.end && clause.end - end <= 3 && view.before(clause.end) != '了').then_some(at)
    })
}

/// The clause that gives somebody a task: the first, or 由… behind what it is about (灶房漏雨的事，由总务处负责修好).
fn assigned(view: View<'_>, span: CharSpan) -> Option<CharSpan> {
    let mut clauses = view.clauses(span);
    let first = clauses.next()?;
    if assigns(view, first) {
        return Some(first);
    }
    let by = |clause: &CharSpan| {
        let told = clause.range().take(CLAUSE).any(|at| matches!(view.at(at), '了' | '已' | '过'));
        view.at(clause.start) == '由' && !told && (assigns(view, *clause) || due(view, *clause))
    };
    let topic = view.matches.longest_before(first.end, first.start, Class::DirectiveTopicEnds).is_some()
        || matches!(view.before(first.end), '事' | '题' | '难');
    clauses.next().filter(|clause| topic && by(clause)).map(|_| first)
}

/// The clause, in a sentence that tells of nothing done, that gives somebody a task: 同意采购沙袋，|由应急办负责.
fn later_task(view: View<'_>, span: CharSpan) -> Option<CharSpan> {
    let told = view.has(span.start, span.end, Class::DirectiveFacts) || span.range().any(|at| view.at(at) == '了');
    view.clauses(span).find(|&clause| view.at(clause.start) == '由' && assigns(view, clause)).filter(|_| !told)
}

/// Whether a clause gives somebody a task: 由物业公司负责, 各科室牵头.
pub(super) fn assigns(view: View<'_>, clause: CharSpan) -> bool {
    let start = view.skip(clause.start, clause.end, Class::DirectiveOpenings);
    let Some((at, end)) = view.matches.first(start, clause.end, Class::DirectiveTasks) else { return false };
    let relative = matches!(view.at(end), '的' | '人' | '同' | '了' | '、' | '单' | '部');
    // 由甲乙牵头, 预案由甲乙负责审定
    let by = (start..at.min(start + TOPIC)).any(|i| view.at(i) == '由' && at > i + 1 && !view.covered(i, Class::DirectiveNotBy));
    !relative && (by || (at > start && (super::line::addressee(view, clause.start, at).is_some() || named(view, start, at))))
}

/// 万事兴牵头，三天之内…; 各乡镇明早八点前把名单报上来: whether those who are told get something to do.
pub(super) fn charged(view: View<'_>, span: CharSpan) -> bool {
    let done = |clause: CharSpan| clause.range().take(CLAUSE).any(|at| matches!(view.at(at), '了' | '过' | '已'));
    let sign = |clause: CharSpan| {
        assigns(view, clause)
            || due(view, clause)
            || commands(view, clause)
            || view.has(clause.start, clause.end, Class::DirectiveFirmWords)
    };
    let mut clauses = view.clauses(span).take(2);
    let first = clauses.next().filter(|&clause| !done(clause) && !view.has(clause.start, clause.end, Class::DirectiveAgenda));
    first.is_some_and(|first| sign(first) || clauses.any(|next| !done(next) && (due(view, next) || assigns(view, next))))
}

/// Whether a sentence below a heading of minutes says what is to be done.
pub(super) fn settles(view: View<'_>, span: CharSpan) -> bool {
    let tells = view.has(span.start, span.end, Class::DirectiveFacts);
    let told = view.clauses(span).next().is_some_and(|clause| view.has(clause.start, clause.end, Class::SpeechDeeds));
    modal(view, span).is_some() || (!tells && !told && (urging(view, span) || view.clauses(span).any(|clause| assigns(view, clause))))
}

/// Whether a person's name is all that stands in a range.
fn named(view: View<'_>, start: usize, end: usize) -> bool {
    view.people(start, end)
        .first()
        .is_some_and(|mention| mention.span.start == start && view.skip(mention.span.end, end, Class::SpeechTitles) == end)
}

/// …是今后要解决的难题 tells; it does not ask. 关键是要… does.
fn relative(view: View<'_>, span: CharSpan, at: usize) -> bool {
    let start = clause_start(view, span, at);
    let end = clause_end(view, span, at);
    let of = (at..end).rev().find(|&i| view.at(i) == '的');
    let asks = view.before(at) == '是';
    // 阅读的推广应普及尤为重要
    if view.at(at) == '应' && view.before(end) == '要' && view.before(end - 1) == '重' {
        return true;
    }
    // 布置了迎检所要做的准备
    if view.before(at) == '所' && (at..end.min(at + 6)).any(|i| view.at(i) == '的') {
        return true;
    }
    !asks && copula(view, CharSpan::new(start, at)) && of.is_some_and(|of| end - of <= 8)
}

/// 就要闭幕了, 等会儿还要给大家作指示 tell what is to come.
fn imminent(view: View<'_>, span: CharSpan, at: usize) -> bool {
    if view.before(at) == '还' && view.has(at, clause_end(view, span, at), Class::DirectiveAgenda) {
        return true;
    }
    matches!(view.before(at), '就' | '快') && view.before(clause_end(view, span, at)) == '了'
}

/// Whether 是 stands in a span, and not in 特别是, 尤其是, 但是, 凡是.
pub(super) fn copula(view: View<'_>, span: CharSpan) -> bool {
    let mut depth = 0_u32;
    span.range().any(|at| {
        match view.at(at) {
            '“' => depth += 1,
            '”' => depth = depth.saturating_sub(1),
            _ => {}
        }
        // 以“开春就是开工”的劲头
        depth == 0 && view.at(at) == '是' && !matches!(view.before(at), '别' | '其' | '但' | '凡' | '于')
    })
}

fn plea(view: View<'_>, clause: CharSpan) -> bool {
    let wish = |at| view.matches.longest(at, clause.end, Class::DirectivePleas).is_some();
    let mut start = clause.start;
    while let Some(next) = view.matches.longest(start, clause.end, Class::DirectiveOpenings).filter(|_| !wish(start)) {
        start = next;
    }
    // 县里全力支持，也希望各村拿出干劲
    let start = start + usize::from(matches!(view.at(start), '也' | '更' | '还'));
    let at = |start| view.matches.longest(start, clause.end, Class::DirectivePleas);
    let end = at(clause.start).or_else(|| at(start)).filter(|&end| end < clause.end && !matches!(view.at(end), '的' | '书' | '、'));
    // 汛情紧急，拜托各位了
    let addressed = |end: usize| {
        let rest = (end..clause.end).find(|&i| !matches!(view.at(i), '各' | '位' | '大' | '家' | '你' | '们')).unwrap_or(clause.end);
        rest == clause.end || rest + 1 == clause.end && view.at(rest) == '了'
    };
    let end = end.filter(|&end| !matches!(view.at(clause.end), '。' | '！') || !addressed(end));
    // 望各单位落实, but not 望河县委书记
    let end = end.filter(|&end| {
        view.before(end) != '望'
            || end != start + 1
            || view.matches.longest(end, clause.end, Class::DirectiveAddressees).is_some()
            || matches!(view.at(end), '各' | '全' | '广' | '大' | '你' | '与' | '有' | '同' | '诸' | '能' | '继' | '再' | '以')
    });
    // 请甲乙讲话, 请大家放心
    let calms = |end: usize| clause.end >= end + 2 && view.before(clause.end) == '心' && view.before(clause.end - 1) == '放';
    end.is_some_and(|end| view.before(end) != '请' || !calms(end) && !view.has(end, clause.end, Class::DirectiveAgenda))
}

/// Whether a span opens with a wish to somebody: 希望|广大学生….
pub(super) fn pleads(view: View<'_>, span: CharSpan) -> bool {
    view.clauses(span).next().is_some_and(|clause| plea(view, clause) && !wishes(view, clause))
}

/// Whether a wish turns to nobody: 希望|通过活动增进友谊, 希望|带给学生勇气.
fn wishes(view: View<'_>, clause: CharSpan) -> bool {
    let start = view.skip(view.skip(clause.start, clause.end, Class::DirectiveOpenings), clause.end, Class::DirectivePleas);
    view.matches.longest(start, clause.end, Class::DirectiveWishes).is_some()
}

/// Whether a span begins with a word that only a demand begins with: 切实|增强责任感. What was done so is told (切实增强了…).
fn firm(view: View<'_>, span: CharSpan) -> bool {
    let start = view.skip(span.start, span.end, Class::DirectiveOpenings);
    let done = view.clauses(span).any(|clause| clause.range().any(|at| matches!(view.at(at), '了' | '将' | '已')));
    !done && !copula(view, span) && !told_of(view, span) && view.matches.longest(start, span.end, Class::DirectiveFirmWords).is_some()
}

/// Whether a clause of the span begins like a demand: 切实抓好…, 各科室认真学习….
fn urging(view: View<'_>, span: CharSpan) -> bool {
    view.clauses(span).any(|clause| urging_start(view, clause))
}

/// Whether the first clause of a span begins like a demand, or the one behind 在救治体系中，.
pub(super) fn urging_clause(view: View<'_>, span: CharSpan) -> bool {
    let mut clauses = view.clauses(span);
    let Some(first) = clauses.next() else { return false };
    urging_start(view, first) || located(view, first) && clauses.next().is_some_and(|next| urging_start(view, next))
}

/// 各级干部沉到一线，遇事冲在前头: whether a sentence begins with all who are concerned, and does not tell what they did or are.
fn all_are_told(view: View<'_>, span: CharSpan) -> bool {
    // 全面从严治党永远在路上 begins with nobody.
    let named = |at: usize| super::line::addressee(view, span.start, at).is_some_and(|who| who.end == at);
    let opens = matches!(view.at(span.start), '各' | '全' | '每') || view.at(span.start) == '大' && view.at(span.start + 1) == '家';
    let all = opens && (span.start + 1..span.end.min(span.start + ALL)).any(named);
    let told = |at: usize| matches!(view.at(at), '了' | '已' | '将' | '是' | '过' | '都' | '很' | '较' | '均' | '有' | '我' | '正');
    let state = |clause: CharSpan| view.matches.longest_before(clause.end, clause.start, Class::DirectiveStates).is_some();
    all && !span.range().any(told) && !view.clauses(span).any(state)
}

/// 下好|先手棋, 拧紧|安全阀: whether a verb with what comes of it stands at a position, which no word is.
fn done_well(view: View<'_>, at: usize, limit: usize) -> bool {
    let result = matches!(
        view.at(at + 1),
        '好' | '牢' | '紧' | '实' | '准' | '稳' | '细' | '密' | '透' | '清' | '活' | '严' | '足' | '齐' | '起' | '住'
    );
    let verb = is_han(view.at(at))
        && !matches!(view.at(at), '又' | '也' | '还' | '更' | '都' | '就' | '才' | '不' | '很' | '再' | '已' | '最' | '一');
    let object = at + 3 < limit && is_han(view.at(at + 2)) && !matches!(view.at(at + 2), '的' | '了');
    result && verb && object && names::word(&view.chars[at..at + 2]) == 0
}

/// 在救治体系中: whether a clause says where something is to be done.
fn located(view: View<'_>, clause: CharSpan) -> bool {
    view.at(clause.start) == '在' && matches!(view.before(clause.end), '中' | '上' | '里' | '面' | '下')
}

fn urging_start(view: View<'_>, clause: CharSpan) -> bool {
    let start = view.skip(clause.start, clause.end, Class::DirectiveOpenings);
    // 甲乙组将坚持… tells what they will do.
    let word = |at| {
        // 各组将清单报来 asks, 厂里将全力支持 tells.
        let will = view.at(at) == '将' && !view.has(at, clause.end, Class::DirectiveDisposals);
        let word = view.matches.longest(at, clause.end, Class::DirectiveImperatives).is_some_and(|end| view.at(end) != '了');
        (word || done_well(view, at, clause.end)) && !will && view.before(at) != '将'
    };
    word(start) || (start..clause.end.min(start + 20)).any(|at| word(at) && super::line::addressee(view, clause.start, at).is_some())
}

/// Where the clause begins that holds a character.
pub(super) fn clause_start(view: View<'_>, span: CharSpan, at: usize) -> usize {
    let start = span.start.max(at.saturating_sub(CLAUSE));
    (start..at).rev().find(|&i| matches!(view.at(i), '，' | '：')).map_or(start, |i| i + 1)
}

fn clause_end(view: View<'_>, span: CharSpan, at: usize) -> usize {
    let end = span.end.min(at + CLAUSE);
    (at..end).find(|&i| matches!(view.at(i), '，' | '：')).unwrap_or(end)
}
