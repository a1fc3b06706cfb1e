import { type Alternative, notEvaluable, passed } from './alternative.js';

/**
 * A licensed escrow (A14): on one of the user's lists. Document references on each pair would show it too, but nothing in
 * a ledger says what a text refers to.
 */
export const licensedEscrow: Alternative = {
  id: 'A14',
  title: 'Licensed escrow',
  test: (subject, _finding, { lists }) =>
    lists.licensedRemitters?.has(subject) === true || lists.registeredBodies?.has(subject) === true
      ? passed('On a list of the user.')
      : notEvaluable('Not in the data: licences and document references.'),
};
