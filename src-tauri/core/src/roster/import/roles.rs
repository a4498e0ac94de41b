//! 役職の読み方: 福祉部会 and 部会長 in two cells, 防災部会長 in one, 会長 as a column with a ○.

use chrono::NaiveDate;

use super::draft::RoleDraft;
use crate::intake::cells;
use crate::intake::layout::{Record, Table};
use crate::intake::plan::Issue;
use crate::text::{half_width, search_key};

/// First and last day of a role.
pub(super) type Term = (Option<NaiveDate>, Option<NaiveDate>);

/// Body and title of one seat, before the term is known.
type Seat = (String, String);

/// The roles that a row gives.
pub(super) fn roles(
    record: &Record,
    table: &Table,
    council: &str,
    term: Term,
    issues: &mut Vec<Issue>,
) -> Vec<RoleDraft> {
    let (titles, sheet) = (&table.titles, table.sheet);
    let body = words(record, "body")
        .or_else(|| heading_body(record.section()))
        .or_else(|| titles.iter().rev().find_map(|t| heading_body(Some(t)).or_else(|| listed_body(t))))
        .or_else(|| listed_body(sheet));
    let title = words(record, "title");
    let mut seats = seats(body.as_deref(), title.as_deref(), council);
    seats.extend(
        record
            .columns("mark")
            .filter_map(|column| marked(&cells::text(&*record.at(column)?), &column.heading, body.as_deref(), council)),
    );
    let role = |(body, title)| RoleDraft { body, within: String::new(), title, from_on: term.0, to_on: term.1 };
    let block = block(record, body.as_deref(), &mut seats, issues);
    let block = block.map(|(within, seat)| RoleDraft { within, ..role(seat) });
    seats.into_iter().map(role).chain(block).collect()
}

/// 3 beside 桜町東自治会 is a seat in 桜町東自治会3班; the 班長 of the row leads it. Without its association a 班 is none: every
/// association has a first one.
fn block(
    record: &Record,
    body: Option<&str>,
    seats: &mut Vec<Seat>,
    issues: &mut Vec<Issue>,
) -> Option<(String, Seat)> {
    let block = words(record, "block")?;
    let association = body.filter(|body| split(body).len() == 1 && is_association(body));
    let Some(association) = association else {
        const ALONE: &str = "roster.block_alone";
        if issues.iter().all(|issue| issue.code != ALONE) {
            issues.push(Issue::at(record.place("block"), ALONE).with("text", block));
        }
        return None;
    };
    let leads = |(_, title): &Seat| matches!(title.as_str(), "班長" | "組長" | "副班長" | "副組長");
    let title = seats.iter().position(leads).map_or("班員".to_owned(), |at| seats.remove(at).1);
    Some((association.to_owned(), (block_name(association, &block), title)))
}

fn is_association(name: &str) -> bool {
    ["自治会", "町内会", "町会"].iter().any(|end| name.ends_with(end))
}

/// 桜町東自治会3班 for 3, ３, 3班, 第3班; names with the association in front stay.
fn block_name(association: &str, block: &str) -> String {
    let block = half_width(block.trim());
    let is_number = block.chars().all(|c| c.is_ascii_digit());
    match () {
        () if block.contains(association) => block,
        () if is_number => format!("{association}{block}班"),
        () => format!("{association}{block}"),
    }
}

fn words(record: &Record, field: &str) -> Option<String> {
    record
        .joined(field, "、")
        .map(|text| text.into_owned())
        .filter(|text| !matches!(text.as_str(), "-" | "ー" | "―" | "－" | "なし"))
}

/// A group heading or a title that names a body: 福祉部会; in brackets any body: 【女性会】.
fn heading_body(heading: Option<&str>) -> Option<String> {
    const MARKS: &str = "【】■◆●○◎〈〉＜＞《》[]（）() 　";
    const BODIES: [&str; 7] = ["会", "団", "クラブ", "組合", "PTA", "ＰＴＡ", "部"];
    let heading = heading?;
    let plain = heading.trim_matches(|c: char| MARKS.contains(c));
    let ends: &[&str] = if plain.len() < heading.trim().len() { &BODIES } else { &["部会", "委員会"] };
    (plain.chars().count() <= 20 && ends.iter().any(|end| plain.ends_with(end))).then(|| plain.to_owned())
}

