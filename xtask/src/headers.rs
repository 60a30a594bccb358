//! The headers that a server of the page should send: the build writes them to `www/dist/_headers`, in the form that several
//! hosts of static pages read. A line without an indent is a path (with `*` at the end: all that begin so), and the lines with
//! one behind it are its headers.

use anyhow::{Context as _, Result};
use axum::http::{HeaderName, HeaderValue};

/// Which headers go with which paths.
#[derive(Default)]
pub struct Headers(Vec<(String, HeaderName, HeaderValue)>);

impl Headers {
    /// Reads the file's text.
    pub fn parse(text: &str) -> Result<Self> {
        let mut path = None;
        let mut headers = Vec::new();
        for line in text.lines().filter(|line| !line.trim().is_empty()) {
            if !line.starts_with(' ') {
                path = Some(line.trim());
                continue;
            }
            let path = path.with_context(|| format!("`{line}` belongs to no path"))?;
            let (name, value) = line.split_once(':').with_context(|| format!("`{line}` is no header"))?;
            headers.push((path.to_owned(), name.trim().parse()?, value.trim().parse()?));
        }
        Ok(Self(headers))
    }

    /// The headers for a path.
    pub fn of(&self, path: &str) -> impl Iterator<Item = (&HeaderName, &HeaderValue)> {
        let fits = move |pattern: &str| pattern.strip_suffix('*').map_or(pattern == path, |start| path.starts_with(start));
        self.0.iter().filter(move |(pattern, ..)| fits(pattern)).map(|(_, name, value)| (name, value))
    }
}

#[cfg(test)]
mod tests {
    use super::Headers;

    #[test]
    fn paths_have_their_headers() {
        let headers = Headers::parse("/*\n  A: 1; b: 2\n\n/assets/*\n  C: 3\n/sw.js\n  D: 4\n").unwrap();
        let of = |path| headers.of(path).map(|(name, value)| format!("{name}={}", value.to_str().unwrap())).collect::<Vec<_>>();
        assert_eq!(of("/"), ["a=1; b: 2"]);
        assert_eq!(of("/assets/x.js"), ["a=1; b: 2", "c=3"]);
        assert_eq!(of("/sw.js"), ["a=1; b: 2", "d=4"]);
    }

    #[test]
    fn what_is_no_header_is_refused() {
        for wrong in ["  A: 1\n", "/\n  A\n", "/\n  a b: 1\n"] {
            assert!(Headers::parse(wrong).is_err(), "{wrong}");
        }
    }
}
