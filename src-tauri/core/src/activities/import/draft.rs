//! 行事の下書き, and whether it is in the office file already.

use std::collections::{HashMap, VecDeque};

use chrono::NaiveDate;

use crate::activities::{Activity, Occasion, OccasionId, OccasionState};
use crate::calendar::FiscalYear;
use crate::enrolment::Certainty;
use crate::intake::columns::Kind;
use crate::intake::plan::Difference;
use crate::intake::told::Differences;
use crate::roster::OrganisationId;
use crate::text::search_key;

/// One occasion to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OccasionDraft {
    /// 年度 of the paper.
    pub year: FiscalYear,
    /// The occasion that it is already.
    pub known: Option<OccasionId>,
    /// Sheet.
    pub sheet: String,
    /// Row, from 1.
    pub row: u32,
    /// 事業区分 in the spelling of the office file.
    pub activity: String,
    /// 担当部会 of the line of work: the paper's, else the one that the budget names beside its item.
    pub committee: String,
    /// 行事名
    pub title: String,
    /// 中止の理由 of one that the paper says was called off or put off, as far as it says why.
    pub called_off: Option<String>,
    /// First day.
    pub from_on: NaiveDate,
    /// Last day.
    pub to_on: NaiveDate,
    /// The row lists several days one by one.
    pub is_listed: bool,
    /// 場所
    pub place: String,
    /// 参加者数 and how sure it is.
    pub participants: Option<(i64, Certainty)>,
    /// 従事者数
    pub helpers: Option<i64>,
    /// 参加対象者
    pub target: String,
    /// 告知方法
    pub notice: String,
    /// 事業実施内容
    pub content: String,
    /// 自己評価・反省点
    pub reflection: String,
    /// 効果検証
    pub effect: String,
    /// 作成者
    pub author: String,
}

/// What the office file knows.
#[derive(Debug, Default)]
pub struct KnownActivities {
    /// All lines of work.
    pub activities: Vec<Activity>,
    /// The occasions of the year.
    pub occasions: Vec<Occasion>,
    /// 部会, by key.
    pub committees: HashMap<OrganisationId, String>,
    /// The budget's items, after which a new line of work is named where they are the same.
    pub items: Vec<KnownItem>,
}

/// 予算の科目 with the words beside it.
#[derive(Debug, Default)]
pub struct KnownItem {
    /// 項
    pub name: String,
    /// 内訳・摘要, where many a budget names the committee.
    pub note: String,
}

impl KnownActivities {
    /// The spelling under which a line of work is known already.
    pub fn spelling(&self, name: &str) -> String {
        let names = self.activities.iter().map(|activity| &activity.name);
        let names = names.chain(self.items.iter().map(|item| &item.name));
        let key = search_key(name);
        names.into_iter().find(|known| search_key(known) == key).map_or(name, |known| known).to_owned()
    }

    /// 担当部会 as the office file knows it.
    pub fn committee_of(&self, activity: &Activity) -> &str {
        activity.committee_id.and_then(|id| self.committees.get(&id)).map_or("", String::as_str)
    }

    /// 担当部会 of a line of work without one: what the budget says beside the item of its name, when that is a committee.
    pub fn budgeted_committee(&self, activity: &str) -> &str {
        let is_known = self.activities.iter().any(|a| a.name == activity && a.committee_id.is_some());
        let item = self.items.iter().find(|item| item.name == activity && !is_known);
        let note = item.map(|item| search_key(&item.note));
        self.committees.values().find(|name| Some(search_key(name)) == note).map_or("", String::as_str)
    }
}

/// For each draft the occasion that it is: the same day and title, as often as they repeat.
pub fn find(drafts: &[OccasionDraft], known: &KnownActivities) -> Vec<Option<OccasionId>> {
    let mut open: HashMap<(NaiveDate, String), VecDeque<OccasionId>> = HashMap::new();
    for occasion in &known.occasions {
        open.entry((occasion.from_on, search_key(&occasion.title))).or_default().push_back(occasion.id);
    }
    let take = |draft: &OccasionDraft| open.get_mut(&(draft.from_on, search_key(&draft.title)))?.pop_front();
    drafts.iter().map(take).collect()
}

impl OccasionDraft {
    /// True where the row tells more days of a record than this one: it lists several, or its time covers another.
    pub fn tells_more(&self, stored: &Occasion, days: &[&Occasion]) -> bool {
        let is_told = |o: &Occasion| self.is_listed || (self.from_on..=self.to_on).contains(&o.from_on);
        days.iter().any(|o| o.id != stored.id && is_told(o))
    }

