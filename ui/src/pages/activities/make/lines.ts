import type { ProposalShown } from '../../../generated/api';

/** A proposal as the user confirms it. */
export interface Line {
  proposal: ProposalShown;
  isChosen: boolean;
  title: string;
  from: string;
  to: string;
}

/** What is proposed, ticked where the day is known. */
export function lines(proposals: ProposalShown[]): Line[] {
  return proposals.map((proposal) => ({ proposal, isChosen: proposal.from !== '', title: proposal.title, from: proposal.from, to: proposal.to }));
}

/** What is proposed, in one word: where it is another, what was typed for it is not shown beside it. */
export const proposed = (proposals: ProposalShown[]): string => proposals.map(({ plan_id, like_id, from, title }) => [plan_id, like_id, from, title].join(' ')).join('|');
