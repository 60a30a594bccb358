//! What JavaScript sees; the only file that knows it.
//!
//! Every function gives a value or throws an `Error` that has a `message` and a `code`:
//!
//! | `code` | what happened |
//! |---|---|
//! | `"invalid-argument"` | an argument is of the wrong type |
//! | `"internal"` | a mistake in this library (a panic); the message names the place |
//!
//! Wasm panics abort. The first one throws the `Error` above in place of the bare trap; since the stack was not unwound, the
//! module must then be instantiated anew (`__wbg_reset_state()` does it); without that, each later panic in it is a bare
//! `WebAssembly.RuntimeError` (also an `Error`).

use std::panic::PanicHookInfo;

use js_sys::{Array, Error, Function, JsString, Reflect, Uint8Array};
use serde::Serialize as _;
use wasm_bindgen::prelude::*;
use web_sys::{TextDecoder, TextDecoderOptions};

use crate::{Options, PersonalEntry, PersonalLexicon, WordKind};

/// Runs once, when the module is instantiated.
#[wasm_bindgen(start)]
fn start() {
    std::panic::set_hook(Box::new(throw_panic));
}

/// Shows a panic with its stack in the console, then throws it to whoever called from JavaScript.
fn throw_panic(info: &PanicHookInfo<'_>) {
    console_error_panic_hook::hook(info);
    wasm_bindgen::throw_val(error("internal", &info.to_string()));
}

/// Reads a text and gives the tables. Spans count UTF-16 code units: `text.slice(span.start, span.end)` is the evidence.
///
/// `options.progress` is called on the way with the share of the work that is done, which rises from 0 to 1.
///
/// Throws an `Error` with `code: "invalid-argument"` when `text` is no string or `options` are none, and what `progress` throws.
#[wasm_bindgen(unchecked_return_type = "Analysis")]
pub fn analyze(
    text: &JsString,
    #[wasm_bindgen(unchecked_optional_param_type = "AnalyzeOptions | null")] options: &JsValue,
) -> Result<JsValue, JsValue> {
    // JavaScript strings may hold halves of surrogate pairs. On the way into a Rust string each becomes one U+FFFD, which is
    // one code unit again, so all offsets hold.
    let text = text.as_string().ok_or_else(|| error("invalid-argument", "analyze(text): text must be a string"))?;
    let (options, progress) = self::options(options)?;
    let tell = progress.map(|progress| move |done: f64| progress.call1(&JsValue::UNDEFINED, &done.into()));
    let mut told = Ok(JsValue::UNDEFINED);
    let analysis = options.analyze_with_progress(&text, |done| {
        if let (Some(tell), Ok(_)) = (&tell, &told) {
            told = tell(done);
        }
    });
    told?;
    // As JSON would have it: plain objects, and `null` (never `undefined`) for what was not found.
    let plain = serde_wasm_bindgen::Serializer::json_compatible();
    analysis.serialize(&plain).map_err(|reason| error("internal", &reason.to_string()))
}

/// Gives a text as it is read: simplified, without glosses, repaired, with a map back to the text as it was given.
///
/// Throws an `Error` with `code: "invalid-argument"` when `text` is no string.
#[wasm_bindgen(unchecked_return_type = "CleanText")]
pub fn clean(text: &JsString) -> Result<JsValue, JsValue> {
    let text = text.as_string().ok_or_else(|| error("invalid-argument", "clean(text): text must be a string"))?;
    let plain = serde_wasm_bindgen::Serializer::json_compatible();
    crate::clean::clean(&text).to_text().serialize(&plain).map_err(|reason| error("internal", &reason.to_string()))
}

#[wasm_bindgen(typescript_custom_section)]
const OPTIONS: &str = r#"
/** How to read a text. */
export interface AnalyzeOptions {
    /** Words of one's own, which win over the built-in lists and rules. */
    lexicon?: PersonalLexicon | null;
    /** Called on the way with the share of the work that is done, which rises from 0 to 1. */
    progress?: ((done: number) => void) | null;
}
"#;

/// What `analyze` was asked for, and whom to tell of its progress; nothing is the default.
fn options(options: &JsValue) -> Result<(Options, Option<Function>), JsValue> {
    if options.is_null() || options.is_undefined() {
        return Ok((Options::new(), None));
    }
    let wrong = |reason: &str| error("invalid-argument", &format!("analyze(text, options): {reason}"));
    if !options.is_object() {
        return Err(wrong("options must be an object"));
    }
    let given = |name: &str| Reflect::get(options, &name.into()).map(|value| (!value.is_null() && !value.is_undefined()).then_some(value));
    let progress = given("progress")?.map(|value| value.dyn_into().map_err(|_| wrong("progress must be a function"))).transpose()?;
    let lexicon = given("lexicon")?.map(|lexicon| self::lexicon(&lexicon).ok_or_else(|| wrong(LEXICON))).transpose()?;
    let options = lexicon.map_or_else(Options::new, |lexicon| Options::new().lexicon(&lexicon));
    Ok((options, progress))
}

const LEXICON: &str = "lexicon must be { entries: [{ word, kind }] }, with kinds person, post, honour, organization and notName";

/// A personal lexicon, read by hand: what is derived for it would be several kilobytes.
fn lexicon(lexicon: &JsValue) -> Option<PersonalLexicon> {
    let field = |value: &JsValue, name: &str| Reflect::get(value, &name.into()).ok();
    let entries = field(lexicon, "entries")?.dyn_into::<Array>().ok()?;
    let entry = |entry: JsValue| {
        let kind = WordKind::named(&field(&entry, "kind")?.as_string()?)?;
        Some(PersonalEntry { word: field(&entry, "word")?.as_string()?, kind })
    };
    let entries = entries.iter().map(entry).collect::<Option<_>>()?;
    Some(PersonalLexicon { entries })
}

/// The text of a file: UTF-8; UTF-16 with a byte order mark; else GB 18030, which also reads GBK and GB 2312.
///
/// The browser decodes. Throws an `Error` with `code: "invalid-argument"` when `bytes` is no `Uint8Array`.
#[wasm_bindgen]
pub fn decode(bytes: &Uint8Array) -> Result<String, JsValue> {
    if !bytes.is_instance_of::<Uint8Array>() {
        return Err(error("invalid-argument", "decode(bytes): bytes must be a Uint8Array"));
    }
    let marked = match (bytes.at(0), bytes.at(1)) {
        (Some(0xFF), Some(0xFE)) => Some("utf-16le"),
        (Some(0xFE), Some(0xFF)) => Some("utf-16be"),
        _ => None,
    };
    if let Some(label) = marked {
        return decode_as(label, false, bytes);
    }
    decode_as("utf-8", true, bytes).or_else(|_| decode_as("gb18030", false, bytes))
}

/// Decodes by the browser's table; `strict` fails on bytes that mean nothing, else they become U+FFFD.
fn decode_as(label: &str, strict: bool, bytes: &Uint8Array) -> Result<String, JsValue> {
    let options = TextDecoderOptions::new();
    options.set_fatal(strict);
    TextDecoder::new_with_label_and_options(label, &options)?.decode_with_buffer_source(bytes)
}

/// The version of this package, as in `0.1.0`.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// Panics.
#[cfg(feature = "panic-for-test")]
#[wasm_bindgen(js_name = panicForTest)]
pub fn panic_for_test() {
    panic!("asked to panic");
}

/// An `Error` with a `code`.
fn error(code: &str, message: &str) -> JsValue {
    let error = Error::new(message);
    // Setting a property of an object that was just made cannot fail.
    let _ = Reflect::set(&error, &"code".into(), &code.into());
    error.into()
}
