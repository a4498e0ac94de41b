/** Runs the last of a quick series of calls, a moment after it. */
export function debounce<A extends unknown[]>(act: (...args: A) => void, wait: number): (...args: A) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (...args) => {
    clearTimeout(timer);
    timer = setTimeout(() => act(...args), wait);
  };
}
