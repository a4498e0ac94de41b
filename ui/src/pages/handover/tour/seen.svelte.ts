// What was looked at in the first week: kept on this computer, for it is about who sits here.

const PLACE = 'first-week';

export class Seen {
  #ids = $state.raw(JSON.parse(localStorage.getItem(PLACE) ?? '[]') as string[]);

  has(id: string): boolean {
    return this.#ids.includes(id);
  }

  /** Marks a step, or takes its mark away. */
  turn(id: string): void {
    this.#ids = this.has(id) ? this.#ids.filter((one) => one !== id) : [...this.#ids, id];
    localStorage.setItem(PLACE, JSON.stringify(this.#ids));
  }

  /** The next successor begins anew. */
  clear(): void {
    this.#ids = [];
    localStorage.removeItem(PLACE);
  }
}
