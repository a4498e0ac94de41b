import type { Holder, ItemShown, RollLine, Rules, Standing, Vote } from '../../../generated/api';
import { meetings as words } from '../../../strings/ja/meetings';

/** What is typed for some numbers at once. */
export interface Marking {
  numbers: string;
  standing: Standing;
  holder: Holder | null;
  holder_number: string;
  deputy: string;
  came: string;
  left: string;
  writes_over: boolean;
}

export const marking = (standing: Standing): Marking => ({ numbers: '', standing, holder: standing === 'proxy' ? 'chair' : null, holder_number: '', deputy: '', came: '', left: '', writes_over: false });

/** What is pressed at the door, by what the rules of the meeting let count; in writing nobody is there. */
export function waysAt(hasDoor: boolean, { proxies, electronic }: Pick<Rules, 'proxies' | 'electronic'>): Standing[] {
  if (!hasDoor) return ['written', 'electronic', 'open'];
  const counts = (way: Rules['proxies']) => way.for_quorum || way.for_vote;
  return ['present', 'deputy', ...(counts(proxies) ? ['proxy' as const] : []), 'written', ...(counts(electronic) ? ['electronic' as const] : []), 'absent', 'open'];
}

/** A line that is pressed: what is known of it stays, as far as it goes with the way that was pressed. */
export function pressed(line: RollLine, standing: Standing): Marking {
  const comes = (way: Standing) => way === 'present' || way === 'deputy';
  const isSame = line.standing === standing;
  return {
    ...marking(standing),
    ...(comes(standing) && comes(line.standing) ? { came: line.came, left: line.left } : {}),
    ...(isSame ? { deputy: line.deputy, holder: line.holder, holder_number: line.holder_number === null ? '' : String(line.holder_number) } : {}),
    numbers: String(line.number),
    writes_over: true,
  };
}

const plain = (words: string): string => words.normalize('NFKC').replaceAll(/\s/g, '');

/** The lines that a few letters or a number ask for; nothing typed asks for all. */
export function found(roll: RollLine[], typed: string): RollLine[] {
  const words = plain(typed);
  if (words === '') return roll;
  if (/^\d+$/.test(words)) return roll.filter(({ number }) => String(number).startsWith(words));
  return roll.filter(({ name, detail }) => plain(name).includes(words) || plain(detail).includes(words));
}

/** An item that is voted on, with its place among the items of its meeting. */
export interface VotedOn {
  item: ItemShown['item'];
  label: string;
  place: number;
}

/** True for what is put to the vote; 報告 and その他 are only told, unless a vote was taken all the same. */
export const isVotedOn = ({ kind, ballot }: ItemShown['item']): boolean => kind === 'motion' || ballot !== null;

export const votedOn = (items: ItemShown[]): VotedOn[] => items.map(({ item, label }, place) => ({ item, label, place })).filter(({ item }) => isVotedOn(item));

/** What the slip of a line says at each item; none where it bears no mark. */
export const marksOf = (line: RollLine, items: VotedOn[]): { item: ItemShown['item']; label: string; vote: Vote | null }[] => items.map(({ item, label, place }) => ({ item, label, vote: line.votes[place] ?? null }));

export const isSentIn = ({ standing }: RollLine): boolean => standing === 'written' || standing === 'electronic';

/** 第1号 賛成・第2号 反対: the slip of a line in short words; empty where it sent none in or nothing is voted on. */
export function slipSays(line: RollLine, items: VotedOn[]): string {
  if (!isSentIn(line) || items.length === 0) return '';
  const marks = marksOf(line, items);
  if (marks.every(({ vote }) => vote === null)) return words.slipUnwritten;
  return words.allMarked(marks.map(({ item, label, vote }) => words.marked(label === '' ? item.title : label, vote === null ? words.noMark : words.votes[vote])));
}
