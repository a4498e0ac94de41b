import type { Page } from '../pages/page';

export interface Match {
  page: Page;
  params: Record<string, string>;
}

function fit(route: string, path: string): Record<string, string> | null {
  const [wanted, given] = [route.split('/'), path.split('/')];
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [i, part] of wanted.entries()) {
    const word = given[i] ?? '';
    if (part.startsWith(':')) params[part.slice(1)] = decodeURIComponent(word);
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
