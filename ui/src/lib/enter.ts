const STOPS = 'input:not([type=hidden]):not(:disabled), select:not(:disabled), textarea:not(:disabled)';

/** Enter that confirms kana being converted is the input method's own. */
export function isConverting(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}

function nextStop(form: HTMLElement, from: HTMLElement): HTMLElement | undefined {
  const stops = [...form.querySelectorAll<HTMLElement>(STOPS)].filter((stop) => !(stop instanceof HTMLInputElement && stop.type === 'radio' && !stop.checked && from !== stop));
  const sameGroup = (stop: HTMLElement) => from instanceof HTMLInputElement && stop instanceof HTMLInputElement && from.type === 'radio' && stop.name === from.name;
  return stops.slice(stops.indexOf(from) + 1).find((stop) => !sameGroup(stop));
}

/** Enter goes to the next field, as on a slip; in a text of many lines it begins a new line. */
export function enterMoves(form: HTMLElement): () => void {
  const onKey = (event: KeyboardEvent) => {
    const from = event.target;
    if (event.key !== 'Enter' || event.ctrlKey || event.defaultPrevented || isConverting(event)) return;
    if (!(from instanceof HTMLInputElement || from instanceof HTMLSelectElement)) return;
    // Enter on a suggestion takes it; the field itself hears of the key only after this form.
    if (from.hasAttribute('aria-activedescendant')) return;
    event.preventDefault();
    nextStop(form, from)?.focus();
  };
  form.addEventListener('keydown', onKey);
  return () => form.removeEventListener('keydown', onKey);
}
