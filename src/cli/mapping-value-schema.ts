import { z } from 'zod';

const pattern = z.string().min(1).max(200);

/** A column by header text or position. */
const columnRef = z
  .union([
    z.string().min(1).describe('Header text, compared without regard to case.'),
    z.int().min(1).describe('Position, from 1.'),
    z.strictObject({
      name: z.string().min(1).describe('Header text.'),
      occurrence: z.int().min(1).optional().describe('Which of several columns of that name, from 1.'),
      optional: z.boolean().optional().describe('Whether the column may be absent. Default false.'),
    }),
  ])
  .describe('A column: its header text, its 1-based position, or a header text with its occurrence (1-based).');

/** One text for every row. */
export const constantValue = z.strictObject({
  constant: z.string().min(1).describe('One text for every row.'),
});

/** A value that is the same for a whole file. */
export const fileValue = z.union([
  constantValue,
  z.strictObject({ fileName: pattern.describe("Part of the file's name: the first group of this pattern.") }),
  z.strictObject({ title: pattern.describe('Part of a line above the header: the first group of this pattern.') }),
]);

/** Where a text of a row comes from. */
export const valueRef = z
  .union([
    columnRef,
    fileValue,
    z.strictObject({
      column: columnRef.describe('The column that is searched.'),
      pattern: pattern.describe('A regular expression; its first group, or all that it matches, is the value.'),
    }),
    z.strictObject({
      column: columnRef.describe('The column that is read first, and counts where both hold something.'),
      orColumn: columnRef.describe(
        'The column that is read where the first holds nothing: empty, among missing, or no account (see accounts).',
      ),
    }),
    z.array(columnRef).min(2).describe('Several cells as one text.'),
  ])
  .describe(
    'A column; a constant; part of a cell, of the file name or of a title by a pattern; the first of two columns that holds something (orColumn); or several columns joined.',
  );
