import type { RecordView, StandingGroupView } from '@throughline/wire';
import type { Server } from '../../../house/server.js';

/** The whole group that a record stands in: of a record that was asked for, only the name of its group is told. */
export async function groupOf(
  server: Pick<Server, 'duplicateGroups'>,
  { group }: Pick<RecordView, 'group'>,
): Promise<StandingGroupView | undefined> {
  return group === undefined ? undefined : (await server.duplicateGroups({ group, limit: 1 })).groups[0];
}
