// SPDX-License-Identifier: Apache-2.0
// What the service answers where everything is well, by what it is about.
export * from './builders/backtests';
export * from './builders/entries';
export * from './builders/lists';
export * from './builders/logs';
export * from './builders/notifications';
export * from './builders/people';
export * from './builders/system';
