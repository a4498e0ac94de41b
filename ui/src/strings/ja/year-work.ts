import type { WorkState } from '../../generated/api';

const states: Record<Exclude<WorkState, 'unknown'>, string> = { done: '済み', open: 'これから', late: '過ぎています' };

export const yearWork = {
  states,
  title: '一年の仕事',
  lead: (label: string, hasLastYear: boolean) => `${label}に、月ごとにすること${hasLastYear ? 'と、昨年の同じ月の記録' : ''}です。${hasLastYear ? '' : '昨年の記録は、まだ入っていません。'}`,
  now: '今月',
  toNow: (month: string) => `今月（${month}）へ`,
  none: 'この月に決まった仕事はありません。',
  ofYear: (year: string, title: string) => `${year}の分　${title}`,
  why: (source: string) => `わけ　${source}`,
  lastYear: (month: string) => `昨年の${month}の記録`,
  back: 'ホームにもどる',
} as const;
