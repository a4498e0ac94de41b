import type { FormArea, Output } from '../../generated/api';

const outputs: Record<Output, string> = { pdf: 'PDFにする', xlsx: 'Excel', stamp: '市の様式に書き込む' };
const areas: Record<FormArea, string> = { roster: '名簿', enrolment: '自治会', accounts: '会計', grants: '交付金', activities: '行事', meetings: '会議', handover: '引継ぎ' };

export const reports = {
  title: '書類',
  lead: (city: string) => `${city}の様式です。足りないものがあれば、開いたところで教えます。`,
  areas,
  toArea: '分け方',
  formNo: (formNo: string) => formNo,
  ready: '出せます',
  missing: (n: number) => `あと ${n}つ`,
  issued: (when: string) => `${when} に作りました`,
  open: '開く',
  openOf: (grant: string, title: string) => [grant, title, '開く'].filter((part) => part !== '').join('　'),
  outputs,
  apart: (n: number) => `認可地縁団体の書類　${n}件`,
  apartLead: 'この協議会は任意団体として記録してあるので、分けてあります。認可を受けているときは、設定の「団体の種類」で認可地縁団体をえらぶと、上の書類にならびます。',
  print: '印刷',
  back: 'もどる',
  missingChip: (n: number) => `あと ${n}つで出せます`,
  readyChip: '出せます',
  checks: '出す前のたしかめ',
  write: '書く',
  see: '見る',
  legend: '青いところは記録から入っています。黄色いところを押すと、その場で書けます。',
  unverified: 'この様式は、市の最新の要綱とまだ照らし合わせていません。',
  source: (source: string) => `出典：${source}`,
  states: { ok: 'そろっています', missing: '足りません', warning: '確かめてください' },
  writeOn: (label: string) => `${label}を書く`,
  done: 'できた',
  stop: 'やめる',
  glyphs: '次の字は、そのままでは印刷できません。',
  glyph: (character: string, drawn: string, text: string) => `「${character}」（${text}）は「${drawn}」で出ます。`,
  making: '書類を作っています',
} as const;
