// SPDX-License-Identifier: Apache-2.0
import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { MoreRows } from './MoreRows';

/** What a browser tells of whether the end is near, told what a test wants. */
class FakeObserver {
  static told: ((near: { isIntersecting: boolean }[]) => void) | undefined;

  constructor(callback: (near: { isIntersecting: boolean }[]) => void) {
    FakeObserver.told = callback;
  }

  observe(): void {}

  disconnect(): void {
    FakeObserver.told = undefined;
  }
}

function show(more: boolean, loadingMore: boolean, byItself: boolean) {
  const onMore = vi.fn<() => void>();
  render(
    <MantineProvider env="test">
      <MoreRows
        shown={100}
        words={['entry', 'entries']}
        more={more}
        loadingMore={loadingMore}
        onMore={onMore}
        byItself={byItself}
      />
    </MantineProvider>,
  );
  return onMore;
}

beforeEach(() => {
  FakeObserver.told = undefined;
  Object.assign(window, { IntersectionObserver: FakeObserver });
  return () => Reflect.deleteProperty(window, 'IntersectionObserver');
});

describe('The end of a list', () => {
  it('has more come when it is near, also where that is told together with that it was not', () => {
    const onMore = show(true, false, true);
    FakeObserver.told?.([{ isIntersecting: false }]);
    expect(onMore).not.toHaveBeenCalled();
    FakeObserver.told?.([{ isIntersecting: false }, { isIntersecting: true }]);
    expect(onMore).toHaveBeenCalledOnce();
  });

  it.each([
    ['there is no more', false, false, true],
    ['more is on its way', true, true, true],
    ['it waits to be asked', true, false, false],
  ])('looks at nothing where %s', (_, more, loadingMore, byItself) => {
    show(more, loadingMore, byItself);
    expect(FakeObserver.told).toBeUndefined();
    expect(screen.queryByText('All 100 entries') === null).toBe(more);
  });
});
