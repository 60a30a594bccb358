//! What must hold for any text at all: made-up strings, soups of the words that reports are made of, and shuffled
//! sentences of the corpus.

#[path = "common/chance.rs"]
mod chance;
#[path = "common/corpus.rs"]
mod corpus;

use std::collections::HashSet;
use std::sync::LazyLock;

use jiyao::{Analysis, Report, Utf16Span};
use proptest::prelude::*;
use serde_json::Value;

/// The sentences of the corpus, with their marks and line ends.
static SENTENCES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let split = |text: &str| text.split_inclusive(['。', '\n', '，', ',']).map(str::to_owned).collect::<Vec<_>>();
    let mut sentences: Vec<String> = corpus::texts().iter().flat_map(|(_, text)| split(text)).collect();
    sentences.sort();
    assert!(sentences.len() > 500);
    sentences
});

/// The texts of both corpora.
static TEXTS: LazyLock<Vec<Vec<char>>> = LazyLock::new(|| {
    let texts = ["tests/corpus", "tests/corpus-second"].into_iter().flat_map(corpus::texts_in);
    texts.map(|(_, text)| text.chars().collect()).collect()
});

/// What the stages look for, whole and in pieces.
const WORDS: [&str; 96] = [
    "会议",
    "大会",
    "表彰大会",
    "召开",
    "举行",
    "在",
    "3月27日",
    "2019年",
    "二〇二〇年",
    "上午",
    "会议室",
    "县",
    "青禾县",
    "平湖镇",
    "局",
    "公司",
    "县委书记",
    "副县长",
    "、",
    "，",
    "。",
    "；",
    "：",
    "！",
    "？",
    "林知远",
    "欧阳溪",
    "王",
    "李明",
    "阿依古丽·托合提",
    "同志",
    "他",
    "主持",
    "出席",
    "讲话",
    "并",
    "强调",
    "指出",
    "要求",
    "希望",
    "要",
    "必须",
    "一是",
    "二是",
    "三要",
    "一、",
    "（一）",
    "(1)",
    "1.",
    "第一",
    "首先",
    "其次",
    "最后",
    "先进集体",
    "先进个人",
    "一等奖",
    "授予",
    "表彰",
    "荣获",
    "12",
    "30名",
    "余人",
    "等",
    "“",
    "”",
    "《",
    "》",
    "‘",
    "’",
    "（",
    "）",
    "(",
    ")",
    "区(qū)",
    "會(huì )議",
    "動(dòng)?jì)D女",
    "表?yè)P(yáng)",
    "張?jiān)啤ⅫS葵",
    "\u{FFFD}",
    "?",
    ".",
    "'",
    " ",
    "\u{3000}",
    "\n",
    "\r\n",
    "\r",
    "\t",
    "\0",
    "😀",
    "𠮷",
    "e\u{301}",
    "\u{200B}",
    "\u{FEFF}",
    "相关推荐",
    "责任编辑：",
];

/// Marks, brackets and spaces.
const MARKS: [&str; 32] = [
    "。", "，", "、", "；", "：", "！", "？", "…", "—", "·", "“", "”", "‘", "’", "「", "」", "（", "）", "(", ")", "[", "]", "【", "】",
    "《", "》", ".", ",", ";", "\n", " ", "\u{3000}",
];

fn soup(words: &'static [&'static str], most: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(words), 0..most).prop_map(|words| words.concat())
}

fn shuffled_sentences() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(SENTENCES.as_slice()), 0..40).prop_map(|sentences| sentences.concat())
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        1 => prop::collection::vec(any::<char>(), 0..300).prop_map(|chars| chars.into_iter().collect::<String>()),
        1 => "[\\x00-\\x7f]{0,200}",
        1 => "[\u{4e00}-\u{9fff}]{0,200}",
        1 => soup(&MARKS, 200),
        3 => soup(&WORDS, 150),
        2 => shuffled_sentences(),
        1 => (1_usize..400, soup(&WORDS, 5)).prop_map(|(depth, inner)| "（“《".repeat(depth) + &inner + &"》”）".repeat(depth)),
        // A text cut anywhere, as a selection with the mouse cuts it.
        2 => (shuffled_sentences(), any::<prop::sample::Index>()).prop_map(|(text, at)| {
            let at = at.index(text.chars().count() + 1);
            text.chars().skip(at).collect()
        }),
    ]
}

/// A piece of a report, cut at both ends as a selection with the mouse cuts it; one end may be that of the text.
fn piece() -> impl Strategy<Value = String> {
    let place = any::<prop::sample::Index>;
    (prop::sample::select(TEXTS.as_slice()), place(), place()).prop_map(|(text, start, end)| {
        let (start, end) = (start.index(text.len()), end.index(text.len() + 1));
        text[if start < end { start } else { 0 }..end].iter().collect()
    })
}

