import { query } from '../../../../backend/cache.svelte';
import { definePage, type At } from '../../../page';
import editView from './EditPage.svelte';
import newView from './NewPage.svelte';
import view from './Page.svelte';

const one = ({ params, year }: At) => query('plan.action', { id: params.id ?? '', year });

export const newPlanActionPage = definePage({ route: 'plan/actions/new', rail: 'activities', load: () => ({ choices: query('plan.choices', {}) }), view: newView });
export const editPlanActionPage = definePage({ route: 'plan/actions/:id/edit', rail: 'activities', load: (at: At) => ({ one: one(at), choices: query('plan.choices', {}) }), view: editView });
export const planActionPage = definePage({ route: 'plan/actions/:id', rail: 'activities', load: (at: At) => ({ one: one(at) }), view });
