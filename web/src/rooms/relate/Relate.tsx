import { standing } from '@throughline/core';
import { laterWords, roomWords } from '@throughline/words';
import { useReview } from '../../house/HouseContext.js';
import { useIsWorkedExample } from '../../ui/about.js';
import { Nothing, Page, Part } from '../../ui/Page.js';
import prose from '../../ui/Prose.module.css';
import { Thing } from '../../ui/Thing.js';
import { CategoryForm, OutcomeForm, RelationForm } from './making.js';

const words = laterWords.relate;

/** Phase 4: groups of the authors' concepts, relations between them, and what follows for the synthesis. */
export function Relate() {
  return (
    <Page title={roomWords.relate.name} name={roomWords.relate.name} purpose={roomWords.relate.purpose}>
      <Part title={words.outcome}>
        <Outcomes />
        <OutcomeForm />
      </Part>
      <Part title={words.categories}>
        <Categories />
        <CategoryForm />
      </Part>
      <Part title={words.relations}>
        <Relations />
        <RelationForm />
      </Part>
    </Page>
  );
}

function Outcomes() {
  const outcomes = standing(useReview().relate.outcomes);
  if (outcomes.length === 0) return <Nothing>{words.outcomeNone}</Nothing>;
  return outcomes.map((outcome) => (
    <div key={outcome.id}>
      <p className={prose.prose}>{outcome.text}</p>
      <p className={prose.quiet}>
        {words.syntheses}: {outcome.syntheses.join(', ')}
      </p>
      <OutcomeForm of={outcome} />
    </div>
  ));
}

function Categories() {
  const example = useIsWorkedExample();
  const categories = standing(useReview().relate.categories);
  if (categories.length === 0) return <Nothing>{example ? words.categoriesNone : words.categoriesNoneYet}</Nothing>;
  return (
    <div className={prose.columns}>
      {categories.map((category) => (
        <div key={category.id}>
          <h3>
            <Thing to={{ on: 'relate.categories', id: category.id }} />
          </h3>
          {category.note !== undefined && <p className={prose.quiet}>{category.note}</p>}
          <ul className={prose.list}>
            {category.members.map((member) => (
              <li key={member}>
                <Thing to={{ on: 'read.secondOrders', id: member }} />
              </li>
            ))}
          </ul>
          <CategoryForm of={category} />
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
      {relations.map((relation) => (
        <li key={relation.id}>
          <Thing to={{ on: 'relate.relations', id: relation.id }} />
          {relation.note !== undefined && <p className={prose.quiet}>{relation.note}</p>}
          <RelationForm of={relation} />
        </li>
      ))}
    </ul>
  );
}
