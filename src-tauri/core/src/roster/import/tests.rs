use super::*;
use crate::intake::plan::Verdict;
use crate::intake::sketch::{book, merged, sheet};
use crate::roster::{OrganisationKind, PersonName};

const COUNCIL: &str = "見本地区コミュニティ協議会";

fn empty() -> Stored {
    Stored { council: COUNCIL.into(), city: "高松市".into(), ..Stored::default() }
}

fn planned(book: &RawBook, stored: &Stored) -> Plan<PersonDraft> {
    plan(book, stored, &Hints::NONE, FiscalYear(2025)).unwrap()
}

/// One line per person: name, reading, postal, address, phone, mobile, birth, roles.
fn told(plan: &Plan<PersonDraft>) -> Vec<String> {
    let line = |d: &PersonDraft| {
        let roles: Vec<String> = d.roles.iter().map(RoleDraft::words).collect();
        let birth = d.birth_on.map(|b| b.to_string()).unwrap_or_default();
        [&d.name.full(), &d.name.full_kana(), &d.postal, &d.address, &d.phone, &d.mobile, &birth, &roles.join("、")]
            .map(String::as_str)
            .join("|")
    };
    plan.rows.iter().map(|row| line(&row.draft)).collect()
}

/// What the roster holds after a plan was applied.
fn kept(plan: &Plan<PersonDraft>) -> Stored {
    let mut stored = empty();
    for draft in plan.rows.iter().map(|row| row.draft.clone()) {
        let person = draft.clone().person();
        for role in &draft.roles {
            let known = stored.bodies.iter().find(|b| b.name == role.body).map(|b| b.id);
            let organisation_id = known.unwrap_or_else(|| {
                stored.bodies.push(Organisation::named(OrganisationKind::Committee, &role.body));
                stored.bodies[stored.bodies.len() - 1].id
            });
            let held = Role::held(person.id, organisation_id, &role.title);
            stored.roles.push(Role { from_on: role.from_on, to_on: role.to_on, ..held });
        }
        stored.people.push(person);
    }
    stored
}

const FIRST: &str = "令和７年度　会員・役員名簿
No.|氏　名|フリガナ|〒|住　所|自宅|携帯|生年月日|団体・部会|役職|任　期
=1|齋藤　花子|サイトウ ハナコ|７６０－００３３|高松市桜町一丁目20番7号|087-886-2763|090-0000-3389||見本地区コミュニティ協議会|副会長|R7.4.1～R9.3.31
=2|十河　勝|ソゴウ　マサル|７６０－００６０|栗林町三丁目26番22号|087-878-0619||昭和44年2月23日|福祉部会|部会員|R7.4.1～R9.3.31
=3|十河　勝|ｿｺﾞｳ ﾏｻﾙ|760-0060|栗林町三丁目26番22号|０８７－８７８－０６１９||S44.2.23|防災部会|部会員|R7.4.1～R9.3.31
=4|葛\u{E0100}城　健二|かつらぎ　けんじ|〒7600022|栗林町一丁目24番5号||090-0000-5466|昭21.04.03|||
=5|山﨑　凜|やまざき　りん|〒7600035|桜町一丁目11番7号|087-864-1056||=29803|||
=6|山﨑　凜|やまざき　りん|760-0053|栗林町三丁目22番11号|087-874-8316|090-0000-9418|S41.8.3|会員||";

#[test]
fn rows_of_one_person_are_one_person_and_namesakes_stay_two() {
    let plan = planned(&book(FIRST), &empty());
    assert_eq!(
        told(&plan),
        [
            "齋藤　花子|サイトウ　ハナコ|760-0033|高松市桜町一丁目20番7号|087-886-2763|090-0000-3389||見本地区コミュニティ協議会 副会長",
            "十河　勝|ソゴウ　マサル|760-0060|高松市栗林町三丁目26番22号|087-878-0619||1969-02-23|福祉部会 部会員、防災部会 部会員",
            "葛\u{E0100}城　健二|カツラギ　ケンジ|760-0022|高松市栗林町一丁目24番5号||090-0000-5466|1946-04-03|",
            "山﨑　凜|ヤマザキ　リン|760-0035|高松市桜町一丁目11番7号|087-864-1056||1981-08-05|",
            "山﨑　凜|ヤマザキ　リン|760-0053|高松市栗林町三丁目22番11号|087-874-8316|090-0000-9418|1966-08-03|",
        ]
    );
    assert_eq!(plan.counts().new, 5);
    assert_eq!(plan.issues, []);
    let term =
        plan.rows[0].draft.roles[0].from_on.zip(plan.rows[0].draft.roles[0].to_on).map(|(a, b)| format!("{a} {b}"));
    assert_eq!(term.as_deref(), Some("2025-04-01 2027-03-31"));
}

