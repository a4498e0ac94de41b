//! The amounts that papers of a grant take from its steps and its formula, and the paper that goes when nothing is left.

use super::*;

/// F-01, F-04, F-05: the amounts are those that were written down with the steps; nobody subtracts by hand.
#[test]
fn b12_amounts_of_application_instalments_and_change_come_from_the_steps() {
    let (desk, [_, second]) = two_grants();
    let step = |stage: &str, state: &str, on: &str, amount: &str| {
        let step = json!({
            "id": null, "grant_id": second, "year": 2025, "stage": stage, "state": state, "on": on, "number": "",
            "amount": amount, "note": "",
        });
        desk.call("grants.record_step", step);
    };
    let missing = |form: &str| -> Vec<(Value, Value)> {
        let checks = desk.call("reports.prepare", asked(form, &second))["checks"].clone();
        let told = |one: &Value| (one["title"].clone(), one["to"].clone());
        checks.as_array().expect("lines").iter().filter(|one| one["state"] == "missing").map(told).collect()
    };
    let id = second.as_str().expect("an id");
    let to = missing("grant-claim").into_iter().find(|(title, _)| title.as_str().is_some_and(|t| t.contains("請求額")));
    assert_eq!(to.expect("told").1, format!("grants?step=new&stage=claim&grant={id}"), "where it is written down");

    step("application", "done", "7/5/1", "52万");
    step("claim", "filed", "7/7/1", "200000");
    step("claim", "preparing", "7/10/1", "250000");
    let application = text(&desk, "grant-application", &second);
    assert!(application.contains("520,000"), "{application}");
    let claim: String = text(&desk, "grant-claim", &second).split_whitespace().collect();
    for figure in ["金250,000円", "500,000", "200,000", "50,000円", "協第9号"] {
        assert!(claim.contains(figure), "{figure}: {claim}");
    }
    step("claim", "preparing", "7/11/1", "60000");
    let paper = desk.call("reports.prepare", asked("grant-claim", &second));
    let told = paper["checks"].to_string();
    assert!(told.contains("交付決定額を 10,000円こえます"), "{told}");

    step("change", "filed", "7/12/1", "480000");
    let change = text(&desk, "grant-change", &second);
    assert!(change.contains("480,000") && change.contains("△20,000"), "{change}");
}

/// What is asked to apply for the second grant by a formula.
fn applied(grant: &Value, amount: &str, formula: &str, counts: Value) -> Value {
    json!({
        "id": null, "grant_id": grant, "year": 2025, "stage": "application", "state": "filed", "on": "7/5/1", "number": "",
        "amount": amount, "note": "", "basis": { "formula": formula, "readings": {}, "counts": counts },
    })
}

/// 名張市 (a share by heads, one for each of 15 districts, and what is added to both) and 横浜市 (a third, 700 yen a household at most): `domain` 13.5.
#[test]
fn b12_the_amount_of_an_application_is_worked_out_by_its_formula() {
    let (desk, [first, second]) = two_grants();
    let heads = json!({
        "persons": "5,000", "city_persons": "7万5千", "districts": "15", "communities": "12", "counted_extra": "11",
        "secretariat_yen": "40万", "area_office_yen": "150万",
    });
    desk.call("grants.record_step", applied(&first, "", "nabari", heads));
    let paper: String = text(&desk, "grant-application", &first).split_whitespace().collect();
    for part in
        ["名張市", "人口割", "1,633,333", "均等割", "700,000", "6,372,333", "35,000,000円×7／10", "72,000円×12か所"]
    {
        assert!(paper.contains(part), "{part}: {paper}");
    }
    let before = desk.state_hash();
    let third = |cost: &str| json!({ "cost_yen": cost, "households": "500" });
    desk.call("grants.record_step", applied(&second, "", "yokohama-single", third("300万")));
    desk.call("office.undo", json!({}));
    assert_eq!(desk.state_hash(), before, "one undo");
    desk.call("grants.record_step", applied(&second, "", "yokohama-single", third("300万")));
    let step = desk.call("grants.list", json!({ "year": 2025 }))["grants"][1]["records"][0].clone();
    assert_eq!((&step["amount_yen"], &step["basis"]["counts"]["households"]), (&json!(350_000), &json!(500)));
    let paper: String = text(&desk, "grant-application", &second).split_whitespace().collect();
    for part in ["350,000円", "対象経費の3分の1", "3,000,000円×1／3（上限350,000円）"] {
        assert!(paper.contains(part), "{part}: {paper}");
    }
    assert!(!paper.contains("名張市"), "each grant has its own: {paper}");

    let worked = |counts: Value| json!({ "basis": { "formula": "yokohama-single", "readings": {}, "counts": counts } });
    assert_eq!(desk.call("grants.work_out", worked(third("90万")))["amount_yen"], 300_000, "below the cap");
    assert_eq!(desk.refused("grants.work_out", worked(json!({ "cost_yen": "90万" }))).code, "formula.missing");
    let less = applied(&second, "200000", "yokohama-single", third("300万"));
    desk.call("grants.record_step", less);
    assert!(text(&desk, "grant-application", &second).contains("200,000"), "less may be asked for than there is");
}

/// Whether 残額の届 is among the papers of the year, among those of its grant, and whether 返還 is the next thing to do.
fn asks_for_rest(desk: &TestDesk) -> [bool; 3] {
    let forms = desk.call("reports.list_forms", json!({ "year": 2025 }))["forms"].clone();
    let own = grants(desk, "")[0].clone();
    let is_next = |stage: &Value| stage["stage"] == "refund" && stage["is_next"] == true;
    let names = |list: &Value, key: &str| list.as_array().expect("a list").iter().any(|one| one[key] == "grant-rest");
    let refund = own["stages"].as_array().expect("stages").iter().any(is_next);
    [names(&forms, "id"), names(&own["papers"], "form"), refund]
}

#[test]
fn b08_the_paper_about_what_is_left_goes_when_the_last_yen_is_charged() {
    let desk = TestDesk::sample(PROGRAM);
    for (stage, on) in [("completion", "8/3/1"), ("report", "8/3/10"), ("fixing", "8/3/11"), ("settlement", "8/3/12")] {
        step_of_first(&desk, stage, "done", on, "");
    }
    assert_eq!(asks_for_rest(&desk), [true; 3]);
    let charge = |amount: &str| {
        let spent = draft(&desk, FIRST, "8/3/1", "のぼり旗", amount);
        desk.call("accounts.record_entry", json!({ "year": 2025, "draft": spent }));
    };
    charge("194548");
    assert_eq!(asks_for_rest(&desk), [true; 3], "one yen goes back");
    charge("1");
    assert_eq!(asks_for_rest(&desk), [false; 3]);
    let home = desk.call("office.home", json!({ "year": 2025 }));
    assert_eq!(home["figures"]["grants"][0]["left_yen"], 0);
    assert!(!home.to_string().contains("残額の届") && !home.to_string().contains("grant-rest"), "{home}");
    desk.call("office.undo", json!({}));
    assert_eq!(asks_for_rest(&desk), [true; 3], "and comes back with the yen");
}
