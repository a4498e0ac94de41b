//! Five 会則 of five shapes, and the general meeting of 576 households.

use super::words::result_sentence;
use super::*;
use crate::calendar::FiscalYear;

/// A rule book: 表決権の単位, 定足数, the two majorities, what counts, and the chair's vote.
fn rules(text: &str) -> Rules {
    let shared = "deputies = { for_quorum = true, for_vote = true }\nblank_goes_to_chair = true\nnotice_days = 7\n";
    toml::from_str::<Rules>(&format!("{shared}{text}")).unwrap().checked().unwrap()
}

/// A roll of so many voters of each standing; proxies go to the chair, who is the first voter present.
fn roll(counts: &[(Standing, usize)]) -> Vec<Voter> {
    let meeting = MeetingId::new();
    let standings = counts.iter().flat_map(|(standing, count)| std::iter::repeat_n(*standing, *count));
    let voter = |(standing, number)| Voter {
        standing,
        holder: (standing == Standing::Proxy).then_some(Holder::Chair),
        ..Voter::numbered(meeting, number)
    };
    let mut voters: Vec<Voter> = standings.zip(1..).map(voter).collect();
    if let Some(chair) = voters.iter_mut().find(|voter| voter.standing == Standing::Present) {
        chair.is_chair = true;
    }
    voters
}

fn item(matter: Matter, present: Option<(i64, i64, i64)>, proxies: Option<(i64, i64, i64)>) -> AgendaItem {
    let split = |(yes, no, abstain)| Split { yes, no, abstain };
    let ballot =
        Ballot { method: Method::Hands, present: present.map(split), proxies: proxies.map(split), casting: None };
    AgendaItem { ballot: Some(ballot), ..AgendaItem::new(MeetingId::new(), ItemKind::Motion, matter, "案".into()) }
}

/// Marks on the slips: the first so many say yes, the next so many no, the rest nothing.
fn marks(voters: &[Voter], yes: usize, no: usize) -> SentIn {
    let sent_in = voters.iter().filter(|voter| voter.standing.is_sent_in());
    let votes = std::iter::repeat_n(Vote::Yes, yes).chain(std::iter::repeat_n(Vote::No, no));
    sent_in.zip(votes).map(|(voter, vote)| (voter.id, vote)).collect()
}

fn decided(item: &AgendaItem, voters: &[Voter], marks: &SentIn, rules: &Rules) -> Decision {
    decide(item, Hall::new(voters, rules, item.voted_at), marks)
}

fn outcome(item: &AgendaItem, voters: &[Voter], marks: &SentIn, rules: &Rules) -> (Outcome, i64, i64) {
    let decision = decided(item, voters, marks, rules);
    (decision.outcome, decision.base, decision.needed)
}

const EVERY_WAY: &str =
    "proxies = { for_quorum = true, for_vote = true }\nwritten = { for_quorum = true, for_vote = true }
    electronic = { for_quorum = true, for_vote = true }\n";

/// 認可地縁団体: individuals vote; 規約 is changed by three quarters of all members, not of those who came.
#[test]
fn m03_a_recognised_body_counts_individuals_and_needs_three_quarters_of_all_for_its_rules() {
    let rules = rules(&format!(
        "{EVERY_WAY}unit = 'individual'\nchair = 'as_member'\nunmarked = 'abstain'
        quorum = {{ part = 1, whole = 2, bound = 'more' }}
        ordinary = {{ share = {{ part = 1, whole = 2, bound = 'more' }}, base = 'present' }}
        special = [{{ matter = 'bylaws', majority = {{ share = {{ part = 3, whole = 4, bound = 'at_least' }}, base = 'all' }} }}]"
    ));
    let voters = roll(&[
        (Standing::Present, 120),
        (Standing::Proxy, 160),
        (Standing::Written, 40),
        (Standing::Electronic, 5),
        (Standing::Open, 87),
    ]);
    let there = Hall::new(&voters, &rules, None).attendance();
    assert_eq!(there.quorum(&rules), Quorum { needed: 207, counted: 325, is_met: true });
    let bylaws = item(Matter::Bylaws, None, None);
    assert_eq!(outcome(&bylaws, &voters, &marks(&voters, 29, 16), &rules), (Outcome::Approved, 412, 309));
    assert_eq!(outcome(&bylaws, &voters, &marks(&voters, 28, 17), &rules), (Outcome::Rejected, 412, 309));
    let all = decided(&bylaws, &voters, &marks(&voters, 45, 0), &rules);
    assert_eq!(
        result_sentence(&all, Some(Method::Rising), Matter::Bylaws, rules.unit),
        "起立により、表決した325人全員（出席者120、委任状160、書面40、電磁的方法5）の賛成で、総数412の4分の3以上（309）に達したので、\
         原案のとおり可決されました。",
        "all who voted are not all members"
    );
    let budget = item(Matter::Budget, Some((3, 117, 0)), None);
    assert_eq!(outcome(&budget, &voters, &SentIn::new(), &rules), (Outcome::Approved, 325, 163), "exactly enough");
    let budget = item(Matter::Budget, Some((2, 118, 0)), None);
    assert_eq!(outcome(&budget, &voters, &SentIn::new(), &rules).0, Outcome::Rejected, "162 of 325 is no majority");
}

