/** Words of counting the roster by area and attribute. */
export const tally = {
  title: '名簿の人を数える',
  lead: (asOf: string) => `名簿に入っている人を、地区や自治会ごとに数えます。年齢は${asOf}現在です。割合は、記入のある人のうちの割合です。`,
  byLabel: '何ごとに',
  by: { area: '地区', association: '自治会', block: '班' },
  ofLabel: '何を数える',
  age: '年齢',
  bounds: '年齢の区切り',
  boundsHint: '15、65、75 のように入れます。何歳でも選べます',
  look: 'この数え方で見る',
  people: '人数',
  unknown: '記入なし',
  nowhere: '（どこにも入っていない人）',
  total: '計',
  none: '名簿にまだ人がいません。',
  share: (count: string, percent: string | null) => (percent === null ? count : `${count}（${percent}％）`),
} as const;
