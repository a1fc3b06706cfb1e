import { type Camera } from './camera.js';
import { type Scene } from './network-scene.js';

/** What a drawing of the network is made from. */
export interface NetworkView {
  readonly scene: Scene;
  readonly camera: Camera;
  /** Transfers of each link in the selection. */
  readonly lit: Uint32Array;
  readonly hasSelection: boolean;
  /** The node of the chosen account. */
  readonly chosen: number | null;
  /** While it moves, a crowded picture shows only its strongest lines. */
  readonly isMoving: boolean;
  readonly width: number;
  readonly height: number;
  /** Drawn beyond the window on each side, so that the picture can be moved without drawing. */
  readonly marginX: number;
  readonly marginY: number;
  /** Device pixels per pixel. */
  readonly ratio: number;
  /** Colours by the name of their token. */
  readonly colour: (token: string) => string;
  /** Widths of labels that were measured. */
  readonly widths: Map<string, number>;
  /** Shapes that were made. */
  readonly shapes: Map<string, NodeShape[]>;
}

/** A shape, and the same with a rim. */
export interface NodeShape {
  readonly inner: Path2D;
  readonly outer: Path2D;
}

/** Where nodes stand: entries 2i and 2i + 1 are x and y of node i, in pixels of the window. */
export type Places = Float64Array;

/** Whether anything of a box would be seen. */
export function isInSight(
  { width, height, marginX, marginY }: NetworkView,
  [left, top, right, bottom]: readonly [number, number, number, number],
): boolean {
  return right >= -marginX && left <= width + marginX && bottom >= -marginY && top <= height + marginY;
}

/** From this zoom on a crowded picture shows groups and arrowheads. */
const GROUPS_FROM_ZOOM = 2.4;

export function showsGroups({ scene, camera }: Pick<NetworkView, 'scene' | 'camera'>): boolean {
  return !scene.isCrowded || camera.zoom >= GROUPS_FROM_ZOOM;
}

/** How much larger nodes of a crowded picture become on zooming in. */
export function growth({ scene, camera }: Pick<NetworkView, 'scene' | 'camera'>): number {
  return scene.isCrowded ? Math.min(2.2, Math.sqrt(camera.zoom)) : 1;
}
