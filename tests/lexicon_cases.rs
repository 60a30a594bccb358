//! Runs `tests/cases/lexicon/*.txt`: sentences that are read rightly only with words of a personal lexicon.
//!
//! A line is `〔kind word、kind word〕sentence ⇒ row；row`, with the kinds 人名、职务、荣誉、单位、非名. A row is an attendee as in `people/`
//! (`name｜posts with 、between｜roles with 、between`), an award (`奖：honour｜winner`) or the speaker of directives (`求：speaker`); all of them
//! are listed. Without the lexicon the sentence must be read in another way. Lines that begin with `#` are comments.

#[path = "common/attendee.rs"]
mod attendee;
#[path = "common/cases.rs"]
mod cases;

use attendee::attendee_row;
use cases::{differences, run_folder, under};
use jiyao::{Analysis, Options, PersonalEntry, PersonalLexicon, WordKind};

#[test]
fn words_of_ones_own_win_over_the_lists_and_rules() {
    run_folder("lexicon", "the head of tests/lexicon_cases.rs", |text| {
        text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')).map(|line| under(line, &run(line))).collect()
    });
}

/// What is wrong with the rows of a case.
fn run(case: &str) -> Vec<String> {
    let parts = case.strip_prefix('〔').and_then(|case| case.split_once('〕'));
    let Some((words, (sentence, expected))) = parts.and_then(|(words, case)| Some((words, case.split_once('⇒')?))) else {
        return vec!["a case is 〔kind word〕sentence ⇒ rows".to_owned()];
    };
    let text = format!("青禾县召开工作会议\n3月2日，青禾县工作会议在县会议中心召开。{}\n", sentence.trim());
    let found = rows(&Options::new().lexicon(&lexicon(words)).analyze(&text));
    let expected: Vec<&str> = expected.trim().split('；').map(str::trim).filter(|row| *row != "无").collect();
    let mut complaints = differences(&expected, &found, |row, found| row == found, Clone::clone);
    if rows(&jiyao::analyze(&text)) == found {
        complaints.push("it is read so without the lexicon, too".to_owned());
    }
    complaints
}

/// `人名 伍拾壹、职务 楼栋长`
fn lexicon(words: &str) -> PersonalLexicon {
    let entry = |entry: &str| {
        let (kind, word) = entry.split_once(' ').expect("an entry is a kind and a word");
        let kind = match kind {
            "人名" => WordKind::Person,
            "职务" => WordKind::Post,
            "荣誉" => WordKind::Honour,
            "单位" => WordKind::Organization,
            "非名" => WordKind::NotName,
            other => panic!("{other} is no kind of word"),
        };
        PersonalEntry { word: word.to_owned(), kind }
    };
    PersonalLexicon { entries: words.split('、').map(entry).collect() }
}

fn rows(analysis: &Analysis) -> Vec<String> {
    let mut rows = Vec::new();
    for report in &analysis.reports {
        rows.extend(report.attendees.iter().map(attendee_row));
        rows.extend(report.awards.iter().map(|award| format!("奖：{}｜{}", award.honor, award.recipient.as_deref().unwrap_or_default())));
        let mut speakers: Vec<String> =
            report.directives.iter().filter_map(|row| row.speaker.clone()).map(|name| format!("求：{name}")).collect();
        speakers.dedup();
        rows.extend(speakers);
    }
    rows
}
