// Written from Rust by `UPDATE=1 cargo test -p api bindings`. Never edited.

export type AccountItem = { 
/**
 * Key.
 */
id: string, 
/**
 * 収入 or 支出
 */
side: Side, 
/**
 * 款
 */
kan: string, 
/**
 * 項
 */
kou: string, 
/**
 * 目
 */
moku: string, 
/**
 * 節
 */
setsu: string, 
/**
 * 会計; none is 一般会計.
 */
fund_id: string | null, 
/**
 * Order on papers.
 */
position: number, 
/**
 * True for an item that is no longer offered; papers of years that used it still name it.
 */
is_retired: boolean, 
/**
 * The item whose place it took when a name changed that closed years keep.
 */
follows_id: string | null, };

export type ActShown = { at_label: string, 
/**
 * Its number, from 1.
 */
seq: number, 
/**
 * Name of the operation.
 */
op: string, 
/**
 * Who did it.
 */
operator: string, 
/**
 * When.
 */
at: string, 
/**
 * What was done.
 */
sentence: string, 
/**
 * Data that it touched.
 */
areas: Array<Area>, 
/**
 * True for an act that was taken back and not done again.
 */
is_undone: boolean, 
/**
 * True when it may be taken back.
 */
can_undo: boolean, 
/**
 * Its hash in the chain.
 */
hash: string, };

export type ActivityChoice = { id: string, name: string, 
/**
 * 科目 in use that was chosen for it, or that bears its name and was chosen for no other.
 */
item_id: string | null, grant_id: string | null, committee_id: string | null, };

export type ActivityPlan = { 
/**
 * Key.
 */
id: string, 
/**
 * 事業
 */
activity_id: string, 
/**
 * 年度
 */
fiscal_year: FiscalYear, 
/**
 * Order in the plan.
 */
position: number, 
/**
 * 実施時期 as written: 通年, 毎月第2土曜, 10月.
 */
schedule: string, 
/**
 * 目的
 */
aims: string, 
/**
 * 事業内容
 */
content: string, 
/**
 * 場所
 */
place: string, 
/**
 * 対象
 */
target: string, 
/**
 * 参加予定人数
 */
participants: number | null, 
/**
 * Written as 約300, or as a count.
 */
participants_certainty: Certainty, 
/**
 * 告知（広報）方法
 */
notice: string, 
/**
 * Raised by every change.
 */
version: number, };

export type ActivityShown = { id: string, name: string, committee: string, occasions: number, spent_yen: Yen, budget_yen: Yen | null, };

export type Acts = { entries: Array<ActShown>, };

export type AdvanceRow = { id: string, 
/**
 * 会計 whose money it is: it pays costs of that one, and comes back there.
 */
fund_id: string | null, holder: string, purpose: string, given_on: string, given_label: string, 
/**
 * Empty without a day.
 */
due_label: string, settled_label: string, 
/**
 * True when it is open and its day has gone by.
 */
is_overdue: boolean, given_yen: Yen, paid_yen: Yen, 
/**
 * おつり
 */
returned_yen: Yen, 
/**
 * Still with the person; 0 once it is settled.
 */
open_yen: Yen, };

export type Advice = { eligibility: Eligibility, label: string, reason: string, source: string, is_verified: boolean, };

export type Advised = { title: string, hint: string, };

export type Age = "child" | "adult" | "elder";

export type AgeCount = { 
/**
 * As what.
 */
part: AttendancePart, 
/**
 * Of which age.
 */
age: Age, 
/**
 * How many.
 */
number: number, };

export type AgeTyped = { part: AttendancePart, age: Age, number: string, };

export type AgendaItem = { 
/**
 * Key.
 */
id: string, 
/**
 * The meeting.
 */
meeting_id: string, 
/**
 * Place in the order, from 1.
 */
position: number, 
/**
 * 報告, 議案, その他
 */
kind: ItemKind, 
/**
 * 案件
 */
matter: Matter, 
/**
 * 令和8年度 収支予算（案）
 */
title: string, 
/**
 * 提案の理由・説明
 */
explanation: string, 
/**
 * 質疑, for the minutes.
 */
discussion: string, 
/**
 * The year that it is about, of matters that have one; none of items that were written down before they said so.
 */
subject_year: FiscalYear | null, 
/**
 * The draft of 補正予算 that is decided.
 */
revision_id: string | null, 
/**
 * いままでの規約の全文, where the item is 規約改正 and no text is in force in the records.
 */
old_text: string, 
/**
 * 新しい規約の全文, where the item is 規約改正.
 */
new_text: string, 
/**
 * First day of what is decided: the officers' term, the text of 規約.
 */
from_on: string | null, 
/**
 * Last day of the officers' term.
 */
to_on: string | null, 
/**
 * What was counted; none while nothing was.
 */
ballot: Ballot | null, 
/**
 * Of whom it was counted; none of a result that was written down before this was kept.
 */
counted: Counted | null, 
/**
 * When the vote was taken, for a meeting that people leave.
 */
voted_at: string | null, 
/**
 * Raised by every change.
 */
version: number, };

export type AgesPage = { bounds: string, bands: Array<string>, as_of: string | null, towns: Array<AgesRow>, total: AgesRow, };

export type AgesRow = { name: string, persons: number, bands: Array<BandShown>, };

export type AmountBasis = { 
/**
 * Its id, one of `assets/formulas/grants.toml`.
 */
formula: string, 
/**
 * The readings chosen where a rule leaves one open.
 */
readings: { [key in string]: string }, 
/**
 * 世帯数, 人口, 対象経費 … as they were counted.
 */
counts: Partial<Record<Quantity, number>>, };

export type Announcement = { 
/**
 * 行事名のカナ
 */
kana: string, 
/**
 * 日時の注意: 雨のときは翌日.
 */
day_note: string, 
/**
 * 料金（基本）; 0 is free, none is not said.
 */
fee_yen: Yen | null, 
/**
 * 料金（詳細）
 */
fee_note: string, 
/**
 * 定員
 */
capacity: number | null, 
/**
 * 申込の締切
 */
apply_by_on: string | null, 
/**
 * 締切の時刻
 */
apply_by_at: string | null, 
/**
 * 申込方法
 */
apply_how: string, 
/**
 * 持ち物・注意
 */
bring: string, 
/**
 * 会場の住所
 */
address: string, 
/**
 * アクセス方法
 */
access: string, 
/**
 * 駐車場
 */
parking: string, 
/**
 * 主催者; empty is the council.
 */
organiser: string, 
/**
 * 連絡先; empty is the council.
 */
contact: string, 
/**
 * The telephone there; empty is that of the council.
 */
contact_phone: string, 
/**
 * The page where more is said.
 */
url: string, };

export type AnnouncementDraft = { kana: string, day_note: string, 
/**
 * 500, 無料
 */
fee: string, fee_note: string, capacity: string, apply_by: string, apply_by_at: string, apply_how: string, bring: string, address: string, access: string, parking: string, organiser: string, contact: string, contact_phone: string, url: string, };

export type Appointment = "new" | "again" | "remaining";

export type ApprovalShown = { entered_by: string, 
/**
 * Empty while nobody approved it.
 */
approved_by: string, on_label: string, 
/**
 * Why who sits here may not approve it.
 */
refused: WireError | null, 
/**
 * It may be taken back: no auditor has seen it, and its year is open.
 */
is_loose: boolean, };

export type Approvals = { 
/**
 * The council asks for it.
 */
asks: boolean, 
/**
 * Who sits at the desk; empty where the passphrase bears no name.
 */
operator: string, waiting: Array<Waiting>, };

export type Area = "council" | "roster" | "enrolment" | "accounts" | "audit" | "grants" | "equipment" | "activities" | "plan" | "meetings" | "handover" | "reports" | "attachments" | "lists";

export type AreaShown = { area: string, associations: number, counted: number, households: number, enrolled: number, percent: string | null, points: string | null, over_years: Array<RateShown>, };

export type Asked = { measure: Quantity, label: string, unit: string, };

export type AssociationName = { id: string, name: string, };

export type AssociationRecord = { row: AssociationRow, 
/**
 * The counts of the year as they are typed: 約80 stays 約80.
 */
typed_enrolled: string, typed_households: string, typed_flats: string, 
/**
 * 出典 and 基準日 of what was reported and of what is recorded; empty where there is none.
 */
reported: CountSource, recorded: CountSource, years: Array<AssociationYearShown>, target: TargetShown | null, seen: Array<SeenShown>, kinds: Array<KindShown>, chair_name: string, town: string, blocks: number | null, fee_month_yen: Yen | null, note: string, version: number, };

export type AssociationRow = { id: string, name: string, area: string, chair: string, town: string, blocks: number | null, households: number | null, enrolled: number | null, flats: number | null, recorded: number | null, recorded_difference: number | null, previous: number | null, change: number | null, percent: string | null, points: string | null, points_tenths: number | null, certainty: string, flags: Array<string>, };

export type AssociationYearShown = { year: FiscalYear, label: string, enrolled: number | null, households: number | null, percent: string | null, tenths: number | null, 
/**
 * The rate of all associations together.
 */
whole_tenths: number | null, whole: string | null, certainty: string, source: string, };

export type Associations = { associations: Array<AssociationRow>, total: Total, areas: Array<AreaShown>, years: Array<YearShown>, target: TargetShown | null, city: CityShown, basis: BasisShown, kinds: Array<KindShown>, snapshot: SnapshotShown | null, projection: ProjectionShown, };

export type AttachmentShown = { added_label: string, 
/**
 * 240KB, 1.2MB
 */
size_label: string, 
/**
 * False when its bytes are lost, cut short, or were found damaged by the last look. Whether every bit is as it was says
 * only `office.check`, which reads them.
 */
is_in_place: boolean, 
/**
 * True when it is not in place and the copies hold it as it was.
 */
may_restore: boolean, 
/**
 * Its place among the photographs on the report of its occasion; none stays off it.
 */
printed: number | null, 
/**
 * Key.
 */
id: string, 
/**
 * What kind of record it belongs to.
 */
owner_kind: Owner, 
/**
 * That record.
 */
owner_id: string, 
/**
 * Where its bytes lie.
 */
content_id: string, 
/**
 * File name as shown.
 */
name: string, 
/**
 * `application/pdf`, `image/jpeg` …
 */
media_type: string, 
/**
 * How large it is.
 */
bytes: number, 
/**
 * 同意書, 入会届, 領収書 …
 */
label: string, 
/**
 * When it was attached.
 */
added_on: string, 
/**
 * 備考
 */
note: string, 
/**
 * Quarters that somebody turned it by hand, clockwise; 0 to 3.
 */
quarters: number, };

export type Attendance = { 
/**
 * 総数
 */
total: number, 
/**
 * 本人の出席
 */
present: number, 
/**
 * 代理人の出席
 */
deputies: number, 
/**
 * 委任状 that count.
 */
proxies: number, 
/**
 * 委任状 whose holder is not there.
 */
lapsed: number, 
/**
 * 書面表決
 */
written: number, 
/**
 * 電磁的方法
 */
electronic: number, 
/**
 * Not yet there, or gone already.
 */
away: number, 
/**
 * 欠席
 */
absent: number, 
/**
 * 無効
 */
invalid: number, 
/**
 * No answer yet.
 */
open: number, };

export type AttendancePart = "participant" | "helper";

export type AttendanceSheet = { title: string, on_label: string, hours: string, year: FiscalYear, there: Array<ThereShown>, 
/**
 * How many are marked by name.
 */
participants: number, helpers: number, 
/**
 * 12時間30分: what the helpers worked in all.
 */
worked: string, 
/**
 * Helpers of whom nobody knows how long.
 */
unknown: number, ages: Array<AgeCount>, 
/**
 * What the record says.
 */
recorded_participants: number | null, 
/**
 * 約80 where that was written as rounded; empty where nothing is.
 */
recorded_label: string, recorded_helpers: number | null, };

export type AttributeShown = { key: string, label: string, };

export type AuditPack = { file: Token, 
/**
 * How many pictures of receipts are in it.
 */
pictures: number, 
/**
 * Pictures that are lost or damaged and therefore are not.
 */
lost: Array<string>, };

export type AuditShown = { id: string, until_label: string, audited_label: string, auditors: string, result: string, 
/**
 * Number and mark of the last act that the auditors saw.
 */
history_count: number, history_mark: string, };

export type Audits = { audits: Array<AuditShown>, 
/**
 * Up to where the books can be audited today, as it would be typed: the last day of the year, or today while it runs.
 */
until: string, 
/**
 * Today, as it would be typed.
 */
today: string, 
/**
 * Number of the last act that changed the books.
 */
history_count: number, 
/**
 * First eight characters of its hash.
 */
history_mark: string, };

export type AwardChoice = { id: string, label: string, };

export type BalanceTyped = { purse_id: string, amount: string, };

export type Ballot = { 
/**
 * 採決の方法
 */
method: Method, 
/**
 * Those in the room; none where all agreed and nobody counted.
 */
present: Split | null, 
/**
 * The proxies, as their holders voted; none where all agreed.
 */
proxies: Split | null, 
/**
 * 議長の決裁 of a tie.
 */
casting: Vote | null, };

export type BandShown = { count: number, percent: string | null, };

export type BankBalance = { on: string, on_label: string, bank_yen: Yen, book_yen: Yen, difference_yen: Yen, 
/**
 * True when this balance is written down for that day.
 */
is_stated: boolean, 
/**
 * The last day of the year, when it has come and is not that day: the balance may be written down for it too.
 */
year_end: string | null, year_end_label: string, is_stated_at_end: boolean, };

export type BankShown = { purses: Array<Passbook>, purse_id: string | null, 
/**
 * Empty while nothing was read.
 */
from_label: string, to_label: string, 
/**
 * Lines from the oldest to the newest.
 */
lines: Array<LineShown>, 
/**
 * Entries of these days that no line is.
 */
only_in_book: Array<EntryBrief>, balance: BankBalance | null, 
/**
 * The year is closed: lines may be looked at, nothing is recorded.
 */
is_closed: boolean, rules: number, };

export type Base = "all" | "present" | "cast";

export type Basis = { 
/**
 * 分子
 */
numerator: CountKind, 
/**
 * 分母
 */
denominator: CountKind, };

export type BasisShown = { basis: Basis, words: string, 
/**
 * The basis of the year before, where it is another one.
 */
before: string | null, };

export type BasisTyped = { formula: string, readings: { [key in string]: string }, counts: Partial<Record<Quantity, string>>, };

export type BegunFrom = "written" | "last_year" | "profile" | "common";

export type Binds = "a4" | "b5" | "folded_a3" | "folded_b4";

export type BodyChoice = { id: string, kind: OrganisationKind, name: string, 
/**
 * 桜町東自治会 一班: the name with what tells it from others of the same name.
 */
label: string, };

export type BodyRecord = { body: Organisation, founded_label: string, dissolved_label: string, 
/**
 * From the council down to the body above.
 */
path: Array<BodyChoice>, members: Array<MemberShown>, };

export type BodyRow = { id: string, kind: OrganisationKind, name: string, depth: number, 
/**
 * Who heads it, e.g. 会長 齋藤　花子.
 */
head: string, 
/**
 * Roles held in it in the year.
 */
roles: number, 
/**
 * Households of it and of all below it.
 */
households: number, };

export type BookletShown = { title: string, pages: Pages, 
/**
 * Sheets of paper that a folded copy takes.
 */
folded_sheets: number, chapters: Array<Chapter>, };

export type BoughtBy = { id: string, label: string, 
/**
 * True when it was taken back since.
 */
is_void: boolean, };

export type Bound = "more" | "at_least";

export type Budget = { 
/**
 * 一般会計 and the funds beside it.
 */
funds: Array<FundChoice>, 
/**
 * The meeting that decided 当初予算.
 */
decided: Decided | null, 
/**
 * 令和6年度, when a budget of the year before can be copied.
 */
copied_from: string | null, revisions: Array<RevisionRow>, moves: Array<MovedRow>, warnings: Array<WireError>, income: BudgetSide, expense: BudgetSide, };

export type BudgetChange = { 
/**
 * Key.
 */
id: string, 
/**
 * 科目
 */
item_id: string, 
/**
 * 円, negative for less
 */
amount_yen: Yen, 
/**
 * 摘要
 */
note: string, };

export type BudgetFigure = { spent_yen: number, budget_yen: number, percent: string | null, tenths: number | null, };

export type BudgetPart = { 
/**
 * Key.
 */
id: string, 
/**
 * The line it is a part of.
 */
line_id: string, 
/**
 * 案内チラシの印刷
 */
words: string, 
/**
 * 単価, where the amount is worked out.
 */
unit_yen: Yen | null, 
/**
 * 数量
 */
quantity: number | null, 
/**
 * 回数
 */
times: number | null, 
/**
 * 円
 */
amount_yen: Yen, 
/**
 * 事業
 */
activity_id: string | null, 
/**
 * 部会
 */
committee_id: string | null, 
/**
 * 財源; none is 自主財源.
 */
grant_id: string | null, 
/**
 * Order on papers.
 */
position: number, 
/**
 * Raised by every change.
 */
version: number, };

export type BudgetRow = { 
/**
 * Only a line has one.
 */
item_id: string | null, 
/**
 * Only what stands in 当初予算 has one.
 */
line_id: string | null, depth: number, name: string, previous_yen: Yen | null, previous_settled_yen: Yen | null, initial_yen: Yen, 
/**
 * 補正額 by revision, drafts included.
 */
revised: Array<Yen>, moved_yen: Yen, budget_yen: Yen, settled_yen: Yen, difference_yen: Yen, left_yen: Yen, percent: string | null, tenths: number | null, 
/**
 * True for a line whose 当初 is not what it was last year.
 */
is_changed: boolean, note: string, };

export type BudgetSide = { 
/**
 * Headings and lines, to the depth that is used.
 */
rows: Array<BudgetRow>, total: BudgetRow, };

export type BylawsDraft = { id: string | null, version: number, from: string, decided: string, body: string, };

export type BylawsShown = { 
/**
 * The one in force on the day.
 */
in_force: string | null, texts: Array<BylawsText>, };

export type BylawsText = { id: string, from_label: string, 
/**
 * Empty while no other follows.
 */
until_label: string, body: string, 
/**
 * Where it was decided: a meeting in the records, or as typed.
 */
decided_label: string, 
/**
 * The meeting that decided it; none where it was typed by hand.
 */
meeting_id: string | null, version: number, };

export type CalendarMonth = { 
/**
 * 2025-04
 */
key: string, month: number, };

export type CalledBy = { 
/**
 * 世帯, 団体, 人
 */
unit: string, 
/**
 * 過半数; empty asks for nobody.
 */
quorum: string, 
/**
 * 過半数
 */
ordinary: string, 
/**
 * 規約改正　3分の2以上
 */
special: Array<string>, 
/**
 * The office has compared the rules of this kind of meeting with its 会則.
 */
is_own: boolean, 
/**
 * They are the rules as they are now.
 */
is_current: boolean, };

export type CandidateRow = { entry_id: string, on_label: string, description: string, counterparty: string, amount_yen: Yen, funding: string, };

export type CardSide = "message" | "answer";

export type CardWords = { 
/**
 * 行事の名: on both halves.
 */
subject: string, 
/**
 * 往信の文面
 */
text: string, };

export type CarryOver = "refund" | "reserve" | "next_year";

export type CellContent = { content: Single, label: string, };

export type CellRead = { col: number, kind: string, value: number | string | boolean | null, };

export type Certainty = "counted" | "rounded" | "carried_over";

export type CertificateText = { 
/**
 * What it is for.
 */
label: string, 
/**
 * 表彰状
 */
title: string, 
/**
 * 頭書
 */
rank: string, 
/**
 * The text, with the council's name in its place.
 */
text: string, };

export type CertificateWords = { 
/**
 * 表彰状
 */
title: string, 
/**
 * 頭書: 優勝; empty for none.
 */
rank: string, 
/**
 * Lines begin at the head of a column.
 */
text: string, 
/**
 * Any way of writing a day, or 令和8年3月吉日; empty to be written by hand.
 */
day: string, 
/**
 * 会長
 */
office: string, 
/**
 * 氏名 of the giver.
 */
name: string, 
/**
 * 名簿にない方: a guest, a company, a teacher who left; each gets one behind those of the roster.
 */
others: Array<Honoured>, 
/**
 * Nobody of the roster gets one.
 */
only_others: boolean, };

export type ChairVote = "on_tie" | "as_member" | "as_member_and_on_tie";

export type ChangeDraft = { item_id: string, amount: string, note: string, };

export type Changed<T> = { 
/**
 * What the act returned.
 */
value: T, 
/**
 * Data to fetch again.
 */
areas: Array<Area>, 
/**
 * For the bar with «元に戻す».
 */
sentence: string, 
/**
 * Name of the operation.
 */
op: string, };

export type Changes = { changes: Array<RowChange>, 
/**
 * How many more there are.
 */
more: number, };

export type Chapter = { item_id: string, label: string, title: string, 
/**
 * The page on which it begins, from 1.
 */
page: number, papers: Array<ChapterPaper>, 
/**
 * What it has not yet, without which its pages say nothing.
 */
lacks: Lack | null, };

export type ChapterPaper = { form: string, title: string, year: FiscalYear, 
/**
 * What it lacks.
 */
missing: number, };

export type CheckResult = "found" | "damaged" | "missing" | "lent";

export type CheckRow = { year_label: string, on_label: string, by: string, 
/**
 * 5点のうち4点
 */
result_label: string, note: string, };

export type CheckShown = { state: State, title: string, detail: string, to: string | null, field: string | null, };

export type Checked = { ok: boolean, problems: Array<WireError>, state_hash: string, log_head: string, };

export type Choice = { 
/**
 * Folder of the profile.
 */
id: string, 
/**
 * 高松市
 */
city: string, };

export type Choices = { items: Array<ItemChoice>, purses: Array<PurseChoice>, grants: Array<GrantChoice>, 
/**
 * Those of the year before of which money comes in this one, for income.
 */
late_grants: Array<GrantChoice>, activities: Array<ActivityChoice>, occasions: Array<OccasionChoice>, committees: Array<CommitteeChoice>, counterparties: Array<Counterparty>, descriptions: Array<string>, next_voucher_no: number, };

export type Circle = { 
/**
 * Centre.
 */
x: number, 
/**
 * Centre.
 */
y: number, 
/**
 * Radius.
 */
radius: number, 
/**
 * Thickness of the outline.
 */
thickness: number, 
/**
 * Lightness of the inside in percent; empty leaves the paper.
 */
shade: number | null, };

export type CitySheetPage = { 
/**
 * Its file name; none as long as nobody gave one.
 */
name: string | null, places: Places | null, 
/**
 * When it was last filled for the year.
 */
filled_label: string | null, contents: Array<ColumnContent>, singles: Array<CellContent>, };

export type CityShown = { enrolled: number | null, households: number | null, percent: string | null, as_of: string, source: string, 
/**
 * Towns whose households the city does not publish.
 */
unpublished: number, typed: CityTyped | null, };

export type CityTyped = { enrolled: string, households: string, percent: string, as_of: string, source: string, };

export type Closed = { on_label: string, by: string, carry_over_yen: Yen, 
/**
 * First eight characters of the hash over the books, as printed.
 */
mark: string, 
/**
 * The books still say what they said when the year was closed.
 */
is_intact: boolean, };

export type Closing = { closed: Closed | null, reopenings: Array<Reopened>, findings: Array<Found>, purses: Array<PurseAtEnd>, months: Array<Month>, carry_over_yen: Yen, 
/**
 * 令和8年3月31日
 */
last_day_label: string, 
/**
 * 令和8年度
 */
next_year_label: string, };

export type ColumnChoice = { 
/**
 * Sheet.
 */
sheet: string, 
/**
 * Column, from 1.
 */
col: number, 
/**
 * Field, or none.
 */
field: string | null, };

export type ColumnContent = { content: Content, label: string, };

export type ColumnView = { 
/**
 * From 1.
 */
col: number, 
/**
 * As the spreadsheet shows it.
 */
letters: string, 
/**
 * Heading.
 */
heading: string, 
/**
 * Meaning.
 */
field: string | null, 
/**
 * Its name on the screen.
 */
label: string | null, 
/**
 * First cells.
 */
samples: Array<string>, };

export type CommitteeBook = { row: CommitteeRow, purses: Array<CommitteePurse>, 
/**
 * What came from the other books is income here, what went there is expense.
 */
entries: Array<EntryRow>, lines: Array<CommitteeLine>, };

