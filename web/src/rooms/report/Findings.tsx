import { type Finding, grouped, type Ref, whereIs } from '@throughline/core';
import { fill, laterWords, sayFinding, thingWord, weights } from '@throughline/words';
import { sayThing } from '@throughline/evidence';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useHouse, useReview, useServer } from '../../house/HouseContext.js';
import { Button } from '../../ui/Button.js';
import { Nothing } from '../../ui/Page.js';
import prose from '../../ui/Prose.module.css';
import { Thing } from '../../ui/Thing.js';
import styles from './Findings.module.css';

const words = laterWords.report;
const firstFew = 6;

/** What a careful reader would stop at, by weight; each finding links to what it is about. */
export function Findings() {
  const { stored } = useHouse();
  const server = useServer();
  const found = useQuery({
    queryKey: ['findings', server.review, stored],
    queryFn: server.findings,
    placeholderData: (before) => before,
  });
  if (found.data === undefined) return <Nothing>{found.isError ? found.error.message : words.findingsLoading}</Nothing>;
  const { findings } = found.data;
  if (findings.length === 0) return <Nothing>{words.findingsNone}</Nothing>;
  const byWeight = grouped(findings, ({ weight }) => weight);
  return (['contradiction', 'gap', 'thin'] as const).map((weight) => (
    <Weight key={weight} weight={weight} findings={byWeight.get(weight) ?? []} />
  ));
}

function Weight({ weight, findings }: { readonly weight: Finding['weight']; readonly findings: readonly Finding[] }) {
  const [all, setAll] = useState(false);
  const [one, many] = weights[weight];
  const shown = all ? findings : findings.slice(0, firstFew);
  return (
    <div>
      <h3>
        {findings.length === 0 ? words.weightNone : findings.length.toLocaleString('en-GB')}{' '}
        {findings.length === 1 ? one : many}
      </h3>
      <ul className={prose.list}>
        {shown.map((finding) => (
          <FindingLine
            key={`${finding.code} ${finding.about.join(' ')} ${Object.values(finding.values).join(' ')}`}
            finding={finding}
          />
        ))}
      </ul>
      {shown.length < findings.length && (
        <Button onClick={() => setAll(true)}>{fill(words.showAll, { count: findings.length })}</Button>
      )}
    </div>
  );
}

function FindingLine({ finding }: { readonly finding: Finding }) {
  const review = useReview();
  const sentence = sayFinding(finding);
  const about = finding.about.flatMap((id) => whereIs(review, id) ?? []);
  return (
    <li className={styles.finding} data-weight={finding.weight}>
      <p>{sentence}</p>
      {about.length > 0 && (
        <p className={styles.about}>
          <span className={prose.small}>{words.about}</span>
          {about.map((ref) => (
            <AboutChip key={ref.id} to={ref} sentence={sentence} />
          ))}
        </p>
      )}
    </li>
  );
}

/** A thing that the sentence has named already needs no second naming. */
function AboutChip({ to, sentence }: { readonly to: Ref; readonly sentence: string }) {
  const name = sayThing(useReview(), to)?.name ?? to.id;
  return sentence.includes(name) ? <Thing to={to} name={thingWord(to.on)} chip /> : <Thing to={to} chip />;
}
