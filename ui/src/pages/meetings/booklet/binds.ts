import type { Args } from '../../../backend';

/** How a booklet is printed. */
export type Binds = Args<'meetings.put_out_booklet'>['binds'];

/** What any printer can do. */
export const standard: Binds = 'a4';

/** Two pages beside each other, to be folded. */
export const isFolded = (binds: Binds): boolean => binds.startsWith('folded');
