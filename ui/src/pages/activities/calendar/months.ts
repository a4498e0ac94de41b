import type { CalendarMonth, OccasionRow } from '../../../generated/api';

/** One month with what lies in it. */
export interface Month extends CalendarMonth {
  occasions: OccasionRow[];
}

/** One square of a month's sheet; of another month where there is no day. */
export interface Square {
  day: number | null;
  /** 2026-04-12 */
  on: string;
  occasions: OccasionRow[];
}

/** So many days make a season rather than an occasion: it stands at its first day alone. */
const LONGEST_DAYS = 14;

const two = (n: number) => String(n).padStart(2, '0');
const daysOf = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();
const length = ({ from_on, to_on }: OccasionRow) => (Date.parse(to_on) - Date.parse(from_on)) / 86_400_000;

/** The months of a year, each with what begins in it or goes on into it. */
export function monthsOf(months: CalendarMonth[], occasions: OccasionRow[]): Month[] {
  return months.map(({ key, month }) => {
    const isIn = (o: OccasionRow) => o.from_on.startsWith(key) || (length(o) < LONGEST_DAYS && o.from_on < key && o.to_on >= `${key}-01`);
    return { key, month, occasions: occasions.filter(isIn) };
  });
}

/** The weeks of a month, Sunday first, with what lies on each day. */
export function weeksOf({ key, occasions }: Month): Square[][] {
  const [year = 0, month = 1] = key.split('-').map(Number);
  const [before, days] = [new Date(Date.UTC(year, month - 1, 1)).getUTCDay(), daysOf(year, month)];
  const squares: Square[] = Array.from({ length: Math.ceil((before + days) / 7) * 7 }, (_, at) => {
    const day = at - before + 1;
    if (day < 1 || day > days) return { day: null, on: `none ${at}`, occasions: [] };
    const on = `${key}-${two(day)}`;
    const isOn = (o: OccasionRow) => o.from_on === on || (length(o) < LONGEST_DAYS && o.from_on <= on && o.to_on >= on);
    return { day, on, occasions: occasions.filter(isOn) };
  });
  return Array.from({ length: squares.length / 7 }, (_, week) => squares.slice(week * 7, week * 7 + 7));
}

/** The weekday of a day, 0 for Sunday. */
export const weekday = (on: string) => new Date(`${on}T00:00:00Z`).getUTCDay();
