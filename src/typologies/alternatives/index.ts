export { ALTERNATIVE_DEFAULTS, ALTERNATIVE_PARAMETERS, type AlternativeParameters } from './alternative-parameters.js';
export { AlternativeView, type AlternativeViewOptions, type GuardLists } from './alternative-view.js';
export { ALTERNATIVE_TITLES, testAlternatives, withAlternatives } from './test-alternatives.js';
export { isUpkeep } from './regular-payments.js';
