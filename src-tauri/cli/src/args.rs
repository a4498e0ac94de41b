//! The words of the command line.

use std::ffi::OsString;
use std::path::PathBuf;

use lexopt::prelude::*;

pub const USAGE: &str = "使い方: jimukyoku [--office FILE] [--json] VERB …

  new       --council NAME --profile CITY --year 2025      事務局のファイルを作る
  import    KIND FILE… [--year 2025] [--dry-run] [--map FILE] [--unsure new|same|skip]
            KIND: roster, associations, budget, cash-book, activities, households, equipment
  decision  GRANT --year 2025 --amount YEN --on DATE --number TEXT
  sheet     FILE                                           表を読んだままに見る
  facts     --year 2025 [--names]                          書類に使える数字と言葉
  forms     --year 2025                                    その年度の様式
  report    FORM --year 2025 --out DIR [--format pdf,xlsx] [--grant NAME]
  stamp     FORM --year 2025 --out FILE.xlsx [--grant NAME] 市の様式に書き込む
  call      COMMAND [JSON | -]
  undo / redo / history [--limit N] / check
  sample    --out FILE                                     見本の協議会を作る";

/// A verb with everything that may follow it.
#[derive(Debug, Default)]
pub struct Args {
    pub verb: String,
    /// Words after the verb that belong to no option.
    pub words: Vec<String>,
    pub office: Option<PathBuf>,
    pub is_json: bool,
    pub council: Option<String>,
    pub profile: Option<String>,
    pub year: Option<i32>,
    pub is_dry_run: bool,
    pub map: Option<PathBuf>,
    pub unsure: Option<String>,
    pub amount: Option<String>,
    pub on: Option<String>,
    pub number: Option<String>,
    pub is_names: bool,
    pub out: Option<PathBuf>,
    pub format: Option<String>,
    pub grant: Option<String>,
    pub limit: Option<u32>,
}

/// Verbs and how many words they take at least and at most.
const VERBS: [(&str, usize, usize); 15] = [
    ("new", 0, 0),
    ("import", 2, usize::MAX),
    ("decision", 1, 1),
    ("sheet", 1, 1),
    ("facts", 0, 0),
    ("forms", 0, 0),
    ("report", 1, 1),
    ("stamp", 1, 1),
    ("call", 1, 2),
    ("undo", 0, 0),
    ("redo", 0, 0),
    ("history", 0, 0),
    ("check", 0, 0),
    ("sample", 0, 0),
    ("help", 0, 0),
];

/// Kinds of files that can be brought in.
const KINDS: [&str; 7] = ["roster", "associations", "budget", "cash-book", "activities", "households", "equipment"];

/// Reads the words; says in one sentence what is off.
pub fn parse() -> Result<Args, String> {
    parse_from(lexopt::Parser::from_env())
}

fn parse_from(mut parser: lexopt::Parser) -> Result<Args, String> {
    let mut args = Args::default();
    while let Some(word) = parser.next().map_err(off)? {
        match word {
            Long(option) => {
                let option = option.to_owned();
                set(&mut args, &option, &mut parser)?;
            }
            Short(letter) => return Err(format!("知らない指定です: -{letter}")),
            Value(value) => take(&mut args, text(value)?),
        }
    }
    check(args)
}

fn set(args: &mut Args, option: &str, parser: &mut lexopt::Parser) -> Result<(), String> {
    let mut value = || parser.value().map_err(off);
    match option {
        "json" => args.is_json = true,
        "dry-run" => args.is_dry_run = true,
        "names" => args.is_names = true,
        "office" => args.office = Some(value()?.into()),
        "map" => args.map = Some(value()?.into()),
        "out" => args.out = Some(value()?.into()),
        "council" => args.council = Some(text(value()?)?),
        "profile" => args.profile = Some(text(value()?)?),
        "unsure" => args.unsure = Some(text(value()?)?),
        "amount" => args.amount = Some(text(value()?)?),
        "on" => args.on = Some(text(value()?)?),
        "number" => args.number = Some(text(value()?)?),
        "format" => args.format = Some(text(value()?)?),
        "grant" => args.grant = Some(text(value()?)?),
        "year" => args.year = Some(number(value()?, "--year")?),
        "limit" => args.limit = Some(number(value()?, "--limit")?),
        _ => return Err(format!("知らない指定です: --{option}")),
    }
    Ok(())
}

fn take(args: &mut Args, word: String) {
    if args.verb.is_empty() { args.verb = word } else { args.words.push(word) }
}

fn check(args: Args) -> Result<Args, String> {
    let Some((verb, least, most)) = VERBS.iter().find(|(verb, ..)| *verb == args.verb) else {
        return Err(if args.verb.is_empty() {
            "動詞がありません".into()
        } else {
            format!("知らない動詞です: {}", args.verb)
        });
    };
    if args.words.len() < *least || args.words.len() > *most {
        return Err(format!("{verb} のあとの言葉の数が違います"));
    }
    if args.verb == "import" && !KINDS.contains(&args.words[0].as_str()) {
        return Err(format!("取り込める種類ではありません: {}", args.words[0]));
    }
    if args.unsure.as_deref().is_some_and(|word| !["new", "same", "skip"].contains(&word)) {
        return Err("--unsure は new, same, skip のどれかです".into());
    }
    Ok(args)
}

impl Args {
    /// An option that the verb cannot do without.
    pub fn needed<T: Clone>(&self, value: &Option<T>, option: &str) -> Result<T, api::WireError> {
        value.clone().ok_or_else(|| {
            api::Error::refused("cli.option_missing").with("verb", &self.verb).with("option", option).into()
        })
    }
}

fn text(value: OsString) -> Result<String, String> {
    value.into_string().map_err(|bad| format!("文字として読めません: {}", bad.to_string_lossy()))
}

fn number<N: std::str::FromStr>(value: OsString, option: &str) -> Result<N, String> {
    text(value)?.parse().map_err(|_| format!("{option} には数字を入れてください"))
}

fn off(error: lexopt::Error) -> String {
    error.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(words: &[&str]) -> Result<Args, String> {
        parse_from(lexopt::Parser::from_args(words))
    }

    #[test]
    fn options_may_stand_anywhere() {
        let args =
            parsed(&["--json", "import", "roster", "a.xlsx", "--year", "2025", "b.csv", "--dry-run", "--office=x"])
                .expect("fine");
        assert_eq!((args.verb.as_str(), args.words.len(), args.year), ("import", 3, Some(2025)));
        assert!(args.is_json && args.is_dry_run && args.office.is_some());
    }

    #[test]
    fn words_that_are_off_are_named() {
        for (words, part) in [
            (vec![], "動詞"),
            (vec!["fly"], "fly"),
            (vec!["report"], "数"),
            (vec!["facts", "--year", "R7"], "--year"),
            (vec!["facts", "--moon"], "--moon"),
            (vec!["import", "roster", "a", "--unsure", "maybe"], "--unsure"),
            (vec!["import", "recipes", "a"], "recipes"),
        ] {
            let sentence = parsed(&words).expect_err("refused");
            assert!(sentence.contains(part), "{words:?}: {sentence}");
        }
    }
}
