//! 招集通知 and its slip: how a meeting is held, what the notice asks for, and what the slip offers, by what the rules count.

use paper::{Value, wareki};

use crate::fact::{Fact, words};
use crate::meetings::{AgendaItem, Known, on_notice, term};

/// What the notice of a meeting says beside its day and place.
pub(super) fn columns(known: &Known) -> [(&'static str, Fact); 8] {
    let meeting = &known.meeting;
    let is_written = meeting.is_written;
    // Until its items are written, a meeting may vote on anything.
    let asks = known.items.is_empty() || known.items.iter().any(AgendaItem::is_voted_on);
    let (proxy, written) =
        (!is_written && meeting.rules.proxies.counts(), asks && (is_written || meeting.rules.written.counts()));
    let call = match (is_written, proxy, written) {
        (true, ..) => "in_writing",
        (_, true, true) => "both",
        (_, true, false) => "proxy",
        (_, false, true) => "written",
        (_, false, false) => "neither",
    };
    let said = |stands: bool, name: &str| words(&if stands { on_notice(name, &[]) } else { String::new() });
    let how = |stands: bool, name: &str| if stands { words(term(name)) } else { Value::Blank.into() };
    let on = |name: &str, day| on_notice(name, &[("day", wareki::long(day))]);
    let due = meeting.slips_due_on.map(|day| on("due", day));
    let agreed = meeting.agreed_on.filter(|_| is_written).map(|day| on("agreed", day));
    [
        ("in_room", how(!is_written, "in_room")),
        ("in_writing", how(is_written, "in_writing")),
        ("call", said(true, call)),
        ("if_absent", said(!is_written && (proxy || written), if proxy && written { "either" } else { "one" })),
        ("by_proxy", said(proxy, "by_proxy")),
        ("by_writing", said(written, if is_written { "only_by_writing" } else { "by_writing" })),
        ("agreed", words(&agreed.unwrap_or_default())),
        ("slips_due", words(&due.unwrap_or_else(|| on_notice("due_by_hand", &[])))),
    ]
}
