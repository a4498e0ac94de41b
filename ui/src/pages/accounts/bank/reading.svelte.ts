// A statement on its way: kept while the reader looks elsewhere, gone once it is kept or given up.

import { call, files, type CallError } from '../../../backend';
import { leadToRefusal } from '../../../backend/attention';
import { change } from '../../../backend/changes.svelte';
import type { ColumnChoice, ImportPlan, StatementRead, TextEncoding, Token } from '../../../generated/api';
import { meant } from '../../../parts/intake/reading';

export class Reading {
  token = $state.raw<Token | null>(null);
  read = $state.raw<StatementRead | null>(null);
  failure = $state.raw<CallError | null>(null);
  isBusy = $state(false);
  columns = $state.raw<ColumnChoice[] | null>(null);
  #encoding: TextEncoding | null = null;
  #turn = 0;

  constructor(readonly purse: string) {}

  get plan(): ImportPlan | null {
    return this.read?.plan ?? null;
  }

  async pick(): Promise<void> {
    this.failure = null;
    const token = await files.pick('sheet').catch((cause: CallError) => void (this.failure = cause));
    if (!token) return;
    this.drop();
    this.token = token;
    await this.#ask();
  }

  /** Another meaning for a column: the file is read again under it. */
  async mean(sheet: string, col: number, field: string | null): Promise<void> {
    this.columns = meant(this.columns, this.plan?.sheets ?? [], sheet, col, field);
    await this.#ask();
  }

  /** Another encoding for a text file, which is read again in it; what makes no sense in it leaves the reading as it was. */
  async readAs(encoding: TextEncoding): Promise<void> {
    const before = { encoding: this.#encoding, columns: this.columns };
    [this.#encoding, this.columns] = [encoding, null];
    await this.#ask();
    if (this.failure !== null) [this.#encoding, this.columns] = [before.encoding, before.columns];
  }

  drop(): void {
    this.#turn += 1;
    [this.token, this.read, this.failure, this.isBusy, this.columns, this.#encoding] = [null, null, null, false, null, null];
  }

  /** Keeps the new lines. */
  async keep(): Promise<void> {
    if (this.token === null || this.isBusy) return;
    [this.isBusy, this.failure] = [true, null];
    try {
      await change('bank.keep_statement', this.#asked(this.token));
      this.drop();
    } catch (cause) {
      this.failure = cause as CallError;
    }
    this.isBusy = false;
    if (this.failure !== null) await leadToRefusal();
  }

  #asked(token: Token) {
    return { purse_id: this.purse, file: token.token, columns: this.columns, encoding: this.#encoding };
  }

  async #ask(): Promise<void> {
    if (this.token === null) return;
    const turn = ++this.#turn;
    [this.isBusy, this.failure] = [true, null];
    try {
      const read = await call('bank.read_statement', this.#asked(this.token));
      if (turn === this.#turn) this.read = read;
    } catch (cause) {
      if (turn === this.#turn) this.failure = cause as CallError;
    }
    if (turn === this.#turn) this.isBusy = false;
  }
}

const kept = new Map<string, Reading>();

export function readingOf(purse: string): Reading {
  const found = kept.get(purse) ?? new Reading(purse);
  kept.set(purse, found);
  return found;
}
