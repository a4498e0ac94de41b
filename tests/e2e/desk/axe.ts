// What is wrong with the page as it stands: what axe finds, and whether it must be moved sideways to be read.

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
  expect(await seat.ask(findings, LEVELS), `axe on ${where}`).toEqual([]);
}

/** Runs in the page. */
async function findings(levels: string[]): Promise<string[]> {
  const { violations } = await axe.run(document, { runOnly: levels, resultTypes: ['violations'] });
  const { scrollWidth, clientWidth } = document.documentElement;
  const sideways = scrollWidth > clientWidth ? [`sideways: ${scrollWidth} of ${clientWidth} px`] : [];
  return [...sideways, ...violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.html}`))];
}