/// 総務広報部会　部員名簿, or a sheet called 総務広報部会.
fn listed_body(title: &str) -> Option<String> {
    let ends = ["部会員名簿", "部員名簿", "委員名簿", "会員名簿", "名簿", "一覧表", "一覧"];
    let plain = |word: &str| ends.iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word).to_owned();
    let words = title.split([' ', '　', '（', '(', '）', ')']).map(plain);
    let is_body = |word: &String| {
        let is_named = |end| word.strip_suffix(end).is_some_and(|name| !name.is_empty());
        word.chars().count() <= 20 && (is_named("部会") || is_named("委員会"))
    };
    words.into_iter().find(is_body)
}

fn seats(body: Option<&str>, title: Option<&str>, council: &str) -> Vec<Seat> {
    let bodies = body.map(split).unwrap_or_default();
    let titles: Vec<&str> = title.map(split).unwrap_or_default().iter().flat_map(|part| part.split('・')).collect();
    let seat = |(body, title): (&str, &str)| (body.to_owned(), title.to_owned());
    let is_office = |(body, title): &Seat| !(is_membership(title) && body == council);
    match (bodies.as_slice(), titles.as_slice()) {
        (bodies, []) => bodies.iter().filter_map(|body| member(body, council)).collect(),
        ([], titles) => titles.iter().filter(|title| !is_membership(title)).map(|title| within(title)).collect(),
        ([body], titles) => {
            let own = |title: &&str| Some(within(title)).filter(|(own, _)| !own.is_empty());
            titles.iter().map(|title| own(title).unwrap_or_else(|| seat((body, title)))).filter(is_office).collect()
        }
        (bodies, [title]) => bodies.iter().map(|body| seat((body, title))).filter(is_office).collect(),
        (bodies, titles) => bodies.iter().copied().zip(titles.iter().copied()).map(seat).filter(is_office).collect(),
    }
}

/// Several in one cell. A dot stands within names too (防犯・交通部会); only 会計・書記 are two.
fn split(words: &str) -> Vec<&str> {
    words.split(['、', ',', '，', '/', '／', '\n']).map(str::trim).filter(|part| !part.is_empty()).collect()
}

fn is_membership(title: &str) -> bool {
    matches!(title, "会員" | "一般会員" | "正会員" | "住民" | "一般")
}

/// A body without a title: a seat in a committee, a membership elsewhere.
fn member(body: &str, council: &str) -> Option<Seat> {
    let title = match body {
        _ if is_membership(body) || body == council => return None,
        _ if body.ends_with("部会") => "部会員",
        _ if body.ends_with("委員会") => "委員",
        _ => "会員",
    };
    Some((body.to_owned(), title.to_owned()))
}

/// 女性会 代表 names both, 防災部会長 is the 部会長 of 防災部会; 会長 alone leaves the body open.
fn within(title: &str) -> Seat {
    if let Some((body, title)) = title.rsplit_once(char::is_whitespace) {
        return (body.trim().to_owned(), title.to_owned());
    }
    const SEATS: [&str; 5] = ["副部会長", "部会長", "部会員", "副委員長", "委員長"];
    if SEATS.contains(&title) {
        return (String::new(), title.to_owned());
    }
    for (end, body_end) in
        [("副部会長", "部会"), ("部会長", "部会"), ("部会員", "部会"), ("副委員長", "委員会"), ("委員長", "委員会")]
    {
        let Some(body) = title.strip_suffix(end).filter(|body| !body.is_empty()) else { continue };
        let body = body.trim_end_matches(['　', ' ']);
        let body = if body.ends_with(body_end) { body.to_owned() } else { format!("{body}{body_end}") };
        return (body, end.to_owned());
    }
    (String::new(), title.to_owned())
}

/// A cell under 会長 or 福祉部会: a mark, or the title itself.
fn marked(cell: &str, heading: &str, body: Option<&str>, council: &str) -> Option<Seat> {
    let heading = heading.rsplit(' ').next()?;
    let is_body = ["部会", "委員会"].iter().any(|end| heading.ends_with(end));
    match cells::flag(&paper::RawValue::Text(cell.to_owned())) {
        Some(false) => None,
        Some(true) if is_body => member(heading, council),
        Some(true) => Some(body.map_or_else(|| within(heading), |body| (body.to_owned(), heading.to_owned()))),
        None => is_body.then(|| (heading.to_owned(), title_in(cell))),
    }
}

/// 長 and 副 under the name of a committee.
fn title_in(cell: &str) -> String {
    match cell {
        "長" => "部会長",
        "副" => "副部会長",
        "員" => "部会員",
        title => title,
    }
    .to_owned()
}

