const STOPS = 'input:not([type=hidden]):not(:disabled), select:not(:disabled), textarea:not(:disabled)';

/** Enter that confirms kana being converted is the input method's own. */
export function isConverting(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}

const isRadio = (stop: HTMLElement | undefined): stop is HTMLInputElement => stop instanceof HTMLInputElement && stop.type === 'radio';

/** Of a choice, the one that is chosen is a stop; the first of them while none is. */
function stopsOf(form: HTMLElement): HTMLElement[] {
  const all = [...form.querySelectorAll<HTMLElement>(STOPS)];
  const chosen = (group: string) => all.filter(isRadio).find(({ name, checked }) => name === group && checked) ?? all.find((one) => isRadio(one) && one.name === group);
  return all.filter((stop) => !isRadio(stop) || stop === chosen(stop.name));
}

function nextStop(form: HTMLElement, from: HTMLElement): HTMLElement | undefined {
  const stops = stopsOf(form);
  const own = isRadio(from) ? stops.find((stop) => isRadio(stop) && stop.name === from.name) : from;
  return stops[stops.indexOf(own ?? from) + 1];
}

/** Enter goes to the next field, as on a slip, and from the last one to what the page is there for; in a text of many lines it begins a new line. */
export function enterMoves(form: HTMLElement): () => void {
  const onKey = (event: KeyboardEvent) => {
    const from = event.target;
    if (event.key !== 'Enter' || event.ctrlKey || event.defaultPrevented || isConverting(event)) return;
    if (!(from instanceof HTMLInputElement || from instanceof HTMLSelectElement)) return;
    // Enter on a suggestion takes it; the field itself hears of the key only after this form.
    if (from.hasAttribute('aria-activedescendant')) return;
    event.preventDefault();
    (nextStop(form, from) ?? document.querySelector<HTMLElement>('[data-act="main"]'))?.focus();
  };
  form.addEventListener('keydown', onKey);
  return () => form.removeEventListener('keydown', onKey);
}
