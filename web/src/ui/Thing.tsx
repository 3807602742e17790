import type { Ref, TwoCounts } from '@throughline/core';
import { CountPair, ThingLink } from '@throughline/evidence';
import type { ComponentProps } from 'react';
import { useReview } from '../house/HouseContext.js';
import { useSelection } from './selection.js';

/** A thing of the review by its name; choosing it opens its evidence. */
export function Thing({
  to,
  ...rest
}: { readonly to: Ref } & Pick<ComponentProps<typeof ThingLink>, 'name' | 'chip' | 'after'>) {
  const review = useReview();
  const { select } = useSelection();
  return <ThingLink review={review} to={to} onSelect={select} {...rest} />;
}

/** A count of evidence, twice (L10), which opens into its lists. */
export function Counts({ counts }: { readonly counts: TwoCounts }) {
  const review = useReview();
  const { select } = useSelection();
  return <CountPair review={review} counts={counts} onSelect={select} />;
}
