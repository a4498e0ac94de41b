//! Papers of a fictional council, as the product would compose them.

use paper::*;

pub fn fact(text: &str) -> Run {
    Run { text: text.into(), source: Source::Fact("some.fact".into()) }
}

pub fn missing(text: &str) -> Run {
    Run { text: text.into(), source: Source::Missing("some.fact".into()) }
}

pub fn document(title: &str, blocks: Vec<Block>) -> Document {
    Document {
        title: title.into(),
        orientation: Orientation::Portrait,
        typeface: Typeface::Mincho,
        negative: Negative::White,
        running_head: Some(title.into()),
        stamp: Vec::new(),
        page_numbers: true,
        blocks,
    }
}

fn paragraph(text: &str, align: Align) -> Block {
    Block::Paragraph { runs: vec![Run::form(text)], align }
}

fn heading(level: u8, text: &str) -> Block {
    Block::Heading { level, runs: vec![Run::form(text)] }
}

fn line(label: &str, run: Run) -> LabelLine {
    LabelLine { label: label.into(), runs: vec![run] }
}

fn amount(label: &str, yen: &str) -> LabelLine {
    LabelLine { label: label.into(), runs: vec![Run::form("金　"), fact(yen), Run::form("円")] }
}

/// 実績報告書, one page.
pub fn report() -> Document {
    let blocks = vec![
        paragraph("様式第４号（第10条関係）", Align::Left),
        Block::Paragraph { runs: vec![missing("令和　　年　　月　　日")], align: Align::Right },
        paragraph("（宛先）緑野市長", Align::Left),
        Block::Space(3),
        Block::Lines {
            lines: vec![
                line("団体名", fact("東ヶ丘地区コミュニティ協議会")),
                line("代表者", fact("会長　髙橋　﨑子")),
                line("住所", fact("緑野市東ヶ丘二丁目３番１号　東ヶ丘コミュニティセンター内（管理人室気付）")),
                line("電話", missing("")),
            ],
            place: Place::Right,
        },
        heading(1, "令和７年度 地域まちづくり交付金実績報告書"),
        paragraph(
            "　令和７年６月２日付け緑地第123号で交付決定のあった地域まちづくり交付金に係る事業が完了したので、緑野市地域まちづくり交付金交付要綱第10条の規定により、関係書類を添えて、下記のとおり報告します。",
            Align::Auto,
        ),
        paragraph("記", Align::Center),
        Block::Lines {
            lines: vec![
                amount("１　事業費総額", "5,738,791"),
                amount("２　交付決定額", "3,000,000"),
                amount("３　交付済額", "3,000,000"),
                amount("４　精算額", "2,874,500"),
                amount("５　返還額", "125,500"),
                line(
                    "６　添付書類",
                    Run::form("□ 事業報告書　□ 収支決算書　□ 領収書等の写し　□ 写真　□ その他市長が必要と認める書類"),
                ),
            ],
            place: Place::Left,
        },
        Block::Space(8),
        Block::Signature(vec![
            Signer { office: "会長".into(), name: fact("髙橋　﨑子"), seal: true },
            Signer { office: "監事".into(), name: missing(""), seal: true },
        ]),
    ];
    document("令和７年度 交付金実績報告書", blocks)
}

fn yen(n: i64) -> Cell {
    Cell::fact(Value::Yen(n), "some.fact")
}

fn row(role: Role, cells: Vec<Cell>) -> Row {
    Row { role, cells }
}

pub fn columns(widths: &[u16]) -> Vec<Column> {
    widths.iter().map(|width| Column { width: *width, ..Column::default() }).collect()
}

fn statement_side(caption: &str, items: &[(&str, i64, i64, &str)]) -> Block {
    let entry = |role, (name, budget, spent, note): (&str, i64, i64, &str)| {
        row(role, vec![Cell::form(name), yen(budget), yen(spent), yen(spent - budget), Cell::form(note)])
    };
    let mut rows: Vec<Row> = items.iter().map(|item| entry(Role::Item, *item)).collect();
    let sum = |of: fn(&(&str, i64, i64, &str)) -> i64| items.iter().map(of).sum::<i64>();
    rows.push(entry(Role::Total, ("合計", sum(|i| i.1), sum(|i| i.2), "")));
    let mut columns = columns(&[26, 17, 17, 15, 45]);
    columns[0].align = Align::Even;
    Block::Table(Table {
        caption: Some(caption.into()),
        unit: Some("（単位：円）".into()),
        columns,
        head: vec![Row::head(["科目", "予算額 (A)", "決算額 (B)", "増減 (B−A)", "摘要"])],
        rows,
    })
}

