// Generated from Rust (package `api`). Never edited by hand.

export type Area = 'council' | 'roster' | 'enrolment' | 'accounts' | 'grants' | 'activities' | 'reports';
export type Changed<T> = { value: T; areas: Area[]; sentence: string };
export type Token = { token: string; name: string; size: number };
export type WireError = { code: string; params: Record<string, unknown>; message: string; hint: string };

export type Council = { name: string; profile: string; city: string; postal: string; address: string; phone: string; is_sample: boolean };
export type YearChoice = { year: number; label: string };
export type Status = {
  state: 'none' | 'locked' | 'open';
  council: Council | null;
  today: string;
  today_label: string;
  years: YearChoice[];
  year: number;
  saved_at: string | null;
  copied: string | null;
  undo: string | null;
  redo: string | null;
  recovery_confirmed: boolean;
};
export type Profile = { id: string; city: string };
export type HistoryEntry = { seq: number; kind: 'do' | 'undo' | 'redo'; op: string; operator: string; at: string; at_label: string; sentence: string; hash: string; is_undone: boolean };
export type RowChange = { what: string; field: string; before: string; after: string };
export type Hit = { kind: 'person' | 'association' | 'occasion' | 'entry'; id: string; title: string; detail: string; reason: string | null };
export type Link = { page: string };
export type Due = { due_on: string; due_label: string; days_left: number; state: 'overdue' | 'soon' | 'later'; chip: string; title: string; detail: string; act: string; to: Link };
export type RateYear = { label: string; percent: string | null; tenths: number | null };
export type Figures = {
  rate: { percent: string | null; points: string | null; target: string | null; households_needed: number | null; years: RateYear[]; target_tenths: number | null };
  budget: { spent_yen: number; budget_yen: number; percent: string | null; percent_tenths: number | null };
  grant: { name: string; decided_yen: number | null; left_yen: number | null } | null;
  occasions: number;
};
export type Home = {
  due: Due[];
  figures: Figures;
  last_year: { on_label: string; title: string; to: Link }[];
  first_steps: { id: string; title: string; detail: string; is_done: boolean; to: Link }[];
  safety: { title: string; detail: string; is_ok: boolean }[];
};

export type Kind = 'roster' | 'associations' | 'budget' | 'cash-book' | 'activities';
export type ColumnChoice = { sheet: string; col: number; field: string | null };
export type Counts = { new: number; same: number; changed: number; unsure: number; skipped: number };
export type Verdict = 'new' | 'same' | 'changed' | 'unsure' | 'skipped';
export type SheetColumn = { col: number; letters: string; heading: string; field: string | null; label: string | null; samples: string[] };
export type SheetView = { name: string; is_used: boolean; header_rows: number[]; columns: SheetColumn[]; head_preview: { row: number; cells: string[]; is_header: boolean }[] };
export type PlanRow = {
  index: number;
  sheet: string;
  row: number;
  verdict: Verdict;
  title: string;
  cells: { field: string; label: string; shown: string; raw: string | null }[];
  changes: { field: string; label: string; before: string; after: string }[];
  reason: string | null;
  candidates: { id: string; title: string; detail: string }[];
};
export type Issue = { sheet: string; cell: string; code: string; message: string; hint: string };
export type ImportPlan = { kind: Kind; file: string; encoding: string | null; counts: Counts; sheets: SheetView[]; rows: PlanRow[]; issues: Issue[]; fields: { name: string; label: string }[]; notes: string[] };
export type Decision = { index: number; decision: 'new' | 'skip' | 'same'; id: string | null };

export type TimelineEntry = { seq: number; at_label: string; sentence: string; changes: { field: string; before: string; after: string }[] };
export type PersonRow = { id: string; name: string; kana: string; postal: string; address: string; phone: string; mobile: string; birth_label: string; roles: string; bodies: string[]; has_left: boolean };
export type Person = { id: string; family: string; given: string; family_kana: string; given_kana: string; postal: string; address: string; phone: string; mobile: string; birth_on: string | null; left_on: string | null; note: string; version: number };
export type PersonRole = { id: string; body: string; title: string; from_label: string; to_label: string; is_current: boolean };
export type PersonRecord = { person: Person; birth_label: string; left_label: string; roles: PersonRole[]; timeline: TimelineEntry[] };
export type PersonDraft = { id: string | null; version: number; family: string; given: string; family_kana: string; given_kana: string; postal: string; address: string; phone: string; mobile: string; birth: string; left: string; note: string };
export type RoleDraft = { id: string | null; person_id: string; body: string; title: string; from: string; to: string };