fn json(analysis: &Analysis) -> Value {
    serde_json::to_value(analysis).expect("an analysis is JSON")
}

/// Calls `visit` with each span in the value.
fn each_span(value: &mut Value, visit: &mut impl FnMut(&mut Value)) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| each_span(item, visit)),
        Value::Object(fields) if fields.contains_key("start") && fields.contains_key("end") => visit(value),
        Value::Object(fields) => fields.values_mut().for_each(|field| each_span(field, visit)),
        _ => {}
    }
}

fn span(value: &Value) -> Utf16Span {
    serde_json::from_value(value.clone()).expect("a span has a start and an end")
}

/// The analysis without its spans: what a reader sees.
fn tables(analysis: &Analysis) -> Value {
    let mut value = json(analysis)["reports"].take();
    each_span(&mut value, &mut |span| *span = Value::Null);
    value
}

/// The UTF-16 offsets at which a character starts or the text ends.
fn boundaries(text: &str) -> HashSet<u32> {
    let mut at = 0;
    let mut boundaries = HashSet::from([0]);
    for c in text.chars() {
        at += u32::try_from(c.len_utf16()).expect("1 or 2");
        boundaries.insert(at);
    }
    boundaries
}

fn within(inner: Utf16Span, outer: Utf16Span) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

/// What each analysis must keep to, whatever the text.
fn check(text: &str) -> Analysis {
    let analysis = jiyao::analyze(text);
    assert_eq!(analysis.schema_version, jiyao::SCHEMA_VERSION);
    let boundaries = boundaries(text);
    each_span(&mut json(&analysis), &mut |value| {
        let span = span(value);
        assert!(span.start <= span.end, "{span:?} is turned round");
        assert!(boundaries.contains(&span.start) && boundaries.contains(&span.end), "{span:?} cuts a character or leaves the text");
    });
    for repair in &analysis.source.repairs {
        assert_eq!(repair.original, repair.span.slice(text), "a repair names what stands in the text");
    }
    for (i, report) in analysis.reports.iter().enumerate() {
        check_report(i, report, text);
    }
    for pair in analysis.reports.windows(2) {
        assert!(pair[0].span.end <= pair[1].span.start, "reports overlap: {:?} {:?}", pair[0].span, pair[1].span);
    }
    let round_trip: Analysis = serde_json::from_value(json(&analysis)).expect("JSON gives the analysis back");
    assert_eq!(round_trip, analysis);
    analysis
}

fn check_report(number: usize, report: &Report, text: &str) {
    assert!(report.span.start < report.span.end, "an empty report");
    assert!(report.same_meeting_as.is_none_or(|other| (other as usize) < number), "an earlier report");
    for attendee in &report.attendees {
        assert!(!attendee.name.is_empty() && !attendee.roles.is_empty() && !attendee.mentions.is_empty(), "{attendee:?}");
        assert!(attendee.positions.iter().all(|position| !position.is_empty()), "{attendee:?}");
        for mention in &attendee.mentions {
            assert!(within(*mention, report.span), "{attendee:?} outside of the report");
            assert!(!mention.slice(text).trim().is_empty(), "{attendee:?} without evidence");
        }
    }
    for award in &report.awards {
        assert!(!award.honor.is_empty() && within(award.span, report.span), "{award:?}");
        assert_eq!(award.recipient.is_some(), award.recipient_kind.is_some(), "{award:?}");
    }
    for (i, directive) in report.directives.iter().enumerate() {
        assert!(!directive.text.trim().is_empty() && within(directive.span, report.span), "{directive:?}");
        assert!(directive.parent.is_none_or(|parent| (parent as usize) < i), "a point comes after the one that it is part of");
    }
}

