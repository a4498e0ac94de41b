//! 精算: what of the books a grant's settlement takes, entry by entry as it is typed (B08).

use serde_json::{Value, json};
use suite::TestDesk;

use crate::PROGRAM;
use crate::grant_bars::draft;
use crate::papers::{pdf_text, put_out};

const VISITORS: &str = "関係人口受入事業補助金";
const EVENT: &str = "ふれあい祭り事業";

/// The specimen with 500,000 yen decided for visitors, and 412,345 yen charged to it for an event.
fn council_with_event() -> (TestDesk, Value) {
    let desk = TestDesk::sample(PROGRAM);
    let decided = json!({ "year": 2025, "name": VISITORS, "amount": "500000", "on": "7/6/1", "number": "" });
    desk.call("grants.record_decision", decided);
    let choices = desk.call("accounts.entry_choices", json!({ "year": 2025 }));
    let activities = choices["activities"].as_array().expect("activities");
    let event = activities.iter().find(|one| one["name"] == EVENT).expect("the event")["id"].clone();
    let mut cost = draft(&desk, VISITORS, "8/1/10", "祭りの舞台", "412345");
    cost["activity_id"] = event.clone();
    record(&desk, &cost);
    (desk, event)
}

fn record(desk: &TestDesk, draft: &Value) -> Value {
    desk.call("accounts.record_entry", json!({ "year": 2025, "draft": draft, "receipt": null }))["value"]["id"].clone()
}

/// 30,000 yen of takings of nobody's grant, under this item and 事業.
fn takings(desk: &TestDesk, item: Value, event: Value) -> Value {
    let cost = draft(desk, VISITORS, "8/1/10", "出店料", "30000");
    let typed =
        json!({ "kind": "income", "item_id": item, "activity_id": event, "grant_id": null, "eligibility": null });
    let fields = cost.as_object().expect("a draft").iter().chain(typed.as_object().expect("fields"));
    json!(fields.map(|(name, value)| (name.clone(), value.clone())).collect::<serde_json::Map<_, _>>())
}

fn visitors(desk: &TestDesk) -> Value {
    desk.call("grants.list", json!({ "year": 2025 }))["grants"][1].clone()
}

fn income_item(desk: &TestDesk, name: &str) -> Value {
    let item = json!({ "side": "income", "kan": name, "kou": "", "moku": "", "setsu": "", "fund_id": null });
    desk.call("accounts.add_item", item)["value"]["id"].clone()
}

/// 高松市 関係人口受入事業補助金: min(412,345 − 30,000, 500,000), floored to 1,000 yen.
#[test]
fn b08_income_of_the_event_lowers_the_visitors_grant() {
    let (desk, event) = council_with_event();
    assert_eq!(visitors(&desk)["fixed_yen"], 412_000, "before anything came in");
    let sold = income_item(&desk, "雑入");
    record(&desk, &takings(&desk, sold.clone(), Value::Null));
    assert_eq!(visitors(&desk)["fixed_yen"], 412_000, "the income of nobody's 事業 lowers nothing");
    let written = record(&desk, &takings(&desk, sold, event));
    assert_eq!(desk.call("accounts.entry", json!({ "id": written }))["activity"], EVENT);
    let grant = visitors(&desk);
    let steps = grant["steps"].as_array().expect("steps");
    let step = |label: &str| steps.iter().find(|one| one["label"] == label).expect(label)["amount_yen"].clone();
    assert_eq!(
        [step("対象経費"), step("事業収入"), step("確定（見込）額")].map(|yen| yen.as_i64()),
        [Some(412_345), Some(30_000), Some(382_000)]
    );
    assert_eq!((&grant["fixed_yen"], &grant["excess_yen"]), (&json!(382_000), &json!(30_345)));
    let form =
        json!({ "form": "grant-settlement", "year": 2025, "grant": grant["id"], "format": "pdf", "folder": null });
    let text = pdf_text(&desk.path(&desk.call("reports.output", form)["files"][0]["token"]));
    assert!(["412,345", "30,000", "382,000"].iter().all(|yen| text.contains(yen)), "{text}");
    desk.call("office.undo", json!({}));
    desk.call("office.undo", json!({}));
    assert_eq!(visitors(&desk)["fixed_yen"], 412_000, "taken back with its slip");
}

/// An item that bears the name of a 事業 is of that 事業, on 事業別決算書 as in the settlement.
#[test]
fn b08_an_item_with_the_name_of_the_event_says_whose_income_it_is() {
    let (desk, _) = council_with_event();
    record(&desk, &takings(&desk, income_item(&desk, EVENT), Value::Null));
    assert_eq!(visitors(&desk)["fixed_yen"], 382_000);
    let text = pdf_text(&put_out(&desk, "activity-settlement", "pdf"));
    let row = |words: &str| text.lines().any(|line| line.contains(words) && line.contains("30,000"));
    assert!(row(EVENT), "{text}");
}

/// Two grants that are both given back, each to its own yen: the first by 1,000 yen nothing, the second floored to 1,000.
#[test]
fn b08_two_grants_are_refunded_side_by_side() {
    let (desk, event) = council_with_event();
    let first = desk.call("grants.list", json!({ "year": 2025 }))["grants"][0].clone();
    let mut paid = takings(&desk, income_item(&desk, "補助金"), Value::Null);
    let grant = visitors(&desk)["id"].clone();
    for (field, value) in [("amount", json!("500,000")), ("grant_id", grant), ("on", json!("7/7/1"))] {
        paid[field] = value;
    }
    record(&desk, &paid);
    record(&desk, &takings(&desk, income_item(&desk, "雑入"), event));
    let both = desk.call("grants.list", json!({ "year": 2025 }))["grants"].clone();
    assert_eq!(both[0]["steps"], first["steps"], "the first one is not touched by a yen");
    assert_eq!(both[0]["refund_yen"], 194_549);
    let second = ["received_yen", "fixed_yen", "refund_yen", "excess_yen"].map(|name| both[1][name].as_i64());
    assert_eq!(second, [500_000, 382_000, 118_000, 30_345].map(Some), "min(412,345 − 30,000, 500,000), floored");
    for (grant, [fixed, back]) in [(&both[0], ["4,827,451", "194,549"]), (&both[1], ["382,000", "118,000"])] {
        for form in ["grant-settlement", "grant-rest"] {
            let asked = json!({ "form": form, "year": 2025, "grant": grant["id"], "format": "pdf", "folder": null });
            let text = pdf_text(&desk.path(&desk.call("reports.output", asked)["files"][0]["token"]));
            assert!(text.contains(back) && (form == "grant-rest" || text.contains(fixed)), "{form}: {text}");
        }
    }
    let facts = desk.facts(2025);
    let parts = facts["by_source.parts"].as_array().expect("parts").clone();
    let paid: i64 = parts.iter().map(|part| part["expense_yen"].as_i64().expect("yen")).sum();
    assert_eq!(Some(paid), facts["books.expense_yen"].as_i64(), "what paid for it is all that was spent");
}
