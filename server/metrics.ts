import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Io } from "./announcer";
import type { Jobs } from "./jobs";

/** What an operator may count: how many and how long, never who or what. */
export interface Metrics {
  timeMove<T extends { readonly ok: boolean }>(task: () => Promise<T>): Promise<T>;
  /** Prometheus text. */
  text(): Promise<string>;
}

export function makeMetrics(io: Io, jobs: Jobs | null): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const moves = new Histogram({
    name: "evenground_move_seconds",
    help: "From a move's arrival to its answer, by outcome",
    labelNames: ["outcome"],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers: [registry],
  });
  new Gauge({
    name: "evenground_sockets",
    help: "Open sockets",
    registers: [registry],
    collect() {
      this.set(io.engine.clientsCount);
    },
  });
  const outcomes = new Counter({
    name: "evenground_jobs_total",
    help: "Jobs that were done, taken up again, and failed for good, and looks for what is due, by name",
    labelNames: ["name", "outcome"],
    registers: [registry],
  });
  jobs?.onOutcome((name, outcome) => outcomes.inc({ name, outcome }));
  return {
    async timeMove(task) {
      const end = moves.startTimer();
      try {
        const taken = await task();
        end({ outcome: taken.ok ? "taken" : "refused" });
        return taken;
      } catch (error) {
        end({ outcome: "fault" });
        throw error;
      }
    },
    text: () => registry.metrics(),
  };
}
