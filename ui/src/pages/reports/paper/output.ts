import { putOutForm } from '../../../backend/output';
import type { Output, Paper, Token } from '../../../generated/api';

/** Makes a file of the paper; the city's own workbook is a form of its own. */
export const putOut = (paper: Paper, format: Output, year: number, where: 'chosen' | 'desk' = 'chosen'): Promise<Token[] | null> =>
  putOutForm({ form: format === 'stamp' ? (paper.stamped_as ?? paper.form) : paper.form, year, grant: paper.grant_id }, format, where);
