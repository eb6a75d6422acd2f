import type { Outcome, Turn } from "./data/dialogue";
import { dialogues } from "./data/dialogues";
import type { Placeholders } from "./fill-placeholders";
import { planSale, type Sale, totalMinor } from "./generators/orders";
import type { Contact, Scene } from "./scene";
import { after, DAY, SECOND } from "./time";

export type PlannedTurn = {
  turn: Turn;
  values: Placeholders;
  sale: Sale;
  at: Date;
  /** On the last turn of a dialogue: what it came to. */
  ends: Outcome | null;
};

const DAYS_BETWEEN_DIALOGUES = 5;

/** Most people write once, some now and then, and a few for months on end. */
export function planConversation(
  scene: Scene,
  contact: Contact,
  startsAt: Date,
  atMost: number,
): PlannedTurn[] {
  const daysLeft = (scene.now.getTime() - startsAt.getTime()) / DAY;
  const fitting = 1 + Math.floor(daysLeft / DAYS_BETWEEN_DIALOGUES);
  const dialogueCount = Math.min(howOften(scene), fitting);

  const turns: PlannedTurn[] = [];
  let at = startsAt;
  for (let position = 0; position < dialogueCount && turns.length < atMost; position += 1) {
    if (position > 0) at = after(at, scene.random.int(1, DAYS_BETWEEN_DIALOGUES) * DAY);
    at = planDialogue(scene, contact, at, turns);
  }
  return beforeNow(scene, startsAt, turns.slice(0, atMost));
}

function howOften({ random }: Scene): number {
  const chance = random.next();
  if (chance < 0.65) return 1;
  return chance < 0.93 ? random.int(2, 5) : random.int(12, 40);
}

function planDialogue(scene: Scene, contact: Contact, startsAt: Date, turns: PlannedTurn[]): Date {
  const { random } = scene;
  const dialogue = random.pick(dialogues[contact.person.language]);
  const sale = planSale(scene);
  const values = placeholders(scene, contact, sale);

  let at = startsAt;
  dialogue.turns.forEach((turn, position) => {
    at = after(at, random.int(8, position === 0 ? 60 : 600) * SECOND);
    const isLast = position === dialogue.turns.length - 1;
    turns.push({ turn, values, sale, at, ends: isLast ? dialogue.outcome : null });
  });
  return at;
}

function placeholders(scene: Scene, { person, phone }: Contact, sale: Sale): Placeholders {
  return {
    name: person.shortName,
    product: sale.product.title,
    total: `${(totalMinor(sale) / 100).toFixed(2)} ${scene.business.currency}`,
    order: sale.number,
    address: person.address,
    email: person.email,
    phone: phone ?? person.phone,
  };
}

/** Draws a conversation together that would otherwise go on after the end of the data. */
function beforeNow(scene: Scene, startsAt: Date, turns: PlannedTurn[]): PlannedTurn[] {
  const last = turns.at(-1);
  if (last === undefined || last.at <= scene.now) return turns;

  const available = scene.now.getTime() - startsAt.getTime();
  const scale = available / (last.at.getTime() - startsAt.getTime());
  return turns.map((turn) => ({
    ...turn,
    at: after(startsAt, Math.floor((turn.at.getTime() - startsAt.getTime()) * scale)),
  }));
}
