import { readContours } from '@cnr-widgets/contract';
import Feature from 'ol/Feature.js';
import GeoJSON from 'ol/format/GeoJSON.js';
import Point from 'ol/geom/Point.js';
import VectorLayer from 'ol/layer/Vector.js';
import Map from 'ol/Map.js';
import { fromLonLat } from 'ol/proj.js';
import Cluster from 'ol/source/Cluster.js';
import VectorSource from 'ol/source/Vector.js';
import CircleStyle from 'ol/style/Circle.js';
import Fill from 'ol/style/Fill.js';
import Stroke from 'ol/style/Stroke.js';
import Style from 'ol/style/Style.js';
import Text from 'ol/style/Text.js';
import View from 'ol/View.js';
import { CONTOURS } from '../../../packages/elements/dist/meetings/map/contours.data.js';
import { box, geoJson } from './page.js';

export async function draw(meetings) {
  const land = new GeoJSON({ featureProjection: 'EPSG:3857' }).readFeatures(geoJson(readContours(CONTOURS)));
  const style = new Style({ fill: new Fill({ color: '#ddd' }), stroke: new Stroke({ color: '#fff' }) });
  const features = meetings.map(({ title, place: { point } }) => {
    const feature = new Feature(new Point(fromLonLat([point.longitude, point.latitude])));
    feature.set('title', title);
    return feature;
  });
  const styles = {};
  const clusters = new VectorLayer({
    source: new Cluster({ distance: 42, source: new VectorSource({ features }) }),
    style: (feature) => {
      const count = feature.get('features').length;
      return (styles[count] ??= new Style({
        image: new CircleStyle({ radius: 14, fill: new Fill({ color: '#1b4f9c' }) }),
        text: new Text({ text: String(count), fill: new Fill({ color: '#fff' }) }),
      }));
    },
  });
  const map = new Map({
    target: box,
    layers: [new VectorLayer({ source: new VectorSource({ features: land }), style }), clusters],
    view: new View({ center: fromLonLat([2.4, 46.6]), zoom: 5 }),
  });
  // It tells so after its frame.
  const rendered = () => new Promise((resolve) => map.once('rendercomplete', resolve));
  await rendered();
  return {
    zoom: async (closer) => {
      const done = rendered();
      map.getView().setZoom(map.getView().getZoom() + (closer ? 1 : -1));
      await done;
    },
    // On its canvas: neither the keyboard nor a screen reader finds them.
    markers: () => 0,
  };
}
