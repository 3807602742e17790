import { standing } from '@throughline/core';
import { laterWords, roomWords } from '@throughline/words';
import { useReview } from '../../house/HouseContext.js';
import { useIsWorkedExample } from '../../ui/about.js';
import { Nothing, Page, Part } from '../../ui/Page.js';
import prose from '../../ui/Prose.module.css';
import { Thing } from '../../ui/Thing.js';

const words = laterWords.relate;

/** Phase 4: groups of the authors' concepts, relations between them, and what follows for the synthesis. */
export function Relate() {
  return (
    <Page title={roomWords.relate.name} name={roomWords.relate.name} purpose={roomWords.relate.purpose}>
      <Part title={words.outcome}>
        <Outcomes />
      </Part>
      <Part title={words.categories}>
        <Categories />
      </Part>
      <Part title={words.relations}>
        <Relations />
      </Part>
    </Page>
  );
}

function Outcomes() {
  const outcomes = standing(useReview().relate.outcomes);
  if (outcomes.length === 0) return <Nothing>{words.outcomeNone}</Nothing>;
  return outcomes.map(({ id, text, syntheses }) => (
    <div key={id}>
      <p className={prose.prose}>{text}</p>
      <p className={prose.quiet}>
        {words.syntheses}: {syntheses.join(', ')}
      </p>
    </div>
  ));
}

function Categories() {
  const example = useIsWorkedExample();
  const categories = standing(useReview().relate.categories);
  if (categories.length === 0) return <Nothing>{example ? words.categoriesNone : words.categoriesNoneYet}</Nothing>;
  return (
    <div className={prose.columns}>
      {categories.map(({ id, members, note }) => (
        <div key={id}>
          <h3>
            <Thing to={{ on: 'relate.categories', id }} />
          </h3>
          {note !== undefined && <p className={prose.quiet}>{note}</p>}
          <ul className={prose.list}>
            {members.map((member) => (
              <li key={member}>
                <Thing to={{ on: 'read.secondOrders', id: member }} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

function Relations() {
  const relations = standing(useReview().relate.relations);
  if (relations.length === 0) return <Nothing>{words.relationsNone}</Nothing>;
  return (
    <ul className={prose.list}>
      {relations.map(({ id, note }) => (
        <li key={id}>
          <Thing to={{ on: 'relate.relations', id }} />
          {note !== undefined && <p className={prose.quiet}>{note}</p>}
        </li>
      ))}
    </ul>
  );
}
