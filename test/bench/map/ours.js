import '../../../packages/elements/dist/define/map.js';
import { box, painted } from './page.js';

export async function draw(meetings) {
  const map = document.createElement('cnr-map');
  map.meetings = meetings;
  box.append(map);
  const markers = () => map.shadowRoot.querySelectorAll('.markers button').length;
  // The stage is measured between its first two updates.
  while (markers() === 0) await map.updateComplete;
  await painted();
  const press = (name) => map.shadowRoot.querySelector(`[data-move=${name}]`).click();
  return {
    zoom: async (closer) => {
      press(closer ? 'in' : 'out');
      await map.updateComplete;
      await painted();
    },
    markers,
  };
}
