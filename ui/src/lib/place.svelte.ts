// Where the reader is: the address after the «#», with the fiscal year in it, so that going back leads back.

export interface Address {
  path: string;
  query: Record<string, string>;
}

export function parse(hash: string): Address {
  const [path = '', search = ''] = hash.replace(/^#\/?/, '').split('?');
  return { path: path.replace(/\/$/, '') || 'home', query: Object.fromEntries(new URLSearchParams(search)) };
}

class Place {
  address = $state.raw(parse(window.location.hash));

  constructor() {
    window.addEventListener('hashchange', () => (this.address = parse(window.location.hash)));
  }
}

export const place = new Place();

/**
 * What the address asks for now. The `at` of a page follows only when its answers are there: a choice that read it from there
 * would jump back under the fingers of who chooses faster than the core answers.
 */
export function asked(key: string): string | null {
  return place.address.query[key] ?? null;
}

/** The address of a page. The chosen year goes along unless the target names its own. */
export function href(target: string): string {
  const { path, query } = parse(target);
  const year = query.year ?? place.address.query.year;
  const search = new URLSearchParams(year === undefined ? query : { ...query, year }).toString();
  return `#/${path}${search === '' ? '' : `?${search}`}`;
}

export function go(target: string): void {
  window.location.hash = href(target);
}

/** Goes on from a form that is done with: the way back does not lead into it again. */
export function goOn(target: string): void {
  window.location.replace(href(target));
}

/** Says later whether the reader is still where she is now; who went away and came back is not. */
export function staying(): () => boolean {
  const [address, hash] = [place.address, window.location.hash];
  return () => place.address === address && window.location.hash === hash;
}

/** Stays on the page and changes a part of its address, without a step to go back to. */
export function refine(query: Record<string, string | null>): void {
  const { path, query: old } = place.address;
  const merged = Object.entries({ ...old, ...query }).filter((pair): pair is [string, string] => pair[1] !== null);
  const search = new URLSearchParams(merged).toString();
  window.location.replace(`#/${path}${search === '' ? '' : `?${search}`}`);
}

/** Back to where the reader came from, or to the page above when she came from nowhere. */
export function goBack(above: string): void {
  if (window.history.length > 1) window.history.back();
  else go(above);
}
