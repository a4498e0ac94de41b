// A copy to look at: what would write something down is not shown in it. Controls and cards say so by `data-writes`; pages
// stand in a list of their own, and the links to them go with them. The band above every page says why.

import type { Page } from '../pages/page';

/** Links to a page, whatever its keys and questions are: `accounts/:id/correct` begins and goes on with its fixed words. */
export function linksTo(route: string): string {
  const [first = '', ...others] = `#/${route}`.split(/:\w+/);
  return `a[href^="${first}"]${others.filter((words) => words !== '').map((words) => `[href*="${words}"]`).join('')}`;
}

/** Takes everything that writes out of sight; returns how it comes back. */
export function hideWriting(writing: Page[]): () => void {
  const hidden = ['[data-writes]', ...writing.map(({ route }) => linksTo(route))];
  const sheet = new CSSStyleSheet();
  sheet.insertRule(`:is(${hidden.join(', ')}) { display: none !important; }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
  };
}
