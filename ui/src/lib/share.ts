/** How much of a bar a part fills, in thousandths. For drawing only. */
export function share(part: number, whole: number): number {
  return whole > 0 ? Math.round((1000 * part) / whole) : 0;
}
