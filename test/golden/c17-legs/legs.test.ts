import { describeCase } from '../support/describe-case.js';
import { LEGS_CASE } from './transfers.js';

describeCase(LEGS_CASE);
