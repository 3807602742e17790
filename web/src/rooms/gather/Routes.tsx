import { grouped, type Route, standing } from '@throughline/core';
import { beginningWords, fill, sourceKindWords } from '@throughline/words';
import { Inferred } from '@throughline/evidence';
import { useReview } from '../../house/HouseContext.js';
import { Nothing } from '../../ui/Page.js';
import prose from '../../ui/Prose.module.css';
import { Thing } from '../../ui/Thing.js';
import styles from './Gather.module.css';

const words = beginningWords.gather;

/** By which way records came whose import does not tell it, grouped by way. */
export function Routes() {
  const { gather } = useReview();
  const routes = standing(gather.routes);
  if (routes.length === 0) return <Nothing>{words.routesNone}</Nothing>;
  return (
    <>
      {[...grouped(routes, ({ by }) => by)].map(([by, own]) => (
        <div key={by} className={styles.routes}>
          <h3>{fill(words.routesGroup, { count: own.length, kind: sourceKindWords[by][own.length === 1 ? 0 : 1] })}</h3>
          <ul className={styles.chips}>
            {own.map((route) => (
              <RouteOf key={route.id} route={route} />
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}

function RouteOf({ route }: { readonly route: Route }) {
  const { gather } = useReview();
  const name = gather.records.get(route.record)?.label ?? route.record;
  return (
    <li className={prose.row}>
      <Thing to={{ on: 'gather.routes', id: route.id }} name={name} chip after={route.inferred && <Inferred />} />
    </li>
  );
}
