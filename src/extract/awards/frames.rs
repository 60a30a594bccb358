//! The frames: what stands around a verb of giving. Each is a function beside its example; `H` stands for an honour.

use super::super::recipients::any_before;
use super::{Finder, prefix};
use crate::lexicon::Class;
use crate::names;
use crate::tag::item::conjunction_end;
use crate::tag::reader::{Reader, is_mark};

/// How far an honour may stand behind its verb, in characters.
pub(super) const NEAR: usize = 14;
/// How far 对甲、乙… reaches before its verb.
pub(super) const FAR: usize = 240;

impl Finder<'_, '_> {
    /// Tries the frames at a position; `clause` is where the winners before a verb may start. Gives the end of what was read.
    pub(super) fn frame_at(&mut self, clause: usize, at: usize, limit: usize) -> Option<usize> {
        self.received(clause, at, limit)
            .or_else(|| self.conferred(at, limit))
            .or_else(|| self.conferred_on(clause, at, limit))
            .or_else(|| self.conferred_after(clause, at, limit))
            .or_else(|| self.taken_by(clause, at, limit))
            .or_else(|| self.took(clause, at, limit))
            .or_else(|| self.rated(at, limit))
            .or_else(|| self.named_as(clause, at, limit))
            .or_else(|| self.granted(at, limit))
            .or_else(|| self.on_list(clause, at, limit))
            .or_else(|| self.presented(at, limit))
            .or_else(|| self.read_decision(at, limit))
            .or_else(|| self.announced(at, limit))
            .or_else(|| self.acted(clause, at, limit))
            .or_else(|| self.apposed(at, limit))
            .or_else(|| self.walked_up(clause, at, limit))
            .or_else(|| self.praised_people(clause, at, limit))
            .or_else(|| self.bracketed(clause, at, limit))
            .or_else(|| self.representative(clause, at, limit))
            .or_else(|| self.speaks_for_winners(clause, at, limit))
    }
}

/// Whether what stands before a verb tells of another time or of a wish: 曾获, 拟表彰, 争创.
#[inline(never)]
pub(super) fn not_given(reader: &Reader, clause: usize, at: usize) -> bool {
    // 尤可|荣立: the end of a short name
    let names = |i: usize| {
        let people = [Class::PostHeads, Class::AwardOccupations];
        let opens =
            i < clause + 2 || is_mark(reader.at(i - 2)) || any_before(reader, i - 1, clause, &people).is_some_and(|head| head + 2 < i);
        i > clause && opens && names::surname(reader.chars, i - 1).is_some_and(|(length, _)| length == 1)
    };
    // 5条建议获奖, 合理化建议获奖
    let noun =
        |i: usize| matches!(reader.at(i - 1), '化' | '的') || reader.words.longest_before(i, clause, Class::NumberMeasures).is_some();
    let proposal = |i: usize| i > clause && reader.at(i) == '建' && noun(i);
    (at.saturating_sub(5).max(clause)..at).any(|i| {
        let word = reader.word(i, at, Class::AwardNotGiven).filter(|_| !proposal(i));
        word.is_some_and(|to| to - i > 1 || to == at && !names(i) || i == clause && to + 2 >= at)
    })
}

/// Whether a clause tells of former times: 去年被评为H的甲, 曾在南塘服役并获得H的乙.
pub(super) fn told_of_past(reader: &Reader, clause: usize, at: usize) -> bool {
    (clause.max(at.saturating_sub(40))..at).any(|i| reader.word(i, at, Class::AwardPast).is_some())
}

/// Before the adverbs that stand between the winners and their verb: 甲、乙|分别.
#[inline(never)]
pub(super) fn before_adverbs(reader: &Reader, from: usize, at: usize) -> usize {
    let mut end = at;
    while let Some(start) = reader.words.longest_before(end, from, Class::AwardAdverbs).filter(|&start| start < end) {
        let whole = end - start == 1 && end - from == 2 || start == from || matches!(reader.at(start - 1), '、' | '和' | '及');
        // 项伯均|被评为: 均 needs more than one
        let name =
            reader.at(start) == '均' && !(from..start).any(|i| matches!(reader.at(i), '、' | '等') || conjunction_end(reader, i).is_some());
        if whole || name {
            break;
        }
        end = start;
    }
    end
}

/// Behind 获得者: 一等奖获得者高山.
pub(super) fn behind_holder(reader: &Reader, at: usize) -> usize {
    reader.word(at, at + 4, Class::AwardHolders).unwrap_or(at)
}

/// 因为, 作为, 评为, 面向, 送给: the character before is part of the word, so no phrase opens.
pub(super) fn inside_word(reader: &Reader, at: usize) -> bool {
    let opens_word = reader.at(at) == '对' && matches!(reader.at(at + 1), '接' | '照' | '标' | '口' | '象' | '应' | '比' | '话');
    opens_word
        || at > 0
            && match reader.at(at) {
                '为' => matches!(reader.at(at - 1), '评' | '名' | '定' | '作' | '因' | '成' | '选' | '分' | '列' | '设'),
                '给' => matches!(reader.at(at - 1), '送' | '发' | '颁'),
                _ => {
                    matches!(reader.at(at - 1), '面' | '应' | '针' | '转' | '方' | '核' | '一' | '趋' | '走')
                        || prefix(reader, at.saturating_sub(2), "有意").is_some()
                }
            }
}
