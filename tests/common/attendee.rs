//! Attendees as rows of cases.

use jiyao::{Attendee, AttendeeKind};

/// `林知远｜县委书记｜出席、讲话`, `青石镇（单位）｜｜交流`, `村民代表（群体，70）｜｜出席`
pub fn attendee_row(attendee: &Attendee) -> String {
    let count = attendee.count.map(|count| format!("，{count}")).unwrap_or_default();
    let kind = match attendee.kind {
        AttendeeKind::Person => String::new(),
        AttendeeKind::Organization => format!("（单位{count}）"),
        AttendeeKind::Group => format!("（群体{count}）"),
    };
    let mut roles = attendee.roles.clone();
    roles.sort_unstable();
    let roles: Vec<&str> = roles.into_iter().map(jiyao::Role::label).collect();
    format!("{}{kind}｜{}｜{}", attendee.name, attendee.positions.join("、"), roles.join("、"))
}
