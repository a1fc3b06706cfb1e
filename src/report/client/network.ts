import { Camera } from './camera.js';
import { accountList } from './account-list.js';
import { h } from './dom.js';
import { drawNetwork } from './network-draw.js';
import { attachNetworkInput } from './network-input.js';
import { litCounts, sceneOf } from './network-scene.js';
import { type LeadPart, panel, whenWide } from './panels.js';
import { periodFields } from './period-fields.js';
import { rowsOf } from '../pictures/prepare.js';
import { type Kind } from '../pictures/shapes.js';
import { legend } from './roles.js';
import { tokenReader } from './scheme.js';
import { timePart } from './time.js';

/** After this long without a move the whole picture is drawn again. */
const REST_MS = 120;

/** The network of a lead beside the list of its accounts, and its transfers over time under both. */
export function networkPart(part: LeadPart): HTMLElement {
  const { prepared, store } = part;
  const scene = sceneOf(prepared);
  const camera = new Camera();
  const canvas = h('canvas', {
    class: 'network',
    tabindex: 0,
    role: 'application',
    'aria-label':
      'Network of the accounts of this lead. Arrow keys go from account to account, plus and minus zoom, 0 fits, Escape clears. The list beside it holds the same accounts.',
  });
  const widths = new Map<string, number>();
  const paths = new Map<string, Path2D>();
  let rest = 0;
  let isMoving = false;
  let hovered: number | null = null;
  let frame = 0;
  const paint = (): void => {
    const context = canvas.getContext('2d');
    const [width, height] = [canvas.clientWidth, canvas.clientHeight];
    if (context === null || width === 0) return;
    const ratio = window.devicePixelRatio || 1;
    if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
    }
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    camera.resize(width, height);
    const { selection } = store;
    const rows = rowsOf(prepared, selection);
    canvas.dataset['transfers'] = String(rows.length);
    drawNetwork(context, {
      scene,
      camera,
      lit: litCounts(scene, rows),
      hasSelection: rows.length < prepared.count,
      chosen: selection.account,
      hovered,
      width,
      height,
      colour: tokenReader(),
      widths,
      paths,
      isMoving,
    });
  };
  const redraw = (): void => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(paint);
  };
  const move = (): void => {
    isMoving = true;
    redraw();
    clearTimeout(rest);
    rest = window.setTimeout(() => {
      isMoving = false;
      redraw();
    }, REST_MS);
  };
  store.onChange(redraw);
  document.addEventListener('scheme', paint);
  attachNetworkInput({
    canvas,
    scene,
    camera,
    store,
    redraw: move,
    hover: (node) => {
      hovered = node;
      redraw();
    },
  });
  const zoom = (label: string, sign: string, act: () => void): HTMLButtonElement =>
    h(
      'button',
      {
        type: 'button',
        'aria-label': label,
        click: () => {
          act();
          redraw();
        },
      },
      sign,
    );
  const box = h(
    'div',
    { class: 'network-box' },
    canvas,
    h(
      'div',
      { class: 'zoom' },
      zoom('Zoom in', '+', () => {
        camera.zoomAt(1.5);
      }),
      zoom('Zoom out', '−', () => {
        camera.zoomAt(1 / 1.5);
      }),
      zoom('Show all', '⤢', () => {
        camera.reset();
      }),
    ),
  );
  whenWide(box, paint);
  const kinds: Kind[] = ['payers', ...new Set(prepared.order.map(({ role }) => role)), 'others'];
  const crowded = scene.isCrowded ? 'Payers and other accounts appear when you zoom in. ' : '';
  return panel(
    {
      id: 'network',
      title: 'Network and time',
      hint: 'Drag over the bars to choose a period; choose an account in the picture, in a lane or in the list. Every other part of the lead follows.',
      tools: [periodFields(part)],
    },
    h(
      'div',
      { class: 'network-grid' },
      h(
        'div',
        {},
        box,
        legend(kinds),
        h('p', { class: 'hint' }, `${crowded}Near does not mean related. Ctrl and wheel, or two fingers, zoom.`),
      ),
      accountList(part),
    ),
    timePart(part),
  );
}
