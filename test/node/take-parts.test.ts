import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { takeParts } from '../../src/node/index.js';
import { freshFolder } from '../support/run-command.js';

const part = (number: number, file: number): string =>
  `part-${String(number).padStart(5, '0')}-0c9ad9f1-6a3e-4ae5-9d6a-2e2c7b5e8c10-c${String(file).padStart(3, '0')}.snappy.parquet`;

it('takes parts of Spark in their order, and nothing that lies beside them', async () => {
  const folder = freshFolder();
  const [from, to] = [join(folder, 'rows'), join(folder, 'export')];
  mkdirSync(from);
  const names = [part(0, 0), part(0, 2), part(0, 999), part(0, 1000), part(2, 0), part(10, 0)];
  for (const name of [...names].reverse()) writeFileSync(join(from, name), name);
  const others = ['_SUCCESS', `.${part(0, 0)}.crc`, `${part(0, 0)}.tmp`];
  for (const name of others) writeFileSync(join(from, name), '');
  const paths = await takeParts(from, to);
  expect(paths).toEqual(names.map((_, i) => join(to, `part-0000${i}.parquet`)));
  expect(paths.map((path) => readFileSync(path, 'utf8'))).toEqual(names);
  expect(readdirSync(from).sort()).toEqual(others.sort());
});

it('says so where there are none', async () => {
  const folder = freshFolder();
  await expect(takeParts(folder, join(folder, 'a'))).rejects.toMatchObject({ code: 'table-unwritten' });
  await expect(takeParts(join(folder, 'b'), join(folder, 'a'))).rejects.toMatchObject({ code: 'table-unwritten' });
  expect(readdirSync(folder)).toEqual([]);
});
