//! From a file or standard input to text.

use std::borrow::Cow;
use std::fmt;
use std::fs::File;
use std::io::{self, IsTerminal as _, Read};
use std::path::PathBuf;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, Encoding, GB18030, GBK, UTF_8};

/// Spans are counted in 32 bits, and nobody reports a meeting in half a gigabyte.
const LARGEST: u64 = 512 << 20;

/// A text in UTF-8 with a few damaged bytes is read all the same, when at most one in so many characters is damaged.
const DAMAGED_ONE_IN: usize = 50;

/// Where a text comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// Standard input.
    Stdin,
    /// A file.
    File(PathBuf),
}

/// A text that was read.
#[derive(Debug)]
pub struct Source {
    /// The decoded text, without a byte order mark.
    pub text: String,
    /// What the reader should know of it.
    pub warning: Option<String>,
}

impl Input {
    /// The input that an argument names.
    pub fn from_argument(path: PathBuf) -> Self {
        if path.as_os_str() == "-" { Self::Stdin } else { Self::File(path) }
    }

    /// Its name in the output: the path as given, or `-`.
    pub fn name(&self) -> String {
        match self {
            Self::Stdin => "-".to_owned(),
            Self::File(path) => path.display().to_string(),
        }
    }

    /// Reads it all and decodes it.
    pub fn read(&self) -> Result<Source, Trouble> {
        let trouble = |what| Trouble { input: self.printable(), what };
        let bytes = self.bytes().map_err(trouble)?;
        if bytes.iter().all(u8::is_ascii_whitespace) {
            return Err(trouble(What::Empty));
        }
        let (text, damaged) = decode(&bytes).map_err(trouble)?;
        let warning =
            (damaged > 0).then(|| format!("{}: {damaged} damaged places in the UTF-8 text are read as `\u{FFFD}`", self.printable()));
        Ok(Source { text, warning })
    }

    fn bytes(&self) -> Result<Vec<u8>, What> {
        match self {
            Self::Stdin => {
                if io::stdin().is_terminal() {
                    let end = if cfg!(windows) { "Ctrl-Z and Enter" } else { "Ctrl-D" };
                    eprintln!(
                        "Reading standard input: paste a report and end it with {end} on a line of its own (`jiyao --help` tells more)."
                    );
                }
                limited(io::stdin().lock())
            }
            Self::File(path) if path.is_dir() => Err(What::Folder),
            Self::File(path) => limited(File::open(path).map_err(What::Io)?),
        }
    }

    /// The name without control characters, for a message.
    fn printable(&self) -> String {
        match self {
            Self::Stdin => "standard input".to_owned(),
            Self::File(path) => format!("`{}`", path.display().to_string().replace(char::is_control, "?")),
        }
    }
}

fn limited(reader: impl Read) -> Result<Vec<u8>, What> {
    let mut bytes = Vec::new();
    reader.take(LARGEST + 1).read_to_end(&mut bytes).map_err(What::Io)?;
    if bytes.len() as u64 > LARGEST { Err(What::TooLarge) } else { Ok(bytes) }
}

/// The text in the bytes, and how many places in it were damaged.
fn decode(bytes: &[u8]) -> Result<(String, usize), What> {
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        let (text, damaged) = encoding.decode_without_bom_handling(&bytes[length..]);
        return if !damaged {
            readable(text.into_owned(), 0)
        } else if encoding == UTF_8 {
            damaged_utf8(text.into_owned()).unwrap_or(Err(What::Undecodable))
        } else {
            Err(What::Undecodable)
        };
    }
    if let Some(kind) = document_kind(bytes) {
        return Err(What::Document(kind));
    }
    if bytes.contains(&0) {
        return Err(What::Binary);
    }
    match String::from_utf8_lossy(bytes) {
        Cow::Borrowed(text) => readable(text.to_owned(), 0),
        Cow::Owned(text) => damaged_utf8(text).unwrap_or_else(|| readable(legacy(bytes).ok_or(What::Undecodable)?, 0)),
    }
}

/// The text, unless so many of its characters are control characters that it can't be one.
fn readable(text: String, damaged: usize) -> Result<(String, usize), What> {
    let control = text.chars().filter(|c| c.is_control() && !c.is_whitespace()).count();
    if control * 20 > text.chars().count() { Err(What::Binary) } else { Ok((text, damaged)) }
}

/// UTF-8 with a few damaged bytes; `None` when there are so many that it must be another encoding.
fn damaged_utf8(text: String) -> Option<Result<(String, usize), What>> {
    let damaged = text.chars().filter(|&c| c == char::REPLACEMENT_CHARACTER).count();
    let beyond_ascii = text.chars().filter(|c| !c.is_ascii()).count();
    (damaged * DAMAGED_ONE_IN <= beyond_ascii).then(|| readable(text, damaged))
}

