import { query } from '../../../../backend/cache.svelte';
import { definePage, type At } from '../../../page';
import view from './Page.svelte';

const choices = () => query('plan.choices', {});

export const newPlanIndicatorPage = definePage({ route: 'plan/indicators/new', rail: 'activities', load: () => ({ one: query('plan.indicator', { id: null }), choices: choices() }), view });
export const planIndicatorPage = definePage({ route: 'plan/indicators/:id', rail: 'activities', load: ({ params }: At) => ({ one: query('plan.indicator', { id: params.id ?? '' }), choices: choices() }), view });
