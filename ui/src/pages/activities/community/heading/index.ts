import { query } from '../../../../backend/cache.svelte';
import { definePage } from '../../../page';
import newView from './NewPage.svelte';
import view from './Page.svelte';

const load = () => ({ choices: query('plan.choices', {}) });

export const newPlanHeadingPage = definePage({ route: 'plan/headings/new', rail: 'activities', load, view: newView });
export const planHeadingPage = definePage({ route: 'plan/headings/:id', rail: 'activities', load, view });
