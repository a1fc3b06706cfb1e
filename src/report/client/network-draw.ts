import { drawLabels } from './network-labels.js';
import { drawLinks } from './network-links.js';
import { drawNodes, fillNodes } from './network-nodes.js';
import { growth, type NetworkView, type Places } from './network-view.js';

/** Draws the network: lines, then nodes, then labels where there is room. O(links + nodes). */
export function drawNetwork(context: CanvasRenderingContext2D, view: NetworkView): void {
  const { scene, camera, width, height, marginX, marginY } = view;
  context.clearRect(-marginX, -marginY, width + 2 * marginX, height + 2 * marginY);
  const at = camera.placesOf(scene.nodes);
  const bright = brightNodes(view);
  drawLinks(context, view, { at, isLitOnly: false });
  drawNodes(context, view, { at, bright });
  drawChosen(context, view, at);
  drawLabels(context, view, { at, bright });
}

/** The network with nothing lit and no label: what lies behind a selection that changes. */
export function drawBackdrop(context: CanvasRenderingContext2D, view: NetworkView): void {
  const { scene, camera, width, height } = view;
  context.clearRect(0, 0, width, height);
  const at = camera.placesOf(scene.nodes);
  const dark = { ...view, lit: new Uint32Array(scene.links.length), hasSelection: true, isMoving: false, chosen: null };
  drawLinks(context, dark, { at, isLitOnly: false });
  drawNodes(context, dark, { at, bright: new Uint8Array(scene.nodes.length) });
}

/** The window with what a selection lights, over its backdrop: nearly what `drawNetwork` gives, for a fraction of its time. */
export function drawLit(context: CanvasRenderingContext2D, view: NetworkView, backdrop: HTMLCanvasElement): void {
  const { scene, camera, width, height } = view;
  context.clearRect(0, 0, width, height);
  context.drawImage(backdrop, 0, 0, width, height);
  const at = camera.placesOf(scene.nodes);
  const bright = brightNodes(view);
  drawLinks(context, view, { at, isLitOnly: true });
  fillNodes(context, view, { at, bright });
  drawChosen(context, view, at);
  drawLabels(context, view, { at, bright });
}

function brightNodes({ scene, lit, hasSelection, chosen }: NetworkView): Uint8Array {
  const bright = new Uint8Array(scene.nodes.length).fill(hasSelection ? 0 : 1);
  scene.links.forEach(({ from, to }, i) => {
    if (lit[i] === 0) return;
    bright[from] = 1;
    bright[to] = 1;
  });
  if (chosen !== null) bright[chosen] = 1;
  return bright;
}

function drawChosen(context: CanvasRenderingContext2D, view: NetworkView, at: Places): void {
  const { chosen } = view;
  if (chosen === null) return;
  context.beginPath();
  context.arc(
    at[2 * chosen]!,
    at[2 * chosen + 1]!,
    view.scene.nodes[chosen]!.radius * growth(view) + 6,
    0,
    2 * Math.PI,
  );
  context.strokeStyle = view.colour('ink');
  context.lineWidth = 2;
  context.stroke();
}
