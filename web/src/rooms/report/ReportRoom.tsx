import { claimsByGrade, grades, standing } from '@throughline/core';
import { GradeMark } from '@throughline/evidence';
import { gradeWords, laterWords, makingWords, roomWords, statementWords } from '@throughline/words';
import { useHouse, useReview, useServer } from '../../house/HouseContext.js';
import { useOnServer } from '../../house/SessionContext.js';
import { isLead } from '../../house/who.js';
import { Nothing, Page, Part } from '../../ui/Page.js';
import prose from '../../ui/Prose.module.css';
import { Numbers } from '../../ui/Numbers.js';
import { NumberCell, Table } from '../../ui/Table.js';
import { AnswerForm } from './AnswerForm.js';
import { Findings } from './Findings.js';

const words = laterWords.report;
const making = makingWords.report;

/** Phase 7: counts, what does not fit, and what can be taken away. */
export function ReportRoom() {
  return (
    <Page title={roomWords.report.name} name={roomWords.report.name} purpose={roomWords.report.purpose}>
      <Part title={words.counts} note={words.countsWhy}>
        <Numbers />
      </Part>
      <Part title={words.grades} note={words.gradesWhy}>
        <Grades />
      </Part>
      <Part title={words.findings}>
        <Findings />
      </Part>
      <Part title={words.documents}>
        <Downloads />
      </Part>
      <Part title={words.answers}>
        <Answers />
        <AnswerForm />
      </Part>
    </Page>
  );
}

function Grades() {
  const counts = claimsByGrade(useReview());
  return (
    <Table caption={words.grades} heads={[words.grade, words.claims, '']} numeric={[1]}>
      {grades.map((grade) => (
        <tr key={grade}>
          <th scope="row">
            <GradeMark grade={grade} />
          </th>
          <NumberCell>{counts[grade].toLocaleString('en-GB')}</NumberCell>
          <td className={prose.quiet}>{gradeWords[grade].meaning}</td>
        </tr>
      ))}
    </Table>
  );
}

function Downloads() {
  const { address } = useServer();
  const { held, me } = useHouse();
  const onServer = useOnServer();
  // Everything of a review leaves a server only by a lead.
  const mayTake = !onServer || isLead(held.shown, me.person);
  const figures = [
    ['flow', statementWords.figureFlow],
    ['line-of-argument', statementWords.figureArgument],
    ['contributions', statementWords.figureContributions],
  ] as const;
  return (
    <ul className={prose.list}>
      <li>
        <a href={address('documents/report.html')} download>
          {words.reportHtml}
        </a>
        <p className={prose.quiet}>{words.reportHtmlWhy}</p>
      </li>
      {figures.map(([name, said]) => (
        <li key={name}>
          <a href={address(`figures/${name}.svg`)} download={`${name}.svg`}>
            {said}, SVG
          </a>
        </li>
      ))}
      {mayTake && (
        <li>
          <a href={address('copy')} download>
            {words.copy}
          </a>
          <p className={prose.quiet}>{words.copyWhy}</p>
        </li>
      )}
    </ul>
  );
}

function Answers() {
  const answers = standing(useReview().report.answers).toSorted((a, b) => a.item - b.item);
  if (answers.length === 0) return <Nothing>{words.answersNone}</Nothing>;
  return (
    <Table caption={words.answers} heads={[words.item, making.answer, making.pageHead]}>
      {answers.map((answer) => (
        <tr key={answer.id}>
          <th scope="row">
            {answer.checklist} {answer.item}
          </th>
          <td>
            <p>{answer.text}</p>
            <AnswerForm of={answer} />
          </td>
          <td>{answer.page}</td>
        </tr>
      ))}
    </Table>
  );
}
