import { tick } from 'svelte';

/** Leads the reader to what was refused: the field that is wrong, else the sentence that says so. */
export async function leadToRefusal(): Promise<void> {
  await tick();
  const field = document.querySelector<HTMLElement>('[aria-invalid="true"]');
  if (field !== null) field.focus();
  else document.querySelector('[role="alert"]')?.scrollIntoView({ block: 'nearest' });
}
