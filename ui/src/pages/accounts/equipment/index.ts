import { query } from '../../../backend/cache.svelte';
import { definePage, type At } from '../../page';
import Check from './check/Page.svelte';
import One from './one/Page.svelte';
import view from './Page.svelte';
import Seals from './seals/Page.svelte';
import Write from './write/Page.svelte';

const list = ({ year }: At) => ({ list: query('equipment.list', { year }) });
const id = ({ params }: At) => params.id ?? '';

const equipmentPage = definePage({ route: 'accounts/equipment', rail: 'accounts', load: list, view });
const equipmentCheckPage = definePage({ route: 'accounts/equipment/check', rail: 'accounts', load: list, view: Check });
const equipmentSealsPage = definePage({ route: 'accounts/equipment/seals', rail: 'accounts', load: (at: At) => ({ ...list(at), papers: query('equipment.seal_papers', {}) }), view: Seals });
const newEquipmentPage = definePage({
  route: 'accounts/equipment/new',
  rail: 'accounts',
  load: (at: At) => ({ form: query('equipment.form', { id: null, entry_id: at.query.entry ?? null }) }),
  view: Write,
});
const editEquipmentPage = definePage({
  route: 'accounts/equipment/:id/edit',
  rail: 'accounts',
  load: (at: At) => ({ form: query('equipment.form', { id: id(at), entry_id: null }) }),
  view: Write,
});
const oneEquipmentPage = definePage({
  route: 'accounts/equipment/:id',
  rail: 'accounts',
  load: (at: At) => ({ one: query('equipment.by_id', { year: at.year, id: id(at) }) }),
  view: One,
});

export const equipmentPages = [equipmentPage, equipmentCheckPage, equipmentSealsPage, newEquipmentPage, editEquipmentPage, oneEquipmentPage];
/** Those that write something down. */
export const equipmentWriting = [newEquipmentPage, editEquipmentPage];