    /// What a row that tells a whole record says of its days: the sums and the time are of all of them, and how each went is
    /// known already; a text is news where no day says any.
    pub fn of_record(&self, stored: &Occasion, days: &[&Occasion]) -> OccasionDraft {
        let news = |of: fn(&Occasion) -> &str, said: &str| {
            let is_said = days.iter().any(|o| !of(o).is_empty());
            if is_said { String::new() } else { said.to_owned() }
        };
        OccasionDraft {
            called_off: None,
            to_on: stored.to_on,
            participants: None,
            helpers: None,
            place: news(|o| &o.place, &self.place),
            target: news(|o| &o.target, &self.target),
            notice: news(|o| &o.notice, &self.notice),
            content: String::new(),
            reflection: news(|o| &o.reflection, &self.reflection),
            effect: news(|o| &o.effect, &self.effect),
            author: news(|o| &o.author, &self.author),
            ..self.clone()
        }
    }

    /// What the row changes on the occasion that is there.
    pub fn changes(&self, stored: &Occasion, activity: &str, committee: &str) -> Vec<Difference> {
        let mut differences = Differences::new(Kind::Activities);
        let number = |n: &i64| n.to_string();
        differences.words("activity", activity, &self.activity);
        differences.words("committee", committee, &self.committee);
        let is_off = self.called_off.is_some() && stored.state != OccasionState::Cancelled;
        let off = OccasionState::Cancelled;
        differences.unless(!is_off, "state", stored.state.label(), off.label());
        differences.value("to", Some(&stored.to_on), Some(&self.to_on), |day| paper::wareki::long(*day));
        differences.words("place", &stored.place, &self.place);
        differences.value(
            "participants",
            stored.participants.as_ref(),
            self.participants.map(|(n, _)| n).as_ref(),
            number,
        );
        differences.value("helpers", stored.helpers.as_ref(), self.helpers.as_ref(), number);
        differences.words("target", &stored.target, &self.target);
        differences.words("notice", &stored.notice, &self.notice);
        differences.words("content", &stored.content, &self.content);
        differences.words("reflection", &stored.reflection, &self.reflection);
        differences.words("effect", &stored.effect, &self.effect);
        differences.words("author", &stored.author, &self.author);
        differences.done()
    }

    /// The stored occasion with what the row changes.
    pub fn onto(&self, stored: &Occasion, changes: &[Difference]) -> Occasion {
        let mut occasion = stored.clone();
        for change in changes {
            match change.field.as_str() {
                "state" => self.called_off_onto(&mut occasion),
                "to" => occasion.to_on = self.to_on,
                "place" => occasion.place.clone_from(&self.place),
                "participants" => self.count_onto(&mut occasion),
                "helpers" => occasion.helpers = self.helpers,
                "target" => occasion.target.clone_from(&self.target),
                "notice" => occasion.notice.clone_from(&self.notice),
                "content" => occasion.content.clone_from(&self.content),
                "reflection" => occasion.reflection.clone_from(&self.reflection),
                "effect" => occasion.effect.clone_from(&self.effect),
                "author" => occasion.author.clone_from(&self.author),
                _ => {}
            }
        }
        occasion
    }

    fn called_off_onto(&self, occasion: &mut Occasion) {
        if let Some(reason) = &self.called_off {
            (occasion.state, occasion.cancel_reason) = (OccasionState::Cancelled, reason.clone());
        }
    }

    fn count_onto(&self, occasion: &mut Occasion) {
        if let Some((number, certainty)) = self.participants {
            (occasion.participants, occasion.participants_certainty) = (Some(number), certainty);
        }
    }

    /// The occasion that the row makes, apart from its line of work.
    pub fn occasion(&self) -> Occasion {
        let (number, certainty) = self.participants.unzip();
        let mut occasion = Occasion {
            to_on: self.to_on,
            place: self.place.clone(),
            participants: number,
            participants_certainty: certainty.unwrap_or_default(),
            helpers: self.helpers,
            target: self.target.clone(),
            notice: self.notice.clone(),
            content: self.content.clone(),
            reflection: self.reflection.clone(),
            effect: self.effect.clone(),
            author: self.author.clone(),
            ..Occasion::new(self.year, &self.title, self.from_on)
        };
        self.called_off_onto(&mut occasion);
        occasion
    }
}
