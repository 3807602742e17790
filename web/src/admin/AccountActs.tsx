import { adminWords, fill } from '@throughline/words';
import { Button as Opener, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { AccountSet, KeptAccount } from '../house/accounts.js';
import styles from './Admin.module.css';

const words = adminWords.accounts;

interface AccountActsProps {
  readonly account: KeptAccount;
  readonly own: boolean;
  readonly set: (change: AccountSet, done: string) => void;
  readonly giveLink: () => void;
}

interface Act {
  readonly name: string;
  readonly when: boolean;
  readonly act: () => void;
}

/** What can be done with one account, in a menu: seldom needed, never by accident. */
export function AccountActs({ account, own, set, giveLink }: AccountActsProps) {
  const { administrator, disabled, secondFactor } = account;
  const acts: readonly Act[] = [
    { name: words.reset, when: !disabled, act: giveLink },
    { name: words.secondOff, when: secondFactor, act: () => set({ secondFactor: false }, words.secondOffNow) },
    {
      name: administrator ? words.noAdministrator : words.makeAdministrator,
      when: !disabled,
      act: () =>
        set({ administrator: !administrator }, administrator ? words.noAdministratorNow : words.madeAdministrator),
    },
    {
      name: disabled ? words.enable : words.disable,
      when: !own,
      act: () => set({ disabled: !disabled }, disabled ? words.enabledNow : words.disabledNow),
    },
  ];
  const offered = acts.filter(({ when }) => when);
  return (
    <MenuTrigger>
      <Opener className={styles.opener ?? ''} aria-label={fill(words.actsOf, { name: account.name })}>
        {words.acts}
      </Opener>
      <Popover className={styles.popover ?? ''} placement="bottom end">
        <Menu className={styles.menu ?? ''} onAction={(key) => offered.find(({ name }) => name === key)?.act()}>
          {offered.map(({ name }) => (
            <MenuItem key={name} id={name} className={styles.item ?? ''}>
              {name}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
