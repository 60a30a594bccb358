//! The contract: what an analysis gives, as plain data.
//!
//! The same shape goes out everywhere: as Rust values, as JSON from the command, as JavaScript objects from the
//! wasm module (field names in camelCase there). All spans count UTF-16 code units of the text as it was pasted,
//! so that `text.slice(span.start, span.end)` in JavaScript is the evidence. All other strings are clean,
//! simplified Chinese.

use serde::{Deserialize, Serialize};

/// The version of this contract; it goes up when a field changes its meaning or goes away.
pub const SCHEMA_VERSION: u32 = 1;

/// A half-open range of UTF-16 code units in the text as it was pasted.
///
/// ```
/// use jiyao::Utf16Span;
/// let text = "😀会议";
/// assert_eq!(Utf16Span { start: 2, end: 4 }.slice(text), "会议");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Utf16Span {
    /// The first code unit.
    pub start: u32,
    /// One past the last code unit.
    pub end: u32,
}

impl Utf16Span {
    /// The piece of `text` that this span names. A span that cuts a surrogate pair leaves the cut half out.
    #[must_use]
    pub fn slice(self, text: &str) -> String {
        let mut at = 0;
        text.chars()
            .filter(|c| {
                let start = at;
                at += u32::try_from(c.len_utf16()).unwrap_or(0);
                start >= self.start && at <= self.end
            })
            .collect()
    }
}

/// Everything that was found in one pasted text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Analysis {
    /// The version of this contract.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "1"))]
    pub schema_version: u32,
    /// What the text was like before it was cleaned.
    pub source: SourceSummary,
    /// The meeting reports in it, in the order of the text. Empty when the text is none.
    pub reports: Vec<Report>,
}

/// What the pasted text was like, and what was done to it before it was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct SourceSummary {
    /// The script that the text is written in.
    pub script: Script,
    /// How many pinyin glosses (`區(qū)`) were taken out.
    pub glosses: u32,
    /// Damaged places, stray marks and repeated paragraphs.
    pub repairs: Vec<Repair>,
    /// Page chrome (navigation, dates of publication, link lists) that belongs to no report.
    pub chrome: Vec<Utf16Span>,
}

/// The script of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub enum Script {
    /// Simplified characters (简体).
    Simplified,
    /// Traditional characters (繁体).
    Traditional,
    /// Both: at least a tenth of the characters that differ are of either script.
    Mixed,
}

/// One thing that was wrong with the text, and what was read instead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Repair {
    /// What was wrong.
    pub kind: RepairKind,
    /// Where.
    pub span: Utf16Span,
    /// The text of the span.
    pub original: String,
    /// What it was read as; nothing when that is doubtful (the text was then left as it is).
    pub repaired: Option<String>,
}

/// What was wrong at a [`Repair`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub enum RepairKind {
    /// Torn or lost bytes (`?jì)D女` for 妇女).
    Damaged,
    /// A mark that does not belong (`事业的.发展`).
    StrayMark,
    /// A paragraph that stands twice; the second one is left out.
    Repeated,
}

/// One meeting, told once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// The report in the text.
    pub span: Utf16Span,
    /// Its heading, if one stands above it.
    pub heading: Option<String>,
    /// The index in [`Analysis::reports`] of an earlier report of the same meeting.
    pub same_meeting_as: Option<u32>,
    /// The meeting itself.
    pub meeting: Meeting,
    /// Who took part, in the order of their first mention.
    pub attendees: Vec<Attendee>,
    /// What was awarded.
    pub awards: Vec<Award>,
    /// What was asked.
    pub directives: Vec<Directive>,
}

/// Name, date and place of a meeting.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Meeting {
    /// 会议名称, as the text names it.
    pub name: Option<Found>,
    /// 日期, as written and without the time of day.
    pub date: Option<FoundDate>,
    /// 地点, as written.
    pub place: Option<Found>,
}

/// A value and where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Found {
    /// The value, clean.
    pub text: String,
    /// Its evidence.
    pub span: Utf16Span,
}

/// A date and where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct FoundDate {
    /// The date as written.
    pub text: String,
    /// Its evidence.
    pub span: Utf16Span,
    /// The first day as `YYYY-MM-DD`, when the year is written with it or on the page.
    pub iso: Option<String>,
}

/// A person, organization or group that took part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Attendee {
    /// What it is.
    pub kind: AttendeeKind,
    /// The name, or the words for a group.
    pub name: String,
    /// Posts (职务), as written.
    pub positions: Vec<String>,
    /// What they did.
    pub roles: Vec<Role>,
    /// How many, where the text says so.
    pub count: Option<u32>,
    /// Each place that speaks of them.
    pub mentions: Vec<Utf16Span>,
}

/// What an [`Attendee`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub enum AttendeeKind {
    /// Somebody with a name.
    Person,
    /// A named body that takes part as itself.
    Organization,
    /// Unnamed people (各乡镇镇长).
    Group,
}

/// What an attendee did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub enum Role {
    /// 主持
    Presided,
    /// 出席、参加、列席
    Attended,
    /// 讲话、致辞、指出、强调、要求
    Spoke,
    /// 作报告、总结、汇报、通报、传达、部署
    Reported,
    /// 交流发言、表态发言、签订责任书
    Exchanged,
    /// 宣读
    Announced,
    /// 颁奖、授牌
    Presented,
}

impl Role {
    /// What is done, in a Chinese word.
    ///
    /// ```
    /// assert_eq!(jiyao::Role::Presided.label(), "主持");
    /// ```
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Presided => "主持",
            Self::Attended => "出席",
            Self::Spoke => "讲话",
            Self::Reported => "报告",
            Self::Exchanged => "交流",
            Self::Announced => "宣读",
            Self::Presented => "颁奖",
        }
    }
}

/// One honour and one winner of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Award {
    /// 荣誉, without numbers, quotes or the giver.
    pub honor: String,
    /// The winner, if named.
    pub recipient: Option<String>,
    /// What the winner is.
    pub recipient_kind: Option<RecipientKind>,
    /// How many were given, where the text says so.
    pub count: Option<u32>,
    /// The evidence.
    pub span: Utf16Span,
}

/// What the winner of an [`Award`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub enum RecipientKind {
    /// Somebody with a name.
    Person,
    /// A body.
    Organization,
}

/// One point that somebody asks to be done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Directive {
    /// Who asks; `会议` where the meeting itself does.
    pub speaker: Option<String>,
    /// Who is asked, where the point names them (各乡镇、各部门).
    pub addressee: Option<String>,
    /// The number in the enumeration.
    pub ordinal: Option<u32>,
    /// The index in [`Report::directives`] of the point that this one is part of.
    pub parent: Option<u32>,
    /// The asking clause in one line.
    pub headline: String,
    /// All of it.
    pub text: String,
    /// The evidence.
    pub span: Utf16Span,
}
