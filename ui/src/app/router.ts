import type { Page } from '../pages/page';

export interface Match {
  page: Page;
  params: Record<string, string>;
}

/** A part of an address in letters; none where it is written as no address can be. */
function decoded(word: string): string | null {
  try {
    return decodeURIComponent(word);
  } catch {
    return null;
  }
}

/** The fiscal year that an address names; none where it names no year that there can be records of. */
export function yearOf(words: string | undefined): number | null {
  return words !== undefined && /^(19|20)\d\d$/.test(words) ? Number(words) : null;
}

function fit(route: string, path: string): Record<string, string> | null {
  const [wanted, given] = [route.split('/'), path.split('/')];
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [i, part] of wanted.entries()) {
    const word = decoded(given[i] ?? '');
    if (word === null) return null;
    if (part.startsWith(':')) params[part.slice(1)] = word;
    else if (part !== word) return null;
  }
  return params;
}

/** The first page whose address fits; pages with fixed words stand before those with open ones. */
export function match(pages: Page[], path: string): Match | null {
  for (const page of pages) {
    const params = fit(page.route, path);
    if (params !== null) return { page, params };
  }
  return null;
}
