// What stands on the page before the map is asked for.
import '@cnr-widgets/elements/define/meeting-map';