export type CommitteeChoice = { id: string, name: string, };

export type CommitteeLine = { item: string, budget_yen: Yen, spent_yen: Yen, left_yen: Yen, };

export type CommitteePurse = { id: string, name: string, fund_id: string | null, closing_yen: Yen, };

export type CommitteeRow = { id: string, name: string, 
/**
 * False for one that keeps no money of its own.
 */
has_purse: boolean, opening_yen: Yen, income_yen: Yen, received_yen: Yen, expense_yen: Yen, given_yen: Yen, closing_yen: Yen, budget_yen: Yen, spent_yen: Yen, left_yen: Yen, };

export type Committees = { committees: Array<CommitteeRow>, 
/**
 * What lies in the books of all 部会.
 */
held_yen: Yen, secretariat_yen: Yen, all_yen: Yen, };

export type Condition = "good" | "worn" | "broken";

export type Conditions = { payment: PaymentMode | null, carry_over: CarryOver | null, 
/**
 * For how many years what is put by may be spent; none is without end.
 */
reserve_years: number | null, equipment_yen: number | null, 
/**
 * What is asked of a receipt.
 */
receipts: Array<string>, };

export type ConfirmedDraft = { plan_id: string | null, like_id: string | null, title: string, from: string, to: string, };

export type ConsentShown = { given_label: string, withdrawn_label: string, 
/**
 * Key.
 */
id: string, 
/**
 * Whose.
 */
person_id: string, 
/**
 * To what.
 */
scope: Scope, 
/**
 * When it was given.
 */
given_on: string, 
/**
 * When it was taken back.
 */
withdrawn_on: string | null, 
/**
 * 入会届, 口頭 …
 */
how: string, 
/**
 * 備考
 */
note: string, };

export type Content = "association" | "chair" | "town" | "blocks" | "households" | "enrolled" | "flats" | "previous" | "change" | "rate_percent" | "fee_month_yen" | "as_of_on" | "certainty" | "note";

export type ContentShown = { name: string, media_type: string, base64: string, };

export type CopiesDraft = { 
/**
 * One recipient a line; each gets a copy of his own.
 */
recipients: string, purpose: string, 
/**
 * The day by which they come back; empty for none.
 */
due: string, };

export type CostEntry = { id: string, on_label: string, words: string, is_income: boolean, amount_yen: Yen, };

export type CostScope = "charged" | "whole";

export type CouncilShown = { recognised_label: string, city: string, 
/**
 * 名称
 */
name: string, 
/**
 * Folder of the city's profile, e.g. takamatsu.
 */
profile: string, 
/**
 * 郵便番号
 */
postal: string, 
/**
 * 所在地
 */
address: string, 
/**
 * 電話番号
 */
phone: string, 
/**
 * True for the specimen office.
 */
is_sample: boolean, 
/**
 * 団体の種類
 */
legal_form: LegalForm, 
/**
 * 認可の告示の日, of a 認可地縁団体.
 */
recognised_on: string | null, 
/**
 * 年度のはじめの日
 */
year_start: YearStart, };

export type CountGiven = { measure: Quantity, count: number, };

export type CountKind = "enrolled" | "fee_paying" | "delivered" | "circulated" | "recorded" | "flats" | "own_count" | "resident_register" | "census" | "city_given" | "estimate";

export type CountSource = { as_of: string, source: string, };

export type CountSuggested = { measure: Quantity, count: number, 
/**
 * 令和7年度の加入状況（令和7年4月1日、自治会 12）
 */
from: string, };

export type Counted = { 
/**
 * The votes by the way they were given.
 */
tally: Tally, 
/**
 * Those in the room who voted, and the proxies.
 */
voting: Voting, 
/**
 * Who took part in the meeting then.
 */
there: Attendance, 
/**
 * Everybody on the roll said yes in writing.
 */
all_agree: boolean, };

export type Counterparty = { name: string, 
/**
 * フリガナ, where the roster knows who it is.
 */
kana: string, description: string, item_id: string | null, amount_yen: Yen, on_label: string, };

export type Counting = { 
/**
 * 定足数に数える
 */
for_quorum: boolean, 
/**
 * 議決に数える
 */
for_vote: boolean, };

export type Counts = { 
/**
 * 新規
 */
new: number, 
/**
 * 同じ
 */
same: number, 
/**
 * 変更
 */
changed: number, 
/**
 * 要確認
 */
unsure: number, 
/**
 * Rows that are no records.
 */
skipped: number, };

export type Created = { recovery_key: string, };

export type CustomField = { 
/**
 * Key.
 */
id: string, 
/**
 * What lists and papers call it.
 */
label: string, 
/**
 * What it may hold.
 */
kind: CustomKind, 
/**
 * What a choice offers.
 */
choices: Array<string>, 
/**
 * Order.
 */
position: number, 
/**
 * Out of use; what it held is kept.
 */
is_retired: boolean, };

export type CustomKind = "text" | "number" | "day" | "choice" | "yes_no";

export type DayShown = { id: string, 
/**
 * 6月9日（月）
 */
on_label: string, state: OccasionState, state_label: string, 
/**
 * 約40; empty where nobody counted.
 */
participants_label: string, helpers: number | null, };

export type DayUnderstood = { 
/**
 * 令和8年4月26日（日）
 */
on_label: string, 
/**
 * 令和8年度
 */
year_label: string, };

export type DaylessLine = { title: string, schedule: string, };

export type DaysShown = { 
/**
 * Every day, that of the page among them.
 */
days: Array<DayShown>, 
/**
 * Those of the other days as they are typed.
 */
others: Array<OtherDayDraft>, 
/**
 * How many took place, and who came and helped on all of them.
 */
held: number, 
/**
 * 55, 約55
 */
participants_label: string, helpers: number, };

export type Decided = { on_label: string, by: string, };

export type Decision = "new" | "skip" | "same";

export type DeskState = "none" | "locked" | "open";

export type DeskStatus = { state: DeskState, council: CouncilShown | null, today: string, today_label: string, years: Array<YearChoice>, 
/**
 * The years whose books are closed.
 */
closed_years: Array<FiscalYear>, year: FiscalYear, saved_at: string | null, copied: string | null, undo: string | null, redo: string | null, recovery_confirmed: boolean, 
/**
 * 見るだけの写し: nothing is changed in it.
 */
is_reading: boolean, 
/**
 * What is wrong with the history, found when the file was opened; none while every act is as it was written.
 */
history_broken: WireError | null, };

export type Difference = { 
/**
 * Field.
 */
field: string, 
/**
 * Its name on the screen.
 */
label: string, 
/**
 * As stored.
 */
before: string, 
/**
 * As the file has it.
 */
after: string, };

export type Direction = "in" | "out";

export type DisclosureShown = { disclosed_label: string, due_label: string, returned_label: string, withdrawn_label: string, 
/**
 * Its day has passed and it is not back.
 */
is_overdue: boolean, 
/**
 * Key.
 */
id: string, 
/**
 * 年度
 */
fiscal_year: FiscalYear, 
/**
 * 部番号, counted within the year.
 */
copy_no: number, 
/**
 * 渡した日
 */
disclosed_on: string, 
/**
 * Which list.
 */
title: string, 
/**
 * pdf, xlsx, csv, csv_cp932
 */
form: string, 
/**
 * 提供先
 */
recipient: string, 
/**
 * 目的
 */
purpose: string, 
/**
 * The columns as shown: 氏名・電話.
 */
columns: string, 
/**
 * 人数
 */
persons: number, 
/**
 * 返却期限
 */
due_on: string | null, 
/**
 * 返却日
 */
returned_on: string | null, 
/**
 * 取り消した日: recorded by mistake, nothing was given away. Its number is not given again.
 */
withdrawn_on: string | null, 
/**
 * Why.
 */
withdrawn_because: string, };

export type DisposalDraft = { way: DisposalWay, 
/**
 * The day, or the planned one.
 */
on: string, reason: string, approval_no: string, };

export type DisposalSaid = { warning: Advised | null, 
/**
 * The paper that asks the city, where there is one.
 */
paper: string | null, };

export type DisposalShown = { way: DisposalWay, on: string, reason: string, approval_no: string, is_done: boolean, };

export type DisposalWay = "scrap" | "transfer" | "exchange" | "lend" | "pledge" | "lost";

export type DrawnShown = { occasions: number, 
/**
 * 591; 約591 where one of them was counted so.
 */
participants_label: string, helpers: number, cost_yen: Yen, };

export type Due = { due_on: string, due_label: string, days_left: number, state: DueState, chip: string, title: string, detail: string, 
/**
 * Words of the button.
 */
act: string, 
/**
 * The page that it opens.
 */
to: string, };

export type DueState = "overdue" | "soon" | "later" | "done";

export type DuplicatePair = { one: DuplicateSide, other: DuplicateSide, reasons: Array<Reason>, };

export type DuplicateSide = { id: string, name: string, kana: string, address: string, phone: string, mobile: string, birth_label: string, roles: string, };

export type Effect = { on_label: string | null, 
/**
 * 未払, 前払 and the like: what it would be on a day outside the year on which the year may still be settled.
 */
crossing: string | null, amount_yen: Yen | null, budget: Measure | null, grant: Measure | null, 
/**
 * 部会の予算の残り
 */
committee: Measure | null, 
/**
 * The purses that the entry touches, then what the 会計 and the 部会 they belong to hold.
 */
purses: Array<PurseEffect>, advice: Advice | null, 
/**
 * What the rules of its grant make of it all in all, its day and its receipt included; none where no grant pays it.
 */
verdict: Eligibility | null, 
/**
 * What the rule on this cost counts, 人; none where no rule asks for a number.
 */
asks_heads: string | null, 
/**
 * What is above a cap of the rules, for own funds to bear.
 */
own_yen: Yen | null, warnings: Array<WireError>, problems: Array<WireError>, };

export type Eligibility = "eligible" | "ineligible" | "unclear";

export type Ending = { from_label: string, 
/**
 * Where most of the new terms would end, were they as long as those before; empty when that is not known.
 */
to_label: string, offices: Array<EndingOffice>, 
/**
 * Offices of the council that somebody left within a year before and that nobody holds on the eve.
 */
vacant: Array<VacantOffice>, };

export type EndingOffice = { office: OfficerShown, 
/**
 * Its term ends on the eve, or nobody said when it ends.
 */
ends: boolean, 
/**
 * Those who hold the office of this name from the day of the change on, where all its seats are filled already.
 */
next: Array<string>, };

export type Entries = { entries: Array<EntryRow>, purses: Array<PurseShown>, income_yen: Yen, expense_yen: Yen, 
/**
 * How many wait for somebody else to approve them; in a closed year nobody may any more.
 */
unapproved: number, };

export type EntryBrief = { id: string, on_label: string, description: string, counterparty: string, item: string, 
/**
 * What it adds to the passbook.
 */
amount_yen: Yen, };

export type EntryDraft = { kind: EntryKind, on: string, counterparty: string, description: string, item_id: string | null, amount: string, purse_id: string | null, to_purse_id: string | null, grant_id: string | null, activity_id: string | null, 
/**
 * 行事; its line of work is the entry's where none is chosen.
 */
occasion_id: string | null, eligibility: Eligibility | null, eligibility_reason: string, has_receipt: boolean, voucher_no: string, 
/**
 * 繰入の科目 of a transfer into another 会計.
 */
to_item_id: string | null, 
/**
 * 部会
 */
committee_id: string | null, 
/**
 * 人数, as typed.
 */
heads: string, 
/**
 * 立替えた人
 */
reimbursed_to: string, 
/**
 * What is above a cap of the grant's rules becomes an entry of own funds.
 */
split_over_cap: boolean, 
/**
 * 年度をまたぐ支払・受取: its day lies outside the year on purpose.
 */
is_out_of_year: boolean, };

export type EntryKind = "income" | "expense" | "transfer";

export type EntryReceipts = { receipts: Array<ReceiptRow>, 
/**
 * What they leave unproven.
 */
left_yen: Yen, };

export type EntryRecord = { row: EntryRow, year: FiscalYear, on_label: string, activity: string, 
/**
 * 行事
 */
occasion: string, 
/**
 * 部会
 */
committee: string, 
/**
 * 人数
 */
heads: number | null, 
/**
 * 立替えた人
 */
reimbursed_to: string, 
/**
 * 繰入の科目 of a transfer into another 会計.
 */
to_item: string, eligibility_reason: string, void_reason: string, 
/**
 * The entry that took this one back.
 */
voided_by: string | null, 
/**
 * The entry that this one takes back.
 */
voids: string | null, 
/**
 * What the city's rules say beside what was recorded.
 */
advice: Advice | null, 
/**
 * What makes it 対象外 whatever it was spent on: its day, or that no receipt proves it.
 */
against: Array<WireError>, 
/**
 * 仮払 that the entry moves; otherwise nobody can choose them.
 */
advances: Array<PurseChoice>, 
/**
 * The other entries of the same slip, which go with it.
 */
halves: Array<EntryRow>, 
/**
 * The entry as it would be typed again to correct it.
 */
draft: EntryDraft, 
/**
 * The day on which a correction stands, where the books of the entry's own day rest.
 */
correction_label: string | null, 
/**
 * The month of that day, where it is locked itself: it has to be unlocked first.
 */
correction_locked: string | null, 
/**
 * 承認, where the council asks for it.
 */
approval: ApprovalShown | null, };

export type EntryRow = { id: string, on: string, on_label: string, voucher_no: number | null, kind: EntryKind, kan: string, item: string, description: string, counterparty: string, 
/**
 * The purse; of a transfer both, 普通預金 → 現金.
 */
purse: string, income_yen: Yen | null, expense_yen: Yen | null, transfer_yen: Yen | null, 
/**
 * 差引残高 of the purse after this entry.
 */
balance_yen: Yen, funding: string, eligibility: Eligibility | null, 
/**
 * 対象 that does not count, because no receipt proves it and its grant asks for one.
 */
is_unreceipted: boolean, has_receipt: boolean, 
/**
 * How many receipts with a number stand behind it.
 */
receipts: number, 
/**
 * 未払, 前払 and the like; empty for an entry whose day lies in its year.
 */
crossing: string, 
/**
 * True for an entry that was taken back, and for the one that took it back.
 */
is_void: boolean, 
/**
 * Whether it was approved; none where nobody asks for it.
 */
is_approved: boolean | null, };

export type EquipmentDraft = { number: string, name: string, model: string, kind: string, quantity: string, price: string, granted: string, acquired: string, source: MoneySource, source_name: string, grant_id: string | null, entry_id: string | null, place: string, keeper: string, useful_years: string, restriction: RestrictionKind, restricted_until: string, condition: Condition, note: string, };

export type EquipmentFormShown = { draft: EquipmentDraft, grants: Array<AwardChoice>, kinds: Array<string>, places: Array<string>, keepers: Array<string>, };

export type EquipmentList = { items: Array<EquipmentRow>, 
/**
 * Entries of the year that may belong in the register.
 */
candidates: Array<CandidateRow>, 
/**
 * The price from which on something is 備品, and where that stands.
 */
rule: PriceRule | null, 
/**
 * Of what is held on this day.
 */
total_yen: Yen, 
/**
 * Pieces that nobody has looked for in the year.
 */
unchecked: number, 
/**
 * Pieces that were not all found, whatever the year.
 */
differing: number, 
/**
 * Loans that should have been back.
 */
overdue: number, 
/**
 * Loans whose borrowers may be forgotten.
 */
past_loans: number, 
/**
 * 令和7年度
 */
year_label: string, 
/**
 * Who checked last.
 */
checked_by: string, };

export type EquipmentRow = { id: string, number: string, name: string, kind: string, quantity: number, price_yen: Yen | null, acquired_on: string, acquired_label: string, source: MoneySource, source_label: string, place: string, keeper: string, restricted_label: string, condition: Condition, 
/**
 * Empty while it is there.
 */
gone_label: string, 
/**
 * True once a disposal is planned.
 */
is_leaving: boolean, 
/**
 * How many are lent.
 */
away: number, is_overdue: boolean, 
/**
 * Who has them.
 */
lent: Array<LentTo>, 
/**
 * What was found in the year.
 */
check: CheckResult | null, 
/**
 * 5点のうち4点; empty before anybody looked.
 */
check_label: string, checked_label: string, 
/**
 * True once somebody has looked for all that are not lent.
 */
is_checked: boolean, is_loan_checked: boolean, 
/**
 * How many were not found when somebody looked last, and are not yet put right.
 */
missing: number, };

export type EquipmentSaid = { notes: Array<Advised>, 
/**
 * The last day of 処分制限 as the rule has it, ready to be taken over; empty where none says one.
 */
until: string, };

export type EquipmentShown = { row: EquipmentRow, draft: EquipmentDraft, entry: BoughtBy | null, checks: Array<CheckRow>, loans: Array<LoanRow>, disposal: DisposalShown | null, 
/**
 * How many can be lent now.
 */
left: number, };

export type Event = "joined" | "moved" | "moved_in" | "moved_out" | "role_began" | "role_ended" | "left";

export type Face = "mincho" | "gothic" | "gothic_bold";

export type FactsShown = { facts: Record<string, unknown>, };

export type FamilyDraft = { residents: string[], organisation_id: string | null, };

export type FieldChange = { 
/**
 * The word on the page, 住所.
 */
field: string, 
/**
 * 前
 */
before: string, 
/**
 * 後
 */
after: string, };

export type FieldHelp = { 
/**
 * The route of the desk's pages on which it stands, with what lies below; empty where it holds everywhere.
 */
at: string, 
/**
 * 摘要, as it stands beside the field; `*` stands for what only the records know.
 */
label: string, 
/**
 * One or two sentences.
 */
text: string, };

export type FieldName = { 
/**
 * Name in code.
 */
name: string, 
/**
 * Name on the screen.
 */
label: string, };

export type FieldPolicy = { 
/**
 * The field: name, address, phone …
 */
field: string, 
/**
 * 利用目的
 */
purpose: string, 
/**
 * 公開範囲
 */
scope: Scope, 
/**
 * 取得方法
 */
acquired: string, };

export type Figures = { rate: RateFigure, budget: BudgetFigure, 
/**
 * One for each grant of the year.
 */
grants: Array<GrantFigure>, occasions: number, persons: number, };

export type FilledSheet = { file: Token, 
/**
 * Associations without a row in the city's list.
 */
left_out: Array<string>, 
/**
 * Names of the city's list that no association bears.
 */
unknown: Array<string>, };

export type Filter = { 
/**
 * Members of any of these bodies.
 */
bodies: Array<string>, 
/**
 * Holders of any of these roles.
 */
roles: Array<string>, 
/**
 * Words that occur in some cell, in any spelling.
 */
words: string, };

export type FindingShown = { id: string, year_label: string, 
/**
 * The entry that it is about, while there is one.
 */
entry_id: string | null, 
/**
 * That entry as it was seen; empty for the year as a whole.
 */
about: string, finding: string, auditor: string, on_label: string, 
/**
 * As it would be typed.
 */
on: string, 
/**
 * The day on which it came in a copy; empty for one that was written where it stands.
 */
received_label: string, answer: string, done_label: string, 
/**
 * As it would be typed.
 */
done: string, 
/**
 * Whoever wrote it may still change it.
 */
is_own: boolean, };

export type Findings = { all: Array<FindingShown>, 
/**
 * Who wrote the last one of all; empty before the first.
 */
auditor: string, 
/**
 * Today, as it would be typed.
 */
today: string, 
/**
 * In a copy to look at the auditor writes them, and does nothing else.
 */
is_copy: boolean, };

export type FirstStep = { id: string, title: string, is_done: boolean, to: string, };

export type FiscalYear = number;

export type FormArea = "roster" | "enrolment" | "accounts" | "grants" | "activities" | "meetings" | "handover";

export type FormShown = { id: string, title: string, area: FormArea, form_no: string, outputs: Array<Output>, grant_id: string | null, 
/**
 * The grant whose paper it is; empty for a paper of the whole year.
 */
grant: string, 
/**
 * Only other councils have it: it stands apart from those that are needed here.
 */
is_set_apart: boolean, missing: number, issued_label: string | null, };

export type Format = "pdf" | "xlsx" | "csv" | "csv_cp932";

export type Forms = { 
/**
 * 令和7年度版
 */
edition: string, city: string, forms: Array<FormShown>, };

export type FormulaShown = { id: string, title: string, source: string, is_verified: boolean, choices: Array<OpenReading>, asks_day: boolean, 
/**
 * What it needs beside the associations' own counts.
 */
asks: Array<Asked>, };

export type FormulaWord = { id: string, label: string, };

export type Found = { told: WireError, is_in_the_way: boolean, 
/**
 * The page where it is put right; none is the page of closing itself.
 */
place: string | null, };

export type Framed = { 
/**
 * Left edge.
 */
x: number, 
/**
 * Top edge.
 */
y: number, 
/**
 * Width.
 */
width: number, 
/**
 * Height.
 */
height: number, 
/**
 * By which the page finds the photograph.
 */
key: string, };

export type Fund = { 
/**
 * Key.
 */
id: string, 
/**
 * 防災特別会計
 */
name: string, 
/**
 * 特別会計 or 積立金
 */
kind: FundKind, 
/**
 * What it is for.
 */
purpose: string, 
/**
 * 積立の目標額
 */
target_yen: Yen | null, 
/**
 * The year in which it is to be used.
 */
until_year: FiscalYear | null, 
/**
 * True for one that is no longer used.
 */
is_closed: boolean, 
/**
 * Order on papers.
 */
position: number, 
/**
 * Raised by every change.
 */
version: number, };

export type FundChoice = { id: string | null, name: string, };

export type FundKind = "special" | "reserve";

export type FundRow = { fund: Fund, plan: Array<Planned>, };

export type FundShown = { fund: Fund | null, name: string, opening_yen: Yen, income_yen: Yen, 
/**
 * 繰入
 */
received_yen: Yen, expense_yen: Yen, 
/**
 * 繰出
 */
given_yen: Yen, closing_yen: Yen, 
/**
 * 積立の計画と実際, by year; empty for what is no reserve.
 */
plan: Array<PlannedYear>, };

export type FundingShown = { name: string, amount_yen: Yen, };

export type Funds = { funds: Array<FundRow>, items: Array<AccountItem>, };

export type FundsShown = { funds: Array<FundShown>, years: Array<YearChoice>, };

export type GivenUpRules = { to: HeldBefore, now: SettledBy, then: SettledBy, };

export type GrantChange = { grant_id: string, name: string, year: FiscalYear, };

export type GrantChoice = { id: string, name: string, };

export type GrantCostDraft = { 
/**
 * 交際費、食糧費
 */
items: string, 
/**
 * 弁当、お茶
 */
words: string, verdict: Eligibility, 
/**
 * 円 for each …
 */
per: string, 
/**
 * … 人
 */
unit: string, at_most: string, reason: string, };

export type GrantFigure = { name: string, decided_yen: number | null, left_yen: number | null, };

export type GrantFormulasShown = { formulas: Array<FormulaShown>, suggested: Array<CountSuggested>, };

export type GrantPaperDraft = { 
/**
 * Empty for one that was added.
 */
id: string, title: string, stage: Stage, 
/**
 * 3/31
 */
day: string, 
/**
 * In the spring after the year.
 */
is_after_year: boolean, 
/**
 * 14 days …
 */
days: string, 
/**
 * … from this stage on.
 */
since: Stage, only_with_rest: boolean, 
/**
 * One on each line.
 */
attachments: string, };

export type GrantRow = { id: string, name: string, decided_yen: Yen | null, decided_label: string, decision_no: string, 
/**
 * What may be spent: decided, and put by.
 */
usable_yen: Yen, 
/**
 * 積立 of earlier years.
 */
reserved_yen: Yen, 
/**
 * What was left of the year before and is taken off what the city pays.
 */
deducted_yen: Yen, received_yen: Yen, allocated_yen: Yen, eligible_yen: Yen, fixed_yen: Yen, left_yen: Yen | null, excess_yen: Yen, refund_yen: Yen, 
/**
 * What has gone back, and what has still to go.
 */
refunded_yen: Yen, to_refund_yen: Yen, 
/**
 * What stays with the council, put by or deducted next year.
 */
kept_yen: Yen, 
/**
 * What goes back or stays, whichever the rules say.
 */
rest_yen: Yen, additional_yen: Yen, 
/**
 * まだ受け取っていない額, once it is decided.
 */
unreceived_yen: Yen, steps: Array<Step>, rules: Array<RuleNote>, 
/**
 * Whose rules they are.
 */
rules_from: RulesFrom, conditions: Conditions, 
/**
 * Changes of the budget for which the city is to be asked; never a refusal.
 */
warnings: Array<WireError>, stages: Array<StageRow>, records: Array<StepRow>, papers: Array<PaperRow>, };

