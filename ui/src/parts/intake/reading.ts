import type { ColumnChoice, ColumnView, PlanRow, PreviewRow, SheetView } from '../../generated/api';

/** A cell of somebody's file: as it was read, and as it is written where that differs. */
export interface Reading {
  shown: string;
  written: string | null;
}

/** The rows below the headings, as the file has them. */
export function dataRows(sheet: SheetView): PreviewRow[] {
  const last = Math.max(0, ...sheet.header_rows);
  return sheet.head_preview.filter((row) => row.row > last && row.cells.some((cell) => cell !== ''));
}

/** What a column says in a row. Of several columns with one meaning the nth stands for the nth reading of that row. */
export function reading(columns: ColumnView[], column: ColumnView, row: PreviewRow, planned: PlanRow | undefined): Reading {
  const written = row.cells[column.col - 1] ?? '';
  const alike = columns.filter(({ field }) => field === column.field);
  const read = planned?.cells.filter(({ field }) => field === column.field)[alike.indexOf(column)];
  if (column.field === null || read === undefined || written === '') return { shown: written, written: null };
  return { shown: read.shown, written: read.shown === written ? null : written };
}

/** What every column means once one of them means something else: what was chosen before stands, though it may still be on its way. */
export function meant(before: ColumnChoice[] | null, sheets: SheetView[], sheet: string, col: number, field: string | null): ColumnChoice[] {
  const chosen = before ?? [];
  const isChosen = (one: ColumnChoice) => chosen.some((other) => other.sheet === one.sheet && other.col === one.col);
  const read = sheets.filter((one) => one.is_used).flatMap((one) => one.columns.map((column) => ({ sheet: one.name, col: column.col, field: column.field })));
  return [...chosen, ...read.filter((one) => !isChosen(one))].map((choice) => (choice.sheet === sheet && choice.col === col ? { ...choice, field } : choice));
}

/** The headings of columns that hold something and are not taken; running numbers and what has no name are not missed. */
export function leftOut(sheets: SheetView[]): string[] {
  const headings = sheets
    .filter(({ is_used }) => is_used)
    .flatMap((sheet) => sheet.columns.filter(({ field, heading, col }) => field === null && heading !== '' && dataRows(sheet).some(({ cells }) => (cells[col - 1] ?? '') !== '')))
    .map(({ heading }) => heading);
  return [...new Set(headings)];
}
