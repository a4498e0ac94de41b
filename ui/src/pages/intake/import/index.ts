import { definePage, type Page } from '../../page';
import { KINDS, railOf } from '../kinds';
import view from './Page.svelte';

/** One page per kind of file, so that each stands at its place in the rail. */
export const importPages: Page[] = KINDS.map((kind) => definePage({ route: `intake/${kind}`, rail: railOf[kind], load: () => ({}), view }));