proptest! {
    #![proptest_config(chance::config(100))]

    #[test]
    fn any_text_gives_a_sound_analysis(text in any_text()) {
        check(&text);
    }

    #[test]
    fn the_same_text_gives_the_same_analysis(text in any_text()) {
        prop_assert_eq!(jiyao::analyze(&text), jiyao::analyze(&text));
    }

    #[test]
    fn to_explain_changes_nothing(text in any_text()) {
        let explanation = jiyao::explain(&text);
        prop_assert_eq!(&explanation.analysis, &jiyao::analyze(&text));
        prop_assert_eq!(explanation.reports.len(), explanation.analysis.reports.len());
    }

    #[test]
    fn spans_count_utf16_units(text in shuffled_sentences(), places in prop::collection::vec(any::<prop::sample::Index>(), 0..6)) {
        // Two symbols that mean nothing to any stage: one of one UTF-16 unit, one of two.
        let mut chars: Vec<char> = text.chars().collect();
        for place in places {
            chars.insert(place.index(chars.len() + 1), '⌘');
        }
        let narrow: String = chars.into_iter().collect();
        let wide = narrow.replace('⌘', "𝄞");
        let units: Vec<u16> = narrow.encode_utf16().collect();
        let mut widened = vec![0];
        for unit in units {
            widened.push(widened.last().unwrap_or(&0) + if unit == 0x2318 { 2 } else { 1 });
        }
        let mut expected = json(&jiyao::analyze(&narrow));
        each_span(&mut expected, &mut |value| {
            let span = span(value);
            *value = json_span(widened[span.start as usize], widened[span.end as usize]);
        });
        let expected = expected.to_string().replace('⌘', "𝄞");
        prop_assert_eq!(json(&jiyao::analyze(&wide)).to_string(), expected);
    }

    #[test]
    fn an_emoji_before_shifts_all_spans(text in shuffled_sentences()) {
        let mut expected = json(&jiyao::analyze(&text))["reports"].take();
        each_span(&mut expected, &mut |value| {
            let span = span(value);
            *value = json_span(span.start + 3, span.end + 3);
        });
        prop_assert_eq!(json(&jiyao::analyze(&format!("😀\n{text}")))["reports"].take(), expected);
    }

    #[test]
    fn blank_lines_before_shift_all_spans(text in shuffled_sentences()) {
        let mut expected = json(&jiyao::analyze(&text))["reports"].take();
        each_span(&mut expected, &mut |value| {
            let span = span(value);
            *value = json_span(span.start + 3, span.end + 3);
        });
        prop_assert_eq!(json(&jiyao::analyze(&format!("\n \n{text}")))["reports"].take(), expected);
    }

    #[test]
    fn line_ends_of_windows_give_the_same_tables(text in shuffled_sentences()) {
        let unix = text.replace('\r', "");
        let windows = unix.replace('\n', "\r\n");
        prop_assert_eq!(tables(&jiyao::analyze(&unix)), tables(&jiyao::analyze(&windows)));
    }

    #[test]
    fn blank_lines_around_change_nothing(text in shuffled_sentences()) {
        prop_assert_eq!(tables(&jiyao::analyze(&text)), tables(&jiyao::analyze(&format!("\n \n{text}\n\n"))));
    }
}

proptest! {
    #![proptest_config(chance::config(2000))]

    #[test]
    fn a_piece_of_a_report_gives_a_sound_analysis(text in piece()) {
        check(&text);
    }
}

fn json_span(start: u32, end: u32) -> Value {
    serde_json::json!({ "start": start, "end": end })
}

/// Much of one thing, by itself and in a report: a stage that looks back or ahead without a limit would not come to an end.
#[test]
fn a_long_run_of_one_thing_is_read_to_its_end() {
    const REPORT: &str = "5月6日，青禾县表彰大会在县委礼堂召开。县长林知远出席会议并讲话。会议强调，会议授予";
    const UNITS: [&str; 35] = [
        "会",
        "要",
        "一",
        "是",
        "1",
        "、",
        "，",
        "。",
        "“",
        "（",
        "(",
        "?",
        " ",
        "\n",
        "😀",
        "王",
        "县",
        "和",
        "的",
        "在",
        "由",
        "与",
        "把",
        "a",
        "區(qū)",
        "?jì)D",
        "張?jiān)啤",
        "授予",
        "王明、",
        "一是要",
        "县委书记王明",
        "授予王明“先进个人”称号。",
        "王明强调，要抓好工作。",
        "先进集体",
        "3月27日",
    ];
    let bytes = if cfg!(debug_assertions) { 20_000 } else { 4_000_000 };
    for unit in UNITS {
        for head in ["", REPORT] {
            check_long(head, unit, bytes);
        }
    }
    // Marks amid a clause: what they part is not read again for each of them.
    for unit in ["。", "，", "、", "；", "：", "！"] {
        for head in ["5月6日，青禾县工作会议召开。会议", "5月6日，青禾县工作会议召开。县长林知远要求，一要"]
        {
            check_long(head, unit, bytes);
        }
    }
}

fn check_long(head: &str, unit: &str, bytes: usize) {
    let text = head.to_owned() + &unit.repeat(bytes / unit.len());
    let analysis = jiyao::analyze(&text);
    let end = u32::try_from(text.encode_utf16().count()).expect("a few million");
    assert!(analysis.reports.iter().all(|report| report.span.end <= end), "{head}{unit}");
}

#[test]
fn every_text_of_the_corpus_keeps_to_it() {
    for (_, text) in corpus::texts() {
        check(&text);
    }
}
