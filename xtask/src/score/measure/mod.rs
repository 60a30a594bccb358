//! The measures: how far what was found agrees with annotated reports. All are micro-averaged over all reports.
//!
//! | measure | what must agree |
//! |---|---|
//! | reports | a found report holds the place where an annotated one starts |
//! | meeting | name, date, place; a name or place also when one holds the other and is at least half as long |
//! | persons | the names of people who took part |
//! | positions | pairs of name and position |
//! | roles | pairs of name and role, of people and organizations |
//! | bodies | organizations by name; groups when 60 % of their characters agree |
//! | awards | pairs of honour and recipient; honours also when one ends with the other |
//! | counts | pairs of honour and announced number, likewise |
//! | directives | spans, with intersection over union of at least 0.6 |
//! | speakers | the same, and the speaker is right |
//!
//! This folder knows nothing but JSON, so that a test can take it in as a module of its own.

mod likeness;

use std::collections::BTreeSet;

use serde::Deserialize;

/// The names of the measures, in the order of the tables.
pub const MEASURES: [&str; 10] =
    ["reports", "meeting", "persons", "positions", "roles", "bodies", "awards", "counts", "directives", "speakers"];

/// An annotation or an analysis: both are read into the same rows.
#[derive(Debug, Default, Deserialize)]
pub struct Reading {
    reports: Vec<Report>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Report {
    /// Annotation: the first characters of the report, or where it starts.
    starts: Option<String>,
    at: Option<usize>,
    /// Analysis: the report in the text.
    span: Option<Span>,
    meeting: Option<Meeting>,
    attendees: Vec<Attendee>,
    awards: Vec<Award>,
    directives: Vec<Directive>,
}

#[derive(Debug, Clone, Copy, Deserialize)]
struct Span {
    start: usize,
    end: usize,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Meeting {
    name: Option<Found>,
    date: Option<Found>,
    place: Option<Found>,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Found {
    Annotated(String),
    Analysed { text: Option<String> },
}

impl Found {
    fn text(&self) -> Option<&str> {
        match self {
            Self::Annotated(text) => Some(text.as_str()),
            Self::Analysed { text } => text.as_deref(),
        }
        .filter(|text| !text.is_empty())
    }
}

#[derive(Debug, Deserialize)]
struct Attendee {
    kind: String,
    name: String,
    #[serde(default)]
    positions: Vec<String>,
    #[serde(default)]
    roles: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct Award {
    honor: String,
    recipient: Option<String>,
    count: Option<i64>,
}

#[derive(Debug, Deserialize)]
struct Directive {
    speaker: Option<String>,
    /// Annotation: its first and its last words, or where it starts and ends.
    from: Option<String>,
    to: Option<String>,
    start: Option<usize>,
    end: Option<usize>,
    /// Analysis.
    span: Option<Span>,
    text: Option<String>,
}

impl Directive {
    fn place(&self) -> (usize, usize) {
        self.span.map_or_else(|| (self.start.unwrap_or(0), self.end.unwrap_or(0)), |span| (span.start, span.end))
    }

    /// How the lists of misses name it.
    fn label(&self) -> String {
        let speaker = self.speaker.as_deref().unwrap_or("-");
        match (&self.from, &self.to, &self.text) {
            (Some(from), Some(to), _) => format!("{speaker}: {from} … {to}"),
            (_, _, Some(text)) => format!("{speaker}: {}", text.chars().take(40).collect::<String>()),
            _ => format!("{speaker}: {}–{}", self.place().0, self.place().1),
        }
    }
}

impl Reading {
    /// An annotation of `text`. The error names the anchor that is not in the text.
    pub fn annotation(json: &str, text: &str) -> Result<Self, String> {
        let mut gold: Self = serde_json::from_str(json).map_err(|reason| reason.to_string())?;
        let mut at = 0;
        for report in gold.reports.iter_mut().filter(|report| report.at.is_none()) {
            let begin = find(text, report.starts.as_deref().unwrap_or_default(), at)?;
            report.at = Some(utf16(text, begin));
            let mut cursor = begin;
            for row in &mut report.directives {
                let start = find(text, row.from.as_deref().unwrap_or_default(), cursor)?;
                let to = row.to.as_deref().unwrap_or_default();
                let end = find(text, to, start)? + to.len();
                (row.start, row.end) = (Some(utf16(text, start)), Some(utf16(text, end)));
                cursor = after_one(text, start);
            }
            at = after_one(text, begin);
        }
        Ok(gold)
    }

    /// An analysis, as the command prints it.
    pub fn analysis(json: &str) -> Result<Self, String> {
        serde_json::from_str(json).map_err(|reason| reason.to_string())
    }
}

/// Where `anchor` stands at or behind byte `from`.
fn find(text: &str, anchor: &str, from: usize) -> Result<usize, String> {
    let found = text.get(from..).and_then(|rest| rest.find(anchor)).filter(|_| !anchor.is_empty());
    found.map(|at| from + at).ok_or_else(|| format!("the anchor `{anchor}` is not in the text (or not behind the one before it)"))
}

/// The byte behind the character at `at`.
fn after_one(text: &str, at: usize) -> usize {
    at + text[at..].chars().next().map_or(0, char::len_utf8)
}

/// The number of UTF-16 code units before byte `at`.
fn utf16(text: &str, at: usize) -> usize {
    text[..at].chars().map(char::len_utf16).sum()
}

/// What one measure counted.
#[derive(Debug, Clone, Default)]
pub struct Tally {
    /// How many agree.
    pub hits: usize,
    /// Annotated but not found: the report, and the item.
    pub missed: Vec<(String, String)>,
    /// Found but not annotated.
    pub extra: Vec<(String, String)>,
}

/// Shares from 0 to 1; `None` where there was nothing to count.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Score {
    pub precision: Option<f64>,
    pub recall: Option<f64>,
    pub f1: Option<f64>,
}

impl Tally {
    /// Precision, recall and F1.
    #[must_use]
    pub fn score(&self) -> Score {
        #[expect(clippy::cast_precision_loss, reason = "numbers of rows")]
        let share = |part: usize, whole: usize| (whole > 0).then(|| part as f64 / whole as f64);
        let (hits, missed, extra) = (self.hits, self.missed.len(), self.extra.len());
        Score { precision: share(hits, hits + extra), recall: share(hits, hits + missed), f1: share(2 * hits, 2 * hits + missed + extra) }
    }

    /// Counts pairs of `gold` and `found`, and all that is in no pair.
    fn count<A: Label, B: Label>(&mut self, report: &str, gold: &[A], found: &[B], pairs: &[(usize, usize)]) {
        let rest = |items: Vec<String>, used: BTreeSet<usize>| {
            let left = items.into_iter().enumerate().filter(move |(at, _)| !used.contains(at));
            left.map(|(_, item)| (report.to_owned(), item)).collect::<Vec<_>>()
        };
        self.hits += pairs.len();
        self.missed.extend(rest(gold.iter().map(Label::label).collect(), pairs.iter().map(|&(i, _)| i).collect()));
        self.extra.extend(rest(found.iter().map(Label::label).collect(), pairs.iter().map(|&(_, j)| j).collect()));
    }

    /// Counts items that agree only when they are equal.
    fn equal(&mut self, report: &str, gold: &BTreeSet<Item>, found: &BTreeSet<Item>) {
        self.like(report, gold, found, |_, _| false);
    }

    /// Counts items that agree when they are equal, or else when `same` says so.
    fn like(&mut self, report: &str, gold: &BTreeSet<Item>, found: &BTreeSet<Item>, same: impl Fn(&Item, &Item) -> bool) {
        let (gold, found): (Vec<_>, Vec<_>) = (gold.iter().collect(), found.iter().collect());
        let pairs = likeness::pairs(&gold, &found, |a, b| if a == b { 1.0 } else { f64::from(u8::from(same(a, b))) * 0.9 });
        self.count(report, &gold, &found, &pairs);
    }
}

/// How the lists of misses name something.
trait Label {
    fn label(&self) -> String;
}

impl Label for Item {
    fn label(&self) -> String {
        self.1.as_ref().map_or_else(|| self.0.clone(), |second| format!("{} | {second}", self.0))
    }
}

impl Label for &Item {
    fn label(&self) -> String {
        (**self).label()
    }
}

impl Label for String {
    fn label(&self) -> String {
        self.clone()
    }
}

impl Label for Directive {
    fn label(&self) -> String {
        Directive::label(self)
    }
}

/// A value, or a pair of values.
type Item = (String, Option<String>);

/// All tallies, in the order of [`MEASURES`].
#[derive(Debug, Default)]
pub struct Tallies([Tally; 10]);

impl Tallies {
    /// Each measure's name and tally.
    pub fn rows(&self) -> impl Iterator<Item = (&'static str, &Tally)> {
        MEASURES.into_iter().zip(&self.0)
    }

    /// The mean F1 of the measures that had something to count.
    #[must_use]
    pub fn mean(&self) -> f64 {
        let known: Vec<f64> = self.0.iter().filter_map(|tally| tally.score().f1).collect();
        #[expect(clippy::cast_precision_loss, reason = "ten measures")]
        let count = known.len().max(1) as f64;
        known.iter().sum::<f64>() / count
    }

    fn of(&mut self, measure: &str) -> &mut Tally {
        let at = MEASURES.iter().position(|name| *name == measure);
        &mut self.0[at.expect("one of MEASURES")]
    }

    /// Adds what was found in the text `name`.
    pub fn add(&mut self, name: &str, gold: &Reading, found: &Reading) {
        let nothing = Report::default();
        let mut free: Vec<&Report> = found.reports.iter().collect();
        for (number, report) in gold.reports.iter().enumerate() {
            let label = format!("{name}/{}", number + 1);
            let at = report.at.unwrap_or(0);
            let hit = free.iter().position(|got| got.span.is_some_and(|span| span.start <= at && at < span.end));
            let got = hit.map(|hit| free.remove(hit));
            if got.is_some() {
                self.of("reports").hits += 1;
            } else {
                let missed = report.starts.clone().unwrap_or_else(|| at.to_string());
                self.of("reports").missed.push((label.clone(), missed));
            }
            self.compare(&label, report, got.unwrap_or(&nothing));
        }
        for report in free {
            let label = format!("{name}/+");
            let span = report.span.map_or_else(String::new, |span| format!("{}–{}", span.start, span.end));
            self.of("reports").extra.push((label.clone(), span));
            self.compare(&label, &nothing, report);
        }
    }

    /// Compares two reports row by row.
    fn compare(&mut self, label: &str, gold: &Report, found: &Report) {
        self.of("meeting").like(label, &gold.meeting_items(), &found.meeting_items(), |a, b| {
            a.0 == b.0 && a.0 != "date" && likeness::within(a.1.as_deref().unwrap_or(""), b.1.as_deref().unwrap_or(""))
        });
        self.of("persons").equal(label, &gold.persons(), &found.persons());
        self.of("positions").equal(label, &gold.positions(), &found.positions());
        self.of("roles").equal(label, &gold.roles(), &found.roles());
        let same = |a: &String, b: &String| f64::from(u8::from(a == b));
        self.bodies(label, "organization", gold, found, same);
        self.bodies(label, "group", gold, found, |a, b| likeness::ratio(a, b));
        let honors = |a: &Item, b: &Item| a.1 == b.1 && likeness::same_honor(&a.0, &b.0);
        self.of("awards").like(label, &gold.awards(), &found.awards(), honors);
        self.of("counts").like(label, &gold.counts(), &found.counts(), honors);
        self.directives(label, &gold.directives, &found.directives);
    }

    fn bodies(&mut self, label: &str, kind: &str, gold: &Report, found: &Report, same: impl Fn(&String, &String) -> f64) {
        let (gold, found) = (gold.names(kind), found.names(kind));
        let pairs = likeness::pairs(&gold, &found, same);
        self.of("bodies").count(label, &gold, &found, &pairs);
    }

    fn directives(&mut self, label: &str, gold: &[Directive], found: &[Directive]) {
        let (gold_refs, found_refs): (Vec<_>, Vec<_>) = (gold.iter().collect(), found.iter().collect());
        let pairs = likeness::pairs(&gold_refs, &found_refs, |a, b| overlap(a.place(), b.place()));
        self.of("directives").count(label, gold, found, &pairs);
        let speaker = |row: &Directive| row.speaker.as_deref().map(norm);
        let spoken: Vec<_> = pairs.into_iter().filter(|&(i, j)| speaker(&gold[i]) == speaker(&found[j])).collect();
        self.of("speakers").count(label, gold, found, &spoken);
    }
}

/// Intersection over union.
#[expect(clippy::cast_precision_loss, reason = "places in a text")]
fn overlap(a: (usize, usize), b: (usize, usize)) -> f64 {
    let common = a.1.min(b.1).saturating_sub(a.0.max(b.0));
    if common == 0 { 0.0 } else { common as f64 / (a.1.max(b.1) - a.0.min(b.0)) as f64 }
}

impl Report {
    fn meeting_items(&self) -> BTreeSet<Item> {
        let Some(meeting) = &self.meeting else { return BTreeSet::new() };
        let all = [("name", &meeting.name), ("date", &meeting.date), ("place", &meeting.place)];
        all.into_iter().filter_map(|(key, found)| Some((key.to_owned(), Some(norm(found.as_ref()?.text()?))))).collect()
    }

    /// The names of attendees of one kind, as often as they stand.
    fn names(&self, kind: &str) -> Vec<String> {
        self.attendees.iter().filter(|row| row.kind == kind).map(|row| norm(&row.name)).collect()
    }

    fn persons(&self) -> BTreeSet<Item> {
        self.names("person").into_iter().map(|name| (name, None)).collect()
    }

    fn positions(&self) -> BTreeSet<Item> {
        let people = self.attendees.iter().filter(|row| row.kind == "person");
        people.flat_map(|row| row.positions.iter().map(|post| (norm(&row.name), Some(norm(post))))).collect()
    }

    fn roles(&self) -> BTreeSet<Item> {
        let actors = self.attendees.iter().filter(|row| row.kind == "person" || row.kind == "organization");
        actors.flat_map(|row| row.roles.iter().map(|role| (norm(&row.name), Some(role.clone())))).collect()
    }

    fn awards(&self) -> BTreeSet<Item> {
        self.awards.iter().map(|row| (norm(&row.honor), row.recipient.as_deref().map(norm))).collect()
    }

    fn counts(&self) -> BTreeSet<Item> {
        self.awards.iter().filter_map(|row| Some((norm(&row.honor), Some(row.count?.to_string())))).collect()
    }
}

/// A value without blanks and quotation marks, with full-width commas and colons.
fn norm(value: &str) -> String {
    let dropped = |c: char| c.is_whitespace() || ('\x1c'..='\x1f').contains(&c) || "“”\"'‘’《》〈〉「」『』".contains(c);
    value
        .chars()
        .filter(|&c| !dropped(c))
        .map(|c| match c {
            ',' => '，',
            ':' => '：',
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "😀全镇工作会召开。镇长李沐强调，一是要抓好春耕。二是要守住底线。";

    const GOLD: &str = r#"{"reports": [{
        "starts": "全镇工作会",
        "meeting": {"name": "全镇工作会", "date": null, "place": null},
        "attendees": [
            {"kind": "person", "name": "李沐", "positions": ["镇长"], "roles": ["spoke"]},
            {"kind": "group", "name": "各村党支部书记", "roles": ["attended"], "count": null}],
        "awards": [{"honor": "春耕先进集体", "recipient": null, "count": 3}],
        "directives": [
            {"speaker": "李沐", "ordinal": 1, "from": "一是要抓", "to": "春耕"},
            {"speaker": "李沐", "ordinal": 2, "from": "二是要守", "to": "底线"}]}]}"#;

    fn tallies(found: &str) -> Tallies {
        let mut tallies = Tallies::default();
        tallies.add("a", &Reading::annotation(GOLD, TEXT).unwrap(), &Reading::analysis(found).unwrap());
        tallies
    }

    fn counted(tallies: &Tallies, measure: &str) -> (usize, usize, usize) {
        let (_, tally) = tallies.rows().find(|(name, _)| *name == measure).unwrap();
        (tally.hits, tally.missed.len(), tally.extra.len())
    }

    #[test]
    fn anchors_become_utf16_places() {
        let gold = Reading::annotation(GOLD, TEXT).unwrap();
        assert_eq!(gold.reports[0].at, Some(2));
        let text: Vec<u16> = TEXT.encode_utf16().collect();
        let (start, end) = gold.reports[0].directives[1].place();
        assert_eq!(String::from_utf16_lossy(&text[start..end]), "二是要守住底线");
    }

    #[test]
    fn an_anchor_that_is_not_there_is_named() {
        let reason = Reading::annotation(GOLD, "别的文字").unwrap_err();
        assert!(reason.contains("`全镇工作会`"), "{reason}");
    }

    #[test]
    fn nothing_found() {
        let all = tallies(r#"{"reports": []}"#);
        assert_eq!(counted(&all, "reports"), (0, 1, 0));
        assert_eq!(counted(&all, "directives"), (0, 2, 0));
        assert!(all.mean().abs() < 1e-12);
    }

    #[test]
    fn partly_found() {
        let all = tallies(
            r#"{"schemaVersion": 1, "reports": [{
            "span": {"start": 0, "end": 40},
            "meeting": {"name": {"text": "镇工作会", "span": {"start": 3, "end": 7}}, "date": {"text": "今天", "span": {"start": 0, "end": 0}, "iso": null}, "place": null},
            "attendees": [
                {"kind": "person", "name": "李 沐", "positions": ["镇长", "党委副书记"], "roles": ["spoke"], "count": null, "mentions": []},
                {"kind": "group", "name": "村党支部书记", "positions": [], "roles": [], "count": null, "mentions": []}],
            "awards": [{"honor": "先进集体", "recipient": null, "recipientKind": null, "count": 4, "span": {"start": 0, "end": 0}}],
            "directives": [
                {"speaker": "李沐", "headline": "", "text": "一是要抓好春耕", "span": {"start": 18, "end": 25}},
                {"speaker": "会议", "headline": "", "text": "要守住底线", "span": {"start": 27, "end": 32}}]}]}"#,
        );
        for (measure, wanted) in [
            ("reports", (1, 0, 0)),
            ("meeting", (1, 0, 1)),
            ("persons", (1, 0, 0)),
            ("positions", (1, 0, 1)),
            ("roles", (1, 0, 0)),
            ("bodies", (1, 0, 0)),
            ("awards", (1, 0, 0)),
            ("counts", (0, 1, 1)),
            ("directives", (2, 0, 0)),
            ("speakers", (1, 1, 1)),
        ] {
            assert_eq!(counted(&all, measure), wanted, "{measure}");
        }
        let speakers = all.rows().last().unwrap().1.score();
        assert_eq!(speakers, Score { precision: Some(0.5), recall: Some(0.5), f1: Some(0.5) });
    }
}
