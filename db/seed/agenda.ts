import { DAY } from "./time";

type Appointment = { at: Date; act: () => void };

export type Agenda = {
  add(at: Date, act: () => void): void;
  /** Takes out what is due on the n-th day, in order of time. */
  take(day: number): Appointment[];
};

/** What is still to happen, by day: holds the open conversations and nothing that is over. */
export function createAgenda(from: Date): Agenda {
  const days = new Map<number, Appointment[]>();

  return {
    add(at, act) {
      const day = Math.floor((at.getTime() - from.getTime()) / DAY);
      const appointments = days.get(day);
      if (appointments === undefined) days.set(day, [{ at, act }]);
      else appointments.push({ at, act });
    },
    take(day) {
      const appointments = days.get(day) ?? [];
      days.delete(day);
      return appointments.sort((one, other) => one.at.getTime() - other.at.getTime());
    },
  };
}
