//! Sentences: where they end, and what brackets and quotes hold together.

use crate::text::CharSpan;

/// Quoted text longer than this does not hold its sentences together any more.
const LONGEST_QUOTE: usize = 200;

/// A sentence without end is cut here, so that rules may look through the whole of their sentence.
const LONGEST_SENTENCE: usize = 2_000;

/// The mark that closes an opening quote or bracket.
fn closer(c: char) -> Option<char> {
    Some(match c {
        '“' => '”',
        '‘' => '’',
        '《' => '》',
        '〈' => '〉',
        '「' => '」',
        '『' => '』',
        '（' => '）',
        '(' => ')',
        '【' => '】',
        _ => return None,
    })
}

fn closes(c: char) -> bool {
    matches!(c, '”' | '’' | '》' | '〉' | '」' | '』' | '）' | ')' | '】')
}

/// Whether a mark ends a sentence.
#[cfg_attr(target_family = "wasm", inline(never))]
pub(crate) fn ends_sentence(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '!')
}

/// For each character of a span whether it stands inside a pair of quotes or brackets (the pair's own marks do not).
/// Quotes that are never closed hold nothing.
pub(crate) fn enclosed(chars: &[char], span: CharSpan) -> Vec<bool> {
    let mut open: Vec<(char, usize)> = Vec::new();
    let mut steps = vec![0_i32; span.len() + 1];
    for at in span.range() {
        let c = chars[at];
        if let Some(close) = closer(c) {
            open.push((close, at));
        } else if closes(c) && open.iter().rev().take(4).any(|&(close, _)| close == c) {
            while let Some((close, from)) = open.pop() {
                if close == c {
                    if at - from <= LONGEST_QUOTE {
                        steps[from + 1 - span.start] += 1;
                        steps[at - span.start] -= 1;
                    }
                    break;
                }
            }
        }
    }
    let mut depth = 0;
    steps[..span.len()]
        .iter()
        .map(|step| {
            depth += step;
            depth > 0
        })
        .collect()
}

/// The sentences of a paragraph, without the white space around them.
pub(crate) fn sentences(chars: &[char], span: CharSpan) -> Vec<CharSpan> {
    let inside = enclosed(chars, span);
    let mut found = Vec::new();
    let (mut start, mut at) = (span.start, span.start);
    while at < span.end {
        if at - start >= LONGEST_SENTENCE {
            found.extend(trim(chars, CharSpan::new(start, at)));
            start = at;
        }
        let last_in_quote = at + 1 < span.end && closes(chars[at + 1]);
        at += 1;
        if ends_sentence(chars[at - 1]) && (!inside[at - 1 - span.start] || last_in_quote) {
            while at < span.end && (ends_sentence(chars[at]) || closes(chars[at])) {
                at += 1;
            }
            if at >= span.end || !inside[at - span.start] {
                found.extend(trim(chars, CharSpan::new(start, at)));
                start = at;
            }
        }
    }
    found.extend(trim(chars, CharSpan::new(start, span.end)));
    found
}

/// The span without white space at its ends, if anything is left.
pub(crate) fn trim(chars: &[char], span: CharSpan) -> Option<CharSpan> {
    let start = span.range().find(|&at| !is_space(chars[at]))?;
    let end = span.range().rev().find(|&at| !is_space(chars[at]))? + 1;
    Some(CharSpan::new(start, end))
}

#[cfg_attr(target_family = "wasm", inline(never))]
pub(crate) fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<String> {
        let chars: Vec<char> = text.chars().collect();
        sentences(&chars, CharSpan::new(0, chars.len())).iter().map(|s| chars[s.range()].iter().collect()).collect()
    }

    #[test]
    fn sentences_end_after_their_closing_quotes() {
        assert_eq!(split("他说：“路要修好。”会后散去。"), ["他说：“路要修好。”", "会后散去。"]);
        assert_eq!(split("他说：“路要修。桥也要修。”会后散去。"), ["他说：“路要修。桥也要修。”", "会后散去。"]);
        assert_eq!(split("学习《山。水》一书；再议！散会"), ["学习《山。水》一书；再议！", "散会"]);
        assert_eq!(split("他说：“路要修。桥也要修。"), ["他说：“路要修。", "桥也要修。"]);
        assert_eq!(split("（一）修路。（二）修桥。"), ["（一）修路。", "（二）修桥。"]);
    }
}
