import { definePage } from '../../page';
import view from './Page.svelte';

export const choosePage = definePage({ route: 'intake', rail: 'settings', load: () => ({}), view });
