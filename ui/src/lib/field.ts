// Which field the keyboard is in, what its reader calls it, and what stands below it.

/** A field that is asked about. */
export interface Field {
  element: HTMLElement;
  label: string;
  /** What stands below it already. */
  hint: string;
}

const FIELDS = 'input:not([type=file], [type=hidden]), select, textarea';
const GROUPS = '[role=radiogroup], [role=group], fieldset';
/** Where a form stands: the bar above every page is no form. */
const FORMS = 'main, dialog';

const shownWords = (element: Element | null): string => {
  const shown = element?.cloneNode(true) as Element | undefined;
  shown?.querySelectorAll('[aria-hidden=true], input, select, textarea').forEach((one) => one.remove());
  return (shown?.textContent ?? '').replace(/[ \t\n]+/g, ' ').trim();
};
const pointed = (element: Element, attribute: string) => (element.getAttribute(attribute) ?? '').split(' ').flatMap((id) => document.getElementById(id) ?? []);

function nameOf(element: Element): string {
  const legend = element.matches('fieldset') ? element.querySelector('legend') : null;
  const labels = 'labels' in element ? [...((element.labels as NodeListOf<HTMLElement> | null) ?? [])] : [];
  const said = [element.getAttribute('aria-label') ?? '', ...[...pointed(element, 'aria-labelledby'), legend, ...labels].map(shownWords)];
  return said.find((words) => words !== '') ?? '';
}

/** The field at an element; ways to choose from, and what is ticked beneath one label, are one field. */
export function fieldOf(element: Element | null): Field | null {
  if (!(element instanceof HTMLElement) || !element.matches(FIELDS)) return null;
  const group = element.matches('[type=radio], [type=checkbox]') ? element.closest(GROUPS) : null;
  const named = group !== null && nameOf(group) !== '' ? group : element;
  const below = [named, element].flatMap((one) => pointed(one, 'aria-describedby'));
  const hints = below.flatMap((one) => (one.matches('[data-hint]') ? [one] : [...one.querySelectorAll('[data-hint]')]));
  return { element, label: nameOf(named), hint: [...new Set(hints)].map(shownWords).join('') };
}

/** Remembers the field of the form that had the keyboard last, until `stop`. */
export function rememberField(root: HTMLElement): { last: () => Field | null; stop: () => void } {
  let entered: HTMLElement | null = null;
  const onFocus = ({ target }: FocusEvent) => {
    if (target instanceof HTMLElement && target.matches(FIELDS) && target.closest(FORMS) !== null) entered = target;
  };
  root.addEventListener('focusin', onFocus);
  return {
    last: () => (entered?.isConnected && entered.checkVisibility() ? fieldOf(entered) : null),
    stop: () => root.removeEventListener('focusin', onFocus),
  };
}
