import { frameWords } from '@throughline/words';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import {
  Autocomplete,
  Collection,
  Dialog,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components';
import { useReview } from '../house/HouseContext.js';
import { seeOf } from '../ui/selection.js';
import { everything, type Findable, matching, pages } from './find.js';
import styles from './Palette.module.css';

/** Finds anything by its words: a page, or a thing of the review. */
export function Palette({ open, close }: { readonly open: boolean; readonly close: () => void }) {
  return (
    <ModalOverlay className={styles.overlay ?? ''} isOpen={open} onOpenChange={(next) => next || close()} isDismissable>
      <Modal className={styles.modal ?? ''}>
        <Dialog aria-label={frameWords.findHint} className={styles.dialog ?? ''}>
          <Finder close={close} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Finder({ close }: { readonly close: () => void }) {
  const review = useReview();
  const [typed, setTyped] = useState('');
  const all = useMemo(() => everything(review), [review]);
  const go = useGo(close);
  const sections = [
    { name: frameWords.findPages, found: matching(pages, typed) },
    { name: frameWords.findThings, found: typed.trim() === '' ? [] : matching(all, typed) },
  ].filter(({ found }) => found.length > 0);
  return (
    <Autocomplete inputValue={typed} onInputChange={setTyped}>
      <SearchField aria-label={frameWords.findHint} autoFocus className={styles.field ?? ''}>
        <Input placeholder={frameWords.findHint} />
      </SearchField>
      <ListBox
        aria-label={frameWords.find}
        className={styles.list ?? ''}
        selectionMode="none"
        onAction={(key) => go([...pages, ...all].find((each) => each.key === key))}
        renderEmptyState={() => <p className={styles.none}>{frameWords.findNone}</p>}
      >
        {sections.map(({ name, found }) => (
          <ListBoxSection key={name} id={name}>
            <Header className={styles.head ?? ''}>{name}</Header>
            <Collection items={found}>{(each) => <Found found={each} />}</Collection>
          </ListBoxSection>
        ))}
      </ListBox>
    </Autocomplete>
  );
}

function Found({ found }: { readonly found: Findable }) {
  return (
    <ListBoxItem id={found.key} textValue={found.name} className={styles.item ?? ''}>
      <span className={styles.name}>{found.name}</span>
      <span className={styles.word}>{found.word}</span>
    </ListBoxItem>
  );
}

function useGo(close: () => void): (found: Findable | undefined) => void {
  const navigate = useNavigate();
  const { review = '' } = useParams({ strict: false });
  return (found) => {
    close();
    if (found === undefined) return;
    if ('page' in found.to)
      void navigate({ to: found.to.page === '' ? '/$review' : `/$review/${found.to.page}`, params: { review } });
    else void navigate({ to: '.', search: { see: seeOf(found.to.thing) } });
  };
}