/// 収支決算書.
pub fn statement() -> Document {
    let income = [
        ("会費", 1_200_000, 1_234_500, "１世帯 月300円"),
        ("市交付金", 3_000_000, 3_000_000, ""),
        ("負担金", 300_000, 291_000, "自治会12団体（１団体 25,000円。ただし、年度途中に脱退した１団体は月割り）"),
        ("前年度繰越金", 85_000, 85_123, ""),
        ("雑収入", 1_000, 27, "預金利息"),
    ];
    let expense = [
        ("会議費", 120_000, 98_400, "総会・役員会の資料印刷、会場借上げ"),
        ("広報費", 350_000, 348_920, "「東ヶ丘だより」年４回発行、各2,150部"),
        ("環境美化費", 480_000, 475_331, "花いっぱい運動、一斉清掃（６月・11月）"),
        ("防災費", 900_000, 912_044, "避難訓練、備蓄品の更新（アルファ米 500食、保存水 1,200本）、消火器の詰替え"),
        ("予備費", 100_000, 0, ""),
    ];
    let blocks = vec![
        heading(1, "令和７年度　東ヶ丘地区コミュニティ協議会　収支決算書"),
        paragraph("（自　令和７年４月１日　　至　令和８年３月31日）", Align::Center),
        statement_side("収入の部", &income),
        statement_side("支出の部", &expense),
        Block::Space(4),
        Block::Lines {
            lines: vec![amount("差引残額", "2,775,955"), line("内訳", fact("普通預金　2,700,000円　現金　75,955円"))],
            place: Place::Right,
        },
        paragraph("　上記のとおり報告します。", Align::Auto),
        Block::Signature(vec![Signer { office: "会計".into(), name: fact("渡邉　𠮷男"), seal: true }]),
    ];
    document("令和７年度 収支決算書", blocks)
}

fn association(nth: i64, name: &str) -> Row {
    let (households, enrolled, before) = (210 + 17 * nth, 120 + 3 * nth, 124 + 2 * nth);
    let values = [
        Value::text("濵田　節子"),
        Value::Count(4 + nth),
        Value::Count(households),
        Value::Count(enrolled),
        Value::Count(before),
        Value::Count(enrolled - before),
        Value::Percent(enrolled * 1000 / households),
        Value::Points(-16 + nth),
        Value::text(if nth == 2 { "概数（聞き取り）" } else { "" }),
    ];
    let facts = values.map(|value| Cell::fact(value, "some.fact"));
    row(Role::Item, std::iter::once(Cell::form(name)).chain(facts).collect())
}

fn district() -> Row {
    let counts = [32, 1827, 903, 910, -7].map(Value::Count);
    let values = counts.into_iter().chain([Value::Percent(494), Value::Points(-4), Value::Blank]);
    let facts = values.map(|value| Cell::fact(value, "some.fact"));
    row(Role::Total, std::iter::once(Cell { col_span: 2, ..Cell::form("地区計") }).chain(facts).collect())
}

fn associations() -> Table {
    let names =
        ["東ヶ丘一丁目", "東ヶ丘二丁目", "緑町", "本町第一", "本町第二", "葛\u{E0100}城団地", "辻\u{E0101}の宮"];
    let rows = (0..).zip(names).map(|(nth, name)| association(nth, name)).chain([district()]).collect();
    let over = |text: &str| Cell { row_span: 2, ..Cell::form(text) };
    let mut head = ["自治会名", "会長名", "班数", "加入率(％)", "前年差(ポイント)", "出典・確度"].map(over).to_vec();
    head.insert(3, Cell { col_span: 4, ..Cell::form("世帯数") });
    let mut columns = columns(&[24, 18, 10, 14, 14, 14, 12, 13, 14, 22]);
    columns[1].fit = Fit::Shrink;
    let head = vec![row(Role::Head, head), Row::head(["区域内", "加入", "前年", "増減"])];
    Table { unit: Some("（令和７年４月１日現在）".into()), columns, head, rows, ..Table::default() }
}

fn trend(kind: ChartKind) -> Chart {
    let series = |name: &str, values: [i64; 5]| Series { name: name.into(), values: values.map(Value::Percent).into() };
    Chart {
        title: "加入率の推移".into(),
        kind,
        labels: ["令和３年度", "令和４年度", "令和５年度", "令和６年度", "令和７年度"].map(String::from).into(),
        series: vec![series("東ヶ丘地区", [523, 512, 501, 498, 494]), series("市全体", [530, 511, 499, 487, 469])],
        unit: "％".into(),
        across: 1,
    }
}

/// 加入状況一覧 with a trend, lying.
pub fn enrolment() -> Document {
    let title = heading(1, "令和７年度　自治会加入状況一覧");
    let blocks = vec![title, Block::Table(associations()), Block::Chart(trend(ChartKind::Line))];
    let mut document = document("令和７年度 自治会加入状況一覧", blocks);
    document.orientation = Orientation::Landscape;
    document.typeface = Typeface::Gothic;
    document
}

