import { query as ask } from '../../../backend/cache.svelte';
import type { TallyBy } from '../../../generated/api';
import { definePage, type At } from '../../page';
import view from './Page.svelte';

export const agesPage = definePage({ route: 'enrolment/ages', rail: 'enrolment', load: ({ year, query }: At) => ({
    ages: ask('enrolment.ages', { year, bounds: query.bounds ?? '' }),
    tally: ask('enrolment.tally', { year, by: (query.by ?? 'area') as TallyBy, of: query.of ?? 'birth', bounds: query.ages ?? '' }),
  }), view });