export type AssociationRow = { id: string; name: string; chair: string; town: string; blocks: number | null; households: number | null; enrolled: number | null; previous: number | null; change: number | null; percent: string | null; points: string | null; certainty: string; flags: string[] };
export type EnrolmentYear = { label: string; percent: string | null; tenths: number | null; enrolled: number; households: number };
export type EnrolmentList = {
  associations: AssociationRow[];
  total: { households: number; enrolled: number; percent: string | null; counted: number; left_out: number };
  years: EnrolmentYear[];
  target_tenths: number | null;
  target: string | null;
};
export type AssociationYear = { year: number; label: string; enrolled: number | null; households: number | null; percent: string | null; tenths: number | null; certainty: string; source: string };
export type AssociationRecord = { row: AssociationRow; years: AssociationYear[]; record: { chair_name: string; town: string; blocks: number | null; fee_month_yen: number | null; note: string; version: number } };
export type CountDraft = { association_id: string; year: number; enrolled: string; households: string; chair_name: string; blocks: string; fee: string; note: string; version: number };

export type EntryKind = 'income' | 'expense' | 'transfer';
export type Eligibility = 'eligible' | 'ineligible' | 'unclear';
export type EntryRow = {
  id: string;
  on: string;
  on_label: string;
  voucher_no: number | null;
  kind: EntryKind;
  item: string;
  kan: string;
  description: string;
  counterparty: string;
  purse: string;
  income_yen: number | null;
  expense_yen: number | null;
  balance_yen: number | null;
  funding: string;
  eligibility: Eligibility | null;
  has_receipt: boolean;
  is_void: boolean;
};
export type EntryRecord = EntryRow & {
  eligibility_reason: string;
  activity: string;
  void_reason: string | null;
  voided_by: string | null;
  voids: string | null;
  version: number;
  advice: { verdict: string; reason: string; source: string } | null;
  timeline: TimelineEntry[];
};
export type EntryList = { entries: EntryRow[]; purses: { id: string; name: string; opening_yen: number; closing_yen: number }[]; totals: { income_yen: number; expense_yen: number } };
export type Counterparty = { name: string; kana_key: string; last: { description: string; item_id: string | null; amount_yen: number; on_label: string } | null };
export type Choice = { id: string; name: string };
export type EntryChoices = {
  items: { id: string; side: 'income' | 'expense'; kan: string; kou: string }[];
  purses: Choice[];
  grants: Choice[];
  activities: Choice[];
  counterparties: Counterparty[];
  next_voucher_no: number;
  descriptions: string[];
};
export type EntryDraft = {
  kind: EntryKind;
  on: string;
  counterparty: string;
  description: string;
  item_id: string | null;
  amount: string;
  purse_id: string | null;
  to_purse_id: string | null;
  grant_id: string | null;
  eligibility: Eligibility | null;
  eligibility_reason: string;
  has_receipt: boolean;
  voucher_no: string;
};
export type Effect = {
  on_label: string | null;
  amount_yen: number | null;
  budget: { title: string; budget_yen: number; spent_yen: number; after_yen: number; left_yen: number } | null;
  grant: { title: string; decided_yen: number; spent_yen: number; after_yen: number; left_yen: number } | null;
  purse: { title: string; before_yen: number; after_yen: number } | null;
  verdict: { eligibility: string; chip: string; reason: string; source: string } | null;
  warnings: string[];
  problems: { field: string; message: string; hint: string }[];
};
export type BudgetRow = { kan: string; kou: string; budget_yen: number; settled_yen: number; difference_yen: number; percent: string | null; previous_yen: number | null; note: string };
export type BudgetTotal = { budget_yen: number; settled_yen: number; difference_yen: number; percent: string | null; previous_yen: number | null };
export type BudgetStatus = { income: BudgetRow[]; expense: BudgetRow[]; totals: { income: BudgetTotal; expense: BudgetTotal } };

export type GrantRow = {
  id: string;
  name: string;
  decided_yen: number | null;
  decided_on: string | null;
  decided_label: string;
  decision_no: string;
  allocated_yen: number;
  eligible_yen: number;
  left_yen: number;
  excess_yen: number;
  refund_yen: number;
  steps: { label: string; amount_yen: number }[];
  rules: { title: string; detail: string; source: string; is_verified: boolean }[];
};

export type OccasionRow = { id: string; on_label: string; from_on: string; to_on: string; title: string; activity: string; place: string; participants: number | null; participants_label: string; helpers: number | null };
export type Occasion = { id: string; version: number; activity: string; title: string; place: string; participants: number | null; helpers: number | null; target: string; notice: string; content: string; reflection: string; effect: string; author: string };
export type OccasionRecord = { row: OccasionRow; record: Occasion; from_label: string; to_label: string; timeline: TimelineEntry[] };
export type OccasionDraft = { id: string | null; version: number; year: number; activity: string; title: string; from: string; to: string; place: string; participants: string; helpers: string; target: string; notice: string; content: string; reflection: string; effect: string; author: string };
export type OccasionList = {
  occasions: OccasionRow[];
  totals: { occasions: number; participants: number; helpers: number };
  activities: { id: string; name: string; occasions: number; spent_yen: number; budget_yen: number | null }[];
};

