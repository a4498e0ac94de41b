import type { HandoverState } from '../../../generated/api';
import { handover as words } from '../../../strings/ja/handover';
import { keys } from '../../../strings/ja/keys';

export interface Step {
  id: string;
  title: string;
  what: string;
  isDone: boolean;
  act: string;
  /** The page where it is done; none is the card below. */
  to: string | null;
}

/** What is to be done to hand over, in the order in which it goes best. */
export function stepsOf(state: HandoverState): Step[] {
  const { year, year_label, closed_on_label, mark, items, kinds_missing, issued_label, records } = state;
  const isClosed = closed_on_label !== '';
  const secret: Step[] = state.is_sample ? [] : keySteps(state);
  return [
    { id: 'notes', title: words.notesStep, what: words.notesWhat(items, kinds_missing), isDone: kinds_missing === 0, act: words.notesGo, to: 'handover/notes' },
    { id: 'close', title: words.closeStep, what: isClosed ? words.closedWhat(closed_on_label, mark) : words.closeWhat(year_label), isDone: isClosed, act: words.closeGo, to: `accounts/closing?year=${year}` },
    { id: 'paper', title: words.paperStep, what: issued_label === '' ? words.paperWhat : words.paperDone(issued_label), isDone: issued_label !== '', act: words.paperGo, to: `reports/handover?year=${year}` },
    ...secret,
    { id: 'record', title: words.recordStep, what: records.length === 0 ? words.recordWhat : words.recordDone(records.length), isDone: records.length > 0, act: words.recordGo, to: null },
  ];
}

/** The successor's words are added before those of the predecessor are taken out: nobody is ever locked out. */
export function keySteps({ old_holders, new_holders }: Pick<HandoverState, 'old_holders' | 'new_holders'>): Step[] {
  const hasNew = new_holders.length > 0;
  const isAlone = hasNew && old_holders.length === 0;
  const named = (names: string[]) => names.map((name) => (name === '' ? keys.first : keys.whose(name))).join(keys.and);
  return [
    { id: 'add', title: keys.step, what: hasNew ? keys.stepDone(named([...old_holders, ...new_holders])) : keys.stepWhat, isDone: hasNew, act: keys.stepGo, to: 'handover/keys' },
    { id: 'remove', title: keys.outStep, what: isAlone ? keys.outDone(named(new_holders)) : keys.outWhat, isDone: isAlone, act: keys.stepGo, to: 'handover/keys' },
  ];
}
