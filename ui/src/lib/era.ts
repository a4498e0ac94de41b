const names = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { era: 'long', year: 'numeric' });

/** The year of the era in which a 年度 runs for the most part: of 2026 that of Reiwa 8. */
export const eraYear = (year: number): string => names.format(new Date(year, 5, 1));
