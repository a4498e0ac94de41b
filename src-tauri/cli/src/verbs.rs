//! What each verb does: words in, calls through the door, answer out.

use std::io::Read;
use std::path::PathBuf;

use api::WireError;
use serde_json::{Value, json};

use crate::args::{Args, USAGE};
use crate::desk::{call, closed, open, passphrase};
use crate::files::{Asked, put_out, token, tokens};
use crate::show::{Answer, short};

type Result<T> = std::result::Result<T, WireError>;

/// Runs the verb.
pub fn run(args: &Args) -> Result<Answer> {
    match args.verb.as_str() {
        "new" => new(args),
        "import" => import(args),
        "decision" => decision(args),
        "sheet" => sheet(args),
        "facts" => facts(args),
        "forms" => forms(args),
        "report" => report(args),
        "stamp" => stamp(args),
        "call" => call_any(args),
        "undo" | "redo" => step(args),
        "history" => history(args),
        "check" => check(args),
        "sample" => sample(args),
        _ => Ok(Answer::with_lines(Value::Null, vec![USAGE.to_owned()])),
    }
}

fn new(args: &Args) -> Result<Answer> {
    let desk = closed(args)?;
    let office = desk.place().office.clone();
    let wanted = json!({
        "council": args.needed(&args.council, "--council")?,
        "profile": args.needed(&args.profile, "--profile")?,
        "passphrase": passphrase(&office)?,
        "may_be_short": true,
    });
    args.needed(&args.year, "--year")?;
    let made = call(&desk, "office.create", wanted)?;
    let key = short(&made["recovery_key"]);
    let lines = vec![
        format!("{} を作りました。", office.display()),
        format!("回復キー: {key}"),
        "この回復キーは、ここに一度だけ出ます。紙に書いて、別の場所にしまってください。".to_owned(),
    ];
    Ok(Answer::with_lines(json!({ "office": office, "recovery_key": key }), lines))
}

fn import(args: &Args) -> Result<Answer> {
    let desk = open(args)?;
    let (kind, files) = (&args.words[0], tokens(&desk, &args.words[1..])?);
    let columns = match &args.map {
        Some(path) => read_json(path)?,
        None => Value::Null,
    };
    let mut asked = json!({ "kind": kind, "files": files, "columns": columns });
    if let Some(year) = args.year {
        asked["year"] = year.into();
    }
    let plan = call(&desk, "intake.preview", asked.clone())?;
    if !args.is_dry_run {
        asked["unsure"] = args.unsure.as_deref().unwrap_or("new").into();
        call(&desk, "intake.apply", asked)?;
    }
    Ok(plan_answer(&plan))
}

fn plan_answer(plan: &Value) -> Answer {
    let mut json = plan["counts"].clone();
    let issues = plan["issues"].as_array().cloned().unwrap_or_default();
    let words =
        [("new", "新しい"), ("same", "同じ"), ("changed", "変わる"), ("unsure", "おたずね"), ("skipped", "とばす行")];
    let mut lines: Vec<String> = words.iter().map(|(key, word)| format!("{word}: {}", json[*key])).collect();
    lines.extend(
        issues.iter().map(|i| format!("{} {}: {}", short(&i["sheet"]), short(&i["cell"]), short(&i["message"]))),
    );
    json["issues"] = issues.into();
    Answer::with_lines(json, lines)
}

fn read_json(path: &PathBuf) -> Result<Value> {
    let text = std::fs::read_to_string(path).map_err(api::Error::from)?;
    serde_json::from_str(&text)
        .map_err(|e| api::Error::refused("cli.not_json").with("path", path.display()).because(e).into())
}

fn decision(args: &Args) -> Result<Answer> {
    let wanted = json!({
        "name": args.words[0],
        "year": args.needed(&args.year, "--year")?,
        "amount": args.needed(&args.amount, "--amount")?,
        "on": args.needed(&args.on, "--on")?,
        "number": args.needed(&args.number, "--number")?,
    });
    Ok(changed(call(&open(args)?, "grants.record_decision", wanted)?))
}

fn changed(answer: Value) -> Answer {
    let lines = vec![short(&answer["sentence"])];
    let json = json!({ "op": answer["op"], "sentence": answer["sentence"], "areas": answer["areas"] });
    Answer::with_lines(json, lines)
}

fn sheet(args: &Args) -> Result<Answer> {
    let desk = closed(args)?;
    let token = token(&desk, args.words[0].as_ref())?;
    let read = call(&desk, "intake.sheet", json!({ "file": token }))?;
    let lines = read["sheets"].as_array().into_iter().flatten().flat_map(sheet_lines).collect();
    Ok(Answer::with_lines(read, lines))
}

fn sheet_lines(sheet: &Value) -> Vec<String> {
    let mut lines = vec![format!("【{}】", short(&sheet["name"]))];
    for row in sheet["rows"].as_array().into_iter().flatten() {
        let cells =
            row["cells"].as_array().into_iter().flatten().map(|c| format!("{}={}", c["col"], short(&c["value"])));
        lines.push(format!("{}: {}", row["row"], cells.collect::<Vec<_>>().join(" | ")));
    }
    lines
}

