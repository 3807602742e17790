import { adminWords as words } from '@throughline/words';
import { Outside } from '../frame/Outside.js';
import { admin } from '../house/accounts.js';
import { useAccount } from '../house/SessionContext.js';
import { EventList } from '../ui/EventList.js';
import { Nothing, Page, Part } from '../ui/Page.js';
import { AccountList } from './AccountList.js';
import { InviteToServer } from './InviteToServer.js';
import { KeptReviewList } from './KeptReviewList.js';
import { LimitsForm } from './LimitsForm.js';

/** The server, for its administrators; who is none is told so. */
export function AdminPage() {
  const account = useAccount();
  return (
    <Outside>
      <Page title={words.title} name={words.title} purpose={words.purpose}>
        {account?.administrator ? <Parts /> : <Nothing>{words.notYours}</Nothing>}
      </Page>
    </Outside>
  );
}

function Parts() {
  return (
    <>
      <Part title={words.accounts.title}>
        <AccountList />
      </Part>
      <Part title={words.invite.title} note={words.invite.note}>
        <InviteToServer />
      </Part>
      <Part title={words.reviews.title}>
        <KeptReviewList />
      </Part>
      <Part title={words.limits.title}>
        <LimitsForm />
      </Part>
      <Part title={words.events.title} note={words.events.note}>
        <EventList name="server" ask={admin.events} />
      </Part>
    </>
  );
}
