// One import on its way: kept while the reader looks elsewhere, gone once it is done or given up.

import { call, files, type CallError } from '../../../backend';
import { change } from '../../../backend/changes.svelte';
import type { ColumnChoice, Counts, Decision, ImportPlan, PlanRow, RowDecision, TextEncoding, Token } from '../../../generated/api';
import type { Imported } from '../kinds';
import { meant } from '../../../parts/intake/reading';

export const STEP = { file: 0, heading: 1, columns: 2, check: 3, apply: 4 } as const;

export class Import {
  step = $state<number>(STEP.file);
  token = $state.raw<Token | null>(null);
  plan = $state.raw<ImportPlan | null>(null);
  decisions = $state<Record<number, RowDecision>>({});
  failure = $state.raw<CallError | null>(null);
  busy = $state<'reading' | 'writing' | null>(null);
  done = $state.raw<Counts | null>(null);
  #columns: ColumnChoice[] | null = null;
  #encoding: TextEncoding | null = null;
  #turn = 0;

  constructor(
    readonly kind: Imported,
    readonly year: number,
  ) {}

  get questions(): PlanRow[] {
    return this.plan?.rows.filter((row) => row.verdict === 'unsure') ?? [];
  }

  get undecided(): PlanRow[] {
    return this.questions.filter((row) => this.decisions[row.index] === undefined);
  }

  /** What will be there after the import: new and changed records, and the rows decided as such. */
  get toWrite(): { new: number; changed: number } {
    const decided = Object.values(this.decisions);
    // An entry that is there already is left as it is; a person or an association takes over what the file knows.
    const takesOver = this.kind === 'roster' || this.kind === 'associations';
    const counted = this.plan?.counts;
    return {
      new: (counted?.new ?? 0) + decided.filter(({ decision }) => decision === 'new').length,
      changed: (counted?.changed ?? 0) + (takesOver ? decided.filter(({ decision }) => decision === 'same').length : 0),
    };
  }

  async pick(): Promise<void> {
    this.failure = null;
    const token = await files.pick('sheet').catch((cause: CallError) => void (this.failure = cause));
    if (!token) return;
    [this.token, this.#columns, this.#encoding, this.decisions] = [token, null, null, {}];
    if (await this.#preview()) this.step = STEP.heading;
  }

  /** Another encoding for a text file, which is read again in it; what makes no sense in it leaves the plan as it was. */
  async readAs(encoding: TextEncoding): Promise<void> {
    const before = { encoding: this.#encoding, columns: this.#columns };
    [this.#encoding, this.#columns, this.decisions] = [encoding, null, {}];
    if (!(await this.#preview())) [this.#encoding, this.#columns] = [before.encoding, before.columns];
  }

  /** Another meaning for a column: the file is read again under it. */
  async mean(sheet: string, col: number, field: string | null): Promise<void> {
    this.#columns = meant(this.#columns, this.plan?.sheets ?? [], sheet, col, field);
    this.decisions = {};
    await this.#preview();
  }

  decide(row: PlanRow, decision: Decision, id: string | null): void {
    this.decisions[row.index] = { index: row.index, decision, id };
  }

  skipRest(): void {
    this.undecided.forEach((row) => this.decide(row, 'skip', null));
  }

  stop(): void {
    this.#turn += 1;
    this.busy = null;
  }

  async apply(): Promise<void> {
    if (this.token === null) return;
    this.busy = 'writing';
    this.failure = null;
    try {
      const { kind, year } = this;
      this.done = await change('intake.apply', { kind, files: [this.token.token], year, columns: this.#columns, encoding: this.#encoding, decisions: Object.values(this.decisions), unsure: null });
    } catch (cause) {
      this.failure = cause as CallError;
    }
    this.busy = null;
  }

  async #preview(): Promise<boolean> {
    if (this.token === null) return false;
    const turn = ++this.#turn;
    this.busy = 'reading';
    this.failure = null;
    try {
      const plan = await call('intake.preview', { kind: this.kind, files: [this.token.token], year: this.year, columns: this.#columns, encoding: this.#encoding });
      if (turn !== this.#turn) return false;
      this.plan = plan;
    } catch (cause) {
      if (turn !== this.#turn) return false;
      this.failure = cause as CallError;
    }
    this.busy = null;
    return this.failure === null;
  }
}

const kept = new Map<string, Import>();

export function importOf(kind: Imported, year: number): Import {
  const key = `${kind} ${year}`;
  const found = kept.get(key) ?? new Import(kind, year);
  kept.set(key, found);
  return found;
}

export function forget({ kind, year }: Import): void {
  kept.delete(`${kind} ${year}`);
}
