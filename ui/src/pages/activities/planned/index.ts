import { query } from '../../../backend/cache.svelte';
import { definePage, type At } from '../../page';
import newView from './NewPage.svelte';
import view from './Page.svelte';

const load = ({ year }: At) => ({ plan: query('activities.plan', { year }), bodies: query('roster.bodies', {}) });

export const newPlannedPage = definePage({ route: 'activities/plan/new', rail: 'activities', load, view: newView });

export const plannedPage = definePage({ route: 'activities/plan/:id', rail: 'activities', load, view });