export type GrantRulesDraft = { formula: string, scope: CostScope, 
/**
 * 1/2, 2分の1, 50％; empty for all of it.
 */
share: string, at_most: string, round: Round | null, refund_from: RefundBasis, 
/**
 * 5/1; both empty for the whole year.
 */
from: string, until: string, only_after_decision: boolean, after_others: boolean, needs_receipt: boolean, payment: PaymentMode | null, carry_over: CarryOver, 
/**
 * 3; empty where what is put by may be spent without end.
 */
reserve_years: string, 
/**
 * 20; empty where nobody has to be asked.
 */
percent: string, base: ThresholdBase, 
/**
 * 50,000; empty where nobody knows.
 */
equipment_yen: string, 
/**
 * How long 備品 may not be disposed of; none where nobody knows.
 */
equipment_for: RestrictedBy | null, 
/**
 * 5; read where years are counted.
 */
equipment_years: string, 
/**
 * The checks of a receipt, by id, that are not asked.
 */
receipts_not_asked: Array<string>, 
/**
 * What is looked at beside, one on each line.
 */
receipts_also: string, papers: Array<GrantPaperDraft>, costs: Array<GrantCostDraft>, source: string, is_verified: boolean, };

export type GrantRulesShown = { name: string, year_label: string, begun_from: BegunFrom, draft: GrantRulesDraft, 
/**
 * How an amount may be settled.
 */
formulas: Array<FormulaWord>, stages: Array<StageWord>, 
/**
 * What may be asked of a receipt.
 */
receipt_checks: Array<ReceiptCheckWord>, 
/**
 * What giving up the rules of this year would do; none where none are written.
 */
gives_way: GivenUpRules | null, };

export type Grants = { grants: Array<GrantRow>, 
/**
 * Names that the city's profile knows, for recording a decision.
 */
known: Array<string>, 
/**
 * The stages with their words, in order.
 */
stages: Array<StageWord>, 
/**
 * The day that was asked for, in words; empty for everything.
 */
until_label: string, };

export type GuestDraft = { id: string | null, body: string, office: string, name: string, greets: boolean, };

export type GuestsShown = { title: string, 
/**
 * False where nobody comes: there are neither guests nor seats.
 */
has_seats: boolean, guests: Array<GuestDraft>, 
/**
 * Those of the last general meeting that had any, to begin with.
 */
before: Array<GuestDraft>, seating: SeatingDraft, is_seating_set: boolean, 
/**
 * 役員 may sit in front: it is a general meeting.
 */
has_front: boolean, 
/**
 * Seats in their order; the names stand beside their numbers in the roll.
 */
seats: Array<SeatShown>, };

export type HalfMonth = { 
/**
 * 3月分
 */
label: string, 
/**
 * The part that stands.
 */
entry_id: string, };

export type HandoverItem = { 
/**
 * Key.
 */
id: string, 
/**
 * 種類
 */
kind: HandoverKind, 
/**
 * 会長印
 */
name: string, 
/**
 * 置いてある所; of a contact how to reach it.
 */
place: string, 
/**
 * 持っている人
 */
holder: string, 
/**
 * 備考
 */
note: string, };

export type HandoverItems = { items: Array<HandoverItem>, 
/**
 * Kinds of which nothing is written down yet.
 */
missing: Array<HandoverKind>, };

export type HandoverKind = "seal" | "key" | "passbook" | "contract" | "papers" | "password" | "contact" | "caution";

export type HandoverRecord = { id: string, office: string, on_label: string, from_name: string, to_name: string, witness: string, 
/**
 * 帳簿の印 of the year as it was closed by then; empty while it was open.
 */
mark: string, note: string, };

export type HandoverState = { 
/**
 * The year that is handed over: in spring the one that has just ended.
 */
year: FiscalYear, 
/**
 * 令和7年度
 */
year_label: string, 
/**
 * 令和8年4月20日, empty while the year is open.
 */
closed_on_label: string, 
/**
 * 帳簿の印 of the closed year.
 */
mark: string, 
/**
 * Lines of the list that is kept by hand.
 */
items: number, 
/**
 * Kinds of which that list has nothing yet.
 */
kinds_missing: number, 
/**
 * 4月18日 10:42 of the paper that was last put out; empty before.
 */
issued_label: string, 
/**
 * Whose passphrases have opened the office for longer; an empty name is the one with which it was made.
 */
old_holders: Array<string>, 
/**
 * Whose were added since the last weeks of the year.
 */
new_holders: Array<string>, 
/**
 * Nobody keeps anything of the specimen secret.
 */
is_sample: boolean, records: Array<HandoverRecord>, 
/**
 * Offices that are usually handed over.
 */
offices: Array<string>, 
/**
 * Names of those who hold or held an office.
 */
names: Array<string>, };

export type Happening = { 
/**
 * Empty when the day is not known.
 */
on_label: string, event: Event, 
/**
 * Body, household or address.
 */
what: string, 
/**
 * Office, relation or reason; of a move where it came from.
 */
how: string, appointment: Appointment | null, };

export type HeldBefore = "profile" | "common";

export type HelpBinds = "large" | "folded";

export type HelpPage = { 
/**
 * Its file's name without the ending: 13-receipts. Pages stand in the order of their names.
 */
id: string, 
/**
 * 領収書をしまう
 */
title: string, 
/**
 * Routes of the desk's pages that it is about; it also serves what lies below them.
 */
at: Array<string>, 
/**
 * The address of the screen that its picture shows.
 */
picture: string, 
/**
 * Its words, top to bottom.
 */
parts: Array<HelpPart>, };

export type HelpPages = { pages: Array<HelpPage>, 
/**
 * What is said of each field.
 */
fields: Array<FieldHelp>, 
/**
 * はじめての一週間
 */
tour: Array<TourStep>, };

export type HelpPart = { "kind": "text", "text": string } | { "kind": "step", "text": string } | { "kind": "note", "text": string };

export type Hit = { 
/**
 * What it is.
 */
kind: HitKind, 
/**
 * Its key.
 */
id: string, 
/**
 * Its name.
 */
title: string, 
/**
 * What tells it from others of that name.
 */
detail: string, 
/**
 * Why a list may not show it, e.g. 退会.
 */
reason: string | null, };

export type HitKind = "person" | "household" | "association" | "body" | "occasion" | "meeting" | "entry" | "heading" | "action";

export type Hits = { hits: Array<Hit>, };

export type Holder = "chair" | "president" | "member" | "blank";

export type HolderShown = { id: string, 
/**
 * Empty for the one with which the office was made.
 */
name: string, since_label: string, 
/**
 * The office was opened with it.
 */
is_here: boolean, };

export type HomePage = { due: Array<Due>, figures: Figures, last_year: Array<LastYear>, first_steps: Array<FirstStep>, safety: Array<Safety>, roster: RosterNotice, };

export type HomeShown = { id: string, name: string, others: Array<Resident>, };

export type Honoured = { 
/**
 * 株式会社見本商店
 */
body: string, 
/**
 * 代表取締役
 */
office: string, 
/**
 * 見本　太郎
 */
name: string, };

export type HourRate = { 
/**
 * 令和7年10月18日, as it is typed, too.
 */
from_label: string, yen_per_hour: number, source: string, };

export type HourRates = { own: Array<OwnHourRate>, of_city: Array<HourRate>, };

export type Household = { 
/**
 * Key.
 */
id: string, 
/**
 * 世帯名 for labels; empty takes the head's name.
 */
name: string, 
/**
 * 世帯主
 */
head_person_id: string | null, 
/**
 * 自治会 or 班
 */
organisation_id: string | null, 
/**
 * 郵便番号, NNN-NNNN
 */
postal: string, 
/**
 * 住所, shared by all who live here.
 */
address: string, 
/**
 * 電話
 */
phone: string, 
/**
 * 備考
 */
note: string, 
/**
 * The day from which the household is no more.
 */
closed_on: string | null, 
/**
 * Raised by every change.
 */
version: number, };

export type HouseholdRecord = { household: Household, name: string, body: string, closed_label: string, residents: Array<Lived>, };

export type HouseholdRow = { id: string, name: string, kana: string, 
/**
 * 桜町東自治会 or 一班
 */
body: string, postal: string, address: string, phone: string, 
/**
 * Who lives there and is in the roster in that year.
 */
residents: Array<Resident>, is_closed: boolean, 
/**
 * True for one that everybody left, by moving, leaving the roster or death, and that nobody closed.
 */
is_left: boolean, };

export type HouseholdSuggestion = { name: string, postal: string, address: string, phone: string, residents: Array<Resident>, 
/**
 * The associations and blocks in which they may live: one is clear, several must be asked about.
 */
places: string[], };

export type HouseholdSuggestions = { families: Array<HouseholdSuggestion>, 
/**
 * People in the roster of the year.
 */
persons: number, 
/**
 * Those of them who live in no household and have no address.
 */
without_address: number, };

export type ImportCandidate = { 
/**
 * Key.
 */
id: string, 
/**
 * Name.
 */
title: string, 
/**
 * What tells it from others.
 */
detail: string, };

export type ImportPlan = { 
/**
 * What is imported.
 */
kind: Kind, 
/**
 * Name of the file.
 */
file: string, 
/**
 * Encoding of a text file.
 */
encoding: string | null, 
/**
 * How many of each.
 */
counts: Counts, 
/**
 * Sheets and columns as understood.
 */
sheets: Array<SheetView>, 
/**
 * The records.
 */
rows: Array<PlanRow>, 
/**
 * What is wrong or worth a look.
 */
issues: Array<IssueView>, 
/**
 * What a column may mean.
 */
fields: Array<FieldName>, 
/**
 * Sentences about the file as a whole.
 */
notes: Array<string>, };

export type Imported = { file: string, counts: Counts, };

export type IndicatorDraft = { 
/**
 * The one that is changed; none for a new one.
 */
id: string | null, version: number, 
/**
 * None before one was chosen.
 */
heading_id: string | null, name: string, unit: string, wish: IndicatorWish, source: string, base_year: string, base: string, years: Array<IndicatorYearDraft>, };

export type IndicatorWish = "more" | "less";

export type IndicatorYearDraft = { year: FiscalYear, 
/**
 * 令和7年度
 */
label: string, target: string, actual: string, note: string, };

export type IssueView = { 
/**
 * Sheet.
 */
sheet: string, 
/**
 * Cell.
 */
cell: string, 
/**
 * Code.
 */
code: string, 
/**
 * What happened.
 */
message: string, 
/**
 * What to do.
 */
hint: string, };

export type Item = { "kind": "text" } & Text | { "kind": "room" } & Room | { "kind": "line" } & Line | { "kind": "rect" } & Rect | { "kind": "polyline" } & Polyline | { "kind": "circle" } & Circle | { "kind": "photo" } & Framed;

export type ItemChoice = { id: string, side: Side, kan: string, kou: string, 
/**
 * What it stands under: the levels above its own, and its 会計 where that is not 一般会計.
 */
group: string, 
/**
 * The deepest level that is used.
 */
name: string, 
/**
 * Its reading, as far as its words are known.
 */
kana: string, fund_id: string | null, };

export type ItemDraft = { id: string | null, version: number, meeting_id: string, kind: ItemKind, matter: Matter, title: string, explanation: string, discussion: string, 
/**
 * None takes the usual one.
 */
subject_year: FiscalYear | null, revision_id: string | null, old_text: string, new_text: string, from: string, to: string, };

export type ItemKind = "report" | "motion" | "other";

export type ItemRow = { 
/**
 * Only an item has one.
 */
id: string | null, depth: number, name: string, 
/**
 * What leads to it, outermost first.
 */
path: Array<string>, 
/**
 * 款, 項, 目 and 節, filled from the outermost.
 */
levels: [string, string, string, string], can_rise: boolean, can_sink: boolean, state: ItemState, };

export type ItemShown = { item: AgendaItem, label: string, matter_label: string, 
/**
 * 過半数, 4分の3以上 …
 */
majority_label: string, needed: number, base: number, outcome: Outcome, outcome_label: string, sentence: string, tally: Tally, 
/**
 * Who votes on it as the door is now.
 */
voting: Voting, 
/**
 * Somebody was marked after the vote: it stays as it was counted.
 */
is_outdated: boolean, ballot: Ballot | null, voted_label: string, 
/**
 * Papers of the records that belong to it.
 */
papers: Array<PaperDrawn>, 
/**
 * 何年度のものか: the years to choose from, with the usual title of each; empty for a matter that has none.
 */
years: Array<SubjectYear>, 
/**
 * The year that it is about.
 */
year: FiscalYear, nominations: Array<Nomination>, is_in_effect: boolean, 
/**
 * 規約改正: the text in force, where the records have one.
 */
bylaws: string | null, from_label: string, to_label: string, };

export type ItemState = "fresh" | "idle" | "used";

export type ItemTaken = { item_id: string, activity: string, 
/**
 * False where several have chosen it and 積算内訳 says nothing of this one.
 */
has_budget: boolean, };

export type ItemTree = { 
/**
 * 一般会計 and the funds beside it.
 */
funds: Array<FundChoice>, 
/**
 * True for a year whose names stay as they are.
 */
is_closed: boolean, income: Array<ItemRow>, expense: Array<ItemRow>, retired: Array<RetiredItem>, };

export type ItemVote = { item_id: string, vote: Vote | null, };

export type Kept = { new: number, };

export type KeyLabel = { key: string, label: string, };

export type KeysShown = { holders: Array<HolderShown>, 
/**
 * The name that the history gives to what is done now.
 */
operator: string, 
/**
 * The paper key was typed back once.
 */
recovery_confirmed: boolean, 
/**
 * A new paper key waits to be typed back; the one before still opens the office.
 */
recovery_renewed: boolean, 
/**
 * The new paper can still be printed.
 */
has_sheet: boolean, 
/**
 * Nobody keeps anything of the specimen secret.
 */
is_sample: boolean, 
/**
 * Folder that is handed over.
 */
folder: string, };

export type Kind = "roster" | "associations" | "budget" | "cash-book" | "activities" | "households" | "equipment" | "bank-statement";

export type KindShown = { kind: CountKind, label: string, is_numerator: boolean, is_denominator: boolean, };

export type LabelChoice = { 
/**
 * Which paper, by its key.
 */
stationery: string, 
/**
 * The first face to be used, from 0.
 */
first: number, 
/**
 * 様, 御中 …
 */
honorific: string, 
/**
 * Numbers on what is written from top to bottom.
 */
numerals: Numerals, 
/**
 * 連名: one face for those who live at one address.
 */
is_joined: boolean, 
/**
 * The body and the role stand above the name.
 */
with_office: boolean, 
/**
 * Tenths of a millimetre to the right and down.
 */
shift: [number, number], 
/**
 * 差出人 on envelopes and cards.
 */
with_sender: boolean, 
/**
 * What stands on a 往復はがき.
 */
card: CardWords, 
/**
 * What stands on a 表彰状.
 */
certificate: CertificateWords, };

export type Lack = "candidates" | "new_text" | "explanation";

export type LastYear = { on_label: string, title: string, to: string, };

export type LeaverShown = { person_id: string, 
/**
 * （消去した人） once it was erased.
 */
name: string, left_label: string, due_label: string, is_due: boolean, keeps_name: boolean, is_erased: boolean, };

export type LeftOut = { name: string, address: string, reason: LeftOutReason, };

export type LeftOutReason = "no_address" | "no_council" | "too_long" | "died" | "nobody_there";

export type LegalForm = "voluntary" | "recognised";

export type LentTo = { borrower: string, quantity: number, due_label: string, };

export type Line = { 
/**
 * Start.
 */
x1: number, 
/**
 * Start.
 */
y1: number, 
/**
 * End.
 */
x2: number, 
/**
 * End.
 */
y2: number, 
/**
 * Thickness.
 */
thickness: number, 
/**
 * Length of its dashes and gaps; 0 is solid.
 */
dash: number, };

export type LineChoice = { id: string, name: string, };

export type LineDraft = { item_id: string, amount: string, note: string, };

export type LineOfWork = { name: string, committee: string, };

export type LineParts = { 
/**
 * With what it stands under.
 */
item: string, 
/**
 * 当初予算額; none before there is a line.
 */
amount_yen: Yen | null, 
/**
 * True once a meeting decided the budget: the amount stays, the parts only explain it.
 */
is_decided: boolean, parts: Array<BudgetPart>, activities: Array<PartChoice>, committees: Array<PartChoice>, grants: Array<PartChoice>, };

export type LineRecord = { line: ActivityShown, occasions: Array<OccasionRow>, 
/**
 * The other lines of work, with which it may be one.
 */
others: Array<LineChoice>, };

export type LineShown = { id: string, on_label: string, words: string, memo: string, paid_in_yen: Yen | null, paid_out_yen: Yen | null, balance_yen: Yen | null, 
/**
 * The balance does not follow from the line before.
 */
gap: WireError | null, 
/**
 * The entries that it is; empty while it is none.
 */
entries: Array<EntryBrief>, 
/**
 * The entries that it may be.
 */
choices: Array<EntryBrief>, 
/**
 * What it would be recorded as.
 */
draft: EntryDraft, 
/**
 * 支出　水道光熱費　水道料（見本市水道局）
 */
proposal: Proposal, 
/**
 * True when it may be recorded as it is proposed.
 */
is_ready: boolean, };

export type LineToRecord = { year: FiscalYear, purse_id: string, line: LineShown, };

export type ListChoice = { 
/**
 * What it is made of.
 */
source: ListSource, 
/**
 * 一覧の名, as it stands on the paper.
 */
title: string, 
/**
 * Columns, left to right.
 */
columns: Array<string>, 
/**
 * What the rows are ordered by.
 */
order: string, 
/**
 * What the rows are grouped by.
 */
group: string | null, 
/**
 * Which rows.
 */
filter: Filter, 
/**
 * A4 upright or lying.
 */
orientation: Orientation, };

export type ListChoices = { sources: Array<SourceChoice>, presets: Array<ListChoice>, saved: Array<SavedList>, papers: Array<PaperChoice>, shifts: Array<PrintShift>, honorifics: Array<string>, 
/**
 * What is proposed for a 往復はがき.
 */
card: CardWords, 
/**
 * What is proposed for a 表彰状, and the texts to begin from.
 */
certificate: CertificateWords, certificate_texts: Array<CertificateText>, forms: Array<KeyLabel>, };

export type ListRow = { id: string, cells: Array<string>, };

export type ListRows = { columns: Array<string>, sections: Array<ListSection>, count: number, unit: string, };

export type ListSection = { label: string, rows: Array<ListRow>, };

export type ListSource = "people" | "households" | "associations";

export type Lived = { resident: Resident, from_label: string, to_label: string, lives_here: boolean, 
/**
 * Since when they are not in the roster any more, and why; empty for those who are.
 */
gone_label: string, gone_reason: string, };

export type LoanRow = { id: string, 
/**
 * Empty once it was erased.
 */
borrower: string, contact: string, purpose: string, quantity: number, lent_label: string, due_label: string, 
/**
 * Empty while it is away.
 */
returned_label: string, is_overdue: boolean, note: string, };

export type Made = { imported: Array<Imported>, };

export type MadeFiles = { files: Array<Token>, 
/**
 * Numbers of the copies.
 */
copies: number[], };

export type Majority = { 
/**
 * 過半数, 4分の3以上 …
 */
share: Share, 
/**
 * Of what.
 */
base: Base, };

export type Matter = "activities" | "settlement" | "audit" | "bylaws" | "officers" | "plan" | "budget" | "revision" | "property" | "members" | "bylaws_text" | "community_plan" | "dissolution" | "free";

export type Measure = { title: string, whole_yen: Yen, before_yen: Yen, after_yen: Yen, left_yen: Yen, };

export type Meeting = { 
/**
 * Key.
 */
id: string, 
/**
 * 定期総会, 役員会 …
 */
kind: MeetingKind, 
/**
 * The 部会 that meets.
 */
organisation_id: string | null, 
/**
 * 年度
 */
fiscal_year: FiscalYear, 
/**
 * 第○回
 */
number: number | null, 
/**
 * 開催日; for a written one the day on which the slips are counted.
 */
held_on: string, 
/**
 * 開会
 */
begins_at: string | null, 
/**
 * 閉会
 */
ends_at: string | null, 
/**
 * 場所
 */
place: string, 
/**
 * 招集通知を出した日
 */
notice_on: string | null, 
/**
 * 票の提出期限
 */
slips_due_on: string | null, 
/**
 * 書面だけの会議
 */
is_written: boolean, 
/**
 * The day on which all members had agreed to decide in writing.
 */
agreed_on: string | null, 
/**
 * 会則の決まり as they were when it was called.
 */
rules: Rules, 
/**
 * The day as of which 名簿 was taken for the roll; none while there is no roll.
 */
voters_on: string | null, 
/**
 * Who took part when 資格報告 was read out; none while it is not opened.
 */
opened: Opened | null, 
/**
 * 会長 is there, who has no number on the roll: the proxies to 会長 count.
 */
president_came: boolean, 
/**
 * 議長
 */
chair: string, 
/**
 * 議事録署名人, one a line.
 */
signers: string, 
/**
 * メモ
 */
note: string, 
/**
 * Raised by every change.
 */
version: number, };

export type MeetingBody = { id: string, name: string, };

export type MeetingDraft = { id: string | null, version: number, year: FiscalYear, kind: MeetingKind, organisation_id: string | null, number: string, held: string, begins: string, ends: string, place: string, notice: string, 
/**
 * 票の提出期限
 */
slips_due: string, is_written: boolean, 
/**
 * 全員の同意がそろった日, of a meeting in writing.
 */
agreed: string, chair: string, signers: string, note: string, };

export type MeetingFile = { file: Token, sentence: string, };

export type MeetingKind = "ordinary" | "extraordinary" | "board" | "committee";

export type MeetingRecord = { record: Meeting, title: string, held_label: string, begins: string, ends: string, notice_label: string, slips_due_label: string, agreed_label: string, 
/**
 * Where slips come back to: the council itself.
 */
comes_back_to: string, 
/**
 * What it has by how it is held.
 */
parts: Array<Part>, 
/**
 * Papers that a 認可地縁団体 files because of what was approved.
 */
filed: Array<PaperDrawn>, 
/**
 * Grants whose budget a 補正 in effect has changed.
 */
grant_changes: Array<GrantChange>, 
/**
 * 書面だけの総会 of a 認可地縁団体: that all agreed to it is not written down.
 */
lacks_agreement: boolean, 
/**
 * The last day on which the notice is in time.
 */
notice_until_label: string, is_notice_late: boolean, voters_label: string, 
/**
 * The rules by which it was called.
 */
called_by: CalledBy, 
/**
 * A result is written down.
 */
is_voted: boolean, 
/**
 * Where households vote: those who live in none and so have no vote.
 */
homeless: Array<string>, 
/**
 * Numbers of slips that came back of which no mark was typed at any item.
 */
unmarked_slips: string, 
/**
 * The chair votes only on a tie, and nobody of the roll is said to be the chair.
 */
is_chair_unknown: boolean, 
/**
 * 認可地縁団体 on its day.
 */
is_recognised: boolean, unit: string, attendance: Attendance, quorum: Quorum, quorum_label: string, 
/**
 * 資格報告, to be read out.
 */
sentence: string, 
/**
 * The same as it was read out at the opening; none while it is not opened.
 */
opening_sentence: string | null, 
/**
 * Numbers of proxies that nobody in the room holds.
 */
lapsed: string, 
/**
 * Somebody came late or left: a vote says when it was taken.
 */
is_restless: boolean, items: Array<ItemShown>, 
/**
 * Drafts of 補正予算 of the year.
 */
revisions: Array<RevisionChoice>, 
/**
 * An approved item waits to take effect.
 */
is_effect_due: boolean, is_in_effect: boolean, };

export type MeetingRow = { id: string, kind: MeetingKind, title: string, held_on: string, held_label: string, place: string, items: number, 
/**
 * Items that were decided, and those that still wait for it.
 */
decided: number, waiting: number, 
/**
 * None while there is no roll.
 */
is_quorate: boolean | null, is_in_effect: boolean, };

export type Meetings = { meetings: Array<MeetingRow>, committees: Array<MeetingBody>, 
/**
 * What a meeting has where people come together, and what one in writing has.
 */
parts_in_room: Array<Part>, parts_in_writing: Array<Part>, };

