import { expect, test } from 'vitest';
import type { ColumnView, PlanRow, PreviewRow } from '../../generated/api';
import { dataRows, leftOut, meant, reading } from './reading';

const column = (col: number, field: string | null): ColumnView => ({ col, letters: '', heading: '', field, label: null, samples: [] });
const columns = [column(1, 'name'), column(2, 'kana'), column(3, 'enrolled'), column(4, 'enrolled'), column(5, null)];
const row: PreviewRow = { row: 6, cells: ['髙橋　一郎', 'ﾀｶﾊｼ ｲﾁﾛｳ', '54', '53', 'ひかえ'], is_header: false };
const cell = (field: string, shown: string) => ({ field, label: '', shown });
const planned = { cells: [cell('kana', 'タカハシ　イチロウ'), cell('enrolled', '54'), cell('enrolled', '53世帯')] } as PlanRow;
const read = (index: number) => reading(columns, columns[index] as ColumnView, row, planned);

test('a cell is shown as read, with the writing below where it differs', () => {
  expect(read(1)).toEqual({ shown: 'タカハシ　イチロウ', written: 'ﾀｶﾊｼ ｲﾁﾛｳ' });
  expect(read(2)).toEqual({ shown: '54', written: null });
});

test('columns of one meaning are told apart by their order', () => {
  expect(read(3)).toEqual({ shown: '53世帯', written: '53' });
});

test('what is not used, or was read together with others, is shown as written', () => {
  expect(read(0)).toEqual({ shown: '髙橋　一郎', written: null });
  expect(read(4)).toEqual({ shown: 'ひかえ', written: null });
});

test('rows above the headings and empty ones are no data', () => {
  const preview = [1, 5, 6, 7].map((number) => ({ row: number, cells: number === 7 ? ['', ''] : ['x'], is_header: number === 5 }));
  expect(dataRows({ name: '', is_used: true, header_rows: [5], columns: [], head_preview: preview }).map((one) => one.row)).toEqual([6]);
});

test('a column with something in it that is not taken is named', () => {
  const titled = [{ ...column(1, 'name'), heading: '世帯主' }, { ...column(2, null), heading: '家族' }, { ...column(3, null), heading: '印' }, column(4, null)];
  const preview = [{ row: 1, cells: ['世帯主', '家族', '印', ''], is_header: true }, { row: 2, cells: ['香川　太郎', '妻 花子', '', 'x'], is_header: false }];
  const sheet = { name: '', is_used: true, header_rows: [1], columns: titled, head_preview: preview };
  expect(leftOut([sheet, sheet])).toEqual(['家族']);
  expect(leftOut([{ ...sheet, is_used: false }])).toEqual([]);
});

test('what was chosen for a column stands when the next one is chosen before the file was read again', () => {
  const sheet = { name: '名簿', is_used: true, header_rows: [1], columns: columns.slice(0, 3), head_preview: [] };
  const first = meant(null, [sheet], '名簿', 1, 'kana');
  const both = meant(first, [sheet, { ...sheet, name: '別紙' }], '名簿', 2, null);
  expect(both.map(({ sheet: of, col, field }) => [of, col, field])).toEqual([
    ['名簿', 1, 'kana'],
    ['名簿', 2, null],
    ['名簿', 3, 'enrolled'],
    ['別紙', 1, 'name'],
    ['別紙', 2, 'kana'],
    ['別紙', 3, 'enrolled'],
  ]);
});
