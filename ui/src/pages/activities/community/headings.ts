import type { PlanOptions } from '../../../generated/api';
import type { Option } from '../../../parts/fields/SelectField.svelte';
import { communityPlan as words } from '../../../strings/ja/community-plan';

/** 目標 and 施策 to choose, as the plan reads. */
export const headingOptions = ({ headings }: PlanOptions): Option[] => headings.map(({ id, name, parent_id }) => ({ value: id, label: parent_id === null ? words.aim(name) : words.measure(name) }));
