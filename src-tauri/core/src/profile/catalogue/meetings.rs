//! The columns of meetings.

use super::Named;
use super::names::{count, date, list, text};

const SIGNERS: &[Named] = &[text("name", "氏名")];

const ITEMS: &[Named] = &[
    text("number", "議案の番号"),
    text("matter", "案件"),
    text("item_title", "議案の名称"),
    text("explanation", "提案の理由"),
    text("discussion", "質疑"),
    text("slip", "票の賛否"),
    text("outcome", "結果"),
    text("result", "結果の文"),
    count("yes", "賛成の計"),
    count("no", "反対の計"),
    count("abstain", "棄権の計"),
    count("present_yes", "出席者の賛成"),
    count("proxy_yes", "委任状の賛成"),
    count("written_yes", "書面などの賛成"),
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
    list("signers", "議事録署名人", SIGNERS),
    list("items", "議事", ITEMS),
];