fn households() -> Rules {
    rules(
        "unit = 'household'\nchair = 'on_tie'\nunmarked = 'abstain'\nquorum = { part = 1, whole = 2, bound = 'more' }
        proxies = { for_quorum = true, for_vote = true }\nwritten = { for_quorum = true, for_vote = true }
        electronic = { for_quorum = false, for_vote = false }
        ordinary = { share = { part = 1, whole = 2, bound = 'more' }, base = 'present' }",
    )
}

/// 自治会: households vote, 委任状 count as present.
#[test]
fn m02_51_present_and_334_proxies_of_576_are_counted_apart_and_make_a_meeting() {
    let rules = households();
    let voters =
        roll(&[(Standing::Present, 51), (Standing::Proxy, 334), (Standing::Written, 12), (Standing::Open, 179)]);
    let there = Hall::new(&voters, &rules, None).attendance();
    assert_eq!((there.total, there.present, there.proxies, there.written, there.open), (576, 51, 334, 12, 179));
    assert_eq!(there.quorum(&rules), Quorum { needed: 289, counted: 397, is_met: true });
    assert_eq!(
        quorum_sentence("本定期総会", &there, there.quorum(&rules), &rules, false),
        "資格の確認の結果をご報告します。表決権の総数576世帯に対し、本人の出席51世帯、委任状334通、書面表決書12通、合わせて397世帯です。\
         定足数は総数の過半数、289世帯ですので、本定期総会は成立しています。"
    );
    let decision =
        decided(&item(Matter::Budget, Some((45, 3, 2)), Some((330, 0, 4))), &voters, &marks(&voters, 9, 3), &rules);
    assert_eq!((decision.outcome, decision.base, decision.needed), (Outcome::Approved, 396, 199), "the chair sits out");
    assert_eq!((decision.tally.present.yes, decision.tally.proxies.yes, decision.tally.written.yes), (45, 330, 9));
    assert_eq!(
        result_sentence(&decision, Some(Method::Hands), Matter::Budget, rules.unit),
        "挙手により採決し、賛成384（出席者45、委任状330、書面9）、反対6、棄権6で、表決した総数396の過半数（199）に達したので、\
         原案のとおり可決されました。"
    );
    let half = roll(&[(Standing::Present, 51), (Standing::Proxy, 237), (Standing::Open, 288)]);
    let there = Hall::new(&half, &rules, None).attendance();
    assert!(!there.quorum(&rules).is_met, "288 of 576 is half, not 過半数");
    assert!(
        quorum_sentence("本総会", &there, there.quorum(&rules), &rules, false)
            .contains("あと1世帯足りず、本総会は成立していません")
    );
    assert_eq!(outcome(&item(Matter::Budget, None, None), &half, &SentIn::new(), &rules).0, Outcome::NoQuorum);
}

