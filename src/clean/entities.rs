//! Entities of HTML that stand in a text as they are written (`&nbsp;`, `&ldquo;`, `&#8220;`), as copies out of a page's source have.

/// The longest entity (`&thinsp;`, `&#x1F600;`), in bytes.
const LONGEST: usize = 10;

include!(concat!(env!("OUT_DIR"), "/entities.rs"));

/// The entity that a text starts with: its character, and its length in bytes. Spaces are known without their `;` too.
pub(super) fn entity(text: &str) -> Option<(char, usize)> {
    let name = text.strip_prefix('&')?;
    let length = name.bytes().take(LONGEST).take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'#').count();
    let (name, rest) = name.split_at(length);
    let closed = rest.starts_with(';');
    let c = match name.strip_prefix('#') {
        Some(number) if closed => numbered(number)?,
        Some(_) => return None,
        None => ENTITIES.iter().find(|(known, _)| *known == name).map(|(_, c)| *c)?,
    };
    (closed || c.is_whitespace()).then_some((c, 1 + length + usize::from(closed)))
}

/// `8220` or `x201C`
fn numbered(number: &str) -> Option<char> {
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16),
        None => number.parse(),
    };
    code.ok().and_then(char::from_u32).filter(|&c| c != '\0')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_entities() {
        for (text, c, length) in [("&nbsp;会", '\u{a0}', 6), ("&ensp&ensp会", '\u{2002}', 5), ("&#8220;会", '“', 7), ("&#x201C;", '“', 8)]
        {
            assert_eq!(entity(text), Some((c, length)), "{text}");
        }
    }

    #[test]
    fn leaves_other_signs() {
        for text in ["&", "& B", "R&D", "&B公司", "&lt3", "&#;", "&#8220", "&#0;", "&copy;", "&ampere"] {
            assert_eq!(entity(text), None, "{text}");
        }
    }
}
