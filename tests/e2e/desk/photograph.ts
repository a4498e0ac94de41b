// Photographs of receipts, drawn by the page itself: each says what it is of, and no two are of the same width.

import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Seat } from './seat';

export interface Shot {
  file: string;
  name: string;
  /** px; tells it from the others. */
  width: number;
}

const [NARROWEST, HEIGHT] = [240, 320];

/** A JPEG with these lines on it, laid into the folder. */
export async function photograph(seat: Seat, folder: string, number: number, lines: string[]): Promise<Shot> {
  const width = NARROWEST + number;
  const name = `領収書${number}.jpg`;
  const file = join(folder, name);
  writeFileSync(file, Buffer.from(await seat.ask(drawn, width, HEIGHT, lines), 'base64'));
  return { file, name, width };
}

/** Black on white, as base64; runs in the page. */
function drawn(width: number, height: number, lines: string[]): string {
  const paper = document.createElement('canvas');
  [paper.width, paper.height] = [width, height];
  const pen = paper.getContext('2d')!;
  pen.fillStyle = 'white';
  pen.fillRect(0, 0, width, height);
  pen.fillStyle = 'black';
  pen.font = '22px sans-serif';
  lines.forEach((line, i) => pen.fillText(line, 16, 48 + i * 44, width - 32));
  return paper.toDataURL('image/jpeg', 0.8).split(',')[1]!;
}

/** The widths of the pictures on each page of a PDF, as they were drawn there. */
export function picturesOf(pdf: string): number[][] {
  const rows = execFileSync('pdfimages', ['-list', pdf], { encoding: 'utf8' }).split('\n').slice(2);
  const pages: number[][] = [];
  for (const row of rows) {
    const [page, , kind, width] = row.trim().split(/\s+/);
    if (kind === 'image') (pages[Number(page) - 1] ??= []).push(Number(width));
  }
  return Array.from(pages, (page) => page ?? []);
}

/** How wide a JPEG is, after its frame. */
export function widthOf(jpeg: string): number {
  const bytes = readFileSync(jpeg);
  for (let at = 2; at < bytes.length; at += 2 + bytes.readUInt16BE(at + 2)) {
    if (bytes[at] === 0xff && [0xc0, 0xc2].includes(bytes[at + 1]!)) return bytes.readUInt16BE(at + 7);
  }
  throw new Error(`${jpeg} has no frame`);
}
