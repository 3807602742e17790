import { type Criterion, type Protocol, standing } from '@throughline/core';
import { nameOf } from '@throughline/evidence';
import { beginningWords, roleWords, roomWords, teamWords } from '@throughline/words';
import { Link, useParams } from '@tanstack/react-router';
import { useHouse } from '../../house/HouseContext.js';
import { Facts } from '../../ui/Facts.js';
import { Nothing, Page, Part } from '../../ui/Page.js';
import prose from '../../ui/Prose.module.css';
import { Table } from '../../ui/Table.js';
import { Thing } from '../../ui/Thing.js';
import { CriterionActs, MyPosition, NewCriterion, PositionActs, ProtocolForm } from './making.js';

const words = beginningWords.plan;

/** Phase 1: what is asked, why in this way, what will count, and who asks. */
export function Plan() {
  const { held, people } = useHouse();
  const { review = '' } = useParams({ strict: false });
  const { plan, floor } = held.shown;
  const protocol = standing(plan.protocols).at(-1);
  const criteria = standing(plan.criteria).toSorted((a, b) => a.order - b.order);
  const positions = standing(plan.positions);
  return (
    <Page title={roomWords.plan.name} name={roomWords.plan.name} purpose={roomWords.plan.purpose}>
      <Part title={words.protocol}>
        {protocol === undefined ? <Nothing>{words.protocolNone}</Nothing> : <ProtocolFacts protocol={protocol} />}
        <ProtocolForm protocol={protocol} />
      </Part>
      <Part title={words.criteria}>
        {criteria.length === 0 ? (
          <Nothing>{words.criteriaNone}</Nothing>
        ) : (
          <div className={prose.columns}>
            <Criteria title={words.inclusion} criteria={criteria.filter(({ sort }) => sort === 'inclusion')} />
            <Criteria title={words.exclusion} criteria={criteria.filter(({ sort }) => sort === 'exclusion')} />
          </div>
        )}
        <NewCriterion />
      </Part>
      <Part title={words.positions}>
        {positions.length === 0 ? <Nothing>{words.positionsNone}</Nothing> : null}
        {positions.map((position) => (
          <div key={position.id}>
            <h3>{nameOf(people, position.person as never)}</h3>
            <p className={prose.prose}>{position.text}</p>
            <PositionActs position={position} name={nameOf(people, position.person as never)} />
          </div>
        ))}
        <MyPosition positions={positions} />
      </Part>
      <Part title={words.team}>
        <Table caption={teamWords.people.caption} heads={[words.name, words.role]}>
          {standing(floor.people).map(({ id, role }) => (
            <tr key={id}>
              <th scope="row">{nameOf(people, id)}</th>
              <td>{roleWords[role].name}</td>
            </tr>
          ))}
        </Table>
        <p>
          <Link to="/$review/team" params={{ review }}>
            {teamWords.toTeam}
          </Link>
        </p>
      </Part>
    </Page>
  );
}

function ProtocolFacts({ protocol }: { readonly protocol: Protocol }) {
  const questions = (
    <ol>
      {protocol.questions.map((question) => (
        <li key={question}>{question}</li>
      ))}
    </ol>
  );
  return (
    <Facts
      facts={[
        [words.aim, protocol.aim],
        [words.questions, questions],
        [words.method, protocol.method],
        [words.why, protocol.whyThisMethod],
        [words.registration, protocol.registration],
        [words.reporting, protocol.reporting],
        [words.date, protocol.date],
      ]}
    />
  );
}

function Criteria({ title, criteria }: { readonly title: string; readonly criteria: readonly Criterion[] }) {
  return (
    <div>
      <h3>{title}</h3>
      <ul className={prose.list}>
        {criteria.map((criterion) => (
          <li key={criterion.id}>
            <Thing to={{ on: 'plan.criteria', id: criterion.id }} />
            <p>{criterion.text}</p>
            <CriterionActs criterion={criterion} />
          </li>
        ))}
      </ul>
    </div>
  );
}
