import '@cnr-widgets/elements/define/map';
import { box, painted, until } from './page.js';

export async function draw(meetings) {
  const map = document.createElement('cnr-map');
  map.meetings = meetings;
  box.append(map);
  await until(() => map.shadowRoot?.querySelector('.markers button'));
  const press = (name) => map.shadowRoot.querySelector(`[data-move=${name}]`).click();
  return {
    zoom: async (closer) => {
      press(closer ? 'in' : 'out');
      await map.updateComplete;
      await painted();
    },
    markers: () => map.shadowRoot.querySelectorAll('.markers button').length,
  };
}