export type MemberShown = { person_id: string, name: string, role: RoleShown, };

export type Method = "no_objection" | "applause" | "hands" | "rising" | "paper" | "written";

export type MissingGlyph = { 
/**
 * The character, with its variation selector when it has one.
 */
character: string, 
/**
 * What stands on the paper instead: 〓, or the plain form of the character.
 */
drawn: string, 
/**
 * The text that it occurs in.
 */
text: string, };

export type MissingShown = { form: string, code: string, message: string, };

export type MoneySource = "grant" | "own" | "fund" | "donation" | "unknown";

export type Month = { 
/**
 * `2025-04-01`
 */
first: string, label: string, is_locked: boolean, entries: number, 
/**
 * How many of them nobody has approved, where the council asks for it; in a closed year nobody may any more.
 */
unapproved: number, };

export type MonthEnd = { on: string, 
/**
 * 4月末, or 4月20日
 */
label: string, };

export type MonthRow = { 
/**
 * 4月
 */
label: string, opening_yen: Yen, income_yen: Yen, expense_yen: Yen, balance_yen: Yen, };

export type MonthTask = { id: string, title: string, detail: string, due_label: string, 
/**
 * Where that stands.
 */
source: string, 
/**
 * 令和6年度, where it belongs to another year than the one looked at.
 */
of_year: string, state: WorkState, act: string, to: string, };

export type MountSize = "one" | "three" | "six";

export type MovedEffect = { from_left_yen: Yen | null, to_left_yen: Yen | null, warnings: Array<WireError>, };

export type MovedRow = { id: string, kind: ReallocationKind, on_label: string, from: string, to: string, amount_yen: Yen, reason: string, by: string, };

export type MovementRow = { 
/**
 * 4月
 */
label: string, opening: number, joined: number, left: number, closing: number, reasons: Array<ReasonCount>, };

export type MovementShown = { id: string, name: string, on_label: string, direction: Direction, reason: string, };

export type MovementTable = { months: Array<MovementRow>, year: MovementRow, movements: Array<MovementShown>, };

export type NamedPaper = "reception" | "seating" | "slips" | "home_slips";

export type NamedRow = { 
/**
 * From 1.
 */
row: number, 
/**
 * 自治会名
 */
name: string, };

export type Nomination = { 
/**
 * Key.
 */
id: string, 
/**
 * The item that elects.
 */
item_id: string, 
/**
 * The role that somebody holds now and that ends; none for a seat that nobody holds.
 */
role_id: string | null, 
/**
 * Where.
 */
organisation_id: string, 
/**
 * 会長, 会計 …
 */
title: string, 
/**
 * Who; none leaves the seat open.
 */
person_id: string | null, };

export type NominationDraft = { role_id: string | null, organisation_id: string, title: string, person_id: string | null, };

export type Numerals = "kanji" | "digits";

export type Occasion = { 
/**
 * Key.
 */
id: string, 
/**
 * The line of work it belongs to.
 */
activity_id: string | null, 
/**
 * The one record on several days whose day it is; none for one that stands alone.
 */
series_id: string | null, 
/**
 * 年度
 */
fiscal_year: FiscalYear, 
/**
 * 行事名
 */
title: string, 
/**
 * First day.
 */
from_on: string, 
/**
 * Last day; the first one again for a single day.
 */
to_on: string, 
/**
 * Still to come, held, or called off.
 */
state: OccasionState, 
/**
 * 中止の理由; empty unless it was called off.
 */
cancel_reason: string, 
/**
 * はじまりの時刻
 */
begins_at: string | null, 
/**
 * おわりの時刻
 */
ends_at: string | null, 
/**
 * 天気
 */
weather: string, 
/**
 * 事故・けがなど
 */
incident: string, 
/**
 * 場所
 */
place: string, 
/**
 * 参加者数
 */
participants: number | null, 
/**
 * 約314名 is rounded.
 */
participants_certainty: Certainty, 
/**
 * 従事者・スタッフ数
 */
helpers: number | null, 
/**
 * 参加対象者
 */
target: string, 
/**
 * 告知（広報）方法
 */
notice: string, 
/**
 * 事業実施内容
 */
content: string, 
/**
 * 自己評価・反省点
 */
reflection: string, 
/**
 * 効果検証
 */
effect: string, 
/**
 * 作成者
 */
author: string, 
/**
 * 公開する情報
 */
announcement: Announcement, 
/**
 * Raised by every change.
 */
version: number, };

export type OccasionAttendance = { 
/**
 * Key.
 */
id: string, 
/**
 * The occasion.
 */
occasion_id: string, 
/**
 * Somebody of the roster.
 */
person_id: string | null, 
/**
 * Somebody else, as written.
 */
name: string, 
/**
 * As what.
 */
part: AttendancePart, 
/**
 * How long a helper worked; none is as long as the occasion lasted.
 */
minutes: number | null, };

export type OccasionChoice = { id: string, 
/**
 * 10月12日　夏祭り
 */
name: string, activity_id: string | null, };

export type OccasionCost = { income_yen: Yen, expense_yen: Yen, 
/**
 * Expenses by who pays them: a grant, or 自主財源.
 */
funding: Array<FundingShown>, entries: Array<CostEntry>, 
/**
 * What its line of work cost in the year, all occasions together.
 */
activity: ActivityShown | null, };

export type OccasionDraft = { id: string | null, version: number, year: FiscalYear, activity: string, 
/**
 * 担当部会 of the line of work; none leaves it as it is.
 */
committee: string | null, title: string, from: string, to: string, begins: string, ends: string, 
/**
 * None is told by the day: what is to come is planned.
 */
state: OccasionState | null, cancel_reason: string, weather: string, incident: string, place: string, participants: string, helpers: string, target: string, notice: string, content: string, reflection: string, effect: string, author: string, announcement: AnnouncementDraft, 
/**
 * The other days on which it was held; those that are not named stay as they are.
 */
days: Array<OtherDayDraft>, };

export type OccasionFile = { 
/**
 * ics, events-older, events-current
 */
id: string, title: string, 
/**
 * False where the order of the columns is not confirmed.
 */
is_order_confirmed: boolean, };

export type OccasionRecord = { row: OccasionRow, record: Occasion, from_label: string, to_label: string, 
/**
 * 9:00; empty where it is not known.
 */
begins: string, ends: string, 
/**
 * 公開する情報 as it is typed.
 */
announcement: AnnouncementDraft, 
/**
 * The same as it is told: 料金, 500円（小学生は無料）.
 */
announced: Array<[string, string]>, 
/**
 * Where it is one record on several days.
 */
days: DaysShown, duties: Array<TaskShown>, preparations: Array<TaskShown>, };

export type OccasionRow = { id: string, on_label: string, from_on: string, to_on: string, title: string, state: OccasionState, 
/**
 * 予定, 実施, 中止.
 */
state_label: string, 
/**
 * It is said to be still to come, and its day has passed.
 */
is_overdue: boolean, 
/**
 * 9:00～12:00
 */
hours: string, activity: string, 
/**
 * 担当部会 of the line of work.
 */
committee: string, place: string, participants: number | null, participants_label: string, helpers: number | null, };

export type OccasionState = "planned" | "held" | "cancelled";

export type OccasionTask = { 
/**
 * Key.
 */
id: string, 
/**
 * The occasion.
 */
occasion_id: string, 
/**
 * 役割 or 準備.
 */
kind: TaskKind, 
/**
 * Order within its kind, from 1.
 */
position: number, 
/**
 * 受付; テントを借りる
 */
what: string, 
/**
 * Who does it, from the roster.
 */
person_id: string | null, 
/**
 * Who does it, as written; empty where it is somebody of the roster.
 */
name: string, 
/**
 * いつまでに
 */
until_on: string | null, 
/**
 * True when it is done.
 */
is_done: boolean, 
/**
 * Raised by every change.
 */
version: number, };

export type Occasions = { occasions: Array<OccasionRow>, totals: Totals, activities: Array<ActivityShown>, };

export type OfficeSide = "board" | "auditors" | "advisers" | "secretariat";

export type OfficerShown = { role_id: string, person_id: string, kind: OrganisationKind, body: string, title: string, name: string, from_label: string, to_label: string, 
/**
 * As it stands in the fiscal year of the day.
 */
appointment: Appointment | null, elected_by: string, 
/**
 * Since when the holder is not in the roster, though nobody wrote down that the office ended; empty when they are.
 */
gone_label: string, gone_reason: string, };

export type Officers = { on_label: string, officers: Array<OfficerShown>, 
/**
 * The names of all offices that anybody ever held, in the order of papers.
 */
titles: Array<string>, };

export type OpenReading = { 
/**
 * `blocks`
 */
id: string, 
/**
 * 「50世帯ごと」の数え方
 */
label: string, 
/**
 * The readings.
 */
option: Array<Reading>, };

export type Opened = { 
/**
 * Nobody said it: it was counted with the first result, and goes with the last one.
 */
with_result: boolean, 
/**
 * 総数
 */
total: number, 
/**
 * 本人の出席
 */
present: number, 
/**
 * 代理人の出席
 */
deputies: number, 
/**
 * 委任状 that count.
 */
proxies: number, 
/**
 * 委任状 whose holder is not there.
 */
lapsed: number, 
/**
 * 書面表決
 */
written: number, 
/**
 * 電磁的方法
 */
electronic: number, 
/**
 * Not yet there, or gone already.
 */
away: number, 
/**
 * 欠席
 */
absent: number, 
/**
 * 無効
 */
invalid: number, 
/**
 * No answer yet.
 */
open: number, };

export type OpeningTyped = { id: string, opening: string, 
/**
 * Cash or a passbook; none leaves it as it is.
 */
kind: PurseKind | null, 
/**
 * Its 部会; none is the secretariat's own.
 */
committee_id: string | null, };

export type OptionResult = { option: string, count: number, percent: string | null, tenths: number | null, };

export type Organisation = { 
/**
 * Key.
 */
id: string, 
/**
 * What it is.
 */
kind: OrganisationKind, 
/**
 * 名称 as typed.
 */
name: string, 
/**
 * フリガナ
 */
kana: string, 
/**
 * The body it belongs to now; none stands under the council itself.
 */
parent_id: string | null, 
/**
 * Order on papers.
 */
position: number, 
/**
 * 設立日
 */
founded_on: string | null, 
/**
 * 解散日; the body stays in the file for the years that knew it.
 */
dissolved_on: string | null, 
/**
 * 備考
 */
note: string, 
/**
 * Raised by every change.
 */
version: number, };

export type OrganisationKind = "council" | "committee" | "association" | "member_body" | "area" | "block";

export type Orientation = "portrait" | "landscape" | "small";

export type OtherDayDraft = { id: string | null, version: number, on: string, participants: string, helpers: string, 
/**
 * この日を分ける: it is an occasion of its own once this is saved.
 */
is_apart: boolean, };

export type OtherYear = { label: string, year: PlanActionYear, };

export type Outcome = "open" | "told" | "approved" | "rejected" | "tie" | "no_quorum";

export type Output = "pdf" | "xlsx" | "stamp";

export type OwnCounts = { id: string, name: string, counts: Array<CountGiven>, };

export type OwnField = { field: CustomField, value: string, };

export type OwnHourRate = { id: string, version: number, 
/**
 * 令和7年10月18日, as it is typed, too.
 */
from_label: string, yen_per_hour: number, source: string, };

export type OwnValue = { field_id: string, value: string, };

export type Owner = "person" | "household" | "organisation" | "entry" | "occasion" | "receipt" | "grant_step";

export type PackedReceipts = { file: Token, 
/**
 * How many pictures are in it.
 */
pictures: number, 
/**
 * Pictures that are lost or damaged, or of which nobody can tell what they say of their making.
 */
lost: Array<string>, 
/**
 * How many receipts have no picture.
 */
bare: number, };

export type Pages = { 
/**
 * One per page.
 */
sheets: Array<Sheet>, 
/**
 * Characters that no font has; never silently left out.
 */
missing: Array<MissingGlyph>, };

export type Paper = { form: string, title: string, form_no: string, city: string, source: string, is_verified: boolean, outputs: Array<Output>, 
/**
 * The form that fills the city's own workbook with the same paper.
 */
stamped_as: string | null, grant_id: string | null, 
/**
 * The grant whose paper it is; empty for a paper of the whole year.
 */
grant: string, pages: Pages, checks: Array<CheckShown>, texts: Array<TextField>, };

export type PaperChoice = { id: string, title: string, products: Array<string>, source: string, is_verified: boolean, columns: number, rows: number, writing: Writing, 
/**
 * It has a place for the sender.
 */
has_sender: boolean, 
/**
 * What is printed beside the address.
 */
beside: CardSide | null, };

export type PaperDrawn = { form: string, title: string, 
/**
 * The year whose paper it is.
 */
year: FiscalYear, };

export type PaperRow = { id: string, title: string, form: string | null, stage: Stage, 
/**
 * Empty where no day is known yet.
 */
due_label: string, state: StepState | null, state_label: string, filed_label: string, is_late: boolean, 
/**
 * What is put in with it.
 */
attachments: Array<string>, 
/**
 * The day on which a copy of the paper was kept in the office file; empty when there is none.
 */
copy_label: string, source: string, is_verified: boolean, };

export type Part = "times" | "place" | "chair" | "door" | "seats" | "comes_back_to" | "agreement";

export type PartChoice = { id: string, name: string, };

export type PartDraft = { words: string, unit: string, quantity: string, times: string, amount: string, activity_id: string | null, committee_id: string | null, grant_id: string | null, };

export type PartsSum = { amounts: Array<Yen | null>, total_yen: Yen, };

export type PassageShown = { at_label: string, 
/**
 * How many more records it changed than are told.
 */
more: number, 
/**
 * The fields that differ; nothing of what was added or removed as a whole, which the sentence says.
 */
changes: Array<RowChange>, 
/**
 * Its number, from 1.
 */
seq: number, 
/**
 * Name of the operation.
 */
op: string, 
/**
 * Who did it.
 */
operator: string, 
/**
 * When.
 */
at: string, 
/**
 * What was done.
 */
sentence: string, 
/**
 * Data that it touched.
 */
areas: Array<Area>, 
/**
 * True for an act that was taken back and not done again.
 */
is_undone: boolean, 
/**
 * True when it may be taken back.
 */
can_undo: boolean, 
/**
 * Its hash in the chain.
 */
hash: string, };

export type Passages = { passages: Array<PassageShown>, 
/**
 * There are older ones.
 */
has_more: boolean, };

export type Passbook = { id: string, name: string, };

export type PaymentLine = { association: string, households: number | null, amount_yen: number | null, lacking: string, steps: Array<string>, };

export type PaymentMode = "advance" | "estimate" | "settled";

export type PaymentPage = { formulas: Array<FormulaShown>, chosen: string | null, readings: { [key in string]: string }, 
/**
 * 4月20日, as it was given.
 */
filed: string, counts: Array<CountGiven>, 
/**
 * The associations with the counts that were given for each.
 */
associations: Array<OwnCounts>, lines: Array<PaymentLine>, total_yen: number | null, };

export type People = { people: Array<PersonRow>, 
/**
 * Leavers whom the list shows at its end.
 */
leavers: number, persons: number, roles: number, 
/**
 * The council's own fields in use; each row holds their values in this order.
 */
fields: Array<CustomField>, 
/**
 * Everybody in the file, whom the law on personal data protects.
 */
on_file: number, 
/**
 * So many that the law asks for more than of a small office.
 */
is_large: boolean, };

export type Person = { 
/**
 * Key.
 */
id: string, 
/**
 * 郵便番号, NNN-NNNN
 */
postal: string, 
/**
 * 住所
 */
address: string, 
/**
 * 自宅の電話
 */
phone: string, 
/**
 * 携帯電話
 */
mobile: string, 
/**
 * 生年月日
 */
birth_on: string | null, 
/**
 * 入会日 of the present stay; none when it lies before the records.
 */
joined_on: string | null, 
/**
 * 入会, 転入 …
 */
joined_reason: string, 
/**
 * 退会日; a leaver stays in the file and is not counted from that day on.
 */
left_on: string | null, 
/**
 * 退会, 転出, 死亡, 休会 …
 */
left_reason: string, 
/**
 * 代替表記 for systems that lack a character of the name.
 */
alternate_name: string, 
/**
 * 備考
 */
note: string, 
/**
 * Raised by every change; a writer that saw an older one is told.
 */
version: number, 
/**
 * 姓
 */
family: string, 
/**
 * 名
 */
given: string, 
/**
 * セイ
 */
family_kana: string, 
/**
 * メイ
 */
given_kana: string, };

export type PersonDraft = { id: string | null, version: number, family: string, given: string, family_kana: string, given_kana: string, postal: string, address: string, phone: string, mobile: string, birth: string, joined: string, joined_reason: string, left: string, left_reason: string, alternate_name: string, note: string, 
/**
 * 引っ越した日 when the address is another one; empty where it was only written wrongly.
 */
moved: string, 
/**
 * What the council's own fields hold; those left out stay as they are.
 */
own: Array<OwnValue>, };

export type PersonNamed = { id: string, name: string, };

export type PersonRecord = { person: Person, 
/**
 * The name as it is shown everywhere.
 */
name: string, 
/**
 * True once the name, and with it everything else, was erased.
 */
is_erased: boolean, birth_label: string, joined_label: string, left_label: string, roles: Array<RoleShown>, household: HomeShown | null, own: Array<OwnField>, timeline: Array<Happening>, 
/**
 * The record to which this one belongs now.
 */
merged_into: PersonNamed | null, };

export type PersonRow = { id: string, name: string, kana: string, postal: string, address: string, phone: string, mobile: string, birth_label: string, joined_label: string, left_label: string, left_reason: string, household: string, association: string, roles: string, bodies: Array<string>, 
/**
 * 席次 of the first role that has one.
 */
seat: number | null, own: Array<string>, has_left: boolean, };

export type PictureShown = { 
/**
 * A JPEG; empty while there is none.
 */
base64: string, };

export type PlacedCell = { 
/**
 * C3
 */
cell: string, 
/**
 * What is written there.
 */
content: Single, };

export type PlacedColumn = { 
/**
 * A, B …
 */
letter: string, 
/**
 * What the city calls it.
 */
heading: string, 
/**
 * What is written there; nothing leaves it as the city made it.
 */
content: Content | null, 
/**
 * The city has written something below its heading.
 */
has_words: boolean, };

export type Places = { 
/**
 * Name of the sheet.
 */
sheet: string, 
/**
 * First row for an association.
 */
first_row: number, 
/**
 * Last row for an association; sums stand below it.
 */
last_row: number, 
/**
 * The columns, left to right.
 */
columns: Array<PlacedColumn>, 
/**
 * Single cells beside the list.
 */
cells: Array<PlacedCell>, 
/**
 * Names that the city has printed already, by row.
 */
names: Array<NamedRow>, };

export type PlanAction = { 
/**
 * Key.
 */
id: string, 
/**
 * The 施策 or 目標 it stands below.
 */
heading_id: string, 
/**
 * The line of work by which it is done: occasions, participants and cost of a year are drawn from its records.
 */
activity_id: string | null, 
/**
 * Order below its heading.
 */
position: number, 
/**
 * 取組の名前
 */
name: string, 
/**
 * 体制
 */
organisation: string, 
/**
 * 計画
 */
planning: string, 
/**
 * 実行
 */
doing: string, 
/**
 * 見直し
 */
reviewing: string, 
/**
 * First year.
 */
from_year: FiscalYear, 
/**
 * Last year, where it is known.
 */
until_year: number | null, 
/**
 * Raised by every change.
 */
version: number, };

export type PlanActionOne = { action: PlanAction, activity: string, 
/**
 * As they are typed.
 */
from_year: string, until_year: string, year_label: string, 
/**
 * False when there is nothing to do of it in the year.
 */
is_in_force: boolean, 
/**
 * What is written of the year.
 */
now: PlanActionYear, drawn: DrawnShown | null, 
/**
 * 実績 as the records of the year tell it; empty without a line of work.
 */
proposal: string, 
/**
 * The other years that something is written of, last to first.
 */
others: Array<OtherYear>, };

export type PlanActionRow = { id: string, heading_id: string, name: string, activity: string, 
/**
 * 令和3年度～
 */
span: string, 
/**
 * False before it begins, after it ended, and after a review ended it.
 */
is_in_force: boolean, target: string, review: PlanReview | null, drawn: DrawnShown | null, };

export type PlanActionYear = { 
/**
 * Key.
 */
id: string, 
/**
 * The action.
 */
action_id: string, 
/**
 * 年度
 */
fiscal_year: FiscalYear, 
/**
 * 当年度目標
 */
target: string, 
/**
 * 実績; empty where the records speak for themselves.
 */
result: string, 
/**
 * 課題・今後の方向性
 */
direction: string, 
/**
 * What its review came to; none before.
 */
review: PlanReview | null, 
/**
 * Raised by every change.
 */
version: number, };

export type PlanBranch = { heading: PlanHeading, measures: Array<PlanBranch>, actions: Array<PlanActionRow>, indicators: Array<PlanIndicatorRow>, };

export type PlanDraft = { id: string | null, version: number, year: FiscalYear, activity: string, 
/**
 * 担当部会 of the line of work; an empty one takes it away.
 */
committee: string, 
/**
 * 科目
 */
item_id: string | null, 
/**
 * 財源
 */
grant_id: string | null, schedule: string, aims: string, content: string, place: string, target: string, participants: string, notice: string, };

export type PlanHeading = { 
/**
 * Key.
 */
id: string, 
/**
 * The 目標 of a 施策.
 */
parent_id: string | null, 
/**
 * Order among those below the same one.
 */
position: number, 
/**
 * Its words.
 */
name: string, 
/**
 * 説明
 */
detail: string, 
/**
 * Raised by every change.
 */
version: number, };

export type PlanIndicatorOne = { draft: IndicatorDraft, 
/**
 * 達成率 of its years in percent, in the order of the draft.
 */
attained: Array<string | null>, };

export type PlanIndicatorRow = { id: string, name: string, unit: string, base: string, base_year: string, 
/**
 * Of the year; empty where there is none.
 */
target: string, actual: string, 
/**
 * 達成率 in percent.
 */
attained: string | null, is_reached: boolean | null, };

export type PlanOptions = { 
/**
 * 目標 and 施策, as they are read.
 */
headings: Array<PlanHeading>, 
/**
 * Names of the lines of work.
 */
activities: Array<string>, 
/**
 * The years of its period, as they are typed.
 */
years: Array<PlanYearLabel>, };

export type PlanReview = "keep" | "expand" | "improve" | "reduce" | "drop" | "complete";

export type PlanRow = { 
/**
 * Place in the plan.
 */
index: number, 
/**
 * Sheet.
 */
sheet: string, 
/**
 * Row, from 1.
 */
row: number, 
/**
 * What it would do.
 */
verdict: Verdict, 
/**
 * What it is about.
 */
title: string, 
/**
 * What would be written.
 */
cells: Array<ShownCell>, 
/**
 * Differences to what is stored.
 */
changes: Array<Difference>, 
/**
 * Why it is unsure or left out.
 */
reason: string | null, 
/**
 * Whom an unsure row may be.
 */
candidates: Array<ImportCandidate>, };

export type PlanShown = { 
/**
 * None before it is begun.
 */
terms: PlanTerms | null, 
/**
 * 令和7年度
 */
year_label: string, 
/**
 * True when the year is one of its period.
 */
is_within: boolean, aims: Array<PlanBranch>, 
/**
 * Actions of the year, and those of them that were reviewed.
 */
actions: number, reviewed: number, 
/**
 * 見直し率 in percent.
 */
review_rate: string | null, mission: string, policy: string, summary: string, 
/**
 * True when the year before has something that this one could take over.
 */
can_carry: boolean, };

export type PlanTerms = { name: string, vision: string, period: string, 
/**
 * As they are typed.
 */
first_year: string, last_year: string, decided_on: string, revised_on: string, version: number, };

export type PlanYear = { 
/**
 * Key.
 */
id: string, 
/**
 * 年度
 */
fiscal_year: FiscalYear, 
/**
 * 使命
 */
mission: string, 
/**
 * 方針
 */
policy: string, 
/**
 * 取り組みの総括
 */
summary: string, 
/**
 * Raised by every change.
 */
version: number, };

export type PlanYearLabel = { year: FiscalYear, 
/**
 * 令和7年度
 */
label: string, };

export type Planned = { year: FiscalYear, amount_yen: Yen, };