#[test]
fn the_same_file_and_a_flattened_copy_bring_nothing_new() {
    let stored = kept(&planned(&book(FIRST), &empty()));
    let again = planned(&book(FIRST), &stored);
    assert_eq!((again.counts().new, again.counts().changed, again.counts().same), (0, 0, 5));
    let flat = "氏名,フリガナ,郵便番号,住所,電話番号,携帯電話,生年月日
斎藤　花子,ｻｲﾄｳ ﾊﾅｺ,760-0033,高松市桜町1-20-7,087-886-2763,09000003389,
十河　勝,ｿｺﾞｳ ﾏｻﾙ,760-0060,高松市栗林町三丁目26番22号,087-878-0619,,1969/02/23
葛城　健二,ｶﾂﾗｷﾞ ｹﾝｼﾞ,760-0022,高松市栗林町一丁目24番5号,,090-0000-5466,1946/04/03
山崎　凛,ﾔﾏｻﾞｷ ﾘﾝ,760-0035,高松市桜町一丁目11番7号,087-864-1056,,1981/08/05
山崎　凛,ﾔﾏｻﾞｷ ﾘﾝ,760-0053,高松市栗林町三丁目22番11号,087-874-8316,090-0000-9418,1966/08/03";
    let flat = planned(&book(&flat.replace(',', "|")), &stored);
    assert_eq!((flat.counts().new, flat.counts().changed, flat.counts().same), (0, 0, 5), "{:?}", flat.rows);
}

#[test]
fn only_real_differences_are_changes() {
    let stored = kept(&planned(&book(FIRST), &empty()));
    let changed = "氏名|住所|電話|携帯|所属部会|役職
斎藤 花子|桜町1丁目20-7|087-886-9999||見本地区コミュニティ協議会|副会長
十河 勝|高松市桜町二丁目1番1号|087-878-0619||福祉部会|部会長
山﨑 凜|高松市塩屋町1番1号|||防災部会|部会員";
    let plan = planned(&book(changed), &stored);
    let of = |i: usize| {
        plan.rows[i].changes.iter().map(|c| format!("{} {}→{}", c.field, c.before, c.after)).collect::<Vec<_>>()
    };
    assert_eq!(of(0), ["phone 087-886-2763→087-886-9999"]);
    assert_eq!(of(1), ["address 高松市栗林町三丁目26番22号→高松市桜町二丁目1番1号", "title →福祉部会 部会長"]);
    assert_eq!(
        (plan.rows[2].verdict, plan.rows[2].candidates.len()),
        (Verdict::Unsure, 2),
        "neither namesake lives there"
    );
}

#[test]
fn leavers_are_kept_and_not_counted() {
    let mut both = book("氏名|住所\n齋藤　花子|桜町1-2\n十河　勝|桜町3-4");
    both.sheets.push(sheet("退会者(R6)", "氏名|退会日\n見本　退会|R6.9.30"));
    both.sheets.push(sheet("脱退（令和５年度）", "氏名|住所\n去年　いた|桜町9-9"));
    let plan = planned(&both, &empty());
    assert_eq!(plan.counts().new, 2);
    let left: Vec<_> = plan.rows.iter().filter_map(|row| Some(row.draft.left_on?.to_string())).collect();
    assert_eq!(left, ["2024-09-30", "2024-03-31"]);
    let why: Vec<&str> =
        plan.rows.iter().map(|row| row.draft.left_reason.as_str()).filter(|why| !why.is_empty()).collect();
    assert_eq!(why, ["退会", "退会"]);
    assert_eq!(plan.notes, ["退会された方 2人は、記録に残しますが人数には数えません。"]);
    let again = planned(&both, &kept(&plan));
    assert_eq!((again.counts().same, again.counts().new, again.counts().changed), (2, 0, 0));
}

