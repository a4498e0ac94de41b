/** The page of a paper, of one grant where it is one of a grant. */
export const paperOf = (form: string, grant: string | null): string => `reports/${form}${grant === null ? '' : `?grant=${grant}`}`;
