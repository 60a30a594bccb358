//! The tables of a report as a reader sees them, with Chinese labels.

use jiyao::{Analysis, Attendee, Award, Directive, RepairKind, Report, Script};

/// One table.
pub struct Table {
    /// What it shows.
    pub title: &'static str,
    /// The names of its columns.
    pub columns: &'static [&'static str],
    /// Its rows.
    pub cells: Vec<Vec<String>>,
}

/// What is said when a text holds no report.
pub const NOTHING: &str = "没有找到会议报道。";

/// The tables of a report that have any rows.
pub fn tables(report: &Report) -> Vec<Table> {
    all_tables(report).into_iter().filter(|table| !table.cells.is_empty()).collect()
}

/// All tables of a report: 参会, 奖项, 要求.
pub fn all_tables(report: &Report) -> [Table; 3] {
    [
        Table {
            title: "参会", columns: &["参会者", "职务", "角色", "人数"], cells: report.attendees.iter().map(attendee).collect()
        },
        Table { title: "奖项", columns: &["荣誉", "获奖者", "数量"], cells: report.awards.iter().map(award).collect() },
        Table {
            title: "要求", columns: &["发言人", "序号", "对象", "要求"], cells: report.directives.iter().map(directive).collect()
        },
    ]
}

/// The name of the meeting, or what stands in its place.
pub fn title(report: &Report) -> String {
    let name = report.meeting.name.as_ref().map(|name| &name.text);
    name.or(report.heading.as_ref()).map_or_else(|| "（会议名称未写明）".to_owned(), |name| plain(name))
}

/// Date, place, and which other report tells of the same meeting.
pub fn facts(report: &Report) -> Vec<(&'static str, String)> {
    let mut facts = Vec::new();
    if let Some(date) = &report.meeting.date {
        let written = plain(&date.text);
        facts.push(("日期", date.iso.as_ref().map_or(written.clone(), |iso| format!("{written}（{iso}）"))));
    }
    if let Some(place) = &report.meeting.place {
        facts.push(("地点", plain(&place.text)));
    }
    if let Some(other) = report.same_meeting_as {
        facts.push(("另见", format!("与第 {} 篇是同一会议", other + 1)));
    }
    facts
}

/// What the text was like before it was cleaned; `None` when there is nothing to say.
pub fn source(analysis: &Analysis) -> Option<String> {
    let source = &analysis.source;
    let mut notes = Vec::new();
    match source.script {
        Script::Simplified => {}
        Script::Traditional => notes.push("繁体字".to_owned()),
        Script::Mixed => notes.push("繁简混用".to_owned()),
    }
    if source.glosses > 0 {
        notes.push(format!("去掉注音 {} 处", source.glosses));
    }
    for (kind, label) in [(RepairKind::Damaged, "乱码"), (RepairKind::StrayMark, "多余符号"), (RepairKind::Repeated, "重复段落")]
    {
        let repairs = source.repairs.iter().filter(|repair| repair.kind == kind);
        let (count, doubtful) =
            repairs.fold((0, 0), |(count, doubtful), repair| (count + 1, doubtful + u32::from(repair.repaired.is_none())));
        match (count, doubtful) {
            (0, _) => {}
            (_, doubtful) if doubtful > 0 && kind == RepairKind::Damaged => {
                notes.push(format!("{label} {count} 处（{doubtful} 处存疑）"));
            }
            _ => notes.push(format!("{label} {count} 处")),
        }
    }
    (!notes.is_empty()).then(|| notes.join("，"))
}

fn attendee(attendee: &Attendee) -> Vec<String> {
    let roles: Vec<&str> = attendee.roles.iter().map(|role| role.label()).collect();
    vec![plain(&attendee.name), plain(&attendee.positions.join("、")), roles.join("、"), number(attendee.count)]
}

fn award(award: &Award) -> Vec<String> {
    vec![plain(&award.honor), plain(award.recipient.as_deref().unwrap_or("")), number(award.count)]
}

fn directive(directive: &Directive) -> Vec<String> {
    let optional = |value: &Option<String>| plain(value.as_deref().unwrap_or(""));
    vec![optional(&directive.speaker), number(directive.ordinal), optional(&directive.addressee), plain(&directive.text)]
}

/// A number, if there is one.
pub fn number(value: Option<u32>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

/// A value on one line and without control characters, which could steer a terminal.
pub fn plain(value: &str) -> String {
    value.chars().filter(|c| !c.is_control() || c.is_whitespace()).map(|c| if c.is_whitespace() { ' ' } else { c }).collect()
}
