import { InputError, VERSION } from '../foundation/index.js';
import { resolveParameters } from '../evidence/index.js';
import { requireLocality, type SliceWorld } from '../slices/index.js';
import { type ChosenDetector, DETECTORS } from '../typologies/index.js';

/** Version of what goes to a kernel and comes from it. */
export const CONTRACT = 'partition/1';

/** Everything that every kernel of a job must know, as plain JSON. Contract and library must be the kernel's own. */
export interface Plan {
  readonly contract: string;
  readonly library: string;
  /** Number of parts by account, for the record. */
  readonly parts: number;
  /** The cap by which hubs were set aside, and the mapping by which rows were read, for the record. */
  readonly hubDegreeCap: number | undefined;
  readonly mapping: unknown;
  readonly detectors: readonly {
    readonly id: string;
    readonly version: number;
    readonly parameters: Readonly<Record<string, number>>;
  }[];
  readonly world: SliceWorld;
  /** The file that must run it, by its SHA-256; what is left out is whatever the library has. */
  readonly kernelSha256?: string | undefined;
  /** How the job is cut and what was chosen for the case, for whoever makes it from the answers. */
  readonly job?: unknown;
}

/** What a plan states beside the world and the detectors. */
export interface PlanOptions {
  readonly parts: number;
  /** Default not stated. */
  readonly hubDegreeCap?: number | undefined;
  /** Default not stated. */
  readonly mapping?: unknown;
  /** Default not stated. */
  readonly kernelSha256?: string;
  /** Default not stated. */
  readonly job?: unknown;
}

/** @throws UsageError `slice-locality` naming a detector that cannot be run over slices */
export function makePlan(world: SliceWorld, detectors: readonly ChosenDetector[], options: PlanOptions): Plan {
  requireLocality(detectors);
  return {
    contract: CONTRACT,
    library: VERSION,
    parts: options.parts,
    hubDegreeCap: options.hubDegreeCap,
    mapping: options.mapping ?? null,
    detectors: detectors.map(({ detector: { id, version }, parameters }) => ({ id, version, parameters })),
    world,
    kernelSha256: options.kernelSha256,
    job: options.job,
  };
}

/** A plan that this kernel can follow, with its detectors. */
export interface ReadPlan {
  readonly world: SliceWorld;
  readonly detectors: readonly ChosenDetector[];
  readonly kernelSha256: string | undefined;
}

/** @throws InputError `plan` where it is no plan, or one of another contract, library or version of a detector */
export function readPlan(text: string): ReadPlan {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (thrown) {
    throw new InputError('plan', 'Expected the plan to be JSON', { cause: thrown });
  }
  const plan = (typeof value === 'object' && value !== null ? value : {}) as Partial<Plan>;
  if (plan.contract !== CONTRACT) refuse(`contract ${CONTRACT}`);
  if (plan.library !== VERSION) refuse(`library ${VERSION}`);
  const { world, detectors, kernelSha256 } = plan;
  if (!isWorld(world) || !Array.isArray(detectors)) refuse('a world and detectors');
  return { world: world as SliceWorld, detectors: (detectors as Plan['detectors']).map(chosenOf), kernelSha256 };
}

function chosenOf({ id, version, parameters }: Plan['detectors'][number]): ChosenDetector {
  const detector = DETECTORS.find((one) => one.id === id);
  if (detector?.version !== version) refuse('detectors of this library, in its versions');
  return { detector: detector, parameters: resolveParameters(detector, parameters) };
}

function isWorld(world: Partial<SliceWorld> | undefined): boolean {
  const { ledger } = world ?? {};
  const lists = [ledger?.currencies, ledger?.places, ledger?.placeColumns, ledger?.sources, world?.answers];
  const keys = [world?.registeredBodies, world?.licensedRemitters, world?.corridors];
  const areTimes = typeof world?.firstMs === 'number' && typeof world.lastMs === 'number';
  return areTimes && [...lists, ...keys].every((list) => Array.isArray(list));
}

function refuse(what: string): never {
  throw new InputError('plan', `Expected a plan with ${what}`);
}