export type PlannedRow = { plan: ActivityPlan, activity: string, committee: string, item_id: string | null, 
/**
 * 科目, empty where none is chosen.
 */
item: string, grant_id: string | null, 
/**
 * 財源, empty where none is chosen.
 */
grant: string, 
/**
 * What was chosen the year before and has no counterpart here yet.
 */
lost: Array<string>, 
/**
 * 予算 of the line of work, as 事業別決算書 has it.
 */
budget_yen: Yen | null, 
/**
 * 参加予定人数 as it was written: 約300.
 */
participants: string, 
/**
 * The days that its words name; empty when they name none.
 */
days: Array<string>, };

export type PlannedYear = { year: FiscalYear, label: string, planned_yen: Yen | null, put_in_yen: Yen | null, taken_out_yen: Yen | null, 
/**
 * What ought to lie there by the plan.
 */
due_yen: Yen | null, held_yen: Yen | null, difference_yen: Yen | null, };

export type Polyline = { 
/**
 * The points in order.
 */
points: Array<[number, number]>, 
/**
 * Thickness.
 */
thickness: number, 
/**
 * Length of its dashes and gaps; 0 is solid.
 */
dash: number, };

export type PostPart = "sender" | "text";

export type PreviewRow = { 
/**
 * From 1.
 */
row: number, 
/**
 * Cells from the left.
 */
cells: Array<string>, 
/**
 * True for a row of headings.
 */
is_header: boolean, };

export type Previewed = { pages: Pages, 
/**
 * How many records it is made of.
 */
count: number, unit: string, 
/**
 * Addresses that fit on no face, and records without one.
 */
left_out: Array<LeftOut>, 
/**
 * What would stand on every envelope or card, and does not fit.
 */
crowded: Array<PostPart>, };

export type PriceRule = { from_yen: number | null, source: string, is_verified: boolean, };

export type PrintShift = { 
/**
 * Key.
 */
id: string, 
/**
 * Which paper.
 */
stationery: string, 
/**
 * Name of the printer, as the secretary calls it.
 */
printer: string, 
/**
 * Tenths of a millimetre to the right.
 */
across: number, 
/**
 * Tenths of a millimetre down.
 */
down: number, };

export type Printed = { "kind": "list", choice: ListChoice, } | { "kind": "labels", choice: ListChoice, labels: LabelChoice, } | { "kind": "test_print", labels: LabelChoice, } | { "kind": "slips", choice: ListChoice, is_joined: boolean, due: string, } | { "kind": "collect", form: string, } | { "kind": "register", };

export type PrintedSeals = { file: Token, count: number, unfit: Array<string>, };

export type Privacy = { 
/**
 * What was said of fields so far.
 */
policies: Array<FieldPolicy>, 
/**
 * Years after leaving until the words of a leaver are erased.
 */
leavers_years: number, 
/**
 * People of whom the office holds more than a name.
 */
on_file: number, 
/**
 * So many that the law asks for more than of a small office.
 */
is_large: boolean, 
/**
 * The council's own fields, which are kept for something, too.
 */
fields: Array<CustomField>, 
/**
 * The newest copies that are kept: the words that were erased stay in them until they are replaced.
 */
copies: number, leavers: Array<LeaverShown>, };

export type ProjectedYear = { label: string, percent: string, tenths: number, };

export type ProjectionShown = { from: string | null, to: string | null, years: Array<ProjectedYear>, };

export type Proposal = { item: string, description: string, counterparty: string, funding: string, };

export type ProposalShown = { source: ProposalSource, plan_id: string | null, like_id: string | null, title: string, activity: string, place: string, 
/**
 * 10月11日（日）; empty where the user has to say it.
 */
on_label: string, 
/**
 * The days as they are typed.
 */
from: string, to: string, 
/**
 * The words of the plan, or the days of the year before.
 */
words: string, };

export type ProposalSource = "plan" | "undated" | "last_year";

export type PurseAtEnd = { id: string, name: string, is_cash: boolean, book_yen: Yen, stated_yen: Yen | null, difference_yen: Yen | null, 
/**
 * What is carried over: the balance after 出納整理.
 */
carried_yen: Yen, 
/**
 * What the next year begins with, where it has begun.
 */
next_opening_yen: Yen | null, };

export type PurseBegun = { id: string, name: string, kind: PurseKind, 
/**
 * 会計; empty is 一般会計.
 */
fund: string, committee_id: string | null, 
/**
 * As written down; none when nobody has.
 */
opening_yen: Yen | null, 
/**
 * What it held at the end of the year before, where its books are here.
 */
before_yen: Yen | null, };

export type PurseChoice = { id: string, 
/**
 * With its 会計 where that is not 一般会計.
 */
name: string, fund_id: string | null, committee_id: string | null, };

export type PurseEffect = { title: string, before_yen: Yen, after_yen: Yen, };

export type PurseKind = "cash" | "bank" | "advance";

export type PurseShown = { id: string, name: string, opening_yen: Yen, closing_yen: Yen, 
/**
 * A passbook, of which the bank writes statements.
 */
is_bank: boolean, 
/**
 * What it held at the end of the year before, while nobody has written down what this year began with.
 */
waiting_yen: Yen | null, };

export type PutOutFiles = { files: Array<Token>, missing: Array<MissingShown>, sentence: string, };

export type Quantity = "households" | "persons" | "subdivisions" | "cost_yen" | "districts" | "city_persons" | "allocated_yen" | "event_income_yen" | "other_grants_yen" | "decided_yen" | "received_yen" | "communities" | "counted_extra" | "secretariat_yen" | "area_office_yen";

export type Question = { 
/**
 * Under this answers are kept.
 */
id: string, 
/**
 * Its words.
 */
text: string, 
/**
 * How it is answered.
 */
kind: QuestionKind, 
/**
 * The answers to choose from.
 */
options: Array<string>, 
/**
 * 世帯
 */
unit: string, };

export type QuestionKind = "choice" | "several" | "number" | "words";

export type Quorum = { 
/**
 * How many it takes.
 */
needed: number, 
/**
 * How many there are.
 */
counted: number, 
/**
 * 成立
 */
is_met: boolean, };

export type RateFigure = { percent: string | null, points: string | null, target: string | null, target_label: string | null, target_tenths: number | null, households_needed: number | null, years: Array<RateYear>, };

export type RateShown = { label: string, percent: string | null, tenths: number | null, whole: string | null, whole_tenths: number | null, };

export type RateYear = { label: string, percent: string | null, tenths: number | null, };

export type Reading = { 
/**
 * `started`
 */
id: string, 
/**
 * 端数も1と数える
 */
label: string, };

export type ReallocationKind = "reallocation" | "contingency";

export type Reason = "same_name" | "name_variant" | "same_kana" | "same_given" | "same_birth" | "same_phone" | "same_address" | "old_address";

export type ReasonCount = { direction: Direction, reason: string, count: number, };

export type ReceiptCheck = { id: string, title: string, hint: string, source: string, is_verified: boolean, state: ReceiptState, };

export type ReceiptCheckWord = { id: string, title: string, };

export type ReceiptDraft = { kind: ReceiptKind, on: string, addressee: string, purpose: string, issuer: string, amount: string, note: string, parts: Array<ReceiptPartDraft>, };

export type ReceiptKind = "receipt" | "till" | "transfer" | "statement";

export type ReceiptPartDraft = { entry_id: string | null, amount: string, };

export type ReceiptRow = { id: string, number: number, kind: ReceiptKind, on: string, on_label: string, issuer: string, purpose: string, amount_yen: Yen, 
/**
 * 摘要 of its entries.
 */
entries: Array<string>, 
/**
 * 科目 of its entries, each once.
 */
items: Array<string>, 
/**
 * How many pictures it has.
 */
pictures: number, 
/**
 * 証憑が壊れています: a picture is lost or damaged.
 */
is_broken: boolean, 
/**
 * Checks that are not done, in words.
 */
lacking: Array<string>, };

export type ReceiptShown = { 
/**
 * None for a new one.
 */
number: number | null, draft: ReceiptDraft, checks: Array<ReceiptCheck>, is_broken: boolean, 
/**
 * The expenses that it may stand behind.
 */
entries: Array<Unproven>, 
/**
 * 協議会の名称
 */
council: string, };

export type ReceiptState = "good" | "ticked" | "open" | "bad";

export type ReceiptWithEntry = { kind: ReceiptKind, 
/**
 * 宛名, as it stands on the paper.
 */
addressee: string, 
/**
 * 但し書き, as it stands on the paper.
 */
purpose: string, 
/**
 * Of the picture; none to write it down without.
 */
token: string | null, };

export type Receipts = { receipts: Array<ReceiptRow>, 
/**
 * Expenses that no receipt proves, or not wholly.
 */
unproven: Array<Unproven>, 
/**
 * 紙であり: expenses whose receipt is at hand and was never written down.
 */
on_paper: number, };

export type Recorded = "person" | "household" | "organisation" | "entry" | "activity" | "occasion" | "meeting" | "equipment" | "plan_action";

export type Rect = { 
/**
 * Left edge.
 */
x: number, 
/**
 * Top edge.
 */
y: number, 
/**
 * Width.
 */
width: number, 
/**
 * Height.
 */
height: number, 
/**
 * Lightness in percent, 100 is white.
 */
shade: number, };

export type RecurringDay = { 
/**
 * 2026-03
 */
month: string, 
/**
 * 3月分
 */
label: string, on_label: string, 
/**
 * True where auditors have looked at the books of its own day: it is entered today.
 */
is_late: boolean, };

export type RecurringDraft = { 
/**
 * What is recorded each time; its day is はじめの日, and may be left empty.
 */
entry: EntryDraft, 
/**
 * 毎月, or 4、10
 */
months: string, 
/**
 * 25, or 末日
 */
day: string, 
/**
 * Empty without an end.
 */
until: string, };

export type RecurringRow = { id: string, kind: EntryKind, description: string, counterparty: string, item: string, purse: string, amount_yen: Yen, 
/**
 * 毎月25日
 */
when_label: string, 
/**
 * Empty while it has no end.
 */
until_label: string, 
/**
 * True once nothing of it falls due any more in this year or later.
 */
is_ended: boolean, 
/**
 * Months up to today that nobody has recorded.
 */
open: Array<RecurringDay>, 
/**
 * Months of which one of two parts was taken back.
 */
halves: Array<HalfMonth>, 
/**
 * Months of the year that were recorded.
 */
done: number, 
/**
 * The next day that is not yet due; empty when there is none in this year.
 */
next_label: string, draft: RecurringDraft, };

export type RefundBasis = "decided" | "received";

export type RefundEntry = { id: string, 
/**
 * 令和8年3月30日　県への返還（令和7年度の出納帳）
 */
label: string, };

export type Remembered = { rules: Array<RuleShown>, items: Array<RuleItem>, grants: Array<RuleGrant>, };

export type Reopened = { on_label: string, chair: string, auditor: string, reason: string, };

export type Resident = { id: string, name: string, relation: string, is_head: boolean, };

export type ResidentDraft = { person_id: string, relation: string, 
/**
 * Empty when it is not known.
 */
from: string, };

export type RestrictedBy = "years" | "useful_life";

export type RestrictionKind = "unknown" | "none" | "until";

export type RetiredItem = { id: string, 
/**
 * With what it stands under.
 */
name: string, 
/**
 * What it is called now, where its name was changed beside a closed year.
 */
next: string | null, };

export type ReturnedFinding = { shown: FindingShown, is_rewritten: boolean, };

export type ReturnedFindings = { 
/**
 * The last act of ours that the copy holds.
 */
lent_label: string, 
/**
 * How many acts changed the books since: the auditor has not seen them.
 */
since: number, taken: Array<ReturnedFinding>, 
/**
 * Findings that are here already.
 */
known: number, 
/**
 * Findings that are here still, and that the auditor took out of the copy again.
 */
withdrawn: Array<FindingShown>, };

export type RevisedEffect = { warnings: Array<WireError>, };

export type RevisionChoice = { id: string, number: number, reason: string, };

export type RevisionRow = { id: string, number: number, decided: Decided | null, reason: string, changes: Array<BudgetChange>, };

export type RoleShown = { id: string, body_id: string, body: string, title: string, from_label: string, to_label: string, appointment: Appointment | null, elected_by: string, seat: number | null, is_current: boolean, };

export type RollLine = { number: number, name: string, 
/**
 * The delegate of a body, where a household or a person lives: two of one name are told apart.
 */
detail: string, standing: Standing, standing_label: string, holder: Holder | null, holder_number: number | null, deputy: string, came: string, left: string, is_chair: boolean, is_president: boolean, 
/**
 * The marks of a slip, beside the items.
 */
votes: Array<Vote | null>, };

export type Room = { 
/**
 * Left edge.
 */
x: number, 
/**
 * Top edge.
 */
y: number, 
/**
 * Width.
 */
width: number, 
/**
 * Height.
 */
height: number, 
/**
 * A thin rule is printed under it; a ruled cell needs none.
 */
ruled: boolean, 
/**
 * What belongs there.
 */
source: Source, };

export type RosterNotice = { 
/**
 * Pairs of records that may be one person.
 */
duplicates: number, 
/**
 * Everybody in the file.
 */
on_file: number, 
/**
 * So many that the law asks for more than of a small office.
 */
is_large: boolean, };

export type Round = { 
/**
 * 1, 10, 100, 1,000 yen.
 */
unit: number, 
/**
 * Down, up or to the nearer.
 */
how: Rounding, };

export type Rounding = "down" | "up" | "half_up";

export type RowCells = { row: number, cells: Array<CellRead>, };

export type RowChange = { 
/**
 * The record by its name, 名簿 齋藤　花子.
 */
what: string, 
/**
 * Its fields, only those that differ.
 */
fields: Array<FieldChange>, };

export type RowDecision = { 
/**
 * Which row of the plan.
 */
index: number, 
/**
 * What to do.
 */
decision: Decision, 
/**
 * The stored record that it is, for `same`.
 */
id: string | null, };

export type RuleGrant = { id: string, name: string, };

export type RuleItem = { id: string, side: Side, kan: string, kou: string, };

export type RuleNote = { 
/**
 * 返還額の端数
 */
title: string, 
/**
 * What holds.
 */
detail: string, 
/**
 * Where that stands.
 */
source: string, 
/**
 * False as long as nobody has read it in the city's own rule.
 */
is_verified: boolean, };

export type RuleShown = { id: string, words: string, is_incoming: boolean, kind: EntryKind, 
/**
 * 科目, or of a transfer the other purse.
 */
booked_as: string, item_id: string | null, description: string, counterparty: string, funding: string, 
/**
 * Of the grants that may be chosen the one of that name.
 */
grant_id: string | null, committee: string, used_on_label: string, };

export type Rules = { 
/**
 * 表決権の単位
 */
unit: VoteUnit, 
/**
 * 定足数, of all who may vote.
 */
quorum: Share, 
/**
 * 普通の議決
 */
ordinary: Majority, 
/**
 * 特別な議決
 */
special: Array<SpecialMajority>, 
/**
 * 代理人
 */
deputies: Counting, 
/**
 * 委任状
 */
proxies: Counting, 
/**
 * 書面表決
 */
written: Counting, 
/**
 * 電磁的方法
 */
electronic: Counting, 
/**
 * 委任先の書かれていない委任状 goes to 議長; else it does not count.
 */
blank_goes_to_chair: boolean, 
/**
 * What an item without a mark on a written slip is.
 */
unmarked: Vote, 
/**
 * 一人が預かれる委任状; none sets no limit.
 */
most_proxies: number | null, 
/**
 * 議長の表決
 */
chair: ChairVote, 
/**
 * 役員会で一票を持つ, beside 役員: most 会則 let 監事, 顧問 and 事務局 attend without a vote.
 */
also_vote: Array<OfficeSide>, 
/**
 * 招集通知は何日前まで
 */
notice_days: number, };

export type RulesFrom = "profile" | "common" | "written";

export type RulesShown = { rules: Rules, 
/**
 * Set by the office itself; else they are the profile's and wait to be compared with 会則.
 */
is_own: boolean, 
/**
 * The council is a 認可地縁団体: each of its members has one vote.
 */
is_recognised: boolean, };

export type Safety = { title: string, detail: string, is_ok: boolean, 
/**
 * The page where it is put right.
 */
to: string | null, };

export type Said = { association: string, answer: string, };

export type SavedList = { 
/**
 * Key.
 */
id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * What was chosen.
 */
choice: ListChoice, };

export type Scope = "office" | "officers" | "committee" | "members" | "city";

export type SealPaper = { id: string, title: string, 
/**
 * Where its figures come from.
 */
source: string, faces: number, };

export type SeatKind = "chair" | "president";

export type SeatShown = { number: number, name: string, detail: string, };

export type SeatingDraft = { rows: string, columns: string, officers_in_front: boolean, };

export type SeenShown = { 
/**
 * Key of a count that may be taken away.
 */
id: string | null, year: FiscalYear, label: string, kind: string, as_of: string, households: number, certainty: string, source: string, 
/**
 * The year's rate is made of it.
 */
is_used: boolean, };

export type SettledBy = { fixed_yen: Yen, additional_yen: Yen, refund_yen: Yen, kept_yen: Yen, carry_over: CarryOver, };

export type Settlement = { open_yen: Yen, paid_yen: Yen, left_yen: Yen, 
/**
 * What each cost would do, after those before it.
 */
costs: Array<Effect>, };

export type Share = { 
/**
 * 分子; 0 asks for nothing.
 */
part: number, 
/**
 * 分母
 */
whole: number, 
/**
 * 以上 or を超える
 */
bound: Bound, };

export type ShareShown = { association_id: string, name: string, 
/**
 * 25.38 or 40世帯, as it may be typed.
 */
typed: string, households: number | null, };

export type ShareTyped = { association_id: string, typed: string, };

export type Sheet = { 
/**
 * Width of the paper.
 */
width_mm: number, 
/**
 * Height of the paper.
 */
height_mm: number, 
/**
 * What stands on it, in the order of drawing.
 */
items: Array<Item>, 
/**
 * Letters with a variation selector whose form only the rare font of their family has: a screen that falls back
 * letter by letter would draw the plain form of the first font.
 */
variants: Array<string>, };

export type SheetCells = { name: string, is_hidden: boolean, rows: Array<RowCells>, };

export type SheetShown = { pages: Pages, };

export type SheetView = { 
/**
 * Name.
 */
name: string, 
/**
 * True when records are taken from it.
 */
is_used: boolean, 
/**
 * Rows of the headings.
 */
header_rows: number[], 
/**
 * Columns of its first table.
 */
columns: Array<ColumnView>, 
/**
 * The first rows, to show where the headings are.
 */
head_preview: Array<PreviewRow>, };

export type ShownCell = { 
/**
 * Field.
 */
field: string, 
/**
 * Its name on the screen.
 */
label: string, 
/**
 * As it would be kept.
 */
shown: string, };

export type Side = "income" | "expense";

export type Single = "year" | "council" | "representative" | "associations";

export type SlipKind = { id: string, title: string, per_page: number, 
/**
 * Its slips bear numbers, which run on over all kinds.
 */
is_numbered: boolean, };

export type SnapshotShown = { as_of: string, taken: string, by: string, differs: boolean, live_percent: string | null, live_enrolled: number | null, live_households: number | null, };

export type Source = { "from": "form" } | { "from": "fact", "name": string } | { "from": "typed", "name": string } | { "from": "missing", "name": string };

export type SourceChoice = { kind: ListSource, title: string, unit: string, columns: Array<KeyLabel>, orders: Array<KeyLabel>, groups: Array<KeyLabel>, 
/**
 * Bodies that occur.
 */
bodies: Array<string>, 
/**
 * Roles that occur.
 */
roles: Array<string>, count: number, };

export type SpecialMajority = { 
/**
 * 規約改正, 解散 …
 */
matter: Matter, 
/**
 * What it needs.
 */
majority: Majority, };

export type Split = { 
/**
 * 賛成
 */
yes: number, 
/**
 * 反対
 */
no: number, 
/**
 * 棄権
 */
abstain: number, };

export type SplitDraft = { yes: string, no: string, abstain: string, };

export type Stage = "notice" | "application" | "decision" | "claim" | "change" | "completion" | "report" | "fixing" | "settlement" | "refund" | "disposal";

export type StageRow = { stage: Stage, label: string, state: StepState | null, is_next: boolean, 
/**
 * The form that is its paper; none where there is none.
 */
form: string | null, };

export type StageWord = { stage: Stage, label: string, };

export type Standing = "open" | "present" | "deputy" | "proxy" | "written" | "electronic" | "absent" | "invalid";

export type State = "missing" | "warning" | "ok";

export type StatementRead = { plan: ImportPlan, 
/**
 * The bank whose layout it has.
 */
bank: string | null, 
/**
 * Nobody has said yet what the columns of such a file mean.
 */
is_guessed: boolean, 
/**
 * True when nothing stands in the way.
 */
may_keep: boolean, from_label: string, to_label: string, 
/**
 * The other passbook that holds most of these lines already.
 */
elsewhere: string | null, 
/**
 * 年度 of lines for which there are no books.
 */
without_books: Array<string>, };

export type Step = { 
/**
 * A, B … by which later steps name it.
 */
mark: string, 
/**
 * What it is, e.g. 交付決定額.
 */
label: string, 
/**
 * How it was computed, e.g. A − B; empty when it was entered.
 */
how: string, 
/**
 * 円
 */
amount_yen: Yen, };

export type StepRow = { id: string, stage: Stage, stage_label: string, state: StepState, state_label: string, on: string, on_label: string, number: string, amount_yen: Yen | null, note: string, 
/**
 * Of a 交付申請 how its amount was worked out.
 */
basis: AmountBasis | null, 
/**
 * What lies with it: the word that was chosen for each paper, or the name of its file.
 */
letters: Array<string>, 
/**
 * Of a 返還 the expense by which it was paid.
 */
entry_id: string | null, 
/**
 * A 返還 that was paid and is in no book yet.
 */
is_to_book: boolean, 
/**
 * The year into whose book its day falls.
 */
book_label: string, };

export type StepState = "preparing" | "filed" | "done";

export type SubjectYear = { year: FiscalYear, label: string, 
/**
 * The usual title of an item about it.
 */
title: string, };

export type Substitute = { written: string, instead: string, };

export type SuccessionDraft = { role_id: string, successor: string | null, };

export type SurveyPage = { title: string, lead: string, source: string, is_verified: boolean, questions: Array<Question>, associations: Array<SurveyedAssociation>, results: Array<SurveyResult>, answered: number, };

export type SurveyResult = { text: string, answered: number, sum: number | null, unit: string, options: Array<OptionResult>, said: Array<Said>, };

export type SurveyedAssociation = { id: string, name: string, answers: { [key in string]: string }, };

export type TagsOf = "guests" | "voters";

export type Tally = { 
/**
 * 出席者
 */
present: Split, 
/**
 * 委任状
 */
proxies: Split, 
/**
 * 書面表決
 */
written: Split, 
/**
 * 電磁的方法
 */
electronic: Split, };

export type TallyBy = "area" | "association" | "block";

export type TallyLine = { name: string, people: number, unknown: number, cells: Array<BandShown>, };

export type TallyPage = { bounds: string, as_of: string, attributes: Array<AttributeShown>, heads: Array<string>, lines: Array<TallyLine>, total: TallyLine, };

export type TargetShown = { label: string, source: string, percent: string, tenths: number, points: string | null, needed: number | null, 
/**
 * True where the council has set it itself for this very year.
 */
is_own: boolean, };

export type TaskDraft = { id: string | null, version: number, occasion_id: string, kind: TaskKind, what: string, person_id: string | null, 
/**
 * Who does it, where it is nobody of the roster.
 */
name: string, until: string, is_done: boolean, };

export type TaskKind = "duty" | "preparation";

export type TaskShown = { task: OccasionTask, 
/**
 * Who does it: the name of the roster, else as written.
 */
who: string, 
/**
 * 10月5日（日）; empty where no day is set.
 */
until_label: string, 
/**
 * The day as it is typed.
 */
until: string, };

export type Text = { 
/**
 * Left edge; for vertical text the middle of the column.
 */
x: number, 
/**
 * Baseline; for vertical text the top of the first letter.
 */
y: number, 
/**
 * Size of the letters.
 */
size: number, 
/**
 * The words as drawn.
 */
text: string, 
/**
 * The face; rare characters come from its fallback.
 */
face: Face, 
/**
 * Added after every letter but the last.
 */
spacing: number, 
/**
 * From the first letter's start to the last one's end.
 */
length: number, 
/**
 * Set from top to bottom.
 */
vertical: boolean, 
/**
 * Where the words come from.
 */
source: Source, };

