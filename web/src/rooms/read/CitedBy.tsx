import { type Report, reportsOfClaim, standing, type Support } from '@throughline/core';
import { beginningWords, evidenceWords, fill } from '@throughline/words';
import { InTheirWords } from '@throughline/evidence';
import { useReview } from '../../house/HouseContext.js';
import { Nothing } from '../../ui/Page.js';
import prose from '../../ui/Prose.module.css';
import { Thing } from '../../ui/Thing.js';

const words = beginningWords.read;

/** The claims that cite a report, with the places in it that they name. */
export function CitedBy({ report }: { readonly report: Report }) {
  const review = useReview();
  const claims = standing(review.synthesise.claims).filter((claim) =>
    reportsOfClaim(review, claim).includes(report.id),
  );
  if (claims.length === 0) return <Nothing>{words.citedByNone}</Nothing>;
  return (
    <ul className={prose.list}>
      {claims.map((claim) => (
        <li key={claim.id}>
          <Thing to={{ on: 'synthesise.claims', id: claim.id }} />
          {claim.support.filter(isPlaceIn(report)).map((place) => (
            <p key={`${place.page} ${place.quote ?? ''}`} className={prose.row}>
              <span className={prose.small}>{fill(evidenceWords.page, { page: place.page })}</span>
              {place.quote !== undefined && <InTheirWords whose="quoted">{place.quote}</InTheirWords>}
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
}

type Locator = Extract<Support, { by: 'locator' }>;
const isPlaceIn =
  ({ id }: Report) =>
  (support: Support): support is Locator =>
    support.by === 'locator' && support.report === id;
