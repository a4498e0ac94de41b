import type { DaylessLine, ProposalSource } from '../../generated/api';

const sources: Record<ProposalSource, (words: string) => string> = {
  plan: (words) => `計画「${words}」`,
  undated: (words) => `計画「${words}」　日を入れてください`,
  last_year: (words) => `前の年度は${words}`,
};

export const arrange = {
  sources,
  title: (year: string) => `${year}の行事の予定を組む`,
  lead: '事業計画と、前の年度の行事から考えた予定です。日を確かめて、作らないものの印をはずしてください。',
  emptyTitle: '作る予定は、もうありません',
  empty: '事業計画の「実施時期」に「毎月第2土曜」「10月12日」などと書くと、ここに日が並びます。ひとつずつ加えるときは「行事を加える」から入れてください。',
  toPlan: '事業計画を見る',
  add: '行事を加える',
  makeOf: (title: string) => `${title}を作る`,
  name: '行事名',
  from: '日',
  to: 'おわりの日',
  none: '印をすべてはずす',
  all: 'すべてに印をつける',
  stop: 'やめる',
  make: (count: number) => `${count}件の予定を作る`,
  dayless: (lines: DaylessLine[]) => `${lines.map(({ title, schedule }) => `「${title}」（${schedule}）`).join('')}は、事業計画に日が書かれていないので、ここには並びません。「行事を加える」から、ひとつずつ入れてください。`,
  toHint: '一日だけなら空らん',
  note: '場所・時間・役割分担・準備リストは、前の年度の同じ行事から写します。「元に戻す」で全部もどせます。',
} as const;