/// 代議員: bodies vote by delegates; half is enough; a proxy makes a meeting but has no vote.
#[test]
fn m03_delegates_meet_with_half_and_their_proxies_do_not_vote() {
    let rules = rules(
        "unit = 'body'\nchair = 'as_member'\nunmarked = 'abstain'\nquorum = { part = 1, whole = 2, bound = 'at_least' }
        proxies = { for_quorum = true, for_vote = false }\nwritten = { for_quorum = false, for_vote = false }
        electronic = { for_quorum = false, for_vote = false }
        ordinary = { share = { part = 1, whole = 2, bound = 'more' }, base = 'present' }",
    );
    let voters = roll(&[
        (Standing::Present, 13),
        (Standing::Deputy, 1),
        (Standing::Proxy, 4),
        (Standing::Written, 3),
        (Standing::Open, 15),
    ]);
    let there = Hall::new(&voters, &rules, None).attendance();
    assert_eq!(there.quorum(&rules), Quorum { needed: 18, counted: 18, is_met: true });
    assert!(
        quorum_sentence("本総会", &there, there.quorum(&rules), &rules, false)
            .ends_with("なお、書面表決書3通は定足数に数えていません。")
    );
    let tied = item(Matter::Free, Some((7, 7, 0)), Some((0, 0, 0)));
    assert_eq!(outcome(&tied, &voters, &SentIn::new(), &rules), (Outcome::Rejected, 14, 8), "no casting vote here");
    assert_eq!(
        Hall::new(&voters, &rules, None).voting(Matter::Free),
        Voting { present: 14, proxies: 0, chair_apart: false }
    );
}

/// 総代会: two thirds of those present for 規約; the chair decides a tie and is not among them.
#[test]
fn m03_two_thirds_of_those_present_change_the_rules_and_the_chair_decides_a_tie() {
    let rules = rules(&format!(
        "{EVERY_WAY}unit = 'body'\nchair = 'on_tie'\nunmarked = 'abstain'\nquorum = {{ part = 1, whole = 2, bound = 'at_least' }}
        ordinary = {{ share = {{ part = 1, whole = 2, bound = 'more' }}, base = 'present' }}
        special = [{{ matter = 'bylaws', majority = {{ share = {{ part = 2, whole = 3, bound = 'at_least' }}, base = 'present' }} }}]"
    ));
    let voters = roll(&[(Standing::Present, 33), (Standing::Absent, 2)]);
    let bylaws = |yes, no| outcome(&item(Matter::Bylaws, Some((yes, no, 0)), None), &voters, &SentIn::new(), &rules);
    assert_eq!(bylaws(22, 10), (Outcome::Approved, 32, 22));
    assert_eq!(bylaws(21, 11), (Outcome::Rejected, 32, 22));
    assert_eq!(bylaws(16, 16).0, Outcome::Rejected, "the chair decides no tie where two thirds are asked for");
    let mut budget = item(Matter::Budget, Some((16, 16, 0)), None);
    assert_eq!(outcome(&budget, &voters, &SentIn::new(), &rules).0, Outcome::Tie);
    for (casting, expected) in [(Vote::Yes, Outcome::Approved), (Vote::No, Outcome::Rejected)] {
        budget.ballot.as_mut().unwrap().casting = Some(casting);
        let decision = decided(&budget, &voters, &SentIn::new(), &rules);
        assert_eq!((decision.outcome, decision.by_chair), (expected, true));
    }
    budget.ballot.as_mut().unwrap().present = Some(Split { yes: 17, no: 15, abstain: 0 });
    assert!(!decided(&budget, &voters, &SentIn::new(), &rules).by_chair, "no tie, no casting vote");
}

/// 書面のみ: what comes back makes the meeting; an unmarked item agrees; a majority of those who said yes or no.
#[test]
fn m03_a_meeting_in_writing_is_made_and_decided_by_what_came_back() {
    let rules = rules(
        "unit = 'household'\nchair = 'as_member'\nunmarked = 'yes'\nquorum = { part = 1, whole = 2, bound = 'more' }
        proxies = { for_quorum = false, for_vote = false }\nwritten = { for_quorum = true, for_vote = true }
        electronic = { for_quorum = true, for_vote = true }
        ordinary = { share = { part = 1, whole = 2, bound = 'more' }, base = 'cast' }",
    );
    let voters =
        roll(&[(Standing::Written, 130), (Standing::Electronic, 7), (Standing::Invalid, 3), (Standing::Open, 70)]);
    let there = Hall::new(&voters, &rules, None).attendance();
    assert_eq!(there.quorum(&rules), Quorum { needed: 106, counted: 137, is_met: true });
    let mut budget = item(Matter::Budget, None, None);
    budget.ballot.as_mut().unwrap().method = Method::Written;
    let decision = decided(&budget, &voters, &marks(&voters, 62, 68), &rules);
    assert_eq!((decision.outcome, decision.base, decision.needed), (Outcome::Approved, 137, 69), "62 and 7 unmarked");
    assert_eq!(
        (decision.tally.written.yes, decision.tally.electronic.yes, decision.tally.present),
        (62, 7, Split::default())
    );
    assert_eq!(decided(&budget, &voters, &marks(&voters, 61, 69), &rules).outcome, Outcome::Rejected);
    let of_council = Rules { chair: ChairVote::OnTie, unmarked: Vote::Abstain, ..rules };
    let tie = marks(&voters, 60, 60);
    assert_eq!(decided(&budget, &voters, &tie, &of_council).outcome, Outcome::Tie);
    let decision = decided(&budget, &voters, &tie, &of_council.without_chair());
    assert_eq!(decision.outcome, Outcome::Rejected, "there is no chair to decide it");
}