#[test]
fn parts_of_names_and_dates_in_columns_of_their_own() {
    let drawn = "連絡網
|氏名||フリガナ||生年月日||||TEL|役職
|姓|名|セイ|メイ|元号|年|月|日||
=1|𠮷田|和夫|ﾖｼﾀﾞ|ｶｽﾞｵ|昭和|=16|=8|=8|090-0000-6164|会計
=2|渡邊|武|ﾜﾀﾅﾍﾞ|ﾀｹｼ|平成|元|=2|=22|087-872-9943|福祉部会長";
    let merges = ["B2:C2", "D2:E2", "F2:I2", "J2:J3", "K2:K3"];
    let one = RawBook { sheets: vec![merged(sheet("連絡網", drawn), &merges)], ..RawBook::default() };
    assert_eq!(
        told(&planned(&one, &empty())),
        [
            "𠮷田　和夫|ヨシダ　カズオ||||090-0000-6164|1941-08-08|会計",
            "渡邊　武|ワタナベ　タケシ|||087-872-9943||1989-02-22|福祉部会 部会長",
        ]
    );
}

#[test]
fn committees_with_headings_of_their_own() {
    let drawn = "令和7年度部会員名簿（任期：令和7年4月1日～令和9年3月31日）
福祉部会
役職|氏名|住所|電話
部会長|瀨戸　一郎|高松市栗林町1-33-16|087-881-0133
部会員|十河　勝|栗林町3-26-22|087-878-0619

防災部会
役職|氏名|住所|電話
部会員|十河　勝|高松市栗林町3-26-22|087-878-0619
〃|森　凜|桜町1-12-28|087-837-2796";
    let plan = planned(&book(drawn), &empty());
    let roles: Vec<String> =
        plan.rows.iter().flat_map(|r| &r.draft.roles).map(|r| format!("{} {}", r.words(), r.to_on.unwrap())).collect();
    assert_eq!(plan.rows.len(), 3);
    assert_eq!(
        roles,
        [
            "福祉部会 部会長 2027-03-31",
            "福祉部会 部会員 2027-03-31",
            "防災部会 部会員 2027-03-31",
            "防災部会 部会員 2027-03-31"
        ]
    );
}

#[test]
fn marks_names_without_spaces_and_numbers_as_text() {
    let drawn = "会員番号|フリガナ|氏名|郵便番号|住所|連絡先|会長|会計|福祉部会|防災部会
001|サイトウ ハナコ|齋藤花子|7600033|桜町1-20-7|０９０００００３３８９|○|||
002|サイトウ タケシ|齋藤 武|7600025|桜町2-4-15|0878636385||○|部会長|
003|ミヨシ カズオ|三好和夫|7600027|桜町2-33-11|0878818314|||○|○";
    let plan = planned(&book(drawn), &empty());
    assert_eq!(
        told(&plan),
        [
            "齋藤　花子|サイトウ　ハナコ|760-0033|高松市桜町1-20-7||09000003389||会長",
            "齋藤　武|サイトウ　タケシ|760-0025|高松市桜町2-4-15|0878636385|||会計、福祉部会 部会長",
            "三好和夫|ミヨシ　カズオ|760-0027|高松市桜町2-33-11|0878818314|||福祉部会 部会員、防災部会 部会員",
        ]
    );
}

#[test]
fn names_given_once_and_lists_of_names_alone() {
    let mut both =
        book("氏名|住所|部会|役職\n齋藤　花子|桜町1-2|福祉部会|部会長\n||防災部会|部会員\n十河　勝|桜町3-4||");
    both.sheets.push(sheet("役員", "役職|氏名\n会長|十河　勝\n監事|見知　らぬ"));
    let plan = planned(&both, &empty());
    assert_eq!(
        told(&plan),
        [
            "齋藤　花子|||高松市桜町1-2||||福祉部会 部会長、防災部会 部会員",
            "十河　勝|||高松市桜町3-4||||会長",
            "見知　らぬ|||||||監事",
        ]
    );
}

#[test]
fn a_title_without_its_body_is_a_seat_that_is_known() {
    let stored = kept(&planned(&book(FIRST), &empty()));
    let list = "役職|氏名|住所\n部会員|十河　勝|栗林町3-26-22\n副会長|齋藤　花子|桜町1-20-7";
    assert_eq!(planned(&book(list), &stored).counts().same, 2);
}

