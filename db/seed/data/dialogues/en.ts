import {
  agent,
  agentSends,
  customer,
  customerReacts,
  customerSends,
  type Dialogue,
  templateMessage,
} from "../dialogue";

export const english: readonly Dialogue[] = [
  {
    outcome: "order",
    turns: [
      customer("Hi, is {product} still available?"),
      agent("Hello {name}! Yes, we have it today. Shall I put one aside for you?"),
      customer("Please. Can you deliver to {address}?"),
      agent("Of course. That makes {total}, delivery included. Between 9 and 12 tomorrow?"),
      customer("Perfect, it is for my mother’s birthday 🎂"),
      agentSends("document", "Your order {order}"),
      customerReacts("❤️"),
    ],
  },
  {
    outcome: "order",
    turns: [
      templateMessage,
      customer("Oh good that you remind me, same as last time please"),
      agent("So {product} again, to {address}. The total is {total}."),
      customer("Yes. Send the receipt to {email}, not to my work address."),
      agent("Done: order {order}. Thank you, {name}!"),
    ],
  },
  {
    outcome: "talk",
    turns: [
      customer("Something is wrong with what arrived, look"),
      customerSends("photo", "the box was open when it came"),
      agent("I am very sorry, {name}. We will send a new one this afternoon."),
      agent("May we call you on {phone} if the driver does not find the door?"),
      customer("Yes but after 3 please, the baby sleeps before that"),
      customerSends("voice"),
      agent("Noted. The new one is on its way."),
      customerReacts("🙏🏽"),
    ],
  },
  {
    outcome: "talk",
    turns: [customer("Are you open on Sunday?"), agent("From 10 to 14, {name}."), customer("👍")],
  },
  {
    outcome: "stop",
    turns: [
      templateMessage,
      customer("STOP"),
      agent("You will not hear from us again about offers. Sorry to see you go, {name}."),
    ],
  },
];
