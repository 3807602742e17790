import {
  contributions,
  countTwice,
  best,
  type Claim,
  gradeOf,
  reportsOfClaim,
  standing,
  type ThirdOrder,
} from '@throughline/core';
import { GradeMark } from '@throughline/evidence';
import { frameWords, laterWords } from '@throughline/words';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useReview, useStore } from '../../house/HouseContext.js';
import { editOf } from '../../house/edit.js';
import { useIsWorkedExample } from '../../ui/about.js';
import { EditableText } from '../../ui/EditableText.js';
import { History } from '../../ui/History.js';
import { MayWork } from '../../ui/MayWork.js';
import { Nothing, Page, Part } from '../../ui/Page.js';
import prose from '../../ui/Prose.module.css';
import { Counts, Thing } from '../../ui/Thing.js';
import { Acts } from '../../ui/ThingForm.js';
import { ClaimActs, NewClaim } from './ClaimForm.js';
import { ConstructActs } from './LevelForms.js';
import styles from './Synthesise.module.css';

const words = laterWords.synthesise;

/** One third-order construct: its name, which can be edited here, its claims with their evidence, and its history. */
export function ConstructPage() {
  const review = useReview();
  const navigate = useNavigate();
  const { review: id = '', construct: constructId = '' } = useParams({ strict: false });
  const construct = review.synthesise.constructs.get(constructId);
  if (construct === undefined)
    return (
      <Page title={frameWords.notFoundTitle} name={frameWords.notFoundTitle}>
        <Nothing>{frameWords.notFound}</Nothing>
      </Page>
    );
  const row = contributions(review)
    .levels.flatMap(({ rows }) => rows)
    .find((each) => each.construct.id === constructId);
  return (
    <Page
      title={construct.name}
      name={construct.name}
      purpose={construct.definition}
      actions={<Name construct={construct} />}
    >
      <div className={styles.top}>
        <p>
          <Link to="/$review/synthesise" params={{ review: id }}>
            {words.back}
          </Link>
        </p>
        <p className={prose.row}>
          {construct.level !== undefined && <Thing to={{ on: 'synthesise.levels', id: construct.level }} chip />}
          <Thing to={{ on: 'synthesise.constructs', id: construct.id }} name={words.openEvidence} chip />
        </p>
        {row !== undefined && <Counts counts={row} />}
        <ConstructActs
          construct={construct}
          onGone={() => void navigate({ to: '/$review/synthesise', params: { review: id } })}
        />
      </div>
      <Part title={words.claims}>
        <Claims construct={construct} />
        <Acts>
          <NewClaim home={{ on: 'construct', id: construct.id }} />
        </Acts>
      </Part>
      <Part title={words.madeFrom}>
        <MadeFrom construct={construct} />
      </Part>
      <Part title={frameWords.history}>
        <History of={{ on: 'synthesise.constructs', id: construct.id }} />
      </Part>
    </Page>
  );
}

function Name({ construct }: { readonly construct: ThirdOrder }) {
  const store = useStore();
  return (
    <MayWork>
      <EditableText
        value={construct.name}
        label={words.rename}
        onSave={(name) => store.propose(editOf('construct', construct, { name }))}
      />
    </MayWork>
  );
}

function Claims({ construct }: { readonly construct: ThirdOrder }) {
  const claims = standing(useReview().synthesise.claims)
    .filter(({ home }) => home.on === 'construct' && home.id === construct.id)
    .toSorted((a, b) => a.order - b.order);
  if (claims.length === 0) return <Nothing>{words.claimsNone}</Nothing>;
  return (
    <ol className={styles.claims}>
      {claims.map((claim) => (
        <ClaimLine key={claim.id} claim={claim} />
      ))}
    </ol>
  );
}

function ClaimLine({ claim }: { readonly claim: Claim }) {
  const review = useReview();
  const reports = reportsOfClaim(review, claim);
  return (
    <li>
      <p className={styles.claim}>
        <Thing to={{ on: 'synthesise.claims', id: claim.id }} />
      </p>
      <div className={prose.row}>
        <GradeMark grade={best(claim.support.map(gradeOf))} />
        {reports.length > 0 ? (
          <Counts counts={countTwice(review, reports)} />
        ) : (
          <span className={prose.small}>{words.uncited}</span>
        )}
      </div>
      <ClaimActs claim={claim} />
    </li>
  );
}

function MadeFrom({ construct }: { readonly construct: ThirdOrder }) {
  const example = useIsWorkedExample();
  if (construct.concepts.length === 0) return <Nothing>{example ? words.madeFromNone : words.madeFromNoneYet}</Nothing>;
  return (
    <ul className={prose.list}>
      {construct.concepts.map((id) => (
        <li key={id}>
          <Thing to={{ on: 'translate.concepts', id }} />
        </li>
      ))}
    </ul>
  );
}
