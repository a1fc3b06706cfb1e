export {
  investigate,
  type InvestigateOptions,
  type Investigation,
  type ResolvedInvestigateOptions,
} from './investigate.js';
