// What is to be printed, while it is chosen.

import type { CopiesDraft, LabelChoice, ListChoice, ListChoices, Orientation, PaperChoice, Printed, SourceChoice } from '../../../generated/api';
import { lists as words } from '../../../strings/ja/lists';

export const KINDS = ['list', 'labels', 'slips', 'collect', 'certificates'] as const;
export type Kind = (typeof KINDS)[number];

export interface Order {
  choice: ListChoice;
  labels: LabelChoice;
  printer: string;
  /** Millimetres to the right and down, as typed. */
  shift: [string, string];
  isJoined: boolean;
  due: string;
  form: string;
  isOutside: boolean;
  copies: CopiesDraft;
}

/** The papers of a kind: a certificate is no label. */
export function papersOf(kind: Kind, choices: ListChoices): PaperChoice[] {
  return choices.papers.filter(({ writing }) => (writing === 'certificate') === (kind === 'certificates'));
}

/** The order of a first visit: the smallest list, the first label or certificate. */
export function begin(kind: Kind, choices: ListChoices): Order {
  const choice = structuredClone(choices.presets[0] ?? blank());
  const [first = ''] = choices.honorifics;
  const honorific = kind === 'certificates' ? words.certificate.honorific : first;
  const stationery = papersOf(kind, choices)[0]?.id ?? '';
  return {
    choice,
    labels: { stationery, first: 0, honorific, numerals: 'kanji', is_joined: false, with_office: false, shift: [0, 0], with_sender: true, card: structuredClone(choices.card), certificate: structuredClone(choices.certificate) },
    printer: '',
    shift: ['', ''],
    isJoined: false,
    due: '',
    form: choices.forms[0]?.key ?? '',
    isOutside: false,
    copies: { recipients: '', purpose: '', due: '' },
  };
}

function blank(): ListChoice {
  const orientation: Orientation = 'portrait';
  return { source: 'people', title: '', columns: ['name'], order: 'reading', group: null, filter: { bodies: [], roles: [], words: '' }, orientation };
}

/** What the core is asked to lay out. */
export function printed(kind: Kind, order: Order): Printed {
  const choice = order.choice;
  if (kind === 'list') return { kind, choice };
  if (kind === 'labels' || kind === 'certificates') return { kind: 'labels', choice, labels: labelsOf(order) };
  if (kind === 'slips') return { kind, choice, is_joined: order.isJoined, due: order.due };
  return { kind, form: order.form };
}

/** The labels with the typed millimetres as tenths. */
export function labelsOf({ labels, shift }: Order): LabelChoice {
  return { ...labels, shift: [tenths(shift[0]), tenths(shift[1])] };
}

/** Tenths of a millimetre from what was typed; nothing for what is no number yet. */
export function tenths(typed: string): number {
  const number = Number(typed.normalize('NFKC').replace(/[\u2212\u30fc\u25b3\u25b2]/g, '-').trim());
  return Number.isFinite(number) ? Math.max(-500, Math.min(500, Math.round(number * 10))) : 0;
}

/** Copies only for what is given to others and tells of somebody. */
export function copiesOf(kind: Kind, order: Order): CopiesDraft | null {
  return order.isOutside && (kind === 'list' || kind === 'labels') ? order.copies : null;
}

/** Another source has other columns, orders and groups. */
export function fitTo(choice: ListChoice, source: SourceChoice): ListChoice {
  const has = (all: { key: string }[], key: string | null) => all.some((one) => one.key === key);
  return {
    ...choice,
    source: source.kind,
    columns: choice.columns.filter((key) => has(source.columns, key)),
    order: has(source.orders, choice.order) ? choice.order : (source.orders[0]?.key ?? ''),
    group: has(source.groups, choice.group) ? choice.group : null,
    filter: { bodies: [], roles: [], words: choice.filter.words },
  };
}
