//! The command: `jiyao [--format …] [FILE… | -]`.

use std::io::Read as _;

fn main() -> std::io::Result<()> {
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text)?;
    println!("{}", serde_json::to_string(&jiyao::analyze(&text))?);
    Ok(())
}
