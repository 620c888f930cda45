// SPDX-License-Identifier: Apache-2.0
import { act } from '@testing-library/react';

/** The connection that the page holds open, told what a test wants it to be told. jsdom has none. */
export class FakeStream extends EventTarget {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSED = 2;
  readyState: 0 | 1 | 2 = FakeStream.CONNECTING;
  private static opened: FakeStream[] = [];

  constructor(readonly url: string) {
    super();
    FakeStream.opened.push(this);
  }

  close(): void {
    this.readyState = FakeStream.CLOSED;
  }

  /** Those that the page holds open now. */
  static get open(): FakeStream[] {
    return FakeStream.opened.filter(({ readyState }) => readyState !== FakeStream.CLOSED);
  }

  static forget(): void {
    FakeStream.opened = [];
  }

  static opens(): void {
    act(() =>
      FakeStream.open.forEach((stream) => {
        stream.readyState = FakeStream.OPEN;
        stream.dispatchEvent(new Event('open'));
      }),
    );
  }

  static tells(name: 'status' | 'blacklist' | 'record' | 'skipped', data: object): void {
    const event = () => new MessageEvent(name, { data: JSON.stringify(data) });
    act(() => FakeStream.open.forEach((stream) => stream.dispatchEvent(event())));
  }

  /** The browser comes back by itself, unless it was refused. */
  static isLost(refused = false): void {
    act(() =>
      FakeStream.open.forEach((stream) => {
        stream.readyState = refused ? FakeStream.CLOSED : FakeStream.CONNECTING;
        stream.dispatchEvent(new Event('error'));
      }),
    );
  }
}
