// Which page of help is about where one is, and what is said of a field there.

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

/** What is said of the fields of one name; `*` in it stands for what only the records know. */
interface Said {
  /** A route, with what lies below; empty where it holds everywhere. */
  at: string;
  label: string;
  text: string;
}

/** What is said of a field: by its own name before a name with open places, and for where one is before everywhere. */
export function fieldHelp(all: Said[], where: Where, label: string): string | undefined {
  const fit = ({ at, label: said }: Said) => {
    const [name, near] = [nameFit(said, label), at === '' ? 1 : 1 + fitOf(at, where)];
    return name === 0 || (at !== '' && near === 1) ? 0 : name * 1_000 + near;
  };
  return all.reduce<{ text?: string; fit: number }>((best, one) => (fit(one) > best.fit ? { text: one.text, fit: fit(one) } : best), { fit: 0 }).text;
}

/** How much of a label a name says; a name without open places says more than all others, 0 when it is another one. */
function nameFit(name: string, label: string): number {
  if (name === label) return 1_000;
  const parts = name.split('*');
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  if (parts.length === 1 || !label.startsWith(first) || !label.slice(first.length).endsWith(last)) return 0;
  let at = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = label.indexOf(part, at);
    if (found < 0) return 0;
    at = found + part.length;
  }
  return at + last.length <= label.length ? name.length : 0;
}
