// The order of a list of which one thing is moved.

/** The same things, the one at `from` now standing at `to`. */
export function moved<T>(things: T[], from: number, to: number): T[] {
  const rest = things.filter((_, at) => at !== from);
  return [...rest.slice(0, to), ...things.slice(from, from + 1), ...rest.slice(to)];
}
