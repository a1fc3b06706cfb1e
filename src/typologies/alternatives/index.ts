export { AlternativeView, type GuardLists } from './alternative-view.js';
export { testAlternatives, withAlternatives } from './test-alternatives.js';
export { isUpkeep } from './regular-payments.js';
