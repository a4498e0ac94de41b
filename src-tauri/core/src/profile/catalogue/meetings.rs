//! The columns of meetings.

use super::Named;
use super::names::{count, date, list, text};

const SIGNERS: &[Named] = &[text("name", "氏名")];

const CANDIDATES: &[Named] =
    &[text("body", "団体"), text("office", "役職"), text("name", "氏名"), text("appointment", "新任・再任")];

const OPEN_SEATS: &[Named] = &[text("body", "団体"), text("office", "役職"), text("name", "氏名を書くところ")];

const COMPARISON: &[Named] = &[text("old", "改正前"), text("new", "改正後")];

const GUESTS: &[Named] = &[
    count("position", "来賓の順"),
    text("body", "来賓の所属"),
    text("office", "来賓の職"),
    text("name", "来賓の氏名"),
    text("greeting", "祝辞"),
];

const SEATS: &[Named] = &[text("label", "席")];

const VOTERS: &[Named] = &[
    count("number", "表決権者の番号"),
    text("name", "表決権者"),
    text("detail", "表決権者の代表者・住所"),
    text("address", "表決権者の住所"),
    text("addressee", "表決権者の宛名"),
    text("standing", "出欠"),
    text("deputy", "代理人"),
];

const HOMES: &[Named] = &[
    text("addressee", "住まいの宛名"),
    text("address", "住まいの住所"),
    count("first", "住まいのはじめの番号"),
    list("members", "住んでいる表決権者", HOME_MEMBERS),
];

const HOME_MEMBERS: &[Named] = &[
    count("number", "表決権者の番号"),
    text("name", "表決権者"),
    text("ways", "出欠の印"),
    text("marks", "議案ごとの賛否"),
];

const ORDER: &[Named] = &[
    count("place", "次第の番号"),
    text("step", "次第"),
    count("opens", "何番目の議案か"),
    count("page", "はじまりのページ"),
];

const VOTES: &[Named] = &[text("number", "議案の番号"), text("item_title", "議案の名称"), text("slip", "票の賛否")];

const ASIDE: &[Named] = &[
    text("left", "左の議案"),
    text("left_slip", "左の議案の賛否"),
    text("right", "右の議案"),
    text("right_slip", "右の議案の賛否"),
];

const ITEMS: &[Named] = &[
    text("number", "議案の番号"),
    text("numbered", "番号のある議案の名称"),
    text("matter", "案件"),
    text("item_title", "議案の名称"),
    text("proposal", "議案の名称（案）"),
    list("candidates", "役員の候補", CANDIDATES),
    list("open_seats", "候補の決まっていない役職", OPEN_SEATS),
    list("elected", "選ばれた役員", CANDIDATES),
    date("from_on", "いつから"),
    date("to_on", "いつまで"),
    text("new_text", "新しい規約"),
    list("comparison", "新旧対照表", COMPARISON),
    text("amends", "否決されていない規約改正"),
    text("explanation", "提案の理由"),
    text("discussion", "質疑"),
    text("concludes", "結果を書く議題か"),
    text("outcome", "結果"),
    text("result", "結果の文"),
    count("yes", "賛成の計"),
    count("no", "反対の計"),
    count("abstain", "棄権の計"),
    count("present_yes", "出席者の賛成"),
    count("proxy_yes", "委任状の賛成"),
    count("written_yes", "書面表決の賛成"),
    count("electronic_yes", "電磁的方法の賛成"),
    count("needed", "議決に要る数"),
];

pub(super) const MEETINGS: &[Named] = &[
    text("id", "会議"),
    text("title", "会議の名称"),
    text("kind", "会議の種類"),
    date("held_on", "開催日"),
    text("begins", "開会の時刻"),
    text("ends", "閉会の時刻"),
    text("place", "場所"),
    text("president", "開催日の会長"),
    text("notice_president", "招集通知の日の会長"),
    date("notice_on", "招集通知の日"),
    text("unit", "表決権の単位"),
    count("total", "表決権の総数"),
    count("present", "本人の出席"),
    count("deputies", "代理人の出席"),
    count("attended", "出席の計"),
    count("proxies", "委任状の数"),
    count("written", "書面表決の数"),
    count("electronic", "電磁的表決の数"),
    count("absent", "欠席の数"),
    count("counted", "定足数に数えた数"),
    text("quorum", "資格報告"),
    text("chair", "議長"),
    text("came_later", "開会のあとに来た数"),
    text("chair_apart", "賛否に入らない議長"),
    list("signers", "議事録署名人", SIGNERS),
    list("guests", "来賓", GUESTS),
    list("voters", "表決権者", VOTERS),
    list("homes", "表決権者の住まい", HOMES),
    list("seats", "席次", SEATS),
    count("seats_across", "横にならぶ席の数"),
    text("front_guests", "前の席の来賓"),
    text("front_officers", "前の席の役員"),
    text("front_auditors", "前の席の監事"),
    text("front_secretariat", "前の席の事務局"),
    list("order", "次第", ORDER),
    list("items", "議事", ITEMS),
    list("votes", "採決する議案", VOTES),
    text("few_items", "議題が少ないか"),
    text("many_items", "議題が多いか"),
    list("items_aside", "二列の議題", ASIDE),
    list("votes_aside", "二列の採決する議案", ASIDE),
    text("in_room", "会場での会議か"),
    text("in_writing", "書面による表決か"),
    text("call", "招集の文"),
    text("if_absent", "欠席の方への文"),
    text("by_proxy", "票の委任状"),
    text("by_writing", "票の書面表決"),
    text("slips_due", "票の提出期限"),
    text("agreed", "書面で決めることへの同意"),
];

const ARTICLES: &[Named] = &[text("text", "条の本文")];

const HISTORY: &[Named] = &[date("from_on", "施行の日"), text("decided", "決めた会議")];

pub(super) const BYLAWS: &[Named] = &[
    text("id", "規約"),
    text("name", "規約の名称"),
    date("from_on", "施行の日"),
    date("until_on", "次の改正の前の日"),
    list("articles", "条", ARTICLES),
    list("history", "制定と改正の記録", HISTORY),
];
