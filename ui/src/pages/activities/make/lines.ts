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
