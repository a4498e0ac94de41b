/** Which columns of a list are shown, kept on this machine. */
export class ColumnChoice {
  #chosen: Record<string, boolean>;
  readonly #place: string;

  constructor(list: string) {
    this.#place = `columns ${list}`;
    this.#chosen = $state.raw(JSON.parse(localStorage.getItem(this.#place) ?? '{}') as Record<string, boolean>);
  }

  /** What nobody chose is shown, unless it is an extra. */
  isShown({ key, isExtra }: { key: string; isExtra?: boolean | undefined }): boolean {
    return this.#chosen[key] ?? isExtra !== true;
  }

  /** Somebody asked for it by name. */
  isChosen({ key }: { key: string }): boolean {
    return this.#chosen[key] === true;
  }

  choose(key: string, isShown: boolean): void {
    this.#chosen = { ...this.#chosen, [key]: isShown };
    localStorage.setItem(this.#place, JSON.stringify(this.#chosen));
  }
}
