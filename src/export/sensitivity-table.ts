import { type CaseDocument } from '../disclosure/index.js';
import { csvTable } from './csv-table.js';

type Moved = NonNullable<CaseDocument['sensitivity']>;

/** sensitivity.csv: one move of one parameter a line, in the order in which they were tried. */
export function sensitivityTable({ moves }: Moved): Generator<string, void> {
  return csvTable<Moved['moves'][number]>(
    [
      { name: 'parameter', kind: 'text', value: ({ parameter }) => parameter },
      { name: 'factor', kind: 'plain', value: ({ factor }) => factor },
      { name: 'from', kind: 'plain', value: ({ from }) => from },
      { name: 'to', kind: 'plain', value: ({ to }) => to },
      { name: 'leads', kind: 'plain', value: ({ leads }) => leads },
      { name: 'appeared', kind: 'plain', value: ({ appeared }) => appeared },
      { name: 'gone', kind: 'plain', value: ({ gone }) => gone.join(' ') },
      { name: 'changed', kind: 'plain', value: ({ changed }) => changed.map(({ lead }) => lead).join(' ') },
    ],
    moves,
  );
}
