import type { Journal, JournalEntry } from '../journal.ts';
import type { Postgres } from './open-postgres.ts';

/** A statement has room for 65,535 values, of which an entry takes six. */
const mostInOne = 1_000;

/** Forgotten in one statement, which must end within the time of a statement. */
const mostForgotten = 5_000;

/** The journal in Postgres. The connections belong to whoever opened them. */
export function createPostgresJournal({ postgres }: { readonly postgres: Postgres }): Journal {
  const { run } = postgres;
  return {
    async append(entries) {
      const rows = entries.map((entry) => ({
        at_ms: Date.parse(entry.at),
        origin: entry.origin,
        destination: entry.destination,
        departure: entry.departure,
        priced: entry.cheapest !== null,
        entry: JSON.stringify(entry),
      }));
      for (let start = 0; start < rows.length; start += mostInOne)
        await run((database) =>
          database
            .insertInto('journal')
            .values(rows.slice(start, start + mostInOne))
            .execute(),
        );
    },
    listPrices: ({ origin, destination, departure, since, most }) =>
      run(async (database) => {
        let query = database
          .selectFrom('journal')
          .select('entry')
          .where('priced', '=', true)
          .where('origin', '=', origin)
          .where('destination', '=', destination)
          .where('at_ms', '>=', Date.parse(since));
        if (departure !== undefined) query = query.where('departure', '=', departure);
        const rows = await query.orderBy('at_ms', 'desc').orderBy('place', 'desc').limit(most).execute();
        return rows.map(({ entry }) => JSON.parse(entry) as JournalEntry).reverse();
      }),
    async forgetBefore(instant) {
      let all = 0;
      for (;;) {
        const gone = await run(async (database) => {
          const old = database
            .selectFrom('journal')
            .select('place')
            .where('at_ms', '<', Date.parse(instant))
            .limit(mostForgotten);
          const { numDeletedRows } = await database
            .deleteFrom('journal')
            .where('place', 'in', old)
            .executeTakeFirstOrThrow();
          return Number(numDeletedRows);
        });
        all += gone;
        if (gone < mostForgotten) return all;
      }
    },
    async [Symbol.asyncDispose]() {
      // Nothing of its own to close.
    },
  };
}
