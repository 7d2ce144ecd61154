// As its handbook has it: the classic scripts, which come before this one, and its own stylesheets.
import { readContours } from '@cnr-widgets/contract';
import { CONTOURS } from '../../../packages/elements/dist/meetings/map/contours.data.js';
import { box, geoJson, painted } from './page.js';

export async function draw(meetings) {
  const { L } = globalThis;
  const still = { zoomAnimation: false, fadeAnimation: false, markerZoomAnimation: false };
  const map = L.map(box, { ...still, attributionControl: false, maxZoom: 14 }).setView([46.6, 2.4], 5);
  L.geoJSON(geoJson(readContours(CONTOURS)), { style: { weight: 1 } }).addTo(map);
  const group = L.markerClusterGroup({ animate: false, maxClusterRadius: 42 });
  group.addLayers(
    meetings.map(({ title, place: { point } }) => L.marker([point.latitude, point.longitude], { title })),
  );
  map.addLayer(group);
  await painted();
  return {
    zoom: async (closer) => {
      map.setZoom(map.getZoom() + (closer ? 1 : -1), { animate: false });
      await painted();
    },
    markers: () => box.querySelectorAll('.leaflet-marker-icon').length,
  };
}
