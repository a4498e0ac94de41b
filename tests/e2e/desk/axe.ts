// What is wrong with the page as it stands: what axe finds, and what breaks the desk's own rules with numbers.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import type { Seat } from './seat';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const LEVELS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

declare global {
  var axe: { run(context: Document, options: object): Promise<AxeResults> };
}

/** Asserts that there is nothing to mend for anybody who cannot see, hear or point well. */
export async function nothingFound(seat: Seat, where: string): Promise<void> {
  await seat.load(source);
  const found = [...(await seat.ask(byAxe, LEVELS)), ...(await seat.ask(byNumbers))];
  expect.soft(found, where).toEqual([]);
}

/** Runs in the page. */
async function byAxe(levels: string[]): Promise<string[]> {
  const { violations } = await axe.run(document, { runOnly: levels, resultTypes: ['violations'] });
  return violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.html}`));
}

/** Runs in the page: no moving sideways, no words out of their box, no letter below 16 px, nothing to press below 48 × 48 px. */
function byNumbers(): string[] {
  const found: string[] = [];
  const brief = (element: Element) => element.outerHTML.slice(0, 160);
  for (const box of document.querySelectorAll('html, main, main > div:not([role])')) {
    const isMovable = !['hidden', 'clip'].includes(getComputedStyle(box).overflowX);
    if (isMovable && box.scrollWidth > box.clientWidth) found.push(`sideways: ${box.scrollWidth} of ${box.clientWidth} px of ${box.tagName}`);
  }

  const isShown = (element: Element) => element.checkVisibility({ visibilityProperty: true }) && element.getBoundingClientRect().width > 1;
  const hasWords = (element: Element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
  for (const element of document.querySelectorAll('body *:not(svg, svg *, script, style, option, optgroup)')) {
    if (!hasWords(element) || !isShown(element)) continue;
    const { fontSize, overflowX, display } = getComputedStyle(element);
    if (parseFloat(fontSize) < 16) found.push(`letters of ${fontSize}: ${brief(element)}`);
    const isSpilt = overflowX === 'visible' && display !== 'inline' && element.scrollWidth > element.clientWidth + 1;
    if (isSpilt) found.push(`words out of their box: ${brief(element)}`);
  }
  for (const element of document.querySelectorAll('button, a[href], select, input, textarea, summary')) {
    const target = element.matches('[type=radio], [type=checkbox]') ? (element.closest('label') ?? element) : element;
    const { width, height } = target.getBoundingClientRect();
    const isPressed = isShown(target) && !element.matches('.skip') && getComputedStyle(element).display !== 'inline';
    if (isPressed && (width < 47.5 || height < 47.5)) found.push(`target of ${Math.round(width)} × ${Math.round(height)} px: ${brief(element)}`);
  }
  return found;
}
