/** The one place of the page that shows an amount: 5,738,791, △9,000. */
export function yen(amount: number): string {
  const digits = Math.abs(amount).toString().replace(/\B(?=(\d{3})+$)/g, ',');
  return amount < 0 ? `△${digits}` : digits;
}

/** An amount that may be missing. */
export function yenOr(amount: number | null, blank: string): string {
  return amount === null ? blank : yen(amount);
}
