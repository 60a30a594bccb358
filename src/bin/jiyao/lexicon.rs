//! The file of `--lexicon`.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use jiyao::{Options, PersonalLexicon};

/// Why a personal lexicon was not read, and what to do about it.
#[derive(Debug)]
pub struct Trouble {
    /// What happened.
    pub what: String,
    /// What to do about it.
    pub help: &'static str,
}

/// Options with the personal lexicon of a file.
pub fn options(path: &Path) -> Result<Options, Trouble> {
    let name = format!("`{}`", path.display().to_string().replace(char::is_control, "?"));
    let trouble = |what: String, help| Trouble { what: format!("{name}: {what}"), help };
    let text = fs::read_to_string(path).map_err(|error| match error.kind() {
        ErrorKind::NotFound => trouble("there is no such file".to_owned(), "check the path behind `--lexicon`"),
        ErrorKind::InvalidData => trouble("is no text in UTF-8".to_owned(), "save the personal lexicon as JSON in UTF-8"),
        _ => trouble(format!("cannot be read: {error}"), "check that it is a file that may be read"),
    })?;
    let lexicon: PersonalLexicon = serde_json::from_str(text.trim_start_matches('\u{FEFF}')).map_err(|error| {
        let help = "a personal lexicon looks like {\"entries\": [{\"word\": \"楼栋长\", \"kind\": \"post\"}]}; kinds are person, post, honour, organization and notName";
        trouble(format!("is no personal lexicon: {error}"), help)
    })?;
    Ok(Options::new().lexicon(&lexicon))
}
