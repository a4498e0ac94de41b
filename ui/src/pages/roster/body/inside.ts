import type { BodyRow } from '../../../generated/api';

/** What stands directly below a body in the tree. */
export function insideOf(tree: BodyRow[], id: string): BodyRow[] {
  const place = tree.findIndex((body) => body.id === id);
  if (place < 0) return [];
  const depth = tree[place]?.depth ?? 0;
  const after = tree.slice(place + 1);
  const end = after.findIndex((body) => body.depth <= depth);
  return after.slice(0, end < 0 ? after.length : end).filter((body) => body.depth === depth + 1);
}
