import type { AmountBasis, BasisTyped, CountSuggested, Quantity } from '../../../generated/api';

/** The formula of an application and its counts, as they are typed. */
export interface Typed {
  formula: string | null;
  readings: Record<string, string | null>;
  counts: Partial<Record<Quantity, string>>;
}

/** The counts with those that the records know, where nothing was typed. */
export function filled(counts: Typed['counts'], asked: Quantity[], suggested: CountSuggested[]): Typed['counts'] {
  const known = suggested.filter(({ measure }) => asked.includes(measure) && (counts[measure] ?? '') === '');
  return { ...counts, ...Object.fromEntries(known.map(({ measure, count }) => [measure, String(count)])) };
}

/** What is sent of it; nothing where the amount is typed alone. */
export function basisOf({ formula, readings, counts }: Typed): BasisTyped | null {
  if (formula === null) return null;
  const chosen = Object.entries(readings).filter((one): one is [string, string] => one[1] !== null);
  return { formula, readings: Object.fromEntries(chosen), counts };
}

/** What was kept, to be typed again. */
export function typedOf(basis: AmountBasis | null): Typed {
  const counts = Object.entries(basis?.counts ?? {}).map(([measure, count]) => [measure, String(count)]);
  return { formula: basis?.formula ?? null, readings: { ...basis?.readings }, counts: Object.fromEntries(counts) as Typed['counts'] };
}
