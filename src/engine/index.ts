export { answersFromLines, answerToLines, type PartCounts } from './answer-lines.js';
export { KERNEL_EXIT, KERNEL_MODES, type KernelEnd, type KernelMode, type KernelOptions, runKernel } from './kernel.js';
export { decodeLine, encodeLine } from './line-codec.js';
export { linesOf } from './lines-of.js';
export { CONTRACT, makePlan, type Plan, type PlanOptions, type ReadPlan, readPlan } from './plan.js';
export { ROW_FIELDS, rowFromLine, rowToLine } from './row-lines.js';