/// The term of a row; where it gives none, the one that the titles give: 任期：令和7年4月1日～令和9年3月31日.
pub(super) fn table_term(table: &Table) -> Term {
    let range = table.titles.iter().chain(&table.sheet_titles).find_map(|title| {
        let after = title.split_once("任期")?.1.trim_start_matches([':', '：', ' ', '　']);
        let after = after.trim_matches(['（', '）', '(', ')']);
        cells::period(&paper::RawValue::Text(after.to_owned()), None).value
    });
    (range.map(|r| r.0), range.map(|r| r.1))
}

/// Two roles are one when body, title and term agree; what one leaves open the other fills.
pub(super) fn add(roles: &mut Vec<RoleDraft>, new: RoleDraft) {
    let words = |a: &str, b: &str| search_key(a) == search_key(b);
    let bodies = |a: &str, b: &str| a.is_empty() || b.is_empty() || words(a, b);
    let fits = |a: Option<NaiveDate>, b: Option<NaiveDate>| a.is_none() || b.is_none() || a == b;
    let same = |role: &&mut RoleDraft| {
        let is_seat = bodies(&role.body, &new.body) && words(&role.title, &new.title);
        is_seat && fits(role.from_on, new.from_on) && fits(role.to_on, new.to_on)
    };
    match roles.iter_mut().find(same) {
        Some(role) => {
            role.from_on = role.from_on.or(new.from_on);
            role.to_on = role.to_on.or(new.to_on);
            if role.body.is_empty() {
                role.body = new.body;
            }
        }
        None => roles.push(new),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const COUNCIL: &str = "見本地区コミュニティ協議会";

    fn read(body: Option<&str>, title: Option<&str>) -> Vec<String> {
        seats(body, title, COUNCIL).into_iter().map(|(body, title)| format!("{body} {title}")).collect()
    }

    #[test]
    fn seats_as_written() {
        assert_eq!(read(Some("福祉部会"), Some("部会長")), ["福祉部会 部会長"]);
        assert_eq!(read(None, Some("会長")), [" 会長"], "the body is open");
        assert_eq!(read(None, Some("副会長・防災部会長")), [" 副会長", "防災部会 部会長"]);
        assert_eq!(read(Some("福祉部会、防災部会"), Some("部会長、部会員")), ["福祉部会 部会長", "防災部会 部会員"]);
        assert_eq!(read(Some("防犯・交通部会"), Some("会計・書記")), ["防犯・交通部会 会計", "防犯・交通部会 書記"]);
        assert_eq!(read(None, Some("女性会 代表")), ["女性会 代表"]);
        assert_eq!(
            read(Some("第一自治会"), Some("会長、防犯部会長")),
            ["第一自治会 会長", "防犯部会 部会長"],
            "a title with a body of its own"
        );
        assert_eq!(read(None, Some("副部会長")), [" 副部会長"], "of which 部会 is not said");
        assert_eq!(read(Some("福祉部会、防災部会"), None), ["福祉部会 部会員", "防災部会 部会員"]);
        assert_eq!(read(Some("桜町東自治会"), None), ["桜町東自治会 会員"]);
        assert!(
            read(None, Some("会員")).is_empty() && read(Some(COUNCIL), Some("会員")).is_empty(),
            "会員 alone is no role"
        );
    }

    #[test]
    fn headings_that_name_a_body() {
        let body = |heading| heading_body(Some(heading));
        assert_eq!(body("福祉部会").as_deref(), Some("福祉部会"));
        assert_eq!(body("【女性会】").as_deref(), Some("女性会"));
        assert_eq!(
            ["総務広報部会　部員名簿", "防災部会", "部会", "部会名簿（令和7年度）"].map(listed_body),
            [Some("総務広報部会".into()), Some("防災部会".into()), None, None]
        );
        assert_eq!((body("令和7年度　総会"), body("【会員名簿】"), body("役員")), (None, None, None));
    }

    #[test]
    fn marks_under_offices_and_committees() {
        let seat = |cell, heading| marked(cell, heading, None, COUNCIL).map(|(body, title)| format!("{body} {title}"));
        assert_eq!(seat("○", "会計").as_deref(), Some(" 会計"));
        assert_eq!(seat("○", "福祉部会").as_deref(), Some("福祉部会 部会員"));
        assert_eq!(seat("部会長", "福祉部会").as_deref(), Some("福祉部会 部会長"));
        assert_eq!(seat("副", "所属 福祉部会").as_deref(), Some("福祉部会 副部会長"));
        assert_eq!(seat("×", "会計"), None);
    }
}
