// Where the keyboard goes on when what it stood on is gone: a form that comes in place of a button is begun at its heading, and
// where nothing came, the keyboard stays at the heading of what is left around it.

const HEADINGS = 'h1, h2';
/** What something that came is begun at: its heading, or the field that stands before any. */
const BEGINNINGS = 'h1, h2, input, select, textarea';

function beginningAmong(nodes: Node[]): HTMLElement | null {
  const came = nodes.filter((node): node is HTMLElement => node instanceof HTMLElement && node.isConnected && node.closest('dialog') === null);
  for (const node of came) {
    const beginning = node.matches(BEGINNINGS) ? node : node.querySelector<HTMLElement>(BEGINNINGS);
    if (beginning !== null) return beginning;
  }
  return null;
}

function headingAround(path: Element[]): HTMLElement | null {
  for (const element of path.filter(({ isConnected }) => isConnected)) {
    const heading = element.querySelector<HTMLElement>(HEADINGS);
    if (heading !== null) return heading;
  }
  return null;
}

/** Watches a document until the answer is called. */
export function keepFocus(root: HTMLElement): () => void {
  /** What has the focus, and everything around it, the nearest first. */
  let path: Element[] = [];
  const onFocus = ({ target }: FocusEvent) => {
    path = [];
    for (let at = target as Element | null; at !== null; at = at.parentElement) path.push(at);
  };
  const observer = new MutationObserver((changes) => {
    const [last] = path;
    const isLost = last !== undefined && !last.isConnected && (document.activeElement === null || document.activeElement === document.body);
    if (!isLost || path.some(({ tagName }) => tagName === 'DIALOG')) return;
    const came = beginningAmong(changes.flatMap(({ addedNodes }) => [...addedNodes]));
    const next = came ?? headingAround(path);
    if (next === null) return;
    if (next.matches(HEADINGS)) next.tabIndex = -1;
    next.focus({ preventScroll: came === null });
  });
  root.addEventListener('focusin', onFocus);
  observer.observe(root, { childList: true, subtree: true });
  return () => {
    root.removeEventListener('focusin', onFocus);
    observer.disconnect();
  };
}