/// The text in one of the older encodings of Chinese.
fn legacy(bytes: &[u8]) -> Option<String> {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    let encoding = if guess == GBK || guess == GB18030 {
        GB18030
    } else if guess == BIG5 {
        BIG5
    } else {
        return None;
    };
    encoding.decode_without_bom_handling_and_without_replacement(bytes).map(Cow::into_owned)
}

/// What a file is that is known not to be plain text.
fn document_kind(bytes: &[u8]) -> Option<&'static str> {
    const KINDS: [(&[u8], &str); 8] = [
        (b"%PDF-", "a PDF document"),
        (b"PK\x03\x04", "a Word, WPS or other packed document"),
        (b"\xD0\xCF\x11\xE0", "a Word or WPS document"),
        (b"{\\rtf", "an RTF document"),
        (b"\x89PNG", "a picture"),
        (b"\xFF\xD8\xFF", "a picture"),
        (b"GIF8", "a picture"),
        (b"\x1F\x8B", "a compressed file"),
    ];
    KINDS.iter().find(|(magic, _)| bytes.starts_with(magic)).map(|(_, kind)| *kind)
}

/// Why an input was not read.
#[derive(Debug)]
pub struct Trouble {
    input: String,
    what: What,
}

#[derive(Debug)]
enum What {
    Io(io::Error),
    Folder,
    Empty,
    TooLarge,
    Document(&'static str),
    Binary,
    Undecodable,
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let input = &self.input;
        match &self.what {
            What::Io(error) if error.kind() == io::ErrorKind::NotFound => write!(f, "{input}: there is no such file"),
            What::Io(error) if error.kind() == io::ErrorKind::PermissionDenied => write!(f, "{input}: may not be read"),
            What::Io(error) => write!(f, "{input}: cannot be read: {error}"),
            What::Folder => write!(f, "{input} is a folder"),
            What::Empty => write!(f, "{input} is empty"),
            What::TooLarge => write!(f, "{input} is larger than {} MB", LARGEST >> 20),
            What::Document(kind) => write!(f, "{input} is {kind}, no plain text"),
            What::Binary => write!(f, "{input} is no text"),
            What::Undecodable => write!(f, "{input}: its encoding is not known"),
        }
    }
}

impl Trouble {
    /// What to do about it.
    pub fn help(&self) -> &'static str {
        match &self.what {
            What::Io(error) if error.kind() == io::ErrorKind::NotFound => "check the path; a name with spaces needs quotes",
            What::Io(error) if error.kind() == io::ErrorKind::PermissionDenied => "ask its owner for the permission to read it",
            What::Io(_) => "check that the disk is there, and try again",
            What::Folder => "pass the files in it, as in `jiyao FOLDER/*.txt`",
            What::Empty => "pass a file with the text of a report, or paste the report on standard input",
            What::TooLarge => "split it into several files",
            What::Document(_) => "open it, copy the text, and paste it on standard input or save it as plain text",
            What::Binary => "pass a plain text file",
            What::Undecodable => "save it as UTF-8, as in `iconv -f ENCODING -t UTF-8 FILE`",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "3月27日，平湖县召开妇女儿童工作会议，县委书记林知远出席并讲话。会议强调，要落实责任。";

    #[test]
    fn decodes_what_chinese_texts_are_written_in() {
        let utf16 = |big: bool| -> Vec<u8> {
            let mark = "\u{FEFF}".to_owned() + TEXT;
            mark.encode_utf16().flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
        };
        let traditional = "縣婦聯召開婦女兒童工作會議，縣長出席會議並講話，會議強調要落實責任。";
        for (bytes, text) in [
            (TEXT.as_bytes().to_vec(), TEXT),
            (("\u{FEFF}".to_owned() + TEXT).into_bytes(), TEXT),
            (utf16(false), TEXT),
            (utf16(true), TEXT),
            (GB18030.encode(TEXT).0.into_owned(), TEXT),
            (GB18030.encode(traditional).0.into_owned(), traditional),
            (BIG5.encode(traditional).0.into_owned(), traditional),
        ] {
            assert_eq!(decode(&bytes).ok(), Some((text.to_owned(), 0)));
        }
    }

    #[test]
    fn mends_utf8_that_was_cut() {
        let text = TEXT.repeat(3);
        let cut = &text.as_bytes()[..text.len() - 2];
        let (read, damaged) = decode(cut).expect("it is nearly all there");
        assert_eq!(damaged, 1);
        assert!(read.starts_with(TEXT) && read.ends_with('\u{FFFD}'));
    }

    #[test]
    fn refuses_what_is_no_chinese_text() {
        assert!(matches!(decode(b"\x00\x01\x02\x03"), Err(What::Binary)));
        assert!(matches!(decode(b"%PDF-1.7 ..."), Err(What::Document(_))));
        assert!(matches!(decode(b"\x01\x02\x03\x04\x05\x06"), Err(What::Binary)));
        assert!(matches!(decode(b"Le caf\xE9 \xE0 la cr\xE8me br\xFBl\xE9e"), Err(What::Undecodable)));
    }
}
