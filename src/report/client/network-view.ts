import { type Camera } from './camera.js';
import { type Scene } from './network-scene.js';

/** What a frame of the network is drawn from. */
export interface NetworkView {
  readonly scene: Scene;
  readonly camera: Camera;
  readonly lit: Uint32Array;
  readonly hasSelection: boolean;
  readonly chosen: number | null;
  readonly hovered: number | null;
  /** While it moves, a crowded picture shows only its strongest lines. */
  readonly isMoving: boolean;
  readonly width: number;
  readonly height: number;
  /** Colours by the name of their token. */
  readonly colour: (token: string) => string;
  /** Widths of labels that were measured. */
  readonly widths: Map<string, number>;
  /** Shapes that were made. */
  readonly paths: Map<string, Path2D>;
}

/** From this zoom on a crowded picture shows groups and arrowheads. */
export const GROUPS_FROM_ZOOM = 2.4;