#[test]
fn nobody_is_a_meeting_and_nobody_decides_anything() {
    let rules = Rules { quorum: Share { part: 0, whole: 1, bound: Bound::AtLeast }, ..households() };
    assert!(!Hall::new(&[], &rules, None).attendance().quorum(&rules).is_met, "not even where no number is asked for");
    assert_eq!(outcome(&item(Matter::Free, None, None), &[], &SentIn::new(), &rules).0, Outcome::NoQuorum);
}

#[test]
fn a_proxy_counts_while_its_holder_is_in_the_room() {
    let rules = households();
    let mut voters = roll(&[(Standing::Present, 3), (Standing::Proxy, 2), (Standing::Open, 1)]);
    let holder = voters[1].id;
    for proxy in &mut voters[3..5] {
        (proxy.holder, proxy.holder_id) = (Some(Holder::Member), Some(holder));
    }
    (voters[1].came_at, voters[1].left_at) = ("13:20:00".parse().ok(), "14:30:00".parse().ok());
    let at = |time: &str| {
        let there = Hall::new(&voters, &rules, time.parse().ok()).attendance();
        (there.present, there.proxies, there.lapsed, there.away, there.quorum(&rules).is_met)
    };
    assert_eq!(at("13:00:00"), (2, 0, 2, 1, false));
    assert_eq!(at("13:20:00"), (3, 2, 0, 0, true));
    assert_eq!(at("14:30:00"), (2, 0, 2, 1, false), "who goes takes the proxies along");
    assert_eq!(at(""), (3, 2, 0, 0, true), "without a time all who came");
    voters[1].standing = Standing::Absent;
    assert_eq!(Hall::new(&voters, &rules, None).attendance().lapsed, 2, "a proxy to somebody absent");
    voters[3].holder = Some(Holder::Blank);
    assert_eq!(Hall::new(&voters, &rules, None).attendance().proxies, 1);
    let strict = Rules { blank_goes_to_chair: false, ..rules };
    assert_eq!(Hall::new(&voters, &strict, None).attendance().proxies, 0);
}

#[test]
fn motions_are_numbered_by_their_order_and_move_by_keys() {
    let meeting = MeetingId::new();
    let new = |kind, title: &str| AgendaItem::new(meeting, kind, Matter::Free, title.into());
    let items = [
        new(ItemKind::Motion, "一"),
        new(ItemKind::Report, "二"),
        new(ItemKind::Motion, "三"),
        new(ItemKind::Other, "四"),
    ];
    assert_eq!(number_labels(&items), ["第1号議案", "報告第1号", "第2号議案", ""]);
    let order: Vec<AgendaItemId> = items.iter().map(|item| item.id).collect();
    let after = |item: usize, to| {
        let place = |id| order.iter().position(|one| *one == id).unwrap();
        moved(order.clone(), order[item], to).into_iter().map(place).collect::<Vec<_>>()
    };
    assert_eq!(
        (after(2, 1), after(0, 2), after(0, 99), after(3, 0)),
        (vec![2, 0, 1, 3], vec![1, 0, 2, 3], vec![1, 2, 3, 0], vec![3, 0, 1, 2])
    );
    let year = FiscalYear(2026);
    assert!(draws(Matter::Budget).unwrap().title(year).ends_with("収支予算（案）"));
}