export type Source = { from: 'form' } | { from: 'fact'; name: string } | { from: 'typed'; name: string } | { from: 'missing'; name: string };
export type Face = 'mincho' | 'gothic' | 'gothic_bold';
export type Item =
  | { kind: 'text'; x: number; y: number; size: number; text: string; face: Face; spacing: number; length: number; vertical: boolean; source: Source }
  | { kind: 'room'; x: number; y: number; width: number; height: number; ruled: boolean; source: Source }
  | { kind: 'line'; x1: number; y1: number; x2: number; y2: number; thickness: number; dash: number }
  | { kind: 'rect'; x: number; y: number; width: number; height: number; shade: number }
  | { kind: 'polyline'; points: [number, number][]; thickness: number; dash: number }
  | { kind: 'circle'; x: number; y: number; radius: number; thickness: number; shade: number | null };
export type Sheet = { width_mm: number; height_mm: number; items: Item[] };
export type Output = 'pdf' | 'xlsx' | 'stamp';
export type Check = { state: 'ok' | 'missing' | 'warning'; title: string; detail: string; act: string | null; to: Link | null; field: string | null };
export type Paper = {
  form: string;
  title: string;
  form_no: string;
  city: string;
  outputs: Output[];
  pages: Sheet[];
  checks: Check[];
  texts: { field: string; label: string; words: string }[];
  missing_glyphs: { character: string; text: string }[];
};
export type FormRow = { id: string; title: string; form_no: string; outputs: Output[]; missing: number; issued_label: string | null };
export type FormList = { forms: FormRow[]; edition: string; city: string };
export type OutputAnswer = { files: Token[]; missing: { form: string; code: string; message: string }[]; sentence: string };

type None = Record<string, never>;
type Year = { year: number };

export interface Commands {
  'office.status': { args: None; result: Status };
  'office.profiles': { args: None; result: Profile[] };
  'office.create': { args: { council: string; profile: string; year: number; passphrase: string }; result: { recovery_key: string } };
  'office.confirm_recovery': { args: { typed: string }; result: Status };
  'office.recovery_sheet': { args: None; result: Paper };
  'office.unlock': { args: { passphrase: string }; result: Status };
  'office.open_sample': { args: { reset: boolean }; result: Status };
  'office.close': { args: None; result: Status };
  'office.save_settings': { args: { name: string; postal: string; address: string; phone: string }; result: Changed<null> };
  'office.undo': { args: None; result: Changed<null> };
  'office.redo': { args: None; result: Changed<null> };
  'office.undo_one': { args: { seq: number }; result: Changed<null> };
  'office.history': { args: { limit: number }; result: { entries: HistoryEntry[] } };
  'office.changes_of': { args: { seq: number }; result: { changes: RowChange[]; more: number } };
  'office.search': { args: { query: string; year: number }; result: { hits: Hit[] } };
  'office.home': { args: Year; result: Home };
  'intake.preview': { args: { kind: Kind; token: string; year: number; columns: ColumnChoice[] | null }; result: ImportPlan };
  'intake.apply': { args: { kind: Kind; token: string; year: number; columns: ColumnChoice[] | null; decisions: Decision[] }; result: Changed<Counts> };
  'roster.list_people': { args: Year; result: { people: PersonRow[]; hidden: number; counts: { persons: number; roles: number } } };
  'roster.person': { args: { id: string; year: number }; result: PersonRecord };
  'roster.save_person': { args: { person: PersonDraft }; result: Changed<{ id: string }> };
  'roster.bodies': { args: None; result: { id: string; kind: string; name: string }[] };
  'roster.save_role': { args: RoleDraft; result: Changed<null> };
  'roster.remove_role': { args: { id: string }; result: Changed<null> };
  'enrolment.list_associations': { args: Year; result: EnrolmentList };
  'enrolment.association': { args: { id: string; year: number }; result: AssociationRecord };
  'enrolment.save_count': { args: CountDraft; result: Changed<null> };
  'accounts.list_entries': { args: Year; result: EntryList };
  'accounts.entry': { args: { id: string }; result: EntryRecord };
  'accounts.entry_choices': { args: Year; result: EntryChoices };
  'accounts.entry_effect': { args: { year: number; draft: EntryDraft }; result: Effect };
  'accounts.record_entry': { args: { year: number; draft: EntryDraft }; result: Changed<{ id: string }> };
  'accounts.void_entry': { args: { id: string; reason: string }; result: Changed<null> };
  'accounts.set_receipt': { args: { id: string; has_receipt: boolean }; result: Changed<null> };
  'accounts.budget_status': { args: Year; result: BudgetStatus };
  'grants.list': { args: Year; result: { grants: GrantRow[] } };
  'grants.record_decision': { args: { name: string; year: number; amount: string; on: string; number: string }; result: Changed<null> };
  'activities.list_occasions': { args: Year; result: OccasionList };
  'activities.occasion': { args: { id: string }; result: OccasionRecord };
  'activities.save_occasion': { args: { occasion: OccasionDraft }; result: Changed<{ id: string }> };
  'reports.list_forms': { args: Year; result: FormList };
  'reports.prepare': { args: { form: string; year: number }; result: Paper };
  'reports.write_text': { args: { form: string; year: number; field: string; words: string }; result: Changed<null> };
  'reports.output': { args: { form: string; year: number; format: Output; folder: string | null }; result: OutputAnswer };
}
