import { frameWords } from '@throughline/words';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button, Key } from '../ui/Button.js';
import styles from './Keys.module.css';

const list = [
  ['Ctrl K', frameWords.keyWords.find],
  ['/', frameWords.keyWords.find],
  ['Ctrl Z', frameWords.keyWords.undo],
  ['u', frameWords.keyWords.undo],
  ['e', frameWords.keyWords.edit],
  ['Tab', frameWords.keyWords.figures],
  ['s d l', frameWords.keyWords.duplicates],
  ['i e m s', frameWords.keyWords.votes],
  ['1 2 3', frameWords.keyWords.marks],
  ['Esc', frameWords.keyWords.close],
  ['?', frameWords.keyWords.keys],
] as const;

/** Every key, in one list. */
export function Keys({ open, close }: { readonly open: boolean; readonly close: () => void }) {
  return (
    <ModalOverlay className={styles.overlay ?? ''} isOpen={open} onOpenChange={(next) => next || close()} isDismissable>
      <Modal className={styles.modal ?? ''}>
        <Dialog className={styles.dialog ?? ''}>
          <Heading slot="title" level={2}>
            {frameWords.keysTitle}
          </Heading>
          <dl>
            {list.map(([key, does]) => (
              <div key={key}>
                <dt>
                  {key.split(' ').map((part) => (
                    <Key key={part}>{part}</Key>
                  ))}
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
          <Button onClick={close}>{frameWords.close}</Button>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
