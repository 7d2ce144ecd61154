import type { ReactiveControllerHost } from 'lit';

/** The code that shows an opened meeting: fetched behind the list, so that it is there if the network goes. */
export class OpenedPart {
  state: 'none' | 'loading' | 'there' | 'failed' = 'none';

  constructor(private readonly host: ReactiveControllerHost) {}

  async fetch(): Promise<void> {
    if (this.state === 'loading' || this.state === 'there') return;
    this.state = 'loading';
    this.host.requestUpdate();
    try {
      await import('../define/meeting.js');
      this.state = 'there';
    } catch (error) {
      // Told where one is opened, and tried again then.
      console.error('cnr-meeting-map', error);
      this.state = 'failed';
    }
    this.host.requestUpdate();
  }
}