export type TextEncoding = "UTF-8" | "Shift_JIS" | "EUC-JP" | "ISO-2022-JP" | "UTF-16LE" | "UTF-16BE";

export type TextField = { field: string, label: string, words: string, };

export type ThereShown = { attendance: OccasionAttendance, name: string, 
/**
 * 3時間; empty of a participant, and where nobody knows.
 */
worked: string, 
/**
 * 1:30, as it is typed; empty where it is as long as the occasion.
 */
minutes: string, };

export type ThresholdBase = "whole" | "line" | "lower_line";

export type Token = { 
/**
 * What the page hands back.
 */
token: string, 
/**
 * Name of the file, to show.
 */
name: string, 
/**
 * Bytes; 0 for a folder.
 */
size: number, };

export type Total = { households: number, enrolled: number, percent: string | null, counted: number, left_out: number, };

export type Totals = { occasions: number, planned: number, 
/**
 * Planned ones whose day has passed.
 */
overdue: number, cancelled: number, 
/**
 * 1,194; 約1,194 where one of them was counted so.
 */
participants_label: string, helpers: number, };

export type TourStep = { 
/**
 * Its name, by which what was looked at is remembered.
 */
id: string, 
/**
 * 1日目
 */
day: string, 
/**
 * 鍵と控えを確かめる
 */
title: string, 
/**
 * What to look at there, and why.
 */
text: string, 
/**
 * The page that it opens.
 */
page: string, 
/**
 * The page of help that is about it.
 */
help: string, };

export type TownMap = { 
/**
 * Towns with shares, and those for which some are suggested.
 */
towns: Array<TownShown>, 
/**
 * How many towns there are in all.
 */
all: number, 
/**
 * Every town that no association of the records names.
 */
others: Array<TownName>, associations: Array<AssociationName>, 
/**
 * True when no association covers a town yet.
 */
is_empty: boolean, };

export type TownName = { id: string, name: string, };

export type TownShown = { id: string, name: string, households: number | null, as_of: string | null, source: string, shares: Array<ShareShown>, 
/**
 * What the records suggest, where it is not what stands there.
 */
suggested: Array<ShareShown>, is_confirmed: boolean, };

export type TownTyped = { town: string, shares: Array<ShareTyped>, };

export type UnheldCell = { 
/**
 * Whose it is.
 */
name: string, 
/**
 * 氏名, 住所 …
 */
column: string, written: string, 
/**
 * The characters that it cannot hold.
 */
characters: Array<string>, 
/**
 * For each of the characters what is offered in its place; empty where nobody but the writer knows.
 */
offers: Array<string>, 
/**
 * 代替表記 of the person, or what is offered.
 */
instead: string, 
/**
 * True for a 代替表記 of the roster: nothing is left to ask.
 */
is_known: boolean, };

export type Unproven = { entry_id: string, on_label: string, description: string, item: string, amount_yen: Yen, 
/**
 * What is not proven yet; the whole amount where there is no receipt.
 */
left_yen: Yen, };

export type Unread = { encoding: string | null, sheets: Array<SheetCells>, };

export type VacantOffice = { organisation_id: string, title: string, };

export type Verdict = "new" | "same" | "changed" | "unsure" | "skipped";

export type Vote = "yes" | "no" | "abstain";

export type VoteUnit = "household" | "body" | "individual";

export type Voting = { 
/**
 * Those in the room, without a chair who votes only on a tie.
 */
present: number, 
/**
 * Proxies that count.
 */
proxies: number, 
/**
 * The chair is there, and is not among those present.
 */
chair_apart: boolean, };

export type Waiting = { row: EntryRow, entered_by: string, 
/**
 * Why who sits here may not approve it.
 */
refused: WireError | null, };

export type WireError = { 
/**
 * `area.what`
 */
code: string, 
/**
 * What the sentence names; `field` names the field of the form.
 */
params: { [key in string]: string }, 
/**
 * What happened.
 */
message: string, 
/**
 * What to do now.
 */
hint: string, };

export type WorkMonth = { 
/**
 * 4月
 */
label: string, 
/**
 * True for the month of today.
 */
is_now: boolean, tasks: Array<MonthTask>, last_year: Array<LastYear>, };

export type WorkState = "done" | "open" | "late" | "unknown";

export type WorkedOut = { amount_yen: Yen, steps: Array<Step>, };

export type Writing = "across" | "down" | "badge" | "certificate";

export type Written = { id: string, };

export type YearChoice = { year: FiscalYear, label: string, };

export type YearDays = { 
/**
 * 4月1日
 */
first_label: string, 
/**
 * 令和7年4月1日から令和8年3月31日まで
 */
span_label: string, 
/**
 * False where it begins on another day than the city's.
 */
is_citys: boolean, 
/**
 * The ends of its twelve months.
 */
ends: Array<MonthEnd>, 
/**
 * The months of the wall calendar in which its days lie.
 */
months: Array<CalendarMonth>, };

export type YearMonths = { 
/**
 * 令和7年度
 */
year_label: string, months: Array<WorkMonth>, };

export type YearPlan = { lines: Array<PlannedRow>, 
/**
 * The names of all lines of work, with their committees.
 */
activities: Array<LineOfWork>, 
/**
 * 科目 to choose.
 */
items: Array<ItemChoice>, 
/**
 * 財源 to choose.
 */
grants: Array<GrantChoice>, 
/**
 * Which line of work has chosen which 科目; empty once the year is closed, as nothing is chosen any more.
 */
taken: Array<ItemTaken>, 
/**
 * What was planned or recorded the year before and is not planned yet.
 */
left_of_last_year: number, };

export type YearShown = { year: number, label: string, enrolled: number | null, households: number | null, percent: string | null, tenths: number | null, target: string | null, target_tenths: number | null, };

export type YearStart = { 
/**
 * 1 to 12
 */
month: number, 
/**
 * 1 to 28, so that every year has it.
 */
day: number, };

export type Yen = number;

