import { drawnWords } from '../words/left-out-words.js';
import { Camera } from './camera.js';
import { accountList } from './account-list.js';
import { h } from './dom.js';
import { attachNetworkInput } from './network-input.js';
import { sceneOf } from './network-scene.js';
import { NetworkSheet } from './network-sheet.js';
import { type LeadPart, panel, whenWide } from './panels.js';
import { periodFields } from './period-fields.js';
import { type Kind } from '../pictures/shapes.js';
import { legend } from './roles.js';
import { timePart } from './time.js';

/** The network of a lead beside the list of its accounts, and its transfers over time under both. */
export function networkPart(part: LeadPart): HTMLElement {
  const { prepared, store } = part;
  const scene = sceneOf(prepared);
  const camera = new Camera();
  const surface = h('div', {
    class: 'network',
    tabindex: 0,
    role: 'application',
    'aria-label':
      'Network of the accounts of this lead. Arrow keys go from account to account, plus and minus zoom, 0 fits, Escape clears. The list beside it holds the same accounts.',
  });
  const sheet = new NetworkSheet({ surface, prepared, scene, camera, store });
  attachNetworkInput({ surface, scene, camera, store, sheet });
  store.onChange(() => {
    sheet.selected();
  });
  document.addEventListener('scheme', () => {
    sheet.fit();
  });
  const zoom = (label: string, sign: string, act: () => void): HTMLButtonElement => {
    const click = (): void => {
      act();
      sheet.zoomed();
    };
    return h('button', { type: 'button', 'aria-label': label, click }, sign);
  };
  const box = h(
    'div',
    { class: 'network-box' },
    surface,
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
  whenWide(box, () => {
    sheet.fit();
  });
  const kinds: Kind[] = ['payers', ...new Set(prepared.order.map(({ role }) => role)), 'others'];
  const drawn = drawnWords(prepared.lead);
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
        h(
          'p',
          { class: 'hint' },
          `${drawn}${crowded}Near does not mean related. Ctrl and wheel, or two fingers, zoom.`,
        ),
      ),
      accountList(part),
    ),
    timePart(part),
  );
}