fn facts(args: &Args) -> Result<Answer> {
    let year = args.needed(&args.year, "--year")?;
    let all = call(&open(args)?, "reports.list_facts", json!({ "year": year }))?;
    let facts = all["facts"].as_object().cloned().unwrap_or_default();
    if args.is_names {
        let names: Vec<String> = facts.keys().cloned().collect();
        return Ok(Answer::with_lines(json!({ "names": names }), names));
    }
    let lines = facts.iter().map(|(name, value)| format!("{name} = {}", short(value))).collect();
    Ok(Answer::with_lines(all, lines))
}

fn forms(args: &Args) -> Result<Answer> {
    let year = args.needed(&args.year, "--year")?;
    let all = call(&open(args)?, "reports.list_forms", json!({ "year": year }))?;
    let lines = all["forms"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|f| format!("{}  {}  {}", short(&f["id"]), short(&f["title"]), f["outputs"]));
    Ok(Answer::with_lines(all.clone(), lines.collect()))
}

fn report(args: &Args) -> Result<Answer> {
    let (form, year) = (&args.words[0], args.needed(&args.year, "--year")?);
    let folder = args.needed(&args.out, "--out")?;
    let desk = open(args)?;
    let grant = grant(&desk, args, year)?;
    let (mut files, mut missing) = (Vec::new(), Value::Array(Vec::new()));
    let both = outputs(&desk, form, year)?;
    for format in args.format.as_deref().unwrap_or(&both).split(',') {
        let (path, lacking) = put_out(&desk, &Asked { form, year, grant: &grant, format: format.trim() }, &folder)?;
        files.push(path);
        missing = lacking;
    }
    Ok(files_answer(&files, missing))
}

/// What a paper comes out as when nobody says: as PDF and as a workbook where it is both.
fn outputs(desk: &api::Desk, form: &str, year: i32) -> Result<String> {
    let all = call(desk, "reports.list_forms", json!({ "year": year }))?;
    let found = all["forms"].as_array().into_iter().flatten().find(|one| one["id"] == form);
    let of =
        |name: &&str| found.is_none_or(|one| one["outputs"].as_array().is_some_and(|all| all.contains(&json!(name))));
    Ok(["pdf", "xlsx"].into_iter().filter(of).collect::<Vec<_>>().join(","))
}

fn stamp(args: &Args) -> Result<Answer> {
    let (form, year) = (&args.words[0], args.needed(&args.year, "--year")?);
    let out = args.needed(&args.out, "--out")?;
    let desk = open(args)?;
    let folder = out.parent().filter(|p| !p.as_os_str().is_empty()).map_or_else(|| PathBuf::from("."), PathBuf::from);
    let asked = Asked { form, year, grant: &grant(&desk, args, year)?, format: "stamp" };
    let (made, missing) = put_out(&desk, &asked, &folder)?;
    std::fs::rename(&made, &out).map_err(api::Error::from)?;
    Ok(files_answer(&[out], missing))
}

/// The key of the grant whose paper is asked for by name; null where none is named.
fn grant(desk: &api::Desk, args: &Args, year: i32) -> Result<Value> {
    let Some(name) = &args.grant else { return Ok(Value::Null) };
    let all = call(desk, "grants.list", json!({ "year": year }))?;
    let is_it = |grant: &&Value| grant["name"] == *name;
    let found = all["grants"].as_array().into_iter().flatten().find(is_it);
    let unknown = || api::Error::refused("cli.no_such_grant").with("grant", name);
    Ok(found.ok_or_else(unknown)?["id"].clone())
}

fn files_answer(files: &[PathBuf], missing: Value) -> Answer {
    let mut lines: Vec<String> = files.iter().map(|path| path.display().to_string()).collect();
    lines.extend(missing.as_array().into_iter().flatten().map(|m| format!("まだ: {}", short(&m["message"]))));
    Answer::with_lines(json!({ "files": files, "missing": missing }), lines)
}

fn call_any(args: &Args) -> Result<Answer> {
    let text = match args.words.get(1).map(String::as_str) {
        Some("-") => {
            let mut text = String::new();
            std::io::stdin().read_to_string(&mut text).map_err(api::Error::from)?;
            text
        }
        Some(text) => text.to_owned(),
        None => "{}".to_owned(),
    };
    let asked =
        serde_json::from_str(&text).map_err(|e| api::Error::refused("cli.not_json").with("path", "JSON").because(e))?;
    Ok(Answer::plain(call(&open(args)?, &args.words[0], asked)?))
}

fn step(args: &Args) -> Result<Answer> {
    Ok(changed(call(&open(args)?, &format!("office.{}", args.verb), json!({}))?))
}

fn history(args: &Args) -> Result<Answer> {
    let all = call(&open(args)?, "office.history", json!({ "limit": args.limit.unwrap_or(50) }))?;
    let line =
        |e: &Value| format!("{} {} {} {}", e["seq"], short(&e["at"]), short(&e["operator"]), short(&e["sentence"]));
    let lines = all["entries"].as_array().into_iter().flatten().map(line).collect();
    Ok(Answer::with_lines(all, lines))
}

fn check(args: &Args) -> Result<Answer> {
    Ok(Answer::plain(call(&open(args)?, "office.check", json!({}))?))
}

fn sample(args: &Args) -> Result<Answer> {
    let out = args.needed(&args.out, "--out")?;
    let desk = closed(args)?.at(out.clone());
    let made = call(&desk, "office.make_sample", json!({ "passphrase": std::env::var("JIMUKYOKU_PASSPHRASE").ok() }))?;
    Ok(Answer::with_lines(
        json!({ "office": out, "imported": made["imported"] }),
        vec![format!("{} を作りました。", out.display())],
    ))
}