export type Commands = {
  "office.status": { args: Record<symbol, never>; result: DeskStatus };
  "office.profiles": { args: Record<symbol, never>; result: Array<Choice> };
  "office.create": { args: { council: string, profile: string, 
/**
 * 年度のはじめの日; none is 4月1日.
 */
year_start?: YearStart, passphrase: string, 
/**
 * Whose passphrase it is; the history bears the name.
 */
holder?: string, 
/**
 * For scripts and measurement, where nothing is secret: a short passphrase will do.
 */
may_be_short?: boolean, }; result: Created };
  "office.confirm_recovery": { args: { typed: string, }; result: DeskStatus };
  "office.keys": { args: Record<symbol, never>; result: KeysShown };
  "office.add_passphrase": { args: { 
/**
 * Whose it is.
 */
name: string, passphrase: string, 
/**
 * The same once more.
 */
again: string, }; result: KeysShown };
  "office.name_passphrase": { args: { id: string, name: string, }; result: KeysShown };
  "office.remove_passphrase": { args: { id: string, 
/**
 * One that stays.
 */
remaining: string, }; result: KeysShown };
  "office.renew_recovery": { args: Record<symbol, never>; result: KeysShown };
  "office.unlock": { args: { passphrase: string, }; result: DeskStatus };
  "office.open_copy": { args: { 
/**
 * The file that the user chose.
 */
token: string, passphrase: string, }; result: DeskStatus };
  "office.close": { args: Record<symbol, never>; result: DeskStatus };
  "office.save_settings": { args: { name: string, postal: string, address: string, phone: string, legal_form: LegalForm, 
/**
 * 認可の告示の日, any written form; empty where it is not known.
 */
recognised: string, 
/**
 * 年度のはじめの日; none leaves it as it is.
 */
year_start?: YearStart, }; result: Changed<null> };
  "office.year_span": { args: { year: FiscalYear, }; result: YearDays };
  "office.undo": { args: Record<symbol, never>; result: Changed<null> };
  "office.redo": { args: Record<symbol, never>; result: Changed<null> };
  "office.undo_one": { args: { seq: number, }; result: Changed<null> };
  "office.history": { args: { limit: number, }; result: Acts };
  "office.changes_of": { args: { seq: number, }; result: Changes };
  "office.timeline": { args: { kind: Recorded, id: string, limit: number, }; result: Passages };
  "office.check": { args: Record<symbol, never>; result: Checked };
  "privacy.overview": { args: Record<symbol, never>; result: Privacy };
  "privacy.save_policy": { args: { policy: FieldPolicy, 
/**
 * The field's name on the page.
 */
label: string, }; result: Changed<null> };
  "privacy.consents": { args: { person_id: string, }; result: Array<ConsentShown> };
  "privacy.record_consent": { args: { person_id: string, scope: Scope, given: string, 
/**
 * 入会届, 口頭 …
 */
how: string, note: string, }; result: Changed<Written> };
  "privacy.withdraw_consent": { args: { id: string, on: string, }; result: Changed<null> };
  "privacy.save_retention": { args: { years: number, }; result: Changed<null> };
  "privacy.erase_leavers": { args: { people: string[], }; result: Changed<null> };
  "attachments.list": { args: { owner_kind: Owner, owner_id: string, }; result: Array<AttachmentShown> };
  "attachments.attach": { args: { owner_kind: Owner, owner_id: string, 
/**
 * Of the file.
 */
token: string, 
/**
 * 同意書, 入会届, 領収書 …
 */
label: string, note: string, }; result: Changed<Written> };
  "attachments.detach": { args: { id: string, }; result: Changed<null> };
  "attachments.restore": { args: { id: string, }; result: Changed<null> };
  "attachments.content": { args: { id: string, }; result: ContentShown };
  "attachments.take_out": { args: { id: string, 
/**
 * Of the folder that the user chose; none for a look only.
 */
folder: string | null, }; result: Token };
  "attachments.turn": { args: { id: string, }; result: Changed<null> };
  "attachments.write_caption": { args: { id: string, caption: string, }; result: Changed<null> };
  "attachments.choose_photos": { args: { occasion_id: string, chosen: string[], }; result: Changed<null> };
  "attachments.hand_in": { args: { name: string, base64: string, }; result: Token };
  "roster.list_people": { args: { year: FiscalYear, }; result: People };
  "roster.person": { args: { id: string, year: FiscalYear, }; result: PersonRecord };
  "roster.save_person": { args: { person: PersonDraft, }; result: Changed<Written> };
  "roster.leave": { args: { id: string, on: string, reason: string, }; result: Changed<null> };
  "roster.rejoin": { args: { id: string, on: string, reason: string, }; result: Changed<null> };
  "roster.movements": { args: { year: FiscalYear, }; result: MovementTable };
  "roster.list_households": { args: { year: FiscalYear, }; result: Array<HouseholdRow> };
  "roster.household": { args: { id: string, year: FiscalYear, }; result: HouseholdRecord };
  "roster.save_household": { args: { id: string | null, version: number, name: string, organisation_id: string | null, postal: string, address: string, phone: string, note: string, closed: string, head: string | null, 
/**
 * Only for a new household.
 */
residents: Array<ResidentDraft>, }; result: Changed<Written> };
  "roster.found_households": { args: { families: Array<FamilyDraft>, }; result: Changed<null> };
  "roster.move_in": { args: { id: string, resident: ResidentDraft, }; result: Changed<null> };
  "roster.move_out": { args: { id: string, person_id: string, on: string, postal: string, 
/**
 * Empty when the new address is not known.
 */
address: string, }; result: Changed<null> };
  "roster.move_household": { args: { id: string, on: string, postal: string, address: string, }; result: Changed<null> };
  "roster.suggest_households": { args: { year: FiscalYear, }; result: HouseholdSuggestions };
  "roster.bodies": { args: Record<symbol, never>; result: Array<BodyChoice> };
  "roster.body_tree": { args: { year: FiscalYear, }; result: Array<BodyRow> };
  "roster.body": { args: { id: string, year: FiscalYear, }; result: BodyRecord };
  "roster.save_body": { args: { id: string | null, version: number, kind: OrganisationKind, name: string, kana: string, parent_id: string | null, 
/**
 * The day of a move; empty corrects where it always belonged.
 */
moved: string, founded: string, dissolved: string, note: string, }; result: Changed<Written> };
  "roster.save_role": { args: { id: string | null, person_id: string, body: string, title: string, from: string, to: string, appointment: Appointment | null, 
/**
 * Name of the 選出団体; empty for none.
 */
elected_by: string, seat: number | null, }; result: Changed<Written> };
  "roster.remove_role": { args: { id: string, }; result: Changed<null> };
  "roster.officers_on": { args: { 
/**
 * Any written form; empty is today.
 */
on: string, }; result: Officers };
  "roster.offices_ending": { args: { 
/**
 * The first day of the new terms; empty is the first of the next fiscal year.
 */
from: string, }; result: Ending };
  "roster.change_officers": { args: { from: string, to: string, successions: Array<SuccessionDraft>, }; result: Changed<null> };
  "roster.duplicates": { args: Record<symbol, never>; result: Array<DuplicatePair> };
  "roster.merge_people": { args: { keep: string, gone: string, }; result: Changed<null> };
  "roster.keep_apart": { args: { one: string, other: string, }; result: Changed<null> };
  "roster.custom_fields": { args: Record<symbol, never>; result: Array<CustomField> };
  "roster.save_custom_field": { args: { id: string | null, label: string, kind: CustomKind, choices: Array<string>, }; result: Changed<Written> };
  "roster.retire_field": { args: { id: string, }; result: Changed<null> };
  "enrolment.list_associations": { args: { year: FiscalYear, }; result: Associations };
  "enrolment.association": { args: { id: string, year: FiscalYear, }; result: AssociationRecord };
  "enrolment.save_count": { args: { association_id: string, year: FiscalYear, enrolled: string, households: string, 
/**
 * うち集合住宅; empty where nobody knows it.
 */
flats: string, chair_name: string, blocks: string, fee: string, note: string, version: number, }; result: Changed<null> };
  "enrolment.record_further": { args: { association_id: string, year: FiscalYear, kind: CountKind, as_of: string, households: string, source: string, }; result: Changed<null> };
  "enrolment.remove_further": { args: { id: string, }; result: Changed<null> };
  "enrolment.choose_basis": { args: { year: FiscalYear, basis: Basis, }; result: Changed<null> };
  "enrolment.set_area": { args: { association_id: string, area: string, }; result: Changed<null> };
  "enrolment.take_snapshot": { args: { year: FiscalYear, as_of: string, }; result: Changed<null> };
  "enrolment.drop_snapshot": { args: { year: FiscalYear, }; result: Changed<null> };
  "enrolment.set_target": { args: { year: FiscalYear, percent: string, source: string, }; result: Changed<null> };
  "enrolment.set_city": { args: { year: FiscalYear, enrolled: string, households: string, percent: string, as_of: string, source: string, }; result: Changed<null> };
  "enrolment.city_sheet": { args: { year: FiscalYear, }; result: CitySheetPage };
  "enrolment.read_city_sheet": { args: { token: string, }; result: Array<Places> };
  "enrolment.save_city_sheet": { args: { 
/**
 * Of the file that was chosen; none keeps the file that is there.
 */
token: string | null, places: Places, }; result: Changed<null> };
  "enrolment.drop_city_sheet": { args: Record<symbol, never>; result: Changed<null> };
  "enrolment.fill_city_sheet": { args: { year: FiscalYear, 
/**
 * The folder that the user chose; none keeps the file on the desk to be fetched.
 */
folder: string | null, }; result: Changed<FilledSheet> };
  "enrolment.refill_city_sheet": { args: { year: FiscalYear, 
/**
 * The folder that the user chose; none keeps the file on the desk to be fetched.
 */
folder: string | null, }; result: Token };
  "enrolment.towns": { args: { year: FiscalYear, }; result: TownMap };
  "enrolment.save_shares": { args: { towns: Array<TownTyped>, }; result: Changed<null> };
  "enrolment.ages": { args: { year: FiscalYear, bounds: string, }; result: AgesPage };
  "enrolment.tally": { args: { year: FiscalYear, by: TallyBy, of: string, bounds: string, }; result: TallyPage };
  "enrolment.payment": { args: { year: FiscalYear, }; result: PaymentPage };
  "enrolment.choose_payment": { args: { year: FiscalYear, formula: string, readings: { [key in string]: string }, filed: string, counts: { [key in Quantity]?: string }, 
/**
 * Counts of single associations, as typed; an empty one takes that of all.
 */
own: Record<string, Partial<Record<Quantity, string>>>, }; result: Changed<null> };
  "enrolment.survey": { args: { year: FiscalYear, }; result: SurveyPage };
  "enrolment.answer_survey": { args: { year: FiscalYear, association_id: string, answers: { [key in string]: string }, }; result: Changed<null> };
  "accounts.list_entries": { args: { year: FiscalYear, }; result: Entries };
  "accounts.entry": { args: { id: string, }; result: EntryRecord };
  "accounts.entry_choices": { args: { year: FiscalYear, }; result: Choices };
  "accounts.entry_effect": { args: { year: FiscalYear, draft: EntryDraft, 
/**
 * The entry that this one is to stand for: what it did is not counted.
 */
instead_of: string | null, }; result: Effect };
  "accounts.record_entry": { args: { year: FiscalYear, draft: EntryDraft, 
/**
 * None where the receipt is written down later, or lies in a folder on paper.
 */
receipt: ReceiptWithEntry | null, }; result: Changed<Written> };
  "accounts.void_entry": { args: { id: string, 
/**
 * Further entries of the same slip, taken back in the same act.
 */
with: Array<string>, reason: string, }; result: Changed<null> };
  "accounts.correct_entry": { args: { id: string, 
/**
 * The year of the entry.
 */
year: FiscalYear, draft: EntryDraft, reason: string, }; result: Changed<Written> };
  "accounts.list_purses": { args: { year: FiscalYear, }; result: Array<PurseBegun> };
  "accounts.save_purses": { args: { year: FiscalYear, openings: Array<OpeningTyped>, 
/**
 * A further purse; an empty name is none.
 */
name: string, opening: string, 
/**
 * Its 会計; none is 一般会計.
 */
fund_id: string | null, 
/**
 * Its 部会; none is the secretariat's own.
 */
committee_id: string | null, }; result: Changed<null> };
  "accounts.set_receipt": { args: { id: string, has_receipt: boolean, }; result: Changed<null> };
  "accounts.set_eligibility": { args: { id: string, eligibility: Eligibility, 
/**
 * Why; may be left empty where the rules say the same.
 */
reason: string, }; result: Changed<null> };
  "accounts.list_recurring": { args: { year: FiscalYear, }; result: Array<RecurringRow> };
  "accounts.save_recurring": { args: { year: FiscalYear, id: string | null, draft: RecurringDraft, }; result: Changed<Written> };
  "accounts.recurring_effect": { args: { year: FiscalYear, draft: RecurringDraft, }; result: Effect };
  "accounts.end_recurring": { args: { year: FiscalYear, id: string, 
/**
 * Its last day; empty is today.
 */
on: string, }; result: Changed<null> };
  "accounts.record_recurring": { args: { id: string, 
/**
 * 2026-03
 */
month: string, }; result: Changed<Written> };
  "accounts.slip_kinds": { args: Record<symbol, never>; result: Array<SlipKind> };
  "accounts.print_slips": { args: { year: FiscalYear, 
/**
 * expense, income, …
 */
kind: string, 
/**
 * The first number; empty takes the one after the highest of the year.
 */
from: string, 
/**
 * How many; empty is one page.
 */
count: string, 
/**
 * The folder that the user chose; none keeps the file on the desk to be fetched.
 */
folder: string | null, }; result: Token };
  "accounts.print_slip": { args: { id: string, folder: string | null, }; result: Token };
  "accounts.list_advances": { args: { year: FiscalYear, }; result: Array<AdvanceRow> };
  "accounts.give_advance": { args: { year: FiscalYear, holder: string, purpose: string, amount: string, purse_id: string | null, 
/**
 * 渡した日
 */
on: string, 
/**
 * 精算の期限
 */
due: string, activity_id: string | null, }; result: Changed<Written> };
  "accounts.settlement_effect": { args: { id: string, 
/**
 * 精算した日
 */
on: string, costs: Array<EntryDraft>, }; result: Settlement };
  "accounts.settle_advance": { args: { id: string, 
/**
 * 精算した日
 */
on: string, purse_id: string | null, costs: Array<EntryDraft>, }; result: Changed<null> };
  "accounts.budget_status": { args: { year: FiscalYear, fund_id: string | null, }; result: Budget };
  "accounts.month_sums": { args: { year: FiscalYear, }; result: Array<MonthRow> };
  "accounts.put_lines": { args: { year: FiscalYear, lines: Array<LineDraft>, }; result: Changed<null> };
  "accounts.reallocation_effect": { args: { year: FiscalYear, from_item_id: string | null, to_item_id: string | null, amount: string, }; result: MovedEffect };
  "accounts.copy_budget": { args: { from: FiscalYear, year: FiscalYear, }; result: Changed<null> };
  "accounts.decide_budget": { args: { year: FiscalYear, on: string, by: string, }; result: Changed<null> };
  "accounts.save_revision": { args: { year: FiscalYear, id: string | null, reason: string, changes: Array<ChangeDraft>, }; result: Changed<Written> };
  "accounts.revision_effect": { args: { year: FiscalYear, changes: Array<ChangeDraft>, }; result: RevisedEffect };
  "accounts.decide_revision": { args: { year: FiscalYear, id: string, on: string, by: string, }; result: Changed<null> };
  "accounts.discard_revision": { args: { year: FiscalYear, id: string, }; result: Changed<null> };
  "accounts.reallocate": { args: { year: FiscalYear, on: string, from_item_id: string | null, to_item_id: string | null, amount: string, reason: string, by: string, }; result: Changed<Written> };
  "accounts.take_back_reallocation": { args: { year: FiscalYear, id: string, }; result: Changed<null> };
  "accounts.budget_parts": { args: { year: FiscalYear, item_id: string, }; result: LineParts };
  "accounts.parts_effect": { args: { parts: Array<PartDraft>, }; result: PartsSum };
  "accounts.save_parts": { args: { year: FiscalYear, item_id: string, parts: Array<PartDraft>, }; result: Changed<null> };
  "accounts.list_committees": { args: { year: FiscalYear, }; result: Committees };
  "accounts.committee": { args: { year: FiscalYear, id: string, }; result: CommitteeBook };
  "accounts.list_funds": { args: Record<symbol, never>; result: Funds };
  "accounts.fund_status": { args: { year: FiscalYear, }; result: FundsShown };
  "accounts.save_fund": { args: { id: string | null, name: string, kind: FundKind, purpose: string, target: string, until_year: FiscalYear | null, is_closed: boolean, }; result: Changed<Written> };
  "accounts.plan_reserve": { args: { id: string, year: FiscalYear, amount: string, }; result: Changed<null> };
  "accounts.list_items": { args: { year: FiscalYear, fund_id: string | null, }; result: ItemTree };
  "accounts.add_item": { args: { side: Side, kan: string, kou: string, moku: string, setsu: string, fund_id: string | null, }; result: Changed<Written> };
  "accounts.rename_item": { args: { id: string, kan: string, kou: string, moku: string, setsu: string, }; result: Changed<Written> };
  "accounts.rename_heading": { args: { year: FiscalYear, side: Side, fund_id: string | null, path: Array<string>, name: string, }; result: Changed<null> };
  "accounts.move_item": { args: { year: FiscalYear, side: Side, fund_id: string | null, path: Array<string>, is_up: boolean, }; result: Changed<null> };
  "accounts.retire_item": { args: { year: FiscalYear, id: string, }; result: Changed<null> };
  "accounts.reuse_item": { args: { id: string, }; result: Changed<null> };
  "accounts.remove_item": { args: { id: string, }; result: Changed<null> };
  "accounts.list_receipts": { args: { year: FiscalYear, }; result: Receipts };
  "accounts.receipts_of": { args: { entry_id: string, }; result: EntryReceipts };
  "accounts.receipt_form": { args: { year: FiscalYear, id: string | null, entry_id: string | null, }; result: ReceiptShown };
  "accounts.save_receipt": { args: { year: FiscalYear, id: string | null, draft: ReceiptDraft, 
/**
 * Of the picture; none to write it down without.
 */
token: string | null, }; result: Changed<Written> };
  "accounts.remove_receipt": { args: { id: string, }; result: Changed<null> };
  "accounts.tick_receipt": { args: { id: string, check: string, is_ticked: boolean, }; result: Changed<null> };
  "accounts.print_mounts": { args: { year: FiscalYear, 
/**
 * Frames on a page.
 */
size: MountSize, 
/**
 * True for a workbook, where the size says nothing.
 */
as_sheet: boolean, 
/**
 * The folder that the user chose; none keeps the file on the desk to be fetched.
 */
folder: string | null, }; result: Token };
  "accounts.pack_receipts": { args: { year: FiscalYear, 
/**
 * The folder that the user chose; none keeps the file on the desk to be fetched.
 */
folder: string | null, }; result: PackedReceipts };
  "bank.read_statement": { args: { purse_id: string, 
/**
 * Token.
 */
file: string, 
/**
 * Columns whose meaning the user chose.
 */
columns: Array<ColumnChoice> | null, 
/**
 * Encoding that the user chose for a text file; in none it is found by itself.
 */
encoding: TextEncoding | null, }; result: StatementRead };
  "bank.keep_statement": { args: { purse_id: string, file: string, columns: Array<ColumnChoice> | null, encoding: TextEncoding | null, }; result: Changed<Kept> };
  "bank.book": { args: { year: FiscalYear, 
/**
 * None is the first passbook.
 */
purse_id: string | null, }; result: BankShown };
  "bank.line_draft": { args: { id: string, }; result: LineToRecord };
  "bank.record_line": { args: { id: string, year: FiscalYear, draft: EntryDraft, }; result: Changed<Written> };
  "bank.join_line": { args: { id: string, entries: string[], }; result: Changed<null> };
  "bank.part_line": { args: { id: string, }; result: Changed<null> };
  "bank.rules": { args: { year: FiscalYear, }; result: Remembered };
  "bank.save_rule": { args: { id: string, item_id: string | null, description: string, counterparty: string, grant_id: string | null, }; result: Changed<null> };
  "bank.remove_rule": { args: { id: string, }; result: Changed<null> };
  "accounts.year_state": { args: { year: FiscalYear, }; result: Closing };
  "accounts.list_audits": { args: { year: FiscalYear, }; result: Audits };
  "accounts.approvals": { args: { year: FiscalYear, }; result: Approvals };
  "accounts.ask_approval": { args: { asks: boolean, }; result: Changed<null> };
  "accounts.approve_entries": { args: { ids: string[], }; result: Changed<null> };
  "accounts.take_back_approval": { args: { id: string, }; result: Changed<null> };
  "accounts.record_audit": { args: { year: FiscalYear, 
/**
 * The books were looked at up to this day.
 */
until: string, on: string, auditors: string, result: string, }; result: Changed<null> };
  "accounts.findings": { args: { year: FiscalYear, entry_id: string | null, }; result: Findings };
  "accounts.write_finding": { args: { 
/**
 * The one that is written anew.
 */
id: string | null, year: FiscalYear, entry_id: string | null, finding: string, auditor: string, on: string, }; result: Changed<null> };
  "accounts.remove_finding": { args: { id: string, }; result: Changed<null> };
  "accounts.answer_finding": { args: { id: string, answer: string, 
/**
 * Empty until it is done.
 */
done: string, }; result: Changed<null> };
  "accounts.preview_findings": { args: { 
/**
 * The file that the user chose.
 */
token: string, passphrase: string, }; result: ReturnedFindings };
  "accounts.receive_findings": { args: { 
/**
 * The file that the user chose.
 */
token: string, passphrase: string, }; result: Changed<null> };
  "accounts.withdraw_findings": { args: { 
/**
 * The file that the user chose.
 */
token: string, passphrase: string, }; result: Changed<null> };
  "accounts.put_out_audit": { args: { year: FiscalYear, 
/**
 * The folder that the user chose; none keeps the file on the desk to be fetched.
 */
folder: string | null, }; result: AuditPack };
  "accounts.lend_copy": { args: { year: FiscalYear, 
/**
 * 監事
 */
auditor: string, 
/**
 * Its own, told to the auditor apart from the file.
 */
passphrase: string, 
/**
 * The folder that the user chose; none keeps the file on the desk to be fetched.
 */
folder: string | null, }; result: Token };
  "accounts.put_out_interim": { args: { year: FiscalYear, 
/**
 * どの日まで
 */
until: string, format: Output, 
/**
 * The folder that the user chose; none keeps the file on the desk to be fetched.
 */
folder: string | null, }; result: Token };
  "accounts.state_balances": { args: { year: FiscalYear, 
/**
 * Empty is the year's last day.
 */
on: string, balances: Array<BalanceTyped>, }; result: Changed<null> };
  "accounts.lock_month": { args: { month: string, }; result: Changed<null> };
  "accounts.unlock_month": { args: { month: string, reason: string, }; result: Changed<null> };
  "accounts.close_year": { args: { year: FiscalYear, by: string, }; result: Changed<null> };
  "accounts.reopen_year": { args: { year: FiscalYear, chair: string, auditor: string, reason: string, }; result: Changed<null> };
  "equipment.list": { args: { year: FiscalYear, }; result: EquipmentList };
  "equipment.by_id": { args: { year: FiscalYear, id: string, }; result: EquipmentShown };
  "equipment.form": { args: { 
/**
 * The piece that is changed; none for a new one.
 */
id: string | null, 
/**
 * The entry that bought a new one.
 */
entry_id: string | null, }; result: EquipmentFormShown };
  "equipment.effect": { args: { year: FiscalYear, draft: EquipmentDraft, }; result: EquipmentSaid };
  "equipment.save": { args: { year: FiscalYear, id: string | null, draft: EquipmentDraft, }; result: Changed<Written> };
  "equipment.pass_over": { args: { entry_id: string, }; result: Changed<null> };
  "equipment.seal_papers": { args: Record<symbol, never>; result: Array<SealPaper> };
  "equipment.print_seals": { args: { ids: string[], 
/**
 * Which label sheet.
 */
paper: string, 
/**
 * The first face that is left, from 1; empty is the first.
 */
first: string, 
/**
 * One for each of a quantity.
 */
for_each: boolean, format: Output, 
/**
 * The folder that the user chose; none keeps the file on the desk to be fetched.
 */
folder: string | null, }; result: PrintedSeals };
  "equipment.check": { args: { year: FiscalYear, id: string, result: CheckResult, 
/**
 * How many were there; empty where nobody counted.
 */
count: string, 
/**
 * 照合日; empty is today.
 */
on: string, 
/**
 * 照合した人
 */
by: string, note: string, }; result: Changed<null> };
  "equipment.lend": { args: { year: FiscalYear, id: string, borrower: string, contact: string, purpose: string, quantity: string, 
/**
 * 貸す日; empty is today.
 */
on: string, 
/**
 * 返す日
 */
due: string, }; result: Changed<Written> };
  "equipment.give_back": { args: { year: FiscalYear, id: string, 
/**
 * 返った日; empty is today.
 */
on: string, is_damaged: boolean, note: string, }; result: Changed<null> };
  "equipment.print_loan": { args: { id: string, format: Output, 
/**
 * The folder that the user chose; none keeps the file on the desk to be fetched.
 */
folder: string | null, }; result: Token };
  "equipment.erase_borrowers": { args: Record<symbol, never>; result: Changed<null> };
  "equipment.disposal_effect": { args: { year: FiscalYear, id: string, on: string, }; result: DisposalSaid };
  "equipment.plan_disposal": { args: { year: FiscalYear, id: string, draft: DisposalDraft, }; result: Changed<null> };
  "equipment.dispose": { args: { year: FiscalYear, id: string, draft: DisposalDraft, }; result: Changed<null> };
  "equipment.drop_plan": { args: { id: string, }; result: Changed<null> };
  "grants.list": { args: { year: FiscalYear, 
/**
 * As they stood at the end of this day, as typed; empty is everything that was entered.
 */
until: string, }; result: Grants };
  "grants.record_decision": { args: { name: string, year: FiscalYear, amount: string, on: string, number: string, 
/**
 * 打ちまちがいを直す: writes over the decision that is there.
 */
is_correction: boolean, }; result: Changed<null> };
  "grants.add": { args: { year: FiscalYear, name: string, }; result: Changed<null> };
  "grants.record_step": { args: { 
/**
 * The step that is written anew; none adds one.
 */
id: string | null, grant_id: string, year: FiscalYear, stage: Stage, state: StepState, on: string, number: string, 
/**
 * May be left empty.
 */
amount: string, note: string, 
/**
 * Of a 交付申請 how its amount is worked out; the amount may then be left empty.
 */
basis: BasisTyped | null, }; result: Changed<null> };
  "grants.remove_step": { args: { id: string, }; result: Changed<null> };
  "grants.book_refund": { args: { id: string, purse_id: string | null, item_id: string | null, }; result: Changed<null> };
  "grants.refund_entries": { args: { id: string, }; result: Array<RefundEntry> };
  "grants.tie_refund": { args: { id: string, entry_id: string, }; result: Changed<null> };
  "grants.formulas": { args: { year: FiscalYear, }; result: GrantFormulasShown };
  "grants.work_out": { args: { basis: BasisTyped, }; result: WorkedOut };
  "grants.rules": { args: { id: string, }; result: GrantRulesShown };
  "grants.set_rules": { args: { id: string, year: FiscalYear, draft: GrantRulesDraft, }; result: Changed<null> };
  "grants.give_up_rules": { args: { id: string, }; result: Changed<null> };
  "activities.list_occasions": { args: { year: FiscalYear, }; result: Occasions };
  "activities.occasion": { args: { id: string, }; result: OccasionRecord };
  "activities.save_occasion": { args: { occasion: OccasionDraft, }; result: Changed<Written> };
  "activities.mark_occasion": { args: { id: string, state: OccasionState, 
/**
 * 中止の理由
 */
reason: string, }; result: Changed<null> };
  "activities.remove_occasion": { args: { id: string, }; result: Changed<null> };
  "activities.line": { args: { id: string, year: FiscalYear, }; result: LineRecord };
  "activities.rename_activity": { args: { id: string, name: string, }; result: Changed<null> };
  "activities.merge_activity": { args: { keep: string, gone: string, }; result: Changed<null> };
  "activities.proposals": { args: { year: FiscalYear, }; result: Array<ProposalShown> };
  "activities.without_days": { args: { year: FiscalYear, }; result: Array<DaylessLine> };
  "activities.make_occasions": { args: { year: FiscalYear, confirmed: Array<ConfirmedDraft>, }; result: Changed<null> };
  "activities.save_task": { args: { task: TaskDraft, }; result: Changed<Written> };
  "activities.tick_task": { args: { id: string, is_done: boolean, }; result: Changed<null> };
  "activities.move_task": { args: { id: string, to: number, }; result: Changed<null> };
  "activities.remove_task": { args: { id: string, }; result: Changed<null> };
  "activities.cost": { args: { id: string, }; result: OccasionCost };
  "activities.files": { args: Record<symbol, never>; result: Array<OccasionFile> };
  "activities.put_out": { args: { year: FiscalYear, 
/**
 * ics, events-older, events-current
 */
kind: string, 
/**
 * The folder that the user chose; none keeps the file on the desk to be fetched.
 */
folder: string | null, }; result: Token };
  "activities.put_out_notice": { args: { id: string, format: Output, 
/**
 * The folder that the user chose; none keeps the file on the desk to be fetched.
 */
folder: string | null, }; result: PutOutFiles };
  "activities.print_record_sheet": { args: { id: string, 
/**
 * The folder that the user chose; none keeps the file on the desk to be fetched.
 */
folder: string | null, }; result: Token };
  "activities.attendance": { args: { id: string, }; result: AttendanceSheet };
  "activities.attend": { args: { id: string, person_id: string | null, 
/**
 * Somebody who is not in the roster.
 */
name: string, part: AttendancePart | null, }; result: Changed<null> };
  "activities.set_minutes": { args: { id: string, 
/**
 * 1:30, 1時間30分, 90分; empty is as long as the occasion.
 */
minutes: string, }; result: Changed<null> };
  "activities.count_ages": { args: { id: string, counts: Array<AgeTyped>, }; result: Changed<null> };
  "activities.count_names": { args: { id: string, }; result: Changed<null> };
  "activities.volunteer_rates": { args: { year: FiscalYear, }; result: HourRates };
  "activities.save_volunteer_rate": { args: { year: FiscalYear, id: string | null, version: number, from: string, yen_per_hour: string, source: string, }; result: Changed<Written> };
  "activities.remove_volunteer_rate": { args: { id: string, }; result: Changed<null> };
  "activities.plan": { args: { year: FiscalYear, }; result: YearPlan };
  "activities.days_named": { args: { year: FiscalYear, schedule: string, }; result: Array<string> };
  "activities.save_plan": { args: { plan: PlanDraft, }; result: Changed<Written> };
  "activities.remove_plan": { args: { id: string, }; result: Changed<null> };
  "activities.order_plan": { args: { year: FiscalYear, order: Array<string>, }; result: Changed<null> };
  "activities.copy_plan": { args: { year: FiscalYear, }; result: Changed<null> };
  "plan.overview": { args: { year: FiscalYear, }; result: PlanShown };
  "plan.choices": { args: Record<symbol, never>; result: PlanOptions };
  "plan.save_terms": { args: { version: number, name: string, vision: string, first_year: string, last_year: string, decided_on: string, revised_on: string, }; result: Changed<null> };
  "plan.year": { args: { year: FiscalYear, }; result: PlanYear };
  "plan.save_year": { args: { year: FiscalYear, version: number, mission: string, policy: string, summary: string, }; result: Changed<null> };
  "plan.carry_over": { args: { year: FiscalYear, }; result: Changed<null> };
  "plan.save_heading": { args: { 
/**
 * The one that is changed; none for a new one.
 */
id: string | null, version: number, 
/**
 * The 目標 of a new 施策.
 */
parent_id: string | null, name: string, detail: string, }; result: Changed<Written> };
  "plan.remove_heading": { args: { id: string, }; result: Changed<null> };
  "plan.order_headings": { args: { parent_id: string | null, order: Array<string>, }; result: Changed<null> };
  "plan.action": { args: { id: string, year: FiscalYear, }; result: PlanActionOne };
  "plan.save_action": { args: { 
/**
 * The one that is changed; none for a new one.
 */
id: string | null, version: number, heading_id: string, name: string, 
/**
 * 事業; empty for an action without one.
 */
activity: string, organisation: string, planning: string, doing: string, reviewing: string, from_year: string, 
/**
 * Empty while nobody thinks of its end.
 */
until_year: string, }; result: Changed<Written> };
  "plan.remove_action": { args: { id: string, }; result: Changed<null> };
  "plan.order_actions": { args: { heading_id: string, order: Array<string>, }; result: Changed<null> };
  "plan.save_action_year": { args: { action_id: string, year: FiscalYear, version: number, target: string, result: string, direction: string, review: PlanReview | null, }; result: Changed<null> };
  "plan.indicator": { args: { id: string | null, }; result: PlanIndicatorOne };
  "plan.save_indicator": { args: { draft: IndicatorDraft, }; result: Changed<Written> };
  "plan.remove_indicator": { args: { id: string, }; result: Changed<null> };
  "plan.order_indicators": { args: { heading_id: string, order: Array<string>, }; result: Changed<null> };
  "handover.overview": { args: { year: FiscalYear, }; result: HandoverState };
  "handover.items": { args: Record<symbol, never>; result: HandoverItems };
  "handover.item": { args: { id: string, }; result: HandoverItem };
  "handover.save_item": { args: { 
/**
 * The line that is changed; none for a new one.
 */
id: string | null, kind: HandoverKind, name: string, place: string, holder: string, note: string, }; result: Changed<null> };
  "handover.remove_item": { args: { id: string, }; result: Changed<null> };
  "handover.record": { args: { 
/**
 * The year that is handed over.
 */
year: FiscalYear, 
/**
 * 会長, 会計, 事務局
 */
office: string, 
/**
 * 引き渡した日; empty is today.
 */
on: string, from_name: string, to_name: string, witness: string, note: string, 
/**
 * Both have read the paper and say so.
 */
both_confirm: boolean, }; result: Changed<null> };
  "handover.remove_record": { args: { id: string, }; result: Changed<null> };
  "meetings.list_meetings": { args: { year: FiscalYear, }; result: Meetings };
  "meetings.meeting": { args: { id: string, 
/**
 * 14:30: who is in the room then; empty is now, with all who came and have not left.
 */
at: string, }; result: MeetingRecord };
  "meetings.open_meeting": { args: { id: string, }; result: Changed<null> };
  "meetings.president_came": { args: { id: string, came: boolean, }; result: Changed<null> };
  "meetings.follow_rules": { args: { id: string, }; result: Changed<null> };
  "meetings.add_voter": { args: { id: string, person_id: string | null, organisation_id: string | null, 
/**
 * A number alone is meant, of somebody whom the roster does not know.
 */
is_number_alone: boolean, }; result: Changed<null> };
  "meetings.remove_voter": { args: { id: string, number: string, }; result: Changed<null> };
  "meetings.day_understood": { args: { 
/**
 * The year that is looked at.
 */
year: FiscalYear, held: string, is_new: boolean, }; result: DayUnderstood };
  "meetings.save_meeting": { args: { meeting: MeetingDraft, }; result: Changed<Written> };
  "meetings.remove_meeting": { args: { id: string, }; result: Changed<null> };
  "meetings.rules": { args: { kind: MeetingKind, year: FiscalYear, }; result: RulesShown };
  "meetings.set_rules": { args: { kind: MeetingKind, rules: Rules, }; result: Changed<null> };
  "meetings.bylaws": { args: { 
/**
 * The day on which a text is in force; empty is today.
 */
on: string, }; result: BylawsShown };
  "meetings.save_bylaws": { args: { bylaws: BylawsDraft, }; result: Changed<Written> };
  "meetings.remove_bylaws": { args: { id: string, }; result: Changed<null> };
  "meetings.put_out_bylaws": { args: { id: string, format: Output, 
/**
 * The folder that the user chose; none keeps the file on the desk to be fetched.
 */
folder: string | null, }; result: PutOutFiles };
  "meetings.take_roll": { args: { id: string, 
/**
 * Any written form; empty is today.
 */
on: string, 
/**
 * How many numbers; empty takes 名簿.
 */
count: string, }; result: Changed<null> };
  "meetings.roll": { args: { id: string, }; result: Array<RollLine> };
  "meetings.mark": { args: { id: string, 
/**
 * 12、15-20、33
 */
numbers: string, standing: Standing, holder: Holder | null, 
/**
 * The number of the voter who holds the proxies.
 */
holder_number: string, deputy: string, came: string, left: string, 
/**
 * Marks that stand there already are written over.
 */
writes_over: boolean, }; result: Changed<null> };
  "meetings.seat": { args: { id: string, seat: SeatKind, number: string, }; result: Changed<null> };
  "meetings.write_votes": { args: { id: string, numbers: string, votes: Array<ItemVote>, }; result: Changed<null> };
  "meetings.save_item": { args: { item: ItemDraft, }; result: Changed<Written> };
  "meetings.add_usual_items": { args: { id: string, }; result: Changed<null> };
  "meetings.move_item": { args: { id: string, to: number, }; result: Changed<null> };
  "meetings.remove_item": { args: { id: string, }; result: Changed<null> };
  "meetings.put_nominations": { args: { id: string, nominations: Array<NominationDraft>, }; result: Changed<null> };
  "meetings.record_result": { args: { id: string, 
/**
 * None takes the result back.
 */
method: Method | null, 
/**
 * None where all agreed and nobody counted.
 */
present: SplitDraft | null, 
/**
 * None where all proxies were in favour.
 */
proxies: SplitDraft | null, casting: Vote | null, 
/**
 * 14:30; empty where nobody came late or left.
 */
voted: string, discussion: string, }; result: Changed<null> };
  "meetings.take_effect": { args: { id: string, }; result: Changed<null> };
  "meetings.put_out": { args: { id: string, 
/**
 * meeting-notice, meeting-minutes, meeting-report
 */
form: string, format: Output, 
/**
 * The folder that the user chose; none keeps the file on the desk to be fetched.
 */
folder: string | null, }; result: PutOutFiles };
  "meetings.booklet": { args: { id: string, }; result: BookletShown };
  "meetings.put_out_booklet": { args: { id: string, binds: Binds, 
/**
 * The folder that the user chose; none keeps the file on the desk to be fetched.
 */
folder: string | null, }; result: MeetingFile };
  "meetings.put_out_named": { args: { id: string, paper: NamedPaper, format: Output, 
/**
 * The folder that the user chose; none keeps the file on the desk to be fetched.
 */
folder: string | null, }; result: MeetingFile };
  "meetings.put_out_tags": { args: { id: string, of: TagsOf, 
/**
 * The first face to be used of a sheet that was begun, from 0.
 */
first: number, 
/**
 * The folder that the user chose; none keeps the file on the desk to be fetched.
 */
folder: string | null, }; result: MeetingFile };
  "meetings.guests": { args: { id: string, }; result: GuestsShown };
  "meetings.put_guests": { args: { id: string, guests: Array<GuestDraft>, }; result: Changed<null> };
  "meetings.put_seating": { args: { id: string, seating: SeatingDraft, }; result: Changed<null> };
  "meetings.move_seat": { args: { id: string, number: number, to: number, }; result: Changed<null> };
  "meetings.seat_by_roll": { args: { id: string, }; result: Changed<null> };
  "intake.preview": { args: { kind: Kind, 
/**
 * Tokens; several files are read as one book.
 */
files: Array<string>, 
/**
 * For papers that do not name their year; none is the year of today.
 */
year: FiscalYear | null, 
/**
 * Columns whose meaning the user chose.
 */
columns: Array<ColumnChoice> | null, 
/**
 * Encoding that the user chose for a text file; in none it is found by itself.
 */
encoding: TextEncoding | null, }; result: ImportPlan };
  "intake.apply": { args: { kind: Kind, files: Array<string>, year: FiscalYear | null, columns: Array<ColumnChoice> | null, encoding: TextEncoding | null, 
/**
 * What to do with rows that are unsure.
 */
decisions?: Array<RowDecision>, 
/**
 * What to do with the unsure rows that have no decision of their own; none takes them as new.
 */
unsure: Decision | null, }; result: Changed<Counts> };
  "intake.sheet": { args: { file: string, }; result: Unread };
  "office.make_sample": { args: { 
/**
 * None takes the specimen's own.
 */
passphrase: string | null, }; result: Made };
  "office.open_sample": { args: { reset: boolean, }; result: DeskStatus };
  "office.home": { args: { year: FiscalYear, }; result: HomePage };
  "home.year_work": { args: { year: FiscalYear, }; result: YearMonths };
  "office.search": { args: { query: string, year: FiscalYear, }; result: Hits };
  "office.recovery_sheet": { args: Record<symbol, never>; result: SheetShown };
  "office.print_recovery_sheet": { args: Record<symbol, never>; result: Token };
  "reports.list_facts": { args: { year: FiscalYear, }; result: FactsShown };
  "reports.list_forms": { args: { year: FiscalYear, }; result: Forms };
  "reports.prepare": { args: { form: string, year: FiscalYear, 
/**
 * The grant whose paper it is; none is the first one.
 */
grant: string | null, }; result: Paper };
  "reports.write_text": { args: { form: string, year: FiscalYear, 
/**
 * The grant whose paper it is; none is the first one.
 */
grant: string | null, field: string, words: string, }; result: Changed<null> };
  "reports.output": { args: { form: string, year: FiscalYear, 
/**
 * The grant whose paper it is; none is the first one.
 */
grant: string | null, format: Output, 
/**
 * The folder that the user chose; none keeps the file on the desk to be fetched.
 */
folder: string | null, }; result: PutOutFiles };
  "reports.reprint": { args: { form: string, year: FiscalYear, 
/**
 * The grant whose paper it is; none is the first one.
 */
grant: string | null, 
/**
 * The folder that the user chose; none keeps the file on the desk to be fetched.
 */
folder: string | null, }; result: Token };
  "reports.photo": { args: { key: string, }; result: string };
  "lists.choices": { args: { year: FiscalYear, }; result: ListChoices };
  "lists.rows": { args: { year: FiscalYear, choice: ListChoice, }; result: ListRows };
  "lists.preview": { args: { year: FiscalYear, what: Printed, 
/**
 * Who gets copies; their stamp stands on the pages.
 */
copies: CopiesDraft | null, }; result: Previewed };
  "lists.unheld": { args: { year: FiscalYear, choice: ListChoice, }; result: Array<UnheldCell> };
  "lists.output": { args: { year: FiscalYear, what: Printed, format: Format, 
/**
 * Who gets a copy outside the office; none for what stays inside.
 */
copies: CopiesDraft | null, 
/**
 * Spellings for CP932.
 */
substitutes: Array<Substitute>, 
/**
 * The folder that the user chose; none keeps the file on the desk to be fetched.
 */
folder: string | null, }; result: Changed<MadeFiles> };
  "lists.save": { args: { choice: ListChoice, }; result: Changed<null> };
  "lists.remove": { args: { id: string, }; result: Changed<null> };
  "lists.keep_shift": { args: { stationery: string, printer: string, 
/**
 * Tenths of a millimetre to the right and down.
 */
shift: [number, number], }; result: Changed<null> };
  "lists.disclosures": { args: { year: FiscalYear, }; result: Array<DisclosureShown> };
  "lists.mark_returned": { args: { id: string, is_returned: boolean, }; result: Changed<null> };
  "lists.withdraw": { args: { id: string, reason: string, }; result: Changed<null> };
  "help.pages": { args: Record<symbol, never>; result: HelpPages };
  "help.picture": { args: { id: string, }; result: PictureShown };
  "help.print": { args: { binds: HelpBinds, }; result: Token };
};

