// SPDX-License-Identifier: Apache-2.0
import { bytes, count, duration } from './format';
import type { BridgeStatus, ConsumerStatus, RelayStatus, Status } from './types';

export type Health = 'up' | 'waiting' | 'down';

/** A running part of the product, as an operator thinks of it. */
export interface Component {
  name: string;
  health: Health;
  detail: string;
}

/** A part that reports every few seconds and has not for so long is down. */
const silence = 60_000;

export function components(status: Status, now: number): Component[] {
  return [bridge(status.bridges, now), detector(status, now), lists(status.consumers), relay(status.relay)];
}

function bridge(files: BridgeStatus[], now: number): Component {
  const name = 'Ingest bridge';
  if (files.length === 0) {
    return { name, health: 'waiting', detail: 'No log file has been seen yet' };
  }
  const silent = now - newest(files);
  if (silent > silence) {
    return {
      name,
      health: 'down',
      detail: `It last reported ${duration(silent)} ago; log lines wait in their files`,
    };
  }
  const behind = files.reduce((sum, file) => sum + file.lagBytes, 0);
  return {
    name,
    health: 'up',
    detail: `${count(files.length)} ${files.length === 1 ? 'file' : 'files'}, ${behind === 0 ? 'up to date' : `${bytes(behind)} behind`}`,
  };
}

function detector({ detector: partitions, eventLag, on }: Status, now: number): Component {
  const name = 'Detector';
  if (partitions.length === 0) {
    return { name, health: 'waiting', detail: 'It has not reported yet' };
  }
  if (!on) {
    return { name, health: 'waiting', detail: `Switched off; ${waitingEvents(eventLag)}` };
  }
  const silent = now - newest(partitions);
  if (silent > silence) {
    return { name, health: 'down', detail: `It last reported ${duration(silent)} ago; events wait in Kafka` };
  }
  return { name, health: 'up', detail: waitingEvents(eventLag) };
}

function waitingEvents(lag: number | undefined): string {
  if (lag === undefined) {
    return 'Kafka does not tell how many events wait';
  }
  return lag === 0 ? 'no event waits' : `${count(lag)} events wait`;
}

function lists(consumers: ConsumerStatus[]): Component {
  const name = 'Blacklist service';
  const stopped = consumers.filter((consumer) => !consumer.running);
  if (stopped.length > 0) {
    const topics = stopped.map((consumer) => consumer.topic).join(', ');
    return { name, health: 'down', detail: `It does not read ${topics}${because(stopped[0])}` };
  }
  const failing = consumers.find((consumer) => consumer.lastError !== undefined);
  if (failing !== undefined) {
    return { name, health: 'waiting', detail: `${failing.topic}${because(failing)}` };
  }
  const lag = consumers.reduce((sum, consumer) => sum + (consumer.lag ?? 0), 0);
  return {
    name,
    health: 'up',
    detail: lag === 0 ? 'everything detected is taken in' : `${count(lag)} records wait`,
  };
}

function relay({ waiting, lastError }: RelayStatus): Component {
  const name = 'Publishing to Kafka';
  if (lastError !== undefined) {
    return { name, health: 'down', detail: `${lastError}. Changes are kept and published later` };
  }
  if (waiting === undefined) {
    return { name, health: 'waiting', detail: 'The database does not tell how many changes wait' };
  }
  return {
    name,
    health: 'up',
    detail: waiting === 0 ? 'every change is published' : `${count(waiting)} changes wait`,
  };
}

function because(consumer: ConsumerStatus | undefined): string {
  return consumer?.lastError === undefined ? '' : `: ${consumer.lastError}`;
}

function newest(reports: { at: string }[]): number {
  return Math.max(...reports.map((report) => Date.parse(report.at)));
}
