import { isConverting } from '../lib/enter';

/** What the keyboard can do everywhere. Acts of a page are its own buttons, marked with `data-act`. */
export interface Commands {
  search: () => void;
  undo: () => void;
  redo: () => void;
  help: () => void;
}

const isTyping = (target: EventTarget | null) => target instanceof HTMLElement && target.matches('input:not([type=checkbox], [type=radio]), textarea, select');

function press(act: 'main' | 'back' | 'print'): boolean {
  const scope = document.querySelector('dialog[open]') ?? document;
  const button = [...scope.querySelectorAll<HTMLElement>(`[data-act=${act}]:not([disabled])`)].find((one) => one.checkVisibility());
  button?.click();
  return button !== undefined;
}

function act(event: KeyboardEvent, commands: Commands): boolean {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const isAlone = !event.ctrlKey && !event.metaKey && !event.altKey;
  if (isAlone && key === 'F1') return commands.help(), true;
  if (isAlone && key === 'Escape') return document.querySelector('dialog[open]') === null && press('back');
  if (!event.ctrlKey && !event.metaKey) return false;
  if (key === 'k') return commands.search(), true;
  if (key === 'Enter') return press('main');
  if (key === 'p') return press('print');
  if (isTyping(event.target)) return false;
  if (key === 'y' || (key === 'z' && event.shiftKey)) return commands.redo(), true;
  if (key === 'z') return commands.undo(), true;
  return false;
}

export function listen(commands: Commands): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (!event.defaultPrevented && !isConverting(event) && act(event, commands)) event.preventDefault();
  };
  window.addEventListener('keydown', onKey);
  return () => window.removeEventListener('keydown', onKey);
}