export type ErrorCode =
  | "accounts.advance_open"
  | "accounts.advance_settled"
  | "accounts.already_approved"
  | "accounts.already_void"
  | "accounts.amount_out_of_range"
  | "accounts.answer_missing"
  | "accounts.approval_audited"
  | "accounts.approval_not_asked"
  | "accounts.approver_unnamed"
  | "accounts.audit_before_end"
  | "accounts.auditors_missing"
  | "accounts.balance_differs"
  | "accounts.balance_differs_often"
  | "accounts.budget_decided"
  | "accounts.budget_missing"
  | "accounts.budget_total_differs"
  | "accounts.budget_unbalanced"
  | "accounts.carry_over_item_missing"
  | "accounts.copy_passphrase"
  | "accounts.cost_in_closed_year"
  | "accounts.crossing_entries"
  | "accounts.day_audited"
  | "accounts.day_in_closed_year"
  | "accounts.decider_missing"
  | "accounts.description_missing"
  | "accounts.done_before_found"
  | "accounts.due_before_given"
  | "accounts.entries_without_item"
  | "accounts.entry_audited"
  | "accounts.finding_missing"
  | "accounts.finding_stands"
  | "accounts.findings_none"
  | "accounts.findings_open"
  | "accounts.fund_at_odds"
  | "accounts.fund_there"
  | "accounts.fund_unnamed"
  | "accounts.funds_made"
  | "accounts.grant_of_other_year"
  | "accounts.heading_unnamed"
  | "accounts.holder_missing"
  | "accounts.ineligible_on_grant"
  | "accounts.item_at_end"
  | "accounts.item_followed"
  | "accounts.item_in_closed_year"
  | "accounts.item_level_missing"
  | "accounts.item_missing"
  | "accounts.item_named"
  | "accounts.item_over_budget"
  | "accounts.item_retired"
  | "accounts.item_there"
  | "accounts.item_used"
  | "accounts.items_made"
  | "accounts.line_below_zero"
  | "accounts.line_twice"
  | "accounts.maybe_same"
  | "accounts.month_locked"
  | "accounts.moved_over_limit"
  | "accounts.negative_amount"
  | "accounts.next_year_audited"
  | "accounts.next_year_closed"
  | "accounts.no_amounts_of_year"
  | "accounts.no_date"
  | "accounts.no_pictures"
  | "accounts.no_such_advance"
  | "accounts.no_such_entry"
  | "accounts.no_such_finding"
  | "accounts.no_such_fund"
  | "accounts.no_such_item"
  | "accounts.no_such_reallocation"
  | "accounts.no_such_receipt"
  | "accounts.no_such_recurring"
  | "accounts.no_such_revision"
  | "accounts.no_such_slip"
  | "accounts.not_approved"
  | "accounts.opening_audited"
  | "accounts.opening_differs"
  | "accounts.opening_from_balance"
  | "accounts.opening_kept_audited"
  | "accounts.opening_not_carried"
  | "accounts.opening_of_funds"
  | "accounts.opening_out_of_range"
  | "accounts.outside_year"
  | "accounts.over_budget"
  | "accounts.over_budget_unruled"
  | "accounts.over_committee"
  | "accounts.over_grant"
  | "accounts.own_slip"
  | "accounts.part_unnamed"
  | "accounts.parts_audited"
  | "accounts.passbook_differs"
  | "accounts.passbook_missing"
  | "accounts.purse_as_closed"
  | "accounts.purse_below_zero"
  | "accounts.purse_missing"
  | "accounts.purse_short"
  | "accounts.purse_there"
  | "accounts.purse_unnamed"
  | "accounts.purse_was_short"
  | "accounts.reallocation_audited"
  | "accounts.reallocation_between_sides"
  | "accounts.reason_missing"
  | "accounts.receipt_broken"
  | "accounts.receipt_entry_missing"
  | "accounts.receipt_entry_twice"
  | "accounts.receipt_over_entry"
  | "accounts.receipt_parts_over"
  | "accounts.receipt_without_entry"
  | "accounts.receipt_written"
  | "accounts.receipts_missing"
  | "accounts.receipts_unfinished"
  | "accounts.receipts_unknown"
  | "accounts.recurring_day"
  | "accounts.recurring_done"
  | "accounts.recurring_ends_before"
  | "accounts.recurring_grant_missing"
  | "accounts.recurring_months"
  | "accounts.recurring_not_then"
  | "accounts.result_missing"
  | "accounts.revision_before"
  | "accounts.revision_below_planned"
  | "accounts.revision_below_zero"
  | "accounts.revision_decided"
  | "accounts.revision_empty"
  | "accounts.revision_unbalanced"
  | "accounts.row_audited"
  | "accounts.rows_audited"
  | "accounts.same_item"
  | "accounts.same_purse"
  | "accounts.settled_before_given"
  | "accounts.settling_unsaid"
  | "accounts.side_unknown"
  | "accounts.slip_count"
  | "accounts.transfer_in_item_missing"
  | "accounts.transfer_one_sided"
  | "accounts.transfer_out_item_missing"
  | "accounts.two_names"
  | "accounts.two_passphrases"
  | "accounts.unapproved"
  | "accounts.unit_multiplied"
  | "accounts.verdict_reason_missing"
  | "accounts.verdicts_open"
  | "accounts.voucher_taken"
  | "accounts.writer_unnamed"
  | "accounts.year_before_open"
  | "accounts.year_closed"
  | "accounts.year_not_closed"
  | "accounts.year_not_over"
  | "activities.activity_missing"
  | "activities.apply_by_late"
  | "activities.apply_by_missing"
  | "activities.both_planned"
  | "activities.called_off"
  | "activities.changed_elsewhere"
  | "activities.committee_alone"
  | "activities.day_elsewhere"
  | "activities.day_emptied"
  | "activities.day_missing"
  | "activities.day_twice"
  | "activities.days_in_one_row"
  | "activities.days_reversed"
  | "activities.days_with_counts"
  | "activities.in_closed_year"
  | "activities.minutes_out_of_range"
  | "activities.minutes_unreadable"
  | "activities.name_missing"
  | "activities.name_taken"
  | "activities.no_date"
  | "activities.no_such_activity"
  | "activities.no_such_file"
  | "activities.no_such_occasion"
  | "activities.no_such_plan"
  | "activities.no_such_task"
  | "activities.nobody_marked"
  | "activities.none_chosen"
  | "activities.not_there"
  | "activities.nothing_to_copy"
  | "activities.occasion_has_entries"
  | "activities.occasion_has_papers"
  | "activities.outside_year"
  | "activities.planned_already"
  | "activities.rate_changed_elsewhere"
  | "activities.rate_day_taken"
  | "activities.rate_incomplete"
  | "activities.rate_out_of_range"
  | "activities.rate_source_missing"
  | "activities.same_one"
  | "activities.task_missing"
  | "activities.times_reversed"
  | "activities.title_missing"
  | "activities.url_incomplete"
  | "api.bad_arguments"
  | "api.bug"
  | "api.no_answer"
  | "api.unknown_command"
  | "api.unknown_file"
  | "attachments.damaged"
  | "attachments.empty"
  | "attachments.flyer_unseen"
  | "attachments.lost"
  | "attachments.no_receipt"
  | "attachments.no_spare"
  | "attachments.no_such_record"
  | "attachments.none_such"
  | "attachments.not_cleaned"
  | "attachments.not_kept"
  | "attachments.photos_too_many"
  | "attachments.picture_broken"
  | "attachments.picture_cut"
  | "attachments.picture_too_large"
  | "attachments.picture_unread"
  | "attachments.receipt_elsewhere"
  | "attachments.too_large"
  | "bank.amount_unreadable"
  | "bank.both_sides"
  | "bank.columns_open"
  | "bank.day_ahead"
  | "bank.day_unreadable"
  | "bank.entry_differs"
  | "bank.entry_taken"
  | "bank.gap"
  | "bank.gap_kept"
  | "bank.line_open"
  | "bank.line_taken"
  | "bank.lines_open"
  | "bank.no_lines"
  | "bank.no_such_line"
  | "bank.no_such_rule"
  | "bank.of_a_purse"
  | "bank.side_unknown"
  | "bank.sum_differs"
  | "bank.too_many"
  | "cli.no_such_file"
  | "cli.no_such_grant"
  | "cli.no_terminal"
  | "cli.not_json"
  | "cli.option_missing"
  | "council.name_missing"
  | "council.recognised_ahead"
  | "council.year_start_day"
  | "council.year_start_held"
  | "enrolment.ages_unsound"
  | "enrolment.already_frozen"
  | "enrolment.answer_unreadable"
  | "enrolment.bands_unsound"
  | "enrolment.basis_unsound"
  | "enrolment.carried_over"
  | "enrolment.changed_elsewhere"
  | "enrolment.city_rate_unsound"
  | "enrolment.city_without_source"
  | "enrolment.day_outside"
  | "enrolment.field_missing"
  | "enrolment.no_city_sheet"
  | "enrolment.no_enrolled"
  | "enrolment.no_such_association"
  | "enrolment.no_such_count"
  | "enrolment.no_such_formula"
  | "enrolment.no_such_question"
  | "enrolment.no_such_town"
  | "enrolment.not_frozen"
  | "enrolment.nothing_to_freeze"
  | "enrolment.repeated"
  | "enrolment.row_without_name"
  | "enrolment.share_over"
  | "enrolment.share_twice"
  | "enrolment.share_unsound"
  | "enrolment.sheet_cell_unsound"
  | "enrolment.sheet_not_understood"
  | "enrolment.sheet_rows_unsound"
  | "enrolment.sheet_without_counts"
  | "enrolment.sheet_without_name"
  | "enrolment.target_unsound"
  | "enrolment.town_name_broken"
  | "enrolment.town_suppressed"
  | "enrolment.town_unknown"
  | "enrolment.town_without_day"
  | "enrolment.year_frozen"
  | "equipment.back_already"
  | "equipment.back_before_lent"
  | "equipment.below_threshold"
  | "equipment.borrower_missing"
  | "equipment.checked_by_missing"
  | "equipment.counted_too_many"
  | "equipment.disposed_before_bought"
  | "equipment.due_before_lent"
  | "equipment.early_unknown"
  | "equipment.early_until"
  | "equipment.first_face"
  | "equipment.gone"
  | "equipment.granted_above_price"
  | "equipment.name_missing"
  | "equipment.no_seals"
  | "equipment.no_such_item"
  | "equipment.no_such_loan"
  | "equipment.nobody_to_erase"
  | "equipment.not_lent"
  | "equipment.not_so_many"
  | "equipment.number_missing"
  | "equipment.number_taken"
  | "equipment.price"
  | "equipment.quantity"
  | "equipment.reason_missing"
  | "equipment.restricted_before_bought"
  | "equipment.restricted_by_rule"
  | "equipment.restriction_day_missing"
  | "equipment.restriction_unknown"
  | "equipment.row_gone"
  | "equipment.row_number_twice"
  | "equipment.rule_unverified"
  | "equipment.still_lent"
  | "equipment.useful_years"
  | "formula.choose"
  | "formula.missing"
  | "formula.no_rounding"
  | "formula.too_large"
  | "grants.amount_out_of_range"
  | "grants.award_closed"
  | "grants.before_decision"
  | "grants.change_needs_approval"
  | "grants.change_to_new_line"
  | "grants.charged_over"
  | "grants.charged_undecided"
  | "grants.charged_without_activity"
  | "grants.cost_drafted"
  | "grants.cost_revised"
  | "grants.cost_settled"
  | "grants.decided_already"
  | "grants.gone"
  | "grants.heads_missing"
  | "grants.income_without_activity"
  | "grants.last_year_awaits"
  | "grants.name_missing"
  | "grants.never_came"
  | "grants.others_first"
  | "grants.others_unused"
  | "grants.outside_period"
  | "grants.over_cap"
  | "grants.own_funds_short"
  | "grants.receipt_needed"
  | "grants.refund_booked"
  | "grants.refund_not_done"
  | "grants.refund_other_entry"
  | "grants.refund_unbooked"
  | "grants.reserve_expired"
  | "grants.reserve_expires_next"
  | "grants.rule_cap"
  | "grants.rule_cost_unnamed"
  | "grants.rule_paper_day"
  | "grants.rule_paper_days"
  | "grants.rule_paper_unnamed"
  | "grants.rule_percent"
  | "grants.rule_period"
  | "grants.rule_round"
  | "grants.rule_share"
  | "grants.rule_source_missing"
  | "grants.rule_years"
  | "grants.rules_unwritten"
  | "grants.step_amount_out_of_range"
  | "grants.step_gone"
  | "grants.unknown_formula"
  | "grants.without_receipt"
  | "handover.before_year"
  | "handover.from_missing"
  | "handover.name_missing"
  | "handover.no_such_item"
  | "handover.no_such_record"
  | "handover.not_confirmed"
  | "handover.office_missing"
  | "handover.opens_office"
  | "handover.same_person"
  | "handover.to_missing"
  | "intake.amount_read"
  | "intake.amount_read_often"
  | "intake.amount_unreadable"
  | "intake.cell_error"
  | "intake.choose_columns"
  | "intake.column_not_taken"
  | "intake.count_put_together"
  | "intake.count_unreadable"
  | "intake.date_outside_paper"
  | "intake.date_unreadable"
  | "intake.era_past"
  | "intake.no_value"
  | "intake.nothing_found"
  | "intake.wrong_kind"
  | "intake.year_taken_from_paper"
  | "lists.card_too_long"
  | "lists.certificate_empty"
  | "lists.due_past"
  | "lists.name_missing"
  | "lists.no_columns"
  | "lists.no_document"
  | "lists.no_such_copy"
  | "lists.no_such_form"
  | "lists.no_such_list"
  | "lists.no_such_paper"
  | "lists.nobody"
  | "lists.other_unnamed"
  | "lists.purpose_missing"
  | "lists.reason_missing"
  | "lists.recipient_missing"
  | "lists.sender_too_long"
  | "lists.unheld"
  | "lists.withdrawn_already"
  | "meetings.agreed_after"
  | "meetings.already_marked"
  | "meetings.approval_missing"
  | "meetings.approved_before"
  | "meetings.approved_before_vote"
  | "meetings.body_missing"
  | "meetings.bylaws_decided"
  | "meetings.bylaws_missing"
  | "meetings.bylaws_same_day"
  | "meetings.chair_absent"
  | "meetings.changed_elsewhere"
  | "meetings.content_voted_on"
  | "meetings.guest_missing"
  | "meetings.holder_absent"
  | "meetings.in_effect"
  | "meetings.item_in_effect"
  | "meetings.item_voted_on"
  | "meetings.matter_twice"
  | "meetings.matter_voted_on"
  | "meetings.meeting_in_effect"
  | "meetings.more_than_members"
  | "meetings.no_election"
  | "meetings.no_roll"
  | "meetings.no_share"
  | "meetings.no_such_bylaws"
  | "meetings.no_such_holder"
  | "meetings.no_such_item"
  | "meetings.no_such_meeting"
  | "meetings.no_such_number"
  | "meetings.no_such_seat"
  | "meetings.no_tags"
  | "meetings.nobody_comes"
  | "meetings.nobody_votes"
  | "meetings.not_sent_in"
  | "meetings.nothing_to_do"
  | "meetings.notice_after"
  | "meetings.number_out_of_range"
  | "meetings.number_twice"
  | "meetings.numbers_missing"
  | "meetings.numbers_unreadable"
  | "meetings.objected"
  | "meetings.office_missing"
  | "meetings.order_in_effect"
  | "meetings.person_twice"
  | "meetings.proxies_differ"
  | "meetings.proxy_to_self"
  | "meetings.roll_in_use"
  | "meetings.roll_voted"
  | "meetings.rule_out_of_range"
  | "meetings.rules_in_use"
  | "meetings.rules_missing"
  | "meetings.seats_missing"
  | "meetings.seats_out_of_range"
  | "meetings.slips_due_after"
  | "meetings.tag_too_long"
  | "meetings.term_missing"
  | "meetings.time_unreadable"
  | "meetings.times_reversed"
  | "meetings.title_missing"
  | "meetings.too_few_seats"
  | "meetings.too_many_held"
  | "meetings.voter_holds"
  | "meetings.voter_missing"
  | "meetings.voter_twice"
  | "meetings.voters_out_of_range"
  | "meetings.votes_differ"
  | "meetings.votes_missing"
  | "meetings.way_marked"
  | "meetings.way_voted"
  | "meetings.written_only"
  | "mounts.lost"
  | "mounts.more_pages"
  | "mounts.pdf_apart"
  | "office.already_exists"
  | "office.already_undone"
  | "office.bad_place"
  | "office.closed"
  | "office.content_damaged"
  | "office.content_discarded"
  | "office.content_missing"
  | "office.copy_damaged"
  | "office.copy_not_saved"
  | "office.copy_of_another"
  | "office.copy_of_other_state"
  | "office.copy_unreadable"
  | "office.damaged"
  | "office.database"
  | "office.disk_full"
  | "office.erased"
  | "office.file_system"
  | "office.history_broken"
  | "office.history_shorter"
  | "office.holder_missing"
  | "office.in_use"
  | "office.keys_damaged"
  | "office.keys_missing"
  | "office.last_passphrase"
  | "office.log_broken"
  | "office.newer_file"
  | "office.no_act"
  | "office.no_encryption"
  | "office.no_file"
  | "office.no_randomness"
  | "office.no_reading_copy"
  | "office.no_such_passphrase"
  | "office.not_an_office_file"
  | "office.not_carried"
  | "office.not_undoable"
  | "office.nothing_to_redo"
  | "office.nothing_to_undo"
  | "office.passphrase_differs"
  | "office.passphrase_empty"
  | "office.passphrase_short"
  | "office.passphrase_taken"
  | "office.reading_copy"
  | "office.records_differ"
  | "office.recovery_gone"
  | "office.recovery_group"
  | "office.recovery_incomplete"
  | "office.recovery_old"
  | "office.redo_conflict"
  | "office.remaining_is_removed"
  | "office.remaining_wrong"
  | "office.sample_broken"
  | "office.stands"
  | "office.undo_audited"
  | "office.undo_conflict"
  | "office.undo_locked"
  | "office.wrong_passphrase"
  | "office.wrong_recovery_key"
  | "plan.action_has_history"
  | "plan.action_not_then"
  | "plan.base_missing"
  | "plan.changed_elsewhere"
  | "plan.heading_in_use"
  | "plan.heading_missing"
  | "plan.name_missing"
  | "plan.name_too_long"
  | "plan.no_such_action"
  | "plan.no_such_heading"
  | "plan.no_such_indicator"
  | "plan.not_begun"
  | "plan.nothing_to_carry"
  | "plan.period_too_long"
  | "plan.too_deep"
  | "plan.value_unreadable"
  | "plan.year_missing"
  | "plan.year_outside"
  | "plan.year_unreadable"
  | "plan.years_reversed"
  | "privacy.nobody"
  | "privacy.not_due"
  | "profile.broken"
  | "profile.missing"
  | "profile.unknown"
  | "reports.answers_given"
  | "reports.answers_open"
  | "reports.books_agree"
  | "reports.books_differ"
  | "reports.chair_elsewhere"
  | "reports.claim_fits"
  | "reports.claim_over"
  | "reports.fonts"
  | "reports.grant_exceeded"
  | "reports.households_lacking"
  | "reports.issued_differs"
  | "reports.missing_fact"
  | "reports.missing_in_rows"
  | "reports.missing_text"
  | "reports.never_issued"
  | "reports.no_chair"
  | "reports.no_disposal"
  | "reports.no_formula"
  | "reports.no_such_output"
  | "reports.not_a_workbook"
  | "reports.not_drawn"
  | "reports.not_for_grant"
  | "reports.not_of_council"
  | "reports.nothing_in_list"
  | "reports.nothing_to_claim"
  | "reports.of_one_day"
  | "reports.of_one_meeting"
  | "reports.parts_agree"
  | "reports.parts_differ"
  | "reports.purses_agree"
  | "reports.purses_differ"
  | "reports.receipts_missing"
  | "reports.receipts_there"
  | "reports.refund"
  | "reports.refund_settled"
  | "reports.refund_unbooked"
  | "reports.text_too_long"
  | "reports.too_many_rows"
  | "reports.unknown_field"
  | "reports.unknown_form"
  | "reports.verdicts_given"
  | "reports.verdicts_open"
  | "roster.address_missing"
  | "roster.back_before_left"
  | "roster.begins_later"
  | "roster.block_alone"
  | "roster.body_changed_elsewhere"
  | "roster.body_in_itself"
  | "roster.body_moved_later"
  | "roster.body_name_missing"
  | "roster.body_twice"
  | "roster.changed_elsewhere"
  | "roster.choices_missing"
  | "roster.day_missing"
  | "roster.families_taken"
  | "roster.family_counted"
  | "roster.family_of"
  | "roster.family_unclear"
  | "roster.field_does_not_fit"
  | "roster.field_name_missing"
  | "roster.field_twice"
  | "roster.hidden_mark"
  | "roster.hidden_mark_dropped"
  | "roster.household_changed_elsewhere"
  | "roster.joined_after_left"
  | "roster.joined_day_assumed"
  | "roster.leavers_kept"
  | "roster.left_before_joined"
  | "roster.lives_elsewhere_already"
  | "roster.lives_there_already"
  | "roster.merged_already"
  | "roster.moved_before_moving_in"
  | "roster.name_alone"
  | "roster.name_missing"
  | "roster.name_too_long"
  | "roster.namesake_elsewhere"
  | "roster.namesake_unclear"
  | "roster.no_such_body"
  | "roster.no_such_field"
  | "roster.no_such_household"
  | "roster.no_such_person"
  | "roster.no_such_role"
  | "roster.not_left"
  | "roster.not_living_there"
  | "roster.nothing_to_compare"
  | "roster.other_name"
  | "roster.phone_zero"
  | "roster.private_character"
  | "roster.role_incomplete"
  | "roster.row_without_name"
  | "roster.several_alike"
  | "roster.since_when"
  | "roster.spelled_twice"
  | "roster.stay_disagrees"
  | "roster.term_reversed"
  | "sheets.bad_address"
  | "sheets.covered_cell"
  | "sheets.cut_short"
  | "sheets.damaged"
  | "sheets.empty_file"
  | "sheets.formula_cell"
  | "sheets.garbled"
  | "sheets.hidden_rows"
  | "sheets.hidden_sheet"
  | "sheets.html"
  | "sheets.lost_characters"
  | "sheets.macros"
  | "sheets.mixed_encoding"
  | "sheets.no_formula"
  | "sheets.no_such_sheet"
  | "sheets.not_a_spreadsheet"
  | "sheets.not_found"
  | "sheets.old_workbook"
  | "sheets.open_quote"
  | "sheets.password"
  | "sheets.signed"
  | "sheets.strict"
  | "sheets.time_out"
  | "sheets.too_large"
  | "sheets.twice_filled"
  | "sheets.unreadable"
  | "sheets.unsafe_archive"
  | "sheets.unwritable"
  | "sheets.wide_range"
  | "sheets.worker_died"
  | "sheets.zip_bomb"
  | "typed.count_unreadable"
  | "typed.day_missing"
  | "typed.day_unreadable"
  | "typed.percent_unreadable"
  | "typed.yen_unreadable";
