// Which page of help is about where one is.

/** What a page of help says of where it belongs. */
interface Placed {
  /** Routes, as `accounts/:id`; one that is of a page in one of its ways names the way too, as `roster/print?kind=labels`. */
  at: string[];
}

/** Where one is: the steps of a path, and what is chosen there. */
interface Where {
  path: string;
  query?: Record<string, string>;
}

/** The page whose route says most of the place; the first one where none does. */
export function helpFor<P extends Placed>(pages: P[], where: Where): P | undefined {
  const fit = (page: P) => Math.max(...page.at.map((route) => fitOf(route, where)));
  return pages.reduce<P | undefined>((best, page) => (fit(page) > (best === undefined ? 0 : fit(best)) ? page : best), undefined) ?? pages[0];
}

/** How much of a place a route says: its words count most, then its open places and its ways; 0 when it is of another place. */
function fitOf(route: string, { path, query = {} }: Where): number {
  const [said = '', chosen] = route.split('?');
  const [words, steps, ways] = [said.split('/'), path.split('/'), [...new URLSearchParams(chosen)]];
  const is = words.every((word, at) => steps[at] !== undefined && (word.startsWith(':') || word === steps[at])) && ways.every(([name, value]) => query[name] === value);
  return is ? words.reduce((sum, word) => sum + (word.startsWith(':') ? 1 : 10), ways.length) : 0;
}
