import type { Ref, Review } from '@throughline/core';
import type { TextOf } from '@throughline/evidence';
import { EvidencePane } from '@throughline/evidence';
import { evidenceWords } from '@throughline/words';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useCallback, useEffect } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useHouse, useServer } from '../house/HouseContext.js';
import { Button } from '../ui/Button.js';
import { backToPlace, seeOf, useSelection, worksByKeyboard } from '../ui/selection.js';
import { CountList } from './CountList.js';
import styles from './EvidencePlace.module.css';
import { useWide } from './use-wide.js';

/** The right place: the evidence pane, beside the work where there is room, else a sheet that comes up over it. */
export function EvidencePlace() {
  const wide = useWide();
  const { selected, letGo } = useSelection();
  const close = useCallback(() => {
    letGo();
    backToPlace();
  }, [letGo]);
  return wide ? <Beside close={close} /> : <Sheet open={selected !== undefined} close={close} />;
}

function Beside({ close }: { readonly close: () => void }) {
  const { selected } = useSelection();
  const key = selected && `${selected.on}/${selected.id}`;
  useEffect(() => {
    const inside = document.activeElement?.closest('[data-evidence]') !== null;
    // Whoever chose with the keyboard goes where the evidence is; Escape goes back.
    if (key !== undefined && worksByKeyboard() && !inside) focusEvidence();
  }, [key]);
  useEffect(() => {
    if (key === undefined) return undefined;
    const press = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented && document.querySelector('[role="dialog"]') === null)
        close();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [key, close]);
  return (
    <aside id="evidence" className={styles.beside} aria-label={evidenceWords.title} data-evidence>
      <div className={styles.head}>
        <h2>{evidenceWords.title}</h2>
        {selected !== undefined && (
          <Button tone="quiet" letter="Esc" onClick={close}>
            {evidenceWords.close}
          </Button>
        )}
      </div>
      <Pane />
    </aside>
  );
}

function Sheet({ open, close }: { readonly open: boolean; readonly close: () => void }) {
  return (
    <ModalOverlay className={styles.overlay ?? ''} isOpen={open} onOpenChange={(next) => next || close()} isDismissable>
      <Modal className={styles.sheet ?? ''}>
        <Dialog className={styles.dialog ?? ''}>
          <div className={styles.head} data-evidence>
            <Heading slot="title" level={2}>
              {evidenceWords.title}
            </Heading>
            <Button onClick={close}>{evidenceWords.close}</Button>
          </div>
          <div className={styles.body} data-evidence>
            <Pane />
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Pane() {
  const { held, people } = useHouse();
  const { selected, select } = useSelection();
  const textOf = useTextOf();
  const pageOf = usePageOf();
  if ((selected?.on as string | undefined) === flowCount) return <CountList count={selected?.id ?? ''} />;
  return (
    <EvidencePane
      review={held.shown}
      selected={selected}
      onSelect={select}
      people={people}
      textOf={textOf}
      pageOf={pageOf}
    />
  );
}

/** Counts of the flow are no things of a shelf; the figure names them so. */
const flowCount = 'screen.flow';

/** The page of a thing, where one is its own: of a report, of its words, of a construct. */
function usePageOf(): (ref: Ref) => (() => void) | undefined {
  const navigate = useNavigate();
  const { review = '' } = useParams({ strict: false });
  const { held } = useHouse();
  return (ref) => {
    const search = { see: seeOf(ref) };
    if (ref.on === 'synthesise.constructs')
      return () =>
        void navigate({ to: '/$review/synthesise/$construct', params: { review, construct: ref.id }, search });
    const report = reportAt(held.shown, ref);
    return report === undefined
      ? undefined
      : () => void navigate({ to: '/$review/read/$report', params: { review, report }, search });
  };
}

/** The report on whose page a thing stands. */
function reportAt({ read }: Review, { on, id }: Ref): string | undefined {
  if (on === 'read.reports') return id;
  if (on === 'read.documents') return read.documents.get(id)?.report;
  if (on === 'read.secondOrders') return read.secondOrders.get(id)?.report;
  const passage = on === 'read.passages' ? read.passages.get(id) : undefined;
  return passage && read.documents.get(passage.document)?.report;
}

/** The text of a record, which stays on the server until it is looked at. */
function useTextOf(): TextOf {
  const server = useServer();
  return useCallback(
    async (record) => {
      const { raw, lines, reference } = await server.record(record);
      return { raw, lines, ...(reference.title === undefined ? {} : { label: reference.title }) };
    },
    [server],
  );
}

/** After the pane has been drawn. */
function focusEvidence(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-evidence] h3')?.focus());
}