/// 会員名簿 of `count` people.
pub fn roster(count: usize) -> Document {
    let family = ["髙橋", "佐藤", "山﨑", "渡邉", "齋藤", "德永", "瀨戸", "𠮷田", "邊見", "濵田", "辻\u{E0100}"];
    let given = ["健一", "花子", "美咲", "さくら", "由美子", "清", "葵", "凛太郎"];
    let rows = (1..=count).map(|n| {
        let name = format!("{}　{}", family[n % family.len()], given[n * 7 % given.len()]);
        let address =
            format!("東ヶ丘{}丁目{}番{}号{}", n % 9 + 1, n % 40 + 1, n % 30, ["", " コーポあおい203"][n % 5 / 4]);
        let block = format!("{}区{}班", n / 400 + 1, n / 20 % 20 + 1);
        let phone = format!("087-{:03}-{:04}", n % 1000, n * 37 % 10000);
        let texts = [name, "たかはし　けんいち".into(), block, address, phone, ["", "班長"][n % 20 / 19].into()];
        let mut cells = vec![Cell::fact(Value::Count(n as i64), "f")];
        cells.extend(texts.map(|text| Cell::fact(Value::text(text), "f")));
        row(Role::Item, cells)
    });
    let mut columns = columns(&[11, 26, 32, 15, 54, 25, 14]);
    columns.iter_mut().for_each(|column| column.fit = Fit::Shrink);
    let table = Table {
        columns,
        head: vec![Row::head(["番号", "氏名", "ふりがな", "班", "住所", "電話番号", "備考"])],
        rows: rows.collect(),
        ..Table::default()
    };
    let mut document = document("東ヶ丘地区 会員名簿", vec![heading(1, "会員名簿"), Block::Table(table)]);
    document.typeface = Typeface::Gothic;
    document
}

/// 事業実績書 with a side head over several rows, remarks and bars.
pub fn activities() -> Document {
    let side = |text: &str, rows: u16| Cell { row_span: rows, align: Some(Align::Vertical), ..Cell::form(text) };
    let event = |cells: [&str; 4], people: i64| {
        let facts = cells.into_iter().map(|text| Cell::fact(Value::text(text), "some.fact"));
        facts.chain([Cell::fact(Value::Count(people), "some.fact")]).collect::<Vec<Cell>>()
    };
    let first = |head: Cell, mut cells: Vec<Cell>| {
        cells.insert(0, head);
        row(Role::Item, cells)
    };
    let safety = "災害時要支援者の避難を想定し、町内ごとに集合場所から東ヶ丘小学校まで歩いた。炊き出し訓練には中学生も参加した。";
    let rows = vec![
        first(side("環境部会", 3), event(["６月８日", "一斉清掃", "地区内の公園・水路", "ごみ約1.2ｔを回収"], 412)),
        row(
            Role::Item,
            event(["９月〜11月", "花いっぱい運動", "コミュニティセンター", "花苗3,000株の植付け、プランター配布"], 86),
        ),
        row(Role::Item, event(["通年", "ごみ分別の啓発", "回覧", "分別早見表の配布（年２回）"], 0)),
        first(side("防災部会", 2), event(["11月３日", "総合防災訓練", "東ヶ丘小学校", safety], 538)),
        row(Role::Item, event(["１月17日", "消火器の使い方講習", "第２集会所", "消防署員による講習"], 47)),
        row(
            Role::Note,
            vec![Cell {
                col_span: 6, ..Cell::form("※ 参加人数は延べ人数。雨天により中止した行事は除く。")
            }],
        ),
    ];
    let table = Table {
        columns: columns(&[6, 15, 24, 24, 46, 11]),
        head: vec![Row::head(["部会", "実施時期", "事業名", "場所", "内容・成果", "人数"])],
        rows,
        ..Table::default()
    };
    let blocks = vec![
        heading(1, "令和７年度　事業実績書"),
        heading(2, "１　実施した事業"),
        Block::Table(table),
        heading(2, "２　成果と課題"),
        Block::Paragraph {
            runs: vec![
                Run::form("　"),
                Run { text: "防災訓練の参加者は前年度より62人増え、町内会に加入していない世帯からも23世帯が参加した。一方で、花いっぱい運動は担い手の高齢化が進み、令和８年度は小学校と合同で行うことを検討している。".into(), source: Source::Typed("outcome".into()) },
            ],
            align: Align::Auto,
        },
        Block::Chart(trend(ChartKind::Bar)),
    ];
    document("令和７年度 事業実績書", blocks)
}