#[test]
fn a_row_without_contacts_goes_with_the_row_above_or_stays_apart() {
    let drawn = "氏名|住所|部会|役職
林　凜|桜町1-2||
十河　勝|桜町3-4|福祉部会|部会長
十河　勝||防災部会|部会員
林　凜||広報部会|部会員";
    let plan = planned(&book(drawn), &empty());
    let told: Vec<String> = told(&plan).iter().map(|line| line.replace('|', "")).collect();
    assert_eq!(
        told,
        ["林　凜高松市桜町1-2", "十河　勝高松市桜町3-4福祉部会 部会長、防災部会 部会員", "林　凜広報部会 部会員"]
    );
    assert_eq!(plan.issues.iter().map(|i| i.code).collect::<Vec<_>>(), ["roster.namesake_unclear"]);
}

#[test]
fn what_cannot_be_read_is_told_with_its_cell() {
    let long = "長".repeat(300);
    let drawn = format!(
        "氏名|住所|電話|生年月日\n齋藤　花子|桜町1-2|=878862763|不明\n|桜町9-9||\n{long}|桜町1-3||\n森\u{202E}　博|桜町1-4||平成35年1月1日"
    );
    let plan = planned(&book(&drawn), &empty());
    let issues: Vec<_> = plan.issues.iter().map(|i| (i.place.cell.as_str(), i.code)).collect();
    assert_eq!(
        issues,
        [
            ("C2", "roster.phone_zero"),
            ("D2", "intake.date_unreadable"),
            ("A3", "roster.row_without_name"),
            ("A4", "roster.name_too_long"),
            ("A5", "roster.hidden_mark"),
            ("D5", "intake.era_past"),
        ]
    );
    assert_eq!(plan.rows.len(), 2);
}

#[test]
fn names_are_stored_as_typed() {
    let plan = planned(&book("氏名|住所\n葛\u{E0100}城　花子|桜町1-2\n神\u{FA19}谷 一郎|桜町1-3"), &empty());
    let names: Vec<&PersonName> = plan.rows.iter().map(|r| &r.draft.name).collect();
    assert_eq!((names[0].family.as_str(), names[1].family.as_str()), ("葛\u{E0100}城", "神\u{FA19}谷"));
}

#[test]
fn name_and_reading_in_one_cell_and_two_numbers_beside_each_other() {
    let book = book(
        "氏名（フリガナ）|住所|ＴＥＬ
戸川　正春（トガワ　マサハル）|〒761-0201　高松市水木町103|087-700-1001　090-5550-0001
三枝 千代(サエグサ チヨ)|水木町88|087-700-1002",
    );
    let expected = [
        "戸川　正春|トガワ　マサハル|761-0201|高松市水木町103|087-700-1001|090-5550-0001||",
        "三枝　千代|サエグサ　チヨ||高松市水木町88|087-700-1002|||",
    ];
    assert_eq!(told(&planned(&book, &empty())), expected);
}

#[test]
fn a_family_shares_the_address_of_its_head() {
    let book = book(
        "世帯主|家族氏名|続柄|住所|電話
岸和田 昇|岸和田 昇|世帯主|城北町1|087-700-4001
|岸和田 文子|妻||
羽生 一|羽生 一|世帯主||087-700-4002",
    );
    let expected = [
        "岸和田　昇|||高松市城北町1|087-700-4001|||",
        "岸和田　文子|||高松市城北町1|087-700-4001|||",
        "羽生　一||||087-700-4002|||",
    ];
    assert_eq!(told(&planned(&book, &empty())), expected, "another head has an address of their own");
}

#[test]
fn a_list_of_a_committee_names_the_body_of_its_seats() {
    let drawn = "総務広報部会　部員名簿\n氏名|役職|電話\n長峰　誠|部会長|1\n小暮　由香|副部会長|2\n谷津　勝利|部員|3";
    let roles: Vec<String> =
        told(&planned(&book(drawn), &empty())).iter().map(|line| line.rsplit('|').next().unwrap().into()).collect();
    assert_eq!(roles, ["総務広報部会 部会長", "総務広報部会 副部会長", "総務広報部会 部員"]);
}
