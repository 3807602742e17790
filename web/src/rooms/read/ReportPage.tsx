import { type Report, standing, studiesOf } from '@throughline/core';
import { Inferred, InTheirWords } from '@throughline/evidence';
import { beginningWords, frameWords } from '@throughline/words';
import { Link, useParams } from '@tanstack/react-router';
import { useReview } from '../../house/HouseContext.js';
import { useIsWorkedExample } from '../../ui/about.js';
import { Facts } from '../../ui/Facts.js';
import { History } from '../../ui/History.js';
import { MayWork } from '../../ui/MayWork.js';
import { Nothing, Page, Part } from '../../ui/Page.js';
import prose from '../../ui/Prose.module.css';
import { Table } from '../../ui/Table.js';
import { Thing } from '../../ui/Thing.js';
import { AttachText } from './AttachText.js';
import { CitedBy } from './CitedBy.js';
import { DocumentText } from './DocumentText.js';
import {
  AppraisalActs,
  CharacteristicActs,
  NewAppraisal,
  NewCharacteristic,
  ReportForm,
  SecondOrderForm,
} from './making.js';

const words = beginningWords.read;

/** One report: what it is, what it says, what its authors made of it, and what rests on it. */
export function ReportPage() {
  const { read } = useReview();
  const { review = '', report: id = '' } = useParams({ strict: false });
  const report = read.reports.get(id);
  if (report === undefined)
    return (
      <Page title={frameWords.notFoundTitle} name={frameWords.notFoundTitle}>
        <Nothing>{frameWords.notFound}</Nothing>
      </Page>
    );
  return (
    <Page title={report.label} name={report.label} purpose={report.title}>
      <p>
        <Link to="/$review/read" params={{ review }}>
          {words.back}
        </Link>
      </p>
      <Part title={words.fields}>
        <ReportFacts report={report} />
        <ReportForm report={report} />
      </Part>
      <Documents report={report} />
      <Part title={words.secondOrders}>
        <SecondOrders report={report} />
        <SecondOrderForm report={report} />
      </Part>
      <Part title={words.citedBy}>
        <CitedBy report={report} />
      </Part>
      <Part title={words.characteristics}>
        <Characteristics report={report} />
        <NewCharacteristic report={report} />
      </Part>
      <Part title={words.appraisal}>
        <Appraisal report={report} />
        <NewAppraisal report={report} />
      </Part>
      <Part title={frameWords.history}>
        <History of={{ on: 'read.reports', id }} />
      </Part>
    </Page>
  );
}

function ReportFacts({ report }: { readonly report: Report }) {
  const study = studiesOf(useReview()).find(
    ({ reports, grouped }) => grouped !== undefined && reports.includes(report.id),
  );
  const volume = `${report.volume ?? ''}${report.issue === undefined ? '' : `(${report.issue})`}`;
  const printed = [report.journal, volume, report.pages].filter((part) => part !== undefined && part !== '').join(', ');
  return (
    <Facts
      facts={[
        [words.authors, `${report.authors.join(', ')}${report.etAl ? ' et al.' : ''}`],
        [words.year, report.year],
        [words.place, printed],
        [words.doi, report.doi],
        [
          words.study,
          study && (
            <>
              <Thing to={{ on: 'read.studies', id: study.id }} /> {study.grouped?.inferred && <Inferred />}
            </>
          ),
        ],
        [beginningWords.gather.record, <Thing key="record" to={{ on: 'gather.records', id: report.record }} />],
        [words.evidence, <Thing key="report" to={{ on: 'read.reports', id: report.id }} name={words.openEvidence} />],
      ]}
    />
  );
}

function Documents({ report }: { readonly report: Report }) {
  const { read } = useReview();
  const example = useIsWorkedExample();
  const documents = standing(read.documents).filter((each) => each.report === report.id);
  return (
    <Part title={words.document}>
      {documents.length === 0 && <Nothing>{example ? words.documentNone : words.documentNoneYet}</Nothing>}
      {documents.map((document) => (
        <DocumentText key={document.id} document={document} />
      ))}
      <MayWork>
        <AttachText report={report} />
      </MayWork>
    </Part>
  );
}

function SecondOrders({ report }: { readonly report: Report }) {
  const { read } = useReview();
  const example = useIsWorkedExample();
  const own = standing(read.secondOrders).filter((each) => each.report === report.id);
  if (own.length === 0) return <Nothing>{example ? words.secondOrdersNone : words.secondOrdersNoneYet}</Nothing>;
  return (
    <ul className={prose.list}>
      {own.map((each) => (
        <li key={each.id}>
          <Thing to={{ on: 'read.secondOrders', id: each.id }} />
          {each.definition !== undefined && (
            <p className={prose.prose}>
              <InTheirWords whose="second" block>
                {each.definition}
              </InTheirWords>
            </p>
          )}
          <SecondOrderForm report={report} of={each} />
        </li>
      ))}
    </ul>
  );
}

function Characteristics({ report }: { readonly report: Report }) {
  const own = standing(useReview().read.characteristics).filter((each) => each.report === report.id);
  if (own.length === 0) return <Nothing>{words.characteristicsNone}</Nothing>;
  return (
    <ul className={prose.list}>
      {own.map((each) => (
        <li key={each.id}>
          <Facts facts={[[each.name, each.value]]} />
          <CharacteristicActs of={each} />
        </li>
      ))}
    </ul>
  );
}

function Appraisal({ report }: { readonly report: Report }) {
  const own = standing(useReview().read.appraisals).filter((each) => each.report === report.id);
  if (own.length === 0) return <Nothing>{words.appraisalNone}</Nothing>;
  return (
    <Table caption={words.appraisal} heads={[words.appraisalItem, words.appraisalAnswer, words.appraisalBecause]}>
      {own.map((each) => (
        <tr key={each.id}>
          <th scope="row">
            {each.item} <span className={prose.small}>{each.tool}</span>
          </th>
          <td>{each.answer}</td>
          <td>
            {each.because}
            <AppraisalActs of={each} />
          </td>
        </tr>
      ))}
    </Table>
  );
}
