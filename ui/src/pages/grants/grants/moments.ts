import { grants as words } from '../../../strings/ja/grants';

/** The last days of the twelve months of a fiscal year, as choices. */
export function moments(year: number): { value: string; label: string }[] {
  return Array.from({ length: 12 }, (_, i) => {
    const month = ((i + 3) % 12) + 1;
    const own = month < 4 ? year + 1 : year;
    const last = new Date(Date.UTC(own, month, 0)).getUTCDate();
    return { value: `${own}-${String(month).padStart(2, '0')}-${last}`, label: words.monthEnd(month) };
  });
}
